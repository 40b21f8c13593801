//! `_thread`: starting threads, and what they know of themselves. Locks are in `thread_lock.rs`.

use super::thread_handle::{ThreadHandle, handle, new_handle};
use super::thread_lock::{self, new_lock};
use crate::struct_sequence::{self, StructSequence};
use gilscope_trace::ThreadId;
use gilscope_vm::exceptions::{RUNTIME_ERROR, SYSTEM_EXIT};
use gilscope_vm::exit::Wait;
use gilscope_vm::native::{Args, NativeDef, NativeResult, Trap};
use gilscope_vm::thread_state::ThreadState;
use gilscope_vm::value::ModuleId;
use gilscope_vm::{Interp, Symbol, Value, types};

const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("start_new_thread", start_new_thread, 2, 3),
    NativeDef::function("start_new", start_new_thread, 2, 3),
    NativeDef::function("start_joinable_thread", start_joinable_thread, 1, 3).params(&["function", "handle", "daemon"]),
    NativeDef::function("allocate_lock", allocate_lock, 0, 0).makes_events(),
    NativeDef::function("allocate", allocate_lock, 0, 0).makes_events(),
    NativeDef::function("get_ident", get_ident, 0, 0),
    NativeDef::function("get_native_id", get_native_id, 0, 0),
    NativeDef::function("_get_main_thread_ident", main_ident, 0, 0),
    NativeDef::function("_make_thread_handle", make_handle, 1, 1),
    NativeDef::function("_next_joinable", next_joinable, 0, 0),
    NativeDef::function("_is_alive", is_alive, 1, 1),
    NativeDef::function("_count", count, 0, 0),
    NativeDef::function("exit", exit, 0, 0),
    NativeDef::function("exit_thread", exit, 0, 0),
    NativeDef::frame("set_name", set_name, 1, 1),
    NativeDef::frame("_announce", announce, 0, 0),
    NativeDef::function("_await_start", await_start, 1, 1),
    NativeDef::function("interrupt_main", interrupt_main, 0, 1),
    NativeDef::function("stack_size", stack_size, 0, 1),
    NativeDef::function("daemon_threads_allowed", |_, _| Ok(Value::True), 0, 0),
    NativeDef::function("_is_main_interpreter", |_, _| Ok(Value::True), 0, 0),
    NativeDef::function("_shutdown", deferred, 0, 0).twin("report.join_all"),
    NativeDef::function("_excepthook", excepthook, 1, 1).twin("report.thread_excepthook"),
];

const EXCEPT_HOOK_ARGS: StructSequence = StructSequence {
    name: "_ExceptHookArgs",
    module: "_thread",
    fields: &["exc_type", "exc_value", "exc_traceback", "thread"],
};

pub(crate) fn init(interp: &mut Interp) -> ModuleId {
    let module = interp.add_module("_thread", FUNCTIONS);
    thread_lock::install(interp);
    let handle = super::thread_handle::class(interp);
    let local = super::thread_local::class(interp);
    let hook_args = EXCEPT_HOOK_ARGS.class(interp);
    interp.add_construct(hook_args, NativeDef::function("_ExceptHookArgs", make_hook_args, 0, 1));
    let rows = [
        ("lock", Value::Class(types::LOCK)),
        ("LockType", Value::Class(types::LOCK)),
        ("RLock", Value::Class(types::RLOCK)),
        ("_ThreadHandle", Value::Class(handle)),
        ("_ExceptHookArgs", Value::Class(hook_args)),
        ("_local", Value::Class(local)),
        ("error", Value::Class(RUNTIME_ERROR)),
        ("TIMEOUT_MAX", Value::float(9_223_372_036.0)),
        ("<stack size>", Value::Int(0)),
    ];
    for (name, value) in rows {
        interp.set_global(module, name, value);
    }
    module
}

fn make_hook_args(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let values = EXCEPT_HOOK_ARGS.items_given(interp, args)?;
    match module_value(interp, "_ExceptHookArgs") {
        Some(Value::Class(class)) => Ok(struct_sequence::instance(interp, class, &values)),
        _ => Ok(Value::None),
    }
}

/// What this module has under `name`.
pub(super) fn module_value(interp: &mut Interp, name: &str) -> Option<Value> {
    let module = this_module(interp)?;
    interp.get_global(module, name)
}

fn this_module(interp: &mut Interp) -> Option<ModuleId> {
    interp.native_module("_thread")
}

