//! `cargo xtask count`: how many instructions each program takes, which no busy neighbour changes.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use clap::Args;
use serde_json::json;

use crate::bench;
use crate::program::{self, Group, Program};

/// The groups that are counted, and by how many percent two counts of the same binary differ at most: hash seeds and
/// addresses are not the same in each run, and neither is where threads take turns.
const GROUPS: [(Group, f64); 3] = [(Group::Startup, 0.1), (Group::Single, 0.1), (Group::Threads, 2.0)];

#[derive(Debug, Args)]
pub struct CountArgs {
    /// Only programs whose group or name contains this.
    #[arg(long, value_name = "TEXT")]
    filter: Option<String>,
    /// Write the counts to this file.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Compare with an earlier file of `--json`.
    #[arg(long, value_name = "FILE")]
    compare: Option<PathBuf>,
    /// Use this gilscope instead of building one.
    #[arg(long, value_name = "FILE")]
    gilscope: Option<PathBuf>,
}

type Counts = BTreeMap<String, u64>;

/// Counts the instructions of the programs at their quick size, less those of an empty program.
pub fn run(args: &CountArgs) -> Result<bool, String> {
    let binary = args.gilscope.clone().map_or_else(|| bench::build("release"), Ok)?;
    let before = args.compare.as_deref().map(read).transpose()?.unwrap_or_default();
    let wanted = args.filter.as_deref().unwrap_or_default();
    let start_up = program::of(Group::Startup)?;
    let empty = start_up.iter().find(|program| program.name == "empty").ok_or("there is no empty program")?;
    let empty = instructions(&binary, empty)?;
    let mut counts = Counts::new();
    for (group, noise) in GROUPS {
        let programs = program::of(group)?;
        for program in programs.iter().filter(|p| p.name.contains(wanted) || group.name().contains(wanted)) {
            let less = if group == Group::Startup { 0 } else { empty };
            let key = format!("{}/{}", group.name(), program.name);
            let count = instructions(&binary, program)?.saturating_sub(less);
            let change = before.get(&key).map_or_else(String::new, |&before| describe(percent(before, count), noise));
            println!("{key:<28} {count:>16}  {change}");
            counts.insert(key, count);
        }
        print!("{}", summary(group, noise, &before, &counts));
    }
    if let Some(file) = &args.json {
        let text = format!("{:#}\n", json!({ "schema": 1, "instructions": counts }));
        fs::write(file, text).map_err(|error| format!("{}: {error}", file.display()))?;
    }
    Ok(true)
}

/// What callgrind counts in one run.
fn instructions(binary: &Path, program: &Program) -> Result<u64, String> {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(binary)
        .args(program.arguments(true))
        .output()
        .map_err(|error| format!("cannot start valgrind, which counts the instructions: {error}"))?;
    let report = String::from_utf8_lossy(&output.stderr);
    let line = report.lines().find_map(|line| line.split_once("Collected :"));
    let count = line.and_then(|(_, count)| count.trim().parse().ok()).filter(|_| output.status.success());
    count.ok_or_else(|| format!("{}: valgrind says\n{report}", program.name))
}

fn read(file: &Path) -> Result<Counts, String> {
    let problem = |error: &dyn std::fmt::Display| format!("{}: {error}", file.display());
    let text = fs::read_to_string(file).map_err(|error| problem(&error))?;
    let mut value: serde_json::Value = serde_json::from_str(&text).map_err(|error| problem(&error))?;
    serde_json::from_value(value["instructions"].take()).map_err(|error| problem(&error))
}

fn percent(before: u64, now: u64) -> f64 {
    100.0 * (now as f64 / before.max(1) as f64 - 1.0)
}

fn describe(percent: f64, noise: f64) -> String {
    if percent.abs() < noise { "the same".into() } else { format!("{percent:+.1} %") }
}

/// How the programs of a group that both have differ in the geometric mean, and how many do.
fn summary(group: Group, noise: f64, before: &Counts, now: &Counts) -> String {
    let both = now.iter().filter(|(key, _)| key.split('/').next() == Some(group.name()));
    let both = both.filter_map(|(key, &now)| before.get(key).map(|&before| (before, now)));
    let ratios: Vec<f64> = both.map(|(before, now)| now.max(1) as f64 / before.max(1) as f64).collect();
    if ratios.is_empty() {
        return String::new();
    }
    let mean = (ratios.iter().map(|ratio| ratio.ln()).sum::<f64>() / ratios.len() as f64).exp();
    let over = |limit: f64| ratios.iter().filter(|&&ratio| 100.0 * (ratio - 1.0) >= limit).count();
    let (more, not_less) = (over(noise), over(-noise));
    let (fewer, percent) = (ratios.len() - not_less, 100.0 * (mean - 1.0));
    let programs = ratios.len();
    format!("{}: geometric mean {percent:+.1} %; {fewer} of {programs} programs less, {more} more\n\n", group.name())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_differences_are_none() {
        assert_eq!(describe(percent(1_000_000, 1_000_900), 0.1), "the same");
        assert_eq!(describe(percent(1_000_000, 1_010_000), 0.1), "+1.0 %");
        assert_eq!(describe(percent(1_000_000, 500_000), 2.0), "-50.0 %");
        assert_eq!(describe(percent(0, 0), 2.0), "-100.0 %");
    }

    #[test]
    fn only_what_both_have_is_summed_up() {
        let counts =
            |list: &[(&str, u64)]| list.iter().map(|&(key, count)| (key.to_string(), count)).collect::<Counts>();
        let before = counts(&[("single/fib", 100), ("single/sets", 400), ("single/old", 1), ("startup/empty", 10)]);
        let now = counts(&[("single/fib", 200), ("single/sets", 200), ("single/new", 1), ("startup/empty", 90)]);
        let single = summary(Group::Single, 0.1, &before, &now);
        assert_eq!(single, "single: geometric mean +0.0 %; 1 of 2 programs less, 1 more\n\n");
        assert_eq!(summary(Group::Threads, 2.0, &before, &now), "");
    }
}
