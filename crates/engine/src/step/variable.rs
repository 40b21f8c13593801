//! The places where a running thread has read a shared value from: how they are found, looked into and called.

use super::access::{Origin, Target, loads};
use gilscope_bytecode::{Code, Constant, Instruction, Opcode};
use gilscope_vm::inspect::FrameView;
use gilscope_vm::value::{CellId, Value};
use gilscope_vm::{Interp, Symbol};

/// Keys are quoted in so many bytes.
const ROOM: usize = 20;

/// Where a shared value is.
#[derive(Debug, Clone, Copy)]
pub(super) enum Variable {
    Global(usize),
    Cell(CellId),
    Attribute(Value, Symbol),
    Item(Value, Value),
}

impl Variable {
    /// What a frame reads and writes there.
    pub(super) fn of(interp: &Interp, frame: &FrameView<'_>, target: &Target) -> Option<Variable> {
        match target {
            Target::Global(name) => global(interp, frame, *name).map(Variable::Global),
            Target::Cell(local) => match frame.locals.get(*local as usize)? {
                Value::Cell(id) => Some(Variable::Cell(*id)),
                _ => None,
            },
            Target::Attribute { object, name } => {
                let name = symbol(interp, frame.code, *name)?;
                Some(Variable::Attribute(operand(interp, frame, object)?, name))
            }
            Target::Item { container, key } => {
                Some(Variable::Item(operand(interp, frame, container)?, operand(interp, frame, key)?))
            }
        }
    }

    /// What is there now.
    pub(super) fn value(self, interp: &Interp) -> Option<Value> {
        match self {
            Variable::Global(slot) => interp.globals.get(slot).copied(),
            Variable::Cell(id) => Some(interp.heap.cells[id].content),
            Variable::Attribute(object, name) => interp.attribute_seen(object, name),
            Variable::Item(container, key) => interp.item_seen(container, key),
        }
    }

    /// What the script calls it: `counter`, `self.count`, `hits['a']`.
    pub(super) fn name(self, interp: &Interp, code: &Code, target: &Target) -> String {
        match target {
            Target::Global(name) => name_of(code, *name).to_owned(),
            Target::Cell(local) => local_of(code, *local).to_owned(),
            Target::Attribute { object, name } => format!("{}.{}", written(code, object), name_of(code, *name)),
            Target::Item { container, key } => {
                let key = match self {
                    Variable::Item(_, key) => interp.glimpse(key, ROOM),
                    _ => written(code, key),
                };
                format!("{}[{key}]", written(code, container))
            }
        }
    }
}

fn global(interp: &Interp, frame: &FrameView<'_>, name: u32) -> Option<usize> {
    interp.slot_of(frame.module, frame.code.names.get(name as usize)?)
}

fn symbol(interp: &Interp, code: &Code, name: u32) -> Option<Symbol> {
    interp.symbols.find(code.names.get(name as usize)?)
}

/// The operand itself.
fn operand(interp: &Interp, frame: &FrameView<'_>, origin: &Origin) -> Option<Value> {
    if let Some(kept) = origin.kept {
        return frame.operands.get(kept as usize).copied();
    }
    let mut stack = Vec::new();
    for instruction in loads(frame.code, origin.loads?)? {
        let value = load(interp, frame, instruction, &mut stack)?;
        stack.push(value);
    }
    stack.pop()
}

/// What a load would give now.
fn load(interp: &Interp, frame: &FrameView<'_>, instruction: &Instruction, stack: &mut Vec<Value>) -> Option<Value> {
    let arg = instruction.arg;
    match instruction.op {
        Opcode::LoadFast | Opcode::LoadFastCheck => frame.locals.get(arg as usize).copied(),
        Opcode::LoadConst => interp.constant_of(frame.id, arg),
        Opcode::LoadDeref => match frame.locals.get(arg as usize)? {
            Value::Cell(id) => Some(interp.heap.cells[*id].content),
            _ => None,
        },
        Opcode::LoadGlobal => interp.globals.get(global(interp, frame, arg >> 1)?).copied(),
        Opcode::LoadName => interp.globals.get(global(interp, frame, arg)?).copied(),
        Opcode::LoadAttr => {
            let object = stack.pop()?;
            interp.attribute_seen(object, symbol(interp, frame.code, arg >> 1)?)
        }
        Opcode::BinarySubscr => {
            let key = stack.pop()?;
            interp.item_seen(stack.pop()?, key)
        }
        _ => None,
    }
}

fn name_of(code: &Code, index: u32) -> &str {
    code.names.get(index as usize).map_or("?", |name| name)
}

fn local_of(code: &Code, index: u32) -> &str {
    code.locals.get(index as usize).map_or("?", |name| name)
}

/// An operand as it is written in the script; `…` for what is more than names, attributes and items.
fn written(code: &Code, origin: &Origin) -> String {
    let mut stack: Vec<String> = Vec::new();
    for instruction in origin.loads.and_then(|range| loads(code, range)).unwrap_or_default() {
        let arg = instruction.arg;
        let text = match instruction.op {
            Opcode::LoadFast | Opcode::LoadFastCheck | Opcode::LoadDeref => local_of(code, arg).to_owned(),
            Opcode::LoadConst => code.constants.get(arg as usize).map_or("?".to_owned(), Constant::repr),
            Opcode::LoadGlobal => name_of(code, arg >> 1).to_owned(),
            Opcode::LoadAttr => format!("{}.{}", stack.pop().unwrap_or_default(), name_of(code, arg >> 1)),
            Opcode::BinarySubscr => {
                let key = stack.pop().unwrap_or_default();
                format!("{}[{key}]", stack.pop().unwrap_or_default())
            }
            _ => name_of(code, arg).to_owned(),
        };
        stack.push(text);
    }
    stack.pop().unwrap_or_else(|| "…".to_owned())
}
