//! What becomes of the value that a call gives back.

use crate::code_store::CodeStore;
use crate::frame::{Frame, NOTHING, OnReturn};
use crate::interp::Interp;
use crate::native::Trap;
use crate::run::enter::{self, Entered, Parts};
use crate::run::{consume, generator, operator, schedule};
use crate::thread_state::ThreadState;
use crate::value::*;

/// Return `value` from the top frame to the one below, where nothing else is to be done with it. `None`, with nothing
/// done, where there is.
#[inline(always)]
pub(crate) fn leave<'c, 's>(
    (frames, stack): Parts<'_, 's>,
    store: &'c CodeStore,
    value: Value,
) -> Option<Entered<'c, 's>> {
    let &Frame { generator, base, on_return, .. } = frames.last()?;
    if generator != NOTHING {
        return None;
    }
    let place = match on_return {
        OnReturn::Push => base,
        _ => special_place(on_return, base, value)?,
    };
    let mut caller = enter::caller((frames, stack), store, place)?;
    match on_return {
        // The new instance is there already.
        OnReturn::Init => caller.cursor.sp = caller.cursor.sp.wrapping_add(1),
        _ => caller.cursor.push(value),
    }
    Some(caller)
}

/// Where the value goes that a special method gives.
#[inline]
fn special_place(on_return: OnReturn, base: u32, value: Value) -> Option<u32> {
    match on_return {
        OnReturn::Init if value.is_none() => Some(base),
        OnReturn::Binary(code) if value != Value::NotImplemented && !operator::is_in_place(code) => Some(base - 2),
        OnReturn::Compare(code) if value.as_bool().is_some() && !operator::is_negated(code) => Some(base - 2),
        _ => None,
    }
}

/// The top frame returns `value`.
pub(crate) fn return_value(interp: &mut Interp, ts: &mut ThreadState, value: Value) -> Result<(), Trap> {
    let Some(frame) = ts.frames.pop() else { return Ok(()) };
    if frame.generator != NOTHING {
        return generator::finished(interp, ts, frame, value);
    }
    deliver(interp, ts, frame.base, frame.on_return, value)
}

/// A call whose operands began at `base` of the (now) top frame gives `value`.
pub(crate) fn deliver(
    interp: &mut Interp,
    ts: &mut ThreadState,
    base: u32,
    on_return: OnReturn,
    value: Value,
) -> Result<(), Trap> {
    ts.set_sp(base as usize);
    match on_return {
        OnReturn::Push | OnReturn::ForIter | OnReturn::Send => ts.push(value),
        OnReturn::Native => {
            ts.push(value);
            return schedule::after_native(interp, ts);
        }
        OnReturn::Discard => {}
        OnReturn::Callee => {
            ts.push(value);
            ts.push(Value::Null);
        }
        OnReturn::Init => return init_returned(interp, ts, base, value),
        OnReturn::Bool => return bool_returned(interp, ts, value),
        OnReturn::LenBool => return operator::length_as_bool(interp, ts, value),
        OnReturn::Contains => return operator::truth_of(interp, ts, value, false),
        OnReturn::NotContains => return operator::truth_of(interp, ts, value, true),
        OnReturn::Unpack => unpacked(interp, ts, value),
        OnReturn::Binary(code) => return operator::binary_returned(interp, ts, code, value),
        OnReturn::Compare(code) => return operator::compare_returned(interp, ts, code, value),
        OnReturn::Str | OnReturn::Repr => return text_returned(interp, ts, on_return, value),
        OnReturn::Iter => return iterator_returned(interp, ts, value),
        OnReturn::Consume(consumer) => return consume::stopped(interp, ts, consumer, base, value),
        OnReturn::Finish => ts.result = value,
    }
    Ok(())
}

/// `__init__` has returned; the instance is still at `base`.
fn init_returned(interp: &mut Interp, ts: &mut ThreadState, base: u32, value: Value) -> Result<(), Trap> {
    if !value.is_none() {
        let message = format!("__init__() should return None, not '{}'", interp.type_name(value));
        return Err(interp.type_error(message));
    }
    ts.set_sp(base as usize + 1);
    Ok(())
}

fn bool_returned(interp: &mut Interp, ts: &mut ThreadState, value: Value) -> Result<(), Trap> {
    if value.as_bool().is_none() {
        let message = format!("__bool__ should return bool, returned {}", interp.type_name(value));
        return Err(interp.type_error(message));
    }
    ts.push(value);
    Ok(())
}

fn text_returned(interp: &mut Interp, ts: &mut ThreadState, on_return: OnReturn, value: Value) -> Result<(), Trap> {
    if interp.text(value).is_none() {
        let method = if on_return == OnReturn::Str { "__str__" } else { "__repr__" };
        let message = format!("{method} returned non-string (type {})", interp.type_name(value));
        return Err(interp.type_error(message));
    }
    ts.push(value);
    Ok(())
}

fn iterator_returned(interp: &mut Interp, ts: &mut ThreadState, value: Value) -> Result<(), Trap> {
    let has_next = match value {
        Value::Iter(_) | Value::Generator(_) => true,
        _ => interp.lookup(interp.class_of(value), crate::symbol::Symbol::NEXT).is_some(),
    };
    if !has_next {
        let message = format!("iter() returned non-iterator of type '{}'", interp.type_name(value));
        return Err(interp.type_error(message));
    }
    ts.push(value);
    Ok(())
}

/// The unpack twin gives a tuple: push its items, the first on top.
fn unpacked(interp: &mut Interp, ts: &mut ThreadState, value: Value) {
    if let Value::Tuple(tuple) = value {
        for index in (0..interp.heap.tuple(tuple).len()).rev() {
            ts.push(interp.heap.tuple(tuple)[index]);
        }
    }
}
