//! The methods of `complex`.

use super::number::{as_complex, complex_power};
use super::{Complex, complex_text};
use crate::format::{Align, Spec, format_float};
use crate::interp::Interp;
use crate::native::{Args, NativeDef, NativeResult, Trap};
use crate::types::COMPLEX;
use crate::value::Value;

const CONSTRUCT: NativeDef = NativeDef::function("complex", super::construct::construct, 0, 2)
    .params(&["real", "imag"])
    .twin("operate.to_complex");

const METHODS: &[NativeDef] = &[
    NativeDef::method("conjugate", conjugate, 0, 0),
    NativeDef::method("__add__", add, 1, 1),
    NativeDef::method("__radd__", add, 1, 1),
    NativeDef::method("__sub__", sub, 1, 1),
    NativeDef::method("__rsub__", rsub, 1, 1),
    NativeDef::method("__mul__", mul, 1, 1),
    NativeDef::method("__rmul__", mul, 1, 1),
    NativeDef::method("__truediv__", truediv, 1, 1),
    NativeDef::method("__rtruediv__", rtruediv, 1, 1),
    NativeDef::method("__pow__", pow, 1, 2),
    NativeDef::method("__rpow__", rpow, 1, 2),
    NativeDef::method("__neg__", neg, 0, 0),
    NativeDef::method("__pos__", pos, 0, 0),
    NativeDef::method("__abs__", abs, 0, 0),
    NativeDef::method("__bool__", truth, 0, 0),
    NativeDef::method("__eq__", eq, 1, 1),
    NativeDef::method("__ne__", ne, 1, 1),
    NativeDef::method("__hash__", hash, 0, 0),
    NativeDef::method("__repr__", repr, 0, 0),
    NativeDef::method("__format__", format, 1, 1),
    NativeDef::method("__complex__", pos, 0, 0),
];

pub(crate) fn install(interp: &mut Interp) {
    interp.add_construct(COMPLEX, CONSTRUCT);
    interp.add_methods(COMPLEX, METHODS);
    interp.add_getter(COMPLEX, "real", |interp, value| Ok(Value::float(own(interp, value).real)));
    interp.add_getter(COMPLEX, "imag", |interp, value| Ok(Value::float(own(interp, value).imag)));
}

fn own(interp: &Interp, value: Value) -> Complex {
    interp.heap.complex(interp.payload(value)).unwrap_or(Complex { real: 0.0, imag: 0.0 })
}

fn result(interp: &mut Interp, c: Complex) -> NativeResult {
    Ok(interp.new_complex(c.real, c.imag))
}

/// Both operands as complex numbers; NotImplemented when the other is no number.
fn with(interp: &mut Interp, args: Args, f: fn(&mut Interp, Complex, Complex) -> NativeResult) -> NativeResult {
    let own = own(interp, args.at(0));
    match as_complex(interp, args.at(1))? {
        Some(other) => f(interp, own, other),
        None => Ok(Value::NotImplemented),
    }
}

fn add(interp: &mut Interp, args: Args) -> NativeResult {
    with(interp, args, |interp, a, b| result(interp, a.add(b)))
}

fn sub(interp: &mut Interp, args: Args) -> NativeResult {
    with(interp, args, |interp, a, b| result(interp, a.subtract(b)))
}

fn rsub(interp: &mut Interp, args: Args) -> NativeResult {
    with(interp, args, |interp, a, b| result(interp, b.subtract(a)))
}

fn mul(interp: &mut Interp, args: Args) -> NativeResult {
    with(interp, args, |interp, a, b| result(interp, a.multiply(b)))
}

fn divide(interp: &mut Interp, a: Complex, b: Complex) -> NativeResult {
    match a.divide(b) {
        Some(c) => result(interp, c),
        None => Err(interp.zero_division("complex division by zero")),
    }
}

fn truediv(interp: &mut Interp, args: Args) -> NativeResult {
    with(interp, args, divide)
}

fn rtruediv(interp: &mut Interp, args: Args) -> NativeResult {
    with(interp, args, |interp, a, b| divide(interp, b, a))
}

