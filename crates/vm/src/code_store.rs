//! Every code object that has been loaded, in executable form.

use crate::op::Op;
use crate::symbol::Symbol;
use crate::value::{CodeId, ModuleId, Value};
use gilscope_bytecode::Code;
use std::sync::Arc;

/// A code object linked to the module whose globals it uses.
#[derive(Debug, Clone)]
pub struct LinkedCode {
    pub code: Arc<Code>,
    pub module: ModuleId,
    /// Executable instructions, one for each of `code.instructions`; the single `Op::Link` until the first call.
    pub ops: Vec<Op>,
    /// What each op costs in a simulation, in nanoseconds; empty when time is real.
    pub costs: Vec<u32>,
    pub constants: Vec<Value>,
    pub names: Vec<Symbol>,
    /// Parameters by slot, for keyword arguments.
    pub parameters: Vec<Symbol>,
    /// The number of positional arguments when a call needs only to copy them: no defaults are needed, there are no
    /// `*args`, keyword-only parameters or the like, and all locals are in the window; `u32::MAX` otherwise.
    pub simple_args: u32,
    pub locals: u32,
    /// As in the flags of `code`, at hand for the run loop.
    pub is_hidden: bool,
    /// Names are looked up in a namespace first, which is the only argument and the last local: class bodies, and
    /// what `exec` and `eval` run with locals of their own.
    pub has_namespace: bool,
    /// How many of the first locals lie below the window that ops address; 0 for all but huge functions.
    pub shift: u32,
}

impl LinkedCode {
    /// Whether it can run: that is not an instruction, and does not count as one.
    #[inline]
    pub(crate) fn is_linked(&self) -> bool {
        // One op for each instruction, and one after the last.
        self.ops.len() > 1
    }
}

/// Append-only while threads run; the run loop borrows it, which is why it is not part of the heap.
#[derive(Debug, Clone, Default)]
pub struct CodeStore {
    codes: Vec<Arc<LinkedCode>>,
}

impl CodeStore {
    #[inline(always)]
    pub fn get(&self, id: CodeId) -> &LinkedCode {
        &self.codes[id.index()]
    }

    /// The code, if it had been loaded when this store was taken.
    #[inline(always)]
    pub(crate) fn find(&self, id: CodeId) -> Option<&LinkedCode> {
        self.codes.get(id.index()).map(|c| &**c)
    }

    pub(crate) fn len(&self) -> usize {
        self.codes.len()
    }

    /// The ids of those that have been linked.
    pub fn linked(&self) -> impl Iterator<Item = CodeId> + '_ {
        (0..self.codes.len()).filter(|&index| self.codes[index].is_linked()).map(CodeId::from_index)
    }

    pub(crate) fn push(&mut self, code: LinkedCode) -> CodeId {
        self.codes.push(Arc::new(code));
        CodeId::from_index(self.codes.len() - 1)
    }

    pub(crate) fn replace(&mut self, id: CodeId, code: LinkedCode) {
        self.codes[id.index()] = Arc::new(code);
    }
}
