//! Iterating built-in values: `iter`, `next`, and running through an iterable natively.

use crate::cost::Work;
use crate::heap::Heap;
use crate::interp::Interp;
use crate::native::{NativeResult, Trap};
use crate::object::range::{range_item, range_len};
use crate::object::{IterObject, Wrapper};
use crate::subscript::custom;
use crate::symbol::Symbol;
use crate::value::*;
use num_traits::ToPrimitive;

/// `iter(value)`. `Defer` for a script's `__iter__` or `__getitem__`.
#[inline]
pub fn iter_new(interp: &mut Interp, value: Value) -> NativeResult {
    let state = match value {
        Value::List(list) => IterObject::List { list, next: 0 },
        Value::Tuple(tuple) => IterObject::Tuple { tuple, next: 0 },
        Value::Range(range) => return Ok(iter_range(interp, range, false)),
        Value::Dict(dict) => IterObject::DictKeys { dict, next: 0, len: interp.heap.dicts[dict].len() },
        Value::Iter(_) | Value::Generator(_) => return Ok(value),
        Value::Str(text) => IterObject::Str { text, next: 0 },
        Value::Set(set) => IterObject::Set { set, next: 0, len: interp.heap.sets[set].len() },
        Value::Bytes(bytes) => IterObject::Bytes { bytes, next: 0 },
        _ => return iter_other(interp, value),
    };
    Ok(interp.heap.new_iter(state))
}

fn iter_other(interp: &mut Interp, value: Value) -> NativeResult {
    if let Some(result) = custom(interp, value, Symbol::ITER, &[value]) {
        return result;
    }
    let inner = interp.heap.payload(value);
    if inner != value {
        return iter_new(interp, inner);
    }
    if let Value::Wrapper(id) = value {
        let state = match interp.heap.wrappers[id] {
            Wrapper::DictKeys(dict) => IterObject::DictKeys { dict, next: 0, len: interp.heap.dicts[dict].len() },
            Wrapper::DictValues(dict) => IterObject::DictValues { dict, next: 0, len: interp.heap.dicts[dict].len() },
            Wrapper::DictItems(dict) => IterObject::DictItems { dict, next: 0, len: interp.heap.dicts[dict].len() },
            Wrapper::ClassDict(class) => {
                let names: Vec<Symbol> = interp.heap.classes[class].dict.iter().map(|(name, _)| name).collect();
                let names = names.into_iter().map(|name| interp.symbol_str(name)).collect();
                let Value::List(list) = interp.heap.new_list(names) else { return Ok(Value::None) };
                IterObject::List { list, next: 0 }
            }
            _ => return Err(not_iterable(interp, value)),
        };
        return Ok(interp.heap.new_iter(state));
    }
    let class = interp.class_of(value);
    if interp.heap.overrides(class, Symbol::GETITEM) {
        return Err(Trap::Defer);
    }
    Err(not_iterable(interp, value))
}

#[cold]
fn not_iterable(interp: &mut Interp, value: Value) -> Trap {
    let name = interp.class_display(interp.class_of(value));
    interp.type_error(format!("'{name}' object is not iterable"))
}

/// Whether `iter(value)` would find a way, natively or by script code.
pub fn is_iterable(interp: &Interp, value: Value) -> bool {
    match interp.heap.payload(value) {
        Value::List(_) | Value::Tuple(_) | Value::Range(_) | Value::Dict(_) | Value::Set(_) => true,
        Value::Iter(_) | Value::Generator(_) | Value::Str(_) | Value::Bytes(_) => true,
        Value::Wrapper(id) => matches!(
            interp.heap.wrappers[id],
            Wrapper::DictKeys(_) | Wrapper::DictValues(_) | Wrapper::DictItems(_) | Wrapper::ClassDict(_)
        ),
        _ => interp.heap.custom_class(value).is_some_and(|class| {
            interp.heap.overrides(class, Symbol::ITER) || interp.heap.overrides(class, Symbol::GETITEM)
        }),
    }
}

