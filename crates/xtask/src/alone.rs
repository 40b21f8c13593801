//! What only gilscope does, measured: exploring, recording, simulating; and what starting a process takes at least.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::measure::{self, Measure};
use crate::root;

/// A program of which the two kinds of runs are compared: threads that compute.
const COMPUTING: &str = "threads/cpu_in_threads.py";

/// One figure, with what it is.
#[derive(Debug)]
pub struct Figure {
    pub name: &'static str,
    pub value: f64,
    pub about: String,
}

/// Sizes of a full and of a quick run.
struct Scale {
    explored: u64,
    computing: u64,
    rounds: u64,
    pairs: usize,
}

const FULL: Scale = Scale { explored: 100_000, computing: 1_000_000, rounds: 300_000, pairs: 15 };
const QUICK: Scale = Scale { explored: 2_000, computing: 20_000, rounds: 20_000, pairs: 2 };

/// Measures everything.
pub fn run(gilscope: &Path, quick: bool) -> Result<Vec<Figure>, String> {
    let scale = if quick { QUICK } else { FULL };
    let recording = recording(gilscope, &scale)?;
    let mut figures = vec![explore(gilscope, &scale, &[])?, explore(gilscope, &scale, &["--every", "1"])?];
    figures.extend(recording);
    figures.extend(simulation(gilscope, &scale)?);
    figures.push(least_start(&scale)?);
    Ok(figures)
}

/// How many executions a second `gilscope explore` makes.
fn explore(gilscope: &Path, scale: &Scale, rules: &[&str]) -> Result<Figure, String> {
    let script = bench("alone/three_increments.py");
    let mut best = 0.0_f64;
    for _ in 0..5 {
        let mut command = Command::new(gilscope);
        command.args(["explore", "--runs", &scale.explored.to_string()]).args(rules).arg(&script);
        let output = command.stdin(Stdio::null()).output().map_err(|error| error.to_string())?;
        let text = String::from_utf8_lossy(&output.stderr);
        let speed = text.trim_end().rsplit_once(": ").and_then(|(_, speed)| speed.split(' ').next()?.parse().ok());
        best = best.max(speed.ok_or_else(|| format!("gilscope explore says {text}"))?);
    }
    let name = if rules.is_empty() { "explore.executions_a_second" } else { "explore.every_1_executions_a_second" };
    let about = format!("best of 5 × {} executions", scale.explored);
    Ok(Figure { name, value: best, about })
}

/// What recording costs a program that computes: user and system time of pairs of runs, with and without, in turn.
fn recording(gilscope: &Path, scale: &Scale) -> Result<Vec<Figure>, String> {
    let program = [bench(COMPUTING).display().to_string(), scale.computing.to_string()];
    let trace = std::env::temp_dir().join(format!("gilscope-bench-{}.trace", std::process::id()));
    let with: Vec<String> = ["run".into(), "--trace".into(), trace.display().to_string()].into();
    let ratios = pairs(gilscope, scale.pairs, &with, &["run".to_string()], &program);
    // What is not there need not be removed.
    let _ = std::fs::remove_file(&trace);
    let mut ratios = ratios?;
    ratios.sort_by(f64::total_cmp);
    let percent = |ratio: f64| 100.0 * (ratio - 1.0);
    let spread = format!("{:.1} … {:.1}", percent(ratios[0]), percent(ratios[ratios.len() - 1]));
    let about = format!("CPU time, median of {} pairs; {spread}", ratios.len());
    Ok(vec![Figure { name: "recording.percent", value: percent(median(&ratios)), about }])
}

/// How fast simulations are: against the same program in real time, and how many switches they make.
fn simulation(gilscope: &Path, scale: &Scale) -> Result<Vec<Figure>, String> {
    let computing = [bench(COMPUTING).display().to_string(), scale.computing.to_string()];
    let simulated: Vec<String> = ["run".into(), "--sim".into()].into();
    let mut ratios = pairs(gilscope, scale.pairs.min(7), &["run".to_string()], &simulated, &computing)?;
    ratios.sort_by(f64::total_cmp);
    let speed = Figure {
        name: "simulation.speed",
        value: median(&ratios),
        about: format!("CPU time in real time ÷ simulated, median of {} pairs", ratios.len()),
    };
    let switching = bench("alone/ping_pong.py").display().to_string();
    let time = |rounds: u64| -> Result<f64, String> {
        let mut arguments: Vec<String> = ["run", "--sim", "--every", "1"].map(str::to_string).into();
        arguments.extend([switching.clone(), rounds.to_string()]);
        let mut best = f64::INFINITY;
        for _ in 0..5 {
            best = best.min(answered(gilscope, &arguments)?.cpu.as_secs_f64());
        }
        Ok(best)
    };
    // Three instructions a round, in each of two threads; twice as many rounds take away what is not the loop.
    let (short, long) = (time(scale.rounds)?, time(2 * scale.rounds)?);
    let switches = Figure {
        name: "simulation.switches_a_second",
        value: 6.0 * scale.rounds as f64 / (long - short).max(1e-9),
        about: "two threads, a switch after each instruction; CPU time, best of 5".into(),
    };
    Ok(vec![speed, switches])
}

/// How long a process takes that does nothing: milliseconds.
fn least_start(scale: &Scale) -> Result<Figure, String> {
    let mut times = Vec::new();
    for _ in 0..scale.pairs.max(5) * 2 {
        times.push(measure::run(Path::new("true"), &[])?.wall.as_secs_f64() * 1e3);
    }
    times.sort_by(f64::total_cmp);
    Ok(Figure { name: "start.true_ms", value: times[0], about: format!("best of {}", times.len()) })
}

/// The CPU time of the first kind of run divided by that of the second, pair by pair; which is first changes.
fn pairs(
    gilscope: &Path,
    count: usize,
    first: &[String],
    second: &[String],
    program: &[String],
) -> Result<Vec<f64>, String> {
    let time = |options: &[String]| answered(gilscope, &[options, program].concat()).map(|m| m.cpu.as_secs_f64());
    let mut ratios = Vec::new();
    for pair in 0..count.max(1) {
        let (one, other) = match pair % 2 {
            0 => (time(first)?, time(second)?),
            _ => {
                let other = time(second)?;
                (time(first)?, other)
            }
        };
        ratios.push(one / other.max(1e-9));
    }
    Ok(ratios)
}

fn answered(gilscope: &Path, arguments: &[String]) -> Result<Measure, String> {
    let measure = measure::run(gilscope, arguments)?;
    match &measure.answer {
        Ok(_) => Ok(measure),
        Err(error) => Err(format!("gilscope {}: {error}", arguments.join(" "))),
    }
}

fn bench(name: &str) -> PathBuf {
    root().join("crates/xtask/bench").join(name)
}

/// Of a sorted list.
fn median(sorted: &[f64]) -> f64 {
    sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN)
}
