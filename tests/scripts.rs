//! Runs every script below `tests/` on gilscope, and on CPython 3.13 where it is found.
//!
//! Each script states in its comments what it prints (see `tests/README.md`). Both interpreters must do exactly that,
//! so they also agree with each other. The command line is that of an ordinary Rust test binary.
// A harness starts processes, measures their time and prints what it finds.
#![allow(clippy::disallowed_methods, clippy::print_stdout)]

#[path = "harness/check.rs"]
mod check;
#[path = "harness/cpython.rs"]
mod cpython;
#[path = "harness/directives.rs"]
mod directives;
#[path = "harness/expectation.rs"]
mod expectation;
#[path = "harness/interpreter.rs"]
mod interpreter;
#[path = "harness/normalise.rs"]
mod normalise;
#[path = "harness/process.rs"]
mod process;
#[path = "harness/simulated.rs"]
mod simulated;
#[path = "harness/traced.rs"]
mod traced;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use libtest_mimic::{Arguments, Failed, Trial};

use directives::Directives;
use interpreter::Interpreters;

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    // Many scripts sleep or wait, so twice the cores keep the machine busy without stretching the time limits.
    arguments.test_threads.get_or_insert(4);
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests");
    let root = root.canonicalize().unwrap_or(root);
    let interpreters = Arc::new(Interpreters::find());
    let trials = scripts_below(&root).into_iter().map(|path| trial(&root, path, &interpreters)).collect();
    let conclusion = libtest_mimic::run(&arguments, trials);
    if !arguments.list {
        interpreters.print_what_was_compared();
    }
    conclusion.exit_code()
}

/// One test per script, named by its path: `threads/join_twice.py`.
fn trial(root: &Path, path: PathBuf, interpreters: &Arc<Interpreters>) -> Trial {
    let name = path.strip_prefix(root).unwrap_or(&path).display().to_string();
    let directives = std::fs::read(&path).map_err(|error| error.to_string()).and_then(|text| Directives::parse(&text));
    let ignored = directives.as_ref().is_ok_and(|d| d.skip.is_some() && !interpreters.oracle_only);
    let interpreters = Arc::clone(interpreters);
    Trial::test(name.clone(), move || {
        let directives = directives.map_err(|error| Failed::from(format!("{}: {error}", path.display())))?;
        check::check(&name, &path, &directives, &interpreters)?;
        if traced::is_due(&name, &directives, &interpreters) {
            traced::check(&name, &path, &directives, &interpreters)?;
            if directives.real_time.is_none() {
                simulated::check(&name, &path, &directives)?;
            }
        }
        Ok(())
    })
    .with_ignored_flag(ignored)
}

/// All test scripts, in the order of their names. What begins with `_` is a helper of a script, not a test.
fn scripts_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with(['_', '.']) || name == "harness" || name == "golden" {
            continue;
        }
        if path.is_dir() {
            found.extend(scripts_below(&path));
        } else if name.ends_with(".py") {
            found.push(path);
        }
    }
    found.sort();
    found
}
