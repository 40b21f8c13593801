//! The program's way from its beginning to its end.

use super::settings::LONGEST_FLUSH;
use super::thread::Thread;
use super::{Ending, Simulation, Status};
use crate::{Outcome, compile};
use gilscope_trace::{Definition, EventKind, ReleaseReason, ThreadFacts, ThreadId};
use gilscope_vm::Trap;
use gilscope_vm::exceptions::SYNTAX_ERROR;
use gilscope_vm::host::CompileMode;
use gilscope_vm::value::{ExceptionId, Value};

/// How far the main thread is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Stage {
    /// In the main module.
    Main,
    /// In what comes after it: waiting for threads, functions of `atexit`.
    Ending,
}

impl Simulation {
    /// Makes the main thread and gives it the lock.
    pub(super) fn begin(&mut self) {
        let main = ThreadId::MAIN;
        self.threads.push(Thread::new(0));
        self.define_main();
        self.record(0, main, EventKind::ThreadStarted { parent: None });
        match compile::compile(&self.loaded.text, &self.loaded.filename, CompileMode::Exec) {
            Ok(code) => {
                let file = self.loaded.file.as_ref().map(|file| file.display().to_string());
                self.interp.begin_main(code, file.as_deref());
            }
            Err(fault) => {
                let raised = match self.interp.syntax_error(&fault) {
                    Trap::Raise(exception) => exception,
                    _ => self.interp.new_exception(SYNTAX_ERROR, &[]),
                };
                self.stage = Stage::Ending;
                self.interp.begin_ending(Value::Exception(raised));
            }
        }
        self.arrive(main, 0);
    }

    fn define_main(&self) {
        let facts = ThreadFacts { name: "MainThread".into(), is_daemon: false };
        self.recorder.define(&Definition::Thread(ThreadId::MAIN, facts));
    }

    /// A thread's first function has ended.
    pub(super) fn finished(&mut self, thread: ThreadId, result: Result<Value, ExceptionId>) {
        if thread.is_main() {
            return self.main_finished(result);
        }
        self.interp.finish_thread(thread);
        self.leave_for_good(thread);
        self.wake_woken(thread);
    }

    fn main_finished(&mut self, result: Result<Value, ExceptionId>) {
        match self.stage {
            Stage::Main => {
                if result.is_ok() && self.ends_here() {
                    return self.main_ended(0);
                }
                self.stage = Stage::Ending;
                self.interp.begin_ending(result.err().map_or(Value::None, Value::Exception));
            }
            Stage::Ending => {
                let status = match result {
                    Ok(Value::Int(status)) if status == i64::from(Outcome::INTERRUPTED) => Outcome::INTERRUPTED,
                    Ok(Value::Int(status)) => (status & 0xff) as i32,
                    _ => 1,
                };
                self.main_ended(status);
            }
        }
    }

    fn main_ended(&mut self, status: i32) {
        self.interp.finish_thread(ThreadId::MAIN);
        self.leave_for_good(ThreadId::MAIN);
        self.end(Ending::Exited { status });
    }

    /// Whether the outcome is certain when the main module has ended. Where only that matters, the steps that come then need
    /// not be made: they are half of the instructions of a short program.
    fn ends_here(&mut self) -> bool {
        let worked = u128::from(self.work.saturating_add(LONGEST_FLUSH));
        let is_within_limit = self.settings.work_limit.is_none_or(|limit| worked <= limit.as_nanos());
        self.listener.is_deaf() && is_within_limit && !self.host.is_interrupted() && self.interp.has_only_to_flush()
    }

    /// The thread has ended: it gives up what it has, and never comes back.
    fn leave_for_good(&mut self, thread: ThreadId) {
        self.record(self.now, thread, EventKind::ThreadFinished);
        let state = self.thread(thread);
        state.status = Status::Finished;
        state.generation += 1;
        self.leave(thread, ReleaseReason::Exit);
    }

    /// `os._exit`: nothing is written any more.
    pub(super) fn end_at_once(&mut self, status: i32) {
        self.ending = Some(Ending::Exited { status });
    }

    /// The execution is over.
    pub(super) fn end(&mut self, ending: Ending) {
        self.interp.flush_files();
        self.world.collect(self.now, ThreadId::MAIN);
        self.ending = Some(ending);
    }
}
