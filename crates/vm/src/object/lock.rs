//! `_thread.lock` and `_thread.RLock`: state under the GIL, with the queue of the threads that wait.

use gilscope_trace::{Place, ThreadId};
use std::collections::VecDeque;

/// A lock. `owner` is set while an RLock is held; a plain lock has only `locked`.
#[derive(Debug, Clone, Default)]
pub struct LockObject {
    pub reentrant: bool,
    pub locked: bool,
    /// Of an RLock, and for reports also the thread that last acquired a plain lock.
    pub owner: Option<ThreadId>,
    /// Depth of an RLock.
    pub count: u32,
    /// Threads blocked in `acquire`, oldest first. A woken thread stays here until it has the lock or gives up.
    pub waiters: VecDeque<ThreadId>,
    /// Since when the first waiter has been the first, in nanoseconds of `Interp::monotonic`.
    pub first_since: u64,
    /// The first waiter has been woken and has not run yet: no need to wake it again.
    pub waking: bool,
    /// Its number in events; 0 before it has one.
    pub number: u64,
    /// Where the script made it, if events are wanted.
    pub made_at: Option<Place>,
    /// What it is called has been told.
    pub is_defined: bool,
}
