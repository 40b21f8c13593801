//! Substring search.

use memchr::memmem;

/// Where `wanted` first is in `text`.
#[inline]
pub(crate) fn find(text: &str, wanted: &str) -> Option<usize> {
    match wanted.as_bytes() {
        [] => Some(0),
        // A search by vectors does not pay in a short text.
        [byte] if text.len() <= 16 => text.bytes().position(|b| b == *byte),
        [byte] => memchr::memchr(*byte, text.as_bytes()),
        bytes => memmem::find(text.as_bytes(), bytes),
    }
}

/// Where `wanted` last is in `text`.
pub(crate) fn rfind(text: &str, wanted: &str) -> Option<usize> {
    match wanted.as_bytes() {
        [] => Some(text.len()),
        [byte] => memchr::memrchr(*byte, text.as_bytes()),
        bytes => memmem::rfind(text.as_bytes(), bytes),
    }
}

/// How often `wanted`, which is not empty, is in `text` without overlapping.
pub(crate) fn count(text: &str, wanted: &str) -> usize {
    match wanted.as_bytes() {
        [byte] => memchr::memchr_iter(*byte, text.as_bytes()).count(),
        bytes => memmem::find_iter(text.as_bytes(), bytes).count(),
    }
}

/// The pieces between separators, which are not empty.
pub(crate) fn split<'a>(text: &'a str, separator: &str, limit: usize) -> Vec<&'a str> {
    match separator.as_bytes() {
        [byte] => cut(text, memchr::memchr_iter(*byte, text.as_bytes()).take(limit), 1),
        bytes => {
            let finder = memmem::Finder::new(bytes);
            cut(text, finder.find_iter(text.as_bytes()).take(limit), bytes.len())
        }
    }
}

/// The pieces around the separators of `width` bytes that begin at `places`.
fn cut(text: &str, places: impl Iterator<Item = usize>, width: usize) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for place in places {
        pieces.push(text.get(start..place).unwrap_or(""));
        start = place + width;
    }
    pieces.push(text.get(start..).unwrap_or(""));
    pieces
}
