//! `_queue`: the queue without bounds, and the exception of an empty one.
//!
//! As in CPython 3.13 an item that is put while threads wait goes to the one that has waited longest, which need not
//! fear that another is quicker.

use crate::seconds::{deadline, nanoseconds};
use gilscope_vm::exceptions::EXCEPTION;
use gilscope_vm::exit::Wait;
use gilscope_vm::heap::collect::Marker;
use gilscope_vm::native::{Args, NativeDef, NativeResult, Trap};
use gilscope_vm::object::{Layout, LockObject, Opaque, OpaqueObject, Wrapper};
use gilscope_vm::value::{ClassId, LockId, ModuleId, OpaqueId};
use gilscope_vm::{Interp, Value, types};
use std::any::Any;
use std::collections::VecDeque;

#[derive(Debug, Clone)]
struct SimpleQueue {
    items: VecDeque<Value>,
    /// Threads wait for items as waiters of this lock, which nobody ever releases.
    waiting: LockId,
    /// The class `Empty`.
    empty: ClassId,
}

impl Opaque for SimpleQueue {
    fn trace(&self, marker: &mut Marker) {
        let (front, back) = self.items.as_slices();
        marker.values(front);
        marker.values(back);
        marker.value(Value::Lock(self.waiting));
    }

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
    NativeDef::method("put", put, 1, 3).params(&["item", "block", "timeout"]),
    NativeDef::method("put_nowait", put, 1, 1).params(&["item"]),
    NativeDef::method("get", get, 0, 2).params(&["block", "timeout"]).twin("queues.get"),
    NativeDef::method("get_nowait", get_nowait, 0, 0),
    NativeDef::method("empty", empty, 0, 0),
    NativeDef::method("qsize", qsize, 0, 0),
    NativeDef::class_method("__class_getitem__", class_getitem, 1, 1),
];

const FUNCTIONS: &[NativeDef] = &[NativeDef::function("_await_item", await_item, 3, 3)];

pub(crate) fn init(interp: &mut Interp) -> ModuleId {
    let module = interp.add_module("_queue", FUNCTIONS);
    let empty = interp.add_builtin_class("Empty", "_queue", EXCEPTION, Layout::Exception, true);
    interp.set_global(module, "Empty", Value::Class(empty));
    let class = interp.add_builtin_class("SimpleQueue", "_queue", types::OBJECT, Layout::Builtin, true);
    interp.add_methods(class, METHODS);
    interp.add_construct(class, NativeDef::function("SimpleQueue", construct, 0, 255).any_keywords());
    interp.set_global(module, "SimpleQueue", Value::Class(class));
    module
}

fn construct(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    if !args.is_empty() {
        return Err(interp.type_error("SimpleQueue() takes no positional arguments"));
    }
    if !args.keywords.is_empty() {
        return Err(interp.type_error("SimpleQueue() takes no keyword arguments"));
    }
    let global = |interp: &mut Interp, name| match interp.native_module("_queue") {
        Some(module) => interp.get_global(module, name),
        None => None,
    };
    let (Some(Value::Class(class)), Some(Value::Class(empty))) =
        (global(interp, "SimpleQueue"), global(interp, "Empty"))
    else {
        return Err(interp.runtime_error("_queue is not initialised"));
    };
    let waiting = interp.heap.locks.alloc(LockObject { locked: true, ..LockObject::default() });
    interp.heap.charge(200);
    let content = SimpleQueue { items: VecDeque::new(), waiting, empty };
    Ok(Value::Opaque(interp.heap.opaques.alloc(OpaqueObject { class, content: Some(Box::new(content)) })))
}

/// The queue in a value that is one, or an instance of a class that extends it.
fn queue(interp: &mut Interp, value: Value) -> Result<&mut SimpleQueue, Trap> {
    let id = id_of(interp, value)?;
    interp.heap.opaques[id].get_mut().ok_or(Trap::Defer)
}

fn id_of(interp: &mut Interp, value: Value) -> Result<OpaqueId, Trap> {
    match interp.payload(value) {
        Value::Opaque(id) => Ok(id),
        _ => Err(interp.type_error("a SimpleQueue is required")),
    }
}

/// `block` and `timeout` are there for those who expect a `Queue`, and have no effect.
fn put(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let (id, item) = (id_of(interp, args.at(0))?, args.at(1));
    let heap = &mut interp.heap;
    let Some(queue) = heap.opaques[id].get_mut::<SimpleQueue>() else { return Err(Trap::Defer) };
    let waiting = queue.waiting;
    if heap.locks[waiting].waiters.is_empty() {
        queue.items.push_back(item);
        heap.charge(16);
    } else {
        interp.hand_over(waiting, item);
    }
    Ok(Value::None)
}

fn get(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let timeout = args.or_none(2);
    let blocks = match args.get(1) {
        None | Some(Value::True) => true,
        Some(value) => gilscope_vm::truth::truthy(interp, value).ok_or(Trap::Defer)?,
    };
    if blocks && !timeout.is_none() {
        // Only library code can raise when the time is over.
        return Err(Trap::Defer);
    }
    let queue = queue(interp, args.at(0))?;
    match queue.items.pop_front() {
        Some(item) => Ok(item),
        None if blocks => {
            let waiting = queue.waiting;
            Err(wait(interp, waiting, None, Value::None))
        }
        None => Err(is_empty(interp, args)),
    }
}

fn wait(interp: &mut Interp, lock: LockId, deadline: Option<u64>, missing: Value) -> Trap {
    interp.lock_wait(lock, interp.current);
    Trap::Block(Box::new(Wait::Handed { lock, deadline, missing }))
}

fn is_empty(interp: &mut Interp, args: Args<'_>) -> Trap {
    match queue(interp, args.at(0)).map(|queue| queue.empty) {
        Ok(class) => interp.raise_with(class, &[]),
        Err(trap) => trap,
    }
}

fn get_nowait(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    match queue(interp, args.at(0))?.items.pop_front() {
        Some(item) => Ok(item),
        None => Err(is_empty(interp, args)),
    }
}

/// `_await_item(queue, timeout, missing)`: the next item, or `missing` after so many seconds.
fn await_item(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let nanos = nanoseconds(interp, args.at(1))?;
    if nanos < 0 {
        return Err(interp.value_error("'timeout' must be a non-negative number"));
    }
    let queue = queue(interp, args.at(0))?;
    match queue.items.pop_front() {
        Some(item) => Ok(item),
        None if nanos == 0 => Ok(args.at(2)),
        None => {
            let waiting = queue.waiting;
            let deadline = deadline(interp, nanos);
            Err(wait(interp, waiting, Some(deadline), args.at(2)))
        }
    }
}

fn empty(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    Ok(Value::bool(queue(interp, args.at(0))?.items.is_empty()))
}

fn qsize(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    Ok(Value::Int(queue(interp, args.at(0))?.items.len() as i64))
}

/// `SimpleQueue[int]`
fn class_getitem(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let parameters = match args.at(1) {
        tuple @ Value::Tuple(_) => tuple,
        one => interp.heap.new_tuple(&[one]),
    };
    Ok(interp.heap.new_wrapper(Wrapper::Alias { origin: args.at(0), args: parameters }))
}
