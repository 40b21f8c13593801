//! Taking the interpreter lock, giving it up, and making the holder give it up.
//!
//! The protocol is that of CPython 3.2 and later (`take_gil` and `drop_gil` in `Python/ceval_gil.c`, by A. Pitrou):
//!
//! - A thread that finds the lock taken waits for one switch interval. If nobody switched meanwhile it sets the drop
//!   request; if somebody did, or it was woken and came too late, its patience starts anew.
//! - The holder sees the request at its next check point, releases, and then waits until a *different* thread has taken
//!   the lock: without that it would mostly win the race against the thread that is only being woken.
//! - A release without a request (sleep, I/O, lock wait) waits for nothing. The releaser may well come back first.
//! - A release wakes one waiter, the oldest. Whoever comes by while the lock is free may take it all the same.
//!
//! Differences from CPython: each waiter has a condition variable of its own, so that the oldest is woken surely and
//! not mostly; the drop request is one word for all threads, as up to 3.12, cleared by whoever releases and takes.

use crate::clock::moment_in;
use crate::lookout::Lookout;
use crate::state::{State, Waiter};
use crate::{
    Bell, Clock, Coming, EvalBreaker, GilModel, RealClock, Recorder, ReleaseReason, SwitchInterval, ThreadId, Trigger,
};
use gilscope_trace::EventKind;
use parking_lot::{Condvar, Mutex, MutexGuard};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;
use thiserror::Error;

/// The interpreter is being finalized: this thread will never run again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the interpreter is being finalized")]
pub struct Closed;

/// The interpreter lock, and the interpreter in it.
pub struct Gil<T> {
    model: GilModel,
    pub(crate) state: Mutex<State<T>>,
    /// Waited on by a thread that was made to give way, until another has taken over.
    switched: Condvar,
    /// Grows with each release, for those who look out for one.
    releases: AtomicU64,
    /// Grows with each switch, for those who wait for one.
    switches: AtomicU64,
    lookout: Lookout,
    breaker: EvalBreaker,
    interval: SwitchInterval,
    /// Read where the model asks how long somebody has had the lock.
    clock: RealClock,
    pub(crate) recorder: Arc<Recorder>,
}

impl<T> Gil<T> {
    /// A free lock.
    pub fn new(
        guarded: T,
        model: GilModel,
        breaker: EvalBreaker,
        interval: SwitchInterval,
        recorder: Arc<Recorder>,
    ) -> Gil<T> {
        Gil {
            model,
            state: Mutex::new(State::new(guarded)),
            switched: Condvar::new(),
            releases: AtomicU64::new(0),
            switches: AtomicU64::new(0),
            lookout: Lookout::new(),
            breaker,
            interval,
            clock: RealClock::start(),
            recorder,
        }
    }

    /// Waits for the lock and takes what it guards.
    pub fn take(&self, me: ThreadId) -> Result<T, Closed> {
        self.take_looking(me, false)
    }

    /// As `take`, for a thread that was just woken by the holder. The holder is likely to stop soon, so the thread looks
    /// out for that before it goes to sleep again.
    pub fn take_woken(&self, me: ThreadId) -> Result<T, Closed> {
        self.take_looking(me, self.model.trigger == Trigger::Interval)
    }

    fn take_looking(&self, me: ThreadId, looks_out: bool) -> Result<T, Closed> {
        let mut state = self.state.lock();
        state.parked.remove(&me);
        if state.is_closed_to(me) {
            return Err(Closed);
        }
        let is_fair = self.model.is_fair();
        let guarded = if is_fair && !state.admits(Coming::Returning) { None } else { state.guarded.take() };
        match guarded {
            Some(guarded) => {
                self.taken_by(&mut state, me, Coming::Returning);
                Ok(guarded)
            }
            None if is_fair => self.wait_fairly(&mut state, me, Coming::Returning),
            None => self.wait_and_take(&mut state, me, looks_out),
        }
    }

    /// Puts back what the lock guards. If a drop request is pending, waits until another thread has taken over.
    pub fn release(&self, guarded: T, me: ThreadId, reason: ReleaseReason) {
        let mut state = self.state.lock();
        let (requested, _) = self.put_back(&mut state, guarded, me, reason);
        if self.takes_turns() && matches!(reason, ReleaseReason::LockWait | ReleaseReason::Join) {
            state.parked.insert(me);
        }
        if requested && self.model.forced_switch {
            self.await_switch(&mut state, me);
        }
    }

    /// Puts back what the lock guards, for the last time in this thread: waits for nobody.
    pub fn release_finally(&self, guarded: T, me: ThreadId) {
        let mut state = self.state.lock();
        self.put_back(&mut state, guarded, me, ReleaseReason::Exit);
    }

