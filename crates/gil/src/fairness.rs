//! The model `fair`: who asks for the lock when, and who has it next. No CPython has it.
//!
//! A thread that comes to the lock from a sleep, a system call, a wait or its start is *returning*; one that was made to
//! give way is *CPU-bound*. A returning thread does not wait for a switch interval: it asks at once, and the lock goes
//! to the oldest returning thread at the holder's next check point. Four bounds keep that from being abused:
//!
//! - Whoever has just got the lock keeps it for a hundredth of a switch interval: two threads that wake each other all
//!   the time change in batches, and not with every wake-up.
//! - A returning thread that keeps others waiting has a tenth of a switch interval. If it computes for longer, it has to
//!   give way and is CPU-bound, like the others.
//! - The thread that it interrupted has the lock next, for what was left of its slice. So CPU-bound threads change
//!   among themselves at the switch interval, as they do in CPython.
//! - Returning threads that keep others waiting have half of the time at most. When they are a whole interval ahead,
//!   everyone waits by CPython's rules until CPU-bound threads have caught up: they cannot starve.
//!
//! Here are the rules alone, on times in nanoseconds. Both the real lock and the simulated one keep to them.

/// How long the holder is left alone at the least: a switch interval divided by this.
const GRACE: u64 = 100;

/// How long a returning thread may keep others waiting: a switch interval divided by this.
const BURST: u64 = 10;

/// How a thread comes to the lock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Coming {
    /// From outside: a sleep, a system call, a wait, its start.
    Returning,
    /// It was made to give way, or asked for it; so much is left of its slice, in nanoseconds.
    CpuBound { rest: u64 },
}

impl Coming {
    pub fn is_returning(self) -> bool {
        self == Coming::Returning
    }

    /// Whether the thread goes before others of its kind, because it was interrupted.
    pub fn goes_first(self) -> bool {
        matches!(self, Coming::CpuBound { rest: 1.. })
    }
}

/// What the rules need to remember.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Fairness {
    /// When the lock was taken or released last.
    since: u64,
    /// Whether the holder is a returning thread that keeps others waiting.
    is_borrowed: bool,
    /// How long the holder has, once others have waited for an interval.
    slice: u64,
    /// How much more time returning threads have taken from others than CPU-bound threads have had since.
    ahead: u64,
    /// They were a whole interval ahead, and CPU-bound threads have not caught up yet.
    is_suspended: bool,
}

impl Fairness {
    /// The lock is taken. `others_wait` says whether CPU-bound threads do.
    pub fn taken(&mut self, now: u64, interval: u64, coming: Coming, others_wait: bool) {
        if others_wait {
            // What the hand-over took is lost for those that wait.
            self.charge(now.saturating_sub(self.since), interval);
        }
        self.since = now;
        self.is_borrowed = coming.is_returning() && others_wait;
        self.slice = match coming {
            Coming::CpuBound { rest: rest @ 1.. } => rest,
            _ => interval,
        };
    }

    /// The lock is released. Returns what the thread is, if it could have gone on.
    pub fn released(&mut self, now: u64, interval: u64) -> Coming {
        let held = now.saturating_sub(self.since);
        self.since = now;
        let borrowed = if self.is_borrowed { held.min(interval / BURST) } else { 0 };
        self.charge(borrowed, interval);
        self.ahead = self.ahead.saturating_sub(held - borrowed);
        self.is_suspended &= self.ahead > 0;
        let rest = self.slice.saturating_sub(held);
        // A moment is not worth a switch.
        let is_whole = self.is_borrowed || rest < interval / GRACE;
        Coming::CpuBound { rest: if is_whole { 0 } else { rest } }
    }

    fn charge(&mut self, time: u64, interval: u64) {
        self.ahead = self.ahead.saturating_add(time).min(interval);
        self.is_suspended |= self.ahead == interval;
    }

    /// Whether returning threads go before the others.
    pub fn prefers_returning(&self) -> bool {
        !self.is_suspended
    }

