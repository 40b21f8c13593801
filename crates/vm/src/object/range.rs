//! `range`.

use crate::value::Value;

/// Bounds are `Int` or `Big`; `step` is not zero.
#[derive(Debug, Clone)]
pub struct RangeObject {
    pub start: Value,
    pub stop: Value,
    pub step: Value,
}

impl Default for RangeObject {
    fn default() -> RangeObject {
        RangeObject { start: Value::Null, stop: Value::Null, step: Value::Null }
    }
}
