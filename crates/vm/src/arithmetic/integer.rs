//! Integer operators: 64-bit values with checked arithmetic, big ones from the library.

use crate::cost::Work;
use crate::exceptions::MEMORY_ERROR;
use crate::interp::Interp;
use crate::native::{NativeResult, Trap};
use crate::number::Integer;
use crate::value::Value;
use crate::work;
use gilscope_bytecode::BinaryOp;
use num_bigint::BigInt;
use num_integer::Integer as _;
use num_traits::{Signed, ToPrimitive, Zero};

/// More bits than this are a MemoryError (1 GiB).
pub const MAX_BITS: u64 = 1 << 33;

/// Operators of two ints within 64 bits.
pub fn small_binary(interp: &mut Interp, op: BinaryOp, x: i64, y: i64) -> Option<NativeResult> {
    use BinaryOp::*;
    let small = match op {
        Add => x.checked_add(y),
        Subtract => x.checked_sub(y),
        Multiply => x.checked_mul(y),
        And => Some(x & y),
        Or => Some(x | y),
        Xor => Some(x ^ y),
        FloorDivide | Remainder if y == 0 => return Some(Err(division_by_zero(interp, op))),
        FloorDivide => x.checked_div(y).map(|q| if x % y != 0 && (x < 0) != (y < 0) { q - 1 } else { q }),
        Remainder => Some(floor_remainder(x, y)),
        LShift => small_shift(x, y),
        RShift if y >= 0 => Some(x >> y.min(63)),
        TrueDivide => return Some(divide_small(interp, x, y)),
        _ => None,
    };
    match small {
        Some(i) => Some(Ok(Value::Int(i))),
        None => int_binary(interp, op, Value::Int(x), Value::Int(y)),
    }
}

fn floor_remainder(x: i64, y: i64) -> i64 {
    let r = x.wrapping_rem(y);
    if r != 0 && (r < 0) != (y < 0) { r + y } else { r }
}

fn small_shift(x: i64, y: i64) -> Option<i64> {
    if x == 0 && y >= 0 {
        return Some(0);
    }
    if !(0..63).contains(&y) {
        return None;
    }
    let shifted = x << y;
    (shifted >> y == x).then_some(shifted)
}

fn divide_small(interp: &mut Interp, x: i64, y: i64) -> NativeResult {
    const EXACT: u64 = 1 << 53;
    if y == 0 {
        return Err(division_by_zero(interp, BinaryOp::TrueDivide));
    }
    if x.unsigned_abs() <= EXACT && y.unsigned_abs() <= EXACT {
        return Ok(Value::float(x as f64 / y as f64));
    }
    divide_integers(interp, &x.into(), &y.into())
}

#[cold]
fn division_by_zero(interp: &mut Interp, op: BinaryOp) -> Trap {
    interp.zero_division(match op {
        BinaryOp::TrueDivide => "division by zero",
        BinaryOp::Remainder => "integer modulo by zero",
        _ => "integer division or modulo by zero",
    })
}

/// Operators of two ints of any size.
pub fn int_binary(interp: &mut Interp, op: BinaryOp, a: Value, b: Value) -> Option<NativeResult> {
    use BinaryOp::*;
    match op {
        LShift | RShift => return Some(shift(interp, op, a, b)),
        Power => return Some(super::power::int_power(interp, a, b)),
        MatrixMultiply => return None,
        _ => {}
    }
    let (x, y) = (interp.heap.integer(a)?, interp.heap.integer(b)?);
    if matches!(op, FloorDivide | Remainder | TrueDivide) && y.is_zero() {
        return Some(Err(division_by_zero(interp, op)));
    }
    let work = match op {
        _ if !interp.time.is_on => 0,
        Multiply | FloorDivide | Remainder | TrueDivide => work::products(x.digits(), y.digits()),
        _ => x.digits().max(y.digits()),
    };
    let (x, y) = (x.to_big(), y.to_big());
    let result = match op {
        Add => &*x + &*y,
        Subtract => &*x - &*y,
        Multiply => &*x * &*y,
        And => &*x & &*y,
        Or => &*x | &*y,
        Xor => &*x ^ &*y,
        FloorDivide => x.div_floor(&y),
        Remainder => x.mod_floor(&y),
        TrueDivide => {
            let (x, y) = (x.into_owned(), y.into_owned());
            interp.work(Work::Digits, work);
            return Some(divide_integers(interp, &x, &y));
        }
        _ => return None,
    };
    interp.work(Work::Digits, work);
    Some(Ok(interp.heap.new_int(result)))
}

