//! `_collections.deque`: a list with two open ends.

use gilscope_bytecode::CompareOp;
use gilscope_vm::compare::compare;
use gilscope_vm::heap::collect::Marker;
use gilscope_vm::iteration::iter_to_vec;
use gilscope_vm::native::{Args, NativeDef, NativeResult, Trap};
use gilscope_vm::object::{Layout, Opaque, OpaqueObject, Wrapper};
use gilscope_vm::value::{ClassId, ModuleId, OpaqueId};
use gilscope_vm::{Interp, Symbol, Value, types};
use std::any::Any;
use std::collections::VecDeque;

#[derive(Debug, Clone, Default)]
struct Deque {
    items: VecDeque<Value>,
    max: Option<usize>,
    /// Counts changes of the length, for the iterators.
    version: u64,
}

/// Where an iteration stands.
#[derive(Debug, Clone)]
struct DequeIterator {
    deque: Value,
    next: usize,
    version: u64,
    reversed: bool,
}

macro_rules! opaque {
    ($type:ty, |$self:ident, $marker:ident| $trace:expr) => {
        impl Opaque for $type {
            fn trace(&self, $marker: &mut Marker) {
                let $self = self;
                $trace
            }

            fn boxed_clone(&self) -> Box<dyn Opaque> {
                Box::new(self.clone())
            }

            fn as_any(&self) -> &dyn Any {
                self
            }

            fn as_any_mut(&mut self) -> &mut dyn Any {
                self
            }
        }
    };
}

opaque!(Deque, |deque, marker| {
    let (front, back) = deque.items.as_slices();
    marker.values(front);
    marker.values(back);
});
opaque!(DequeIterator, |iterator, marker| marker.value(iterator.deque));

const METHODS: &[NativeDef] = &[
    NativeDef::method("append", append, 1, 1),
    NativeDef::method("appendleft", append_left, 1, 1),
    NativeDef::method("pop", pop, 0, 0),
    NativeDef::method("popleft", pop_left, 0, 0),
    NativeDef::method("extend", extend, 1, 1).twin("deque.extend"),
    NativeDef::method("extendleft", extend_left, 1, 1).twin("deque.extendleft"),
    NativeDef::method("clear", clear, 0, 0),
    NativeDef::method("copy", copy, 0, 0),
    NativeDef::method("__copy__", copy, 0, 0),
    NativeDef::method("count", count, 1, 1).twin("deque.count"),
    NativeDef::method("index", index, 1, 3).twin("deque.index"),
    NativeDef::method("insert", insert, 2, 2),
    NativeDef::method("remove", remove, 1, 1).twin("deque.remove"),
    NativeDef::method("reverse", reverse, 0, 0),
    NativeDef::method("rotate", rotate, 0, 1),
    NativeDef::method("__len__", len, 0, 0),
    NativeDef::method("__bool__", |i, a| Ok(Value::bool(!deque(i, a.at(0))?.items.is_empty())), 0, 0),
    NativeDef::method("__getitem__", get_item, 1, 1),
    NativeDef::method("__setitem__", set_item, 2, 2),
    NativeDef::method("__delitem__", del_item, 1, 1),
    NativeDef::method("__contains__", contains, 1, 1).twin("deque.contains"),
    NativeDef::method("__iter__", |i, a| iterate(i, a, false), 0, 0),
    NativeDef::method("__reversed__", |i, a| iterate(i, a, true), 0, 0),
    NativeDef::method("__eq__", |i, a| compared(i, a, CompareOp::Eq), 1, 1).twin("deque.eq"),
    NativeDef::method("__ne__", |i, a| compared(i, a, CompareOp::Ne), 1, 1).twin("deque.ne"),
    NativeDef::method("__lt__", |i, a| compared(i, a, CompareOp::Lt), 1, 1).twin("deque.lt"),
    NativeDef::method("__le__", |i, a| compared(i, a, CompareOp::Le), 1, 1).twin("deque.le"),
    NativeDef::method("__gt__", |i, a| compared(i, a, CompareOp::Gt), 1, 1).twin("deque.gt"),
    NativeDef::method("__ge__", |i, a| compared(i, a, CompareOp::Ge), 1, 1).twin("deque.ge"),
    NativeDef::method("__add__", add, 1, 1),
    NativeDef::method("__iadd__", add_in_place, 1, 1).twin("deque.iadd"),
    NativeDef::method("__mul__", multiply, 1, 1),
    NativeDef::method("__rmul__", multiply, 1, 1),
    NativeDef::method("__imul__", multiply_in_place, 1, 1),
    NativeDef::class_method("__class_getitem__", class_getitem, 1, 1),
    NativeDef::method("__repr__", |_, _| Err(Trap::Defer), 0, 0).twin("text.deque_repr"),
];

