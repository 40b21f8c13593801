//! A variable shared between a function and the functions inside it.

use crate::value::Value;

/// `content` is `Null` while the variable is unbound.
#[derive(Debug, Clone)]
pub struct Cell {
    pub content: Value,
}

impl Default for Cell {
    fn default() -> Cell {
        Cell { content: Value::Null }
    }
}
