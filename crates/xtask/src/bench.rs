//! `cargo xtask bench`: every program on CPython and on gilscope, in turn, several times.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use clap::Args;

use crate::alone;
use crate::compare::Baseline;
use crate::goals::Measured;
use crate::machine;
use crate::measure::{self, Measure};
use crate::program::{self, Group, Program};
use crate::report::{self, Row};
use crate::{cpython, root};

#[derive(Debug, Args)]
pub struct BenchArgs {
    /// Only programs whose group or name contains this.
    #[arg(long, value_name = "TEXT")]
    filter: Option<String>,
    /// How many pairs of runs. `--compare` needs five to tell a change from noise, and ten for one of 5 %.
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
    let baseline = args.compare.as_deref().map(Baseline::read).transpose()?.unwrap_or_default();
    let wanted = args.filter.as_deref().unwrap_or_default();
    let programs: Vec<Program> =
        program::all()?.into_iter().filter(|p| p.name.contains(wanted) || p.group.name().contains(wanted)).collect();
    println!("CPython   {}\ngilscope  {}\nmachine   {}\n", python.display(), ours.display(), machine::describe());
    report::print_head();
    let begin = Instant::now();
    let mut rows = Vec::new();
    for program in &programs {
        for row in measure(program, &python, &ours, args)? {
            report::print_row(&row, &baseline);
            rows.push(row);
        }
    }
    let is_wanted = ["alone", "explore", "recording", "simulation", "start"].iter().any(|name| name.contains(wanted));
    let alone = if is_wanted { alone::run(&ours, args.quick)? } else { Vec::new() };
    alone.iter().for_each(|figure| report::print_figure(figure, &baseline));
    report::print_summary(&rows);
    if !args.quick {
        print!("{}", Measured { rows: &rows, alone: &alone }.table());
    }
    println!("\nmeasured in {:.0} s; {}", begin.elapsed().as_secs_f64(), machine::load());
    print!("{}", baseline.summary());
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

/// Both interpreters in turn, so that a busy moment of the machine hits both. A first pair, of the quick size, only warms
/// the caches up. One row for each figure of the program.
fn measure(program: &Program, python: &Path, ours: &Path, args: &BenchArgs) -> Result<Vec<Row>, String> {
    let mut runs = if args.quick { 2 } else { args.runs.max(1) };
    if program.group == Group::Startup && !args.quick {
        runs *= 4; // a few milliseconds each
    }
    let mut rows: Vec<Row> = Vec::new();
    for round in 0..=runs {
        let quick = args.quick || round == 0;
        let theirs = measure::run(python, &program.arguments(quick))?;
        let mut kinds = vec![(program.name.clone(), measure::run(ours, &program.arguments(quick))?)];
        if let Some(variant) = &program.variant {
            let name = format!("{}_{}", program.name, variant.name);
            kinds.push((name, measure::run(ours, &variant.arguments(program, quick))?));
        }
        for (name, mine) in &kinds {
            if let Some(failure) = disagreement(program, &theirs, mine) {
                return Ok(vec![Row::failed(program.group, name, failure)]);
            }
        }
        if round > 0 {
            add(&mut rows, program, &theirs, &kinds);
        }
    }
    Ok(rows)
}

/// Takes one round into the rows of a program; the first round makes them.
fn add(rows: &mut Vec<Row>, program: &Program, theirs: &Measure, kinds: &[(String, Measure)]) {
    for (name, mine) in kinds {
        for ((figure, their), (_, my)) in program.figures(theirs).into_iter().zip(program.figures(mine)) {
            let name = format!("{name}{figure}");
            let index = rows.iter().position(|row| row.name == name).unwrap_or_else(|| {
                rows.push(Row::new(program.group, &name));
                rows.len() - 1
            });
            rows[index].cpython.push(their, theirs);
            rows[index].gilscope.push(my, mine);
        }
    }
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

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn said(answer: Result<&str, &str>) -> Measure {
        let answer = answer.map(str::to_string).map_err(str::to_string);
        Measure { wall: Duration::from_millis(5), cpu: Duration::from_millis(4), peak: 1, answer }
    }

    fn program(group: Group) -> Program {
        program::of(group).expect("the programs are there").swap_remove(0)
    }

    #[test]
    fn a_wrong_answer_is_a_failure() {
        let program = program(Group::Single);
        assert_eq!(disagreement(&program, &said(Ok("12\n")), &said(Ok("12\n"))), None);
        let why = disagreement(&program, &said(Ok("12\n")), &said(Ok("13\n")));
        assert_eq!(why.as_deref(), Some("CPython says 12, gilscope says 13"));
        let why = disagreement(&program, &said(Ok("12\n")), &said(Err("exit status: 1: AssertionError")));
        assert_eq!(why.as_deref(), Some("gilscope failed: exit status: 1: AssertionError"));
    }

    #[test]
    fn figures_may_differ_but_not_their_names() {
        let program = program(Group::Probes);
        assert_eq!(disagreement(&program, &said(Ok("us 1.5\n")), &said(Ok("us 7\n"))), None);
        assert!(disagreement(&program, &said(Ok("us 1.5\n")), &said(Ok("ms 1.5\n"))).is_some());
        assert!(disagreement(&program, &said(Ok("us 1.5\n")), &said(Ok(""))).is_some());
    }

    #[test]
    fn each_figure_of_each_kind_has_a_row() {
        let program = program(Group::Probes);
        let (theirs, mine) = (said(Ok("a 10\nb 3\n")), said(Ok("a 5\nb 6\n")));
        let kinds = [("usual".to_string(), mine), ("fair".to_string(), said(Ok("a 1\nb 1\n")))];
        let mut rows = Vec::new();
        for _ in 0..3 {
            add(&mut rows, &program, &theirs, &kinds);
        }
        let names: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
        assert_eq!(names, ["usual.a", "usual.b", "fair.a", "fair.b"]);
        assert_eq!(rows[2].cpython.values, [10.0; 3]);
        assert_eq!(rows[2].gilscope.values, [1.0; 3]);
    }
}
