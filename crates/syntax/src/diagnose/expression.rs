//! Expressions, from the loosest binding to primaries.

use std::rc::Rc;

use gilscope_source::Span;

use super::{Diagnosis, Found, Match, Rule, Shape, Stop};
use crate::token::TokenKind as T;

const SOFT_KEYWORDS: [&str; 4] = ["_", "case", "match", "type"];

impl Diagnosis<'_> {
    pub(super) fn other(&self, lo: u32, hi: u32, end: usize, name: &'static str) -> Option<Found> {
        Some(Found { span: Span { lo, hi }, end, shape: Shape::Other(name) })
    }

    /// First byte of token `at`.
    pub(super) fn lo(&self, at: usize) -> u32 {
        self.tokens.get(at).map_or(self.text.len() as u32, |t| t.span.lo)
    }

    /// Byte after the token before `end`.
    pub(super) fn hi(&self, end: usize) -> u32 {
        self.tokens.get(end.wrapping_sub(1)).map_or(0, |t| t.span.hi)
    }

    /// Expressions, some perhaps starred, with a comma between them.
    pub(super) fn star_expressions(&mut self, at: usize) -> Match {
        self.series(at, Self::star_expression)
    }

    pub(super) fn expressions(&mut self, at: usize) -> Match {
        self.series(at, Self::expression)
    }

    fn series(&mut self, at: usize, item: fn(&mut Self, usize) -> Match) -> Match {
        let Some(first) = item(self, at)? else { return Ok(None) };
        if !self.is(first.end, T::Comma)? {
            return Ok(Some(first));
        }
        let (items, end) = self.comma_list(first, item)?;
        let span = Span { lo: self.lo(at), hi: self.hi(end) };
        Ok(Some(Found { span, end, shape: Shape::Tuple(items.into()) }))
    }

    /// `first` and what follows after commas, the last of which may trail.
    pub(super) fn comma_list(
        &mut self,
        first: Found,
        item: fn(&mut Self, usize) -> Match,
    ) -> Result<(Vec<Found>, usize), Stop> {
        let mut end = first.end;
        let mut items = vec![first];
        while self.is(end, T::Comma)? {
            end += 1;
            match item(self, end)? {
                Some(found) => {
                    end = found.end;
                    items.push(found);
                }
                None => break,
            }
        }
        Ok((items, end))
    }

    fn star_expression(&mut self, at: usize) -> Match {
        if self.is(at, T::Star)? { self.starred(at, Self::bitwise_or) } else { self.expression(at) }
    }

    pub(super) fn star_named_expression(&mut self, at: usize) -> Match {
        if self.is(at, T::Star)? { self.starred(at, Self::bitwise_or) } else { self.named_expression(at) }
    }

    pub(super) fn starred(&mut self, at: usize, operand: fn(&mut Self, usize) -> Match) -> Match {
        let Some(inner) = operand(self, at + 1)? else { return Ok(None) };
        let end = inner.end;
        let span = Span { lo: self.lo(at), hi: self.hi(end) };
        Ok(Some(Found { span, end, shape: Shape::Starred(Rc::new(inner)) }))
    }

    pub(super) fn yield_expression(&mut self, at: usize) -> Match {
        if !self.is(at, T::Yield)? {
            return Ok(None);
        }
        let value = if self.is(at + 1, T::From)? {
            let Some(value) = self.expression(at + 2)? else { return Ok(None) };
            Some(value)
        } else {
            self.star_expressions(at + 1)?
        };
        let end = value.map_or(at + 1, |v| v.end);
        Ok(self.other(self.lo(at), self.hi(end), end, "yield expression"))
    }

    /// What may stand right of `=`.
    pub(super) fn annotated_rhs(&mut self, at: usize) -> Match {
        if self.is(at, T::Yield)? { self.yield_expression(at) } else { self.star_expressions(at) }
    }

    /// `name := value`
    pub(super) fn assignment_expression(&mut self, at: usize) -> Match {
        if !(self.is(at, T::Name)? && self.is(at + 1, T::ColonEqual)?) {
            return Ok(None);
        }
        let Some(value) = self.expression(at + 2)? else { return Ok(None) };
        Ok(self.other(self.lo(at), self.hi(value.end), value.end, "named expression"))
    }

    pub(super) fn named_expression(&mut self, at: usize) -> Match {
        self.remembered(Rule::Named, at, |this| {
            if let Some(found) = this.assignment_expression(at)? {
                return Ok(Some(found));
            }
            if this.mistakes {
                this.mistaken_named_expression(at)?;
            }
            match this.expression(at)? {
                Some(found) if !this.is(found.end, T::ColonEqual)? => Ok(Some(found)),
                _ => Ok(None),
            }
        })
    }

    /// `=` where `==` or `:=` was meant, and `:=` after something that is no name.
    fn mistaken_named_expression(&mut self, at: usize) -> Result<(), Stop> {
        if let Some(target) = self.expression(at)?
            && self.is(target.end, T::ColonEqual)?
            && self.expression(target.end + 1)?.is_some()
        {
            return self.raise(target.span, format!("cannot use assignment expressions with {}", target.name()));
        }
        if self.is(at, T::Name)?
            && self.is(at + 1, T::Equal)?
            && let Some(value) = self.bitwise_or(at + 2)?
            && !self.is_any(value.end, &[T::Equal, T::ColonEqual])?
        {
            let span = Span { lo: self.lo(at), hi: value.span.hi };
            return self.raise(span, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
        }
        if self.is_any(at, &[T::True, T::False, T::None])? || self.starts_plain_display(at)? {
            return Ok(());
        }
        if let Some(target) = self.bitwise_or(at)?
            && self.is(target.end, T::Equal)?
            && let Some(value) = self.bitwise_or(target.end + 1)?
            && !self.is_any(value.end, &[T::Equal, T::ColonEqual])?
        {
            let name = target.name();
            let message = format!("cannot assign to {name} here. Maybe you meant '==' instead of '='?");
            return self.raise(target.span, message);
        }
        Ok(())
    }

    /// Does a list, a tuple or a generator expression begin here?
    fn starts_plain_display(&mut self, at: usize) -> Result<bool, Stop> {
        Ok(match self.kind(at)? {
            T::LeftBracket => self.list(at)?.is_some(),
            T::LeftParen => self.tuple(at)?.is_some() || self.generator(at)?.is_some(),
            _ => false,
        })
    }

    pub(super) fn expression(&mut self, at: usize) -> Match {
        self.remembered(Rule::Expression, at, |this| {
            if this.mistakes {
                this.mistaken_expression(at)?;
                this.legacy_statement(at)?;
            }
            this.plain_expression(at)
        })
    }

    fn plain_expression(&mut self, at: usize) -> Match {
        let Some(first) = self.disjunction(at)? else { return self.lambda(at) };
        if !self.is(first.end, T::If)? {
            return Ok(Some(first));
        }
        if let Some(test) = self.disjunction(first.end + 1)?
            && self.is(test.end, T::Else)?
            && let Some(other) = self.expression(test.end + 1)?
        {
            return Ok(self.other(self.lo(at), self.hi(other.end), other.end, "conditional expression"));
        }
        Ok(Some(first))
    }

    /// Two expressions in a row, and a conditional expression without its `else`.
    fn mistaken_expression(&mut self, at: usize) -> Result<(), Stop> {
        let name_then_string = self.is(at, T::Name)? && self.is(at + 1, T::String)?;
        // As in CPython, where the beginning of a soft keyword passes for one.
        let soft_keyword = self.is(at, T::Name)? && SOFT_KEYWORDS.iter().any(|k| k.starts_with(self.word(at)));
        if !name_then_string
            && !soft_keyword
            && let Some(first) = self.disjunction(at)?
            && let Some(second) = self.quietly(|this| this.plain_expression(first.end))?
        {
            let legacy = matches!(first.shape, Shape::Name) && matches!(self.word(at), "print" | "exec");
            if !legacy && self.levels.get(second.end - 1).is_some_and(|&level| level > 0) {
                return self.raise(first.span.to(second.span), "invalid syntax. Perhaps you forgot a comma?");
            }
        }
        if let Some(body) = self.disjunction(at)?
            && self.is(body.end, T::If)?
            && let Some(test) = self.disjunction(body.end + 1)?
            && !self.is_any(test.end, &[T::Else, T::Colon, T::FieldColon])?
        {
            return self.raise(body.span.to(test.span), "expected 'else' after 'if' expression");
        }
        self.lambda_in_field(at)
    }

    /// `f"{lambda x: 1}"`: the colon ends the expression.
    fn lambda_in_field(&mut self, at: usize) -> Result<(), Stop> {
        if !self.is(at, T::Lambda)? {
            return Ok(());
        }
        let colon = self.parameters(at + 1, T::Colon)?;
        if self.is(colon, T::FieldColon)? && self.is_any(colon + 1, &[T::FStringMiddle, T::FieldOpen])? {
            let span = Span { lo: self.lo(at), hi: self.hi(colon + 1) };
            return self.raise(span, "f-string: lambda expressions are not allowed without parentheses");
        }
        Ok(())
    }

    /// `print x` and `exec x`, statements of Python 2.
    fn legacy_statement(&mut self, at: usize) -> Result<(), Stop> {
        if !self.is(at, T::Name)? || self.is(at + 1, T::LeftParen)? {
            return Ok(());
        }
        // CPython looks at what follows any name, and may find a mistake in it, before it looks at the name.
        if let Some(value) = self.star_expressions(at + 1)?
            && matches!(self.word(at), "print" | "exec")
        {
            let name = self.word(at);
            let message = format!("Missing parentheses in call to '{name}'. Did you mean {name}(...)?");
            return self.raise(Span { lo: self.lo(at), hi: value.span.hi }, message);
        }
        Ok(())
    }

    fn lambda(&mut self, at: usize) -> Match {
        if !self.is(at, T::Lambda)? {
            return Ok(None);
        }
        let colon = self.parameters(at + 1, T::Colon)?;
        if !self.is(colon, T::Colon)? {
            return Ok(None);
        }
        let Some(body) = self.expression(colon + 1)? else { return Ok(None) };
        Ok(self.other(self.lo(at), self.hi(body.end), body.end, "lambda"))
    }

    pub(super) fn disjunction(&mut self, at: usize) -> Match {
        self.remembered(Rule::Disjunction, at, |this| this.boolean(at, T::Or, Self::conjunction))
    }

    fn conjunction(&mut self, at: usize) -> Match {
        self.boolean(at, T::And, Self::inversion)
    }

    fn boolean(&mut self, at: usize, operator: T, operand: fn(&mut Self, usize) -> Match) -> Match {
        let Some(first) = operand(self, at)? else { return Ok(None) };
        let mut end = first.end;
        while self.is(end, operator)? {
            let Some(next) = operand(self, end + 1)? else { break };
            end = next.end;
        }
        if end == first.end {
            return Ok(Some(first));
        }
        Ok(self.other(self.lo(at), self.hi(end), end, "expression"))
    }

    fn inversion(&mut self, at: usize) -> Match {
        let mut operand = at;
        while self.is(operand, T::Not)? {
            operand += 1;
        }
        let Some(found) = self.comparison(operand)? else { return Ok(None) };
        if operand == at {
            return Ok(Some(found));
        }
        Ok(self.other(self.lo(at), self.hi(found.end), found.end, "expression"))
    }

    fn comparison(&mut self, at: usize) -> Match {
        let Some(first) = self.bitwise_or(at)? else { return Ok(None) };
        let begin = first.end;
        let by_in = self.is(begin, T::In)?;
        let mut end = begin;
        while let Some(operand) = self.comparison_operator(end)? {
            let Some(next) = self.bitwise_or(operand)? else { break };
            end = next.end;
        }
        if end == begin {
            return Ok(Some(first));
        }
        let span = Span { lo: self.lo(at), hi: self.hi(end) };
        let left = by_in.then(|| Rc::new(first));
        Ok(Some(Found { span, end, shape: Shape::Comparison(left) }))
    }

    /// Where the operand begins, behind a comparison operator at `at`.
    fn comparison_operator(&mut self, at: usize) -> Match<usize> {
        Ok(match self.kind(at)? {
            T::EqualEqual | T::NotEqual | T::Less | T::LessEqual | T::Greater | T::GreaterEqual | T::In => Some(at + 1),
            T::Not if self.is(at + 1, T::In)? => Some(at + 2),
            T::Is if self.is(at + 1, T::Not)? => Some(at + 2),
            T::Is => Some(at + 1),
            _ => None,
        })
    }

    /// All binary operators at once: only the extent matters.
    pub(super) fn bitwise_or(&mut self, at: usize) -> Match {
        let Some(first) = self.factor(at)? else { return Ok(None) };
        let mut end = first.end;
        while is_binary(self.kind(end)?) {
            if is_arithmetic(self.kind(end)?) {
                self.not_after_operator(end + 1, Self::inversion)?;
            }
            let Some(next) = self.factor(end + 1)? else { break };
            end = next.end;
        }
        if end == first.end {
            return Ok(Some(first));
        }
        Ok(self.other(self.lo(at), self.hi(end), end, "expression"))
    }

    fn factor(&mut self, at: usize) -> Match {
        let mut operand = at;
        while self.is_any(operand, &[T::Plus, T::Minus, T::Tilde])? {
            operand += 1;
        }
        if operand > at {
            self.not_after_operator(operand, Self::negated_factor)?;
        }
        let Some(first) = self.primary(operand)? else { return Ok(None) };
        let mut end = first.end;
        // The right side of `**` is a factor, whose right side may again be one.
        while self.is(end, T::DoubleStar)? {
            let mut right = end + 1;
            while self.is_any(right, &[T::Plus, T::Minus, T::Tilde])? {
                right += 1;
            }
            let Some(next) = self.primary(right)? else { break };
            end = next.end;
        }
        if operand == at && end == first.end {
            return Ok(Some(first));
        }
        Ok(self.other(self.lo(at), self.hi(end), end, "expression"))
    }

    /// `1 + not x`
    fn not_after_operator(&mut self, at: usize, operand: fn(&mut Self, usize) -> Match) -> Result<(), Stop> {
        if self.mistakes
            && self.is(at, T::Not)?
            && let Some(found) = operand(self, at)?
        {
            let span = Span { lo: self.lo(at), hi: found.span.hi };
            return self.raise(span, "'not' after an operator must be parenthesized");
        }
        Ok(())
    }

    fn negated_factor(&mut self, at: usize) -> Match {
        self.factor(at + 1)
    }

    pub(super) fn primary(&mut self, at: usize) -> Match {
        self.remembered(Rule::Primary, at, |this| {
            let Some(mut found) = this.atom(at)? else { return Ok(None) };
            while let Some((shape, end)) = this.trailer(found.end)? {
                found = Found { span: Span { lo: this.lo(at), hi: this.hi(end) }, end, shape };
            }
            Ok(Some(found))
        })
    }

    fn trailer(&mut self, at: usize) -> Match<(Shape, usize)> {
        match self.kind(at)? {
            T::Dot if self.is(at + 1, T::Name)? => Ok(Some((Shape::Attribute, at + 2))),
            T::LeftParen => {
                let end = match self.generator(at)? {
                    Some(generator) => Some(generator.end),
                    None => self.call_arguments(at)?,
                };
                Ok(end.map(|end| (Shape::Other("function call"), end)))
            }
            T::LeftBracket => match self.slices(at + 1)? {
                Some(end) if self.is(end, T::RightBracket)? => Ok(Some((Shape::Subscript, end + 1))),
                _ => Ok(None),
            },
            _ => Ok(None),
        }
    }

    /// The end of what stands between the brackets of a subscript.
    fn slices(&mut self, at: usize) -> Match<usize> {
        let Some(mut end) = self.slice(at)? else { return Ok(None) };
        while self.is(end, T::Comma)? {
            end += 1;
            match self.slice(end)? {
                Some(next) => end = next,
                None => break,
            }
        }
        Ok(Some(end))
    }

    fn slice(&mut self, at: usize) -> Match<usize> {
        if self.is(at, T::Star)? {
            return Ok(self.starred_argument(at)?.map(|f| f.end));
        }
        let mut end = self.expression(at)?.map_or(at, |f| f.end);
        if !self.is(end, T::Colon)? {
            return Ok(self.named_expression(at)?.map(|f| f.end));
        }
        for _ in 0..2 {
            if !self.is(end, T::Colon)? {
                break;
            }
            end = self.expression(end + 1)?.map_or(end + 1, |f| f.end);
        }
        Ok(Some(end))
    }
}

fn is_arithmetic(kind: T) -> bool {
    use T::{At, DoubleSlash, Minus, Percent, Plus, Slash, Star};
    matches!(kind, Plus | Minus | Star | Slash | DoubleSlash | Percent | At)
}

fn is_binary(kind: T) -> bool {
    matches!(
        kind,
        T::Plus
            | T::Minus
            | T::Star
            | T::Slash
            | T::DoubleSlash
            | T::Percent
            | T::At
            | T::LeftShift
            | T::RightShift
            | T::Ampersand
            | T::Bar
            | T::Caret
    )
}
