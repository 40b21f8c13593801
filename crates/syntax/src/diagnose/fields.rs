//! String literals, and mistakes in the replacement fields of f-strings.

use super::{Diagnosis, Match, Stop};
use crate::token::TokenKind as T;

impl Diagnosis<'_> {
    /// Adjacent string literals.
    pub(super) fn strings(&mut self, at: usize) -> Match {
        let mut end = at;
        let mut formatted = false;
        loop {
            match self.kind(end)? {
                T::String => end += 1,
                T::FStringStart => match self.fstring_rest(end + 1)? {
                    Some(next) => (end, formatted) = (next, true),
                    None => break,
                },
                _ => break,
            }
        }
        if end == at {
            return Ok(None);
        }
        let name = if formatted { "f-string expression" } else { "literal" };
        Ok(self.other(self.lo(at), self.hi(end), end, name))
    }

    fn fstring_rest(&mut self, at: usize) -> Match<usize> {
        let end = self.text_and_fields(at)?;
        Ok(self.is(end, T::FStringEnd)?.then_some(end + 1))
    }

    fn text_and_fields(&mut self, at: usize) -> Result<usize, Stop> {
        let mut end = at;
        loop {
            match self.kind(end)? {
                T::FStringMiddle => end += 1,
                T::FieldOpen => match self.field(end)? {
                    Some(next) => end = next,
                    None => return Ok(end),
                },
                _ => return Ok(end),
            }
        }
    }

    fn field(&mut self, at: usize) -> Match<usize> {
        self.depth += 1;
        if self.depth > super::MAX_DEPTH {
            return Err(Stop::GiveUp);
        }
        let end = self.good_field(at);
        self.depth -= 1;
        if let Some(end) = end? {
            return Ok(Some(end));
        }
        if self.mistakes {
            self.mistaken_field(at)?;
        }
        Ok(None)
    }

    fn good_field(&mut self, at: usize) -> Match<usize> {
        let Some(value) = self.annotated_rhs(at + 1)? else { return Ok(None) };
        let mut end = value.end;
        if self.is(end, T::Equal)? {
            end += 1;
        }
        if self.is(end, T::Exclamation)? && self.is(end + 1, T::Name)? {
            end += 2;
        }
        if self.is(end, T::FieldColon)? {
            end = self.text_and_fields(end + 1)?;
        }
        Ok(self.is(end, T::FieldClose)?.then_some(end + 1))
    }

    fn mistaken_field(&mut self, at: usize) -> Result<(), Stop> {
        if self.is_any(at + 1, &[T::Equal, T::Exclamation, T::FieldColon, T::FieldClose])? {
            let message = format!("f-string: valid expression required before '{}'", self.word(at + 1));
            return self.raise(self.place(at + 1), message);
        }
        let Some(value) = self.annotated_rhs(at + 1)? else {
            return self.raise(self.place(at + 1), "f-string: expecting a valid expression after '{'");
        };
        let mut end = value.end;
        if !self.is_any(end, &[T::Equal, T::Exclamation, T::FieldColon, T::FieldClose])? {
            return self.raise(self.place(end), "f-string: expecting '=', or '!', or ':', or '}'");
        }
        if self.is(end, T::Equal)? {
            end += 1;
            if !self.is_any(end, &[T::Exclamation, T::FieldColon, T::FieldClose])? {
                return self.raise(self.place(end), "f-string: expecting '!', or ':', or '}'");
            }
        }
        self.mistaken_conversion(end)
    }

    fn mistaken_conversion(&mut self, at: usize) -> Result<(), Stop> {
        let mut end = at;
        if self.is(end, T::Exclamation)? {
            if self.is_any(end + 1, &[T::FieldColon, T::FieldClose])? {
                return self.raise(self.place(end + 1), "f-string: missing conversion character");
            }
            if !self.is(end + 1, T::Name)? {
                return self.raise(self.place(end + 1), "f-string: invalid conversion character");
            }
            end += 2;
        }
        if !self.is_any(end, &[T::FieldColon, T::FieldClose])? {
            return self.raise(self.place(end), "f-string: expecting ':' or '}'");
        }
        if self.is(end, T::FieldColon)? {
            end = self.text_and_fields(end + 1)?;
            if !self.is(end, T::FieldClose)? {
                return self.raise(self.place(end), "f-string: expecting '}', or format specs");
            }
        }
        Ok(())
    }
}
