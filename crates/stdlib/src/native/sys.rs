//! `sys`: what a program sees of its interpreter. The numbers that describe it are in `sys_info.rs`.

use super::sys_info;
use gilscope_vm::exceptions::{OVERFLOW_ERROR, RECURSION_ERROR, SYSTEM_EXIT};
use gilscope_vm::native::{Args, NativeDef, NativeResult, Trap};
use gilscope_vm::streams::Standard;
use gilscope_vm::thread_state::ThreadState;
use gilscope_vm::traceback;
use gilscope_vm::value::ModuleId;
use gilscope_vm::{Interp, Value};

const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("exit", exit, 0, 1),
    NativeDef::function("setswitchinterval", set_switch_interval, 1, 1),
    NativeDef::function("getswitchinterval", get_switch_interval, 0, 0),
    NativeDef::frame("setrecursionlimit", set_recursion_limit, 1, 1),
    NativeDef::function("getrecursionlimit", |i, _| Ok(Value::Int(i.recursion_limit as i64)), 0, 0),
    NativeDef::frame("exc_info", exc_info, 0, 0),
    NativeDef::frame("exception", |_, thread, _| Ok(thread.handled), 0, 0),
    NativeDef::frame("_getframe", get_frame, 0, 1),
    NativeDef::frame("_current_frames", current_frames, 0, 0),
    NativeDef::function("getsizeof", getsizeof, 1, 2),
    NativeDef::function("getrefcount", |_, _| Ok(Value::Int(2)), 1, 1),
    NativeDef::function("intern", intern, 1, 1),
    NativeDef::function("excepthook", deferred, 3, 3).twin("report.excepthook"),
    NativeDef::function("unraisablehook", deferred, 1, 1).twin("report.unraisablehook"),
    NativeDef::function("displayhook", deferred, 1, 1).twin("report.displayhook"),
    NativeDef::function("settrace", |i, a| no_hook(i, a, "settrace"), 1, 1),
    NativeDef::function("setprofile", |i, a| no_hook(i, a, "setprofile"), 1, 1),
    NativeDef::function("gettrace", |_, _| Ok(Value::None), 0, 0),
    NativeDef::function("getprofile", |_, _| Ok(Value::None), 0, 0),
    NativeDef::function("getdefaultencoding", utf8, 0, 0),
    NativeDef::function("getfilesystemencoding", utf8, 0, 0),
    NativeDef::function("is_finalizing", |_, _| Ok(Value::False), 0, 0),
    NativeDef::function("_is_gil_enabled", |_, _| Ok(Value::True), 0, 0),
    NativeDef::function("get_int_max_str_digits", |_, _| Ok(Value::Int(4300)), 0, 0),
    NativeDef::function("getallocatedblocks", |_, _| Ok(Value::Int(0)), 0, 0),
];

pub(crate) fn init(interp: &mut Interp) -> ModuleId {
    let module = interp.add_module("sys", FUNCTIONS);
    for name in ["excepthook", "unraisablehook", "displayhook"] {
        let value = interp.get_global(module, name).unwrap_or(Value::None);
        interp.set_global(module, &format!("__{name}__"), value);
    }
    let mut slots = [0; 3];
    let streams = [(Standard::Input, "stdin"), (Standard::Output, "stdout"), (Standard::Error, "stderr")];
    for (place, (which, name)) in slots.iter_mut().zip(streams) {
        let file = interp.original_stream(which);
        interp.set_global(module, name, file);
        interp.set_global(module, &format!("__{name}__"), file);
        let name = interp.symbols.intern(name);
        *place = interp.global_slot(module, name);
    }
    interp.set_stream_slots(slots);
    let (modules, path) = (interp.modules, interp.path);
    interp.set_global(module, "modules", modules);
    interp.set_global(module, "path", path);
    sys_info::install(interp, module);
    module
}

/// A native whose whole work is done in Python.
fn deferred(_interp: &mut Interp, _args: Args<'_>) -> NativeResult {
    Err(Trap::Defer)
}

fn utf8(interp: &mut Interp, _args: Args<'_>) -> NativeResult {
    Ok(interp.heap.new_str("utf-8"))
}

fn no_hook(interp: &mut Interp, args: Args<'_>, name: &str) -> NativeResult {
    if args.at(0).is_none() {
        return Ok(Value::None);
    }
    let class = gilscope_vm::exceptions::NOT_IMPLEMENTED_ERROR;
    Err(interp.raise(class, format!("sys.{name}() is not supported by gilscope")))
}

fn exit(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    // A tuple gives the exception's arguments.
    let arguments = match args.get(0) {
        None | Some(Value::None) => Vec::new(),
        Some(Value::Tuple(id)) => interp.heap.tuple(id).to_vec(),
        Some(value) => vec![value],
    };
    let code = match arguments.as_slice() {
        [] => Value::None,
        [code] => *code,
        _ => args.at(0),
    };
    let exception = interp.new_exception(SYSTEM_EXIT, &arguments);
    interp.set_exception_attribute(exception, gilscope_vm::Symbol::CODE_ATTR, code);
    Err(Trap::Raise(exception))
}

fn set_switch_interval(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let interval = match interp.payload(args.at(0)) {
        Value::Float(bits) => bits.get(),
        other => match other.as_int() {
            Some(seconds) => seconds as f64,
            None => {
                let message = format!("must be real number, not {}", interp.type_name(args.at(0)));
                return Err(interp.type_error(message));
            }
        },
    };
    if interval <= 0.0 {
        return Err(interp.value_error("switch interval must be strictly positive"));
    }
    interp.host.set_switch_interval((interval * 1e6) as u64);
    Ok(Value::None)
}

