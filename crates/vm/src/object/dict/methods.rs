//! The methods of `dict`.

use crate::compare::{eq, ne};
use crate::containers;
use crate::exceptions::KEY_ERROR;
use crate::interp::Interp;
use crate::iteration::{iter_new, iter_to_vec};
use crate::native::{Args, NativeDef, NativeResult, Trap};
use crate::object::dict::NeedsScript;
use crate::object::{DictObject, IterObject, Wrapper};
use crate::symbol::Symbol;
use crate::types::DICT;
use crate::value::*;
use crate::{contains, subscript};
use gilscope_bytecode::BinaryOp;

const METHODS: &[NativeDef] = &[
    NativeDef::method("clear", clear, 0, 0),
    NativeDef::method("copy", copy, 0, 0),
    NativeDef::class_method("fromkeys", from_keys, 1, 2).twin("collect.dict_fromkeys"),
    NativeDef::method("get", get, 1, 2).quick2(quick_get).twin("mapping.dict_get"),
    NativeDef::method("items", items, 0, 0),
    NativeDef::method("keys", keys, 0, 0),
    NativeDef::method("values", values, 0, 0),
    NativeDef::method("pop", pop, 1, 2).twin("mapping.dict_pop"),
    NativeDef::method("popitem", pop_item, 0, 0),
    NativeDef::method("setdefault", set_default, 1, 2).twin("mapping.dict_setdefault"),
    NativeDef::method("update", update, 0, 1).any_keywords().twin("collect.dict_update"),
    NativeDef::method("__init__", init, 0, 1).any_keywords().twin("collect.dict_init"),
    NativeDef::method("__len__", len, 0, 0),
    NativeDef::method("__getitem__", get_item, 1, 1).twin("mapping.dict_getitem"),
    NativeDef::method("__setitem__", set_item, 2, 2).twin("mapping.dict_setitem"),
    NativeDef::method("__delitem__", del_item, 1, 1).twin("mapping.dict_delitem"),
    NativeDef::method("__contains__", contains_key, 1, 1).twin("mapping.dict_contains"),
    NativeDef::method("__iter__", iter, 0, 0),
    NativeDef::method("__reversed__", reversed, 0, 0),
    NativeDef::method("__eq__", eq, 1, 1).twin("mapping.dict_eq"),
    NativeDef::method("__ne__", ne, 1, 1).twin("mapping.dict_ne"),
    NativeDef::method("__or__", or, 1, 1).twin("mapping.dict_or"),
    NativeDef::method("__ror__", ror, 1, 1).twin("mapping.dict_ror"),
    NativeDef::method("__ior__", ior, 1, 1).twin("collect.dict_ior"),
];

const CONSTRUCT: NativeDef = NativeDef::function("dict", construct, 0, 1).any_keywords().twin("collect.dict_from");

pub(crate) fn install(interp: &mut Interp) {
    interp.add_methods(DICT, METHODS);
    interp.add_construct(DICT, CONSTRUCT);
    interp.make_unhashable(DICT);
}

fn this(interp: &mut Interp, args: Args<'_>) -> Result<DictId, Trap> {
    match interp.heap.payload(args.at(0)) {
        Value::Dict(id) => Ok(id),
        _ => Err(interp.wrong_receiver("dict", args.at(0))),
    }
}

fn construct(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    if let (Some(Value::Dict(id)), true) = (args.get(0), args.keywords.is_empty()) {
        let copy = interp.heap.dicts[id].copy();
        return Ok(interp.heap.new_dict(copy));
    }
    let dict = interp.heap.new_dict(DictObject::default());
    let Value::Dict(id) = dict else { return Ok(dict) };
    fill(interp, id, args.get(0), args)?;
    Ok(dict)
}

fn init(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    fill(interp, id, args.get(1), args)?;
    Ok(Value::None)
}

fn update(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    fill(interp, id, args.get(1), args)?;
    Ok(Value::None)
}

