//! Why the run loop comes back to the driver.

use crate::interp::Interp;
use crate::native::NativeResult;
use crate::value::{ExceptionId, LockId, Value};
use gilscope_trace::ThreadId;

/// What a thread asks of its driver.
#[derive(Debug)]
pub enum Exit {
    /// A check point found a request to give up the GIL (or the tick counter ran out): release, take again, run on.
    Switch,
    /// The driver of a simulation wanted to have the thread back right here, check point or not.
    Pause,
    /// The thread called for others to have a turn (`sleep(0)`, `yield`).
    Yield,
    /// The thread waits: release the GIL, park until `Host::wake` or the deadline, take it, run on: the
    /// interpreter then decides whether the wait is over, and may return `Block` again.
    Block { reason: WaitReason, deadline: Option<u64> },
    /// Release the GIL, do the work, take the GIL, hand the reply to `Interp::complete`, run on.
    Io(IoWork),
    /// Start an OS thread for this new thread, then run on. If it cannot be started: `Interp::spawn_failed`.
    Spawn(ThreadId),
    /// Something is to happen to the process: a fork, or its end.
    Process(crate::ProcessCall),
    /// The thread's first function has returned or raised.
    Finished(Result<Value, ExceptionId>),
}

/// What kind of wait it is, for statistics and traces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WaitReason {
    Lock(LockId),
    Sleep,
    Join(ThreadId),
    /// The beginning of a thread that was started.
    Start(ThreadId),
}

/// What a blocked thread waits for; deadlines are nanoseconds of `Host::monotonic`.
#[derive(Debug, Clone)]
pub enum Wait {
    /// Result: whether the lock was acquired.
    Lock { lock: LockId, deadline: Option<u64> },
    /// Result: `None`.
    Sleep { until: u64 },
    /// Result: whether the thread has finished.
    Join { thread: ThreadId, deadline: Option<u64> },
    /// Result: `None`, once the thread has announced itself.
    Start { thread: ThreadId },
    /// Result: what `Interp::hand_over` gives to the waiters of a lock that nobody ever releases, or `missing` at the deadline.
    Handed { lock: LockId, deadline: Option<u64>, missing: Value },
    /// What `ThreadState::wait` says.
    Resume,
}

/// A piece of input or output that is done without the GIL.
pub struct IoRequest {
    pub work: IoWork,
    /// Called with `state` and the reply, once the GIL is held again: the result of the native.
    pub then: fn(&mut Interp, Value, Reply) -> NativeResult,
    pub state: Value,
}

/// The part of it that needs no interpreter.
pub struct IoWork {
    /// For statistics and traces: `write`, `read`, `open`…
    pub label: &'static str,
    /// How long it takes, in nanoseconds, where that is known before: a simulation lets so much time pass instead.
    pub takes: Option<u64>,
    pub run: Box<dyn FnOnce() -> Reply + Send>,
}

/// The label of a wait for other processes: it is done in slices, and Ctrl-C can come between two.
pub const WAIT: &str = "wait";

/// What came of it.
#[derive(Debug, Clone)]
pub enum Reply {
    Done,
    Count(u64),
    Bytes(Vec<u8>),
    Names(Vec<String>),
    /// A file that was opened.
    File(std::sync::Arc<crate::streams::Channel>),
    /// `errno` and the file it concerns.
    Failed {
        errno: i32,
        message: String,
        filename: Option<String>,
    },
}

impl std::fmt::Debug for IoWork {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "IoWork({})", self.label)
    }
}

impl std::fmt::Debug for IoRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "IoRequest({})", self.work.label)
    }
}