/// An iterator over a range, from its end when `reversed`.
pub(crate) fn iter_range(interp: &mut Interp, id: RangeId, reversed: bool) -> Value {
    let range = &interp.heap.ranges[id];
    if let Some((start, stop, step)) = range.ints() {
        let left = range_len(start, stop, step);
        let state = match reversed {
            false => IterObject::Range { next: start, step, left },
            true if step == i64::MIN => IterObject::Range { next: start, step: -1, left },
            true => IterObject::Range { next: range_item(start, step, left.wrapping_sub(1)), step: -step, left },
        };
        return interp.heap.new_iter(state);
    }
    let mut id = id;
    if reversed {
        let range = range.clone();
        let len = range.big_len(&interp.heap);
        let first = range.big_item(&interp.heap, &(len - 1));
        let step = -interp.heap.to_big(range.step);
        let stop = interp.heap.to_big(range.start) + &step;
        let (start, stop, step) = (interp.heap.new_int(first), interp.heap.new_int(stop), interp.heap.new_int(step));
        if let Value::Range(new) = interp.new_range(start, stop, step) {
            id = new;
        }
    }
    interp.heap.new_iter(IterObject::BigRange { range: id, next: 0 })
}

/// The next item of a native iterator, `None` at its end.
#[inline]
pub fn iter_next(interp: &mut Interp, id: IterId) -> Result<Option<Value>, Trap> {
    let heap = &mut interp.heap;
    match &mut heap.iters[id] {
        IterObject::List { list, next } => match heap.lists[*list].items.get(*next) {
            Some(&item) => {
                *next += 1;
                Ok(Some(item))
            }
            None => {
                *next = usize::MAX;
                Ok(None)
            }
        },
        IterObject::Range { next, step, left } => {
            if *left == 0 {
                return Ok(None);
            }
            let item = *next;
            *next = item.wrapping_add(*step);
            *left -= 1;
            Ok(Some(Value::Int(item)))
        }
        IterObject::Tuple { tuple, next } => {
            let item = heap.tuples[*tuple].items().get(*next).copied();
            *next += 1;
            Ok(item)
        }
        IterObject::Str { text, next } => {
            let (text, place) = (*text, *next);
            Ok(next_char(interp, id, text, place))
        }
        _ => next_other(interp, id),
    }
}

/// The character at byte `place` of a text; the iterator goes on behind it.
#[inline]
fn next_char(interp: &mut Interp, id: IterId, text: StrId, place: usize) -> Option<Value> {
    let c = match interp.heap.text(text).as_bytes().get(place) {
        Some(&byte) if byte.is_ascii() => {
            if let IterObject::Str { next, .. } = &mut interp.heap.iters[id] {
                *next += 1;
            }
            return interp.ascii.get(usize::from(byte)).copied();
        }
        _ => interp.heap.text(text).get(place..)?.chars().next()?,
    };
    if let IterObject::Str { next, .. } = &mut interp.heap.iters[id] {
        *next += c.len_utf8();
    }
    Some(interp.char_str(c))
}

fn next_other(interp: &mut Interp, id: IterId) -> Result<Option<Value>, Trap> {
    let heap = &mut interp.heap;
    match &mut heap.iters[id] {
        IterObject::Bytes { bytes, next } => {
            let item = heap.bytes[*bytes].data.get(*next).map(|&b| Value::Int(b.into()));
            *next += 1;
            Ok(item)
        }
        IterObject::ListReversed { list, next } | IterObject::Reversed { list, next } => {
            let item = next.checked_sub(1).and_then(|i| heap.lists[*list].items.get(i).copied());
            *next = if item.is_some() { *next - 1 } else { 0 };
            Ok(item)
        }
        IterObject::BigRange { range, next } => {
            let (range, index) = (heap.ranges[*range].clone(), *next);
            *next += 1;
            if range.big_len(heap).to_u64().is_some_and(|len| index >= len) {
                return Ok(None);
            }
            let item = range.big_item(heap, &index.into());
            Ok(Some(heap.new_int(item)))
        }
        IterObject::Set { set, next, len } => {
            let set = &heap.sets[*set];
            if *len != set.len() && *len != usize::MAX {
                *next = usize::MAX;
                return Err(interp.runtime_error("Set changed size during iteration"));
            }
            match set.next_from(*next) {
                Some((place, item)) => {
                    *next = place + 1;
                    Ok(Some(item))
                }
                None => {
                    (*next, *len) = (usize::MAX, usize::MAX);
                    Ok(None)
                }
            }
        }
        IterObject::Count { next, step } => {
            let item = *next;
            match item.checked_add(*step) {
                Some(following) => *next = following,
                None => return Err(interp.overflow_error("count() beyond 64 bits is not supported")),
            }
            Ok(Some(Value::Int(item)))
        }
        IterObject::Repeat { value, left } => match left {
            Some(0) => Ok(None),
            Some(n) => {
                *n -= 1;
                Ok(Some(*value))
            }
            None => Ok(Some(*value)),
        },
        IterObject::Enumerate { .. } | IterObject::Zip { .. } => next_combined(interp, id),
        IterObject::Map { .. } => next_mapped(interp, id),
        IterObject::Done => Ok(None),
        _ => next_of_dict(interp, id),
    }
}

