//! Numbers by a format specification: presentation, sign, prefix, digit groups, padding.

use super::spec::{Align, Sign, Spec};
use crate::digits::Digits;
use crate::exceptions::OVERFLOW_ERROR;
use crate::float_text::{exponent_form, float_repr, general_form, non_finite, push_fixed_form};
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

/// Append `format` of an int.
pub fn push_integer(
    interp: &mut Interp,
    out: &mut String,
    value: Value,
    spec: &Spec,
    type_name: &str,
) -> Result<(), Trap> {
    let (radix, prefix, group) = match spec.kind {
        None | Some('d' | 'n') => (10, "", 3),
        Some('b') => (2, "0b", 4),
        Some('o') => (8, "0o", 4),
        Some('x') => (16, "0x", 4),
        Some('X') => (16, "0X", 4),
        Some('c') => (0, "", 0),
        Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%') => {
            let float = interp.as_float(value)?.unwrap_or_default();
            return push_float(out, float, spec, type_name).map_err(|message| interp.value_error(message));
        }
        _ => return Err(interp.value_error(spec.unknown_code(type_name))),
    };
    if spec.precision.is_some() {
        return Err(interp.value_error("Precision not allowed in integer format specifier"));
    }
    if spec.no_negative_zero {
        return Err(interp.value_error("Negative zero coercion (z) not allowed in integer format specifier"));
    }
    if radix == 0 {
        let text = format_character(interp, value, spec)?;
        out.push_str(&text);
        return Ok(());
    }
    let prefix = if spec.alternate { prefix } else { "" };
    if let Some(i) = value.as_int() {
        let digits = Digits::new(i.unsigned_abs(), radix);
        push_digits(out, i < 0, prefix, digits.as_str(), group, spec);
        return Ok(());
    }
    let text = if radix == 10 { interp.decimal(value)? } else { interp.in_radix(value, radix) };
    let digits = text.trim_start_matches('-');
    push_digits(out, digits.len() < text.len(), prefix, digits, group, spec);
    Ok(())
}

/// Append the digits of an int.
fn push_digits(out: &mut String, negative: bool, prefix: &str, digits: &str, group: usize, spec: &Spec) {
    if spec.grouping.is_some() {
        assemble(out, Pieces { negative, prefix, digits, rest: "", group }, spec);
        return;
    }
    let start = out.len();
    out.push_str(sign_of(negative, spec));
    out.push_str(prefix);
    let inside = out.len();
    out.push_str(digits);
    if let (Some('X'), Some(digits)) = (spec.kind, out.get_mut(inside..)) {
        digits.make_ascii_uppercase();
    }
    spec.pad_from(out, start, inside, Align::Right);
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

/// Append `format` of a float; the message of the ValueError when the code is unknown.
pub fn push_float(out: &mut String, f: f64, spec: &Spec, type_name: &str) -> Result<(), String> {
    let start = out.len();
    if spec.grouping.is_none() && !spec.no_negative_zero {
        out.push_str(sign_of(f.is_sign_negative() && !f.is_nan(), spec));
        let inside = out.len();
        push_size(out, f.abs(), spec, type_name)?;
        spec.pad_from(out, start, inside, Align::Right);
        return Ok(());
    }
    let mut text = String::new();
    push_size(&mut text, f.abs(), spec, type_name)?;
    let mut negative = f.is_sign_negative() && !f.is_nan();
    if spec.no_negative_zero && !text.bytes().take_while(|&b| b != b'e').any(|b| matches!(b, b'1'..=b'9' | b'i')) {
        negative = false;
    }
    let whole = text.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = text.split_at(whole);
    assemble(out, Pieces { negative, prefix: "", digits, rest, group: 3 }, spec);
    Ok(())
}

/// `format` of a float as a text of its own.
pub fn format_float(f: f64, spec: &Spec, type_name: &str) -> Result<String, String> {
    let mut out = String::new();
    push_float(&mut out, f, spec, type_name).map(|()| out)
}

/// Append a float without its sign.
fn push_size(out: &mut String, size: f64, spec: &Spec, type_name: &str) -> Result<(), String> {
    let start = out.len();
    let precision = spec.precision.unwrap_or(6);
    let keep = spec.alternate;
    match spec.kind {
        None | Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'n' | '%') if !size.is_finite() => {
            out.push_str(non_finite(size));
        }
        None if spec.precision.is_some() => out.push_str(&general_form(size, precision, keep, true)),
        None => out.push_str(&with_point(float_repr(size), keep)),
        Some('e' | 'E') => out.push_str(&exponent_form(size, precision, keep)),
        Some('f' | 'F') => push_fixed_form(out, size, precision, keep),
        Some('g' | 'G' | 'n') => out.push_str(&general_form(size, precision, keep, false)),
        // The product with 100 may be beyond the greatest float.
        Some('%') if !(size * 100.0).is_finite() => out.push_str("inf"),
        Some('%') => push_fixed_form(out, size * 100.0, precision, keep),
        _ => return Err(spec.unknown_code(type_name)),
    }
    if spec.kind == Some('%') {
        out.push('%');
    }
    if let (Some('E' | 'F' | 'G'), Some(text)) = (spec.kind, out.get_mut(start..)) {
        text.make_ascii_uppercase();
    }
    Ok(())
}

