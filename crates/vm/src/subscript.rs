//! `a[b]`, `a[b] = c` and `del a[b]` on built-in values.

use crate::interp::Interp;
use crate::native::{Args, Implementation, NativeResult, Trap};
use crate::object::range::{range_item, range_len};
use crate::object::slice::Selection;
use crate::object::{RangeObject, Wrapper};
use crate::slicing;
use crate::symbol::Symbol;
use crate::types;
use crate::value::*;
use num_traits::{Signed, ToPrimitive};

/// `object[key]`.
#[inline]
pub fn get_item(interp: &mut Interp, object: Value, key: Value) -> NativeResult {
    match (object, key) {
        (Value::List(id), Value::Int(i)) => {
            let items = &interp.heap.lists[id].items;
            match items.get(place(i, items.len())) {
                Some(&value) => Ok(value),
                None => Err(interp.index_error("list index out of range")),
            }
        }
        (Value::Dict(id), _) => match interp.dict_get(id, key)? {
            Some(value) => Ok(value),
            None => Err(interp.key_error(key)),
        },
        (Value::Tuple(id), Value::Int(i)) => {
            let items = interp.heap.tuple(id);
            match items.get(place(i, items.len())) {
                Some(&value) => Ok(value),
                None => Err(interp.index_error("tuple index out of range")),
            }
        }
        (Value::List(_) | Value::Str(_) | Value::Tuple(_), Value::Slice(slice)) => {
            slicing::by_slice(interp, object, slice).unwrap_or(Ok(Value::None))
        }
        (Value::Str(id), Value::Int(_)) => get_str(interp, id, key),
        _ => get_other(interp, object, key),
    }
}

/// Index `i` of a sequence of `len` items, counted from the end when negative; out of range when it is.
#[inline(always)]
pub(crate) fn place(i: i64, len: usize) -> usize {
    (if i < 0 { i.wrapping_add(len as i64) } else { i }) as usize
}

fn get_other(interp: &mut Interp, object: Value, key: Value) -> NativeResult {
    if let Some(result) = custom(interp, object, Symbol::GETITEM, &[object, key]) {
        return result;
    }
    match interp.heap.payload(object) {
        Value::List(id) => get_list(interp, id, key),
        Value::Tuple(id) => get_tuple(interp, id, key),
        Value::Str(id) => get_str(interp, id, key),
        Value::Dict(id) => match interp.dict_get(id, key)? {
            Some(value) => Ok(value),
            None => missing(interp, object, key),
        },
        Value::Range(id) => get_range(interp, id, key),
        Value::Bytes(id) => get_bytes(interp, id, key),
        Value::Class(id) => get_class(interp, id, key),
        Value::Wrapper(id) => get_wrapper(interp, id, object, key),
        _ => {
            let name = interp.class_display(interp.class_of(object));
            Err(interp.type_error(format!("'{name}' object is not subscriptable")))
        }
    }
}

/// A dict has no such key: a subclass may have `__missing__`.
fn missing(interp: &mut Interp, object: Value, key: Value) -> NativeResult {
    match interp.heap.custom_class(object) {
        Some(class) if interp.heap.overrides(class, Symbol::MISSING) => {
            let callee = interp.lookup(class, Symbol::MISSING).unwrap_or(Value::None);
            Err(call(callee, vec![object, key]))
        }
        _ => Err(interp.key_error(key)),
    }
}

/// The result is that of calling `callee`.
pub(crate) fn call(callee: Value, args: Vec<Value>) -> Trap {
    Trap::Call(Box::new(crate::native::CallRequest { callee, args, keywords: Vec::new() }))
}

/// Where the object's class has a method of its own: its result when it is native, else `Defer`.
pub(crate) fn custom(interp: &mut Interp, object: Value, name: Symbol, args: &[Value]) -> Option<NativeResult> {
    let class = interp.heap.custom_class(object)?;
    if !interp.heap.overrides(class, name) {
        return None;
    }
    if let (Value::Opaque(_), Some(Value::Native(id))) = (object, interp.lookup(class, name))
        && let Implementation::Plain(function) = interp.natives[id.index()].def.implementation
    {
        return Some(function(interp, Args::positional(args)));
    }
    Some(Err(Trap::Defer))
}

