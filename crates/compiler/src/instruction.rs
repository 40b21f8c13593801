//! Instructions while they are being made: pseudo operations, labels and places that may be missing.

use gilscope_bytecode::{Location, Opcode};

/// An opcode, or one of the markers that only the compiler knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Op {
    Plain(Opcode),
    /// A jump whose direction is not known yet.
    Jump,
    JumpNoInterrupt,
    /// From here to the matching `PopBlock`, exceptions go to the target.
    SetupFinally,
    /// The same, and the index of the raising instruction is pushed.
    SetupCleanup,
    /// The same, in a `with` body.
    SetupWith,
    PopBlock,
    LoadClosure,
    StoreFastMaybeNull,
}

impl From<Opcode> for Op {
    fn from(op: Opcode) -> Op {
        Op::Plain(op)
    }
}

impl PartialEq<Opcode> for Op {
    fn eq(&self, other: &Opcode) -> bool {
        matches!(self, Op::Plain(op) if op == other)
    }
}

impl Op {
    /// Whether it begins a region that a handler covers.
    pub(crate) fn is_setup(self) -> bool {
        matches!(self, Op::SetupFinally | Op::SetupCleanup | Op::SetupWith)
    }

    /// Whether it may go on at its target.
    pub(crate) fn is_jump(self) -> bool {
        match self {
            Op::Jump | Op::JumpNoInterrupt => true,
            Op::Plain(op) => op.jumps(),
            _ => false,
        }
    }

    /// Whether it surely goes on at its target.
    pub(crate) fn is_unconditional_jump(self) -> bool {
        matches!(
            self,
            Op::Jump
                | Op::JumpNoInterrupt
                | Op::Plain(Opcode::JumpForward | Opcode::JumpBackward | Opcode::JumpBackwardNoInterrupt)
        )
    }

    /// Whether it leaves the code object.
    pub(crate) fn exits_scope(self) -> bool {
        use Opcode::*;
        matches!(self, Op::Plain(ReturnValue | ReturnConst | RaiseVarargs | Reraise))
    }
}

/// A source range, or nothing (a line of -1) for what the compiler adds by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) line: i32,
    pub(crate) end_line: i32,
    pub(crate) column: i32,
    pub(crate) end_column: i32,
}

impl Place {
    pub(crate) const NONE: Place = Place { line: -1, end_line: -1, column: -1, end_column: -1 };

    /// A line without columns.
    pub(crate) fn line(line: u32) -> Place {
        let line = line as i32;
        Place { line, end_line: line, column: 0, end_column: 0 }
    }

    pub(crate) fn is_none(self) -> bool {
        self.line < 0
    }

    pub(crate) fn location(self) -> Location {
        let at = |n: i32| u32::try_from(n).unwrap_or(0);
        Location {
            line: at(self.line),
            end_line: at(self.end_line),
            column: at(self.column),
            end_column: at(self.end_column),
        }
    }
}

/// A position in the code that is filled in later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Label(pub(crate) u32);

/// One instruction as code generation writes it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Emitted {
    pub(crate) op: Op,
    pub(crate) arg: u32,
    pub(crate) target: Option<Label>,
    pub(crate) place: Place,
}
