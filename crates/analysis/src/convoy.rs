//! The convoy: a thread that needs the interpreter lock for a moment, again and again, and each time waits a whole
//! switch interval for it behind a thread that computes.
//!
//! D. Beazley, "Understanding the Python GIL", PyCon 2010; <https://bugs.python.org/issue7946>.

use gilscope_trace::{Event, EventKind, ReleaseReason, ThreadId};
use std::collections::BTreeMap;
use std::time::Duration;

/// Shorter waits than this are nobody's complaint.
const LONG: Duration = Duration::from_millis(1);
/// How many times longer than its use of the lock a thread must wait for it.
const OUT_OF_PROPORTION: u32 = 5;
/// How often that must happen: once is chance.
const OFTEN: u64 = 3;

/// A thread that queued up behind another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Convoy {
    /// Who waited.
    pub thread: ThreadId,
    /// Behind whom, most of the time.
    pub behind: ThreadId,
    /// How often.
    pub times: u64,
    /// How often it wanted the lock after it had been asleep, in I/O, or blocked.
    pub of: u64,
    /// How long it waited those times, together.
    pub waited: Duration,
    /// How long it then had the lock, together.
    pub held: Duration,
}

/// Looks for convoys, event by event.
#[derive(Debug, Clone, Default)]
pub struct Convoys {
    threads: BTreeMap<ThreadId, Record>,
    last_release: Option<ThreadId>,
}

#[derive(Debug, Clone, Default)]
struct Record {
    /// It gave the lock up of its own accord the last time.
    was_away: bool,
    /// It has the lock now, after having been away and then waiting so long for it.
    hold: Option<(Duration, Option<ThreadId>)>,
    returns: u64,
    times: u64,
    waited: Duration,
    held: Duration,
    behind: BTreeMap<ThreadId, u64>,
}

impl Convoys {
    /// Takes one event in.
    pub fn observe(&mut self, event: &Event) {
        match event.kind {
            EventKind::GilTaken { waited } => {
                let behind = self.last_release.take();
                let record = self.threads.entry(event.thread).or_default();
                record.hold = record.was_away.then_some((waited, behind));
            }
            EventKind::GilReleased { reason, held, .. } => {
                self.last_release = Some(event.thread);
                let record = self.threads.entry(event.thread).or_default();
                record.released(event.thread, reason, held);
            }
            _ => {}
        }
    }

    /// The convoys, the longest waits first.
    pub fn finish(self) -> Vec<Convoy> {
        let mut convoys: Vec<Convoy> =
            self.threads.into_iter().filter_map(|(thread, record)| record.convoy(thread)).collect();
        convoys.sort_by_key(|convoy| (std::cmp::Reverse(convoy.waited), convoy.thread));
        convoys
    }
}

impl Record {
    fn released(&mut self, thread: ThreadId, reason: ReleaseReason, held: Duration) {
        self.was_away = !reason.is_forced() && reason != ReleaseReason::Yield;
        let Some((waited, behind)) = self.hold.take() else { return };
        self.returns += 1;
        if !self.was_away || waited < LONG || waited < held.saturating_mul(OUT_OF_PROPORTION) {
            return;
        }
        self.times += 1;
        self.waited += waited;
        self.held += held;
        if let Some(behind) = behind.filter(|behind| *behind != thread) {
            *self.behind.entry(behind).or_default() += 1;
        }
    }

    fn convoy(self, thread: ThreadId) -> Option<Convoy> {
        let (&behind, _) = self.behind.iter().max_by_key(|(_, times)| **times)?;
        let Record { times, returns: of, waited, held, .. } = self;
        let is_usual = times >= OFTEN && times * 2 >= of;
        is_usual.then_some(Convoy { thread, behind, times, of, waited, held })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Recording;
    use gilscope_trace::BlockedOn;

    const MS: u64 = 1_000_000;

    /// A server that answers requests in 0.1 ms, beside a thread that computes; the server waits this long each time.
    fn server_beside_computation(wait: u64, requests: u64) -> Vec<Convoy> {
        let mut recording = Recording::default();
        let mut now = 0;
        for _ in 0..requests {
            recording.take(now, 0, MS).give_way(now + wait, 0, wait, 1);
            now += wait;
            recording.take(now, 1, wait).block(now + MS / 10, 1, BlockedOn::Io);
            now += MS / 10;
            recording.release(now, 1, ReleaseReason::Io, MS / 10);
        }
        let mut convoys = Convoys::default();
        recording.events.iter().for_each(|event| convoys.observe(event));
        convoys.finish()
    }

    #[test]
    fn a_server_that_waits_an_interval_per_request_is_in_a_convoy() {
        let convoys = server_beside_computation(5 * MS, 10);
        let [convoy] = convoys.as_slice() else { panic!("{convoys:?}") };
        assert_eq!((convoy.thread, convoy.behind, convoy.times, convoy.of), (ThreadId(1), ThreadId(0), 9, 9));
        assert_eq!(convoy.waited, Duration::from_millis(45));
    }

    #[test]
    fn short_or_rare_waits_are_none() {
        assert_eq!(server_beside_computation(MS / 2, 10), []);
        assert_eq!(server_beside_computation(5 * MS, 3), []);
    }
}
