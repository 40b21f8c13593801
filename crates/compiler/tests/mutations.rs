//! Damaged programs: whatever a text looks like, it becomes code or a `SyntaxError`, the same one each time.
//!
//! The texts are the test scripts of the repository with a few random cuts, copies and insertions.

use gilscope_compiler::{Options, compile};
use gilscope_source::LineIndex;
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// Pieces that tend to break something: brackets, quotes, keywords in the wrong place, odd white space.
const PIECES: &[&str] = &[
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "\"",
    "'",
    "\"\"\"",
    "f\"{",
    "f'{x!r:>{w}}'",
    "\\",
    "\n",
    "\n\t",
    "\n        ",
    "  ",
    ":",
    ";",
    ",",
    ".",
    "...",
    "=",
    ":=",
    "==",
    "*",
    "**",
    "->",
    "@",
    "~",
    "!",
    "\0",
    "\u{feff}",
    "é",
    "🦀",
    "0x",
    "1_",
    "1e",
    "9999999999999999999999",
    "0777",
    "lambda",
    "yield",
    "yield from",
    "await",
    "async ",
    "match x:",
    "return",
    "break",
    "continue",
    "global x",
    "nonlocal x",
    "del",
    "import",
    "from . import *",
    "try:",
    "except*",
    "finally:",
    "with (",
    "class",
    "def f(*, a, /, **k):",
    "if",
    "else",
    "elif",
    "for",
    "in",
    "not in",
    "is not",
    "assert",
    "raise",
    "None",
    "True",
    "__debug__",
    "type X = int",
    "print",
    "*a, *b = c",
    "x: int",
];

/// One wound. Places are parts of the text's length, in 1/65536.
#[derive(Debug, Clone)]
enum Wound {
    Insert { at: u16, piece: usize },
    Cut { from: u16, length: u8 },
    Copy { from: u16, length: u8, to: u16 },
    End { at: u16 },
}

fn wound() -> impl Strategy<Value = Wound> {
    prop_oneof![
        4 => (any::<u16>(), 0..PIECES.len()).prop_map(|(at, piece)| Wound::Insert { at, piece }),
        3 => (any::<u16>(), 1..40u8).prop_map(|(from, length)| Wound::Cut { from, length }),
        2 => (any::<u16>(), 1..80u8, any::<u16>()).prop_map(|(from, length, to)| Wound::Copy { from, length, to }),
        1 => any::<u16>().prop_map(|at| Wound::End { at }),
    ]
}

/// The nearest character boundary at or before that part of the text.
fn place(text: &str, part: u16) -> usize {
    text.floor_char_boundary(text.len() * usize::from(part) / 65536)
}

fn end(text: &str, from: usize, length: u8) -> usize {
    text.floor_char_boundary(text.len().min(from + usize::from(length))).max(from)
}

fn inflict(text: &mut String, wound: &Wound) {
    match *wound {
        Wound::Insert { at, piece } => text.insert_str(place(text, at), PIECES[piece]),
        Wound::Cut { from, length } => {
            let from = place(text, from);
            text.replace_range(from..end(text, from, length), "");
        }
        Wound::Copy { from, length, to } => {
            let from = place(text, from);
            let piece = text[from..end(text, from, length)].to_owned();
            text.insert_str(place(text, to), &piece);
        }
        Wound::End { at } => text.truncate(place(text, at)),
    }
}

/// The test scripts, in the order of their paths.
fn scripts() -> &'static [String] {
    static SCRIPTS: OnceLock<Vec<String>> = OnceLock::new();
    SCRIPTS.get_or_init(|| {
        let mut paths = Vec::new();
        collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests"), &mut paths);
        paths.sort();
        paths.iter().filter_map(|path| fs::read_to_string(path).ok()).filter(|text| text.len() < 4000).collect()
    })
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "py") {
            paths.push(path);
        }
    }
}

/// What becomes of a text, in words; the place of an error must lie in the text.
fn outcome(text: &str) -> String {
    let options = Options { filename: "damaged.py".into(), hidden: false };
    match gilscope_syntax::parse(text).and_then(|module| compile(&module, text, &options)) {
        Ok(code) => gilscope_bytecode::disassemble(&code),
        Err(error) => {
            let index = LineIndex::new(text);
            let position = index.position(error.span.lo);
            assert!(!error.message.is_empty(), "an error without words in {text:?}");
            format!("{}:{}: {}", position.line, position.column, error.message)
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 10_000,
        failure_persistence: Some(Box::new(FileFailurePersistence::Off)),
        ..ProptestConfig::default()
    })]

    #[test]
    fn damaged_programs_compile_or_are_refused(script in any::<prop::sample::Index>(), wounds in prop::collection::vec(wound(), 1..6)) {
        let mut text = script.get(scripts()).clone();
        wounds.iter().for_each(|wound| inflict(&mut text, wound));
        prop_assert_eq!(outcome(&text), outcome(&text));
    }
}
