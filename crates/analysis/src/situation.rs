//! Who does what at one moment of an execution, as its events up to there tell.

use gilscope_trace::{BlockedOn, Event, EventKind, LockId, Place, ReleaseReason, ThreadId, Timestamp, WokenBy};
use std::collections::{BTreeMap, BTreeSet};

/// What a thread is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Doing {
    /// It exists, and has not had the interpreter lock yet.
    Starting,
    /// It holds the interpreter lock: it runs.
    Holding,
    /// It could go on, had it the interpreter lock.
    Waiting,
    /// It cannot go on.
    Blocked(BlockedOn),
    /// It waits until the thread that it started is running.
    Spawning,
    Finished,
}

/// One thread at that moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    pub doing: Doing,
    /// Since when.
    pub since: Timestamp,
    /// The last instruction that an event names.
    pub place: Option<Place>,
    pub parent: Option<ThreadId>,
    /// Why it gave the interpreter lock up last, and when.
    pub released: Option<(ReleaseReason, Timestamp)>,
    /// What ended its last wait.
    pub woken: Option<WokenBy>,
    /// What it is about to wait for: it is still running until it has given the interpreter lock up.
    blocks_on: Option<BlockedOn>,
}

/// All threads and locks at one moment.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Situation {
    pub threads: BTreeMap<ThreadId, Standing>,
    /// Who has the interpreter lock.
    pub holder: Option<ThreadId>,
    /// Who had it before.
    pub last_holder: Option<ThreadId>,
    /// Who has asked the holder to give it up.
    pub requested_by: Option<ThreadId>,
    /// Who owns which lock of the script.
    pub owners: BTreeMap<LockId, ThreadId>,
}

impl Standing {
    fn new(time: Timestamp) -> Standing {
        Standing {
            doing: Doing::Starting,
            since: time,
            place: None,
            parent: None,
            released: None,
            woken: None,
            blocks_on: None,
        }
    }

    fn now(&mut self, doing: Doing, time: Timestamp) {
        self.doing = doing;
        self.since = time;
    }
}

impl Situation {
    /// Goes on to the moment after `event`.
    pub fn apply(&mut self, event: &Event) {
        let (time, thread) = (event.time, event.thread);
        let standing = self.threads.entry(thread).or_insert_with(|| Standing::new(time));
        standing.place = event.place.or(standing.place);
        match event.kind {
            EventKind::ThreadStarted { parent } => standing.parent = parent,
            EventKind::ThreadFinished => standing.now(Doing::Finished, time),
            EventKind::GilRequested { .. } => self.requested_by = Some(thread),
            EventKind::GilTaken { .. } => {
                standing.blocks_on = None;
                standing.now(Doing::Holding, time);
                self.holder = Some(thread);
                self.requested_by = None;
            }
            EventKind::GilReleased { reason, .. } => self.released(thread, reason, time),
            EventKind::ThreadBlocked { on } => {
                standing.blocks_on = Some(on);
                standing.woken = None;
                if standing.doing != Doing::Holding {
                    standing.now(Doing::Blocked(on), time);
                }
            }
            EventKind::ThreadWoken { by } => {
                standing.blocks_on = None;
                standing.woken = Some(by);
                standing.now(Doing::Waiting, time);
            }
            EventKind::LockAcquired { lock } => drop(self.owners.insert(lock, thread)),
            EventKind::LockReleased { lock } => drop(self.owners.remove(&lock)),
            _ => {}
        }
    }

    fn released(&mut self, thread: ThreadId, reason: ReleaseReason, time: Timestamp) {
        self.holder = None;
        self.last_holder = Some(thread);
        let Some(standing) = self.threads.get_mut(&thread) else { return };
        standing.released = Some((reason, time));
        let doing = match (reason, standing.blocks_on) {
            (ReleaseReason::Exit, _) => Doing::Finished,
            (_, Some(on)) => Doing::Blocked(on),
            (ReleaseReason::Sleep, None) => Doing::Blocked(BlockedOn::Sleep),
            (ReleaseReason::Io, None) => Doing::Blocked(BlockedOn::Io),
            (ReleaseReason::ThreadStart, None) => Doing::Spawning,
            _ => Doing::Waiting,
        };
        if standing.doing != Doing::Finished {
            standing.now(doing, time);
        }
    }

    /// What the thread is doing; `Finished` for one that does not exist.
    pub fn doing(&self, thread: ThreadId) -> Doing {
        self.threads.get(&thread).map_or(Doing::Finished, |standing| standing.doing)
    }

    /// The threads that wait for the interpreter lock, the one that has waited longest first.
    pub fn waiting(&self) -> Vec<ThreadId> {
        let is_waiting = |standing: &Standing| matches!(standing.doing, Doing::Waiting | Doing::Starting);
        let mut waiting: Vec<(Timestamp, ThreadId)> = self
            .threads
            .iter()
            .filter(|(_, standing)| is_waiting(standing))
            .map(|(&thread, standing)| (standing.since, thread))
            .collect();
        waiting.sort_unstable();
        waiting.into_iter().map(|(_, thread)| thread).collect()
    }

