//! The values of literals: numbers, and strings with their prefixes and escapes.

use std::fmt::Write as _;

use crate::ast::Constant;
use crate::token::TokenKind;

/// The letters before a string's quotes.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Prefix {
    pub(crate) raw: bool,
    pub(crate) bytes: bool,
    /// Number of letters.
    length: usize,
}

impl Prefix {
    /// The prefix of a literal's text.
    pub(crate) fn of(text: &str) -> Prefix {
        let mut prefix = Prefix::default();
        for byte in text.bytes().take_while(u8::is_ascii_alphabetic) {
            prefix.raw |= byte.eq_ignore_ascii_case(&b'r');
            prefix.bytes |= byte.eq_ignore_ascii_case(&b'b');
            prefix.length += 1;
        }
        prefix
    }
}

/// The value of a number token.
pub(crate) fn number(kind: TokenKind, text: &str) -> Constant {
    let clean: String;
    let digits = if text.contains('_') {
        clean = text.replace('_', "");
        &clean
    } else {
        text
    };
    match kind {
        TokenKind::Int => integer(digits),
        TokenKind::Float => Constant::Float(digits.parse().unwrap_or(f64::INFINITY)),
        _ => Constant::Imaginary(digits[..digits.len() - 1].parse().unwrap_or(f64::INFINITY)),
    }
}

fn integer(text: &str) -> Constant {
    let radix = match text.as_bytes().get(1) {
        Some(b'x' | b'X') => 16,
        Some(b'o' | b'O') => 8,
        Some(b'b' | b'B') => 2,
        _ => 10,
    };
    let digits = if radix == 10 { text } else { &text[2..] };
    match i64::from_str_radix(digits, radix) {
        Ok(value) => Constant::Int(value),
        Err(_) if radix == 10 => Constant::BigInt(digits.trim_start_matches('0').into()),
        Err(_) => big_integer(digits, radix),
    }
}

/// Digits of base `radix`, a power of two, in decimal: groups of nine decimal digits, least significant first.
fn big_integer(digits: &str, radix: u32) -> Constant {
    const GROUP: u64 = 1_000_000_000;
    let mut groups: Vec<u64> = vec![0];
    for digit in digits.chars().filter_map(|c| c.to_digit(radix)) {
        let mut carry = u64::from(digit);
        for group in &mut groups {
            let value = *group * u64::from(radix) + carry;
            (*group, carry) = (value % GROUP, value / GROUP);
        }
        if carry > 0 {
            groups.push(carry);
        }
    }
    let mut text = groups.last().map_or(String::new(), u64::to_string);
    for group in groups.iter().rev().skip(1) {
        let _ = write!(text, "{group:09}");
    }
    text.parse().map_or(Constant::BigInt(text.into()), Constant::Int)
}

/// What is between a literal's quotes.
fn inside(text: &str, prefix: Prefix) -> &str {
    let quoted = &text[prefix.length..];
    let quotes = if quoted.len() >= 6 && (quoted.starts_with("\"\"\"") || quoted.starts_with("'''")) { 3 } else { 1 };
    &quoted[quotes..quoted.len() - quotes]
}

/// The value of a plain string literal, or what is wrong with it.
pub(crate) fn string(text: &str) -> Result<String, String> {
    let prefix = Prefix::of(text);
    let text = unify_line_ends(inside(text, prefix).to_owned());
    if prefix.raw || !text.contains('\\') { Ok(text) } else { unescape(&text) }
}

/// The value of a run of text in an f-string.
pub(crate) fn fstring_text(text: &str, raw: bool, in_spec: bool) -> Result<String, String> {
    let text = unify_line_ends(text.to_owned());
    let text = if in_spec { text } else { text.replace("{{", "{").replace("}}", "}") };
    if raw || !text.contains('\\') { Ok(text) } else { unescape(&text) }
}

/// Line ends in a string are `\n`, whatever the file has.
fn unify_line_ends(text: String) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text }
}

/// The value of a bytes literal, or what is wrong with it.
pub(crate) fn bytes(text: &str) -> Result<Vec<u8>, String> {
    let prefix = Prefix::of(text);
    let text = unify_line_ends(inside(text, prefix).to_owned());
    if !text.is_ascii() {
        return Err("bytes can only contain ASCII literal characters".to_owned());
    }
    if prefix.raw || !text.contains('\\') {
        return Ok(text.into_bytes());
    }
    let mut value = Vec::with_capacity(text.len());
    let mut escapes = Escapes { text: &text, at: 0 };
    while let Some(piece) = escapes.next_piece() {
        match piece {
            Piece::Plain(run) => value.extend_from_slice(run.as_bytes()),
            Piece::Simple(byte) => value.push(byte),
            Piece::Octal(code) => value.push(code as u8),
            Piece::Escape(at, b'x') => {
                let Some(code) = escapes.hex(2) else {
                    return Err(format!("(value error) invalid \\x escape at position {at}"));
                };
                value.push(code as u8);
            }
            Piece::Escape(_, other) => value.extend([b'\\', other]),
            Piece::Continued => {}
        }
    }
    Ok(value)
}