/// What a dict iterator gives.
#[derive(Clone, Copy)]
enum Part {
    Key,
    Value,
    Item,
}

fn next_of_dict(interp: &mut Interp, id: IterId) -> Result<Option<Value>, Trap> {
    let heap = &mut interp.heap;
    let (dict, next, len, part, reversed) = match &mut heap.iters[id] {
        IterObject::DictKeys { dict, next, len } => (*dict, next, len, Part::Key, false),
        IterObject::DictValues { dict, next, len } => (*dict, next, len, Part::Value, false),
        IterObject::DictItems { dict, next, len } => (*dict, next, len, Part::Item, false),
        IterObject::DictKeysReversed { dict, next, len } => (*dict, next, len, Part::Key, true),
        IterObject::DictValuesReversed { dict, next, len } => (*dict, next, len, Part::Value, true),
        IterObject::DictItemsReversed { dict, next, len } => (*dict, next, len, Part::Item, true),
        _ => return Ok(None),
    };
    let entries = &heap.dicts[dict];
    if *len == usize::MAX {
        return Ok(None);
    }
    if *len != entries.len() {
        // Stays broken: every further step raises again.
        return Err(interp.runtime_error("dictionary changed size during iteration"));
    }
    let found = if reversed { entry_before(entries, next) } else { entry_from(entries, next) };
    let Some((key, value)) = found else {
        *len = usize::MAX;
        return Ok(None);
    };
    Ok(Some(match part {
        Part::Key => key,
        Part::Value => value,
        Part::Item => heap.new_tuple(&[key, value]),
    }))
}

#[inline]
fn entry_from(dict: &crate::object::DictObject, next: &mut usize) -> Option<(Value, Value)> {
    loop {
        let entry = dict.entry(*next)?;
        *next += 1;
        if !entry.key.is_null() {
            return Some((entry.key, entry.value));
        }
    }
}

/// `next` is one past the place to look at first.
fn entry_before(dict: &crate::object::DictObject, next: &mut usize) -> Option<(Value, Value)> {
    while *next > 0 {
        *next -= 1;
        if let Some(entry) = dict.entry(*next)
            && !entry.key.is_null()
        {
            return Some((entry.key, entry.value));
        }
    }
    None
}

/// The next item of an iterator whose items are unpacked at once.
pub(crate) enum Unpacked {
    /// It was put in the places, the first part last.
    Parts,
    /// It is no tuple of so many parts.
    Whole(Value),
    End,
}

/// The next item of an iterator, taken apart into `places`. What `zip`, `enumerate` and `dict.items` would wrap in a
/// tuple is never wrapped.
pub(crate) fn next_unpacked(interp: &mut Interp, id: IterId, places: &mut [Value]) -> Result<Unpacked, Trap> {
    match &interp.heap.iters[id] {
        &IterObject::Zip { ref inner, strict: false } if inner.len() == places.len() => {
            if let (&[a, b], [second, first]) = (&inner[..], &mut *places)
                && let Some((a, b)) = next_of_both(&mut interp.heap, a, b)
            {
                (*first, *second) = (a, b);
                return Ok(Unpacked::Parts);
            }
            for (part, place) in places.iter_mut().rev().enumerate() {
                let IterObject::Zip { inner, .. } = &interp.heap.iters[id] else { return Ok(Unpacked::End) };
                match iter_next(interp, inner[part])? {
                    Some(item) => *place = item,
                    None => return Ok(Unpacked::End),
                }
            }
            return Ok(Unpacked::Parts);
        }
        IterObject::Enumerate { inner, count } => {
            if let ([item_place, count_place], Some(following)) = (&mut *places, count.checked_add(1)) {
                let (inner, count) = (*inner, *count);
                let Some(item) = iter_next(interp, inner)? else { return Ok(Unpacked::End) };
                interp.heap.iters[id] = IterObject::Enumerate { inner, count: following };
                (*item_place, *count_place) = (item, Value::Int(count));
                return Ok(Unpacked::Parts);
            }
        }
        IterObject::DictItems { dict, next, len } => {
            let (dict, mut next) = (*dict, *next);
            let entries = &interp.heap.dicts[dict];
            if let ([value_place, key_place], true) = (&mut *places, *len == entries.len())
                && let Some(entry) = entry_from(entries, &mut next)
            {
                (*key_place, *value_place) = entry;
                if let IterObject::DictItems { next: place, .. } = &mut interp.heap.iters[id] {
                    *place = next;
                }
                return Ok(Unpacked::Parts);
            }
        }
        _ => {}
    }
    Ok(match iter_next(interp, id)? {
        Some(Value::Tuple(tuple)) if interp.heap.tuple(tuple).len() == places.len() => {
            for (place, &item) in places.iter_mut().rev().zip(interp.heap.tuple(tuple)) {
                *place = item;
            }
            Unpacked::Parts
        }
        Some(item) => Unpacked::Whole(item),
        None => Unpacked::End,
    })
}

