//! The trees of CPython's own library, node by node and place by place, against those of the CPython that is
//! installed. Where there is no `python3.13`, there is nothing to compare with and the test passes.

use std::path::{Path, PathBuf};
use std::process::Command;

use gilscope_syntax::{decode, dump_with_places, parse};

/// Prints where the library is.
const LIBRARY: &str = "import os; print(os.path.dirname(os.__file__), end='')";

/// Prints the tree of each file named, with a null byte behind it.
const DUMP: &str = "
import ast, sys
sys.stdout.reconfigure(encoding='utf-8', newline='\\n')
for name in sys.argv[1:]:
    tree = ast.parse(open(name, 'rb').read())
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant):
            node.kind = None
    print(ast.dump(tree, indent=2, include_attributes=True), end='\\n\\0')
";

fn python(code: &str, files: &[PathBuf]) -> Option<String> {
    let run = |command: &str| {
        let output = Command::new(command)
            .env("PYENV_VERSION", "3.13.0")
            .args(["-W", "ignore", "-c", code])
            .args(files)
            .output();
        output.ok().filter(|o| o.status.success())
    };
    String::from_utf8(run("python3.13")?.stdout).ok()
}

/// Does the file use only what gilscope's language has? `ast` would accept more.
fn is_supported(path: &Path) -> bool {
    let Ok(bytes) = std::fs::read(path) else { return false };
    let Ok(text) = decode(&bytes, "") else { return false };
    match parse(&text) {
        Ok(_) => true,
        Err(error) => {
            assert!(error.message.contains("not supported by gilscope"), "{}: {error:?}", path.display());
            false
        }
    }
}

#[test]
fn trees_of_the_library_are_cpythons() {
    let Some(library) = python(LIBRARY, &[]) else { return };
    let entries = std::fs::read_dir(library).expect("the library's folder");
    let mut files: Vec<PathBuf> = entries.filter_map(|e| Some(e.ok()?.path())).collect();
    files.retain(|f| f.extension().is_some_and(|e| e == "py") && is_supported(f));
    files.push(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/program.py"));
    files.sort();
    for chunk in files.chunks(20) {
        let dumps = python(DUMP, chunk).expect("CPython parses its own library");
        for (file, expected) in chunk.iter().zip(dumps.split('\0')) {
            let text = decode(&std::fs::read(file).expect("a file"), "").expect("text");
            let got = dump_with_places(&parse(&text).expect("a program"), &text);
            assert_same(file, &got, expected);
        }
    }
}

fn assert_same(file: &Path, got: &str, expected: &str) {
    let differs = got.lines().zip(expected.lines()).enumerate().find(|(_, (a, b))| a != b);
    if let Some((line, (got, expected))) = differs {
        panic!("{}: line {} of the tree is {got}, not {expected}", file.display(), line + 1);
    }
    assert_eq!(got.len(), expected.len(), "{}", file.display());
}
