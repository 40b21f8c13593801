//! The instantiations of the run loop: what is done beside the instructions.

use crate::interp::Interp;
use crate::native::Trap;

/// How a slice of instructions is watched.
pub(crate) trait Watch {
    /// Whether `schedule::before_instruction` is asked before each instruction.
    const EVERY_INSTRUCTION: bool;
    /// Whether time is virtual: each instruction spends some of a budget, and check points see when it is used up.
    /// (Where every instruction is looked at, that is part of the look.)
    const SPENDS_BUDGET: bool = false;
    /// Whether each instruction may have to be shown to a trace.
    const IS_WATCHED: bool = false;
    /// Whether it is minded which references are dropped, if there are objects whose end matters.
    const MINDS_DROPS: bool = false;

    /// Whether another instantiation is to take over from this one, which minds drops, where there is nothing to mind.
    fn is_over(_interp: &Interp) -> bool {
        false
    }

    /// After a call, which may have made the first object whose end matters: whether this instantiation can go on.
    #[inline(always)]
    fn go_on(interp: &Interp) -> Result<(), Trap> {
        if !Self::MINDS_DROPS && interp.heap.is_minding { Err(Trap::Reload) } else { Ok(()) }
    }
}

/// Only the eval breaker at the check points of CPython 3.11 and later.
pub(crate) struct CheckPointsOnly;
/// The same check points on virtual time.
pub(crate) struct Simulated;
/// Every instruction: tick counters, and the check points of CPython 3.9.
pub(crate) struct EveryInstruction;
/// The check points of CPython 3.11 and later on any time; each instruction is shown to a trace, and drops are minded.
pub(crate) struct Watched;

impl Watch for CheckPointsOnly {
    const EVERY_INSTRUCTION: bool = false;
}

impl Watch for Simulated {
    const EVERY_INSTRUCTION: bool = false;
    const SPENDS_BUDGET: bool = true;
}

impl Watch for EveryInstruction {
    const EVERY_INSTRUCTION: bool = true;
    const IS_WATCHED: bool = true;
    const MINDS_DROPS: bool = true;
}

impl Watch for Watched {
    const EVERY_INSTRUCTION: bool = false;
    const SPENDS_BUDGET: bool = true;
    const IS_WATCHED: bool = true;
    const MINDS_DROPS: bool = true;

    fn is_over(interp: &Interp) -> bool {
        !interp.is_watched()
    }
}
