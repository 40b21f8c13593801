//! The rules of the interpreter lock, one preset for each generation of CPython.

use std::num::NonZeroU32;
use std::str::FromStr;
use thiserror::Error;

/// What makes a running thread give way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Trigger {
    /// A waiting thread's patience: it asks after one switch interval, and the holder obeys at its next check point.
    Interval,
    /// A count of instructions, common to all threads, which starts again from this value.
    Ticks(NonZeroU32),
}

/// Which instructions are check points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CheckPoints {
    /// Each instruction but the fast ones counts as one tick; at zero the thread gives way (2.7).
    CountedOps,
    /// After each instruction but the fast ones, and not right before a block is set up (3.2 to 3.9).
    AfterSlowOps,
    /// After each call, after each jump that is taken but unconditional ones ahead, on entry to a frame or a handler
    /// (3.10).
    CallJumpFrame,
    /// The end of a loop's body, the return of a native call, the entry of a frame (3.11 and later).
    BackEdgeCallResume,
    /// Between any two instructions.
    EveryOp,
}

/// Whether taking a free lock of the script gives the interpreter lock up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LockAcquire {
    /// Only if the lock is not free (3.2 and later).
    TryFirst,
    /// In any case (2.7).
    AlwaysReleases,
}

/// One set of rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct GilModel {
    /// The word after `--model`.
    pub name: &'static str,
    pub trigger: Trigger,
    pub check_points: CheckPoints,
    /// Whether a thread that was made to give way waits until another one has had its turn. If not, it comes back at
    /// once and mostly wins against the thread that is only being woken.
    pub forced_switch: bool,
    pub lock_acquire: LockAcquire,
}

/// `--model` with a word that names none.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("there is no GIL model '{0}'")]
pub struct UnknownModel(pub String);

impl GilModel {
    /// Python 2 up to 2.7, and 3.0 and 3.1 (`Python/ceval.c`, `_Py_Ticker`, `_Py_CheckInterval` = 100).
    ///
    /// The counter is looked at again after it has become negative, so a release comes with each 101st counted
    /// instruction.
    pub const PY2_7: GilModel = GilModel {
        name: "py2.7",
        trigger: Trigger::Ticks(NonZeroU32::new(101).unwrap()),
        check_points: CheckPoints::CountedOps,
        forced_switch: false,
        lock_acquire: LockAcquire::AlwaysReleases,
    };

    /// Python 3.2 to 3.9 (`Python/ceval_gil.h`, `FORCE_SWITCHING`; `FAST_DISPATCH` in `ceval.c`).
    pub const PY3_9: GilModel = GilModel {
        name: "py3.9",
        trigger: Trigger::Interval,
        check_points: CheckPoints::AfterSlowOps,
        forced_switch: true,
        lock_acquire: LockAcquire::TryFirst,
    };

    /// Python 3.11 to 3.13 (`CHECK_PERIODIC` in `Python/bytecodes.c`).
    pub const PY3_13: GilModel =
        GilModel { name: "py3.13", check_points: CheckPoints::BackEdgeCallResume, ..Self::PY3_9 };

    /// The presets, oldest first.
    pub const PRESETS: &'static [GilModel] = &[Self::PY2_7, Self::PY3_9, Self::PY3_13];

    /// A turn of so many instructions for each thread. No Python ever did this: it is for seeing what can go wrong.
    pub const fn every(instructions: NonZeroU32) -> GilModel {
        GilModel {
            name: "every",
            trigger: Trigger::Ticks(instructions),
            check_points: CheckPoints::EveryOp,
            forced_switch: true,
            lock_acquire: LockAcquire::TryFirst,
        }
    }

    /// After how many counted instructions a thread gives way, in models that count.
    pub fn ticks(&self) -> Option<NonZeroU32> {
        match self.trigger {
            Trigger::Ticks(ticks) => Some(ticks),
            Trigger::Interval => None,
        }
    }
}

impl Default for GilModel {
    fn default() -> GilModel {
        Self::PY3_13
    }
}

impl FromStr for GilModel {
    type Err = UnknownModel;

    fn from_str(name: &str) -> Result<GilModel, UnknownModel> {
        let preset = Self::PRESETS.iter().find(|preset| preset.name == name);
        preset.copied().ok_or_else(|| UnknownModel(name.to_owned()))
    }
}
