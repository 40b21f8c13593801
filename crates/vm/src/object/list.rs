//! `list`.

use crate::compare::SEQUENCE_COMPARISONS;
use crate::interp::Interp;
use crate::iteration::{iter_new, iter_to_vec};
use crate::native::{Args, NativeDef, NativeResult, Trap};
use crate::object::IterObject;
use crate::object::slice::select;
use crate::run::consume::Consumer;
use crate::slicing::list_slice;
use crate::types::LIST;
use crate::value::*;
use crate::{containers, contains, sort, subscript};
use gilscope_bytecode::BinaryOp;

#[derive(Debug, Default)]
pub struct ListObject {
    pub items: Vec<Value>,
}

/// With the same room to grow: how much a list grows counts for when objects are collected next, and the copy of an
/// interpreter must go on as the original does.
impl Clone for ListObject {
    fn clone(&self) -> ListObject {
        let mut items = Vec::with_capacity(self.items.capacity());
        items.extend_from_slice(&self.items);
        ListObject { items }
    }
}

pub(crate) const METHODS: &[NativeDef] = &[
    NativeDef::method("append", append, 1, 1).quick2(quick_append).quiet(),
    NativeDef::method("clear", clear, 0, 0),
    NativeDef::method("copy", copy, 0, 0),
    NativeDef::method("count", count, 1, 1).twin("sequence.list_count"),
    NativeDef::method("extend", extend, 1, 1).twin("collect.list_extend"),
    NativeDef::method("index", index, 1, 3).twin("sequence.list_index"),
    NativeDef::method("insert", insert, 2, 2).twin("sequence.list_insert"),
    NativeDef::method("pop", pop, 0, 1).quick(quick_pop).twin("sequence.list_pop"),
    NativeDef::method("remove", remove, 1, 1).twin("sequence.list_remove"),
    NativeDef::method("reverse", reverse, 0, 0),
    NativeDef::method("sort", sort::list_sort, 0, 0).params(&["key", "reverse"]).twin("sort.list_sort"),
    NativeDef::method("__init__", init, 0, 1).twin("collect.list_init"),
    NativeDef::method("__len__", len, 0, 0),
    NativeDef::method("__getitem__", get_item, 1, 1).twin("sequence.sequence_getitem"),
    NativeDef::method("__setitem__", set_item, 2, 2).twin("sequence.list_setitem"),
    NativeDef::method("__delitem__", del_item, 1, 1).twin("sequence.list_delitem"),
    NativeDef::method("__contains__", contains_item, 1, 1).twin("sequence.sequence_contains"),
    NativeDef::method("__iter__", iter, 0, 0),
    NativeDef::method("__reversed__", reversed, 0, 0),
    NativeDef::method("__add__", add, 1, 1),
    NativeDef::method("__iadd__", iadd, 1, 1).twin("collect.list_iadd"),
    NativeDef::method("__mul__", mul, 1, 1).twin("sequence.sequence_mul"),
    NativeDef::method("__rmul__", mul, 1, 1).twin("sequence.sequence_mul"),
    NativeDef::method("__imul__", imul, 1, 1).twin("sequence.list_imul"),
];

const CONSTRUCT: NativeDef =
    NativeDef::function("list", construct, 0, 1).consumer(Consumer::List).twin("collect.list_from_iter");

pub(crate) fn install(interp: &mut Interp) {
    interp.add_methods(LIST, METHODS);
    interp.add_methods(LIST, SEQUENCE_COMPARISONS);
    interp.add_construct(LIST, CONSTRUCT);
    interp.make_unhashable(LIST);
}

fn this(interp: &mut Interp, args: Args<'_>) -> Result<ListId, Trap> {
    match interp.heap.payload(args.at(0)) {
        Value::List(id) => Ok(id),
        _ => Err(interp.wrong_receiver("list", args.at(0))),
    }
}

fn construct(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let items = match args.get(0) {
        Some(iterable) => iter_to_vec(interp, iterable)?,
        None => Vec::new(),
    };
    Ok(interp.heap.new_list(items))
}

fn init(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    let items = match args.get(1) {
        Some(iterable) => iter_to_vec(interp, iterable)?,
        None => Vec::new(),
    };
    interp.heap.charge(16 * items.len());
    interp.heap.lists[id].items = items;
    Ok(Value::None)
}

pub(crate) fn append(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    interp.list_append(id, args.at(1));
    Ok(Value::None)
}

