//! `_thread._ThreadHandle`: what `threading` joins a thread by.

use crate::seconds::{deadline, nanoseconds};
use gilscope_trace::ThreadId;
use gilscope_vm::exit::Wait;
use gilscope_vm::heap::collect::Marker;
use gilscope_vm::native::{Args, NativeDef, NativeResult, Trap};
use gilscope_vm::object::{Descriptor, Layout, Opaque, OpaqueObject};
use gilscope_vm::value::ClassId;
use gilscope_vm::{Interp, Value, types};
use std::any::Any;

/// `thread` is set once it is started.
#[derive(Debug, Clone, Default)]
pub(super) struct ThreadHandle {
    pub(super) thread: Option<ThreadId>,
    pub(super) ident: i64,
    /// Declared done by `_set_done`.
    done: bool,
}

impl Opaque for ThreadHandle {
    fn trace(&self, _marker: &mut Marker) {}

    fn boxed_clone(&self) -> Box<dyn Opaque> {
        Box::new(self.clone())
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }
}

const METHODS: &[NativeDef] = &[
    NativeDef::method("is_done", is_done, 0, 0),
    NativeDef::method("join", join, 0, 1).params(&["timeout"]),
    NativeDef::method("_set_done", set_done, 0, 0),
    NativeDef::method("__repr__", repr, 0, 0),
];

/// Make the class.
pub(super) fn class(interp: &mut Interp) -> ClassId {
    let class = interp.add_builtin_class("_ThreadHandle", "_thread", types::OBJECT, Layout::Builtin, false);
    interp.add_methods(class, METHODS);
    interp.add_construct(class, NativeDef::function("_ThreadHandle", construct, 0, 0));
    let ident: gilscope_vm::native::Getter = |interp, value| Ok(Value::Int(handle(interp, value)?.ident));
    let descriptor = interp.heap.new_descriptor(Descriptor::Native { name: "ident", get: ident, set: None });
    let name = interp.symbols.intern("ident");
    interp.heap.classes[class].dict.set(name, descriptor);
    class
}

fn construct(interp: &mut Interp, _args: Args<'_>) -> NativeResult {
    new_handle(interp, ThreadHandle::default())
}

/// An object around `handle`.
pub(super) fn new_handle(interp: &mut Interp, handle: ThreadHandle) -> NativeResult {
    let class = match super::thread::module_value(interp, "_ThreadHandle") {
        Some(Value::Class(class)) => class,
        _ => return Err(interp.runtime_error("_thread is not initialised")),
    };
    interp.heap.charge(64);
    Ok(Value::Opaque(interp.heap.opaques.alloc(OpaqueObject { class, content: Some(Box::new(handle)) })))
}

/// The handle in a value that is one.
pub(super) fn handle(interp: &mut Interp, value: Value) -> Result<&mut ThreadHandle, Trap> {
    if let Value::Opaque(id) = value
        && interp.heap.opaques[id].get::<ThreadHandle>().is_some()
    {
        return Ok(interp.heap.opaques[id].get_mut().expect("just seen"));
    }
    Err(interp.type_error("'handle' must be a _ThreadHandle"))
}

/// Whether the thread has ended or was declared to have.
fn has_ended(interp: &mut Interp, value: Value) -> Result<bool, Trap> {
    let handle = handle(interp, value)?.clone();
    Ok(handle.done || handle.thread.is_some_and(|thread| interp.has_finished(thread)))
}

fn is_done(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    Ok(Value::bool(has_ended(interp, args.at(0))?))
}

fn join(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let nanos = match args.or_none(1) {
        Value::None => -1,
        timeout => nanoseconds(interp, timeout)?,
    };
    let handle = handle(interp, args.at(0))?.clone();
    if handle.done {
        return Ok(Value::None);
    }
    let Some(thread) = handle.thread else { return Err(interp.runtime_error("thread not started")) };
    if interp.has_finished(thread) {
        return Ok(Value::None);
    }
    if thread == interp.current {
        return Err(interp.runtime_error("Cannot join current thread"));
    }
    let deadline = (nanos >= 0).then(|| deadline(interp, nanos));
    interp.join_wait(thread, interp.current);
    Err(Trap::Block(Box::new(Wait::Join { thread, deadline })))
}

fn set_done(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let handle = handle(interp, args.at(0))?;
    if handle.thread.is_none() && handle.ident == 0 {
        return Err(interp.runtime_error("thread not started"));
    }
    handle.done = true;
    Ok(Value::None)
}

fn repr(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let ident = handle(interp, args.at(0))?.ident;
    Ok(interp.heap.new_str(format!("<_thread._ThreadHandle object: ident={ident}>")))
}
