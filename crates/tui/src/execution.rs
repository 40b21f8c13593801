//! What the stepper asks of an execution, be it a simulation or the trace of one that is over.

use crate::app::At;
use crate::keys::Direction;
use gilscope_engine::step::{Call, Decision, Recorded, Spot};
use gilscope_gil::CheckPoints;
use gilscope_trace::{Catalogue, Header, ThreadId, Timestamp};
use std::collections::BTreeSet;
use std::sync::Arc;

/// A line of a file; lines count from 1.
pub type SourceLine = (Arc<str>, u32);

/// A command line for `gilscope step`: the options behind it, with a blank before each, and the program.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Command {
    pub options: String,
    pub program: String,
}

/// Something that is wrong with the execution, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub step: u64,
    pub text: String,
    /// The thread that it happens to, if it is one alone.
    pub thread: Option<ThreadId>,
}

/// An execution and a place in it.
pub trait Execution {
    fn header(&self) -> &Header;
    fn catalogue(&self) -> &Catalogue;
    /// Where threads are preempted under the model of this execution.
    fn check_points(&self) -> CheckPoints;

    /// What has happened as far as the execution is known.
    fn events(&self) -> &[Recorded];
    /// The last step that is known.
    fn last_step(&self) -> u64;
    /// Whether all of it is known.
    fn is_complete(&self) -> bool;
    /// Gets to know more of it: about so many steps.
    fn extend(&mut self, steps: u64);
    fn problems(&self) -> &[Problem];
    /// Goes to where a problem, given by its index, shows.
    fn go_to_problem(&mut self, problem: usize);

    /// Where we are.
    fn step(&self) -> u64;
    fn go_to(&mut self, step: u64);
    /// The moment after the instructions so far.
    fn now(&self) -> Timestamp;

    /// Whether there is more to see than events.
    fn is_live(&self) -> bool;
    /// Goes to where the running thread comes to another line, or another thread runs. Whether there is such a place.
    fn seek_line(&mut self, direction: Direction) -> bool;
    /// Goes to where a thread comes to one of these lines. Whether there is such a place.
    fn seek_lines(&mut self, direction: Direction, lines: &BTreeSet<SourceLine>) -> bool;
    /// The thread that runs, if one does.
    fn running(&self) -> Option<ThreadId>;
    /// Where a thread is in the script, if that can be seen.
    fn spot(&self, thread: ThreadId) -> Option<Spot>;
    /// Until when a sleeping thread sleeps, if that can be seen.
    fn sleeps_until(&self, thread: ThreadId) -> Option<Timestamp>;
    /// The calls in progress of a thread, outermost first.
    fn calls(&self, thread: ThreadId) -> Vec<Call>;
    /// What the threads share.
    fn shared(&self) -> Vec<(String, String)>;
    /// The file of the script, as its code objects name it.
    fn script(&self) -> Arc<str>;
    /// The text of a source file.
    fn source(&self, file: &str) -> Option<Arc<str>>;

    /// Has a thread run next. Whether it can.
    fn decide(&mut self, thread: ThreadId) -> bool;
    fn decisions(&self) -> Vec<Decision>;
    /// Takes these choices instead, and goes to a step.
    fn redo_with(&mut self, decisions: Vec<Decision>, step: u64);
    /// The choices of this execution as a schedule that `gilscope replay` takes.
    fn schedule(&self) -> Option<String>;

    /// The command that runs it again by a schedule in a file.
    fn replay(&self, file: &str) -> String;

    /// The command that opens this execution again at a moment.
    fn command(&self, at: At) -> String;
}
