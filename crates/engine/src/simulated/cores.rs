//! Virtual cores, for models in which threads run at the same time: without an interpreter lock, or with one each.
//!
//! Each core has a clock. The core that is furthest behind runs on, for a moment that the seed decides, so that instructions
//! of different threads come in any order and the cores stay within a microsecond of each other. In the trace a thread that
//! has a core "holds" and one that waits for a core "waits"; holds overlap.

use super::settings::{CONTEXT_SWITCH, QUANTUM, TIME_SLICE};
use super::{Simulation, Status};
use gilscope_gil::SwitchPoint;
use gilscope_trace::{EventKind, ReleaseReason, ThreadId};
use std::time::Duration;

#[derive(Debug, Clone, Default, Hash)]
pub(super) struct Core {
    pub(super) thread: Option<ThreadId>,
    pub(super) clock: u64,
    /// Since when the thread has it, and until when it may keep it if others wait.
    since: u64,
    slice_ends: u64,
}

#[derive(Debug, Clone, Default, Hash)]
pub(super) struct Cores {
    pub(super) cores: Vec<Core>,
    /// Threads that could run and have no core, the oldest first.
    pub(super) queue: Vec<ThreadId>,
}

impl Cores {
    pub(super) fn new(count: u32) -> Cores {
        Cores { cores: vec![Core::default(); count.max(1) as usize], queue: Vec::new() }
    }

    /// The core that is furthest behind of those that run something, and the clock of the next one.
    pub(super) fn furthest_behind(&self) -> Option<(usize, Option<u64>)> {
        let mut best: Option<usize> = None;
        let mut next: Option<u64> = None;
        for (index, core) in self.cores.iter().enumerate().filter(|(_, core)| core.thread.is_some()) {
            match best {
                Some(other) if self.cores[other].clock <= core.clock => {
                    next = Some(next.map_or(core.clock, |clock| clock.min(core.clock)));
                }
                _ => {
                    next = best.map(|other| self.cores[other].clock);
                    best = Some(index);
                }
            }
        }
        best.map(|best| (best, next))
    }

    /// The clock of a thread's core goes on.
    pub(super) fn advance(&mut self, thread: ThreadId, now: u64) {
        if let Some(core) = self.cores.iter_mut().find(|core| core.thread == Some(thread)) {
            core.clock = now;
        }
    }

    fn of(&self, thread: ThreadId) -> Option<usize> {
        self.cores.iter().position(|core| core.thread == Some(thread))
    }
}

impl Simulation {
    /// A thread can run: at once if a core is free.
    pub(super) fn want_core(&mut self, thread: ThreadId, at: u64) {
        match self.cores.cores.iter().position(|core| core.thread.is_none()) {
            Some(core) => self.run_on(core, thread, at),
            None => {
                self.thread(thread).status = Status::Waiting;
                self.cores.queue.push(thread);
            }
        }
    }

    fn run_on(&mut self, core: usize, thread: ThreadId, at: u64) {
        let state = self.thread(thread);
        let waited = Duration::from_nanos(at.saturating_sub(state.since));
        state.status = Status::Running;
        state.since = at;
        state.generation += 1;
        let core = &mut self.cores.cores[core];
        *core = Core { thread: Some(thread), clock: at, since: at, slice_ends: at + TIME_SLICE };
        self.record(at, thread, EventKind::GilTaken { waited });
    }

    /// The thread gives its core to the next one.
    pub(super) fn leave_core(&mut self, thread: ThreadId, reason: ReleaseReason) {
        let Some(index) = self.cores.of(thread) else { return };
        let now = self.now;
        let held = Duration::from_nanos(now.saturating_sub(self.cores.cores[index].since));
        let requested_by = match reason {
            ReleaseReason::Interval => self.cores.queue.first().copied(),
            _ => None,
        };
        self.record(now, thread, EventKind::GilReleased { reason, held, requested_by });
        self.cores.cores[index].thread = None;
        let next = match self.cores.queue.len() {
            0 => return,
            1 => self.cores.queue.first().copied(),
            _ => self.ask(SwitchPoint::Instruction, None),
        };
        let Some(next) = next else { return };
        self.cores.queue.retain(|&other| other != next);
        self.run_on(index, next, now + CONTEXT_SWITCH);
    }

    /// At a check point: a thread whose slice is over lets another one have the core.
    pub(super) fn check_slice(&mut self, thread: ThreadId) {
        let is_over = self.cores.of(thread).is_some_and(|core| self.cores.cores[core].slice_ends <= self.now);
        if is_over && !self.cores.queue.is_empty() {
            self.preempt(thread, ReleaseReason::Interval);
        }
    }

    /// `sched_yield`: the core goes to another thread if one waits.
    pub(super) fn yield_core(&mut self, thread: ThreadId) {
        if !self.cores.queue.is_empty() {
            self.preempt(thread, ReleaseReason::Yield);
        }
    }

    fn preempt(&mut self, thread: ThreadId, reason: ReleaseReason) {
        if reason == ReleaseReason::Interval
            && let Some(&next) = self.cores.queue.first()
        {
            self.record(self.now, next, EventKind::GilRequested { holder: Some(thread) });
        }
        self.leave_core(thread, reason);
        self.thread(thread).since = self.now;
        self.want_core(thread, self.now);
    }

    /// How long the core that is furthest behind runs on.
    pub(super) fn quantum(&mut self, core: usize, next: Option<u64>) -> u64 {
        let clock = self.cores.cores[core].clock;
        let until_timer = self.timers.next().map_or(u64::MAX, |at| at.saturating_sub(clock));
        let until_slice = match self.cores.queue.is_empty() {
            true => u64::MAX,
            false => self.cores.cores[core].slice_ends.saturating_sub(clock),
        };
        let together = match next {
            None => u64::MAX,
            Some(next) => next.saturating_sub(clock) + self.random.between(QUANTUM.0, QUANTUM.1),
        };
        until_timer.min(until_slice).min(together).clamp(1, super::settings::LONGEST_GRANT)
    }
}
