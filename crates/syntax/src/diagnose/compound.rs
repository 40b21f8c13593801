//! Lines: compound statements' headers, what must follow them, and where a line begins.

use gilscope_source::LineIndex;

use super::{Diagnosis, Match, Purpose, Stop};
use crate::token::TokenKind as T;

impl Diagnosis<'_> {
    /// Look for the mistake that makes token `failed` the first that does not fit.
    pub(super) fn statement_at(&mut self, failed: usize) -> Result<(), Stop> {
        let start = self.line_start(failed);
        if start == failed {
            self.missing_block(failed)?;
            self.missing_handler(failed)?;
        }
        self.unsupported(start, failed)?;
        let kind = self.kind(start)?;
        let out_of_place = start == failed && matches!(kind, T::Elif | T::Else | T::Except | T::Finally);
        if out_of_place || matches!(kind, T::Indent | T::Dedent | T::End) {
            return Ok(());
        }
        // A few rules of CPython report mistakes already in the first pass.
        self.line(start, kind)?;
        self.memo.clear();
        self.furthest = failed;
        (self.mistakes, self.second_pass) = (true, true);
        self.line(start, kind)
    }

    /// Index of the first token on the line of token `at`.
    fn line_start(&self, at: usize) -> usize {
        let begins = |kind| matches!(kind, T::Newline | T::Indent | T::Dedent | T::StartModule | T::StartExpression);
        (1..=at).rev().find(|&i| begins(self.tokens[i - 1].kind)).unwrap_or(at)
    }

    fn line(&mut self, at: usize, kind: T) -> Result<(), Stop> {
        match kind {
            T::If | T::Elif | T::While => self.conditional_line(at),
            T::For => self.for_line(at),
            T::With => self.with_line(at),
            T::Def => self.def_line(at),
            T::Class => self.class_line(at),
            T::Try | T::Else | T::Finally => self.bare_line(at),
            T::Except => self.except_line(at),
            T::At => self.named_expression(at + 1).map(|_| ()),
            T::StartExpression => self.expressions(at + 1).map(|_| ()),
            _ => self.simple_statements(at),
        }
    }

    /// The header ended at `end` where `:` must stand; a block on the same line is looked into.
    fn header_end(&mut self, end: usize) -> Result<(), Stop> {
        if self.mistakes && self.is(end, T::Newline)? {
            return self.raise_last("expected ':'");
        }
        if self.is(end, T::Colon)? && !self.is(end + 1, T::Newline)? {
            return self.simple_statements(end + 1);
        }
        Ok(())
    }

    fn conditional_line(&mut self, at: usize) -> Result<(), Stop> {
        match self.named_expression(at + 1)? {
            Some(test) => self.header_end(test.end),
            None => Ok(()),
        }
    }

    fn for_line(&mut self, at: usize) -> Result<(), Stop> {
        let before = std::mem::replace(&mut self.furthest, 0);
        let target = self.star_targets(at + 1)?;
        let looked_at = std::mem::replace(&mut self.furthest, before).max(target.as_ref().map_or(0, |t| t.end));
        self.furthest = before.max(looked_at);
        if let Some(target) = &target
            && self.is(target.end, T::In)?
        {
            return match self.star_expressions(target.end + 1)? {
                Some(iter) => self.header_end(iter.end),
                None => Ok(()),
            };
        }
        if target.is_some() {
            self.blamed = self.blamed.or(Some(looked_at));
        }
        if self.mistakes { self.mistaken_for_target(at) } else { Ok(()) }
    }

    fn with_line(&mut self, at: usize) -> Result<(), Stop> {
        if let Some(end) = self.parenthesized_items(at + 1)?
            && self.is_any(end, &[T::Colon, T::Newline])?
        {
            return self.header_end(end);
        }
        match self.with_items(at + 1)? {
            Some(end) => self.header_end(end),
            None => Ok(()),
        }
    }

    fn parenthesized_items(&mut self, at: usize) -> Match<usize> {
        if !self.is_any(at, &[T::LeftParen, T::WithParen])? {
            return Ok(None);
        }
        let Some(mut end) = self.with_items(at + 1)? else { return Ok(None) };
        if self.is(end, T::Comma)? {
            end += 1;
        }
        Ok(self.is(end, T::RightParen)?.then_some(end + 1))
    }

    fn with_items(&mut self, at: usize) -> Match<usize> {
        let Some(mut end) = self.with_item(at)? else { return Ok(None) };
        while self.is(end, T::Comma)? {
            let Some(next) = self.with_item(end + 1)? else { break };
            end = next;
        }
        Ok(Some(end))
    }

    fn with_item(&mut self, at: usize) -> Match<usize> {
        let Some(context) = self.expression(at)? else { return Ok(None) };
        if !self.is(context.end, T::As)? {
            return Ok(Some(context.end));
        }
        if let Some(target) = self.star_target(context.end + 1)? {
            return Ok(Some(target.end));
        }
        if self.mistakes
            && let Some(target) = self.expression(context.end + 1)?
            && self.is_any(target.end, &[T::Comma, T::RightParen, T::Colon])?
        {
            self.raise_target(&target, Purpose::Assign)?;
        }
        Ok(Some(context.end))
    }

    fn def_line(&mut self, at: usize) -> Result<(), Stop> {
        if !self.is(at + 1, T::Name)? {
            return Ok(());
        }
        let open = self.type_parameters(at + 2)?;
        self.forced(open, T::LeftParen, "(")?;
        let close = self.parameters(open + 1, T::RightParen)?;
        if !self.is(close, T::RightParen)? {
            return Ok(());
        }
        let mut end = close + 1;
        if self.is(end, T::Arrow)?
            && let Some(result) = self.expression(end + 1)?
        {
            end = result.end;
        }
        self.forced(end, T::Colon, ":")?;
        self.header_end(end)
    }

    /// CPython expects this token whatever else might have been meant.
    fn forced(&mut self, at: usize, kind: T, shown: &str) -> Result<(), Stop> {
        if self.is(at, kind)? { Ok(()) } else { self.raise(self.place(at), format!("expected '{shown}'")) }
    }

    fn class_line(&mut self, at: usize) -> Result<(), Stop> {
        if !self.is(at + 1, T::Name)? {
            return Ok(());
        }
        let mut end = self.type_parameters(at + 2)?;
        if self.is(end, T::LeftParen)? {
            let Some(next) = self.call_arguments(end)? else { return Ok(()) };
            end = next;
        }
        self.header_end(end)
    }

    /// `try`, `else`, `finally`.
    fn bare_line(&mut self, at: usize) -> Result<(), Stop> {
        self.forced(at + 1, T::Colon, ":")?;
        self.header_end(at + 1)
    }

    fn except_line(&mut self, at: usize) -> Result<(), Stop> {
        let star = self.is(at + 1, T::Star)?;
        let typ = at + 1 + usize::from(star);
        if self.mistakes && star && self.is_any(typ, &[T::Newline, T::Colon])? {
            return self.raise_last("expected one or more exception types");
        }
        let Some(first) = self.expression(typ)? else { return self.header_end(typ) };
        if self.is(first.end, T::Comma)? {
            return self.several_exceptions(&first);
        }
        let end = self.as_name(first.end)?;
        self.header_end(end)
    }

    /// `except A, B:`
    fn several_exceptions(&mut self, first: &super::Found) -> Result<(), Stop> {
        let Some(rest) = self.expressions(first.end + 1)? else { return Ok(()) };
        let end = self.as_name(rest.end)?;
        if self.mistakes && self.is(end, T::Colon)? {
            return self.raise_from(first.span.lo, "multiple exception types must be parenthesized");
        }
        Ok(())
    }

    fn as_name(&mut self, at: usize) -> Result<usize, Stop> {
        Ok(if self.is(at, T::As)? && self.is(at + 1, T::Name)? { at + 2 } else { at })
    }

    /// A header's line ended with `:` and nothing is indented under it.
    fn missing_block(&mut self, failed: usize) -> Result<(), Stop> {
        let ended = failed >= 2
            && self.tokens[failed - 1].kind == T::Newline
            && self.tokens[failed - 2].kind == T::Colon
            && self.tokens[failed].kind != T::Indent;
        if !ended {
            return Ok(());
        }
        let start = self.line_start(failed - 1);
        let Some(what) = self.header_name(start) else { return Ok(()) };
        let line = LineIndex::new(self.text).position(self.lo(start)).line;
        self.raise_indentation(format!("expected an indented block after {what} on line {line}"))
    }

    fn header_name(&self, start: usize) -> Option<String> {
        Some(match self.tokens[start].kind {
            T::Def => "function definition".to_owned(),
            T::Class => "class definition".to_owned(),
            T::Except if self.tokens.get(start + 1).is_some_and(|t| t.kind == T::Star) => {
                "'except*' statement".to_owned()
            }
            T::If | T::Elif | T::Else | T::While | T::For | T::With | T::Try | T::Except | T::Finally => {
                format!("'{}' statement", self.word(start))
            }
            _ => return None,
        })
    }

    /// A `try` block without `except` or `finally` behind it.
    fn missing_handler(&mut self, failed: usize) -> Result<(), Stop> {
        let Some(header) = self.previous_statement(failed) else { return Ok(()) };
        if self.tokens[header].kind != T::Try {
            return Ok(());
        }
        self.furthest = self.furthest.max(failed);
        self.raise_last("expected 'except' or 'finally' block")
    }

    /// Where the statement line before token `at` begins, at the same depth.
    fn previous_statement(&self, at: usize) -> Option<usize> {
        let mut depth = 0usize;
        let mut i = at;
        while i > 0 {
            i -= 1;
            match self.tokens[i].kind {
                T::Dedent => depth += 1,
                T::Indent => depth = depth.checked_sub(1)?,
                T::Newline if depth == 0 => {
                    let start = self.line_start(i);
                    return Some(start);
                }
                _ => {}
            }
        }
        None
    }

    /// What gilscope does not have, by name.
    fn unsupported(&mut self, start: usize, failed: usize) -> Result<(), Stop> {
        if self.is_any(failed, &[T::Async, T::Await])? {
            self.unsupported_async::<usize>(failed)?;
        }
        let matches = self.tokens[start].kind == T::Name && self.word(start) == "match";
        let Some(end) = self.tokens[start..].iter().position(|t| t.kind == T::Newline).map(|n| start + n) else {
            return Ok(());
        };
        let has_cases = self.tokens[end - 1].kind == T::Colon
            && self.tokens.get(end + 1).is_some_and(|t| t.kind == T::Indent)
            && self.word(end + 2) == "case";
        if matches && end > start && has_cases {
            return self.raise(self.place(start), "match statements are not supported by gilscope");
        }
        Ok(())
    }

    pub(super) fn unsupported_async<X>(&mut self, at: usize) -> Match<X> {
        let what = match (self.kind(at)?, self.tokens.get(at + 1).map(|t| t.kind)) {
            (T::Await, _) => "await expressions are",
            (_, Some(T::Def)) => "async functions are",
            (_, Some(T::With)) => "'async with' is",
            (_, Some(T::For)) if self.line_start(at) == at => "'async for' is",
            (_, Some(T::For)) => "asynchronous comprehensions are",
            _ => return Ok(None),
        };
        self.raise(self.place(at), format!("{what} not supported by gilscope"))
    }
}
