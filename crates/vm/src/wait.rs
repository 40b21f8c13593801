//! What a blocked thread waits for, and whether it has come.

use crate::exit::Wait;
use crate::interp::Interp;
use crate::thread_state::{Pending, ThreadState};
use crate::value::{LockId, Value};
use gilscope_trace::ThreadId;

/// After so many nanoseconds a waiter is given the lock (`TIME_TO_BE_FAIR_NS` in CPython 3.14's `Python/lock.c`).
const TIME_TO_BE_FAIR: u64 = 1_000_000;

impl Interp {
    /// The result of the wait if it is over: acquired, slept enough, finished, or timed out.
    pub(crate) fn wait_result(&mut self, ts: &mut ThreadState) -> Option<Value> {
        let wait = ts.wait.clone()?;
        match wait {
            Wait::Lock { lock, deadline } => {
                if self.lock_try(lock, ts.id) {
                    self.lock_forget(lock, ts.id);
                    return Some(Value::True);
                }
                if self.is_past(deadline) {
                    self.lock_forget(lock, ts.id);
                    return Some(Value::False);
                }
                self.heap.locks[lock].waking = false;
                None
            }
            Wait::Sleep { until } => self.is_past(Some(until)).then_some(Value::None),
            Wait::Join { thread, deadline } => {
                if self.has_finished(thread) {
                    return Some(Value::True);
                }
                if self.is_past(deadline) {
                    self.join_forget(thread, ts.id);
                    return Some(Value::False);
                }
                None
            }
            Wait::Start { thread } => self.has_begun(thread).then_some(Value::None),
            Wait::Handed { lock, deadline, missing } => {
                if !self.is_past(deadline) {
                    return None;
                }
                self.lock_forget(lock, ts.id);
                Some(missing)
            }
            Wait::Resume => Some(Value::None),
        }
    }

    fn is_past(&self, deadline: Option<u64>) -> bool {
        deadline.is_some_and(|deadline| self.monotonic() >= deadline)
    }

    /// The wait is over without a result: an exception comes in between.
    pub(crate) fn give_up_wait(&mut self, ts: &mut ThreadState) {
        match ts.wait.take() {
            Some(Wait::Lock { lock, .. } | Wait::Handed { lock, .. }) => self.lock_forget(lock, ts.id),
            Some(Wait::Join { thread, .. }) => self.join_forget(thread, ts.id),
            _ => {}
        }
    }

    /// Take a lock if it is free, or held by the same thread and reentrant.
    pub fn lock_try(&mut self, lock: LockId, thread: ThreadId) -> bool {
        let object = &mut self.heap.locks[lock];
        if object.reentrant && object.owner == Some(thread) && object.locked {
            object.count += 1;
            return true;
        }
        if object.locked {
            return false;
        }
        object.locked = true;
        object.owner = Some(thread);
        object.count = 1;
        if self.is_recording() {
            self.record_acquired(lock, thread);
        }
        true
    }

    /// Queue up for a lock that is taken.
    pub fn lock_wait(&mut self, lock: LockId, thread: ThreadId) {
        if self.heap.locks[lock].waiters.is_empty() {
            self.heap.locks[lock].first_since = self.monotonic();
        }
        self.heap.locks[lock].waiters.push_back(thread);
    }

    /// Leave the queue; if a wake-up was meant for this thread, pass it on.
    fn lock_forget(&mut self, lock: LockId, thread: ThreadId) {
        if self.heap.locks[lock].waiters.front() == Some(&thread) {
            self.heap.locks[lock].first_since = self.monotonic();
        }
        let object = &mut self.heap.locks[lock];
        object.waiters.retain(|&t| t != thread);
        object.waking = false;
        if !object.locked {
            self.lock_wake(lock);
        }
    }

    /// Free a lock and wake the oldest waiter. The lock is free for anyone until the woken thread runs: CPython's
    /// locks up to 3.13.0 let a running thread barge in.
    pub fn lock_free(&mut self, lock: LockId) {
        let object = &mut self.heap.locks[lock];
        object.locked = false;
        object.owner = None;
        object.count = 0;
        if self.is_recording() {
            self.record_released(lock);
        }
        if !self.scheduling.hands_locks_over || !self.lock_hand_over(lock) {
            self.lock_wake(lock);
        }
    }

    /// Make the first waiter the owner of a lock that is free, if it has waited long; whether it has.
    fn lock_hand_over(&mut self, lock: LockId) -> bool {
        let Some(&first) = self.heap.locks[lock].waiters.front() else { return false };
        let now = self.monotonic();
        let is_patient = now.saturating_sub(self.heap.locks[lock].first_since) < TIME_TO_BE_FAIR;
        let state = self.threads.get_mut(first.0 as usize);
        let Some(state) =
            state.filter(|state| matches!(state.wait, Some(Wait::Lock { lock: other, .. }) if other == lock))
        else {
            return false;
        };
        if is_patient {
            return false;
        }
        state.wait = None;
        state.pending = Pending::Push(Value::True);
        let object = &mut self.heap.locks[lock];
        object.waiters.pop_front();
        (object.locked, object.owner, object.count) = (true, Some(first), 1);
        (object.waking, object.first_since) = (false, now);
        if self.is_recording() {
            self.record_handed(lock, first);
        }
        self.wake(first);
        true
    }

    fn lock_wake(&mut self, lock: LockId) {
        let object = &mut self.heap.locks[lock];
        if let (false, Some(&first)) = (object.waking, object.waiters.front()) {
            object.waking = true;
            self.wake(first);
        }
    }

    /// Give `value` to the thread that has waited longest in `Wait::Handed` for this lock; false if none waits.
    pub fn hand_over(&mut self, lock: LockId, value: Value) -> bool {
        let Some(first) = self.heap.locks[lock].waiters.pop_front() else { return false };
        if let Some(thread) = self.threads.get_mut(first.0 as usize) {
            thread.wait = None;
            thread.pending = Pending::Push(value);
        }
        self.wake(first);
        true
    }

    /// Whether a thread has announced itself, or has ended.
    pub fn has_begun(&self, thread: ThreadId) -> bool {
        self.threads.get(thread.0 as usize).is_none_or(|t| t.has_begun || t.finished)
    }

    /// Be woken when `thread` announces itself.
    pub fn start_wait(&mut self, thread: ThreadId, waiter: ThreadId) {
        if let Some(started) = self.threads.get_mut(thread.0 as usize) {
            started.starter = Some(waiter);
        }
    }

    /// The running thread has begun: whoever started it may go on.
    pub fn announce(&mut self, thread: &mut ThreadState) {
        thread.has_begun = true;
        if let Some(starter) = thread.starter.take() {
            self.wake(starter);
        }
    }

    /// Whether a thread has ended.
    pub fn has_finished(&self, thread: ThreadId) -> bool {
        self.threads.get(thread.0 as usize).is_none_or(|t| t.finished)
    }

    /// Be woken when `thread` ends.
    pub fn join_wait(&mut self, thread: ThreadId, waiter: ThreadId) {
        if let Some(target) = self.threads.get_mut(thread.0 as usize) {
            target.joiners.push(waiter);
        }
    }

    fn join_forget(&mut self, thread: ThreadId, waiter: ThreadId) {
        if let Some(target) = self.threads.get_mut(thread.0 as usize) {
            target.joiners.retain(|&t| t != waiter);
        }
    }
}
