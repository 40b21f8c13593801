//! `slice`.

use crate::value::Value;

#[derive(Debug, Clone)]
pub struct SliceObject {
    pub start: Value,
    pub stop: Value,
    pub step: Value,
}

impl Default for SliceObject {
    fn default() -> SliceObject {
        SliceObject { start: Value::Null, stop: Value::Null, step: Value::Null }
    }
}
