//! `time`: clocks and sleep. Calendars are in `time_calendar.rs`.

use super::time_calendar;
use crate::seconds::{deadline, nanoseconds};
use gilscope_vm::exit::Wait;
use gilscope_vm::native::{Args, NativeDef, NativeResult, Trap};
use gilscope_vm::value::ModuleId;
use gilscope_vm::{Interp, Value};

const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("time", |i, _| Ok(seconds(i.wall_clock())), 0, 0),
    NativeDef::function("time_ns", |i, _| Ok(whole(i.wall_clock())), 0, 0),
    NativeDef::function("monotonic", |i, _| Ok(seconds(i.monotonic())), 0, 0),
    NativeDef::function("monotonic_ns", |i, _| Ok(whole(i.monotonic())), 0, 0),
    NativeDef::function("perf_counter", |i, _| Ok(seconds(i.monotonic())), 0, 0),
    NativeDef::function("perf_counter_ns", |i, _| Ok(whole(i.monotonic())), 0, 0),
    NativeDef::function("process_time", |i, _| Ok(seconds(i.process_time())), 0, 0),
    NativeDef::function("process_time_ns", |i, _| Ok(whole(i.process_time())), 0, 0),
    NativeDef::function("thread_time", |i, _| Ok(seconds(i.thread_time())), 0, 0),
    NativeDef::function("thread_time_ns", |i, _| Ok(whole(i.thread_time())), 0, 0),
    NativeDef::function("sleep", sleep, 1, 1),
];

pub(crate) fn init(interp: &mut Interp) -> ModuleId {
    let module = interp.add_module("time", FUNCTIONS);
    time_calendar::install(interp, module);
    module
}

fn seconds(nanos: u64) -> Value {
    Value::float(nanos as f64 * 1e-9)
}

fn whole(nanos: u64) -> Value {
    Value::Int(nanos as i64)
}

fn sleep(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let nanos = nanoseconds(interp, args.at(0))?;
    if nanos < 0 {
        return Err(interp.value_error("sleep length must be non-negative"));
    }
    let until = deadline(interp, nanos);
    Err(Trap::Block(Box::new(Wait::Sleep { until })))
}
