//! What gilscope itself prints: results on standard output, remarks on standard error.

use gilscope_engine::LoadError;
use std::fmt::Display;
use std::io::{self, Write};

/// Prints a result, and says with which status to exit: a reader that went away is no error.
pub(crate) fn print(text: &str) -> i32 {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => crate::exit::SUCCESS,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => crate::exit::SUCCESS,
        Err(error) => {
            complain(&format_args!("cannot write: {error}"));
            crate::exit::FAILURE
        }
    }
}

/// Prints a remark with the program's name before it.
pub(crate) fn complain(message: &dyn Display) {
    remark(&format!("gilscope: {message}\n"));
}

/// Says why there is no program; with CPython's words and status.
pub(crate) fn fail_to_load(error: &LoadError) -> i32 {
    match error {
        LoadError::Undecodable(message) => remark(&format!("SyntaxError: {message}\n")),
        _ => complain(error),
    }
    error.status()
}

/// Prints on standard error. If that fails there is nobody to tell.
pub(crate) fn remark(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}