fn pow(interp: &mut Interp, args: Args) -> NativeResult {
    if !args.or_none(2).is_none() {
        return Err(interp.value_error("complex modulo"));
    }
    with(interp, args, complex_power)
}

fn rpow(interp: &mut Interp, args: Args) -> NativeResult {
    with(interp, args, |interp, a, b| complex_power(interp, b, a))
}

fn neg(interp: &mut Interp, args: Args) -> NativeResult {
    let c = own(interp, args.at(0));
    Ok(interp.new_complex(-c.real, -c.imag))
}

fn pos(interp: &mut Interp, args: Args) -> NativeResult {
    Ok(interp.payload(args.at(0)))
}

fn conjugate(interp: &mut Interp, args: Args) -> NativeResult {
    let c = own(interp, args.at(0));
    Ok(interp.new_complex(c.real, -c.imag))
}

fn abs(interp: &mut Interp, args: Args) -> NativeResult {
    let c = own(interp, args.at(0));
    match c.size() {
        size if size.is_infinite() && c.real.is_finite() && c.imag.is_finite() => {
            Err(interp.overflow_error("absolute value too large"))
        }
        size => Ok(Value::float(size)),
    }
}

fn truth(interp: &mut Interp, args: Args) -> NativeResult {
    let c = own(interp, args.at(0));
    Ok(Value::bool(c.real != 0.0 || c.imag != 0.0))
}

fn equal(interp: &Interp, args: Args) -> Option<bool> {
    let (a, b) = (interp.payload(args.at(0)), interp.payload(args.at(1)));
    let known = interp.heap.complex(b).is_some() || interp.heap.number(b).is_some();
    known.then(|| interp.heap.equal_complex(a, b)).flatten()
}

fn eq(interp: &mut Interp, args: Args) -> NativeResult {
    Ok(equal(interp, args).map_or(Value::NotImplemented, Value::bool))
}

fn ne(interp: &mut Interp, args: Args) -> NativeResult {
    Ok(equal(interp, args).map_or(Value::NotImplemented, |same| Value::bool(!same)))
}

fn hash(interp: &mut Interp, args: Args) -> NativeResult {
    let hash = interp.heap.hash_complex(interp.payload(args.at(0))).unwrap_or(0);
    Ok(Value::Int(hash as i64))
}

fn repr(interp: &mut Interp, args: Args) -> NativeResult {
    let text = complex_text(own(interp, args.at(0)));
    Ok(interp.str_owned(text))
}

/// Both parts by the specification, then the padding of the whole.
fn format(interp: &mut Interp, args: Args) -> NativeResult {
    let c = own(interp, args.at(0));
    let text = match interp.text(args.at(1)) {
        Some("") => complex_text(c),
        Some(spec) => match by_spec(c, spec) {
            Ok(text) => text,
            Err(message) => return Err(interp.value_error(message)),
        },
        None => return Err(Trap::Defer),
    };
    Ok(interp.str_owned(text))
}

fn by_spec(c: Complex, text: &str) -> Result<String, String> {
    let spec = Spec::parse(text, "complex")?;
    if spec.fill == Some('0') {
        return Err("Zero padding is not allowed in complex format specifier".to_string());
    }
    if spec.align == Some(Align::AfterSign) {
        return Err("'=' alignment flag is not allowed in complex format specifier".to_string());
    }
    let plain = Spec { fill: None, align: None, width: 0, ..spec.clone() };
    let signed = Spec { sign: Some(crate::format::Sign::Plus), ..plain.clone() };
    if spec.kind.is_none() && spec.precision.is_none() {
        return Ok(spec.pad(&complex_text(c), Align::Right));
    }
    let kind = if spec.kind.is_none() { Some('g') } else { spec.kind };
    let real = format_float(c.real, &Spec { kind, ..plain }, "complex")?;
    let imag = format_float(c.imag, &Spec { kind, ..signed }, "complex")?;
    let whole = match spec.kind {
        None if c.real == 0.0 => format!("{}j", imag.trim_start_matches('+')),
        None => format!("({real}{imag}j)"),
        Some(_) => format!("{real}{imag}j"),
    };
    Ok(spec.pad(&whole, Align::Right))
}
