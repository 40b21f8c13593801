//! What only gilscope does, measured: exploring, recording, simulating; and what starting a process takes at least.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::measure::{self, Measure};
use crate::root;
use crate::series::{By, median};

/// A program of which the two kinds of runs are compared: threads that compute.
const COMPUTING: &str = "threads/cpu_in_threads.py";

/// Runs of which the best counts.
const REPEATS: usize = 5;

/// One figure, with what it is.
#[derive(Debug)]
pub struct Figure {
    pub name: &'static str,
    /// What each run, or each pair of runs, said.
    pub values: Vec<f64>,
    /// What came of the best runs of each kind together.
    best: f64,
    /// Which of the two is shown.
    pub by: By,
    pub about: String,
}

impl Figure {
    pub fn value(&self, by: By) -> f64 {
        match by {
            By::Best => self.best,
            By::Median => median(&self.values),
        }
    }

    pub fn json(&self) -> Value {
        json!({ "best": self.best, "median": self.value(By::Median), "values": self.values, "about": self.about })
    }

    #[cfg(test)]
    pub fn made_up(name: &'static str, value: f64) -> Figure {
        Figure { name, values: vec![value], best: value, by: By::Best, about: String::new() }
    }
}

/// Sizes of a full and of a quick run.
struct Scale {
    explored: u64,
    explored_each: u64,
    computing: u64,
    rounds: u64,
    pairs: usize,
}

const FULL: Scale =
    Scale { explored: 100_000, explored_each: 40_000, computing: 1_000_000, rounds: 200_000, pairs: 15 };
const QUICK: Scale = Scale { explored: 2_000, explored_each: 2_000, computing: 20_000, rounds: 20_000, pairs: 2 };

/// Measures everything.
pub fn run(gilscope: &Path, quick: bool) -> Result<Vec<Figure>, String> {
    let scale = if quick { QUICK } else { FULL };
    Ok(vec![
        explore(gilscope, "explore.executions_a_second", scale.explored, &[])?,
        explore(gilscope, "explore.every_1_executions_a_second", scale.explored_each, &["--every", "1"])?,
        recording(gilscope, &scale)?,
        simulation(gilscope, &scale)?,
        switches(gilscope, &scale)?,
        least_start(&scale)?,
    ])
}

/// How many executions a second `gilscope explore` makes.
fn explore(gilscope: &Path, name: &'static str, executions: u64, rules: &[&str]) -> Result<Figure, String> {
    let script = bench("alone/three_increments.py");
    let mut values = Vec::new();
    for _ in 0..REPEATS {
        let mut command = Command::new(gilscope);
        command.args(["explore", "--runs", &executions.to_string()]).args(rules).arg(&script);
        let output = command.stdin(Stdio::null()).output().map_err(|error| error.to_string())?;
        let text = String::from_utf8_lossy(&output.stderr);
        let speed = text.trim_end().rsplit_once(": ").and_then(|(_, speed)| speed.split(' ').next()?.parse().ok());
        values.push(speed.ok_or_else(|| format!("gilscope explore says {text}"))?);
    }
    let best = values.iter().copied().fold(0.0, f64::max);
    let about = format!("best of {REPEATS} × {executions} executions");
    Ok(Figure { name, values, best, by: By::Best, about })
}

/// What recording costs a program that computes: user and system time of pairs of runs, with and without, in turn.
fn recording(gilscope: &Path, scale: &Scale) -> Result<Figure, String> {
    let program = [bench(COMPUTING).display().to_string(), scale.computing.to_string()];
    let trace = std::env::temp_dir().join(format!("gilscope-bench-{}.trace", std::process::id()));
    let with = ["run".into(), "--trace".into(), trace.display().to_string()];
    let times = pairs(gilscope, scale.pairs, &with, &["run".to_string()], &program);
    // What is not there need not be removed.
    let _ = std::fs::remove_file(&trace);
    let times = times?;
    let percent = |(with, without): (f64, f64)| 100.0 * (with / without - 1.0);
    let values: Vec<f64> = times.iter().copied().map(percent).collect();
    let (low, high) = (least(values.iter().copied()), -least(values.iter().map(|value| -value)));
    let about = format!("CPU time, median of {} pairs; {low:.1} … {high:.1}", values.len());
    Ok(Figure { name: "recording.percent", values, best: percent(best(&times)), by: By::Median, about })
}

