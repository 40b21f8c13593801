//! Text to code object, and what is wrong with it as a script sees it.

use gilscope_bytecode::Code;
use gilscope_compiler::Options;
use gilscope_source::{LineColumn, LineIndex};
use gilscope_syntax::ast::{Expression, Module};
use gilscope_syntax::{SyntaxError, SyntaxErrorKind, SyntaxWarning};
use gilscope_vm::host::{CompileMode, SyntaxFault};
use std::fmt::Write as _;
use std::sync::Arc;
use std::thread;

/// Enough for the deepest nesting that the parser accepts; only what is used of it becomes real.
const STACK: usize = 256 << 20;
/// Trees of so few levels are walked on the main thread's own stack, which has some megabytes: a level takes 16 KiB at
/// the most. Nearly every text is so. To start a thread costs 60 µs, and memory that it allocates comes in small steps.
const LEVELS: u32 = 48;

/// A text that has been parsed.
enum Tree {
    Module(Module),
    Expression(Expression),
}

impl Tree {
    fn depth(&self) -> u32 {
        match self {
            Tree::Module(module) => module.depth,
            Tree::Expression(expression) => expression.depth,
        }
    }
}

/// Compiles a text. Syntax trees are walked recursively, and the threads of scripts have small stacks: deep trees, and
/// all trees of other threads than the main one, get a stack of their own.
pub(crate) fn compile(source: &str, filename: &str, mode: CompileMode) -> Result<Arc<Code>, SyntaxFault> {
    let described = |error: SyntaxError| fault(&error, source, filename);
    if thread::current().name() != Some("main") {
        return on_large_stack(|| generate(&parse(source, mode)?, source, filename)).map_err(described);
    }
    let tree = parse(source, mode).map_err(described)?;
    let work = || generate(&tree, source, filename);
    if tree.depth() <= LEVELS { work() } else { on_large_stack(work) }.map_err(described)
}

fn on_large_stack<T: Send>(work: impl Fn() -> T + Sync) -> T {
    thread::scope(|scope| {
        let worker = thread::Builder::new().name("compiler".to_owned()).stack_size(STACK).spawn_scoped(scope, &work);
        match worker.map(|worker| worker.join()) {
            Ok(Ok(result)) => result,
            Ok(Err(panic)) => std::panic::resume_unwind(panic),
            // No memory for another thread: then here, on what there is.
            Err(_) => work(),
        }
    })
}

fn parse(source: &str, mode: CompileMode) -> Result<Tree, SyntaxError> {
    match mode {
        CompileMode::Exec | CompileMode::Single => gilscope_syntax::parse(source).map(Tree::Module),
        CompileMode::Eval => gilscope_syntax::parse_expression(source).map(Tree::Expression),
    }
}

fn generate(tree: &Tree, source: &str, filename: &str) -> Result<Arc<Code>, SyntaxError> {
    let options = Options { filename: filename.into(), hidden: false };
    warn(&gilscope_syntax::warnings(source), source, filename);
    let (code, warnings) = match tree {
        Tree::Module(module) => gilscope_compiler::compile_with_warnings(module, source, &options)?,
        Tree::Expression(expression) => {
            gilscope_compiler::compile_expression_with_warnings(&expression.body, source, &options)?
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
