//! The arithmetic of complex numbers.

use super::Complex;
use crate::exceptions::OVERFLOW_ERROR;
use crate::interp::Interp;
use crate::native::{NativeResult, Trap};
use crate::value::Value;

impl Complex {
    pub(super) fn add(self, other: Complex) -> Complex {
        Complex { real: self.real + other.real, imag: self.imag + other.imag }
    }

    pub(super) fn subtract(self, other: Complex) -> Complex {
        Complex { real: self.real - other.real, imag: self.imag - other.imag }
    }

    pub(super) fn multiply(self, other: Complex) -> Complex {
        Complex {
            real: self.real * other.real - self.imag * other.imag,
            imag: self.real * other.imag + self.imag * other.real,
        }
    }

    /// Scaled by the greater part of the divisor, so that nothing overflows on the way. `None` by zero.
    pub(super) fn divide(self, other: Complex) -> Option<Complex> {
        if other.real.abs() >= other.imag.abs() {
            if other.real == 0.0 {
                return None;
            }
            let ratio = other.imag / other.real;
            let divisor = other.real + other.imag * ratio;
            let real = (self.real + self.imag * ratio) / divisor;
            let imag = (self.imag - self.real * ratio) / divisor;
            return Some(Complex { real, imag });
        }
        let ratio = other.real / other.imag;
        let divisor = other.real * ratio + other.imag;
        let real = (self.real * ratio + self.imag) / divisor;
        let imag = (self.imag * ratio - self.real) / divisor;
        Some(Complex { real, imag })
    }

    pub(super) fn size(self) -> f64 {
        self.real.hypot(self.imag)
    }

    /// A small whole power, by repeated squaring.
    fn whole_power(self, exponent: i32) -> Option<Complex> {
        let mut result = Complex { real: 1.0, imag: 0.0 };
        let mut square = self;
        let mut rest = exponent.unsigned_abs();
        while rest > 0 {
            if rest & 1 == 1 {
                result = result.multiply(square);
            }
            square = square.multiply(square);
            rest >>= 1;
        }
        if exponent < 0 { Complex { real: 1.0, imag: 0.0 }.divide(result) } else { Some(result) }
    }

    /// Any power, by size and angle.
    fn general_power(self, exponent: Complex) -> Complex {
        let (size, angle) = (self.size(), self.imag.atan2(self.real));
        let mut length = size.powf(exponent.real);
        let mut turn = angle * exponent.real;
        if exponent.imag != 0.0 {
            length /= (angle * exponent.imag).exp();
            turn += exponent.imag * size.ln();
        }
        Complex { real: length * turn.cos(), imag: length * turn.sin() }
    }
}

/// `base ** exponent`.
pub(crate) fn complex_power(interp: &mut Interp, base: Complex, exponent: Complex) -> NativeResult {
    const WHOLE: f64 = 100.0;
    if exponent.real == 0.0 && exponent.imag == 0.0 {
        return Ok(interp.new_complex(1.0, 0.0));
    }
    if base.real == 0.0 && base.imag == 0.0 {
        if exponent.imag != 0.0 || exponent.real < 0.0 {
            return Err(interp.zero_division("zero to a negative or complex power"));
        }
        return Ok(interp.new_complex(0.0, 0.0));
    }
    let is_whole = exponent.imag == 0.0 && exponent.real == exponent.real.floor() && exponent.real.abs() <= WHOLE;
    let result = match is_whole {
        true => base.whole_power(exponent.real as i32),
        false => Some(base.general_power(exponent)),
    };
    match result {
        None => Err(interp.zero_division("zero to a negative or complex power")),
        Some(c) if c.real.is_infinite() || c.imag.is_infinite() => Err(overflow(interp)),
        Some(c) => Ok(interp.new_complex(c.real, c.imag)),
    }
}

fn overflow(interp: &mut Interp) -> Trap {
    interp.raise(OVERFLOW_ERROR, "complex exponentiation")
}

/// A number of any type as a complex one; OverflowError for an int out of range.
pub(super) fn as_complex(interp: &mut Interp, value: Value) -> Result<Option<Complex>, Trap> {
    let value = interp.payload(value);
    if let Some(complex) = interp.heap.complex(value) {
        return Ok(Some(complex));
    }
    Ok(interp.as_float(value)?.map(|real| Complex { real, imag: 0.0 }))
}