const ITERATOR: &[NativeDef] =
    &[NativeDef::method("__iter__", |_, a| Ok(a.at(0)), 0, 0), NativeDef::method("__next__", next, 0, 0)];

pub(crate) fn init(interp: &mut Interp) -> ModuleId {
    let module = interp.add_module("_collections", &[]);
    let class = interp.add_builtin_class("deque", "collections", types::OBJECT, Layout::Builtin, true);
    interp.add_methods(class, METHODS);
    interp.add_construct(
        class,
        NativeDef::function("deque", construct, 0, 2).params(&["iterable", "maxlen"]).twin("deque.make"),
    );
    interp.add_getter(class, "maxlen", |i, v| Ok(deque(i, v)?.max.map_or(Value::None, |max| Value::Int(max as i64))));
    interp.heap.classes[class].flags.unhashable = true;
    interp.heap.classes[class].dict.set(Symbol::HASH, Value::None);
    interp.set_global(module, "deque", Value::Class(class));
    for name in ["_deque_iterator", "_deque_reverse_iterator"] {
        let class = interp.add_builtin_class(name, "collections", types::OBJECT, Layout::Builtin, false);
        interp.add_methods(class, ITERATOR);
        interp.set_global(module, name, Value::Class(class));
    }
    module
}

fn class_named(interp: &mut Interp, name: &str) -> ClassId {
    match interp.native_module("_collections").and_then(|m| interp.get_global(m, name)) {
        Some(Value::Class(class)) => class,
        _ => types::OBJECT,
    }
}

fn new_deque(interp: &mut Interp, content: Deque) -> Value {
    let class = class_named(interp, "deque");
    interp.heap.charge(120 + 16 * content.items.len());
    Value::Opaque(interp.heap.opaques.alloc(OpaqueObject { class, content: Some(Box::new(content)) }))
}

fn id_of(interp: &Interp, value: Value) -> Option<OpaqueId> {
    match interp.payload(value) {
        Value::Opaque(id) if interp.heap.opaques[id].get::<Deque>().is_some() => Some(id),
        _ => None,
    }
}

fn deque(interp: &mut Interp, value: Value) -> Result<&mut Deque, Trap> {
    match id_of(interp, value) {
        Some(id) => Ok(interp.heap.opaques[id].get_mut().expect("id_of has seen it")),
        None => Err(interp.type_error("a deque is required")),
    }
}

fn items(interp: &mut Interp, value: Value) -> Result<Vec<Value>, Trap> {
    Ok(deque(interp, value)?.items.iter().copied().collect())
}

impl Deque {
    fn push_back(&mut self, value: Value) {
        if self.max == Some(0) {
            return;
        }
        if self.max == Some(self.items.len()) {
            self.items.pop_front();
        }
        self.items.push_back(value);
        self.version += 1;
    }

    fn push_front(&mut self, value: Value) {
        if self.max == Some(0) {
            return;
        }
        if self.max == Some(self.items.len()) {
            self.items.pop_back();
        }
        self.items.push_front(value);
        self.version += 1;
    }
}

fn construct(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let max = match interp.payload(args.or_none(1)) {
        Value::None => None,
        other => match other.as_int() {
            Some(max) => match usize::try_from(max) {
                Ok(max) => Some(max),
                Err(_) => return Err(interp.value_error("maxlen must be non-negative")),
            },
            None => return Err(interp.type_error("an integer is required")),
        },
    };
    let mut content = Deque { max, ..Deque::default() };
    if let Some(iterable) = args.get(0) {
        values_of(interp, iterable)?.into_iter().for_each(|value| content.push_back(value));
    }
    Ok(new_deque(interp, content))
}

/// The items of an iterable; `Defer` when it runs script code.
fn values_of(interp: &mut Interp, iterable: Value) -> Result<Vec<Value>, Trap> {
    if id_of(interp, iterable).is_some() { items(interp, iterable) } else { iter_to_vec(interp, iterable) }
}

fn append(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    interp.heap.charge(16);
    deque(interp, args.at(0))?.push_back(args.at(1));
    Ok(Value::None)
}

fn append_left(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    interp.heap.charge(16);
    deque(interp, args.at(0))?.push_front(args.at(1));
    Ok(Value::None)
}

fn pop(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let deque = deque(interp, args.at(0))?;
    deque.version += 1;
    match deque.items.pop_back() {
        Some(value) => Ok(value),
        None => Err(interp.index_error("pop from an empty deque")),
    }
}

