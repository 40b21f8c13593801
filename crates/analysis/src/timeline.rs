//! An execution as stretches of time to be drawn, in bounded memory: what is too short to be seen is merged.

use crate::locks::{LockHold, Owners};
use crate::phase::{ByPhase, Phase, Phases, Segment};
use gilscope_trace::{Event, ThreadId, Timestamp};
use std::collections::BTreeMap;
use std::time::Duration;

/// How many segments are kept, unless it is said otherwise: enough for a drawing 8,000 points wide with 25 lanes.
const CAPACITY: usize = 200_000;

/// What each thread did when.
#[derive(Debug, Clone)]
pub struct Timeline {
    /// The moments it shows.
    pub from: Timestamp,
    pub to: Timestamp,
    /// The segments of each thread in the order of time, none overlapping.
    pub threads: BTreeMap<ThreadId, Vec<Segment>>,
    /// Who owned which lock of the script.
    pub locks: Vec<LockHold>,
    /// Stretches shorter than this are merged into what dominates around them; zero if nothing is.
    pub grain: Duration,
    capacity: usize,
    count: usize,
    phases: Phases,
    owners: Owners,
    window: (Timestamp, Timestamp),
    seen: Option<(Timestamp, Timestamp)>,
}

impl Default for Timeline {
    fn default() -> Timeline {
        Timeline::new(Timestamp(0), Timestamp(u64::MAX))
    }
}

impl Timeline {
    /// An empty one that keeps what happens between two moments.
    pub fn new(from: Timestamp, to: Timestamp) -> Timeline {
        Timeline {
            from,
            to,
            threads: BTreeMap::new(),
            locks: Vec::new(),
            grain: Duration::ZERO,
            capacity: CAPACITY,
            count: 0,
            phases: Phases::default(),
            owners: Owners::default(),
            window: (from, to),
            seen: None,
        }
    }

    /// Keeps about this many segments, not more.
    pub fn with_capacity(self, capacity: usize) -> Timeline {
        Timeline { capacity, ..self }
    }

    /// Takes one event in.
    pub fn observe(&mut self, event: &Event) {
        let (first, last) = self.seen.unwrap_or((event.time, event.time));
        self.seen = Some((first.min(event.time), last.max(event.time)));
        let mut ended = Vec::new();
        self.phases.observe(event, |segment| ended.push(segment));
        for segment in ended {
            self.add(segment);
        }
        if let Some(hold) = self.owners.observe(event) {
            self.add_lock(hold);
        }
    }

    /// Ends what still goes on, and cuts the time shown to that of the events.
    pub fn finish(&mut self) {
        let (first, last) = self.seen.unwrap_or_default();
        let mut ended = Vec::new();
        std::mem::take(&mut self.phases).finish(last, |segment| ended.push(segment));
        ended.into_iter().for_each(|segment| self.add(segment));
        let holds: Vec<LockHold> = std::mem::take(&mut self.owners).finish(last).collect();
        holds.into_iter().for_each(|hold| self.add_lock(hold));
        self.from = self.window.0.max(first);
        self.to = self.window.1.min(last).max(self.from);
    }

    /// The length of the time shown.
    pub fn length(&self) -> Duration {
        self.to.since(self.from)
    }

    fn add(&mut self, segment: Segment) {
        let (from, to) = (segment.from.max(self.window.0), segment.to.min(self.window.1));
        if from >= to {
            return;
        }
        self.threads.entry(segment.thread).or_default().push(Segment { from, to, ..segment });
        self.count += 1;
        if self.count > self.capacity {
            self.thin_out();
        }
    }

    fn add_lock(&mut self, hold: LockHold) {
        let (from, to) = (hold.from.max(self.window.0), hold.to.min(self.window.1));
        if from < to {
            self.locks.push(LockHold { from, to, ..hold });
        }
        if self.locks.len() > self.capacity {
            self.thin_out_locks();
        }
    }

    /// The length below which a segment need not be kept when there are too many, to begin with.
    fn least_grain(&self) -> Duration {
        let span = self.seen.map_or(Duration::ZERO, |(first, last)| last.since(first));
        let least = span.checked_div(u32::try_from(self.capacity).unwrap_or(u32::MAX)).unwrap_or_default();
        least.max(Duration::from_nanos(1))
    }

    /// Joins holds of a lock that follow each other shortly, as short as it takes until half of them are gone.
    fn thin_out_locks(&mut self) {
        self.locks.sort_by_key(|hold| (hold.lock, hold.from));
        let mut grain = self.grain.max(self.least_grain());
        while self.locks.len() > self.capacity / 2 {
            self.locks.dedup_by(|next, before| {
                let is_short = next.lock == before.lock && next.to.since(before.from) <= grain;
                if is_short {
                    before.to = before.to.max(next.to);
                }
                is_short
            });
            let Some(longer) = grain.checked_mul(2).filter(|_| grain < Duration::MAX / 4) else { break };
            grain = longer;
        }
    }

    /// Merges short segments, as short as it takes until half of them are gone.
    fn thin_out(&mut self) {
        let span = self.seen.map_or(Duration::ZERO, |(first, last)| last.since(first));
        self.grain = self.grain.max(self.least_grain());
        loop {
            for segments in self.threads.values_mut() {
                *segments = coarsen(segments, self.grain);
            }
            self.count = self.threads.values().map(Vec::len).sum();
            if self.count <= self.capacity / 2 || self.grain > span {
                break;
            }
            self.grain *= 2;
        }
    }
}

