//! The with statement.

use crate::frame::OnReturn;
use crate::interp::Interp;
use crate::native::Trap;
use crate::object::Descriptor;
use crate::run::call;
use crate::symbol::Symbol;
use crate::thread_state::ThreadState;
use crate::value::*;

/// `BEFORE_WITH`: the context manager on top is replaced by its bound `__exit__`, then the result of `__enter__`.
#[inline(never)]
pub(crate) fn before_with(interp: &mut Interp, ts: &mut ThreadState) -> Result<(), Trap> {
    let manager = ts.top(1);
    let class = interp.class_of(manager);
    let Some(enter) = interp.lookup(class, Symbol::ENTER) else {
        return Err(interp.no_manager(manager, "__enter__"));
    };
    let Some(exit) = interp.lookup(class, Symbol::EXIT) else {
        return Err(interp.no_manager(manager, "__exit__"));
    };
    let exit = interp.bind_special(exit, manager);
    ts.set_top(1, exit);
    if let Some(value) = call::quick_with(interp, enter, manager) {
        ts.push(value);
        return Ok(());
    }
    call::start_method(interp, ts, enter, &[manager], OnReturn::Push)
}

/// `WITH_EXCEPT_START`: operands are `__exit__`, the last instruction, the exception handled before, the exception.
pub(crate) fn except_start(interp: &mut Interp, ts: &mut ThreadState) -> Result<(), Trap> {
    let (exit, exception) = (ts.top(4), ts.top(1));
    let class = Value::Class(interp.class_of(exception));
    let traceback = interp.traceback_of(exception);
    call::start(interp, ts, exit, &[class, exception, traceback], OnReturn::Push)
}

impl Interp {
    /// A special method bound to its object.
    pub(crate) fn bind_special(&mut self, method: Value, object: Value) -> Value {
        match method {
            Value::Function(_) | Value::Native(_) => self.heap.new_method(method, object),
            Value::Descriptor(id) => match self.heap.descriptors[id] {
                Descriptor::StaticMethod(function) => function,
                Descriptor::ClassMethod(function) => {
                    let class = Value::Class(self.class_of(object));
                    self.heap.new_method(function, class)
                }
                _ => method,
            },
            _ => method,
        }
    }

    /// `e.__traceback__`: `None` while it has no frames.
    pub fn traceback_of(&mut self, exception: Value) -> Value {
        let Value::Exception(id) = exception else { return Value::None };
        if self.heap.exceptions[id].traceback.is_empty() {
            return Value::None;
        }
        self.heap.new_wrapper(crate::object::Wrapper::Traceback { exception: id, start: 0 })
    }

    #[cold]
    fn no_manager(&mut self, manager: Value, missing: &str) -> Trap {
        let class = self.class_display(self.class_of(manager));
        let extra = if missing == "__exit__" { " (missed __exit__ method)" } else { "" };
        self.type_error(format!("'{class}' object does not support the context manager protocol{extra}"))
    }
}
