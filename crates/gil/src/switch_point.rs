//! The places where another thread may come to run.

use crate::ReleaseReason;

/// Every kind of place where a thread can give the interpreter lock up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SwitchPoint {
    /// Entry of a frame, or resumption of a generator.
    Start,
    /// The end of a loop's body.
    BackwardJump,
    /// The return of a call to native code.
    Call,
    /// Any other instruction, in models that check there.
    Instruction,
    /// A lock that another thread holds.
    Acquire,
    Release,
    Wait,
    Sleep,
    Io,
    /// The start of a thread, which waits for that thread to run.
    Spawn,
    Join,
    /// The script asked for a switch.
    Yield,
    Finish,
}

impl SwitchPoint {
    /// Why a thread that could go on switches here under this trigger.
    pub fn reason(self, trigger: crate::Trigger) -> ReleaseReason {
        match (self, trigger) {
            (SwitchPoint::Yield, _) => ReleaseReason::Yield,
            (_, crate::Trigger::Ticks(_)) => ReleaseReason::Tick,
            (_, crate::Trigger::Interval) => ReleaseReason::Interval,
        }
    }
}
