//! `split`, `splitlines`, `join`.

use super::arguments::{limit, own, text};
use super::unicode::{is_ascii_space, is_line_break, is_space};
use crate::heap::Heap;
use crate::heap::text::Assembly;
use crate::interp::Interp;
use crate::native::{Args, NativeResult, Trap};
use crate::value::{StrId, Value};
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

type ByText = for<'a> fn(&'a str, &str, usize) -> Vec<&'a str>;
type BySpace = fn(&str, usize, fn(char) -> bool) -> Vec<&str>;

/// A list of the pieces that `cut` makes of a text.
fn pieces(interp: &mut Interp, id: StrId, cut: impl FnOnce(&str) -> Vec<&str>) -> Value {
    let is_ascii = interp.heap.str(id).is_ascii();
    let items = interp.with_text(id, |interp, text| {
        let pieces = cut(text).into_iter();
        pieces.map(|piece| interp.str_piece(piece, is_ascii)).collect()
    });
    interp.heap.new_list(items)
}

/// A list of the words of an ASCII text.
fn words(interp: &mut Interp, id: StrId) -> Value {
    let items = interp.with_text(id, |interp, text| {
        let mut items = Vec::with_capacity(12);
        let mut start = 0;
        for (at, &byte) in text.as_bytes().iter().enumerate() {
            if is_ascii_space(byte) {
                if start < at {
                    items.push(interp.str_piece(text.get(start..at).unwrap_or(""), true));
                }
                start = at + 1;
            }
        }
        if let Some(last) = text.get(start..).filter(|last| !last.is_empty()) {
            items.push(interp.str_piece(last, true));
        }
        items
    });
    interp.heap.new_list(items)
}

/// A list of what is between separators of one ASCII character.
fn fields(interp: &mut Interp, id: StrId, separator: u8) -> Value {
    let is_ascii = interp.heap.str(id).is_ascii();
    let items = interp.with_text(id, |interp, text| {
        let mut items = Vec::with_capacity(12);
        let mut start = 0;
        loop {
            let rest = text.as_bytes().get(start..).unwrap_or_default();
            // Fields are short as a rule: a search by vectors does not pay.
            let Some(length) = rest.iter().position(|&byte| byte == separator) else {
                items.push(interp.str_piece(text.get(start..).unwrap_or(""), is_ascii));
                return items;
            };
            items.push(interp.str_piece(text.get(start..start + length).unwrap_or(""), is_ascii));
            start += length + 1;
        }
    });
    interp.heap.new_list(items)
}

fn split_by(interp: &mut Interp, args: Args, by_text: ByText, by_space: BySpace) -> NativeResult {
    let own = own(interp, args);
    let limit = limit(interp, args.get(2))?;
    let separator = match args.or_none(1) {
        Value::None if limit == usize::MAX && interp.heap.str(own).is_ascii() => return Ok(words(interp, own)),
        Value::None => return Ok(pieces(interp, own, |source| by_space(source, limit, is_space))),
        separator => text(interp, separator, "must be str or None")?,
    };
    let separator = CompactString::from(interp.heap.text(separator));
    if separator.is_empty() {
        return Err(interp.value_error("empty separator"));
    }
    match separator.as_bytes() {
        &[byte] if limit == usize::MAX => Ok(fields(interp, own, byte)),
        _ => Ok(pieces(interp, own, |source| by_text(source, &separator, limit))),
    }
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
    Ok(pieces(interp, own, |source| lines(source, keep, is_line_break)))
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
    let collected;
    let items: &[Value] = match args.at(1) {
        Value::List(id) => &interp.heap.lists[id].items,
        Value::Tuple(id) => interp.heap.tuple(id),
        other => {
            collected = join_items(interp, other)?;
            &collected
        }
    };
    if let [only @ Value::Str(_)] = items {
        return Ok(*only);
    }
    let separator = interp.heap.str(own);
    let mut size = separator.as_str().len().saturating_mul(items.len().saturating_sub(1));
    let mut is_ascii = separator.is_ascii();
    for (place, &item) in items.iter().enumerate() {
        let Value::Str(id) = interp.heap.payload(item) else { return Err(no_text(interp, place, item)) };
        let text = interp.heap.str(id);
        size = size.saturating_add(text.as_str().len());
        is_ascii &= text.is_ascii();
    }
    if size > crate::arithmetic::sequence::MAX_SIZE {
        crate::arithmetic::check_size(interp, size, 1)?;
        return Ok(interp.empty_str);
    }
    let joined = joined(&interp.heap, separator.as_str(), items, size);
    interp.work(crate::cost::Work::Iterate, interp.size_of_work(args.at(1)));
    Ok(interp.str_known(joined, is_ascii))
}

/// `items`, which are texts, with `separator` between them: `size` bytes.
fn joined(heap: &Heap, separator: &str, items: &[Value], size: usize) -> CompactString {
    let mut out = Assembly::new(size);
    for (place, &item) in items.iter().enumerate() {
        if place > 0 && !separator.is_empty() {
            out.push(separator);
        }
        match item {
            Value::Str(id) => out.push(heap.text(id)),
            _ => out.push(heap.text_of(item).unwrap_or_default()),
        }
    }
    out.finish()
}

#[cold]
fn no_text(interp: &mut Interp, place: usize, item: Value) -> Trap {
    let kind = interp.class_display(interp.class_of(item));
    interp.type_error(format!("sequence item {place}: expected str instance, {kind} found"))
}
