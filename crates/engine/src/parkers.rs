//! Where each thread of the script waits while it is blocked.
//!
//! A thread that sleeps is not roused at once when the holder of the interpreter lock wakes it: it could do no more
//! than wait for the lock, and where both share a processor it would take it from the holder for nothing. It is
//! roused when the lock is free, or when the holder has gone through some check points and still has it.
//!
//! Of a crowd that is woken at once (`notify_all` with a thousand waiters) all but a few would only go from one sleep to
//! the next, before the lock. They are roused a few at a time. Whoever is roused comes to the lock, and rouses others
//! when it gives it up: while any sleep that were woken, one at least waits for the lock or is on its way to it. When the
//! holder is made to give way all are roused, so that they do not queue up behind it again and again.

use gilscope_gil::Parker;
use gilscope_trace::ThreadId;
use parking_lot::Mutex;
use std::collections::{HashMap, VecDeque};
use std::sync::Arc;

/// So many are roused at once in any case.
const FEW: usize = 8;

/// Of a crowd, as many are roused as make this number wait for the lock: at least two, so that one is left to ask for the
/// lock when the other has it; more, because to wake takes longer than a turn.
const AWAKE: usize = 4;

/// The parkers of the threads that have not ended.
#[derive(Debug, Default)]
pub(crate) struct Parkers {
    by_thread: Mutex<HashMap<ThreadId, Arc<Parker>>>,
    /// Those that have been woken and sleep still. Only the holder of the interpreter lock adds any.
    sleepy: Mutex<VecDeque<Sleeper>>,
}

#[derive(Debug)]
struct Sleeper {
    parker: Arc<Parker>,
    /// Whether it is sure to come to the lock: the main thread may be reading from a terminal.
    is_sure: bool,
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
        self.find(thread).is_some_and(|parker| self.announce(parker, !thread.is_main()))
    }

    /// As `unpark_soon`; `is_sure` says that the thread will come to the lock when it is roused.
    pub(crate) fn announce(&self, parker: Arc<Parker>, is_sure: bool) -> bool {
        let sleeps = parker.announce();
        if sleeps {
            self.sleepy.lock().push_back(Sleeper { parker, is_sure });
        }
        sleeps
    }

    /// Rouses all that have been woken and sleep still.
    pub(crate) fn rouse_all(&self) {
        // One by one: the queue keeps its room, and nobody waits for the mutex while a thread is roused.
        while let Some(sleeper) = self.next_sleeper() {
            sleeper.parker.rouse();
        }
    }

    fn next_sleeper(&self) -> Option<Sleeper> {
        self.sleepy.lock().pop_front()
    }

    /// Rouses those that have been woken and sleep still, or as many of them as are of use. `waiting` is how many threads
    /// wait for the lock.
    pub(crate) fn rouse(&self, waiting: impl FnOnce() -> usize) {
        let mut sleepy = self.sleepy.lock();
        if sleepy.len() <= FEW {
            drop(sleepy);
            return self.rouse_all();
        }
        let mut wanted = AWAKE.saturating_sub(waiting());
        while wanted > 0
            && let Some(sleeper) = sleepy.pop_front()
        {
            // Some have woken by themselves, because their time was over.
            if sleeper.parker.is_being_woken() {
                sleeper.parker.rouse();
                wanted -= usize::from(sleeper.is_sure);
            }
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

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "real threads in real time are what is tested")]
mod tests {
    use super::*;
    use gilscope_gil::moment_in;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;
    use std::time::Duration;

    /// Whoever is roused rouses others, as it would when it gives the lock up: nobody is left, though some of those that
    /// are to be roused have woken by themselves.
    #[test]
    fn a_crowd_is_roused_to_the_last() {
        let (parkers, impatient, patient) = (Parkers::default(), 1..40, 40..120);
        let left = AtomicUsize::new(patient.len());
        thread::scope(|scope| {
            let sleepers: Vec<_> = impatient
                .clone()
                .map(|thread| {
                    let parker = parkers.of(ThreadId(thread));
                    scope.spawn(move || parker.park(Some(moment_in(Duration::from_millis(300))), None))
                })
                .collect();
            for thread in patient.clone() {
                let (parkers, left) = (&parkers, &left);
                let parker = parkers.of(ThreadId(thread));
                scope.spawn(move || {
                    parker.park(None, None);
                    left.fetch_sub(1, Ordering::SeqCst);
                    parkers.rouse(|| 0);
                });
            }
            thread::sleep(Duration::from_millis(50));
            for thread in impatient {
                parkers.unpark_soon(ThreadId(thread));
            }
            sleepers.into_iter().for_each(|sleeper| drop(sleeper.join()));
            for thread in patient {
                parkers.unpark_soon(ThreadId(thread));
            }
            parkers.rouse(|| 0);
        });
        assert_eq!(left.load(Ordering::SeqCst), 0);
    }
}
