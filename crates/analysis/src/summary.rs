//! An execution in figures: what each thread's time went into, and what stood out.

use crate::convoy::{Convoy, Convoys};
use crate::locks::{LockAccount, LockCosts};
use crate::phase::{ByPhase, Phase, Phases, Segment};
use crate::switches::{Switch, Switches};
use gilscope_trace::{ByReason, Event, EventKind, LockId, Place, ThreadId, Timestamp};
use std::collections::BTreeMap;
use std::time::Duration;

/// A thread whose demand for the lock is below this part of the largest is not counted as a competitor for it.
const COMPETES: f64 = 0.01;

/// The figures of one thread.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ThreadSummary {
    /// From its start to its end.
    pub lifetime: Duration,
    /// What its life was made of; adds up to `lifetime`.
    pub time: ByPhase<Duration>,
    /// How often it took the interpreter lock.
    pub holds: u64,
    /// How often it asked the holder to drop the lock.
    pub requests: u64,
    /// How often the lock went from it to another thread, and why.
    pub switches: ByReason<u64>,
    /// Its longest hold of the interpreter lock.
    pub longest_hold: Option<Moment>,
    /// Its longest wait for the interpreter lock.
    pub longest_wait: Option<Moment>,
}

/// Something that lasted, when it began, and where the thread stood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    pub thread: ThreadId,
    pub length: Duration,
    pub from: Timestamp,
    pub place: Option<Place>,
}

/// The figures of an execution, or of a stretch of it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Summary {
    /// From the first event to the last.
    pub duration: Duration,
    pub events: u64,
    pub threads: BTreeMap<ThreadId, ThreadSummary>,
    /// How often the interpreter lock went from one thread to another.
    pub switches: u64,
    /// How long somebody held it; more than `duration` where threads run at the same time.
    pub held: Duration,
    /// The script's locks, the most waited-for first.
    pub locks: Vec<(LockId, LockAccount)>,
    pub convoys: Vec<Convoy>,
    /// How evenly the lock was shared; none if fewer than two threads competed for it.
    pub fairness: Option<f64>,
}

impl Summary {
    /// What all threads together spent their time on.
    pub fn time(&self) -> ByPhase<Duration> {
        let mut all = ByPhase::default();
        for (phase, time) in self.threads.values().flat_map(|thread| thread.time.iter()) {
            all[phase] += *time;
        }
        all
    }

    /// Switches of all threads by their reason.
    pub fn switches_by_reason(&self) -> ByReason<u64> {
        let mut all = ByReason::default();
        for (reason, count) in self.threads.values().flat_map(|thread| thread.switches.iter()) {
            all[reason] += count;
        }
        all
    }

    /// The longest hold of the interpreter lock.
    pub fn longest_hold(&self) -> Option<Moment> {
        self.threads.values().filter_map(|thread| thread.longest_hold).max_by_key(|moment| moment.length)
    }

    /// The longest wait for the interpreter lock.
    pub fn longest_wait(&self) -> Option<Moment> {
        self.threads.values().filter_map(|thread| thread.longest_wait).max_by_key(|moment| moment.length)
    }
}

/// Adds events up.
#[derive(Debug, Clone, Default)]
pub struct Summing {
    summary: Summary,
    window: Option<(Timestamp, Timestamp)>,
    first: Option<Timestamp>,
    last: Timestamp,
    phases: Phases,
    switches: Switches,
    locks: LockCosts,
    convoys: Convoys,
}

impl Summing {
    /// Adds up what happens between two moments. What began before is counted from the first moment on; all events are
    /// to be shown to it, those outside, too.
    pub fn within(from: Timestamp, to: Timestamp) -> Summing {
        Summing { window: Some((from, to)), ..Summing::default() }
    }

    /// Takes one event in.
    pub fn observe(&mut self, event: &Event) {
        self.first.get_or_insert(event.time);
        self.last = self.last.max(event.time);
        let (summary, window) = (&mut self.summary, self.window);
        self.phases.observe(event, |segment| summary.add_segment(segment, window));
        let switch = self.switches.observe(event);
        if window.is_some_and(|(from, to)| event.time < from || to < event.time) {
            return;
        }
        self.summary.events += 1;
        if let Some(switch) = switch {
            self.summary.add_switch(&switch);
        }
        self.locks.observe(event);
        self.convoys.observe(event);
        match event.kind {
            EventKind::GilRequested { .. } => self.summary.thread(event.thread).requests += 1,
            EventKind::GilTaken { .. } => self.summary.thread(event.thread).holds += 1,
            _ => {}
        }
    }

    /// The sums. What still goes on is counted up to the last event.
    pub fn finish(mut self) -> Summary {
        let mut summary = self.summary;
        let (first, last) = (self.first.unwrap_or_default(), self.last);
        let (from, to) = self.window.unwrap_or((first, last));
        self.phases.finish(last, |segment| summary.add_segment(segment, self.window));
        summary.duration = last.min(to).since(first.max(from));
        summary.locks = self.locks.finish(self.last);
        summary.convoys = self.convoys.finish();
        summary.fairness = fairness(summary.threads.values().map(|thread| &thread.time));
        summary
    }
}

impl Summary {
    fn thread(&mut self, thread: ThreadId) -> &mut ThreadSummary {
        self.threads.entry(thread).or_default()
    }

