//! A simulation from its program to its outcome.

use super::{Ending, Settings, Simulation};
use crate::load::{LoadError, Loaded};
use crate::recording::Recording;
use crate::{Config, Outcome};
use gilscope_gil::{Conditions, GilModel, Schedule};
use gilscope_trace::Sink;
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// Runs a simulation to its end.
pub(crate) fn execute(config: &Config, settings: Settings, loaded: Loaded) -> Result<Outcome, LoadError> {
    let recording = Recording::begin(config, &loaded, Some(settings.facts()))?;
    let (own, sink) = (config.clone(), recording.sink());
    let work = move || Some(simulate(&own, sink, settings, loaded));
    // A simulation looks at the limits itself, and tells more than could be told from here.
    let mut outcome = config.limits.watch(work, |_| None).map_err(LoadError::Unwatched)?;
    outcome.trace_failure = recording.finish();
    Ok(outcome)
}

fn simulate(config: &Config, sink: Arc<dyn Sink>, settings: Settings, loaded: Loaded) -> Outcome {
    let mut simulation = match Simulation::new(config, sink, settings, loaded) {
        Ok(simulation) => simulation,
        Err(error) => {
            let report = Some(format!("{error}\n"));
            return Outcome { report, ..Outcome::failed() };
        }
    };
    let ending = simulation.run();
    Outcome {
        status: match ending {
            Ending::Exited { status } => status,
            Ending::Deadlocked => Outcome::DEADLOCK,
            Ending::WorkLimit { .. } | Ending::StepLimit { .. } | Ending::OverLimit(_) => Outcome::LIMIT,
            Ending::Diverged(_) => Outcome::DIVERGED,
        },
        thread_names: simulation.interp.thread_names(),
        trace_failure: None,
        report: simulation.report(),
        schedule: Some(simulation.schedule(&config.arguments)),
    }
}

/// What a schedule remembers of a script: a number that another script, or other arguments, would not give.
pub fn script_hash(text: &str, arguments: &[String]) -> u64 {
    let mut hasher = Sha256::new();
    hasher.update(text);
    for argument in arguments.iter().skip(1) {
        hasher.update([0]);
        hasher.update(argument);
    }
    let digest = hasher.finalize();
    digest.iter().take(8).fold(0, |number, &byte| number << 8 | u64::from(byte))
}

impl Simulation {
    /// What it takes to repeat this execution.
    pub fn schedule(&self, arguments: &[String]) -> Schedule {
        Schedule {
            script: script_hash(&self.loaded.text, arguments),
            conditions: Conditions {
                model: model_name(&self.model),
                interval: self.start_interval,
                seed: self.settings.seed,
                cpus: self.settings.cpus,
                policy: self.choices.policy(),
                wake_latency: self.settings.wake_latency.as_nanos() as u64,
                costs: self.settings.costs.code(),
            },
            moves: self.given.clone(),
            picks: self.picks(),
        }
    }
}

/// The name of a preset, or the number of instructions of `--every`.
fn model_name(model: &GilModel) -> String {
    match model.ticks() {
        Some(ticks) if model.name == "every" => ticks.to_string(),
        _ => model.name.to_owned(),
    }
}
