//! Constants as Python writes them.

use std::fmt::Write as _;

use crate::ast::Constant;

pub(super) fn constant(value: &Constant) -> String {
    match value {
        Constant::None => "None".to_owned(),
        Constant::True => "True".to_owned(),
        Constant::False => "False".to_owned(),
        Constant::Ellipsis => "Ellipsis".to_owned(),
        Constant::Int(value) => value.to_string(),
        Constant::BigInt(digits) => digits.to_string(),
        Constant::Float(value) => float(*value),
        Constant::Imaginary(value) => format!("{}j", float(*value).trim_end_matches(".0")),
        Constant::Str(text) => string(text),
        Constant::Bytes(bytes) => format!("b{}", quoted(bytes.iter().map(|&b| char::from(b)), true)),
    }
}

/// The shortest digits that read back the same; with an exponent where Python has one.
fn float(value: f64) -> String {
    let shortest = format!("{value:e}");
    let Some((digits, exponent)) = shortest.split_once('e') else { return shortest };
    match exponent.parse::<i32>() {
        Ok(e) if !(-4..16).contains(&e) => format!("{digits}e{}{:02}", if e < 0 { '-' } else { '+' }, e.abs()),
        _ if value.is_finite() && value.fract() == 0.0 => format!("{value}.0"),
        _ => value.to_string(),
    }
}

/// A string with its quotes and escapes.
pub(super) fn string(text: &str) -> String {
    quoted(text.chars(), false)
}

fn quoted(chars: impl Iterator<Item = char> + Clone, bytes: bool) -> String {
    let has = |q| chars.clone().any(|c| c == q);
    let quote = if has('\'') && !has('"') { '"' } else { '\'' };
    let mut out = String::from(quote);
    for c in chars {
        match c {
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\\' => out.push_str("\\\\"),
            c if c == quote => out.extend(['\\', c]),
            ' '..='~' => out.push(c),
            c if !bytes && !crate::mistake::is_unprintable(c) => out.push(c),
            c => write_escape(&mut out, c as u32),
        }
    }
    out.push(quote);
    out
}

fn write_escape(out: &mut String, code: u32) {
    let _ = match code {
        0..0x100 => write!(out, "\\x{code:02x}"),
        0x100..0x10000 => write!(out, "\\u{code:04x}"),
        _ => write!(out, "\\U{code:08x}"),
    };
}
