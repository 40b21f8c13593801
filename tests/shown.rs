//! Every command that the README and the pages in `docs/` show is run, and prints what they say it prints.
//!
//! What runs in real time may differ in its figures, and `…` stands for what is left out. The scripts are those of
//! `scripts/` and `docs/examples/`; a program that a page shows is one of the latter. `cargo xtask golden` brings the
//! pages up to date.
#![allow(clippy::disallowed_methods, reason = "processes are started and waited for")]

#[path = "shown/page.rs"]
mod page;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    root.canonicalize().expect("the repository is there")
}

fn pages() -> Vec<PathBuf> {
    let mut pages: Vec<_> = fs::read_dir(root().join("docs")).expect("there is documentation").flatten().collect();
    pages.sort_by_key(|page| page.file_name());
    let pages = pages.iter().map(|page| page.path()).filter(|path| path.extension().is_some_and(|end| end == "md"));
    [root().join("README.md")].into_iter().chain(pages).collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder is there").flatten();
    entries.map(|entry| entry.path()).filter(|path| path.is_file()).collect()
}

/// A folder with everything that the pages name.
fn workplace(page: &Path) -> PathBuf {
    let name = page.file_stem().expect("a page has a name");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("shown").join(name);
    fs::create_dir_all(folder.join("scripts")).expect("a folder for the test");
    let copy = |from: &Path, to: &Path| {
        for file in files(from) {
            fs::copy(&file, to.join(file.file_name().expect("a file has a name"))).expect("files can be copied");
        }
    };
    copy(&root().join("scripts"), &folder.join("scripts"));
    copy(&root().join("docs/examples"), &folder);
    copy(&root().join("tests/golden/traces"), &folder);
    folder.canonicalize().expect("it is there")
}

/// What a command line prints to both streams, in a shell that finds gilscope.
fn printed(command: &str, folder: &Path) -> Vec<String> {
    let gilscope = Path::new(env!("CARGO_BIN_EXE_gilscope"));
    let path = env::var_os("PATH").unwrap_or_default();
    let path = gilscope.parent().map(Path::to_path_buf).into_iter().chain(env::split_paths(&path));
    let output = Command::new("sh")
        .args(["-c", &format!("{{ {command}\n}} 2>&1")])
        .env("PATH", env::join_paths(path).expect("a search path of folders"))
        .env_remove("PYTHONUNBUFFERED")
        .current_dir(folder)
        .output()
        .expect("the shell starts");
    // Tracebacks name files absolutely.
    let text = String::from_utf8_lossy(&output.stdout).replace(&format!("{}/", folder.display()), "");
    // The empty line before a message, when nothing is before it, is not worth showing.
    text.lines().map(|line| line.trim_end().to_string()).skip_while(String::is_empty).collect()
}

/// What is wrong with a page; or, in order to write it anew, its text with what is printed now.
fn check(path: &Path, writes: bool) -> Result<(), String> {
    let text = fs::read_to_string(path).expect("a page can be read");
    let folder = workplace(path);
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mut lines: Vec<String> = text.lines().map(str::to_string).collect();
    let mut wrong = String::new();
    let mut all: Vec<(page::Shown, Vec<String>)> = Vec::new();
    for shown in page::commands(&text) {
        let printed = printed(&shown.command, &folder);
        if let Some((line, now)) = page::difference(&shown, &printed) {
            wrong += &format!("{name}, from line {line} on: `{}` prints\n{now}\n", shown.command);
        }
        all.push((shown, printed));
    }
    if writes {
        // From the end on: what is before keeps its place.
        for (shown, printed) in all.iter().rev() {
            lines.splice(shown.first..shown.first + shown.output.len(), page::renewed(shown, printed));
        }
        fs::write(path, lines.join("\n") + "\n").expect("a page can be written");
        return Ok(());
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong) }
}

#[test]
fn commands_print_what_is_shown() {
    let writes = env::var_os("GILSCOPE_GOLDEN").is_some_and(|value| value == "write");
    let results = std::thread::scope(|scope| {
        let checks: Vec<_> = pages().into_iter().map(|page| scope.spawn(move || check(&page, writes))).collect();
        checks.into_iter().map(|check| check.join().expect("a check does not panic")).collect::<Vec<_>>()
    });
    let wrong: Vec<String> = results.into_iter().filter_map(Result::err).collect();
    assert!(wrong.is_empty(), "{}\nif this is right: cargo xtask golden\n", wrong.join("\n"));
}

#[test]
fn programs_that_are_shown_are_there() {
    let there: Vec<String> = files(&root().join("docs/examples"))
        .iter()
        .chain(&files(&root().join("scripts")))
        .map(|file| fs::read_to_string(file).expect("a program is text"))
        .collect();
    for path in pages() {
        let text = fs::read_to_string(&path).expect("a page can be read");
        for program in page::programs(&text) {
            let is_there = there.iter().any(|file| file.contains(&program));
            assert!(is_there, "{}: no file has this program:\n{program}", path.display());
        }
    }
}

#[test]
fn every_option_stands_on_a_page() {
    let pages: String = pages().iter().map(|page| fs::read_to_string(page).expect("a page can be read")).collect();
    let here = root();
    let help = printed("gilscope --help", &here);
    let commands = help.iter().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let commands: Vec<&str> =
        commands.filter(|line| !line.starts_with("   ")).filter_map(|line| line.split_whitespace().next()).collect();
    assert!(commands.len() > 10, "{help:?}");
    for command in commands {
        assert!(pages.contains(&format!("gilscope {command}")) || pages.contains(&format!("|{command}")), "{command}");
        for line in printed(&format!("gilscope {command} --help"), &here) {
            let option =
                line.split_whitespace().find(|word| word.starts_with("--")).filter(|_| line.trim().starts_with('-'));
            let name = option.map(|option| option.split(['[', '=', ',']).next().unwrap_or_default());
            let is_there = name.is_none_or(|name| name == "--help" || pages.contains(name));
            assert!(is_there, "no page has the option {} of {command}", name.unwrap_or_default());
        }
    }
}
