//! Race windows: the stretch from reading a shared value to writing it back.
//!
//! If another thread can run in between, what is written back may be out of date by then.

use gilscope_bytecode::{Code, Opcode};

/// A window over several lines is looked for over so many instructions.
const REACH: usize = 60;

/// What is read and written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// Index in the names.
    Global(u32),
    /// Index in the names.
    Attribute(u32),
    /// Index in the locals.
    Cell(u32),
    Item,
}

/// The instructions that read and write one value, by index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RaceWindow {
    pub read: u32,
    pub write: u32,
    pub target: Target,
}

impl RaceWindow {
    /// Whether a thread whose next instruction this is has read the value and not written it yet.
    pub fn is_inside(&self, next: u32) -> bool {
        (self.read + 1..=self.write).contains(&next)
    }
}

fn read(code: &Code, index: usize) -> Option<Target> {
    let instruction = code.instructions.get(index)?;
    match instruction.op {
        Opcode::LoadGlobal => Some(Target::Global(instruction.arg >> 1)),
        Opcode::LoadName => Some(Target::Global(instruction.arg)),
        Opcode::LoadAttr => Some(Target::Attribute(instruction.arg >> 1)),
        Opcode::LoadDeref => Some(Target::Cell(instruction.arg)),
        Opcode::BinarySubscr => Some(Target::Item),
        _ => None,
    }
}

fn written(code: &Code, index: usize) -> Option<Target> {
    let instruction = code.instructions.get(index)?;
    match instruction.op {
        Opcode::StoreGlobal | Opcode::StoreName => Some(Target::Global(instruction.arg)),
        Opcode::StoreAttr => Some(Target::Attribute(instruction.arg)),
        Opcode::StoreDeref => Some(Target::Cell(instruction.arg)),
        Opcode::StoreSubscr => Some(Target::Item),
        _ => None,
    }
}

/// All race windows of a code object, in the order of their writes.
pub fn race_windows(code: &Code) -> Vec<RaceWindow> {
    let window = |write: usize| {
        let target = written(code, write)?;
        Some(RaceWindow { read: start_of(code, write, target)? as u32, write: write as u32, target })
    };
    (0..code.instructions.len()).filter_map(window).collect()
}

/// The first reading of what the instruction at `end` writes, on its line or, in functions, not far before it; nothing
/// beyond another writing of it or the end of a loop.
fn start_of(code: &Code, end: usize, target: Target) -> Option<usize> {
    let line = |index: usize| code.locations.get(index).map(|location| location.line);
    let may_cross_lines = code.flags.optimized && target != Target::Item;
    let mut start = None;
    for index in (end.saturating_sub(REACH)..end).rev() {
        let is_over = code.instructions.get(index).is_none_or(|i| i.op == Opcode::JumpBackward)
            || written(code, index) == Some(target)
            || !may_cross_lines && line(index) != line(end);
        if is_over {
            break;
        }
        if read(code, index) == Some(target) {
            start = Some(index);
        }
    }
    start
}
