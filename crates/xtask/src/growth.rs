//! `cargo xtask growth`: does the time for one item stay the same when there are ten and a hundred times as many?

use std::path::{Path, PathBuf};

use clap::Args;

use crate::alone;
use crate::bench;
use crate::cpython;
use crate::machine;
use crate::measure;
use crate::program::{self, Group, Program};

/// The sizes, as multiples of the program's own.
const FACTORS: [u64; 3] = [1, 10, 100];

/// From ×10 to ×100 an item may take so many times as long before it counts as growing: caches and noise take some, and
/// time that grows as the 1.2th power of the size takes 1.58.
const TOLERANCE: f64 = 1.6;

/// Hand-overs in the least trace, and the events that each makes: both threads take and release a lock and the GIL.
const HAND_OVERS: u64 = 2_000;
const EVENTS_EACH: u64 = 12;

/// What is done with long traces, and the words for it before the file.
const VIEWS: [(&str, &[&str]); 6] = [
    ("trace_check", &["trace", "--check"]),
    ("trace_summary", &["trace", "--summary"]),
    ("trace_timeline", &["trace", "--timeline"]),
    ("trace_ledger", &["trace", "--json"]),
    ("trace_a_moment", &["trace", "--from", "4ms", "--to", "5ms"]),
    ("step_opened_inside", &["step", "--plain", "--lines", "1", "--at"]),
];

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

/// Nanoseconds for one item at each size.
type Times = [f64; 3];

/// Prints the time of one item at each size; an error when a program fails.
pub fn run(args: &GrowthArgs) -> Result<bool, String> {
    let python = cpython::find()?;
    let ours = args.gilscope.clone().map_or_else(|| bench::build("release"), Ok)?;
    let wanted = args.filter.as_deref().unwrap_or_default();
    println!("ns for one item at ×1, ×10, ×100 of the size, start-up taken off; best of {} runs", args.runs.max(1));
    println!("grows: at ×100 an item takes more than {TOLERANCE} times as long as at ×10\n{}\n", machine::describe());
    println!("{:<20} {:>9}  {:>20}{:>35}", "program", "size", "CPython", "gilscope");
    for program in program::of(Group::Growth)?.iter().filter(|p| p.name.contains(wanted)) {
        let theirs = per_item(program, &python, args.runs)?;
        let mine = per_item(program, &ours, args.runs)?;
        print_row(&program.name, program.size().unwrap_or_default(), Some(theirs), mine);
    }
    if "trace_recorded".contains(wanted) || VIEWS.iter().any(|(name, _)| name.contains(wanted)) {
        let traces = traces(&ours, args.runs)?;
        traces.iter().filter(|(name, _)| name.contains(wanted)).for_each(|(name, times)| {
            print_row(name, HAND_OVERS * EVENTS_EACH, None, *times);
        });
    }
    Ok(true)
}

fn print_row(name: &str, size: u64, theirs: Option<Times>, mine: Times) {
    let list = |all: Times| all.map(|ns| format!("{ns:>8.0}")).join(" ") + &format!(" {:<5}", growth(all));
    let theirs = theirs.map_or_else(|| format!("{:>26}", "–"), list);
    println!("{name:<20} {size:>9}  {theirs:<32}  {}", list(mine).trim_end());
}

/// Empty, or a mark.
fn growth(times: Times) -> &'static str {
    if times[2] / times[1] > TOLERANCE { "grows" } else { "" }
}

/// Nanoseconds for one item at each size.
fn per_item(program: &Program, interpreter: &Path, runs: usize) -> Result<Times, String> {
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

/// Nanoseconds for one event at each length of a trace: to record it, and for each view of it.
fn traces(gilscope: &Path, runs: usize) -> Result<Vec<(&'static str, Times)>, String> {
    let folder = std::env::temp_dir().join(format!("gilscope-growth-{}", std::process::id()));
    std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let rows = traces_in(&folder, gilscope, runs);
    // What stays behind does no harm.
    let _ = std::fs::remove_dir_all(&folder);
    rows
}

fn traces_in(folder: &Path, gilscope: &Path, runs: usize) -> Result<Vec<(&'static str, Times)>, String> {
    let script = alone::bench("alone/hand_overs.py").display().to_string();
    let file = |items: u64| folder.join(format!("{items}.giltrace")).display().to_string();
    let time = |view: &[&str], items: u64| -> Result<f64, String> {
        let mut words: Vec<String> = view.iter().map(|word| word.to_string()).collect();
        match view {
            ["run", ..] => words.extend([file(items), script.clone(), items.to_string()]),
            ["step", ..] => words.extend([(items * EVENTS_EACH / 2).to_string(), file(items)]),
            _ => words.push(file(items)),
        }
        best(gilscope, &words, runs)
    };
    let recorded: (&str, &[&str]) = ("trace_recorded", &["run", "--trace"]);
    let mut rows = Vec::new();
    for (name, view) in [recorded].into_iter().chain(VIEWS) {
        let nothing = time(view, 1)?;
        let mut times = [0.0; 3];
        for (time_each, factor) in times.iter_mut().zip(FACTORS) {
            let items = HAND_OVERS * factor;
            *time_each = (time(view, items)? - nothing).max(0.0) / (items * EVENTS_EACH) as f64;
        }
        rows.push((name, times));
    }
    Ok(rows)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_grows_is_marked() {
        assert_eq!(growth([900.0, 100.0, 150.0]), "", "what small sizes cost more is not growth");
        assert_eq!(growth([100.0, 110.0, 180.0]), "grows", "a cache that is too small for it");
        assert_eq!(growth([10.0, 100.0, 1000.0]), "grows", "each item looks at all");
        let power = |size: f64| size.powf(1.5) / size;
        assert_eq!(growth([power(1.0), power(10.0), power(100.0)]), "grows");
    }
}
