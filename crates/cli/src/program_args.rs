//! The program of the commands that show an execution: their options stand before and after it, and what the script itself is
//! to get comes after `--`.

use clap::{Args, ValueHint};
use std::ffi::OsString;
use std::path::PathBuf;

/// A script to be run, or an execution that was recorded.
#[derive(Debug, Args)]
#[command(next_help_heading = "The program")]
pub(crate) struct ViewedArgs {
    /// A script, or a trace file that `gilscope run --trace` wrote.
    #[arg(value_hint = ValueHint::FilePath)]
    file: OsString,

    /// The script's own arguments.
    #[arg(last = true)]
    args: Vec<OsString>,
}

/// A script to be run.
#[derive(Debug, Args)]
#[command(next_help_heading = "The program")]
pub(crate) struct ScriptArgs {
    /// The script.
    #[arg(value_hint = ValueHint::FilePath)]
    file: OsString,

    /// The script's own arguments.
    #[arg(last = true)]
    args: Vec<OsString>,
}

impl ViewedArgs {
    pub(crate) fn path(&self) -> PathBuf {
        PathBuf::from(&self.file)
    }

    /// `sys.argv`.
    pub(crate) fn argv(&self) -> Vec<String> {
        argv(&self.file, &self.args)
    }
}

impl ScriptArgs {
    pub(crate) fn path(&self) -> PathBuf {
        PathBuf::from(&self.file)
    }

    /// `sys.argv`.
    pub(crate) fn argv(&self) -> Vec<String> {
        argv(&self.file, &self.args)
    }
}

/// The words that a script sees, its own name first.
pub(crate) fn argv(file: &OsString, args: &[OsString]) -> Vec<String> {
    std::iter::once(file).chain(args).map(|word| word.to_string_lossy().into_owned()).collect()
}
