//! Text to code object, and what is wrong with it as a script sees it.

use gilscope_bytecode::Code;
use gilscope_compiler::Options;
use gilscope_source::{LineColumn, LineIndex};
use gilscope_syntax::{SyntaxError, SyntaxErrorKind, SyntaxWarning};
use gilscope_vm::host::{CompileMode, SyntaxFault};
use std::fmt::Write as _;
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
    let (code, warnings) = match mode {
        CompileMode::Exec | CompileMode::Single => {
            let module = gilscope_syntax::parse(source)?;
            warn(&gilscope_syntax::warnings(source), source, filename);
            gilscope_compiler::compile_with_warnings(&module, source, &options)?
        }
        CompileMode::Eval => {
            let expression = gilscope_syntax::parse_expression(source)?;
            warn(&gilscope_syntax::warnings(source), source, filename);
            gilscope_compiler::compile_expression_with_warnings(&expression, source, &options)?
        }
    };
    warn(&warnings, source, filename);
    Ok(Arc::new(code))
}

/// Prints warnings as CPython does; the line is shown when it can be read from a file.
fn warn(warnings: &[SyntaxWarning], source: &str, filename: &str) {
    let mut text = String::new();
    for warning in warnings {
        let _ = writeln!(text, "{filename}:{}: SyntaxWarning: {}", warning.line, warning.message);
        let line = LineIndex::new(source).line_text(source, warning.line).trim().to_owned();
        if !filename.starts_with('<') && !line.is_empty() {
            let _ = writeln!(text, "  {line}");
        }
    }
    // Nobody is left to be told when standard error is closed.
    let _ = std::io::Write::write_all(&mut std::io::stderr().lock(), text.as_bytes());
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
