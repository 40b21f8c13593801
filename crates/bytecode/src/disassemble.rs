//! A code object as text, laid out like `python3.13 -m dis`.
//!
//! Line, label, opcode, operand and its meaning; then the exception table, then the code objects among the constants.
//! Jumps show the index of their target instruction, which is what this VM's operands are, next to its label.

use crate::{BinaryOp, Code, CompareOp, Constant, Instruction, Intrinsic1, Intrinsic2, Opcode, Operand};
use std::collections::BTreeMap;
use std::fmt::Write;

/// The text of `code` and of every code object inside it.
pub fn disassemble(code: &Code) -> String {
    let mut out = String::new();
    one(code, &mut out);
    nested(code, &mut out);
    out
}

/// The text of each instruction, without line and label.
pub fn instruction_texts(code: &Code) -> Vec<String> {
    let labels = labels(code);
    let text = |instruction: &Instruction| {
        let mut out = String::new();
        instruction_text(code, *instruction, &labels, &mut out);
        out
    };
    code.instructions.iter().map(text).collect()
}

fn nested(code: &Code, out: &mut String) {
    for inner in code.constants.iter().filter_map(as_code) {
        let header = Constant::Code(inner.clone()).repr();
        let _ = writeln!(out, "\nDisassembly of {header}:");
        one(inner, out);
        nested(inner, out);
    }
}

fn as_code(constant: &Constant) -> Option<&std::sync::Arc<Code>> {
    match constant {
        Constant::Code(code) => Some(code),
        _ => None,
    }
}

/// How an instruction without a line is marked.
const NO_LINE: &str = "  --";
const NAME_WIDTH: usize = 20;
const OPERAND_WIDTH: usize = 5;

/// Widths of the columns.
struct Widths {
    line: usize,
    label: usize,
}

impl Widths {
    fn new(code: &Code, labels: &BTreeMap<u32, usize>) -> Widths {
        let greatest = code.locations.iter().map(|l| l.line).max().unwrap_or(0).to_string().len();
        let no_line = (0..code.instructions.len()).any(|i| lacks_line(code, i));
        let line = greatest.max(3).max(if no_line { NO_LINE.len() } else { 0 });
        Widths { line, label: 4 + labels.len().to_string().len() }
    }
}

fn lacks_line(code: &Code, i: usize) -> bool {
    let at_start = code.instructions[i].op == Opcode::Resume && code.instructions[i].arg == 0;
    code.locations.get(i).is_none_or(|l| l.line == 0) && !at_start
}

fn one(code: &Code, out: &mut String) {
    let labels = labels(code);
    let widths = Widths::new(code, &labels);
    let mut previous = None;
    for (i, (instruction, location)) in code.instructions.iter().zip(code.locations.iter()).enumerate() {
        let line = (!lacks_line(code, i)).then_some(location.line);
        let starts = previous != Some(line);
        previous = Some(line);
        if starts && i > 0 {
            out.push('\n');
        }
        let line = match line {
            _ if !starts => String::new(),
            None => NO_LINE.to_owned(),
            Some(line) => line.to_string(),
        };
        let label = labels.get(&(i as u32)).map_or(String::new(), |n| format!("L{n}:"));
        let row = format!("{line:>0$} {label:>1$}     ", widths.line, widths.label);
        out.push_str(&row);
        instruction_text(code, *instruction, &labels, out);
        out.push('\n');
    }
    exception_table(code, &labels, out);
}

fn instruction_text(code: &Code, instruction: Instruction, labels: &BTreeMap<u32, usize>, out: &mut String) {
    let name = instruction.op.name();
    if !has_operand(instruction.op) {
        out.push_str(name);
        return;
    }
    let width = OPERAND_WIDTH - name.len().saturating_sub(NAME_WIDTH).min(OPERAND_WIDTH);
    let _ = write!(out, "{name:<NAME_WIDTH$} {:>width$}", instruction.arg);
    if let Some(text) = operand_text(code, instruction, labels) {
        let _ = write!(out, " ({text})");
    }
}

fn has_operand(op: Opcode) -> bool {
    op.operand() != Operand::None
}

fn exception_table(code: &Code, labels: &BTreeMap<u32, usize>, out: &mut String) {
    if code.exception_table.is_empty() {
        return;
    }
    out.push_str("ExceptionTable:\n");
    let label = |at: u32| labels.get(&at).map_or_else(|| at.to_string(), |n| format!("L{n}"));
    for range in &code.exception_table {
        let lasti = if range.push_lasti { " lasti" } else { "" };
        let (start, end, target) = (label(range.start), label(range.end), label(range.target));
        let _ = writeln!(out, "  {start} to {end} -> {target} [{}]{lasti}", range.depth);
    }
}

/// Everything that is jumped to, or begins or ends a row of the exception table, numbered in order.
fn labels(code: &Code) -> BTreeMap<u32, usize> {
    let jumps = code.instructions.iter().filter(|i| i.op.jumps()).map(|i| i.arg);
    let ranges = code.exception_table.iter().flat_map(|r| [r.start, r.end, r.target]);
    let targets: std::collections::BTreeSet<u32> = jumps.chain(ranges).collect();
    targets.into_iter().zip(1..).collect()
}

fn operand_text(code: &Code, instruction: Instruction, labels: &BTreeMap<u32, usize>) -> Option<String> {
    let arg = instruction.arg;
    let name = |index: u32| code.names.get(index as usize).map_or("?", |n| n).to_owned();
    let text = match instruction.op.operand() {
        Operand::None | Operand::Count | Operand::UnpackEx | Operand::Resume => return None,
        Operand::Const => code.constants.get(arg as usize)?.repr(),
        Operand::Name => name(arg),
        Operand::NameFlag if arg & 1 == 0 => name(arg >> 1),
        Operand::NameFlag if instruction.op == Opcode::LoadAttr => format!("{} + NULL|self", name(arg >> 1)),
        Operand::NameFlag => format!("{} + NULL", name(arg >> 1)),
        Operand::SuperName if arg & 1 == 0 => name(arg >> 2),
        Operand::SuperName => format!("{} + NULL|self", name(arg >> 2)),
        Operand::Local => code.locals.get(arg as usize)?.to_string(),
        Operand::Jump => format!("to L{}", labels.get(&arg)?),
        Operand::Binary => BinaryOp::from_operand(arg)?.text().to_owned(),
        Operand::Compare => {
            let text = CompareOp::from_operand(arg >> 1)?.text();
            if arg & 1 == 1 { format!("bool({text})") } else { text.to_owned() }
        }
        Operand::Invert => {
            let word = if instruction.op == Opcode::IsOp { "is" } else { "in" };
            match (arg, word) {
                (0, word) => word.to_owned(),
                (_, "is") => "is not".to_owned(),
                _ => "not in".to_owned(),
            }
        }
        Operand::Intrinsic1 => Intrinsic1::from_operand(arg)?.text().to_owned(),
        Operand::Intrinsic2 => Intrinsic2::from_operand(arg)?.text().to_owned(),
        Operand::Conversion => ["", "str", "repr", "ascii"].get(arg as usize)?.to_string(),
        Operand::FunctionAttribute => match arg {
            1 => "defaults",
            2 => "kwdefaults",
            4 => "annotations",
            8 => "closure",
            _ => return None,
        }
        .to_owned(),
    };
    Some(text)
}
