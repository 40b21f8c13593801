//! Finds the CPython 3.13 to compare with.

use std::env;
use std::path::PathBuf;
use std::process::Command;

/// `GILSCOPE_CPYTHON`, else `python3.13`, also where pyenv has it without having chosen it.
///
/// The interpreter itself is asked for its path, so that no wrapper script is measured along with it.
pub fn find() -> Result<PathBuf, String> {
    let named = env::var("GILSCOPE_CPYTHON").ok();
    let candidates = [(named.as_deref().unwrap_or("python3.13"), None), ("python3.13", Some("3.13.0"))];
    for (program, pyenv_version) in candidates {
        let mut command = Command::new(program);
        command.args(["-c", "import sys; print(sys.executable) if sys.version_info[:2] == (3, 13) else None"]);
        if let Some(version) = pyenv_version {
            command.env("PYENV_VERSION", version);
        }
        let Ok(output) = command.output() else { continue };
        let path = String::from_utf8_lossy(&output.stdout).trim().to_string();
        if output.status.success() && !path.is_empty() {
            return Ok(path.into());
        }
    }
    Err("CPython 3.13 was not found: set GILSCOPE_CPYTHON to its path".into())
}
