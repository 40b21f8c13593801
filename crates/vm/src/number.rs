//! Numbers as one: `int` of any size, `bool` and `float`, and the exact comparison between them.

use crate::heap::Heap;
use crate::interp::Interp;
use crate::native::Trap;
use crate::value::Value;
use num_bigint::BigInt;
use num_traits::{FromPrimitive, Signed, ToPrimitive};
use std::borrow::Cow;

/// A numeric value.
#[derive(Clone, Copy, Debug)]
pub enum Number<'a> {
    Int(i64),
    Big(&'a BigInt),
    Float(f64),
}

/// An integer of any size.
#[derive(Clone, Copy, Debug)]
pub enum Integer<'a> {
    Small(i64),
    Big(&'a BigInt),
}

impl Heap {
    /// The number that `value` is; bools count as ints.
    #[inline]
    pub fn number(&self, value: Value) -> Option<Number<'_>> {
        Some(match value {
            Value::Int(i) => Number::Int(i),
            Value::Float(f) => Number::Float(f.get()),
            Value::True => Number::Int(1),
            Value::False => Number::Int(0),
            Value::Big(id) => Number::Big(&self.bigs[id]),
            _ => return None,
        })
    }

    /// The integer that `value` is; bools count as ints.
    #[inline]
    pub fn integer(&self, value: Value) -> Option<Integer<'_>> {
        Some(match value {
            Value::Int(i) => Integer::Small(i),
            Value::True => Integer::Small(1),
            Value::False => Integer::Small(0),
            Value::Big(id) => Integer::Big(&self.bigs[id]),
            _ => return None,
        })
    }
}

impl<'a> Integer<'a> {
    /// As a big integer, borrowed when it is one.
    pub fn to_big(self) -> Cow<'a, BigInt> {
        match self {
            Integer::Small(i) => Cow::Owned(i.into()),
            Integer::Big(big) => Cow::Borrowed(big),
        }
    }

    /// The nearest float; `None` when it is out of range.
    pub fn to_float(self) -> Option<f64> {
        match self {
            Integer::Small(i) => Some(i as f64),
            Integer::Big(big) => big.to_f64().filter(|f| f.is_finite()),
        }
    }

    /// How many digits of 30 bits CPython keeps it in.
    pub(crate) fn digits(self) -> usize {
        match self {
            Integer::Small(i) => (64 - i.unsigned_abs().leading_zeros() as usize) / 30 + 1,
            Integer::Big(big) => crate::work::digits(big),
        }
    }

    pub fn is_negative(self) -> bool {
        match self {
            Integer::Small(i) => i < 0,
            Integer::Big(big) => big.is_negative(),
        }
    }

    pub fn is_zero(self) -> bool {
        matches!(self, Integer::Small(0))
    }
}

impl Interp {
    /// A float as a Python int, rounded towards zero.
    pub fn float_to_int(&mut self, f: f64) -> Result<Value, Trap> {
        if f.abs() < 9.0e18 {
            return Ok(Value::Int(f as i64));
        }
        match BigInt::from_f64(f) {
            Some(big) => Ok(self.heap.new_int(big)),
            None if f.is_nan() => Err(self.value_error("cannot convert float NaN to integer")),
            None => Err(self.overflow_error("cannot convert float infinity to integer")),
        }
    }

    /// A number as a float; OverflowError for an int out of range, `None` for what is no number.
    pub fn as_float(&mut self, value: Value) -> Result<Option<f64>, Trap> {
        let Some(number) = self.heap.number(value) else { return Ok(None) };
        let float = match number {
            Number::Int(i) => Some(i as f64),
            Number::Float(f) => Some(f),
            Number::Big(big) => Integer::Big(big).to_float(),
        };
        match float {
            Some(f) => Ok(Some(f)),
            None => Err(self.overflow_error("int too large to convert to float")),
        }
    }

    /// What `operator.index` gives for built-in values: an `Int` or `Big`; the TypeError for others, `Defer` for objects
    /// whose `__index__` is script code.
    pub fn index_of(&mut self, value: Value) -> Result<Value, Trap> {
        match self.payload(value) {
            Value::True => Ok(Value::Int(1)),
            Value::False => Ok(Value::Int(0)),
            int @ (Value::Int(_) | Value::Big(_)) => Ok(int),
            _ if self.has_script_method(value, crate::symbol::Symbol::INDEX) => Err(Trap::Defer),
            _ => {
                let message = format!("'{}' object cannot be interpreted as an integer", self.type_name(value));
                Err(self.type_error(message))
            }
        }
    }

    /// `index_of` as a 64-bit number; beyond it the OverflowError of sizes.
    pub fn size_of_value(&mut self, value: Value) -> Result<i64, Trap> {
        match self.index_of(value)? {
            Value::Int(i) => Ok(i),
            _ => Err(self.overflow_error("cannot fit 'int' into an index-sized integer")),
        }
    }

    /// `index_of`, with everything beyond 64 bits brought to the nearest bound: slice and search positions.
    pub fn clamped_index(&mut self, value: Value) -> Result<i64, Trap> {
        match self.index_of(value)? {
            Value::Int(i) => Ok(i),
            Value::Big(id) if self.heap.bigs[id].is_negative() => Ok(i64::MIN),
            _ => Ok(i64::MAX),
        }
    }

    /// Whether a method of the type of `value` is written in Python.
    pub fn has_script_method(&self, value: Value, name: crate::symbol::Symbol) -> bool {
        match value {
            Value::Instance(_) | Value::Exception(_) | Value::Class(_) | Value::Opaque(_) => {
                let method = self.lookup(self.class_of(value), name);
                !matches!(method, None | Some(Value::Native(_) | Value::None))
            }
            _ => false,
        }
    }
}
