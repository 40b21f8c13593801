//! What step control asks of an execution.

use gilscope_trace::{Event, ThreadId, Timestamp};

/// An execution that stops where it is told to, can be copied, and always goes on in the same way.
pub trait Steppable: Clone {
    /// Instructions run so far, in all threads.
    fn steps(&self) -> u64;

    fn now(&self) -> Timestamp;

    /// Runs on until `limit` instructions have been run in all, or the execution has ended; it may stop before that, and
    /// does so when something has happened, before it runs another instruction. What happened is appended to `events`.
    /// Where threads run at the same time it stops wherever another thread may go on.
    ///
    /// Once `limit` instructions have been run, nothing more happens: a hand-over after them belongs to the next call.
    /// So the state after a number of instructions is one state, whichever way it was reached.
    fn advance(&mut self, limit: u64, events: &mut Vec<Event>) -> Progress;

    /// Has this thread run next, in place of the one that the scheduling policy would pick. Whether it can run.
    fn prefer(&mut self, thread: ThreadId) -> bool;

    /// A number that is the same for the same state of everything.
    fn state_hash(&self) -> u64;
}

/// Whether there is more to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    Paused,
    Ended,
}
