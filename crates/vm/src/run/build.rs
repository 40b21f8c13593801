//! Making containers, strings and functions; unpacking.

use crate::code_store::LinkedCode;
use crate::frame::OnReturn;
use crate::heap::text::Assembly;
use crate::interp::Interp;
use crate::iteration;
use crate::native::{NativeResult, Trap};
use crate::object::{DictObject, FunctionObject, SetObject};
use crate::run::{call, import, operator};
use crate::symbol::Symbol;
use crate::thread_state::ThreadState;
use crate::value::*;
use gilscope_bytecode::{Intrinsic1, Intrinsic2};

pub(crate) fn slice(interp: &mut Interp, ts: &mut ThreadState, count: u8) -> Result<(), Trap> {
    let step = if count == 3 { ts.pop() } else { Value::None };
    let stop = ts.pop();
    let start = ts.pop();
    let slice = interp.heap.new_slice(start, stop, step);
    ts.push(slice);
    Ok(())
}

/// Run a native that changes the container `depth` below the item on top; where script code is needed, the twin does
/// the same.
fn change(
    interp: &mut Interp,
    ts: &mut ThreadState,
    result: Result<(), Trap>,
    (file, twin): (&str, &str),
    args: &[Value],
    operands: usize,
) -> Result<(), Trap> {
    ts.set_sp(ts.sp() - operands);
    match result {
        Err(Trap::Defer) => {
            let twin = interp.twin(file, twin)?;
            call::start(interp, ts, twin, args, OnReturn::Discard)
        }
        result => result,
    }
}

pub(crate) fn set(interp: &mut Interp, ts: &mut ThreadState, count: u8) -> Result<(), Trap> {
    let (first, end) = (ts.sp() - count as usize, ts.sp());
    let value = interp.heap.new_set(SetObject::new(false));
    let Value::Set(id) = value else { return Ok(()) };
    ts.set_sp(first);
    for place in first..end {
        match interp.set_add(id, ts.stack[place]) {
            Ok(()) => {}
            Err(Trap::Defer) => {
                let rest = interp.heap.new_list(ts.stack[place..end].to_vec());
                ts.push(value);
                let twin = interp.twin("collect", "set_update")?;
                return call::start(interp, ts, twin, &[value, rest], OnReturn::Discard);
            }
            Err(trap) => return Err(trap),
        }
    }
    ts.push(value);
    Ok(())
}

pub(crate) fn map(interp: &mut Interp, ts: &mut ThreadState, count: u8) -> Result<(), Trap> {
    if count == 0 {
        let value = interp.heap.new_dict(DictObject::default());
        ts.push(value);
        return Ok(());
    }
    let items = ts.pop_many(2 * count as usize);
    fill_map(interp, ts, &items)
}

fn fill_map(interp: &mut Interp, ts: &mut ThreadState, items: &[Value]) -> Result<(), Trap> {
    let value = interp.heap.new_dict(DictObject::default());
    let Value::Dict(id) = value else { return Ok(()) };
    for (i, pair) in items.chunks_exact(2).enumerate() {
        match interp.dict_set(id, pair[0], pair[1]) {
            Ok(()) => {}
            Err(Trap::Defer) => {
                ts.push(value);
                let mut rest = Vec::new();
                for pair in items[2 * i..].chunks_exact(2) {
                    rest.push(interp.heap.new_tuple(pair));
                }
                let rest = interp.heap.new_list(rest);
                let twin = interp.twin("collect", "dict_update")?;
                return call::start(interp, ts, twin, &[value, rest], OnReturn::Discard);
            }
            Err(trap) => return Err(trap),
        }
    }
    ts.push(value);
    Ok(())
}

pub(crate) fn const_key_map(interp: &mut Interp, ts: &mut ThreadState, count: u8) -> Result<(), Trap> {
    let keys = match ts.pop() {
        Value::Tuple(tuple) => interp.heap.tuple(tuple).to_vec(),
        _ => Vec::new(),
    };
    let values = ts.pop_many(count as usize);
    let items: Vec<Value> = keys.into_iter().zip(values).flat_map(|(k, v)| [k, v]).collect();
    fill_map(interp, ts, &items)
}

pub(crate) fn string(interp: &mut Interp, ts: &mut ThreadState, count: u8) -> Result<(), Trap> {
    let heap = &interp.heap;
    let first = ts.sp() - count as usize;
    let parts = ts.stack.get(first..ts.sp()).unwrap_or_default();
    let texts = || {
        parts.iter().filter_map(|&part| match heap.payload(part) {
            Value::Str(id) => Some(heap.str(id)),
            _ => None,
        })
    };
    let (mut size, mut is_ascii) = (0, true);
    for text in texts() {
        size += text.as_str().len();
        is_ascii &= text.is_ascii();
    }
    let mut out = Assembly::new(size);
    texts().for_each(|text| out.push(text.as_str()));
    let value = interp.str_known(out.finish(), is_ascii);
    ts.set_sp(first);
    ts.push(value);
    Ok(())
}

