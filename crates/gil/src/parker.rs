//! Where a thread that is blocked waits to be woken: one for each thread.

use parking_lot::{Condvar, Mutex};
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
    woken: Mutex<bool>,
    condition: Condvar,
}

impl Parker {
    /// Waits for `unpark`, which may have been called already, or until the deadline.
    pub fn park(&self, deadline: Option<Instant>) -> Wakeup {
        let mut woken = self.woken.lock();
        while !*woken {
            match deadline {
                None => self.condition.wait(&mut woken),
                Some(deadline) if self.condition.wait_until(&mut woken, deadline).timed_out() => break,
                Some(_) => {}
            }
        }
        if std::mem::take(&mut *woken) { Wakeup::Unparked } else { Wakeup::Deadline }
    }

    /// Lets the thread go on, now or when it parks next.
    pub fn unpark(&self) {
        *self.woken.lock() = true;
        self.condition.notify_one();
    }

    /// Forgets a wake-up that came before the wait which now begins.
    pub fn reset(&self) {
        *self.woken.lock() = false;
    }
}
