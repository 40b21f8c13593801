//! The table of the benchmark, its means, and the JSON file.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};

use crate::alone::Figure;
use crate::measure::Measure;
use crate::program::Group;

/// One figure of all runs of a program on one interpreter.
#[derive(Debug, Default)]
pub struct Series {
    values: Vec<f64>,
    cpu: Vec<Duration>,
    peak: u64,
}

impl Series {
    /// Takes one more run in, with the figure in question.
    pub fn push(&mut self, value: f64, measure: &Measure) {
        self.values.push(value);
        self.cpu.push(measure.cpu);
        self.peak = self.peak.max(measure.peak);
    }

    /// The best one.
    pub fn min(&self) -> f64 {
        self.values.iter().copied().fold(f64::INFINITY, f64::min)
    }

    /// The least user and system time of a run, in seconds.
    pub fn min_cpu(&self) -> f64 {
        self.cpu.iter().map(Duration::as_secs_f64).fold(f64::INFINITY, f64::min)
    }

    fn median(&self) -> f64 {
        let mut sorted = self.values.clone();
        sorted.sort_by(f64::total_cmp);
        sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN)
    }

    /// The most memory of any run, in bytes.
    pub fn peak(&self) -> f64 {
        self.peak as f64
    }

    fn json(&self) -> Value {
        json!({
            "min": self.min(),
            "median": self.median(),
            "values": self.values,
            "cpu_ms": self.cpu.iter().map(|time| time.as_secs_f64() * 1000.0).collect::<Vec<_>>(),
            "peak_bytes": self.peak,
        })
    }
}

/// One program.
#[derive(Debug)]
pub struct Row {
    pub group: Group,
    pub name: String,
    pub cpython: Series,
    pub gilscope: Series,
    /// Why there is nothing to compare.
    pub failure: Option<String>,
}

impl Row {
    pub fn new(group: Group, name: &str) -> Row {
        Row { group, name: name.into(), cpython: Series::default(), gilscope: Series::default(), failure: None }
    }

    /// A program that gave nothing to compare.
    pub fn failed(group: Group, name: &str, why: String) -> Row {
        Row { failure: Some(why), ..Row::new(group, name) }
    }

    fn key(&self) -> String {
        format!("{}/{}", self.group.name(), self.name)
    }

    /// CPython's time divided by ours: above 1 we are faster. The best runs are compared: noise only ever adds.
    pub fn ratio(&self) -> f64 {
        self.cpython.min() / self.gilscope.min()
    }

    /// The lowest and the highest ratio of a pair.
    fn spread(&self) -> (f64, f64) {
        let ratios = self.cpython.values.iter().zip(&self.gilscope.values).map(|(a, b)| a / b);
        ratios.fold((f64::INFINITY, 0.0), |(low, high), ratio| (low.min(ratio), high.max(ratio)))
    }

    fn json(&self) -> Value {
        match &self.failure {
            Some(failure) => json!({ "failure": failure }),
            None => json!({
                "ratio": self.ratio(),
                "spread": [self.spread().0, self.spread().1],
                "cpython": self.cpython.json(),
                "gilscope": self.gilscope.json(),
            }),
        }
    }
}

pub fn print_head() {
    println!(
        "best / median, in ms unless the name has a unit; ratio: CPython's divided by gilscope's; memory: peak, in MB\n"
    );
    println!(
        "{:<38} {:>15}  {:>15}  {:>6}  {:<13} {:>13}",
        "program", "CPython", "gilscope", "ratio", "pairs", "memory"
    );
}

/// What only gilscope does.
pub fn print_figure(figure: &Figure) {
    println!("alone/{:<32} {:>15.2}  {}", figure.name, figure.value, figure.about);
}

pub fn print_row(row: &Row, baseline: Option<&Baseline>) {
    if let Some(failure) = &row.failure {
        println!("{:<38} FAILED  {failure}", row.key());
        return;
    }
    let times = |series: &Series| format!("{} / {}", figure(series.min()), figure(series.median()));
    let (low, high) = row.spread();
    let megabytes = |series: &Series| series.peak as f64 / 1e6;
    let change = baseline.and_then(|rows| change(row, rows)).unwrap_or_default();
    println!(
        "{:<38} {:>15}  {:>15}  {:>6.2}  {:<13} {:>5.1} / {:>5.1}{change}",
        row.key(),
        times(&row.cpython),
        times(&row.gilscope),
        row.ratio(),
        format!("{low:.2} … {high:.2}"),
        megabytes(&row.cpython),
        megabytes(&row.gilscope),
    );
}

