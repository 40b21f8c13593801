//! Compiles the library that is written in Python, so that a program does not pay for it when it starts.

use gilscope_compiler::Options;
use gilscope_syntax::ast::{Module, StmtKind};
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// Below this package the code stands in for native code: no check points, no frames in tracebacks.
const HIDDEN: &str = "_core";

/// In the first line of other files it says the same: they are native code in CPython.
const HIDDEN_MARK: &str = "[hidden";

fn main() -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("lib");
    println!("cargo::rerun-if-changed={}", root.display());
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?);
    let mut files = Vec::new();
    collect(&root, &mut files)?;
    files.sort();
    let mut table = String::from("pub(crate) const FROZEN: &[Frozen] = &[\n");
    for file in files {
        table.push_str(&freeze(&root, &file, &out)?);
    }
    table.push_str("];\n");
    fs::write(out.join("frozen.rs"), table)
}

/// All Python files in a folder and those below.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "py") {
            files.push(path);
        }
    }
    Ok(())
}

/// Compiles one file; its row of the table.
fn freeze(root: &Path, file: &Path, out: &Path) -> io::Result<String> {
    let (name, is_package) = module_name(root, file);
    let text = fs::read_to_string(file)?;
    let marked = text.lines().next().is_some_and(|line| line.contains(HIDDEN_MARK));
    let hidden = marked || name.split('.').next() == Some(HIDDEN);
    let options = Options { filename: format!("<frozen {name}>").into(), hidden };
    let complain = |error: gilscope_syntax::SyntaxError| {
        let line = gilscope_source::LineIndex::new(&text).position(error.span.lo).line;
        io::Error::other(format!("{}:{line}: {}", file.display(), error.message))
    };
    let tree = gilscope_syntax::parse(&text).map_err(complain)?;
    let code = gilscope_compiler::compile(&tree, &text, &options).map_err(complain)?;
    let bytes = postcard::to_allocvec(&code).map_err(io::Error::other)?;
    let frozen = out.join(format!("{name}.code"));
    fs::write(&frozen, bytes)?;
    let functions = match options.hidden {
        true => functions(&tree),
        false => Vec::new(),
    };
    Ok(format!(
        "    Frozen {{ name: {name:?}, is_package: {is_package}, functions: &{functions:?}, code: include_bytes!({:?}), text: include_str!({:?}) }},\n",
        frozen.display().to_string(),
        file.display().to_string(),
    ))
}

/// The functions that a file defines.
fn functions(tree: &Module) -> Vec<String> {
    let names = tree.body.iter().filter_map(|statement| match &statement.kind {
        StmtKind::FunctionDef(function) => Some(function.name.name.to_string()),
        _ => None,
    });
    names.collect()
}

/// `concurrent/futures/__init__.py` is the package `concurrent.futures`.
fn module_name(root: &Path, file: &Path) -> (String, bool) {
    let path = file.strip_prefix(root).unwrap_or(file).with_extension("");
    let mut parts: Vec<String> = path.iter().map(|part| part.to_string_lossy().into_owned()).collect();
    let is_package = parts.last().is_some_and(|part| part == "__init__");
    if is_package {
        parts.pop();
    }
    (parts.join("."), is_package)
}
