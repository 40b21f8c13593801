//! One execution from its program to its outcome.

use crate::console::Console;
use crate::host::RealHost;
use crate::load::{self, LoadError, Loaded};
use crate::real::{Completed, Machine};
use crate::recording::Recording;
use crate::workers::Workers;
use crate::{Config, Outcome, Program, compile, signals, simulated};
use gilscope_gil::{Closed, EvalBreaker, Gil, RealClock, Recorder, SwitchInterval};
use gilscope_stdlib::process_table;
use gilscope_trace::{Definition, Sink, ThreadFacts, ThreadId};
use gilscope_vm::exceptions::SYNTAX_ERROR;
use gilscope_vm::host::CompileMode;
use gilscope_vm::value::{ExceptionId, Value};
use gilscope_vm::{Interp, Trap};
use signal_hook::consts::SIGINT;
use std::sync::Arc;

/// What `_core.ending.finish` returns when the program was ended by Ctrl-C.
const INTERRUPTED: i64 = Outcome::INTERRUPTED as i64;

/// Runs a program to its end. Daemon threads are left behind: they can never run again, and end with the process.
pub fn run(config: Config) -> Result<Outcome, LoadError> {
    let loaded = load::load(&config.program)?;
    if let Some(settings) = &config.simulation {
        return simulated::execute(&config, settings.clone(), loaded);
    }
    let recording = Recording::begin(&config, &loaded, None)?;
    let machine = machine(&config, &loaded, recording.sink());
    let to_interrupt = Arc::clone(&machine);
    // Without a handler Ctrl-C ends the process, which is no worse than not to start.
    let _ = signals::on_interrupt(move || {
        to_interrupt.interrupt();
        process_table::kill_all(to_interrupt.host.first, SIGINT);
    });
    machine
        .recorder
        .define(&Definition::Thread(ThreadId::MAIN, ThreadFacts { name: "MainThread".into(), is_daemon: false }));
    machine.gil.started(ThreadId::MAIN, None);
    let to_stop = Arc::clone(&machine);
    let work = move || match execute(&machine, &loaded) {
        Err(Closed) if machine.limits.excess().is_some() => None,
        result => {
            // What they still write is seen: the system would let them go on, too.
            process_table::wait_for_all(machine.host.first);
            Some(result.unwrap_or_else(|Closed| Outcome::failed()))
        }
    };
    let mut outcome =
        config.limits.watch(work, move |excess| Some(to_stop.stop(excess))).map_err(LoadError::Unwatched)?;
    outcome.trace_failure = recording.finish();
    Ok(outcome)
}

fn machine(config: &Config, loaded: &Loaded, sink: Arc<dyn Sink>) -> Arc<Machine> {
    let clock = RealClock::start();
    let interval = SwitchInterval::new(config.switch_interval);
    let breaker = EvalBreaker::default();
    let host = Arc::new(RealHost::new(clock, interval.clone()));
    match config.program {
        // CPython 3.13 shows no lines of a program that it read from standard input.
        Program::Stdin => host.sources.hide(&loaded.filename),
        _ => host.sources.insert(&loaded.filename, &loaded.text),
    }
    let mut interp = Interp::new(host.clone(), breaker.clone(), &config.model, gilscope_stdlib::NATIVE_MODULES);
    interp.set_arguments(&config.arguments);
    interp.set_path(std::slice::from_ref(&loaded.import_dir));
    let recorder = Arc::new(Recorder::new(Arc::new(clock), sink));
    interp.listen(Arc::clone(&recorder));
    make_first_modules(&mut interp, config);
    let gil = Gil::new(interp, config.model, breaker, interval, Arc::clone(&recorder));
    let machine = Arc::new(Machine {
        gil,
        recorder,
        host: Arc::clone(&host),
        console: Console::default(),
        workers: Workers::default(),
        limits: config.limits.clone(),
    });
    // The host is new, so nobody has set this before.
    let _ = host.machine.set(Arc::downgrade(&machine));
    machine
}

fn execute(machine: &Arc<Machine>, loaded: &Loaded) -> Result<Outcome, Closed> {
    let (interp, result) = run_program(machine, loaded)?;
    finish(machine, interp, result.err())
}

/// Runs the main module, if it compiles.
fn run_program(machine: &Arc<Machine>, loaded: &Loaded) -> Result<Completed, Closed> {
    let compiled = compile::compile(&loaded.text, &loaded.filename, CompileMode::Exec);
    let mut interp = machine.gil.take(ThreadId::MAIN)?;
    match compiled {
        Ok(code) => {
            let file = loaded.file.as_ref().map(|file| file.display().to_string());
            interp.begin_main(code, file.as_deref());
            machine.run(interp, ThreadId::MAIN)
        }
        Err(fault) => {
            let raised = match interp.syntax_error(&fault) {
                Trap::Raise(exception) => exception,
                _ => interp.new_exception(SYNTAX_ERROR, &[]),
            };
            Ok((interp, Err(raised)))
        }
    }
}

/// Goes through the steps at the end of a program, which are written in Python, and closes the interpreter.
pub(crate) fn finish(
    machine: &Arc<Machine>,
    mut interp: Box<Interp>,
    raised: Option<ExceptionId>,
) -> Result<Outcome, Closed> {
    let main = ThreadId::MAIN;
    interp.begin_ending(raised.map_or(Value::None, Value::Exception));
    let (interp, result) = machine.run(interp, main)?;
    let status = match result {
        Ok(Value::Int(INTERRUPTED)) => Outcome::INTERRUPTED,
        Ok(Value::Int(status)) => (status & 0xff) as i32,
        _ => 1,
    };
    let outcome = Outcome::of(status, interp.thread_names());
    machine.gil.close(main);
    machine.workers.dismiss();
    machine.gil.finished(main);
    machine.gil.release_finally(interp, main);
    Ok(outcome)
}

/// Has the modules made that the library below the import statement finds in place.
pub(crate) fn make_first_modules(interp: &mut Interp, config: &Config) {
    if config.unbuffered {
        interp.set_unbuffered();
    }
    for (name, init) in interp.native_modules {
        if matches!(*name, "sys" | "_thread") {
            init(interp);
        }
    }
}
