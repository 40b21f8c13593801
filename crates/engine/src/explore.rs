//! Many executions of one program, each with another seed, and what came of them.
//!
//! Up to the first thing that depends on the seed all executions are the same: so that part is run once, and each execution
//! begins there. It is the very execution that a simulation of the whole program with this seed would be.

use crate::simulated::{Ending, Settings, Simulation};
use crate::{Config, Loaded};
use gilscope_sched::PolicyError;
use gilscope_trace::Stream;
use rustc_hash::FxHashMap;

/// To make code ready takes longer than to run it once: what these executions need is made ready for all others.
const WARM_UPS: usize = 3;

/// Runs a program again and again.
pub struct Explorer {
    start: Simulation,
    run: Simulation,
}

impl Explorer {
    /// For a program under these settings, whose seed is replaced.
    pub fn new(config: &Config, settings: &Settings, loaded: &Loaded) -> Result<Explorer, PolicyError> {
        let begin = || Simulation::unheard(config, settings.clone(), loaded.clone());
        let mut trial = begin()?;
        let mut turns = 0u64;
        while trial.is_the_same_for_all_seeds() {
            trial.turn(u64::MAX);
            turns += 1;
        }
        let mut start = begin()?;
        start.share_answers(&trial);
        (1..turns).for_each(|_| start.turn(u64::MAX));
        for _ in 0..WARM_UPS {
            let mut copy = start.returning_copy();
            copy.run();
            if !start.prepare_as(&copy) {
                break;
            }
        }
        let run = start.returning_copy();
        Ok(Explorer { start, run })
    }

    /// The execution with this seed, at its end.
    pub fn run(&mut self, seed: u64) -> &Simulation {
        self.run.restore(&self.start, seed);
        self.run.run();
        &self.run
    }
}

/// What came of some executions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub ending: Ending,
    /// What was written to standard output and standard error.
    pub output: Vec<u8>,
    pub errors: Vec<u8>,
    /// How many executions ended so, and the seed of the first of them.
    pub times: u64,
    pub first_seed: u64,
}

/// Executions by their outcome: how they ended and what they wrote.
#[derive(Debug, Default)]
pub struct Outcomes {
    found: Vec<Found>,
    by_key: FxHashMap<Vec<u8>, usize>,
    /// Used again for each execution.
    key: Vec<u8>,
}

impl Outcomes {
    /// Takes an execution in that has come to its end.
    pub fn add(&mut self, seed: u64, run: &Simulation) {
        let Some(ending) = run.ending() else { return };
        self.key.clear();
        let status = match ending {
            Ending::Exited { status } => *status,
            Ending::Deadlocked => 1000,
            Ending::WorkLimit { .. } | Ending::StepLimit { .. } | Ending::OverLimit(_) => 1001,
            Ending::Diverged(_) => 1002,
        };
        self.key.extend(status.to_le_bytes());
        let [output, errors] = [Stream::Output, Stream::Error].map(|wanted| {
            let begin = self.key.len();
            let pieces = run.output().iter().filter(|piece| piece.stream == wanted);
            pieces.for_each(|piece| self.key.extend(&*piece.bytes));
            begin..self.key.len()
        });
        self.key.extend(output.len().to_le_bytes());
        match self.by_key.get(&self.key[..]) {
            Some(&index) => self.found[index].times += 1,
            None => {
                self.by_key.insert(self.key.clone(), self.found.len());
                let (output, errors) = (self.key[output].to_vec(), self.key[errors].to_vec());
                self.found.push(Found { ending: ending.clone(), output, errors, times: 1, first_seed: seed });
            }
        }
    }

    /// The outcomes, the most frequent one first.
    pub fn finish(mut self) -> Vec<Found> {
        self.found.sort_by_key(|found| (std::cmp::Reverse(found.times), found.first_seed));
        self.found
    }
}
