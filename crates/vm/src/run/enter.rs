//! Frames pushed in the usual cases: the run loop goes on in them at once.

use crate::code_store::{CodeStore, LinkedCode};
use crate::frame::{Frame, NOTHING, OnReturn};
use crate::interp::Interp;
use crate::run::cursor::Cursor;
use crate::symbol::Symbol;
use crate::value::*;

/// The frames and the values of the thread, which a cursor borrows apart from each other.
pub(crate) type Parts<'t, 's> = (&'t mut Vec<Frame>, &'s mut [Value]);

/// A frame that has been pushed.
pub(crate) struct Entered<'c, 's> {
    pub code: &'c LinkedCode,
    /// Of its window, in the value stack.
    pub start: u32,
    pub cursor: Cursor<'s>,
}

/// Push a frame for a bound method called at `base`, or for the `__init__` of a class. `None`, with nothing done but a
/// method taken apart, when that is not the usual case. The frame that calls has been saved.
#[inline]
pub(crate) fn call<'c, 's>(
    interp: &mut Interp,
    (frames, stack): Parts<'_, 's>,
    store: &'c CodeStore,
    base: u32,
    argc: u8,
) -> Option<Entered<'c, 's>> {
    match stack[base as usize] {
        Value::Class(id) => init(interp, (frames, stack), store, id, base, argc),
        Value::Method(_) => {
            let id = unbind(interp, stack, base)?;
            simple(interp, (frames, stack), store, id, base, (argc, true))
        }
        _ => None,
    }
}

/// A bound method called at `base` becomes its function and its self.
#[inline]
fn unbind(interp: &Interp, stack: &mut [Value], base: u32) -> Option<FunctionId> {
    let at = base as usize;
    let (Value::Method(id), Value::Null) = (stack[at], stack[at + 1]) else { return None };
    let method = &interp.heap.methods[id];
    let Value::Function(function) = method.function else { return None };
    (stack[at], stack[at + 1]) = (method.function, method.receiver);
    Some(function)
}

/// Push a frame for a function that takes its arguments just as they are: callable, self or `Null`, and `argc` arguments
/// stand at `base`. `None`, with nothing done, when it does not. The frame that calls has been saved.
#[inline(always)]
pub(crate) fn simple<'c, 's>(
    interp: &Interp,
    parts: Parts<'_, 's>,
    store: &'c CodeStore,
    id: FunctionId,
    base: u32,
    (argc, has_self): (u8, bool),
) -> Option<Entered<'c, 's>> {
    let start = base + 2 - u32::from(has_self);
    function(interp, parts, store, id, (base, start), (u32::from(argc) + u32::from(has_self), OnReturn::Push))
}

/// The same for `count` arguments that stand at `start`.
#[inline(always)]
pub(crate) fn function<'c, 's>(
    interp: &Interp,
    (frames, stack): Parts<'_, 's>,
    store: &'c CodeStore,
    id: FunctionId,
    (base, start): (u32, u32),
    (count, on_return): (u32, OnReturn),
) -> Option<Entered<'c, 's>> {
    let arguments = stack.get_mut(start as usize..)?;
    push(interp, (frames, arguments), store, id, (base, start), (count, on_return))
}

/// The same where the values are given from the first argument on.
#[inline(always)]
fn push<'c, 's>(
    interp: &Interp,
    (frames, arguments): Parts<'_, 's>,
    store: &'c CodeStore,
    id: FunctionId,
    (base, start): (u32, u32),
    (count, on_return): (u32, OnReturn),
) -> Option<Entered<'c, 's>> {
    let code_id = interp.heap.functions[id].code;
    let code = store.find(code_id)?;
    if code.simple_args != count || frames.len() > interp.recursion_limit {
        return None;
    }
    let cursor = Cursor::new(arguments, 0, 0, code.locals as u8)?;
    for local in count..code.locals {
        cursor.window[local as u8 as usize] = Value::Null;
    }
    frames.push(Frame {
        code: code_id,
        pc: 0,
        window: start,
        sp: start + code.locals,
        base,
        function: id.0 as u32,
        generator: NOTHING,
        on_return,
    });
    Some(Entered { code, start, cursor })
}

/// Pop the top frame and go on in the one below, whose operands end at `place`. `None`, with nothing done, where there is
/// none, or its code is not in this store.
#[inline(always)]
pub(crate) fn caller<'c, 's>(
    (frames, stack): Parts<'_, 's>,
    store: &'c CodeStore,
    place: u32,
) -> Option<Entered<'c, 's>> {
    let [.., caller, _] = &frames[..] else { return None };
    let code = store.find(caller.code)?;
    let start = caller.window;
    let cursor = Cursor::new(stack, start as usize, caller.pc as usize, place.wrapping_sub(start) as u8)?;
    frames.pop();
    Some(Entered { code, start, cursor })
}

/// Make an instance of a script's class and push a frame for its `__init__`, in the usual case; `None`, with nothing
/// done, in any other.
#[inline]
fn init<'c, 's>(
    interp: &mut Interp,
    (frames, stack): Parts<'_, 's>,
    store: &'c CodeStore,
    id: ClassId,
    base: u32,
    argc: u8,
) -> Option<Entered<'c, 's>> {
    let object = &interp.heap.classes[id];
    let at = base as usize;
    if !object.flags.plain || object.metaclass != crate::types::TYPE || !stack[at + 1].is_null() {
        return None;
    }
    let Some(Value::Function(init)) = interp.lookup(id, Symbol::INIT) else { return None };
    let (below, arguments) = stack.split_at_mut(at + 1);
    let count = u32::from(argc) + 1;
    let entered = push(interp, (frames, arguments), store, init, (base, base + 1), (count, OnReturn::Init))?;
    // What `push` does not look at.
    let value = interp.new_plain_instance(id);
    below[at] = value;
    entered.cursor.window[0] = value;
    Some(entered)
}
