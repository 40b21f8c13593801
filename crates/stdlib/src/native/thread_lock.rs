//! `_thread.lock` and `_thread.RLock`.

use crate::seconds::{deadline, nanoseconds};
use gilscope_vm::exit::Wait;
use gilscope_vm::identity::address;
use gilscope_vm::native::{Args, NativeDef, NativeResult, Trap};
use gilscope_vm::object::LockObject;
use gilscope_vm::value::LockId;
use gilscope_vm::{Interp, Value, types};

const LOCK: &[NativeDef] = &[
    NativeDef::method("acquire", acquire, 0, 2).params(&["blocking", "timeout"]).makes_events().quick(take),
    NativeDef::method("acquire_lock", acquire, 0, 2).params(&["blocking", "timeout"]).makes_events(),
    NativeDef::method("release", release, 0, 0).makes_events().quick(free),
    NativeDef::method("release_lock", release, 0, 0).makes_events(),
    NativeDef::method("locked", locked, 0, 0),
    NativeDef::method("locked_lock", locked, 0, 0),
    NativeDef::method("__enter__", enter, 0, 255).makes_events().quick_with(take),
    NativeDef::method("__exit__", release, 0, 255).makes_events().quick_with(free),
    NativeDef::method("_at_fork_reinit", reset, 0, 0).makes_events(),
    NativeDef::method("__repr__", repr, 0, 0),
];

const RLOCK: &[NativeDef] = &[
    NativeDef::method("acquire", acquire, 0, 2).params(&["blocking", "timeout"]).makes_events().quick(take_rlock),
    NativeDef::method("release", release_rlock, 0, 0).makes_events().quick(free_rlock),
    NativeDef::method("__enter__", enter, 0, 255).makes_events().quick_with(take_rlock),
    NativeDef::method("__exit__", release_rlock, 0, 255).makes_events().quick_with(free_rlock),
    NativeDef::method("_is_owned", is_owned, 0, 0),
    NativeDef::method("_recursion_count", recursion_count, 0, 0),
    NativeDef::method("_release_save", release_save, 0, 0).makes_events(),
    NativeDef::method("_acquire_restore", acquire_restore, 1, 1).twin("locks.acquire_restore").makes_events(),
    NativeDef::method("_set_count", set_count, 1, 1),
    NativeDef::method("_at_fork_reinit", reset, 0, 0).makes_events(),
    NativeDef::method("__repr__", repr, 0, 0),
];

/// Give the lock types their methods and constructors.
pub(super) fn install(interp: &mut Interp) {
    interp.add_methods(types::LOCK, LOCK);
    interp.add_methods(types::RLOCK, RLOCK);
    interp.add_construct(types::LOCK, NativeDef::function("lock", construct, 0, 255).makes_events());
    interp.add_construct(
        types::RLOCK,
        NativeDef::function("RLock", construct_reentrant, 0, 255).any_keywords().makes_events(),
    );
}

fn construct(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    if !args.is_empty() {
        return Err(interp.type_error(format!("lock expected 0 arguments, got {}", args.len())));
    }
    Ok(new_lock(interp, false))
}

fn construct_reentrant(interp: &mut Interp, _args: Args<'_>) -> NativeResult {
    Ok(new_lock(interp, true))
}

/// A new free lock.
pub(super) fn new_lock(interp: &mut Interp, reentrant: bool) -> Value {
    interp.heap.charge(80);
    let lock = interp.heap.locks.alloc(LockObject { reentrant, ..LockObject::default() });
    interp.lock_made(lock);
    Value::Lock(lock)
}

fn id_of(interp: &mut Interp, args: Args<'_>) -> Result<LockId, Trap> {
    match interp.payload(args.at(0)) {
        Value::Lock(id) => Ok(id),
        _ => Err(interp.type_error("a lock is required")),
    }
}

fn acquire(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let lock = id_of(interp, args)?;
    if args.len() == 1 && interp.lock_try(lock, interp.current) {
        return acquired(interp, lock);
    }
    let blocking = match args.get(1) {
        Some(value) => gilscope_vm::truth::truthy(interp, value).unwrap_or(true),
        None => true,
    };
    let until = acquire_deadline(interp, blocking, args.get(2))?;
    if interp.lock_try(lock, interp.current) {
        return acquired(interp, lock);
    }
    let deadline = match until {
        Until::Now => return Ok(Value::False),
        Until::Time(deadline) => Some(deadline),
        Until::Forever => None,
    };
    interp.lock_wait(lock, interp.current);
    Err(Trap::Block(Box::new(Wait::Lock { lock, deadline })))
}

/// `acquire` of a free plain lock.
fn take(interp: &mut Interp, lock: Value) -> Value {
    let Value::Lock(id) = lock else { return Value::Null };
    let object = &mut interp.heap.locks[id];
    if object.locked || object.reentrant || interp.scheduling.lock_gives_way {
        return Value::Null;
    }
    (object.locked, object.owner, object.count) = (true, Some(interp.current), 1);
    Value::True
}

/// `release` of a plain lock that nobody waits for.
fn free(interp: &mut Interp, lock: Value) -> Value {
    let Value::Lock(id) = lock else { return Value::Null };
    let object = &mut interp.heap.locks[id];
    if !object.locked || object.reentrant || !object.waiters.is_empty() {
        return Value::Null;
    }
    (object.locked, object.owner, object.count) = (false, None, 0);
    Value::None
}

/// `acquire` of an RLock that is free or the thread's own.
fn take_rlock(interp: &mut Interp, lock: Value) -> Value {
    let Value::Lock(id) = lock else { return Value::Null };
    let (object, me) = (&mut interp.heap.locks[id], Some(interp.current));
    if !object.reentrant || object.locked && object.owner != me {
        return Value::Null;
    }
    object.count = if object.locked { object.count + 1 } else { 1 };
    (object.locked, object.owner) = (true, me);
    Value::True
}

