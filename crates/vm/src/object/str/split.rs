//! `split`, `splitlines`, `join`.

use super::arguments::{limit, own, text};
use super::unicode::{is_line_break, is_space};
use crate::interp::Interp;
use crate::native::{Args, NativeResult, Trap};
use crate::value::Value;
use compact_str::CompactString;

/// Pieces between separators; at most `limit` splits, counted from the left.
pub(crate) fn split_at<'a>(text: &'a str, separator: &str, limit: usize) -> Vec<&'a str> {
    super::find::split(text, separator, limit)
}

/// The same counted from the right.
pub(crate) fn rsplit_at<'a>(text: &'a str, separator: &str, limit: usize) -> Vec<&'a str> {
    let mut pieces: Vec<&str> = text.rsplitn(limit.saturating_add(1), separator).collect();
    pieces.reverse();
    pieces
}

/// Words between runs of space; at most `limit` splits, counted from the left. What is left after them keeps its
/// spaces inside and at the end.
pub(crate) fn split_words(text: &str, limit: usize, is_space: fn(char) -> bool) -> Vec<&str> {
    if limit == usize::MAX {
        return text.split(is_space).filter(|word| !word.is_empty()).collect();
    }
    let mut words = Vec::new();
    let mut rest = text.trim_start_matches(is_space);
    while !rest.is_empty() {
        let end = if words.len() == limit { None } else { rest.find(is_space) };
        let Some(end) = end else {
            words.push(rest);
            break;
        };
        words.push(&rest[..end]);
        rest = rest[end..].trim_start_matches(is_space);
    }
    words
}

/// The same counted from the right.
pub(crate) fn rsplit_words(text: &str, limit: usize, is_space: fn(char) -> bool) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text.trim_end_matches(is_space);
    while !rest.is_empty() {
        let start = if words.len() == limit { None } else { rest.rfind(is_space) };
        let Some(start) = start else {
            words.push(rest);
            break;
        };
        let width = rest[start..].chars().next().map_or(1, char::len_utf8);
        words.push(&rest[start + width..]);
        rest = rest[..start].trim_end_matches(is_space);
    }
    words.reverse();
    words
}

/// Lines with or without their ends.
pub(crate) fn lines(text: &str, keep: bool, is_break: fn(char) -> bool) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (end, next) = match rest.find(is_break) {
            Some(end) => {
                let width = match rest[end..].starts_with("\r\n") {
                    true => 2,
                    false => rest[end..].chars().next().map_or(1, char::len_utf8),
                };
                (end, end + width)
            }
            None => (rest.len(), rest.len()),
        };
        lines.push(&rest[..if keep { next } else { end }]);
        rest = &rest[next..];
    }
    lines
}

/// A list of texts.
fn list_of(interp: &mut Interp, pieces: Vec<CompactString>) -> Value {
    let make = |piece: CompactString| if piece.len() > 1 { interp.heap.new_str(piece) } else { interp.str(&piece) };
    let items = pieces.into_iter().map(make).collect();
    interp.heap.new_list(items)
}

fn owned(pieces: Vec<&str>) -> Vec<CompactString> {
    pieces.into_iter().map(CompactString::from).collect()
}

type ByText = for<'a> fn(&'a str, &str, usize) -> Vec<&'a str>;
type BySpace = fn(&str, usize, fn(char) -> bool) -> Vec<&str>;

fn split_by(interp: &mut Interp, args: Args, by_text: ByText, by_space: BySpace) -> NativeResult {
    let own = own(interp, args);
    let limit = limit(interp, args.get(2))?;
    let pieces = match args.or_none(1) {
        Value::None => owned(by_space(interp.heap.text(own), limit, is_space)),
        separator => {
            let separator = text(interp, separator, "must be str or None")?;
            if interp.heap.text(separator).is_empty() {
                return Err(interp.value_error("empty separator"));
            }
            owned(by_text(interp.heap.text(own), interp.heap.text(separator), limit))
        }
    };
    Ok(list_of(interp, pieces))
}

pub(super) fn split(interp: &mut Interp, args: Args) -> NativeResult {
    split_by(interp, args, split_at, split_words)
}

pub(super) fn rsplit(interp: &mut Interp, args: Args) -> NativeResult {
    split_by(interp, args, rsplit_at, rsplit_words)
}

pub(super) fn splitlines(interp: &mut Interp, args: Args) -> NativeResult {
    let own = own(interp, args);
    let keep = match args.get(1) {
        Some(value) => crate::truth::truthy(interp, value).ok_or(Trap::Defer)?,
        None => false,
    };
    let pieces = owned(lines(interp.heap.text(own), keep, is_line_break));
    Ok(list_of(interp, pieces))
}

/// The items to be joined; `Defer` when an iterator is script code.
pub(crate) fn join_items(interp: &mut Interp, iterable: Value) -> Result<Vec<Value>, Trap> {
    match iterable {
        Value::List(id) => Ok(interp.heap.lists[id].items.clone()),
        Value::Tuple(id) => Ok(interp.heap.tuple(id).to_vec()),
        _ if !crate::iteration::is_iterable(interp, iterable) => Err(interp.type_error("can only join an iterable")),
        _ => crate::iteration::iter_to_vec(interp, iterable),
    }
}

pub(super) fn join(interp: &mut Interp, args: Args) -> NativeResult {
    let own = own(interp, args);
    let items = join_items(interp, args.at(1))?;
    if let [only @ Value::Str(_)] = items[..] {
        return Ok(only);
    }
    let separator = interp.heap.text(own);
    let mut size = separator.len().saturating_mul(items.len());
    for (i, &item) in items.iter().enumerate() {
        let Some(text) = interp.text(item) else {
            let kind = interp.class_display(interp.class_of(item));
            return Err(interp.type_error(format!("sequence item {i}: expected str instance, {kind} found")));
        };
        size = size.saturating_add(text.len());
    }
    crate::arithmetic::check_size(interp, size, 1)?;
    let separator = interp.heap.text(own);
    let mut out = String::with_capacity(size);
    for (i, &item) in items.iter().enumerate() {
        if i > 0 {
            out.push_str(separator);
        }
        out.push_str(interp.text(item).unwrap_or_default());
    }
    Ok(interp.str_owned(out))
}
