//! The main program: its arguments, its path, its beginning and its end.

use crate::exceptions::SYSTEM_ERROR;
use crate::interp::Interp;
use crate::native::Trap;
use crate::streams::Standard;
use crate::value::{LockId, Value};
use gilscope_bytecode::Code;
use gilscope_trace::ThreadId;
use std::collections::BTreeMap;
use std::sync::Arc;

impl Interp {
    /// `sys.argv`.
    pub fn set_arguments(&mut self, arguments: &[String]) {
        let items = arguments.iter().map(|a| self.heap.new_str(a.as_str())).collect();
        self.arguments = self.heap.new_list(items);
    }

    /// `sys.path`.
    pub fn set_path(&mut self, path: &[String]) {
        let items = path.iter().map(|p| self.heap.new_str(p.as_str())).collect();
        self.path = self.heap.new_list(items);
    }

    /// Make the main thread, ready to run the program's code as module `__main__`. `file` is what `__file__` shows.
    pub fn begin_main(&mut self, code: Arc<Code>, file: Option<&str>) {
        let module = self.new_module("__main__");
        self.events.main = Some(module);
        self.set_global(module, "__package__", Value::None);
        self.set_global(module, "__loader__", Value::None);
        self.set_global(module, "__spec__", Value::None);
        let builtins = Value::Module(self.builtins);
        self.set_global(module, "__builtins__", builtins);
        if let Some(file) = file {
            let file = self.heap.new_str(file);
            self.set_global(module, "__file__", file);
        }
        let body = self.module_body(&code, module);
        self.new_thread(body, Value::Null, Value::Null);
    }

    /// Make the main thread ready for the steps after the program: `_core.ending.finish(argument)`. It is the main
    /// thread's next, and last, function.
    pub fn begin_ending(&mut self, argument: Value) {
        if self.threads.is_empty() {
            self.new_thread(Value::None, Value::Null, Value::Null);
        }
        let finish = match self.twin("ending", "finish") {
            Ok(finish) => finish,
            Err(Trap::Raise(exception)) => {
                self.inject(ThreadId::MAIN, exception);
                Value::None
            }
            Err(_) => Value::None,
        };
        let args = self.heap.new_tuple(&[argument]);
        let Some(mut ts) = self.pick_up(ThreadId::MAIN) else { return };
        ts.frames.clear();
        ts.finished = false;
        ts.handled = Value::None;
        self.enter(&mut ts, finish, args, Value::Null);
        self.put_down(ThreadId::MAIN, ts);
    }

    /// Whether all that is left to the steps after the program is to write what it has printed: no other thread is there, no
    /// module or object that has something to do at the end, no streams of the script's own, no signal.
    pub fn has_only_to_flush(&mut self) -> bool {
        let modules = self.find_module("sys").and_then(|sys| self.get_global(sys, "modules"));
        self.alive == 1
            && !self.breaker.is_rung()
            && self.heap.debt <= self.heap.limit
            && self.heap.mortals.is_empty()
            && !self.heap.mortals.has_errands()
            && [Standard::Output, Standard::Error].into_iter().all(|which| self.writes_to_original(which))
            && modules == Some(self.modules)
            && ["threading", "atexit"].into_iter().all(|name| !self.has_module(name))
    }

    /// Whether `sys.modules` has an entry of this name.
    fn has_module(&mut self, name: &str) -> bool {
        let Value::Dict(modules) = self.modules else { return true };
        let key = self.str(name);
        !matches!(self.dict_get(modules, key), Ok(None))
    }

    /// The names that `threading` gave the threads; those it does not know have none.
    pub fn thread_names(&self) -> BTreeMap<ThreadId, String> {
        let named = self.threads.iter().filter(|t| !t.name.is_null());
        named.map(|t| (t.id, self.text(t.name).unwrap_or_default().to_string())).collect()
    }

    /// Who holds a lock.
    pub fn lock_owner(&self, lock: LockId) -> Option<ThreadId> {
        self.heap.locks[lock].owner
    }

    /// Who holds the lock of this number in a trace.
    pub fn owner_of(&self, lock: gilscope_trace::LockId) -> Option<ThreadId> {
        self.heap.locks.iter().find(|object| object.number == lock.0)?.owner
    }

    /// File, line and function of a traceback's entry.
    pub fn describe(&self, entry: crate::object::TracebackEntry) -> (String, u32, String) {
        let code = &self.code.get(entry.code).code;
        (code.filename.to_string(), self.code.location(entry.code, entry.instruction).line, code.name.to_string())
    }

    /// An internal fault as an exception.
    pub fn internal_error(&mut self, message: &str) -> Trap {
        self.raise(SYSTEM_ERROR, message)
    }
}