/// The next items of two lists or tuples; `None`, with nothing done, where one is something else or at its end.
#[inline]
fn next_of_both(heap: &mut Heap, a: IterId, b: IterId) -> Option<(Value, Value)> {
    if a == b {
        return None;
    }
    let items = (item_at(heap, a)?, item_at(heap, b)?);
    for id in [a, b] {
        if let IterObject::List { next, .. } | IterObject::Tuple { next, .. } = &mut heap.iters[id] {
            *next += 1;
        }
    }
    Some(items)
}

#[inline]
fn item_at(heap: &Heap, id: IterId) -> Option<Value> {
    match heap.iters[id] {
        IterObject::List { list, next } => heap.lists[list].items.get(next).copied(),
        IterObject::Tuple { tuple, next } => heap.tuple(tuple).get(next).copied(),
        _ => None,
    }
}

fn next_combined(interp: &mut Interp, id: IterId) -> Result<Option<Value>, Trap> {
    if let IterObject::Enumerate { inner, count } = interp.heap.iters[id] {
        let Some(item) = iter_next(interp, inner)? else { return Ok(None) };
        let Some(following) = count.checked_add(1) else {
            return Err(interp.overflow_error("enumerate() beyond 64 bits is not supported"));
        };
        interp.heap.iters[id] = IterObject::Enumerate { inner, count: following };
        return Ok(Some(interp.heap.new_tuple(&[Value::Int(count), item])));
    }
    next_zip(interp, id)
}

fn next_zip(interp: &mut Interp, id: IterId) -> Result<Option<Value>, Trap> {
    let IterObject::Zip { inner, strict } = &interp.heap.iters[id] else { return Ok(None) };
    if let (&[a, b], false) = (&**inner, *strict) {
        let Some(a) = iter_next(interp, a)? else { return Ok(None) };
        let Some(b) = iter_next(interp, b)? else { return Ok(None) };
        return Ok(Some(interp.heap.new_tuple(&[a, b])));
    }
    let (inner, strict) = (inner.clone(), *strict);
    let mut items = Vec::with_capacity(inner.len());
    for &iterator in &inner {
        match iter_next(interp, iterator)? {
            Some(item) => items.push(item),
            None if strict => return zip_ended(interp, &inner, items.len()),
            None => return Ok(None),
        }
    }
    if items.is_empty() { Ok(None) } else { Ok(Some(interp.heap.new_tuple(&items))) }
}

/// The next result of `map`. Where the function meets an object of a script after all, it is called in place of the
/// result: `Trap::Call`.
fn next_mapped(interp: &mut Interp, id: IterId) -> Result<Option<Value>, Trap> {
    let IterObject::Map { function, inner } = &interp.heap.iters[id] else { return Ok(None) };
    let function = *function;
    if let &[only] = &**inner {
        let Some(item) = iter_next(interp, only)? else { return Ok(None) };
        return mapped(interp, function, &[item]);
    }
    let inner = inner.clone();
    let mut items = Vec::with_capacity(inner.len());
    for &iterator in &inner {
        match iter_next(interp, iterator)? {
            Some(item) => items.push(item),
            None => return Ok(None),
        }
    }
    mapped(interp, function, &items)
}

