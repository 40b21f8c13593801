//! Iterating built-in values: `iter`, `next`, and running through an iterable natively.

mod next;

pub use next::iter_next;
pub(crate) use next::{Unpacked, next_unpacked};

use crate::cost::Work;
use crate::interp::Interp;
use crate::native::{NativeResult, Trap};
use crate::object::range::{range_item, range_len};
use crate::object::{IterObject, Wrapper};
use crate::subscript::custom;
use crate::symbol::Symbol;
use crate::value::*;

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
