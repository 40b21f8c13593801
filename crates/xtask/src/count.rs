//! `cargo xtask count`: how many instructions each program takes, which no busy neighbour changes.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use clap::Args;

use crate::bench;
use crate::program::{self, Group, Program};

#[derive(Debug, Args)]
pub struct CountArgs {
    /// Only programs whose name contains this.
    #[arg(long, value_name = "TEXT")]
    filter: Option<String>,
    /// Write the counts to this file.
    #[arg(long, value_name = "FILE")]
    save: Option<PathBuf>,
    /// Compare with an earlier file of `--save`.
    #[arg(long, value_name = "FILE")]
    compare: Option<PathBuf>,
    /// Use this gilscope instead of building one.
    #[arg(long, value_name = "FILE")]
    gilscope: Option<PathBuf>,
}

type Counts = BTreeMap<String, u64>;

/// Counts the instructions of the single-threaded programs, at their quick size, less those of an empty program.
pub fn run(args: &CountArgs) -> Result<bool, String> {
    let binary = args.gilscope.clone().map_or_else(|| bench::build("release"), Ok)?;
    let before = args.compare.as_deref().map(read).transpose()?.unwrap_or_default();
    let wanted = args.filter.as_deref().unwrap_or_default();
    let programs = program::all()?;
    let start_up = programs.iter().find(|p| p.group == Group::Startup && p.name == "empty");
    let start_up = start_up.map(|p| instructions(&binary, p)).transpose()?.unwrap_or_default();
    println!("{:<24} {:>16}  change", "start-up", start_up);
    let mut counts = Counts::new();
    for program in programs.iter().filter(|p| p.group == Group::Single && p.name.contains(wanted)) {
        let count = instructions(&binary, program)?.saturating_sub(start_up);
        let change = before.get(&program.name).map(|&old| 100.0 * (count as f64 / old.max(1) as f64 - 1.0));
        println!("{:<24} {count:>16}  {}", program.name, change.map_or(String::new(), |c| format!("{c:+.1} %")));
        counts.insert(program.name.clone(), count);
    }
    if let Some(file) = &args.save {
        let text = serde_json::to_string_pretty(&counts).map_err(|error| error.to_string())?;
        fs::write(file, text + "\n").map_err(|error| format!("{}: {error}", file.display()))?;
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
    let count = line.and_then(|(_, count)| count.trim().parse().ok());
    count.ok_or_else(|| format!("{}: valgrind says\n{report}", program.name))
}

fn read(file: &Path) -> Result<Counts, String> {
    let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    serde_json::from_str(&text).map_err(|error| format!("{}: {error}", file.display()))
}
