//! `gilscope run`: runs a script.

use super::stats;
use crate::args::{Cli, LockArgs, RunArgs};
use crate::config::{self, Plan};
use crate::{exit, output};
use clap::CommandFactory;
use gilscope_engine::Program;

/// Runs what the arguments name; says with which status to exit.
pub(crate) fn run(args: RunArgs) -> i32 {
    match config::program(&args) {
        Some((program, arguments)) => execute(program, arguments, &args.lock),
        None => {
            output::remark(&Cli::command().render_help().to_string());
            exit::USAGE
        }
    }
}

/// Runs a program and prints the statistics if they are wanted.
pub(crate) fn execute(program: Program, arguments: Vec<String>, lock: &LockArgs) -> i32 {
    let plan = Plan::new(program, arguments, lock);
    match gilscope_engine::run(plan.config) {
        Ok(outcome) => {
            if let (Some(ledger), Some(format)) = (plan.ledger, lock.stats) {
                output::remark(&stats::report(&ledger.totals(), &outcome.thread_names, format));
            }
            match (outcome.trace_failure, &lock.trace) {
                (Some(failure), Some(path)) => {
                    output::complain(&format_args!("the trace '{}' is not complete: {failure}", path.display()));
                    if outcome.status == exit::SUCCESS { exit::FAILURE } else { outcome.status }
                }
                _ => outcome.status,
            }
        }
        Err(error) => output::fail_to_load(&error),
    }
}
