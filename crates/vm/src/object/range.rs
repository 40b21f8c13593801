//! `range`.

pub(crate) mod methods;

use crate::heap::Heap;
use crate::value::Value;
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, Zero};

/// Bounds are `Int` or `Big`; `step` is not zero.
#[derive(Debug, Clone)]
pub struct RangeObject {
    pub start: Value,
    pub stop: Value,
    pub step: Value,
}

impl Default for RangeObject {
    fn default() -> RangeObject {
        RangeObject { start: Value::Null, stop: Value::Null, step: Value::Null }
    }
}

/// Number of items of a range within 64 bits.
#[inline]
pub fn range_len(start: i64, stop: i64, step: i64) -> u64 {
    if step > 0 && start < stop {
        (stop.wrapping_sub(start) as u64 - 1) / step as u64 + 1
    } else if step < 0 && start > stop {
        (start.wrapping_sub(stop) as u64 - 1) / step.unsigned_abs() + 1
    } else {
        0
    }
}

/// Item `index` of a range of more than `index` items.
#[inline]
pub fn range_item(start: i64, step: i64, index: u64) -> i64 {
    start.wrapping_add((index as i64).wrapping_mul(step))
}

impl Heap {
    /// The number of an `int` or `bool`.
    pub(crate) fn to_big(&self, value: Value) -> BigInt {
        match value {
            Value::Big(id) => self.bigs[id].clone(),
            _ => value.as_int().unwrap_or(0).into(),
        }
    }
}

impl RangeObject {
    /// Start, stop and step when all fit 64 bits.
    #[inline]
    pub fn ints(&self) -> Option<(i64, i64, i64)> {
        match (self.start, self.stop, self.step) {
            (Value::Int(start), Value::Int(stop), Value::Int(step)) => Some((start, stop, step)),
            _ => None,
        }
    }

    /// `len(self)` of any size.
    pub fn big_len(&self, heap: &Heap) -> BigInt {
        if let Some((start, stop, step)) = self.ints() {
            return range_len(start, stop, step).into();
        }
        let (start, stop, step) = (heap.to_big(self.start), heap.to_big(self.stop), heap.to_big(self.step));
        let distance = if step.is_positive() { stop - start } else { start - stop };
        if distance.is_positive() { (distance - 1i32).div_floor(&step.abs()) + 1i32 } else { BigInt::zero() }
    }

    /// Item `index`, which is in range.
    pub fn big_item(&self, heap: &Heap, index: &BigInt) -> BigInt {
        heap.to_big(self.start) + heap.to_big(self.step) * index
    }

    /// The position of an integer among the items.
    pub fn position(&self, heap: &Heap, item: Value) -> Option<BigInt> {
        if let (Some((start, stop, step)), Value::Int(item)) = (self.ints(), item) {
            let inside = if step > 0 { start <= item && item < stop } else { stop < item && item <= start };
            let distance = i128::from(item) - i128::from(start);
            return (inside && distance % i128::from(step) == 0).then(|| (distance / i128::from(step)).into());
        }
        let (distance, step) = (heap.to_big(item) - heap.to_big(self.start), heap.to_big(self.step));
        let (place, rest) = distance.div_mod_floor(&step);
        (rest.is_zero() && !place.is_negative() && place < self.big_len(heap)).then_some(place)
    }
}
