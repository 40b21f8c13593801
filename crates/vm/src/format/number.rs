//! Numbers by a format specification: presentation, sign, prefix, digit groups, padding.

use super::spec::{Align, Sign, Spec};
use crate::exceptions::OVERFLOW_ERROR;
use crate::float_text::{exponent_form, fixed_form, float_repr, general_form, non_finite};
use crate::interp::Interp;
use crate::native::Trap;
use crate::number::Integer;
use crate::value::Value;

/// The pieces of a formatted number.
struct Pieces<'a> {
    negative: bool,
    /// `0x`.
    prefix: &'a str,
    /// What is grouped, and padded with zeros.
    digits: &'a str,
    /// Fraction, exponent, percent sign.
    rest: &'a str,
    /// Digits in a group.
    group: usize,
}

/// `format` of an int.
pub fn format_integer(interp: &mut Interp, value: Value, spec: &Spec, type_name: &str) -> Result<String, Trap> {
    match spec.kind {
        None | Some('d' | 'n' | 'b' | 'o' | 'x' | 'X' | 'c') => {}
        Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%') => {
            let float = interp.as_float(value)?.unwrap_or_default();
            return format_float(float, spec, type_name).map_err(|message| interp.value_error(message));
        }
        _ => return Err(interp.value_error(spec.unknown_code(type_name))),
    }
    if spec.precision.is_some() {
        return Err(interp.value_error("Precision not allowed in integer format specifier"));
    }
    if spec.no_negative_zero {
        return Err(interp.value_error("Negative zero coercion (z) not allowed in integer format specifier"));
    }
    if spec.kind == Some('c') {
        return format_character(interp, value, spec);
    }
    let (text, prefix, group) = match spec.kind {
        Some('b') => (interp.in_radix(value, 2), "0b", 4),
        Some('o') => (interp.in_radix(value, 8), "0o", 4),
        Some('x') => (interp.in_radix(value, 16), "0x", 4),
        Some('X') => (interp.in_radix(value, 16).to_ascii_uppercase(), "0X", 4),
        _ => (interp.decimal(value)?, "", 3),
    };
    let prefix = if spec.alternate { prefix } else { "" };
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, &*text),
    };
    Ok(assemble(Pieces { negative, prefix, digits, rest: "", group }, spec))
}

fn format_character(interp: &mut Interp, value: Value, spec: &Spec) -> Result<String, Trap> {
    if spec.sign.is_some() {
        return Err(interp.value_error("Sign not allowed with integer format specifier 'c'"));
    }
    if spec.alternate {
        return Err(interp.value_error("Alternate form (#) not allowed with integer format specifier 'c'"));
    }
    if matches!(value, Value::Big(_)) {
        return Err(interp.raise(OVERFLOW_ERROR, "Python int too large to convert to C long"));
    }
    let c = value.as_int().and_then(|i| u32::try_from(i).ok()).and_then(char::from_u32);
    match c {
        Some(c) => Ok(spec.pad(c.encode_utf8(&mut [0; 4]), Align::Right)),
        None => Err(interp.raise(OVERFLOW_ERROR, "%c arg not in range(0x110000)")),
    }
}

/// `format` of a float; the message of the ValueError when the code is unknown.
pub fn format_float(f: f64, spec: &Spec, type_name: &str) -> Result<String, String> {
    let precision = spec.precision.unwrap_or(6);
    let size = f.abs();
    let keep = spec.alternate;
    let mut text = match spec.kind {
        None | Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'n' | '%') if !f.is_finite() => non_finite(size).to_string(),
        None if spec.precision.is_some() => general_form(size, precision, keep, true),
        None => with_point(float_repr(size), keep),
        Some('e' | 'E') => exponent_form(size, precision, keep),
        Some('f' | 'F') => fixed_form(size, precision, keep),
        Some('g' | 'G' | 'n') => general_form(size, precision, keep, false),
        Some('%') => fixed_form(size * 100.0, precision, keep),
        _ => return Err(spec.unknown_code(type_name)),
    };
    if !text.starts_with(|c: char| c.is_ascii_digit()) && spec.kind == Some('%') && f.is_finite() {
        // The product with 100 was beyond the greatest float.
        text = "inf".to_string();
    }
    if spec.kind == Some('%') {
        text.push('%');
    }
    if matches!(spec.kind, Some('E' | 'F' | 'G')) {
        text.make_ascii_uppercase();
    }
    let mut negative = f.is_sign_negative() && !f.is_nan();
    if spec.no_negative_zero && !text.bytes().take_while(|&b| b != b'e').any(|b| matches!(b, b'1'..=b'9' | b'i')) {
        negative = false;
    }
    let whole = text.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = text.split_at(whole);
    Ok(assemble(Pieces { negative, prefix: "", digits, rest, group: 3 }, spec))
}

/// With `#` even a mantissa without a fraction keeps its point.
fn with_point(text: String, keep: bool) -> String {
    match text.split_once('e') {
        Some((mantissa, exponent)) if keep && !mantissa.contains('.') => format!("{mantissa}.e{exponent}"),
        _ => text,
    }
}