pub(crate) fn list_extend(interp: &mut Interp, ts: &mut ThreadState, depth: u8) -> Result<(), Trap> {
    let (list, iterable) = (ts.top(depth as usize + 1), ts.top(1));
    let Value::List(id) = list else { return Ok(()) };
    if let Value::Tuple(tuple) = iterable {
        let heap = &mut interp.heap;
        let items = heap.tuples[tuple].items();
        heap.lists[id].items.extend_from_slice(items);
        let added = 16 * items.len();
        heap.charge(added);
        ts.pop();
        return Ok(());
    }
    let result = match iteration::iter_to_vec(interp, iterable) {
        Ok(items) => {
            interp.heap.charge(16 * items.len());
            interp.heap.lists[id].items.extend_from_slice(&items);
            Ok(())
        }
        Err(Trap::Raise(_)) if !iteration::is_iterable(interp, iterable) => {
            let message = format!("Value after * must be an iterable, not {}", interp.type_name(iterable));
            Err(interp.type_error(message))
        }
        Err(trap) => Err(trap),
    };
    change(interp, ts, result, ("collect", "list_extend"), &[list, iterable], 1)
}

pub(crate) fn set_add(interp: &mut Interp, ts: &mut ThreadState, depth: u8) -> Result<(), Trap> {
    let (set, item) = (ts.top(depth as usize + 1), ts.top(1));
    let Value::Set(id) = set else { return Ok(()) };
    let result = interp.set_add(id, item);
    change(interp, ts, result, ("mapping", "set_add"), &[set, item], 1)
}

pub(crate) fn set_update(interp: &mut Interp, ts: &mut ThreadState, depth: u8) -> Result<(), Trap> {
    let (set, iterable) = (ts.top(depth as usize + 1), ts.top(1));
    let Value::Set(id) = set else { return Ok(()) };
    let result = interp.set_update(id, iterable);
    change(interp, ts, result, ("collect", "set_update"), &[set, iterable], 1)
}

pub(crate) fn map_add(interp: &mut Interp, ts: &mut ThreadState, depth: u8) -> Result<(), Trap> {
    let (dict, key, value) = (ts.top(depth as usize + 2), ts.top(2), ts.top(1));
    let Value::Dict(id) = dict else { return Ok(()) };
    let result = interp.dict_set(id, key, value);
    change(interp, ts, result, ("mapping", "dict_setitem"), &[dict, key, value], 2)
}

pub(crate) fn dict_update(interp: &mut Interp, ts: &mut ThreadState, depth: u8) -> Result<(), Trap> {
    let (dict, other) = (ts.top(depth as usize + 1), ts.top(1));
    let (Value::Dict(id), Value::Dict(source)) = (dict, interp.payload(other)) else {
        if interp.lookup(interp.class_of(other), Symbol::KEYS).is_none() {
            let message = format!("'{}' object is not a mapping", interp.type_name(other));
            return Err(interp.type_error(message));
        }
        return change(interp, ts, Err(Trap::Defer), ("collect", "dict_update"), &[dict, other], 1);
    };
    let result = merge(interp, id, source);
    change(interp, ts, result, ("collect", "dict_update"), &[dict, other], 1)
}

fn merge(interp: &mut Interp, into: DictId, from: DictId) -> Result<(), Trap> {
    let mut place = 0;
    while let Some(entry) = interp.heap.dicts[from].entry(place) {
        let (key, value) = (entry.key, entry.value);
        if !key.is_null() {
            interp.dict_set(into, key, value)?;
        }
        place += 1;
    }
    Ok(())
}

