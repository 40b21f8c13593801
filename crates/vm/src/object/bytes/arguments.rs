//! What the methods of `bytes` and `bytearray` make of their arguments.

use crate::interp::Interp;
use crate::native::{Args, Trap};
use crate::value::{BytesId, Value};

/// `self`.
pub(super) fn own(interp: &Interp, args: Args) -> BytesId {
    match interp.payload(args.at(0)) {
        Value::Bytes(id) => id,
        _ => BytesId::default(),
    }
}

/// The content of `self`.
pub(super) fn data<'a>(interp: &'a Interp, args: Args) -> &'a [u8] {
    match interp.payload(args.at(0)) {
        Value::Bytes(id) => &interp.heap.bytes[id].data,
        _ => &[],
    }
}

/// Whether `self` is a `bytearray`: the results are of the same type.
pub(super) fn is_array(interp: &Interp, args: Args) -> bool {
    matches!(interp.payload(args.at(0)), Value::Bytes(id) if interp.heap.bytes[id].is_bytearray)
}

/// An argument that must be bytes-like.
pub(super) fn bytes_like(interp: &mut Interp, value: Value) -> Result<Vec<u8>, Trap> {
    match interp.payload(value) {
        Value::Bytes(id) => Ok(interp.heap.bytes[id].data.clone()),
        _ => {
            let name = interp.class_display(interp.class_of(value));
            Err(interp.type_error(format!("a bytes-like object is required, not '{name}'")))
        }
    }
}

/// What is searched for: bytes, or one byte as a number.
pub(super) fn pattern(interp: &mut Interp, value: Value) -> Result<Vec<u8>, Trap> {
    match interp.payload(value) {
        Value::Bytes(id) => Ok(interp.heap.bytes[id].data.clone()),
        Value::Int(_) | Value::Big(_) | Value::True | Value::False => Ok(vec![byte(interp, value)?]),
        _ => {
            let name = interp.class_display(interp.class_of(value));
            let message = format!("argument should be integer or bytes-like object, not '{name}'");
            Err(interp.type_error(message))
        }
    }
}

/// A number that must be a byte.
pub(super) fn byte(interp: &mut Interp, value: Value) -> Result<u8, Trap> {
    match u8::try_from(interp.clamped_index(value)?) {
        Ok(byte) => Ok(byte),
        Err(_) => Err(interp.value_error("byte must be in range(0, 256)")),
    }
}

/// Where `wanted` first is in `data`.
pub(super) fn find(data: &[u8], wanted: &[u8]) -> Option<usize> {
    match wanted {
        [] => Some(0),
        [byte] => data.iter().position(|b| b == byte),
        _ => data.windows(wanted.len()).position(|w| w == wanted),
    }
}

/// Where `wanted` last is in `data`.
pub(super) fn rfind(data: &[u8], wanted: &[u8]) -> Option<usize> {
    match wanted {
        [] => Some(data.len()),
        _ => data.windows(wanted.len()).rposition(|w| w == wanted),
    }
}