    /// The locks of the script that a thread owns.
    pub fn locks_of(&self, thread: ThreadId) -> Vec<LockId> {
        self.owners.iter().filter(|&(_, &owner)| owner == thread).map(|(&lock, _)| lock).collect()
    }

    /// The thread that this one waits for, if it waits for one.
    pub fn waits_for(&self, thread: ThreadId) -> Option<ThreadId> {
        let other = match self.doing(thread) {
            Doing::Waiting | Doing::Starting => self.holder,
            Doing::Blocked(BlockedOn::Lock { lock, owner }) => self.owners.get(&lock).copied().or(owner),
            Doing::Blocked(BlockedOn::Join(other)) => Some(other),
            _ => None,
        };
        other.filter(|&other| self.threads.contains_key(&other))
    }

    /// Who waits for whom, from this thread on: up to one that waits for no other, or, in a circle, up to the first that
    /// comes again (which is then the last of the chain, too).
    pub fn chain(&self, thread: ThreadId) -> Vec<ThreadId> {
        let mut chain = vec![thread];
        let mut seen = BTreeSet::from([thread]);
        let mut at = thread;
        while let Some(next) = self.waits_for(at) {
            chain.push(next);
            if !seen.insert(next) {
                break;
            }
            at = next;
        }
        chain
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    fn situation(events: &[(u64, u32, EventKind)]) -> Situation {
        let mut situation = Situation::default();
        for (time, thread, kind) in events {
            let event = Event { time: Timestamp(*time), thread: ThreadId(*thread), place: None, kind: kind.clone() };
            situation.apply(&event);
        }
        situation
    }

    fn taken() -> EventKind {
        EventKind::GilTaken { waited: Duration::ZERO }
    }

    fn released(reason: ReleaseReason) -> EventKind {
        EventKind::GilReleased { reason, held: Duration::ZERO, requested_by: None }
    }

    fn blocked(lock: u64, owner: u32) -> EventKind {
        EventKind::ThreadBlocked { on: BlockedOn::Lock { lock: LockId(lock), owner: Some(ThreadId(owner)) } }
    }

    const STARTED: EventKind = EventKind::ThreadStarted { parent: None };

    #[test]
    fn a_thread_that_was_made_to_give_way_waits_for_the_holder() {
        let s = situation(&[
            (0, 0, STARTED),
            (0, 0, taken()),
            (1, 1, STARTED),
            (5, 1, EventKind::GilRequested { holder: Some(ThreadId(0)) }),
            (6, 0, released(ReleaseReason::Interval)),
            (7, 1, taken()),
        ]);
        assert_eq!(s.holder, Some(ThreadId(1)));
        assert_eq!(s.doing(ThreadId(0)), Doing::Waiting);
        assert_eq!(s.chain(ThreadId(0)), [ThreadId(0), ThreadId(1)]);
        assert_eq!((s.requested_by, s.last_holder), (None, Some(ThreadId(0))));
        assert_eq!(s.waiting(), [ThreadId(0)]);
    }

    #[test]
    fn a_thread_that_is_about_to_block_runs_until_it_has_released() {
        let on = BlockedOn::Sleep;
        let mut events = vec![(0, 0, STARTED), (0, 0, taken()), (3, 0, EventKind::ThreadBlocked { on })];
        assert_eq!(situation(&events).doing(ThreadId(0)), Doing::Holding);
        events.push((3, 0, released(ReleaseReason::Sleep)));
        assert_eq!(situation(&events).doing(ThreadId(0)), Doing::Blocked(on));
        events.push((9, 0, EventKind::ThreadWoken { by: WokenBy::Deadline }));
        assert_eq!(situation(&events).doing(ThreadId(0)), Doing::Waiting);
    }

    #[test]
    fn the_chain_of_a_deadlock_closes() {
        let acquired = |lock| EventKind::LockAcquired { lock: LockId(lock) };
        let s = situation(&[
            (0, 1, STARTED),
            (0, 1, taken()),
            (1, 1, acquired(1)),
            (2, 1, released(ReleaseReason::Sleep)),
            (2, 2, taken()),
            (3, 2, acquired(2)),
            (4, 2, blocked(1, 1)),
            (4, 2, released(ReleaseReason::LockWait)),
            (5, 1, taken()),
            (6, 1, blocked(2, 2)),
            (6, 1, released(ReleaseReason::LockWait)),
        ]);
        assert_eq!(s.chain(ThreadId(1)), [ThreadId(1), ThreadId(2), ThreadId(1)]);
        assert_eq!(s.locks_of(ThreadId(2)), [LockId(2)]);
    }

    #[test]
    fn a_finished_thread_stays_finished() {
        let s = situation(&[
            (0, 1, STARTED),
            (0, 1, taken()),
            (1, 1, EventKind::ThreadFinished),
            (1, 1, released(ReleaseReason::Exit)),
        ]);
        assert_eq!((s.doing(ThreadId(1)), s.holder), (Doing::Finished, None));
    }
}
