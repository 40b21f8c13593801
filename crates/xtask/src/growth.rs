//! `cargo xtask growth`: does the time for one item stay the same when there are ten and a hundred times as many?

use std::path::{Path, PathBuf};

use clap::Args;

use crate::bench;
use crate::cpython;
use crate::measure;
use crate::program::{self, Group, Program};

/// The sizes, as multiples of the program's own.
const FACTORS: [u64; 3] = [1, 10, 100];

/// From ×10 to ×100 an item may take so many times as long before it counts as growing: caches and noise take some.
const TOLERANCE: f64 = 1.6;

#[derive(Debug, Args)]
pub struct GrowthArgs {
    /// Only programs whose name contains this.
    #[arg(long, value_name = "TEXT")]
    filter: Option<String>,
    /// How many runs; the best one counts.
    #[arg(long, value_name = "N", default_value_t = 3)]
    runs: usize,
    /// Use this gilscope instead of building one.
    #[arg(long, value_name = "FILE")]
    gilscope: Option<PathBuf>,
}

/// Prints the time of one item at each size; false when a program fails.
pub fn run(args: &GrowthArgs) -> Result<bool, String> {
    let python = cpython::find()?;
    let ours = args.gilscope.clone().map_or_else(|| bench::build("release"), Ok)?;
    let wanted = args.filter.as_deref().unwrap_or_default();
    println!("ns for one item at ×1, ×10, ×100 of the size, start-up taken off\n");
    println!("{:<20} {:>9}  {:>27}  {:>27}", "program", "size", "CPython", "gilscope");
    for program in program::of(Group::Growth)?.iter().filter(|p| p.name.contains(wanted)) {
        let theirs = per_item(program, &python, args.runs)?;
        let mine = per_item(program, &ours, args.runs)?;
        let times = |all: [f64; 3]| all.map(|ns| format!("{ns:>8.0}")).join(" ");
        let growing = if mine[2] / mine[1] > TOLERANCE { "  grows" } else { "" };
        let size = program.size().unwrap_or_default();
        println!("{:<20} {size:>9}  {:>27}  {:>27}{growing}", program.name, times(theirs), times(mine));
    }
    Ok(true)
}

/// Nanoseconds for one item at each size.
fn per_item(program: &Program, interpreter: &Path, runs: usize) -> Result<[f64; 3], String> {
    let size = program.size().ok_or_else(|| format!("{}: its size is no number", program.name))?;
    let start_up = best(interpreter, &["-c".into(), "pass".into()], runs)?;
    let mut times = [0.0; 3];
    for (time, factor) in times.iter_mut().zip(FACTORS) {
        let items = size * factor;
        let arguments = [program.path.display().to_string(), items.to_string()];
        *time = (best(interpreter, &arguments, runs)? - start_up).max(0.0) / items as f64;
    }
    Ok(times)
}

/// The least wall time of so many runs, in nanoseconds.
fn best(interpreter: &Path, arguments: &[String], runs: usize) -> Result<f64, String> {
    let mut least = f64::INFINITY;
    for _ in 0..runs.max(1) {
        let measure = measure::run(interpreter, arguments)?;
        measure.answer.map_err(|error| format!("{} {}: {error}", interpreter.display(), arguments.join(" ")))?;
        least = least.min(measure.wall.as_nanos() as f64);
    }
    Ok(least)
}
