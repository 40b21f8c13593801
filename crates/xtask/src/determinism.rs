//! `cargo xtask determinism`: is the same simulation the same, in every run and in every build?
//!
//! A development and a release build of `crates/engine/examples/repeat.rs` simulate each script under each seed, twice, and
//! print a digest of each execution's trace and output. The two run in different surroundings: another folder, time
//! zone, language, home and width of the terminal.

use std::fs;
use std::io::{BufRead, BufReader, Lines};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};

use clap::Args;

use crate::root;

/// What is simulated if nothing else is named: demonstrations and stories with locks, conditions, queues, barriers, pools,
/// timers, daemons, a deadlock and a race.
const SCRIPTS: [&str; 20] = [
    "scripts/barrier.py",
    "scripts/condition.py",
    "scripts/daemon.py",
    "scripts/deadlock.py",
    "scripts/event.py",
    "scripts/low_level_thread.py",
    "scripts/producer_consumer.py",
    "scripts/rlock.py",
    "scripts/semaphore.py",
    "scripts/thread_local.py",
    "scripts/uncaught_exception.py",
    "tests/stories/check_then_act_race.py",
    "tests/stories/crawler_with_seen_set.py",
    "tests/stories/dining_philosophers_in_order.py",
    "tests/stories/fizz_buzz_in_four_threads.py",
    "tests/stories/pipeline_of_three_stages.py",
    "tests/stories/sleeping_barber.py",
    "tests/stories/stolen_wakeup_needs_while.py",
    "tests/stories/thread_pool_by_hand.py",
    "tests/stories/two_locks_by_try_and_back_off.py",
];

#[derive(Debug, Args)]
pub struct DeterminismArgs {
    /// How many seeds each script is simulated under; they go round the GIL models.
    #[arg(long, value_name = "N", default_value_t = 1000)]
    seeds: u64,
    /// Simulate the scripts of this folder, or this script, and not the usual twenty.
    #[arg(long, value_name = "PATH")]
    scripts: Vec<PathBuf>,
}

/// Simulates, and compares; false at the first difference.
pub fn run(args: &DeterminismArgs) -> Result<bool, String> {
    let scripts = scripts(&args.scripts)?;
    let home = root().canonicalize().map_err(|error| error.to_string())?;
    let (development, release) = (build(&home, &[])?, build(&home, &["--release"])?);
    let mut development = Runner::start(&development, args.seeds, &scripts, &home, &[])?;
    let elsewhere = [
        ("TZ", "Asia/Kolkata"),
        ("LANG", "de_DE.UTF-8"),
        ("HOME", "/nonexistent"),
        ("COLUMNS", "40"),
        ("PYTHONHASHSEED", "1"),
    ];
    let mut release = Runner::start(&release, args.seeds, &scripts, Path::new("/"), &elsewhere)?;
    let mut compared = 0;
    while let Some(ours) = development.next()? {
        let theirs = release.next()?.unwrap_or_default();
        if ours != theirs {
            println!("{}", difference(&ours, &theirs));
            return Ok(false);
        }
        compared += 1;
    }
    let expected = scripts.len() as u64 * args.seeds;
    println!(
        "{} scripts × {} seeds, twice in a development and twice in a release build: {compared} executions, all the same",
        scripts.len(),
        args.seeds
    );
    Ok(compared == expected)
}

/// One build at work.
struct Runner {
    child: Child,
    lines: Lines<BufReader<ChildStdout>>,
}

impl Runner {
    fn start(
        program: &Path,
        seeds: u64,
        scripts: &[PathBuf],
        folder: &Path,
        environment: &[(&str, &str)],
    ) -> Result<Runner, String> {
        let mut command = Command::new(program);
        command.arg(seeds.to_string()).args(scripts).current_dir(folder).envs(environment.iter().copied());
        let mut child =
            command.stdout(Stdio::piped()).spawn().map_err(|error| format!("{}: {error}", program.display()))?;
        let output = child.stdout.take().ok_or("it has no output")?;
        Ok(Runner { child, lines: BufReader::new(output).lines() })
    }

    /// What it says of the next execution. What goes wrong within a build it has written to standard error.
    fn next(&mut self) -> Result<Option<String>, String> {
        match self.lines.next().transpose().map_err(|error| error.to_string())? {
            Some(line) => Ok(Some(line)),
            None => match self.child.wait() {
                Ok(status) if status.success() => Ok(None),
                _ => Err("a simulation was not repeated".to_owned()),
            },
        }
    }
}

impl Drop for Runner {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What differs between two lines `script seed model trace output`, and how to see it.
fn difference(ours: &str, theirs: &str) -> String {
    let (a, b): (Vec<_>, Vec<_>) = (ours.split(' ').collect(), theirs.split(' ').collect());
    let ([script, seed, model, trace, _], [.., other, _]) = (&a[..], &b[..]) else {
        return format!("the development build says '{ours}', the release build '{theirs}'");
    };
    let what = if trace == other { "the output" } else { "the trace" };
    format!(
        "{what} of {script} under {model} with seed {seed} differs between the builds. To see it, with each of them:\n  \
         gilscope run --sim --seed {seed} --model {model} --trace FILE {script}"
    )
}

/// Builds the program that simulates, and says where it is.
fn build(home: &Path, options: &[&str]) -> Result<PathBuf, String> {
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--quiet", "--package", "gilscope-engine", "--example", "repeat"]).args(options);
    let status = cargo.current_dir(home).status().map_err(|error| format!("cannot start cargo: {error}"))?;
    if !status.success() {
        return Err("the simulator could not be built".to_owned());
    }
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| home.join("target"), PathBuf::from);
    let profile = if options.is_empty() { "debug" } else { "release" };
    Ok(target.join(profile).join("examples/repeat"))
}

/// The scripts that were asked for, those of folders in the order of their names.
fn scripts(wanted: &[PathBuf]) -> Result<Vec<PathBuf>, String> {
    let home = root().canonicalize().map_err(|error| error.to_string())?;
    if wanted.is_empty() {
        return Ok(SCRIPTS.iter().map(|script| home.join(script)).collect());
    }
    let mut found = Vec::new();
    for path in wanted {
        let failed = |error| format!("{}: {error}", path.display());
        let path = path.canonicalize().map_err(failed)?;
        if !path.is_dir() {
            found.push(path);
            continue;
        }
        let mut scripts: Vec<PathBuf> = fs::read_dir(&path).map_err(failed)?.flatten().map(|e| e.path()).collect();
        scripts.retain(|path| path.extension().is_some_and(|extension| extension == "py"));
        scripts.sort();
        found.append(&mut scripts);
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_names_the_execution_and_what_differs() {
        let said = difference("a.py 7 py3.13 t1 o1", "a.py 7 py3.13 t2 o1");
        assert!(said.starts_with("the trace of a.py under py3.13 with seed 7 differs"), "{said}");
        assert!(said.contains("--seed 7 --model py3.13"), "{said}");
        assert!(difference("a.py 7 py3.13 t1 o1", "a.py 7 py3.13 t1 o2").starts_with("the output of"));
        assert!(difference("a.py 7 py3.13 t1 o1", "").contains("the release build ''"));
    }

    #[test]
    fn the_usual_scripts_are_there() {
        assert!(scripts(&[]).is_ok_and(|scripts| scripts.iter().all(|path| path.is_file())));
    }
}
