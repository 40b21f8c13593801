//! Lost updates: a thread reads a value, others change it, and the thread writes back what it made of the old one.
//!
//! Looked for where the interpreter lock changes hands: a thread that gives it up inside a race window, and takes it
//! again when the value is no longer what it read, is about to write a value that is out of date.

use super::race_window::{RaceWindow, Target, race_windows};
use super::recording::{Recorded, Watch};
use crate::simulated::{Ending, Simulation};
use gilscope_bytecode::{Code, Opcode};
use gilscope_trace::{EventKind, Stream, ThreadId};
use gilscope_vm::Interp;
use gilscope_vm::inspect::FrameView;
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
    pub text: String,
    /// The write that is still to come, for lost updates.
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
struct Held {
    step: u64,
    write: Write,
    place: Variable,
    value: Value,
    name: String,
}

/// Where a shared value is.
#[derive(Debug, Clone, Copy)]
enum Variable {
    Global(usize),
    Attribute(gilscope_vm::value::InstanceId, gilscope_vm::Symbol),
    Cell(gilscope_vm::value::CellId),
}

impl Variable {
    fn of(interp: &Interp, frame: &FrameView<'_>, window: &RaceWindow) -> Option<Variable> {
        match window.target {
            Target::Global(name) => {
                let name = frame.code.names.get(name as usize)?;
                interp.slot_of(frame.module, name).map(Variable::Global)
            }
            Target::Attribute(name) => {
                let name = interp.symbols.find(frame.code.names.get(name as usize)?)?;
                match receiver(interp, frame, window.read as usize)? {
                    Value::Instance(id) => Some(Variable::Attribute(id, name)),
                    _ => None,
                }
            }
            Target::Cell(local) => match frame.locals.get(local as usize)? {
                Value::Cell(id) => Some(Variable::Cell(*id)),
                _ => None,
            },
            Target::Item => None,
        }
    }

    fn value(self, interp: &Interp) -> Option<Value> {
        match self {
            Variable::Global(slot) => interp.globals.get(slot).copied(),
            Variable::Attribute(id, name) => interp.attribute_of(id, name),
            Variable::Cell(id) => Some(interp.heap.cells[id].content),
        }
    }
}

/// The object whose attribute the instruction at `read` loads, where it comes from a variable.
fn receiver(interp: &Interp, frame: &FrameView<'_>, read: usize) -> Option<Value> {
    let before = |distance: usize| frame.code.instructions.get(read.checked_sub(distance)?);
    let mut source = before(1)?;
    if source.op == Opcode::Copy {
        source = before(2)?;
    }
    match source.op {
        Opcode::LoadFast => frame.locals.get(source.arg as usize).copied(),
        Opcode::LoadGlobal => {
            let name = frame.code.names.get(source.arg as usize >> 1)?;
            interp.globals.get(interp.slot_of(frame.module, name)?).copied()
        }
        _ => None,
    }
}

fn name_of(code: &Code, target: Target) -> String {
    let name = |index: u32| code.names.get(index as usize).map_or("?", |name| name);
    match target {
        Target::Global(index) => name(index).to_owned(),
        Target::Attribute(index) => format!(".{}", name(index)),
        Target::Cell(local) => code.locals.get(local as usize).map_or("?", |name| name).to_owned(),
        Target::Item => "an item".to_owned(),
    }
}

/// Watches a simulation for what goes wrong.
#[derive(Default)]
pub struct Watcher {
    findings: Vec<Finding>,
    held: BTreeMap<ThreadId, Vec<Held>>,
    /// Race windows by code object; the codes are kept, so that no other comes to lie at the same address.
    windows: BTreeMap<usize, (Arc<Code>, Vec<RaceWindow>)>,
    cycles: usize,
}

impl Watcher {
    /// What was found so far, in the order of its steps.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// A finding is better placed at this later step.
    pub fn place_at(&mut self, finding: usize, step: u64) {
        let next = self.findings.get(finding + 1).map_or(u64::MAX, |next| next.step);
        if let Some(finding) = self.findings.get_mut(finding) {
            finding.step = step.min(next);
            finding.write = None;
        }
    }