/// `release` of the thread's own RLock that nobody waits for.
fn free_rlock(interp: &mut Interp, lock: Value) -> Value {
    let Value::Lock(id) = lock else { return Value::Null };
    let object = &mut interp.heap.locks[id];
    if !object.reentrant || !object.locked || object.owner != Some(interp.current) || !object.waiters.is_empty() {
        return Value::Null;
    }
    object.count = object.count.saturating_sub(1);
    if object.count == 0 {
        (object.locked, object.owner) = (false, None);
    }
    Value::None
}

/// Arguments are allowed and of no use, as in CPython.
fn enter(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    acquire(interp, Args::positional(&args.values[..1]))
}

/// The lock was free. Under the rules of CPython 2.7 the GIL is given up for it all the same.
fn acquired(interp: &Interp, lock: LockId) -> NativeResult {
    match interp.scheduling.lock_gives_way && !interp.heap.locks[lock].reentrant {
        true => Err(Trap::Yield(Value::True)),
        false => Ok(Value::True),
    }
}

/// How long to wait.
enum Until {
    Now,
    Time(u64),
    Forever,
}

fn acquire_deadline(interp: &mut Interp, blocking: bool, timeout: Option<Value>) -> Result<Until, Trap> {
    let nanos = match timeout {
        Some(timeout) => nanoseconds(interp, timeout)?,
        None => -1_000_000_000,
    };
    let is_given = nanos != -1_000_000_000;
    if !blocking && is_given {
        return Err(interp.value_error("can't specify a timeout for a non-blocking call"));
    }
    if nanos < 0 && is_given {
        return Err(interp.value_error("timeout value must be a non-negative number"));
    }
    if nanos > 9_223_372_036_000_000_000 {
        return Err(interp.overflow_error("timeout value is too large"));
    }
    Ok(match (blocking, is_given) {
        (false, _) | (true, true) if nanos == 0 || !blocking => Until::Now,
        (true, true) => Until::Time(deadline(interp, nanos)),
        _ => Until::Forever,
    })
}

fn release(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let lock = id_of(interp, args)?;
    if !interp.heap.locks[lock].locked {
        return Err(interp.runtime_error("release unlocked lock"));
    }
    interp.lock_free(lock);
    Ok(Value::None)
}

fn locked(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let lock = id_of(interp, args)?;
    Ok(Value::bool(interp.heap.locks[lock].locked))
}

fn reset(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let lock = id_of(interp, args)?;
    if interp.heap.locks[lock].locked {
        interp.lock_free(lock);
    }
    Ok(Value::None)
}

/// Whether the calling thread holds the lock.
fn owns(interp: &Interp, lock: LockId) -> bool {
    let object = &interp.heap.locks[lock];
    object.locked && object.owner == Some(interp.current)
}

fn check_owned(interp: &mut Interp, args: Args<'_>) -> Result<LockId, Trap> {
    let lock = id_of(interp, args)?;
    if !owns(interp, lock) {
        return Err(interp.runtime_error("cannot release un-acquired lock"));
    }
    Ok(lock)
}

fn release_rlock(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let lock = check_owned(interp, args)?;
    if interp.heap.locks[lock].count > 1 {
        interp.heap.locks[lock].count -= 1;
    } else {
        interp.lock_free(lock);
    }
    Ok(Value::None)
}

fn is_owned(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let lock = id_of(interp, args)?;
    Ok(Value::bool(owns(interp, lock)))
}

fn recursion_count(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let lock = id_of(interp, args)?;
    let count = if owns(interp, lock) { interp.heap.locks[lock].count } else { 0 };
    Ok(Value::Int(count.into()))
}

/// Free all levels at once; what `_acquire_restore` needs to get them back.
fn release_save(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let lock = check_owned(interp, args)?;
    let count = Value::Int(interp.heap.locks[lock].count.into());
    let owner = Value::Int(super::thread::ident_of(interp.current));
    interp.lock_free(lock);
    Ok(interp.heap.new_tuple(&[count, owner]))
}

/// When the lock is not free, the twin waits for it.
fn acquire_restore(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let lock = id_of(interp, args)?;
    let count = match interp.payload(args.at(1)) {
        Value::Tuple(state) => match interp.heap.tuple(state) {
            [count, _] => count.as_int(),
            _ => None,
        },
        _ => None,
    };
    let Some(count) = count.and_then(|c| u32::try_from(c).ok()) else {
        let kind = interp.type_name(args.at(1)).to_string();
        let message = format!("_acquire_restore() argument 1 must be 2-item sequence, not {kind}");
        return Err(interp.type_error(message));
    };
    if !interp.lock_try(lock, interp.current) {
        return Err(Trap::Defer);
    }
    interp.heap.locks[lock].count = count.max(1);
    Ok(Value::None)
}

fn set_count(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let lock = check_owned(interp, args)?;
    if let Some(count) = args.at(1).as_int().and_then(|c| u32::try_from(c).ok()) {
        interp.heap.locks[lock].count = count.max(1);
    }
    Ok(Value::None)
}

fn repr(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let lock = id_of(interp, args)?;
    let object = &interp.heap.locks[lock];
    let state = if object.locked { "locked" } else { "unlocked" };
    let (reentrant, count, owner) = (object.reentrant, object.count, object.owner);
    let address = address(args.at(0));
    let text = if reentrant {
        let owner = owner.map_or(0, super::thread::ident_of);
        format!("<{state} _thread.RLock object owner={owner} count={count} at {address:#x}>")
    } else {
        format!("<{state} _thread.lock object at {address:#x}>")
    };
    Ok(interp.heap.new_str(text))
}
