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
        bytes if text.len() < LONG => find_short(text.as_bytes(), bytes),
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
        _ => places(text, wanted, find(text, wanted)).count(),
    }
}

/// Texts of fewer bytes are searched as they are; to prepare a search by vectors takes 350 machine instructions.
const LONG: usize = 64;

/// Where `wanted`, which is not empty, is in a text of less than `LONG` bytes.
fn find_short(text: &[u8], wanted: &[u8]) -> Option<usize> {
    let (&first, others) = wanted.split_first()?;
    let mut from = 0;
    loop {
        let rest = text.get(from..)?;
        let place = memchr::memchr(first, rest)?;
        if rest.get(place + 1..)?.starts_with(others) {
            return Some(from + place);
        }
        from += place + 1;
    }
}

/// Where `wanted`, which is not empty, is in `text` without overlapping. It is at `first` for the first time.
pub(crate) fn places(text: &str, wanted: &str, first: Option<usize>) -> impl Iterator<Item = usize> {
    let (text, wanted) = (text.as_bytes(), wanted.as_bytes());
    let finder = (first.is_some() && text.len() >= LONG).then(|| memmem::Finder::new(wanted));
    let mut next = first;
    std::iter::from_fn(move || {
        let place = next?;
        let from = place + wanted.len();
        let rest = text.get(from..).unwrap_or_default();
        let found = match &finder {
            Some(finder) => finder.find(rest),
            None => find_short(rest, wanted),
        };
        next = found.map(|found| from + found);
        Some(place)
    })
}

/// The pieces between separators, which are not empty.
pub(crate) fn split<'a>(text: &'a str, separator: &str, limit: usize) -> Vec<&'a str> {
    match separator.as_bytes() {
        [byte] => cut(text, memchr::memchr_iter(*byte, text.as_bytes()).take(limit), 1),
        bytes => cut(text, places(text, separator, find(text, separator)).take(limit), bytes.len()),
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

#[cfg(test)]
mod tests {
    use super::*;

    /// By looking at every place.
    fn plainly(text: &str, wanted: &str) -> Vec<usize> {
        let mut places = Vec::new();
        let mut from = 0;
        while let Some(rest) = text.as_bytes().get(from..).filter(|rest| rest.len() >= wanted.len()) {
            let here = rest.starts_with(wanted.as_bytes());
            places.extend(here.then_some(from));
            from += if here { wanted.len() } else { 1 };
        }
        places
    }

    #[test]
    fn short_and_long_texts_are_searched_alike() {
        for length in [0, 1, 2, 7, 30, 63, 64, 65, 200] {
            let text: String = "abaabbaaab".chars().cycle().take(length).collect();
            for wanted in ["a", "ab", "aa", "aab", "abaabbaaaba", "c", "abc"] {
                let expected = plainly(&text, wanted);
                assert_eq!(find(&text, wanted), expected.first().copied(), "{wanted} in {text}");
                assert_eq!(count(&text, wanted), expected.len(), "{wanted} in {text}");
                assert_eq!(split(&text, wanted, usize::MAX), text.split(wanted).collect::<Vec<_>>());
            }
        }
    }
}
