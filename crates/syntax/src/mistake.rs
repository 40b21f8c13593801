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

/// A null byte at `at`: CPython reports column 0 of its line.
pub(crate) fn null_byte(text: &str, at: usize) -> Mistake {
    let line = text[..at].rfind(['\n', '\r']).map_or(0, |i| i + 1);
    SyntaxError::boxed("source code cannot contain null bytes", SyntaxError::before(line))
}

/// The text ended where more was promised.
pub(crate) fn unexpected_eof(at: usize) -> Mistake {
    SyntaxError::boxed("unexpected EOF while parsing", Span::new(at, at))
}

/// `\` at byte `at` with nothing but a line end behind it.
pub(crate) fn continued_eof(at: usize) -> Mistake {
    unexpected_eof(at + 1)
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
    let open = opened.open as char;
    let (here, there) = (line_of(text, at), line_of(text, opened.at as usize));
    let line = if here == there { String::new() } else { format!(" on line {there}") };
    SyntaxError::boxed(format!("closing parenthesis '{close}' does not match opening parenthesis '{open}'{line}"), span)
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
    let escaped = quote.is_some_and(|q| !triple && text.as_bytes()[lo..at].windows(2).any(|w| w == [b'\\', q]));
    let hint = if escaped { "; perhaps you escaped the end quote?" } else { "" };
    let line = line_of(text, last_line(text, at));
    let message = format!("unterminated {kind} literal (detected at line {line}){hint}");
    SyntaxError::boxed(message, Span::new(lo, lo))
}

/// The end of the text counts as part of the line before its last line end.
fn last_line(text: &str, at: usize) -> usize {
    if at == text.len() { text.strip_suffix('\n').unwrap_or(text).len() } else { at }
}

/// An f-string without its closing quote.
pub(crate) fn unterminated_fstring(text: &str, fstring: &FString, at: usize) -> Mistake {
    let kind = if fstring.triple { "triple-quoted f-string" } else { "f-string" };
    let message = format!("unterminated {kind} literal (detected at line {})", line_of(text, last_line(text, at)));
    let lo = fstring.start.lo as usize;
    SyntaxError::boxed(message, Span::new(lo, lo))
}

/// Behind a well-formed number at `lo..hi` stands a letter, digit or `_`: fine only where a keyword begins.
pub(crate) fn check_number_end(text: &str, lo: usize, hi: usize) -> Step {
    let bytes = text.as_bytes();
    let radix = match &bytes[lo..] {
        [b'0', b'x' | b'X', ..] => Some(("hexadecimal", 16)),
        [b'0', b'o' | b'O', ..] => Some(("octal", 8)),
        [b'0', b'b' | b'B', ..] => Some(("binary", 2)),
        _ => None,
    };
    if let Some((name, base)) = radix {
        return radix_end(text, lo, hi, name, base);
    }
    let is_int = !text[lo..hi].contains(['.', 'e', 'E', 'j', 'J']);
    let mut hi = hi;
    if is_int && bytes[lo] == b'0' {
        hi = leading_zeros(text, lo, hi)?;
    }
    if keyword_follows(&text[hi..]) {
        return Ok(());
    }
    let imaginary = matches!(bytes[hi - 1], b'j' | b'J');
    let kind = if imaginary { "imaginary" } else { "decimal" };
    let mut at = hi - 1;
    let tail = &bytes[hi..];
    if let [b'_', ..] = tail {
        at = if bytes[hi - 1] == b'.' { hi - 1 } else { hi };
    } else if let [b'e' | b'E', ..] = tail
        && !imaginary
        && let [_, b'+' | b'-', ..] = tail
    {
        at = hi + 1;
    }
    Err(number_error(format!("invalid {kind} literal"), at))
}

/// Does `rest` begin with a keyword that may stand directly behind a number? Of the longer ones CPython looks for
/// the end.
fn keyword_follows(rest: &str) -> bool {
    let ends = |tail: &str| !tail.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_' || !c.is_ascii());
    let whole = ["and", "else", "for", "not", "or"].iter().any(|w| rest.strip_prefix(w).is_some_and(ends));
    whole || ["if", "in", "is"].iter().any(|w| rest.starts_with(w))
}

fn number_error(message: String, at: usize) -> Mistake {
    SyntaxError::boxed(message, Span::new(at, at))
}

/// The end of a number with a prefix; where the prefix stands alone, the lexer has found `0` only.
fn radix_end(text: &str, lo: usize, hi: usize, name: &str, base: u32) -> Step {
    let bytes = text.as_bytes();
    let at = if hi == lo + 1 { lo + 2 } else { hi };
    let next = bytes.get(at).copied().unwrap_or(b' ');
    if next.is_ascii_digit() && !char::from(next).is_digit(base) {
        return Err(number_error(format!("invalid digit '{}' in {name} literal", char::from(next)), at));
    }
    if next == b'_' {
        let after = bytes.get(at + 1).copied().unwrap_or(b' ');
        if after.is_ascii_digit() && !char::from(after).is_digit(base) {
            return Err(number_error(format!("invalid digit '{}' in {name} literal", char::from(after)), at + 1));
        }
        return Err(number_error(format!("invalid {name} literal"), at));
    }
    if hi > lo + 1 && keyword_follows(&text[at..]) {
        return Ok(());
    }
    Err(number_error(format!("invalid {name} literal"), at - 1))
}

/// `0777`: an octal number of Python 2.
/// Where digits after leading zeros are fine or not the first mistake, the end of the digits.
fn leading_zeros(text: &str, lo: usize, hi: usize) -> Step<usize> {
    let digits = text[lo..].bytes().take_while(|b| b.is_ascii_digit() || *b == b'_').count();
    let zeros = text[lo..].bytes().take_while(|b| matches!(b, b'0' | b'_')).count();
    let (end, rest) = (lo + digits, &text[lo + digits..]);
    if digits == zeros {
        return Ok(hi);
    }
    if text[..end].ends_with('_') || rest.starts_with(['e', 'E', 'j', 'J', '.']) {
        return Ok(end - usize::from(text[..end].ends_with('_')));
    }
    let message = "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers";
    Err(SyntaxError::boxed(message, Span::new(lo, lo + zeros)))
}
