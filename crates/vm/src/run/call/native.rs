//! Calls of natives: the short ways, the usual one, and what to do where a native gives no value.

use super::{Keywords, call_within_native, first_argument, start_keywords};
use crate::exit::Wait;
use crate::frame::OnReturn;
use crate::interp::Interp;
use crate::native::{Args, CallRequest, Implementation, NativeResult, Quick, Trap};
use crate::run::cursor::Cursor;
use crate::run::{Watch, arguments, consume, deliver, generator};
use crate::symbol::Symbol;
use crate::thread_state::ThreadState;
use crate::value::*;

/// Call a native: bind keyword arguments, run it, treat its result.
pub(super) fn native(
    interp: &mut Interp,
    ts: &mut ThreadState,
    base: u32,
    id: NativeId,
    keywords: Keywords,
    on_return: OnReturn,
) -> Result<(), Trap> {
    let start = first_argument(ts, base);
    let end = ts.sp();
    if keywords.is_none()
        && let Some(result) = plain_native(interp, ts, id, start, end)
    {
        return match result {
            Ok(value) if on_return == OnReturn::Push => {
                ts.set_sp(base as usize);
                ts.push(value);
                Ok(())
            }
            Ok(value) => deliver::deliver(interp, ts, base, on_return, value),
            Err(trap) => native_trap(interp, ts, id, base, keywords, on_return, trap),
        };
    }
    bound_native(interp, ts, base, id, keywords, on_return)
}

/// The same where the arguments have to be bound. Not part of `call_with`, whose frame on the system's stack would be
/// twice as large: each blocked thread keeps it.
#[inline(never)]
fn bound_native(
    interp: &mut Interp,
    ts: &mut ThreadState,
    base: u32,
    id: NativeId,
    keywords: Keywords,
    on_return: OnReturn,
) -> Result<(), Trap> {
    let (start, end) = (first_argument(ts, base), ts.sp());
    let entry = interp.natives[id.index()];
    let mut values: Vec<Value> = ts.stack[start..end].to_vec();
    let mut named: Vec<(Symbol, Value)> = Vec::new();
    match keywords {
        None => arguments::check_count(interp, &entry, values.len())?,
        Some(names) => {
            let names = interp.heap.tuple(names).to_vec();
            let split = values.len() - names.len();
            let names = names.into_iter().filter_map(|name| interp.symbol_of(name));
            named = names.zip(values.split_off(split)).collect();
            if entry.def.any_keywords {
                arguments::check_count(interp, &entry, values.len())?;
            } else {
                arguments::bind_native(interp, &entry, &mut values, &named)?;
                named.clear();
            }
        }
    }
    if let Some(owner) = entry.owner {
        arguments::check_receiver(interp, &entry, owner, &mut values)?;
    }
    let result = match entry.def.implementation {
        Implementation::Plain(function) => function(interp, Args { values: &values, keywords: &named }),
        Implementation::Frame(function) => function(interp, ts, &values),
        Implementation::Located(function) => {
            interp.begin_located(ts, &values);
            let result = function(interp, Args { values: &values, keywords: &named });
            interp.end_located(ts.id);
            result
        }
    };
    match result {
        Ok(value) => {
            if interp.time.is_on {
                interp.work_of_native(id, &values, value);
            }
            deliver::deliver(interp, ts, base, on_return, value)
        }
        Err(trap) => native_trap(interp, ts, id, base, keywords, on_return, trap),
    }
}

/// What became of a call of a native by the run loop itself.
pub(crate) enum Direct {
    /// The result is on the stack; whether CPython checks nothing after the call.
    Done { is_quiet: bool },
    /// The call goes on, and what is to become of its result.
    Trapped(Trap, OnReturn),
    /// Call it by `call`.
    No,
}

/// Call a method by its short way for `with`: the result.
#[inline]
pub(crate) fn quick_with(interp: &mut Interp, method: Value, receiver: Value) -> Option<Value> {
    let Value::Native(id) = method else { return None };
    let Quick::SelfAlone(quick) = interp.natives[id.index()].def.quick else { return None };
    if interp.time.is_on {
        return None;
    }
    let value = quick(interp, receiver);
    (!value.is_null()).then_some(value)
}

/// Call a native with one argument by its short way: the result, and whether CPython checks nothing after the call.
#[inline(always)]
pub(crate) fn quick(interp: &mut Interp, callee: Value, argument: Value) -> Option<(Value, bool)> {
    let Value::Native(id) = callee else { return None };
    let native = &interp.natives[id.index()];
    let Quick::One(quick) = native.def.quick else { return None };
    let is_quiet = native.def.is_quiet;
    let value = quick(interp, argument);
    (!value.is_null()).then_some((value, is_quiet))
}

/// The same with two.
#[inline(always)]
pub(crate) fn quick2(interp: &mut Interp, callee: Value, first: Value, second: Value) -> Option<(Value, bool)> {
    let Value::Native(id) = callee else { return None };
    let native = &interp.natives[id.index()];
    let Quick::Two(quick) = native.def.quick else { return None };
    let is_quiet = native.def.is_quiet;
    let value = quick(interp, first, second);
    (!value.is_null()).then_some((value, is_quiet))
}

