//! What is to be done in script code since objects have died: `__del__`, and the callbacks of weak references.
//!
//! The thread that finds errands calls a function of the hidden library on top of what it does, which takes them off the
//! list one by one. Another thread may help when this one gives way meanwhile.

use crate::frame::OnReturn;
use crate::heap::mortal::Errand;
use crate::interp::Interp;
use crate::native::{CallRequest, NativeResult, Trap};
use crate::run::call;
use crate::symbol::Symbol;
use crate::thread_state::ThreadState;
use crate::value::*;

impl Interp {
    /// If there are errands, let the thread run them before it goes on. Its top frame has been saved.
    pub(crate) fn run_errands(&mut self, ts: &mut ThreadState) {
        if !self.heap.mortals.has_errands() {
            return;
        }
        // Where the stack has no room for it, the errands wait for the next collection.
        if let Ok(callee) = self.twin("errands", "run") {
            let request = CallRequest { callee, args: Vec::new(), keywords: Vec::new() };
            let _ = call::start_keywords(self, ts, request, OnReturn::Discard);
        }
    }

    /// The next errand for the hidden library: a function and its argument, or `None` twice when it is to collect; `None`
    /// when there is no more.
    pub fn next_errand(&mut self) -> NativeResult {
        while let Some(errand) = self.heap.mortals.next_errand() {
            let pair = match errand {
                Errand::Recollect => [Value::None, Value::None],
                Errand::Notify { callback, reference } => [callback, reference],
                Errand::Finalize(value) => match self.lookup(self.class_of(value), Symbol::DEL) {
                    Some(function) => [function, value],
                    None => continue,
                },
            };
            return Ok(self.heap.new_tuple(&pair));
        }
        Ok(Value::None)
    }

    /// The main module is over: enter the errands of all objects that are left, unless threads go on with them. Whether
    /// there are any.
    pub(crate) fn end_objects(&mut self) -> bool {
        if self.threads.iter().any(|thread| !thread.finished && !thread.frames.is_empty()) {
            return false;
        }
        let Some(main) = self.find_module("__main__") else { return false };
        let module = &self.heap.modules[main];
        let slots = module.order.iter().filter_map(|name| module.slots.get(name));
        let roots: Vec<Value> = slots.filter_map(|&slot| self.globals.get(slot as usize).copied()).collect();
        self.heap.finalize_all(&roots);
        self.heap.mortals.has_errands()
    }

    /// Keep in mind whether `gc.enable()` or `gc.disable()` was called last.
    pub fn enable_collector(&mut self, is_enabled: bool) {
        self.heap.mortals.is_enabled = is_enabled;
    }

    /// How many objects the last collection kept for finalizers, whose turn comes at the next.
    pub fn kept_for_finalizers(&self) -> usize {
        self.heap.mortals.kept
    }

    /// Collect, for a native: see `Trap::Collect`.
    pub fn ask_to_collect(&self, all: bool) -> NativeResult {
        Err(Trap::Collect(all))
    }
}
