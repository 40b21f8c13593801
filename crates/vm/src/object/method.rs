//! A function bound to its first argument.

use crate::value::Value;

#[derive(Debug, Clone)]
pub struct MethodObject {
    pub function: Value,
    pub receiver: Value,
}

impl Default for MethodObject {
    fn default() -> MethodObject {
        MethodObject { function: Value::Null, receiver: Value::Null }
    }
}
