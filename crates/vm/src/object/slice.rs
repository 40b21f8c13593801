//! `slice`.

pub(crate) mod methods;

use crate::interp::Interp;
use crate::native::Trap;
use crate::symbol::Symbol;
use crate::value::{SliceId, Value};

#[derive(Debug, Clone)]
pub struct SliceObject {
    pub start: Value,
    pub stop: Value,
    pub step: Value,
}

impl Default for SliceObject {
    fn default() -> SliceObject {
        SliceObject { start: Value::Null, stop: Value::Null, step: Value::Null }
    }
}

/// The places of a sequence that a slice selects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Selection {
    pub start: i64,
    pub stop: i64,
    pub step: i64,
    pub count: usize,
}

impl Selection {
    /// The selected places, in order.
    pub fn places(self) -> impl DoubleEndedIterator<Item = usize> + ExactSizeIterator {
        (0..self.count).map(move |i| (self.start + i as i64 * self.step) as usize)
    }

    /// The selected items of `items`.
    pub fn pick<T: Copy>(self, items: &[T]) -> Vec<T> {
        let mut picked = Vec::with_capacity(self.count);
        self.append(items, &mut picked);
        picked
    }

    /// Append the selected items of `items`.
    #[inline]
    pub fn append<T: Copy>(self, items: &[T], out: &mut Vec<T>) {
        match self.contiguous() {
            Some(range) => out.extend_from_slice(&items[range]),
            None if self.step == -1 => {
                let first = (self.start + 1) as usize - self.count;
                out.extend(items[first..first + self.count].iter().rev());
            }
            None if self.step > 0 => {
                let from = items.get(self.start as usize..).unwrap_or_default();
                out.extend(from.chunks(self.step as usize).take(self.count).map(|chunk| chunk[0]));
            }
            None => out.extend(self.places().map(|i| items[i])),
        }
    }

    /// The selected places when they are neighbours in order.
    pub fn contiguous(self) -> Option<std::ops::Range<usize>> {
        let start = self.start as usize;
        (self.step == 1).then(|| start..start + self.count)
    }

    /// The same places in ascending order.
    pub fn ascending(self) -> Selection {
        if self.step > 0 || self.count == 0 {
            return self;
        }
        let first = self.start + (self.count as i64 - 1) * self.step;
        Selection { start: first, stop: self.start + 1, step: -self.step, count: self.count }
    }
}

/// Bring `place` into `low..=high`, counting from the end when negative.
fn clamp(place: i64, len: i64, low: i64, high: i64) -> i64 {
    let place = if place < 0 { place.saturating_add(len) } else { place };
    place.clamp(low, high)
}

/// Select from a sequence of `len` items.
pub fn select(start: Option<i64>, stop: Option<i64>, step: i64, len: usize) -> Selection {
    let len = len as i64;
    let step = step.max(-i64::MAX);
    let (low, high) = if step < 0 { (-1, len - 1) } else { (0, len) };
    let (first, last) = if step < 0 { (high, low) } else { (low, high) };
    let start = start.map_or(first, |p| clamp(p, len, low, high));
    let stop = stop.map_or(last, |p| clamp(p, len, low, high));
    let count = if step == 1 {
        // The common cases need no division.
        (stop - start).max(0)
    } else if step == -1 {
        (start - stop).max(0)
    } else if step < 0 && stop < start {
        (start - stop - 1) / -step + 1
    } else if step > 0 && start < stop {
        (stop - start - 1) / step + 1
    } else {
        0
    };
    Selection { start, stop, step, count: count as usize }
}

/// A bound that is an ordinary integer or absent.
#[inline(always)]
pub(crate) fn plain(bound: Value) -> Option<Option<i64>> {
    match bound {
        Value::Int(i) => Some(Some(i)),
        Value::None => Some(None),
        _ => None,
    }
}

impl Interp {
    /// The places that a slice selects from a sequence of `len` items. `Defer` for a script's `__index__`.
    pub fn selection(&mut self, slice: SliceId, len: usize) -> Result<Selection, Trap> {
        let SliceObject { start, stop, step } = self.heap.slices[slice];
        if let (Some(start), Some(stop), Some(None | Some(1 | -1))) = (plain(start), plain(stop), plain(step)) {
            return Ok(select(start, stop, plain(step).flatten().unwrap_or(1), len));
        }
        let step = self.slice_index(step)?.unwrap_or(1);
        if step == 0 {
            return Err(self.value_error("slice step cannot be zero"));
        }
        let start = self.slice_index(start)?;
        let stop = self.slice_index(stop)?;
        Ok(select(start, stop, step, len))
    }

    /// A bound of a slice: `None`, or an integer brought into 64 bits.
    pub fn slice_index(&mut self, value: Value) -> Result<Option<i64>, Trap> {
        match self.heap.payload(value) {
            Value::None => Ok(None),
            Value::Big(id) => {
                let negative = self.heap.bigs[id].sign() == num_bigint::Sign::Minus;
                Ok(Some(if negative { i64::MIN } else { i64::MAX }))
            }
            other => match other.as_int() {
                Some(i) => Ok(Some(i)),
                None if self.has_index(value) => Err(Trap::Defer),
                None => Err(self.type_error("slice indices must be integers or None or have an __index__ method")),
            },
        }
    }

    /// Whether the value's class has an `__index__` of its own.
    pub(crate) fn has_index(&self, value: Value) -> bool {
        self.heap.custom_class(value).is_some_and(|class| self.heap.overrides(class, Symbol::INDEX))
    }
}