/// Add the items of `other` and the keyword arguments.
fn fill(interp: &mut Interp, id: DictId, other: Option<Value>, args: Args<'_>) -> Result<(), Trap> {
    if let Some(other) = other {
        update_from(interp, id, other)?;
    }
    for &(name, value) in args.keywords {
        let key = interp.symbol_str(name);
        interp.dict_set(id, key, value)?;
    }
    Ok(())
}

/// Add the items of a mapping or of an iterable of pairs.
pub(crate) fn update_from(interp: &mut Interp, id: DictId, other: Value) -> Result<(), Trap> {
    if let Some(class) = interp.heap.custom_class(other) {
        let own = interp.heap.overrides(class, Symbol::KEYS) || interp.heap.overrides(class, Symbol::ITER);
        if own || interp.heap.payload(other) == other {
            return Err(Trap::Defer);
        }
    }
    match interp.heap.payload(other) {
        Value::Dict(other) => merge(interp, id, other),
        Value::Wrapper(view) => match interp.heap.wrappers[view] {
            Wrapper::ClassDict(class) => {
                let entries: Vec<(Symbol, Value)> = interp.heap.classes[class].dict.iter().collect();
                for (name, value) in entries {
                    let key = interp.symbol_str(name);
                    interp.dict_set(id, key, value)?;
                }
                Ok(())
            }
            _ => add_pairs(interp, id, other),
        },
        _ => add_pairs(interp, id, other),
    }
}

fn add_pairs(interp: &mut Interp, id: DictId, pairs: Value) -> Result<(), Trap> {
    for (place, pair) in iter_to_vec(interp, pairs)?.into_iter().enumerate() {
        if !crate::iteration::is_iterable(interp, pair) {
            let message = format!("cannot convert dictionary update sequence element #{place} to a sequence");
            return Err(interp.type_error(message));
        }
        let items = iter_to_vec(interp, pair)?;
        let &[key, value] = items.as_slice() else {
            let len = items.len();
            return Err(interp
                .value_error(format!("dictionary update sequence element #{place} has length {len}; 2 is required")));
        };
        interp.dict_set(id, key, value)?;
    }
    Ok(())
}

/// Add the items of another dict.
pub(crate) fn merge(interp: &mut Interp, target: DictId, other: DictId) -> Result<(), Trap> {
    if target == other {
        return Ok(());
    }
    if interp.heap.dicts[target].is_empty() && interp.heap.dicts[target].owner.is_null() {
        interp.heap.dicts[target] = interp.heap.dicts[other].copy();
        interp.heap.charge(48 * interp.heap.dicts[other].len());
        return Ok(());
    }
    let mut place = 0;
    while let Some(entry) = interp.heap.dicts[other].entry(place).copied() {
        place += 1;
        if entry.key.is_null() {
            continue;
        }
        interp.dict_set_hashed(target, entry.hash, entry.key, entry.value)?;
    }
    Ok(())
}

impl Interp {
    /// `dict[key] = value` for a key whose hash is known.
    #[inline]
    pub(crate) fn dict_set_hashed(&mut self, id: DictId, hash: u64, key: Value, value: Value) -> Result<(), Trap> {
        match self.heap.dicts[id].find(&self.heap, hash, key) {
            Ok(Some(place)) => self.heap.dicts[id].set_at(place, value),
            Ok(None) => {
                self.heap.charge(48);
                self.heap.dicts[id].push(hash, key, value);
            }
            Err(NeedsScript) => return Err(Trap::Defer),
        }
        self.write_through(id, key, value);
        Ok(())
    }
}

fn clear(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    if !interp.heap.dicts[id].owner.is_null() {
        let keys: Vec<Value> = interp.heap.dicts[id].iter().map(|entry| entry.key).collect();
        keys.into_iter().for_each(|key| interp.write_through(id, key, Value::Null));
    }
    interp.heap.dicts[id].clear();
    Ok(Value::None)
}

fn copy(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    let copy = interp.heap.dicts[id].copy();
    Ok(interp.heap.new_dict(copy))
}

