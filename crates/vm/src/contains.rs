//! The `in` operator on built-in values.

use crate::cost::Work;
use crate::equality::Stop;
use crate::hash::hash_int;
use crate::interp::Interp;
use crate::iteration::{iter_new, next_native};
use crate::native::Trap;
use crate::object::Wrapper;
use crate::object::dict::NeedsScript;
use crate::subscript::custom;
use crate::symbol::Symbol;
use crate::value::*;

/// `item in container`. `Defer` where a script decides.
#[inline]
pub fn contains(interp: &mut Interp, container: Value, item: Value) -> Result<bool, Trap> {
    match container {
        Value::Dict(id) => Ok(interp.dict_get(id, item)?.is_some()),
        Value::Set(id) => set_contains(interp, id, item),
        Value::Str(id) => {
            interp.work(Work::Text, interp.heap.text(id).len());
            str_contains(interp, id, item)
        }
        Value::List(id) => {
            let found =
                interp.heap.position(&interp.heap.lists[id].items, item).map_err(|stop| interp.stopped(stop))?;
            interp.work(Work::Scan, found.map_or(interp.heap.lists[id].items.len(), |place| place + 1));
            Ok(found.is_some())
        }
        _ => contains_other(interp, container, item),
    }
}

impl crate::heap::Heap {
    /// Where `item` first is among `items`.
    #[inline]
    pub(crate) fn position(&self, items: &[Value], item: Value) -> Result<Option<usize>, Stop> {
        for (place, &other) in items.iter().enumerate() {
            if self.same(other, item, 0)? {
                return Ok(Some(place));
            }
        }
        Ok(None)
    }
}

fn contains_other(interp: &mut Interp, container: Value, item: Value) -> Result<bool, Trap> {
    if let Some(result) = custom(interp, container, Symbol::CONTAINS, &[container, item]) {
        return result.map(|v| v == Value::True);
    }
    if let Some(class) = interp.heap.custom_class(container)
        && interp.heap.overrides(class, Symbol::ITER)
        && !matches!(container, Value::Opaque(_))
    {
        return Err(Trap::Defer);
    }
    match interp.heap.payload(container) {
        Value::Tuple(id) => {
            let found = interp.heap.position(interp.heap.tuple(id), item).map_err(|stop| interp.stopped(stop))?;
            interp.work(Work::Scan, found.map_or(interp.heap.tuple(id).len(), |place| place + 1));
            Ok(found.is_some())
        }
        Value::Range(id) => range_contains(interp, id, item),
        Value::Bytes(id) => bytes_contains(interp, id, item),
        Value::Wrapper(id) => view_contains(interp, id, container, item),
        inner if inner != container => contains(interp, inner, item),
        _ => iterable_contains(interp, container, item),
    }
}

/// Membership in a set; a set is looked up as the frozenset of its members.
pub(crate) fn set_contains(interp: &mut Interp, id: SetId, item: Value) -> Result<bool, Trap> {
    if let Value::Int(i) = item
        && let Some(found) = interp.heap.sets[id].has_int(hash_int(i), i)
    {
        return Ok(found);
    }
    let hash = interp.set_key_hash(item)?;
    match interp.heap.sets[id].find(&interp.heap, hash, item) {
        Ok(found) => Ok(found.is_some()),
        Err(NeedsScript) => Err(Trap::Defer),
    }
}

impl Interp {
    /// The hash under which a set looks for `item`.
    pub(crate) fn set_key_hash(&mut self, item: Value) -> Result<u64, Trap> {
        match self.heap.payload(item) {
            Value::Set(id) => Ok(self.heap.sets[id].hash()),
            _ => self.hash(item),
        }
    }
}

fn str_contains(interp: &mut Interp, id: StrId, item: Value) -> Result<bool, Trap> {
    match interp.heap.payload(item) {
        Value::Str(part) => Ok(crate::object::str::find::find(interp.heap.text(id), interp.heap.text(part)).is_some()),
        _ => {
            let name = interp.class_display(interp.class_of(item));
            Err(interp.type_error(format!("'in <string>' requires string as left operand, not {name}")))
        }
    }
}

fn range_contains(interp: &mut Interp, id: RangeId, item: Value) -> Result<bool, Trap> {
    let key = match item {
        Value::True => Value::Int(1),
        Value::False => Value::Int(0),
        other => other,
    };
    if matches!(key, Value::Int(_) | Value::Big(_)) {
        return Ok(interp.heap.ranges[id].position(&interp.heap, key).is_some());
    }
    if let Value::Float(bits) = key {
        let whole = bits.get();
        let exact = whole.trunc() == whole && whole.abs() < 9e18;
        return Ok(exact && interp.heap.ranges[id].position(&interp.heap, Value::Int(whole as i64)).is_some());
    }
    iterable_contains(interp, Value::Range(id), item)
}

fn bytes_contains(interp: &mut Interp, id: BytesId, item: Value) -> Result<bool, Trap> {
    let data = &interp.heap.bytes[id].data;
    match interp.heap.payload(item) {
        Value::Bytes(part) => {
            let part = &interp.heap.bytes[part].data;
            Ok(part.is_empty() || data.windows(part.len()).any(|window| window == &**part))
        }
        other => match other.as_int() {
            Some(i) => match u8::try_from(i) {
                Ok(byte) => Ok(data.contains(&byte)),
                Err(_) => Err(interp.value_error("byte must be in range(0, 256)")),
            },
            None => {
                let name = interp.class_display(interp.class_of(item));
                Err(interp.type_error(format!("a bytes-like object is required, not '{name}'")))
            }
        },
    }
}

fn view_contains(interp: &mut Interp, id: WrapperId, container: Value, item: Value) -> Result<bool, Trap> {
    match interp.heap.wrappers[id] {
        Wrapper::DictKeys(dict) => Ok(interp.dict_get(dict, item)?.is_some()),
        Wrapper::DictItems(dict) => {
            let Value::Tuple(pair) = interp.heap.payload(item) else { return Ok(false) };
            let &[key, value] = interp.heap.tuple(pair) else { return Ok(false) };
            match interp.dict_get(dict, key)? {
                Some(found) => interp.heap.same(found, value, 0).map_err(|stop| interp.stopped(stop)),
                None => Ok(false),
            }
        }
        Wrapper::ClassDict(class) => {
            let symbol = interp.text(item).and_then(|text| interp.symbols.find(text));
            Ok(symbol.is_some_and(|symbol| interp.heap.classes[class].dict.get(symbol).is_some()))
        }
        _ => iterable_contains(interp, container, item),
    }
}

/// Look at the items one after the other.
fn iterable_contains(interp: &mut Interp, container: Value, item: Value) -> Result<bool, Trap> {
    if !crate::iteration::is_iterable(interp, container) {
        let name = interp.class_display(interp.class_of(container));
        return Err(interp.type_error(format!("argument of type '{name}' is not iterable")));
    }
    if interp.heap.has_custom_eq(item) {
        return Err(Trap::Defer);
    }
    let saved = interp.save_iterator(container);
    let iterator = iter_new(interp, container)?;
    let result = loop {
        match next_native(interp, iterator) {
            Ok(Some(other)) => match interp.heap.same(other, item, 0) {
                Ok(true) => break Ok(true),
                Ok(false) => {}
                Err(stop) => break Err(interp.stopped(stop)),
            },
            Ok(None) => break Ok(false),
            Err(trap) => break Err(trap),
        }
    };
    interp.restore_on_defer(saved, result)
}
