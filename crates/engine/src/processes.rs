//! Processes: copies of an interpreter, each with a lock and threads of its own.
//!
//! A fork copies the interpreter of the thread that asks for it; a new thread of the operating system runs the copy. What
//! processes share is in `_multiprocessing` (`crates/stdlib/src/native/multiprocessing.rs`), and who has made whom in its table.

use crate::console::Console;
use crate::host::RealHost;
use crate::limits::GRACE;
use crate::real::Machine;
use crate::session;
use crate::workers::Workers;
use gilscope_gil::{Closed, EvalBreaker, Gil, Recorder, SwitchInterval, moment_in};
use gilscope_stdlib::process_table;
use gilscope_trace::{NullSink, ThreadId};
use gilscope_vm::{Host, Interp, ProcessCall};
use signal_hook::consts::SIGINT;
use std::sync::{Arc, Weak};
use std::thread;
use std::time::Duration;

/// Stack of the thread that runs a process.
const STACK: usize = 2 << 20;

impl Machine {
    /// Does what a thread wants of its process.
    #[inline(never)] // It holds whole interpreters; within `run` they would be in the stack of each thread.
    pub(crate) fn call(
        self: &Arc<Self>,
        mut interp: Box<Interp>,
        me: ThreadId,
        call: ProcessCall,
    ) -> Result<Box<Interp>, Closed> {
        match call {
            ProcessCall::Fork => {
                match self.fork(&interp, me) {
                    Some(child) => interp.forked(me, child),
                    None => interp.fork_failed(me),
                }
                Ok(interp)
            }
            ProcessCall::End(status) if self.host.is_first() => std::process::exit(status >> 8),
            ProcessCall::End(status) => {
                self.gil.close(me);
                self.gil.release_finally(interp, me);
                self.die(status);
                Err(Closed)
            }
        }
    }

    /// Starts a copy of this process; its number.
    fn fork(&self, interp: &Interp, me: ThreadId) -> Option<u32> {
        let first = self.host.first;
        if !self.limits.allow_threads(interp.threads_alive() + 1 + process_table::running(first)) {
            return None;
        }
        let number = process_table::enter(self.host.process_id());
        let machine = self.copy(interp, me, number);
        let for_signals = Arc::downgrade(&machine);
        process_table::reach(number, Box::new(move |signal| send(&for_signals, signal)));
        let builder = thread::Builder::new().name("process".to_owned()).stack_size(STACK);
        if builder.spawn(move || machine.live_as_process(me)).is_err() {
            process_table::remove(number);
            return None;
        }
        Some(number)
    }

    fn copy(&self, interp: &Interp, me: ThreadId, number: u32) -> Arc<Machine> {
        let breaker = EvalBreaker::default();
        let interval = SwitchInterval::new(Duration::from_micros(self.host.interval.micros()));
        let host = Arc::new(RealHost::child(&self.host, interval.clone(), number));
        let recorder = Arc::new(Recorder::new(Arc::new(self.host.clock), Arc::new(NullSink)));
        let mut copy = interp.fork(me, host.clone(), breaker.clone());
        copy.listen(Arc::clone(&recorder));
        let machine = Arc::new(Machine {
            gil: Gil::new(copy, *self.gil.model(), breaker, interval, Arc::clone(&recorder)),
            recorder,
            host: Arc::clone(&host),
            console: Console::default(),
            workers: Workers::default(),
            limits: self.limits.clone(),
        });
        // The host is new, so nobody has set this before.
        let _ = host.machine.set(Arc::downgrade(&machine));
        machine
    }

    /// The life of a process after the fork: to the end of what its first thread does.
    fn live_as_process(self: Arc<Self>, me: ThreadId) {
        let result = self.gil.take(me).and_then(|interp| self.run(interp, me));
        let status = match result {
            Ok((interp, result)) if me.is_main() => {
                session::finish(&self, interp, result.err()).map(|outcome| outcome.status)
            }
            // The fork was made by another thread, which has ended: so has the process.
            Ok((interp, _)) => {
                self.gil.close(me);
                self.gil.release_finally(interp, me);
                Ok(0)
            }
            Err(Closed) => Err(Closed),
        };
        // Whoever has taken the interpreter away has said why.
        if let Ok(status) = status {
            self.die(if status < 0 { SIGINT } else { status << 8 });
        }
    }

    /// The end of the process: its interpreter is dropped, and with it the ends of channels that it had.
    fn die(&self, status: i32) {
        drop(self.gil.seize(moment_in(GRACE)));
        self.workers.dismiss();
        process_table::ended(self.host.process_id(), status);
    }
}

/// A signal comes.
fn send(machine: &Weak<Machine>, signal: i32) {
    let Some(machine) = machine.upgrade() else { return };
    match signal {
        SIGINT => machine.interrupt(),
        _ => machine.die(signal),
    }
}
