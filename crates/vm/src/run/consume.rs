//! Built-in functions that run through a generator: `sum`, `any`, `list`… are fed with each value as it is yielded.
//!
//! The generator's frame stands right above the call's operands and goes on at once after each value: no frame is
//! pushed or popped between two values, and nothing is kept of a generator expression but what the function needs of
//! it. Where a value needs script code (a user's `__add__`, `__bool__`, `__lt__`, `__hash__`) the generator stops as for
//! any other caller, and a function of the hidden library goes on from there.

use crate::builtins::sequence;
use crate::frame::OnReturn;
use crate::interp::Interp;
use crate::native::{Binding, Trap};
use crate::run::call::{self, Keywords};
use crate::run::{generator, schedule};
use crate::thread_state::ThreadState;
use crate::truth::truthy;
use crate::value::*;
use gilscope_bytecode::CompareOp;

/// What a native makes of the values of a generator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Consumer {
    /// A list of them, which is the result.
    List,
    /// A set of them.
    Set,
    /// A list of them; then the native is called again, with the list in place of the generator.
    Again,
    Sum,
    All,
    Any,
    Max,
    Min,
}

/// What lies between the operands of the call and the generator's frame.
struct State {
    /// The names of keyword arguments, or `Null`.
    names: Value,
    /// Where the call's operands begin.
    call: usize,
    generator: Value,
    /// What has been made of the values so far: the container, the sum, the best; `Null` when there is none yet.
    made: Value,
    /// What rounding has lost of a sum of floats.
    lost: Value,
}

const SIZE: usize = 5;

impl State {
    fn push(self, ts: &mut ThreadState) {
        ts.push_all(&[self.names, Value::Int(self.call as i64), self.generator, self.lost, self.made]);
    }

    /// The state below `base`.
    fn below(ts: &ThreadState, base: usize) -> Option<State> {
        let &[names, Value::Int(call), generator, lost, made] = ts.stack.get(base.checked_sub(SIZE)?..base)? else {
            return None;
        };
        Some(State { names, call: call as usize, generator, made, lost })
    }
}

/// A native called at `base` cannot run through its argument: if that is a generator, let the generator feed it. False,
/// with nothing done, when it is something else.
pub(crate) fn start(
    interp: &mut Interp,
    ts: &mut ThreadState,
    (consumer, binding): (Consumer, Binding),
    base: u32,
    keywords: Keywords,
) -> Result<bool, Trap> {
    let call = base as usize;
    let first = if ts.stack[call + 1].is_null() { call + 2 } else { call + 1 };
    let place = first + usize::from(binding == Binding::Method);
    let after = (place + 1..ts.sp()).len();
    let generator = ts.stack[place];
    let Value::Generator(id) = generator else { return Ok(false) };
    let made = match consumer {
        Consumer::Again => interp.heap.new_list(Vec::new()),
        _ if keywords.is_some() => return Ok(false),
        Consumer::Sum => match (after, ts.stack[ts.sp() - 1]) {
            (0, _) => Value::Int(0),
            (1, start @ (Value::Int(_) | Value::Float(_))) => start,
            _ => return Ok(false),
        },
        _ if after > 0 => return Ok(false),
        Consumer::List => interp.heap.new_list(Vec::new()),
        Consumer::Set => interp.heap.new_set(crate::object::SetObject::new(false)),
        Consumer::All | Consumer::Any | Consumer::Max | Consumer::Min => Value::Null,
    };
    let names = keywords.map_or(Value::Null, Value::Tuple);
    State { names, call, generator, made, lost: Value::float(0.0) }.push(ts);
    let base = ts.sp() as u32;
    generator::resume(interp, ts, id, Value::None, base, OnReturn::Consume(consumer))?;
    Ok(true)
}

/// Add the next value to a sum, from the generator whose frame begins at `base`, where both are small ints: half of the
/// instructions of `take`. False, with nothing changed, where they are not.
#[inline(always)]
pub(crate) fn add_int(ts: &mut ThreadState, base: u32, value: Value) -> bool {
    let (Some(made), Value::Int(item)) = (ts.stack.get_mut((base as usize).wrapping_sub(1)), value) else {
        return false;
    };
    let Value::Int(total) = *made else { return false };
    let Some(sum) = total.checked_add(item) else { return false };
    *made = Value::Int(sum);
    true
}

