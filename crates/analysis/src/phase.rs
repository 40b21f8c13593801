//! What each thread's time goes into: at any moment of its life it is in exactly one phase.

use gilscope_trace::{BlockedOn, Event, EventKind, Place, ReleaseReason, ThreadId, Timestamp};
use std::collections::BTreeMap;
use std::ops::{Index, IndexMut};
use std::time::Duration;

/// What a thread is doing as far as the interpreter lock is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// It holds the interpreter lock: it runs.
    Holding,
    /// It could go on, had it the interpreter lock.
    Waiting,
    /// It waits for a lock of the script.
    Lock,
    /// It waits for the end or the start of another thread.
    Join,
    /// It sleeps.
    Sleep,
    /// It waits for the operating system.
    Io,
}

impl Phase {
    /// All phases, in the order in which reports have them.
    pub const ALL: [Phase; 6] = [Phase::Holding, Phase::Waiting, Phase::Lock, Phase::Join, Phase::Sleep, Phase::Io];

    /// The word that machine-readable output uses.
    pub fn name(self) -> &'static str {
        match self {
            Phase::Holding => "holding",
            Phase::Waiting => "waiting",
            Phase::Lock => "lock",
            Phase::Join => "join",
            Phase::Sleep => "sleep",
            Phase::Io => "io",
        }
    }

    fn while_blocked(on: BlockedOn) -> Phase {
        match on {
            BlockedOn::Lock { .. } => Phase::Lock,
            BlockedOn::Join(_) => Phase::Join,
            BlockedOn::Sleep => Phase::Sleep,
            BlockedOn::Io => Phase::Io,
        }
    }

    /// What a thread does after a release whose reason no `ThreadBlocked` has detailed; nothing after its end.
    fn after(reason: ReleaseReason) -> Option<Phase> {
        match reason {
            ReleaseReason::Exit => None,
            ReleaseReason::Sleep => Some(Phase::Sleep),
            ReleaseReason::Io => Some(Phase::Io),
            ReleaseReason::LockWait => Some(Phase::Lock),
            ReleaseReason::Join | ReleaseReason::ThreadStart => Some(Phase::Join),
            ReleaseReason::Interval | ReleaseReason::Tick | ReleaseReason::Yield | ReleaseReason::Return => {
                Some(Phase::Waiting)
            }
        }
    }
}

/// One value for each phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ByPhase<T>([T; Phase::ALL.len()]);

impl<T> ByPhase<T> {
    /// The values with their phases.
    pub fn iter(&self) -> impl Iterator<Item = (Phase, &T)> {
        Phase::ALL.into_iter().zip(&self.0)
    }
}

impl<T> Index<Phase> for ByPhase<T> {
    type Output = T;

    fn index(&self, phase: Phase) -> &T {
        &self.0[phase as usize]
    }
}

impl<T> IndexMut<Phase> for ByPhase<T> {
    fn index_mut(&mut self, phase: Phase) -> &mut T {
        &mut self.0[phase as usize]
    }
}

/// A stretch of time in which a thread was in one phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Segment {
    pub thread: ThreadId,
    pub phase: Phase,
    pub from: Timestamp,
    pub to: Timestamp,
    /// What it was blocked on, if it was blocked and that is known.
    pub on: Option<BlockedOn>,
    /// Why it gave the interpreter lock up, at the end of a hold.
    pub reason: Option<ReleaseReason>,
    /// Where the thread stood: at the end of a hold, at the beginning of everything else.
    pub place: Option<Place>,
}

impl Segment {
    /// How long it was.
    pub fn length(&self) -> Duration {
        self.to.since(self.from)
    }
}

/// The phases that threads are in, event by event.
#[derive(Debug, Clone, Default)]
pub struct Phases {
    current: BTreeMap<ThreadId, Current>,
    /// How many of them are holding.
    holding: usize,
}

#[derive(Debug, Clone, Copy)]
struct Current {
    phase: Phase,
    since: Timestamp,
    on: Option<BlockedOn>,
    place: Option<Place>,
    /// What the thread said it is about to block on, while it still holds the lock.
    announced: Option<BlockedOn>,
}

impl Phases {
    /// Takes one event in, and tells `ended` of the segments that end with it: none, one or two.
    pub fn observe(&mut self, event: &Event, mut ended: impl FnMut(Segment)) {
        match event.kind {
            EventKind::ThreadStarted { .. } => self.enter(event, Phase::Waiting, None, &mut ended),
            EventKind::ThreadBlocked { on } => self.blocked(event, on, &mut ended),
            EventKind::ThreadWoken { .. } if self.phase(event.thread) != Some(Phase::Holding) => {
                self.enter(event, Phase::Waiting, None, &mut ended);
            }
            EventKind::GilTaken { waited } => self.taken(event, waited, &mut ended),
            EventKind::GilReleased { reason, held, .. } => self.released(event, reason, held, &mut ended),
            EventKind::ThreadFinished if self.phase(event.thread) != Some(Phase::Holding) => {
                self.leave(event.thread, event.time, None, None, &mut ended);
            }
            _ => {}
        }
    }

    /// Ends everything that is going on at this moment: that of the last event.
    pub fn finish(&mut self, at: Timestamp, mut ended: impl FnMut(Segment)) {
        let threads: Vec<ThreadId> = self.current.keys().copied().collect();
        for thread in threads {
            self.leave(thread, at, None, None, &mut ended);
        }
    }

    /// What a thread is doing now; nothing before its start and after its end.
    pub fn phase(&self, thread: ThreadId) -> Option<Phase> {
        self.current.get(&thread).map(|current| current.phase)
    }

