//! The fast ways to the items of built-in containers. What is not done here is left to `run/operator.rs` and
//! `run/build.rs`.

use crate::contains;
use crate::heap::Heap;
use crate::interp::Interp;
use crate::iteration::{self, Unpacked};
use crate::native::Trap;
use crate::object::IterObject;
use crate::run::cursor::Cursor;
use crate::run::fused::push_both;
use crate::slicing;
use crate::value::*;

/// `BINARY_SUBSCR`.
#[inline(always)]
pub(crate) fn get(interp: &mut Interp, at: &mut Cursor) -> bool {
    let (container, key) = (at.top(2), at.top(1));
    if let (Value::List(list), Value::Int(index)) = (container, key)
        && let Some(&value) = interp.heap.lists[list].items.get(index as usize)
    {
        at.replace(2, value);
        return true;
    }
    if let Value::Dict(dict) = container
        && let Ok(Some(value)) = interp.dict_get(dict, key)
    {
        at.replace(2, value);
        return true;
    }
    match slicing::plain_item(interp, container, key) {
        Some(value) => {
            at.replace(2, value);
            true
        }
        None => false,
    }
}

/// Both operands are loaded.
#[inline(always)]
pub(crate) fn get_of((container, key): (Value, Value), interp: &Interp, at: &mut Cursor) {
    match plain(interp, container, key) {
        Some(value) => {
            at.push(value);
            at.skip(2);
        }
        None => push_both(at, container, key),
    }
}

/// The key is loaded.
#[inline(always)]
pub(crate) fn get_with(interp: &Interp, at: &mut Cursor, key: Value) {
    match plain(interp, at.top(1), key) {
        Some(value) => {
            at.set_top(1, value);
            at.skip(1);
        }
        None => at.push(key),
    }
}

/// An item of a list or tuple.
#[inline(always)]
fn plain(interp: &Interp, container: Value, key: Value) -> Option<Value> {
    let Value::Int(index) = key else { return None };
    let items = match container {
        Value::List(list) => &interp.heap.lists[list].items[..],
        Value::Tuple(tuple) => interp.heap.tuple(tuple),
        _ => return None,
    };
    items.get(index as usize).copied()
}

/// `STORE_SUBSCR`.
#[inline(always)]
pub(crate) fn set(interp: &mut Interp, at: &mut Cursor) -> bool {
    let (value, container, key) = (at.top(3), at.top(2), at.top(1));
    if let (Value::List(list), Value::Int(index)) = (container, key)
        && let Some(place) = interp.heap.lists[list].items.get_mut(index as usize)
    {
        *place = value;
        at.drop(3);
        return true;
    }
    if let Value::Dict(dict) = container
        && let Ok(()) = interp.dict_set(dict, key, value)
    {
        at.drop(3);
        return true;
    }
    false
}

/// Container and key are loaded.
#[inline(always)]
pub(crate) fn set_of((container, key): (Value, Value), interp: &mut Interp, at: &mut Cursor) {
    if let (Value::List(list), Value::Int(index)) = (container, key)
        && let Some(place) = interp.heap.lists[list].items.get_mut(index as usize)
    {
        *place = at.pop();
        at.skip(2);
        return;
    }
    push_both(at, container, key);
}

/// `BINARY_SLICE`.
#[inline(always)]
pub(crate) fn get_slice(interp: &mut Interp, at: &mut Cursor) -> bool {
    match slicing::plain_slice(interp, at.top(3), at.top(2), at.top(1), Value::None) {
        Some(value) => {
            at.replace(3, value);
            true
        }
        None => false,
    }
}

/// `BUILD_SLICE count` and the subscript behind it.
#[inline(always)]
pub(crate) fn get_slice_of(interp: &mut Interp, at: &mut Cursor, count: u8) -> bool {
    let step = if count == 3 { at.top(1) } else { Value::None };
    let (container, start, stop) = (at.top(count.wrapping_add(1)), at.top(count), at.top(count.wrapping_sub(1)));
    match slicing::plain_slice(interp, container, start, stop, step) {
        Some(value) => {
            at.replace(count.wrapping_add(1), value);
            at.skip(1);
            true
        }
        None => false,
    }
}

/// `STORE_SLICE`.
#[inline(always)]
pub(crate) fn set_slice(interp: &mut Interp, at: &mut Cursor) -> bool {
    let is_done = slicing::store_plain_slice(interp, at.top(3), at.top(2), at.top(1), at.top(4)).is_some();
    if is_done {
        at.drop(4);
    }
    is_done
}

/// `CONTAINS_OP`.
#[inline(always)]
pub(crate) fn contains(interp: &mut Interp, at: &mut Cursor, inverted: bool) -> bool {
    let container = at.top(1);
    if let Value::Set(_) | Value::Dict(_) | Value::Str(_) | Value::Tuple(_) | Value::List(_) = container
        && let Ok(found) = contains::contains(interp, container, at.top(2))
    {
        at.replace(2, Value::bool(found != inverted));
        return true;
    }
    false
}

/// `CONTAINS_OP`, whose result decides about a jump.
#[inline(always)]
pub(crate) fn contains_jump(interp: &mut Interp, at: &mut Cursor, inverted: bool, (when, target): (bool, u32)) -> bool {
    let container = at.top(1);
    if let Value::Set(_) | Value::Dict(_) | Value::Str(_) | Value::Tuple(_) | Value::List(_) = container
        && let Ok(found) = contains::contains(interp, container, at.top(2))
    {
        at.drop(2);
        if (found != inverted) == when {
            at.jump(target)
        } else {
            at.skip(1)
        }
        return true;
    }
    false
}

