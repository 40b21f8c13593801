//! Lost updates: a thread reads a value, others change it, and the thread writes back what it made of the old one.
//!
//! Looked for where one thread stops and another runs on: a thread that stops inside a race window, and goes on when the
//! value is no longer what it read, is about to write a value that is out of date. With one interpreter lock these are
//! the places where it changes hands; without, where the simulation goes from one core to another.

use super::access::Target;
use super::race_window::{RaceWindow, race_windows};
use super::recording::{Recorded, Watch};
use super::variable::Variable;
use crate::simulated::{Ending, Simulation};
use gilscope_bytecode::Code;
use gilscope_trace::{EventKind, Stream, ThreadId};
use gilscope_vm::Interp;
use gilscope_vm::value::Value;
use std::collections::BTreeMap;
use std::sync::Arc;

/// So many problems are enough.
const MOST: usize = 10_000;
/// Values are quoted in so many bytes.
const ROOM: usize = 40;

/// Something that is wrong with an execution.
#[derive(Debug, Clone)]
pub struct Finding {
    /// Where it shows.
    pub step: u64,
    /// Where it was found: there or, for lost updates, a little before the write.
    pub found: u64,
    pub text: String,
    /// The thread that it happens to, if it is one alone.
    pub thread: Option<ThreadId>,
    /// The write to come, for lost updates.
    pub write: Option<Write>,
}

/// An instruction that a thread will come to.
#[derive(Debug, Clone)]
pub struct Write {
    pub thread: ThreadId,
    pub code: Arc<Code>,
    /// The index of the instruction.
    pub instruction: u32,
    /// How many calls are around it, those of the library included.
    pub depth: usize,
}

impl Write {
    /// Whether the thread is about to run it.
    pub fn is_next(&self, interp: &Interp) -> bool {
        let frames = interp.frames(self.thread);
        let top = frames.last().filter(|_| frames.len() == self.depth + 1);
        top.is_some_and(|top| top.instruction == self.instruction && Arc::ptr_eq(top.code, &self.code))
    }
}

/// A value that a thread has read and not written back yet.
#[derive(Clone)]
struct Held {
    write: Write,
    place: Variable,
    target: Target,
    value: Value,
    /// The value as a text, if it is of an object, which may be gone when it is asked for.
    text: Option<String>,
}

/// What the threads that do not run have read.
type AllHeld = BTreeMap<ThreadId, Vec<Held>>;

/// Whether a value is what it is without any object.
fn is_immediate(value: Value) -> bool {
    matches!(value, Value::Int(_) | Value::Float(_) | Value::None | Value::True | Value::False)
}

/// Watches a simulation for what goes wrong.
#[derive(Default)]
pub struct Watcher {
    findings: Vec<Finding>,
    held: AllHeld,
    /// The same at steps to which the execution may be taken back.
    kept: BTreeMap<u64, AllHeld>,
    /// Race windows by code object; the codes are kept, so that no other comes to lie at the same address.
    windows: BTreeMap<usize, (Arc<Code>, Vec<RaceWindow>)>,
    cycles: usize,
    /// The thread that ran last, where several cores do.
    last_on_core: Option<ThreadId>,
}

impl Watcher {
    /// What was found so far, in the order of its steps.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// A finding is better placed at this later step, where its write comes.
    pub fn place_at(&mut self, finding: usize, step: u64) {
        if finding < self.findings.len() {
            let found = Finding { step, ..self.findings.remove(finding) };
            let place = self.findings.partition_point(|other| other.step <= step);
            self.findings.insert(place, found);
        }
    }

    fn report(&mut self, step: u64, text: String, thread: Option<ThreadId>, write: Option<Write>) {
        if self.findings.len() < MOST {
            self.findings.push(Finding { step, found: step, text, thread, write });
        }
    }

