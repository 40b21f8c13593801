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
    NativeDef::function("io", io, 1, 1),
    NativeDef::function("nanoseconds", |i, a| nanoseconds(i, a.at(0)).map(Value::Int), 1, 1),
    NativeDef::function("is_simulated", |i, _| Ok(Value::bool(i.time.is_on())), 0, 0),
];

/// Real time is burned in pieces of so many nanoseconds, so that check points come often.
const PIECE: u64 = 20_000;

pub(crate) fn init(interp: &mut Interp) -> ModuleId {
    interp.add_module("_gilscope", FUNCTIONS)
}

/// `burn(nanoseconds)`: works for some of the time; what is left of it.
fn burn(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let nanos = args.at(0).as_int().and_then(|nanos| u64::try_from(nanos).ok()).unwrap_or(0);
    if interp.time.is_on() {
        return Ok(Value::Int(interp.time.burn(nanos) as i64));
    }
    let start = interp.monotonic();
    let piece = nanos.min(PIECE);
    while interp.monotonic().saturating_sub(start) < piece {
        std::hint::spin_loop();
    }
    let passed = interp.monotonic().saturating_sub(start);
    Ok(Value::Int(nanos.saturating_sub(passed) as i64))
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
