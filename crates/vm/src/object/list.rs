//! `list`.

use crate::value::Value;

#[derive(Debug, Clone, Default)]
pub struct ListObject {
    pub items: Vec<Value>,
}
