//! What an instruction is about to change: which variable, attribute or item, and to what.

use super::watch::Changed;
use crate::code_store::LinkedCode;
use crate::interp::Interp;
use crate::thread_state::ThreadState;
use crate::value::Value;
use gilscope_bytecode::Opcode;
use gilscope_trace::Scope;

/// So many bytes of a value are shown.
const ROOM: usize = 60;

/// What the new value of a thing is that is deleted.
const DELETED: &str = "(deleted)";

impl Interp {
    /// The change that the instruction at `pc` makes, if it does not raise. The thread's frame is saved.
    pub(super) fn change(&self, ts: &ThreadState, code: &LinkedCode, pc: usize) -> Option<Changed> {
        let instruction = *code.code.instructions.get(pc)?;
        let local = || code.code.locals.get(instruction.arg as usize).map(|name| name.to_string());
        let name = || code.code.names.get(instruction.arg as usize).map(|name| name.to_string());
        let names_are = if code.has_namespace { Scope::Local } else { Scope::Global };
        let shown = |depth: usize| self.glimpse(ts.top(depth), ROOM);
        let deleted = || DELETED.to_owned();
        Some(match instruction.op {
            Opcode::StoreFast | Opcode::StoreDeref => (Scope::Local, local()?, shown(1)),
            Opcode::DeleteFast | Opcode::DeleteDeref => (Scope::Local, local()?, deleted()),
            Opcode::StoreName => (names_are, name()?, shown(1)),
            Opcode::DeleteName => (names_are, name()?, deleted()),
            Opcode::StoreGlobal => (Scope::Global, name()?, shown(1)),
            Opcode::DeleteGlobal => (Scope::Global, name()?, deleted()),
            Opcode::StoreAttr => {
                (Scope::Attribute, format!("{}.{}", self.owner(ts, code, pc, 1, 1), name()?), shown(2))
            }
            Opcode::DeleteAttr => {
                (Scope::Attribute, format!("{}.{}", self.owner(ts, code, pc, 1, 1), name()?), deleted())
            }
            Opcode::StoreSubscr => (Scope::Item, self.item(ts, code, pc), shown(3)),
            Opcode::DeleteSubscr => (Scope::Item, self.item(ts, code, pc), deleted()),
            _ => return None,
        })
    }

    fn item(&self, ts: &ThreadState, code: &LinkedCode, pc: usize) -> String {
        format!("{}[{}]", self.owner(ts, code, pc, 2, 2), self.glimpse(ts.top(1), ROOM))
    }

    /// The variable that the operand `depth` from the top was loaded from, if it is the instruction `back` before this
    /// one that loaded it; otherwise the type of the operand.
    fn owner(&self, ts: &ThreadState, code: &LinkedCode, pc: usize, depth: usize, back: usize) -> String {
        let value = ts.top(depth);
        let loaded = pc.checked_sub(back).and_then(|at| code.code.instructions.get(at));
        // With another instruction in between, it is only certain if that one loads something, too.
        let between = code.code.instructions.get(pc + 1 - back..pc).unwrap_or_default();
        let name = match loaded {
            Some(load) if between.iter().all(|other| loads(other.op)) => match load.op {
                Opcode::LoadFast | Opcode::LoadFastCheck | Opcode::LoadDeref => code.code.locals.get(load.arg as usize),
                Opcode::LoadName => code.code.names.get(load.arg as usize),
                Opcode::LoadGlobal => code.code.names.get(load.arg as usize >> 1),
                _ => None,
            },
            _ => None,
        };
        match (name, value) {
            (Some(name), _) => name.to_string(),
            (None, Value::Class(class)) => self.heap.classes[class].name.to_string(),
            (None, Value::Module(module)) => self.heap.modules[module].name.to_string(),
            (None, _) => {
                let variable = self.local_with(ts, code, value).or_else(|| self.global_with(code, value));
                variable.unwrap_or_else(|| self.type_name(value).to_owned())
            }
        }
    }

    /// A global variable that is bound to this object.
    fn global_with(&self, code: &LinkedCode, value: Value) -> Option<String> {
        let mut globals = self.bound_globals(code.module).filter(|&(_, global)| global == value);
        globals.next().map(|(name, _)| name.to_owned())
    }

    /// A local variable of the thread's top frame that is bound to this object.
    fn local_with(&self, ts: &ThreadState, code: &LinkedCode, value: Value) -> Option<String> {
        let frame = ts.frames.last()?;
        let first = (frame.window as usize).checked_sub(code.shift as usize)?;
        let values = ts.stack.get(first..)?.iter();
        let mut locals = code.code.locals.iter().zip(values).filter(|&(_, &local)| local == value);
        locals.next().map(|(name, _)| name.to_string())
    }
}

fn loads(op: Opcode) -> bool {
    matches!(
        op,
        Opcode::LoadFast
            | Opcode::LoadFastCheck
            | Opcode::LoadDeref
            | Opcode::LoadName
            | Opcode::LoadGlobal
            | Opcode::LoadConst
    )
}
