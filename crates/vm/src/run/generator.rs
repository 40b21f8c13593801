//! Generators: frames that stop and go on; and the iteration of objects with a `__next__` of their own.

use crate::code_store::CodeStore;
use crate::exceptions::STOP_ITERATION;
use crate::frame::{Frame, OnReturn};
use crate::interp::Interp;
use crate::link::WINDOW;
use crate::native::Trap;
use crate::object::generator::{FEW, SavedStack};
use crate::object::{GeneratorObject, GeneratorState};
use crate::run::consume::Consumer;
use crate::run::cursor::Cursor;
use crate::run::enter::{self, Entered};
use crate::run::{call, consume, deliver, operator, schedule};
use crate::symbol::Symbol;
use crate::thread_state::ThreadState;
use crate::types;
use crate::value::*;
use gilscope_bytecode::Opcode;

/// `RETURN_GENERATOR`: the frame becomes a generator, which is the result of the call.
pub(crate) fn return_generator(interp: &mut Interp, ts: &mut ThreadState) -> Result<(), Trap> {
    let Some(mut frame) = ts.frames.pop() else { return Ok(()) };
    let (base, on_return) = (frame.base, frame.on_return);
    let linked = interp.code.get(frame.code);
    let start = (frame.window - linked.shift) as usize;
    let mut stack = SavedStack::default();
    stack.save(&ts.stack[start..], frame.sp as usize - start);
    frame.window = linked.shift;
    frame.sp -= start as u32;
    interp.heap.charge(288 + 16 * stack.len().saturating_sub(FEW));
    let id = interp.heap.generators.alloc(GeneratorObject {
        state: GeneratorState::Created,
        frame,
        stack,
        class: types::GENERATOR,
        ..GeneratorObject::default()
    });
    deliver::deliver(interp, ts, base, on_return, Value::Generator(id))
}

/// Let a generator go on with `sent` as the value of its `yield`. The operands of the call that does it begin at
/// `base` of the top frame.
pub(crate) fn resume(
    interp: &mut Interp,
    ts: &mut ThreadState,
    id: GeneratorId,
    sent: Value,
    base: u32,
    on_return: OnReturn,
) -> Result<(), Trap> {
    let object = &mut interp.heap.generators[id];
    match object.state {
        GeneratorState::Running => return Err(interp.value_error("generator already executing")),
        GeneratorState::Finished => {
            ts.set_sp(base as usize);
            return exhausted(interp, ts, on_return, Value::None);
        }
        GeneratorState::Created if !sent.is_none() => {
            return Err(interp.type_error("can't send non-None value to a just-started generator"));
        }
        _ => {}
    }
    if ts.frames.len() > interp.recursion_limit {
        return Err(interp.raise(crate::exceptions::RECURSION_ERROR, "maximum recursion depth exceeded"));
    }
    enter(interp, ts, id, base, on_return);
    ts.push(sent);
    Ok(())
}

