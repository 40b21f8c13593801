//! A generator: a frame that can stop and go on.

use crate::frame::Frame;
use crate::link::WINDOW;
use crate::value::{ClassId, Value};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum GeneratorState {
    Created,
    Suspended,
    Running,
    #[default]
    Finished,
}

/// How many locals and operands are kept in the generator itself.
pub const FEW: usize = 8;

/// The locals and operands of a generator while it is suspended.
#[derive(Debug, Clone)]
pub struct SavedStack {
    len: usize,
    /// The values, if they are not more.
    few: [Value; FEW],
    many: Vec<Value>,
}

impl Default for SavedStack {
    fn default() -> SavedStack {
        SavedStack { len: 0, few: [Value::Null; FEW], many: Vec::new() }
    }
}

impl SavedStack {
    pub fn values(&self) -> &[Value] {
        self.few.get(..self.len).unwrap_or(&self.many)
    }

    #[inline(always)]
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    /// Keep the first `len` values of `stack`.
    pub fn save(&mut self, stack: &[Value], len: usize) {
        let values = &stack[..len.min(stack.len())];
        self.len = values.len();
        if let Some(places) = self.few.get_mut(..values.len()) {
            places.copy_from_slice(values);
            return;
        }
        self.many.clear();
        self.many.extend_from_slice(values);
    }

    /// The same where they are few; false, with nothing done, where they are not. Copying a fixed number of values is
    /// quicker than a call to copy just the few there are.
    #[inline(always)]
    pub(crate) fn save_few(&mut self, stack: &[Value], len: u8) -> bool {
        let (Some(chunk), true) = (stack.first_chunk::<FEW>(), usize::from(len) <= FEW) else { return false };
        self.len = len.into();
        self.few[..FEW / 2].copy_from_slice(&chunk[..FEW / 2]);
        if usize::from(len) > FEW / 2 {
            self.few[FEW / 2..].copy_from_slice(&chunk[FEW / 2..]);
        }
        true
    }

    /// Put the values back at the beginning of `stack`.
    pub fn restore(&self, stack: &mut [Value]) {
        stack[..self.len].copy_from_slice(self.values());
    }

    /// The same where they are few, which may change the stack up to `FEW` values from its beginning; false, with nothing
    /// done, where they are not.
    #[inline(always)]
    pub(crate) fn restore_few(&self, stack: &mut [Value; WINDOW]) -> bool {
        if self.len > FEW {
            return false;
        }
        stack[..FEW / 2].copy_from_slice(&self.few[..FEW / 2]);
        if self.len > FEW / 2 {
            stack[FEW / 2..FEW].copy_from_slice(&self.few[FEW / 2..]);
        }
        true
    }

    pub fn clear(&mut self) {
        *self = SavedStack::default();
    }
}

#[derive(Debug, Clone)]
pub struct GeneratorObject {
    pub state: GeneratorState,
    /// Positions in it are relative to `stack` while suspended.
    pub frame: Frame,
    /// What was saved the last time, while it runs.
    pub stack: SavedStack,
    /// The type it shows: `generator`, or `map`, `zip`… for generators of the hidden library.
    pub class: ClassId,
    /// The exception being handled inside it while suspended, or `None`.
    pub handled: Value,
    /// `__name__` if assigned.
    pub name: Value,
}

impl Default for GeneratorObject {
    fn default() -> GeneratorObject {
        GeneratorObject {
            state: GeneratorState::Finished,
            frame: Frame::default(),
            stack: SavedStack::default(),
            class: ClassId(0),
            handled: Value::None,
            name: Value::Null,
        }
    }
}
