//! An exception and where it went.

use crate::symbol::Symbol;
use crate::value::{ClassId, CodeId, Value};

/// One frame of a traceback.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TracebackEntry {
    pub code: CodeId,
    /// Index of the instruction.
    pub instruction: u32,
}

#[derive(Debug, Clone)]
pub struct ExceptionObject {
    pub class: ClassId,
    /// A tuple.
    pub args: Value,
    /// `__cause__`: an exception or `None`.
    pub cause: Value,
    /// `__context__`: an exception or `None`.
    pub context: Value,
    pub suppress_context: bool,
    /// Innermost frame first.
    pub traceback: Vec<TracebackEntry>,
    pub attributes: Option<Box<Vec<(Symbol, Value)>>>,
}

impl Default for ExceptionObject {
    fn default() -> ExceptionObject {
        ExceptionObject {
            class: ClassId(0),
            args: Value::Null,
            cause: Value::None,
            context: Value::None,
            suppress_context: false,
            traceback: Vec::new(),
            attributes: None,
        }
    }
}
