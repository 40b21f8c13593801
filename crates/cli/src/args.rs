//! The command line as clap reads it. Nothing below this crate sees these types: `config.rs` turns them into plain data.

use crate::commands::calibrate::CalibrateArgs;
use crate::compare_args::CompareArgs;
use crate::duration::parse_duration;
use crate::explore_args::ExploreArgs;
use crate::limit_args::LimitArgs;
use crate::program_args::ScriptArgs;
use crate::simulation_args::SimulationArgs;
use crate::step_args::StepArgs;
use crate::trace_args::{ExportArgs, TraceArgs};
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use gilscope_gil::GilModel;
use gilscope_trace::Level;
use std::ffi::OsString;
use std::num::NonZeroU32;
use std::path::PathBuf;
use std::time::Duration;

const EXAMPLES: &str = "\
Examples:
  gilscope demo                        list the demonstration programs
  gilscope demo lost_update            run one of them
  gilscope script.py                   run a program of your own
  gilscope run --stats script.py       … and tell how the threads shared the lock
  gilscope run --model py3.9 script.py … under the rules of an older Python
  gilscope run --sim --seed 7 script.py  … on virtual time, the same in every run
  gilscope run --every 10 script.py    … with another thread's turn after each 10 instructions
  gilscope explore --every 1 script.py   run it a thousand times in any order: what comes of it?
  gilscope trace script.py             … and show every switch from one thread to another
  gilscope step script.py              … and go through it step by step, forward and backward
  gilscope dis script.py               show the bytecode

Exit status: that of the script (0; 1 after an uncaught exception; n after sys.exit(n)),
2 for a wrong command line or a missing file, 91 at a limit, 130 after Ctrl-C. Of a simulation:
90 after a deadlock, 92 where a replay does not follow its schedule.";

/// Run Python programs with threads under a global interpreter lock (GIL) whose rules you choose, and see who held it.
///
/// Each thread of the script is a thread of the operating system that must hold the lock to run, just as in CPython.
#[derive(Debug, Parser)]
#[command(name = "gilscope", version, after_help = EXAMPLES, args_conflicts_with_subcommands = true)]
#[command(subcommand_help_heading = "Commands", disable_help_subcommand = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,

    #[command(flatten)]
    pub(crate) run: RunArgs,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Run a script. `gilscope FILE` is short for it.
    Run(RunArgs),
    /// List the demonstration programs that come with gilscope, or run one.
    Demo(DemoArgs),
    /// Simulate a script under several models and numbers of cores, and compare how long it takes.
    Compare(CompareArgs),
    /// Simulate a script many times, each with another seed: what can come of it, and how often?
    Explore(ExploreArgs),
    /// Measure what instructions and native work take on this machine, for simulations (`--costs FILE`).
    Calibrate(CalibrateArgs),
    /// Repeat a simulated run exactly.
    Replay(ReplayArgs),
    /// Show who had the GIL when, and why it went to another thread.
    Trace(TraceArgs),
    /// Write who had the GIL when for other viewers: Perfetto, Chrome, spreadsheets; or as a drawing.
    Export(ExportArgs),
    /// Go through an execution step by step, forward and backward, in the terminal.
    Step(StepArgs),
    /// Show the bytecode of a script, as Python's `dis` module does.
    Dis(FormArgs),
    /// Show the tokens that a script is made of.
    Tokens(FormArgs),
    /// Show the syntax tree of a script, as Python's `ast.dump` does.
    Ast(AstArgs),
    /// Show which names of a script are local, global, or shared with inner functions.
    Symbols(FormArgs),
    /// List the lock models that `--model` knows, and how they differ.
    Models,
    /// Print a completion script for a shell.
    ///
    /// For bash: gilscope completions bash > ~/.local/share/bash-completion/completions/gilscope
    Completions {
        /// Which shell it is for.
        shell: Shell,
    },
}

#[derive(Debug, Args)]
pub(crate) struct RunArgs {
    #[command(flatten)]
    pub(crate) lock: LockArgs,

    /// Write each piece of output at once, as `python -u` does.
    #[arg(short = 'u', help_heading = "The program")]
    pub(crate) unbuffered: bool,

    /// Run this text as the program; what follows are its arguments.
    #[arg(short = 'c', help_heading = "The program", value_names = ["CODE", "ARGS"], num_args = 1.., allow_hyphen_values = true)]
    #[arg(conflicts_with = "program")]
    pub(crate) code: Option<Vec<OsString>>,