impl Interp {
    /// The place that an index selects in a sequence of `len` items, which may be out of range (then >= `len`).
    /// `what` and `form` are for the message: `list` indices must be `integers or slices, not str`.
    fn sequence_index(&mut self, key: Value, len: usize, what: &str) -> Result<usize, Trap> {
        match self.heap.payload(key) {
            Value::Big(_) => Err(self.index_error("cannot fit 'int' into an index-sized integer")),
            other => match other.as_int() {
                Some(i) => Ok(place(i, len)),
                None if self.has_index(key) => Err(Trap::Defer),
                None => {
                    let name = self.class_display(self.class_of(key));
                    let message = match what {
                        "string" => format!("string indices must be integers, not '{name}'"),
                        _ => format!("{what} indices must be integers or slices, not {name}"),
                    };
                    Err(self.type_error(message))
                }
            },
        }
    }
}

fn get_list(interp: &mut Interp, id: ListId, key: Value) -> NativeResult {
    if let Value::Slice(_) = key {
        return get_item(interp, Value::List(id), key);
    }
    let len = interp.heap.lists[id].items.len();
    let index = interp.sequence_index(key, len, "list")?;
    let item = interp.heap.lists[id].items.get(index).copied();
    item.ok_or_else(|| interp.index_error("list index out of range"))
}

fn get_tuple(interp: &mut Interp, id: TupleId, key: Value) -> NativeResult {
    if let Value::Slice(_) = key {
        return get_item(interp, Value::Tuple(id), key);
    }
    let index = interp.sequence_index(key, interp.heap.tuple(id).len(), "tuple")?;
    let item = interp.heap.tuple(id).get(index).copied();
    item.ok_or_else(|| interp.index_error("tuple index out of range"))
}

fn get_str(interp: &mut Interp, id: StrId, key: Value) -> NativeResult {
    let index = match key {
        Value::Int(i) => place(i, interp.heap.char_count(id)),
        Value::Slice(_) => return get_item(interp, Value::Str(id), key),
        _ => interp.sequence_index(key, interp.heap.char_count(id), "string")?,
    };
    match interp.heap.str(id).char_at(index) {
        Some(c) => Ok(interp.char_str(c)),
        None => Err(interp.index_error("string index out of range")),
    }
}

fn get_bytes(interp: &mut Interp, id: BytesId, key: Value) -> NativeResult {
    let len = interp.heap.bytes[id].data.len();
    let is_bytearray = interp.heap.bytes[id].is_bytearray;
    if let Value::Slice(slice) = key {
        let selection = interp.selection(slice, len)?;
        let data = selection.pick(&interp.heap.bytes[id].data);
        let piece = interp.heap.new_bytes(data);
        if let (true, Value::Bytes(new)) = (is_bytearray, piece) {
            interp.heap.bytes[new].is_bytearray = true;
        }
        return Ok(piece);
    }
    let what = if is_bytearray { "bytearray" } else { "byte" };
    let index = interp.sequence_index(key, len, what)?;
    match interp.heap.bytes[id].data.get(index) {
        Some(&byte) => Ok(Value::Int(byte.into())),
        None if is_bytearray => Err(interp.index_error("bytearray index out of range")),
        None => Err(interp.index_error("index out of range")),
    }
}

fn get_range(interp: &mut Interp, id: RangeId, key: Value) -> NativeResult {
    let range = interp.heap.ranges[id].clone();
    if let Value::Slice(slice) = key {
        return slice_range(interp, &range, slice);
    }
    if let (Some((start, stop, step)), Some(i)) = (range.ints(), key.as_int()) {
        let len = range_len(start, stop, step);
        let place = if i < 0 { i128::from(i) + i128::from(len) } else { i.into() };
        return match u64::try_from(place) {
            Ok(place) if place < len => Ok(Value::Int(range_item(start, step, place))),
            _ => Err(interp.index_error("range object index out of range")),
        };
    }
    if !matches!(interp.heap.payload(key), Value::Big(_)) {
        interp.sequence_index(key, 0, "range")?;
    }
    let len = range.big_len(&interp.heap);
    let mut index = interp.heap.to_big(interp.heap.payload(key));
    if index.is_negative() {
        index += &len;
    }
    if index.is_negative() || index >= len {
        return Err(interp.index_error("range object index out of range"));
    }
    let item = range.big_item(&interp.heap, &index);
    Ok(interp.heap.new_int(item))
}

