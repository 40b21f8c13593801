//! The methods of dict views (`dict.keys()`, `dict.values()`, `dict.items()`) and of `mappingproxy`.

use crate::containers::{self, set_from};
use crate::equality::Stop;
use crate::interp::Interp;
use crate::iteration::iter_new;
use crate::native::{Args, NativeDef, NativeResult, Trap};
use crate::object::dict::NeedsScript;
use crate::object::{IterObject, Wrapper};
use crate::types::{DICT_ITEMS, DICT_KEYS, DICT_VALUES, MAPPINGPROXY};
use crate::value::*;
use crate::{contains, subscript};
use gilscope_bytecode::{BinaryOp, CompareOp};

const SHARED: &[NativeDef] = &[
    NativeDef::method("__len__", len, 0, 0),
    NativeDef::method("__iter__", iter, 0, 0),
    NativeDef::method("__contains__", contains_item, 1, 1).twin("sequence.iterable_contains"),
];

const VIEW: &[NativeDef] = &[NativeDef::method("__reversed__", reversed, 0, 0)];

/// Views that behave as sets.
const SET_LIKE: &[NativeDef] = &[
    NativeDef::method("isdisjoint", is_disjoint, 1, 1).twin("collect.view_isdisjoint"),
    NativeDef::method("__and__", and, 1, 1).twin("collect.view_and"),
    NativeDef::method("__or__", or, 1, 1).twin("collect.view_or"),
    NativeDef::method("__sub__", sub, 1, 1).twin("collect.view_sub"),
    NativeDef::method("__xor__", xor, 1, 1).twin("collect.view_xor"),
    NativeDef::method("__rand__", and, 1, 1).twin("collect.view_and"),
    NativeDef::method("__ror__", or, 1, 1).twin("collect.view_or"),
    NativeDef::method("__rsub__", rsub, 1, 1).twin("collect.view_rsub"),
    NativeDef::method("__rxor__", xor, 1, 1).twin("collect.view_xor"),
    NativeDef::method("__lt__", lt, 1, 1).twin("collect.view_lt"),
    NativeDef::method("__le__", le, 1, 1).twin("collect.view_le"),
    NativeDef::method("__eq__", eq, 1, 1).twin("collect.view_eq"),
    NativeDef::method("__ne__", ne, 1, 1).twin("collect.view_ne"),
    NativeDef::method("__gt__", gt, 1, 1).twin("collect.view_gt"),
    NativeDef::method("__ge__", ge, 1, 1).twin("collect.view_ge"),
];

const PROXY: &[NativeDef] = &[
    NativeDef::method("__getitem__", get_item, 1, 1),
    NativeDef::method("get", get, 1, 2),
    NativeDef::method("keys", keys, 0, 0),
    NativeDef::method("values", values, 0, 0),
    NativeDef::method("items", items, 0, 0),
    NativeDef::method("copy", copy, 0, 0),
];

pub(crate) fn install(interp: &mut Interp) {
    for class in [DICT_KEYS, DICT_VALUES, DICT_ITEMS, MAPPINGPROXY] {
        interp.add_methods(class, SHARED);
    }
    for class in [DICT_KEYS, DICT_VALUES, DICT_ITEMS] {
        interp.add_methods(class, VIEW);
    }
    for class in [DICT_KEYS, DICT_ITEMS] {
        interp.add_methods(class, SET_LIKE);
    }
    interp.add_methods(MAPPINGPROXY, PROXY);
}

/// The dict or class namespace behind a view.
fn wrapper(interp: &mut Interp, args: Args<'_>) -> Result<Wrapper, Trap> {
    match args.at(0) {
        Value::Wrapper(id) => Ok(interp.heap.wrappers[id].clone()),
        other => Err(interp.wrong_receiver("dict_keys", other)),
    }
}

fn len(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let len = match wrapper(interp, args)? {
        Wrapper::DictKeys(dict) | Wrapper::DictValues(dict) | Wrapper::DictItems(dict) => interp.heap.dicts[dict].len(),
        Wrapper::ClassDict(class) => interp.heap.classes[class].dict.iter().count(),
        _ => 0,
    };
    Ok(Value::Int(len as i64))
}

fn iter(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    iter_new(interp, args.at(0))
}