/// Call a native whose operands are the last `argc` and two, where these are its arguments as they are.
#[inline(always)]
pub(crate) fn direct<W: Watch>(interp: &mut Interp, at: &mut Cursor, id: NativeId, argc: u8) -> Direct {
    let native = &interp.natives[id.index()];
    let has_self = !at.top(argc.wrapping_add(1)).is_null();
    let count = argc.wrapping_add(u8::from(has_self));
    let is_quiet = native.def.is_quiet;
    let value = match native.def.quick {
        Quick::One(quick) if count == 1 => quick(interp, at.top(1)),
        Quick::Two(quick) if count == 2 => quick(interp, at.top(2), at.top(1)),
        _ => Value::Null,
    };
    let takes_time = (W::SPENDS_BUDGET || W::EVERY_INSTRUCTION) && interp.time.is_on;
    if !value.is_null() {
        if takes_time {
            interp.work_of_native(id, at.operands(count), value);
        }
        at.replace(argc.wrapping_add(2), value);
        return Direct::Done { is_quiet };
    }
    let native = &interp.natives[id.index()];
    let values = at.operands(count);
    let function = match native.def.implementation {
        Implementation::Plain(function) => function,
        Implementation::Located(_) | Implementation::Frame(_) => return Direct::No,
    };
    let is_count_right = native.def.min <= count && count <= native.def.max;
    let is_self_right = native.owner.is_none() || has_self && !matches!(values.first(), Some(Value::Instance(_)));
    if !is_count_right || !is_self_right {
        return Direct::No;
    }
    match function(interp, Args::positional(values)) {
        Ok(value) => {
            if takes_time {
                interp.work_of_native(id, values, value);
            }
            at.replace(argc.wrapping_add(2), value);
            Direct::Done { is_quiet }
        }
        Err(trap) => Direct::Trapped(trap, if is_quiet { OnReturn::Push } else { OnReturn::Native }),
    }
}

/// How many arguments are passed without an allocation.
const FEW: usize = 4;

/// The usual call of a native: few arguments, as many as it takes, on a receiver of its own type. `None` for any other.
#[inline]
fn plain_native(interp: &mut Interp, ts: &ThreadState, id: NativeId, start: usize, end: usize) -> Option<NativeResult> {
    let native = &interp.natives[id.index()];
    let count = end - start;
    let (min, max) = (usize::from(native.def.min), usize::from(native.def.max));
    let Implementation::Plain(function) = native.def.implementation else { return None };
    let owner = native.owner;
    if count > FEW || count < min || (count > max && max != 255) {
        return None;
    }
    let mut values = [Value::Null; FEW];
    values[..count].copy_from_slice(&ts.stack[start..end]);
    if owner.is_some_and(|owner| count == 0 || interp.class_of(values[0]) != owner) {
        return None;
    }
    let result = function(interp, Args::positional(&values[..count]));
    if let (true, Ok(value)) = (interp.time.is_on, &result) {
        interp.work_of_native(id, &values[..count], *value);
    }
    Some(result)
}

/// A native called at `base` gave no value.
pub(crate) fn native_trap(
    interp: &mut Interp,
    ts: &mut ThreadState,
    id: NativeId,
    base: u32,
    keywords: Keywords,
    on_return: OnReturn,
    trap: Trap,
) -> Result<(), Trap> {
    match trap {
        Trap::Defer => {
            let def = &interp.natives[id.index()].def;
            if let (Some(consumer), OnReturn::Native) = (def.consumer, on_return)
                && consume::start(interp, ts, (consumer, def.binding), base, keywords)?
            {
                return Ok(());
            }
            ts.stack[base as usize] = interp.native_twin(id)?;
            call_within_native(interp, ts, base, keywords, on_return)
        }
        Trap::Call(request) => call_instead(interp, ts, base, *request, on_return),
        Trap::Block(wait) => {
            block(ts, base, on_return, *wait);
            Err(Trap::Block(Box::new(Wait::Resume)))
        }
        Trap::Io(request) => {
            ts.set_sp(base as usize);
            ts.on_resume = on_return;
            Err(Trap::Io(request))
        }
        Trap::Spawn(thread, value) => {
            ts.set_sp(base as usize);
            ts.on_resume = on_return;
            Err(Trap::Spawn(thread, value))
        }
        Trap::Process(call) => {
            ts.set_sp(base as usize);
            ts.on_resume = on_return;
            Err(Trap::Process(call))
        }
        Trap::Yield(value) => {
            ts.set_sp(base as usize);
            ts.on_resume = on_return;
            Err(Trap::Yield(value))
        }
        Trap::Collect(all) => {
            ts.set_sp(base as usize);
            ts.on_resume = on_return;
            Err(Trap::Collect(all))
        }
        Trap::Resume(generator, value) => {
            ts.set_sp(base as usize);
            generator::resume(interp, ts, generator, value, base, on_return)
        }
        Trap::Throw(generator, exception) => {
            ts.set_sp(base as usize);
            generator::throw(interp, ts, generator, exception, on_return)
        }
        raise => Err(raise),
    }
}

fn block(ts: &mut ThreadState, base: u32, on_return: OnReturn, wait: Wait) {
    ts.set_sp(base as usize);
    ts.on_resume = on_return;
    ts.wait = Some(wait);
}

/// The native's result is that of another call.
fn call_instead(
    interp: &mut Interp,
    ts: &mut ThreadState,
    base: u32,
    request: CallRequest,
    on_return: OnReturn,
) -> Result<(), Trap> {
    ts.set_sp(base as usize);
    start_keywords(interp, ts, request, on_return)
}
