//! The code object: what the compiler makes and the VM runs.

use crate::packed::{text, texts};
use crate::{Instruction, Locations};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// One compiled module, class body, function, lambda or comprehension. Field names follow CPython's `co_*`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Code {
    /// `co_name`.
    #[serde(deserialize_with = "text")]
    pub name: Arc<str>,
    /// `co_qualname`.
    #[serde(deserialize_with = "text")]
    pub qualname: Arc<str>,
    /// `co_filename`.
    #[serde(deserialize_with = "text")]
    pub filename: Arc<str>,
    /// `co_firstlineno`.
    pub first_line: u32,
    pub flags: CodeFlags,
    /// Positional parameters, positional-only ones included.
    pub arg_count: u32,
    pub posonly_count: u32,
    pub kwonly_count: u32,
    /// Fast local slots, in this order: parameters (positional, keyword-only, `*args`, `**kwargs`), other locals,
    /// cells that are no parameters, free variables. `co_localsplusnames`.
    #[serde(deserialize_with = "texts")]
    pub locals: Vec<Arc<str>>,
    /// Indices in `locals` of the variables that live in cells (made by `MAKE_CELL`), parameters included.
    pub cells: Vec<u32>,
    /// The last `free_count` of `locals` are free variables, filled by `COPY_FREE_VARS` from the closure tuple.
    pub free_count: u32,
    /// Greatest depth of the operand stack.
    pub stack_size: u32,
    #[serde(deserialize_with = "texts")]
    pub names: Vec<Arc<str>>,
    pub constants: Vec<Constant>,
    pub instructions: Vec<Instruction>,
    /// One for each instruction.
    pub locations: Locations,
    /// Sorted by `start`; ranges do not overlap: the innermost handler alone covers each instruction.
    pub exception_table: Vec<ExceptionRange>,
}

/// Bits of `co_flags` that matter here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct CodeFlags {
    /// Locals are fast slots (functions, comprehensions, generators); false for modules and class bodies.
    pub optimized: bool,
    pub varargs: bool,
    pub varkeywords: bool,
    pub generator: bool,
    /// Defined inside another function.
    pub nested: bool,
    /// Library code that stands in for CPython's C code: left out of tracebacks, without check points.
    pub hidden: bool,
    /// The first constant is the docstring.
    pub docstring: bool,
}

/// A constant of a code object.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Constant {
    None,
    True,
    False,
    Ellipsis,
    Int(i64),
    /// Decimal digits, perhaps with a leading minus.
    BigInt(Arc<str>),
    /// Bits of the `f64`, so that -0.0 and NaN stay apart.
    Float(u64),
    /// Bits of the real and the imaginary part.
    Complex(u64, u64),
    Str(#[serde(deserialize_with = "text")] Arc<str>),
    Bytes(Arc<[u8]>),
    Tuple(Vec<Constant>),
    FrozenSet(Vec<Constant>),
    Code(Arc<Code>),
}

/// Instructions `start..end` are covered by the handler at `target`.
///
/// On an exception the operand stack is cut to `depth`, then, when `push_lasti`, the index of the raising
/// instruction is pushed as an int, then the exception, and `target` runs (`InternalDocs/exception_handling.md`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ExceptionRange {
    pub start: u32,
    pub end: u32,
    pub target: u32,
    pub depth: u32,
    pub push_lasti: bool,
}
