//! What has happened, in an order in which any moment is found at once.

use gilscope_analysis::Situation;
use gilscope_engine::step::Recorded;
use gilscope_trace::{EventKind, ThreadId, Timestamp};

/// So many events lie between two situations that are kept.
const STRIDE: usize = 4096;

/// Events, the situation at some of them, and which of them are hand-overs of the interpreter lock.
#[derive(Debug, Clone, Default)]
pub struct History {
    events: Vec<Recorded>,
    /// The situation before each `STRIDE`th event.
    kept: Vec<Situation>,
    tip: Situation,
    /// Indices of the events by which a thread took the lock that another one had before.
    switches: Vec<usize>,
    /// Indices of the events by which something was written.
    outputs: Vec<usize>,
    last_taker: Option<ThreadId>,
}

impl History {
    /// Takes in all events that are new in `events`; if some of those known before are gone, all of them.
    pub fn follow(&mut self, events: &[Recorded]) {
        let known = self.events.len();
        if known > events.len() || self.events.last() != events.get(..known).and_then(<[_]>::last) {
            *self = History::default();
        }
        for recorded in events.get(self.events.len()..).unwrap_or_default() {
            self.push(recorded.clone());
        }
    }

    fn push(&mut self, recorded: Recorded) {
        let index = self.events.len();
        if index.is_multiple_of(STRIDE) {
            self.kept.push(self.tip.clone());
        }
        self.tip.apply(&recorded.event);
        let thread = recorded.event.thread;
        match recorded.event.kind {
            EventKind::GilTaken { .. } if self.last_taker.replace(thread) != Some(thread) => self.switches.push(index),
            EventKind::TextWritten { .. } => self.outputs.push(index),
            _ => {}
        }
        self.events.push(recorded);
    }

    pub fn events(&self) -> &[Recorded] {
        &self.events
    }

    /// The time of the last event.
    pub fn end(&self) -> Timestamp {
        self.events.last().map_or(Timestamp(0), |recorded| recorded.event.time)
    }

    /// The situation after the first `count` events.
    pub fn situation(&self, count: usize) -> Situation {
        let count = count.min(self.events.len());
        let slot = (count / STRIDE).min(self.kept.len().saturating_sub(1));
        let mut situation = self.kept.get(slot).cloned().unwrap_or_default();
        for recorded in self.events.get(slot * STRIDE..count).unwrap_or_default() {
            situation.apply(&recorded.event);
        }
        situation
    }

    /// How many events came before a moment.
    pub fn index_at(&self, time: Timestamp) -> usize {
        self.events.partition_point(|recorded| recorded.event.time < time)
    }

    /// How many events there were when so many instructions had been run.
    pub fn index_at_step(&self, step: u64) -> usize {
        self.events.partition_point(|recorded| recorded.step <= step)
    }

    /// The next hand-over at or after an event, by index.
    pub fn switch_from(&self, index: usize) -> Option<usize> {
        self.switches.get(self.switches.partition_point(|&at| at < index)).copied()
    }

    /// The last hand-over before an event, by index.
    pub fn switch_before(&self, index: usize) -> Option<usize> {
        self.switches.get(self.switches.partition_point(|&at| at < index).checked_sub(1)?).copied()
    }

    /// How many hand-overs there were among the first `count` events.
    pub fn switches_until(&self, count: usize) -> usize {
        self.switches.partition_point(|&at| at < count)
    }

    /// How many hand-overs there are in all.
    pub fn switches(&self) -> usize {
        self.switches.len()
    }

    /// The pieces of output among the first `count` events, by index.
    pub fn outputs_until(&self, count: usize) -> &[usize] {
        &self.outputs[..self.outputs.partition_point(|&at| at < count)]
    }

    /// All pieces of output, by index.
    pub fn outputs(&self) -> &[usize] {
        &self.outputs
    }

    /// The next event of a thread at or after an event, by index.
    pub fn event_of(&self, thread: ThreadId, index: usize) -> Option<usize> {
        let later = self.events.iter().enumerate().skip(index);
        later.into_iter().find(|(_, recorded)| recorded.event.thread == thread).map(|(at, _)| at)
    }

    /// The last event of a thread before an event, by index.
    pub fn event_of_before(&self, thread: ThreadId, index: usize) -> Option<usize> {
        self.events.get(..index)?.iter().rposition(|recorded| recorded.event.thread == thread)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn a_situation_is_the_same_from_wherever_it_is_made() {
        let mut history = History::default();
        let events = sample::many_events(20_000);
        history.follow(&events[..9_000]);
        history.follow(&events);
        let mut walked = Situation::default();
        for (i, recorded) in events.iter().enumerate() {
            if i % 1_501 == 0 {
                assert_eq!(history.situation(i), walked, "before event {i}");
            }
            walked.apply(&recorded.event);
        }
        assert_eq!(history.situation(usize::MAX), walked);
    }

    #[test]
    fn switches_are_found_in_both_directions() {
        let history = sample::history();
        let first = history.switch_from(0).expect("the main thread takes the lock");
        let second = history.switch_from(first + 1).expect("another thread takes it");
        assert_eq!(history.switch_before(second), Some(first));
        assert_eq!(history.switch_before(first), None);
        assert_eq!((history.switches(), history.switches_until(second)), (4, 1));
        let mut shorter = history.clone();
        shorter.follow(&history.events()[..4]);
        assert_eq!(shorter.events().len(), 4);
    }
}
