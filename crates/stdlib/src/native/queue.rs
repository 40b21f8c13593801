//! `_queue`: the exception of an empty queue.

use gilscope_vm::exceptions::EXCEPTION;
use gilscope_vm::object::Layout;
use gilscope_vm::value::ModuleId;
use gilscope_vm::{Interp, Value};

pub(crate) fn init(interp: &mut Interp) -> ModuleId {
    let module = interp.add_module("_queue", &[]);
    let class = interp.add_builtin_class("Empty", "_queue", EXCEPTION, Layout::Exception, true);
    interp.set_global(module, "Empty", Value::Class(class));
    module
}
