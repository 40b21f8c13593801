//! Mistakes that the lexer meets, with CPython's words and places.

use gilscope_source::Span;

use crate::error::SyntaxError;
use crate::lexer::{Bracket, FString, Step, closing};

type Mistake = Box<SyntaxError>;

fn line_of(text: &str, at: usize) -> usize {
    let bytes = &text.as_bytes()[..at.min(text.len())];
    1 + bytes
        .iter()
        .enumerate()
        .filter(|&(i, &b)| b == b'\n' || (b == b'\r' && bytes.get(i + 1) != Some(&b'\n')))
        .count()
}

/// A character that no token can hold.
pub(crate) fn invalid_character(c: char, at: usize) -> Mistake {
    let span = Span::new(at, at);
    let message = if is_unprintable(c) {
        format!("invalid non-printable character U+{:04X}", c as u32)
    } else {
        format!("invalid character '{c}' (U+{:04X})", c as u32)
    };
    SyntaxError::boxed(message, span)
}

/// Does `repr` escape it?
pub(crate) fn is_unprintable(c: char) -> bool {
    c.is_control() || (c.is_whitespace() && c != ' ') || is_format(c)
}

/// Invisible characters that editors and web pages leave behind.
fn is_format(c: char) -> bool {
    matches!(c as u32, 0xad | 0x600..=0x605 | 0x61c | 0x6dd | 0x70f | 0x180e | 0x200b..=0x200f | 0x2028..=0x202e
        | 0x2060..=0x206f | 0xd800..=0xf8ff | 0xfeff | 0xfff9..=0xfffb | 0xe0000..=0x10ffff)
}

/// The text ended where more was promised.
pub(crate) fn unexpected_eof(at: usize) -> Mistake {
    SyntaxError::boxed("unexpected EOF while parsing", Span::new(at, at))
}

/// `\` with something other than a line end behind it.
pub(crate) fn after_continuation(_text: &str, at: usize) -> Mistake {
    SyntaxError::boxed("unexpected character after line continuation character", Span::new(at + 1, at + 1))
}

/// A closing bracket that closes nothing, or the wrong one.
pub(crate) fn unmatched(
    text: &str,
    close: u8,
    at: usize,
    opened: Option<Bracket>,
    fstring: Option<&FString>,
) -> Mistake {
    let span = Span::new(at, at);
    let close = close as char;
    let Some(opened) = opened else {
        let place = if fstring.is_some() { "f-string: " } else { "" };
        return SyntaxError::boxed(format!("{place}unmatched '{close}'"), span);
    };
    let field = fstring.and_then(|f| f.fields.last());
    if field.is_some_and(|_| opened.open == b'{') {
        return SyntaxError::boxed(format!("f-string: unmatched '{close}'"), span);
    }
    let place = if fstring.is_some() { "f-string: " } else { "" };
    let open = opened.open as char;
    let (here, there) = (line_of(text, at), line_of(text, opened.at as usize));
    let line = if here == there { String::new() } else { format!(" on line {there}") };
    SyntaxError::boxed(
        format!("{place}closing parenthesis '{close}' does not match opening parenthesis '{open}'{line}"),
        span,
    )
}

/// The innermost bracket that is still open at the end of the text.
pub(crate) fn never_closed(bracket: Bracket) -> Mistake {
    let span = Span::new(bracket.at as usize, bracket.at as usize);
    debug_assert!(closing(bracket.open) != 0);
    SyntaxError::boxed(format!("'{}' was never closed", bracket.open as char), span)
}

/// A string without its closing quote; `at` is where the line or the text ends.
pub(crate) fn unterminated_string(
    text: &str,
    lo: usize,
    at: usize,
    triple: bool,
    fstring: Option<&FString>,
) -> Mistake {
    let quote = text.as_bytes()[lo..].iter().find(|b| matches!(b, b'"' | b'\'')).copied();
    if let Some(f) = fstring
        && Some(f.quote) == quote
        && f.triple == triple
    {
        return SyntaxError::boxed("f-string: expecting '}'", Span::new(lo, lo));
    }
    let kind = if triple { "triple-quoted string" } else { "string" };
    let message = format!("unterminated {kind} literal (detected at line {})", line_of(text, at));
    SyntaxError::boxed(message, Span::new(lo, lo))
}

/// An f-string without its closing quote.
pub(crate) fn unterminated_fstring(text: &str, fstring: &FString, at: usize) -> Mistake {
    let kind = if fstring.triple { "triple-quoted f-string" } else { "f-string" };
    let message = format!("unterminated {kind} literal (detected at line {})", line_of(text, at));
    let lo = fstring.start.lo as usize;
    SyntaxError::boxed(message, Span::new(lo, lo))
}

/// Behind a well-formed number at `lo..hi` stands a letter, digit or `_`: fine only where a keyword begins.
pub(crate) fn check_number_end(text: &str, lo: usize, hi: usize) -> Step {
    let rest = &text[hi..];
    const ALLOWED: [&str; 8] = ["and", "else", "for", "if", "in", "is", "not", "or"];
    if ALLOWED.iter().any(|word| rest.starts_with(word)) {
        return Ok(());
    }
    let _ = lo;
    Err(SyntaxError::boxed("invalid decimal literal", Span::new(hi - 1, hi - 1)))
}