    fn report(&mut self, step: u64, text: String, write: Option<Write>) {
        if self.findings.len() < MOST {
            self.findings.push(Finding { step, text, write });
        }
    }

    /// A thread stops running: what has it read that it has not written back?
    fn gave_up(&mut self, simulation: &Simulation, thread: ThreadId, step: u64) {
        let interp = simulation.interp();
        let mut held = Vec::new();
        for (depth, frame) in
            interp.frames(thread).iter().enumerate().filter(|(_, frame)| !super::look::is_library(&frame.code.filename))
        {
            let key = Arc::as_ptr(frame.code) as usize;
            let (code, windows) =
                self.windows.entry(key).or_insert_with(|| (Arc::clone(frame.code), race_windows(frame.code)));
            for window in windows.iter().filter(|window| window.is_inside(frame.instruction)) {
                let Some(place) = Variable::of(interp, frame, window) else { continue };
                let Some(value) = place.value(interp) else { continue };
                let write = Write { thread, code: Arc::clone(code), instruction: window.write, depth };
                held.push(Held { step, write, place, value, name: name_of(code, window.target) });
            }
        }
        self.held.insert(thread, held);
    }

    /// A thread runs again: is what it has read still true?
    fn took(&mut self, simulation: &Simulation, thread: ThreadId, step: u64) {
        let interp = simulation.interp();
        for held in self.held.remove(&thread).unwrap_or_default() {
            let now = held.place.value(interp);
            if now == Some(held.value) {
                continue;
            }
            let old = interp.glimpse(held.value, ROOM);
            let new = now.map_or("gone".to_owned(), |now| interp.glimpse(now, ROOM));
            let name = &held.name;
            let text = format!(
                "lost update: {thread} read {name} when it was {old}; by now others have made it {new}, and {thread} is \
                 about to write back what it made of {old}"
            );
            self.report(step, text, Some(held.write));
        }
    }

    fn ended(&mut self, simulation: &Simulation, step: u64) {
        match simulation.ending() {
            Some(Ending::Exited { .. }) | None => {}
            Some(_) => {
                let report = simulation.report().unwrap_or_default();
                let lines: Vec<&str> = report.lines().map(str::trim).collect();
                self.report(step, lines.join(" "), None);
            }
        }
    }
}

impl Watch<Simulation> for Watcher {
    fn see(&mut self, simulation: &Simulation, events: &[Recorded]) {
        for Recorded { step, event } in events {
            match &event.kind {
                EventKind::GilReleased { .. } => self.gave_up(simulation, event.thread, *step),
                EventKind::GilTaken { .. } => self.took(simulation, event.thread, *step),
                EventKind::TextWritten { stream: Stream::Error, text } if text.starts_with("Traceback") => {
                    self.report(*step, format!("{} was ended by an exception", event.thread), None);
                }
                EventKind::TextWritten { stream: Stream::Error, text } if text.starts_with("Exception in thread") => {
                    self.report(*step, format!("{}: {}", event.thread, text.trim_end()), None);
                }
                EventKind::ThreadBlocked { .. } if simulation.cycles().len() > self.cycles => {
                    self.cycles = simulation.cycles().len();
                    let threads: Vec<String> =
                        simulation.cycles().last().into_iter().flatten().map(|one| one.thread.to_string()).collect();
                    self.report(
                        *step,
                        format!("deadlock: {} wait for each other in a circle", threads.join(", ")),
                        None,
                    );
                }
                _ => {}
            }
        }
        if let Some(last) = events.last() {
            self.ended(simulation, last.step);
        }
    }

    fn forget_from(&mut self, simulation: &Simulation, step: u64) {
        self.findings.retain(|finding| finding.step < step);
        self.held.values_mut().for_each(|held| held.retain(|one| one.step < step));
        self.cycles = simulation.cycles().len();
    }
}
