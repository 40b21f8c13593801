//! What instructions read and write that other threads can see, and where the objects come from whose parts these are.

use super::stack_depths::stack_depths;
use gilscope_bytecode::{Code, Instruction, Opcode};

/// What is read or written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// Index in the names.
    Global(u32),
    /// Index in the locals.
    Cell(u32),
    /// The name is an index in the names.
    Attribute {
        object: Origin,
        name: u32,
    },
    Item {
        container: Origin,
        key: Origin,
    },
}

/// Where an operand comes from, as far as it can be had again without running anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Origin {
    /// In `d[k] += 1`, `d` and `k` stay on the operand stack until the item is written: how far from its bottom.
    pub kept: Option<u32>,
    /// The instructions that load it, from the first to the last.
    pub loads: Option<(u32, u32)>,
}

/// Whether both are the same thing, if nothing has been given another value between them.
pub(super) fn is_same(code: &Code, a: &Target, b: &Target) -> bool {
    match (a, b) {
        (Target::Attribute { object: a, name }, Target::Attribute { object: b, name: other }) => {
            name == other && is_same_origin(code, a, b)
        }
        (Target::Item { container, key }, Target::Item { container: other, key: other_key }) => {
            is_same_origin(code, container, other) && is_same_origin(code, key, other_key)
        }
        _ => a == b,
    }
}

fn is_same_origin(code: &Code, a: &Origin, b: &Origin) -> bool {
    if let (Some(a), Some(b)) = (a.kept, b.kept) {
        return a == b;
    }
    match (a.loads.and_then(|range| loads(code, range)), b.loads.and_then(|range| loads(code, range))) {
        (Some(a), Some(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| plain(a) == plain(b)),
        _ => false,
    }
}

/// The instructions of an origin.
pub(super) fn loads(code: &Code, (first, last): (u32, u32)) -> Option<&[Instruction]> {
    code.instructions.get(first as usize..=last as usize)
}

/// An instruction without what makes no difference here.
fn plain(instruction: &Instruction) -> (Opcode, u32) {
    let op = if instruction.op == Opcode::LoadFastCheck { Opcode::LoadFast } else { instruction.op };
    (op, instruction.arg)
}

/// The accesses of a code object.
pub(super) struct Accesses<'c> {
    pub(super) code: &'c Code,
    depths: Vec<Option<u32>>,
}

