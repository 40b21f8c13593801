//! `gilscope run`: runs a script.

use super::stats;
use crate::args::{Cli, LockArgs, RunArgs};
use crate::config::{self, Plan};
use crate::simulation::Repeat;
use crate::{exit, output, simulation};
use clap::CommandFactory;
use gilscope_engine::Program;

/// Runs what the arguments name; says with which status to exit.
pub(crate) fn run(args: RunArgs) -> i32 {
    match config::program(&args) {
        Some((program, arguments)) => {
            let mut plan = Plan::new(program, arguments, &args.lock);
            plan.config.unbuffered = args.unbuffered;
            attempt(plan, &args.lock).unwrap_or_else(|status| status)
        }
        None => {
            output::remark(&Cli::command().render_help().to_string());
            exit::USAGE
        }
    }
}

/// Runs a program and prints the statistics if they are wanted.
pub(crate) fn execute(program: Program, arguments: Vec<String>, lock: &LockArgs) -> i32 {
    attempt(Plan::new(program, arguments, lock), lock).unwrap_or_else(|status| status)
}

/// The same for a plan that has been made. The error is the status when there was nothing to run.
pub(crate) fn attempt(plan: Plan, lock: &LockArgs) -> Result<i32, i32> {
    if !lock.is_possible() {
        return Err(exit::USAGE);
    }
    let repeat = Repeat::of(&plan.config);
    let trace = plan.config.trace.as_ref().map(|trace| trace.path.clone());
    let outcome = gilscope_engine::run(plan.config).map_err(|error| output::fail_to_load(&error))?;
    if let (Some(ledger), Some(format)) = (plan.ledger, lock.stats) {
        output::remark(&stats::report(&ledger.totals(), &outcome.thread_names, format));
    }
    simulation::tell(&outcome, &repeat, lock.simulation.save_schedule.as_deref());
    if let (Some(failure), Some(path)) = (outcome.trace_failure, trace) {
        output::complain(&format_args!("the trace '{}' is not complete: {failure}", path.display()));
        return Ok(if outcome.status == exit::SUCCESS { exit::FAILURE } else { outcome.status });
    }
    Ok(outcome.status)
}