    fn add_segment(&mut self, segment: Segment, window: Option<(Timestamp, Timestamp)>) {
        let (first, last) = window.unwrap_or((segment.from, segment.to));
        let segment = Segment { from: segment.from.max(first), to: segment.to.min(last), ..segment };
        if segment.to <= segment.from {
            return;
        }
        let length = segment.length();
        let moment = Moment { thread: segment.thread, length, from: segment.from, place: segment.place };
        if segment.phase == Phase::Holding {
            self.held += length;
        }
        let thread = self.thread(segment.thread);
        thread.lifetime += length;
        thread.time[segment.phase] += length;
        let longest = match segment.phase {
            Phase::Holding => &mut thread.longest_hold,
            Phase::Waiting => &mut thread.longest_wait,
            _ => return,
        };
        if longest.is_none_or(|longest| longest.length < length) {
            *longest = Some(moment);
        }
    }

    fn add_switch(&mut self, switch: &Switch) {
        if let (Some(from), Some(_), true) = (&switch.from, switch.to, switch.is_between_threads()) {
            self.switches += 1;
            self.thread(from.thread).switches[from.reason] += 1;
        }
    }
}

/// Jain's fairness index (R. Jain, D. Chiu, W. Hawe, DEC-TR-301, 1984) of the part that each competing thread got of the
/// time in which it wanted the lock: 1 if all got the same part, 1/n if one of n got it all.
fn fairness<'a>(times: impl Iterator<Item = &'a ByPhase<Duration>>) -> Option<f64> {
    let demands: Vec<(f64, f64)> = times
        .map(|time| (time[Phase::Holding].as_secs_f64(), time[Phase::Waiting].as_secs_f64()))
        .map(|(held, waited)| (held, held + waited))
        .collect();
    let largest = demands.iter().map(|(_, demand)| *demand).fold(0.0, f64::max);
    let competing = demands.iter().filter(|(_, demand)| *demand > 0.0 && *demand >= largest * COMPETES);
    let parts: Vec<f64> = competing.map(|(held, demand)| held / demand).collect();
    let (sum, squares) = (parts.iter().sum::<f64>(), parts.iter().map(|part| part * part).sum::<f64>());
    (parts.len() > 1 && squares > 0.0).then(|| sum * sum / (parts.len() as f64 * squares))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Recording;
    use gilscope_trace::{BlockedOn, ReleaseReason};

    fn summary_of(recording: &Recording) -> Summary {
        let mut summing = Summing::default();
        recording.events.iter().for_each(|event| summing.observe(event));
        summing.finish()
    }

    #[test]
    fn phases_add_up_to_the_lifetime() {
        let mut recording = Recording::default();
        recording.start(0, 0, None).take(0, 0, 0).start(10, 1, Some(0));
        recording.block(20, 0, BlockedOn::Sleep).release(20, 0, ReleaseReason::Sleep, 20).take(25, 1, 15);
        recording.request(30, 0, 1).give_way(60, 1, 35, 0).take(65, 0, 35).release(80, 0, ReleaseReason::Exit, 15);
        let summary = summary_of(&recording);
        for thread in summary.threads.values() {
            assert_eq!(thread.time.iter().map(|(_, time)| *time).sum::<Duration>(), thread.lifetime);
        }
        assert_eq!((summary.switches, summary.duration), (2, Duration::from_nanos(80)));
        assert_eq!(summary.threads[&ThreadId(1)].switches[ReleaseReason::Interval], 1);
        assert_eq!(
            summary.longest_hold().map(|moment| (moment.thread, moment.from)),
            Some((ThreadId(1), Timestamp(25)))
        );
        assert_eq!(summary.longest_wait().map(|moment| moment.length), Some(Duration::from_nanos(35)));
        assert_eq!(summary.threads[&ThreadId(0)].requests, 1);
    }

    #[test]
    fn a_window_cuts_what_lies_over_its_edges() {
        let mut recording = Recording::default();
        recording.start(0, 0, None).take(0, 0, 0).release(50, 0, ReleaseReason::Sleep, 50);
        recording.take(60, 0, 0).release(90, 0, ReleaseReason::Exit, 30);
        let mut summing = Summing::within(Timestamp(40), Timestamp(70));
        recording.events.iter().for_each(|event| summing.observe(event));
        let summary = summing.finish();
        let main = &summary.threads[&ThreadId(0)];
        assert_eq!((summary.duration, main.lifetime), (Duration::from_nanos(30), Duration::from_nanos(30)));
        assert_eq!(
            (main.time[Phase::Holding], main.time[Phase::Sleep]),
            (Duration::from_nanos(20), Duration::from_nanos(10))
        );
        assert_eq!(summary.events, 2);
    }

    #[test]
    fn fairness_is_one_where_shares_are_even_and_a_half_where_one_of_two_has_all() {
        let time = |held: u64, waited: u64| {
            let mut time = ByPhase::default();
            time[Phase::Holding] = Duration::from_millis(held);
            time[Phase::Waiting] = Duration::from_millis(waited);
            time
        };
        let of = |times: &[ByPhase<Duration>]| fairness(times.iter());
        assert_eq!(of(&[time(50, 50), time(50, 50), time(0, 0)]), Some(1.0));
        assert_eq!(of(&[time(100, 0), time(0, 100)]), Some(0.5));
        assert_eq!(of(&[time(1000, 0), time(1, 3)]), None, "a thread that hardly wants the lock does not compete");
    }
}
