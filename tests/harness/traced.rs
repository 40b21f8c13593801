//! Runs a script with `--trace`: it must do what it does without, and the trace must add up.

use std::fs;
use std::path::Path;

use gilscope_analysis::{Checked, Checker};
use gilscope_trace::{Ending, Record, TraceReader};

use crate::check::{judge, report};
use crate::directives::Directives;
use crate::interpreter::Interpreters;

/// Folders whose scripts are about what a trace shows.
const ABOUT_THREADS: [&str; 7] = ["threads/", "locks/", "queue/", "futures/", "gil/", "logging/", "stories/"];

/// Whether the script is to be run a second time.
pub fn is_due(name: &str, directives: &Directives, interpreters: &Interpreters) -> bool {
    let is_plain = directives.command.is_none() && !interpreters.oracle_only;
    is_plain && (interpreters.trace_all.is_some() || ABOUT_THREADS.iter().any(|folder| name.starts_with(folder)))
}

/// The error is the whole report to show.
pub fn check(name: &str, script: &Path, directives: &Directives, interpreters: &Interpreters) -> Result<(), String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("traces");
    fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    let file = folder.join(name.replace('/', "-")).with_extension("giltrace");
    let level = interpreters.trace_all.as_deref().unwrap_or("switches");
    let flags = ["--trace", &file.display().to_string(), "--trace-level", level].map(str::to_owned);
    let outcome = Interpreters::run_gilscope(script, directives, &flags)?;
    judge(&outcome, script, directives).map_err(|what| report(name, "gilscope with --trace", &what))?;
    if !file.exists() {
        // A file that holds no program is not run.
        return Ok(());
    }
    match checked(&file) {
        Ok(_) => fs::remove_file(&file).map_err(|error| error.to_string()),
        Err(what) => Err(report(name, "gilscope with --trace", &format!("{what}\n{}\n", file.display()))),
    }
}

/// Whether the trace in a file adds up.
pub fn checked(file: &Path) -> Result<Checked, String> {
    let mut reader = TraceReader::open(file).map_err(|error| error.to_string())?;
    let mut checker = Checker::new(&reader.header().model);
    for record in &mut reader {
        if let Record::Event(event) = record.map_err(|error| error.to_string())? {
            checker.observe(&event).map_err(|violation| violation.to_string())?;
        }
    }
    let is_complete = reader.ending() == Some(Ending::Complete);
    checker.finish(is_complete).map_err(|violation| violation.to_string())
}
