//! The trace file of an execution: begun when its program is known, written while it runs, ended with it.

use crate::load::{Loaded, errno_and_reason};
use crate::relative::Relative;
use crate::{Config, LoadError, Program, TraceFile};
use gilscope_gil::{Parker, Wakeup, moment_in};
use gilscope_trace::{Header, Level, SimulationFacts, Sink, Tee, TraceWriter};
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io;
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// A killed run leaves all of its trace but so much of its end.
const FLUSH_INTERVAL: Duration = Duration::from_millis(100);

/// Enough for writing a block.
const STACK: usize = 256 << 10;

/// Who listens to an execution, the trace file included if one is wanted.
pub(crate) struct Recording {
    sink: Arc<dyn Sink>,
    file: Option<Open>,
}

struct Open {
    writer: Arc<TraceWriter>,
    /// Unparked when the trace has ended.
    end: Arc<Parker>,
    flusher: Option<JoinHandle<()>>,
}

impl Recording {
    /// Creates the file that the configuration asks for. `simulation` is how time and turns are made up, if they are.
    pub(crate) fn begin(
        config: &Config,
        loaded: &Loaded,
        simulation: Option<SimulationFacts>,
    ) -> Result<Recording, LoadError> {
        let Some(target) = &config.trace else { return Ok(Recording { sink: Arc::clone(&config.sink), file: None }) };
        // The trace of a simulation is the same in each run to the last byte, so its blocks end when they are full.
        let is_flushed = simulation.is_none();
        let header = header(config, loaded, target.level, simulation);
        let writer = File::create(&target.path).and_then(|file| TraceWriter::new(Box::new(file), &header));
        let writer = Arc::new(writer.map_err(|error| cannot_write(target, &error))?);
        let file = if is_flushed { writer.clone() } else { Relative::around(writer.clone(), config, loaded) };
        let mut sinks: Vec<Arc<dyn Sink>> = vec![file];
        if config.sink.is_listening() {
            sinks.push(Arc::clone(&config.sink));
        }
        Ok(Recording { sink: Arc::new(Tee(sinks)), file: Some(Open::new(writer, is_flushed)) })
    }

    /// Who is to be told of events.
    pub(crate) fn sink(&self) -> Arc<dyn Sink> {
        Arc::clone(&self.sink)
    }

    /// Ends the trace; says what went wrong with it, if anything did.
    pub(crate) fn finish(self) -> Option<String> {
        let open = self.file?;
        open.end.unpark();
        if let Some(flusher) = open.flusher {
            // If it has panicked, the writer's own error says more.
            let _ = flusher.join();
        }
        open.writer.finish().err().map(|error| errno_and_reason(&error).1)
    }
}

impl Open {
    fn new(writer: Arc<TraceWriter>, is_flushed: bool) -> Open {
        let end = Arc::new(Parker::default());
        if !is_flushed {
            return Open { writer, end, flusher: None };
        }
        let (to_flush, until) = (Arc::clone(&writer), Arc::clone(&end));
        let work = move || {
            while until.park(Some(moment_in(FLUSH_INTERVAL)), None) == Wakeup::Deadline {
                to_flush.flush();
            }
        };
        let flusher = thread::Builder::new().name("trace".to_owned()).stack_size(STACK).spawn(work);
        // Without it the trace is written in larger pieces.
        Open { writer, end, flusher: flusher.ok() }
    }
}

/// What is true of a whole execution, recorded at this level.
pub fn header(config: &Config, loaded: &Loaded, level: Level, simulation: Option<SimulationFacts>) -> Header {
    let script = match &config.program {
        Program::File(path) => path.display().to_string(),
        Program::Code(_) => "-c".to_owned(),
        Program::Stdin => "<stdin>".to_owned(),
        Program::Embedded { name, .. } => name.clone(),
    };
    Header {
        script: script.into(),
        script_hash: Sha256::digest(loaded.text.as_bytes()).into(),
        model: config.model.name.into(),
        interval: u64::try_from(config.switch_interval.as_nanos()).unwrap_or(u64::MAX),
        ticks: config.model.ticks().map_or(0, |ticks| ticks.get()),
        level,
        simulation,
    }
}

fn cannot_write(target: &TraceFile, error: &io::Error) -> LoadError {
    LoadError::Trace { path: target.path.clone(), reason: errno_and_reason(error).1 }
}
