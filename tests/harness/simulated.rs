//! Runs a script with `--sim`, twice: it must do what it does in real time, its trace must add up, and both traces must
//! be the same bytes.

use std::fs;
use std::path::Path;

use crate::check::{judge, report};
use crate::directives::Directives;
use crate::interpreter::Interpreters;
use crate::traced::checked;

/// The error is the whole report to show.
pub fn check(name: &str, script: &Path, directives: &Directives) -> Result<(), String> {
    let fail = |what: String| report(name, "gilscope with --sim", &what);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("simulations");
    fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    let file = |number: u32| folder.join(name.replace('/', "-")).with_extension(format!("{number}.giltrace"));
    let mut traces: Vec<Vec<u8>> = Vec::new();
    for file in [file(1), file(2)] {
        run(script, directives, &file).map_err(fail)?;
        if !file.exists() {
            // A file that holds no program is not run.
            return Ok(());
        }
        traces.push(fs::read(&file).map_err(|error| error.to_string())?);
    }
    if traces[0] != traces[1] {
        return Err(fail(format!("the traces {} and {} differ\n", file(1).display(), file(2).display())));
    }
    let _ = (fs::remove_file(file(1)), fs::remove_file(file(2)));
    Ok(())
}

fn run(script: &Path, directives: &Directives, file: &Path) -> Result<(), String> {
    let flags = ["--sim", "--seed", "7", "--trace", &file.display().to_string()].map(str::to_owned);
    let outcome = Interpreters::run_gilscope(script, directives, &flags)?;
    judge(&outcome, script, directives)?;
    if file.exists() {
        checked(file).map_err(|what| format!("{what}\n{}\n", file.display()))?;
    }
    Ok(())
}
