//! Subscripts and slices: `a[b]`, `a[b:c]`.

use super::*;

/// `container[key]`.
pub(crate) fn subscript(interp: &mut Interp, ts: &mut ThreadState) -> Result<(), Trap> {
    let (container, key) = (ts.top(2), ts.top(1));
    if let Value::Class(class) = container {
        return subscript_class(interp, ts, class, key);
    }
    let result = if has_methods(container) { Err(Trap::Defer) } else { subscript::get_item(interp, container, key) };
    settle(interp, ts, 2, result, Symbol::GETITEM, &[container, key])
}

/// `list[int]`, `Generic[T]`, and items of classes with a metaclass.
fn subscript_class(interp: &mut Interp, ts: &mut ThreadState, class: ClassId, key: Value) -> Result<(), Trap> {
    ts.set_sp(ts.sp() - 2);
    let container = Value::Class(class);
    let meta = interp.heap.classes[class].metaclass;
    if let Some(method) = interp.lookup(meta, Symbol::GETITEM) {
        return call::start_method(interp, ts, method, &[container, key], OnReturn::Push);
    }
    if let Some(method) = interp.lookup(class, Symbol::CLASS_GETITEM) {
        let method = interp.unwrap_class_method(method);
        return call::start(interp, ts, method, &[container, key], OnReturn::Push);
    }
    if interp.heap.classes[class].flags.scripted || !is_generic_builtin(class) {
        let message = format!("type '{}' is not subscriptable", interp.heap.classes[class].name);
        return Err(interp.type_error(message));
    }
    let args = match key {
        Value::Tuple(_) => key,
        _ => interp.heap.new_tuple(&[key]),
    };
    let alias = interp.heap.new_wrapper(crate::object::Wrapper::Alias { origin: container, args });
    ts.push(alias);
    Ok(())
}

fn is_generic_builtin(class: ClassId) -> bool {
    !matches!(class, types::INT | types::FLOAT | types::STR | types::BYTES | types::BOOL | types::OBJECT | types::RANGE)
}

pub(crate) fn store_subscript(interp: &mut Interp, ts: &mut ThreadState) -> Result<(), Trap> {
    let (value, container, key) = (ts.top(3), ts.top(2), ts.top(1));
    let result =
        if has_methods(container) { Err(Trap::Defer) } else { subscript::set_item(interp, container, key, value) };
    settle_statement(interp, ts, 3, result, Symbol::SETITEM, &[container, key, value])
}

pub(crate) fn delete_subscript(interp: &mut Interp, ts: &mut ThreadState) -> Result<(), Trap> {
    let (container, key) = (ts.top(2), ts.top(1));
    let result = if has_methods(container) { Err(Trap::Defer) } else { subscript::del_item(interp, container, key) };
    settle_statement(interp, ts, 2, result, Symbol::DELITEM, &[container, key])
}

/// As `settle` for operations without a result.
fn settle_statement(
    interp: &mut Interp,
    ts: &mut ThreadState,
    operands: usize,
    result: Result<(), Trap>,
    deferred: Symbol,
    args: &[Value],
) -> Result<(), Trap> {
    match result {
        Ok(()) => {
            ts.set_sp(ts.sp() - operands);
            Ok(())
        }
        Err(Trap::Defer) => {
            ts.set_sp(ts.sp() - operands);
            call_method(interp, ts, deferred, args, OnReturn::Discard)
        }
        Err(trap) => Err(trap),
    }
}

/// `container[start:stop]`.
pub(crate) fn slice(interp: &mut Interp, ts: &mut ThreadState) -> Result<(), Trap> {
    let (start, stop) = (ts.top(2), ts.top(1));
    let slice = interp.heap.new_slice(start, stop, Value::None);
    ts.pop();
    ts.set_top(1, slice);
    subscript(interp, ts)
}

/// `container[start:stop] = value`.
pub(crate) fn store_slice(interp: &mut Interp, ts: &mut ThreadState) -> Result<(), Trap> {
    let (start, stop) = (ts.top(2), ts.top(1));
    let slice = interp.heap.new_slice(start, stop, Value::None);
    ts.pop();
    ts.set_top(1, slice);
    store_subscript(interp, ts)
}
