//! Constants as Python writes them.

use crate::Constant;
use std::fmt::Write;

impl Constant {
    /// `repr()` of the constant; a code object is named, not shown.
    pub fn repr(&self) -> String {
        match self {
            Constant::None => "None".to_owned(),
            Constant::True => "True".to_owned(),
            Constant::False => "False".to_owned(),
            Constant::Ellipsis => "Ellipsis".to_owned(),
            Constant::Int(n) => n.to_string(),
            Constant::BigInt(digits) => digits.to_string(),
            Constant::Float(bits) => float_repr(f64::from_bits(*bits)),
            Constant::Complex(re, im) => complex_repr(f64::from_bits(*re), f64::from_bits(*im)),
            Constant::Str(s) => string_repr(s),
            Constant::Bytes(b) => bytes_repr(b),
            Constant::Tuple(items) => match &items[..] {
                [only] => format!("({},)", only.repr()),
                _ => format!("({})", joined(items)),
            },
            Constant::FrozenSet(items) if items.is_empty() => "frozenset()".to_owned(),
            Constant::FrozenSet(items) => format!("frozenset({{{}}})", joined(items)),
            Constant::Code(code) => {
                format!("<code object {}, file \"{}\", line {}>", code.name, code.filename, code.first_line)
            }
        }
    }
}

fn joined(items: &[Constant]) -> String {
    items.iter().map(Constant::repr).collect::<Vec<_>>().join(", ")
}

/// A float in its shortest form that reads back the same.
pub fn float_repr(x: f64) -> String {
    if !x.is_finite() {
        return if x.is_nan() {
            "nan"
        } else if x > 0.0 {
            "inf"
        } else {
            "-inf"
        }
        .to_owned();
    }
    let shortest = format!("{x:e}");
    let decimals = shortest.split('e').next().unwrap_or("").split('.').nth(1).unwrap_or("").len();
    // Of two equally near texts Python takes the even one, as formatting to a given number of digits does.
    let even = format!("{x:.decimals$e}");
    let scientific = if even.parse() == Ok(x) { even } else { shortest };
    let (digits, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    if (-4..16).contains(&exponent) {
        let decimals = usize::try_from(decimals as i32 - exponent).unwrap_or(0).max(1);
        return format!("{x:.decimals$}");
    }
    format!("{digits}e{}{:02}", if exponent < 0 { '-' } else { '+' }, exponent.abs())
}

/// An imaginary number: `2j`, `1.5j`.
pub fn imaginary_repr(x: f64) -> String {
    let text = float_repr(x);
    format!("{}j", text.strip_suffix(".0").unwrap_or(&text))
}

fn complex_repr(re: f64, im: f64) -> String {
    if re == 0.0 && re.is_sign_positive() {
        return imaginary_repr(im);
    }
    let text = float_repr(re);
    let sign = if im.is_sign_negative() { "" } else { "+" };
    format!("({}{sign}{})", text.strip_suffix(".0").unwrap_or(&text), imaginary_repr(im))
}

/// A string in quotes, with escapes.
pub fn string_repr(text: &str) -> String {
    let quote = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    let mut out = String::from(quote);
    for c in text.chars() {
        let code = u32::from(c);
        let _ = match c {
            '\\' => write!(out, "\\\\"),
            '\n' => write!(out, "\\n"),
            '\r' => write!(out, "\\r"),
            '\t' => write!(out, "\\t"),
            c if c == quote => write!(out, "\\{c}"),
            _ if code < 0x20 || (0x7f..0xa1).contains(&code) || code == 0xad => write!(out, "\\x{code:02x}"),
            _ => write!(out, "{c}"),
        };
    }
    out.push(quote);
    out
}

/// Bytes in quotes, with escapes.
pub fn bytes_repr(bytes: &[u8]) -> String {
    let quote = if bytes.contains(&b'\'') && !bytes.contains(&b'"') { b'"' } else { b'\'' };
    let mut out = format!("b{}", quote as char);
    for &b in bytes {
        let _ = match b {
            b'\\' => write!(out, "\\\\"),
            b'\n' => write!(out, "\\n"),
            b'\r' => write!(out, "\\r"),
            b'\t' => write!(out, "\\t"),
            b if b == quote => write!(out, "\\{}", b as char),
            0x20..=0x7e => write!(out, "{}", b as char),
            _ => write!(out, "\\x{b:02x}"),
        };
    }
    out.push(quote as char);
    out
}