/// `f(**a, **b)`: operands below are the dict, then callable, NULL, arguments.
pub(crate) fn dict_merge(interp: &mut Interp, ts: &mut ThreadState, depth: u8) -> Result<(), Trap> {
    let (dict, other) = (ts.top(depth as usize + 1), ts.top(1));
    let callee = ts.top(depth as usize + 4);
    let (Value::Dict(id), Value::Dict(source)) = (dict, interp.payload(other)) else {
        if interp.lookup(interp.class_of(other), Symbol::KEYS).is_none() {
            let callee = interp.callable_display(callee);
            let message = format!("{callee} argument after ** must be a mapping, not {}", interp.type_name(other));
            return Err(interp.type_error(message));
        }
        return change(interp, ts, Err(Trap::Defer), ("collect", "dict_update"), &[dict, other], 1);
    };
    let mut place = 0;
    while let Some(key) = interp.heap.dicts[source].entry(place).map(|e| e.key) {
        place += 1;
        if key.is_null() {
            continue;
        }
        if interp.text(key).is_none() {
            return Err(interp.type_error("keywords must be strings"));
        }
        if interp.dict_get(id, key)?.is_some() {
            let callee = interp.callable_display(callee);
            let message =
                format!("{callee} got multiple values for keyword argument '{}'", interp.text(key).unwrap_or(""));
            return Err(interp.type_error(message));
        }
    }
    let result = merge(interp, id, source);
    change(interp, ts, result, ("collect", "dict_update"), &[dict, other], 1)
}

pub(crate) fn unpack_sequence(interp: &mut Interp, ts: &mut ThreadState, count: u8) -> Result<(), Trap> {
    let iterable = ts.pop();
    // One more than wanted tells that there are too many.
    let items = match iteration::iter_some(interp, iterable, count as usize + 1) {
        Ok(items) => items,
        Err(Trap::Defer) => {
            let twin = interp.twin("collect", "unpack")?;
            return call::start(interp, ts, twin, &[iterable, Value::Int(count.into())], OnReturn::Unpack);
        }
        Err(trap) => return Err(interp.cannot_unpack(iterable, trap)),
    };
    if items.len() != count as usize {
        return Err(interp.wrong_count(items.len(), count as usize));
    }
    items.iter().rev().for_each(|&item| ts.push(item));
    Ok(())
}

pub(crate) fn unpack_ex(interp: &mut Interp, ts: &mut ThreadState, before: u8, after: u8) -> Result<(), Trap> {
    let iterable = ts.pop();
    let items = match iteration::iter_to_vec(interp, iterable) {
        Ok(items) => items,
        Err(Trap::Defer) => {
            let twin = interp.twin("collect", "unpack_ex")?;
            let counts = [iterable, Value::Int(before.into()), Value::Int(after.into())];
            return call::start(interp, ts, twin, &counts, OnReturn::Unpack);
        }
        Err(trap) => return Err(interp.cannot_unpack(iterable, trap)),
    };
    let (before, after) = (before as usize, after as usize);
    if items.len() < before + after {
        let message =
            format!("not enough values to unpack (expected at least {}, got {})", before + after, items.len());
        return Err(interp.value_error(message));
    }
    let end = items.len() - after;
    items[end..].iter().rev().for_each(|&item| ts.push(item));
    let middle = interp.heap.new_list(items[before..end].to_vec());
    ts.push(middle);
    items[..before].iter().rev().for_each(|&item| ts.push(item));
    Ok(())
}

impl Interp {
    #[cold]
    fn cannot_unpack(&mut self, value: Value, trap: Trap) -> Trap {
        if iteration::is_iterable(self, value) {
            return trap;
        }
        let message = format!("cannot unpack non-iterable {} object", self.type_name(value));
        self.type_error(message)
    }

    #[cold]
    fn wrong_count(&mut self, got: usize, expected: usize) -> Trap {
        let message = if got < expected {
            format!("not enough values to unpack (expected {expected}, got {got})")
        } else {
            format!("too many values to unpack (expected {expected})")
        };
        self.value_error(message)
    }

    /// Append to a list.
    #[inline]
    pub fn list_append(&mut self, list: ListId, value: Value) {
        let items = &mut self.heap.lists[list].items;
        if items.len() == items.capacity() {
            let grown = 16 * items.len() + 64;
            self.heap.charge(grown);
        }
        self.heap.lists[list].items.push(value);
    }
}

// ---- functions ----

pub(crate) fn function(interp: &mut Interp, ts: &mut ThreadState) -> Result<(), Trap> {
    if let Value::Code(code) = ts.pop() {
        interp.heap.charge(112);
        let id = interp.heap.functions.alloc(FunctionObject { code, ..FunctionObject::default() });
        ts.push(Value::Function(id));
    }
    Ok(())
}

pub(crate) fn function_attribute(interp: &mut Interp, ts: &mut ThreadState, which: u8) -> Result<(), Trap> {
    let function = ts.pop();
    let value = ts.pop();
    if let Value::Function(id) = function {
        let object = &mut interp.heap.functions[id];
        match which {
            1 => object.defaults = value,
            2 => object.kw_defaults = value,
            4 => object.annotations = value,
            _ => object.closure = value,
        }
    }
    ts.push(function);
    Ok(())
}

// ---- text ----

