//! Threads of the operating system that have run a thread of the script to its end and wait for the next one.
//!
//! To make a thread and to clear it away costs the system some 35 µs; to hand a thread of the script to one that
//! still looks out for work costs less than one.

use gilscope_gil::{Lookout, Parker};
use gilscope_trace::ThreadId;
use parking_lot::Mutex;
use std::sync::Arc;

/// So many wait at most; the others end.
const MOST: usize = 64;

/// Those that wait.
#[derive(Debug, Default)]
pub(crate) struct Workers(Mutex<Resting>);

#[derive(Debug, Default)]
struct Resting {
    idle: Vec<Arc<Worker>>,
    /// The program is ending: nobody waits any more.
    dismissed: bool,
}

/// One of them.
#[derive(Debug, Default)]
pub(crate) struct Worker {
    parker: Arc<Parker>,
    next: Mutex<Option<ThreadId>>,
}

impl Worker {
    /// Waits for the next thread to run; none when the program ends.
    pub(crate) fn next(&self, lookout: &Lookout) -> Option<ThreadId> {
        self.parker.park(None, Some(lookout.for_a_wake_up()));
        self.next.lock().take()
    }
}

impl Workers {
    /// Has a worker run `thread`, if one is there: its parker, by which it is still to be woken.
    pub(crate) fn employ(&self, thread: ThreadId) -> Option<Arc<Parker>> {
        // The one that came last is the likeliest to be awake still.
        let worker = self.0.lock().idle.pop()?;
        *worker.next.lock() = Some(thread);
        Some(Arc::clone(&worker.parker))
    }

    /// From now on `worker` can be employed; false if it is not wanted.
    pub(crate) fn offer(&self, worker: &Arc<Worker>) -> bool {
        let mut resting = self.0.lock();
        let is_wanted = !resting.dismissed && resting.idle.len() < MOST;
        if is_wanted {
            resting.idle.push(Arc::clone(worker));
        }
        is_wanted
    }

    /// Lets all of them end.
    pub(crate) fn dismiss(&self) {
        let mut resting = self.0.lock();
        resting.dismissed = true;
        let idle = std::mem::take(&mut resting.idle);
        drop(resting);
        idle.iter().for_each(|worker| worker.parker.unpark());
    }
}
