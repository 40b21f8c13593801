//! Padding and stripping.

use super::arguments::{own, text};
use super::unicode::{is_ascii_space, is_space};
use crate::interp::Interp;
use crate::native::{Args, NativeResult, Trap};
use crate::value::Value;
use compact_str::CompactString;

/// Where the text goes in a wider field.
#[derive(Clone, Copy)]
pub(crate) enum Side {
    Left,
    Right,
    Center,
}

/// How much padding goes before a text of `length` characters, and how much after it.
pub(crate) fn margins(length: usize, width: i64, side: Side) -> (usize, usize) {
    let missing = usize::try_from(width).unwrap_or(0).saturating_sub(length);
    match side {
        Side::Left => (0, missing),
        Side::Right => (missing, 0),
        // An odd margin is uneven: the greater half goes left when the width is odd.
        Side::Center => {
            let left = missing / 2 + (missing & width as usize & 1);
            (left, missing - left)
        }
    }
}

fn pad(interp: &mut Interp, args: Args, side: Side) -> NativeResult {
    let own = own(interp, args);
    let width = interp.size_of_value(args.at(1))?;
    let fill = match args.get(2) {
        None => ' ',
        Some(value) => {
            let fill = text(interp, value, "The fill character must be a unicode character")?;
            match interp.heap.char_count(fill) {
                1 => interp.heap.text(fill).chars().next().unwrap_or(' '),
                _ => return Err(interp.type_error("The fill character must be exactly one character long")),
            }
        }
    };
    let (before, after) = margins(interp.heap.char_count(own), width, side);
    if before + after == 0 {
        return Ok(Value::Str(own));
    }
    crate::arithmetic::check_size(interp, before + after, fill.len_utf8())?;
    let source = interp.heap.text(own);
    let mut out = String::with_capacity(source.len() + (before + after) * fill.len_utf8());
    out.extend(std::iter::repeat_n(fill, before));
    out.push_str(source);
    out.extend(std::iter::repeat_n(fill, after));
    Ok(interp.str_owned(out))
}

pub(super) fn ljust(interp: &mut Interp, args: Args) -> NativeResult {
    pad(interp, args, Side::Left)
}

pub(super) fn rjust(interp: &mut Interp, args: Args) -> NativeResult {
    pad(interp, args, Side::Right)
}

pub(super) fn center(interp: &mut Interp, args: Args) -> NativeResult {
    pad(interp, args, Side::Center)
}

/// `text` with zeros between its sign and its digits.
pub(crate) fn zero_filled(text: &str, missing: usize) -> String {
    let sign = if text.starts_with(['+', '-']) { 1 } else { 0 };
    let (sign, digits) = text.split_at(sign);
    format!("{sign}{}{digits}", "0".repeat(missing))
}

pub(super) fn zfill(interp: &mut Interp, args: Args) -> NativeResult {
    let own = own(interp, args);
    let width = interp.size_of_value(args.at(1))?;
    let (missing, _) = margins(interp.heap.char_count(own), width, Side::Right);
    if missing == 0 {
        return Ok(Value::Str(own));
    }
    crate::arithmetic::check_size(interp, missing, 1)?;
    let text = zero_filled(interp.heap.text(own), missing);
    Ok(interp.str_owned(text))
}

/// Tabs as spaces up to the next multiple of `size`.
pub(crate) fn tabs_expanded(text: &str, size: usize) -> String {
    let mut out = String::with_capacity(text.len());
    let mut column = 0;
    for c in text.chars() {
        match c {
            '\t' if size == 0 => {}
            '\t' => {
                let spaces = size - column % size;
                out.extend(std::iter::repeat_n(' ', spaces));
                column += spaces;
            }
            _ => {
                out.push(c);
                column = if matches!(c, '\n' | '\r') { 0 } else { column + 1 };
            }
        }
    }
    out
}

pub(super) fn expandtabs(interp: &mut Interp, args: Args) -> NativeResult {
    let own = own(interp, args);
    let size = match args.get(1) {
        Some(size) => usize::try_from(interp.size_of_value(size)?).unwrap_or(0),
        None => 8,
    };
    let tabs = interp.heap.text(own).matches('\t').count();
    crate::arithmetic::check_size(interp, size, tabs)?;
    let text = tabs_expanded(interp.heap.text(own), size);
    Ok(interp.str_owned(text))
}

fn strip_ends(interp: &mut Interp, args: Args, name: &str, left: bool, right: bool) -> NativeResult {
    let own = own(interp, args);
    let unwanted = match args.or_none(1) {
        Value::None => None,
        value => match interp.payload(value) {
            Value::Str(id) => Some(id),
            _ => return Err(refused(interp, name)),
        },
    };
    let object = interp.heap.str(own);
    let (source, is_ascii) = (object.as_str(), object.is_ascii());
    let rest = match unwanted.map(|id| interp.heap.text(id)) {
        None if is_ascii => trim_ascii(source, left, right),
        None => trim(source, is_space, left, right),
        Some(unwanted) => trim(source, |c| unwanted.contains(c), left, right),
    };
    if rest.len() == source.len() {
        return Ok(Value::Str(own));
    }
    let rest = CompactString::from(rest);
    Ok(interp.str_known(rest, is_ascii))
}

fn trim(text: &str, unwanted: impl Fn(char) -> bool, left: bool, right: bool) -> &str {
    let text = if left { text.trim_start_matches(&unwanted) } else { text };
    if right { text.trim_end_matches(&unwanted) } else { text }
}

/// Without white space at the ends.
fn trim_ascii(text: &str, left: bool, right: bool) -> &str {
    let bytes = text.as_bytes();
    let kept = |byte: &u8| !is_ascii_space(*byte);
    let start = if left { bytes.iter().position(kept).unwrap_or(bytes.len()) } else { 0 };
    let end = if right { bytes.iter().rposition(kept).map_or(start, |last| last + 1) } else { bytes.len() };
    text.get(start..end.max(start)).unwrap_or("")
}

fn refused(interp: &mut Interp, name: &str) -> Trap {
    interp.type_error(format!("{name} arg must be None or str"))
}

/// Without arguments.
pub(super) fn quick_strip(interp: &mut Interp, text: Value) -> Value {
    let Value::Str(own) = text else { return Value::Null };
    let object = interp.heap.str(own);
    let (source, is_ascii) = (object.as_str(), object.is_ascii());
    let rest = if is_ascii { trim_ascii(source, true, true) } else { trim(source, is_space, true, true) };
    if rest.len() == source.len() {
        return text;
    }
    let rest = CompactString::from(rest);
    interp.str_known(rest, is_ascii)
}

pub(super) fn strip(interp: &mut Interp, args: Args) -> NativeResult {
    strip_ends(interp, args, "strip", true, true)
}

pub(super) fn lstrip(interp: &mut Interp, args: Args) -> NativeResult {
    strip_ends(interp, args, "lstrip", true, false)
}

pub(super) fn rstrip(interp: &mut Interp, args: Args) -> NativeResult {
    strip_ends(interp, args, "rstrip", false, true)
}
