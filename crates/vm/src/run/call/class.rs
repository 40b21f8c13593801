//! Calls of classes: an instance is made, and its `__init__` called.

use super::{Keywords, call_with, function, replace_callee};
use crate::frame::OnReturn;
use crate::interp::Interp;
use crate::native::Trap;
use crate::object::Layout;
use crate::run::deliver;
use crate::symbol::Symbol;
use crate::thread_state::ThreadState;
use crate::value::*;

/// Make an instance: `C(...)`.
#[inline(never)] // As `bound_native`.
pub(super) fn class(
    interp: &mut Interp,
    ts: &mut ThreadState,
    base: u32,
    id: ClassId,
    keywords: Keywords,
    on_return: OnReturn,
) -> Result<(), Trap> {
    let object = &interp.heap.classes[id];
    if object.flags.scripted && object.layout == Layout::Object && !object.flags.custom_new {
        if object.metaclass != crate::types::TYPE && has_call(interp, object.metaclass) {
            return metaclass_call(interp, ts, base, id, keywords, on_return);
        }
        if !object.flags.is_abstract {
            return instance(interp, ts, base, id, keywords, on_return);
        }
    }
    crate::builtins::class::call_class(interp, ts, base, id, keywords, on_return)
}

/// Whether a script's metaclass defines `__call__`.
pub(crate) fn has_call(interp: &Interp, meta: ClassId) -> bool {
    matches!(interp.lookup(meta, Symbol::CALL), Some(Value::Function(_)))
}

/// A script's metaclass defines `__call__`.
pub(crate) fn metaclass_call(
    interp: &mut Interp,
    ts: &mut ThreadState,
    base: u32,
    id: ClassId,
    keywords: Keywords,
    on_return: OnReturn,
) -> Result<(), Trap> {
    let meta = interp.heap.classes[id].metaclass;
    let method = interp.lookup(meta, Symbol::CALL).unwrap_or(Value::None);
    replace_callee(ts, base as usize, method, Some(Value::Class(id)));
    call_with(interp, ts, base, keywords, on_return)
}

/// A plain object of a script's class, with its `__init__`.
fn instance(
    interp: &mut Interp,
    ts: &mut ThreadState,
    base: u32,
    id: ClassId,
    keywords: Keywords,
    on_return: OnReturn,
) -> Result<(), Trap> {
    let at = base as usize;
    let value = interp.new_instance(id);
    let init = interp.lookup(id, Symbol::INIT);
    if ts.stack[at + 1].is_null() && matches!(on_return, OnReturn::Push | OnReturn::Native) {
        match init {
            Some(Value::Function(function_id)) => {
                ts.stack[at] = value;
                ts.stack[at + 1] = value;
                return function(interp, ts, base, function_id, keywords, OnReturn::Init);
            }
            Some(Value::Native(_)) | None if ts.sp() == at + 2 => {
                return deliver::deliver(interp, ts, base, on_return, value);
            }
            _ => {}
        }
    }
    crate::builtins::class::call_class(interp, ts, base, id, keywords, on_return)
}
