//! `_plain_pickle`: what `pickle` does for plain data, which is most of what goes between processes.
//!
//! Both functions give up, by returning `None`, on whatever they do not know; then the Python of `_pickle` does all of it.
//! Functions and classes are found by script code: who calls gives those that it has found, and is told of the next one.

mod read;
mod write;

use gilscope_vm::native::{Args, NativeDef, NativeResult};
use gilscope_vm::value::ModuleId;
use gilscope_vm::{Interp, Value};

const FUNCTIONS: &[NativeDef] = &[NativeDef::function("dumps", dumps, 2, 2), NativeDef::function("loads", loads, 2, 2)];

/// Nested deeper than this is for the other implementation, which knows the recursion limit.
const DEEPEST: usize = 100;

pub(crate) fn init(interp: &mut Interp) -> ModuleId {
    interp.add_module("_plain_pickle", FUNCTIONS)
}

/// `dumps(obj, places)`: bytes of protocol 4; `(function,)` when it is not in `places`, which is a list of function,
/// module, name, function, …; or `None`.
fn dumps(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let places = list_items(interp, args.at(1));
    match write::write(interp, args.at(0), &places) {
        Ok(data) => Ok(interp.heap.new_bytes(data)),
        Err(write::Stop::Unknown(function)) => Ok(interp.heap.new_tuple(&[function])),
        Err(write::Stop::GiveUp) => Ok(Value::None),
    }
}

/// `loads(data, places)`: a list of the object; `(module, name)` when that is not in `places`, which is a list of module,
/// name, object, module, …; or `None`.
fn loads(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let Value::Bytes(id) = args.at(0) else { return Ok(Value::None) };
    let data = interp.heap.bytes[id].data.clone();
    let places = list_items(interp, args.at(1));
    match read::read(interp, &data, &places) {
        Ok(value) => Ok(interp.heap.new_list(vec![value])),
        Err(read::Stop::Unknown(module, name)) => Ok(interp.heap.new_tuple(&[module, name])),
        Err(read::Stop::GiveUp) => Ok(Value::None),
    }
}

fn list_items(interp: &Interp, list: Value) -> Vec<Value> {
    match list {
        Value::List(id) => interp.heap.lists[id].items.clone(),
        _ => Vec::new(),
    }
}
