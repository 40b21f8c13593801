//! Print the disassembly of a file: a developer's tool for comparisons with CPython.
#![allow(clippy::print_stdout, clippy::print_stderr)]

use gilscope_bytecode::{Code, Constant};

fn main() {
    let mut positions = false;
    for path in std::env::args().skip(1) {
        if path == "--positions" {
            positions = true;
            continue;
        }
        let run = move || {
            let Ok(bytes) = std::fs::read(&path) else { return };
            let text = String::from_utf8_lossy(&bytes);
            let options = gilscope_compiler::Options { filename: path.as_str().into(), hidden: false };
            let code = gilscope_syntax::parse(&text).and_then(|m| gilscope_compiler::compile(&m, &text, &options));
            match code {
                Ok(code) if positions => print_positions(&code),
                Ok(code) => print!("{}", gilscope_bytecode::disassemble(&code)),
                Err(e) => println!("{e:?}"),
            }
        };
        let _ = std::thread::Builder::new().stack_size(16 << 20).spawn(run).map(|t| t.join());
    }
}

/// One line per instruction, in the form that `compare.py` makes of CPython's.
fn print_positions(code: &Code) {
    println!("CODE {} {} {}", code.qualname, code.first_line, code.stack_size);
    for (i, (ins, l)) in code.instructions.iter().zip(&code.locations).enumerate() {
        println!(
            "{i}\t{}\t{}\t{}\t{}-{}:{}",
            ins.op.name(),
            operand(code, ins),
            l.line,
            l.column,
            l.end_line,
            l.end_column
        );
    }
    for r in &code.exception_table {
        println!("EXC {} {} {} {} {}", r.start, r.end, r.target, r.depth, r.push_lasti);
    }
    for constant in &code.constants {
        if let Constant::Code(inner) = constant {
            print_positions(inner);
        }
    }
}

fn operand(code: &Code, ins: &gilscope_bytecode::Instruction) -> String {
    use gilscope_bytecode::Operand::*;
    let name = |i: u32| code.names.get(i as usize).map_or("?", |n| n).to_owned();
    match ins.op.operand() {
        None => String::new(),
        Const => match &code.constants[ins.arg as usize] {
            Constant::Code(c) => format!("<code {}>", c.name),
            Constant::FrozenSet(_) => "frozenset".to_owned(),
            other => other.repr(),
        },
        Name => name(ins.arg),
        NameFlag => format!("{} {}", name(ins.arg >> 1), ins.arg & 1),
        SuperName => format!("{} {}", name(ins.arg >> 2), ins.arg & 3),
        Local => code.locals[ins.arg as usize].to_string(),
        Compare => format!(
            "{} {}",
            gilscope_bytecode::CompareOp::from_operand(ins.arg >> 1).map_or("?", |c| c.text()),
            ins.arg & 1
        ),
        _ => ins.arg.to_string(),
    }
}