/// With `#` even a mantissa without a fraction keeps its point.
fn with_point(text: String, keep: bool) -> String {
    match text.split_once('e') {
        Some((mantissa, exponent)) if keep && !mantissa.contains('.') => format!("{mantissa}.e{exponent}"),
        _ => text,
    }
}

fn sign_of(negative: bool, spec: &Spec) -> &'static str {
    match (negative, spec.sign) {
        (true, _) => "-",
        (false, Some(Sign::Plus)) => "+",
        (false, Some(Sign::Space)) => " ",
        _ => "",
    }
}

/// Append a number with digit groups.
fn assemble(out: &mut String, pieces: Pieces<'_>, spec: &Spec) {
    let start = out.len();
    let sign = sign_of(pieces.negative, spec);
    out.push_str(sign);
    out.push_str(pieces.prefix);
    let inside = out.len();
    let zeros = spec.align == Some(Align::AfterSign) && spec.fill == Some('0');
    let fixed = sign.len() + pieces.prefix.len() + pieces.rest.len();
    let least = if zeros { spec.width.saturating_sub(fixed) } else { 0 };
    out.push_str(&group_digits(pieces.digits, spec.grouping.map(|g| g.separator()), pieces.group, least));
    if let (Some('X'), Some(digits)) = (spec.kind, out.get_mut(inside..)) {
        digits.make_ascii_uppercase();
    }
    out.push_str(pieces.rest);
    spec.pad_from(out, start, inside, Align::Right);
}

/// Digits with a separator between groups, and zeros in front until the whole is `least` long.
fn group_digits(digits: &str, separator: Option<char>, group: usize, least: usize) -> String {
    let Some(separator) = separator.filter(|_| !digits.is_empty()) else {
        let mut out = "0".repeat(least.saturating_sub(digits.len()));
        out.push_str(digits);
        return out;
    };
    let mut grouped = String::with_capacity(digits.len() + digits.len() / group + least);
    // Zeros until the whole is long enough; it may be one longer, since no separator stands in front.
    let mut length = digits.len();
    while length + (length - 1) / group < least {
        length += 1;
    }
    for place in 0..length {
        if place > 0 && (length - place).is_multiple_of(group) {
            grouped.push(separator);
        }
        let digit = (place + digits.len()).checked_sub(length).and_then(|i| digits.as_bytes().get(i));
        grouped.push(char::from(digit.copied().unwrap_or(b'0')));
    }
    grouped
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
                [sign, Digits::new(i.unsigned_abs(), radix).as_str()].concat()
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