    /// Gives another thread a turn, if the model has it that one is due now, and comes back.
    pub fn switch(&self, guarded: T, me: ThreadId, reason: ReleaseReason) -> Result<T, Closed> {
        let mut state = self.state.lock();
        if state.is_seized {
            self.put_back(&mut state, guarded, me, reason);
            return Err(Closed);
        }
        let somebody_waits = state.somebody_is_ready();
        let due = match self.model.trigger {
            Trigger::Interval if reason == ReleaseReason::Interval => state.requested_by.is_some(),
            _ => somebody_waits || !self.model.forced_switch,
        };
        if !due {
            return if state.is_closed_to(me) { Err(Closed) } else { Ok(guarded) };
        }
        let reason = if reason == ReleaseReason::Interval { state.requested_for } else { reason };
        let (requested, coming) = self.put_back(&mut state, guarded, me, reason);
        if self.model.is_fair() {
            let is_interrupted = state.is_for_returning && reason != ReleaseReason::Yield;
            let coming = if is_interrupted { coming } else { Coming::CpuBound { rest: 0 } };
            return self.wait_fairly(&mut state, me, coming);
        }
        if self.takes_turns() {
            return self.wait_and_take(&mut state, me, false);
        }
        if self.model.forced_switch && (requested || somebody_waits) {
            self.await_switch(&mut state, me);
        }
        drop(state);
        self.take(me)
    }

    /// Bars every thread but `me` from ever taking the lock again, and sends away those that wait for it.
    pub fn close(&self, me: ThreadId) {
        let mut state = self.state.lock();
        state.closed_by = Some(me);
        self.send_away(&mut state);
    }

    /// Takes what the lock guards away from all threads: none can ever take the lock again. Nothing if the holder does
    /// not come to a check point by then.
    pub fn seize(&self, deadline: Instant) -> Option<T> {
        let mut state = self.state.lock();
        state.is_seized = true;
        self.send_away(&mut state);
        self.breaker.ring(Bell::GilDropRequest);
        while state.guarded.is_none() && !self.switched.wait_until(&mut state, deadline).timed_out() {}
        state.guarded.take()
    }

    /// Lets all that wait for the lock see that it is closed to them.
    fn send_away(&self, state: &mut State<T>) {
        self.releases.fetch_add(1, Ordering::Relaxed);
        state.signal_line();
        while !self.model.is_fair() && !state.waiters.is_empty() {
            state.signal_one();
        }
        self.switched.notify_all();
    }

    /// Takes note that a thread has been started, or that what it waits for has come: in the models where threads take
    /// turns it has one from now on, and not only when the operating system has got it running.
    pub fn expect(&self, thread: ThreadId) {
        if self.takes_turns() {
            self.state.lock().expected.insert(thread);
        }
    }

    /// As `expect`, for a thread that may be parked and may not.
    pub fn expect_parked(&self, thread: ThreadId) {
        if self.takes_turns() {
            let mut state = self.state.lock();
            if state.parked.remove(&thread) {
                state.expected.insert(thread);
            }
        }
    }

    /// The thread will not come: it could not be started.
    pub fn expect_no_more(&self, thread: ThreadId) {
        self.state.lock().expected.remove(&thread);
    }

    /// Announces a signal: the main thread's loop will see it in its next check point.
    pub fn signal(&self) {
        let mut state = self.state.lock();
        state.signal_pending = true;
        if state.holder.is_some_and(ThreadId::is_main) {
            self.breaker.ring(Bell::Signal);
        }
    }

    /// Takes note that the main thread has seen the signal; says whether there was one.
    pub fn acknowledge_signal(&self) -> bool {
        let mut state = self.state.lock();
        self.breaker.still(Bell::Signal);
        std::mem::take(&mut state.signal_pending)
    }

    /// Whether a signal has come that the main thread has not seen.
    pub fn is_signal_pending(&self) -> bool {
        self.state.lock().signal_pending
    }

    /// The rules.
    pub fn model(&self) -> &GilModel {
        &self.model
    }

    /// The word that the run loop polls.
    pub fn breaker(&self) -> &EvalBreaker {
        &self.breaker
    }

    /// For those who wait for what the holder will do.
    pub fn lookout(&self) -> &Lookout {
        &self.lookout
    }

    /// How long waiters wait before they ask.
    pub fn interval(&self) -> &SwitchInterval {
        &self.interval
    }

    /// How often the lock went to a different thread than had it before.
    pub fn switch_number(&self) -> u64 {
        self.state.lock().switch_number
    }

    /// How many threads wait for the lock.
    pub fn waiting(&self) -> usize {
        self.state.lock().waiting
    }

    /// Whether a thread at the end of its turn queues up behind those that wait.
    fn takes_turns(&self) -> bool {
        self.model.takes_turns()
    }

    fn wait_and_take(&self, state: &mut MutexGuard<'_, State<T>>, me: ThreadId, looks_out: bool) -> Result<T, Closed> {
        let waiter = Waiter::new(Coming::Returning, 0);
        state.waiting += 1;
        state.expected.remove(&me);
        let result = self.wait_in_queue(state, &waiter, me, looks_out);
        state.waiting -= 1;
        state.dequeue(&waiter);
        if result.is_ok() {
            self.taken(state, me);
        }
        result
    }

