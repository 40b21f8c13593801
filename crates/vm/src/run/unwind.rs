//! Exceptions on their way: to a handler, or out of the frame.

use crate::exceptions::{BASE_EXCEPTION, NAME_ERROR, STOP_ITERATION};
use crate::exit::{Exit, WaitReason};
use crate::frame::{NOTHING, OnReturn};
use crate::heap::mortal::Cause;
use crate::interp::Interp;
use crate::native::Trap;
use crate::object::TracebackEntry;
use crate::run::{Flow, deliver, drops, generator};
use crate::symbol::Symbol;
use crate::thread_state::{Pending, ThreadState};
use crate::value::*;
use std::sync::Arc;

/// A cold path has ended with a trap: unwind, or leave to the driver.
pub(crate) fn trapped(interp: &mut Interp, ts: &mut ThreadState, trap: Trap) -> Result<(), Flow> {
    match trap {
        Trap::Raise(exception) => raise(interp, ts, exception),
        Trap::Block(_) => Err(Flow::Exit(interp.block_exit(ts))),
        Trap::Io(request) => {
            let (work, pending) = request.split();
            ts.pending = pending;
            Err(Flow::Exit(Exit::Io(work)))
        }
        Trap::Spawn(thread, value) => {
            ts.pending = Pending::Push(value);
            Err(Flow::Exit(Exit::Spawn(thread)))
        }
        Trap::Process(call) => {
            ts.pending = Pending::Push(Value::Int(0));
            Err(Flow::Exit(Exit::Process(call)))
        }
        Trap::Yield(value) => {
            ts.pending = Pending::Push(value);
            Err(Flow::Exit(Exit::Yield))
        }
        Trap::Collect(all) => collect(interp, ts, all),
        Trap::Reload => Err(Flow::Reload),
        Trap::Switch => Err(Flow::Exit(Exit::Switch)),
        Trap::Defer | Trap::Call(_) | Trap::Resume(..) | Trap::Throw(..) => {
            let trap =
                interp.raise(crate::exceptions::SYSTEM_ERROR, "native code asked for script code where none can run");
            match trap {
                Trap::Raise(exception) => raise(interp, ts, exception),
                _ => Ok(()),
            }
        }
    }
}

/// A native has asked for a collection.
fn collect(interp: &mut Interp, ts: &mut ThreadState, all: bool) -> Result<(), Flow> {
    let cause = if all { Cause::Asked } else { Cause::Dropped(Vec::new()) };
    let found = interp.collect(ts, &cause);
    let delivered = interp.resume_with(ts, Value::Int(found as i64));
    interp.run_errands(ts);
    match delivered {
        Err(trap) => trapped(interp, ts, trap),
        Ok(()) => Ok(()),
    }
}

/// A new exception is raised at the last instruction of the top frame.
fn raise(interp: &mut Interp, ts: &mut ThreadState, exception: ExceptionId) -> Result<(), Flow> {
    set_context(interp, ts.handled, exception);
    if interp.heap.exceptions[exception].class == NAME_ERROR {
        remember_self(interp, ts, exception);
    }
    unwind(interp, ts, exception, true)
}

/// Leave the `self` of the function that does not know a name with its NameError: the name may be an attribute of it.
fn remember_self(interp: &mut Interp, ts: &ThreadState, exception: ExceptionId) {
    let Some(frame) = ts.frames.last() else { return };
    let Some(linked) = interp.code.find(frame.code) else { return };
    let place = linked.code.locals.iter().position(|name| &**name == "self");
    let is_new = interp.heap.exceptions[exception].traceback.is_empty();
    if let (true, true, Some(place)) = (is_new, linked.code.flags.optimized, place) {
        let value = match ts.stack[frame.local(linked, place as u32)] {
            Value::Cell(cell) => interp.heap.cells[cell].content,
            value => value,
        };
        if !value.is_null() {
            interp.set_exception_attribute(exception, Symbol::SELF, value);
        }
    }
}

