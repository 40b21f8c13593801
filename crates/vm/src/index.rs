//! Integers among the arguments of natives: sizes, counts, positions.

use crate::interp::Interp;
use crate::native::{Args, Trap};
use crate::value::Value;

impl Interp {
    /// An argument that must be an integer of 64 bits. `Defer` for a script's `__index__`.
    pub(crate) fn size_argument(&mut self, value: Value) -> Result<i64, Trap> {
        let inner = self.heap.payload(value);
        if let Some(i) = inner.as_int() {
            return Ok(i);
        }
        match inner {
            Value::Big(_) => Err(self.overflow_error("Python int too large to convert to C ssize_t")),
            _ if self.has_index(value) => Err(Trap::Defer),
            _ => {
                let name = self.class_display(self.class_of(value));
                Err(self.type_error(format!("'{name}' object cannot be interpreted as an integer")))
            }
        }
    }

    /// A position in a sequence of `len` items, counted from the end when negative, brought into bounds.
    pub(crate) fn position_argument(&mut self, value: Value, len: usize) -> Result<usize, Trap> {
        let place = self.slice_index(value)?.unwrap_or(0);
        let place = if place < 0 { place.saturating_add(len as i64).max(0) } else { place };
        Ok((place as usize).min(len))
    }

    /// Whether the value is an integer, or knows to be one.
    fn is_index(&self, value: Value) -> bool {
        let inner = self.heap.payload(value);
        inner.as_int().is_some() || matches!(inner, Value::Big(_)) || self.has_index(value)
    }

    /// Where a search begins and ends: arguments 2 and 3 of `index`.
    pub(crate) fn search_bounds(&mut self, args: Args<'_>, len: usize) -> Result<(usize, usize), Trap> {
        let mut bound = |index: usize, default| match args.get(index) {
            Some(value) if self.is_index(value) => self.position_argument(value, len),
            Some(_) => Err(self.type_error("slice indices must be integers or have an __index__ method")),
            None => Ok(default),
        };
        Ok((bound(2, 0)?, bound(3, len)?))
    }
}
