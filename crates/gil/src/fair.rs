//! The lock under the model `fair`: how a thread waits, who is signalled, who may take what is free. The rules are those
//! of `fairness.rs`.
//!
//! A waiter stays in its queue until it has the lock, so each release signals the first again, and a signal cannot be
//! lost. While the lock is free, one waiter has been signalled that may take it: what decides who may changes only when
//! the lock is taken or released.

use crate::clock::moment_in;
use crate::state::{State, TIMED, Waiter};
use crate::{Closed, Coming, Gil, ReleaseReason, ThreadId};
use parking_lot::MutexGuard;
use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

/// A waiter that cannot know when it will be due looks again after a switch interval divided by this.
const SOON: u64 = 10;

impl<T> Gil<T> {
    /// The switch interval in nanoseconds.
    pub(crate) fn interval_nanos(&self) -> u64 {
        u64::try_from(self.interval().patience().as_nanos()).unwrap_or(u64::MAX)
    }

    /// Waits in line, having come to the lock in this way, until the thread may take it.
    pub(crate) fn wait_fairly(
        &self,
        state: &mut MutexGuard<'_, State<T>>,
        me: ThreadId,
        coming: Coming,
    ) -> Result<T, Closed> {
        let waiter = Waiter::new(coming, self.now());
        state.waiting += 1;
        state.line_up(&waiter);
        let result = self.wait_in_line(state, &waiter, me);
        state.waiting -= 1;
        state.leave_line(&waiter);
        if result.is_ok() {
            self.taken_by(state, me, coming);
        }
        result
    }

    fn wait_in_line(
        &self,
        state: &mut MutexGuard<'_, State<T>>,
        waiter: &Arc<Waiter>,
        me: ThreadId,
    ) -> Result<T, Closed> {
        // What interrupts is short, and whoever returns is handed the lock soon.
        let mut looks_out = true;
        loop {
            if state.is_closed_to(me) {
                return Err(Closed);
            }
            if state.is_turn_of(waiter, me)
                && let Some(guarded) = state.guarded.take()
            {
                return Ok(guarded);
            }
            let patience = self.ask_if_due(state, waiter, me);
            if !(std::mem::take(&mut looks_out) && state.is_first(waiter) && self.spin(state)) {
                match patience {
                    Some(patience) => looks_out = waiter.wake.wait_until(state, moment_in(patience)).timed_out(),
                    None => waiter.wake.wait(state),
                }
            }
        }
    }

    /// Sets the drop request if it is time; says when to look again, if this waiter is one of those that do.
    fn ask_if_due(&self, state: &mut State<T>, waiter: &Arc<Waiter>, me: ThreadId) -> Option<Duration> {
        if !state.is_watching(waiter) {
            return None;
        }
        let (interval, now) = (self.interval_nanos(), self.now());
        if state.holder.is_none() {
            // Whoever is on its way may compute.
            return Some(Duration::from_nanos(interval / SOON));
        }
        let due = state.fairness.asks_at(interval, waiter.coming, waiter.came);
        if due > now {
            return Some(Duration::from_nanos(due - now));
        }
        let (reason, next) = match waiter.coming.is_returning() {
            true => (ReleaseReason::Return, interval / SOON),
            false => (ReleaseReason::Interval, interval),
        };
        self.request(state, me, reason);
        // Another may come first, and compute.
        Some(Duration::from_nanos(next))
    }
}

impl<T> State<T> {
    /// Whether a thread that comes in this way may take the lock, if it is free.
    pub(crate) fn admits(&self, coming: Coming) -> bool {
        if self.closed_by.is_some() {
            return true;
        }
        match coming.is_returning() {
            true => self.is_for_returning || self.fairness.prefers_returning() || self.waiters.is_empty(),
            false => !self.is_for_returning,
        }
    }

    /// Whether the lock, if it is free, is for this waiter. Of those that gave way it is for the first, and not before
    /// another thread has had it.
    fn is_turn_of(&self, waiter: &Arc<Waiter>, me: ThreadId) -> bool {
        self.closed_by.is_some()
            || self.admits(waiter.coming)
                && (waiter.coming.is_returning() || self.is_first(waiter) && self.last_holder != Some(me))
    }

    /// Signals the waiter that has the next turn, if any waits.
    pub(crate) fn signal_next(&mut self) {
        let prefers_returning = self.fairness.prefers_returning() || self.waiters.is_empty();
        self.is_for_returning = prefers_returning && !self.returning.is_empty();
        let line = if self.is_for_returning { &self.returning } else { &self.waiters };
        if let Some(first) = line.front() {
            first.wake.notify_one();
        }
    }

    /// Signals everyone.
    pub(crate) fn signal_line(&mut self) {
        self.returning.iter().chain(&self.waiters).for_each(|waiter| {
            waiter.wake.notify_one();
        });
    }

    fn line_up(&mut self, waiter: &Arc<Waiter>) {
        match waiter.coming {
            Coming::Returning => self.returning.push_back(Arc::clone(waiter)),
            coming if coming.goes_first() => self.waiters.push_front(Arc::clone(waiter)),
            Coming::CpuBound { .. } => self.waiters.push_back(Arc::clone(waiter)),
        }
    }

    fn leave_line(&mut self, waiter: &Arc<Waiter>) {
        let hands_watch_on = self.is_watching(waiter) && !waiter.coming.goes_first();
        let line = if waiter.coming.is_returning() { &mut self.returning } else { &mut self.waiters };
        line.retain(|other| !Arc::ptr_eq(other, waiter));
        let next = match waiter.coming.is_returning() {
            true => self.returning.get(TIMED - 1),
            false => self.first_without_rest(),
        };
        if hands_watch_on && let Some(next) = next {
            next.wake.notify_one();
        }
    }

    fn line(&self, waiter: &Arc<Waiter>) -> &VecDeque<Arc<Waiter>> {
        if waiter.coming.is_returning() { &self.returning } else { &self.waiters }
    }

    fn is_first(&self, waiter: &Arc<Waiter>) -> bool {
        self.line(waiter).front().is_some_and(|front| Arc::ptr_eq(front, waiter))
    }

    /// The CPU-bound waiter that has the lock next, once the one that was interrupted has had it.
    fn first_without_rest(&self) -> Option<&Arc<Waiter>> {
        self.waiters.iter().find(|waiter| !waiter.coming.goes_first())
    }

    /// Whether the waiter is one of those that watch the clock. Of the CPU-bound ones that is the next alone, beside one that
    /// was interrupted: when four compute, the others would wake some ten times in a switch interval for nothing, and just
    /// then a thread that comes back finds no processor that is free.
    fn is_watching(&self, waiter: &Arc<Waiter>) -> bool {
        let is_this = |other: &Arc<Waiter>| Arc::ptr_eq(other, waiter);
        match waiter.coming.is_returning() {
            true => self.returning.iter().take(TIMED).any(is_this),
            false => self.waiters.front().is_some_and(is_this) || self.first_without_rest().is_some_and(is_this),
        }
    }
}
