//! The arguments of calls and class definitions.

use gilscope_source::Span;

use super::{Diagnosis, Found, Match, Stop};
use crate::token::TokenKind as T;

/// What a list of arguments came to.
struct ArgumentList {
    end: usize,
    /// Is its last keyword argument `**value`?
    ends_in_unpacking: bool,
    keywords: usize,
    /// Positional arguments that are no `*value`, and the last of all.
    last: Option<Found>,
    count: usize,
}

impl Diagnosis<'_> {
    /// At `(`: the end of a call's arguments and parentheses.
    pub(super) fn call_arguments(&mut self, at: usize) -> Match<usize> {
        if self.is(at + 1, T::RightParen)? {
            return Ok(Some(at + 2));
        }
        match self.arguments(at + 1)? {
            Some(end) if self.is(end, T::RightParen)? => Ok(Some(end + 1)),
            _ => Ok(None),
        }
    }

    fn arguments(&mut self, at: usize) -> Match<usize> {
        if let Some(list) = self.argument_list(at)? {
            let end = list.end + usize::from(self.is(list.end, T::Comma)?);
            if self.is(end, T::RightParen)? {
                return Ok(Some(end));
            }
        }
        if self.mistakes {
            self.mistaken_arguments(at)?;
        }
        Ok(None)
    }

    /// Positional arguments, then keyword arguments.
    fn argument_list(&mut self, at: usize) -> Match<ArgumentList> {
        let mut list = ArgumentList { end: at, ends_in_unpacking: false, keywords: 0, last: None, count: 0 };
        let mut next = at;
        while let Some(found) = self.positional_argument(next)? {
            list.end = found.end;
            list.count += 1;
            list.last = Some(found);
            if !self.is(list.end, T::Comma)? {
                return Ok(Some(list));
            }
            next = list.end + 1;
        }
        self.keyword_arguments(next, &mut list)?;
        Ok((list.end > at).then_some(list))
    }

    fn positional_argument(&mut self, at: usize) -> Match {
        if self.is(at, T::Star)? {
            return self.starred_argument(at);
        }
        match self.argument_value(at)? {
            Some(found) if !self.is(found.end, T::Equal)? => Ok(Some(found)),
            _ => Ok(None),
        }
    }

    /// `*value` in a call or subscript.
    pub(super) fn starred_argument(&mut self, at: usize) -> Match {
        if let Some(found) = self.starred(at, Self::expression)? {
            if self.mistakes
                && self.is(found.end, T::Equal)?
                && let Some(value) = self.expression(found.end + 1)?
            {
                let span = Span { lo: self.lo(at), hi: value.span.hi };
                return self.raise(span, "cannot assign to iterable argument unpacking");
            }
            return Ok(Some(found));
        }
        self.raise_last("Invalid star expression")
    }

    /// `name=value` and `*value`, then `name=value` and `**value`.
    fn keyword_arguments(&mut self, at: usize, list: &mut ArgumentList) -> Result<(), Stop> {
        let mut next = at;
        let mut unpacked = false;
        loop {
            if self.mistakes {
                self.mistaken_keyword(next)?;
            }
            let end = match self.kind(next)? {
                T::Name if self.is(next + 1, T::Equal)? => self.expression(next + 2)?.map(|f| f.end),
                T::Star if !unpacked => self.starred_argument(next)?.map(|f| f.end),
                T::DoubleStar => self.expression(next + 1)?.map(|f| f.end),
                _ => None,
            };
            let Some(end) = end else { return Ok(()) };
            list.keywords += 1;
            let unpacks = self.is(next, T::DoubleStar)?;
            if !self.is(next, T::Star)? {
                list.ends_in_unpacking = unpacks;
            }
            unpacked |= unpacks;
            list.end = end;
            if !self.is(end, T::Comma)? {
                return Ok(());
            }
            next = end + 1;
        }
    }

    fn mistaken_keyword(&mut self, at: usize) -> Result<(), Stop> {
        let constant = self.is_any(at, &[T::True, T::False, T::None])?;
        if constant && self.is(at + 1, T::Equal)? {
            let span = Span { lo: self.lo(at), hi: self.hi(at + 2) };
            return self.raise(span, format!("cannot assign to {}", self.word(at)));
        }
        if self.is(at, T::Name)? && self.is(at + 1, T::Equal)? {
            return self.generator_as_keyword(at);
        }
        if self.is(at, T::DoubleStar)?
            && let Some(target) = self.expression(at + 1)?
            && self.is(target.end, T::Equal)?
            && let Some(value) = self.expression(target.end + 1)?
        {
            let span = Span { lo: self.lo(at), hi: value.span.hi };
            return self.raise(span, "cannot assign to keyword argument unpacking");
        }
        if let Some(target) = self.expression(at)?
            && self.is(target.end, T::Equal)?
        {
            let span = Span { lo: target.span.lo, hi: self.hi(target.end + 1) };
            return self.raise(span, "expression cannot contain assignment, perhaps you meant \"==\"?");
        }
        Ok(())
    }

    /// `f(a=x for x in y)`
    fn generator_as_keyword(&mut self, at: usize) -> Result<(), Stop> {
        if let Some(value) = self.expression(at + 2)?
            && self.for_clauses(value.end)?.is_some()
        {
            let span = Span { lo: self.lo(at), hi: self.hi(at + 2) };
            return self.raise(span, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
        }
        Ok(())
    }

    fn mistaken_arguments(&mut self, at: usize) -> Result<(), Stop> {
        let list = self.argument_list(at)?;
        if let Some(list) = &list
            && list.keywords > 0
            && list.ends_in_unpacking
            && self.is(list.end, T::Comma)?
            && self.is(list.end + 1, T::Star)?
            && self.starred_argument(list.end + 1)?.is_some()
        {
            return self
                .raise_from(self.lo(list.end), "iterable argument unpacking follows keyword argument unpacking");
        }
        self.unparenthesized_generator(at)?;
        if self.is(at, T::Name)? && self.is(at + 1, T::Equal)? {
            self.generator_as_keyword(at)?;
        }
        self.missing_value(at, list.as_ref())?;
        let Some(list) = list else { return Ok(()) };
        self.generator_after(&list)?;
        if self.is(list.end, T::Comma)? && self.argument_list(list.end + 1)?.is_some() {
            let what = if list.ends_in_unpacking { "keyword argument unpacking" } else { "keyword argument" };
            return self.raise_last(format!("positional argument follows {what}"));
        }
        Ok(())
    }

    /// `f(x for x in y, …)`
    fn unparenthesized_generator(&mut self, at: usize) -> Result<(), Stop> {
        let Some(element) = self.expression(at)? else { return Ok(()) };
        let Some(end) = self.for_clauses(element.end)? else { return Ok(()) };
        if !self.is(end, T::Comma)? {
            return Ok(());
        }
        if let Some(next) = self.expression(end + 1)? {
            self.for_clauses(next.end)?;
        }
        self.raise(Span { lo: element.span.lo, hi: self.hi(end) }, "Generator expression must be parenthesized")
    }

    /// `f(a, b=)`
    fn missing_value(&mut self, at: usize, list: Option<&ArgumentList>) -> Result<(), Stop> {
        let after = match list {
            Some(list) if self.is(list.end, T::Comma)? => Some(list.end + 1),
            _ => None,
        };
        for name in after.into_iter().chain([at]) {
            if self.is(name, T::Name)?
                && self.is(name + 1, T::Equal)?
                && self.is_any(name + 2, &[T::Comma, T::RightParen])?
            {
                let span = Span { lo: self.lo(name), hi: self.hi(name + 2) };
                return self.raise(span, "expected argument value expression");
            }
        }
        Ok(())
    }

    /// `f(1, x for x in y)`
    fn generator_after(&mut self, list: &ArgumentList) -> Result<(), Stop> {
        const MESSAGE: &str = "Generator expression must be parenthesized";
        if list.count > 1
            && list.keywords == 0
            && let Some(last) = &list.last
            && let Some(end) = self.for_clauses(list.end)?
        {
            return self.raise(Span { lo: last.span.lo, hi: self.hi(end) }, MESSAGE);
        }
        if self.is(list.end, T::Comma)?
            && let Some(element) = self.expression(list.end + 1)?
            && let Some(end) = self.for_clauses(element.end)?
        {
            return self.raise(Span { lo: element.span.lo, hi: self.hi(end) }, MESSAGE);
        }
        Ok(())
    }
}
