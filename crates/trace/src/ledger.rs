//! The ledger: how long each thread had the interpreter lock, how long it waited for it, and why it gave it up.
//!
//! Between a thread's first and last event its time is fully accounted for: it holds the lock, waits for it, or is away
//! for the reason it released it for.

use crate::{ByReason, Event, EventKind, ReleaseReason, Sink, ThreadId, Timestamp};
use parking_lot::Mutex;
use std::collections::BTreeMap;
use std::time::Duration;

/// The sums of one thread.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Account {
    /// How often it took the lock.
    pub holds: u64,
    pub held: Duration,
    pub longest_hold: Duration,
    /// Waiting for the interpreter lock, not for anything else.
    pub waited: Duration,
    pub longest_wait: Duration,
    /// How often it asked the holder to drop the lock.
    pub requests: u64,
    /// How often it released the lock.
    pub releases: ByReason<u64>,
    /// How often, after such a release, a different thread took the lock next.
    pub switches: ByReason<u64>,
    /// Time between a release and the moment when it wanted the lock back.
    pub away: ByReason<Duration>,
    /// From being started to its end, or to the last event seen.
    pub lifetime: Duration,
    started: Timestamp,
    last_release: Option<(Timestamp, ReleaseReason)>,
}

/// The sums of all threads.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Totals {
    pub threads: BTreeMap<ThreadId, Account>,
    /// How often the lock went from one thread to a different one.
    pub switches: u64,
    /// From the first event to the last.
    pub duration: Duration,
}

/// A sink that adds up.
#[derive(Debug, Default)]
pub struct Ledger(Mutex<Book>);

#[derive(Debug, Default)]
struct Book {
    totals: Totals,
    first_event: Option<Timestamp>,
    last_release: Option<(ThreadId, ReleaseReason)>,
}

impl Ledger {
    /// The sums up to now.
    pub fn totals(&self) -> Totals {
        self.0.lock().totals.clone()
    }
}

impl Sink for Ledger {
    fn record(&self, event: &Event) {
        self.0.lock().enter(event);
    }
}

impl Book {
    fn enter(&mut self, event: &Event) {
        let first = *self.first_event.get_or_insert(event.time);
        self.totals.duration = self.totals.duration.max(event.time.since(first));
        let account = self
            .totals
            .threads
            .entry(event.thread)
            .or_insert_with(|| Account { started: event.time, ..Account::default() });
        account.lifetime = account.lifetime.max(event.time.since(account.started));
        match event.kind {
            EventKind::GilRequested { .. } => account.requests += 1,
            EventKind::GilTaken { waited } => self.taken(event, waited),
            EventKind::GilReleased { reason, held, .. } => self.released(event, reason, held),
            _ => {}
        }
    }

    fn taken(&mut self, event: &Event, waited: Duration) {
        if let Some((releaser, reason)) = self.last_release.take()
            && releaser != event.thread
        {
            self.totals.switches += 1;
            self.totals.threads.entry(releaser).or_default().switches[reason] += 1;
        }
        let account = self.totals.threads.entry(event.thread).or_default();
        account.holds += 1;
        account.waited += waited;
        account.longest_wait = account.longest_wait.max(waited);
        if let Some((released, reason)) = account.last_release.take() {
            account.away[reason] += event.time.since(released).saturating_sub(waited);
        }
    }

    fn released(&mut self, event: &Event, reason: ReleaseReason, held: Duration) {
        let account = self.totals.threads.entry(event.thread).or_default();
        account.held += held;
        account.longest_hold = account.longest_hold.max(held);
        account.releases[reason] += 1;
        account.last_release = Some((event.time, reason));
        self.last_release = Some((event.thread, reason));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(time: u64, thread: u32, kind: EventKind) -> Event {
        Event { time: Timestamp(time), thread: ThreadId(thread), place: None, kind }
    }

    fn taken(waited: u64) -> EventKind {
        EventKind::GilTaken { waited: Duration::from_nanos(waited) }
    }

    fn released(reason: ReleaseReason, held: u64) -> EventKind {
        EventKind::GilReleased { reason, held: Duration::from_nanos(held), requested_by: None }
    }

    #[test]
    fn time_of_a_thread_is_held_waited_or_away() {
        let ledger = Ledger::default();
        let started = EventKind::ThreadStarted { parent: None };
        for e in [
            event(0, 0, started.clone()),
            event(0, 0, taken(0)),
            event(10, 1, started),
            event(20, 0, released(ReleaseReason::Sleep, 20)),
            event(25, 1, taken(15)),
            event(60, 1, released(ReleaseReason::Exit, 35)),
            event(60, 1, EventKind::ThreadFinished),
            event(70, 0, taken(5)),
            event(80, 0, released(ReleaseReason::Exit, 10)),
        ] {
            ledger.record(&e);
        }
        let totals = ledger.totals();
        let main = &totals.threads[&ThreadId(0)];
        assert_eq!(main.held, Duration::from_nanos(30));
        assert_eq!(main.waited, Duration::from_nanos(5));
        assert_eq!(main.away[ReleaseReason::Sleep], Duration::from_nanos(45));
        assert_eq!(main.lifetime, Duration::from_nanos(80));
        let other = &totals.threads[&ThreadId(1)];
        assert_eq!(other.held + other.waited, other.lifetime);
        assert_eq!(totals.switches, 2);
        assert_eq!(main.switches[ReleaseReason::Sleep], 1);
        assert_eq!(other.switches[ReleaseReason::Exit], 1);
    }
}
