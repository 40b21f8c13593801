//! Race windows: the stretch from reading a shared value to writing it back.
//!
//! If another thread can run in between, what is written back may be out of date by then.

use super::access::{Accesses, Target, is_same};
use gilscope_bytecode::{Code, Opcode};

/// A window over several lines is looked for over so many instructions.
const REACH: usize = 80;

/// The instructions that read and write one value, by index.
#[derive(Debug, Clone, PartialEq, Eq)]
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

/// All race windows of a code object, in the order of their writes.
pub fn race_windows(code: &Code) -> Vec<RaceWindow> {
    let accesses = Accesses::of(code);
    let window = |write: usize| {
        let written = accesses.written(write)?;
        let (read, target) = start_of(&accesses, write, &written)?;
        Some(RaceWindow { read: read as u32, write: write as u32, target })
    };
    (0..code.instructions.len()).filter_map(window).collect()
}

/// The first reading of what the instruction at `end` writes, on its line or, in functions, not far before it; nothing
/// beyond another writing of it, or in a loop that is over by then.
fn start_of(accesses: &Accesses<'_>, end: usize, written: &Target) -> Option<(usize, Target)> {
    let code = accesses.code;
    let line = |index: usize| code.locations.get(index).map(|location| location.line);
    let mut written = written.clone();
    let mut start = None;
    let mut index = end;
    while let Some(before) = index.checked_sub(1).filter(|before| end - before <= REACH) {
        index = before;
        let instruction = code.instructions.get(index)?;
        if instruction.op == Opcode::JumpBackward {
            // What a loop between reads is not what is written after it.
            index = (instruction.arg as usize).min(index);
            continue;
        }
        let is_other_line = line(index) != line(end) && !code.flags.optimized;
        if is_other_line || accesses.written(index).is_some_and(|other| is_same(code, &other, &written)) {
            break;
        }
        if let Some(read) = accesses.read(index)
            && is_same(code, &read, &written)
        {
            // The reading of `d[k] += 1` says where the `d` and the `k` of the writing come from.
            written = read.clone();
            start = Some((index, read));
        }
    }
    start
}
