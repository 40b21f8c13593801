//! `gilscope replay`: repeats a simulated run.

use crate::args::ReplayArgs;
use crate::simulation::Repeat;
use crate::{exit, output, simulation};
use gilscope_engine::simulated::{Settings, script_hash};
use gilscope_engine::{Config, LoadError, Program};
use gilscope_gil::{GilModel, Schedule, ScheduleError};
use gilscope_vm::cost::Costs;
use std::fs;
use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

/// Why there is nothing to repeat.
pub(crate) enum Failure {
    Schedule(String),
    Load(LoadError),
}

/// Runs the script as the schedule says; says with which status to exit.
pub(crate) fn run(args: &ReplayArgs) -> i32 {
    let program = Program::File(args.program.path());
    match prepare(&args.schedule, program, args.program.argv()) {
        Ok(config) => repeat(config),
        Err(failure) => failure.report(),
    }
}

impl Failure {
    /// Says what is wrong; with which status to exit.
    pub(crate) fn report(&self) -> i32 {
        match self {
            Failure::Load(error) => output::fail_to_load(error),
            Failure::Schedule(message) => {
                output::complain(message);
                exit::USAGE
            }
        }
    }
}

fn repeat(config: Config) -> i32 {
    let repeat = Repeat::of(&config);
    match gilscope_engine::run(config) {
        Ok(outcome) => {
            simulation::tell(&outcome, &repeat, None);
            outcome.status
        }
        Err(error) => output::fail_to_load(&error),
    }
}

/// The execution that a schedule, or the file that has it, describes.
pub(crate) fn prepare(schedule: &str, program: Program, arguments: Vec<String>) -> Result<Config, Failure> {
    let schedule = read(schedule).map_err(Failure::Schedule)?;
    let loaded = gilscope_engine::load(&program).map_err(Failure::Load)?;
    if script_hash(&loaded.text, &arguments) != schedule.script {
        return Err(Failure::Schedule(ScheduleError::OtherScript.to_string()));
    }
    configure(schedule, program, arguments).map_err(Failure::Schedule)
}

/// The schedule itself, or what is in the file of this name.
fn read(given: &str) -> Result<Schedule, String> {
    if let Ok(schedule) = given.parse() {
        return Ok(schedule);
    }
    match fs::read_to_string(given) {
        Ok(text) => text.parse().map_err(|error: ScheduleError| format!("{given}: {error}")),
        Err(_) => Err(given.parse::<Schedule>().map_or_else(|error| error.to_string(), |_| String::new())),
    }
}

fn configure(schedule: Schedule, program: Program, arguments: Vec<String>) -> Result<Config, String> {
    let conditions = schedule.conditions;
    gilscope_sched::policy(&conditions.policy, conditions.seed).map_err(|error| error.to_string())?;
    let mut config = Config::new(program, arguments);
    config.model = model(&conditions.model)?;
    config.switch_interval = Duration::from_nanos(conditions.interval);
    config.simulation = Some(Settings {
        seed: conditions.seed,
        cpus: conditions.cpus.clamp(1, 1024),
        policy: conditions.policy,
        wake_latency: Duration::from_nanos(conditions.wake_latency),
        costs: Arc::new(Costs::from_code(&conditions.costs).map_err(|error| error.to_string())?),
        moves: schedule.moves,
        picks: schedule.picks,
        echo: true,
        ..Settings::default()
    });
    Ok(config)
}

/// The preset of this name, or turns of so many instructions.
fn model(name: &str) -> Result<GilModel, String> {
    match name.parse::<NonZeroU32>() {
        Ok(instructions) => Ok(GilModel::every(instructions)),
        Err(_) => name.parse::<GilModel>().map_err(|error| error.to_string()),
    }
}
