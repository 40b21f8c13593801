//! `float`: construction and methods.

mod hex;

use crate::arithmetic;
use crate::float_text::float_hex;
use crate::interp::Interp;
use crate::native::{Args, NativeDef, NativeResult, Trap};
use crate::object::str::unicode::{decimal_digit, strip};
use crate::symbol::Symbol;
use crate::types::FLOAT;
use crate::value::Value;
use num_bigint::BigInt;

const CONSTRUCT: NativeDef = NativeDef::function("float", construct, 0, 1).twin("operate.to_float");

const METHODS: &[NativeDef] = &[
    NativeDef::method("as_integer_ratio", as_integer_ratio, 0, 0),
    NativeDef::method("is_integer", is_integer, 0, 0),
    NativeDef::method("conjugate", identity, 0, 0),
    NativeDef::method("hex", hex_text, 0, 0),
    NativeDef::class_method("fromhex", hex::from_hex, 1, 1),
    NativeDef::method("__int__", trunc, 0, 0),
    NativeDef::method("__trunc__", trunc, 0, 0),
    NativeDef::method("__floor__", floor, 0, 0),
    NativeDef::method("__ceil__", ceil, 0, 0),
    NativeDef::method("__float__", identity, 0, 0),
    NativeDef::method("__round__", round, 0, 1).twin("operate.round_to"),
    NativeDef::method("__format__", super::int::format, 1, 1),
    NativeDef::method("__getnewargs__", super::int::newargs, 0, 0),
];

pub(crate) fn install(interp: &mut Interp) {
    interp.add_construct(FLOAT, CONSTRUCT);
    interp.add_methods(FLOAT, METHODS);
    interp.add_methods(FLOAT, super::operator::NUMBER);
    interp.add_methods(FLOAT, crate::compare::COMPARISONS);
    interp.add_getter(FLOAT, "real", |_, value| Ok(value));
    interp.add_getter(FLOAT, "imag", |_, _| Ok(Value::float(0.0)));
}

/// `float()`, `float(x)`.
fn construct(interp: &mut Interp, args: Args) -> NativeResult {
    let Some(value) = args.get(0) else { return Ok(Value::float(0.0)) };
    if let Value::Float(_) = value {
        return Ok(value);
    }
    if [Symbol::FLOAT, Symbol::INDEX].iter().any(|&name| interp.has_script_method(value, name)) {
        return Err(Trap::Defer);
    }
    let payload = interp.payload(value);
    if let Some(f) = interp.as_float(payload)? {
        return Ok(Value::float(f));
    }
    let text = match payload {
        Value::Str(id) => interp.heap.text(id).to_string(),
        Value::Bytes(id) => crate::format::percent::latin1_text(&interp.heap.bytes[id].data),
        _ => {
            let name = interp.class_display(interp.class_of(value));
            return Err(interp.type_error(format!("float() argument must be a string or a real number, not '{name}'")));
        }
    };
    match parse_float(&text) {
        Some(f) if f.is_nan() => Ok(interp.heap.new_nan()),
        Some(f) => Ok(Value::float(f)),
        None => {
            let shown = interp.repr(payload)?;
            Err(interp.value_error(format!("could not convert string to float: {shown}")))
        }
    }
}

/// The number that `text` is.
pub fn parse_float(text: &str) -> Option<f64> {
    let text = strip(text);
    let mut clean = String::with_capacity(text.len());
    let mut previous = ' ';
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '_' {
            let between = previous.is_ascii_digit() && chars.peek().is_some_and(char::is_ascii_digit);
            if !between {
                return None;
            }
            continue;
        }
        previous = match c.is_ascii() {
            true => c,
            false => char::from_digit(decimal_digit(c)?, 10)?,
        };
        clean.push(previous);
    }
    // Rust reads everything Python does, once the underscores are gone.
    clean.parse().ok()
}

fn own(args: Args) -> f64 {
    match args.at(0) {
        Value::Float(f) => f.get(),
        _ => 0.0,
    }
}

fn identity(_interp: &mut Interp, args: Args) -> NativeResult {
    Ok(args.at(0))
}

fn is_integer(_interp: &mut Interp, args: Args) -> NativeResult {
    let f = own(args);
    Ok(Value::bool(f.is_finite() && f == f.trunc()))
}

fn hex_text(interp: &mut Interp, args: Args) -> NativeResult {
    Ok(interp.str_owned(float_hex(own(args))))
}

fn trunc(interp: &mut Interp, args: Args) -> NativeResult {
    interp.float_to_int(own(args))
}

fn floor(interp: &mut Interp, args: Args) -> NativeResult {
    interp.float_to_int(own(args).floor())
}

fn ceil(interp: &mut Interp, args: Args) -> NativeResult {
    interp.float_to_int(own(args).ceil())
}

fn round(interp: &mut Interp, args: Args) -> NativeResult {
    arithmetic::round_number(interp, args.at(0), args.or_none(1))
}

fn as_integer_ratio(interp: &mut Interp, args: Args) -> NativeResult {
    let f = own(args);
    if f.is_nan() {
        return Err(interp.value_error("cannot convert NaN to integer ratio"));
    }
    if f.is_infinite() {
        return Err(interp.overflow_error("cannot convert Infinity to integer ratio"));
    }
    let (mut mantissa, mut exponent) = decompose(f.abs());
    if mantissa == 0 {
        exponent = 0;
    } else {
        let zeros = mantissa.trailing_zeros();
        mantissa >>= zeros;
        exponent += zeros as i32;
    }
    let (mut numerator, mut denominator) = (BigInt::from(mantissa), BigInt::from(1));
    if exponent >= 0 {
        numerator <<= exponent;
    } else {
        denominator <<= -exponent;
    }
    if f < 0.0 {
        numerator = -numerator;
    }
    let pair = [interp.heap.new_int(numerator), interp.heap.new_int(denominator)];
    Ok(interp.heap.new_tuple(&pair))
}

/// A positive float as an integer times a power of two.
fn decompose(f: f64) -> (u64, i32) {
    let bits = f.to_bits();
    let exponent = ((bits >> 52) & 0x7ff) as i32;
    let fraction = bits & ((1 << 52) - 1);
    match exponent {
        0 => (fraction, -1074),
        _ => (fraction | 1 << 52, exponent - 1075),
    }
}
