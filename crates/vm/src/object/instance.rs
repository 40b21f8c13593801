//! An instance of a class: its shape and its attributes.

use crate::shape::ShapeId;
use crate::value::{ClassId, Value};

/// How many attributes are stored in the object itself.
pub const INLINE: usize = 4;

/// Attribute `i` of the shape is `slot(i)`. An instance of a class that extends a built-in type keeps the built-in
/// value in slot 0.
#[derive(Debug, Clone)]
pub struct InstanceObject {
    pub class: ClassId,
    pub shape: ShapeId,
    pub inline: [Value; INLINE],
    pub spill: Option<Box<Vec<Value>>>,
}

impl Default for InstanceObject {
    fn default() -> InstanceObject {
        InstanceObject { class: ClassId(0), shape: ShapeId(0), inline: [Value::Null; INLINE], spill: None }
    }
}

impl InstanceObject {
    /// The value in `slot`; `Null` if there is none.
    #[inline(always)]
    pub fn slot(&self, slot: usize) -> Value {
        if slot < INLINE {
            return self.inline[slot];
        }
        match &self.spill {
            Some(spill) => spill.get(slot - INLINE).copied().unwrap_or(Value::Null),
            None => Value::Null,
        }
    }

    /// Store into `slot`, which may be the next new one.
    #[inline(always)]
    pub fn set_slot(&mut self, slot: usize, value: Value) {
        if slot < INLINE {
            self.inline[slot] = value;
        } else {
            self.set_spill(slot - INLINE, value);
        }
    }

    #[inline(always)]
    fn set_spill(&mut self, index: usize, value: Value) {
        match self.spill.as_mut().and_then(|spill| spill.get_mut(index)) {
            Some(place) => *place = value,
            None => self.grow_spill(index, value),
        }
    }

    #[inline(never)]
    fn grow_spill(&mut self, index: usize, value: Value) {
        let spill = self.spill.get_or_insert_default();
        spill.resize(index + 1, Value::Null);
        spill[index] = value;
    }
}