/// A native whose whole work is done in Python.
fn deferred(_interp: &mut Interp, _args: Args<'_>) -> NativeResult {
    Err(Trap::Defer)
}

/// `get_ident()` of a thread.
pub(super) fn ident_of(thread: ThreadId) -> i64 {
    gilscope_vm::threads::ident_of(thread)
}

fn thread_of(interp: &Interp, ident: i64) -> Option<ThreadId> {
    (0..interp.threads.len() as u32).map(ThreadId).find(|&thread| ident_of(thread) == ident)
}

fn is_callable(interp: &Interp, value: Value) -> bool {
    match value {
        Value::Function(_) | Value::Native(_) | Value::Method(_) | Value::Class(_) => true,
        _ => interp.lookup(interp.class_of(value), Symbol::CALL).is_some(),
    }
}

fn start_new_thread(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let (function, keywords) = (args.at(0), args.get(2));
    if !is_callable(interp, function) {
        return Err(interp.type_error("first arg must be callable"));
    }
    let Value::Tuple(_) = interp.payload(args.at(1)) else {
        return Err(interp.type_error("2nd arg must be a tuple"));
    };
    if let Some(keywords) = keywords
        && !matches!(interp.payload(keywords), Value::Dict(_))
    {
        return Err(interp.type_error("optional 3rd arg must be a dictionary"));
    }
    let keywords = match keywords {
        Some(keywords) => interp.payload(keywords),
        None => interp.heap.new_dict(Default::default()),
    };
    let arguments = interp.payload(args.at(1));
    let thread = start(interp, &[function, arguments, keywords], true)?;
    let ident = Value::Int(ident_of(thread));
    Err(Trap::Spawn(thread, ident))
}

/// A new thread that runs a function, and reports an exception that nobody catches.
fn start(interp: &mut Interp, call: &[Value], is_daemon: bool) -> Result<ThreadId, Trap> {
    let run = interp.twin("report", "run_thread")?;
    let name = name_given(interp, call.first().copied().unwrap_or(Value::None));
    let call = interp.heap.new_tuple(call);
    let thread = interp.new_thread(run, call, Value::Null);
    if let Some(state) = interp.threads.get_mut(thread.0 as usize) {
        state.is_daemon = is_daemon;
        state.name = name;
    }
    Ok(thread)
}

/// What a `threading.Thread` is called whose method is the thread's first function; `Null` for any other function.
fn name_given(interp: &Interp, function: Value) -> Value {
    let receiver = match function {
        Value::Method(method) => interp.heap.methods[method].receiver,
        _ => Value::Null,
    };
    let Value::Instance(thread) = receiver else { return Value::Null };
    let name = interp.attributes_of(thread).into_iter().find(|&(name, _)| name == "_name");
    name.map(|(_, value)| value).filter(|&value| interp.text(value).is_some()).unwrap_or(Value::Null)
}

fn start_joinable_thread(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let function = args.at(0);
    if !is_callable(interp, function) {
        return Err(interp.type_error("thread function must be callable"));
    }
    let object = match args.or_none(1) {
        Value::None => new_handle(interp, ThreadHandle::default())?,
        given => {
            if handle(interp, given)?.thread.is_some() {
                return Err(interp.runtime_error("thread already started"));
            }
            given
        }
    };
    let is_daemon = match args.get(2) {
        Some(value) => gilscope_vm::truth::truthy(interp, value).unwrap_or(true),
        None => true,
    };
    let (arguments, keywords) = (interp.empty_tuple, interp.heap.new_dict(Default::default()));
    let thread = start(interp, &[function, arguments, keywords], is_daemon)?;
    let ident = ident_of(thread);
    let content = handle(interp, object)?;
    content.thread = Some(thread);
    content.ident = ident;
    Err(Trap::Spawn(thread, object))
}

fn allocate_lock(interp: &mut Interp, _args: Args<'_>) -> NativeResult {
    Ok(new_lock(interp, false))
}

fn get_ident(interp: &mut Interp, _args: Args<'_>) -> NativeResult {
    Ok(Value::Int(ident_of(interp.current)))
}

/// The operating system's number is the process's for the main thread; those of others are counted up from it.
fn get_native_id(interp: &mut Interp, _args: Args<'_>) -> NativeResult {
    Ok(Value::Int(i64::from(interp.host.process_id()) + i64::from(interp.current.0)))
}