fn pop_left(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let deque = deque(interp, args.at(0))?;
    deque.version += 1;
    match deque.items.pop_front() {
        Some(value) => Ok(value),
        None => Err(interp.index_error("pop from an empty deque")),
    }
}

fn extend(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let values = values_of(interp, args.at(1))?;
    interp.heap.charge(16 * values.len());
    let deque = deque(interp, args.at(0))?;
    values.into_iter().for_each(|value| deque.push_back(value));
    Ok(Value::None)
}

fn extend_left(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let values = values_of(interp, args.at(1))?;
    interp.heap.charge(16 * values.len());
    let deque = deque(interp, args.at(0))?;
    values.into_iter().for_each(|value| deque.push_front(value));
    Ok(Value::None)
}

fn clear(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let deque = deque(interp, args.at(0))?;
    deque.version += 1;
    deque.items = VecDeque::new();
    Ok(Value::None)
}

fn copy(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let content = deque(interp, args.at(0))?.clone();
    Ok(new_deque(interp, content))
}

fn count(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let mut found = 0;
    for item in items(interp, args.at(0))? {
        found += i64::from(interp.equal(item, args.at(1))?);
    }
    Ok(Value::Int(found))
}

/// The place of an item equal to `wanted` within `start..stop`.
fn find(interp: &mut Interp, value: Value, wanted: Value, range: (i64, i64)) -> Result<Option<usize>, Trap> {
    let items = items(interp, value)?;
    let length = items.len() as i64;
    let bound = |at: i64| if at < 0 { (at + length).max(0) } else { at.min(length) } as usize;
    let (start, stop) = (bound(range.0), bound(range.1));
    for (place, item) in items.into_iter().enumerate().take(stop).skip(start) {
        if interp.equal(item, wanted)? {
            return Ok(Some(place));
        }
    }
    Ok(None)
}

fn index(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let start = args.get(2).map_or(Some(0), Value::as_int).ok_or(Trap::Defer)?;
    let stop = args.get(3).map_or(Some(i64::MAX), Value::as_int).ok_or(Trap::Defer)?;
    match find(interp, args.at(0), args.at(1), (start, stop))? {
        Some(place) => Ok(Value::Int(place as i64)),
        None => Err(not_found(interp, args.at(1))?),
    }
}

fn not_found(interp: &mut Interp, wanted: Value) -> Result<Trap, Trap> {
    let text = interp.repr(wanted)?;
    Ok(interp.value_error(format!("{text} is not in deque")))
}

fn contains(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let found = find(interp, args.at(0), args.at(1), (0, i64::MAX))?;
    Ok(Value::bool(found.is_some()))
}

fn remove(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    match find(interp, args.at(0), args.at(1), (0, i64::MAX))? {
        Some(place) => {
            let deque = deque(interp, args.at(0))?;
            deque.items.remove(place);
            deque.version += 1;
            Ok(Value::None)
        }
        None => Err(not_found(interp, args.at(1))?),
    }
}

fn insert(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let at = integer(interp, args.at(1))?;
    let deque = deque(interp, args.at(0))?;
    if deque.max == Some(deque.items.len()) {
        return Err(interp.index_error("deque already at its maximum size"));
    }
    let length = deque.items.len() as i64;
    let place = if at < 0 { (at + length).max(0) } else { at.min(length) };
    deque.items.insert(place as usize, args.at(2));
    deque.version += 1;
    Ok(Value::None)
}

fn reverse(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    deque(interp, args.at(0))?.items.make_contiguous().reverse();
    Ok(Value::None)
}

fn integer(interp: &mut Interp, value: Value) -> Result<i64, Trap> {
    match interp.payload(value).as_int() {
        Some(number) => Ok(number),
        None => {
            let message = format!("'{}' object cannot be interpreted as an integer", interp.type_name(value));
            Err(interp.type_error(message))
        }
    }
}

fn rotate(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let steps = match args.get(1) {
        Some(steps) => integer(interp, steps)?,
        None => 1,
    };
    let deque = deque(interp, args.at(0))?;
    deque.version += 1;
    if !deque.items.is_empty() {
        let length = deque.items.len() as i64;
        deque.items.rotate_right(steps.rem_euclid(length) as usize);
    }
    Ok(Value::None)
}

fn len(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    Ok(Value::Int(deque(interp, args.at(0))?.items.len() as i64))
}

