//! Floats as decimal text: the shortest digits that read back (`repr`), and the `e`, `f` and `g` presentations.

use crate::digits::push_fixed;
use std::fmt::Write;

/// Two texts longer than this can be equally near to the number: Python takes the even one, as formatting to a given
/// number of digits does.
const NEVER_A_TIE: usize = 16;

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
    if size == 0.0 || (1e-4..1e16).contains(&size) {
        out.push_str(&evened(f, format!("{f:?}"), |decimals| format!("{f:.decimals$}")));
        return;
    }
    let digits = evened(f, format!("{f:e}"), |decimals| format!("{f:.decimals$e}"));
    let (mantissa, exponent) = digits.split_once('e').unwrap_or((&digits, "0"));
    push_exponent_form(out, mantissa, exponent.parse().unwrap_or(0), false);
}

/// The shortest text, or the equally near one with an even last digit, if that reads back the same.
fn evened(f: f64, shortest: String, with_decimals: impl Fn(usize) -> String) -> String {
    if shortest.len() <= NEVER_A_TIE {
        return shortest;
    }
    let mantissa = shortest.split('e').next().unwrap_or(&shortest);
    let even = with_decimals(mantissa.len() - mantissa.find('.').map_or(mantissa.len(), |dot| dot + 1));
    if even != shortest && even.parse() == Ok(f) { even } else { shortest }
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

/// Append `%.{precision}f` of a number that is finite and not negative.
pub fn push_fixed_form(out: &mut String, f: f64, precision: usize, keep_point: bool) {
    if !push_fixed(out, f, precision) {
        out.push_str(&fixed_digits(f, precision));
    }
    if keep_point && precision == 0 {
        out.push('.');
    }
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

#[cfg(test)]
mod tie_tests {
    use super::float_repr;

    #[test]
    fn equally_near_digits_end_even() {
        let shown =
            [2f64.powi(-25), 2f64.powi(-24), 5e-324, 1.5e300, 0.1 + 0.2, 1e22, 123_456_789.123_456_78, -2f64.powi(-25)];
        let expected = [
            "2.9802322387695312e-08",
            "5.960464477539063e-08",
            "5e-324",
            "1.5e+300",
            "0.30000000000000004",
            "1e+22",
            "123456789.12345678",
            "-2.9802322387695312e-08",
        ];
        assert_eq!(shown.map(float_repr), expected);
    }
}
