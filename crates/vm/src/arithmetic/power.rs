//! `**` and `pow`.

use super::integer::MAX_BITS;
use crate::cost::Work;
use crate::exceptions::{MEMORY_ERROR, OVERFLOW_ERROR};
use crate::interp::Interp;
use crate::native::{NativeResult, Trap};
use crate::number::Integer;
use crate::object::complex::{Complex, complex_power};
use crate::symbol::Symbol;
use crate::value::Value;
use crate::work;
use gilscope_bytecode::BinaryOp;
use num_bigint::BigInt;
use num_integer::Integer as _;
use num_traits::{One, Signed, ToPrimitive, Zero};

/// `pow(base, exponent)` and `pow(base, exponent, modulus)`; `Defer` where script code decides.
pub fn power(interp: &mut Interp, base: Value, exponent: Value, modulus: Value) -> NativeResult {
    if modulus.is_none() {
        return super::binary_op(interp, BinaryOp::Power, base, exponent);
    }
    if interp.has_script_method(base, Symbol::POW) {
        return Err(Trap::Defer);
    }
    modular_power(interp, base, exponent, modulus)
}

/// `pow(base, exponent, modulus)` of built-in values.
pub fn modular_power(interp: &mut Interp, base: Value, exponent: Value, modulus: Value) -> NativeResult {
    let values = [base, exponent, modulus].map(|v| interp.payload(v));
    let [Some(b), Some(e), Some(m)] = values.map(|v| interp.heap.integer(v)) else {
        return Err(wrong_operands(interp, base, exponent, modulus));
    };
    if m.is_zero() {
        return Err(interp.value_error("pow() 3rd argument cannot be 0"));
    }
    if let (Integer::Small(b), Integer::Small(e @ 0..), Integer::Small(m @ 1..)) = (b, e, m) {
        return Ok(Value::Int(small_modular_power(b, e, m)));
    }
    let (mut b, e, m) = (b.to_big().into_owned(), e.to_big().into_owned(), m.to_big().into_owned());
    if e.is_negative() {
        match invert(&b, &m) {
            Some(inverse) => b = inverse,
            None => return Err(interp.value_error("base is not invertible for the given modulus")),
        }
    }
    if interp.time.is_on {
        let size = work::digits(&m);
        interp.work(Work::Digits, work::products(size, size).saturating_mul(e.bits() as usize));
    }
    // The library follows the sign of the modulus, as Python does.
    Ok(interp.heap.new_int(b.modpow(&e.abs(), &m)))
}

/// By repeated squaring; products of two 63-bit numbers fit 128 bits.
fn small_modular_power(base: i64, exponent: i64, modulus: i64) -> i64 {
    let modulus = i128::from(modulus);
    let mut square = i128::from(base).rem_euclid(modulus);
    let mut result = 1 % modulus;
    let mut rest = exponent;
    while rest > 0 {
        if rest & 1 == 1 {
            result = result * square % modulus;
        }
        square = square * square % modulus;
        rest >>= 1;
    }
    result as i64
}

fn invert(base: &BigInt, modulus: &BigInt) -> Option<BigInt> {
    let size = modulus.abs();
    let found = base.mod_floor(&size).extended_gcd(&size);
    (found.gcd.is_one() || size.is_one()).then(|| found.x.mod_floor(&size))
}

#[cold]
fn wrong_operands(interp: &mut Interp, base: Value, exponent: Value, modulus: Value) -> Trap {
    let [b, e, m] = [base, exponent, modulus].map(|v| interp.type_name(v).to_string());
    if [base, exponent, modulus].iter().any(|&v| matches!(interp.payload(v), Value::Float(_))) {
        return interp.type_error("pow() 3rd argument not allowed unless all arguments are integers");
    }
    interp.type_error(format!("unsupported operand type(s) for ** or pow(): '{b}', '{e}', '{m}'"))
}

/// `a ** b` of ints; a float when `b` is negative.
pub(super) fn int_power(interp: &mut Interp, a: Value, b: Value) -> NativeResult {
    let (Some(base), Some(exponent)) = (interp.heap.integer(a), interp.heap.integer(b)) else {
        return Err(super::unsupported(interp, BinaryOp::Power, a, b));
    };
    if exponent.is_negative() {
        let (x, y) = (interp.as_float(a)?, interp.as_float(b)?);
        return float_power(interp, x.unwrap_or_default(), y.unwrap_or_default());
    }
    if let (Integer::Small(base), Integer::Small(exponent)) = (base, exponent)
        && let Ok(exponent) = u32::try_from(exponent)
        && let Some(result) = base.checked_pow(exponent)
    {
        return Ok(Value::Int(result));
    }
    match big_power(&base.to_big(), exponent) {
        Some(result) => {
            if interp.time.is_on {
                let digits = work::digits(&result);
                interp.work(Work::Digits, work::products(digits, digits));
            }
            Ok(interp.heap.new_int(result))
        }
        None => Err(interp.raise_with(MEMORY_ERROR, &[])),
    }
}

/// `None` when the result would not fit the memory.
fn big_power(base: &BigInt, exponent: Integer<'_>) -> Option<BigInt> {
    if base.is_zero() || base.is_one() {
        return Some(base.clone());
    }
    if (-base).is_one() {
        return Some(if exponent.to_big().is_even() { BigInt::one() } else { base.clone() });
    }
    let exponent = exponent.to_big().to_u32()?;
    let bits = (base.bits() - 1).checked_mul(exponent.into())?;
    (bits <= MAX_BITS).then(|| base.pow(exponent))
}

/// `x ** y` of floats.
pub(super) fn float_power(interp: &mut Interp, x: f64, y: f64) -> NativeResult {
    if x == 0.0 && y < 0.0 && y.is_finite() {
        return Err(interp.zero_division("0.0 cannot be raised to a negative power"));
    }
    if x < 0.0 && x.is_finite() && y.is_finite() && y != y.floor() {
        let (base, exponent) = (Complex { real: x, imag: 0.0 }, Complex { real: y, imag: 0.0 });
        return complex_power(interp, base, exponent);
    }
    let result = x.powf(y);
    if result.is_infinite() && x.is_finite() && y.is_finite() {
        let text = interp.str("Numerical result out of range");
        return Err(interp.raise_with(OVERFLOW_ERROR, &[Value::Int(34), text]));
    }
    Ok(Value::float(result))
}
