//! `math`: functions of real numbers. Those of whole numbers are in `math_integers.rs`.

use super::math_integers;
use gilscope_vm::iteration::iter_to_vec;
use gilscope_vm::native::{Args, NativeDef, NativeResult, Trap};
use gilscope_vm::number::Number;
use gilscope_vm::value::ModuleId;
use gilscope_vm::{Interp, Value};

/// A function of one float that is defined everywhere but where it gives NaN or infinity for a finite argument.
macro_rules! unary {
    ($name:literal, $f:expr) => {
        NativeDef::function($name, |interp, args| unary(interp, args.at(0), $f), 1, 1)
    };
}

const FUNCTIONS: &[NativeDef] = &[
    unary!("acos", f64::acos),
    unary!("acosh", f64::acosh),
    unary!("asin", f64::asin),
    unary!("asinh", f64::asinh),
    unary!("atan", f64::atan),
    unary!("atanh", f64::atanh),
    unary!("cbrt", f64::cbrt),
    unary!("cos", f64::cos),
    unary!("cosh", f64::cosh),
    unary!("degrees", |x| x * (180.0 / std::f64::consts::PI)),
    unary!("exp", f64::exp),
    unary!("exp2", f64::exp2),
    unary!("expm1", f64::exp_m1),
    unary!("fabs", f64::abs),
    unary!("log1p", f64::ln_1p),
    unary!("radians", |x| x * (std::f64::consts::PI / 180.0)),
    unary!("sin", f64::sin),
    unary!("sinh", f64::sinh),
    unary!("sqrt", f64::sqrt),
    unary!("tan", f64::tan),
    unary!("tanh", f64::tanh),
    NativeDef::function("atan2", |i, args| binary(i, args, f64::atan2), 2, 2),
    NativeDef::function("copysign", |i, args| binary(i, args, f64::copysign), 2, 2),
    NativeDef::function("fmod", fmod, 2, 2),
    NativeDef::function("pow", pow, 2, 2),
    NativeDef::function("remainder", remainder, 2, 2),
    NativeDef::function("log", log, 1, 2),
    NativeDef::function("log2", |i, args| logarithm(i, args.at(0), f64::log2), 1, 1),
    NativeDef::function("log10", |i, args| logarithm(i, args.at(0), f64::log10), 1, 1),
    NativeDef::function("isnan", |i, args| Ok(Value::bool(real(i, args.at(0))?.is_nan())), 1, 1),
    NativeDef::function("isinf", |i, args| Ok(Value::bool(real(i, args.at(0))?.is_infinite())), 1, 1),
    NativeDef::function("isfinite", |i, args| Ok(Value::bool(real(i, args.at(0))?.is_finite())), 1, 1),
    NativeDef::function("isclose", isclose, 2, 2).params(&["a", "b", "rel_tol", "abs_tol"]),
    NativeDef::function("modf", modf, 1, 1),
    NativeDef::function("frexp", frexp, 1, 1),
    NativeDef::function("ldexp", ldexp, 2, 2),
    NativeDef::function("hypot", hypot, 0, 255),
    NativeDef::function("dist", dist, 2, 2),
    NativeDef::function("fsum", fsum, 1, 1).twin("numeric.fsum"),
    NativeDef::function("floor", |i, args| rounded(i, args.at(0), f64::floor), 1, 1).twin("numeric.floor"),
    NativeDef::function("ceil", |i, args| rounded(i, args.at(0), f64::ceil), 1, 1).twin("numeric.ceil"),
    NativeDef::function("trunc", |i, args| rounded(i, args.at(0), f64::trunc), 1, 1).twin("numeric.trunc"),
];

pub(crate) fn init(interp: &mut Interp) -> ModuleId {
    let module = interp.add_module("math", FUNCTIONS);
    math_integers::install(interp);
    let constants = [
        ("pi", std::f64::consts::PI),
        ("e", std::f64::consts::E),
        ("tau", std::f64::consts::TAU),
        ("inf", f64::INFINITY),
        ("nan", f64::NAN),
    ];
    for (name, value) in constants {
        interp.set_global(module, name, Value::float(value));
    }
    module
}

/// The argument as a float.
fn real(interp: &mut Interp, value: Value) -> Result<f64, Trap> {
    match interp.as_float(value)? {
        Some(x) => Ok(x),
        None => {
            let message = format!("must be real number, not {}", interp.type_name(value));
            Err(interp.type_error(message))
        }
    }
}

fn domain_error(interp: &mut Interp) -> Trap {
    interp.value_error("math domain error")
}

fn range_error(interp: &mut Interp) -> Trap {
    interp.overflow_error("math range error")
}

/// NaN out of a number is outside the domain, infinity out of a finite number is too large.
fn checked(interp: &mut Interp, result: f64, finite: bool) -> NativeResult {
    if result.is_nan() && finite {
        return Err(domain_error(interp));
    }
    if result.is_infinite() && finite {
        return Err(range_error(interp));
    }
    Ok(Value::float(result))
}

