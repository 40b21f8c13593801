//! How an execution ended.

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
}

impl Outcome {
    /// The status of a program that an interrupt ended: the process should die of one (`die_of_interrupt`), which shells
    /// show as 130.
    pub const INTERRUPTED: i32 = -2;

    /// The interpreter was lost on the way.
    pub(crate) fn failed() -> Outcome {
        Outcome { status: 1, thread_names: BTreeMap::new(), trace_failure: None }
    }
}
