//! What is to happen at which time.

use super::settings::LONGEST_GRANT;
use gilscope_trace::ThreadId;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// What happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Event {
    /// A thread comes to the interpreter lock (or wants a core).
    Arrive,
    /// The patience of a thread that waits for the interpreter lock ends.
    Impatient,
    /// The deadline of what a thread is blocked on.
    Deadline,
    /// A system call returns.
    IoDone,
    /// A turn was given by hand.
    Move,
}

/// An event of a thread at a time. The generation tells whether it is still meant: see `Thread::generation`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Timer {
    pub(super) at: u64,
    /// Of two at the same time, the one that was set first comes first.
    order: u64,
    pub(super) event: Event,
    pub(super) thread: ThreadId,
    pub(super) generation: u32,
}

/// All timers, the next one first.
#[derive(Debug, Clone, Default)]
pub(super) struct Timers {
    heap: BinaryHeap<Reverse<Timer>>,
    set: u64,
}

impl Timers {
    pub(super) fn set(&mut self, at: u64, event: Event, thread: ThreadId, generation: u32) {
        self.set += 1;
        self.heap.push(Reverse(Timer { at, order: self.set, event, thread, generation }));
    }

    /// When the next one is due.
    #[inline]
    pub(super) fn next(&self) -> Option<u64> {
        self.heap.peek().map(|timer| timer.0.at)
    }

    /// How long a thread may run on from `now` before one is due.
    #[inline]
    pub(super) fn budget(&self, now: u64) -> u64 {
        self.next().map_or(u64::MAX, |at| at.saturating_sub(now)).clamp(1, LONGEST_GRANT)
    }

    /// The next one, if it is due at `now`.
    #[inline]
    pub(super) fn pop_due(&mut self, now: u64) -> Option<Timer> {
        if self.next()? > now {
            return None;
        }
        self.heap.pop().map(|timer| timer.0)
    }

    /// All, in order, for the state hash.
    pub(super) fn sorted(&self) -> Vec<Timer> {
        let mut timers: Vec<Timer> = self.heap.iter().map(|timer| timer.0).collect();
        timers.sort_unstable();
        timers
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn timers_come_in_the_order_of_their_times_and_then_of_their_setting() {
        let mut timers = Timers::default();
        timers.set(20, Event::Arrive, ThreadId(1), 0);
        timers.set(10, Event::IoDone, ThreadId(2), 0);
        timers.set(10, Event::Arrive, ThreadId(3), 0);
        assert_eq!(timers.pop_due(5), None);
        let order: Vec<u32> = std::iter::from_fn(|| timers.pop_due(30)).map(|timer| timer.thread.0).collect();
        assert_eq!(order, [2, 3, 1]);
    }
}