/// `RERAISE`: the exception goes on as if it had not been caught: no new line in its traceback.
pub(crate) fn reraise(interp: &mut Interp, ts: &mut ThreadState, exception: Value) -> Result<(), Flow> {
    match exception {
        Value::Exception(id) => unwind(interp, ts, id, false),
        _ => Ok(()),
    }
}

/// `__context__` is what was being handled (CPython: `_PyErr_SetObject`), without making a cycle.
fn set_context(interp: &mut Interp, handled: Value, exception: ExceptionId) {
    let Value::Exception(context) = handled else { return };
    if context == exception {
        return;
    }
    let mut link = context;
    while let Value::Exception(next) = interp.heap.exceptions[link].context {
        if next == exception {
            interp.heap.exceptions[link].context = Value::None;
            break;
        }
        link = next;
    }
    interp.heap.exceptions[exception].context = handled;
}

/// Find the handler, popping frames. `here`: whether the top frame adds itself to the traceback.
fn unwind(interp: &mut Interp, ts: &mut ThreadState, exception: ExceptionId, mut here: bool) -> Result<(), Flow> {
    let store = Arc::clone(&interp.code);
    loop {
        let Some(&frame) = ts.frames.last() else {
            ts.finished = true;
            return Err(Flow::Exit(Exit::Finished(Err(exception))));
        };
        let Some(linked) = store.find(frame.code) else { return Err(Flow::Reload) };
        let at = frame.pc.saturating_sub(1);
        if here && !linked.code.flags.hidden {
            let entry = TracebackEntry { code: frame.code, instruction: at };
            interp.heap.exceptions[exception].traceback.push(entry);
        }
        here = true;
        if let Some(handler) = find_handler(&linked.code.exception_table, at) {
            let locals = frame.window as usize + linked.locals as usize - linked.shift as usize;
            ts.set_sp(locals + handler.depth as usize);
            if handler.push_lasti {
                ts.push(Value::Int(at.into()));
            }
            ts.push(Value::Exception(exception));
            if let Some(top) = ts.frames.last_mut() {
                top.pc = handler.target;
            }
            return Ok(());
        }
        if leave(interp, ts, exception)? {
            return Ok(());
        }
    }
}

fn find_handler(table: &[gilscope_bytecode::ExceptionRange], at: u32) -> Option<gilscope_bytecode::ExceptionRange> {
    let index = table.partition_point(|range| range.start <= at);
    table[..index].last().copied().filter(|range| at < range.end)
}

/// Pop the top frame. True when its caller takes the exception for the end of an iteration and goes on.
fn leave(interp: &mut Interp, ts: &mut ThreadState, exception: ExceptionId) -> Result<bool, Flow> {
    let Some(frame) = ts.frames.pop() else { return Ok(false) };
    if interp.heap.is_minding {
        let values = ts.stack.get(frame.base as usize..frame.sp as usize).unwrap_or_default();
        drops::unwound(interp, values, exception);
    }
    if frame.generator != NOTHING {
        generator::ended(interp, ts, frame.generator);
    }
    if ts.frames.is_empty() {
        return Ok(false);
    }
    ts.set_sp(frame.base as usize);
    let is_end = interp.is_subclass(interp.heap.exceptions[exception].class, STOP_ITERATION);
    match frame.on_return {
        OnReturn::ForIter if is_end && frame.generator == NOTHING => {
            generator::end_loop(interp, ts);
            Ok(true)
        }
        OnReturn::Send if is_end && frame.generator == NOTHING => {
            let value = interp.stop_value(exception);
            generator::end_send(interp, ts, value);
            Ok(true)
        }
        _ => Ok(false),
    }
}

impl Interp {
    /// The driver's view of what `ts` is blocked on.
    pub(crate) fn block_exit(&self, ts: &ThreadState) -> Exit {
        use crate::exit::Wait;
        match &ts.wait {
            Some(Wait::Lock { lock, deadline }) => Exit::Block { reason: WaitReason::Lock(*lock), deadline: *deadline },
            Some(Wait::Sleep { until }) => Exit::Block { reason: WaitReason::Sleep, deadline: Some(*until) },
            Some(Wait::Join { thread, deadline }) => {
                Exit::Block { reason: WaitReason::Join(*thread), deadline: *deadline }
            }
            Some(Wait::Start { thread }) => Exit::Block { reason: WaitReason::Start(*thread), deadline: None },
            Some(Wait::Handed { lock, deadline, .. }) => {
                Exit::Block { reason: WaitReason::Lock(*lock), deadline: *deadline }
            }
            Some(Wait::Resume) | None => Exit::Yield,
        }
    }