fn quick_append(interp: &mut Interp, list: Value, item: Value) -> Value {
    let Value::List(id) = list else { return Value::Null };
    interp.list_append(id, item);
    Value::None
}

fn clear(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    interp.heap.lists[id].items = Vec::new();
    Ok(Value::None)
}

fn copy(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    let all = select(None, None, 1, interp.heap.lists[id].items.len());
    Ok(list_slice(interp, id, all))
}

fn count(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    interp.count_in(&interp.heap.lists[id].items, args.at(1)).map_err(|stop| interp.stopped(stop))
}

fn extend(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    let items = iter_to_vec(interp, args.at(1))?;
    interp.heap.charge(16 * items.len());
    interp.heap.lists[id].items.extend_from_slice(&items);
    Ok(Value::None)
}

fn index(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    let (start, stop) = interp.search_bounds(args, interp.heap.lists[id].items.len())?;
    let items = interp.heap.lists[id].items.get(start..stop).unwrap_or_default();
    match interp.heap.position(items, args.at(1)) {
        Ok(Some(place)) => Ok(Value::Int((start + place) as i64)),
        // The message has the item's `repr`, which the twin asks for.
        Ok(None) => Err(Trap::Defer),
        Err(stop) => Err(interp.stopped(stop)),
    }
}

fn insert(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    let place = interp.size_argument(args.at(1))?;
    interp.heap.charge(16);
    let items = &mut interp.heap.lists[id].items;
    let place = if place < 0 { place.saturating_add(items.len() as i64).max(0) } else { place };
    items.insert((place as usize).min(items.len()), args.at(2));
    Ok(Value::None)
}

pub(crate) fn pop(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    let place = match args.get(1) {
        None | Some(Value::Int(-1)) => {
            let last = interp.heap.lists[id].items.pop();
            return last.ok_or_else(|| interp.index_error("pop from empty list"));
        }
        Some(value) => interp.size_argument(value)?,
    };
    let items = &mut interp.heap.lists[id].items;
    let len = items.len();
    let place = if place < 0 { place.wrapping_add(len as i64) } else { place } as usize;
    match len {
        0 => Err(interp.index_error("pop from empty list")),
        _ if place < len => Ok(items.remove(place)),
        _ => Err(interp.index_error("pop index out of range")),
    }
}

fn quick_pop(interp: &mut Interp, list: Value) -> Value {
    let Value::List(id) = list else { return Value::Null };
    interp.heap.lists[id].items.pop().unwrap_or(Value::Null)
}

fn remove(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    match interp.heap.position(&interp.heap.lists[id].items, args.at(1)) {
        Ok(Some(place)) => {
            interp.heap.lists[id].items.remove(place);
            Ok(Value::None)
        }
        Ok(None) => Err(interp.value_error("list.remove(x): x not in list")),
        Err(stop) => Err(interp.stopped(stop)),
    }
}

fn reverse(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    interp.heap.lists[id].items.reverse();
    Ok(Value::None)
}

fn len(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    Ok(Value::Int(interp.heap.lists[id].items.len() as i64))
}

fn get_item(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    subscript::get_item(interp, Value::List(id), args.at(1))
}

fn set_item(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    subscript::set_item(interp, Value::List(id), args.at(1), args.at(2))?;
    Ok(Value::None)
}

fn del_item(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    subscript::del_item(interp, Value::List(id), args.at(1))?;
    Ok(Value::None)
}

fn contains_item(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    Ok(Value::bool(contains::contains(interp, Value::List(id), args.at(1))?))
}

fn iter(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    iter_new(interp, Value::List(id))
}

fn reversed(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let list = this(interp, args)?;
    let next = interp.heap.lists[list].items.len();
    Ok(interp.heap.new_iter(IterObject::ListReversed { list, next }))
}

fn add(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    match interp.heap.payload(args.at(1)) {
        other @ Value::List(_) => containers::method(interp, BinaryOp::Add, Value::List(id), other),
        other => {
            let name = interp.class_display(interp.class_of(other));
            Err(interp.type_error(format!("can only concatenate list (not \"{name}\") to list")))
        }
    }
}

fn iadd(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    extend(interp, args)?;
    Ok(args.at(0))
}

fn mul(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    containers::repeat_method(interp, BinaryOp::Multiply, Value::List(id), args.at(1))
}

fn imul(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    containers::repeat_method(interp, BinaryOp::InplaceMultiply, Value::List(id), args.at(1))?;
    Ok(args.at(0))
}
