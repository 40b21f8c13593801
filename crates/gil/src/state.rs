//! What the lock remembers: a few words, changed under a mutex that nobody holds for longer than that takes.

use crate::standing::Standing;
use crate::{Coming, Fairness, ReleaseReason, ThreadId};
use parking_lot::Condvar;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// A thread that waits for the lock. Each waits on a condition of its own, so that one release wakes one thread.
pub(crate) struct Waiter {
    pub(crate) wake: Condvar,
    /// How it came to the lock, and when, by the lock's own clock.
    pub(crate) coming: Coming,
    pub(crate) came: u64,
    /// Whether it is in the queue. Changed under the mutex alone, which orders it.
    queued: AtomicBool,
}

impl Waiter {
    pub(crate) fn new(coming: Coming, came: u64) -> Arc<Waiter> {
        Arc::new(Waiter { wake: Condvar::new(), coming, came, queued: AtomicBool::new(false) })
    }
}

/// So many waiters, the oldest, watch the clock and ask for the lock when their patience ends. The others just wait:
/// a thousand threads that look at a clock each five milliseconds would leave no time for the one that runs.
pub(crate) const TIMED: usize = 8;

pub(crate) struct State<T> {
    /// The interpreter, while nobody has it.
    pub(crate) guarded: Option<T>,
    pub(crate) holder: Option<ThreadId>,
    /// Who had it last; the holder itself while it is held.
    pub(crate) last_holder: Option<ThreadId>,
    /// Grows when a different thread takes the lock than had it before.
    pub(crate) switch_number: u64,
    /// Oldest first. A thread leaves the queue when a release signals it, and comes back at the end if it lost the race.
    pub(crate) waiters: VecDeque<Arc<Waiter>>,
    /// In the model `fair` those that come from outside wait here, and all stay in their queue until they have the lock.
    pub(crate) returning: VecDeque<Arc<Waiter>>,
    pub(crate) fairness: Fairness,
    /// The lock is free and one of those that come from outside was signalled: nobody else may take it.
    pub(crate) is_for_returning: bool,
    /// How many threads wait, the signalled ones that do not run yet included.
    pub(crate) waiting: usize,
    /// Threads that gave the lock up to wait for something that another thread will do. Kept where turns are taken.
    pub(crate) parked: BTreeSet<ThreadId>,
    /// Threads that could go on but are still being woken by the operating system: their turn is as due as any.
    pub(crate) expected: BTreeSet<ThreadId>,
    /// Who set the drop request; none when it is not set.
    pub(crate) requested_by: Option<ThreadId>,
    /// What that makes the reason of the release.
    pub(crate) requested_for: ReleaseReason,
    /// What events say of each thread, if anybody listens.
    pub(crate) standings: BTreeMap<ThreadId, Standing>,
    /// The thread that alone may still take the lock, once the interpreter is being finalized.
    pub(crate) closed_by: Option<ThreadId>,
    /// The lock was taken away from all threads, for ever.
    pub(crate) is_seized: bool,
    /// A signal has come and the main thread has not seen it.
    pub(crate) signal_pending: bool,
}

impl<T> State<T> {
    pub(crate) fn new(guarded: T) -> State<T> {
        State {
            guarded: Some(guarded),
            holder: None,
            last_holder: None,
            switch_number: 0,
            waiters: VecDeque::new(),
            returning: VecDeque::new(),
            fairness: Fairness::default(),
            is_for_returning: false,
            waiting: 0,
            parked: BTreeSet::new(),
            expected: BTreeSet::new(),
            requested_by: None,
            requested_for: ReleaseReason::Interval,
            standings: BTreeMap::new(),
            closed_by: None,
            is_seized: false,
            signal_pending: false,
        }
    }

    /// Whether some other thread could run.
    pub(crate) fn somebody_is_ready(&self) -> bool {
        self.waiting > 0 || !self.expected.is_empty()
    }

    pub(crate) fn is_closed_to(&self, thread: ThreadId) -> bool {
        self.is_seized || self.closed_by.is_some_and(|closer| closer != thread)
    }

    /// Wakes the thread that has waited longest, if any waits.
    pub(crate) fn signal_one(&mut self) {
        if let Some(waiter) = self.waiters.pop_front() {
            waiter.queued.store(false, Ordering::Relaxed);
            waiter.wake.notify_one();
            self.move_up();
        }
    }

    /// Puts a waiter at the end of the queue, unless it is in the queue already.
    pub(crate) fn enqueue(&mut self, waiter: &Arc<Waiter>) {
        if !waiter.queued.swap(true, Ordering::Relaxed) {
            self.waiters.push_back(Arc::clone(waiter));
        }
    }

    /// Takes a waiter out of the queue, if it is in it.
    pub(crate) fn dequeue(&mut self, waiter: &Arc<Waiter>) {
        if waiter.queued.swap(false, Ordering::Relaxed) {
            self.waiters.retain(|other| !Arc::ptr_eq(other, waiter));
            self.move_up();
        }
    }

    /// Whether the next release will signal this waiter.
    pub(crate) fn is_next(&self, waiter: &Arc<Waiter>) -> bool {
        self.waiters.front().is_some_and(|front| Arc::ptr_eq(front, waiter))
    }

    /// Whether the waiter is to watch the clock.
    pub(crate) fn is_timed(&self, waiter: &Arc<Waiter>) -> bool {
        self.waiters.iter().take(TIMED).any(|other| Arc::ptr_eq(other, waiter))
    }

    /// A place among those that watch the clock may have become free: the waiter that has it now must wake to know.
    fn move_up(&self) {
        if let Some(waiter) = self.waiters.get(TIMED - 1) {
            waiter.wake.notify_one();
        }
    }
}
