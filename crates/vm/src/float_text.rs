//! Floats as decimal text: the shortest digits that read back (`repr`), and the `e`, `f` and `g` presentations.

use std::fmt::Write;

/// `repr(f)`.
pub fn float_repr(f: f64) -> String {
    let mut text = String::with_capacity(24);
    push_repr(&mut text, f);
    text
}

/// Append `repr(f)`.
pub fn push_repr(out: &mut String, f: f64) {
    if !f.is_finite() {
        out.push_str(non_finite(f));
        return;
    }
    let size = f.abs();
    if size == 0.0 || (1e-4..TIES_FROM).contains(&size) {
        let _ = write!(out, "{f:?}");
        return;
    }
    let digits = shortest(f);
    if (TIES_FROM..1e16).contains(&size) {
        push_fixed_form(out, &digits);
        return;
    }
    let (mantissa, exponent) = digits.split_once('e').unwrap_or((&digits, "0"));
    push_exponent_form(out, mantissa, exponent.parse().unwrap_or(0), false);
}

/// From here on a float can lie exactly between two shortest texts.
const TIES_FROM: f64 = 1e14;

/// The shortest digits that read back, as `{:e}`. Of two that are equally near the even one is wanted, which the
/// standard library does not promise.
fn shortest(f: f64) -> String {
    let digits = format!("{f:e}");
    if f.abs() < TIES_FROM {
        return digits;
    }
    let precision = digits.bytes().take_while(|&b| b != b'e').filter(u8::is_ascii_digit).count() - 1;
    let nearest = format!("{f:.precision$e}");
    if nearest.parse() == Ok(f) { nearest } else { digits }
}

/// Append `1.5e3` as `1500.0`.
fn push_fixed_form(out: &mut String, digits: &str) {
    let (mantissa, exponent) = digits.split_once('e').unwrap_or((digits, "0"));
    let exponent: usize = exponent.parse().unwrap_or(0);
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    out.push_str(whole);
    for i in 0..exponent.max(fraction.len()) {
        if i == exponent {
            out.push('.');
        }
        out.push(fraction.as_bytes().get(i).map_or('0', |&b| b as char));
    }
    if fraction.len() <= exponent {
        out.push_str(".0");
    }
}

/// `inf`, `-inf`, `nan`.
pub fn non_finite(f: f64) -> &'static str {
    match f {
        _ if f.is_nan() => "nan",
        _ if f < 0.0 => "-inf",
        _ => "inf",
    }
}

/// Append mantissa and exponent as `1.5e-07`.
fn push_exponent_form(out: &mut String, mantissa: &str, exponent: i64, force_point: bool) {
    out.push_str(mantissa);
    if force_point && !mantissa.contains('.') {
        out.push('.');
    }
    let sign = if exponent < 0 { '-' } else { '+' };
    let _ = write!(out, "e{sign}{:02}", exponent.abs());
}

/// No double has more digits than this; the rest are zeros.
const MOST_DIGITS: usize = 1100;

/// `{f:.precision$}` for any precision.
fn fixed_digits(f: f64, precision: usize) -> String {
    let mut text = format!("{f:.*}", precision.min(MOST_DIGITS));
    text.extend(std::iter::repeat_n('0', precision.saturating_sub(MOST_DIGITS)));
    text
}

/// Mantissa and exponent of `{f:.precision$e}` for any precision.
fn exponent_digits(f: f64, precision: usize) -> (String, i64) {
    let text = format!("{f:.*e}", precision.min(MOST_DIGITS));
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let mut mantissa = mantissa.to_string();
    mantissa.extend(std::iter::repeat_n('0', precision.saturating_sub(MOST_DIGITS)));
    (mantissa, exponent.parse().unwrap_or(0))
}

/// `%.{precision}e`.
pub fn exponent_form(f: f64, precision: usize, keep_point: bool) -> String {
    let (mantissa, exponent) = exponent_digits(f, precision);
    let mut out = String::new();
    push_exponent_form(&mut out, &mantissa, exponent, keep_point);
    out
}

/// `%.{precision}f`.
pub fn fixed_form(f: f64, precision: usize, keep_point: bool) -> String {
    let mut out = fixed_digits(f, precision);
    if keep_point && precision == 0 {
        out.push('.');
    }
    out
}

/// `%.{precision}g`: fixed where the exponent is from -4 up to the precision, without trailing zeros unless
/// `keep_zeros`. With `as_float` at least one digit follows the point of the fixed form, and the exponent form begins
/// one digit earlier: what an empty format type means.
pub fn general_form(f: f64, precision: usize, keep_zeros: bool, as_float: bool) -> String {
    let precision = precision.max(1);
    let (mantissa, exponent) = exponent_digits(f, precision - 1);
    let limit = precision as i64 - i64::from(as_float);
    if exponent < -4 || exponent >= limit {
        let mantissa = if keep_zeros { &mantissa } else { trim_zeros(&mantissa) };
        let mut out = String::new();
        push_exponent_form(&mut out, mantissa, exponent, keep_zeros);
        return out;
    }
    let decimals = (precision as i64 - 1 - exponent).max(0) as usize;
    let fixed = fixed_digits(f, decimals);
    let mut out = if keep_zeros { fixed } else { trim_zeros(&fixed).to_string() };
    if !out.contains('.') {
        if as_float {
            out.push_str(".0");
        } else if keep_zeros {
            out.push('.');
        }
    }
    out
}

/// Without the zeros at the end of the fraction, and without the point when nothing follows it.
fn trim_zeros(digits: &str) -> &str {
    match digits.contains('.') {
        true => digits.trim_end_matches('0').trim_end_matches('.'),
        false => digits,
    }
}

/// `float.hex`.
pub fn float_hex(f: f64) -> String {
    if !f.is_finite() {
        return non_finite(f).to_string();
    }
    let sign = if f.is_sign_negative() { "-" } else { "" };
    if f == 0.0 {
        return format!("{sign}0x0.0p+0");
    }
    let bits = f.to_bits();
    let fraction = bits & ((1 << 52) - 1);
    let (lead, exponent) = match ((bits >> 52) & 0x7ff) as i32 {
        0 => (0, -1022),
        biased => (1, biased - 1023),
    };
    format!("{sign}0x{lead}.{fraction:013x}p{exponent:+}")
}
