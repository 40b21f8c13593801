//! The hidden library: functions written in Python that do what a native does, for operands that need script code.

use crate::interp::Interp;
use crate::native::Trap;
use crate::object::FunctionObject;
use crate::thread_state::ThreadState;
use crate::value::{ModuleId, NativeId, Value};
use gilscope_trace::ThreadId;

/// Name of the file of the hidden library that a twin is in, by the twin's name: see `lib/_core`.
type Files = rustc_hash::FxHashMap<&'static str, ModuleId>;

/// The loaded files of the hidden library.
#[derive(Debug, Clone, Default)]
pub(crate) struct Twins {
    files: Files,
}

impl Twins {
    /// How many files are loaded.
    pub(crate) fn len(&self) -> usize {
        self.files.len()
    }

    /// The files that are loaded here and not there, in the order in which they were.
    pub(crate) fn more_than(&self, other: &Twins) -> Vec<&'static str> {
        let mut more: Vec<_> = self.files.iter().filter(|(name, _)| !other.files.contains_key(*name)).collect();
        more.sort_by_key(|(_, module)| module.index());
        more.into_iter().map(|(&name, _)| name).collect()
    }
}

impl Interp {
    /// Function `name` of the file `file` of the hidden library.
    pub fn twin(&mut self, file: &str, name: &str) -> Result<Value, Trap> {
        let module = self.hidden_module(file)?;
        match self.get_global(module, name) {
            Some(function) => Ok(function),
            None => Err(self.raise(crate::exceptions::SYSTEM_ERROR, format!("the library has no {file}.{name}"))),
        }
    }

    /// The twin of a native: the function of the hidden library that its table names, perhaps with its file.
    pub(crate) fn native_twin(&mut self, id: NativeId) -> Result<Value, Trap> {
        let native = &self.natives[id.index()];
        if !native.twin.is_null() {
            return Ok(native.twin);
        }
        let name = native.def.twin;
        let found = match name.split_once('.') {
            Some(found) => Some(found),
            None => self.host.hidden_file_of(name).map(|file| (file, name)),
        };
        let Some((file, function)) = found else {
            let message = format!("{}() does not support these objects", native.def.name);
            return Err(self.raise(crate::exceptions::SYSTEM_ERROR, message));
        };
        let twin = self.twin(file, function)?;
        self.natives[id.index()].twin = twin;
        Ok(twin)
    }

    /// Load a file of the hidden library. Its body only defines functions, so it is run here and now.
    pub(crate) fn hidden_module(&mut self, file: &str) -> Result<ModuleId, Trap> {
        if let Some(&module) = self.twins.files.get(file) {
            return Ok(module);
        }
        let Some((name, code)) = self.host.hidden_library(file) else {
            return Err(self.raise(crate::exceptions::SYSTEM_ERROR, format!("the library has no file {file}")));
        };
        let module = self.heap.modules.alloc(crate::object::ModuleObject { name: name.into(), ..Default::default() });
        let title = self.heap.new_str(name);
        self.set_global(module, "__name__", title);
        let short = name.rsplit('.').next().unwrap_or(name);
        self.twins.files.insert(short, module);
        let code = self.add_code(&code, module);
        let body = Value::Function(self.heap.functions.alloc(FunctionObject { code, ..Default::default() }));
        self.run_now(body)?;
        Ok(module)
    }

    /// Call a function that neither blocks nor takes long, to its end.
    fn run_now(&mut self, body: Value) -> Result<(), Trap> {
        let mut ts = Box::new(ThreadState::new(ThreadId::MAIN));
        self.enter(&mut ts, body, Value::Null, Value::Null);
        let is_watched = self.stop_watching();
        let time = self.time.clone();
        self.time.hold();
        // The thread that runs, and the native that asks, hold values that a collection would not find.
        let limit = std::mem::replace(&mut self.heap.limit, usize::MAX);
        let exit = self.run_thread(&mut ts, None);
        self.heap.limit = limit;
        // What gilscope loads for itself takes the script no time.
        self.time = time;
        self.watch_again(is_watched);
        match exit {
            crate::exit::Exit::Finished(Err(exception)) => Err(Trap::Raise(exception)),
            _ => Ok(()),
        }
    }
}
