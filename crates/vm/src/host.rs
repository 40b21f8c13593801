//! What the interpreter asks of the world around it.

use gilscope_bytecode::Code;
use gilscope_trace::ThreadId;
use std::sync::Arc;

/// The driver's side: wake-ups, clocks, modules. Called while the GIL is held; must not block for long.
pub trait Host: Send + Sync {
    /// Let a blocked thread look again at what it waits for. True if it will do so only when the GIL is released or
    /// `rouse` is called.
    fn wake(&self, thread: ThreadId) -> bool;
    /// Let those go on whose waking was put off.
    fn rouse(&self) {}
    /// `time.monotonic`, in nanoseconds.
    fn monotonic(&self) -> u64;
    /// `time.time`, in nanoseconds since 1970.
    fn wall_clock(&self) -> u64;
    /// CPU time of the process, in nanoseconds.
    fn process_time(&self) -> u64;
    /// Find and compile a module. `search` is the `__path__` of its package, or `sys.path`.
    fn load_module(&self, name: &str, search: &[String]) -> Result<LoadedModule, LoadError>;
    /// The code of a file of the hidden library (`lib/_core`), with its name.
    fn hidden_library(&self, file: &str) -> Option<(&'static str, Arc<Code>)>;
    /// The file of the hidden library that defines a function.
    fn hidden_file_of(&self, function: &str) -> Option<&'static str>;
    /// Compile text given to `exec`, `eval` or `compile`.
    fn compile(&self, source: &str, filename: &str, mode: CompileMode) -> Result<Arc<Code>, SyntaxFault>;
    /// The text of a source file, library files included, for tracebacks.
    fn source(&self, filename: &str) -> Option<Arc<str>>;
    /// Where the carets of a traceback get their `^` in the midst of `~`: at the operator, the brackets of a subscript or
    /// a call.
    fn caret_anchors(&self, segment: &str) -> Option<CaretAnchors>;
    /// Whether the first statement of `lines` is `return name(…)` or `name = call(…)` with a call from character `start`
    /// of the first line to character `end` of the last: tracebacks draw no carets below it.
    fn is_plain_call(&self, lines: &str, start: u32, end: u32) -> bool {
        let _ = (lines, start, end);
        false
    }
    /// Bytes from the operating system for seeding.
    fn entropy(&self) -> [u8; 32];
    /// The number of the process.
    fn process_id(&self) -> u32 {
        std::process::id()
    }

    /// The number of the process that made this one.
    fn parent_process_id(&self) -> u32 {
        std::os::unix::process::parent_id()
    }

    /// How many processors there are, if that is known.
    fn cpu_count(&self) -> Option<usize> {
        std::thread::available_parallelism().ok().map(usize::from)
    }

    /// An environment variable.
    fn environment(&self) -> Vec<(String, String)>;
    /// `sys.setswitchinterval`, in microseconds.
    fn set_switch_interval(&self, microseconds: u64);
    fn switch_interval(&self) -> u64;
    /// Whether Ctrl-C was pressed since the last time this was asked.
    fn take_interrupt(&self) -> bool;
    /// `_thread.interrupt_main`: as if Ctrl-C had been pressed.
    fn interrupt_main(&self);
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CompileMode {
    Exec,
    Eval,
    Single,
}

/// A module's code and where it came from.
#[derive(Debug, Clone)]
pub struct LoadedModule {
    pub code: Arc<Code>,
    /// `__file__`.
    pub file: String,
    /// `__path__` of a package.
    pub path: Option<Vec<String>>,
}

#[derive(Debug, Clone)]
pub enum LoadError {
    NotFound,
    Syntax(SyntaxFault),
    /// The file could not be read.
    Os {
        errno: i32,
        message: String,
        filename: String,
    },
}

/// A `SyntaxError` with the attributes CPython gives it: lines and offsets from 1.
#[derive(Debug, Clone)]
pub struct SyntaxFault {
    /// `SyntaxError`, `IndentationError` or `TabError`.
    pub class: &'static str,
    pub message: String,
    pub filename: String,
    pub line: u32,
    pub offset: u32,
    pub text: Option<String>,
    pub end_line: u32,
    pub end_offset: u32,
}

/// From `left_end` to `right_start` carets are `^`, elsewhere `~`: each is a line of the segment, from 0, and a
/// character in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CaretAnchors {
    pub left_end: (u32, u32),
    pub right_start: (u32, u32),
}
