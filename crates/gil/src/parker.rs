//! Where a thread that is blocked waits to be woken: one for each thread.

use crate::clock::time_until;
use crate::lookout::Look;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

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
    /// The standard library's: with `parking_lot`'s each thread that ever slept would cost half a kilobyte more.
    sleep: Mutex<()>,
    condition: Condvar,
    /// How many waits in a row were longer than a spin.
    futile: AtomicU32,
    /// Whether a spin was ever of use.
    has_gained: AtomicBool,
}

/// After so many waits in a row that were longer than a spin, only each 128th begins with one.
const FUTILE: u32 = 3;
const SELDOM: u32 = 128;

impl Parker {
    /// Waits for `unpark`, which may have been called already, or until the deadline. With a `look` it looks
    /// out for a moment before it goes to sleep, if such looks have paid lately.
    pub fn park(&self, deadline: Option<Instant>, look: Option<Look<'_>>) -> Wakeup {
        if self.woken.swap(false, Ordering::Acquire) || look.is_some_and(|look| self.spin(look)) {
            return Wakeup::Unparked;
        }
        let mut sleep = self.lock();
        self.asleep.store(true, Ordering::SeqCst);
        // Either this sees the wake-up, or `unpark` sees the sleeper: both orders are sequentially consistent.
        while !self.woken.load(Ordering::SeqCst) {
            sleep = match deadline.map(time_until) {
                None => self.condition.wait(sleep).unwrap_or_else(PoisonError::into_inner),
                Some(Duration::ZERO) => break,
                Some(left) => self.condition.wait_timeout(sleep, left).unwrap_or_else(PoisonError::into_inner).0,
            };
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

    /// Whether the thread sleeps and has been told to go on.
    pub fn is_being_woken(&self) -> bool {
        self.asleep.load(Ordering::SeqCst) && self.woken.load(Ordering::SeqCst)
    }

    /// The second half of `unpark`, which takes the operating system some microseconds.
    pub fn rouse(&self) {
        // Whoever is between its look at `woken` and its sleep holds the mutex.
        drop(self.lock());
        self.condition.notify_one();
    }

    fn lock(&self) -> MutexGuard<'_, ()> {
        self.sleep.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Looks out for a wake-up; says whether one came.
    fn spin(&self, look: Look<'_>) -> bool {
        let futile = self.futile.load(Ordering::Relaxed);
        let has_gained = self.has_gained.load(Ordering::Relaxed);
        let came = (futile < FUTILE || futile.is_multiple_of(SELDOM))
            && (has_gained || look.is_for_newcomers())
            && look.spin_if_free(|| self.woken.load(Ordering::Relaxed))
            && self.woken.swap(false, Ordering::Acquire);
        if came && !has_gained {
            self.has_gained.store(true, Ordering::Relaxed);
            look.has_paid();
        }
        self.futile.store(if came { 0 } else { futile.wrapping_add(1) }, Ordering::Relaxed);
        came
    }
}
