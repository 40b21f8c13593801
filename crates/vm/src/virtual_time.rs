//! Time in a simulation: what instructions cost is counted, and nobody looks at a clock.
//!
//! The driver grants a thread a budget before it runs it. Each instruction spends some of it, and the run loop comes back
//! at the first check point at which nothing is left, so that counting costs two subtractions per instruction. The
//! moment that the thread has come to follows from the end of the grant and what is left of it, so it is exact at
//! any time.

use crate::cost::{Costs, OpClass, Work};
use crate::interp::Interp;
use gilscope_bytecode::Opcode;
use gilscope_trace::ThreadId;
use std::sync::Arc;

/// The clock of a simulation, in nanoseconds of virtual time; it stands still when time is real.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct VirtualTime {
    pub(crate) is_on: bool,
    /// What is left of the grant. Less than nothing when the last instructions before a check point took longer.
    pub(crate) left: i64,
    /// After so many instructions the thread comes back, check point or not.
    pub(crate) steps_left: u64,
    /// When the grant began, and when it ends.
    start: u64,
    end: u64,
    /// What work costs.
    costs: Arc<Costs>,
    /// What instructions cost, in percent of that.
    percent: u32,
    /// The work of all threads, and of the running one, up to the start of the grant.
    work: u64,
    own_work: u64,
    /// Threads that were woken since the driver last asked, and when.
    woken: Vec<(ThreadId, u64)>,
    /// Time that was passed on purpose (`gilscope.burn`), so that limits on a thread's own work need not count it.
    burned: u64,
    /// At most so much is burned at once.
    burn_grain: u64,
}

impl Default for VirtualTime {
    fn default() -> VirtualTime {
        VirtualTime {
            is_on: false,
            left: 0,
            steps_left: u64::MAX,
            start: 0,
            end: 0,
            costs: Arc::default(),
            percent: 100,
            work: 0,
            own_work: 0,
            woken: Vec::new(),
            burned: 0,
            burn_grain: u64::MAX,
        }
    }
}

impl VirtualTime {
    /// The moment that the running thread has come to.
    #[inline]
    pub fn now(&self) -> u64 {
        self.end.saturating_add_signed(self.left.saturating_neg())
    }

    /// Lets the running thread go on from `now` for so long, and for so many instructions. `own_work` is what it has
    /// worked so far.
    #[inline]
    pub fn grant(&mut self, now: u64, budget: u64, steps: u64, own_work: u64) {
        let budget = budget.min(i64::MAX as u64);
        self.left = budget as i64;
        self.start = now;
        self.end = now.saturating_add(budget);
        self.steps_left = steps;
        self.own_work = own_work;
    }

    /// Lets the running thread run so many instructions.
    #[inline]
    pub fn allow(&mut self, steps: u64) {
        self.steps_left = steps;
    }

    /// The running thread has come back: how long it has run. Its time goes on to stand where it is.
    #[inline]
    pub fn settle(&mut self) -> u64 {
        self.settle_at(self.now())
    }

    /// The same, where `now` is known.
    #[inline]
    pub fn settle_at(&mut self, now: u64) -> u64 {
        let ran = now.saturating_sub(self.start);
        self.work += ran;
        self.own_work += ran;
        (self.start, self.end, self.left) = (now, now, 0);
        ran
    }

    /// Makes the running thread come back at its next check point.
    pub fn cut(&mut self) {
        if self.left > 0 {
            self.end = self.now();
            self.left = 0;
        }
    }

    /// Takes so much time for one instruction.
    #[inline(always)]
    pub(crate) fn step(&mut self, nanos: u32) {
        self.left -= i64::from(nanos);
        self.steps_left = self.steps_left.wrapping_sub(1);
    }

    /// Takes so much time, for work within an instruction.
    pub fn spend(&mut self, nanos: u64) {
        self.left = self.left.saturating_sub(i64::try_from(nanos).unwrap_or(i64::MAX));
    }

