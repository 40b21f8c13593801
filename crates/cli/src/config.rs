//! From arguments to what the engine wants to know.

use crate::args::{LockArgs, RunArgs};
use gilscope_engine::{Config, Program, TraceFile};
use gilscope_gil::GilModel;
use gilscope_trace::Ledger;
use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::sync::Arc;

/// An execution, and the ledger that listens to it if statistics are wanted.
pub(crate) struct Plan {
    pub(crate) config: Config,
    pub(crate) ledger: Option<Arc<Ledger>>,
}

impl Plan {
    /// A program with the arguments that it sees, its own name first.
    pub(crate) fn new(program: Program, arguments: Vec<String>, lock: &LockArgs) -> Plan {
        let mut config = Config::new(program, arguments);
        config.model = lock.every.map_or(lock.model, GilModel::every);
        config.switch_interval = lock.switch_interval;
        config.trace = lock.trace.as_ref().map(|path| TraceFile { path: path.clone(), level: lock.trace_level });
        config.simulation = lock.simulation.settings();
        config.limits = lock.limits.limits();
        let ledger = lock.stats.map(|_| Arc::new(Ledger::default()));
        if let Some(ledger) = &ledger {
            config.sink = ledger.clone();
        }
        Plan { config, ledger }
    }
}

/// Which program `run` is about; none when there is nothing to run.
pub(crate) fn program(args: &RunArgs) -> Option<(Program, Vec<String>)> {
    if let Some(words) = &args.code {
        let mut arguments = strings(words);
        let code = std::mem::replace(&mut arguments[0], "-c".to_owned());
        return Some((Program::Code(code), arguments));
    }
    let Some(first) = args.program.first() else {
        // As CPython does when something is piped into it.
        return (!io::stdin().is_terminal()).then(|| (Program::Stdin, vec![String::new()]));
    };
    let program = if first == "-" { Program::Stdin } else { Program::File(first.into()) };
    Some((program, strings(&args.program)))
}

/// Arguments as the script sees them. What is no text is mended.
pub(crate) fn strings(words: &[OsString]) -> Vec<String> {
    words.iter().map(|word| word.to_string_lossy().into_owned()).collect()
}