/// `GET_ITER`.
#[inline(always)]
pub(crate) fn iterate(interp: &mut Interp, at: &mut Cursor) -> bool {
    match at.top(1) {
        Value::List(list) => {
            let iterator = interp.heap.new_iter(IterObject::List { list, next: 0 });
            at.set_top(1, iterator);
            true
        }
        Value::Iter(_) | Value::Generator(_) => true,
        _ => false,
    }
}

/// The next value of a range or a list; `None`, with nothing done, at the end and for other iterators.
#[inline(always)]
pub(crate) fn next_listed(interp: &mut Interp, id: IterId) -> Option<Value> {
    match &mut interp.heap.iters[id] {
        IterObject::Range { next, step, left } => {
            *left = left.checked_sub(1)?;
            let value = Value::Int(*next);
            *next = next.wrapping_add(*step);
            Some(value)
        }
        IterObject::List { list, next } => {
            let &value = interp.heap.lists[*list].items.get(*next)?;
            *next += 1;
            Some(value)
        }
        _ => None,
    }
}

/// `FOR_ITER` with a native iterator: `put` is what is done with the value. Ranges and lists are stepped here, where the
/// value does not go through memory.
#[inline(always)]
pub(crate) fn next(
    interp: &mut Interp,
    at: &mut Cursor,
    id: IterId,
    target: u32,
    put: impl Fn(&mut Cursor, Value),
) -> Result<(), Trap> {
    match &mut interp.heap.iters[id] {
        IterObject::Range { next, step, left } => {
            if *left == 0 {
                at.jump(target + 1);
                return Ok(());
            }
            *left -= 1;
            let value = Value::Int(*next);
            *next = next.wrapping_add(*step);
            put(at, value);
            return Ok(());
        }
        IterObject::List { list, next } => {
            if let Some(&value) = interp.heap.lists[*list].items.get(*next) {
                *next += 1;
                put(at, value);
                return Ok(());
            }
        }
        _ => {}
    }
    match iteration::iter_next(interp, id)? {
        Some(value) => put(at, value),
        None => at.jump(target + 1),
    }
    Ok(())
}

/// `FOR_ITER` and the unpacking of its value into `count` parts.
#[inline(always)]
pub(crate) fn next_unpacked(
    interp: &mut Interp,
    at: &mut Cursor,
    id: IterId,
    count: u8,
    target: u32,
) -> Result<(), Trap> {
    let sp = at.sp as usize;
    let places = at.window.get_mut(sp..sp + count as usize).unwrap_or_default();
    match iteration::next_unpacked(interp, id, places)? {
        Unpacked::Parts => {
            at.sp = at.sp.wrapping_add(count);
            at.skip(1);
        }
        Unpacked::Whole(value) => at.push(value),
        Unpacked::End => at.jump(target + 1),
    }
    Ok(())
}

/// `FOR_ITER`, the unpacking of its value into two parts, and their storing.
#[inline(always)]
pub(crate) fn next_two(
    interp: &mut Interp,
    at: &mut Cursor,
    id: IterId,
    (a, b): (u8, u8),
    target: u32,
) -> Result<(), Trap> {
    let mut parts = [Value::Null; 2];
    match iteration::next_unpacked(interp, id, &mut parts)? {
        Unpacked::Parts => {
            let [second, first] = parts;
            at.set_local(a, first);
            at.set_local(b, second);
            at.skip(3);
        }
        Unpacked::Whole(value) => at.push(value),
        Unpacked::End => at.jump(target + 1),
    }
    Ok(())
}

/// `BUILD_SET` of ints and texts.
#[inline(always)]
pub(crate) fn build_set(interp: &mut Interp, at: &mut Cursor, count: u8) -> bool {
    match small_set(&mut interp.heap, at.operands(count)) {
        Some(set) => {
            at.replace(count, set);
            true
        }
        None => false,
    }
}

fn small_set(heap: &mut Heap, members: &[Value]) -> Option<Value> {
    if !members.iter().all(|member| matches!(member, Value::Int(_) | Value::Str(_))) {
        return None;
    }
    let set = heap.new_set_with(false, |heap, set| {
        for &member in members {
            let hash = heap.hash_of(member, 0).map_err(|_| ())?;
            set.add(heap, hash, member).map_err(|_| ())?;
        }
        Ok::<(), ()>(())
    });
    set.ok()
}

/// `SET_ADD` of an int or a text.
#[inline(always)]
pub(crate) fn set_add(interp: &mut Interp, at: &mut Cursor, depth: u8) -> bool {
    let (set, item) = (at.top(depth.wrapping_add(1)), at.top(1));
    let (Value::Set(set), Value::Int(_) | Value::Str(_)) = (set, item) else { return false };
    let is_done = interp.set_add(set, item).is_ok();
    at.drop(is_done.into());
    is_done
}

/// `MAP_ADD` under an int or a text.
#[inline(always)]
pub(crate) fn map_add(interp: &mut Interp, at: &mut Cursor, depth: u8) -> bool {
    let (dict, key, value) = (at.top(depth.wrapping_add(2)), at.top(2), at.top(1));
    let (Value::Dict(dict), Value::Int(_) | Value::Str(_)) = (dict, key) else { return false };
    let is_done = interp.dict_set(dict, key, value).is_ok();
    at.drop(if is_done { 2 } else { 0 });
    is_done
}

/// `UNPACK_SEQUENCE` of a tuple.
#[inline(always)]
pub(crate) fn unpack(interp: &Interp, at: &mut Cursor, count: u8) -> bool {
    let Value::Tuple(tuple) = at.top(1) else { return false };
    let items = interp.heap.tuple(tuple);
    if items.len() != count as usize {
        return false;
    }
    at.drop(1);
    for &item in items.iter().rev() {
        at.push(item);
    }
    true
}
