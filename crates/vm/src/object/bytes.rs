//! `bytes` and `bytearray`.

mod arguments;
mod construct;
mod methods;
mod search;
mod text;

pub use construct::bytes_from;
pub(crate) use methods::install;

use crate::interp::Interp;
use crate::value::Value;

/// Immutable `bytes`, or a `bytearray`.
#[derive(Debug, Clone, Default)]
pub struct BytesObject {
    pub data: Vec<u8>,
    pub is_bytearray: bool,
}

impl Interp {
    /// A `bytes`, or a `bytearray`.
    pub fn new_bytes_like(&mut self, data: Vec<u8>, is_bytearray: bool) -> Value {
        self.heap.charge(48 + data.len());
        Value::Bytes(self.heap.bytes.alloc(BytesObject { data, is_bytearray }))
    }
}