/// Three digits are enough to compare, and small figures need them behind the point.
fn figure(value: f64) -> String {
    format!("{value:.*}", if value.abs() < 1.0 { 3 } else { 1 })
}

/// Per group the geometric mean and the worst, and what CPU-bound threads cost against the same work in sequence.
pub fn print_summary(rows: &[Row]) {
    println!();
    // The figures of probes are of different kinds: a mean of them means nothing.
    for group in Group::BENCH.into_iter().filter(|&group| group != Group::Probes) {
        let ratios: Vec<(f64, &str)> = rows
            .iter()
            .filter(|row| row.group == group && row.failure.is_none())
            .map(|row| (row.ratio(), row.name.as_str()))
            .collect();
        if ratios.is_empty() {
            continue;
        }
        let mean = (ratios.iter().map(|(ratio, _)| ratio.ln()).sum::<f64>() / ratios.len() as f64).exp();
        let (worst, name) =
            ratios.iter().fold((f64::INFINITY, ""), |low, &this| if this.0 < low.0 { this } else { low });
        println!("{:<8} geometric mean {mean:.2} of {}, worst {worst:.2} ({name})", group.name(), ratios.len());
    }
    let find = |name: &str| rows.iter().find(|row| row.name == name && row.failure.is_none());
    if let (Some(threads), Some(sequence)) = (find("cpu_in_threads"), find("cpu_in_sequence")) {
        let cost = |side: fn(&Row) -> &Series, of: fn(&Series) -> f64| of(side(threads)) / of(side(sequence));
        for (what, of) in [("", Series::min as fn(&Series) -> f64), (", processor time", Series::min_cpu)] {
            println!(
                "CPU-bound in four threads ÷ in sequence{what}: CPython {:.2}, gilscope {:.2}",
                cost(|row| &row.cpython, of),
                cost(|row| &row.gilscope, of)
            );
        }
    }
    if let (Some(usual), Some(fair)) =
        (find("late_sleeper.beside_4_ns_per_round"), find("late_sleeper_fair.beside_4_ns_per_round"))
    {
        println!(
            "four CPU-bound threads beside a sleeper, speed under the model fair ÷ under py3.13: {:.2}",
            usual.gilscope.median() / fair.gilscope.median()
        );
    }
    let failed = rows.iter().filter(|row| row.failure.is_some()).count();
    if failed > 0 {
        println!("{failed} of {} programs failed", rows.len());
    }
}

/// The ratios of an earlier run and how far they spread.
pub type Baseline = BTreeMap<String, (f64, f64, f64)>;

pub fn read_baseline(file: &Path) -> Result<Baseline, String> {
    let problem = |error: &dyn std::fmt::Display| format!("{}: {error}", file.display());
    let text = fs::read_to_string(file).map_err(|error| problem(&error))?;
    let value: Value = serde_json::from_str(&text).map_err(|error| problem(&error))?;
    let programs = value["programs"].as_object().ok_or_else(|| problem(&"not a file of `--json`"))?;
    let number = |value: &Value| value.as_f64();
    let rows = programs.iter().filter_map(|(key, row)| {
        Some((key.clone(), (number(&row["ratio"])?, number(&row["spread"][0])?, number(&row["spread"][1])?)))
    });
    Ok(rows.collect())
}

/// A change counts when each ratio of the one is above each of the other: of five pairs and five, that comes by chance once
/// in 126 times (the rank test of Mann and Whitney, U = 0, both sides).
fn change(row: &Row, baseline: &Baseline) -> Option<String> {
    let (before, low, high) = *baseline.get(&row.key())?;
    let (now_low, now_high) = row.spread();
    let percent = 100.0 * (row.ratio() / before - 1.0);
    let real = now_low > high || now_high < low;
    Some(format!("   {percent:+.0} %{}", if real { "" } else { " (noise)" }))
}

pub fn write_json(file: &Path, rows: &[Row], alone: &[Figure]) -> Result<(), String> {
    let programs: serde_json::Map<String, Value> = rows.iter().map(|row| (row.key(), row.json())).collect();
    let figures: serde_json::Map<String, Value> =
        alone.iter().map(|figure| (figure.name.into(), figure.value.into())).collect();
    let text = format!("{:#}\n", json!({ "schema": 3, "programs": programs, "alone": figures }));
    fs::write(file, text).map_err(|error| format!("{}: {error}", file.display()))
}
