//! The printed intermediate forms of the programs in `tests/golden/`, and every view of the traces in
//! `tests/golden/traces/`, compared with the files beside them.
//!
//! `cargo xtask golden` writes those files anew; look at the difference before accepting it.

use std::fs;
use std::path::Path;
use std::process::Command;

const FORMS: [&str; 4] = ["tokens", "ast", "symbols", "dis"];

#[test]
fn printed_forms_are_as_they_were() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/golden");
    let folder = folder.canonicalize().expect("the folder exists");
    let mut programs: Vec<_> = fs::read_dir(&folder)
        .expect("the folder can be read")
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "py"))
        .collect();
    programs.sort();
    assert!(!programs.is_empty(), "no programs in {}", folder.display());
    let mut different = Vec::new();
    for program in &programs {
        for form in FORMS {
            let golden = program.with_extension(form);
            let expected = fs::read_to_string(&golden).unwrap_or_default();
            let printed = print(form, program);
            if printed != expected {
                different.push(format!("{}\n{}", golden.display(), first_difference(&expected, &printed)));
            }
        }
    }
    assert!(different.is_empty(), "{}\nif this is right: cargo xtask golden\n", different.join("\n"));
}

#[test]
fn traces_are_shown_as_they_were() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/golden/traces");
    let forms = fs::read_to_string(folder.join("forms")).expect("the list of forms can be read");
    let forms = forms.lines().filter(|line| !line.starts_with('#'));
    let traces = fs::read_dir(&folder).expect("the folder can be read").flatten().map(|entry| entry.path());
    let traces: Vec<_> = traces.filter(|path| path.extension().is_some_and(|end| end == "giltrace")).collect();
    assert!(!traces.is_empty(), "no traces in {}", folder.display());
    let mut different = Vec::new();
    for form in forms {
        let mut words = form.split_whitespace();
        let end = words.next().expect("a form has a name");
        let words: Vec<&str> = words.collect();
        for trace in &traces {
            let golden = trace.with_extension(end);
            let expected = fs::read_to_string(&golden).unwrap_or_default();
            let shown = show(&words, trace);
            if shown != expected {
                different.push(format!("{}\n{}", golden.display(), first_difference(&expected, &shown)));
            }
        }
    }
    assert!(different.is_empty(), "{}\nif this is right: cargo xtask golden\n", different.join("\n"));
}

fn print(form: &str, program: &Path) -> String {
    show(&[form], program)
}

fn show(words: &[&str], program: &Path) -> String {
    let folder = program.parent().unwrap_or(program);
    let output = Command::new(env!("CARGO_BIN_EXE_gilscope"))
        .args(words)
        .arg(program.file_name().unwrap_or_default())
        .current_dir(folder)
        .output()
        .expect("gilscope starts");
    let text = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    text.replace(&format!("{}/", folder.display()), "")
}

fn first_difference(expected: &str, printed: &str) -> String {
    let (mut old, mut new) = (expected.lines(), printed.lines());
    for number in 1.. {
        match (old.next(), new.next()) {
            (a, b) if a != b => {
                return format!("  line {number}\n  - {}\n  + {}", a.unwrap_or("(end)"), b.unwrap_or("(end)"));
            }
            (None, None) => break,
            _ => {}
        }
    }
    "  only the line ends differ".into()
}
