//! One moment of an execution as the screen shows it: plain data, made before anything is drawn.

use crate::lanes::Lanes;
use crate::mark::Mark;
use gilscope_trace::{Stream, ThreadId, Timestamp};

/// Everything that the panes show.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Moment {
    /// The script, and under which conditions it runs.
    pub title: String,
    /// Instructions run so far; in a recorded trace, events so far.
    pub step: u64,
    /// The last step that is known, and whether it is the last one of all.
    pub last_step: u64,
    pub is_complete: bool,
    /// Whether nothing but events is known: a trace of an execution that is over.
    pub is_trace: bool,
    pub time: Timestamp,
    pub threads: Vec<ThreadRow>,
    /// The thread whose source and stack are shown.
    pub selected: Option<ThreadId>,
    pub holder: Option<ThreadId>,
    pub listing: Listing,
    pub lanes: Lanes,
    /// Of the selected thread, innermost first.
    pub stack: Vec<FrameRow>,
    /// Values on their way in the selected thread: read, and not stored yet.
    pub operands: Vec<String>,
    pub values: Vec<ValueRow>,
    pub output: Vec<OutputRow>,
    /// Why things are as they are: what happened last, then why the selected thread does not run.
    pub why: Vec<String>,
    /// The user's choices so far: which thread was to run next, and where.
    pub choices: usize,
    pub problems: usize,
}

/// One thread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThreadRow {
    pub id: ThreadId,
    pub name: String,
    pub mark: Mark,
    /// Its state in words: `waits for the GIL`.
    pub state: String,
    /// The function and line where it is.
    pub place: Option<(String, u32)>,
}

/// Source lines, or source lines with their instructions.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listing {
    pub title: String,
    pub rows: Vec<ListingRow>,
    /// The row to keep in sight.
    pub focus: usize,
}

/// One row of a listing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListingRow {
    Line { number: u32, text: String, threads: Vec<ThreadId> },
    Instruction { index: u32, text: String, is_check_point: bool, window: Window, threads: Vec<ThreadId> },
}

/// Whether an instruction lies between the reading and the writing back of a shared value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Window {
    #[default]
    Outside,
    /// Inside, but no other thread can come in between under this model.
    Closed,
    /// Inside, and another thread can write the value in between: what is written back is then out of date.
    Open,
}

/// One call in progress.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrameRow {
    pub function: String,
    pub line: u32,
    pub locals: Vec<(String, String)>,
}

/// A value that threads share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValueRow {
    pub name: String,
    pub value: String,
    /// What it was before the last move, if that was something else.
    pub before: Option<String>,
}

/// A piece of output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutputRow {
    pub thread: ThreadId,
    pub stream: Stream,
    pub text: String,
}