    /// Waits until the lock is free, and not because this very thread has just given it up.
    fn wait_in_queue(
        &self,
        state: &mut MutexGuard<'_, State<T>>,
        waiter: &Arc<Waiter>,
        me: ThreadId,
        looks_out: bool,
    ) -> Result<T, Closed> {
        let mut looks_out = looks_out || self.takes_turns();
        loop {
            state.enqueue(waiter);
            let switch_number = state.switch_number;
            let timed_out = match looks_out && state.is_next(waiter) && self.spin(state) {
                true => false,
                false => self.wait_once(waiter, state),
            };
            if state.is_closed_to(me) {
                return Err(Closed);
            }
            let is_my_turn = !self.takes_turns() || state.last_holder != Some(me);
            if is_my_turn && let Some(guarded) = state.guarded.take() {
                return Ok(guarded);
            }
            let asks = timed_out && state.switch_number == switch_number;
            if asks {
                self.request(state, me, ReleaseReason::Interval);
            }
            // A request is obeyed within microseconds; a turn of a few instructions lasts no longer.
            looks_out = asks || self.takes_turns();
        }
    }

    /// Waits for a signal, in models with intervals no longer than one of them; says whether that time is over.
    fn wait_once(&self, waiter: &Arc<Waiter>, state: &mut MutexGuard<'_, State<T>>) -> bool {
        match self.model.trigger {
            Trigger::Interval if state.is_timed(waiter) => {
                return waiter.wake.wait_until(state, moment_in(self.interval.patience())).timed_out();
            }
            _ => waiter.wake.wait(state),
        }
        false
    }

    /// Looks out for a release for a moment; says whether one came. Only where one is to be expected: a waiter that is
    /// always quick would hide the races that a release for a system call has, after which the releaser mostly comes first.
    pub(crate) fn spin(&self, state: &mut MutexGuard<'_, State<T>>) -> bool {
        let seen = self.releases.load(Ordering::Relaxed);
        let came = || self.releases.load(Ordering::Relaxed) != seen;
        // It may come between the last look and the mutex: then nobody will signal this thread again.
        MutexGuard::unlocked(state, || self.lookout.spin(came)) || came()
    }

    pub(crate) fn request(&self, state: &mut State<T>, me: ThreadId, reason: ReleaseReason) {
        if state.requested_by.is_none() {
            state.requested_by = Some(me);
            state.requested_for = reason;
            let holder = state.holder;
            self.record(state, me, |_| EventKind::GilRequested { holder });
        }
        self.breaker.ring(Bell::GilDropRequest);
    }

    /// The time that the rules of `fair` count in.
    pub(crate) fn now(&self) -> u64 {
        self.clock.now().0
    }

    /// The lock is taken by a thread that came to it in this way.
    pub(crate) fn taken_by(&self, state: &mut State<T>, me: ThreadId, coming: Coming) {
        if self.model.is_fair() {
            let others_wait = !state.waiters.is_empty();
            state.fairness.taken(self.now(), self.interval_nanos(), coming, others_wait);
            state.is_for_returning = false;
        }
        self.taken(state, me);
    }

    fn taken(&self, state: &mut State<T>, me: ThreadId) {
        state.holder = Some(me);
        self.lookout.taken();
        state.expected.remove(&me);
        state.requested_by = None;
        if state.last_holder != Some(me) {
            state.last_holder = Some(me);
            state.switch_number += 1;
            self.switches.fetch_add(1, Ordering::Relaxed);
            self.switched.notify_all();
        }
        self.breaker.still(Bell::GilDropRequest);
        if state.signal_pending && me.is_main() {
            self.breaker.ring(Bell::Signal);
        } else {
            self.breaker.still(Bell::Signal);
        }
        self.record(state, me, |waited| EventKind::GilTaken { waited });
    }

    /// Says whether the drop request was set, and what the thread is if it could have gone on.
    fn put_back(&self, state: &mut State<T>, guarded: T, me: ThreadId, reason: ReleaseReason) -> (bool, Coming) {
        let requested_by = state.requested_by.take();
        self.breaker.still(Bell::GilDropRequest);
        self.record(state, me, |held| EventKind::GilReleased { reason, held, requested_by });
        state.holder = None;
        self.lookout.released();
        state.last_holder = Some(me);
        state.guarded = Some(guarded);
        self.releases.fetch_add(1, Ordering::Relaxed);
        let mut coming = Coming::Returning;
        if self.model.is_fair() {
            coming = state.fairness.released(self.now(), self.interval_nanos());
            state.signal_next();
        } else {
            state.signal_one();
        }
        if state.is_seized {
            self.switched.notify_all();
        }
        (requested_by.is_some(), coming)
    }

    fn await_switch(&self, state: &mut MutexGuard<'_, State<T>>, me: ThreadId) {
        let seen = self.switches.load(Ordering::Relaxed);
        MutexGuard::unlocked(state, || self.lookout.spin(|| self.switches.load(Ordering::Relaxed) != seen));
        while state.last_holder == Some(me) && state.closed_by.is_none() && !state.is_seized {
            self.switched.wait(state);
        }
    }
}
