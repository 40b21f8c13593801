//! `gilscope completions`: completion scripts for shells.

use crate::args::Cli;
use crate::output;
use clap::CommandFactory;
use clap_complete::Shell;

/// Prints the script. It is made in memory first: the generator panics when its reader goes away.
pub(crate) fn run(shell: Shell) -> i32 {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "gilscope", &mut script);
    output::print(&String::from_utf8_lossy(&script))
}
