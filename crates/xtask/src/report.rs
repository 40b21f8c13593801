//! The table of the benchmark, its means, and the JSON file.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::alone::Figure;
use crate::compare::Baseline;
use crate::program::Group;
use crate::series::{By, Series};

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

    /// CPython's time divided by ours: above 1 we are faster.
    pub fn ratio(&self, by: By) -> f64 {
        self.cpython.of(by) / self.gilscope.of(by)
    }

    /// The ratio of each pair of runs.
    fn ratios(&self) -> Vec<f64> {
        self.cpython.values.iter().zip(&self.gilscope.values).map(|(a, b)| a / b).collect()
    }

    /// The lowest and the highest ratio of a pair.
    fn spread(&self) -> (f64, f64) {
        self.ratios().into_iter().fold((f64::INFINITY, 0.0), |(low, high), ratio| (low.min(ratio), high.max(ratio)))
    }

    fn json(&self) -> Value {
        match &self.failure {
            Some(failure) => json!({ "failure": failure }),
            None => json!({
                "ratio": self.ratio(By::Best),
                "ratio_of_medians": self.ratio(By::Median),
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
        "{:<43} {:>17}  {:>17}  {:>6}  {:<13} {:>13}",
        "program", "CPython", "gilscope", "ratio", "pairs", "memory"
    );
}

/// What only gilscope does.
pub fn print_figure(figure: &Figure, baseline: &Baseline) {
    let key = format!("alone/{}", figure.name);
    let change = baseline.remark(&key, &figure.values);
    println!("{key:<43} {:>17.2}  {}{change}", figure.value(figure.by), figure.about);
}

pub fn print_row(row: &Row, baseline: &Baseline) {
    if let Some(failure) = &row.failure {
        println!("{:<43} FAILED  {failure}", row.key());
        return;
    }
    let times = |series: &Series| format!("{} / {}", figure(series.of(By::Best)), figure(series.of(By::Median)));
    let (low, high) = row.spread();
    let megabytes = |series: &Series| series.peak() / 1e6;
    println!(
        "{:<43} {:>17}  {:>17}  {:>6.2}  {:<13} {:>5.1} / {:>5.1}{}",
        row.key(),
        times(&row.cpython),
        times(&row.gilscope),
        row.ratio(By::Best),
        format!("{low:.2} … {high:.2}"),
        megabytes(&row.cpython),
        megabytes(&row.gilscope),
        baseline.remark(&row.key(), &row.ratios()),
    );
}

/// Three digits are enough to compare, and small figures need them behind the point.
fn figure(value: f64) -> String {
    format!("{value:.*}", if value.abs() < 1.0 { 3 } else { 1 })
}

/// Per group the geometric mean and the worst.
pub fn print_summary(rows: &[Row]) {
    println!();
    // The figures of probes are of different kinds: a mean of them means nothing.
    for group in Group::BENCH.into_iter().filter(|&group| group != Group::Probes) {
        let of_group = rows.iter().filter(|row| row.group == group && row.failure.is_none());
        let ratios: Vec<(f64, &str)> = of_group.map(|row| (row.ratio(By::Best), row.name.as_str())).collect();
        let Some((worst, name)) = ratios.iter().min_by(|a, b| a.0.total_cmp(&b.0)) else { continue };
        let mean = (ratios.iter().map(|(ratio, _)| ratio.ln()).sum::<f64>() / ratios.len() as f64).exp();
        println!("{:<8} geometric mean {mean:.2} of {}, worst {worst:.2} ({name})", group.name(), ratios.len());
    }
    let failed = rows.iter().filter(|row| row.failure.is_some()).count();
    if failed > 0 {
        println!("{failed} of {} programs failed", rows.len());
    }
}

pub fn write_json(file: &Path, rows: &[Row], alone: &[Figure]) -> Result<(), String> {
    let programs: serde_json::Map<String, Value> = rows.iter().map(|row| (row.key(), row.json())).collect();
    let figures: serde_json::Map<String, Value> =
        alone.iter().map(|figure| (figure.name.into(), figure.json())).collect();
    let text = format!("{:#}\n", json!({ "schema": 4, "programs": programs, "alone": figures }));
    fs::write(file, text).map_err(|error| format!("{}: {error}", file.display()))
}