fn unary(interp: &mut Interp, value: Value, f: fn(f64) -> f64) -> NativeResult {
    let x = real(interp, value)?;
    let result = f(x);
    if result.is_nan() && !x.is_nan() {
        return Err(domain_error(interp));
    }
    // A pole, as of atanh(1) or log1p(-1), is outside the domain; elsewhere infinity means overflow.
    if result.is_infinite() && x.is_finite() && x.abs() <= 1.0 {
        return Err(domain_error(interp));
    }
    checked(interp, result, x.is_finite())
}

fn pair(interp: &mut Interp, args: Args<'_>) -> Result<(f64, f64), Trap> {
    Ok((real(interp, args.at(0))?, real(interp, args.at(1))?))
}

fn binary(interp: &mut Interp, args: Args<'_>, f: fn(f64, f64) -> f64) -> NativeResult {
    let (x, y) = pair(interp, args)?;
    Ok(Value::float(f(x, y)))
}

fn fmod(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let (x, y) = pair(interp, args)?;
    let result = x % y;
    if result.is_nan() && !x.is_nan() && !y.is_nan() {
        return Err(domain_error(interp));
    }
    Ok(Value::float(result))
}

fn pow(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let (x, y) = pair(interp, args)?;
    let result = x.powf(y);
    if x == 0.0 && y < 0.0 && y.is_finite() {
        return Err(domain_error(interp));
    }
    checked(interp, result, x.is_finite() && y.is_finite())
}

/// IEEE 754 remainder: the nearest multiple is taken away, half-way cases to the even one.
fn remainder(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let (x, y) = pair(interp, args)?;
    if x.is_nan() || y.is_nan() {
        return Ok(Value::float(f64::NAN));
    }
    if x.is_infinite() || y == 0.0 {
        return Err(domain_error(interp));
    }
    if y.is_infinite() {
        return Ok(Value::float(x));
    }
    let (ax, ay) = (x.abs(), y.abs());
    let m = ax % ay;
    let c = ay - m;
    let r = if m < c {
        m
    } else if m > c {
        -c
    } else {
        m - 2.0 * ((0.5 * (ax - m)) % ay)
    };
    Ok(Value::float(1f64.copysign(x) * r))
}

/// A logarithm, also of integers that no float can hold.
fn logarithm(interp: &mut Interp, value: Value, f: fn(f64) -> f64) -> NativeResult {
    if let Some(Number::Big(big)) = interp.heap.number(value) {
        if big.sign() == num_bigint::Sign::Minus {
            return Err(domain_error(interp));
        }
        let shift = big.bits().saturating_sub(64);
        let top = math_integers::to_float(&(big >> shift));
        return Ok(Value::float(f(top) + shift as f64 * f(2.0)));
    }
    let x = real(interp, value)?;
    if x <= 0.0 {
        return Err(domain_error(interp));
    }
    Ok(Value::float(f(x)))
}

fn log(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let number = logarithm(interp, args.at(0), f64::ln)?;
    let Some(base) = args.get(1) else { return Ok(number) };
    let base = logarithm(interp, base, f64::ln)?;
    let (number, base) = (real(interp, number)?, real(interp, base)?);
    if base == 0.0 {
        return Err(interp.raise(gilscope_vm::exceptions::ZERO_DIVISION_ERROR, "float division by zero"));
    }
    Ok(Value::float(number / base))
}

fn isclose(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let (a, b) = pair(interp, args)?;
    let relative = args.get(2).map_or(Ok(1e-9), |v| real(interp, v))?;
    let absolute = args.get(3).map_or(Ok(0.0), |v| real(interp, v))?;
    if relative < 0.0 || absolute < 0.0 {
        return Err(interp.value_error("tolerances must be non-negative"));
    }
    if a == b {
        return Ok(Value::True);
    }
    if a.is_infinite() || b.is_infinite() {
        return Ok(Value::False);
    }
    let difference = (b - a).abs();
    let close = difference <= (relative * b).abs() || difference <= (relative * a).abs() || difference <= absolute;
    Ok(Value::bool(close))
}

fn modf(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let x = real(interp, args.at(0))?;
    let fraction = if x.is_infinite() { 0.0f64.copysign(x) } else { (x - x.trunc()).copysign(x) };
    Ok(interp.heap.new_tuple(&[Value::float(fraction), Value::float(x.trunc())]))
}

/// `x` is the first result times two to the power of the second.
fn frexp(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let x = real(interp, args.at(0))?;
    if x == 0.0 || !x.is_finite() {
        return Ok(interp.heap.new_tuple(&[Value::float(x), Value::Int(0)]));
    }
    // A subnormal number is brought into the normal range first.
    let (scaled, shift) = if x.abs() < f64::MIN_POSITIVE { (x * 2f64.powi(54), -54) } else { (x, 0) };
    let bits = scaled.to_bits();
    let exponent = ((bits >> 52) & 0x7ff) as i64 - 1022;
    let mantissa = f64::from_bits((bits & !(0x7ff << 52)) | (1022 << 52));
    Ok(interp.heap.new_tuple(&[Value::float(mantissa), Value::Int(exponent + shift)]))
}

