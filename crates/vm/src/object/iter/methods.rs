//! What every native iterator can do, and the constructors of `enumerate`, `zip`, `reversed`, `map` and `filter`.

use crate::interp::Interp;
use crate::iteration::{iter_new, iter_next};
use crate::native::{Args, NativeDef, NativeResult, Trap};
use crate::object::IterObject;
use crate::subscript::custom;
use crate::symbol::Symbol;
use crate::types::*;
use crate::value::*;

const METHODS: &[NativeDef] = &[
    NativeDef::method("__iter__", iter, 0, 0),
    NativeDef::method("__next__", next, 0, 0).twin("iterate.generator_next"),
    NativeDef::method("__length_hint__", length_hint, 0, 0),
];

const ITERATORS: [ClassId; 24] = [
    LIST_ITERATOR,
    LIST_REVERSEITERATOR,
    TUPLE_ITERATOR,
    STR_ITERATOR,
    BYTES_ITERATOR,
    RANGE_ITERATOR,
    LONGRANGE_ITERATOR,
    DICT_KEYITERATOR,
    DICT_VALUEITERATOR,
    DICT_ITEMITERATOR,
    DICT_REVERSEKEYITERATOR,
    DICT_REVERSEVALUEITERATOR,
    DICT_REVERSEITEMITERATOR,
    SET_ITERATOR,
    CALLABLE_ITERATOR,
    ITERATOR,
    MAP,
    FILTER,
    ZIP,
    ENUMERATE,
    REVERSED,
    COUNT,
    REPEAT,
    GENERIC_ALIAS,
];

const ENUMERATE_NEW: NativeDef =
    NativeDef::function("enumerate", enumerate, 1, 2).params(&["iterable", "start"]).twin("iterate.enumerate_new");
const ZIP_NEW: NativeDef = NativeDef::function("zip", zip, 0, 255).any_keywords().twin("iterate.zip_new");
const REVERSED_NEW: NativeDef = NativeDef::function("reversed", reversed, 1, 1).twin("protocol.reversed");
const MAP_NEW: NativeDef = NativeDef::function("map", map, 0, 255).twin("iterate.map_new");
const FILTER_NEW: NativeDef = NativeDef::function("filter", filter, 2, 2).twin("iterate.filter_new");

pub(crate) fn install(interp: &mut Interp) {
    for class in ITERATORS {
        if class != GENERIC_ALIAS {
            interp.add_methods(class, METHODS);
        }
    }
    interp.add_construct(ENUMERATE, ENUMERATE_NEW);
    interp.add_construct(ZIP, ZIP_NEW);
    interp.add_construct(REVERSED, REVERSED_NEW);
    interp.add_construct(MAP, MAP_NEW);
    interp.add_construct(FILTER, FILTER_NEW);
}

fn iter(_: &mut Interp, args: Args<'_>) -> NativeResult {
    Ok(args.at(0))
}

/// A generator of the hidden library that shows one of these types is for the twin.
fn next(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let Value::Iter(id) = interp.heap.payload(args.at(0)) else { return Err(Trap::Defer) };
    match iter_next(interp, id)? {
        Some(item) => Ok(item),
        None => Err(interp.stop_iteration(Value::None)),
    }
}

/// How many items are left, where that is known.
fn length_hint(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let Value::Iter(id) = interp.heap.payload(args.at(0)) else { return Ok(Value::NotImplemented) };
    let heap = &interp.heap;
    let left = match &heap.iters[id] {
        IterObject::List { list, next } => heap.lists[*list].items.len().saturating_sub(*next),
        IterObject::ListReversed { next, .. } | IterObject::Reversed { next, .. } => *next,
        IterObject::Tuple { tuple, next } => heap.tuple(*tuple).len().saturating_sub(*next),
        IterObject::Range { left, .. } => usize::try_from(*left).unwrap_or(usize::MAX),
        IterObject::Repeat { left: Some(left), .. } => usize::try_from(*left).unwrap_or(usize::MAX),
        _ => return Ok(Value::NotImplemented),
    };
    Ok(Value::Int(i64::try_from(left).unwrap_or(i64::MAX)))
}

