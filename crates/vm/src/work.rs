//! How much native work a call or a comparison does, for the time that it takes in a simulation: see `cost.rs`.
//!
//! What runs through an iterable, sorts, slices or multiplies tells of it where it does so. Here is what can be told from
//! what a native was given and what it gave.

use crate::cost::Work;
use crate::interp::Interp;
use crate::native::NativeDef;
use crate::types::{BYTEARRAY, BYTES, DICT, FROZENSET, LIST, SET, STR, TUPLE};
use crate::value::*;
use num_bigint::BigInt;

/// So many bytes of text are copied as fast as an item of a list.
pub(crate) const TEXT_ITEM: usize = 16;

/// From so many digits on, CPython multiplies by Karatsuba's rule (`KARATSUBA_CUTOFF`, `Objects/longobject.c`).
const KARATSUBA: usize = 70;

/// What a native's work grows with, besides what it tells itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effort {
    /// Nothing: its call is all that it costs.
    Constant,
    /// The text that it is a method of, and the text that it gives.
    Text,
    /// The text that it gives.
    Written,
    /// The items of the container that it gives, or is given.
    Insert,
    /// The items of the sequence that it is a method of.
    Scan,
}

impl Effort {
    /// Of the native of this row, a method of `owner` if there is one.
    pub(crate) fn of(def: &NativeDef, owner: Option<ClassId>) -> Effort {
        match (owner, def.name) {
            (Some(STR | BYTES | BYTEARRAY), name) if !name.starts_with("__") => Effort::Text,
            (
                Some(DICT | SET | FROZENSET),
                "copy"
                | "update"
                | "fromkeys"
                | "union"
                | "intersection"
                | "difference"
                | "symmetric_difference"
                | "issubset"
                | "issuperset"
                | "isdisjoint"
                | "intersection_update"
                | "difference_update",
            ) => Effort::Insert,
            (Some(LIST | TUPLE), "index" | "count" | "remove") => Effort::Scan,
            (None, "str" | "repr" | "ascii" | "format" | "bytes" | "bytearray") => Effort::Written,
            (None, "dict" | "set" | "frozenset") => Effort::Insert,
            _ => Effort::Constant,
        }
    }
}

/// The digits of 30 bits that CPython keeps an integer in.
pub(crate) fn digits(big: &BigInt) -> usize {
    (big.bits() / 30 + 1) as usize
}

/// How many products of digits it takes to multiply two integers of so many digits.
pub(crate) fn products(a: usize, b: usize) -> usize {
    let (short, long) = (a.min(b).max(1), a.max(b));
    let (mut part, mut parts) = (short, 1_usize);
    while part > KARATSUBA {
        part = part.div_ceil(2);
        parts = parts.saturating_mul(3);
    }
    parts.saturating_mul(part * part).saturating_mul(long.div_ceil(short))
}

impl Interp {
    /// The items, bytes or digits of a built-in value.
    pub(crate) fn size_of_work(&self, value: Value) -> usize {
        match value {
            Value::List(id) => self.heap.lists[id].items.len(),
            Value::Tuple(id) => self.heap.tuple(id).len(),
            Value::Str(id) => self.heap.text(id).len(),
            Value::Bytes(id) => self.heap.bytes[id].data.len(),
            Value::Dict(id) => self.heap.dicts[id].len(),
            Value::Set(id) => self.heap.sets[id].len(),
            Value::Big(id) => digits(&self.heap.bigs[id]),
            _ => 0,
        }
    }

    /// Takes the time of a native that was called with `args` and has given `result`.
    pub(crate) fn work_of_native(&mut self, id: NativeId, args: &[Value], result: Value) {
        let size = |place: usize| args.get(place).map_or(0, |&value| self.size_of_work(value));
        let (work, items) = match self.natives[id.index()].effort {
            Effort::Constant => return,
            Effort::Text => (Work::Text, size(0) + self.size_of_work(result)),
            Effort::Written => (Work::Text, self.size_of_work(result)),
            Effort::Insert => (Work::Insert, self.size_of_work(result).max(size(1))),
            Effort::Scan => (Work::Scan, size(0)),
        };
        self.work(work, items);
    }

    /// Takes the time of a comparison of two built-in values, as if they differed at the end of the shorter one.
    pub(crate) fn work_of_comparison(&mut self, a: Value, b: Value) {
        let items = self.size_of_work(a).min(self.size_of_work(b));
        match a {
            Value::Str(_) | Value::Bytes(_) => self.work(Work::Copy, items / TEXT_ITEM),
            Value::Big(_) => self.work(Work::Digits, items),
            _ => self.work(Work::Scan, items),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_products_cost_less_than_the_square() {
        assert_eq!(products(1, 1), 1);
        assert_eq!(products(10, 20), 200);
        assert_eq!(products(70, 70), 4_900);
        assert_eq!(products(140, 140), 3 * 4_900);
        assert_eq!(products(280, 140), 6 * 4_900);
        assert!(products(100_000, 100_000) < 100_000 * 10_000);
        assert_eq!(products(usize::MAX, usize::MAX), usize::MAX);
    }

    #[test]
    fn digits_are_of_thirty_bits() {
        assert_eq!(digits(&BigInt::from(5)), 1);
        assert_eq!(digits(&(BigInt::from(1) << 299)), 11);
    }
}
