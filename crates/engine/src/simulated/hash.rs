//! One number for the state of everything.

use super::Simulation;
use std::hash::{Hash, Hasher};

impl Simulation {
    /// Equal states have equal numbers; different ones hardly ever have.
    pub(super) fn hash_of_everything(&self) -> u64 {
        let mut hasher = rustc_hash::FxHasher::default();
        self.interp.hash_state(&mut hasher);
        (self.now, self.steps, self.work, self.paused).hash(&mut hasher);
        (&self.threads, self.timers.sorted(), &self.cores).hash(&mut hasher);
        let lock = &self.lock;
        (lock.holder, lock.last_holder, lock.switches, lock.requested_by, &lock.queue, lock.coming).hash(&mut hasher);
        (&lock.fairness, lock.requested_for as u8, lock.next).hash(&mut hasher);
        (self.stage, self.choices.asked, self.host.state(), self.world.state()).hash(&mut hasher);
        hasher.finish()
    }
}