/// An iterator over `value` that runs no script code; `Defer` for any other.
fn native_iter(interp: &mut Interp, value: Value) -> Result<IterId, Trap> {
    match iter_new(interp, value)? {
        // `map` may need script code in the middle.
        Value::Iter(id) if !matches!(interp.heap.iters[id], IterObject::Map { .. }) => Ok(id),
        _ => Err(Trap::Defer),
    }
}

fn enumerate(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let inner = native_iter(interp, args.at(0))?;
    let count = match args.get(1).map(|start| interp.heap.payload(start)) {
        None => 0,
        Some(Value::Big(_)) => return Err(Trap::Defer),
        Some(_) => interp.size_argument(args.at(1))?,
    };
    Ok(interp.heap.new_iter(IterObject::Enumerate { inner, count }))
}

/// Bring `zip`'s only keyword out.
fn zip(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let mut strict = false;
    for &(name, value) in args.keywords {
        if interp.symbols.name(name) != "strict" {
            let message = format!("zip() got an unexpected keyword argument '{}'", interp.symbols.name(name));
            return Err(interp.type_error(message));
        }
        strict = crate::truth::truthy(interp, value).ok_or(Trap::Defer)?;
    }
    let mut inner = Vec::with_capacity(args.len());
    for &value in args.values {
        inner.push(native_iter(interp, value)?);
    }
    Ok(interp.heap.new_iter(IterObject::Zip { inner: inner.into(), strict }))
}

fn reversed(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let value = args.at(0);
    if let Some(result) = custom(interp, value, Symbol::REVERSED, &[value]) {
        return result;
    }
    if let Some(class) = interp.heap.custom_class(value)
        && (interp.heap.overrides(class, Symbol::GETITEM) || interp.heap.overrides(class, Symbol::LEN))
    {
        return Err(Trap::Defer);
    }
    let state = match interp.heap.payload(value) {
        Value::List(list) => IterObject::ListReversed { list, next: interp.heap.lists[list].items.len() },
        Value::Range(id) => return Ok(crate::iteration::iter_range(interp, id, true)),
        Value::Tuple(_) | Value::Str(_) | Value::Bytes(_) => {
            let items = crate::iteration::iter_to_vec(interp, value)?;
            let next = items.len();
            let Value::List(list) = interp.heap.new_list(items) else { return Err(Trap::Defer) };
            IterObject::Reversed { list, next }
        }
        Value::Dict(dict) => {
            let (next, len) = (interp.heap.dicts[dict].places(), interp.heap.dicts[dict].len());
            IterObject::DictKeysReversed { dict, next, len }
        }
        Value::Wrapper(_) => {
            let class = interp.class_of(value);
            return match interp.lookup(class, Symbol::REVERSED) {
                Some(_) => Err(Trap::Defer),
                None => Err(not_reversible(interp, value)),
            };
        }
        _ => return Err(not_reversible(interp, value)),
    };
    Ok(interp.heap.new_iter(state))
}

#[cold]
fn not_reversible(interp: &mut Interp, value: Value) -> Trap {
    let name = interp.class_display(interp.class_of(value));
    interp.type_error(format!("'{name}' object is not reversible"))
}

fn map(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    if args.len() < 2 {
        return Err(interp.type_error("map() must have at least two arguments."));
    }
    let function = args.at(0);
    if args.len() > 2 || !interp.calls_natively(function) {
        return Err(Trap::Defer);
    }
    let inner = native_iter(interp, args.at(1))?;
    Ok(interp.heap.new_iter(IterObject::Map { function, inner: [inner].into() }))
}

fn filter(_: &mut Interp, _: Args<'_>) -> NativeResult {
    Err(Trap::Defer)
}
