//! The command line of `explore`.

use crate::duration::parse_duration;
use crate::program_args::ScriptArgs;
use crate::simulation_args::{parse_policy, read_costs};
use clap::Args;
use gilscope_engine::simulated::Settings;
use gilscope_gil::GilModel;
use gilscope_vm::cost::Costs;
use std::num::{NonZeroU32, NonZeroU64};
use std::sync::Arc;
use std::time::Duration;

#[derive(Debug, Args)]
pub(crate) struct ExploreArgs {
    /// How many executions, each with a seed of its own.
    #[arg(long, value_name = "N", default_value = "1000")]
    pub(crate) runs: NonZeroU64,

    /// The seed of the first execution; the others follow.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) seed: u64,

    /// How many of the outcomes are shown, the most frequent ones.
    #[arg(long, value_name = "N", default_value = "10")]
    pub(crate) show: usize,

    /// The Python whose rules for the lock to follow (see `gilscope models`).
    #[arg(long, value_name = "MODEL", default_value = GilModel::PY3_13.name, value_parser = crate::args::model_parser())]
    pub(crate) model: GilModel,

    /// Give another thread a turn after each N instructions, whatever they are.
    #[arg(long, value_name = "N", conflicts_with = "model")]
    pub(crate) every: Option<NonZeroU32>,

    /// Who has the next turn: random, os, round-robin, pinned; as for `gilscope run --sim`.
    #[arg(long, value_name = "POLICY", default_value = "random", value_parser = parse_policy)]
    pub(crate) policy: String,

    /// How many virtual cores there are.
    #[arg(long, value_name = "N", default_value = "2", value_parser = clap::value_parser!(u32).range(1..=1024))]
    pub(crate) cpus: u32,

    /// What work costs: a file that `gilscope calibrate` has written.
    #[arg(long, value_name = "FILE", value_parser = read_costs, value_hint = clap::ValueHint::FilePath)]
    pub(crate) costs: Option<Arc<Costs>>,

    /// Stop an execution when its threads have worked so long in virtual time.
    #[arg(long, value_name = "TIME", default_value = "1s", value_parser = parse_duration)]
    pub(crate) work_limit: Duration,

    #[command(flatten)]
    pub(crate) program: ScriptArgs,
}

impl ExploreArgs {
    /// The rules of the lock.
    pub(crate) fn model(&self) -> GilModel {
        self.every.map_or(self.model, GilModel::every)
    }

    /// The conditions of the first execution.
    pub(crate) fn settings(&self) -> Settings {
        Settings {
            seed: self.seed,
            cpus: self.cpus,
            policy: self.policy.clone(),
            costs: self.costs.clone().unwrap_or_default(),
            work_limit: Some(self.work_limit),
            ..Settings::default()
        }
    }

    /// The command that runs the execution with this seed, but for the script; `is_limited` if a limit ended it.
    pub(crate) fn command(&self, seed: u64, is_limited: bool) -> String {
        let mut command = "gilscope run --sim".to_owned();
        let default = Settings::default();
        match self.every {
            Some(every) => command.push_str(&format!(" --every {every}")),
            None if self.model == GilModel::PY3_13 => {}
            None => command.push_str(&format!(" --model {}", self.model.name)),
        }
        if self.policy != default.policy {
            command.push_str(&format!(" --policy {}", self.policy));
        }
        if self.cpus != default.cpus {
            command.push_str(&format!(" --cpus {}", self.cpus));
        }
        if let Some(costs) = self.costs.as_ref().filter(|costs| **costs != default.costs) {
            command.push_str(&format!(" --costs {}", costs.code()));
        }
        if is_limited {
            command.push_str(&format!(" --work-limit {}us", self.work_limit.as_micros()));
        }
        command.push_str(&format!(" --seed {seed}"));
        command
    }
}