    /// Takes as much of this time as there is before the thread is wanted back; what remains to be taken.
    pub fn burn(&mut self, nanos: u64) -> u64 {
        let part = nanos.min(self.left.max(1) as u64).min(self.burn_grain);
        self.burned = self.burned.saturating_add(part);
        self.spend(part);
        nanos - part
    }

    /// Burns at most so much at once: models that count instructions take a burning thread for one in a short loop.
    pub fn set_burn_grain(&mut self, nanos: u64) {
        self.burn_grain = nanos.max(1);
    }

    /// How much was burned so far.
    #[inline]
    pub fn burned(&self) -> u64 {
        self.burned
    }

    /// After how many instructions more the thread is wanted back.
    #[inline]
    pub fn steps_left(&self) -> u64 {
        self.steps_left
    }

    /// Whether time is virtual at all.
    pub fn is_on(&self) -> bool {
        self.is_on
    }

    /// What an instruction costs, in nanoseconds.
    pub(crate) fn instruction(&self, op: Opcode) -> u32 {
        let nanos = u64::from(self.costs.instruction(OpClass::of(op)));
        u32::try_from((nanos * u64::from(self.percent) + 50) / 100).unwrap_or(u32::MAX).max(1)
    }

    /// Takes the time of so many items of native work.
    #[cold]
    fn work(&mut self, work: Work, items: usize) {
        self.spend(self.costs.of(work, items));
    }

    /// Whether any thread was woken since `take_woken`.
    #[inline]
    pub fn has_woken(&self) -> bool {
        !self.woken.is_empty()
    }

    /// The threads woken since this was asked last, in order, and when.
    pub fn take_woken(&mut self) -> Vec<(ThreadId, u64)> {
        std::mem::take(&mut self.woken)
    }

    /// No interruption.
    pub(crate) fn hold(&mut self) {
        self.left = i64::MAX / 2;
        self.steps_left = u64::MAX;
    }
}

impl Interp {
    /// Makes time virtual, before any code has been run: instructions cost so many percent of the table.
    pub fn simulate(&mut self, costs: Arc<Costs>, percent: u32) {
        self.time = VirtualTime { is_on: true, costs, percent, ..VirtualTime::default() };
    }

    /// Takes the time of so many items of native work, where time is virtual.
    #[inline]
    pub fn work(&mut self, work: Work, items: usize) {
        if self.time.is_on {
            self.time.work(work, items);
        }
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

    /// How long all threads have run, in nanoseconds.
    pub fn process_time(&self) -> u64 {
        let running = self.time.now().saturating_sub(self.time.start);
        if self.time.is_on { self.time.work + running } else { self.host.process_time() }
    }

    /// How long the running thread has run; outside simulations, all of them.
    pub fn thread_time(&self) -> u64 {
        let running = self.time.now().saturating_sub(self.time.start);
        if self.time.is_on { self.time.own_work + running } else { self.host.process_time() }
    }

    /// Lets a blocked thread look again at what it waits for.
    pub(crate) fn wake(&mut self, thread: ThreadId) {
        if self.time.is_on {
            let now = self.time.now();
            self.time.woken.push((thread, now));
            self.time.cut();
        } else {
            self.wake_soon(thread);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_is_exact_within_a_grant_and_after_it() {
        let mut time = VirtualTime { is_on: true, ..VirtualTime::default() };
        time.grant(1000, 50, 10, 0);
        time.step(30);
        assert_eq!(time.now(), 1030);
        time.step(30);
        assert_eq!(time.now(), 1060);
        assert_eq!(time.settle(), 60);
        assert_eq!(time.now(), 1060);
        assert_eq!(time.steps_left(), 8);
    }

    #[test]
    fn burning_stops_where_the_grant_does() {
        let mut time = VirtualTime { is_on: true, ..VirtualTime::default() };
        time.grant(0, 100, 10, 0);
        assert_eq!(time.burn(250), 150);
        assert_eq!(time.now(), 100);
        time.grant(100, 1_000, 10, 0);
        assert_eq!(time.burn(150), 0);
        assert_eq!((time.now(), time.burned()), (250, 250));
        time.cut();
        assert_eq!(time.burn(10), 9, "some progress in any case");
    }
}
