//! Operators on small ints and floats, and the superinstructions that contain one (see `fuse.rs`).

use crate::arithmetic::sequence::concat;
use crate::containers::combine;
use crate::interp::Interp;
use crate::run::cursor::Cursor;
use crate::run::fast;
use crate::value::*;
use gilscope_bytecode::{BinaryOp, CompareOp};

/// `BINARY_OP` of two numbers, texts or sets.
#[inline(always)]
pub(crate) fn binary(interp: &mut Interp, at: &mut Cursor, op: BinaryOp) -> bool {
    let (a, b) = (at.top(2), at.top(1));
    let value = match fast::binary(op, a, b) {
        Some(value) => value,
        None => match of_objects(interp, op, a, b) {
            Some(value) => value,
            None => return false,
        },
    };
    at.replace(2, value);
    true
}

#[inline]
fn of_objects(interp: &mut Interp, op: BinaryOp, a: Value, b: Value) -> Option<Value> {
    match (op, a, b) {
        (_, Value::Str(_), Value::Str(_)) => join(interp, op, a, b),
        (BinaryOp::Or | BinaryOp::And | BinaryOp::Subtract | BinaryOp::Xor, Value::Set(a), Value::Set(b)) => {
            combine(&mut interp.heap, op, a, b).ok()
        }
        _ => None,
    }
}

/// `a + b` and `a += b` of texts.
#[inline]
pub(crate) fn join(interp: &mut Interp, op: BinaryOp, a: Value, b: Value) -> Option<Value> {
    match (op, a, b) {
        (BinaryOp::Add, Value::Str(a), Value::Str(b)) => Some(concat(interp, a, b, false)),
        (BinaryOp::InplaceAdd, Value::Str(a), Value::Str(b)) => Some(concat(interp, a, b, true)),
        _ => None,
    }
}

/// Two operands are loaded and combined.
#[inline(always)]
pub(crate) fn binary_of((a, b): (Value, Value), at: &mut Cursor, op: BinaryOp) {
    match fast::binary(op, a, b) {
        Some(value) => {
            at.push(value);
            at.skip(2);
        }
        None => push_both(at, a, b),
    }
}

/// Two operands are loaded and combined, and the result is stored.
#[inline(always)]
pub(crate) fn binary_into((a, b): (Value, Value), at: &mut Cursor, op: BinaryOp, target: u8) {
    match fast::binary(op, a, b) {
        Some(value) => {
            at.set_local(target, value);
            at.skip(3);
        }
        None => push_both(at, a, b),
    }
}

#[inline(always)]
pub(crate) fn push_both(at: &mut Cursor, a: Value, b: Value) {
    at.push(a);
    at.push(b);
    at.skip(1);
}

/// The right operand is loaded.
#[inline(always)]
pub(crate) fn binary_with(at: &mut Cursor, op: BinaryOp, b: Value) {
    match fast::binary(op, at.top(1), b) {
        Some(value) => {
            at.set_top(1, value);
            at.skip(1);
        }
        None => at.push(b),
    }
}

/// The result is stored.
#[inline(always)]
pub(crate) fn binary_store(at: &mut Cursor, op: BinaryOp, target: u8) -> bool {
    let Some(value) = fast::binary(op, at.top(2), at.top(1)) else { return false };
    at.drop(2);
    at.set_local(target, value);
    at.skip(1);
    true
}

/// `COMPARE_OP` of two numbers.
#[inline(always)]
pub(crate) fn compare(at: &mut Cursor, op: CompareOp) -> bool {
    let Some(result) = fast::compare(op, at.top(2), at.top(1)) else { return false };
    at.replace(2, Value::bool(result));
    true
}

/// Two operands are loaded and compared, and a result of `when` is a jump to `target`.
#[inline(always)]
pub(crate) fn compare_of((a, b): (Value, Value), at: &mut Cursor, op: CompareOp, (when, target): (bool, u32)) {
    match fast::compare(op, a, b) {
        Some(result) if result == when => at.jump(target),
        Some(_) => at.skip(3),
        None => push_both(at, a, b),
    }
}

/// The right operand is loaded, and the result decides about a jump.
#[inline(always)]
pub(crate) fn compare_with(at: &mut Cursor, op: CompareOp, (when, target): (bool, u32), b: Value) {
    let Some(result) = fast::compare(op, at.top(1), b) else {
        at.push(b);
        return;
    };
    at.drop(1);
    match result == when {
        true => at.jump(target),
        false => at.skip(2),
    }
}

/// The result decides about a jump.
#[inline(always)]
pub(crate) fn compare_jump(at: &mut Cursor, op: CompareOp, (when, target): (bool, u32)) -> bool {
    let Some(result) = fast::compare(op, at.top(2), at.top(1)) else { return false };
    at.drop(2);
    match result == when {
        true => at.jump(target),
        false => at.skip(1),
    }
    true
}

#[inline(always)]
pub(crate) fn jump_if(at: &mut Cursor, target: u32, condition: impl Fn(Value) -> bool) {
    if condition(at.pop()) {
        at.jump(target);
    }
}

/// The truth of what has no script code.
#[inline(always)]
fn truth(interp: &Interp, value: Value) -> Option<bool> {
    match value {
        Value::True => Some(true),
        Value::False | Value::None => Some(false),
        Value::Int(i) => Some(i != 0),
        Value::List(id) => Some(!interp.heap.lists[id].items.is_empty()),
        _ => None,
    }
}

/// `TO_BOOL`.
#[inline(always)]
pub(crate) fn to_bool(interp: &Interp, at: &mut Cursor) -> bool {
    let Some(truth) = truth(interp, at.top(1)) else { return false };
    at.set_top(1, Value::bool(truth));
    true
}

/// `TO_BOOL`, whose result decides about a jump.
#[inline(always)]
pub(crate) fn to_bool_jump(interp: &Interp, at: &mut Cursor, (when, target): (bool, u32)) -> bool {
    let Some(truth) = truth(interp, at.top(1)) else { return false };
    at.drop(1);
    match truth == when {
        true => at.jump(target),
        false => at.skip(1),
    }
    true
}

/// `UNARY_NEGATIVE` of a small int.
#[inline(always)]
pub(crate) fn negate(at: &mut Cursor) -> bool {
    let Value::Int(i) = at.top(1) else { return false };
    let Some(negated) = i.checked_neg() else { return false };
    at.set_top(1, Value::Int(negated));
    true
}
