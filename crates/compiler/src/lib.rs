//! AST → symbol table → code object.
//!
//! The way is CPython 3.13's: `symtable` finds the scope of every name, `codegen` writes instructions with labels,
//! `cfg` turns them into basic blocks and improves those, `assemble` lays the blocks out as a `Code`. What comes out
//! reads like `dis` there, because learners compare the two and switch points are defined on instructions.
#![forbid(unsafe_code)]

mod assemble;
mod cfg;
mod codegen;
mod collections;
mod constant_pool;
mod constants;
mod docstring;
mod error;
mod fold;
mod future;
mod instruction;
mod symtable;
mod unit;
mod unparse;

use gilscope_bytecode::Code;
use gilscope_syntax::ast::{Expr, Module};
use gilscope_syntax::{SyntaxError, SyntaxWarning};
use std::sync::Arc;

pub use symtable::print_symbols;
pub use unparse::unparse;

/// How a text is compiled.
#[derive(Debug, Clone)]
pub struct Options {
    /// `co_filename` of every code object.
    pub filename: Arc<str>,
    /// Library code that stands in for C code: no check points, no frames in tracebacks.
    pub hidden: bool,
}

/// The code of a whole module, `exec` text or main program.
pub fn compile(module: &Module, source: &str, options: &Options) -> Result<Code, SyntaxError> {
    compile_with_warnings(module, source, options).map(|(code, _)| code)
}

/// The code of one expression, whose value it returns: `eval`.
pub fn compile_expression(expr: &Expr, source: &str, options: &Options) -> Result<Code, SyntaxError> {
    compile_expression_with_warnings(expr, source, options).map(|(code, _)| code)
}

/// As `compile`, with the warnings about what is surely a mistake, in CPython's order. Those about literals are
/// `gilscope_syntax::warnings`.
pub fn compile_with_warnings(module: &Module, source: &str, options: &Options) -> Result<Compiled, SyntaxError> {
    codegen::compile(symtable::Body::Module(module), source, options)
}

/// As `compile_expression`, with warnings.
pub fn compile_expression_with_warnings(expr: &Expr, source: &str, options: &Options) -> Result<Compiled, SyntaxError> {
    codegen::compile(symtable::Body::Expression(expr), source, options)
}

/// A code object, and what CPython warns of when it compiles the same.
pub type Compiled = (Code, Vec<SyntaxWarning>);
