//! The model `fair` on virtual time: as `fair.rs` of the real lock, by the same rules (`gilscope_gil::Fairness`).

use super::settings::TIMER_SLACK;
use super::timers::Event;
use super::{Simulation, Status};
use gilscope_gil::{Coming, ReleaseReason};
use gilscope_trace::ThreadId;

impl Simulation {
    /// Whether returning threads go before CPU-bound ones. Where threads take turns, they take turns.
    pub(super) fn is_fair(&self) -> bool {
        self.model.is_fair() && self.choices.is_timed
    }

    fn interval_nanos(&self) -> u64 {
        self.host.interval.patience().as_nanos() as u64
    }

    /// The thread has the lock.
    pub(super) fn begin_fair_turn(&mut self, thread: ThreadId, at: u64) {
        if self.is_fair() {
            let others_wait = self.computing_wait(thread);
            let coming = self.thread(thread).coming;
            self.lock.next = None;
            self.lock.fairness.taken(at, self.interval_nanos(), coming, others_wait);
        }
    }

    /// The thread has the lock no longer. If it could have gone on, it is CPU-bound.
    pub(super) fn end_fair_turn(&mut self, thread: ThreadId, at: u64) {
        if self.is_fair() {
            let coming = self.lock.fairness.released(at, self.interval_nanos());
            self.thread(thread).coming = coming;
        }
    }

    /// Whether threads wait, the given one left out, that were made to give way.
    fn computing_wait(&self, but: ThreadId) -> bool {
        self.threads
            .iter()
            .enumerate()
            .any(|(index, state)| index != but.0 as usize && state.is_ready() && !state.coming.is_returning())
    }

    /// Whether the thread may take the lock, which is free.
    pub(super) fn admits(&self, thread: ThreadId) -> bool {
        let is_returning = |thread: ThreadId| self.threads[thread.0 as usize].coming.is_returning();
        match self.lock.next {
            None => true,
            Some(next) if next == thread => true,
            Some(next) => is_returning(thread) && (is_returning(next) || self.lock.fairness.prefers_returning()),
        }
    }

    /// Takes the one out of the queue that has the next turn.
    pub(super) fn first_in_line(&mut self) -> Option<ThreadId> {
        let is_returning = |thread: &ThreadId| self.threads[thread.0 as usize].coming.is_returning();
        let returning = self.lock.queue.iter().position(is_returning);
        let computing = self.lock.queue.iter().position(|thread| !is_returning(thread));
        let place = match self.lock.fairness.prefers_returning() {
            true => returning.or(computing),
            false => computing.or(returning),
        };
        self.lock.next = Some(self.lock.queue.remove(place?));
        self.lock.next
    }

    /// Waits in line, having given way. Only for a returning thread it was interrupted.
    pub(super) fn line_up_again(&mut self, thread: ThreadId) {
        let is_interrupted = self.lock.next.is_some_and(|next| self.thread(next).coming.is_returning());
        let (now, switches) = (self.now, self.lock.switches);
        let state = self.thread(thread);
        if !is_interrupted {
            state.coming = Coming::CpuBound { rest: 0 };
        }
        state.status = Status::Waiting;
        state.since = now;
        state.seen_switches = switches;
        state.generation += 1;
        self.line_up(thread, now);
    }

    /// Waits in line, and asks for the lock when the rules say so.
    pub(super) fn line_up(&mut self, thread: ThreadId, at: u64) {
        let state = &self.threads[thread.0 as usize];
        let is_later = |other: &ThreadId| self.threads[other.0 as usize].since > state.since;
        let place = if state.coming.goes_first() { Some(0) } else { self.lock.queue.iter().position(is_later) };
        self.lock.queue.insert(place.unwrap_or(self.lock.queue.len()), thread);
        self.ask_if_due(thread, at);
    }

    /// Sets the drop request if it is time for that thread to, and sees to it that it looks again.
    pub(super) fn ask_if_due(&mut self, thread: ThreadId, at: u64) {
        if self.thread(thread).status != Status::Waiting {
            return;
        }
        let interval = self.interval_nanos();
        let state = self.thread(thread);
        let (coming, came, generation) = (state.coming, state.since, state.generation);
        let due = match self.lock.holder {
            Some(_) => self.lock.fairness.asks_at(interval, coming, came),
            // Whoever is on its way may compute.
            None => at + interval / 10,
        };
        let again = if due > at {
            due
        } else {
            if self.lock.requested_by.is_none() {
                let reason = if coming.is_returning() { ReleaseReason::Return } else { ReleaseReason::Interval };
                self.request(thread, at, reason);
            }
            at + if coming == Coming::Returning { interval / 10 } else { interval }
        };
        self.timers.set(again + TIMER_SLACK, Event::Impatient, thread, generation);
    }
}
