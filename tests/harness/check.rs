//! Judges one script: what it did on each interpreter against what its comments say.

use std::path::Path;

use crate::directives::Directives;
use crate::interpreter::Interpreters;
use crate::normalise;
use crate::process::Outcome;

/// Runs `script` on both interpreters; the error is the whole report to show.
pub fn check(name: &str, script: &Path, directives: &Directives, interpreters: &Interpreters) -> Result<(), String> {
    let cpython = match interpreters.cpython().filter(|_| !directives.only_gilscope()) {
        Some(python) => {
            let accept = |outcome: &Outcome| judge(outcome, script, directives).is_ok();
            let outcome = Interpreters::run_cpython(python, script, directives, accept)?;
            judge(&outcome, script, directives).map_err(|what| report(name, "CPython 3.13", &what))?;
            Some(outcome)
        }
        None => None,
    };
    if interpreters.oracle_only {
        return Ok(());
    }
    let ours = Interpreters::run_gilscope(script, directives, &[])?;
    judge(&ours, script, directives).map_err(|what| report(name, "gilscope", &what))?;
    match cpython {
        Some(theirs) => agree(&theirs, &ours, script, directives).map_err(|what| report(name, "gilscope", &what)),
        None => Ok(()),
    }
}

/// One outcome against the expectations.
pub fn judge(outcome: &Outcome, script: &Path, directives: &Directives) -> Result<(), String> {
    let stdout = normalise::lines(&outcome.stdout, script);
    let stderr = normalise::error_lines(&outcome.stderr, script);
    let Some(status) = outcome.status else {
        let limit = directives.time_limit().as_secs();
        return Err(format!("still running after {limit} seconds\n{}", tail(&stdout, &stderr)));
    };
    directives.stdout.check(&stdout).map_err(|what| format!("stdout, {what}{}", tail(&[], &stderr)))?;
    match &directives.error {
        Some(error) if stderr.last() != Some(error) => {
            return Err(format!("the last line of stderr:\n  - {error}\n{}", tail(&[], &stderr)));
        }
        Some(_) if directives.stderr.is_empty() => {}
        _ => directives.stderr.check(&stderr).map_err(|what| format!("stderr, {what}"))?,
    }
    let expected = directives.status();
    if status == expected { Ok(()) } else { Err(format!("exit status {status}, expected {expected}\n")) }
}

/// What the expectations leave open must still be the same on both interpreters.
fn agree(theirs: &Outcome, ours: &Outcome, script: &Path, directives: &Directives) -> Result<(), String> {
    if directives.error.is_none() || !directives.stderr.is_exact() {
        return Ok(());
    }
    let expected = normalise::error_lines(&theirs.stderr, script);
    let actual = normalise::error_lines(&ours.stderr, script);
    match expected.iter().zip(&actual).position(|(a, b)| a != b) {
        None if expected.len() == actual.len() => Ok(()),
        at => {
            let at = at.unwrap_or(expected.len().min(actual.len()));
            let show = |lines: &[String]| lines.get(at).cloned().unwrap_or_else(|| "(end of output)".into());
            let (theirs, ours) = (show(&expected), show(&actual));
            Err(format!("stderr, line {}, CPython (-) and gilscope (+):\n  - {theirs}\n  + {ours}\n", at + 1))
        }
    }
}

/// The end of what was printed, to see at a glance what went wrong.
fn tail(stdout: &[String], stderr: &[String]) -> String {
    let mut text = String::new();
    for (name, lines) in [("stdout", stdout), ("stderr", stderr)] {
        if !lines.is_empty() {
            text.extend(["  ", name, " ended with:\n"]);
            lines.iter().skip(lines.len().saturating_sub(6)).for_each(|line| text.extend(["    ", line, "\n"]));
        }
    }
    text
}

pub fn report(name: &str, interpreter: &str, what: &str) -> String {
    format!(
        "tests/{name} on {interpreter}: {what}\
         again: cargo test -p gilscope --test scripts -- {name}\n"
    )
}
