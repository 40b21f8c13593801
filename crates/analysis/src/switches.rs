//! Hand-overs of the interpreter lock: who gave it up, why and where, and who had it next.

use crate::phase::{Phase, Phases};
use gilscope_trace::{BlockedOn, Event, EventKind, Place, ReleaseReason, ThreadId, Timestamp};
use std::collections::BTreeMap;
use std::time::Duration;

/// One change in who holds the interpreter lock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Switch {
    /// When the lock was taken; when it was released, if nobody took it any more.
    pub time: Timestamp,
    /// Who had it before; none at the very beginning, and where threads run at the same time.
    pub from: Option<Release>,
    /// Who took it; none at the end of the record.
    pub to: Option<ThreadId>,
    /// How long the taker had waited for it.
    pub waited: Duration,
    /// How long nobody had it.
    pub idle: Duration,
    /// Who else could have gone on at the moment of the release, oldest thread first.
    pub waiting: Vec<ThreadId>,
}

/// How a thread gave the interpreter lock up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    pub time: Timestamp,
    pub thread: ThreadId,
    pub reason: ReleaseReason,
    pub held: Duration,
    pub requested_by: Option<ThreadId>,
    pub on: Option<BlockedOn>,
    pub place: Option<Place>,
}

impl Switch {
    /// Whether the lock came to another thread than the one that had it: no thread just came back to it.
    pub fn is_between_threads(&self) -> bool {
        self.from.as_ref().map(|release| release.thread) != self.to
    }
}

/// Makes hand-overs of events.
#[derive(Debug, Clone, Default)]
pub struct Switches {
    phases: Phases,
    released: Option<(Release, Vec<ThreadId>)>,
    announced: BTreeMap<ThreadId, BlockedOn>,
}

impl Switches {
    /// Takes one event in; if somebody took the interpreter lock, that is a hand-over.
    pub fn observe(&mut self, event: &Event) -> Option<Switch> {
        self.phases.observe(event, |_| {});
        match event.kind {
            EventKind::ThreadBlocked { on } => {
                self.announced.insert(event.thread, on);
            }
            EventKind::GilReleased { reason, held, requested_by } => {
                let waiting = self.phases.threads_in(Phase::Waiting).filter(|thread| *thread != event.thread);
                let waiting = waiting.collect();
                let on = self.announced.remove(&event.thread);
                let Event { time, thread, place, .. } = *event;
                self.released = Some((Release { time, thread, reason, held, requested_by, on, place }, waiting));
                if self.others_run(event.thread) {
                    return self.nobody_follows();
                }
            }
            EventKind::GilTaken { waited } => return Some(self.taken(event, waited)),
            _ => {}
        }
        None
    }

    /// The last release, which nobody followed.
    pub fn finish(mut self) -> Option<Switch> {
        self.nobody_follows()
    }

    /// Whether threads run at the same time, as they do without an interpreter lock.
    fn others_run(&self, thread: ThreadId) -> bool {
        self.phases.others_hold(thread)
    }

    fn nobody_follows(&mut self) -> Option<Switch> {
        let (release, waiting) = self.released.take()?;
        let time = release.time;
        Some(Switch { time, from: Some(release), to: None, waited: Duration::ZERO, idle: Duration::ZERO, waiting })
    }

    fn taken(&mut self, event: &Event, waited: Duration) -> Switch {
        let (from, mut waiting) = match self.released.take() {
            Some((release, waiting)) => (Some(release), waiting),
            None => (None, Vec::new()),
        };
        waiting.retain(|thread| *thread != event.thread);
        let idle = from.as_ref().map_or(Duration::ZERO, |release| event.time.since(release.time));
        Switch { time: event.time, from, to: Some(event.thread), waited, idle, waiting }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Recording;

    #[test]
    fn a_hand_over_names_giver_taker_and_who_is_left_out() {
        let mut recording = Recording::default();
        recording.start(0, 0, None).take(0, 0, 0).start(5, 1, Some(0)).start(6, 2, Some(0));
        recording.request(15, 1, 0).give_way(20, 0, 20, 1).take(25, 1, 20);
        let mut switches = Switches::default();
        let found: Vec<Switch> = recording.events.iter().filter_map(|event| switches.observe(event)).collect();
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].from.clone(), found[0].to), (None, Some(ThreadId(0))));
        let second = &found[1];
        let release = second.from.as_ref().expect("somebody had it");
        assert_eq!(
            (release.thread, release.requested_by, second.to),
            (ThreadId(0), Some(ThreadId(1)), Some(ThreadId(1)))
        );
        assert_eq!((second.waiting.as_slice(), second.idle), ([ThreadId(2)].as_slice(), Duration::from_nanos(5)));
        assert!(second.is_between_threads() && switches.finish().is_none());
    }

    #[test]
    fn threads_that_run_at_the_same_time_hand_nothing_over() {
        let mut recording = Recording::default();
        recording.take(0, 0, 0).take(1, 1, 0).release(5, 0, ReleaseReason::Sleep, 5).take(9, 0, 0);
        let mut switches = Switches::default();
        let found = recording.events.iter().filter_map(|event| switches.observe(event));
        let found: Vec<_> = found.map(|s| (s.from.map(|release| release.thread.0), s.to.map(|to| to.0))).collect();
        assert_eq!(found, [(None, Some(0)), (None, Some(1)), (Some(0), None), (None, Some(0))]);
    }

    #[test]
    fn a_thread_may_come_back_and_the_last_release_is_told() {
        let mut recording = Recording::default();
        recording.take(0, 0, 0).block(10, 0, BlockedOn::Io).release(10, 0, ReleaseReason::Io, 10).take(30, 0, 0);
        recording.release(40, 0, ReleaseReason::Exit, 10);
        let mut switches = Switches::default();
        let found: Vec<Switch> = recording.events.iter().filter_map(|event| switches.observe(event)).collect();
        assert!(!found[1].is_between_threads());
        assert_eq!(found[1].from.as_ref().and_then(|release| release.on), Some(BlockedOn::Io));
        let last = switches.finish().expect("a release");
        assert_eq!((last.to, last.from.map(|release| release.reason)), (None, Some(ReleaseReason::Exit)));
    }
}
