//! The interpreter lock: who may run, who asked, and when a thread has to give way.
//!
//! The lock guards the interpreter by owning it: [`Gil::take`] moves the guarded value out, [`Gil::release`] puts it
//! back. The protocol is CPython's (`Python/ceval_gil.c`), for each generation of it that [`GilModel`] describes.
//! This crate knows nothing of bytecode: it names the rule by which instructions are check points, and the virtual
//! machine, which has the table of instructions, applies it.
#![forbid(unsafe_code)]

mod clock;
mod eval_breaker;
mod fair;
mod fairness;
mod gil;
mod lookout;
mod model;
mod parker;
mod policy;
mod random;
mod recorder;
mod schedule;
mod standing;
mod state;
mod switch_interval;
mod switch_point;

pub use clock::{Clock, RealClock, moment_in};
pub use eval_breaker::{Bell, EvalBreaker};
pub use fairness::{Coming, Fairness};
pub use gil::{Closed, Gil};
pub use gilscope_trace::{ReleaseReason, ThreadId};
pub use lookout::{Look, Lookout};
pub use model::{CheckPoints, GilModel, LockAcquire, LockHandOff, Locks, Returning, Trigger, UnknownModel};
pub use parker::{Parker, Wakeup};
pub use policy::{Choice, Divergence, Policy};
pub use random::Random;
pub use recorder::Recorder;
pub use schedule::{Conditions, Move, Schedule, ScheduleError};
pub use switch_interval::SwitchInterval;
pub use switch_point::SwitchPoint;