    /// The threads that are in a phase now, oldest thread first.
    pub fn threads_in(&self, phase: Phase) -> impl Iterator<Item = ThreadId> {
        self.current.iter().filter(move |(_, current)| current.phase == phase).map(|(&thread, _)| thread)
    }

    /// Whether any thread but this one holds the interpreter lock, or a core.
    pub fn others_hold(&self, thread: ThreadId) -> bool {
        self.holding > usize::from(self.phase(thread) == Some(Phase::Holding))
    }

    fn blocked(&mut self, event: &Event, on: BlockedOn, ended: &mut impl FnMut(Segment)) {
        match self.current.get_mut(&event.thread) {
            Some(current) if current.phase == Phase::Holding => current.announced = Some(on),
            _ => self.enter(event, Phase::while_blocked(on), Some(on), ended),
        }
    }

    fn taken(&mut self, event: &Event, waited: Duration, ended: &mut impl FnMut(Segment)) {
        let asked = event.time - waited;
        match self.current.get(&event.thread) {
            // Nobody said that it was woken: it was away until it asked for the lock.
            Some(current) if current.phase != Phase::Waiting => {
                let asked = asked.max(current.since);
                self.leave(event.thread, asked, None, None, ended);
                self.begin(event.thread, Phase::Waiting, asked, None, event.place);
            }
            Some(_) => {}
            None => self.begin(event.thread, Phase::Waiting, asked, None, event.place),
        }
        self.enter(event, Phase::Holding, None, ended);
    }

    fn released(&mut self, event: &Event, reason: ReleaseReason, held: Duration, ended: &mut impl FnMut(Segment)) {
        if self.phase(event.thread).is_none() {
            // The record begins in the middle.
            self.begin(event.thread, Phase::Holding, event.time - held, None, event.place);
        }
        let announced = self.current.get(&event.thread).and_then(|current| current.announced);
        self.leave(event.thread, event.time, Some(reason), event.place, ended);
        let next = Phase::after(reason).map(|phase| announced.map_or(phase, Phase::while_blocked));
        if let Some(phase) = next {
            self.begin(event.thread, phase, event.time, announced, event.place);
        }
    }

    fn enter(&mut self, event: &Event, phase: Phase, on: Option<BlockedOn>, ended: &mut impl FnMut(Segment)) {
        self.leave(event.thread, event.time, None, None, ended);
        self.begin(event.thread, phase, event.time, on, event.place);
    }

    fn begin(&mut self, thread: ThreadId, phase: Phase, since: Timestamp, on: Option<BlockedOn>, place: Option<Place>) {
        let before = self.current.insert(thread, Current { phase, since, on, place, announced: None });
        self.holding += usize::from(phase == Phase::Holding);
        self.holding -= usize::from(before.is_some_and(|before| before.phase == Phase::Holding));
    }

    fn leave(
        &mut self,
        thread: ThreadId,
        at: Timestamp,
        reason: Option<ReleaseReason>,
        place: Option<Place>,
        ended: &mut impl FnMut(Segment),
    ) {
        let Some(current) = self.current.remove(&thread) else { return };
        self.holding -= usize::from(current.phase == Phase::Holding);
        if at > current.since {
            let Current { phase, since, on, .. } = current;
            ended(Segment { thread, phase, from: since, to: at, on, reason, place: place.or(current.place) });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Recording;

    fn phases_of(recording: &Recording) -> Vec<(u32, Phase, u64, u64)> {
        let mut phases = Phases::default();
        let mut segments = Vec::new();
        for event in &recording.events {
            phases.observe(event, |segment| segments.push(segment));
        }
        phases.finish(recording.end(), |segment| segments.push(segment));
        segments.sort_by_key(|segment| (segment.thread, segment.from));
        segments.iter().map(|s| (s.thread.0, s.phase, s.from.0, s.to.0)).collect()
    }

    #[test]
    fn phases_of_a_thread_follow_each_other_without_a_gap() {
        let mut recording = Recording::default();
        recording.start(0, 0, None).take(0, 0, 0);
        recording.start(10, 1, Some(0)).block(20, 0, BlockedOn::Sleep).release(20, 0, ReleaseReason::Sleep, 20);
        recording.take(25, 1, 15).release(60, 1, ReleaseReason::Exit, 35);
        recording.take(70, 0, 10).release(80, 0, ReleaseReason::Exit, 10);
        assert_eq!(
            phases_of(&recording),
            [
                (0, Phase::Holding, 0, 20),
                (0, Phase::Sleep, 20, 60),
                (0, Phase::Waiting, 60, 70),
                (0, Phase::Holding, 70, 80),
                (1, Phase::Waiting, 10, 25),
                (1, Phase::Holding, 25, 60),
            ]
        );
    }

    #[test]
    fn a_woken_thread_waits_from_then_on() {
        let mut recording = Recording::default();
        recording.start(0, 0, None).take(0, 0, 0).release(10, 0, ReleaseReason::Io, 10);
        recording.wake(30, 0, gilscope_trace::WokenBy::Io).take(50, 0, 5);
        assert_eq!(
            phases_of(&recording),
            [(0, Phase::Holding, 0, 10), (0, Phase::Io, 10, 30), (0, Phase::Waiting, 30, 50)]
        );
    }

    #[test]
    fn a_record_may_begin_and_end_anywhere() {
        let mut recording = Recording::default();
        recording.release(100, 3, ReleaseReason::Interval, 40).wake(120, 4, gilscope_trace::WokenBy::Deadline);
        assert_eq!(phases_of(&recording), [(3, Phase::Holding, 60, 100), (3, Phase::Waiting, 100, 120)]);
    }
}
