//! What a stopped execution has inside: calls in progress, their variables, and what the threads share.

use gilscope_bytecode::Code;
use gilscope_trace::ThreadId;
use gilscope_vm::Interp;
use gilscope_vm::inspect::FrameView;
use gilscope_vm::value::{InstanceId, Value};
use std::collections::BTreeSet;
use std::sync::Arc;

/// A text for a value is about so long at most.
const ROOM: usize = 120;
/// Attributes of attributes are followed so far.
const DEPTH: usize = 3;
/// So many shared values are enough for anybody's eyes.
const MOST: usize = 300;

/// One call in progress.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    pub code: Arc<Code>,
    /// The instruction that runs next; in a call that waits for another, the instruction that called.
    pub instruction: u32,
    pub locals: Vec<(String, String)>,
    /// Values that were read and are not stored yet, the last one first.
    pub operands: Vec<String>,
    /// Whether it belongs to the library that comes with gilscope.
    pub is_library: bool,
}

impl Call {
    /// The line where the call is; 0 where there is none.
    pub fn line(&self) -> u32 {
        line(&self.code, self.instruction)
    }
}

/// The line of an instruction, or of the last one before it that has one.
fn line(code: &Code, instruction: u32) -> u32 {
    let upto = code.locations.get(..=instruction as usize).unwrap_or(&code.locations);
    upto.iter().rev().map(|location| location.line).find(|&line| line > 0).unwrap_or(code.first_line)
}

/// Where a thread is in the script: in the innermost call that is not the library's.
#[derive(Debug, Clone)]
pub struct Spot {
    pub code: Arc<Code>,
    /// How many calls are around it.
    pub depth: usize,
    pub line: u32,
    pub instruction: u32,
}

impl Spot {
    /// Whether both are at the same line of the same call, as far as can be told.
    pub fn is_same_line(&self, other: &Spot) -> bool {
        Arc::ptr_eq(&self.code, &other.code) && self.depth == other.depth && self.line == other.line
    }
}

/// Where the thread is.
pub fn spot(interp: &Interp, thread: ThreadId) -> Option<Spot> {
    let frames = interp.frames(thread);
    let depth = frames.iter().rposition(|frame| !is_library(&frame.code.filename))?;
    let frame = frames.get(depth)?;
    let line = line(frame.code, frame.instruction);
    Some(Spot { code: Arc::clone(frame.code), depth, line, instruction: frame.instruction })
}

/// The calls in progress of a thread, outermost first.
pub fn calls(interp: &Interp, thread: ThreadId) -> Vec<Call> {
    interp.frames(thread).iter().map(|frame| call(interp, frame)).collect()
}

fn call(interp: &Interp, frame: &FrameView<'_>) -> Call {
    let named = frame.code.locals.iter().zip(frame.locals).filter(|(_, value)| !value.is_null());
    // What a comprehension calls its source, or generated code its helpers, is nobody's variable.
    let named = named.filter(|(name, _)| !name.starts_with('.'));
    let text = |value: &Value| interp.glimpse(*value, ROOM);
    // What a loop iterates over is in nobody's hand.
    let operands = frame.operands.iter().rev().filter(|value| !matches!(value, Value::Null | Value::Iter(_)));
    Call {
        code: Arc::clone(frame.code),
        instruction: frame.instruction,
        locals: named.map(|(name, value)| (name.to_string(), text(value))).collect(),
        operands: operands.map(text).collect(),
        is_library: is_library(&frame.code.filename),
    }
}

/// Whether a file is part of the library that comes with gilscope.
pub(super) fn is_library(filename: &str) -> bool {
    gilscope_stdlib::source(filename).is_some()
}

/// What the main module's names are bound to, functions, classes and modules left out; for objects of the script's
/// classes, their attributes.
pub fn shared(interp: &Interp) -> Vec<(String, String)> {
    let Some(module) = interp.module_named("__main__") else { return Vec::new() };
    let mut shared = Shared { interp, seen: BTreeSet::new(), values: Vec::new() };
    for (name, value) in interp.bound_globals(module).filter(|(name, _)| !name.starts_with("__")) {
        shared.enter(name, value, 0);
    }
    shared.values
}

/// Shared values in the making.
struct Shared<'i> {
    interp: &'i Interp,
    seen: BTreeSet<usize>,
    values: Vec<(String, String)>,
}

impl Shared<'_> {
    fn enter(&mut self, path: &str, value: Value, depth: usize) {
        if self.values.len() >= MOST {
            return;
        }
        match value {
            Value::Module(_) | Value::Function(_) | Value::Native(_) | Value::Class(_) | Value::Method(_) => {}
            Value::Instance(id) if depth < DEPTH && self.is_scripted(id) => self.attributes(path, id, depth),
            _ => self.values.push((path.to_owned(), self.interp.glimpse(value, ROOM))),
        }
    }

    fn is_scripted(&self, id: InstanceId) -> bool {
        let class = &self.interp.heap.classes[self.interp.heap.instances[id].class];
        class.flags.scripted && &*class.module == "__main__"
    }

    fn attributes(&mut self, path: &str, id: InstanceId, depth: usize) {
        if self.seen.insert(id.index()) {
            for (name, value) in self.interp.attributes_of(id) {
                self.enter(&format!("{path}.{name}"), value, depth + 1);
            }
        }
    }
}