fn main_ident(_interp: &mut Interp, _args: Args<'_>) -> NativeResult {
    Ok(Value::Int(ident_of(ThreadId::MAIN)))
}

fn make_handle(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let Some(ident) = args.at(0).as_int() else { return Err(interp.type_error("ident must be an integer")) };
    let thread = thread_of(interp, ident);
    let mut content = ThreadHandle::default();
    content.thread = thread;
    content.ident = ident;
    new_handle(interp, content)
}

/// A handle of a thread that the program must wait for before it ends.
fn next_joinable(interp: &mut Interp, _args: Args<'_>) -> NativeResult {
    let current = interp.current;
    let waited_for = interp.threads.iter().find(|t| !t.finished && !t.is_daemon && t.id != current && !t.id.is_main());
    match waited_for.map(|t| (t.id, ident_of(t.id))) {
        Some((id, ident)) => {
            let mut content = ThreadHandle::default();
            content.thread = Some(id);
            content.ident = ident;
            new_handle(interp, content)
        }
        None => Ok(Value::None),
    }
}

fn is_alive(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let thread = args.at(0).as_int().and_then(|ident| thread_of(interp, ident));
    Ok(Value::bool(thread.is_some_and(|thread| !interp.has_finished(thread))))
}

fn count(interp: &mut Interp, _args: Args<'_>) -> NativeResult {
    let running = interp.threads.iter().filter(|t| !t.finished && !t.id.is_main()).count();
    Ok(Value::Int(running as i64))
}

fn exit(interp: &mut Interp, _args: Args<'_>) -> NativeResult {
    Err(interp.raise_with(SYSTEM_EXIT, &[]))
}

/// Names the calling thread, for statistics and traces.
fn set_name(interp: &mut Interp, thread: &mut ThreadState, args: &[Value]) -> NativeResult {
    let name = args.first().copied().unwrap_or(Value::None);
    if interp.text(name).is_none() {
        return Err(interp.type_error("set_name() argument must be str"));
    }
    let is_new = interp.text(thread.name) != interp.text(name);
    thread.name = name;
    if is_new {
        interp.define_thread_state(thread);
    }
    Ok(Value::None)
}

/// Lets the thread go on that started the calling one.
fn announce(interp: &mut Interp, thread: &mut ThreadState, _args: &[Value]) -> NativeResult {
    interp.announce(thread);
    Ok(Value::None)
}

/// `_await_start(handle)`: waits until the thread has announced itself.
fn await_start(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let thread = handle(interp, args.at(0))?.thread;
    match thread {
        Some(thread) if !interp.has_begun(thread) => {
            interp.start_wait(thread, interp.current);
            Err(Trap::Block(Box::new(Wait::Start { thread })))
        }
        _ => Ok(Value::None),
    }
}

fn interrupt_main(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let number = match args.get(0) {
        None => 2,
        Some(value) => match value.as_int() {
            Some(number) => number,
            None => {
                let message = format!("'{}' object cannot be interpreted as an integer", interp.type_name(value));
                return Err(interp.type_error(message));
            }
        },
    };
    if !(1..65).contains(&number) {
        return Err(interp.value_error("signal number out of range"));
    }
    if number == 2 {
        interp.host.interrupt_main();
    }
    Ok(Value::None)
}

/// Accepted and remembered; the stacks of script threads are inside the interpreter.
fn stack_size(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let old = module_value(interp, "<stack size>").unwrap_or(Value::Int(0));
    let Some(value) = args.get(0) else { return Ok(old) };
    let Some(size) = value.as_int() else {
        let message = format!("'{}' object cannot be interpreted as an integer", interp.type_name(value));
        return Err(interp.type_error(message));
    };
    if size < 0 {
        return Err(interp.value_error("size must be 0 or a positive value"));
    }
    if size != 0 && size < 32768 {
        return Err(interp.value_error(format!("size not valid: {size} bytes")));
    }
    if let Some(module) = this_module(interp) {
        interp.set_global(module, "<stack size>", Value::Int(size));
    }
    Ok(old)
}

fn excepthook(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let expected = module_value(interp, "_ExceptHookArgs");
    if expected != Some(Value::Class(interp.class_of(args.at(0)))) {
        return Err(interp.type_error("_thread.excepthook argument type must be ExceptHookArgs"));
    }
    Err(Trap::Defer)
}
