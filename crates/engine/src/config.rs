//! What to run, and under which rules: plain data.

use crate::Limits;
use crate::simulated::Settings;
use gilscope_gil::{GilModel, SwitchInterval};
use gilscope_trace::{Level, NullSink, Sink};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// Where the program's text comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Program {
    /// A file, or a directory with a `__main__.py` in it.
    File(PathBuf),
    /// The text itself, as after `-c`.
    Code(String),
    /// Standard input.
    Stdin,
    /// A text that is part of gilscope, under the name that tracebacks show.
    Embedded { name: String, text: String },
}

/// Where the trace of an execution goes, and how much is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TraceFile {
    pub path: PathBuf,
    pub level: Level,
}

/// One execution, before it begins.
#[derive(Clone)]
pub struct Config {
    pub program: Program,
    /// `sys.argv`, the program's own name first.
    pub arguments: Vec<String>,
    pub model: GilModel,
    pub switch_interval: Duration,
    /// Who is told of every hand-over of the lock.
    pub sink: Arc<dyn Sink>,
    /// The trace file to write, if one is wanted.
    pub trace: Option<TraceFile>,
    /// The conditions of a simulation; none for an execution in real time.
    pub simulation: Option<Settings>,
    /// How much of the machine the program may use.
    pub limits: Limits,
    /// Whether each piece of output is written at once, as under `python -u`.
    pub unbuffered: bool,
}

impl Config {
    /// The defaults of CPython 3.13, and nobody listening.
    pub fn new(program: Program, arguments: Vec<String>) -> Config {
        Config {
            program,
            arguments,
            model: GilModel::default(),
            switch_interval: SwitchInterval::DEFAULT,
            sink: Arc::new(NullSink),
            trace: None,
            simulation: None,
            limits: Limits::default(),
            unbuffered: false,
        }
    }
}
