//! The lexer's side of f-strings: literal text, replacement fields and format specifications as tokens.
//!
//! The expressions inside the fields are ordinary tokens of the same stream, so that quotes, comments and line
//! breaks nest in them as PEP 701 says, and their spans need no correction.

use gilscope_source::Span;

use crate::error::SyntaxError;
use crate::lexer::{FString, Field, Lexer, Step};
use crate::mistake;
use crate::token::TokenKind;

/// As in CPython: fields inside format specifications inside fields.
const MAX_FIELDS: usize = 3;

impl FString {
    /// Does literal text come next, not an expression?
    pub(crate) fn in_text(&self) -> bool {
        self.fields.last().is_none_or(|f| f.in_spec)
    }

    fn in_spec(&self) -> bool {
        self.fields.last().is_some_and(|f| f.in_spec)
    }
}

/// What ends a run of literal text.
enum Stop {
    Quote(usize),
    Open(usize),
    Close(usize),
    /// A line break that ends the specification of a single-quoted f-string, as in CPython.
    Line(usize),
}

impl Lexer<'_> {
    /// One run of literal text and the token after it.
    pub(crate) fn fstring_text(&mut self) -> Step {
        let lo = self.position();
        let stop = self.scan_text(lo)?;
        let (Stop::Quote(end) | Stop::Open(end) | Stop::Close(end) | Stop::Line(end)) = stop;
        if end > lo {
            self.push(TokenKind::FStringMiddle, lo, end);
        }
        match stop {
            Stop::Quote(at) => self.fstring_end(at),
            Stop::Open(at) => return self.open_field(at),
            Stop::Close(at) => self.close_field(at),
            Stop::Line(_) => self.leave_spec(end),
        }
        Ok(())
    }

    fn scan_text(&self, lo: usize) -> Step<Stop> {
        let Some(fstring) = self.fstrings.last() else { return Ok(Stop::Quote(lo)) };
        let bytes = self.text.as_bytes();
        let in_spec = fstring.in_spec();
        let mut at = lo;
        loop {
            let Some(&byte) = bytes.get(at) else {
                return Err(mistake::unterminated_fstring(self.text, fstring, self.text.len()));
            };
            let doubled = !in_spec && bytes.get(at + 1) == Some(&byte);
            match byte {
                b'\\' => at = self.skip_escape(at, fstring.raw),
                b'{' | b'}' if doubled => at += 2,
                b'{' => return Ok(Stop::Open(at)),
                b'}' if in_spec => return Ok(Stop::Close(at)),
                b'}' => {
                    return Err(SyntaxError::boxed("f-string: single '}' is not allowed", Span::new(at, at)));
                }
                b'\n' | b'\r' if !fstring.triple && in_spec => return Ok(Stop::Line(at)),
                b'\n' | b'\r' if !fstring.triple => {
                    return Err(mistake::unterminated_fstring(self.text, fstring, at));
                }
                b if b == fstring.quote && (!fstring.triple || bytes[at..].starts_with(&[b; 3])) => {
                    return Ok(Stop::Quote(at));
                }
                _ => at += 1,
            }
        }
    }

    /// Behind a backslash and what it protects: never a brace, except those of `\N{…}`.
    fn skip_escape(&self, at: usize, raw: bool) -> usize {
        let bytes = self.text.as_bytes();
        match bytes.get(at + 1) {
            Some(b'{' | b'}') | None => at + 1,
            Some(b'N') if !raw && bytes.get(at + 2) == Some(&b'{') => {
                let name = &bytes[at..];
                let end = name.iter().position(|&b| matches!(b, b'}' | b'"' | b'\'' | b'\n'));
                match end {
                    Some(n) if name[n] == b'}' => at + n + 1,
                    _ => at + 2,
                }
            }
            Some(b'\r') if bytes.get(at + 2) == Some(&b'\n') => at + 3,
            Some(b) if b.is_ascii() => at + 2,
            Some(_) => at + 1,
        }
    }

    fn fstring_end(&mut self, at: usize) {
        let Some(fstring) = self.fstrings.pop() else { return };
        let end = at + if fstring.triple { 3 } else { 1 };
        // A field that is still open is the parser's to report.
        self.brackets.truncate(fstring.fields.first().map_or(self.brackets.len(), |f| f.depth - 1));
        self.push(TokenKind::FStringEnd, at, end);
        self.seek(end);
    }

    fn open_field(&mut self, at: usize) -> Step {
        self.open_bracket(b'{', at)?;
        self.push(TokenKind::FieldOpen, at, at + 1);
        self.seek(at + 1);
        let depth = self.brackets.len();
        let Some(fstring) = self.fstrings.last_mut() else { return Ok(()) };
        if fstring.fields.len() >= MAX_FIELDS {
            return Err(SyntaxError::boxed("f-string: expressions nested too deeply", Span::new(at - 1, at - 1)));
        }
        fstring.fields.push(Field { depth, in_spec: false });
        Ok(())
    }

    fn leave_spec(&mut self, at: usize) {
        self.seek(at);
        if let Some(field) = self.fstrings.last_mut().and_then(|f| f.fields.last_mut()) {
            field.in_spec = false;
        }
    }

    pub(crate) fn close_field(&mut self, at: usize) {
        self.push(TokenKind::FieldClose, at, at + 1);
        self.seek(at + 1);
        self.brackets.pop();
        if let Some(fstring) = self.fstrings.last_mut() {
            fstring.fields.pop();
        }
    }

    /// Is the innermost open bracket the brace of a replacement field?
    pub(crate) fn at_field_level(&self) -> bool {
        let field = self.fstrings.last().and_then(|f| f.fields.last());
        field.is_some_and(|f| !f.in_spec && f.depth == self.brackets.len())
    }

    pub(crate) fn field_colon(&mut self, at: usize) {
        self.push(TokenKind::FieldColon, at, at + 1);
        self.seek(at + 1);
        if let Some(field) = self.fstrings.last_mut().and_then(|f| f.fields.last_mut()) {
            field.in_spec = true;
        }
    }
}
