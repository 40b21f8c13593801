//! What gilscope itself prints: results on standard output, remarks on standard error.

use gilscope_engine::LoadError;
use std::fmt::Display;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Where a report goes.
pub(crate) enum Destination {
    File(PathBuf),
    /// Standard output, after what the script printed there.
    Stdout,
    /// What was standard output, and is nobody else's any more.
    Own(File),
}

impl Destination {
    /// The file that is named, or standard output. A report `for_programs` must not come mixed with other text: from now on,
    /// what a script prints comes out on standard error. The error is an exit status; why has been said.
    pub(crate) fn choose(file: Option<&Path>, for_programs: bool) -> Result<Destination, i32> {
        match file {
            Some(path) => Ok(Destination::File(path.to_owned())),
            None if !for_programs => Ok(Destination::Stdout),
            None => take_stdout().map(Destination::Own).map_err(|error| {
                complain(&format_args!("cannot send the script's output to standard error: {error}"));
                crate::exit::FAILURE
            }),
        }
    }

    /// Opens it; the error is an exit status, and why has been said.
    pub(crate) fn open(self) -> Result<Box<dyn Write>, i32> {
        match self {
            Destination::Stdout => Ok(Box::new(BufWriter::new(io::stdout().lock()))),
            Destination::Own(file) => Ok(Box::new(BufWriter::new(file))),
            Destination::File(path) => match File::create(&path) {
                Ok(file) => Ok(Box::new(BufWriter::new(file))),
                Err(error) => {
                    complain(&format_args!("cannot write {}: {error}", path.display()));
                    Err(crate::exit::USAGE)
                }
            },
        }
    }
}

/// Standard output, in whose place standard error is put.
fn take_stdout() -> io::Result<File> {
    // Not below 3, which are the standard streams even when they are closed.
    let own = rustix::io::fcntl_dupfd_cloexec(io::stdout(), 3)?;
    rustix::stdio::dup2_stdout(io::stderr())?;
    Ok(File::from(own))
}

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
