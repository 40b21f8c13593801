//! `a[b:c]` and `a[b:c] = d` of built-in sequences.

use crate::interp::Interp;
use crate::native::{NativeResult, Trap};
use crate::object::slice::{Selection, plain, select};
use crate::value::*;

/// `container[start:stop]` of a list, text or tuple with ordinary bounds: no slice object is made.
#[inline]
pub(crate) fn plain_slice(interp: &mut Interp, container: Value, start: Value, stop: Value) -> Option<Value> {
    let (start, stop) = (plain(start)?, plain(stop)?);
    match container {
        Value::List(id) => {
            let selection = select(start, stop, 1, interp.heap.lists[id].items.len());
            Some(list_slice(interp, id, selection))
        }
        Value::Str(id) => {
            let selection = select(start, stop, 1, interp.heap.char_count(id));
            Some(interp.str_slice(id, selection.start as usize, selection.start as usize + selection.count))
        }
        Value::Tuple(id) => {
            let selection = select(start, stop, 1, interp.heap.tuple(id).len());
            Some(tuple_slice(interp, id, selection))
        }
        _ => None,
    }
}

/// The selected items of a list.
pub(crate) fn list_slice(interp: &mut Interp, id: ListId, selection: Selection) -> Value {
    let items = selection.pick(&interp.heap.lists[id].items);
    interp.heap.new_list(items)
}

/// The selected items of a tuple.
pub(crate) fn tuple_slice(interp: &mut Interp, id: TupleId, selection: Selection) -> Value {
    let items = interp.heap.tuple(id);
    if selection.count == items.len() && selection.step == 1 {
        return Value::Tuple(id);
    }
    let items = selection.pick(items);
    interp.heap.new_tuple(&items)
}

/// The selected characters of a text.
pub(crate) fn text_slice(interp: &mut Interp, id: StrId, selection: Selection) -> Value {
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
    let len = match container {
        Value::List(id) => interp.heap.lists[id].items.len(),
        Value::Str(id) => interp.heap.char_count(id),
        Value::Tuple(id) => interp.heap.tuple(id).len(),
        _ => return None,
    };
    let selection = match interp.selection(slice, len) {
        Ok(selection) => selection,
        Err(trap) => return Some(Err(trap)),
    };
    Some(Ok(match container {
        Value::List(id) => list_slice(interp, id, selection),
        Value::Str(id) => text_slice(interp, id, selection),
        Value::Tuple(id) => tuple_slice(interp, id, selection),
        _ => return None,
    }))
}
