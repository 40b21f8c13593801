//! Race windows: the stretch from reading a shared value to writing it back.
//!
//! If another thread can run in between, what is written back may be out of date by then. Whether it can depends on the
//! model's check points.

use crate::moment::Window;
use gilscope_bytecode::{Check, Code, Opcode};
use gilscope_gil::CheckPoints;

/// A window over several lines is looked for over so many instructions.
const REACH: usize = 60;

/// Whether another thread may come to run right at or after this instruction, under this rule.
pub fn is_check_point(rule: CheckPoints, op: Opcode) -> bool {
    match rule {
        CheckPoints::CountedOps | CheckPoints::AfterSlowOps => !op.is_fast(),
        CheckPoints::CallJumpFrame => {
            let jumps = matches!(
                op,
                Opcode::PopJumpIfFalse | Opcode::PopJumpIfTrue | Opcode::PopJumpIfNone | Opcode::PopJumpIfNotNone
            );
            jumps || op.check() != Check::Never
        }
        CheckPoints::BackEdgeCallResume => op.check() != Check::Never,
        CheckPoints::EveryOp => true,
    }
}

/// What a read or a write is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Target {
    Global(u32),
    Attribute(u32),
    Cell(u32),
    Item,
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

/// For each instruction, whether it is in a race window.
pub fn windows(code: &Code, rule: CheckPoints) -> Vec<Window> {
    let mut windows = vec![Window::Outside; code.instructions.len()];
    for end in 0..windows.len() {
        let Some(start) = written(code, end).and_then(|target| start_of(code, end, target)) else { continue };
        let is_open = code.instructions[start..end].iter().any(|inner| is_check_point(rule, inner.op));
        for window in &mut windows[start..=end] {
            if is_open {
                *window = Window::Open;
            } else if *window == Window::Outside {
                *window = Window::Closed;
            }
        }
    }
    windows
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

#[cfg(test)]
mod tests {
    use super::*;

    /// The body of the first function of a program.
    fn function(text: &str) -> std::sync::Arc<Code> {
        let module = crate::sample::compile(text);
        let codes = module.constants.iter().find_map(|constant| match constant {
            gilscope_bytecode::Constant::Code(code) => Some(code.clone()),
            _ => None,
        });
        codes.expect("the program has a function")
    }

    fn picture(text: &str, rule: CheckPoints) -> String {
        let marks = windows(&function(text), rule);
        marks
            .iter()
            .map(|window| match window {
                Window::Outside => '.',
                Window::Closed => 'c',
                Window::Open => 'o',
            })
            .collect()
    }

    const PLAIN: &str = "def f():\n    global n\n    n += 1\n";
    const CALL: &str = "def f():\n    global n\n    n = g(n)\n";
    const APART: &str = "def f():\n    global n\n    old = n\n    n = old + 1\n";

    #[test]
    fn a_plain_increment_is_safe_under_some_models_only() {
        assert_eq!(picture(PLAIN, CheckPoints::BackEdgeCallResume), ".cccc.");
        for rule in [CheckPoints::AfterSlowOps, CheckPoints::CountedOps, CheckPoints::EveryOp] {
            assert_eq!(picture(PLAIN, rule), ".oooo.");
        }
    }

    #[test]
    fn a_call_in_between_opens_the_window() {
        assert_eq!(picture(CALL, CheckPoints::BackEdgeCallResume), "..ooo.");
        assert_eq!(picture(APART, CheckPoints::BackEdgeCallResume), ".cccccc.");
    }
}