    /// The script, and arguments for it.
    ///
    /// The script is a file, a directory with a __main__.py in it, or - for standard input. Everything after it belongs
    /// to the script, whatever it looks like.
    #[arg(value_names = ["FILE", "ARGS"], num_args = 1.., trailing_var_arg = true, allow_hyphen_values = false)]
    #[arg(help_heading = "The program", value_hint = clap::ValueHint::FilePath)]
    pub(crate) program: Vec<OsString>,
}

#[derive(Debug, Args)]
#[command(after_help = "The script must be that of the run, with the same arguments; options cannot be changed.")]
pub(crate) struct ReplayArgs {
    /// The schedule: as a simulated run printed it, or the file that `--save-schedule` wrote.
    pub(crate) schedule: String,

    #[command(flatten)]
    pub(crate) program: ScriptArgs,
}

#[derive(Debug, Args)]
pub(crate) struct DemoArgs {
    #[command(flatten)]
    pub(crate) lock: LockArgs,

    /// Print the program instead of running it.
    #[arg(long, help_heading = "The program")]
    pub(crate) show: bool,

    /// Which one; without a name all are listed.
    #[arg(help_heading = "The program")]
    pub(crate) name: Option<OsString>,

    /// The program's own arguments.
    #[arg(help_heading = "The program", last = true, requires = "name")]
    pub(crate) args: Vec<OsString>,
}

/// How threads share the interpreter lock, and what is told of it.
#[derive(Debug, Args)]
#[command(next_help_heading = "The lock")]
pub(crate) struct LockArgs {
    /// The Python whose rules for the lock to follow (see `gilscope models`).
    #[arg(long, value_name = "MODEL", default_value = GilModel::PY3_13.name, value_parser = model_parser())]
    pub(crate) model: GilModel,

    /// Give another thread a turn after each N instructions, whatever they are.
    ///
    /// No Python does this. It shows races that would otherwise take a million attempts.
    #[arg(long, value_name = "N", conflicts_with_all = ["model", "switch_interval"])]
    pub(crate) every: Option<NonZeroU32>,

    /// How long a thread waits for the lock before it asks for it: 5ms, 100us, or seconds as a number.
    #[arg(long, value_name = "TIME", value_parser = parse_duration, default_value = "5ms")]
    pub(crate) switch_interval: Duration,

    /// At the end, tell on standard error how long each thread held the lock, waited for it, and why it gave it up.
    #[arg(long, value_name = "FORMAT", num_args = 0..=1, require_equals = true, default_missing_value = "text")]
    pub(crate) stats: Option<StatsFormat>,

    /// Write what happens to the lock, to threads, and to the script's locks to FILE, while the script runs.
    #[arg(long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub(crate) trace: Option<PathBuf>,

    /// How much goes into the trace.
    #[arg(long, value_name = "LEVEL", default_value = "switches", value_parser = level_parser())]
    pub(crate) trace_level: Level,

    #[command(flatten)]
    pub(crate) limits: LimitArgs,

    #[command(flatten)]
    pub(crate) simulation: SimulationArgs,
}

impl LockArgs {
    /// Whether the model can be run as wanted; if not, that has been said.
    pub(crate) fn is_possible(&self) -> bool {
        let is_possible = self.simulation.sim || self.model.is_real();
        if !is_possible {
            let name = self.model.name;
            crate::output::complain(&format_args!("the model {name} needs virtual cores: add --sim"));
        }
        is_possible
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum StatsFormat {
    /// A table to read.
    Text,
    /// One JSON object in one line.
    Json,
}

#[derive(Debug, Args)]
pub(crate) struct FormArgs {
    /// The script, or - for standard input.
    #[arg(value_hint = clap::ValueHint::FilePath)]
    pub(crate) file: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct AstArgs {
    #[command(flatten)]
    pub(crate) form: FormArgs,

    /// Show where each node begins and ends.
    #[arg(long)]
    pub(crate) places: bool,
}

pub(crate) fn model_parser() -> impl clap::builder::TypedValueParser<Value = GilModel> {
    use clap::builder::{PossibleValuesParser, TypedValueParser};
    PossibleValuesParser::new(GilModel::PRESETS.iter().map(|preset| preset.name))
        .try_map(|name| name.parse::<GilModel>())
}

fn level_parser() -> impl clap::builder::TypedValueParser<Value = Level> {
    use clap::builder::{PossibleValuesParser, TypedValueParser};
    PossibleValuesParser::new(Level::ALL.map(Level::name))
        .map(|name| Level::ALL.into_iter().find(|level| level.name() == name).unwrap_or_default())
}
