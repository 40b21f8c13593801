//! Going back to a snapshot, to run on from it with another seed.

use super::listener::Listener;
use super::{LATENCIES, Settings, Simulation};
use crate::Config;
use crate::load::Loaded;
use gilscope_gil::Random;
use gilscope_sched::PolicyError;
use std::sync::Arc;

impl Simulation {
    /// A program that is about to begin, of which nothing is remembered: only its outcome matters.
    pub(crate) fn unheard(config: &Config, settings: Settings, loaded: Loaded) -> Result<Simulation, PolicyError> {
        Simulation::heard_by(Listener::deaf(), config, settings, loaded)
    }

    /// Whether nothing has happened so far that another seed would have changed.
    pub(crate) fn is_the_same_for_all_seeds(&self) -> bool {
        self.choices.asked == 0
            && !self.host.has_drawn()
            && self.random == Random::stream(self.settings.seed, LATENCIES)
            && self.ending.is_none()
    }

    /// Has the world answer as it answered another execution of the same program.
    pub(crate) fn share_answers(&mut self, with: &Simulation) {
        self.world.share_answers(&with.world);
    }

    /// Makes all code ready to run that is so in `other`, a copy that has run on; whether there was any.
    pub(crate) fn prepare_as(&mut self, other: &Simulation) -> bool {
        self.interp.prepare_as(&other.interp)
    }

    /// A copy that can go back to this state.
    pub(crate) fn returning_copy(&self) -> Simulation {
        let mut copy = self.clone();
        copy.interp.freeze();
        copy.world.part();
        copy
    }

    /// Goes back to the state of `from`, of which this is a copy that can, and begins with another seed there.
    pub(crate) fn restore(&mut self, from: &Simulation, seed: u64) {
        self.interp.restore(&from.interp);
        self.host.restore(&from.host, seed);
        self.world.restore(&from.world, &mut self.interp);
        Arc::make_mut(&mut self.settings).seed = seed;
        self.choices.restore(&from.choices, seed);
        self.random = Random::stream(seed, LATENCIES);
        self.now = from.now;
        self.threads.clone_from(&from.threads);
        self.timers.clone_from(&from.timers);
        self.lock.clone_from(&from.lock);
        self.cores.clone_from(&from.cores);
        self.pending.clone_from(&from.pending);
        self.stage = from.stage;
        self.ending.clone_from(&from.ending);
        self.paused = from.paused;
        (self.steps, self.work) = (from.steps, from.work);
        self.moves.clone_from(&from.moves);
        self.given.clone_from(&from.given);
        self.cycles.clone_from(&from.cycles);
    }
}