fn ldexp(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let x = real(interp, args.at(0))?;
    let exponent = interp.clamped_index(args.at(1))?;
    if x == 0.0 || !x.is_finite() {
        return Ok(Value::float(x));
    }
    let mut left = exponent.clamp(-2200, 2200);
    let mut result = x;
    while left != 0 {
        let step = left.clamp(-1000, 1000);
        result *= 2f64.powi(step as i32);
        left -= step;
    }
    if result.is_infinite() { Err(range_error(interp)) } else { Ok(Value::float(result)) }
}

fn reals(interp: &mut Interp, values: &[Value]) -> Result<Vec<f64>, Trap> {
    values.iter().map(|&value| real(interp, value)).collect()
}

fn length(coordinates: &[f64]) -> f64 {
    let largest = coordinates.iter().fold(0.0, |most: f64, x| most.max(x.abs()));
    if coordinates.iter().any(|x| x.is_infinite()) {
        return f64::INFINITY;
    }
    if largest == 0.0 || !largest.is_finite() {
        return coordinates.iter().fold(largest, |sum, x| if x.is_nan() { f64::NAN } else { sum });
    }
    // Scaled by a power of two and summed in double precision twice over, so that the root is rounded once.
    let scale = 2f64.powi(-(largest.log2().floor() as i32).clamp(-1022, 1022));
    let (mut sum, mut rest) = (0.0f64, 0.0f64);
    for x in coordinates.iter().map(|x| x * scale) {
        let square = x * x;
        let next = sum + square;
        rest += x.mul_add(x, -square) + (sum - next + square);
        sum = next;
    }
    let root = (sum + rest).sqrt();
    let left = (-root).mul_add(root, sum) + rest;
    (root + left / (2.0 * root)) / scale
}

fn hypot(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let coordinates = reals(interp, args.values)?;
    Ok(Value::float(length(&coordinates)))
}

fn dist(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let (p, q) = (iter_to_vec(interp, args.at(0))?, iter_to_vec(interp, args.at(1))?);
    if p.len() != q.len() {
        return Err(interp.value_error("both points must have the same number of dimensions"));
    }
    let (p, q) = (reals(interp, &p)?, reals(interp, &q)?);
    let differences: Vec<f64> = p.iter().zip(&q).map(|(a, b)| a - b).collect();
    Ok(Value::float(length(&differences)))
}

/// The exact sum, rounded once: partial sums that do not overlap (Shewchuk 1997).
fn fsum(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let values = iter_to_vec(interp, args.at(0))?;
    let values = reals(interp, &values)?;
    if values.iter().any(|x| !x.is_finite()) {
        return Ok(Value::float(values.iter().sum()));
    }
    let mut partials: Vec<f64> = Vec::new();
    for mut x in values {
        let mut kept = 0;
        for index in 0..partials.len() {
            let mut y = partials[index];
            if x.abs() < y.abs() {
                std::mem::swap(&mut x, &mut y);
            }
            let high = x + y;
            let low = y - (high - x);
            if low != 0.0 {
                partials[kept] = low;
                kept += 1;
            }
            x = high;
        }
        partials.truncate(kept);
        partials.push(x);
    }
    Ok(Value::float(rounded_sum(&partials)))
}

/// Adds from the largest down, and corrects a half-way case by the sign of what is left.
fn rounded_sum(partials: &[f64]) -> f64 {
    let Some((&last, rest)) = partials.split_last() else { return 0.0 };
    let mut high = last;
    for (index, &y) in rest.iter().enumerate().rev() {
        let x = high;
        high = x + y;
        let low = y - (high - x);
        if low != 0.0 {
            let next = index.checked_sub(1).map_or(0.0, |i| rest[i]);
            if (low < 0.0 && next < 0.0) || (low > 0.0 && next > 0.0) {
                let doubled = low * 2.0;
                let corrected = high + doubled;
                if doubled == corrected - high {
                    high = corrected;
                }
            }
            break;
        }
    }
    high
}

/// `floor`, `ceil`, `trunc`: an integer.
fn rounded(interp: &mut Interp, value: Value, f: fn(f64) -> f64) -> NativeResult {
    match interp.heap.number(value) {
        Some(Number::Float(x)) => interp.float_to_int(f(x)),
        Some(Number::Int(i)) => Ok(Value::Int(i)),
        Some(Number::Big(_)) => Ok(value),
        None if matches!(value, Value::Instance(_)) => Err(Trap::Defer),
        None => {
            real(interp, value)?;
            Ok(Value::None)
        }
    }
}
