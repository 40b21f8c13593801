//! Bytes of a file → text: the byte order mark, the coding cookie of PEP 263, and what is not text at all.

use crate::error::SyntaxError;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Encodings that CPython knows and gilscope does not, by how their names begin.
const OTHER_ENCODINGS: [&str; 14] = [
    "iso-8859-",
    "iso8859-",
    "cp",
    "windows-",
    "utf-16",
    "utf-32",
    "utf-7",
    "koi8",
    "mac",
    "gb",
    "big5",
    "shift",
    "euc",
    "hz",
];

/// The encodings that a file may have here.
#[derive(Clone, Copy, PartialEq)]
enum Encoding {
    Utf8,
    Latin1,
    Ascii,
}

/// The text of a source file; `filename` is for the messages, which stand without a place.
pub fn decode(bytes: &[u8], filename: &str) -> Result<String, SyntaxError> {
    let (body, marked) = match bytes.strip_prefix(BYTE_ORDER_MARK) {
        Some(body) => (body, true),
        None => (bytes, false),
    };
    let cookie = cookie(body);
    let encoding = match &cookie {
        Some(name) => encoding(name, marked)?,
        None => Encoding::Utf8,
    };
    match encoding {
        Encoding::Latin1 => Ok(body.iter().map(|&b| char::from(b)).collect()),
        Encoding::Ascii if !body.is_ascii() => Err(placeless("encoding problem: ascii".to_owned())),
        _ => match std::str::from_utf8(body) {
            Ok(text) => Ok(text.to_owned()),
            // A null byte that comes first is what CPython complains about: the parser will.
            Err(error) if body[..error.valid_up_to()].contains(&0) => Ok(String::from_utf8_lossy(body).into_owned()),
            Err(error) => Err(not_utf8(body, &error, filename, cookie.is_some() || marked)),
        },
    }
}

fn placeless(message: String) -> SyntaxError {
    *SyntaxError::boxed(message, SyntaxError::NOWHERE)
}

fn not_utf8(body: &[u8], error: &std::str::Utf8Error, filename: &str, declared: bool) -> SyntaxError {
    let at = error.valid_up_to();
    let line_start = body[..at].iter().rposition(|&b| b == b'\n').map_or(0, |i| i + 1);
    let quote = body[line_start..at].iter().rposition(|b| matches!(b, b'"' | b'\''));
    if let Some(quote) = quote.filter(|_| declared) {
        let reason = match error.error_len() {
            None => "unexpected end of data",
            Some(_) if matches!(body[at], 0xc2..=0xf4) => "invalid continuation byte",
            Some(_) => "invalid start byte",
        };
        let (byte, position) = (body[at], at - line_start - quote - 1);
        return placeless(format!(
            "(unicode error) 'utf-8' codec can't decode byte {byte:#04x} in position {position}: {reason}"
        ));
    }
    let line = 1 + body[..at].iter().filter(|&&b| b == b'\n').count();
    placeless(format!(
        "Non-UTF-8 code starting with '\\x{:02x}' in file {filename} on line {line}, but no encoding declared; \
         see https://peps.python.org/pep-0263/ for details",
        body[at]
    ))
}

/// The encoding that a comment on the first two lines names; a second line counts only below a comment or nothing.
fn cookie(body: &[u8]) -> Option<String> {
    let mut lines = body.split(|&b| b == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line));
    let first = lines.next()?;
    if let Some(name) = cookie_on(first) {
        return Some(name);
    }
    let blank = |b: &&u8| matches!(b, b' ' | b'\t' | b'\x0c');
    let code = first.iter().find(|b| !blank(b));
    if code.is_none_or(|&b| b == b'#') { lines.next().and_then(cookie_on) } else { None }
}

fn cookie_on(line: &[u8]) -> Option<String> {
    let start = line.iter().position(|b| !matches!(b, b' ' | b'\t' | b'\x0c'))?;
    if line[start] != b'#' {
        return None;
    }
    let mut rest = &line[start..];
    while let Some(at) = rest.windows(6).position(|w| w == b"coding") {
        rest = &rest[at + 6..];
        if let Some(b':' | b'=') = rest.first() {
            let value = rest[1..].trim_ascii_start();
            let is_part = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.');
            let length = value.iter().take_while(|b| is_part(b)).count();
            if length > 0 {
                return Some(String::from_utf8_lossy(&value[..length]).into_owned());
            }
        }
    }
    None
}

fn encoding(name: &str, marked: bool) -> Result<Encoding, SyntaxError> {
    let normal = name.to_ascii_lowercase().replace('_', "-");
    let is = |names: &[&str]| names.contains(&normal.as_str());
    if is(&["utf-8", "utf8", "u8", "utf", "utf-8-sig"]) || normal.starts_with("utf-8-") {
        return Ok(Encoding::Utf8);
    }
    let latin1 = ["latin-1", "iso-8859-1", "iso-latin-1"];
    let is_latin1 = latin1.iter().any(|n| normal == *n || normal.strip_prefix(n).is_some_and(|r| r.starts_with('-')));
    if marked {
        let shown = if is_latin1 { "iso-8859-1" } else { name };
        return Err(placeless(format!("encoding problem: {shown} with BOM")));
    }
    if is_latin1 || is(&["latin1", "latin", "l1", "iso8859-1", "8859", "cp819"]) {
        return Ok(Encoding::Latin1);
    }
    if is(&["ascii", "us-ascii", "646"]) {
        return Ok(Encoding::Ascii);
    }
    if OTHER_ENCODINGS.iter().any(|prefix| normal.starts_with(prefix)) {
        return Err(placeless(format!("source encoding '{name}' is not supported by gilscope")));
    }
    Err(placeless(format!("encoding problem: {name}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(bytes: &[u8]) -> String {
        decode(bytes, "a.py").map_or_else(|e| e.message, |text| format!("text {text:?}"))
    }

    #[test]
    fn cookies_and_marks_choose_the_encoding() {
        assert_eq!(message(b"\xef\xbb\xbfx\n"), "text \"x\\n\"");
        assert_eq!(message(b"# -*- coding: latin-1 -*-\n'\xe9'"), "text \"# -*- coding: latin-1 -*-\\n'é'\"");
        assert_eq!(
            message(b"#!/usr/bin/x\n# vim: set fileencoding=utf-8 :\n"),
            "text \"#!/usr/bin/x\\n# vim: set fileencoding=utf-8 :\\n\""
        );
        assert_eq!(message(b"# coding: foo\n"), "encoding problem: foo");
        assert_eq!(message(b"# coding: cp1252\n"), "source encoding 'cp1252' is not supported by gilscope");
        assert_eq!(message(b"# coding: ascii\n\xe9"), "encoding problem: ascii");
        assert_eq!(message(b"\xef\xbb\xbf# coding: latin-1\n"), "encoding problem: iso-8859-1 with BOM");
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let bad = "Non-UTF-8 code starting with '\\xff' in file a.py on line 2, but no encoding declared; \
                   see https://peps.python.org/pep-0263/ for details";
        assert_eq!(message(b"x\n'\xff'"), bad);
        assert_eq!(message(b"x = 1 # coding: latin-1\n'\xff'"), bad);
        let declared = "(unicode error) 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte";
        assert_eq!(message(b"# coding: utf-8\nx = '\xff'"), declared);
    }
}
