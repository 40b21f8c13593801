//! `gilscope`: arguments in, exit status out.
#![forbid(unsafe_code)]

mod args;
mod commands;
mod compare_args;
mod config;
mod duration;
mod exit;
mod explore_args;
mod internal_error;
mod limit_args;
mod output;
mod program_args;
mod recording;
mod simulation;
mod simulation_args;
mod step_args;
mod trace_args;

use args::{Cli, Command};
use clap::Parser;

fn main() {
    internal_error::report();
    let cli = Cli::parse_from(step_args::always_simulated(std::env::args_os()));
    let status = match cli.command {
        None => commands::run::run(cli.run),
        Some(Command::Run(args)) => commands::run::run(args),
        Some(Command::Demo(args)) => commands::demo::run(args),
        Some(Command::Step(args)) => commands::step::run(&args),
        Some(Command::Compare(args)) => commands::compare::run(&args),
        Some(Command::Explore(args)) => commands::explore::run(&args),
        Some(Command::Calibrate(args)) => commands::calibrate::run(&args),
        Some(Command::Replay(args)) => commands::replay::run(&args),
        Some(Command::Trace(args)) => commands::trace::run(&args),
        Some(Command::Export(args)) => commands::export::run(&args),
        Some(Command::Dis(args)) => commands::dis::run(&args),
        Some(Command::Tokens(args)) => commands::tokens::run(&args),
        Some(Command::Ast(args)) => commands::ast::run(&args),
        Some(Command::Symbols(args)) => commands::symbols::run(&args),
        Some(Command::Models) => commands::models::run(),
        Some(Command::Completions { shell }) => commands::completions::run(shell),
    };
    exit::exit(status)
}
