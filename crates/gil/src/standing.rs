//! What events say of a thread beyond the lock itself: where it is, what it waits for, and since when.
//!
//! Nothing of this is kept when nobody listens.

use crate::state::State;
use crate::{Gil, ThreadId};
use gilscope_trace::{BlockedOn, EventKind, Place, Timestamp, WokenBy};
use std::time::Duration;

/// How a thread stands.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Standing {
    place: Option<Place>,
    /// Since when it has held the lock, waited for it, or been blocked.
    since: Timestamp,
    is_blocked: bool,
    /// Who last woke it while it was not blocked.
    early_waker: Option<WokenBy>,
}

impl<T> Gil<T> {
    /// Whether anybody wants to know of what happens.
    pub fn is_recording(&self) -> bool {
        self.recorder.is_listening()
    }

    /// Takes note of where a thread is that is about to give the lock up: the place of all its events until it is back.
    pub fn stands_at(&self, me: ThreadId, place: Option<Place>) {
        if self.is_recording() {
            self.state.lock().standings.entry(me).or_default().place = place;
        }
    }

    /// The thread exists. To be told before it can take the lock.
    pub fn started(&self, thread: ThreadId, parent: Option<ThreadId>) {
        if self.is_recording() {
            let mut state = self.state.lock();
            self.record(&mut state, thread, |_| EventKind::ThreadStarted { parent });
        }
    }

    /// The holder will give the lock up because it cannot go on.
    pub fn blocked(&self, me: ThreadId, on: BlockedOn) {
        if self.is_recording() {
            let mut state = self.state.lock();
            state.standings.entry(me).or_default().is_blocked = true;
            self.record(&mut state, me, |_| EventKind::ThreadBlocked { on });
        }
    }

    /// The holder has woken a thread. If that is not blocked, the wake-up is kept and ends its next wait.
    pub fn woken_by_holder(&self, thread: ThreadId) {
        if !self.is_recording() {
            return;
        }
        let mut state = self.state.lock();
        let Some(by) = state.holder.map(WokenBy::Thread) else { return };
        let standing = state.standings.entry(thread).or_default();
        match std::mem::take(&mut standing.is_blocked) {
            true => self.record(&mut state, thread, |_| EventKind::ThreadWoken { by }),
            false => standing.early_waker = Some(by),
        }
    }

    /// A thread goes on after it was blocked. Nothing new if its waker has said so; `by` counts if there was none.
    pub fn woken(&self, me: ThreadId, by: WokenBy) {
        if !self.is_recording() {
            return;
        }
        let mut state = self.state.lock();
        let standing = state.standings.entry(me).or_default();
        let early = if by == WokenBy::Deadline { None } else { standing.early_waker.take() };
        if std::mem::take(&mut standing.is_blocked) {
            let by = early.unwrap_or(by);
            self.record(&mut state, me, |_| EventKind::ThreadWoken { by });
        }
    }

    /// The thread will not take the lock again; if it holds it, it will give it up.
    pub fn finished(&self, thread: ThreadId) {
        if self.is_recording() {
            let mut state = self.state.lock();
            self.record(&mut state, thread, |_| EventKind::ThreadFinished);
        }
    }

    /// Records an event of a thread; `kind` is given the time since the thread's state began.
    pub(crate) fn record(&self, state: &mut State<T>, thread: ThreadId, kind: impl FnOnce(Duration) -> EventKind) {
        if !self.is_recording() {
            return;
        }
        let standing = state.standings.entry(thread).or_default();
        let (place, since) = (standing.place, standing.since);
        let mut begins_a_state = false;
        let time = self.recorder.record_with(thread, place, |time| {
            let kind = kind(time.since(since));
            begins_a_state = kind.begins_a_state();
            kind
        });
        if begins_a_state {
            standing.since = time;
        }
    }
}
