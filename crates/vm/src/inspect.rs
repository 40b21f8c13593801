//! A stopped interpreter, seen from outside: where its threads are, and what they have in their hands.

use crate::frame::Frame;
use crate::interp::Interp;
use crate::symbol::Symbol;
use crate::thread_state::ThreadState;
use crate::value::{CodeId, InstanceId, ModuleId, Value};
use gilscope_bytecode::Code;
use gilscope_trace::ThreadId;
use std::sync::Arc;

/// One call in progress.
#[derive(Debug, Clone, Copy)]
pub struct FrameView<'i> {
    pub id: CodeId,
    pub code: &'i Arc<Code>,
    /// The module whose globals the code uses.
    pub module: ModuleId,
    /// The instruction that runs next; in a frame that waits for a call, the instruction that called.
    pub instruction: u32,
    /// By slot, as `Code::locals` names them; `Null` where unbound.
    pub locals: &'i [Value],
    /// What the instructions so far have left to be used by the next ones.
    pub operands: &'i [Value],
}

impl Interp {
    /// The script's frames of a thread, outermost first. Frames that stand in for native code are left out.
    pub fn frames(&self, thread: ThreadId) -> Vec<FrameView<'_>> {
        let Some(state) = self.threads.get(thread.0 as usize) else { return Vec::new() };
        let last = state.frames.len().saturating_sub(1);
        let waits = state.wait.is_some();
        let views = state.frames.iter().enumerate().map(|(i, frame)| self.view(state, frame, i < last || waits));
        views.flatten().filter(|view| !view.code.flags.hidden).collect()
    }

    fn view<'i>(&'i self, state: &'i ThreadState, frame: &Frame, is_in_call: bool) -> Option<FrameView<'i>> {
        let linked = self.code.find(frame.code)?;
        let first = (frame.window as usize).checked_sub(linked.shift as usize)?;
        let operands = first + linked.locals as usize;
        let end = (frame.sp as usize).min(state.stack.len()).max(operands);
        Some(FrameView {
            id: frame.code,
            code: &linked.code,
            module: linked.module,
            instruction: if is_in_call { frame.pc.saturating_sub(1) } else { frame.pc },
            locals: state.stack.get(first..operands).unwrap_or_default(),
            operands: state.stack.get(operands..end).unwrap_or_default(),
        })
    }

    /// The module of this name that was made first.
    pub fn module_named(&self, name: &str) -> Option<ModuleId> {
        let all = self.global_names.iter().map(|&(module, _)| module);
        all.into_iter().find(|&module| &*self.heap.modules[module].name == name)
    }

    /// The global names of a module and what they are bound to, in the order of their first use.
    pub fn bound_globals(&self, module: ModuleId) -> impl Iterator<Item = (&str, Value)> {
        let object = &self.heap.modules[module];
        object.order.iter().filter_map(|name| {
            let slot = *object.slots.get(name)?;
            let value = *self.globals.get(slot as usize)?;
            (!value.is_null()).then(|| (self.symbols.name(*name), value))
        })
    }

    /// Where the value of a module's global name is, if the name has ever been used.
    pub fn slot_of(&self, module: ModuleId, name: &str) -> Option<usize> {
        let name = self.symbols.find(name)?;
        self.heap.modules[module].slots.get(&name).map(|&slot| slot as usize)
    }

    /// One attribute of an instance, if it has it and not in a `__dict__` of its own.
    fn attribute_of(&self, instance: InstanceId, name: Symbol) -> Option<Value> {
        let object = &self.heap.instances[instance];
        let slot = self.shapes[object.shape].slot(name)?;
        Some(object.slot(slot as usize))
    }

    /// What `object.name` is if no script code decides that: an attribute of an instance or of its class, of a class, or a
    /// global of a module.
    pub fn attribute_seen(&self, object: Value, name: Symbol) -> Option<Value> {
        match object {
            Value::Instance(id) => {
                let own = self.attribute_of(id, name).filter(|value| !value.is_null());
                own.or_else(|| self.lookup(self.heap.instances[id].class, name))
            }
            Value::Class(id) => self.lookup(id, name),
            Value::Module(id) => {
                let slot = *self.heap.modules[id].slots.get(&name)?;
                self.globals.get(slot as usize).copied()
            }
            _ => None,
        }
    }

    /// What `container[key]` is if no script code decides that: an item of a list or a dict.
    pub fn item_seen(&self, container: Value, key: Value) -> Option<Value> {
        match (self.heap.payload(container), key) {
            (Value::List(id), Value::Int(index)) => {
                let items = &self.heap.lists[id].items;
                let index = if index < 0 { index.checked_add(i64::try_from(items.len()).ok()?)? } else { index };
                items.get(usize::try_from(index).ok()?).copied()
            }
            (Value::Dict(id), key) => {
                let hash = self.heap.hash_of(key, 0).ok()?;
                let dict = &self.heap.dicts[id];
                let position = dict.find(&self.heap, hash, key).ok()??;
                dict.entry(position).map(|entry| entry.value)
            }
            _ => None,
        }
    }

    /// A constant of a code object.
    pub fn constant_of(&self, code: CodeId, index: u32) -> Option<Value> {
        self.code.find(code)?.constants.get(index as usize).copied()
    }

    /// The attributes of an instance that are not in a `__dict__` of its own.
    pub fn attributes_of(&self, instance: InstanceId) -> Vec<(&str, Value)> {
        let object = &self.heap.instances[instance];
        let keys = &self.shapes[object.shape].keys;
        let named = keys.iter().enumerate().map(|(slot, &key)| (self.symbols.name(key), object.slot(slot)));
        named.filter(|(_, value)| !value.is_null()).collect()
    }
}
