//! What can happen: a closed list, in the past tense.

use crate::{LockId, Place, ReleaseReason, ThreadId, Timestamp};
use std::sync::Arc;
use std::time::Duration;

/// One thing that happened to one thread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    pub time: Timestamp,
    /// The thread it happened to; of two threads involved, the one that acted or waited.
    pub thread: ThreadId,
    /// The instruction of the script that the thread was at; `None` where it has not begun or runs the library's own code.
    pub place: Option<Place>,
    pub kind: EventKind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EventKind {
    /// The thread exists; it has not had the lock yet. The main thread has no parent.
    ThreadStarted { parent: Option<ThreadId> },
    /// The thread will never take the lock again.
    ThreadFinished,
    /// The thread waited for a whole switch interval (or less, as the model has it) and set the drop request that `holder`
    /// polls.
    GilRequested { holder: Option<ThreadId> },
    /// The thread took the interpreter lock after waiting for it so long.
    GilTaken { waited: Duration },
    /// The thread put the interpreter lock back. `requested_by` is who had set the drop request, if it was set.
    GilReleased { reason: ReleaseReason, held: Duration, requested_by: Option<ThreadId> },
    /// The thread cannot go on.
    ThreadBlocked { on: BlockedOn },
    /// The thread can go on, once it has the interpreter lock.
    ThreadWoken { by: WokenBy },
    /// The thread owns a lock of the script.
    LockAcquired { lock: LockId },
    /// The thread gave a lock of the script back, its own or (Python allows it) another thread's.
    LockReleased { lock: LockId },
    /// The thread wrote to standard output or standard error.
    TextWritten { stream: Stream, text: Arc<str> },
    /// A function began, or a generator went on. From level `calls` on.
    FunctionEntered,
    /// A function ended or yielded. From level `calls` on.
    FunctionLeft { by: LeftBy },
    /// The thread came to another line. From level `lines` on.
    LineReached,
    /// The thread ran the instruction at `place`. At level `instructions`.
    InstructionRun,
    /// The instruction before changed a variable, an attribute or an item. At level `instructions`.
    ValueChanged { what: Arc<str>, scope: Scope, now: Arc<str> },
}

impl EventKind {
    /// The lowest level at which this is recorded.
    pub fn level(&self) -> Level {
        match self {
            EventKind::FunctionEntered | EventKind::FunctionLeft { .. } => Level::Calls,
            EventKind::LineReached => Level::Lines,
            EventKind::InstructionRun | EventKind::ValueChanged { .. } => Level::Instructions,
            _ => Level::Switches,
        }
    }

    /// Whether the thread holds the interpreter lock, waits for it, or is away, from this event on. The durations in events
    /// count from the last such event of the thread.
    pub fn begins_a_state(&self) -> bool {
        matches!(
            self,
            EventKind::ThreadStarted { .. }
                | EventKind::GilTaken { .. }
                | EventKind::GilReleased { .. }
                | EventKind::ThreadWoken { .. }
        )
    }

    /// The same event with the time since the thread's state began as its duration, if it has one.
    pub fn lasting(self, duration: Duration) -> EventKind {
        match self {
            EventKind::GilTaken { .. } => EventKind::GilTaken { waited: duration },
            EventKind::GilReleased { reason, requested_by, .. } => {
                EventKind::GilReleased { reason, held: duration, requested_by }
            }
            other => other,
        }
    }
}

/// How much is recorded. Each level has all that the one before it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Level {
    /// The interpreter lock, threads, the script's locks, output.
    #[default]
    Switches,
    /// Functions that begin and end.
    Calls,
    /// Lines.
    Lines,
    /// Instructions, each with what it changed.
    Instructions,
}

impl Level {
    /// All levels, least first.
    pub const ALL: [Level; 4] = [Level::Switches, Level::Calls, Level::Lines, Level::Instructions];

    /// The word for it on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Level::Switches => "switches",
            Level::Calls => "calls",
            Level::Lines => "lines",
            Level::Instructions => "instructions",
        }
    }
}

/// Where output went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stream {
    Output,
    Error,
}

/// How a function's frame came to be left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LeftBy {
    Return,
    Yield,
    Exception,
}

/// What kind of thing a changed value belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    Local,
    Global,
    Attribute,
    Item,
}

/// What a blocked thread waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BlockedOn {
    /// A lock of the script, and the thread that owned it then.
    Lock { lock: LockId, owner: Option<ThreadId> },
    /// The end of another thread.
    Join(ThreadId),
    /// A moment in time.
    Sleep,
    /// The operating system.
    Io,
}

/// Who or what ended a wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WokenBy {
    /// Another thread: it released the lock, or ended.
    Thread(ThreadId),
    /// The deadline passed.
    Deadline,
    /// The system call returned.
    Io,
    /// Ctrl-C.
    Signal,
}
