//! An execution to look at: a trace file, or a script that is run for it.

use crate::args::LockArgs;
use crate::commands;
use crate::config::Plan;
use crate::program_args::ViewedArgs;
use crate::{exit, output};
use gilscope_engine::{Program, TraceFile};
use gilscope_trace::{Catalogue, Ending, Event, Header, Record, TraceError, TraceReader};
use std::fs::File;
use std::io::{self, BufReader};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// A recorded execution. It can be read several times.
pub(crate) struct Recording {
    path: PathBuf,
    pub(crate) header: Header,
    /// Whether a script was run for it.
    pub(crate) is_of_script: bool,
    /// The exit status of that script.
    pub(crate) status: i32,
    /// The file itself if it is to go with this.
    _temporary: Option<NamedTempFile>,
}

type Reader = TraceReader<BufReader<File>>;

/// Why an execution could not be shown, or not to its end.
pub(crate) enum Failure {
    Trace(TraceError),
    Output(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        Failure::Output(error)
    }
}

impl Failure {
    /// Says what went wrong; with which status to exit.
    pub(crate) fn report(&self) -> i32 {
        match self {
            Failure::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => return exit::SUCCESS,
            Failure::Output(error) => output::complain(&format_args!("cannot write: {error}")),
            Failure::Trace(error) => output::complain(error),
        }
        exit::FAILURE
    }
}

impl Recording {
    /// Opens the trace file, or runs the script, that is named. The error is an exit status; why has been said.
    pub(crate) fn of(program: &ViewedArgs, lock: &LockArgs) -> Result<Recording, i32> {
        let path = program.path();
        if is_trace(&path) {
            if program.argv().len() > 1 {
                output::complain(&"a trace file is not a script: it has no arguments");
                return Err(exit::USAGE);
            }
            return Recording::open(path, None, None);
        }
        let script = if path == Path::new("-") { Program::Stdin } else { Program::File(path) };
        record(script, program.argv(), lock)
    }

    fn open(path: PathBuf, temporary: Option<NamedTempFile>, status: Option<i32>) -> Result<Recording, i32> {
        match TraceReader::open(&path) {
            Ok(reader) => Ok(Recording {
                header: reader.header().clone(),
                path,
                is_of_script: status.is_some(),
                status: status.unwrap_or(exit::SUCCESS),
                _temporary: temporary,
            }),
            Err(error) => Err(Failure::Trace(error).report()),
        }
    }

    /// Reads it from the start, record by record.
    pub(crate) fn reader(&self) -> Result<Reader, TraceError> {
        TraceReader::open(&self.path)
    }

    /// Reads it from the start. A record that was cut off ends like any other, with a remark.
    pub(crate) fn replay(
        &self,
        mut each: impl FnMut(&Catalogue, &Event) -> io::Result<()>,
    ) -> Result<Catalogue, Failure> {
        let mut reader = self.reader().map_err(Failure::Trace)?;
        let mut catalogue = Catalogue::default();
        for record in reader.by_ref() {
            match record.map_err(Failure::Trace)? {
                Record::Definition(definition) => catalogue.insert(definition),
                Record::Event(event) => each(&catalogue, &event)?,
            }
        }
        if reader.ending() == Some(Ending::Cut) {
            output::complain(&"the trace ends in the middle: the run was killed, or is still going on");
        }
        Ok(catalogue)
    }

    /// All that is ever defined in it.
    pub(crate) fn catalogue(&self) -> Result<Catalogue, Failure> {
        let mut catalogue = Catalogue::default();
        for record in self.reader().map_err(Failure::Trace)? {
            if let Record::Definition(definition) = record.map_err(Failure::Trace)? {
                catalogue.insert(definition);
            }
        }
        Ok(catalogue)
    }
}

/// Whether it is a file that begins as a trace does, or is named like one, be the rest of it readable or not.
pub(crate) fn is_trace(path: &Path) -> bool {
    let is_named_so = path.extension().is_some_and(|extension| extension == "giltrace");
    is_named_so || !matches!(TraceReader::open(path), Err(TraceError::Foreign | TraceError::Empty | TraceError::Io(_)))
}

/// Runs a script with its trace in a file: the one that is asked for, or a temporary one.
fn record(program: Program, arguments: Vec<String>, lock: &LockArgs) -> Result<Recording, i32> {
    let cannot = |error: io::Error| {
        output::complain(&format_args!("cannot keep a trace for the time being: {error}"));
        exit::FAILURE
    };
    let (path, temporary) = match &lock.trace {
        Some(path) => (path.clone(), None),
        None => {
            let file = NamedTempFile::with_prefix("gilscope-").map_err(cannot)?;
            (file.path().to_owned(), Some(file))
        }
    };
    let mut plan = Plan::new(program, arguments, lock);
    plan.config.trace = Some(TraceFile { path: path.clone(), level: lock.trace_level });
    let status = commands::run::attempt(plan, lock)?;
    Recording::open(path, temporary, Some(status))
}
