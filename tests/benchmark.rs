//! The programs of the benchmark (`crates/xtask/bench/`): each is plain Python for both interpreters, says in one line
//! what it measures, takes its size as an argument, and prints an answer that depends on it.
#![allow(clippy::disallowed_methods, reason = "processes are started and waited for")]

#[path = "harness/cpython.rs"]
mod cpython;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What the answers of a folder's programs are worth comparing for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Answer {
    /// The same on both interpreters, and another one for another size.
    Result,
    /// Lines of a name and a figure that was measured: the names are the same.
    Figures,
    /// Nothing is printed, and there is no size: what is measured is how long it takes to begin.
    None,
}

fn programs(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../xtask/bench").join(folder);
    let entries = fs::read_dir(&folder).expect("the folder can be read").flatten();
    let mut paths: Vec<_> = entries.map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "py"));
    paths.sort();
    assert!(!paths.is_empty(), "no programs in {}", folder.display());
    paths
}

/// Two small sizes, the lesser first, made of the one that `# size: N, quick M` or `# size: N` gives.
fn sizes(text: &str) -> Option<[u64; 2]> {
    let size = text.lines().nth(1)?.strip_prefix("# size: ")?;
    let quick: u64 = size.split_once(", quick ").map_or(size, |(_, quick)| quick).parse().ok()?;
    // Small numbers are depths and the like: twice as much is a thousand times as long.
    Some(if quick >= 100 { [quick / 20, quick / 10] } else { [quick - 1, quick] })
}

/// What a program prints; the error is why it failed.
fn answer(interpreter: &Path, program: &Path, size: Option<u64>) -> Result<String, String> {
    let mut command = Command::new(interpreter);
    command.arg(program).args(size.map(|size| size.to_string()));
    let output = command.output().map_err(|error| error.to_string())?;
    match (output.status.success(), String::from_utf8_lossy(&output.stderr).into_owned()) {
        (true, said) if said.is_empty() => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
        (_, said) => Err(format!("{}: {}: {said}", interpreter.display(), output.status)),
    }
}

fn names_of_figures(answer: &str) -> Option<Vec<&str>> {
    let figures = answer.lines().map(|line| line.split_once(' ').filter(|(_, value)| value.parse::<f64>().is_ok()));
    figures.map(|figure| figure.map(|(name, _)| name)).collect()
}

/// Everything that is wrong with a program, as one line.
fn judge(program: &Path, kind: Answer, cpython: Option<&Path>) -> Result<(), String> {
    let text = fs::read_to_string(program).map_err(|error| error.to_string())?;
    let first = text.lines().next().unwrap_or_default();
    let said = first.strip_prefix(r#"""""#).and_then(|said| said.strip_suffix(r#"""""#));
    // An empty script cannot have a docstring.
    let said = said.or_else(|| first.strip_prefix("# ").filter(|_| text.lines().count() == 1));
    said.filter(|said| said.ends_with('.')).ok_or("the first line must be a docstring that says what is measured")?;
    let gilscope = Path::new(env!("CARGO_BIN_EXE_gilscope"));
    if kind == Answer::None {
        return match answer(gilscope, program, None)?.as_str() {
            "" => Ok(()),
            printed => Err(format!("printed {printed:?}")),
        };
    }
    let [small, large] = sizes(&text).ok_or("the second line must be `# size: N, quick M`")?;
    let mine = answer(gilscope, program, Some(small))?;
    if mine.trim().is_empty() {
        return Err("printed no answer".into());
    }
    let theirs = cpython.map(|python| answer(python, program, Some(small))).transpose()?;
    if kind == Answer::Figures {
        let names = names_of_figures(&mine).ok_or_else(|| format!("these are no figures: {mine:?}"))?;
        let same = theirs.is_none_or(|theirs| names_of_figures(&theirs) == Some(names));
        return if same { Ok(()) } else { Err("CPython prints figures of other names".into()) };
    }
    if theirs.as_ref().is_some_and(|theirs| *theirs != mine) {
        return Err(format!("{mine:?}, but on CPython {theirs:?}"));
    }
    if answer(gilscope, program, Some(large))? == mine {
        return Err(format!("{mine:?} both for {small} and for {large}: is the size not used?"));
    }
    Ok(())
}

fn check(folder: &str, kind: Answer) {
    let cpython = cpython::find();
    let wrong: Vec<String> = programs(folder)
        .iter()
        .filter_map(|program| {
            let why = judge(program, kind, cpython.as_deref()).err()?;
            Some(format!("{}: {why}", program.file_name()?.to_string_lossy()))
        })
        .collect();
    assert!(wrong.is_empty(), "in {folder}/:\n{}", wrong.join("\n"));
}

#[test]
fn programs_of_one_thread_answer() {
    check("single", Answer::Result);
}

#[test]
fn programs_of_threads_answer() {
    check("threads", Answer::Result);
}

#[test]
fn programs_that_grow_answer() {
    check("growth", Answer::Result);
}

#[test]
fn programs_that_measure_say_what() {
    check("probes", Answer::Figures);
}

#[test]
fn programs_that_only_begin_say_nothing() {
    check("startup", Answer::None);
}
