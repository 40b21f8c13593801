//! A thread as the simulation sees it: what it does, and since when.

use gilscope_gil::Coming;
use gilscope_trace::{BlockedOn, Place, Timestamp};

/// What a thread does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// Runs: it has the interpreter lock, or a core where there is no such lock.
    Running,
    /// Waits for the interpreter lock (or for a core).
    Waiting,
    /// Was woken, and is on its way to the interpreter lock.
    Coming,
    /// Was made to give the lock up, and waits until another thread has it.
    GivingWay,
    /// Waits for something else; perhaps no longer than until a time.
    Blocked { on: BlockedOn, until: Option<u64> },
    /// Has ended.
    Finished,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Thread {
    pub(super) status: Status,
    /// Since when it wants to run and does not, or when it began to run.
    pub(super) since: u64,
    /// How long it has run.
    pub(super) work: u64,
    /// Grows whenever the timers that were set for the thread no longer count.
    pub(super) generation: u32,
    /// It gave the lock up while another thread had asked for it: it does not take it again before a switch.
    pub(super) owes_switch: bool,
    /// The number of switches when it began to wait for the lock, or looked last.
    pub(super) seen_switches: u64,
    /// How it comes to the lock, for the model `fair`.
    pub(super) coming: Coming,
    /// Where it stands, if anyone wants to know.
    pub(super) place: Option<Place>,
    /// Since when events say that it holds the lock, waits for it, or is away.
    pub(super) told: Timestamp,
}

impl Thread {
    pub(super) fn new(now: u64) -> Thread {
        Thread {
            status: Status::Coming,
            since: now,
            work: 0,
            generation: 0,
            owes_switch: false,
            seen_switches: 0,
            coming: Coming::Returning,
            place: None,
            told: Timestamp(now),
        }
    }

    /// Whether it could run if it were let.
    pub(super) fn is_ready(&self) -> bool {
        matches!(self.status, Status::Waiting | Status::Coming | Status::GivingWay)
    }
}