/// Take the next value, from the generator whose frame begins at `base`. False, with nothing changed, when the
/// generator must not simply go on.
#[inline]
pub(crate) fn take(interp: &mut Interp, ts: &mut ThreadState, consumer: Consumer, base: u32, value: Value) -> bool {
    let Some([lost, made]) = ts.stack.get_mut(base as usize - 2..).and_then(|s| s.first_chunk_mut()) else {
        return false;
    };
    match (consumer, *made) {
        (Consumer::List | Consumer::Again, Value::List(list)) => {
            interp.list_append(list, value);
            true
        }
        (Consumer::Sum, total) => match sequence::sum_step(total, *lost, value) {
            Some(sum) => {
                (*made, *lost) = sum;
                true
            }
            None => false,
        },
        (Consumer::All, _) => truthy(interp, value) == Some(true),
        (Consumer::Any, _) => truthy(interp, value) == Some(false),
        (Consumer::Set, Value::Set(set)) => interp.set_add(set, value).is_ok(),
        (Consumer::Max | Consumer::Min, Value::Null) => {
            *made = value;
            true
        }
        (Consumer::Max | Consumer::Min, best) => {
            let op = if consumer == Consumer::Max { CompareOp::Gt } else { CompareOp::Lt };
            match crate::compare::compare(interp, op, value, best) {
                Ok(Value::True) => *made = value,
                Ok(_) => {}
                Err(_) => return false,
            }
            true
        }
        _ => false,
    }
}

/// The generator has stopped with a value that `take` did not take.
pub(crate) fn stopped(
    interp: &mut Interp,
    ts: &mut ThreadState,
    consumer: Consumer,
    base: u32,
    value: Value,
) -> Result<(), Trap> {
    let Some(State { call, generator, made, lost, .. }) = State::below(ts, base as usize) else { return Ok(()) };
    ts.set_sp(call);
    if let (Consumer::All | Consumer::Any, Some(truth)) = (consumer, truthy(interp, value)) {
        ts.push(Value::bool(truth));
        return schedule::after_native(interp, ts);
    }
    let (file, name, args): (_, _, &[Value]) = match consumer {
        Consumer::Sum => ("iterate", "sum_from", &[sequence::sum_result(made, lost), value, generator]),
        Consumer::All => ("iterate", "all_from", &[value, generator]),
        Consumer::Any => ("iterate", "any_from", &[value, generator]),
        Consumer::Max => ("iterate", "max_from", &[made, value, generator]),
        Consumer::Min => ("iterate", "min_from", &[made, value, generator]),
        _ => ("collect", "set_from", &[made, value, generator]),
    };
    let twin = interp.twin(file, name)?;
    call::start(interp, ts, twin, args, OnReturn::Native)
}

/// The generator has no more values.
pub(crate) fn finish(interp: &mut Interp, ts: &mut ThreadState, consumer: Consumer) -> Result<(), Trap> {
    let base = ts.sp();
    let Some(State { names, call, generator, made, lost }) = State::below(ts, base) else { return Ok(()) };
    if consumer == Consumer::Again {
        ts.set_sp(base - SIZE);
        let operands = &mut ts.stack[call + 1..base - SIZE];
        if let Some(place) = operands.iter_mut().find(|v| **v == generator) {
            *place = made;
        }
        let keywords = if let Value::Tuple(names) = names { Some(names) } else { None };
        return call::call_with(interp, ts, call as u32, keywords, OnReturn::Native);
    }
    let result = match consumer {
        Consumer::Sum => sequence::sum_result(made, lost),
        Consumer::All => Value::True,
        Consumer::Any => Value::False,
        Consumer::Max if made.is_null() => return Err(interp.value_error("max() iterable argument is empty")),
        Consumer::Min if made.is_null() => return Err(interp.value_error("min() iterable argument is empty")),
        _ => made,
    };
    ts.set_sp(call);
    ts.push(result);
    schedule::after_native(interp, ts)
}
