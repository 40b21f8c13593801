//! What the interpreter asks of the world: clocks, modules, texts, randomness.

use crate::importer::{self, Found};
use crate::parkers::Parkers;
use crate::real::Machine;
use crate::sources::Sources;
use crate::{anchors, compile, load};
use gilscope_bytecode::Code;
use gilscope_gil::{Clock, RealClock, SwitchInterval};
use gilscope_trace::ThreadId;
use gilscope_vm::Host;
use gilscope_vm::host::{CaretAnchors, CompileMode, LoadError, LoadedModule, SyntaxFault};
use rustix::time::{ClockId, clock_gettime};
use std::fs;
use std::io::Read;
use std::path::Path;
use std::sync::{Arc, OnceLock, Weak};

/// The real world.
pub(crate) struct RealHost {
    pub(crate) clock: RealClock,
    pub(crate) interval: SwitchInterval,
    pub(crate) parkers: Parkers,
    /// Shared with the processes that this one forks.
    pub(crate) sources: Arc<Sources>,
    /// The number of the process, that of its parent, and that of the first one, which is the system's.
    number: u32,
    parent: u32,
    pub(crate) first: u32,
    /// The machine that this host belongs to, once it is there.
    pub(crate) machine: OnceLock<Weak<Machine>>,
}

impl RealHost {
    pub(crate) fn new(clock: RealClock, interval: SwitchInterval) -> RealHost {
        let number = std::process::id();
        RealHost {
            clock,
            interval,
            parkers: Parkers::default(),
            sources: Arc::default(),
            number,
            parent: std::os::unix::process::parent_id(),
            first: number,
            machine: OnceLock::new(),
        }
    }

    /// The world as a process sees it that `parent` has forked.
    pub(crate) fn child(parent: &RealHost, interval: SwitchInterval, number: u32) -> RealHost {
        let sources = Arc::clone(&parent.sources);
        RealHost {
            sources,
            number,
            parent: parent.number,
            first: parent.first,
            ..RealHost::new(parent.clock, interval)
        }
    }

    /// Whether no process of ours has forked this one.
    pub(crate) fn is_first(&self) -> bool {
        self.number == self.first
    }

    fn machine(&self) -> Option<Arc<Machine>> {
        self.machine.get().and_then(Weak::upgrade)
    }

    fn load_file(&self, file: &Path, package: Option<&Path>) -> Result<LoadedModule, LoadError> {
        let filename = file.display().to_string();
        let bytes = fs::read(file).map_err(|error| {
            let (errno, message) = load::errno_and_reason(&error);
            LoadError::Os { errno, message, filename: filename.clone() }
        })?;
        let text = gilscope_syntax::decode(&bytes, &filename)
            .map_err(|error| LoadError::Syntax(compile::fault(&error, "", &filename)))?;
        let code = self.compile(&text, &filename, CompileMode::Exec).map_err(LoadError::Syntax)?;
        let path = package.map(|folder| vec![folder.display().to_string()]);
        Ok(LoadedModule { code, file: filename, path })
    }

    /// A package without a text: its code does nothing.
    fn load_namespace(&self, folders: &[std::path::PathBuf]) -> Result<LoadedModule, LoadError> {
        let code = compile::compile("", "<namespace>", CompileMode::Exec).map_err(LoadError::Syntax)?;
        let path = folders.iter().map(|folder| folder.display().to_string()).collect();
        Ok(LoadedModule { code, file: String::new(), path: Some(path) })
    }
}

impl Host for RealHost {
    fn wake(&self, thread: ThreadId) -> bool {
        if let Some(machine) = self.machine() {
            machine.gil.expect_parked(thread);
            machine.gil.woken_by_holder(thread);
        }
        self.parkers.unpark_soon(thread)
    }

    fn rouse(&self) {
        self.parkers.rouse(|| self.machine().map_or(0, |machine| machine.gil.waiting()));
    }

    fn monotonic(&self) -> u64 {
        self.clock.now().0
    }

    fn wall_clock(&self) -> u64 {
        u64::try_from(self.clock.since_epoch().as_nanos()).unwrap_or(u64::MAX)
    }

    fn process_time(&self) -> u64 {
        let time = clock_gettime(ClockId::ProcessCPUTime);
        let nanos = i128::from(time.tv_sec) * 1_000_000_000 + i128::from(time.tv_nsec);
        u64::try_from(nanos).unwrap_or(0)
    }

    fn load_module(&self, name: &str, search: &[String]) -> Result<LoadedModule, LoadError> {
        let found = importer::find(name, search);
        if let Some(Found::File { file, package }) = &found {
            return self.load_file(file, package.as_deref());
        }
        if let Some(module) = gilscope_stdlib::frozen(name) {
            return Ok(module);
        }
        match found {
            Some(Found::Namespace(folders)) => self.load_namespace(&folders),
            _ => Err(LoadError::NotFound),
        }
    }

    fn hidden_library(&self, file: &str) -> Option<(&'static str, Arc<Code>)> {
        gilscope_stdlib::hidden(file)
    }

    fn hidden_file_of(&self, function: &str) -> Option<&'static str> {
        gilscope_stdlib::hidden_file_of(function)
    }

    fn compile(&self, source: &str, filename: &str, mode: CompileMode) -> Result<Arc<Code>, SyntaxFault> {
        let code = compile::compile(source, filename, mode)?;
        if Path::new(filename).is_absolute() {
            self.sources.insert(filename, source);
        }
        Ok(code)
    }

    fn source(&self, filename: &str) -> Option<Arc<str>> {
        gilscope_stdlib::source(filename).map(Arc::from).or_else(|| self.sources.get(filename))
    }

    fn caret_anchors(&self, segment: &str) -> Option<CaretAnchors> {
        anchors::caret_anchors(segment)
    }

    fn is_plain_call(&self, lines: &str, start: u32, end: u32) -> bool {
        anchors::is_plain_call(lines, start, end)
    }

    fn entropy(&self) -> [u8; 32] {
        let mut bytes = [0; 32];
        let read = fs::File::open("/dev/urandom").and_then(|mut file| file.read_exact(&mut bytes));
        if read.is_err() {
            // Better a poor seed than none: the time differs from run to run.
            bytes[..8].copy_from_slice(&self.wall_clock().to_le_bytes());
        }
        bytes
    }

    fn process_id(&self) -> u32 {
        self.number
    }

    fn parent_process_id(&self) -> u32 {
        self.parent
    }

    fn environment(&self) -> Vec<(String, String)> {
        let text = |word: std::ffi::OsString| word.to_string_lossy().into_owned();
        std::env::vars_os().map(|(name, value)| (text(name), text(value))).collect()
    }

    fn set_switch_interval(&self, microseconds: u64) {
        self.interval.set_micros(microseconds);
    }

    fn switch_interval(&self) -> u64 {
        self.interval.micros()
    }

    fn take_interrupt(&self) -> bool {
        self.machine().is_some_and(|machine| machine.gil.acknowledge_signal())
    }

    fn interrupt_main(&self) {
        if let Some(machine) = self.machine() {
            machine.interrupt();
        }
    }
}
