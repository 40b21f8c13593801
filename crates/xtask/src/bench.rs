//! `cargo xtask bench`: every program on CPython and on gilscope, in turn, several times.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use clap::Args;

use crate::alone;
use crate::goals::Measured;
use crate::measure::{self, Measure};
use crate::program::{self, Group, Program};
use crate::report::{self, Row};
use crate::{cpython, root};

#[derive(Debug, Args)]
pub struct BenchArgs {
    /// Only programs whose group or name contains this.
    #[arg(long, value_name = "TEXT")]
    filter: Option<String>,
    /// How many pairs of runs.
    #[arg(long, value_name = "N", default_value_t = 5)]
    runs: usize,
    /// Small sizes and two pairs: does everything run, do the answers agree?
    #[arg(long)]
    quick: bool,
    /// Write everything that was measured to this file.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Compare with an earlier file of `--json`.
    #[arg(long, value_name = "FILE")]
    compare: Option<PathBuf>,
    /// Use this gilscope instead of building one.
    #[arg(long, value_name = "FILE")]
    gilscope: Option<PathBuf>,
}

/// Runs the benchmark; false when an answer differs.
pub fn run(args: &BenchArgs) -> Result<bool, String> {
    let python = cpython::find()?;
    let ours = args.gilscope.clone().map_or_else(|| build("release"), Ok)?;
    let baseline = args.compare.as_deref().map(report::read_baseline).transpose()?;
    let wanted = args.filter.as_deref().unwrap_or_default();
    let programs: Vec<Program> =
        program::all()?.into_iter().filter(|p| p.name.contains(wanted) || p.group.name().contains(wanted)).collect();
    println!("CPython   {}\ngilscope  {}\n", python.display(), ours.display());
    report::print_head();
    let mut rows = Vec::new();
    for program in &programs {
        for row in measure(program, &python, &ours, args)? {
            report::print_row(&row, baseline.as_ref());
            rows.push(row);
        }
    }
    let is_wanted = ["alone", "explore", "recording", "simulation", "start"].iter().any(|name| name.contains(wanted));
    let alone = if is_wanted { alone::run(&ours, args.quick)? } else { Vec::new() };
    alone.iter().for_each(report::print_figure);
    report::print_summary(&rows);
    print!("{}", Measured { rows: &rows, alone: &alone }.table());
    if let Some(file) = &args.json {
        report::write_json(file, &rows, &alone)?;
    }
    Ok(rows.iter().all(|row| row.failure.is_none()))
}

/// Builds the binary and says where it is.
pub fn build(profile: &str) -> Result<PathBuf, String> {
    let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let status =
        Command::new(cargo).args(["build", "--profile", profile, "--package", "gilscope"]).current_dir(root()).status();
    match status {
        Ok(status) if status.success() => {
            let target = env::var("CARGO_TARGET_DIR").map_or_else(|_| root().join("target"), PathBuf::from);
            let path = target.join(if profile == "dev" { "debug" } else { profile }).join("gilscope");
            Ok(path.canonicalize().unwrap_or(path))
        }
        Ok(status) => Err(format!("the build failed: {status}")),
        Err(error) => Err(format!("cannot start cargo: {error}")),
    }
}

/// Both interpreters in turn, so that a busy moment of the machine hits both. The first pair only warms the caches up.
/// One row for each figure of the program.
fn measure(program: &Program, python: &Path, ours: &Path, args: &BenchArgs) -> Result<Vec<Row>, String> {
    let (arguments, our_arguments) = (program.arguments(args.quick), program.our_arguments(args.quick));
    let mut runs = if args.quick { 2 } else { args.runs.max(1) };
    if program.group == Group::Startup && !args.quick {
        runs *= 4; // a few milliseconds each
    }
    let mut rows = Vec::new();
    for round in 0..=runs {
        let theirs = measure::run(python, &arguments)?;
        let mine = measure::run(ours, &our_arguments)?;
        if let Some(failure) = disagreement(program, &theirs, &mine) {
            return Ok(vec![Row::failed(program.group, &program.name, failure)]);
        }
        let pairs = program.figures(&theirs).into_iter().zip(program.figures(&mine));
        for (index, ((name, their), (_, my))) in pairs.enumerate() {
            if round == 0 {
                rows.push(Row::new(program.group, &name));
            } else {
                rows[index].cpython.push(their, &theirs);
                rows[index].gilscope.push(my, &mine);
            }
        }
    }
    Ok(rows)
}

/// What is wrong when the two did not give the same answer.
fn disagreement(program: &Program, theirs: &Measure, mine: &Measure) -> Option<String> {
    let names = |measure: &Measure| program.figures(measure).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    match (&theirs.answer, &mine.answer) {
        (Ok(_), Ok(_)) if program.group == Group::Probes && names(theirs) == names(mine) => None,
        (Ok(a), Ok(b)) if a == b => None,
        (Ok(a), Ok(b)) => Some(format!("CPython says {}, gilscope says {}", shorten(a), shorten(b))),
        (Err(error), _) => Some(format!("CPython failed: {error}")),
        (_, Err(error)) => Some(format!("gilscope failed: {error}")),
    }
}

fn shorten(answer: &str) -> String {
    let line = answer.lines().next().unwrap_or_default();
    line.chars().take(40).collect()
}
