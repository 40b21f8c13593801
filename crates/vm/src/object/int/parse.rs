//! Integers from text.

use crate::interp::Interp;
use crate::native::{NativeResult, Trap};
use crate::object::str::unicode::decimal_digit;
use crate::value::Value;
use num_bigint::BigInt;
use num_traits::Num;

/// `int(text, base)` of a `str` or `bytes`; base 0 means that the prefix decides.
pub(super) fn from_text(interp: &mut Interp, source: Value, base: u32) -> NativeResult {
    let text = match source {
        Value::Str(id) => interp.heap.text(id).to_string(),
        Value::Bytes(id) => crate::format::percent::latin1_text(&interp.heap.bytes[id].data),
        _ => String::new(),
    };
    parse_int(interp, &text, base)?.ok_or(()).or_else(|()| {
        let shown: String = interp.repr(source)?.chars().take(200).collect();
        Err(interp.value_error(format!("invalid literal for int() with base {base}: {shown}")))
    })
}

/// The integer that `text` is; `None` when it is malformed, ValueError when it has too many digits.
pub fn parse_int(interp: &mut Interp, text: &str, base: u32) -> Result<Option<Value>, Trap> {
    if base == 10
        && text.len() < 19
        && let Ok(small) = text.parse()
    {
        return Ok(Some(Value::Int(small)));
    }
    let Some((negative, digits, base)) = split(text, base) else { return Ok(None) };
    let limit = interp.int_max_str_digits;
    if limit > 0 && digits.len() > limit && !base.is_power_of_two() {
        let count = digits.len();
        return Err(interp.value_error(format!(
            "Exceeds the limit ({limit} digits) for integer string conversion: value has {count} digits; \
             use sys.set_int_max_str_digits() to increase the limit"
        )));
    }
    let Ok(size) = BigInt::from_str_radix(&digits, base) else { return Ok(None) };
    Ok(Some(interp.heap.new_int(if negative { -size } else { size })))
}

/// Sign, bare digits, base.
fn split(text: &str, base: u32) -> Option<(bool, String, u32)> {
    let text = crate::object::str::unicode::strip(text);
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let prefixed = match text.get(..2).map(str::to_ascii_lowercase).as_deref() {
        Some("0b") => Some(2),
        Some("0o") => Some(8),
        Some("0x") => Some(16),
        _ => None,
    };
    let (digits, real_base) = match prefixed {
        Some(own) if base == own || base == 0 => (text[2..].strip_prefix('_').unwrap_or(&text[2..]), own),
        _ => (text, if base == 0 { 10 } else { base }),
    };
    let mut clean = String::with_capacity(digits.len());
    let mut after_digit = false;
    for c in digits.chars() {
        if c == '_' && after_digit {
            after_digit = false;
            continue;
        }
        let digit = if c.is_ascii() { c.to_digit(36) } else { decimal_digit(c) };
        let digit = digit.filter(|&d| d < real_base)?;
        clean.push(char::from_digit(digit, 36)?);
        after_digit = true;
    }
    // Without a prefix, base 0 takes a leading zero for an old octal number.
    let old_octal = base == 0 && prefixed.is_none() && clean.starts_with('0') && clean.bytes().any(|b| b != b'0');
    (after_digit && !old_octal).then_some((negative, clean, real_base))
}