/// The usual step of a `for` loop or a `yield from`: put the frame of a suspended generator on the stack, at `base` of
/// the frame that asks, which has been saved. `None`, with nothing done, when it is not as usual.
#[inline(always)]
pub(crate) fn step_into<'c, 's>(
    interp: &mut Interp,
    (frames, stack, handled): (&mut Vec<Frame>, &'s mut [Value], &mut Value),
    store: &'c CodeStore,
    id: GeneratorId,
    (base, on_return): (u32, OnReturn),
) -> Option<Entered<'c, 's>> {
    let object = &mut interp.heap.generators[id];
    // With a window that begins at its first local: `sp` is the number of its values.
    let is_usual = object.state == GeneratorState::Suspended && object.frame.window == 0;
    if !is_usual || frames.len() > interp.recursion_limit {
        return None;
    }
    let code = store.find(object.frame.code)?;
    let mut cursor = Cursor::new(stack, base as usize, object.frame.pc as usize, object.frame.sp as u8)?;
    if !object.stack.restore_few(cursor.window) {
        return None;
    }
    // The value of its `yield`.
    cursor.push(Value::None);
    object.state = GeneratorState::Running;
    enter_handled(object, handled);
    let sp = base + u32::from(cursor.sp);
    frames.push(Frame { window: base, sp, base, generator: id.0 as u32, on_return, ..object.frame });
    Some(Entered { code, start: base, cursor })
}

/// The counterpart: the generator on top, whose cursor stands at `pc` and `sp`, gives `value` to the frame below. `None`,
/// with nothing done, when that one wants more than the value.
#[inline(always)]
pub(crate) fn step_out<'c, 's>(
    interp: &mut Interp,
    (frames, stack, handled): (&mut Vec<Frame>, &'s mut [Value], &mut Value),
    store: &'c CodeStore,
    (pc, sp): (usize, u8),
    value: Value,
) -> Option<Entered<'c, 's>> {
    let &Frame { generator, base, window, on_return, .. } = frames.last()?;
    match on_return {
        OnReturn::ForIter | OnReturn::Push | OnReturn::Send => {}
        OnReturn::Native if !schedule::has_news(interp) => {}
        _ => return None,
    }
    let object = &mut interp.heap.generators[GeneratorId(generator.into())];
    if object.frame.window != 0 || !object.stack.save_few(stack.get(window as usize..)?, sp) {
        return None;
    }
    // If this fails, `yield_value` saves them once more.
    let mut asker = enter::caller((frames, stack), store, base)?;
    asker.cursor.push(value);
    object.frame.pc = pc as u32;
    object.frame.sp = sp.into();
    object.state = GeneratorState::Suspended;
    leave_handled(object, handled);
    Some(asker)
}

/// The generator on top feeds a native: whether that has taken `value`, and the generator is to go on at once.
#[inline(always)]
pub(crate) fn feed(interp: &mut Interp, ts: &mut ThreadState, value: Value) -> bool {
    match ts.frames.last() {
        Some(&Frame { base, on_return: OnReturn::Consume(consumer), .. }) => {
            (consumer == Consumer::Sum && consume::add_int(ts, base, value))
                || consume::take(interp, ts, consumer, base, value)
        }
        _ => false,
    }
}

/// Put the generator's frame on the stack.
fn enter(interp: &mut Interp, ts: &mut ThreadState, id: GeneratorId, base: u32, on_return: OnReturn) {
    let start = ts.sp().max(base as usize);
    let object = &mut interp.heap.generators[id];
    object.state = GeneratorState::Running;
    let mut frame = object.frame;
    enter_handled(object, &mut ts.handled);
    frame.window += start as u32;
    frame.sp += start as u32;
    frame.base = base;
    frame.on_return = on_return;
    frame.generator = id.0 as u32;
    let needed = frame.window as usize + WINDOW;
    if ts.stack.len() < needed {
        ts.stack.resize(needed + WINDOW, Value::Null);
    }
    object.stack.restore(&mut ts.stack[start..]);
    ts.frames.push(frame);
}

/// `YIELD_VALUE` where `step_out` does not apply: the frame goes back into its generator, the value to whoever let it go on.
pub(crate) fn yield_value(interp: &mut Interp, ts: &mut ThreadState) -> Result<(), Trap> {
    let value = ts.pop();
    let Some(mut frame) = ts.frames.pop() else { return Ok(()) };
    let (base, on_return) = (frame.base, frame.on_return);
    let id = GeneratorId(frame.generator.into());
    let start = frame.window - interp.code.get(frame.code).shift;
    let object = &mut interp.heap.generators[id];
    object.stack.save(&ts.stack[start as usize..], (frame.sp - start) as usize);
    frame.window -= start;
    frame.sp -= start;
    object.frame = frame;
    object.state = GeneratorState::Suspended;
    leave_handled(object, &mut ts.handled);
    deliver::deliver(interp, ts, base, on_return, value)
}

/// While it runs, a generator keeps the exception that whoever let it run was handling.
#[inline(always)]
fn enter_handled(object: &mut GeneratorObject, handled: &mut Value) {
    if object.handled.is_none() {
        object.handled = *handled;
    } else {
        std::mem::swap(&mut object.handled, handled);
    }
}

/// Give the caller back the exception that it was handling; keep the generator's own.
#[inline(always)]
fn leave_handled(object: &mut GeneratorObject, handled: &mut Value) {
    if object.handled.is_none() && handled.is_none() {
        return;
    }
    let outer = std::mem::replace(&mut object.handled, Value::None);
    if *handled != outer {
        object.handled = *handled;
        *handled = outer;
    }
}

/// The generator's frame is gone for good.
pub(crate) fn ended(interp: &mut Interp, ts: &mut ThreadState, generator: u32) {
    let object = &mut interp.heap.generators[GeneratorId(generator.into())];
    object.state = GeneratorState::Finished;
    object.stack.clear();
    ts.handled = std::mem::replace(&mut object.handled, Value::None);
}

/// A generator's function has returned `value`; its frame has been popped.
pub(crate) fn finished(interp: &mut Interp, ts: &mut ThreadState, frame: Frame, value: Value) -> Result<(), Trap> {
    ended(interp, ts, frame.generator);
    ts.set_sp(frame.base as usize);
    exhausted(interp, ts, frame.on_return, value)
}

/// An iterator has no more values: what that means to whoever asked.
fn exhausted(interp: &mut Interp, ts: &mut ThreadState, on_return: OnReturn, value: Value) -> Result<(), Trap> {
    match on_return {
        OnReturn::ForIter => {
            end_loop(interp, ts);
            Ok(())
        }
        OnReturn::Send => {
            end_send(interp, ts, value);
            Ok(())
        }
        OnReturn::Consume(consumer) => consume::finish(interp, ts, consumer),
        _ => Err(interp.stop_iteration(value)),
    }
}

/// The target of the jump in the instruction that the top frame has just run.
fn jump_target(interp: &Interp, ts: &ThreadState, op: Opcode) -> Option<u32> {
    let frame = ts.frames.last()?;
    let instruction = interp.code.get(frame.code).code.instructions.get(frame.pc as usize - 1)?;
    (instruction.op == op).then_some(instruction.arg)
}

/// The top frame's `FOR_ITER` finds its iterator exhausted.
pub(crate) fn end_loop(interp: &Interp, ts: &mut ThreadState) {
    let target = jump_target(interp, ts, Opcode::ForIter);
    if let (Some(target), Some(top)) = (target, ts.frames.last_mut()) {
        top.pc = target + 1;
    }
}

/// The top frame's `SEND` finds its iterator exhausted, with this result.
pub(crate) fn end_send(interp: &Interp, ts: &mut ThreadState, value: Value) {
    let target = jump_target(interp, ts, Opcode::Send);
    if let (Some(target), Some(top)) = (target, ts.frames.last_mut()) {
        top.pc = target;
    }
    ts.push(value);
}

/// `FOR_ITER` over a generator or an object with a `__next__`.
pub(crate) fn for_iter(interp: &mut Interp, ts: &mut ThreadState) -> Result<(), Trap> {
    let iterator = ts.top(1);
    if let Value::Generator(id) = iterator {
        let base = ts.sp() as u32;
        return resume(interp, ts, id, Value::None, base, OnReturn::ForIter);
    }
    if let Value::Opaque(id) = iterator
        && let Some(line) = interp.next_plain_line(id)
    {
        ts.push(line);
        return Ok(());
    }
    match interp.lookup(interp.class_of(iterator), Symbol::NEXT) {
        Some(method) => {
            let sp = ts.sp();
            match call::start_method(interp, ts, method, &[iterator], OnReturn::ForIter) {
                Err(Trap::Raise(exception)) if interp.is_stop(exception) => {
                    ts.set_sp(sp);
                    end_loop(interp, ts);
                    Ok(())
                }
                other => other,
            }
        }
        None => {
            let message = format!("'{}' object is not an iterator", interp.type_name(iterator));
            Err(interp.type_error(message))
        }
    }
}

/// `GET_YIELD_FROM_ITER`.
pub(crate) fn get_yield_from_iter(interp: &mut Interp, ts: &mut ThreadState) -> Result<(), Trap> {
    match ts.top(1) {
        Value::Generator(_) => Ok(()),
        _ => operator::get_iter(interp, ts),
    }
}

/// A native iterator gave no item: perhaps it wants a call whose result is the item.
pub(crate) fn iter_trap(interp: &mut Interp, ts: &mut ThreadState, trap: Trap) -> Result<(), Trap> {
    let Trap::Call(request) = trap else { return Err(trap) };
    let sp = ts.sp();
    match call::start_keywords(interp, ts, *request, OnReturn::ForIter) {
        Err(Trap::Raise(exception)) if interp.is_stop(exception) => {
            ts.set_sp(sp);
            end_loop(interp, ts);
            Ok(())
        }
        other => other,
    }
}

/// `SEND`: the value on top goes into the sub-iterator below it.
pub(crate) fn send(interp: &mut Interp, ts: &mut ThreadState) -> Result<(), Trap> {
    let (iterator, value) = (ts.top(2), ts.top(1));
    let base = ts.sp() as u32 - 1;
    match iterator {
        Value::Generator(id) => resume(interp, ts, id, value, base, OnReturn::Send),
        Value::Iter(id) if value.is_none() => {
            ts.set_sp(base as usize);
            match crate::iteration::iter_next(interp, id) {
                Ok(Some(item)) => ts.push(item),
                Ok(None) => end_send(interp, ts, Value::None),
                Err(Trap::Call(request)) => return call::start_keywords(interp, ts, *request, OnReturn::Send),
                Err(trap) => return Err(trap),
            }
            Ok(())
        }
        _ => {
            ts.set_sp(base as usize);
            let class = interp.class_of(iterator);
            let (name, args): (_, &[Value]) =
                if value.is_none() { (Symbol::NEXT, &[iterator]) } else { (Symbol::SEND, &[iterator, value]) };
            match interp.lookup(class, name) {
                Some(method) => send_to_method(interp, ts, method, args),
                None => {
                    let name = interp.symbols.intern(if value.is_none() { "__next__" } else { "send" });
                    Err(interp.attribute_error(iterator, name))
                }
            }
        }
    }
}

fn send_to_method(interp: &mut Interp, ts: &mut ThreadState, method: Value, args: &[Value]) -> Result<(), Trap> {
    let sp = ts.sp();
    match call::start_method(interp, ts, method, args, OnReturn::Send) {
        Err(Trap::Raise(exception)) if interp.is_stop(exception) => {
            ts.set_sp(sp);
            let value = interp.stop_value(exception);
            end_send(interp, ts, value);
            Ok(())
        }
        other => other,
    }
}

/// `CLEANUP_THROW`: operands sub-iterator, last sent value, exception.
pub(crate) fn cleanup_throw(interp: &mut Interp, ts: &mut ThreadState) -> Result<(), Trap> {
    let Value::Exception(exception) = ts.top(1) else { return Ok(()) };
    if !interp.is_stop(exception) {
        return Err(Trap::Raise(exception));
    }
    let value = interp.stop_value(exception);
    ts.pop_many(3);
    ts.push(Value::None);
    ts.push(value);
    Ok(())
}

impl Interp {
    /// Whether it is a StopIteration.
    pub(crate) fn is_stop(&self, exception: ExceptionId) -> bool {
        self.is_subclass(self.heap.exceptions[exception].class, STOP_ITERATION)
    }

    /// What a suspended generator delegates to by `yield from`.
    pub(crate) fn delegate(&self, id: GeneratorId) -> Option<Value> {
        let object = &self.heap.generators[id];
        if object.state != GeneratorState::Suspended {
            return None;
        }
        let code = &self.code.get(object.frame.code).code;
        let resumed = code.instructions.get(object.frame.pc as usize)?;
        let is_delegating = resumed.op == Opcode::Resume && resumed.arg & 3 == 2;
        if is_delegating { object.stack.values().last().copied() } else { None }
    }
}

/// Raise `exception` inside a generator, where it stopped.
pub(crate) fn throw(
    interp: &mut Interp,
    ts: &mut ThreadState,
    id: GeneratorId,
    exception: ExceptionId,
    on_return: OnReturn,
) -> Result<(), Trap> {
    match interp.heap.generators[id].state {
        GeneratorState::Running => Err(interp.value_error("generator already executing")),
        GeneratorState::Created => {
            let object = &mut interp.heap.generators[id];
            object.state = GeneratorState::Finished;
            object.stack.clear();
            Err(Trap::Raise(exception))
        }
        GeneratorState::Finished => Err(Trap::Raise(exception)),
        GeneratorState::Suspended => {
            let base = ts.sp() as u32;
            enter(interp, ts, id, base, on_return);
            Err(Trap::Raise(exception))
        }
    }
}