fn shift(interp: &mut Interp, op: BinaryOp, a: Value, b: Value) -> NativeResult {
    let (Some(x), Some(by)) = (interp.heap.integer(a), interp.heap.integer(b)) else {
        return Err(super::unsupported(interp, op, a, b));
    };
    if by.is_negative() {
        return Err(interp.value_error("negative shift count"));
    }
    let count = match by {
        Integer::Small(i) => i as u64,
        Integer::Big(_) => u64::MAX,
    };
    let result = match op {
        _ if x.is_zero() => return Ok(Value::Int(0)),
        BinaryOp::RShift if count > MAX_BITS => return Ok(Value::Int(if x.is_negative() { -1 } else { 0 })),
        BinaryOp::RShift => &*x.to_big() >> count,
        _ if count > i64::MAX as u64 => return Err(interp.overflow_error("too many digits in integer")),
        _ if count > MAX_BITS => return Err(interp.raise_with(MEMORY_ERROR, &[])),
        _ => &*x.to_big() << count,
    };
    Ok(interp.heap.new_int(result))
}

/// Quotient and remainder, rounded towards minus infinity.
pub fn int_divmod(interp: &mut Interp, a: Value, b: Value) -> Result<(Value, Value), Trap> {
    let zero = (Integer::Small(0), Integer::Small(0));
    let (x, y) = interp.heap.integer(a).zip(interp.heap.integer(b)).unwrap_or(zero);
    if y.is_zero() {
        return Err(division_by_zero(interp, BinaryOp::FloorDivide));
    }
    let (quotient, remainder) = x.to_big().div_mod_floor(&y.to_big());
    Ok((interp.heap.new_int(quotient), interp.heap.new_int(remainder)))
}

/// `x / y` of integers, correctly rounded; `y` is not zero.
pub fn divide_integers(interp: &mut Interp, x: &BigInt, y: &BigInt) -> NativeResult {
    match quotient(x, y) {
        Some(f) => Ok(Value::float(f)),
        None => Err(interp.overflow_error("integer division result too large for a float")),
    }
}

fn quotient(x: &BigInt, y: &BigInt) -> Option<f64> {
    const MANTISSA: i64 = 53;
    const LOWEST: i64 = -1074;
    if x.is_zero() {
        return Some(if y.is_negative() { -0.0 } else { 0.0 });
    }
    let negative = x.is_negative() != y.is_negative();
    let (x, y) = (x.abs(), y.abs());
    // Scaled by 2**shift the quotient has two bits more than a double keeps, at least.
    let shift = MANTISSA + 3 - (x.bits() as i64 - y.bits() as i64);
    if shift > MAX_BITS as i64 {
        return Some(if negative { -0.0 } else { 0.0 });
    }
    let (numerator, denominator) = if shift >= 0 { (x << shift, y) } else { (x, y << -shift) };
    let (scaled, rest) = numerator.div_rem(&denominator);
    let scaled = scaled.to_u64()?;
    let bits = 64 - i64::from(scaled.leading_zeros());
    // Of a subnormal result fewer bits are kept.
    let keep = MANTISSA.min(bits - shift - LOWEST);
    if keep < 0 {
        return Some(if negative { -0.0 } else { 0.0 });
    }
    let dropped = bits - keep;
    let mut mantissa = scaled >> dropped;
    let tail = scaled & ((1 << dropped) - 1);
    let half = 1 << (dropped - 1);
    if tail > half || (tail == half && (!rest.is_zero() || mantissa & 1 == 1)) {
        mantissa += 1;
    }
    let result = scale(mantissa as f64, dropped - shift);
    result.is_finite().then_some(if negative { -result } else { result })
}

/// `f * 2**exponent`, exact when the result is representable.
fn scale(f: f64, exponent: i64) -> f64 {
    let half = (exponent / 2).clamp(-1022, 1023);
    let rest = (exponent - half).clamp(-1022, 1023);
    f * 2f64.powi(half as i32) * 2f64.powi(rest as i32)
}
