//! The interpreter lock on virtual time: CPython's `take_gil` and `drop_gil` (`Python/ceval_gil.c`), and for 2.7 its
//! semaphore.
//!
//! - A thread that comes to the lock takes it if it is free; if not it queues up. After a whole interval without a switch
//!   it sets the drop request; after a switch, or when it was woken and came too late, its patience begins anew.
//! - A release wakes one of those that queue; it comes after the wake latency. Until then the lock is anyone's.
//! - A thread that released the lock on request does not take it before another has had it.
//! - On a single core, a woken thread does not run before the one that runs has left the core or used its slice up.
//!
//! Where threads take turns (policies that are asked at each check point, and models that count every instruction) all of
//! this takes no time.

use super::settings::{CONTEXT_SWITCH, LOOKOUT, TIME_SLICE, TIMER_SLACK};
use super::timers::Event;
use super::{Simulation, Status};
use gilscope_gil::{Fairness, ReleaseReason, SwitchPoint, Trigger};
use gilscope_trace::{EventKind, ThreadId};
use std::time::Duration;

#[derive(Debug, Clone)]
pub(super) struct Lock {
    pub(super) holder: Option<ThreadId>,
    /// Who had it last; the holder itself while it is held.
    pub(super) last_holder: Option<ThreadId>,
    /// How often it went to another thread than had it before.
    pub(super) switches: u64,
    /// Who set the drop request.
    pub(super) requested_by: Option<ThreadId>,
    /// What that makes the reason of the release.
    pub(super) requested_for: ReleaseReason,
    /// Those that wait to be woken, the oldest first.
    pub(super) queue: Vec<ThreadId>,
    /// How many were woken and have not come yet.
    pub(super) coming: u32,
    /// Threads that could run but have no core: only where there is a single one.
    pub(super) coreless: Vec<ThreadId>,
    /// Since when the holder has it.
    pub(super) taken_at: u64,
    /// What the model `fair` needs to know.
    pub(super) fairness: Fairness,
    /// The same: whom the lock is for, while it is free.
    pub(super) next: Option<ThreadId>,
}

impl Default for Lock {
    fn default() -> Lock {
        Lock {
            holder: None,
            last_holder: None,
            switches: 0,
            requested_by: None,
            requested_for: ReleaseReason::Interval,
            queue: Vec::new(),
            coming: 0,
            coreless: Vec::new(),
            taken_at: 0,
            fairness: Fairness::default(),
            next: None,
        }
    }
}

impl Lock {
    /// Takes a thread out of the queue.
    pub(super) fn leave_queue(&mut self, thread: ThreadId) {
        if let Some(place) = self.queue.iter().position(|&other| other == thread) {
            self.take_out(place);
        }
    }

    /// Takes the thread at this place out of the queue.
    #[inline]
    pub(super) fn take_out(&mut self, place: usize) -> ThreadId {
        // In a queue of two, which is the usual one, there is nothing to be moved.
        if place + 2 == self.queue.len() { self.queue.swap_remove(place) } else { self.queue.remove(place) }
    }
}

impl Simulation {
    /// A thread comes to the lock, or wants a core.
    pub(super) fn arrive(&mut self, thread: ThreadId, at: u64) {
        if self.is_parallel() {
            return self.want_core(thread, at);
        }
        let is_barred = self.thread(thread).owes_switch
            && self.lock.last_holder == Some(thread)
            && !(self.lock.queue.is_empty() && self.lock.coming == 0);
        match self.lock.holder {
            None if is_barred => self.thread(thread).status = Status::GivingWay,
            None if self.is_fair() && !self.admits(thread) => self.queue_up(thread, at),
            None => self.take(thread, at),
            Some(_) => self.queue_up(thread, at),
        }
    }

    /// Takes the lock, which is free.
    pub(super) fn take(&mut self, thread: ThreadId, at: u64) {
        debug_assert!(self.lock.holder.is_none());
        let state = &mut self.threads[thread.0 as usize];
        let waited = at.saturating_sub(state.since);
        state.status = Status::Running;
        state.since = at;
        state.generation += 1;
        state.owes_switch = false;
        self.now = self.now.max(at);
        self.lock.holder = Some(thread);
        self.lock.requested_by = None;
        self.lock.taken_at = at;
        self.begin_fair_turn(thread, at);
        self.record(at, thread, EventKind::GilTaken { waited: Duration::from_nanos(waited) });
        if self.lock.last_holder != Some(thread) {
            self.lock.last_holder = Some(thread);
            self.lock.switches += 1;
            self.let_back(at);
        }
    }

    /// Those that gave way may come back: there has been a switch.
    fn let_back(&mut self, at: u64) {
        // Where threads take turns, who gives way waits for the next one.
        if self.takes_turns() {
            return;
        }
        for index in 0..self.threads.len() {
            if self.threads[index].status == Status::GivingWay {
                self.come(ThreadId(index as u32), at, false);
            }
        }
    }

    /// Waits to be woken by a release.
    fn queue_up(&mut self, thread: ThreadId, at: u64) {
        let switches = self.lock.switches;
        let state = self.thread(thread);
        state.status = Status::Waiting;
        state.seen_switches = switches;
        state.generation += 1;
        let generation = state.generation;
        if self.is_fair() {
            return self.line_up(thread, at);
        }
        self.lock.queue.push(thread);
        if self.model.trigger == Trigger::Interval && !self.takes_turns() {
            let patience = self.host.interval.patience().as_nanos() as u64;
            self.timers.set(at + patience + TIMER_SLACK, Event::Impatient, thread, generation);
        }
    }

