//! Cutting lines and runs of characters out of the bytes of a text file.

use super::text::Newline;

/// What is to be read next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece {
    All,
    /// So many characters, line ends translated.
    Chars(usize),
    /// A line with its end, at most so many characters.
    Line(Option<usize>),
}

/// How many of `bytes` make up the piece; `None` when more must be read to know.
pub(super) fn next_piece(bytes: &[u8], piece: Piece, newline: Newline, at_end: bool) -> Option<usize> {
    let (limit, is_line) = match piece {
        Piece::All => return at_end.then_some(bytes.len()),
        Piece::Chars(0) | Piece::Line(Some(0)) => return Some(0),
        Piece::Chars(limit) => (limit, false),
        Piece::Line(limit) => (limit.unwrap_or(usize::MAX), true),
    };
    if is_line && limit == usize::MAX && newline == Newline::Lf {
        let found = memchr::memchr(b'\n', bytes).map(|i| i + 1);
        return found.or(at_end.then_some(bytes.len()));
    }
    if is_line && limit == usize::MAX && newline == Newline::Universal {
        match memchr::memchr2(b'\n', b'\r', bytes) {
            Some(place) if bytes[place] == b'\n' => return Some(place + 1),
            Some(_) => {}
            None => return at_end.then_some(bytes.len()),
        }
    }
    let mut position = 0;
    let mut count = 0;
    while count < limit {
        let Some(unit) = next_unit(&bytes[position..], newline, at_end) else {
            return at_end.then_some(bytes.len());
        };
        position += unit.length;
        count += 1;
        if is_line && unit.ends_line {
            break;
        }
    }
    Some(position)
}

/// One character of the decoded text.
struct Unit {
    length: usize,
    ends_line: bool,
}

fn next_unit(bytes: &[u8], newline: Newline, at_end: bool) -> Option<Unit> {
    let any = matches!(newline, Newline::Universal | Newline::Untranslated);
    let (length, ends_line) = match *bytes.first()? {
        b'\n' => (1, any || newline == Newline::Lf),
        b'\r' if any || newline == Newline::CrLf => match bytes.get(1) {
            Some(b'\n') => (2, true),
            None if !at_end => return None,
            _ => (1, any),
        },
        b'\r' => (1, newline == Newline::Cr),
        lead => {
            let length = match lead {
                0xc2..=0xdf => 2,
                0xe0..=0xef => 3,
                0xf0..=0xf4 => 4,
                _ => 1,
            };
            if bytes.len() < length && !at_end {
                return None;
            }
            (length.min(bytes.len()), false)
        }
    };
    Some(Unit { length, ends_line })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_at_any_line_end() {
        let line = Piece::Line(None);
        assert_eq!(next_piece(b"ab\r\ncd", line, Newline::Universal, false), Some(4));
        assert_eq!(next_piece(b"ab\r", line, Newline::Universal, false), None);
        assert_eq!(next_piece(b"ab\r", line, Newline::Universal, true), Some(3));
        assert_eq!(next_piece(b"ab", line, Newline::Universal, true), Some(2));
        assert_eq!(next_piece(b"", line, Newline::Universal, true), Some(0));
    }

    #[test]
    fn characters_are_counted_not_bytes() {
        let bytes = "é\r\nx".as_bytes();
        assert_eq!(next_piece(bytes, Piece::Chars(2), Newline::Universal, false), Some(4));
        assert_eq!(next_piece(&bytes[..1], Piece::Chars(1), Newline::Universal, false), None);
    }
}
