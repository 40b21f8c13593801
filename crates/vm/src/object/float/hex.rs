//! `float.fromhex`.

use crate::interp::Interp;
use crate::native::{Args, CallRequest, NativeResult, Trap};
use crate::types::FLOAT;
use crate::value::Value;
use num_bigint::BigInt;
use num_traits::Zero;

/// `float.fromhex(text)`.
pub(super) fn from_hex(interp: &mut Interp, args: Args) -> NativeResult {
    let Some(text) = interp.text(args.at(1)) else {
        return Err(interp.type_error("bad argument type for built-in operation"));
    };
    let text = crate::object::str::unicode::strip(text).to_ascii_lowercase();
    let Some(number) = parse(&text) else {
        return Err(interp.value_error("invalid hexadecimal floating-point string"));
    };
    let value = match number {
        Number::Float(f) => f,
        Number::Scaled { negative, mantissa, exponent } => {
            let ratio = match ratio(mantissa, exponent) {
                Some((numerator, denominator)) => {
                    crate::arithmetic::divide_integers(interp, &numerator, &denominator).ok()
                }
                None => None,
            };
            match ratio {
                Some(Value::Float(f)) => f.get().copysign(if negative { -1.0 } else { 1.0 }),
                _ => return Err(interp.overflow_error("hexadecimal value too large to represent as a float")),
            }
        }
    };
    match args.at(0) {
        Value::Class(class) if class != FLOAT => Err(Trap::Call(Box::new(CallRequest {
            callee: Value::Class(class),
            args: vec![Value::float(value)],
            keywords: Vec::new(),
        }))),
        _ => Ok(Value::float(value)),
    }
}

enum Number {
    Float(f64),
    /// `mantissa * 2**exponent`.
    Scaled {
        negative: bool,
        mantissa: BigInt,
        exponent: i64,
    },
}

fn parse(text: &str) -> Option<Number> {
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let sign = if negative { -1.0 } else { 1.0 };
    match text {
        "inf" | "infinity" => return Some(Number::Float(f64::INFINITY * sign)),
        "nan" => return Some(Number::Float(f64::NAN)),
        _ => {}
    }
    let text = text.strip_prefix("0x").unwrap_or(text);
    let (digits, exponent) = text.split_once('p').unwrap_or((text, "0"));
    let exponent: i64 = exponent.parse().ok()?;
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let all = format!("{whole}{fraction}");
    if all.is_empty() || !all.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    let mantissa = BigInt::parse_bytes(all.as_bytes(), 16)?;
    let exponent = exponent.checked_sub(4 * fraction.len() as i64)?;
    Some(Number::Scaled { negative, mantissa, exponent })
}

/// As a fraction of integers; `None` when it is far beyond the greatest float.
fn ratio(mantissa: BigInt, exponent: i64) -> Option<(BigInt, BigInt)> {
    let one = BigInt::from(1);
    if mantissa.is_zero() || exponent < -100_000 {
        return Some((BigInt::zero(), one));
    }
    match exponent {
        ..0 => Some((mantissa, one << -exponent)),
        0..2000 => Some((mantissa << exponent, one)),
        _ => None,
    }
}
