//! The command line of `step`.

use crate::args::LockArgs;
use crate::program_args::ViewedArgs;
use clap::{Args, ValueEnum};
use gilscope_tui::{At, Unit};
use std::ffi::OsString;

#[derive(Debug, Args)]
pub(crate) struct StepArgs {
    /// Open at this step, as the key `y` copies it.
    #[arg(long, value_name = "STEP", help_heading = "The stepper")]
    pub(crate) at: Option<At>,

    /// Print the steps as text, with two columns per thread, instead of opening the stepper.
    #[arg(long, help_heading = "The stepper")]
    pub(crate) plain: bool,

    /// How far one line of `--plain` is from the next.
    #[arg(long, value_name = "UNIT", default_value = "line", help_heading = "The stepper")]
    pub(crate) by: StepUnit,

    /// How many lines of steps `--plain` prints at most.
    #[arg(long, value_name = "N", default_value = "1000", help_heading = "The stepper")]
    pub(crate) lines: usize,

    /// Let the mouse go to moments in the timeline, and its wheel step.
    #[arg(long, help_heading = "The stepper")]
    pub(crate) mouse: bool,

    /// Open the execution that this schedule, or the file that has it, describes.
    #[arg(long, value_name = "SCHEDULE", help_heading = "The stepper")]
    pub(crate) schedule: Option<String>,

    #[command(flatten)]
    pub(crate) lock: LockArgs,

    #[command(flatten)]
    pub(crate) program: ViewedArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum StepUnit {
    /// Where another thread takes the lock.
    Switch,
    /// Anything that happens to the lock, to threads, and to locks of the script.
    Event,
    Line,
    Instruction,
}

impl From<StepUnit> for Unit {
    fn from(unit: StepUnit) -> Unit {
        match unit {
            StepUnit::Switch => Unit::Switch,
            StepUnit::Event => Unit::Event,
            StepUnit::Line => Unit::Line,
            StepUnit::Instruction => Unit::Instruction,
        }
    }
}

/// The words of a command line, with `--sim` after `step`: a script is always simulated there, so that what only simulations
/// have need not be asked for twice. Words after `--` are the script's.
pub(crate) fn always_simulated(words: impl Iterator<Item = OsString>) -> Vec<OsString> {
    let mut words: Vec<OsString> = words.collect();
    let own = words.split(|word| word == "--").next().unwrap_or_default();
    if own.get(1).is_some_and(|word| word == "step") && !own.iter().any(|word| word == "--sim") {
        words.insert(2, "--sim".into());
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn step_simulates_and_run_does_not() {
        let words = |text: &str| always_simulated(text.split(' ').map(OsString::from)).len();
        assert_eq!(words("gilscope step --seed 3 a.py"), 6);
        assert_eq!(words("gilscope step --sim a.py"), 4);
        assert_eq!(words("gilscope step a.py -- --sim"), 6);
        assert_eq!(words("gilscope run step"), 3);
    }
}
