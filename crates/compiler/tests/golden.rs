//! The disassembly of each program in `golden/` is the one stored beside it, and its instructions and places are
//! CPython 3.13's where that is installed.
//!
//! `cargo test -p gilscope-compiler --test golden -- --ignored refresh` writes the stored files anew.

mod listing;

use gilscope_bytecode::{Code, disassemble};
use gilscope_compiler::{Options, compile, print_symbols};
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

fn programs() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder()).expect("the folder of programs");
    let mut paths: Vec<PathBuf> = entries.map(|e| e.expect("an entry").path()).collect();
    paths.retain(|p| p.extension().is_some_and(|e| e == "py"));
    paths.sort();
    paths
}

fn compiled(path: &Path) -> (String, Code) {
    let text = std::fs::read_to_string(path).expect("a program");
    let name = path.file_name().expect("a name").to_string_lossy().into_owned();
    let options = Options { filename: name.into(), hidden: false };
    let module = gilscope_syntax::parse(&text).expect("a program that parses");
    let code = compile(&module, &text, &options).expect("a program that compiles");
    (text, code)
}

/// Symbol table and disassembly, as the commands `symbols` and `dis` print them.
fn printed(path: &Path) -> String {
    let (text, code) = compiled(path);
    let module = gilscope_syntax::parse(&text).expect("a program that parses");
    let symbols = print_symbols(&module, &text).expect("a program with symbols");
    format!("{symbols}\n{}", disassemble(&code))
}

#[test]
fn programs_print_as_stored() {
    for path in programs() {
        let stored = std::fs::read_to_string(path.with_extension("dis")).unwrap_or_default();
        assert!(printed(&path) == stored, "{} differs; see the head of golden.rs", path.display());
    }
}

#[test]
#[ignore = "writes the stored files"]
fn refresh() {
    for path in programs() {
        std::fs::write(path.with_extension("dis"), printed(&path)).expect("a written file");
    }
}

#[test]
fn instructions_and_places_are_those_of_cpython() {
    let script = folder().join("../listing.py");
    for path in programs() {
        let run = std::process::Command::new("python3.13").arg(&script).arg(&path).output();
        let Ok(output) = run else { return };
        if !output.status.success() {
            return;
        }
        let theirs = String::from_utf8(output.stdout).expect("text");
        let ours = listing::listing(&compiled(&path).1);
        compare(&path, &ours, &theirs);
    }
}

fn compare(path: &Path, ours: &str, theirs: &str) {
    // An inserted jump back stays inside its handler's range here (see `normalize_jump`): rows may be fewer.
    let rows =
        |text: &str| -> Vec<String> { text.lines().filter(|l| !l.starts_with("handler")).map(str::to_owned).collect() };
    let (ours, theirs) = (rows(ours), rows(theirs));
    for (mine, other) in ours.iter().zip(&theirs) {
        let same = match other.strip_suffix('*') {
            Some(without_place) => mine.starts_with(without_place),
            None => mine == other,
        };
        assert!(same, "{}\n  here    {mine}\n  CPython {other}", path.display());
    }
    assert_eq!(ours.len(), theirs.len(), "{}", path.display());
}

#[test]
fn code_survives_being_frozen() {
    for path in programs() {
        let code = compiled(&path).1;
        let bytes = postcard::to_allocvec(&code).expect("bytes");
        let back: Code = postcard::from_bytes(&bytes).expect("a code object");
        assert_eq!(code, back);
    }
}

#[test]
fn hidden_code_has_no_check_points_in_loops() {
    let text = "for x in y:\n    while x:\n        z()\n";
    let module = gilscope_syntax::parse(text).expect("a program");
    let code = compile(&module, text, &Options { filename: "lib".into(), hidden: true }).expect("code");
    assert!(code.flags.hidden);
    assert!(!disassemble(&code).contains("JUMP_BACKWARD  "));
    assert!(disassemble(&code).contains("JUMP_BACKWARD_NO_INTERRUPT"));
}
