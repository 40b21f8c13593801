//! Parameter lists of functions and lambdas, and type parameters.

use gilscope_source::Span;

use super::{Diagnosis, Stop};
use crate::token::TokenKind as T;

impl Diagnosis<'_> {
    /// The end of a parameter list before `close`, which tells a function's from a lambda's. Their order is
    /// checked where the tree is built.
    pub(super) fn parameters(&mut self, at: usize, close: T) -> Result<usize, Stop> {
        let mut end = at;
        let mut defaults = false;
        loop {
            let item = end;
            end = match self.kind(end)? {
                T::Name => end + 1,
                T::Star | T::DoubleStar if self.is(end + 1, T::Name)? => end + 2,
                T::Star => {
                    self.lambda_star(end, close)?;
                    end + 1
                }
                T::Slash => end + 1,
                T::LeftParen if !defaults => {
                    self.parenthesized_parameters(end, close)?;
                    return Ok(end);
                }
                _ => return Ok(end),
            };
            if close == T::RightParen && self.is(end, T::Colon)? {
                let Some(annotation) = self.annotation(end + 1)? else { return Ok(item) };
                end = annotation;
            }
            if self.is(end, T::Equal)? {
                defaults = true;
                if self.mistakes && close == T::RightParen && self.is_any(end + 1, &[T::RightParen, T::Comma])? {
                    return self.raise(self.place(end), "expected default value expression");
                }
                let Some(value) = self.expression(end + 1)? else { return Ok(item) };
                end = value.end;
            }
            if !self.is(end, T::Comma)? {
                return Ok(end);
            }
            end += 1;
        }
    }

    /// At a bare `*`: CPython points behind it in a lambda.
    fn lambda_star(&mut self, at: usize, close: T) -> Result<(), Stop> {
        if !self.mistakes || close != T::Colon {
            return Ok(());
        }
        let next = at + 1 + usize::from(self.is(at + 1, T::Comma)?);
        let bare =
            if next == at + 1 { self.is(next, T::Colon)? } else { self.is_any(next, &[T::Colon, T::DoubleStar])? };
        if bare { self.raise(self.place(next), "named arguments must follow bare *") } else { Ok(()) }
    }

    fn annotation(&mut self, at: usize) -> Result<Option<usize>, Stop> {
        if self.is(at, T::Star)? {
            return Ok(self.starred(at, Self::bitwise_or)?.map(|f| f.end));
        }
        Ok(self.expression(at)?.map(|f| f.end))
    }

    /// At `(` among parameters: names in parentheses, as Python 2 had them.
    fn parenthesized_parameters(&mut self, at: usize, close: T) -> Result<(), Stop> {
        let mut end = at + 1;
        while self.is(end, T::Name)? {
            end += 1;
            if close == T::RightParen
                && self.is(end, T::Colon)?
                && let Some(annotation) = self.annotation(end + 1)?
            {
                end = annotation;
            }
            if !self.is(end, T::Comma)? {
                break;
            }
            end += 1;
        }
        if self.mistakes && end > at + 1 && self.is(end, T::RightParen)? {
            let what = if close == T::RightParen { "Function" } else { "Lambda expression" };
            let span = Span { lo: self.lo(at), hi: self.hi(end + 1) };
            return self.raise(span, format!("{what} parameters cannot be parenthesized"));
        }
        Ok(())
    }

    /// The end of `[T, *Ts, **P]`, or `at` where there are none.
    pub(super) fn type_parameters(&mut self, at: usize) -> Result<usize, Stop> {
        if !self.is(at, T::LeftBracket)? {
            return Ok(at);
        }
        if self.mistakes && self.is(at + 1, T::RightBracket)? {
            return self.raise_from(self.lo(at + 1), "Type parameter list cannot be empty");
        }
        let mut end = at + 1;
        loop {
            if self.is_any(end, &[T::Star, T::DoubleStar])? {
                end += 1;
            }
            if !self.is(end, T::Name)? {
                break;
            }
            end += 1;
            for mark in [T::Colon, T::Equal] {
                if self.is(end, mark)?
                    && let Some(value) = self.annotation(end + 1)?
                {
                    end = value;
                }
            }
            if !self.is(end, T::Comma)? {
                break;
            }
            end += 1;
        }
        Ok(if self.is(end, T::RightBracket)? { end + 1 } else { at })
    }
}