fn from_keys(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    if args.at(0) != Value::Class(DICT) {
        return Err(Trap::Defer);
    }
    let keys = iter_to_vec(interp, args.at(1))?;
    let dict = interp.heap.new_dict(DictObject::default());
    if let Value::Dict(id) = dict {
        for key in keys {
            interp.dict_set(id, key, args.or_none(2))?;
        }
    }
    Ok(dict)
}

pub(crate) fn get(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    Ok(interp.dict_get(id, args.at(1))?.unwrap_or(args.or_none(2)))
}

fn quick_get(interp: &mut Interp, dict: Value, key: Value) -> Value {
    match (dict, key) {
        (Value::Dict(id), Value::Int(_) | Value::Str(_)) => match interp.dict_get(id, key) {
            Ok(value) => value.unwrap_or(Value::None),
            Err(_) => Value::Null,
        },
        _ => Value::Null,
    }
}

fn view(interp: &mut Interp, args: Args<'_>, make: fn(DictId) -> Wrapper) -> NativeResult {
    let id = this(interp, args)?;
    Ok(interp.heap.new_wrapper(make(id)))
}

fn keys(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    view(interp, args, Wrapper::DictKeys)
}

fn values(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    view(interp, args, Wrapper::DictValues)
}

fn items(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    view(interp, args, Wrapper::DictItems)
}

fn pop(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    // CPython does not even hash the key when there is nothing to look through.
    if interp.heap.dicts[id].is_empty() {
        return args.get(2).ok_or_else(|| interp.key_error(args.at(1)));
    }
    match (interp.dict_remove(id, args.at(1))?, args.get(2)) {
        (Some(value), _) | (None, Some(value)) => Ok(value),
        (None, None) => Err(interp.key_error(args.at(1))),
    }
}

fn pop_item(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    let Some(last) = interp.heap.dicts[id].places().checked_sub(1) else {
        return Err(interp.raise(KEY_ERROR, "popitem(): dictionary is empty"));
    };
    let (key, value) = interp.heap.dicts[id].remove_at(last);
    interp.write_through(id, key, Value::Null);
    Ok(interp.heap.new_tuple(&[key, value]))
}

fn set_default(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    let key = args.at(1);
    let hash = interp.hash(key)?;
    match interp.heap.dicts[id].find(&interp.heap, hash, key) {
        Ok(Some(place)) => Ok(interp.heap.dicts[id].entry(place).map_or(Value::None, |e| e.value)),
        Ok(None) => {
            interp.heap.charge(48);
            interp.heap.dicts[id].push(hash, key, args.or_none(2));
            interp.write_through(id, key, args.or_none(2));
            Ok(args.or_none(2))
        }
        Err(NeedsScript) => Err(Trap::Defer),
    }
}

fn len(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    Ok(Value::Int(interp.heap.dicts[id].len() as i64))
}

/// A missing key is for the twin, which knows `__missing__`.
fn get_item(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    interp.dict_get(id, args.at(1))?.ok_or(Trap::Defer)
}

fn set_item(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    interp.dict_set(id, args.at(1), args.at(2))?;
    Ok(Value::None)
}

fn del_item(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    subscript::del_item(interp, Value::Dict(id), args.at(1))?;
    Ok(Value::None)
}

fn contains_key(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    Ok(Value::bool(contains::contains(interp, Value::Dict(id), args.at(1))?))
}

fn iter(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    iter_new(interp, Value::Dict(id))
}

fn reversed(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let dict = this(interp, args)?;
    let (next, len) = (interp.heap.dicts[dict].places(), interp.heap.dicts[dict].len());
    Ok(interp.heap.new_iter(IterObject::DictKeysReversed { dict, next, len }))
}

fn operator(interp: &mut Interp, a: Value, b: Value) -> NativeResult {
    match (interp.heap.payload(a), interp.heap.payload(b)) {
        (a @ Value::Dict(_), b @ Value::Dict(_)) => containers::method(interp, BinaryOp::Or, a, b),
        _ => Ok(Value::NotImplemented),
    }
}

fn or(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    operator(interp, args.at(0), args.at(1))
}

fn ror(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    operator(interp, args.at(1), args.at(0))
}

fn ior(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    update_from(interp, id, args.at(1))?;
    Ok(args.at(0))
}
