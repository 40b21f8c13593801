//! `a[b:c]` and `a[b:c] = d` of built-in sequences.

use crate::cost::Work;
use crate::interp::Interp;
use crate::native::{NativeResult, Trap};
use crate::object::slice::{Selection, plain, select};
use crate::subscript::place;
use crate::value::*;
use crate::work::TEXT_ITEM;

/// `container[key]` of a list, text or tuple with an index or slice that needs no script code; `None` also where it fails.
#[inline]
pub(crate) fn plain_item(interp: &mut Interp, container: Value, key: Value) -> Option<Value> {
    match (container, key) {
        (Value::List(id), Value::Int(i)) => item(&interp.heap.lists[id].items, i),
        (Value::Tuple(id), Value::Int(i)) => item(interp.heap.tuple(id), i),
        (Value::Str(id), Value::Int(i)) => {
            let text = interp.heap.str(id);
            let c = text.char_at(place(i, text.char_count()))?;
            Some(interp.char_str(c))
        }
        (_, Value::Slice(slice)) => by_slice(interp, container, slice)?.ok(),
        _ => None,
    }
}

fn item(items: &[Value], i: i64) -> Option<Value> {
    items.get(place(i, items.len())).copied()
}

/// `container[start:stop:step]` of a list, text or tuple with ordinary bounds: no slice object is made.
#[inline]
pub(crate) fn plain_slice(
    interp: &mut Interp,
    container: Value,
    start: Value,
    stop: Value,
    step: Value,
) -> Option<Value> {
    let len = length(interp, container)?;
    let step = plain(step)?.unwrap_or(1);
    if step == 0 {
        return None;
    }
    selected(interp, container, select(plain(start)?, plain(stop)?, step, len))
}

/// The length of what `plain_slice` knows.
#[inline]
fn length(interp: &Interp, container: Value) -> Option<usize> {
    match container {
        Value::List(id) => Some(interp.heap.lists[id].items.len()),
        Value::Str(id) => Some(interp.heap.char_count(id)),
        Value::Tuple(id) => Some(interp.heap.tuple(id).len()),
        _ => None,
    }
}

#[inline]
fn selected(interp: &mut Interp, container: Value, selection: Selection) -> Option<Value> {
    match container {
        Value::List(id) => Some(list_slice(interp, id, selection)),
        Value::Str(id) => Some(text_slice(interp, id, selection)),
        Value::Tuple(id) => Some(tuple_slice(interp, id, selection)),
        _ => None,
    }
}

/// The selected items of a list.
pub(crate) fn list_slice(interp: &mut Interp, id: ListId, selection: Selection) -> Value {
    interp.work(Work::Copy, selection.count);
    // Out of the arena for the moment, since the new list comes into it.
    let items = std::mem::take(&mut interp.heap.lists[id].items);
    let piece = interp.heap.new_list_with(selection.count, |piece| selection.append(&items, piece));
    interp.heap.lists[id].items = items;
    piece
}

/// The selected items of a tuple.
pub(crate) fn tuple_slice(interp: &mut Interp, id: TupleId, selection: Selection) -> Value {
    let items = interp.heap.tuple(id);
    if selection.count == items.len() && selection.step == 1 {
        return Value::Tuple(id);
    }
    let items = selection.pick(items);
    interp.work(Work::Copy, selection.count);
    interp.heap.new_tuple(&items)
}

/// The selected characters of a text.
pub(crate) fn text_slice(interp: &mut Interp, id: StrId, selection: Selection) -> Value {
    interp.work(Work::Copy, selection.count / TEXT_ITEM);
    if selection.step == 1 {
        return interp.str_slice(id, selection.start as usize, selection.start as usize + selection.count);
    }
    let object = interp.heap.str(id);
    let (text, is_ascii) = (object.as_str(), object.is_ascii());
    let piece = match is_ascii {
        true => String::from_utf8(selection.pick(text.as_bytes())).unwrap_or_default(),
        false => {
            let chars: Vec<char> = text.chars().collect();
            selection.places().map(|i| chars[i]).collect()
        }
    };
    interp.str_known(piece.into(), is_ascii)
}

/// `list[start:stop] = value` with ordinary bounds and a list or tuple on the right.
#[inline]
pub(crate) fn store_plain_slice(
    interp: &mut Interp,
    container: Value,
    start: Value,
    stop: Value,
    value: Value,
) -> Option<()> {
    let (start, stop) = (plain(start)?, plain(stop)?);
    let (Value::List(id), Value::List(_) | Value::Tuple(_)) = (container, value) else { return None };
    let selection = select(start, stop, 1, interp.heap.lists[id].items.len());
    store_list_slice(interp, id, selection, value).ok()
}

/// `list[selection] = value`. `Defer` where script code gives the items.
pub(crate) fn store_list_slice(
    interp: &mut Interp,
    id: ListId,
    selection: Selection,
    value: Value,
) -> Result<(), Trap> {
    match value {
        // The items are lent for the moment: no copy.
        Value::List(other) if other != id => {
            let new = std::mem::take(&mut interp.heap.lists[other].items);
            let result = put_items(interp, id, selection, &new);
            interp.heap.lists[other].items = new;
            result
        }
        _ => {
            let new = crate::iteration::iter_to_vec(interp, value)?;
            put_items(interp, id, selection, &new)
        }
    }
}

fn put_items(interp: &mut Interp, id: ListId, selection: Selection, new: &[Value]) -> Result<(), Trap> {
    let items = &mut interp.heap.lists[id].items;
    if let Some(range) = selection.contiguous() {
        let capacity = items.capacity();
        match items.get_mut(range.clone()).filter(|place| place.len() == new.len()) {
            Some(place) => place.copy_from_slice(new),
            None => drop(items.splice(range, new.iter().copied())),
        }
        let grown = items.capacity().saturating_sub(capacity);
        interp.heap.charge(16 * grown);
        return Ok(());
    }
    if new.len() != selection.count {
        let (size, count) = (new.len(), selection.count);
        return Err(
            interp.value_error(format!("attempt to assign sequence of size {size} to extended slice of size {count}"))
        );
    }
    for (place, &item) in selection.places().zip(new) {
        items[place] = item;
    }
    Ok(())
}

/// `container[slice]` of a list, text or tuple.
pub(crate) fn by_slice(interp: &mut Interp, container: Value, slice: SliceId) -> Option<NativeResult> {
    let len = length(interp, container)?;
    match interp.selection(slice, len) {
        Ok(selection) => selected(interp, container, selection).map(Ok),
        Err(trap) => Some(Err(trap)),
    }
}
