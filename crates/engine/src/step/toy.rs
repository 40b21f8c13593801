//! An execution for tests: threads that count, and a wheel that decides whose turn it is.

use super::{Progress, Steppable};
use gilscope_trace::{Event, EventKind, ThreadId, Timestamp};
use std::time::Duration;

/// A turn is over after so many instructions.
const TURN: u64 = 7;

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Toy {
    pub(crate) counts: Vec<u64>,
    turn: usize,
    left: u64,
    steps: u64,
    end: u64,
    is_new_turn: bool,
}

impl Toy {
    pub(crate) fn new(threads: usize) -> Toy {
        Toy { counts: vec![0; threads], turn: 0, left: TURN, steps: 0, end: u64::MAX, is_new_turn: true }
    }

    pub(crate) fn ending_at(self, end: u64) -> Toy {
        Toy { end, ..self }
    }

    pub(crate) fn running(&self) -> usize {
        self.turn
    }
}

impl Steppable for Toy {
    fn steps(&self) -> u64 {
        self.steps
    }

    fn now(&self) -> Timestamp {
        Timestamp(10 * self.steps)
    }

    fn advance(&mut self, limit: u64, events: &mut Vec<Event>) -> Progress {
        while self.steps < limit.min(self.end) {
            if std::mem::take(&mut self.is_new_turn) {
                let kind = EventKind::GilTaken { waited: Duration::ZERO };
                events.push(Event { time: self.now(), thread: ThreadId(self.turn as u32), place: None, kind });
                return Progress::Paused;
            }
            self.counts[self.turn] = self.counts[self.turn].wrapping_mul(3) + self.steps;
            self.steps += 1;
            self.left -= 1;
            if self.left == 0 {
                self.turn = (self.turn + 1) % self.counts.len();
                self.left = TURN;
                self.is_new_turn = true;
            }
        }
        if self.steps >= self.end { Progress::Ended } else { Progress::Paused }
    }

    fn prefer(&mut self, thread: ThreadId) -> bool {
        let can = (thread.0 as usize) < self.counts.len();
        if can {
            self.turn = thread.0 as usize;
            self.left = TURN;
            self.is_new_turn = true;
        }
        can
    }

    fn state_hash(&self) -> u64 {
        use std::hash::{DefaultHasher, Hash, Hasher};
        let mut hasher = DefaultHasher::new();
        self.hash(&mut hasher);
        hasher.finish()
    }
}
