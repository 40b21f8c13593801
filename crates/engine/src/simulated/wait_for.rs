//! Who waits for whom, and for ever.

use super::report::{Ending, Problem};
use super::{Simulation, Status};
use gilscope_trace::{BlockedOn, LockId, ThreadId, Timestamp};

/// A thread that waits for something that only another thread can do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blocked {
    pub thread: ThreadId,
    pub waits_for: WaitFor,
    pub since: Timestamp,
    /// Where it waits: file, line, function.
    pub at: Option<(String, u32, String)>,
}

/// What it waits for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WaitFor {
    /// A lock, and who holds it.
    Lock { lock: LockId, held_by: Option<ThreadId> },
    /// To be told that something has happened: a condition, an event, an item in a queue.
    Notification { lock: LockId },
    /// The end of a thread.
    End(ThreadId),
}

impl Blocked {
    /// The thread that could let this one go on.
    pub fn waits_for_thread(&self) -> Option<ThreadId> {
        match self.waits_for {
            WaitFor::Lock { held_by, .. } => held_by,
            WaitFor::Notification { .. } => None,
            WaitFor::End(thread) => Some(thread),
        }
    }
}

impl Simulation {
    /// No thread can go on.
    pub(super) fn deadlock(&mut self) {
        self.end(Ending::Deadlocked);
    }

    /// The threads that wait for something that only another thread can do, without a deadline.
    pub fn blocked(&self) -> Vec<Blocked> {
        (0..self.threads.len() as u32).filter_map(|id| self.blocked_thread(ThreadId(id))).collect()
    }

    fn blocked_thread(&self, thread: ThreadId) -> Option<Blocked> {
        let state = self.threads.get(thread.0 as usize)?;
        let Status::Blocked { on, until: None } = state.status else { return None };
        let waits_for = match on {
            BlockedOn::Lock { lock, .. } => self.wait_for_lock(thread, lock),
            BlockedOn::Join(target) => WaitFor::End(target),
            BlockedOn::Sleep | BlockedOn::Io => return None,
        };
        Some(Blocked { thread, waits_for, since: Timestamp(state.since), at: self.place_of(thread) })
    }

    /// `threading.Condition` waits for a lock that the waiting thread itself has taken, and that the notifier gives back.
    fn wait_for_lock(&self, thread: ThreadId, lock: LockId) -> WaitFor {
        let held_by = self.lock_owner(lock);
        let frames = self.interp.frames(thread);
        let is_in_library = frames.last().is_some_and(|frame| frame.code.filename.starts_with("<frozen "));
        match held_by == Some(thread) && is_in_library {
            true => WaitFor::Notification { lock },
            false => WaitFor::Lock { lock, held_by },
        }
    }

    /// Who holds a lock now.
    fn lock_owner(&self, lock: LockId) -> Option<ThreadId> {
        self.interp.owner_of(lock)
    }

    /// Where a thread is: in the script, if it came from there.
    pub(super) fn place_of(&self, thread: ThreadId) -> Option<(String, u32, String)> {
        let frames = self.interp.frames(thread);
        let is_script = |file: &str| !file.starts_with('<') || file == "<string>" || file == "<stdin>";
        let frame = frames.iter().rev().find(|frame| is_script(&frame.code.filename)).or(frames.last())?;
        let line = frame.code.locations.get(frame.instruction as usize).map_or(0, |place| place.line);
        Some((frame.code.filename.to_string(), line, frame.code.qualname.to_string()))
    }

    /// A thread has begun to wait: perhaps that closes a circle, while others go on.
    pub(super) fn look_for_cycle(&mut self, thread: ThreadId) {
        if self.listener.is_deaf() {
            return;
        }
        let cycle = self.cycle_from(thread);
        if !cycle.is_empty() {
            self.cycles.push(cycle);
        }
    }

    /// The circle of waiting threads that this one is part of; empty if there is none.
    fn cycle_from(&self, thread: ThreadId) -> Vec<Blocked> {
        let mut cycle: Vec<Blocked> = Vec::new();
        let mut next = thread;
        while let Some(blocked) = self.blocked_thread(next) {
            let Some(other) = blocked.waits_for_thread() else { return Vec::new() };
            cycle.push(blocked);
            if other == thread {
                return cycle;
            }
            if cycle.iter().any(|seen| seen.thread == other) {
                return Vec::new();
            }
            next = other;
        }
        Vec::new()
    }

    /// Threads that can never go on: all of them after a deadlock, else those in circles that still stand. None if the
    /// program only has threads that could.
    pub fn problem(&self) -> Option<Problem> {
        let blocked = self.blocked();
        let cycle = blocked.iter().map(|one| self.cycle_from(one.thread)).find(|cycle| !cycle.is_empty());
        let is_deadlock = self.ending == Some(Ending::Deadlocked);
        if !is_deadlock && cycle.is_none() {
            return None;
        }
        Some(Problem { time: Timestamp(self.now), blocked, cycle: cycle.unwrap_or_default() })
    }
}
