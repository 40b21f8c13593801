//! `_gilscope`: what `lib/gilscope.py` needs to let time pass on purpose.

use crate::seconds::nanoseconds;
use gilscope_gil::{Parker, moment_in};
use gilscope_vm::exit::{IoRequest, IoWork};
use gilscope_vm::native::{Args, NativeDef, NativeResult, Trap};
use gilscope_vm::value::ModuleId;
use gilscope_vm::{Interp, Reply, Value};
use std::time::Duration;

const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("burn", burn, 1, 1),
    NativeDef::function("worked", |i, _| Ok(Value::Int(worked(i) as i64)), 0, 0),
    NativeDef::function("io", io, 1, 1),
    NativeDef::function("nanoseconds", |i, a| nanoseconds(i, a.at(0)).map(Value::Int), 1, 1),
    NativeDef::function("is_simulated", |i, _| Ok(Value::bool(i.time.is_on())), 0, 0),
];

/// Real time is burned in pieces of so many nanoseconds, so that check points come often.
const PIECE: u64 = 20_000;

pub(crate) fn init(interp: &mut Interp) -> ModuleId {
    interp.add_module("_gilscope", FUNCTIONS)
}

/// How long the running thread has worked; in real time, how late it is.
fn worked(interp: &Interp) -> u64 {
    if interp.time.is_on() { interp.thread_time() } else { interp.monotonic() }
}

/// `burn(end)`: works until `worked()` is there, or not so long; whether it is not there yet.
fn burn(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let end = args.at(0).as_int().and_then(|nanos| u64::try_from(nanos).ok()).unwrap_or(0);
    let left = end.saturating_sub(worked(interp));
    if interp.time.is_on() {
        return Ok(Value::bool(interp.time.burn(left) > 0));
    }
    let pause = worked(interp) + left.min(PIECE);
    while worked(interp) < pause {
        std::hint::spin_loop();
    }
    Ok(Value::bool(worked(interp) < end))
}

/// `io(nanoseconds)`: a system call that takes so long.
fn io(_interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let nanos = args.at(0).as_int().and_then(|nanos| u64::try_from(nanos).ok()).unwrap_or(0);
    let run = move || {
        Parker::default().park(Some(moment_in(Duration::from_nanos(nanos))), None);
        Reply::Done
    };
    let work = IoWork { label: "io", takes: Some(nanos), run: Box::new(run) };
    Err(Trap::Io(Box::new(IoRequest { work, then: |_, _, _| Ok(Value::None), state: Value::None })))
}