/// How fast simulations are against the same program in real time.
fn simulation(gilscope: &Path, scale: &Scale) -> Result<Figure, String> {
    let computing = [bench(COMPUTING).display().to_string(), scale.computing.to_string()];
    let simulated = ["run".to_string(), "--sim".to_string()];
    let times = pairs(gilscope, scale.pairs.min(7), &["run".to_string()], &simulated, &computing)?;
    let speed = |(real, simulated): (f64, f64)| real / simulated;
    let values: Vec<f64> = times.iter().copied().map(speed).collect();
    let about = format!("CPU time in real time ÷ simulated, median of {} pairs", values.len());
    Ok(Figure { name: "simulation.speed", values, best: speed(best(&times)), by: By::Median, about })
}

/// How many switches a second a simulation makes.
fn switches(gilscope: &Path, scale: &Scale) -> Result<Figure, String> {
    let program = bench("alone/ping_pong.py").display().to_string();
    let time = |rounds: u64| -> Result<f64, String> {
        let mut arguments: Vec<String> = ["run", "--sim", "--every", "1"].map(str::to_string).into();
        arguments.extend([program.clone(), rounds.to_string()]);
        Ok(answered(gilscope, &arguments)?.cpu.as_secs_f64())
    };
    let mut times = Vec::new();
    for _ in 0..REPEATS {
        times.push((time(scale.rounds)?, time(2 * scale.rounds)?));
    }
    // Three instructions a round, in each of two threads; twice as many rounds take away what is not the loop.
    let speed = |(short, long): (f64, f64)| 6.0 * scale.rounds as f64 / (long - short).max(1e-9);
    Ok(Figure {
        name: "simulation.switches_a_second",
        values: times.iter().copied().map(speed).collect(),
        best: speed(best(&times)),
        by: By::Best,
        about: format!("two threads, a switch after each instruction; CPU time, best of {REPEATS}"),
    })
}

/// How long a process takes that does nothing: milliseconds.
fn least_start(scale: &Scale) -> Result<Figure, String> {
    let mut values = Vec::new();
    for _ in 0..scale.pairs.max(5) * 2 {
        values.push(measure::run(Path::new("true"), &[])?.wall.as_secs_f64() * 1e3);
    }
    let about = format!("best of {}", values.len());
    Ok(Figure { name: "start.true_ms", best: least(values.iter().copied()), values, by: By::Best, about })
}

/// The CPU times, in seconds, of so many runs of both kinds, in pairs; which is first changes.
fn pairs(
    gilscope: &Path,
    count: usize,
    first: &[String],
    second: &[String],
    program: &[String],
) -> Result<Vec<(f64, f64)>, String> {
    let time = |options: &[String]| {
        answered(gilscope, &[options, program].concat()).map(|measure| measure.cpu.as_secs_f64().max(1e-9))
    };
    let mut times = Vec::new();
    for pair in 0..count.max(1) {
        times.push(if pair % 2 == 0 {
            (time(first)?, time(second)?)
        } else {
            let other = time(second)?;
            (time(first)?, other)
        });
    }
    Ok(times)
}

/// The least of the one kind and the least of the other.
fn best(times: &[(f64, f64)]) -> (f64, f64) {
    (least(times.iter().map(|pair| pair.0)), least(times.iter().map(|pair| pair.1)))
}

fn least(values: impl Iterator<Item = f64>) -> f64 {
    values.fold(f64::INFINITY, f64::min)
}

fn answered(gilscope: &Path, arguments: &[String]) -> Result<Measure, String> {
    let measure = measure::run(gilscope, arguments)?;
    match &measure.answer {
        Ok(_) => Ok(measure),
        Err(error) => Err(format!("gilscope {}: {error}", arguments.join(" "))),
    }
}

/// A file of the benchmark.
pub fn bench(name: &str) -> PathBuf {
    root().join("crates/xtask/bench").join(name)
}