fn reversed(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let wrapper = wrapper(interp, args)?;
    let state = match wrapper {
        Wrapper::DictKeys(dict) | Wrapper::DictValues(dict) | Wrapper::DictItems(dict) => {
            let (next, len) = (interp.heap.dicts[dict].places(), interp.heap.dicts[dict].len());
            match wrapper {
                Wrapper::DictKeys(_) => IterObject::DictKeysReversed { dict, next, len },
                Wrapper::DictValues(_) => IterObject::DictValuesReversed { dict, next, len },
                _ => IterObject::DictItemsReversed { dict, next, len },
            }
        }
        _ => IterObject::Done,
    };
    Ok(interp.heap.new_iter(state))
}

fn contains_item(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    Ok(Value::bool(contains::contains(interp, args.at(0), args.at(1))?))
}

fn is_disjoint(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let (a, b) = (set_from(interp, args.at(0))?, set_from(interp, args.at(1))?);
    match a.is_disjoint(&b, &interp.heap) {
        Ok(disjoint) => Ok(Value::bool(disjoint)),
        Err(NeedsScript) => Err(Trap::Defer),
    }
}

fn and(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    containers::view_operator(interp, BinaryOp::And, args.at(0), args.at(1))
}

fn or(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    containers::view_operator(interp, BinaryOp::Or, args.at(0), args.at(1))
}

fn xor(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    containers::view_operator(interp, BinaryOp::Xor, args.at(0), args.at(1))
}

fn sub(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    containers::view_operator(interp, BinaryOp::Subtract, args.at(0), args.at(1))
}

fn rsub(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    containers::view_operator(interp, BinaryOp::Subtract, args.at(1), args.at(0))
}

/// A comparison with a set or another view of keys or items.
fn compare(interp: &mut Interp, op: CompareOp, args: Args<'_>) -> NativeResult {
    let other = interp.heap.payload(args.at(1));
    if !matches!(other, Value::Set(_)) && !containers::is_set_view(interp, other) {
        return Ok(Value::NotImplemented);
    }
    let (a, b) = (set_from(interp, args.at(0))?, set_from(interp, other)?);
    let order = a.len().cmp(&b.len());
    let heap = &interp.heap;
    let result = match op {
        CompareOp::Eq => a.is_subset(&b, heap).map(|within| within && order.is_eq()),
        CompareOp::Ne => a.is_subset(&b, heap).map(|within| !within || order.is_ne()),
        CompareOp::Lt | CompareOp::Le => a.is_subset(&b, heap).map(|w| w && crate::compare::holds(op, order)),
        CompareOp::Gt | CompareOp::Ge => b.is_subset(&a, heap).map(|w| w && crate::compare::holds(op, order)),
    };
    result.map(Value::bool).map_err(|NeedsScript| interp.stopped(Stop::Script))
}

macro_rules! comparisons {
    ($( $function:ident $op:ident; )*) => { $(
        fn $function(interp: &mut Interp, args: Args<'_>) -> NativeResult {
            compare(interp, CompareOp::$op, args)
        }
    )* };
}

comparisons! { lt Lt; le Le; eq Eq; ne Ne; gt Gt; ge Ge; }

// ---- mappingproxy ----

/// The namespace as a dict.
fn namespace(interp: &mut Interp, args: Args<'_>) -> Result<DictId, Trap> {
    let dict = interp.heap.new_dict(Default::default());
    let Value::Dict(id) = dict else { return Err(Trap::Defer) };
    crate::object::dict::update_from(interp, id, args.at(0))?;
    Ok(id)
}

fn get_item(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    subscript::get_item(interp, args.at(0), args.at(1))
}

fn get(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    if contains::contains(interp, args.at(0), args.at(1))? {
        return subscript::get_item(interp, args.at(0), args.at(1));
    }
    Ok(args.or_none(2))
}

fn keys(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let dict = namespace(interp, args)?;
    Ok(interp.heap.new_wrapper(Wrapper::DictKeys(dict)))
}

fn values(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let dict = namespace(interp, args)?;
    Ok(interp.heap.new_wrapper(Wrapper::DictValues(dict)))
}

fn items(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let dict = namespace(interp, args)?;
    Ok(interp.heap.new_wrapper(Wrapper::DictItems(dict)))
}

fn copy(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    Ok(Value::Dict(namespace(interp, args)?))
}
