//! One call in progress: plain integers.

use crate::run::consume::Consumer;
use crate::value::{CodeId, FunctionId, GeneratorId, Value};

/// What to do with the value that a frame returns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OnReturn {
    /// Push it.
    #[default]
    Push,
    /// Push it, and look up: a call instruction ends with it whose callee was native, or a twin in place of a native.
    Native,
    /// It must be None; the instance that `__init__` was called on is pushed instead.
    Init,
    /// Drop it: `__setattr__`, `__setitem__`, `__delitem__`.
    Discard,
    /// Push its truth: `__bool__` (which must return a bool).
    Bool,
    /// As `Bool` for the truth of `__len__`.
    LenBool,
    /// `__contains__`: push the truth of any value; the second for `not in`.
    Contains,
    NotContains,
    /// The result of `__next__` for a `for` loop: StopIteration ends the loop.
    ForIter,
    /// The result of a sub-iterator's `send` for `yield from`.
    Send,
    /// A binary operator's method: NotImplemented goes on to the next candidate, through the operator's twin.
    Binary(u8),
    /// A comparison's method, likewise.
    Compare(u8),
    /// Push it, and a `Null` in the place of self: an attribute that is called next.
    Callee,
    /// The unpack twin's tuple: its items are pushed.
    Unpack,
    /// `__str__` or `__repr__` for the conversions: must be a str.
    Str,
    Repr,
    /// `__iter__`: must be an iterator.
    Iter,
    /// A value for a native that runs through the generator: see `run/consume.rs`.
    Consume(Consumer),
    /// End of the thread.
    Finish,
}

impl OnReturn {
    /// For a function of a script in place of a native.
    pub(crate) fn of_function(self) -> OnReturn {
        if self == OnReturn::Native { OnReturn::Push } else { self }
    }
}

/// Positions are absolute in the thread's value stack.
#[derive(Debug, Clone, Copy, Default)]
pub struct Frame {
    pub code: CodeId,
    /// Next instruction.
    pub pc: u32,
    /// Start of the window that ops address: the first local, but for huge frames (`LinkedCode::shift`).
    pub window: u32,
    /// Top of the operands while another frame runs above.
    pub sp: u32,
    /// Where the result goes: the stack is cut to here and the result pushed.
    pub base: u32,
    /// The function that runs, for its closure; `u32::MAX` when there is none.
    pub function: u32,
    /// The generator that runs in this frame; `u32::MAX` when there is none.
    pub generator: u32,
    pub on_return: OnReturn,
}

/// No function, no generator.
pub const NOTHING: u32 = u32::MAX;

impl Frame {
    /// The function that runs.
    pub fn function(&self) -> Option<FunctionId> {
        (self.function != NOTHING).then_some(FunctionId(self.function as u64))
    }

    /// The generator that runs.
    pub(crate) fn generator(&self) -> Option<Value> {
        (self.generator != NOTHING).then(|| Value::Generator(GeneratorId(self.generator.into())))
    }
}
