//! What counts as true.

use crate::interp::Interp;
use crate::object::{Layout, Wrapper};
use crate::symbol::Symbol;
use crate::value::Value;

/// `bool(value)`; `None` when a script's `__bool__` or `__len__` decides.
#[inline]
pub fn truthy(interp: &Interp, value: Value) -> Option<bool> {
    match value {
        Value::True => Some(true),
        Value::False | Value::None | Value::Null => Some(false),
        Value::Int(i) => Some(i != 0),
        _ => truthy_other(interp, value),
    }
}

fn truthy_other(interp: &Interp, value: Value) -> Option<bool> {
    let heap = &interp.heap;
    Some(match value {
        Value::Float(bits) => bits.get() != 0.0,
        Value::Str(id) => !heap.text(id).is_empty(),
        Value::Bytes(id) => !heap.bytes[id].data.is_empty(),
        Value::List(id) => !heap.lists[id].items.is_empty(),
        Value::Tuple(id) => !heap.tuple(id).is_empty(),
        Value::Dict(id) => !heap.dicts[id].is_empty(),
        Value::Set(id) => !heap.sets[id].is_empty(),
        Value::Range(id) => heap.ranges[id].big_len(heap) != 0u8.into(),
        Value::Wrapper(id) => match heap.wrappers[id] {
            Wrapper::DictKeys(dict) | Wrapper::DictValues(dict) | Wrapper::DictItems(dict) => {
                !heap.dicts[dict].is_empty()
            }
            _ => true,
        },
        Value::Opaque(_) if heap.complex(value).is_some() => heap.equal_complex(value, Value::Int(0)) != Some(true),
        Value::Instance(_) | Value::Exception(_) | Value::Opaque(_) | Value::Class(_) => {
            return object_truthy(interp, value);
        }
        _ => true,
    })
}

/// An object is true unless its class says otherwise.
fn object_truthy(interp: &Interp, value: Value) -> Option<bool> {
    let class = interp.heap.custom_class(value)?;
    if interp.heap.overrides(class, Symbol::BOOL) || interp.heap.overrides(class, Symbol::LEN) {
        return None;
    }
    match interp.heap.classes[class].layout {
        Layout::Builtin if interp.heap.payload(value) != value => truthy(interp, interp.heap.payload(value)),
        _ => Some(true),
    }
}
