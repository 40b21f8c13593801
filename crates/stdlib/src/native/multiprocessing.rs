//! `_multiprocessing`: what processes share. A process is a copy of the interpreter; the objects of this module are the same
//! on both sides of a fork.
//!
//! Whoever waits for something here waits for any change at all, in slices, and then looks again while it holds its
//! interpreter lock: so Ctrl-C, or the end of the process, is seen between two slices.

mod block;
mod channel;
pub mod process_table;
mod semaphore;

use gilscope_vm::exceptions::NOT_IMPLEMENTED_ERROR;
use gilscope_vm::exit::WAIT;
use gilscope_vm::native::{NativeDef, NativeResult, Trap};
use gilscope_vm::object::{Layout, Opaque, OpaqueObject};
use gilscope_vm::streams::io_trap;
use gilscope_vm::value::{ClassId, ModuleId};
use gilscope_vm::{Interp, Reply, Value, types};
use parking_lot::{Condvar, Mutex};
use std::time::Duration;

/// The longest time in which nobody looks.
const SLICE: Duration = Duration::from_millis(100);

/// How often anything has changed that processes share.
static CHANGES: Mutex<u64> = Mutex::new(0);
static CHANGED: Condvar = Condvar::new();

/// Tells those that wait.
pub(crate) fn notify() {
    *CHANGES.lock() += 1;
    CHANGED.notify_all();
}

/// To be asked before one looks for what one waits for.
pub(crate) fn changes() -> u64 {
    *CHANGES.lock()
}

/// Waits until something has changed since then.
fn wait_for_change(since: u64, at_most: Duration) {
    let mut changes = CHANGES.lock();
    if *changes == since {
        CHANGED.wait_for(&mut changes, at_most);
    }
}

/// A native has looked in vain: it looks again, in `then`, when something has changed. `deadline` as `Host::monotonic` shows it.
pub(crate) fn look_again(
    interp: &mut Interp,
    since: u64,
    deadline: Option<u64>,
    state: Value,
    then: fn(&mut Interp, Value, Reply) -> NativeResult,
) -> Trap {
    if interp.time.is_on() {
        return not_simulated(interp);
    }
    let left = deadline.map_or(SLICE, |deadline| Duration::from_nanos(deadline.saturating_sub(interp.monotonic())));
    let wait = move || {
        wait_for_change(since, left.min(SLICE));
        Reply::Done
    };
    io_trap(WAIT, wait, state, then)
}

/// There is but one process in a simulation.
pub(crate) fn not_simulated(interp: &mut Interp) -> Trap {
    interp.raise(NOT_IMPLEMENTED_ERROR, "processes are not simulated: run without --sim")
}

pub(crate) fn init(interp: &mut Interp) -> ModuleId {
    let module = interp.add_module("_multiprocessing", &[]);
    semaphore::install(interp, module);
    channel::install(interp, module);
    block::install(interp, module);
    module
}

/// A class of this module.
fn add_class(interp: &mut Interp, module: ModuleId, name: &'static str, methods: &'static [NativeDef]) -> ClassId {
    let class = interp.add_builtin_class(name, "_multiprocessing", types::OBJECT, Layout::Builtin, false);
    interp.add_methods(class, methods);
    interp.set_global(module, name, Value::Class(class));
    class
}

fn new_object(interp: &mut Interp, class: &str, content: impl Opaque) -> NativeResult {
    let module = interp.native_module("_multiprocessing");
    let Some(Value::Class(class)) = module.and_then(|module| interp.get_global(module, class)) else {
        return Err(interp.runtime_error("_multiprocessing is not initialised"));
    };
    interp.heap.charge(200);
    Ok(Value::Opaque(interp.heap.opaques.alloc(OpaqueObject { class, content: Some(Box::new(content)) })))
}

/// The content of an object that must be of one of the classes of this module.
fn content<'a, T: Opaque>(interp: &'a mut Interp, value: Value, class: &str) -> Result<&'a mut T, Trap> {
    if let Value::Opaque(id) = interp.payload(value)
        && interp.heap.opaques[id].get::<T>().is_some()
    {
        return interp.heap.opaques[id].get_mut::<T>().ok_or(Trap::Defer);
    }
    Err(interp.type_error(format!("a {class} is required")))
}

/// A timeout argument in seconds as a deadline; `None` is for ever, what is over is now.
fn deadline(interp: &mut Interp, timeout: Value) -> Result<Option<u64>, Trap> {
    if timeout.is_none() {
        return Ok(None);
    }
    let nanos = crate::seconds::nanoseconds(interp, timeout)?;
    Ok(Some(crate::seconds::deadline(interp, nanos)))
}

/// Something to wait for, with the time until which to wait, as one value: what `then` is given.
fn with_deadline(interp: &mut Interp, value: Value, deadline: Option<u64>) -> Value {
    let deadline = deadline.map_or(Value::None, |nanos| Value::Int(nanos as i64));
    interp.heap.new_tuple(&[value, deadline])
}

/// The two, and whether the time is over.
fn parts(interp: &mut Interp, state: Value) -> (Value, Option<u64>, bool) {
    let Value::Tuple(id) = state else { return (state, None, false) };
    let (value, deadline) = (interp.heap.tuple(id)[0], interp.heap.tuple(id)[1].as_int().map(|nanos| nanos as u64));
    let is_over = deadline.is_some_and(|deadline| interp.monotonic() >= deadline);
    (value, deadline, is_over)
}