fn mapped(interp: &mut Interp, function: Value, items: &[Value]) -> Result<Option<Value>, Trap> {
    match interp.call_plain(function, items) {
        Ok(value) => Ok(Some(value)),
        Err(Trap::Defer) => Err(crate::subscript::call(function, items.to_vec())),
        Err(trap) => Err(trap),
    }
}

/// Iterator `ended` of a strict zip has come to its end: all others must as well.
fn zip_ended(interp: &mut Interp, inner: &[IterId], ended: usize) -> Result<Option<Value>, Trap> {
    let others = |n: usize| if n == 1 { "argument 1".to_string() } else { format!("arguments 1-{n}") };
    if ended > 0 {
        let message = format!("zip() argument {} is shorter than {}", ended + 1, others(ended));
        return Err(interp.value_error(message));
    }
    for (place, &iterator) in inner.iter().enumerate().skip(1) {
        if iter_next(interp, iterator)?.is_some() {
            let message = format!("zip() argument {} is longer than {}", place + 1, others(place));
            return Err(interp.value_error(message));
        }
    }
    Ok(None)
}

/// The next item of an iterator that runs no script code; `Defer` for others.
pub fn next_native(interp: &mut Interp, iterator: Value) -> Result<Option<Value>, Trap> {
    if let Value::Iter(id) = iterator {
        return match iter_next(interp, id) {
            Err(Trap::Call(_)) => Err(Trap::Defer),
            result => result,
        };
    }
    match custom(interp, iterator, Symbol::NEXT, &[iterator]) {
        Some(Ok(item)) => Ok(Some(item)),
        Some(Err(Trap::Raise(e))) if interp.heap.exceptions[e].class == crate::exceptions::STOP_ITERATION => Ok(None),
        Some(Err(trap)) => Err(trap),
        None => Err(Trap::Defer),
    }
}

/// The items of an iterable. `Defer`, with nothing consumed, for one that runs script code.
pub fn iter_to_vec(interp: &mut Interp, value: Value) -> Result<Vec<Value>, Trap> {
    iter_some(interp, value, usize::MAX)
}

/// The items of an iterable; of an iterator at most so many are taken.
pub(crate) fn iter_some(interp: &mut Interp, value: Value, most: usize) -> Result<Vec<Value>, Trap> {
    let items = items_of(interp, value, most)?;
    interp.work(Work::Iterate, items.len());
    Ok(items)
}

fn items_of(interp: &mut Interp, value: Value, most: usize) -> Result<Vec<Value>, Trap> {
    let heap = &interp.heap;
    match value {
        Value::List(id) => return Ok(heap.lists[id].items.clone()),
        Value::Tuple(id) => return Ok(heap.tuple(id).to_vec()),
        Value::Dict(id) => return Ok(heap.dicts[id].iter().map(|e| e.key).collect()),
        Value::Set(id) => return Ok(heap.sets[id].iter().collect()),
        Value::Range(id) => check_size(interp, id)?,
        _ => {}
    }
    let saved = interp.save_iterator(value);
    let iterator = iter_new(interp, value)?;
    let mut items = Vec::new();
    loop {
        let next = next_native(interp, iterator);
        let item = match next {
            Ok(Some(item)) => item,
            Ok(None) => break,
            Err(trap) => return interp.restore_on_defer(saved, Err(trap)),
        };
        items.push(item);
        if items.len() == most {
            break;
        }
        if items.len() > MAX_ITEMS {
            return Err(interp.memory_error());
        }
    }
    Ok(items)
}

/// How many items a list may have: 4 GiB of them.
pub const MAX_ITEMS: usize = 1 << 28;

fn check_size(interp: &mut Interp, id: RangeId) -> Result<(), Trap> {
    let len = interp.heap.ranges[id].big_len(&interp.heap);
    if len > i64::MAX.into() {
        return Err(interp.overflow_error("Python int too large to convert to C ssize_t"));
    }
    if len > MAX_ITEMS.into() {
        return Err(interp.memory_error());
    }
    Ok(())
}

impl Interp {
    /// `MemoryError` without arguments.
    #[cold]
    pub fn memory_error(&mut self) -> Trap {
        self.raise_with(crate::exceptions::MEMORY_ERROR, &[])
    }
}