impl<'c> Accesses<'c> {
    pub(super) fn of(code: &'c Code) -> Accesses<'c> {
        Accesses { code, depths: stack_depths(code) }
    }

    /// What an instruction reads.
    pub(super) fn read(&self, index: usize) -> Option<Target> {
        let instruction = self.code.instructions.get(index)?;
        match instruction.op {
            Opcode::LoadGlobal => Some(Target::Global(instruction.arg >> 1)),
            Opcode::LoadName => Some(Target::Global(instruction.arg)),
            Opcode::LoadDeref => Some(Target::Cell(instruction.arg)),
            Opcode::LoadAttr if instruction.arg & 1 == 0 => self.read_attribute(index, instruction.arg >> 1),
            Opcode::BinarySubscr => self.read_item(index),
            Opcode::Call => self.read_by_get(index, instruction.arg),
            _ => None,
        }
    }

    /// What an instruction writes.
    pub(super) fn written(&self, index: usize) -> Option<Target> {
        let instruction = self.code.instructions.get(index)?;
        match instruction.op {
            Opcode::StoreGlobal | Opcode::StoreName => Some(Target::Global(instruction.arg)),
            Opcode::StoreDeref => Some(Target::Cell(instruction.arg)),
            Opcode::StoreAttr => {
                let object = match self.is(index.checked_sub(1)?, Opcode::Swap, 2) {
                    true => self.kept(index, 2)?,
                    false => self.loaded(index)?.0,
                };
                Some(Target::Attribute { object, name: instruction.arg })
            }
            Opcode::StoreSubscr => {
                let is_kept =
                    self.is(index.checked_sub(1)?, Opcode::Swap, 2) && self.is(index.checked_sub(2)?, Opcode::Swap, 3);
                let (container, key) = match is_kept {
                    true => (self.kept(index, 3)?, self.kept(index, 2)?),
                    false => self.loaded_pair(index)?,
                };
                Some(Target::Item { container, key })
            }
            _ => None,
        }
    }

    fn read_attribute(&self, index: usize, name: u32) -> Option<Target> {
        let copies = index.checked_sub(1).filter(|&before| self.is(before, Opcode::Copy, 1));
        let object = match copies {
            Some(copy) => {
                Origin { loads: self.loaded(copy).and_then(|(origin, _)| origin.loads), ..self.kept(index, 2)? }
            }
            None => self.loaded(index)?.0,
        };
        Some(Target::Attribute { object, name })
    }

    fn read_item(&self, index: usize) -> Option<Target> {
        let copies = index
            .checked_sub(2)
            .filter(|&first| self.is(first, Opcode::Copy, 2) && self.is(first + 1, Opcode::Copy, 2));
        let (container, key) = match copies {
            None => self.loaded_pair(index)?,
            Some(first) => {
                let loads = self.loaded_pair(first);
                let of = |origin: Option<Origin>| origin.and_then(|origin| origin.loads);
                (
                    Origin { loads: of(loads.map(|(container, _)| container)), ..self.kept(index, 4)? },
                    Origin { loads: of(loads.map(|(_, key)| key)), ..self.kept(index, 3)? },
                )
            }
        };
        Some(Target::Item { container, key })
    }

    /// `container.get(key)` or `container.get(key, default)`.
    fn read_by_get(&self, index: usize, arguments: u32) -> Option<Target> {
        let mut end = index;
        let mut key = None;
        for _ in 0..arguments.min(3) {
            let (origin, first) = self.loaded(end)?;
            (key, end) = (Some(origin), first);
        }
        let method = end.checked_sub(1)?;
        let instruction = self.code.instructions.get(method)?;
        let is_get = instruction.op == Opcode::LoadAttr
            && instruction.arg & 1 == 1
            && self.code.names.get(instruction.arg as usize >> 1).is_some_and(|name| &**name == "get");
        let (container, _) = self.loaded(method).filter(|_| is_get && matches!(arguments, 1 | 2))?;
        Some(Target::Item { container, key: key? })
    }

    fn is(&self, index: usize, op: Opcode, arg: u32) -> bool {
        self.code.instructions.get(index).is_some_and(|instruction| (instruction.op, instruction.arg) == (op, arg))
    }

    /// What lies so far below the top before an instruction.
    fn kept(&self, index: usize, below: u32) -> Option<Origin> {
        let depth = (*self.depths.get(index)?)?;
        Some(Origin { kept: Some(depth.checked_sub(below)?), loads: None })
    }

    /// The two operands before an instruction, if they are loaded right before it.
    fn loaded_pair(&self, index: usize) -> Option<(Origin, Origin)> {
        let (key, start) = self.loaded(index)?;
        Some((self.loaded(start)?.0, key))
    }

    /// The operand that is loaded right before an instruction, and where that begins.
    fn loaded(&self, index: usize) -> Option<(Origin, usize)> {
        let last = index.checked_sub(1)?;
        let first = self.start_of_loads(last)?;
        Some((Origin { kept: None, loads: Some((first as u32, last as u32)) }, first))
    }

    fn start_of_loads(&self, last: usize) -> Option<usize> {
        let instruction = self.code.instructions.get(last)?;
        match instruction.op {
            Opcode::LoadFast | Opcode::LoadFastCheck | Opcode::LoadConst | Opcode::LoadDeref | Opcode::LoadName => {
                Some(last)
            }
            Opcode::LoadGlobal if instruction.arg & 1 == 0 => Some(last),
            Opcode::LoadAttr if instruction.arg & 1 == 0 => self.start_of_loads(last.checked_sub(1)?),
            Opcode::BinarySubscr => {
                let key = self.start_of_loads(last.checked_sub(1)?)?;
                self.start_of_loads(key.checked_sub(1)?)
            }
            _ => None,
        }
    }
}