    /// The value of a StopIteration.
    pub(crate) fn stop_value(&self, exception: ExceptionId) -> Value {
        match self.heap.exceptions[exception].args {
            Value::Tuple(args) => self.heap.tuple(args).first().copied().unwrap_or(Value::None),
            _ => Value::None,
        }
    }

    /// Whether `value` is an exception class.
    pub(crate) fn is_exception_class(&self, value: Value) -> Option<ClassId> {
        match value {
            Value::Class(id) if self.is_subclass(id, BASE_EXCEPTION) => Some(id),
            _ => None,
        }
    }
}

/// What is left to do when a blocked thread gets the GIL again.
impl Interp {
    /// Decide what the thread waited for. `Some` exit: it must wait on.
    #[inline(never)]
    pub(crate) fn go_on(&mut self, ts: &mut ThreadState) -> Result<Option<Exit>, Trap> {
        if !self.is_recording() {
            return self.resume(ts);
        }
        self.begin_located(ts, &[]);
        let result = self.resume(ts);
        self.end_located(ts.id);
        result
    }

    fn resume(&mut self, ts: &mut ThreadState) -> Result<Option<Exit>, Trap> {
        if let Some(Value::Exception(id)) = ts.injected.take() {
            self.give_up_wait(ts);
            ts.pending = Pending::Nothing;
            return Err(Trap::Raise(id));
        }
        if ts.id.is_main() && (ts.wait.is_some()) && self.host.take_interrupt() {
            self.give_up_wait(ts);
            return Err(self.raise_with(crate::exceptions::KEYBOARD_INTERRUPT, &[]));
        }
        if ts.wait.is_some() {
            return match self.wait_result(ts) {
                Some(value) => {
                    ts.wait = None;
                    self.resume_with(ts, value)?;
                    Ok(None)
                }
                None => Ok(Some(self.block_exit(ts))),
            };
        }
        match std::mem::take(&mut ts.pending) {
            Pending::Nothing => {}
            Pending::Push(value) => self.resume_with(ts, value)?,
            Pending::Io { then, state, reply } => {
                let reply = reply.unwrap_or(crate::exit::Reply::Done);
                let value = match then(self, state, reply) {
                    Ok(value) => value,
                    Err(Trap::Io(request)) => {
                        let (work, pending) = request.split();
                        ts.pending = pending;
                        return Ok(Some(Exit::Io(work)));
                    }
                    Err(Trap::Call(request)) => {
                        let on_resume = std::mem::take(&mut ts.on_resume);
                        crate::run::call::start_keywords(self, ts, *request, on_resume)?;
                        return Ok(None);
                    }
                    Err(trap) => return self.failed_with(ts, trap),
                };
                self.resume_with(ts, value)?;
            }
        }
        Ok(None)
    }

    /// What the thread was blocked in raises; the end of an iteration ends a `for` loop.
    fn failed_with(&mut self, ts: &mut ThreadState, trap: Trap) -> Result<Option<Exit>, Trap> {
        let on_resume = std::mem::take(&mut ts.on_resume);
        match (on_resume, &trap) {
            (OnReturn::ForIter, Trap::Raise(exception)) if self.is_stop(*exception) => {
                generator::end_loop(self, ts);
                Ok(None)
            }
            _ => Err(trap),
        }
    }

    fn resume_with(&mut self, ts: &mut ThreadState, value: Value) -> Result<(), Trap> {
        let base = ts.sp() as u32;
        let on_resume = std::mem::take(&mut ts.on_resume);
        deliver::deliver(self, ts, base, on_resume, value)
    }
}