/// Joins neighbours shorter than the grain into stretches of about its length. Within each of them the thread's phases come
/// one after the other, as long as they were together: so what part of the time went where stays true.
pub fn coarsen(segments: &[Segment], grain: Duration) -> Vec<Segment> {
    let mut coarse: Vec<Segment> = Vec::new();
    let mut heap = Heap::default();
    for segment in segments {
        if segment.length() >= grain {
            heap.spread(&mut coarse);
            coarse.push(*segment);
        } else {
            if heap.length() + segment.length() > grain {
                heap.spread(&mut coarse);
            }
            heap.add(segment);
        }
    }
    heap.spread(&mut coarse);
    coarse
}

/// Short neighbours that are being joined.
#[derive(Default)]
struct Heap {
    first: Option<Segment>,
    to: Timestamp,
    count: usize,
    time: ByPhase<Duration>,
}

impl Heap {
    fn add(&mut self, segment: &Segment) {
        self.first.get_or_insert(*segment);
        self.to = segment.to;
        self.count += 1;
        self.time[segment.phase] += segment.length();
    }

    fn length(&self) -> Duration {
        self.first.map_or(Duration::ZERO, |first| self.to.since(first.from))
    }

    /// Leaves the heap empty.
    fn spread(&mut self, coarse: &mut Vec<Segment>) {
        let heap = std::mem::take(self);
        let Some(first) = heap.first else { return };
        if heap.count == 1 {
            coarse.push(first);
            return;
        }
        let mut from = first.from;
        for (phase, time) in heap.time.iter().filter(|(_, time)| !time.is_zero()) {
            let to = from + *time;
            coarse.push(Segment { phase, from, to, on: None, reason: None, ..first });
            from = to;
        }
    }
}

/// How one thread's time between two moments is divided. Segments are those of one thread, in order.
pub fn shares(segments: &[Segment], from: Timestamp, to: Timestamp) -> ByPhase<Duration> {
    let first = segments.partition_point(|segment| segment.to <= from);
    let mut time = ByPhase::default();
    for segment in segments.iter().skip(first).take_while(|segment| segment.from < to) {
        time[segment.phase] += segment.to.min(to).since(segment.from.max(from));
    }
    time
}

/// Who held the interpreter lock for how long between two moments; threads that did not are not named.
pub fn holders(timeline: &Timeline, from: Timestamp, to: Timestamp) -> Vec<(ThreadId, Duration)> {
    let held = timeline.threads.iter().map(|(thread, segments)| (*thread, shares(segments, from, to)[Phase::Holding]));
    held.filter(|(_, time)| !time.is_zero()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Recording;
    use gilscope_trace::ReleaseReason;

    fn ping_pong(turns: u64) -> Recording {
        let mut recording = Recording::default();
        recording.start(0, 0, None).start(0, 1, Some(0));
        for turn in 0..turns {
            let thread = (turn % 2) as u32;
            let now = turn * 10;
            recording.take(now, thread, 10).release(now + 10, thread, ReleaseReason::Tick, 10);
        }
        recording
    }

    fn timeline_of(recording: &Recording, mut timeline: Timeline) -> Timeline {
        recording.events.iter().for_each(|event| timeline.observe(event));
        timeline.finish();
        timeline
    }

    #[test]
    fn a_window_cuts_what_lies_over_its_edges() {
        let timeline = timeline_of(&ping_pong(4), Timeline::new(Timestamp(5), Timestamp(25)));
        assert_eq!((timeline.from, timeline.to), (Timestamp(5), Timestamp(25)));
        let spans: Vec<_> = timeline.threads[&ThreadId(0)].iter().map(|s| (s.phase, s.from.0, s.to.0)).collect();
        assert_eq!(spans, [(Phase::Holding, 5, 10), (Phase::Waiting, 10, 20), (Phase::Holding, 20, 25)]);
    }

    #[test]
    fn long_executions_keep_their_proportions_in_bounded_memory() {
        let timeline = timeline_of(&ping_pong(100_000), Timeline::default().with_capacity(1_000));
        let count: usize = timeline.threads.values().map(Vec::len).sum();
        let grain = timeline.grain.as_nanos();
        assert!(count <= 1_000 && (1_000..16_000).contains(&grain), "{count} segments of {grain} ns");
        let time = shares(&timeline.threads[&ThreadId(0)], timeline.from, timeline.to);
        let all: Duration = time.iter().map(|(_, time)| *time).sum();
        assert_eq!((all, time[Phase::Holding] * 2), (timeline.length(), timeline.length()));
    }

    #[test]
    fn many_short_holds_of_a_lock_become_few_long_ones() {
        let mut recording = Recording::default();
        recording.start(0, 0, None).take(0, 0, 0);
        for turn in 0..10_000 {
            recording.acquire(turn * 10, 0, turn % 2).unlock(turn * 10 + 6, 0, turn % 2);
        }
        let timeline = timeline_of(&recording, Timeline::default().with_capacity(100));
        assert!((10..=100).contains(&timeline.locks.len()), "{} holds", timeline.locks.len());
        let first = timeline.locks.iter().map(|hold| hold.from).min();
        let last = timeline.locks.iter().map(|hold| hold.to).max();
        assert_eq!((first, last), (Some(Timestamp(0)), Some(Timestamp(99_996))));
    }

    #[test]
    fn shares_and_holders_are_cut_to_the_moments_asked_for() {
        let timeline = timeline_of(&ping_pong(4), Timeline::default());
        let time = shares(&timeline.threads[&ThreadId(1)], Timestamp(8), Timestamp(15));
        assert_eq!((time[Phase::Waiting], time[Phase::Holding]), (Duration::from_nanos(2), Duration::from_nanos(5)));
        let held = holders(&timeline, Timestamp(8), Timestamp(15));
        let nanos = Duration::from_nanos;
        assert_eq!(held, [(ThreadId(0), nanos(2)), (ThreadId(1), nanos(5))]);
    }
}
