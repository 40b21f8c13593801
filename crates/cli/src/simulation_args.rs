//! The part of a command line that asks for a simulation.

use crate::duration::parse_duration;
use clap::Args;
use gilscope_engine::simulated::Settings;
use gilscope_vm::cost::Costs;
use std::fs;
use std::num::NonZeroU32;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// Whether threads run in real time or on virtual time, and how.
#[derive(Debug, Args)]
#[command(next_help_heading = "The simulation")]
pub(crate) struct SimulationArgs {
    /// Simulate: virtual time, virtual cores, and the same execution for the same seed, on any machine.
    #[arg(long)]
    pub(crate) sim: bool,

    /// Everything that is left to chance follows from this number.
    #[arg(long, value_name = "N", default_value_t = 0, requires = "sim")]
    pub(crate) seed: u64,

    /// How many virtual cores there are.
    #[arg(long, value_name = "N", default_value = "2", requires = "sim", value_parser = clap::value_parser!(u32).range(1..=1024))]
    pub(crate) cpus: u32,

    /// Who has the next turn: os (as an operating system has it), round-robin, random, pinned.
    ///
    /// `os` follows the lock's rules and the clock. The others choose at each check point: `round-robin:N` after N of
    /// them, `random:N` once in N times, `pinned:1*3.2.0` as it is written: three turns of T1, one of T2, one of the
    /// main thread.
    #[arg(long, value_name = "POLICY", default_value = "os", requires = "sim", value_parser = parse_policy)]
    pub(crate) policy: String,

    /// How long a woken thread needs until it runs, on average.
    #[arg(long, value_name = "TIME", default_value = "30us", requires = "sim", value_parser = parse_duration)]
    pub(crate) wake_latency: Duration,

    /// What work costs: a file that `gilscope calibrate` has written, or the word for it in a schedule.
    #[arg(long, value_name = "FILE", requires = "sim", value_parser = read_costs, value_hint = clap::ValueHint::FilePath)]
    pub(crate) costs: Option<Arc<Costs>>,

    /// Stop when the threads have worked so long in virtual time, sleeping and `gilscope.burn` not counted.
    #[arg(long, value_name = "TIME", default_value = "300s", requires = "sim", value_parser = parse_duration)]
    pub(crate) work_limit: Duration,

    /// Stop after so many instructions.
    #[arg(long, value_name = "N", requires = "sim")]
    pub(crate) step_limit: Option<NonZeroU32>,

    /// Write what it takes to repeat the execution (`gilscope replay`) to this file.
    #[arg(long, value_name = "FILE", requires = "sim", value_hint = clap::ValueHint::FilePath)]
    pub(crate) save_schedule: Option<PathBuf>,
}

impl SimulationArgs {
    /// The conditions, if a simulation is wanted.
    pub(crate) fn settings(&self) -> Option<Settings> {
        self.sim.then(|| Settings {
            seed: self.seed,
            cpus: self.cpus,
            policy: self.policy.clone(),
            wake_latency: self.wake_latency,
            costs: self.costs.clone().unwrap_or_default(),
            work_limit: Some(self.work_limit),
            step_limit: self.step_limit.map(|limit| u64::from(limit.get())),
            echo: true,
            ..Settings::default()
        })
    }
}

/// A policy by its name, with its parameters written out.
pub(crate) fn parse_policy(text: &str) -> Result<String, String> {
    gilscope_sched::policy(text, 0).map(|policy| policy.name()).map_err(|error| error.to_string())
}

/// The costs that a file lists, or that a word of a schedule stands for.
pub(crate) fn read_costs(given: &str) -> Result<Arc<Costs>, String> {
    let is_word = !given.is_empty() && given.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    if is_word && let Ok(costs) = Costs::from_code(given) {
        return Ok(Arc::new(costs));
    }
    let bytes = fs::read(given).map_err(|error| error.to_string())?;
    let costs = String::from_utf8_lossy(&bytes).parse::<Costs>();
    costs.map(Arc::new).map_err(|error| error.to_string())
}
