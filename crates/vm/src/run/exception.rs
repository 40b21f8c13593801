//! Raising and catching.

use crate::frame::OnReturn;
use crate::interp::Interp;
use crate::native::Trap;
use crate::run::call;
use crate::thread_state::ThreadState;
use crate::value::*;

/// `RAISE_VARARGS`.
pub(crate) fn raise_varargs(interp: &mut Interp, ts: &mut ThreadState, count: u8) -> Result<(), Trap> {
    let cause = if count == 2 { Some(ts.pop()) } else { None };
    if count == 0 {
        return match ts.handled {
            Value::Exception(id) => Err(Trap::Raise(id)),
            _ => Err(interp.runtime_error("No active exception to reraise")),
        };
    }
    let value = ts.pop();
    match value {
        Value::Exception(id) => raise_from(interp, ts, id, cause),
        _ if interp.is_exception_class(value).is_some() => instantiate(interp, ts, value, cause),
        _ => Err(interp.type_error("exceptions must derive from BaseException")),
    }
}

/// `raise Class`: make the exception natively when the class has nothing of its own to run, else by the twin.
fn instantiate(interp: &mut Interp, ts: &mut ThreadState, class: Value, cause: Option<Value>) -> Result<(), Trap> {
    if let Some(id) = interp.is_exception_class(class)
        && !interp.has_script_constructor(id)
    {
        let exception = interp.new_exception(id, &[]);
        return raise_from(interp, ts, exception, cause);
    }
    let twin = interp.twin("operate", "raise_class")?;
    match cause {
        Some(cause) => call::start(interp, ts, twin, &[class, cause], OnReturn::Push),
        None => call::start(interp, ts, twin, &[class], OnReturn::Push),
    }
}

fn raise_from(
    interp: &mut Interp,
    ts: &mut ThreadState,
    exception: ExceptionId,
    cause: Option<Value>,
) -> Result<(), Trap> {
    let Some(cause) = cause else { return Err(Trap::Raise(exception)) };
    let cause = match cause {
        Value::None | Value::Exception(_) => cause,
        _ => match interp.is_exception_class(cause) {
            Some(class) if !interp.has_script_constructor(class) => Value::Exception(interp.new_exception(class, &[])),
            Some(_) => {
                let twin = interp.twin("operate", "raise_class")?;
                return call::start(interp, ts, twin, &[Value::Exception(exception), cause], OnReturn::Push);
            }
            None => return Err(interp.type_error("exception causes must derive from BaseException")),
        },
    };
    let object = &mut interp.heap.exceptions[exception];
    object.cause = cause;
    object.suppress_context = true;
    Err(Trap::Raise(exception))
}

/// `CHECK_EXC_MATCH`: the class on top is replaced by whether the exception below matches.
pub(crate) fn check_match(interp: &mut Interp, ts: &mut ThreadState) -> Result<(), Trap> {
    let (exception, pattern) = (ts.top(2), ts.top(1));
    let matches = exception_matches(interp, exception, pattern)?;
    ts.set_top(1, Value::bool(matches));
    Ok(())
}

fn exception_matches(interp: &mut Interp, exception: Value, pattern: Value) -> Result<bool, Trap> {
    let class = interp.class_of(exception);
    if let Value::Tuple(tuple) = pattern {
        let patterns = interp.heap.tuple(tuple).to_vec();
        for pattern in patterns {
            if exception_matches(interp, exception, pattern)? {
                return Ok(true);
            }
        }
        return Ok(false);
    }
    match interp.is_exception_class(pattern) {
        Some(base) => Ok(interp.is_subclass(class, base)),
        None => Err(interp.type_error("catching classes that do not inherit from BaseException is not allowed")),
    }
}

/// `CHECK_EG_MATCH`: the twin splits the group into what matches and the rest.
pub(crate) fn check_group_match(interp: &mut Interp, ts: &mut ThreadState) -> Result<(), Trap> {
    let pattern = ts.pop();
    let exception = ts.pop();
    let twin = interp.twin("groups", "split_match")?;
    call::start(interp, ts, twin, &[exception, pattern], OnReturn::Unpack)
}
