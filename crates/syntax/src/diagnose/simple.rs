//! Simple statements.

use super::{Diagnosis, Found, Match, Purpose, Shape, Stop};
use crate::token::TokenKind as T;

impl Diagnosis<'_> {
    /// Simple statements up to the end of the line, as far as they go.
    pub(super) fn simple_statements(&mut self, at: usize) -> Result<(), Stop> {
        let mut next = at;
        while let Some(end) = self.simple_statement(next)? {
            if !self.is(end, T::Semicolon)? || self.is(end + 1, T::Newline)? {
                break;
            }
            next = end + 1;
        }
        Ok(())
    }

    fn simple_statement(&mut self, at: usize) -> Match<usize> {
        if let Some(end) = self.assignment(at)? {
            return Ok(Some(end));
        }
        if let Some(found) = self.star_expressions(at)? {
            self.blame_target(at, &found)?;
            return Ok(Some(found.end));
        }
        let kind = self.kind(at)?;
        match kind {
            T::Pass | T::Break | T::Continue => Ok(Some(at + 1)),
            T::Return => Ok(Some(self.star_expressions(at + 1)?.map_or(at + 1, |f| f.end))),
            T::Raise => self.pair_statement(at, T::From),
            T::Assert => self.pair_statement(at, T::Comma),
            T::Del => self.del_statement(at),
            T::Yield => Ok(self.yield_expression(at)?.map(|f| f.end)),
            T::Import => self.import_statement(at),
            T::From => self.import_from(at),
            T::Type => self.type_statement(at),
            T::Async | T::Await => self.unsupported_async(at),
            _ => Ok(None),
        }
    }

    /// `f():` and `f() +=` end for CPython at the `:` or `+=`.
    fn blame_target(&mut self, at: usize, found: &Found) -> Result<(), Stop> {
        let single = self.primary(at)?.is_some_and(|p| p.end == found.end && is_single(&p));
        let kind = self.kind(found.end)?;
        if !single && (kind == T::Colon || is_augmented(kind)) {
            self.blamed = Some(found.end);
        }
        Ok(())
    }

    fn assignment(&mut self, at: usize) -> Match<usize> {
        if let Some(end) = self.annotated_assignment(at)? {
            return Ok(Some(end));
        }
        if let Some(end) = self.chained_assignment(at)? {
            return Ok(Some(end));
        }
        if let Some(target) = self.primary(at)?
            && is_single(&target)
            && is_augmented(self.kind(target.end)?)
        {
            // From here on CPython is committed to an augmented assignment.
            return Ok(self.annotated_rhs(target.end + 1)?.map(|f| f.end));
        }
        if self.mistakes {
            self.mistaken_assignment(at)?;
        }
        Ok(None)
    }

    fn annotated_assignment(&mut self, at: usize) -> Match<usize> {
        let Some(target) = self.primary(at)? else { return Ok(None) };
        if !is_single(&target) || !self.is(target.end, T::Colon)? {
            return Ok(None);
        }
        let Some(annotation) = self.expression(target.end + 1)? else { return Ok(None) };
        if self.is(annotation.end, T::Equal)?
            && let Some(value) = self.annotated_rhs(annotation.end + 1)?
        {
            return Ok(Some(value.end));
        }
        Ok(Some(annotation.end))
    }

    /// The end of the targets and `=` signs that begin a statement; `at` if there are none.
    fn assignment_targets(&mut self, at: usize) -> Result<usize, Stop> {
        let mut end = at;
        while let Some(target) = self.star_targets(end)?
            && self.is(target.end, T::Equal)?
        {
            end = target.end + 1;
        }
        Ok(end)
    }

    fn chained_assignment(&mut self, at: usize) -> Match<usize> {
        let value = self.assignment_targets(at)?;
        if value == at {
            return Ok(None);
        }
        match self.annotated_rhs(value)? {
            Some(found) if !self.is(found.end, T::Equal)? => Ok(Some(found.end)),
            _ => Ok(None),
        }
    }

    fn mistaken_assignment(&mut self, at: usize) -> Result<(), Stop> {
        self.mistaken_annotation(at)?;
        let value = self.assignment_targets(at)?;
        if let Some(target) = self.star_expressions(value)?
            && self.is(target.end, T::Equal)?
        {
            self.raise_target(&target, Purpose::Assign)?;
        }
        if let Some(target) = self.yield_expression(value)?
            && self.is(target.end, T::Equal)?
        {
            return self.raise(target.span, "assignment to yield expression not possible");
        }
        if let Some(target) = self.star_expressions(at)?
            && is_augmented(self.kind(target.end)?)
            && self.annotated_rhs(target.end + 1)?.is_some()
        {
            let message = format!("'{}' is an illegal expression for augmented assignment", target.name());
            return self.raise(target.span, message);
        }
        Ok(())
    }

    fn mistaken_annotation(&mut self, at: usize) -> Result<(), Stop> {
        if let Some(target) = self.display_target(at)?
            && self.is(target.end, T::Colon)?
            && self.expression(target.end + 1)?.is_some()
        {
            return self.raise(target.span, format!("only single target (not {}) can be annotated", target.name()));
        }
        if let Some(first) = self.star_named_expression(at)?
            && self.is(first.end, T::Comma)?
        {
            let span = first.span;
            let mut end = first.end + 1;
            // As in CPython, which looks for any number of lists here.
            while let Some(item) = self.star_named_expression(end)? {
                end = self.comma_list(item, Self::star_named_expression)?.1;
            }
            if self.is(end, T::Colon)? && self.expression(end + 1)?.is_some() {
                return self.raise(span, "only single target (not tuple) can be annotated");
            }
        }
        if let Some(target) = self.expression(at)?
            && self.is(target.end, T::Colon)?
            && self.expression(target.end + 1)?.is_some()
        {
            return self.raise(target.span, "illegal target for annotation");
        }
        Ok(())
    }

    /// A list or tuple, perhaps in parentheses.
    fn display_target(&mut self, at: usize) -> Match {
        let mut open = at;
        while self.is(open, T::LeftParen)? {
            if let Some(found) = self.tuple(open)? {
                return self.closing_parentheses(found, open - at);
            }
            open += 1;
        }
        if !self.is(open, T::LeftBracket)? {
            return Ok(None);
        }
        match self.list(open)? {
            Some(found) => self.closing_parentheses(found, open - at),
            None => Ok(None),
        }
    }

    fn closing_parentheses(&mut self, mut found: Found, count: usize) -> Match {
        for _ in 0..count {
            if !self.is(found.end, T::RightParen)? {
                return Ok(None);
            }
            found.end += 1;
        }
        Ok(Some(found))
    }

    /// `raise a from b`, `assert a, b`.
    fn pair_statement(&mut self, at: usize, separator: T) -> Match<usize> {
        let Some(first) = self.expression(at + 1)? else { return Ok(Some(at + 1)) };
        if self.is(first.end, separator)?
            && let Some(second) = self.expression(first.end + 1)?
        {
            return Ok(Some(second.end));
        }
        Ok(Some(first.end))
    }

    fn del_statement(&mut self, at: usize) -> Match<usize> {
        let Some(targets) = self.star_expressions(at + 1)? else {
            // CPython looks for targets here, not for expressions.
            if self.is_any(at + 1, &[T::Plus, T::Minus, T::Tilde, T::Not])? {
                self.blamed = Some(at + 1);
            }
            return Ok(None);
        };
        if self.mistakes {
            self.raise_target(&targets, Purpose::Delete)?;
        }
        if self.is_any(targets.end, &[T::Plus, T::Minus, T::Tilde, T::Not])? {
            self.blamed = Some(targets.end);
        }
        Ok(Some(targets.end))
    }

    fn import_statement(&mut self, at: usize) -> Match<usize> {
        if self.mistakes && self.is(at + 1, T::Newline)? {
            return self.raise_from(self.lo(at + 1), "Expected one or more names after 'import'");
        }
        let mut end = at;
        loop {
            let Some(next) = self.dotted_name(end + 1)? else { return Ok(None) };
            end = next;
            if !self.is(end, T::Comma)? {
                break;
            }
        }
        if self.mistakes && self.is(end, T::From)? && self.dotted_name(end + 1)?.is_some() {
            return self.raise_from(self.lo(at), "Did you mean to use 'from ... import ...' instead?");
        }
        Ok(None)
    }

    fn dotted_name(&mut self, at: usize) -> Match<usize> {
        if !self.is(at, T::Name)? {
            return Ok(None);
        }
        let mut end = at + 1;
        while self.is(end, T::Dot)? && self.is(end + 1, T::Name)? {
            end += 2;
        }
        Ok(Some(end))
    }

    fn import_from(&mut self, at: usize) -> Match<usize> {
        let mut end = at + 1;
        while self.is_any(end, &[T::Dot, T::Ellipsis])? {
            end += 1;
        }
        end = self.dotted_name(end)?.unwrap_or(end);
        if !self.is(end, T::Import)? || end == at + 1 {
            return Ok(None);
        }
        let mut item = end + 1;
        if self.mistakes && self.is(item, T::Newline)? {
            return self.raise_from(self.lo(item), "Expected one or more names after 'import'");
        }
        while self.is(item, T::Name)? {
            item += 1;
            if self.is(item, T::As)? && self.is(item + 1, T::Name)? {
                item += 2;
            }
            if !self.is(item, T::Comma)? {
                return Ok(Some(item));
            }
            item += 1;
            if self.mistakes && self.is(item, T::Newline)? {
                return self.raise_last("trailing comma not allowed without surrounding parentheses");
            }
        }
        Ok(None)
    }

    fn type_statement(&mut self, at: usize) -> Match<usize> {
        let end = self.type_parameters(at + 2)?;
        if !self.is(end, T::Equal)? {
            return Ok(None);
        }
        Ok(self.expression(end + 1)?.map(|f| f.end))
    }
}

fn is_single(target: &Found) -> bool {
    matches!(target.shape, Shape::Name | Shape::Attribute | Shape::Subscript)
}

fn is_augmented(kind: T) -> bool {
    (T::PlusEqual as u8..=T::AtEqual as u8).contains(&(kind as u8))
}
