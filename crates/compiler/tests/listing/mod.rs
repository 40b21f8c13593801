//! Every instruction of a program with its operand and place, one per line; `listing.py` prints CPython's the same.

use gilscope_bytecode::{Code, CompareOp, Constant, Instruction, Operand};
use std::fmt::Write;

/// The listing of `code` and of the code objects inside it.
pub(crate) fn listing(code: &Code) -> String {
    let mut out = String::new();
    add(code, &mut out);
    out
}

fn add(code: &Code, out: &mut String) {
    let _ = writeln!(out, "code {} line {} stack {}", code.qualname, code.first_line, code.stack_size);
    for (i, (instruction, l)) in code.instructions.iter().zip(code.locations.iter()).enumerate() {
        let place = format!("{}:{}-{}:{}", l.line, l.column, l.end_line, l.end_column);
        let _ = writeln!(out, "{i}\t{}\t{}\t{place}", instruction.op.name(), operand(code, *instruction));
    }
    for r in &code.exception_table {
        let lasti = if r.push_lasti { " lasti" } else { "" };
        let _ = writeln!(out, "handler {}..{} at {} depth {}{lasti}", r.start, r.end, r.target, r.depth);
    }
    for constant in &code.constants {
        if let Constant::Code(inner) = constant {
            add(inner, out);
        }
    }
}

fn operand(code: &Code, instruction: Instruction) -> String {
    let arg = instruction.arg;
    let name = |i: u32| code.names[i as usize].to_string();
    match instruction.op.operand() {
        Operand::None => String::new(),
        Operand::Const => match &code.constants[arg as usize] {
            Constant::Code(inner) => format!("<code {}>", inner.name),
            Constant::FrozenSet(_) => "frozenset".to_owned(),
            other => other.repr(),
        },
        Operand::Name => name(arg),
        Operand::NameFlag => format!("{} {}", name(arg >> 1), arg & 1),
        Operand::SuperName => format!("{} {}", name(arg >> 2), arg & 3),
        Operand::Local => code.locals[arg as usize].to_string(),
        Operand::Compare => {
            format!("{} {}", CompareOp::from_operand(arg >> 1).map_or("?", CompareOp::text), arg & 1)
        }
        _ => arg.to_string(),
    }
}
