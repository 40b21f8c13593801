//! The command line of `compare`.

use crate::duration::parse_duration;
use crate::program_args::ScriptArgs;
use crate::simulation_args::read_costs;
use crate::trace_args::LookArgs;
use clap::Args;
use gilscope_gil::GilModel;
use gilscope_vm::cost::Costs;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

#[derive(Debug, Args)]
pub(crate) struct CompareArgs {
    /// The GIL models, with commas between them (see `gilscope models`).
    #[arg(long, value_name = "MODELS", value_delimiter = ',', default_value = "py2.7,py3.13,free-threaded")]
    #[arg(value_parser = crate::args::model_parser())]
    pub(crate) models: Vec<GilModel>,

    /// The numbers of virtual cores, with commas between them.
    #[arg(long, value_name = "NUMBERS", value_delimiter = ',', default_value = "1,2,4")]
    #[arg(value_parser = clap::value_parser!(u32).range(1..=1024))]
    pub(crate) cpus: Vec<u32>,

    /// Everything that is left to chance follows from this number.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) seed: u64,

    /// What work costs: a file that `gilscope calibrate` has written.
    #[arg(long, value_name = "FILE", value_parser = read_costs, value_hint = clap::ValueHint::FilePath)]
    pub(crate) costs: Option<Arc<Costs>>,

    /// How long a thread waits for the lock before it asks for it.
    #[arg(long, value_name = "TIME", value_parser = parse_duration, default_value = "5ms")]
    pub(crate) switch_interval: Duration,

    /// Write the bars as a drawing to this file, too.
    #[arg(long, value_name = "OUT", value_hint = clap::ValueHint::FilePath)]
    pub(crate) svg: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) look: LookArgs,

    #[command(flatten)]
    pub(crate) program: ScriptArgs,
}
