//! Natives that only the hidden library sees, in its module `_vm`: tables whose keys a script compares, sorting,
//! the types that generators show.

use super::sequence;
use crate::hash::TupleHasher;
use crate::interp::Interp;
use crate::native::{Args, NativeDef, NativeResult};
use crate::object::DictObject;
use crate::sort::native_sort;
use crate::subscript;
use crate::types;
use crate::value::*;

pub(crate) const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("combine_hashes", combine_hashes, 1, 1),
    NativeDef::function("count_items", count_items, 1, 1),
    NativeDef::function("del_item", del_item, 2, 2),
    NativeDef::function("end_objects", |interp, _| Ok(Value::bool(interp.end_objects())), 0, 0),
    NativeDef::function("get_item", get_item, 2, 2),
    NativeDef::function("native_sort", native_sort, 3, 3),
    NativeDef::function("set_item", set_item, 3, 3),
    NativeDef::function("set_iterator_type", set_iterator_type, 2, 2),
    NativeDef::function("sum_add", sequence::sum_add, 2, 2),
    NativeDef::function("table_candidates", table_candidates, 2, 2),
    NativeDef::function("table_value", table_value, 2, 2),
    NativeDef::function("table_replace", table_replace, 3, 3),
    NativeDef::function("table_insert", table_insert, 3, 4),
    NativeDef::function("table_delete", table_delete, 2, 2),
];

/// The hash of a tuple whose items have these hashes.
fn combine_hashes(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let Value::List(id) = args.at(0) else { return Ok(Value::Int(0)) };
    let hashes = &interp.heap.lists[id].items;
    let mut hasher = TupleHasher::new();
    hashes.iter().for_each(|hash| hasher.add(hash.as_int().unwrap_or(0) as u64));
    Ok(Value::Int(hasher.finish(hashes.len()) as i64))
}

/// A dict of the items of a list, tuple or text and how often each occurs; None where script code must hash or compare,
/// and for other iterables.
fn count_items(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let items = match args.at(0) {
        Value::List(id) => interp.heap.lists[id].items.clone(),
        Value::Tuple(id) => interp.heap.tuple(id).to_vec(),
        text @ Value::Str(_) => crate::iteration::iter_to_vec(interp, text)?,
        _ => return Ok(Value::None),
    };
    let mut counts = DictObject::default();
    for item in items {
        let Ok(hash) = interp.hash(item) else { return Ok(Value::None) };
        match counts.find(&interp.heap, hash, item) {
            Err(_) => return Ok(Value::None),
            Ok(None) => counts.push(hash, item, Value::Int(1)),
            Ok(Some(place)) => {
                let before = counts.entry(place).and_then(|entry| entry.value.as_int()).unwrap_or(0);
                counts.set_at(place, Value::Int(before + 1));
            }
        }
    }
    Ok(interp.heap.new_dict(counts))
}

/// `set_iterator_type(generator, "map")`: which type a generator of the library shows; gives the generator.
fn set_iterator_type(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let class = match interp.text(args.at(1)) {
        Some("map") => types::MAP,
        Some("filter") => types::FILTER,
        Some("zip") => types::ZIP,
        Some("enumerate") => types::ENUMERATE,
        Some("reversed") => types::REVERSED,
        Some("callable_iterator") => types::CALLABLE_ITERATOR,
        Some("iterator") => types::ITERATOR,
        _ => return Ok(args.at(0)),
    };
    if let Value::Generator(id) = args.at(0) {
        interp.heap.generators[id].class = class;
    }
    Ok(args.at(0))
}

/// `container[key]` of a built-in value, whatever a subclass of its type overrides.
fn get_item(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    subscript::get_item(interp, interp.payload(args.at(0)), args.at(1))
}

fn set_item(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    subscript::set_item(interp, interp.payload(args.at(0)), args.at(1), args.at(2))?;
    Ok(Value::None)
}

fn del_item(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    subscript::del_item(interp, interp.payload(args.at(0)), args.at(1))?;
    Ok(Value::None)
}

/// Hash and place arguments come back as the library got them.
fn number(value: Value) -> u64 {
    value.as_int().unwrap_or(0) as u64
}

/// The keys of this hash and their places, as a list of pairs.
fn table_candidates(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let hash = number(args.at(1));
    let found: Vec<(usize, Value)> = match interp.heap.payload(args.at(0)) {
        Value::Dict(id) => {
            let dict = &interp.heap.dicts[id];
            dict.candidates(hash).filter_map(|place| Some((place, dict.entry(place)?.key))).collect()
        }
        Value::Set(id) => interp.heap.sets[id].candidates(hash),
        _ => Vec::new(),
    };
    let pairs = found.into_iter().map(|(place, key)| interp.heap.new_tuple(&[Value::Int(place as i64), key])).collect();
    Ok(interp.heap.new_list(pairs))
}

fn table_value(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let Value::Dict(id) = interp.heap.payload(args.at(0)) else { return Ok(Value::None) };
    let entry = interp.heap.dicts[id].entry(number(args.at(1)) as usize);
    Ok(entry.map_or(Value::None, |e| if e.key.is_null() { Value::None } else { e.value }))
}

fn table_replace(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let Value::Dict(id) = interp.heap.payload(args.at(0)) else { return Ok(Value::None) };
    let place = number(args.at(1)) as usize;
    if interp.heap.dicts[id].entry(place).is_some_and(|e| !e.key.is_null()) {
        interp.heap.dicts[id].set_at(place, args.at(2));
    }
    Ok(Value::None)
}

/// Add a key that script code has found to be new.
fn table_insert(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let (hash, key) = (number(args.at(1)), args.at(2));
    interp.heap.charge(48);
    match interp.heap.payload(args.at(0)) {
        Value::Dict(id) => interp.heap.dicts[id].push(hash, key, args.or_none(3)),
        Value::Set(id) => interp.heap.sets[id].insert_new(hash, key),
        _ => {}
    }
    Ok(Value::None)
}

fn table_delete(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let place = number(args.at(1)) as usize;
    match interp.heap.payload(args.at(0)) {
        Value::Dict(id) if interp.heap.dicts[id].entry(place).is_some_and(|e| !e.key.is_null()) => {
            interp.heap.dicts[id].remove_at(place);
        }
        Value::Set(id) if !interp.heap.sets[id].at(place).is_null() => {
            interp.heap.sets[id].remove_at(place);
        }
        _ => {}
    }
    Ok(Value::None)
}
