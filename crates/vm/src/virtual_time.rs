//! Time in a simulation: what instructions cost is counted, and nobody looks at a clock.
//!
//! The driver grants a thread a budget before it runs it. Each instruction spends some of it, and the run loop comes back
//! at the first check point at which nothing is left, so that counting costs a subtraction per instruction. The
//! moment that the thread has come to follows from the end of the grant and what is left of it, so it is exact at
//! any time.

use crate::interp::Interp;
use gilscope_trace::ThreadId;

/// The clock of a simulation, in nanoseconds of virtual time; it stands still when time is real.
#[derive(Debug, Clone, Default)]
pub struct VirtualTime {
    pub(crate) is_on: bool,
    /// What is left of the grant. Less than nothing when the last instructions before a check point took longer.
    pub(crate) left: i64,
    /// When the grant ends.
    end: u64,
    /// What instructions cost, in percent of the table.
    percent: u32,
    /// Threads that were woken since the driver last asked, and when.
    woken: Vec<(ThreadId, u64)>,
    /// Time that was passed on purpose (`gilscope.burn`), so that limits on a thread's own work need not count it.
    burned: u64,
}

impl VirtualTime {
    /// The moment that the running thread has come to.
    #[inline]
    pub fn now(&self) -> u64 {
        self.end.saturating_add_signed(self.left.saturating_neg())
    }

    /// Lets the running thread go on from `now` for so long.
    #[inline]
    pub fn grant(&mut self, now: u64, budget: u64) {
        let budget = budget.min(i64::MAX as u64);
        self.left = budget as i64;
        self.end = now.saturating_add(budget);
    }

    /// Makes the running thread come back at its next check point.
    pub fn cut(&mut self) {
        if self.left > 0 {
            self.end = self.now();
            self.left = 0;
        }
    }

    /// Takes so much time.
    #[inline(always)]
    pub fn spend(&mut self, nanos: u32) {
        self.left -= i64::from(nanos);
    }

    /// Takes so much time for work that is asked for by the nanosecond.
    pub fn burn(&mut self, nanos: u64) {
        self.burned = self.burned.saturating_add(nanos);
        self.left = self.left.saturating_sub(i64::try_from(nanos).unwrap_or(i64::MAX));
    }

    /// How much was burned so far.
    pub fn burned(&self) -> u64 {
        self.burned
    }

    /// What is left before the driver wants the thread back.
    pub fn left(&self) -> u64 {
        self.left.max(0) as u64
    }

    /// Whether time is virtual at all.
    pub fn is_on(&self) -> bool {
        self.is_on
    }

    /// What instructions cost, in percent of the table.
    pub(crate) fn scaled(&self, nanos: u32) -> u32 {
        nanos * self.percent / 100
    }

    /// The threads woken since this was asked last, in order, and when.
    pub fn take_woken(&mut self) -> Vec<(ThreadId, u64)> {
        std::mem::take(&mut self.woken)
    }

    /// Whether a thread was woken since that was asked last.
    pub fn has_woken(&self) -> bool {
        !self.woken.is_empty()
    }
}

impl Interp {
    /// Makes time virtual, before any code has been run: instructions cost so many percent of the table (`cost.rs`).
    pub fn simulate(&mut self, percent: u32) {
        self.time = VirtualTime { is_on: true, percent, ..VirtualTime::default() };
    }

    /// What `time.monotonic` tells, in nanoseconds.
    pub fn monotonic(&self) -> u64 {
        if self.time.is_on { self.time.now() } else { self.host.monotonic() }
    }

    /// Nanoseconds since 1970.
    pub fn wall_clock(&self) -> u64 {
        let since_start = if self.time.is_on { self.time.now() } else { 0 };
        self.host.wall_clock().saturating_add(since_start)
    }

    /// Lets a blocked thread look again at what it waits for.
    pub(crate) fn wake(&mut self, thread: ThreadId) {
        if self.time.is_on {
            let now = self.time.now();
            self.time.woken.push((thread, now));
            self.time.cut();
        } else {
            self.host.wake(thread);
        }
    }
}
