//! Float operators, with the errors and the rounding of the division that Python gives them.

use super::power::float_power;
use crate::interp::Interp;
use crate::native::{NativeResult, Trap};
use crate::value::Value;
use gilscope_bytecode::BinaryOp;

/// Operators of two floats.
pub fn binary(interp: &mut Interp, op: BinaryOp, x: f64, y: f64) -> Option<NativeResult> {
    use BinaryOp::*;
    let result = match op {
        Add => Ok(x + y),
        Subtract => Ok(x - y),
        Multiply => Ok(x * y),
        TrueDivide if y == 0.0 => Err(interp.zero_division("float division by zero")),
        TrueDivide => Ok(x / y),
        FloorDivide => float_floor_divide(interp, x, y),
        Remainder => float_remainder(interp, x, y),
        Power => return Some(float_power(interp, x, y)),
        _ => return None,
    };
    Some(result.map(Value::float))
}

/// `x // y`.
pub fn float_floor_divide(interp: &mut Interp, x: f64, y: f64) -> Result<f64, Trap> {
    match y == 0.0 {
        true => Err(interp.zero_division("float floor division by zero")),
        false => Ok(floor_parts(x, y).0),
    }
}

/// `x % y`: of the sign of `y`.
pub fn float_remainder(interp: &mut Interp, x: f64, y: f64) -> Result<f64, Trap> {
    match y == 0.0 {
        true => Err(interp.zero_division("float modulo by zero")),
        false => Ok(floor_parts(x, y).1),
    }
}

/// `divmod(x, y)`.
pub fn float_divmod(interp: &mut Interp, x: f64, y: f64) -> Result<(f64, f64), Trap> {
    match y == 0.0 {
        true => Err(interp.zero_division("float divmod()")),
        false => Ok(floor_parts(x, y)),
    }
}

/// Floor quotient and remainder such that `x` is about `q * y + r`. The quotient is computed from the exact remainder
/// and then brought to the nearest integer, because the division alone could round up to it.
fn floor_parts(x: f64, y: f64) -> (f64, f64) {
    let mut remainder = x % y;
    let mut quotient = (x - remainder) / y;
    if remainder == 0.0 {
        remainder = 0f64.copysign(y);
    } else if (remainder < 0.0) != (y < 0.0) {
        remainder += y;
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return (0f64.copysign(x / y), remainder);
    }
    let floor = quotient.floor();
    (if quotient - floor > 0.5 { floor + 1.0 } else { floor }, remainder)
}
