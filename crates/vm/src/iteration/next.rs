//! The next item of a native iterator.

use crate::heap::Heap;
use crate::interp::Interp;
use crate::native::Trap;
use crate::object::IterObject;
use crate::value::*;
use num_traits::ToPrimitive;

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

#[inline(always)]
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
