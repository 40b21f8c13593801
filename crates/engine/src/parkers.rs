//! Where each thread of the script waits while it is blocked.
//!
//! A thread that sleeps is not roused at once when the holder of the interpreter lock wakes it: it could do no more
//! than wait for the lock, and where both share a processor it would take it from the holder for nothing. It is
//! roused when the lock is free, or when the holder has gone through some check points and still has it.

use gilscope_gil::Parker;
use gilscope_trace::ThreadId;
use parking_lot::Mutex;
use std::collections::HashMap;
use std::sync::Arc;

/// The parkers of the threads that have not ended.
#[derive(Debug, Default)]
pub(crate) struct Parkers {
    by_thread: Mutex<HashMap<ThreadId, Arc<Parker>>>,
    /// Those that have been woken and sleep still. Only the holder of the interpreter lock adds any.
    sleepy: Mutex<Vec<Arc<Parker>>>,
}

impl Parkers {
    /// The parker of a thread, made when first asked for: a thread can be woken before it has begun.
    pub(crate) fn of(&self, thread: ThreadId) -> Arc<Parker> {
        Arc::clone(self.by_thread.lock().entry(thread).or_default())
    }

    /// Lets a thread go on, now or when it parks next.
    pub(crate) fn unpark(&self, thread: ThreadId) {
        if let Some(parker) = self.find(thread) {
            parker.unpark();
        }
    }

    /// As `unpark`, but a thread that sleeps is roused by the next `rouse`. Says whether it is so.
    pub(crate) fn unpark_soon(&self, thread: ThreadId) -> bool {
        self.find(thread).is_some_and(|parker| self.announce(&parker))
    }

    /// As `unpark_soon`.
    pub(crate) fn announce(&self, parker: &Arc<Parker>) -> bool {
        let sleeps = parker.announce();
        if sleeps {
            self.sleepy.lock().push(Arc::clone(parker));
        }
        sleeps
    }

    /// Rouses those that have been woken and sleep still.
    pub(crate) fn rouse(&self) {
        let mut sleepy = self.sleepy.lock();
        if !sleepy.is_empty() {
            let woken = std::mem::take(&mut *sleepy);
            drop(sleepy);
            woken.iter().for_each(|parker| parker.rouse());
        }
    }

    /// The thread has ended.
    pub(crate) fn remove(&self, thread: ThreadId) {
        self.by_thread.lock().remove(&thread);
    }

    fn find(&self, thread: ThreadId) -> Option<Arc<Parker>> {
        self.by_thread.lock().get(&thread).cloned()
    }
}
