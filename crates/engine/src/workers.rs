//! Threads of the operating system that have run a thread of the script to its end and wait for the next one.
//!
//! To make a thread and to clear it away costs the system some 35 µs, and 60 µs of two processors when other threads
//! end at the same time; to hand a thread of the script to one that still looks out for work costs less than one.

use gilscope_gil::{Look, Parker, Wakeup, moment_in};
use gilscope_trace::ThreadId;
use parking_lot::Mutex;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// So many wait until the program ends. Those that come when so many wait already are gone after `LINGERING`.
const STAYING: usize = 64;

/// Long enough that the end of a crowd is over by then, and that the next crowd finds most of the last one.
const LINGERING: Duration = Duration::from_secs(1);

/// A program for which so many had to be made is likely to need more: one is made ahead, while the thread that starts
/// others waits for the last to begin.
const MANY: usize = 8;

/// Those that wait.
#[derive(Debug, Default)]
pub(crate) struct Workers(Mutex<Resting>);

#[derive(Debug, Default)]
struct Resting {
    /// By the order in which they came.
    idle: BTreeMap<u64, Idle>,
    /// How many ever came.
    came: u64,
    /// How many had to be made for a thread of the script.
    made: usize,
    /// The program is ending: nobody waits any more.
    dismissed: bool,
}

#[derive(Debug)]
struct Idle {
    worker: Arc<Worker>,
    is_staying: bool,
}

/// How a worker waits.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Rest {
    /// Until it is employed or dismissed.
    Staying,
    /// Until a moment at most; `place` is what it came as.
    Lingering { place: u64, until: Instant },
}

/// One of them.
#[derive(Debug, Default)]
pub(crate) struct Worker {
    parker: Arc<Parker>,
    /// What it has been employed for. Set while it is taken out of those that wait, under their mutex.
    next: Mutex<Option<ThreadId>>,
}

impl Resting {
    fn insert(&mut self, worker: &Arc<Worker>, is_staying: bool) -> u64 {
        let place = self.came;
        self.came += 1;
        self.idle.insert(place, Idle { worker: Arc::clone(worker), is_staying });
        place
    }
}

impl Workers {
    /// Has a worker run `thread`, if one is there: its parker, by which it is still to be woken.
    pub(crate) fn employ(&self, thread: ThreadId) -> Option<Arc<Parker>> {
        let mut resting = self.0.lock();
        // The one that came last is the likeliest to be awake still.
        let Some((_, Idle { worker, .. })) = resting.idle.pop_last() else {
            resting.made += 1;
            return None;
        };
        *worker.next.lock() = Some(thread);
        Some(Arc::clone(&worker.parker))
    }

    /// From now on `worker` can be employed, and is to wait like this; nothing if it is not wanted.
    pub(crate) fn offer(&self, worker: &Arc<Worker>) -> Option<Rest> {
        let mut resting = self.0.lock();
        if resting.dismissed {
            return None;
        }
        let is_staying = resting.idle.len() < STAYING;
        let place = resting.insert(worker, is_staying);
        Some(match is_staying {
            true => Rest::Staying,
            false => Rest::Lingering { place, until: moment_in(LINGERING) },
        })
    }

    /// As `offer`, for one that was made ahead and stays.
    pub(crate) fn offer_spare(&self, worker: &Arc<Worker>) {
        let mut resting = self.0.lock();
        if resting.dismissed {
            drop(resting);
            return worker.parker.unpark();
        }
        resting.insert(worker, true);
    }

    /// Whether it is of use to make a worker for a thread that nobody has started yet.
    pub(crate) fn are_wanted(&self) -> bool {
        let resting = self.0.lock();
        resting.made >= MANY && resting.idle.is_empty() && !resting.dismissed
    }

    /// Waits for the next thread to run; none when there will be none.
    pub(crate) fn next(&self, worker: &Worker, rest: Rest, look: Option<Look<'_>>) -> Option<ThreadId> {
        let until = match rest {
            Rest::Staying => None,
            Rest::Lingering { until, .. } => Some(until),
        };
        loop {
            let wakeup = worker.parker.park(until, look);
            if let Some(thread) = worker.next.lock().take() {
                return Some(thread);
            }
            let mut resting = self.0.lock();
            if let (Wakeup::Deadline, Rest::Lingering { place, .. }) = (wakeup, rest) {
                resting.idle.remove(&place);
            } else if !resting.dismissed {
                // The wake-up was for the thread that it has just run, and came late.
                continue;
            }
            // Somebody may have been quicker.
            return worker.next.lock().take();
        }
    }

    /// Lets those end that stay; the others do so by themselves. To wake five thousand would take a third of a second.
    pub(crate) fn dismiss(&self) {
        let mut resting = self.0.lock();
        resting.dismissed = true;
        let idle = std::mem::take(&mut resting.idle);
        drop(resting);
        idle.values().filter(|idle| idle.is_staying).for_each(|idle| idle.worker.parker.unpark());
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "real threads in real time are what is tested")]
mod tests {
    use super::*;
    use std::thread;

    #[test]
    fn those_that_linger_leave_and_those_that_stay_are_dismissed() {
        let workers = Workers::default();
        thread::scope(|scope| {
            for _ in 0..STAYING + 3 {
                let worker = Arc::new(Worker::default());
                let rest = workers.offer(&worker).expect("wanted");
                let workers = &workers;
                scope.spawn(move || assert_eq!(workers.next(&worker, rest, None), None));
            }
            let deadline = moment_in(LINGERING * 20);
            while workers.0.lock().idle.len() > STAYING && moment_in(Duration::ZERO) < deadline {
                thread::sleep(LINGERING / 10);
            }
            assert_eq!(workers.0.lock().idle.len(), STAYING);
            workers.dismiss();
        });
    }
}