/// A piece of a string with escapes.
enum Piece<'a> {
    /// Text without a backslash.
    Plain(&'a str),
    /// `\n` and its like.
    Simple(u8),
    Octal(u32),
    /// A backslash at this position and the byte behind it, which this file's two decoders treat apart.
    Escape(usize, u8),
    /// A backslash before a line end.
    Continued,
}

struct Escapes<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Escapes<'a> {
    fn next_piece(&mut self) -> Option<Piece<'a>> {
        let rest = &self.text[self.at..];
        if rest.is_empty() {
            return None;
        }
        let run = rest.find('\\').unwrap_or(rest.len());
        if run > 0 {
            self.at += run;
            return Some(Piece::Plain(&rest[..run]));
        }
        let Some(&byte) = rest.as_bytes().get(1) else {
            self.at += 1;
            return Some(Piece::Plain(rest));
        };
        if !byte.is_ascii() {
            self.at += 1;
            return Some(Piece::Plain(&rest[..1]));
        }
        let here = self.at;
        self.at += 2;
        Some(match byte {
            b'\n' => Piece::Continued,
            b'\\' | b'\'' | b'"' => Piece::Simple(byte),
            b'a' => Piece::Simple(0x07),
            b'b' => Piece::Simple(0x08),
            b'f' => Piece::Simple(0x0c),
            b'n' => Piece::Simple(b'\n'),
            b'r' => Piece::Simple(b'\r'),
            b't' => Piece::Simple(b'\t'),
            b'v' => Piece::Simple(0x0b),
            b'0'..=b'7' => self.octal(),
            _ => Piece::Escape(here, byte),
        })
    }

    fn octal(&mut self) -> Piece<'a> {
        self.at -= 1;
        let digits = self.text[self.at..].bytes().take(3).take_while(|b| (b'0'..=b'7').contains(b)).count();
        let code = u32::from_str_radix(&self.text[self.at..self.at + digits], 8).unwrap_or(0);
        self.at += digits;
        Piece::Octal(code)
    }

    /// Exactly `count` hexadecimal digits, which are then behind us.
    fn hex(&mut self, count: usize) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + count)?;
        if !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            return None;
        }
        self.at += count;
        u32::from_str_radix(digits, 16).ok()
    }

    /// The number of hexadecimal digits that follow, `limit` at most.
    fn hex_run(&self, limit: usize) -> usize {
        self.text[self.at..].bytes().take(limit).take_while(u8::is_ascii_hexdigit).count()
    }
}

fn unescape(text: &str) -> Result<String, String> {
    let mut value = String::with_capacity(text.len());
    let mut escapes = Escapes { text, at: 0 };
    while let Some(piece) = escapes.next_piece() {
        match piece {
            Piece::Plain(run) => value.push_str(run),
            Piece::Simple(byte) => value.push(byte as char),
            Piece::Octal(code) => value.extend(char::from_u32(code)),
            Piece::Escape(at, b'x') => value.push(code_point(&mut escapes, at, 2, "\\xXX")?),
            Piece::Escape(at, b'u') => value.push(code_point(&mut escapes, at, 4, "\\uXXXX")?),
            Piece::Escape(at, b'U') => value.push(code_point(&mut escapes, at, 8, "\\UXXXXXXXX")?),
            Piece::Escape(at, b'N') => value.push(named_character(&mut escapes, at)?),
            Piece::Escape(_, other) => value.extend(['\\', other as char]),
            Piece::Continued => {}
        }
    }
    Ok(value)
}

fn decode_error(start: usize, end: usize, reason: &str) -> String {
    format!("(unicode error) 'unicodeescape' codec can't decode bytes in position {start}-{end}: {reason}")
}

fn code_point(escapes: &mut Escapes<'_>, at: usize, digits: usize, form: &str) -> Result<char, String> {
    let Some(code) = escapes.hex(digits) else {
        let end = at + 1 + escapes.hex_run(digits);
        return Err(decode_error(at, end, &format!("truncated {form} escape")));
    };
    if (0xd800..0xe000).contains(&code) {
        return Err(format!("surrogate '\\u{code:04x}' in a string literal is not supported by gilscope"));
    }
    char::from_u32(code).ok_or_else(|| decode_error(at, at + 1 + digits, "illegal Unicode character"))
}

/// `\N{…}`; the position is that of the backslash.
fn named_character(escapes: &mut Escapes<'_>, at: usize) -> Result<char, String> {
    let rest = &escapes.text[escapes.at..];
    let close = rest.starts_with('{').then(|| rest.find('}')).flatten();
    let Some(close) = close.filter(|&c| c > 1) else {
        let end = if rest.starts_with('{') { at + 1 + rest.len() } else { at + 1 };
        return Err(decode_error(at, end, "malformed \\N character escape"));
    };
    escapes.at += close + 1;
    let end = at + 2 + close;
    unicode_names2::character(&rest[1..close]).ok_or_else(|| decode_error(at, end, "unknown Unicode character name"))
}
