//! Processes: a fork is a copy of the interpreter in which only the calling thread goes on.

use crate::interp::Interp;
use crate::native::Trap;
use crate::thread_state::{Pending, ThreadState};
use crate::value::{LockId, Value};
use gilscope_gil::EvalBreaker;
use gilscope_trace::ThreadId;
use std::sync::Arc;

/// `errno` of a fork that cannot be made.
const EAGAIN: i32 = 11;

/// What a native asks the driver to do with its process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProcessCall {
    /// Make a copy. The result is 0 in the copy; `Interp::forked` says what it is in the original.
    Fork,
    /// End here and now, with a status as `waitpid` tells it: nothing is flushed, nobody is waited for.
    End(i32),
}

impl Interp {
    /// The copy of a fork, in which the call of `me` has returned 0 and no other thread exists (`fork(2)`). Locks are as they
    /// were, whoever holds them.
    pub fn fork(&self, me: ThreadId, host: Arc<dyn crate::Host>, breaker: EvalBreaker) -> Box<Interp> {
        let mut copy = Box::new(self.clone());
        (copy.host, copy.breaker) = (host, breaker);
        copy.breaker.ring(gilscope_gil::Bell::Collection);
        for id in (0..copy.threads.len() as u32).map(ThreadId).filter(|&id| id != me) {
            copy.vanish(id);
        }
        if let Some(thread) = copy.threads.get_mut(me.0 as usize) {
            (thread.joiners, thread.starter) = (Vec::new(), None);
        }
        for index in 0..copy.heap.locks.len() {
            let lock = &mut copy.heap.locks[LockId::from_index(index)];
            lock.waiters.clear();
            lock.waking = false;
        }
        copy
    }

    /// The thread was not copied.
    fn vanish(&mut self, id: ThreadId) {
        let Some(thread) = self.threads.get_mut(id.0 as usize).filter(|thread| !thread.finished) else { return };
        let (ident, name) = (thread.ident, thread.name);
        **thread = ThreadState { finished: true, ident, name, ..ThreadState::new(id) };
        self.alive = self.alive.saturating_sub(1);
        self.forget_locals(id);
    }

    /// The fork that `me` asked for has been made: its result is the number of the new process.
    pub fn forked(&mut self, me: ThreadId, child: u32) {
        if let Some(thread) = self.threads.get_mut(me.0 as usize) {
            thread.pending = Pending::Push(Value::Int(child.into()));
        }
    }

    /// There cannot be another process.
    pub fn fork_failed(&mut self, me: ThreadId) {
        if let Trap::Raise(exception) = self.os_error(EAGAIN, "Resource temporarily unavailable", None) {
            self.inject(me, exception);
        }
        if let Some(thread) = self.threads.get_mut(me.0 as usize) {
            thread.pending = Pending::Nothing;
        }
    }
}