    /// When a thread asks the present holder for the lock that has come, in this way, at this time.
    pub fn asks_at(&self, interval: u64, coming: Coming, came: u64) -> u64 {
        let burst = if self.is_borrowed { interval / BURST } else { 0 };
        if !coming.is_returning() {
            return match self.is_borrowed {
                true => self.since + burst,
                false => self.since.saturating_add(self.slice).max(came.saturating_add(interval)),
            };
        }
        let left_alone = self.since + burst.max(interval / GRACE);
        match self.is_suspended {
            true => left_alone.max(self.since + burst + self.ahead),
            false => left_alone,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const INTERVAL: u64 = 5_000_000;
    const FRESH: Coming = Coming::CpuBound { rest: 0 };

    #[test]
    fn a_returning_thread_asks_at_once_and_a_computing_one_after_an_interval() {
        let mut fairness = Fairness::default();
        fairness.taken(1_000_000, INTERVAL, FRESH, false);
        let came = 3_000_000;
        assert!(fairness.asks_at(INTERVAL, Coming::Returning, came) <= came);
        assert_eq!(fairness.asks_at(INTERVAL, FRESH, came), came + INTERVAL);
        // Who has just come is left alone for a moment.
        assert_eq!(fairness.asks_at(INTERVAL, Coming::Returning, 1_000_001), 1_000_000 + INTERVAL / GRACE);
    }

    #[test]
    fn an_interrupted_thread_goes_on_with_the_rest_of_its_slice() {
        let mut fairness = Fairness::default();
        fairness.taken(0, INTERVAL, FRESH, false);
        let interrupted = fairness.released(2_000_000, INTERVAL);
        assert_eq!(interrupted, Coming::CpuBound { rest: 3_000_000 });
        fairness.taken(2_000_000, INTERVAL, Coming::Returning, true);
        assert_eq!(fairness.asks_at(INTERVAL, interrupted, 2_000_000), 2_000_000 + INTERVAL / BURST);
        fairness.released(2_100_000, INTERVAL);
        fairness.taken(2_100_000, INTERVAL, interrupted, true);
        // Another that has waited since the start.
        assert_eq!(fairness.asks_at(INTERVAL, FRESH, 0), 2_100_000 + 3_000_000);
        assert_eq!(fairness.released(5_090_000, INTERVAL), FRESH, "ten microseconds are no slice");
    }

    #[test]
    fn whoever_returns_and_computes_is_cpu_bound() {
        let mut fairness = Fairness::default();
        fairness.taken(0, INTERVAL, Coming::Returning, true);
        assert_eq!(fairness.released(INTERVAL / BURST, INTERVAL), FRESH);
    }

    #[test]
    fn returning_threads_have_half_of_the_time() {
        let mut fairness = Fairness::default();
        let (mut now, mut borrowed, mut computed) = (0, 0, 0);
        while now < 100 * INTERVAL {
            let is_returning = fairness.prefers_returning();
            let lasts = if is_returning { 30_000 } else { INTERVAL };
            fairness.taken(now, INTERVAL, if is_returning { Coming::Returning } else { FRESH }, true);
            now += lasts;
            fairness.released(now, INTERVAL);
            *(if is_returning { &mut borrowed } else { &mut computed }) += lasts;
        }
        let share = borrowed as f64 / now as f64;
        assert!((0.48..=0.52).contains(&share), "{borrowed} of {now}, others {computed}");
    }

    #[test]
    fn where_nobody_is_kept_waiting_nothing_is_owed() {
        let mut fairness = Fairness::default();
        fairness.taken(0, INTERVAL, Coming::Returning, false);
        fairness.released(100 * INTERVAL, INTERVAL);
        assert!(fairness.prefers_returning());
    }

    #[test]
    fn a_suspended_privilege_comes_back_while_the_holder_computes() {
        let mut fairness = Fairness::default();
        for turn in 0..10 {
            fairness.taken(turn * INTERVAL / BURST, INTERVAL, Coming::Returning, true);
            fairness.released((turn + 1) * INTERVAL / BURST, INTERVAL);
        }
        assert!(!fairness.prefers_returning());
        let now = INTERVAL;
        fairness.taken(now, INTERVAL, FRESH, false);
        assert_eq!(fairness.asks_at(INTERVAL, Coming::Returning, now), now + INTERVAL);
        fairness.released(now + INTERVAL, INTERVAL);
        assert!(fairness.prefers_returning());
    }
}
