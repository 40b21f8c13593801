//! `int` and `bool`: construction and methods.

mod bytes;
mod parse;

pub use parse::parse_int;

use crate::arithmetic;
use crate::interp::Interp;
use crate::native::{Args, NativeDef, NativeResult, Trap};
use crate::number::Integer;
use crate::symbol::Symbol;
use crate::types::{BOOL, INT};
use crate::value::Value;

const CONSTRUCT_INT: NativeDef =
    NativeDef::function("int", construct_int, 0, 2).params(&["", "base"]).twin("operate.to_int");
const CONSTRUCT_BOOL: NativeDef = NativeDef::function("bool", construct_bool, 0, 1).twin("operate.truth");

const METHODS: &[NativeDef] = &[
    NativeDef::method("bit_length", bit_length, 0, 0),
    NativeDef::method("bit_count", bit_count, 0, 0),
    NativeDef::method("conjugate", identity, 0, 0),
    NativeDef::method("as_integer_ratio", as_integer_ratio, 0, 0),
    NativeDef::method("is_integer", is_integer, 0, 0),
    NativeDef::method("to_bytes", bytes::to_bytes, 0, 2)
        .params(&["length", "byteorder", "signed"])
        .twin("operate.to_bytes"),
    NativeDef::class_method("from_bytes", bytes::from_bytes, 1, 2).params(&["bytes", "byteorder", "signed"]),
    NativeDef::method("__int__", identity, 0, 0),
    NativeDef::method("__index__", identity, 0, 0),
    NativeDef::method("__trunc__", identity, 0, 0),
    NativeDef::method("__floor__", identity, 0, 0),
    NativeDef::method("__ceil__", identity, 0, 0),
    NativeDef::method("__float__", float, 0, 0),
    NativeDef::method("__round__", round, 0, 1).twin("operate.round_to"),
    NativeDef::method("__format__", format, 1, 1),
    NativeDef::method("__getnewargs__", newargs, 0, 0),
];

pub(crate) fn install(interp: &mut Interp) {
    interp.add_construct(INT, CONSTRUCT_INT);
    interp.add_construct(BOOL, CONSTRUCT_BOOL);
    interp.add_methods(INT, METHODS);
    interp.add_methods(INT, super::operator::NUMBER);
    interp.add_methods(INT, super::operator::INTEGER);
    interp.add_methods(INT, crate::compare::COMPARISONS);
    interp.add_getter(INT, "real", itself);
    interp.add_getter(INT, "numerator", itself);
    interp.add_getter(INT, "imag", |_, _| Ok(Value::Int(0)));
    interp.add_getter(INT, "denominator", |_, _| Ok(Value::Int(1)));
}

/// `int()`, `int(x)`, `int(text, base)`.
fn construct_int(interp: &mut Interp, args: Args) -> NativeResult {
    let Some(value) = args.get(0) else {
        return match args.get(1) {
            Some(_) => Err(interp.type_error("int() missing string argument")),
            None => Ok(Value::Int(0)),
        };
    };
    if let Some(base) = args.get(1) {
        return with_base(interp, value, base);
    }
    match value {
        Value::Int(_) | Value::Big(_) => return Ok(value),
        Value::Float(f) => return interp.float_to_int(f.get()),
        _ => {}
    }
    if [Symbol::INT, Symbol::INDEX, Symbol::TRUNC].iter().any(|&name| interp.has_script_method(value, name)) {
        return Err(Trap::Defer);
    }
    match interp.payload(value) {
        Value::True => Ok(Value::Int(1)),
        Value::False => Ok(Value::Int(0)),
        int @ (Value::Int(_) | Value::Big(_)) => Ok(int),
        Value::Float(f) => interp.float_to_int(f.get()),
        text @ (Value::Str(_) | Value::Bytes(_)) => parse::from_text(interp, text, 10),
        _ => {
            let name = interp.class_display(interp.class_of(value));
            let message =
                format!("int() argument must be a string, a bytes-like object or a real number, not '{name}'");
            Err(interp.type_error(message))
        }
    }
}

fn with_base(interp: &mut Interp, value: Value, base: Value) -> NativeResult {
    let base = interp.clamped_index(base)?;
    let base = match u32::try_from(base) {
        Ok(base @ (0 | 2..=36)) => base,
        _ => return Err(interp.value_error("int() base must be >= 2 and <= 36, or 0")),
    };
    match interp.payload(value) {
        text @ (Value::Str(_) | Value::Bytes(_)) => parse::from_text(interp, text, base),
        _ => Err(interp.type_error("int() can't convert non-string with explicit base")),
    }
}

fn construct_bool(interp: &mut Interp, args: Args) -> NativeResult {
    match args.get(0) {
        None => Ok(Value::False),
        Some(value) => crate::truth::truthy(interp, value).map(Value::bool).ok_or(Trap::Defer),
    }
}

fn itself(interp: &mut Interp, value: Value) -> NativeResult {
    arithmetic::positive(interp, interp.payload(value))
}

fn identity(interp: &mut Interp, args: Args) -> NativeResult {
    itself(interp, args.at(0))
}

fn bit_length(interp: &mut Interp, args: Args) -> NativeResult {
    let bits = match interp.heap.integer(args.at(0)) {
        Some(Integer::Big(big)) => big.bits() as i64,
        Some(Integer::Small(i)) => 64 - i64::from(i.unsigned_abs().leading_zeros()),
        None => 0,
    };
    Ok(Value::Int(bits))
}

fn bit_count(interp: &mut Interp, args: Args) -> NativeResult {
    let ones = match interp.heap.integer(args.at(0)) {
        Some(Integer::Big(big)) => big.magnitude().count_ones() as i64,
        Some(Integer::Small(i)) => i64::from(i.unsigned_abs().count_ones()),
        None => 0,
    };
    Ok(Value::Int(ones))
}

fn as_integer_ratio(interp: &mut Interp, args: Args) -> NativeResult {
    let value = itself(interp, args.at(0))?;
    Ok(interp.heap.new_tuple(&[value, Value::Int(1)]))
}

fn is_integer(_interp: &mut Interp, _args: Args) -> NativeResult {
    Ok(Value::True)
}

fn float(interp: &mut Interp, args: Args) -> NativeResult {
    Ok(Value::float(interp.as_float(args.at(0))?.unwrap_or_default()))
}

fn round(interp: &mut Interp, args: Args) -> NativeResult {
    arithmetic::round_number(interp, args.at(0), args.or_none(1))
}

/// `__format__` of numbers and texts.
pub(crate) fn format(interp: &mut Interp, args: Args) -> NativeResult {
    match interp.payload(args.at(1)) {
        Value::Str(spec) => crate::format::format_value(interp, args.at(0), Some(spec)),
        _ => {
            let message = format!("__format__() argument must be str, not {}", interp.argument_name(args.at(1)));
            Err(interp.type_error(message))
        }
    }
}

/// `__getnewargs__`: what a copy is made from.
pub(crate) fn newargs(interp: &mut Interp, args: Args) -> NativeResult {
    Ok(interp.heap.new_tuple(&[args.at(0)]))
}
