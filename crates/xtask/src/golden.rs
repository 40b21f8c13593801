//! `cargo xtask golden`: writes the files of `tests/golden/` anew, and what the pages show.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::{bench, root};

const FORMS: [&str; 4] = ["tokens", "ast", "symbols", "dis"];

/// Prints each program in each form, and says which files changed.
pub fn refresh() -> Result<bool, String> {
    let gilscope = bench::build("dev")?;
    let folder = root().join("tests/golden");
    let folder = folder.canonicalize().unwrap_or(folder);
    let entries = fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut programs: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    programs.retain(|path| path.extension().is_some_and(|extension| extension == "py"));
    programs.sort();
    for program in &programs {
        for form in FORMS {
            write(&gilscope, &[form], program, form)?;
        }
    }
    refresh_traces(&gilscope, &folder.join("traces"))?;
    rewrite("gilscope", "shown")?;
    rewrite("gilscope", "stepper")?;
    Ok(true)
}

/// Lets a test write what it otherwise compares with.
fn rewrite(package: &str, test: &str) -> Result<(), String> {
    let mut cargo = Command::new("cargo");
    cargo.args(["test", "--quiet", "--package", package, "--test", test]).env("GILSCOPE_GOLDEN", "write");
    let status = cargo.current_dir(root()).status().map_err(|error| format!("cannot start cargo: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("the test `{test}` could not write its files")) }
}

/// Writes the traces that are made by hand anew, and every view of them.
fn refresh_traces(gilscope: &Path, folder: &Path) -> Result<(), String> {
    rewrite("gilscope-view", "traces")?;
    let read = |path: &Path| fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()));
    let forms = read(&folder.join("forms"))?;
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut traces: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    traces.retain(|path| path.extension().is_some_and(|extension| extension == "giltrace"));
    traces.sort();
    for form in forms.lines().filter(|line| !line.starts_with('#')) {
        let mut words = form.split_whitespace();
        let end = words.next().unwrap_or_default();
        let words: Vec<&str> = words.collect();
        for trace in &traces {
            write(gilscope, &words, trace, end)?;
        }
    }
    Ok(())
}

/// Prints a file with these words before its name; the golden has the file's name with another end.
fn write(gilscope: &Path, words: &[&str], program: &Path, end: &str) -> Result<(), String> {
    let folder = program.parent().unwrap_or(program);
    let name = program.file_name().unwrap_or_default();
    let output = Command::new(gilscope).args(words).arg(name).current_dir(folder).output();
    let output = output.map_err(|error| format!("cannot start {}: {error}", gilscope.display()))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(format!("{} {}: {said}", words.join(" "), program.display()));
    }
    let text = String::from_utf8_lossy(&output.stdout).replace(&format!("{}/", folder.display()), "");
    let golden = program.with_extension(end);
    if fs::read_to_string(&golden).is_ok_and(|old| old == text) {
        return Ok(());
    }
    println!("{}", golden.file_name().unwrap_or_default().to_string_lossy());
    fs::write(&golden, text).map_err(|error| format!("{}: {error}", golden.display()))
}
