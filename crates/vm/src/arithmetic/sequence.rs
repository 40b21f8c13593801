//! `+`, `*` and `%` of `str`, `bytes` and `bytearray`, and the TypeErrors that sequences share.

use crate::cost::Work;
use crate::exceptions::MEMORY_ERROR;
use crate::interp::Interp;
use crate::native::{NativeResult, Trap};
use crate::object::BytesObject;
use crate::value::{BytesId, StrId, Value};
use crate::work::TEXT_ITEM;
use gilscope_bytecode::BinaryOp;

/// A text or byte string longer than this is a MemoryError.
pub const MAX_SIZE: usize = 4 << 30;

/// `None` when the operator is not defined for these types.
pub fn binary(interp: &mut Interp, op: BinaryOp, a: Value, b: Value) -> Option<NativeResult> {
    use BinaryOp::*;
    match (op, a, b) {
        (Add | InplaceAdd, Value::Str(x), Value::Str(y)) => Some(Ok(concat(interp, x, y, op == InplaceAdd))),
        (Remainder | InplaceRemainder, Value::Str(x), _) => Some(crate::format::percent::format_str(interp, x, b)),
        (Multiply | InplaceMultiply, Value::Str(x), _) => repeat_count(interp, b).map(|n| repeat_str(interp, x, n?)),
        (Multiply | InplaceMultiply, _, Value::Str(y)) => repeat_count(interp, a).map(|n| repeat_str(interp, y, n?)),
        (InplaceAdd, Value::Bytes(x), _) if interp.heap.bytes[x].is_bytearray => extend_bytes(interp, x, b),
        (Add | InplaceAdd, Value::Bytes(x), Value::Bytes(y)) => Some(concat_bytes(interp, x, y)),
        (Remainder | InplaceRemainder, Value::Bytes(x), _) => Some(crate::format::percent::format_bytes(interp, x, b)),
        (InplaceMultiply, Value::Bytes(x), _) if interp.heap.bytes[x].is_bytearray => {
            repeat_count(interp, b).map(|n| repeat_in_place(interp, x, n?))
        }
        (Multiply | InplaceMultiply, Value::Bytes(x), _) => {
            repeat_count(interp, b).map(|n| repeat_bytes(interp, x, n?))
        }
        (Multiply | InplaceMultiply, _, Value::Bytes(y)) => {
            repeat_count(interp, a).map(|n| repeat_bytes(interp, y, n?))
        }
        _ => None,
    }
}

/// How often `*` repeats a sequence; negative counts as 0. `None` for what is no integer.
pub fn repeat_count(interp: &mut Interp, value: Value) -> Option<Result<usize, Trap>> {
    let value = interp.payload(value);
    Some(match value {
        Value::Big(_) => Err(interp.overflow_error("cannot fit 'int' into an index-sized integer")),
        _ if interp.has_script_method(value, crate::symbol::Symbol::INDEX) => Err(Trap::Defer),
        _ => Ok(usize::try_from(value.as_int()?).unwrap_or(0)),
    })
}

/// `a + b`, or `a += b` when `in_place`.
pub(crate) fn concat(interp: &mut Interp, a: StrId, b: StrId, in_place: bool) -> Value {
    if interp.heap.char_count(a) == 0 {
        return Value::Str(b);
    }
    if interp.heap.char_count(b) == 0 {
        return Value::Str(a);
    }
    // In place only what is appended is copied.
    if interp.time.is_on {
        let kept = if in_place { 0 } else { interp.heap.text(a).len() };
        interp.work(Work::Copy, (kept + interp.heap.text(b).len()) / TEXT_ITEM);
    }
    interp.heap.concat(a, b, in_place)
}

/// Refuse a result of `count` times `size` bytes that cannot be held.
pub fn check_size(interp: &mut Interp, size: usize, count: usize) -> Result<(), Trap> {
    match size.checked_mul(count) {
        Some(total) if total <= MAX_SIZE => {
            interp.work(Work::Copy, total / TEXT_ITEM);
            Ok(())
        }
        _ => Err(interp.raise_with(MEMORY_ERROR, &[])),
    }
}

fn repeat_str(interp: &mut Interp, text: StrId, count: usize) -> NativeResult {
    if count == 1 {
        return Ok(Value::Str(text));
    }
    check_size(interp, interp.heap.text(text).len(), count)?;
    let text = interp.heap.text(text).repeat(count);
    Ok(interp.str_owned(text))
}

fn concat_bytes(interp: &mut Interp, a: BytesId, b: BytesId) -> NativeResult {
    let mut data = interp.heap.bytes[a].data.to_vec();
    data.extend_from_slice(&interp.heap.bytes[b].data);
    let kind = interp.heap.bytes[a].is_bytearray;
    Ok(interp.new_bytes_like(data, kind))
}

fn extend_bytes(interp: &mut Interp, a: BytesId, b: Value) -> Option<NativeResult> {
    let Value::Bytes(b) = b else { return None };
    let mut data = interp.heap.bytes[a].data.to_vec();
    data.extend_from_slice(&interp.heap.bytes[b].data);
    interp.heap.bytes[a].data = data;
    Some(Ok(Value::Bytes(a)))
}

fn repeat_bytes(interp: &mut Interp, bytes: BytesId, count: usize) -> NativeResult {
    check_size(interp, interp.heap.bytes[bytes].data.len(), count)?;
    let BytesObject { data, is_bytearray } = &interp.heap.bytes[bytes];
    let (data, kind) = (data.repeat(count), *is_bytearray);
    Ok(interp.new_bytes_like(data, kind))
}

fn repeat_in_place(interp: &mut Interp, bytes: BytesId, count: usize) -> NativeResult {
    check_size(interp, interp.heap.bytes[bytes].data.len(), count)?;
    let data = interp.heap.bytes[bytes].data.repeat(count);
    interp.heap.bytes[bytes].data = data;
    Ok(Value::Bytes(bytes))
}

/// The TypeErrors of `+` and `*` that name the sequence.
pub fn misuse(interp: &mut Interp, op: BinaryOp, a: Value, b: Value) -> Option<Trap> {
    let (x, y) = (interp.payload(a), interp.payload(b));
    let other = interp.class_display(interp.class_of(b));
    let is_sequence = |v| matches!(v, Value::Str(_) | Value::Bytes(_) | Value::List(_) | Value::Tuple(_));
    let message = match op {
        BinaryOp::Add => match x {
            Value::Str(_) => format!("can only concatenate str (not \"{other}\") to str"),
            Value::List(_) => format!("can only concatenate list (not \"{other}\") to list"),
            Value::Tuple(_) => format!("can only concatenate tuple (not \"{other}\") to tuple"),
            Value::Bytes(_) => format!("can't concat {other} to {}", interp.type_name(x)),
            _ => return None,
        },
        BinaryOp::Multiply if is_sequence(x) => format!("can't multiply sequence by non-int of type '{other}'"),
        BinaryOp::Multiply if is_sequence(y) => {
            format!("can't multiply sequence by non-int of type '{}'", interp.class_display(interp.class_of(a)))
        }
        _ => return None,
    };
    Some(interp.type_error(message))
}
