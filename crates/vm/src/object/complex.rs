//! `complex`.

mod construct;
mod methods;
mod number;

pub(crate) use methods::install;
pub(crate) use number::complex_power;

use crate::float_text::push_repr;
use crate::heap::Heap;
use crate::heap::collect::Marker;
use crate::interp::Interp;
use crate::object::{Opaque, OpaqueObject};
use crate::value::Value;
use std::any::Any;

/// A complex number. It is rare, so it has no arena and no kind of value of its own.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Complex {
    pub(crate) real: f64,
    pub(crate) imag: f64,
}

impl Opaque for Complex {
    fn trace(&self, _marker: &mut Marker) {}

    fn boxed_clone(&self) -> Box<dyn Opaque> {
        Box::new(*self)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }
}

impl Heap {
    /// The complex number that `value` is.
    pub(crate) fn complex(&self, value: Value) -> Option<Complex> {
        match value {
            Value::Opaque(id) => self.opaques[id].get::<Complex>().copied(),
            _ => None,
        }
    }

    /// Whether a complex number equals a number.
    pub(crate) fn equal_complex(&self, a: Value, b: Value) -> Option<bool> {
        let (complex, other) = match (self.complex(a), self.complex(b)) {
            (Some(a), Some(b)) => return Some(a == b),
            (Some(a), None) => (a, b),
            (None, Some(b)) => (b, a),
            (None, None) => return None,
        };
        let same = self.compare_numbers(Value::float(complex.real), other).flatten();
        Some(complex.imag == 0.0 && same == Some(std::cmp::Ordering::Equal))
    }

    /// `hash` of a complex number.
    pub(crate) fn hash_complex(&self, value: Value) -> Option<u64> {
        let Complex { real, imag } = self.complex(value)?;
        let (real, imag) = (crate::hash::hash_float(real), crate::hash::hash_float(imag));
        let hash = real.wrapping_add(imag.wrapping_mul(1_000_003));
        Some(if hash == u64::MAX { u64::MAX - 1 } else { hash })
    }
}

impl Interp {
    /// A `complex`.
    pub(crate) fn new_complex(&mut self, real: f64, imag: f64) -> Value {
        self.heap.charge(64);
        let content: Box<dyn Opaque> = Box::new(Complex { real, imag });
        let class = crate::types::COMPLEX;
        Value::Opaque(self.heap.opaques.alloc(OpaqueObject { class, content: Some(content) }))
    }
}

/// A part as `repr` shows it: without the `.0` of a float.
fn part(f: f64, signed: bool) -> String {
    let mut text = String::new();
    if signed && !f.is_sign_negative() {
        text.push('+');
    }
    push_repr(&mut text, f);
    match text.strip_suffix(".0") {
        Some(whole) => whole.to_string(),
        None => text,
    }
}

/// `repr` of a complex number.
pub(crate) fn complex_text(c: Complex) -> String {
    if c.real == 0.0 && !c.real.is_sign_negative() {
        return format!("{}j", part(c.imag, false));
    }
    format!("({}{}j)", part(c.real, false), part(c.imag, true))
}
