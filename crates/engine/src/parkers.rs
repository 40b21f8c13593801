//! Where each thread of the script waits while it is blocked.

use gilscope_gil::Parker;
use gilscope_trace::ThreadId;
use parking_lot::Mutex;
use std::collections::HashMap;
use std::sync::Arc;

/// The parkers of the threads that have not ended.
#[derive(Debug, Default)]
pub(crate) struct Parkers(Mutex<HashMap<ThreadId, Arc<Parker>>>);

impl Parkers {
    /// The parker of a thread, made when first asked for: a thread can be woken before it has begun.
    pub(crate) fn of(&self, thread: ThreadId) -> Arc<Parker> {
        Arc::clone(self.0.lock().entry(thread).or_default())
    }

    /// Lets a thread go on, now or when it parks next.
    pub(crate) fn unpark(&self, thread: ThreadId) {
        let parker = self.0.lock().get(&thread).cloned();
        if let Some(parker) = parker {
            parker.unpark();
        }
    }

    /// The thread has ended.
    pub(crate) fn remove(&self, thread: ThreadId) {
        self.0.lock().remove(&thread);
    }
}
