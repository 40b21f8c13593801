//! Reads the text of a program or module, and decodes it as Python does.

use crate::Program;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use thiserror::Error;

/// A program's text, and the names that go with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    pub text: String,
    /// What tracebacks call it.
    pub filename: String,
    /// `__file__`, for programs that are files.
    pub file: Option<PathBuf>,
    /// `sys.path[0]`: where imports look first.
    pub import_dir: String,
}

/// Why there is no program to run. The messages are those of CPython's command line.
#[derive(Debug, Error)]
pub enum LoadError {
    #[error("can't open file '{}': [Errno {errno}] {reason}", path.display())]
    CannotOpen { path: PathBuf, errno: i32, reason: String },
    #[error("can't find '__main__' module in '{}'", path.display())]
    NoMain { path: PathBuf },
    /// The bytes are no text; a complete message of its own.
    #[error("{0}")]
    Undecodable(String),
    #[error("cannot write the trace '{}': {reason}", path.display())]
    Trace { path: PathBuf, reason: String },
    #[error("cannot watch the limits: {0}")]
    Unwatched(io::Error),
}

impl LoadError {
    /// What CPython exits with.
    pub fn status(&self) -> i32 {
        match self {
            LoadError::CannotOpen { .. } | LoadError::Trace { .. } | LoadError::Unwatched(_) => 2,
            LoadError::NoMain { .. } | LoadError::Undecodable(_) => 1,
        }
    }
}

/// Fetches the text of a program.
pub fn load(program: &Program) -> Result<Loaded, LoadError> {
    match program {
        Program::File(path) => load_file(path),
        Program::Code(text) => Ok(nameless(text.clone(), "<string>")),
        Program::Stdin => Ok(nameless(read_stdin()?, "<stdin>")),
        Program::Embedded { name, text } => Ok(nameless(text.clone(), name)),
    }
}

fn nameless(text: String, filename: &str) -> Loaded {
    Loaded { text, filename: filename.to_owned(), file: None, import_dir: String::new() }
}

fn read_stdin() -> Result<String, LoadError> {
    let mut bytes = Vec::new();
    let path = Path::new("<stdin>");
    io::stdin().lock().read_to_end(&mut bytes).map_err(|error| cannot_open(path, &error))?;
    decode(&bytes, "<stdin>").map_err(LoadError::Undecodable)
}

fn load_file(given: &Path) -> Result<Loaded, LoadError> {
    let absolute = absolute(given);
    if !absolute.is_dir() {
        let folder = absolute.parent().unwrap_or(&absolute);
        return read_program(&absolute, &fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned()));
    }
    let main = absolute.join("__main__.py");
    if !main.is_file() {
        return Err(LoadError::NoMain { path: absolute });
    }
    read_program(&main, &absolute)
}

fn read_program(path: &Path, import_dir: &Path) -> Result<Loaded, LoadError> {
    let bytes = fs::read(path).map_err(|error| cannot_open(path, &error))?;
    let filename = path.display().to_string();
    let text = decode(&bytes, &filename).map_err(LoadError::Undecodable)?;
    Ok(Loaded { text, filename, file: Some(path.to_owned()), import_dir: import_dir.display().to_string() })
}

fn cannot_open(path: &Path, error: &io::Error) -> LoadError {
    let (errno, reason) = errno_and_reason(error);
    LoadError::CannotOpen { path: path.to_owned(), errno, reason }
}

/// The number and text of a system error, as Python writes them.
pub(crate) fn errno_and_reason(error: &io::Error) -> (i32, String) {
    let text = error.to_string();
    let reason = text.split(" (os error").next().unwrap_or(&text).to_owned();
    (error.raw_os_error().unwrap_or(0), reason)
}

/// As CPython does it: put after the working directory, and otherwise left as it is.
fn absolute(path: &Path) -> PathBuf {
    match std::env::current_dir() {
        Ok(dir) => dir.join(path),
        Err(_) => path.to_owned(),
    }
}

/// The text that the bytes of a source file stand for, or the message of a `SyntaxError`.
pub fn decode(bytes: &[u8], filename: &str) -> Result<String, String> {
    gilscope_syntax::decode(bytes, filename).map_err(|error| error.message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf8_with_and_without_mark() {
        assert_eq!(decode("é".as_bytes(), "f"), Ok("é".to_owned()));
        assert_eq!(decode(b"\xef\xbb\xbfx", "f"), Ok("x".to_owned()));
    }

    #[test]
    fn a_comment_names_another_encoding() {
        assert_eq!(decode(b"# -*- coding: latin-1 -*-\n'\xe9'", "f").unwrap().chars().last(), Some('\''));
        assert_eq!(
            decode(b"#!/usr/bin/python\n# vim: set fileencoding=foo :\n", "f").unwrap_err(),
            "encoding problem: foo"
        );
        assert!(decode(b"x\n# coding: foo\n", "f").is_ok());
    }

    #[test]
    fn other_bytes_are_refused_with_their_place() {
        let message = decode(b"x = 1\ny = '\xff'\n", "/tmp/u.py").unwrap_err();
        assert!(message.starts_with("Non-UTF-8 code starting with '\\xff' in file /tmp/u.py on line 2, but"));
    }
}
