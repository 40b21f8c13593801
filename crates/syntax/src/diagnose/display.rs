//! Atoms: names, literals, and what stands in brackets.

use gilscope_source::Span;

use super::{Diagnosis, Found, Match, Purpose, Shape, Stop};
use crate::token::TokenKind as T;

const FORGOTTEN_PARENTHESES: &str = "did you forget parentheses around the comprehension target?";

impl Diagnosis<'_> {
    pub(super) fn atom(&mut self, at: usize) -> Match {
        let one = |this: &Self, shape| {
            let span = Span { lo: this.lo(at), hi: this.hi(at + 1) };
            Ok(Some(Found { span, end: at + 1, shape }))
        };
        match self.kind(at)? {
            T::Name | T::Type => one(self, Shape::Name),
            T::True => one(self, Shape::Other("True")),
            T::False => one(self, Shape::Other("False")),
            T::None => one(self, Shape::Other("None")),
            T::Ellipsis => one(self, Shape::Other("ellipsis")),
            T::Int | T::Float | T::Imaginary => one(self, Shape::Other("literal")),
            T::String | T::FStringStart => self.strings(at),
            T::LeftParen | T::WithParen => self.parentheses(at),
            T::LeftBracket => self.brackets(at),
            T::LeftBrace => self.braces(at),
            _ => Ok(None),
        }
    }

    fn closed(&self, at: usize, end: usize, shape: Shape) -> Option<Found> {
        Some(Found { span: Span { lo: self.lo(at), hi: self.hi(end) }, end, shape })
    }

    fn parentheses(&mut self, at: usize) -> Match {
        if let Some(found) = self.tuple(at)? {
            return Ok(Some(found));
        }
        if let Some(found) = self.group(at)? {
            return Ok(Some(found));
        }
        self.generator(at)
    }

    pub(super) fn tuple(&mut self, at: usize) -> Match {
        if self.is(at + 1, T::RightParen)? {
            return Ok(self.closed(at, at + 2, Shape::Tuple([].into())));
        }
        let Some(first) = self.star_named_expression(at + 1)? else { return Ok(None) };
        if !self.is(first.end, T::Comma)? {
            return Ok(None);
        }
        let (items, end) = self.comma_list(first, Self::star_named_expression)?;
        if !self.is(end, T::RightParen)? {
            return Ok(None);
        }
        Ok(self.closed(at, end + 1, Shape::Tuple(items.into())))
    }

    fn group(&mut self, at: usize) -> Match {
        let inner = match self.yield_expression(at + 1)? {
            Some(found) => Some(found),
            None => self.named_expression(at + 1)?,
        };
        if let Some(inner) = inner
            && self.is(inner.end, T::RightParen)?
        {
            return Ok(Some(Found { end: inner.end + 1, ..inner }));
        }
        if self.mistakes {
            self.mistaken_group(at)?;
        }
        Ok(None)
    }

    fn mistaken_group(&mut self, at: usize) -> Result<(), Stop> {
        if self.is(at + 1, T::Star)?
            && let Some(starred) = self.starred_argument(at + 1)?
            && self.is(starred.end, T::RightParen)?
        {
            return self.raise(starred.span, "cannot use starred expression here");
        }
        if self.is(at + 1, T::DoubleStar)?
            && let Some(value) = self.expression(at + 2)?
            && self.is(value.end, T::RightParen)?
        {
            return self.raise(self.place(at + 1), "cannot use double starred expression here");
        }
        Ok(())
    }

    /// A generator expression with its parentheses.
    pub(super) fn generator(&mut self, at: usize) -> Match {
        if let Some(element) = self.argument_value(at + 1)?
            && let Some(end) = self.for_clauses(element.end)?
            && self.is(end, T::RightParen)?
        {
            return Ok(self.closed(at, end + 1, Shape::Other("generator expression")));
        }
        if self.mistakes {
            self.mistaken_comprehension(at)?;
        }
        Ok(None)
    }

    /// `name := value`, or an expression that no `:=` follows.
    pub(super) fn argument_value(&mut self, at: usize) -> Match {
        if let Some(found) = self.assignment_expression(at)? {
            return Ok(Some(found));
        }
        match self.expression(at)? {
            Some(found) if !self.is(found.end, T::ColonEqual)? => Ok(Some(found)),
            _ => Ok(None),
        }
    }

    fn brackets(&mut self, at: usize) -> Match {
        if let Some(found) = self.list(at)? {
            return Ok(Some(found));
        }
        self.comprehension(at, T::RightBracket, "list comprehension")
    }

    pub(super) fn list(&mut self, at: usize) -> Match {
        if self.is(at + 1, T::RightBracket)? {
            return Ok(self.closed(at, at + 2, Shape::List([].into())));
        }
        let Some(first) = self.star_named_expression(at + 1)? else { return Ok(None) };
        let (items, end) = self.comma_list(first, Self::star_named_expression)?;
        if !self.is(end, T::RightBracket)? {
            return Ok(None);
        }
        Ok(self.closed(at, end + 1, Shape::List(items.into())))
    }

    fn comprehension(&mut self, at: usize, close: T, name: &'static str) -> Match {
        if let Some(element) = self.named_expression(at + 1)?
            && let Some(end) = self.for_clauses(element.end)?
            && self.is(end, close)?
        {
            return Ok(self.closed(at, end + 1, Shape::Other(name)));
        }
        if self.mistakes {
            self.mistaken_comprehension(at)?;
        }
        Ok(None)
    }

    /// At an opening bracket: a starred or unparenthesised element before `for`.
    fn mistaken_comprehension(&mut self, at: usize) -> Result<(), Stop> {
        if self.is(at + 1, T::Star)?
            && let Some(starred) = self.starred_argument(at + 1)?
            && self.for_clauses(starred.end)?.is_some()
        {
            return self.raise(starred.span, "iterable unpacking cannot be used in comprehension");
        }
        if self.is(at, T::LeftParen)? {
            return Ok(());
        }
        let Some(first) = self.star_named_expression(at + 1)? else { return Ok(()) };
        if !self.is(first.end, T::Comma)? {
            return Ok(());
        }
        let (lo, comma) = (first.span.lo, first.end);
        if let Some(second) = self.star_named_expression(comma + 1)? {
            let (items, end) = self.comma_list(second, Self::star_named_expression)?;
            if self.for_clauses(end)?.is_some() {
                let hi = items.last().map_or(lo, |i| i.span.hi);
                return self.raise(Span { lo, hi }, FORGOTTEN_PARENTHESES);
            }
        }
        if self.for_clauses(comma + 1)?.is_some() {
            return self.raise(Span { lo, hi: self.hi(comma + 1) }, FORGOTTEN_PARENTHESES);
        }
        Ok(())
    }

    fn braces(&mut self, at: usize) -> Match {
        if let Some(found) = self.dict(at)? {
            return Ok(Some(found));
        }
        if let Some(found) = self.in_second_pass(|this| this.set(at))? {
            return Ok(Some(found));
        }
        if let Some(end) = self.key_and_value(at + 1)?
            && let Some(end) = self.for_clauses(end)?
            && self.is(end, T::RightBrace)?
        {
            return Ok(self.closed(at, end + 1, Shape::Other("dict comprehension")));
        }
        if self.mistakes
            && self.is(at + 1, T::DoubleStar)?
            && let Some(value) = self.bitwise_or(at + 2)?
            && let Some(end) = self.for_clauses(value.end)?
            && self.is(end, T::RightBrace)?
        {
            return self.raise(self.place(at + 1), "dict unpacking cannot be used in dict comprehension");
        }
        self.in_second_pass(|this| this.comprehension(at, T::RightBrace, "set comprehension"))
    }

    /// What is no dict CPython's second pass searches for mistakes wherever it stands.
    fn in_second_pass(&mut self, rule: impl FnOnce(&mut Self) -> Match) -> Match {
        let before = std::mem::replace(&mut self.mistakes, self.second_pass);
        let result = rule(self);
        self.mistakes = before;
        result
    }

    fn set(&mut self, at: usize) -> Match {
        if let Some(first) = self.star_named_expression(at + 1)? {
            let (_, end) = self.comma_list(first, Self::star_named_expression)?;
            if self.is(end, T::RightBrace)? {
                return Ok(self.closed(at, end + 1, Shape::Other("set display")));
            }
        }
        Ok(None)
    }

    fn dict(&mut self, at: usize) -> Match {
        let mut end = at + 1;
        while let Some(next) = self.dict_item(end)? {
            end = next;
            if !self.is(end, T::Comma)? {
                break;
            }
            end += 1;
        }
        if self.is(end, T::RightBrace)? {
            return Ok(self.closed(at, end + 1, Shape::Other("dict literal")));
        }
        self.mistaken_dict(at + 1)?;
        Ok(None)
    }

    /// The end of `key: value` or `**value`.
    fn dict_item(&mut self, at: usize) -> Match<usize> {
        if self.is(at, T::DoubleStar)? {
            return Ok(self.bitwise_or(at + 1)?.map(|f| f.end));
        }
        self.key_and_value(at)
    }

    fn key_and_value(&mut self, at: usize) -> Match<usize> {
        let Some(key) = self.expression(at)? else { return Ok(None) };
        if !self.is(key.end, T::Colon)? {
            return Ok(None);
        }
        Ok(self.expression(key.end + 1)?.map(|f| f.end))
    }

    /// Good items, a comma and a bad one; or a bad one at once.
    fn mistaken_dict(&mut self, at: usize) -> Result<(), Stop> {
        let mut end = at;
        while let Some(next) = self.dict_item(end)? {
            if !self.is(next, T::Comma)? {
                break;
            }
            end = next + 1;
        }
        if end > at
            && let Some(key) = self.expression(end)?
            && !self.is(key.end, T::Colon)?
        {
            let last = key.span.hi.saturating_sub(1);
            return self.raise(Span { lo: last, hi: last }, "':' expected after dictionary key");
        }
        if end > at {
            self.mistaken_value(end)?;
        }
        self.mistaken_value(at)
    }

    fn mistaken_value(&mut self, at: usize) -> Result<(), Stop> {
        let Some(key) = self.expression(at)? else { return Ok(()) };
        let colon = key.end;
        if !self.is(colon, T::Colon)? {
            return Ok(());
        }
        if self.is(colon + 1, T::Star)? && self.bitwise_or(colon + 2)?.is_some() {
            return self.raise_from(self.lo(colon + 1), "cannot use a starred expression in a dictionary value");
        }
        if self.is_any(colon + 1, &[T::RightBrace, T::Comma])? {
            return self.raise(self.place(colon), "expression expected after dictionary key and ':'");
        }
        Ok(())
    }

    /// The end of one or more `for … in … if …`.
    pub(super) fn for_clauses(&mut self, at: usize) -> Match<usize> {
        let mut end = at;
        while let Some(next) = self.for_clause(end)? {
            end = next;
        }
        Ok((end > at).then_some(end))
    }

    fn for_clause(&mut self, at: usize) -> Match<usize> {
        if !self.is(at, T::For)? {
            return Ok(None);
        }
        if let Some(target) = self.star_targets(at + 1)?
            && self.is(target.end, T::In)?
        {
            return self.clause_rest(target.end + 1);
        }
        if let Some(target) = self.star_targets(at + 1)?
            && !self.is(target.end, T::In)?
        {
            self.blamed = self.blamed.or(Some(target.end));
        }
        if self.mistakes {
            if let Some(end) = self.loop_variables(at + 1)?
                && !self.is(end, T::In)?
            {
                return self.raise_last("'in' expected after for-loop variables");
            }
            self.mistaken_for_target(at)?;
        }
        Ok(None)
    }

    fn clause_rest(&mut self, at: usize) -> Match<usize> {
        let Some(iter) = self.disjunction(at)? else { return Ok(None) };
        let mut end = iter.end;
        while self.is(end, T::If)? {
            let Some(test) = self.disjunction(end + 1)? else { break };
            end = test.end;
        }
        Ok(Some(end))
    }

    fn loop_variables(&mut self, at: usize) -> Match<usize> {
        let Some(first) = self.bitwise_or(at)? else { return Ok(None) };
        let (_, end) = self.comma_list(first, Self::bitwise_or)?;
        Ok(Some(end))
    }

    /// At `for`: a target that cannot be assigned to.
    pub(super) fn mistaken_for_target(&mut self, at: usize) -> Result<(), Stop> {
        match self.star_expressions(at + 1)? {
            Some(target) => self.raise_target(&target, Purpose::Iterate),
            None => Ok(()),
        }
    }

    /// Targets with commas between them; only what can be one.
    pub(super) fn star_targets(&mut self, at: usize) -> Match {
        let Some(first) = self.star_target(at)? else { return Ok(None) };
        if !self.is(first.end, T::Comma)? {
            return Ok(Some(first));
        }
        let (items, end) = self.comma_list(first, Self::star_target)?;
        let span = Span { lo: self.lo(at), hi: self.hi(end) };
        Ok(Some(Found { span, end, shape: Shape::Tuple(items.into()) }))
    }

    pub(super) fn star_target(&mut self, at: usize) -> Match {
        let found = if self.is(at, T::Star)? { self.starred(at, Self::primary)? } else { self.primary(at)? };
        Ok(found.filter(|f| super::invalid_target(f, Purpose::Assign).is_none()))
    }
}
