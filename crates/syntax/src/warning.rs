//! What CPython accepts with a `SyntaxWarning`: unknown escapes, and numbers that run into a keyword.

use crate::literal::Prefix;
use crate::token::{Token, TokenKind};
use gilscope_source::LineIndex;

/// A `SyntaxWarning` and the line that it shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxWarning {
    /// The text after `SyntaxWarning: `.
    pub message: String,
    /// From 1.
    pub line: u32,
}

/// The warnings about the literals of a text that parses.
pub fn warnings(text: &str) -> Vec<SyntaxWarning> {
    if !may_warn(text.as_bytes()) {
        return Vec::new();
    }
    let index = LineIndex::new(text);
    let tokens = crate::tokens(text).0;
    let mut found = Vec::new();
    let mut scan = Scan { raw: Vec::new() };
    for (i, token) in tokens.iter().enumerate() {
        let warning = scan.token(text, token).or_else(|| run_together(text, token, tokens.get(i + 1)));
        found.extend(warning.map(|(at, message)| SyntaxWarning { message, line: index.position(at).line }));
    }
    found
}

/// A quick look: most texts have nothing of the kind, and need no second pass.
fn may_warn(bytes: &[u8]) -> bool {
    let escapes = || bytes.windows(2).any(|w| w[0] == b'\\' && (!is_escape(w[1]) || matches!(w[1], b'4'..=b'7')));
    may_run_together(bytes) || (bytes.contains(&b'\\') && escapes())
}

/// Whether a digit stands before a letter that a keyword or the rest of a number may begin with. It is asked of all
/// bytes, without a branch, so that the compiler makes vectors of it: 90 machine instructions for 31 bytes, not 310.
fn may_run_together(bytes: &[u8]) -> bool {
    let letters = bytes.get(1..).unwrap_or_default();
    let found = bytes.iter().zip(letters).fold(0, |found, (&digit, &letter)| {
        let is = |first| u8::from(letter == first);
        let word = is(b'a') | is(b'e') | is(b'f') | is(b'i') | is(b'j') | is(b'n') | is(b'o');
        found | (u8::from(digit.wrapping_sub(b'0') < 10) & word)
    });
    found != 0
}

fn is_escape(byte: u8) -> bool {
    matches!(
        byte,
        b'\n' | b'\r' | b'\\' | b'\'' | b'"' | b'a' | b'b' | b'f' | b'n' | b'r' | b't' | b'v' | b'0'..=b'7' | b'x'
    ) || matches!(byte, b'N' | b'u' | b'U')
        || !byte.is_ascii()
}

/// Where the tokens are among nested f-strings.
struct Scan {
    /// For each open f-string, whether its text is raw.
    raw: Vec<bool>,
}

impl Scan {
    /// The place and message of what is wrong in a string token.
    fn token(&mut self, text: &str, token: &Token) -> Option<(u32, String)> {
        let inside = &text[token.span.range()];
        match token.kind {
            TokenKind::FStringStart => self.raw.push(Prefix::of(inside).raw),
            TokenKind::FStringEnd => {
                self.raw.pop();
            }
            TokenKind::FStringMiddle if self.raw.last() != Some(&true) => {
                let (at, message) = first_bad_escape(inside, false)?;
                return Some((token.span.lo + at as u32, message));
            }
            TokenKind::String => {
                let prefix = Prefix::of(inside);
                if !prefix.raw {
                    // A string over several lines is blamed on its first.
                    return first_bad_escape(inside, prefix.bytes).map(|(_, message)| (token.span.lo, message));
                }
            }
            _ => {}
        }
        None
    }
}

fn first_bad_escape(text: &str, bytes: bool) -> Option<(usize, String)> {
    let mut at = 0;
    while let Some(found) = text.get(at..)?.find('\\') {
        let start = at + found;
        let rest = &text.as_bytes()[start + 1..];
        let &next = rest.first()?;
        let octal = rest.iter().take(3).take_while(|b| matches!(b, b'0'..=b'7')).count();
        if octal == 3 && next >= b'4' {
            return Some((start, format!("invalid octal escape sequence '{}'", &text[start..start + 4])));
        }
        let known = is_escape(next) && !(bytes && matches!(next, b'N' | b'u' | b'U'));
        if !known {
            return Some((start, format!("invalid escape sequence '\\{}'", next as char)));
        }
        at = start + 1 + usize::from(next.is_ascii());
    }
    None
}

/// `1if x` and its like.
fn run_together(text: &str, token: &Token, next: Option<&Token>) -> Option<(u32, String)> {
    if !matches!(token.kind, TokenKind::Int | TokenKind::Float | TokenKind::Imaginary) {
        return None;
    }
    let next = next.filter(|n| n.span.lo == token.span.hi)?;
    let word = &text[next.span.range()];
    if !word.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let digits = &text[token.span.range()];
    let kind = match digits.as_bytes().get(1) {
        _ if token.kind == TokenKind::Imaginary => "imaginary",
        Some(b'x' | b'X') => "hexadecimal",
        Some(b'o' | b'O') => "octal",
        Some(b'b' | b'B') => "binary",
        _ => "decimal",
    };
    Some((token.span.lo, format!("invalid {kind} literal")))
}

#[cfg(test)]
mod tests {
    use super::warnings;

    #[test]
    fn literals_warn_as_in_cpython() {
        let text = concat!(
            "x = '''a\n\\d \\q'''\n",
            "y = f'''a\n{x}\\d''' '\\400'\n",
            "z = 1if x else 0x1or 2\n",
            "b'\\N' r'\\d' '\\N{DOT}\\é\\n\\'\\x00\\377'\n",
        );
        let shown: Vec<String> = warnings(text).iter().map(|w| format!("{} {}", w.line, w.message)).collect();
        let expected = [
            "1 invalid escape sequence '\\d'",
            "4 invalid escape sequence '\\d'",
            "4 invalid octal escape sequence '\\400'",
            "5 invalid decimal literal",
            "5 invalid hexadecimal literal",
            "6 invalid escape sequence '\\N'",
        ];
        assert_eq!(shown, expected);
    }

    #[test]
    fn ordinary_texts_are_silent() {
        assert!(warnings("x = 1 if y else 0x1f\nprint('a\\tb', \"\\\"\", 1j)\n").is_empty());
    }
}
