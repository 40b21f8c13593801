//! Finds the CPython 3.13 that judges.

use std::env;
use std::path::PathBuf;
use std::process::Command;

/// `GILSCOPE_CPYTHON`, or else `python3.13` if it works.
pub fn find() -> Option<PathBuf> {
    let path = env::var_os("GILSCOPE_CPYTHON").map_or_else(|| PathBuf::from("python3.13"), PathBuf::from);
    let version = Command::new(&path).arg("--version").output().ok()?;
    version.stdout.starts_with(b"Python 3.13").then_some(path)
}