fn slice_range(interp: &mut Interp, range: &RangeObject, slice: SliceId) -> NativeResult {
    let Some(len) = range.big_len(&interp.heap).to_usize().filter(|&n| n <= i64::MAX as usize) else {
        return Err(interp.overflow_error("Python int too large to convert to C ssize_t"));
    };
    let selection = interp.selection(slice, len)?;
    let at = |i: i64| range.big_item(&interp.heap, &i.into());
    let (start, stop) = (at(selection.start), at(selection.stop));
    let step = interp.heap.to_big(range.step) * selection.step;
    let (start, stop, step) = (interp.heap.new_int(start), interp.heap.new_int(stop), interp.heap.new_int(step));
    Ok(interp.new_range(start, stop, step))
}

impl Interp {
    /// A `range` of ints, of step other than 0.
    pub fn new_range(&mut self, start: Value, stop: Value, step: Value) -> Value {
        self.heap.charge(48);
        Value::Range(self.heap.ranges.alloc(RangeObject { start, stop, step }))
    }
}

/// `list[int]`: kept out of the way.
fn get_class(interp: &mut Interp, id: ClassId, key: Value) -> NativeResult {
    const GENERIC: [ClassId; 7] =
        [types::LIST, types::DICT, types::TUPLE, types::SET, types::FROZENSET, types::TYPE, types::ENUMERATE];
    if GENERIC.contains(&id) {
        let args = if let Value::Tuple(_) = key { key } else { interp.heap.new_tuple(&[key]) };
        return Ok(interp.heap.new_wrapper(Wrapper::Alias { origin: Value::Class(id), args }));
    }
    if interp.lookup(id, Symbol::CLASS_GETITEM).is_some() {
        return Err(Trap::Defer);
    }
    let name = interp.heap.classes[id].name.to_string();
    Err(interp.type_error(format!("type '{name}' is not subscriptable")))
}

fn get_wrapper(interp: &mut Interp, id: WrapperId, object: Value, key: Value) -> NativeResult {
    if let Wrapper::ClassDict(class) = interp.heap.wrappers[id] {
        let symbol = interp.text(key).and_then(|text| interp.symbols.find(text));
        let found = symbol.and_then(|symbol| interp.heap.classes[class].dict.get(symbol));
        return found.ok_or_else(|| interp.key_error(key));
    }
    let name = interp.class_display(interp.class_of(object));
    Err(interp.type_error(format!("'{name}' object is not subscriptable")))
}

/// `object[key] = value`.
#[inline]
pub fn set_item(interp: &mut Interp, object: Value, key: Value, value: Value) -> Result<(), Trap> {
    match (object, key) {
        (Value::List(id), Value::Int(i)) => {
            let items = &mut interp.heap.lists[id].items;
            let place = place(i, items.len());
            match items.get_mut(place) {
                Some(slot) => {
                    *slot = value;
                    Ok(())
                }
                None => Err(interp.index_error("list assignment index out of range")),
            }
        }
        (Value::Dict(id), _) => interp.dict_set(id, key, value),
        _ => set_other(interp, object, key, value),
    }
}

fn set_other(interp: &mut Interp, object: Value, key: Value, value: Value) -> Result<(), Trap> {
    if let Some(result) = custom(interp, object, Symbol::SETITEM, &[object, key, value]) {
        return result.map(|_| ());
    }
    match interp.heap.payload(object) {
        Value::List(id) => set_list(interp, id, key, value),
        Value::Dict(id) => interp.dict_set(id, key, value),
        Value::Bytes(id) if interp.heap.bytes[id].is_bytearray => set_bytearray(interp, id, key, value),
        _ => {
            let name = interp.class_display(interp.class_of(object));
            Err(interp.type_error(format!("'{name}' object does not support item assignment")))
        }
    }
}

fn set_list(interp: &mut Interp, id: ListId, key: Value, value: Value) -> Result<(), Trap> {
    let len = interp.heap.lists[id].items.len();
    let Value::Slice(slice) = key else {
        let index = interp.sequence_index(key, len, "list")?;
        return set_item(interp, Value::List(id), Value::Int(index.min(len) as i64), value);
    };
    let selection = interp.selection(slice, len)?;
    if !crate::iteration::is_iterable(interp, value) {
        return Err(interp.type_error("must assign iterable to extended slice"));
    }
    slicing::store_list_slice(interp, id, selection, value)
}

