//! `_multiprocessing.SemLock`: a semaphore, or a recursive lock, that processes share (`Modules/_multiprocessing/semaphore.c`).

use super::{changes, content, deadline, look_again, new_object, notify, parts, with_deadline};
use gilscope_vm::exceptions::ASSERTION_ERROR;
use gilscope_vm::heap::collect::Marker;
use gilscope_vm::native::{Args, NativeDef, NativeResult, Trap};
use gilscope_vm::object::Opaque;
use gilscope_vm::truth::truthy;
use gilscope_vm::value::ModuleId;
use gilscope_vm::{Interp, Reply, Value};
use parking_lot::Mutex;
use std::any::Any;
use std::sync::Arc;

const RECURSIVE_MUTEX: i64 = 0;
const SEMAPHORE: i64 = 1;

#[derive(Debug)]
struct SemLock {
    value: Arc<Mutex<i64>>,
    kind: i64,
    maximum: i64,
    /// How often this process has acquired it more than released.
    count: i64,
    /// The thread of this process that acquired it last.
    owner: i64,
}

impl Opaque for SemLock {
    fn trace(&self, _marker: &mut Marker) {}

    /// The other process has not acquired it.
    fn boxed_clone(&self) -> Box<dyn Opaque> {
        Box::new(SemLock { value: Arc::clone(&self.value), count: 0, ..*self })
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }
}

impl SemLock {
    fn is_mine(&self, thread: i64) -> bool {
        self.count > 0 && self.owner == thread
    }

    /// Takes it if that can be done at once.
    fn take(&mut self, thread: i64) -> bool {
        if self.kind == RECURSIVE_MUTEX && self.is_mine(thread) {
            self.count += 1;
            return true;
        }
        let mut value = self.value.lock();
        if *value > 0 {
            *value -= 1;
            (self.count, self.owner) = (self.count + 1, thread);
            return true;
        }
        false
    }
}

const METHODS: &[NativeDef] = &[
    NativeDef::method("acquire", acquire, 0, 2).params(&["block", "timeout"]),
    NativeDef::method("release", release, 0, 0),
    NativeDef::method("__enter__", |i, a| acquire(i, Args { values: &a.values[..1], keywords: &[] }), 0, 0),
    NativeDef::method("__exit__", release, 0, 3),
    NativeDef::method("_count", |i, a| Ok(Value::Int(this(i, a)?.count)), 0, 0),
    NativeDef::method("_is_mine", is_mine, 0, 0),
    NativeDef::method("_get_value", |i, a| Ok(Value::Int(*this(i, a)?.value.lock())), 0, 0),
    NativeDef::method("_is_zero", |i, a| Ok(Value::bool(*this(i, a)?.value.lock() == 0)), 0, 0),
    NativeDef::method("_after_fork", after_fork, 0, 0),
];

pub(super) fn install(interp: &mut Interp, module: ModuleId) {
    let class = super::add_class(interp, module, "SemLock", METHODS);
    interp.add_construct(class, NativeDef::function("SemLock", construct, 3, 3).params(&["kind", "value", "maxvalue"]));
    interp.add_getter(class, "kind", |i, v| Ok(Value::Int(content::<SemLock>(i, v, "SemLock")?.kind)));
    interp.add_getter(class, "maxvalue", |i, v| Ok(Value::Int(content::<SemLock>(i, v, "SemLock")?.maximum)));
    interp.set_global(module, "RECURSIVE_MUTEX", Value::Int(RECURSIVE_MUTEX));
    interp.set_global(module, "SEMAPHORE", Value::Int(SEMAPHORE));
}

fn this<'a>(interp: &'a mut Interp, args: Args<'_>) -> Result<&'a mut SemLock, Trap> {
    content(interp, args.at(0), "SemLock")
}

fn construct(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let [Some(kind), Some(value), Some(maximum)] = [0, 1, 2].map(|index| args.at(index).as_int()) else {
        return Err(interp.type_error("an integer is required"));
    };
    if kind != RECURSIVE_MUTEX && kind != SEMAPHORE {
        return Err(interp.value_error("unrecognized kind"));
    }
    let content = SemLock { value: Arc::new(Mutex::new(value)), kind, maximum, count: 0, owner: 0 };
    new_object(interp, "SemLock", content)
}

fn acquire(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let thread = interp.current.0.into();
    if this(interp, args)?.take(thread) {
        return Ok(Value::True);
    }
    let blocks = match args.get(1) {
        None => true,
        Some(block) => truthy(interp, block).ok_or(Trap::Defer)?,
    };
    if !blocks {
        return Ok(Value::False);
    }
    let deadline = deadline(interp, args.or_none(2))?;
    let state = with_deadline(interp, args.at(0), deadline);
    look(interp, state, Reply::Done)
}

fn look(interp: &mut Interp, state: Value, _reply: Reply) -> NativeResult {
    let since = changes();
    let thread = interp.current.0.into();
    let (lock, deadline, is_over) = parts(interp, state);
    if content::<SemLock>(interp, lock, "SemLock")?.take(thread) {
        return Ok(Value::True);
    }
    if is_over { Ok(Value::False) } else { Err(look_again(interp, since, deadline, state, look)) }
}

fn release(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let thread = interp.current.0.into();
    let lock = this(interp, args)?;
    if lock.kind == RECURSIVE_MUTEX {
        if !lock.is_mine(thread) {
            let message = "attempt to release recursive lock not owned by thread";
            return Err(interp.raise(ASSERTION_ERROR, message));
        }
        if lock.count > 1 {
            lock.count -= 1;
            return Ok(Value::None);
        }
    }
    let mut value = lock.value.lock();
    if lock.kind == SEMAPHORE && *value >= lock.maximum {
        drop(value);
        return Err(interp.value_error("semaphore or lock released too many times"));
    }
    *value += 1;
    drop(value);
    lock.count -= 1;
    notify();
    Ok(Value::None)
}

fn is_mine(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let thread = interp.current.0.into();
    Ok(Value::bool(this(interp, args)?.is_mine(thread)))
}

fn after_fork(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    this(interp, args)?.count = 0;
    Ok(Value::None)
}
