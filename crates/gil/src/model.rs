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

/// How many interpreter locks there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Locks {
    /// One for all threads.
    One,
    /// One for each interpreter; each thread of the script stands for one of its own.
    PerInterpreter,
    /// None: threads run at the same time.
    None,
}

/// Who gets a lock of the script that is given back while threads wait for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LockHandOff {
    /// Whoever comes first, the thread that has just given it back included.
    Barging,
    /// The same, but a thread that has waited for a millisecond gets it (`TIME_TO_BE_FAIR_NS`, 3.14).
    AfterMillisecond,
}

/// What a thread does that comes to the lock from a sleep, a system call or a wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Returning {
    /// It waits for a switch interval, like a thread that was made to give way.
    Waits,
    /// It asks at once, and is handed the lock at the holder's next check point.
    Interrupts,
}

/// One set of rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct GilModel {
    /// The word after `--model`.
    pub name: &'static str,
    /// The Pythons that behave so.
    pub pythons: &'static str,
    /// Where this is known from.
    pub evidence: &'static str,
    pub locks: Locks,
    pub trigger: Trigger,
    pub check_points: CheckPoints,
    /// Whether a thread that was made to give way waits until another one has had its turn. If not, it comes back at
    /// once and mostly wins against the thread that is only being woken.
    pub forced_switch: bool,
    pub returning: Returning,
    pub lock_acquire: LockAcquire,
    pub lock_hand_off: LockHandOff,
    /// How long `time.sleep(0)` takes, in nanoseconds: `select` returns at once, `clock_nanosleep` (3.11) leaves the core.
    pub sleep_zero: u32,
    /// What an instruction costs, in percent of CPython 3.13's.
    pub cost_percent: u32,
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
        pythons: "Python 2, 3.0 and 3.1",
        evidence: "2.7.18 Python/ceval.c (_Py_Ticker, _Py_CheckInterval), thread_pthread.h; measured on 2.7.18",
        trigger: Trigger::Ticks(NonZeroU32::new(101).unwrap()),
        check_points: CheckPoints::CountedOps,
        forced_switch: false,
        lock_acquire: LockAcquire::AlwaysReleases,
        ..Self::PY3_9
    };

    /// Python 3.2 to 3.9 (`Python/ceval_gil.h`, `FORCE_SWITCHING`; `FAST_DISPATCH` in `ceval.c`).
    pub const PY3_9: GilModel = GilModel {
        name: "py3.9",
        pythons: "Python 3.2 to 3.9",
        evidence: "3.9.2 Python/ceval_gil.h (FORCE_SWITCHING), ceval.c (FAST_DISPATCH); measured on 3.6.15 and 3.9.18",
        locks: Locks::One,
        trigger: Trigger::Interval,
        check_points: CheckPoints::AfterSlowOps,
        forced_switch: true,
        returning: Returning::Waits,
        lock_acquire: LockAcquire::TryFirst,
        lock_hand_off: LockHandOff::Barging,
        sleep_zero: 450,
        cost_percent: 100,
    };

    /// Python 3.10 (bpo-29988: `CHECK_EVAL_BREAKER` after calls and jumps only).
    pub const PY3_10: GilModel = GilModel {
        name: "py3.10",
        pythons: "Python 3.10",
        evidence: "bpo-29988 and its commit 4958f5d; measured on 3.10.13",
        check_points: CheckPoints::CallJumpFrame,
        ..Self::PY3_9
    };

    /// Python 3.11 to 3.13 (`CHECK_PERIODIC` in `Python/bytecodes.c`).
    pub const PY3_13: GilModel = GilModel {
        name: "py3.13",
        pythons: "Python 3.11 to 3.13",
        evidence: "3.13.0 pycore_opcode_metadata.h (eval breaker flag), bytecodes.c (CHECK_PERIODIC); measured on 3.11 to 3.13",
        check_points: CheckPoints::BackEdgeCallResume,
        sleep_zero: 15_000,
        ..Self::PY3_9
    };

    /// Python 3.14: as 3.13, with fairer locks for scripts.
    pub const PY3_14: GilModel = GilModel {
        name: "py3.14",
        pythons: "Python 3.14",
        evidence: "3.14.10 pycore_opcode_metadata.h, lock.c (TIME_TO_BE_FAIR_NS); measured on 3.14.10 and 3.15.2",
        lock_hand_off: LockHandOff::AfterMillisecond,
        ..Self::PY3_13
    };

    /// Interpreters with a lock each (PEP 684, PEP 734). In a simulation each thread counts as an interpreter of its own:
    /// threads run at the same time and meet at check points.
    pub const PER_INTERPRETER: GilModel = GilModel {
        name: "per-interpreter",
        pythons: "Python 3.12 and later, one interpreter for each thread",
        evidence: "PEP 684, PEP 734; two interpreters in two threads measured on 3.14.10",
        locks: Locks::PerInterpreter,
        ..Self::PY3_14
    };

    /// No lock (PEP 703, PEP 779). Instructions of several threads interleave.
    pub const FREE_THREADED: GilModel = GilModel {
        name: "free-threaded",
        pythons: "Python 3.13t and 3.14t",
        evidence: "PEP 703, PEP 779 (10 % slower in one thread); measured on 3.13.5 built with --disable-gil",
        locks: Locks::None,
        check_points: CheckPoints::EveryOp,
        cost_percent: 110,
        ..Self::PY3_14
    };

    /// A thread that comes back is handed the lock at once, and CPU-bound threads change at the switch interval. No Python
    /// does this (bpo-7946 asked for it from 2010 to 2021).
    ///
    /// A thread that comes from a sleep, a system call, a wait or its start asks for the lock at once, and it goes to the
    /// oldest of them at the holder's next check point, once the holder has had it for a hundredth of a switch interval. The
    /// interrupted thread goes on next, with the rest of its slice. Whoever returned and computes for more than a tenth of
    /// an interval has to give way and is CPU-bound like the others; and returning threads together have half of the time
    /// at most: when they are an interval ahead, everyone waits as under `py3.13` until the others have caught up.
    /// See `fairness.rs`.
    pub const FAIR: GilModel = GilModel {
        name: "fair",
        pythons: "no Python: what bpo-7946 asked for",
        evidence: "made here: a sleeper beside computing threads is late by a tenth of a millisecond, not by five",
        returning: Returning::Interrupts,
        ..Self::PY3_14
    };

    /// Another thread's turn after each instruction.
    pub const EVERY_OP: GilModel = GilModel { name: "every-op", ..Self::every(NonZeroU32::MIN) };

    /// The presets, oldest first.
    pub const PRESETS: &'static [GilModel] = &[
        Self::PY2_7,
        Self::PY3_9,
        Self::PY3_10,
        Self::PY3_13,
        Self::PY3_14,
        Self::PER_INTERPRETER,
        Self::FREE_THREADED,
        Self::FAIR,
        Self::EVERY_OP,
    ];

    /// Whether the model can run in real time: the others need virtual processors.
    pub fn is_real(&self) -> bool {
        self.locks == Locks::One
    }

    /// Whether a thread at the end of its turn queues up behind those that wait.
    pub fn takes_turns(&self) -> bool {
        self.forced_switch && self.ticks().is_some()
    }

    /// Whether returning threads go before CPU-bound ones: see `fairness.rs`.
    pub fn is_fair(&self) -> bool {
        self.returning == Returning::Interrupts && !self.takes_turns()
    }

    /// A turn of so many instructions for each thread. No Python ever did this: it is for seeing what can go wrong.
    pub const fn every(instructions: NonZeroU32) -> GilModel {
        GilModel {
            name: "every",
            pythons: "no Python: made for finding races",
            evidence: "none: it is a thought experiment",
            trigger: Trigger::Ticks(instructions),
            check_points: CheckPoints::EveryOp,
            ..Self::PY3_13
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
