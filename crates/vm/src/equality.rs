//! Equality and hashing of built-in values.

use crate::heap::Heap;
use crate::interp::Interp;
use crate::native::Trap;
use crate::value::Value;

impl Heap {
    /// Whether two dict keys of equal hash are the same key: identity, or `==` of built-in values. `None` when only
    /// script code can tell.
    #[inline]
    pub fn same_key(&self, a: Value, b: Value) -> Option<bool> {
        if a == b {
            return Some(true);
        }
        match (a, b) {
            (Value::Str(a), Value::Str(b)) => Some(self.text(a) == self.text(b)),
            (Value::Int(_), Value::Int(_)) => Some(false),
            _ => self.same_other_key(a, b),
        }
    }

    fn same_other_key(&self, a: Value, b: Value) -> Option<bool> {
        match (a, b) {
            (Value::Tuple(a), Value::Tuple(b)) => {
                let (a, b) = (self.tuple(a), self.tuple(b));
                if a.len() != b.len() {
                    return Some(false);
                }
                for (&x, &y) in a.iter().zip(b) {
                    if !self.same_key(x, y)? {
                        return Some(false);
                    }
                }
                Some(true)
            }
            _ => self.equal_atoms(a, b),
        }
    }
}

impl Interp {
    /// `hash(value)` as the unsigned bits of a `Py_hash_t`; TypeError for an unhashable value, `Defer` where a user's
    /// `__hash__` decides.
    #[inline]
    pub fn hash(&mut self, value: Value) -> Result<u64, Trap> {
        match value {
            Value::Str(id) => Ok(self.heap.strs[id].hash()),
            Value::Int(i) if i != -1 && i.unsigned_abs() < (1 << 61) - 1 => Ok(i as u64),
            _ => self.hash_other(value),
        }
    }
}

impl Heap {
    /// `same_key` for values that are neither both strs, ints nor tuples. (Containers author: complete this.)
    pub(crate) fn equal_atoms(&self, _a: Value, _b: Value) -> Option<bool> {
        Some(false)
    }
}

impl Interp {
    /// `hash` for everything else. (Containers author: complete this.)
    pub(crate) fn hash_other(&mut self, _value: Value) -> Result<u64, Trap> {
        Ok(0)
    }
}
