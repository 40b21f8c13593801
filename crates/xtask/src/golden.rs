//! `cargo xtask golden`: writes the files of `tests/golden/` anew.

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
            write(&gilscope, form, program, &folder)?;
        }
    }
    Ok(true)
}

fn write(gilscope: &Path, form: &str, program: &Path, folder: &Path) -> Result<(), String> {
    let name = program.file_name().unwrap_or_default();
    let output = Command::new(gilscope).arg(form).arg(name).current_dir(folder).output();
    let output = output.map_err(|error| format!("cannot start {}: {error}", gilscope.display()))?;
    if !output.status.success() {
        return Err(format!("{form} {}: {}", program.display(), String::from_utf8_lossy(&output.stderr)));
    }
    let text = String::from_utf8_lossy(&output.stdout).replace(&format!("{}/", folder.display()), "");
    let golden = program.with_extension(form);
    if fs::read_to_string(&golden).is_ok_and(|old| old == text) {
        return Ok(());
    }
    println!("{}", golden.file_name().unwrap_or_default().to_string_lossy());
    fs::write(&golden, text).map_err(|error| format!("{}: {error}", golden.display()))
}
