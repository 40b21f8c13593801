//! The two interpreters that run a script: gilscope, and CPython 3.13 as the judge.

use std::collections::hash_map::DefaultHasher;
use std::env;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::cpython;
use crate::directives::Directives;
use crate::process::{self, Outcome};

/// Raised when the form of a stored outcome changes.
const CACHE_VERSION: u32 = 1;

/// Where the interpreters are.
pub struct Interpreters {
    cpython: OnceLock<Option<PathBuf>>,
    /// Only validate the scripts themselves, on CPython.
    pub oracle_only: bool,
    /// Record a trace of every script, not only of those that are about threads, and at this level.
    pub trace_all: Option<String>,
}

impl Interpreters {
    pub fn find() -> Interpreters {
        Interpreters {
            cpython: OnceLock::new(),
            oracle_only: env::var_os("GILSCOPE_ORACLE_ONLY").is_some(),
            trace_all: env::var("GILSCOPE_TRACE_ALL").ok(),
        }
    }

    pub fn gilscope() -> &'static Path {
        Path::new(env!("CARGO_BIN_EXE_gilscope"))
    }

    pub fn cpython(&self) -> Option<&Path> {
        self.cpython.get_or_init(cpython::find).as_deref()
    }

    pub fn print_what_was_compared(&self) {
        match self.cpython() {
            Some(path) => println!("compared with CPython 3.13: {}", path.display()),
            None => println!("CPython 3.13 was not found (set GILSCOPE_CPYTHON): only the expectations were checked"),
        }
    }

    /// Runs the script on gilscope, with these flags beside its own.
    pub fn run_gilscope(script: &Path, directives: &Directives, flags: &[String]) -> Result<Outcome, String> {
        let file = script.display().to_string();
        let arguments = match &directives.command {
            Some(words) => words.iter().map(|word| word.replace("{script}", &file)).collect(),
            None => {
                let mut arguments = vec!["run".to_string()];
                arguments.extend(directives.flags.iter().chain(flags).cloned());
                arguments.push(file);
                arguments.extend(directives.args.iter().cloned());
                arguments
            }
        };
        let folder = script.parent().unwrap_or(script);
        process::run(Self::gilscope(), &arguments, folder, &directives.stdin, directives.time_limit())
    }

    /// Runs the script on CPython. `accept` says whether the outcome may be stored and reused by the next test run.
    pub fn run_cpython(
        python: &Path,
        script: &Path,
        directives: &Directives,
        accept: impl Fn(&Outcome) -> bool,
    ) -> Result<Outcome, String> {
        let stored = stored_path(python, script);
        if let Some(outcome) = fs::read(&stored).ok().and_then(|bytes| decode(&bytes)) {
            return Ok(outcome);
        }
        let mut arguments = vec![script.display().to_string()];
        arguments.extend(directives.args.iter().cloned());
        let folder = script.parent().unwrap_or(script);
        let outcome = process::run(python, &arguments, folder, &directives.stdin, directives.time_limit())?;
        if accept(&outcome) {
            let _ = stored.parent().map(fs::create_dir_all);
            let _ = fs::write(&stored, encode(&outcome));
        }
        Ok(outcome)
    }
}

/// The file for the outcome of a script: named by everything the outcome depends on.
fn stored_path(python: &Path, script: &Path) -> PathBuf {
    let mut hasher = DefaultHasher::new();
    (CACHE_VERSION, python, script).hash(&mut hasher);
    fs::read(script).unwrap_or_default().hash(&mut hasher);
    helpers_beside(script).iter().for_each(|helper| fs::read(helper).unwrap_or_default().hash(&mut hasher));
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("cpython").join(format!("{:016x}", hasher.finish()))
}

/// The helper modules (`_name.py`, `_name/…`) that a script in the same folder may import.
fn helpers_beside(script: &Path) -> Vec<PathBuf> {
    let mut pending: Vec<PathBuf> = children(script.parent().unwrap_or(script));
    pending.retain(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('_')));
    let mut files = Vec::new();
    while let Some(path) = pending.pop() {
        if path.is_dir() { pending.extend(children(&path)) } else { files.push(path) }
    }
    files.sort();
    files
}

fn children(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect()
}

fn encode(outcome: &Outcome) -> Vec<u8> {
    let mut bytes = format!("{} {}\n", outcome.status.unwrap_or(-1), outcome.stdout.len()).into_bytes();
    bytes.extend_from_slice(&outcome.stdout);
    bytes.extend_from_slice(&outcome.stderr);
    bytes
}

fn decode(bytes: &[u8]) -> Option<Outcome> {
    let end = bytes.iter().position(|&byte| byte == b'\n')?;
    let (status, length) = std::str::from_utf8(&bytes[..end]).ok()?.split_once(' ')?;
    let (stdout, stderr) = bytes[end + 1..].split_at_checked(length.parse().ok()?)?;
    Some(Outcome { status: status.parse().ok(), stdout: stdout.to_vec(), stderr: stderr.to_vec() })
}
