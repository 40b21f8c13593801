//! `cargo xtask …`: maintenance that is no part of gilscope itself.
#![forbid(unsafe_code)]

mod alone;
mod bench;
mod compare;
mod count;
mod cpython;
mod determinism;
mod goals;
mod golden;
mod growth;
mod machine;
mod measure;
mod program;
mod report;
mod series;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Maintenance of gilscope.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask")]
enum Task {
    /// Measure gilscope against CPython 3.13, one program after the other, both in turn, and say which goals are reached.
    Bench(bench::BenchArgs),
    /// Count the machine instructions of each single-threaded program: the same on every run, unlike a time.
    Count(count::CountArgs),
    /// Run programs at ×1, ×10 and ×100 of their size: does the time for one item stay the same?
    Growth(growth::GrowthArgs),
    /// Simulate twenty scripts under many seeds, each twice, in two builds: is everything the same, to the last byte?
    Determinism(determinism::DeterminismArgs),
    #[command(flatten)]
    Other(Other),
}

#[derive(Debug, Subcommand)]
enum Other {
    /// List the programs of the benchmark, what each measures, and its size.
    Programs,
    /// Write the printed forms in `tests/golden/` anew, and what the README and `docs/` show.
    Golden,
}

fn main() -> ExitCode {
    let done = match Task::parse() {
        Task::Bench(args) => bench::run(&args),
        Task::Count(args) => count::run(&args),
        Task::Growth(args) => growth::run(&args),
        Task::Determinism(args) => determinism::run(&args),
        Task::Other(Other::Programs) => program::list(),
        Task::Other(Other::Golden) => golden::refresh(),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("xtask: {error}");
            ExitCode::from(2)
        }
    }
}

/// The top folder of the repository.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