fn assemble(pieces: Pieces<'_>, spec: &Spec) -> String {
    let sign = match (pieces.negative, spec.sign) {
        (true, _) => "-",
        (false, Some(Sign::Plus)) => "+",
        (false, Some(Sign::Space)) => " ",
        _ => "",
    };
    if spec.width == 0 && spec.grouping.is_none() {
        return [sign, pieces.prefix, pieces.digits, pieces.rest].concat();
    }
    let align = spec.align.unwrap_or(Align::Right);
    let zeros = align == Align::AfterSign && spec.fill == Some('0');
    let fixed = sign.len() + pieces.prefix.len() + pieces.rest.len();
    let least = if zeros { spec.width.saturating_sub(fixed) } else { 0 };
    let digits = group_digits(pieces.digits, spec.grouping.map(|g| g.separator()), pieces.group, least);
    let missing = spec.width.saturating_sub(fixed + digits.len());
    let (before, inside, after) = match align {
        Align::Left => (0, 0, missing),
        Align::Right => (missing, 0, 0),
        Align::AfterSign => (0, missing, 0),
        Align::Center => (missing / 2, 0, missing - missing / 2),
    };
    let fill = spec.fill.unwrap_or(' ');
    let mut out = String::with_capacity(fixed + digits.len() + missing * fill.len_utf8());
    out.extend(std::iter::repeat_n(fill, before));
    out.push_str(sign);
    out.push_str(pieces.prefix);
    out.extend(std::iter::repeat_n(fill, inside));
    out.push_str(&digits);
    out.push_str(pieces.rest);
    out.extend(std::iter::repeat_n(fill, after));
    out
}

/// Digits with a separator between groups, and zeros in front until the whole is `least` long.
fn group_digits(digits: &str, separator: Option<char>, group: usize, least: usize) -> String {
    let Some(separator) = separator.filter(|_| !digits.is_empty()) else {
        let mut out = "0".repeat(least.saturating_sub(digits.len()));
        out.push_str(digits);
        return out;
    };
    let mut reversed = Vec::with_capacity(digits.len() * 4 / 3 + 1);
    let mut source = digits.bytes().rev();
    let mut count = 0;
    loop {
        let next = source.next();
        if next.is_none() && reversed.len() >= least {
            break;
        }
        if count > 0 && count % group == 0 {
            reversed.push(separator as u8);
        }
        reversed.push(next.unwrap_or(b'0'));
        count += 1;
    }
    reversed.iter().rev().map(|&b| b as char).collect()
}

impl Interp {
    /// An int in decimal digits; ValueError beyond the limit of digits.
    pub fn decimal(&mut self, value: Value) -> Result<String, Trap> {
        let limit = self.int_max_str_digits;
        let text = match self.heap.integer(value) {
            Some(Integer::Small(i)) => return Ok(i.to_string()),
            // A third of the bits is a lower bound of the digits that costs nothing.
            Some(Integer::Big(big)) if limit > 0 && big.bits() as usize / 4 > limit => None,
            Some(Integer::Big(big)) => Some(big.to_string()),
            None => Some(String::new()),
        };
        match text {
            Some(text) if limit == 0 || text.trim_start_matches('-').len() <= limit => Ok(text),
            _ => Err(self.value_error(format!(
                "Exceeds the limit ({limit} digits) for integer string conversion; \
                 use sys.set_int_max_str_digits() to increase the limit"
            ))),
        }
    }

    /// An int in base 2, 8 or 16, without prefix.
    pub fn in_radix(&self, value: Value, radix: u32) -> String {
        match self.heap.integer(value) {
            Some(Integer::Big(big)) => big.to_str_radix(radix),
            Some(Integer::Small(i)) => {
                let sign = if i < 0 { "-" } else { "" };
                let size = i.unsigned_abs();
                match radix {
                    2 => format!("{sign}{size:b}"),
                    8 => format!("{sign}{size:o}"),
                    _ => format!("{sign}{size:x}"),
                }
            }
            None => String::new(),
        }
    }

    /// `hex`, `oct` and `bin` of an int.
    pub fn prefixed(&mut self, value: Value, radix: u32) -> Result<String, Trap> {
        let value = self.index_of(value)?;
        let prefix = match radix {
            2 => "0b",
            8 => "0o",
            _ => "0x",
        };
        if let Value::Int(i) = value {
            let (sign, size) = (if i < 0 { "-" } else { "" }, i.unsigned_abs());
            return Ok(match radix {
                2 => format!("{sign}{size:#b}"),
                8 => format!("{sign}{size:#o}"),
                _ => format!("{sign}{size:#x}"),
            });
        }
        let digits = self.in_radix(value, radix);
        Ok(match digits.strip_prefix('-') {
            Some(digits) => format!("-{prefix}{digits}"),
            None => format!("{prefix}{digits}"),
        })
    }
}
