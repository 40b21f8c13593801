//! The same figure of several runs.

use std::time::Duration;

use serde_json::{Value, json};

use crate::measure::Measure;

/// Which of several runs speaks for all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// The best: noise only ever adds.
    Best,
    /// The one in the middle: what to expect.
    Median,
}

/// One figure of all runs of a program on one interpreter; less is better.
#[derive(Debug, Default)]
pub struct Series {
    pub values: Vec<f64>,
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

    pub fn of(&self, by: By) -> f64 {
        choose(by, &self.values)
    }

    /// User and system time of a run, in seconds.
    pub fn cpu(&self, by: By) -> f64 {
        choose(by, &self.cpu.iter().map(Duration::as_secs_f64).collect::<Vec<_>>())
    }

    /// The most memory of any run, in bytes.
    pub fn peak(&self) -> f64 {
        self.peak as f64
    }

    pub fn json(&self) -> Value {
        json!({
            "min": self.of(By::Best),
            "median": self.of(By::Median),
            "values": self.values,
            "cpu_ms": self.cpu.iter().map(|time| time.as_secs_f64() * 1000.0).collect::<Vec<_>>(),
            "peak_bytes": self.peak,
        })
    }
}

fn choose(by: By, values: &[f64]) -> f64 {
    match by {
        By::Best => values.iter().copied().fold(f64::INFINITY, f64::min),
        By::Median => median(values),
    }
}

/// The value in the middle, the upper one of two.
pub fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN)
}