/// The place that an index means.
fn place(interp: &mut Interp, args: Args<'_>) -> Result<usize, Trap> {
    let Some(index) = interp.payload(args.at(1)).as_int() else {
        let message = format!("sequence index must be integer, not '{}'", interp.type_name(args.at(1)));
        return Err(interp.type_error(message));
    };
    let length = deque(interp, args.at(0))?.items.len();
    let at = if index < 0 { index + length as i64 } else { index };
    match usize::try_from(at) {
        Ok(at) if at < length => Ok(at),
        _ => Err(interp.index_error("deque index out of range")),
    }
}

fn get_item(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let place = place(interp, args)?;
    Ok(deque(interp, args.at(0))?.items[place])
}

fn set_item(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let place = place(interp, args)?;
    deque(interp, args.at(0))?.items[place] = args.at(2);
    Ok(Value::None)
}

fn del_item(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let place = place(interp, args)?;
    let deque = deque(interp, args.at(0))?;
    deque.items.remove(place);
    deque.version += 1;
    Ok(Value::None)
}

fn iterate(interp: &mut Interp, args: Args<'_>, reversed: bool) -> NativeResult {
    let version = deque(interp, args.at(0))?.version;
    let class = class_named(interp, if reversed { "_deque_reverse_iterator" } else { "_deque_iterator" });
    let content = DequeIterator { deque: interp.payload(args.at(0)), next: 0, version, reversed };
    interp.heap.charge(64);
    Ok(Value::Opaque(interp.heap.opaques.alloc(OpaqueObject { class, content: Some(Box::new(content)) })))
}

fn next(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let Value::Opaque(id) = args.at(0) else { return Err(interp.stop_iteration(Value::None)) };
    let Some(state) = interp.heap.opaques[id].get_mut::<DequeIterator>() else {
        return Err(interp.stop_iteration(Value::None));
    };
    let (of, at, version, reversed) = (state.deque, state.next, state.version, state.reversed);
    state.next = at.saturating_add(1);
    let deque = deque(interp, of)?;
    if deque.version != version {
        return Err(interp.runtime_error("deque mutated during iteration"));
    }
    let place = if reversed { deque.items.len().checked_sub(at.saturating_add(1)) } else { Some(at) };
    match place.and_then(|place| deque.items.get(place).copied()) {
        Some(value) => Ok(value),
        None => Err(interp.stop_iteration(Value::None)),
    }
}

/// Two deques compare as lists of their items do.
fn compared(interp: &mut Interp, args: Args<'_>, op: CompareOp) -> NativeResult {
    if id_of(interp, args.at(1)).is_none() {
        return Ok(Value::NotImplemented);
    }
    let (a, b) = (items(interp, args.at(0))?, items(interp, args.at(1))?);
    let (a, b) = (interp.heap.new_list(a), interp.heap.new_list(b));
    compare(interp, op, a, b)
}

fn add(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    if id_of(interp, args.at(1)).is_none() {
        let message = format!("can only concatenate deque (not \"{}\") to deque", interp.type_name(args.at(1)));
        return Err(interp.type_error(message));
    }
    let mut content = deque(interp, args.at(0))?.clone();
    items(interp, args.at(1))?.into_iter().for_each(|value| content.push_back(value));
    Ok(new_deque(interp, content))
}

/// `deque[int]`
fn class_getitem(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let parameters = match args.at(1) {
        tuple @ Value::Tuple(_) => tuple,
        one => interp.heap.new_tuple(&[one]),
    };
    Ok(interp.heap.new_wrapper(Wrapper::Alias { origin: args.at(0), args: parameters }))
}

fn add_in_place(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    extend(interp, args)?;
    Ok(args.at(0))
}

fn repeated(interp: &mut Interp, args: Args<'_>) -> Result<Deque, Trap> {
    let Some(count) = interp.payload(args.at(1)).as_int() else {
        let message = format!("can't multiply sequence by non-int of type '{}'", interp.type_name(args.at(1)));
        return Err(interp.type_error(message));
    };
    let original = deque(interp, args.at(0))?.clone();
    let count = usize::try_from(count).unwrap_or(0);
    let mut content = Deque { items: VecDeque::new(), ..original };
    let total = original.items.len().saturating_mul(count);
    if original.max.is_none() && total > 1 << 28 {
        return Err(interp.memory_error());
    }
    // With a limit only the last so many items count.
    let skipped = original.max.map_or(0, |max| total.saturating_sub(max));
    for at in skipped..total {
        content.items.push_back(original.items[at % original.items.len()]);
    }
    Ok(content)
}

fn multiply(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let content = repeated(interp, args)?;
    Ok(new_deque(interp, content))
}

fn multiply_in_place(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let content = repeated(interp, args)?;
    let deque = deque(interp, args.at(0))?;
    deque.items = content.items;
    deque.version += 1;
    Ok(args.at(0))
}
