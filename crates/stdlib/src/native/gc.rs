//! `_gc`: what `lib/gc.py` and `lib/_core/errands.py` need of the collector.

use gilscope_vm::native::{Args, NativeDef, NativeResult};
use gilscope_vm::value::ModuleId;
use gilscope_vm::{Interp, Value};

const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("collect", |i, _| i.ask_to_collect(true), 0, 0),
    NativeDef::function("kept", |i, _| Ok(Value::Int(i.kept_for_finalizers() as i64)), 0, 0),
    NativeDef::function("recollect", |i, _| i.ask_to_collect(false), 0, 0),
    NativeDef::function("enable", enable, 1, 1),
    NativeDef::function("next_errand", |i, _| i.next_errand(), 0, 0),
];

pub(crate) fn init(interp: &mut Interp) -> ModuleId {
    interp.add_module("_gc", FUNCTIONS)
}

/// `enable(flag)`: whether cycles are collected without being asked.
fn enable(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    interp.enable_collector(args.at(0) == Value::True);
    Ok(Value::None)
}
