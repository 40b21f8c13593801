//! What the script's own locks cost: how often they were taken, how often that meant waiting, and for how long.

use gilscope_trace::{BlockedOn, Event, EventKind, LockId, ThreadId, Timestamp};
use std::collections::BTreeMap;
use std::time::Duration;

/// A stretch of time in which a thread owned a lock of the script.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LockHold {
    pub lock: LockId,
    pub owner: ThreadId,
    pub from: Timestamp,
    pub to: Timestamp,
}

/// The owners of the script's locks, event by event.
#[derive(Debug, Clone, Default)]
pub struct Owners {
    current: BTreeMap<LockId, (ThreadId, Timestamp)>,
}

impl Owners {
    /// Takes one event in; says who owned a lock until now, if this ends it.
    pub fn observe(&mut self, event: &Event) -> Option<LockHold> {
        match event.kind {
            EventKind::LockAcquired { lock } => {
                let before = self.current.insert(lock, (event.thread, event.time));
                before.map(|(owner, from)| LockHold { lock, owner, from, to: event.time })
            }
            EventKind::LockReleased { lock } => {
                let (owner, from) = self.current.remove(&lock)?;
                Some(LockHold { lock, owner, from, to: event.time })
            }
            _ => None,
        }
    }

    /// The locks that are owned at this moment: that of the last event.
    pub fn finish(self, at: Timestamp) -> impl Iterator<Item = LockHold> {
        self.current.into_iter().map(move |(lock, (owner, from))| LockHold { lock, owner, from, to: at })
    }
}

/// What one lock cost.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LockAccount {
    /// How often somebody got it.
    pub acquired: u64,
    /// How often somebody had to wait for it.
    pub contended: u64,
    /// How long threads waited for it, together.
    pub waited: Duration,
    pub longest_wait: Duration,
    /// Who waited longest, for whom, if somebody owned it.
    pub longest_waiter: Option<(ThreadId, Option<ThreadId>)>,
    /// How long it was owned.
    pub held: Duration,
    pub longest_hold: Duration,
    /// The most threads that waited for it at the same time.
    pub longest_queue: usize,
}

/// What all locks cost, event by event.
#[derive(Debug, Clone, Default)]
pub struct LockCosts {
    owners: Owners,
    accounts: BTreeMap<LockId, LockAccount>,
    blocked: BTreeMap<ThreadId, (LockId, Option<ThreadId>, Timestamp)>,
}

impl LockCosts {
    /// Takes one event in.
    pub fn observe(&mut self, event: &Event) {
        if let Some(hold) = self.owners.observe(event) {
            self.add_hold(hold);
        }
        match event.kind {
            EventKind::LockAcquired { lock } => {
                self.accounts.entry(lock).or_default().acquired += 1;
                self.unblock(event);
            }
            EventKind::ThreadBlocked { on: BlockedOn::Lock { lock, owner } } => {
                self.blocked.insert(event.thread, (lock, owner, event.time));
                let queue = self.blocked.values().filter(|(other, ..)| *other == lock).count();
                let account = self.accounts.entry(lock).or_default();
                account.contended += 1;
                account.longest_queue = account.longest_queue.max(queue);
            }
            EventKind::ThreadWoken { .. } | EventKind::GilTaken { .. } => self.unblock(event),
            _ => {}
        }
    }

    /// The sums, the most waited-for lock first. What still goes on is counted up to this moment: that of the last event.
    pub fn finish(mut self, at: Timestamp) -> Vec<(LockId, LockAccount)> {
        for (thread, wait) in std::mem::take(&mut self.blocked) {
            self.add_wait(thread, wait, at);
        }
        let holds: Vec<LockHold> = std::mem::take(&mut self.owners).finish(at).collect();
        for hold in holds {
            self.add_hold(hold);
        }
        let mut accounts: Vec<_> = self.accounts.into_iter().collect();
        accounts.sort_by_key(|(lock, account)| (std::cmp::Reverse(account.waited), *lock));
        accounts
    }

    fn unblock(&mut self, event: &Event) {
        if let Some(wait) = self.blocked.remove(&event.thread) {
            self.add_wait(event.thread, wait, event.time);
        }
    }

    fn add_wait(&mut self, thread: ThreadId, wait: (LockId, Option<ThreadId>, Timestamp), end: Timestamp) {
        let (lock, owner, since) = wait;
        let waited = end.since(since);
        let account = self.accounts.entry(lock).or_default();
        account.waited += waited;
        if waited > account.longest_wait {
            account.longest_wait = waited;
            account.longest_waiter = Some((thread, owner));
        }
    }

    fn add_hold(&mut self, hold: LockHold) {
        let account = self.accounts.entry(hold.lock).or_default();
        let length = hold.to.since(hold.from);
        account.held += length;
        account.longest_hold = account.longest_hold.max(length);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Recording;
    use gilscope_trace::{ReleaseReason, WokenBy};

    #[test]
    fn waiting_for_a_lock_is_put_on_its_account() {
        let on = BlockedOn::Lock { lock: LockId(7), owner: Some(ThreadId(0)) };
        let mut recording = Recording::default();
        recording.take(0, 0, 0).acquire(10, 0, 7).release(20, 0, ReleaseReason::Sleep, 20);
        recording.take(20, 1, 0).block(30, 1, on).release(30, 1, ReleaseReason::LockWait, 10);
        recording.take(60, 0, 0).unlock(70, 0, 7).wake(70, 1, WokenBy::Thread(ThreadId(0))).take(80, 1, 10);
        recording.acquire(80, 1, 7);
        let mut costs = LockCosts::default();
        recording.events.iter().for_each(|event| costs.observe(event));
        let accounts = costs.finish(Timestamp(100));
        let [(LockId(7), account)] = accounts.as_slice() else { panic!("{accounts:?}") };
        assert_eq!((account.acquired, account.contended, account.longest_queue), (2, 1, 1));
        assert_eq!((account.waited, account.held), (Duration::from_nanos(40), Duration::from_nanos(80)));
        assert_eq!(account.longest_waiter, Some((ThreadId(1), Some(ThreadId(0)))));
    }
}
