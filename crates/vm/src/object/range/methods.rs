//! `range(...)` and its methods.

use crate::compare::COMPARISONS;
use crate::interp::Interp;
use crate::iteration::{iter_new, iter_range};
use crate::native::{Args, NativeDef, NativeResult, Trap};
use crate::object::RangeObject;
use crate::object::descriptor::Descriptor;
use crate::types::RANGE;
use crate::value::*;
use crate::{contains, subscript};
use num_traits::ToPrimitive;

const METHODS: &[NativeDef] = &[
    NativeDef::method("count", count, 1, 1).twin("sequence.range_count"),
    NativeDef::method("index", index, 1, 1).twin("sequence.range_index"),
    NativeDef::method("__len__", len, 0, 0),
    NativeDef::method("__bool__", truth, 0, 0),
    NativeDef::method("__getitem__", get_item, 1, 1).twin("sequence.sequence_getitem"),
    NativeDef::method("__contains__", contains_item, 1, 1).twin("sequence.iterable_contains"),
    NativeDef::method("__iter__", iter, 0, 0),
    NativeDef::method("__reversed__", reversed, 0, 0),
    NativeDef::method("__hash__", hash, 0, 0),
];

const CONSTRUCT: NativeDef = NativeDef::function("range", construct, 0, 3).twin("sequence.range_from");

pub(crate) fn install(interp: &mut Interp) {
    interp.add_methods(RANGE, METHODS);
    interp.add_methods(RANGE, COMPARISONS);
    interp.add_construct(RANGE, CONSTRUCT);
    interp.add_attribute(RANGE, Descriptor::Native { name: "start", get: |i, v| bound(i, v, |r| r.start), set: None });
    interp.add_attribute(RANGE, Descriptor::Native { name: "stop", get: |i, v| bound(i, v, |r| r.stop), set: None });
    interp.add_attribute(RANGE, Descriptor::Native { name: "step", get: |i, v| bound(i, v, |r| r.step), set: None });
}

fn bound(interp: &mut Interp, value: Value, pick: fn(&RangeObject) -> Value) -> NativeResult {
    match value {
        Value::Range(id) => Ok(pick(&interp.heap.ranges[id])),
        _ => Ok(Value::None),
    }
}

fn this(interp: &mut Interp, args: Args<'_>) -> Result<RangeId, Trap> {
    match args.at(0) {
        Value::Range(id) => Ok(id),
        other => Err(interp.wrong_receiver("range", other)),
    }
}

/// `range(stop)` or `range(start, stop, step)`.
pub(crate) fn construct(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let (start, stop, step) = match *args.values {
        [] => return Err(interp.type_error("range expected at least 1 argument, got 0")),
        [stop] => (Value::Int(0), stop, Value::Int(1)),
        [start, stop] => (start, stop, Value::Int(1)),
        [start, stop, step, ..] => (start, stop, step),
    };
    let (start, stop, step) = (integer(interp, start)?, integer(interp, stop)?, integer(interp, step)?);
    if step == Value::Int(0) {
        return Err(interp.value_error("range() arg 3 must not be zero"));
    }
    Ok(interp.new_range(start, stop, step))
}

/// An argument as an `Int` or `Big`.
fn integer(interp: &mut Interp, value: Value) -> NativeResult {
    match interp.heap.payload(value) {
        inner @ (Value::Int(_) | Value::Big(_)) => Ok(inner),
        _ => Ok(Value::Int(interp.size_argument(value)?)),
    }
}

fn len(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    match interp.heap.ranges[id].big_len(&interp.heap).to_i64() {
        Some(len) => Ok(Value::Int(len)),
        None => Err(interp.overflow_error("Python int too large to convert to C ssize_t")),
    }
}

fn truth(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    Ok(Value::bool(interp.heap.ranges[id].big_len(&interp.heap) != 0u8.into()))
}

fn get_item(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    subscript::get_item(interp, args.at(0), args.at(1))
}

fn contains_item(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    Ok(Value::bool(contains::contains(interp, args.at(0), args.at(1))?))
}

fn iter(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    iter_new(interp, args.at(0))
}

fn reversed(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    Ok(iter_range(interp, id, true))
}

fn hash(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    Ok(Value::Int(interp.hash(args.at(0))? as i64))
}

/// The integer that an item must be to be found by arithmetic.
fn searched(value: Value) -> Option<Value> {
    match value {
        Value::Int(_) | Value::Big(_) => Some(value),
        _ => value.as_bool().map(|b| Value::Int(b.into())),
    }
}

fn count(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    let Some(item) = searched(args.at(1)) else { return Err(Trap::Defer) };
    Ok(Value::Int(interp.heap.ranges[id].position(&interp.heap, item).is_some().into()))
}

/// What is not found is for the twin, whose message has its `repr`.
fn index(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    let Some(item) = searched(args.at(1)) else { return Err(Trap::Defer) };
    match interp.heap.ranges[id].position(&interp.heap, item) {
        Some(place) => Ok(interp.heap.new_int(place)),
        None => Err(Trap::Defer),
    }
}