/// Replace operands by the text that a native made; `Defer` to a twin of the text library.
fn text(
    interp: &mut Interp,
    ts: &mut ThreadState,
    result: NativeResult,
    twin: &str,
    args: &[Value],
) -> Result<(), Trap> {
    match result {
        Ok(value) => {
            ts.push(value);
            Ok(())
        }
        Err(Trap::Defer) => {
            let twin = interp.twin("text", twin)?;
            call::start(interp, ts, twin, args, OnReturn::Push)
        }
        Err(trap) => Err(trap),
    }
}

pub(crate) fn format_simple(interp: &mut Interp, ts: &mut ThreadState) -> Result<(), Trap> {
    let value = ts.pop();
    if let Value::Str(_) = value {
        ts.push(value);
        return Ok(());
    }
    let empty = interp.empty_str;
    let result = crate::format::format_value(interp, value, None);
    text(interp, ts, result, "obj_format", &[value, empty])
}

pub(crate) fn format_with_spec(interp: &mut Interp, ts: &mut ThreadState) -> Result<(), Trap> {
    let spec = ts.pop();
    let value = ts.pop();
    let text_of_spec = if let Value::Str(id) = interp.payload(spec) { Some(id) } else { None };
    let result = crate::format::format_value(interp, value, text_of_spec);
    text(interp, ts, result, "obj_format", &[value, spec])
}

/// `!s`, `!r`, `!a`.
pub(crate) fn convert(interp: &mut Interp, ts: &mut ThreadState, kind: u8) -> Result<(), Trap> {
    let value = ts.pop();
    let result = crate::format::convert(interp, value, kind.into());
    let twin = ["obj_str", "obj_str", "obj_repr", "obj_ascii"][usize::from(kind.min(3))];
    text(interp, ts, result, twin, &[value])
}

// ---- intrinsics ----

pub(crate) fn intrinsic1(interp: &mut Interp, ts: &mut ThreadState, code: &LinkedCode, number: u8) -> Result<(), Trap> {
    match Intrinsic1::from_operand(number.into()) {
        Some(Intrinsic1::UnaryPositive) => operator::unary(interp, ts, operator::Unary::Positive),
        Some(Intrinsic1::ListToTuple) => {
            if let Value::List(list) = ts.pop() {
                let heap = &mut interp.heap;
                let tuple = crate::object::TupleObject::new(&heap.lists[list].items);
                let tuple = heap.add_tuple(tuple);
                ts.push(tuple);
            }
            Ok(())
        }
        Some(Intrinsic1::StopIterationError) => {
            stop_iteration_error(interp, ts);
            Ok(())
        }
        Some(Intrinsic1::ImportStar) => import::import_star(interp, ts, code),
        Some(
            intrinsic @ (Intrinsic1::TypeVar
            | Intrinsic1::ParamSpec
            | Intrinsic1::TypeVarTuple
            | Intrinsic1::SubscriptGeneric
            | Intrinsic1::TypeAlias),
        ) => {
            let value = ts.pop();
            let twin = interp.twin("generics", intrinsic.text())?;
            call::start(interp, ts, twin, &[value], OnReturn::Push)
        }
        _ => Err(interp.raise(crate::exceptions::SYSTEM_ERROR, "unknown intrinsic")),
    }
}

pub(crate) fn intrinsic2(interp: &mut Interp, ts: &mut ThreadState, number: u8) -> Result<(), Trap> {
    let second = ts.pop();
    let first = ts.pop();
    let twin = match Intrinsic2::from_operand(number.into()) {
        Some(Intrinsic2::PrepReraiseStar) => interp.twin("groups", "prep_reraise_star")?,
        Some(Intrinsic2::SetFunctionTypeParams) => {
            ts.push(first);
            return Ok(());
        }
        Some(intrinsic) => interp.twin("generics", intrinsic.text())?,
        None => return Err(interp.raise(crate::exceptions::SYSTEM_ERROR, "unknown intrinsic")),
    };
    call::start(interp, ts, twin, &[first, second], OnReturn::Push)
}

/// A StopIteration must not leave a generator: it becomes a RuntimeError (PEP 479).
fn stop_iteration_error(interp: &mut Interp, ts: &mut ThreadState) {
    let Value::Exception(original) = ts.top(1) else { return };
    if !interp.is_stop(original) {
        return;
    }
    let message = interp.heap.new_str("generator raised StopIteration");
    let error = interp.new_exception(crate::exceptions::RUNTIME_ERROR, &[message]);
    let object = &mut interp.heap.exceptions[error];
    object.cause = Value::Exception(original);
    object.context = Value::Exception(original);
    object.suppress_context = true;
    ts.set_top(1, Value::Exception(error));
}
