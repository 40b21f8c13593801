//! Truth, `not` and `in`.

use super::*;

/// Replace the top by its truth.
pub(crate) fn to_bool(interp: &mut Interp, ts: &mut ThreadState) -> Result<(), Trap> {
    let value = ts.pop();
    truth_of(interp, ts, value, false)
}

/// Push the truth of `value`, negated if so asked.
pub(crate) fn truth_of(interp: &mut Interp, ts: &mut ThreadState, value: Value, negate: bool) -> Result<(), Trap> {
    if let Some(truth) = truth::truthy(interp, value) {
        ts.push(Value::bool(truth != negate));
        return Ok(());
    }
    if negate {
        let twin = interp.twin("operate", "negated")?;
        return call::start(interp, ts, twin, &[value], OnReturn::Push);
    }
    let class = interp.class_of(value);
    if let Some(method) = interp.lookup(class, Symbol::BOOL) {
        return call::start_method(interp, ts, method, &[value], OnReturn::Bool);
    }
    match interp.lookup(class, Symbol::LEN) {
        Some(method) => call::start_method(interp, ts, method, &[value], OnReturn::LenBool),
        None => {
            ts.push(Value::True);
            Ok(())
        }
    }
}

/// `__len__` was called for the truth of an object.
pub(crate) fn length_as_bool(interp: &mut Interp, ts: &mut ThreadState, value: Value) -> Result<(), Trap> {
    match interp.payload(value).as_int() {
        Some(length) if length >= 0 => {
            ts.push(Value::bool(length != 0));
            Ok(())
        }
        Some(_) => Err(interp.value_error("__len__() should return >= 0")),
        None => {
            let message = format!("'{}' object cannot be interpreted as an integer", interp.type_name(value));
            Err(interp.type_error(message))
        }
    }
}

/// `not` of a value that is no bool.
pub(crate) fn not(interp: &mut Interp, ts: &mut ThreadState) -> Result<(), Trap> {
    let value = ts.pop();
    truth_of(interp, ts, value, true)
}

/// `in` and `not in`: the container is on top.
pub(crate) fn contains(interp: &mut Interp, ts: &mut ThreadState, inverted: bool) -> Result<(), Trap> {
    let (item, container) = (ts.top(2), ts.top(1));
    let result = if has_methods(container) { Err(Trap::Defer) } else { contains::contains(interp, container, item) };
    match result {
        Ok(found) => {
            ts.pop();
            ts.set_top(1, Value::bool(found != inverted));
            Ok(())
        }
        Err(Trap::Defer) => {
            ts.set_sp(ts.sp() - 2);
            let on_return = if inverted { OnReturn::NotContains } else { OnReturn::Contains };
            match interp.lookup(interp.class_of(container), Symbol::CONTAINS) {
                Some(method) if !method.is_none() => {
                    call::start_method(interp, ts, method, &[container, item], on_return)
                }
                _ => {
                    let twin = interp.twin("sequence", "contains")?;
                    call::start(interp, ts, twin, &[container, item], on_return)
                }
            }
        }
        Err(trap) => Err(trap),
    }
}
