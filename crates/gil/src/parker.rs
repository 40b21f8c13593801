//! Where a thread that is blocked waits to be woken: one for each thread.

use crate::lookout::Lookout;
use parking_lot::{Condvar, Mutex};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::Instant;

/// Why a parked thread goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wakeup {
    /// Somebody called `unpark`.
    Unparked,
    /// The deadline passed.
    Deadline,
}

/// One wake-up that is kept until it is wanted, so that it cannot be missed.
#[derive(Debug, Default)]
pub struct Parker {
    woken: AtomicBool,
    /// Whether the owner sleeps, or is about to: only then does a wake-up need the operating system.
    asleep: AtomicBool,
    sleep: Mutex<()>,
    condition: Condvar,
    /// How many waits in a row were longer than a spin.
    futile: AtomicU32,
}

/// After so many waits in a row that were longer than a spin, only each 128th begins with one.
const FUTILE: u32 = 3;
const SELDOM: u32 = 128;

impl Parker {
    /// Waits for `unpark`, which may have been called already, or until the deadline. With a `lookout` it looks
    /// out for a moment before it goes to sleep, if such looks have paid lately.
    pub fn park(&self, deadline: Option<Instant>, lookout: Option<&Lookout>) -> Wakeup {
        if self.woken.swap(false, Ordering::Acquire) || lookout.is_some_and(|lookout| self.spin(lookout)) {
            return Wakeup::Unparked;
        }
        let mut sleep = self.sleep.lock();
        self.asleep.store(true, Ordering::SeqCst);
        // Either this sees the wake-up, or `unpark` sees the sleeper: both orders are sequentially consistent.
        while !self.woken.load(Ordering::SeqCst) {
            match deadline {
                None => self.condition.wait(&mut sleep),
                Some(deadline) if self.condition.wait_until(&mut sleep, deadline).timed_out() => break,
                Some(_) => {}
            }
        }
        self.asleep.store(false, Ordering::SeqCst);
        if self.woken.swap(false, Ordering::Acquire) { Wakeup::Unparked } else { Wakeup::Deadline }
    }

    /// Lets the thread go on, now or when it parks next.
    pub fn unpark(&self) {
        if self.announce() {
            self.rouse();
        }
    }

    /// The first half of `unpark`: says whether the thread sleeps, and must be roused to go on.
    pub fn announce(&self) -> bool {
        self.woken.store(true, Ordering::SeqCst);
        self.asleep.load(Ordering::SeqCst)
    }

    /// The second half of `unpark`, which takes the operating system some microseconds.
    pub fn rouse(&self) {
        // Whoever is between its look at `woken` and its sleep holds the mutex.
        drop(self.sleep.lock());
        self.condition.notify_one();
    }

    /// Looks out for a wake-up; says whether one came.
    fn spin(&self, lookout: &Lookout) -> bool {
        let futile = self.futile.load(Ordering::Relaxed);
        let came = (futile < FUTILE || futile.is_multiple_of(SELDOM))
            && lookout.spin_if_free(|| self.woken.load(Ordering::Relaxed))
            && self.woken.swap(false, Ordering::Acquire);
        self.futile.store(if came { 0 } else { futile.wrapping_add(1) }, Ordering::Relaxed);
        came
    }
}
