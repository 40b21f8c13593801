//! An execution to look at: a trace file, or a script that is run for it.

use crate::args::LockArgs;
use crate::config::{self, Plan};
use crate::{exit, output};
use gilscope_engine::Program;
use gilscope_trace::{Catalogue, Ending, Event, Header, Level, Record, TraceError, TraceReader, TraceWriter};
use parking_lot::Mutex;
use std::ffi::OsString;
use std::fs::File;
use std::io::{self, BufReader, Cursor, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A recorded execution. It can be read several times.
pub(crate) struct Recording {
    source: Source,
    pub(crate) header: Header,
    /// The exit status of the script that was run for it.
    pub(crate) status: i32,
}

enum Source {
    File(PathBuf),
    Memory(Arc<[u8]>),
}

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
    /// Opens the trace file, or runs the script, that the first word names. The error is an exit status; why has been
    /// said.
    pub(crate) fn of(program: &[OsString], lock: &LockArgs) -> Result<Recording, i32> {
        let path = program.first().map(PathBuf::from).unwrap_or_default();
        if is_trace(&path) {
            return Recording::open(Source::File(path), exit::SUCCESS);
        }
        let script = if path == Path::new("-") { Program::Stdin } else { Program::File(path) };
        let (bytes, status) = run(script, config::strings(program), lock)?;
        Recording::open(Source::Memory(bytes), status)
    }

    fn open(source: Source, status: i32) -> Result<Recording, i32> {
        match source.reader() {
            Ok(reader) => Ok(Recording { header: reader.header().clone(), source, status }),
            Err(error) => Err(Failure::Trace(error).report()),
        }
    }

    /// Reads it from the start, record by record.
    pub(crate) fn reader(&self) -> Result<TraceReader<Box<dyn Read>>, TraceError> {
        self.source.reader()
    }

    /// Reads it from the start. A record that was cut off ends like any other, with a remark.
    pub(crate) fn replay(
        &self,
        mut each: impl FnMut(&Catalogue, &Event) -> io::Result<()>,
    ) -> Result<Catalogue, Failure> {
        let mut reader = self.source.reader().map_err(Failure::Trace)?;
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
        for record in self.source.reader().map_err(Failure::Trace)? {
            if let Record::Definition(definition) = record.map_err(Failure::Trace)? {
                catalogue.insert(definition);
            }
        }
        Ok(catalogue)
    }
}

impl Source {
    fn reader(&self) -> Result<TraceReader<Box<dyn Read>>, TraceError> {
        TraceReader::new(match self {
            Source::File(path) => Box::new(BufReader::new(File::open(path)?)) as Box<dyn Read>,
            Source::Memory(bytes) => Box::new(Cursor::new(Arc::clone(bytes))),
        })
    }
}

/// Whether it is a file that begins as a trace does, be the rest of it readable or not.
fn is_trace(path: &Path) -> bool {
    !matches!(TraceReader::open(path), Err(TraceError::Foreign | TraceError::Empty | TraceError::Io(_)))
}

/// Runs a script; gives the trace of it, and the exit status.
fn run(program: Program, arguments: Vec<String>, lock: &LockArgs) -> Result<(Arc<[u8]>, i32), i32> {
    let mut plan = Plan::new(program, arguments, lock);
    let header = plan.header(Level::Switches);
    let bytes = Buffer::default();
    let writer = TraceWriter::new(Box::new(bytes.clone()), &header).map_err(|error| Failure::Output(error).report())?;
    let writer = Arc::new(writer);
    plan.listen(writer.clone());
    let outcome = gilscope_engine::run(plan.config).map_err(|error| output::fail_to_load(&error))?;
    writer.finish().map_err(|error| Failure::Output(error).report())?;
    let bytes = std::mem::take(&mut *bytes.0.lock());
    Ok((bytes.into(), outcome.status))
}

/// Bytes that a writer in another thread collects.
#[derive(Debug, Clone, Default)]
struct Buffer(Arc<Mutex<Vec<u8>>>);

impl Write for Buffer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