fn get_switch_interval(interp: &mut Interp, _args: Args<'_>) -> NativeResult {
    Ok(Value::float(interp.host.switch_interval() as f64 * 1e-6))
}

fn set_recursion_limit(interp: &mut Interp, thread: &mut ThreadState, args: &[Value]) -> NativeResult {
    let limit = match interp.payload(args[0]) {
        Value::Big(_) => None,
        other => match other.as_int() {
            Some(limit) => i32::try_from(limit).ok(),
            None => {
                let message = format!("'{}' object cannot be interpreted as an integer", interp.type_name(args[0]));
                return Err(interp.type_error(message));
            }
        },
    };
    let Some(limit) = limit else {
        return Err(interp.raise(OVERFLOW_ERROR, "Python int too large to convert to C int"));
    };
    if limit < 1 {
        return Err(interp.value_error("recursion limit must be greater or equal than 1"));
    }
    let depth = thread.frames.len();
    if limit as usize <= depth {
        let message =
            format!("cannot set the recursion limit to {limit} at the recursion depth {depth}: the limit is too low");
        return Err(interp.raise(RECURSION_ERROR, message));
    }
    interp.recursion_limit = limit as usize;
    Ok(Value::None)
}

fn exc_info(interp: &mut Interp, thread: &mut ThreadState, _args: &[Value]) -> NativeResult {
    let items = match thread.handled {
        Value::Exception(id) => {
            let class = Value::Class(interp.heap.exceptions[id].class);
            [class, thread.handled, interp.traceback_of(thread.handled)]
        }
        _ => [Value::None; 3],
    };
    Ok(interp.heap.new_tuple(&items))
}

fn get_frame(interp: &mut Interp, thread: &mut ThreadState, args: &[Value]) -> NativeResult {
    let depth = match args.first().copied().filter(|v| !v.is_null()) {
        None => 0,
        Some(value) => match value.as_int() {
            Some(depth) => usize::try_from(depth).unwrap_or(0),
            None => {
                let message = format!("'{}' object cannot be interpreted as an integer", interp.type_name(value));
                return Err(interp.type_error(message));
            }
        },
    };
    match traceback::frame_at(interp, thread, depth) {
        Some(frame) => Ok(frame),
        None => Err(interp.value_error("call stack is not deep enough")),
    }
}

fn current_frames(interp: &mut Interp, thread: &mut ThreadState, _args: &[Value]) -> NativeResult {
    let dict = interp.heap.new_dict(Default::default());
    let Value::Dict(id) = dict else { return Ok(dict) };
    for index in 0..interp.threads.len() {
        let state = std::mem::take(&mut interp.threads[index]);
        let of = if state.id == thread.id || index == thread.id.0 as usize { &*thread } else { &state };
        let frame = if of.finished { None } else { traceback::frame_at(interp, of, 0) };
        let ident = super::thread::ident_of(gilscope_trace::ThreadId(index as u32));
        interp.threads[index] = state;
        if let Some(frame) = frame {
            interp.dict_set(id, Value::Int(ident), frame)?;
        }
    }
    Ok(dict)
}

/// About what CPython 3.13 says, on a 64-bit machine.
fn getsizeof(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let size = match args.at(0) {
        Value::None | Value::NotImplemented | Value::Ellipsis => 16,
        Value::True | Value::False | Value::Int(_) => int_size(args.at(0)),
        Value::Big(id) => 24 + 4 * interp.heap.bigs[id].bits().div_ceil(30) as usize,
        Value::Float(_) => 24,
        Value::Str(id) if interp.heap.str(id).is_ascii() => 41 + interp.heap.text(id).len(),
        Value::Str(id) => 60 + 2 * interp.heap.char_count(id),
        Value::Bytes(id) => 33 + interp.heap.bytes[id].data.len(),
        Value::List(id) => 56 + 8 * interp.heap.lists[id].items.len(),
        Value::Tuple(id) => 40 + 8 * interp.heap.tuple(id).len(),
        Value::Dict(id) => match interp.heap.dicts[id].len() {
            0 => 64,
            1..=5 => 184,
            n => 100 + 36 * (n * 3 / 2).next_power_of_two(),
        },
        Value::Set(id) => match interp.heap.sets[id].len() {
            0..=4 => 216,
            n => 200 + 32 * (n * 2).next_power_of_two(),
        },
        Value::Range(_) | Value::Instance(_) => 48,
        Value::Function(_) => 160,
        Value::Class(_) => 1072,
        Value::Generator(_) => 200,
        _ => 64,
    };
    Ok(Value::Int(size as i64))
}

fn int_size(value: Value) -> usize {
    let magnitude = value.as_int().unwrap_or(0).unsigned_abs();
    let digits = (u64::BITS - magnitude.leading_zeros()).div_ceil(30).max(1);
    24 + 4 * digits as usize
}

fn intern(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let Value::Str(id) = args.at(0) else {
        let message = match interp.text(args.at(0)) {
            Some(_) => format!("can't intern {}", interp.type_name(args.at(0))),
            None => format!("intern() argument must be str, not {}", interp.argument_name(args.at(0))),
        };
        return Err(interp.type_error(message));
    };
    let text = interp.heap.text(id).to_string();
    let symbol = interp.symbols.intern(&text);
    Ok(interp.symbol_str(symbol))
}