    /// The patience of a thread in the queue is over.
    pub(super) fn impatient(&mut self, thread: ThreadId, at: u64) {
        if self.is_fair() {
            return self.ask_if_due(thread, at);
        }
        self.lock.leave_queue(thread);
        if self.lock.holder.is_none() {
            return self.arrive(thread, at);
        }
        if self.thread(thread).seen_switches == self.lock.switches && self.lock.requested_by.is_none() {
            self.request(thread, at, ReleaseReason::Interval);
        }
        self.queue_up(thread, at);
    }

    /// Sets the drop request.
    pub(super) fn request(&mut self, thread: ThreadId, at: u64, reason: ReleaseReason) {
        self.lock.requested_by = Some(thread);
        self.lock.requested_for = reason;
        self.record(at, thread, EventKind::GilRequested { holder: self.lock.holder });
    }

    /// The holder gives the lock back; whether it was asked to.
    pub(super) fn release(&mut self, thread: ThreadId, reason: ReleaseReason, point: SwitchPoint) -> bool {
        let requested = self.put_back(thread, reason);
        if self.takes_turns() {
            self.hand_on(point);
        } else {
            self.wake_one(point);
        }
        requested
    }

    /// The lock is free, and nobody is told; whether it was asked for.
    pub(super) fn put_back(&mut self, thread: ThreadId, reason: ReleaseReason) -> bool {
        let at = self.now;
        let requested_by = self.lock.requested_by.take();
        let held = Duration::from_nanos(at.saturating_sub(self.lock.taken_at));
        self.record(at, thread, EventKind::GilReleased { reason, held, requested_by });
        self.lock.holder = None;
        self.end_fair_turn(thread, at);
        requested_by.is_some()
    }

    /// Wakes one of those that queue.
    fn wake_one(&mut self, point: SwitchPoint) {
        if self.lock.queue.is_empty() {
            return;
        }
        let picked = if self.is_fair() { self.first_in_line() } else { self.pick_waiter(point) };
        let Some(thread) = picked else { return };
        self.come(thread, self.now, true);
    }

    /// The next turn, at once, if anyone waits for one.
    pub(super) fn hand_on(&mut self, point: SwitchPoint) {
        if self.lock.queue.is_empty() {
            return;
        }
        if let Some(thread) = self.pick_waiter(point) {
            self.take(thread, self.now);
        }
    }

    /// Takes one out of the queue, as the policy has it.
    fn pick_waiter(&mut self, point: SwitchPoint) -> Option<ThreadId> {
        let is_fixed = self.lock.queue.len() == 1 || (self.choices.is_timed && self.takes_turns());
        let thread = match is_fixed {
            true => *self.lock.queue.first()?,
            false => self.ask(point, None)?,
        };
        self.lock.leave_queue(thread);
        Some(thread)
    }

    /// Asks the policy which of those that queue is next, and writes its answer down.
    pub(super) fn ask(&mut self, point: SwitchPoint, running: Option<ThreadId>) -> Option<ThreadId> {
        let ready = if self.is_parallel() { &self.cores.queue } else { &self.lock.queue };
        match self.choices.ask(ready, running, point, self.now) {
            Ok(place) => ready.get(place).copied(),
            Err(divergence) => {
                self.end(super::Ending::Diverged(divergence));
                None
            }
        }
    }

    /// Lets a thread set out for the lock.
    pub(super) fn come(&mut self, thread: ThreadId, at: u64, was_signalled: bool) {
        if self.takes_turns() {
            return self.arrive(thread, at);
        }
        // Under `fair` whoever has just begun to wait looks out, and needs not be woken.
        let state = self.thread(thread);
        let has_waited = was_signalled || state.status == Status::GivingWay;
        let looks_out = has_waited && at.saturating_sub(state.since) <= LOOKOUT && self.is_fair();
        let latency = if looks_out { CONTEXT_SWITCH } else { self.latency() };
        let state = self.thread(thread);
        state.status = Status::Coming;
        state.generation += 1;
        let generation = state.generation;
        self.lock.coming += 1;
        // A thread that only now becomes ready has slept, and the operating system lets it have the core at once; one that
        // waited for the lock has to wait for the core as well.
        let needs_core = was_signalled && self.settings.cpus == 1 && !self.is_parallel();
        if needs_core {
            self.lock.coreless.push(thread);
            let slice_ends = (at / TIME_SLICE + 1) * TIME_SLICE;
            self.timers.set(slice_ends, Event::Arrive, thread, generation);
        } else {
            self.timers.set(at + latency, Event::Arrive, thread, generation);
        }
    }

    /// The running thread leaves the core: on a single one, those that only lacked it run now.
    pub(super) fn free_core(&mut self) {
        if self.lock.coreless.is_empty() {
            return;
        }
        for thread in std::mem::take(&mut self.lock.coreless) {
            let state = self.thread(thread);
            if state.status == Status::Coming {
                state.generation += 1;
                let generation = state.generation;
                self.timers.set(self.now + CONTEXT_SWITCH, Event::Arrive, thread, generation);
            }
        }
    }

    /// How long a woken thread needs this time.
    pub(super) fn latency(&mut self) -> u64 {
        let mean = self.settings.wake_latency.as_nanos() as u64;
        if mean == 0 || self.takes_turns() { 0 } else { self.random.between(mean * 2 / 3, mean * 4 / 3) }
    }
}
