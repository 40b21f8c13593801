//! Text to code object, and what is wrong with it as a script sees it.

use gilscope_bytecode::Code;
use gilscope_compiler::Options;
use gilscope_source::{LineColumn, LineIndex};
use gilscope_syntax::{SyntaxError, SyntaxErrorKind};
use gilscope_vm::host::{CompileMode, SyntaxFault};
use std::sync::Arc;
use std::thread;

/// Enough for the deepest nesting that the parser accepts; only what is used of it becomes real.
const STACK: usize = 256 << 20;

/// Compiles a text. It is done on a stack of its own: syntax trees are walked recursively, and the threads of scripts
/// have small stacks.
pub(crate) fn compile(source: &str, filename: &str, mode: CompileMode) -> Result<Arc<Code>, SyntaxFault> {
    let work = || compile_here(source, filename, mode).map_err(|error| fault(&error, source, filename));
    thread::scope(|scope| {
        let worker = thread::Builder::new().name("compiler".to_owned()).stack_size(STACK).spawn_scoped(scope, work);
        match worker.map(|worker| worker.join()) {
            Ok(Ok(result)) => result,
            Ok(Err(panic)) => std::panic::resume_unwind(panic),
            // No memory for another thread: then here, on what there is.
            Err(_) => work(),
        }
    })
}

fn compile_here(source: &str, filename: &str, mode: CompileMode) -> Result<Arc<Code>, SyntaxError> {
    let options = Options { filename: filename.into(), hidden: false };
    let code = match mode {
        CompileMode::Exec | CompileMode::Single => {
            gilscope_compiler::compile(&gilscope_syntax::parse(source)?, source, &options)?
        }
        CompileMode::Eval => {
            gilscope_compiler::compile_expression(&gilscope_syntax::parse_expression(source)?, source, &options)?
        }
    };
    Ok(Arc::new(code))
}

/// What is wrong with a program, as CPython prints it.
pub fn describe(error: &SyntaxError, source: &str, filename: &str) -> String {
    crate::diagnostic::render(&fault(error, source, filename))
}

/// The attributes of the exception: lines and offsets from 1, offsets in characters.
pub(crate) fn fault(error: &SyntaxError, source: &str, filename: &str) -> SyntaxFault {
    let index = LineIndex::new(source);
    let start = index.position(error.span.lo);
    let end = index.position(error.span.hi.max(error.span.lo));
    SyntaxFault {
        class: match error.kind {
            SyntaxErrorKind::Syntax => "SyntaxError",
            SyntaxErrorKind::Indentation => "IndentationError",
            SyntaxErrorKind::Tab => "TabError",
        },
        message: error.message.clone(),
        filename: filename.to_owned(),
        line: start.line,
        // Column 0 of CPython: no caret is drawn.
        offset: if error.has_caret() { offset(&index, source, start) } else { 0 },
        text: Some(format!("{}\n", index.line_text(source, start.line).split('\0').next().unwrap_or_default())),
        end_line: end.line,
        end_offset: offset(&index, source, end),
    }
}

fn offset(index: &LineIndex, source: &str, at: LineColumn) -> u32 {
    let line = index.line_text(source, at.line);
    let before = line.char_indices().take_while(|(byte, _)| *byte < at.column as usize).count();
    // A place after the last character, such as that of a missing bracket, keeps its distance.
    let beyond = (at.column as usize).saturating_sub(line.len());
    (before + beyond) as u32 + 1
}
