//! Where the run loop is in the frame on top.

use crate::link::WINDOW;
use crate::value::Value;

/// The top frame as it runs: its values, and the two positions that the frame itself learns only when something else is
/// about to look at it. Everything that takes a cursor is inlined, always: the address of this one in the hands of a
/// function that is not would keep all of it in memory, which costs calls and loops 10 %.
pub(crate) struct Cursor<'s> {
    /// Locals and operands.
    pub window: &'s mut [Value; WINDOW],
    /// Next instruction.
    pub pc: usize,
    /// Place after the last operand, in the window.
    pub sp: u8,
}

impl<'s> Cursor<'s> {
    /// `None` when the stack is too short.
    #[inline(always)]
    pub(crate) fn new(stack: &'s mut [Value], start: usize, pc: usize, sp: u8) -> Option<Cursor<'s>> {
        let window = stack.get_mut(start..)?.first_chunk_mut::<WINDOW>()?;
        Some(Cursor { window, pc, sp })
    }

    #[inline(always)]
    pub(crate) fn local(&self, index: u8) -> Value {
        self.window[index as usize]
    }

    #[inline(always)]
    pub(crate) fn locals(&self, a: u8, b: u8) -> (Value, Value) {
        (self.local(a), self.local(b))
    }

    #[inline(always)]
    pub(crate) fn set_local(&mut self, index: u8, value: Value) {
        self.window[index as usize] = value;
    }

    #[inline(always)]
    pub(crate) fn push(&mut self, value: Value) {
        self.window[self.sp as usize] = value;
        self.sp = self.sp.wrapping_add(1);
    }

    #[inline(always)]
    pub(crate) fn pop(&mut self) -> Value {
        self.sp = self.sp.wrapping_sub(1);
        self.window[self.sp as usize]
    }

    /// The operand `depth` from the top; 1 is the top.
    #[inline(always)]
    pub(crate) fn top(&self, depth: u8) -> Value {
        self.window[self.sp.wrapping_sub(depth) as usize]
    }

    #[inline(always)]
    pub(crate) fn set_top(&mut self, depth: u8, value: Value) {
        self.window[self.sp.wrapping_sub(depth) as usize] = value;
    }

    #[inline(always)]
    pub(crate) fn swap(&mut self, depth: u8) {
        self.window.swap(self.sp.wrapping_sub(1) as usize, self.sp.wrapping_sub(depth) as usize);
    }

    /// Drop the last operands.
    #[inline(always)]
    pub(crate) fn drop(&mut self, count: u8) {
        self.sp = self.sp.wrapping_sub(count);
    }

    /// Put one value in the place of the last `count` operands.
    #[inline(always)]
    pub(crate) fn replace(&mut self, count: u8, value: Value) {
        self.sp = self.sp.wrapping_sub(count);
        self.push(value);
    }

    /// The last `count` operands.
    #[inline(always)]
    pub(crate) fn operands(&self, count: u8) -> &[Value] {
        let start = self.sp.wrapping_sub(count);
        self.window.get(start as usize..self.sp as usize).unwrap_or_default()
    }

    /// Leave out the next instructions: what runs has done their work.
    #[inline(always)]
    pub(crate) fn skip(&mut self, count: usize) {
        self.pc += count;
    }

    #[inline(always)]
    pub(crate) fn jump(&mut self, target: u32) {
        self.pc = target as usize;
    }
}
