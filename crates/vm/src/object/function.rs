//! A function written in Python.

use crate::symbol::Symbol;
use crate::value::{CodeId, Value};

#[derive(Debug, Clone)]
pub struct FunctionObject {
    pub code: CodeId,
    /// A tuple, or `Null`.
    pub defaults: Value,
    /// A dict, or `Null`.
    pub kw_defaults: Value,
    /// A tuple of cells, or `Null`.
    pub closure: Value,
    /// A tuple of names and values in turn, a dict, or `Null`.
    pub annotations: Value,
    /// What was assigned: `__name__`, `__doc__`, `__wrapped__` or the script's own attributes.
    pub attributes: Option<Box<Vec<(Symbol, Value)>>>,
}

impl Default for FunctionObject {
    fn default() -> FunctionObject {
        FunctionObject {
            code: CodeId(0),
            defaults: Value::Null,
            kw_defaults: Value::Null,
            closure: Value::Null,
            annotations: Value::Null,
            attributes: None,
        }
    }
}
