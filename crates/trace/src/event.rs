//! What can happen: a closed list, in the past tense.

use crate::{LockId, ReleaseReason, ThreadId, Timestamp};
use std::time::Duration;

/// One thing that happened to one thread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    pub time: Timestamp,
    /// The thread it happened to; of two threads involved, the one that acted or waited.
    pub thread: ThreadId,
    pub kind: EventKind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EventKind {
    /// The thread exists; it has not had the lock yet. The main thread has no parent.
    ThreadStarted { parent: Option<ThreadId> },
    /// The thread will never take the lock again.
    ThreadFinished,
    /// The thread waited for a whole switch interval and set the drop request that `holder` polls.
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
