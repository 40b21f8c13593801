//! `slice(...)` and its attributes.

use crate::compare::COMPARISONS;
use crate::interp::Interp;
use crate::native::{Args, NativeDef, NativeResult};
use crate::object::SliceObject;
use crate::object::descriptor::Descriptor;
use crate::types::SLICE;
use crate::value::Value;

const METHODS: &[NativeDef] = &[
    NativeDef::method("indices", indices, 1, 1).twin("sequence.slice_indices"),
    NativeDef::method("__hash__", hash, 0, 0).twin("sequence.slice_hash"),
];

const CONSTRUCT: NativeDef = NativeDef::function("slice", construct, 1, 3);

pub(crate) fn install(interp: &mut Interp) {
    interp.add_methods(SLICE, METHODS);
    interp.add_methods(SLICE, COMPARISONS);
    interp.add_construct(SLICE, CONSTRUCT);
    interp.add_attribute(SLICE, Descriptor::Native { name: "start", get: |i, v| bound(i, v, |s| s.start), set: None });
    interp.add_attribute(SLICE, Descriptor::Native { name: "stop", get: |i, v| bound(i, v, |s| s.stop), set: None });
    interp.add_attribute(SLICE, Descriptor::Native { name: "step", get: |i, v| bound(i, v, |s| s.step), set: None });
}

fn bound(interp: &mut Interp, value: Value, pick: fn(&SliceObject) -> Value) -> NativeResult {
    match value {
        Value::Slice(id) => Ok(pick(&interp.heap.slices[id])),
        _ => Ok(Value::None),
    }
}

fn construct(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let (start, stop, step) = match *args.values {
        [stop] => (Value::None, stop, Value::None),
        _ => (args.or_none(0), args.or_none(1), args.or_none(2)),
    };
    Ok(interp.heap.new_slice(start, stop, step))
}

fn indices(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let Value::Slice(id) = args.at(0) else { return Err(interp.wrong_receiver("slice", args.at(0))) };
    let len = interp.size_argument(args.at(1))?;
    let Ok(len) = usize::try_from(len) else {
        return Err(interp.value_error("length should not be negative"));
    };
    let selection = interp.selection(id, len)?;
    let items = [selection.start, selection.stop, selection.step].map(Value::Int);
    Ok(interp.heap.new_tuple(&items))
}

fn hash(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    Ok(Value::Int(interp.hash(args.at(0))? as i64))
}
