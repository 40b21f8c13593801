//! How an execution ended.

use gilscope_gil::Schedule;
use gilscope_trace::ThreadId;
use std::collections::BTreeMap;

/// What is left when a program has ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// What the process should exit with; [`Outcome::INTERRUPTED`] if Ctrl-C ended the program.
    pub status: i32,
    /// The names that the script's threads had, where they had one.
    pub thread_names: BTreeMap<ThreadId, String>,
    /// Why the trace file is not complete, if it is not.
    pub trace_failure: Option<String>,
    /// Of a simulation: what there is to say about threads that never went on, and the like.
    pub report: Option<String>,
    /// Of a simulation: what it takes to repeat it.
    pub schedule: Option<Schedule>,
}

impl Outcome {
    /// The status of a program that an interrupt ended: the process should die of one (`die_of_interrupt`), which shells
    /// show as 130.
    pub const INTERRUPTED: i32 = -2;

    /// No thread of a simulation could ever go on.
    pub const DEADLOCK: i32 = 90;
    /// A simulation reached its limit of work or instructions.
    pub const LIMIT: i32 = 91;
    /// A simulation did not go as the schedule that it followed.
    pub const DIVERGED: i32 = 92;

    /// How a real execution ended.
    pub(crate) fn of(status: i32, thread_names: BTreeMap<ThreadId, String>) -> Outcome {
        Outcome { status, thread_names, trace_failure: None, report: None, schedule: None }
    }

    /// The interpreter was lost on the way.
    pub(crate) fn failed() -> Outcome {
        Outcome::of(1, BTreeMap::new())
    }
}