fn set_bytearray(interp: &mut Interp, id: BytesId, key: Value, value: Value) -> Result<(), Trap> {
    let len = interp.heap.bytes[id].data.len();
    if let Value::Slice(slice) = key {
        let selection = interp.selection(slice, len)?;
        let new: Vec<u8> = match interp.heap.payload(value) {
            Value::Bytes(other) => interp.heap.bytes[other].data.to_vec(),
            _ => return Err(interp.type_error("can assign only bytes, buffers, or iterables of ints in range(0, 256)")),
        };
        let Some(range) = selection.contiguous() else {
            return Err(interp.value_error("extended slices of a bytearray cannot be assigned"));
        };
        let mut data = std::mem::take(&mut interp.heap.bytes[id].data);
        data.splice(range, new);
        interp.heap.bytes[id].data = data;
        return Ok(());
    }
    let index = interp.sequence_index(key, len, "bytearray")?;
    let Some(byte) = interp.heap.payload(value).as_int() else {
        let name = interp.class_display(interp.class_of(value));
        return Err(interp.type_error(format!("'{name}' object cannot be interpreted as an integer")));
    };
    let Ok(byte) = u8::try_from(byte) else {
        return Err(interp.value_error("byte must be in range(0, 256)"));
    };
    match interp.heap.bytes[id].data.get_mut(index) {
        Some(slot) => {
            *slot = byte;
            Ok(())
        }
        None => Err(interp.index_error("bytearray index out of range")),
    }
}

/// `del object[key]`.
pub fn del_item(interp: &mut Interp, object: Value, key: Value) -> Result<(), Trap> {
    if let Some(result) = custom(interp, object, Symbol::DELITEM, &[object, key]) {
        return result.map(|_| ());
    }
    match interp.heap.payload(object) {
        Value::Dict(id) => match interp.dict_remove(id, key)? {
            Some(_) => Ok(()),
            None => Err(interp.key_error(key)),
        },
        Value::List(id) => del_list(interp, id, key),
        Value::Bytes(id) if interp.heap.bytes[id].is_bytearray => del_bytearray(interp, id, key),
        _ => {
            let name = interp.class_display(interp.class_of(object));
            // The wording differs for types that are sequences of some kind and an index that is an integer.
            let is_sequence = match object {
                Value::Tuple(_) | Value::Str(_) | Value::Set(_) | Value::Bytes(_) | Value::Range(_) => true,
                Value::Wrapper(_) | Value::Opaque(_) => true,
                _ => interp.heap.custom_class(object).is_some_and(|c| interp.heap.classes[c].flags.scripted),
            };
            let verb = if is_sequence && key.as_int().is_some() { "doesn't" } else { "does not" };
            Err(interp.type_error(format!("'{name}' object {verb} support item deletion")))
        }
    }
}

fn del_list(interp: &mut Interp, id: ListId, key: Value) -> Result<(), Trap> {
    let len = interp.heap.lists[id].items.len();
    if let Value::Slice(slice) = key {
        let selection = interp.selection(slice, len)?;
        remove_selected(&mut interp.heap.lists[id].items, selection);
        return Ok(());
    }
    let index = interp.sequence_index(key, len, "list")?;
    if index >= len {
        return Err(interp.index_error("list assignment index out of range"));
    }
    interp.heap.lists[id].items.remove(index);
    Ok(())
}

fn remove_selected<T>(items: &mut Vec<T>, selection: Selection) {
    let selection = selection.ascending();
    if let Some(range) = selection.contiguous() {
        items.drain(range);
        return;
    }
    let mut doomed = selection.places().peekable();
    let mut place = 0;
    items.retain(|_| {
        let keep = doomed.peek() != Some(&place);
        if !keep {
            doomed.next();
        }
        place += 1;
        keep
    });
}

fn del_bytearray(interp: &mut Interp, id: BytesId, key: Value) -> Result<(), Trap> {
    let len = interp.heap.bytes[id].data.len();
    let selection = match key {
        Value::Slice(slice) => interp.selection(slice, len)?,
        _ => {
            let index = interp.sequence_index(key, len, "bytearray")?;
            if index >= len {
                return Err(interp.index_error("bytearray index out of range"));
            }
            crate::object::slice::select(Some(index as i64), Some(index as i64 + 1), 1, len)
        }
    };
    let mut data = std::mem::take(&mut interp.heap.bytes[id].data);
    remove_selected(&mut data, selection);
    interp.heap.bytes[id].data = data;
    Ok(())
}
