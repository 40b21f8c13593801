//! Reading the template of `%`.

use crate::format::spec::Sign;

const INCOMPLETE: &str = "incomplete format";
/// The message for a key without its parenthesis.
pub(super) const INCOMPLETE_KEY: &str = "incomplete format key";

/// A width or precision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    Fixed(usize),
    /// `*`: the next argument.
    Star,
}

/// One conversion of a template.
#[derive(Debug, Clone, Default)]
pub struct Field<'a> {
    pub key: Option<&'a str>,
    pub(super) left: bool,
    pub(super) sign: Option<Sign>,
    pub(super) alternate: bool,
    pub(super) zero: bool,
    pub width: Option<Count>,
    pub precision: Option<Count>,
    pub conversion: char,
    /// Where the conversion character is, in bytes.
    pub(super) offset: usize,
}

/// A literal text or a conversion.
#[derive(Debug, Clone)]
pub enum Piece<'a> {
    Literal(&'a str),
    Field(Field<'a>),
}

/// Reads a template piece by piece.
pub struct Template<'a> {
    text: &'a str,
    /// Byte offset.
    pub(super) next: usize,
}

impl<'a> Template<'a> {
    pub fn new(text: &'a str) -> Template<'a> {
        Template { text, next: 0 }
    }

    pub(super) fn rest(&self) -> &'a str {
        self.text.get(self.next..).unwrap_or("")
    }

    /// The next piece; an error is the message of a ValueError.
    pub fn next_piece(&mut self) -> Option<Result<Piece<'a>, String>> {
        let rest = self.rest();
        match memchr::memchr(b'%', rest.as_bytes()) {
            _ if rest.is_empty() => return None,
            Some(0) => self.next += 1,
            place => {
                let length = place.unwrap_or(rest.len());
                self.next += length;
                return Some(Ok(Piece::Literal(rest.get(..length).unwrap_or(""))));
            }
        }
        Some(self.field().map(|field| match field {
            Some(field) => Piece::Field(field),
            None => Piece::Literal("%"),
        }))
    }

    /// The next byte: of a character that is not ASCII the first one.
    #[inline]
    fn peek(&self) -> Result<u8, String> {
        self.text.as_bytes().get(self.next).copied().ok_or_else(|| INCOMPLETE.to_string())
    }

    /// `None` for a bare `%%`.
    fn field(&mut self) -> Result<Option<Field<'a>>, String> {
        if self.peek()? == b'%' {
            self.next += 1;
            return Ok(None);
        }
        let mut field = Field::default();
        if self.peek()? == b'(' {
            self.next += 1;
            field.key = Some(self.key()?);
        }
        loop {
            match self.peek()? {
                b'-' => field.left = true,
                b'+' => field.sign = Some(Sign::Plus),
                b' ' if field.sign.is_none() => field.sign = Some(Sign::Space),
                b' ' => {}
                b'#' => field.alternate = true,
                b'0' => field.zero = true,
                _ => break,
            }
            self.next += 1;
        }
        field.width = self.count("width too big")?;
        if self.peek()? == b'.' {
            self.next += 1;
            field.precision = Some(self.count("precision too big")?.unwrap_or(Count::Fixed(0)));
        }
        if matches!(self.peek()?, b'h' | b'l' | b'L') {
            self.next += 1;
        }
        field.conversion = self.rest().chars().next().ok_or(INCOMPLETE)?;
        field.offset = self.next;
        self.next += field.conversion.len_utf8();
        Ok(Some(field))
    }

    fn key(&mut self) -> Result<&'a str, String> {
        let rest = self.rest();
        let mut depth = 1;
        for (i, c) in rest.char_indices() {
            match c {
                '(' => depth += 1,
                ')' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                self.next += i + 1;
                return Ok(&rest[..i]);
            }
        }
        Err(INCOMPLETE_KEY.to_string())
    }

    fn count(&mut self, too_big: &str) -> Result<Option<Count>, String> {
        if self.peek()? == b'*' {
            self.next += 1;
            return Ok(Some(Count::Star));
        }
        let mut value: Option<usize> = None;
        while let digit @ b'0'..=b'9' = self.peek()? {
            self.next += 1;
            let next = value.unwrap_or(0) * 10 + usize::from(digit - b'0');
            if next > i32::MAX as usize {
                return Err(too_big.to_string());
            }
            value = Some(next);
        }
        Ok(value.map(Count::Fixed))
    }
}
