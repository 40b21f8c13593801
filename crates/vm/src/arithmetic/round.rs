//! `round`.

use crate::exceptions::OVERFLOW_ERROR;
use crate::interp::Interp;
use crate::native::{NativeResult, Trap};
use crate::number::Number;
use crate::symbol::Symbol;
use crate::value::Value;
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{FromPrimitive, Signed, ToPrimitive, Zero};

/// `round(number, digits)`; `digits` is `None` when absent. `Defer` where script code decides.
pub fn round_number(interp: &mut Interp, number: Value, digits: Value) -> NativeResult {
    if interp.has_script_method(number, Symbol::ROUND) {
        return Err(Trap::Defer);
    }
    let value = interp.payload(number);
    if interp.heap.number(value).is_none() {
        let message = format!("type {} doesn't define __round__ method", interp.type_name(number));
        return Err(interp.type_error(message));
    }
    let digits = if digits.is_none() { None } else { Some(interp.clamped_index(digits)?) };
    match (interp.heap.number(value), digits) {
        (Some(Number::Float(f)), None) => interp.float_to_int(f.round_ties_even()),
        (Some(Number::Float(f)), Some(digits)) => round_float(interp, f, digits),
        (Some(Number::Int(_) | Number::Big(_)), Some(digits)) if digits < 0 => Ok(round_int(interp, value, digits)),
        _ => super::positive(interp, value),
    }
}

/// A float rounded to `digits` decimal places, half to even of its exact value.
fn round_float(interp: &mut Interp, f: f64, digits: i64) -> NativeResult {
    // Beyond these no double has digits to round, or none is left.
    if !f.is_finite() || f == 0.0 || digits > 323 {
        return Ok(Value::float(f));
    }
    if digits < -308 {
        return Ok(Value::float(0f64.copysign(f)));
    }
    let rounded = if digits >= 0 {
        format!("{f:.*}", digits as usize).parse().unwrap_or(f)
    } else {
        round_whole(f, -digits as u32)
    };
    if rounded.is_infinite() {
        return Err(interp.raise(OVERFLOW_ERROR, "rounded value too large to represent"));
    }
    Ok(Value::float(rounded))
}

/// `f` rounded to a multiple of `10**places`.
fn round_whole(f: f64, places: u32) -> f64 {
    let Some(whole) = BigInt::from_f64(f.abs().trunc()) else { return f };
    let unit = BigInt::from(10).pow(places);
    let (quotient, rest) = whole.div_rem(&unit);
    let twice: BigInt = rest * 2;
    let fraction = f.fract() != 0.0;
    let up = twice > unit || (twice == unit && (fraction || quotient.is_odd()));
    let result = if up { (quotient + 1) * unit } else { quotient * unit };
    result.to_f64().unwrap_or(f64::INFINITY).copysign(f)
}

/// An int rounded to a multiple of `10**-digits`, half to even.
fn round_int(interp: &mut Interp, value: Value, digits: i64) -> Value {
    let Some(integer) = interp.heap.integer(value) else { return value };
    let big = integer.to_big().into_owned();
    let places = digits.unsigned_abs();
    // 10**places beyond twice the number: everything rounds to 0.
    if places.saturating_mul(3) > big.bits() + 3 {
        return Value::Int(0);
    }
    let unit = BigInt::from(10).pow(places as u32);
    let (quotient, rest) = big.div_mod_floor(&unit);
    let twice: BigInt = rest * 2;
    let up = twice > unit || (twice == unit && quotient.is_odd());
    let result = if up { (quotient + 1) * unit } else { quotient * unit };
    debug_assert!(!result.is_negative() || big.is_negative() || result.is_zero());
    interp.heap.new_int(result)
}