    /// A thread stops running: what has it read that it has not written back?
    fn stops(&mut self, simulation: &Simulation, thread: ThreadId) {
        let interp = simulation.interp();
        let mut held = Vec::new();
        for (depth, frame) in interp.frames(thread).iter().enumerate() {
            let key = Arc::as_ptr(frame.code) as usize;
            let (code, windows) = self.windows.entry(key).or_insert_with(|| {
                let is_library = super::look::is_library(&frame.code.filename);
                let windows = if is_library { Vec::new() } else { race_windows(frame.code) };
                (Arc::clone(frame.code), windows)
            });
            for window in windows.iter().filter(|window| window.is_inside(frame.instruction)) {
                let Some(place) = Variable::of(interp, frame, &window.target) else { continue };
                let Some(value) = place.value(interp) else { continue };
                let write = Write { thread, code: Arc::clone(code), instruction: window.write, depth };
                let text = (!is_immediate(value)).then(|| interp.glimpse(value, ROOM));
                held.push(Held { write, place, target: window.target.clone(), value, text });
            }
        }
        self.held.insert(thread, held);
    }

    /// A thread runs again: is what it has read still true?
    fn goes_on(&mut self, simulation: &Simulation, thread: ThreadId, step: u64) {
        let interp = simulation.interp();
        for held in self.held.remove(&thread).unwrap_or_default() {
            let now = held.place.value(interp);
            if now == Some(held.value) {
                continue;
            }
            let old = held.text.unwrap_or_else(|| interp.glimpse(held.value, ROOM));
            let new = now.map_or("gone".to_owned(), |now| interp.glimpse(now, ROOM));
            let name = held.place.name(interp, &held.write.code, &held.target);
            let text = format!(
                "lost update: {thread} read {name} when it was {old}; by now others have made it {new}, and {thread} is \
                 about to write back what it made of {old}"
            );
            self.report(step, text, Some(thread), Some(held.write));
        }
    }

    /// Where threads run at the same time, one may have stopped and another be about to go on without any event.
    fn look_at_cores(&mut self, simulation: &Simulation, step: u64) {
        let Some(next) = simulation.next_on_core() else { return };
        if let Some(last) = self.last_on_core.replace(next).filter(|last| *last != next) {
            self.stops(simulation, last);
            self.goes_on(simulation, next, step);
        }
    }

    fn ended(&mut self, simulation: &Simulation, step: u64) {
        match simulation.ending() {
            Some(Ending::Exited { .. }) | None => {}
            Some(_) => {
                let report = simulation.report().unwrap_or_default();
                let lines: Vec<&str> = report.lines().map(str::trim).collect();
                self.report(step, lines.join(" "), None, None);
            }
        }
    }
}

impl Watch<Simulation> for Watcher {
    fn see(&mut self, simulation: &Simulation, events: &[Recorded]) {
        let has_one_lock = !simulation.is_parallel();
        if !has_one_lock {
            self.look_at_cores(simulation, simulation.steps());
        }
        for Recorded { step, event } in events {
            match &event.kind {
                EventKind::GilReleased { .. } if has_one_lock => self.stops(simulation, event.thread),
                EventKind::GilTaken { .. } if has_one_lock => self.goes_on(simulation, event.thread, *step),
                EventKind::TextWritten { stream: Stream::Error, text } if text.starts_with("Traceback") => {
                    self.report(*step, format!("{} was ended by an exception", event.thread), Some(event.thread), None);
                }
                EventKind::TextWritten { stream: Stream::Error, text } if text.starts_with("Exception in thread") => {
                    self.report(*step, format!("{}: {}", event.thread, text.trim_end()), Some(event.thread), None);
                }
                EventKind::ThreadBlocked { .. } if simulation.cycles().len() > self.cycles => {
                    self.cycles = simulation.cycles().len();
                    let threads: Vec<String> =
                        simulation.cycles().last().into_iter().flatten().map(|one| one.thread.to_string()).collect();
                    let text = format!("deadlock: {} wait for each other in a circle", threads.join(", "));
                    self.report(*step, text, None, None);
                }
                _ => {}
            }
        }
        if let Some(last) = events.last() {
            self.ended(simulation, last.step);
        }
    }

    fn keep(&mut self, step: u64) {
        self.kept.insert(step, self.held.clone());
    }

    fn forget_from(&mut self, simulation: &Simulation, step: u64) {
        self.findings.retain(|finding| finding.found < step);
        // Where the write comes is to be seen again.
        self.findings
            .iter_mut()
            .filter(|finding| finding.step >= step)
            .for_each(|finding| finding.step = finding.found);
        self.findings.sort_by_key(|finding| finding.step);
        self.held = self.kept.get(&step).cloned().unwrap_or_default();
        self.kept.retain(|&kept, _| kept <= step);
        self.cycles = simulation.cycles().len();
        self.last_on_core = None;
    }
}
