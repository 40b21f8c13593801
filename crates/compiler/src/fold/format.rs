//! `"…%s…" % (a, b)` with only `%s`, `%r` and `%a` is made like an f-string.

use gilscope_syntax::ast::*;

/// A piece of the format string.
pub(crate) enum FormatPart {
    Text(String),
    Value { conversion: Conversion, spec: Option<String> },
}

/// Whether `left op right` is such a format, with as many items as it has fields.
pub(crate) fn is_simple_format(left: &Expr, right: &Expr, op: Operator) -> bool {
    let ExprKind::Tuple(items) = &right.kind else { return false };
    let constant = super::fold_all(items).is_some() && !items.is_empty();
    if op != Operator::Mod || constant || items.iter().any(|e| matches!(e.kind, ExprKind::Starred(_))) {
        return false;
    }
    let fields = |parts: &Vec<FormatPart>| parts.iter().filter(|p| matches!(p, FormatPart::Value { .. })).count();
    format_parts(left).is_some_and(|parts| fields(&parts) == items.len())
}

/// The pieces of a format string; `None` if it is not a simple one.
pub(crate) fn format_parts(format: &Expr) -> Option<Vec<FormatPart>> {
    let Some(gilscope_bytecode::Constant::Str(text)) = super::fold(format) else { return None };
    let mut parts = Vec::new();
    let mut literal = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c != '%' {
            literal.push(c);
            continue;
        }
        if chars.next_if_eq(&'%').is_some() {
            literal.push('%');
            continue;
        }
        if !literal.is_empty() {
            parts.push(FormatPart::Text(std::mem::take(&mut literal)));
        }
        parts.push(field(&mut chars)?);
    }
    if !literal.is_empty() {
        parts.push(FormatPart::Text(literal));
    }
    Some(parts)
}

fn field(chars: &mut std::iter::Peekable<std::str::Chars<'_>>) -> Option<FormatPart> {
    let mut left = false;
    while let Some(flag) = chars.next_if(|c| "-+ #0".contains(*c)) {
        left |= flag == '-';
    }
    let width = number(chars)?;
    let precision = match chars.next_if_eq(&'.') {
        Some(_) => Some(number(chars)?.unwrap_or(0)),
        None => None,
    };
    let conversion = match chars.next()? {
        's' => Conversion::Str,
        'r' => Conversion::Repr,
        'a' => Conversion::Ascii,
        _ => return None,
    };
    let mut spec = String::new();
    if let Some(width) = width {
        if !left && width > 0 {
            spec.push('>');
        }
        spec.push_str(&width.to_string());
    }
    if let Some(precision) = precision {
        spec.push_str(&format!(".{precision}"));
    }
    Some(FormatPart::Value { conversion, spec: (!spec.is_empty()).then_some(spec) })
}

/// Digits, at most two.
#[allow(clippy::option_option)]
fn number(chars: &mut std::iter::Peekable<std::str::Chars<'_>>) -> Option<Option<u32>> {
    let mut digits = String::new();
    while let Some(digit) = chars.next_if(char::is_ascii_digit) {
        digits.push(digit);
    }
    match digits.len() {
        0 => Some(None),
        1..=2 => Some(digits.parse().ok()),
        _ => None,
    }
}
