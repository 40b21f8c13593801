//! The world as a simulated program sees it: nothing that differs from run to run or from machine to machine.

use super::settings::EPOCH;
use crate::host::RealHost;
use gilscope_bytecode::Code;
use gilscope_gil::{Bell, EvalBreaker, Random, SwitchInterval};
use gilscope_trace::ThreadId;
use gilscope_vm::Host;
use gilscope_vm::host::{CaretAnchors, CompileMode, LoadError, LoadedModule, SyntaxFault};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// What `os.environ` has.
const ENVIRONMENT: [(&str, &str); 4] =
    [("HOME", "/home/user"), ("LANG", "C.UTF-8"), ("PATH", "/usr/local/bin:/usr/bin:/bin"), ("USER", "user")];

/// Modules and texts come from the world; time, chance and the rest do not.
pub(super) struct SimulatedHost {
    /// Finds and compiles modules; shared by all copies of a simulation.
    library: Arc<RealHost>,
    pub(super) interval: SwitchInterval,
    breaker: EvalBreaker,
    seed: AtomicU64,
    cpus: u32,
    /// How often entropy was asked for.
    drawn: AtomicU64,
    /// `_thread.interrupt_main` was called and the main thread has not seen it.
    interrupted: AtomicBool,
}

impl SimulatedHost {
    pub(super) fn new(
        library: Arc<RealHost>,
        interval: SwitchInterval,
        breaker: EvalBreaker,
        (seed, cpus): (u64, u32),
    ) -> SimulatedHost {
        let (seed, drawn, interrupted) = (AtomicU64::new(seed), AtomicU64::new(0), AtomicBool::new(false));
        SimulatedHost { library, interval, breaker, seed, cpus, drawn, interrupted }
    }

    /// A host in the same state, for a copy of the interpreter with an eval breaker of its own.
    pub(super) fn fork(&self, breaker: EvalBreaker) -> SimulatedHost {
        let interval = SwitchInterval::new(std::time::Duration::from_micros(self.interval.micros()));
        let copy = SimulatedHost::new(
            Arc::clone(&self.library),
            interval,
            breaker,
            (self.seed.load(Ordering::Relaxed), self.cpus),
        );
        copy.drawn.store(self.drawn.load(Ordering::Relaxed), Ordering::Relaxed);
        copy.set_interrupted(self.is_interrupted());
        copy
    }

    /// The state of `from` again, with another seed.
    pub(super) fn restore(&self, from: &SimulatedHost, seed: u64) {
        self.interval.set_micros(from.interval.micros());
        self.seed.store(seed, Ordering::Relaxed);
        self.drawn.store(from.drawn.load(Ordering::Relaxed), Ordering::Relaxed);
        self.set_interrupted(from.is_interrupted());
    }

    fn set_interrupted(&self, is_interrupted: bool) {
        self.interrupted.store(is_interrupted, Ordering::Relaxed);
        match is_interrupted {
            true => self.breaker.ring(Bell::Signal),
            false if self.breaker.is_rung() => drop(self.breaker.still(Bell::Signal)),
            false => {}
        }
    }

    /// Whether entropy was asked for.
    pub(super) fn has_drawn(&self) -> bool {
        self.drawn.load(Ordering::Relaxed) > 0
    }

    /// Whether the main thread is to be interrupted.
    #[inline]
    pub(super) fn is_interrupted(&self) -> bool {
        self.interrupted.load(Ordering::Relaxed)
    }

    /// What of this host's state counts for the state of a simulation.
    pub(super) fn state(&self) -> (u64, u64, bool) {
        (self.interval.micros(), self.drawn.load(Ordering::Relaxed), self.is_interrupted())
    }
}

impl Host for SimulatedHost {
    fn wake(&self, _thread: ThreadId) -> bool {
        false
    }

    fn monotonic(&self) -> u64 {
        0
    }

    fn wall_clock(&self) -> u64 {
        EPOCH
    }

    fn process_time(&self) -> u64 {
        0
    }

    fn load_module(&self, name: &str, search: &[String]) -> Result<LoadedModule, LoadError> {
        self.library.load_module(name, search)
    }

    fn hidden_library(&self, file: &str) -> Option<(&'static str, Arc<Code>)> {
        self.library.hidden_library(file)
    }

    fn hidden_file_of(&self, function: &str) -> Option<&'static str> {
        self.library.hidden_file_of(function)
    }

    fn compile(&self, source: &str, filename: &str, mode: CompileMode) -> Result<Arc<Code>, SyntaxFault> {
        self.library.compile(source, filename, mode)
    }

    fn source(&self, filename: &str) -> Option<Arc<str>> {
        self.library.source(filename)
    }

    fn caret_anchors(&self, segment: &str) -> Option<CaretAnchors> {
        self.library.caret_anchors(segment)
    }

    fn is_plain_call(&self, lines: &str, start: u32, end: u32) -> bool {
        self.library.is_plain_call(lines, start, end)
    }

    fn entropy(&self) -> [u8; 32] {
        let drawn = self.drawn.fetch_add(1, Ordering::Relaxed);
        let mut random = Random::stream(self.seed.load(Ordering::Relaxed), 1_000 + drawn);
        let mut bytes = [0; 32];
        bytes.chunks_mut(8).for_each(|word| word.copy_from_slice(&random.next().to_le_bytes()));
        bytes
    }

    fn process_id(&self) -> u32 {
        4242
    }

    fn cpu_count(&self) -> Option<usize> {
        Some(self.cpus as usize)
    }

    fn environment(&self) -> Vec<(String, String)> {
        ENVIRONMENT.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec()
    }

    fn set_switch_interval(&self, microseconds: u64) {
        self.interval.set_micros(microseconds);
    }

    fn switch_interval(&self) -> u64 {
        self.interval.micros()
    }

    fn take_interrupt(&self) -> bool {
        self.breaker.still(Bell::Signal);
        self.interrupted.swap(false, Ordering::Relaxed)
    }

    fn interrupt_main(&self) {
        self.interrupted.store(true, Ordering::Relaxed);
        self.breaker.ring(Bell::Signal);
    }
}
