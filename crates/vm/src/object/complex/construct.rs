//! `complex(...)`.

use super::Complex;
use super::number::as_complex;
use crate::interp::Interp;
use crate::native::{Args, NativeResult, Trap};
use crate::object::float::parse_float;
use crate::symbol::Symbol;
use crate::value::Value;

/// `complex(real=0, imag=0)`, `complex(text)`.
pub(super) fn construct(interp: &mut Interp, args: Args) -> NativeResult {
    let (first, second) = (args.get(0), args.get(1));
    if let Some(text) = first.and_then(|v| interp.text(v)) {
        if second.is_some() {
            return Err(interp.type_error("complex() can't take second arg if first is a string"));
        }
        let text = text.to_string();
        return match parse(&text) {
            Some(c) => Ok(interp.new_complex(c.real, c.imag)),
            None => Err(interp.value_error("complex() arg is a malformed string")),
        };
    }
    if second.is_some_and(|v| interp.text(v).is_some()) {
        return Err(interp.type_error("complex() second arg can't be a string"));
    }
    let (a, b) = (
        number(interp, first, "first argument must be a string or a number")?,
        number(interp, second, "second argument must be a number")?,
    );
    // Where there is no other part, nothing is added: it would turn -0.0 into 0.0.
    let is_complex = |v: Option<Value>| v.is_some_and(|v| interp.heap.complex(interp.payload(v)).is_some());
    let real = if is_complex(second) { a.real - b.imag } else { a.real };
    let imag = match (is_complex(first), second) {
        (_, None) => a.imag,
        (true, Some(_)) => a.imag + b.real,
        (false, Some(_)) => b.real,
    };
    Ok(interp.new_complex(real, imag))
}

fn number(interp: &mut Interp, value: Option<Value>, wanted: &str) -> Result<Complex, Trap> {
    let Some(value) = value else { return Ok(Complex { real: 0.0, imag: 0.0 }) };
    for name in [Symbol::FLOAT, Symbol::INDEX, Symbol::COMPLEX] {
        if interp.has_script_method(value, name) {
            return Err(Trap::Defer);
        }
    }
    match as_complex(interp, value)? {
        Some(complex) => Ok(complex),
        None => {
            let kind = interp.class_display(interp.class_of(value));
            Err(interp.type_error(format!("complex() {wanted}, not '{kind}'")))
        }
    }
}

/// `1+2j`, `3`, `-j`, perhaps in parentheses.
fn parse(text: &str) -> Option<Complex> {
    let text = crate::object::str::unicode::strip(text);
    let text = match text.strip_prefix('(') {
        Some(inner) => crate::object::str::unicode::strip(inner.strip_suffix(')')?),
        None => text,
    };
    let Some(body) = text.strip_suffix(['j', 'J']) else {
        return parse_part(text).map(|real| Complex { real, imag: 0.0 });
    };
    // The sign of the imaginary part is the last one that belongs to no exponent.
    let bytes = body.as_bytes();
    let split =
        (1..bytes.len()).rev().find(|&i| matches!(bytes[i], b'+' | b'-') && !matches!(bytes[i - 1], b'e' | b'E'));
    let (real, imag) = match split {
        Some(at) => (parse_part(&body[..at])?, &body[at..]),
        None => (0.0, body),
    };
    let imag = match imag {
        "" | "+" => 1.0,
        "-" => -1.0,
        digits => parse_part(digits)?,
    };
    Some(Complex { real, imag })
}

fn parse_part(text: &str) -> Option<f64> {
    (!text.contains(char::is_whitespace)).then(|| parse_float(text)).flatten()
}
