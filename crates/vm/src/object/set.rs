//! `set` and `frozenset`.

use crate::value::Value;

/// Filled in by the container author: CPython's probing order decides the order of iteration.
#[derive(Debug, Clone, Default)]
pub struct SetObject {
    entries: Vec<(u64, Value)>,
    frozen: bool,
}

impl SetObject {
    pub fn is_frozen(&self) -> bool {
        self.frozen
    }

    pub fn len(&self) -> usize {
        self.entries.len()
    }

    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Members in the order of iteration.
    pub fn iter(&self) -> impl Iterator<Item = Value> + '_ {
        self.entries.iter().map(|e| e.1)
    }
}
