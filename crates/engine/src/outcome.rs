//! How an execution ended.

use gilscope_trace::ThreadId;
use std::collections::BTreeMap;

/// What is left when a program has ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// What the process should exit with.
    pub status: i32,
    /// The names that the script's threads had, where they had one.
    pub thread_names: BTreeMap<ThreadId, String>,
}
