//! `(…)`, `(?…)`

use super::{Parser, Within};
use crate::native::regex::flags::Flags;
use crate::native::regex::source::{Fault, Token};
use crate::native::regex::tree::Node;
use gilscope_vm::repr::str_repr;

impl Parser<'_> {
    /// What the opening parenthesis begins, which was taken: nothing if it is a comment or sets flags for the whole pattern.
    pub(super) fn parentheses(&mut self, within: Within) -> Result<Option<Node>, Fault> {
        let start = self.source.tell() - 1;
        if !self.source.take('?')? {
            return self.capture(None, start, within).map(Some);
        }
        match self.extension()? {
            Token::Plain('P') => self.named_group(start, within).map(Some),
            Token::Plain(':') => self.plain((Flags::NONE, Flags::NONE), start, within).map(Some),
            Token::Plain('#') => self.comment(start).map(|()| None),
            Token::Plain('=') => self.look(false, false, start, within).map(Some),
            Token::Plain('!') => self.look(false, true, start, within).map(Some),
            Token::Plain('<') => self.look_behind(start, within).map(Some),
            Token::Plain('(') => self.conditional(start, within).map(Some),
            Token::Plain('>') => {
                let body = self.body(start, within)?;
                Ok(Some(Node::Atomic(Box::new(body))))
            }
            Token::Plain(c) if c == '-' || Flags::of_letter(c).is_some() => self.flagged(c, start, within),
            other => Err(self.unknown("?", other)),
        }
    }

    /// The next token behind `(?`.
    fn extension(&mut self) -> Result<Token, Fault> {
        self.source.next()?.ok_or_else(|| self.source.fault("unexpected end of pattern", 0))
    }

    fn unknown(&self, before: &str, token: Token) -> Fault {
        let message = format!("unknown extension {before}{}", token.text());
        self.source.fault(message, before.len() + token.len())
    }

    /// What stands in the parentheses that began at `start`, and the closing one.
    fn body(&mut self, start: usize, within: Within) -> Result<Node, Fault> {
        let body = self.branches(Within { depth: within.depth + 1, first: false, ..within })?;
        self.close(start)?;
        Ok(body)
    }

    fn close(&mut self, start: usize) -> Result<(), Fault> {
        match self.source.take(')')? {
            true => Ok(()),
            false => Err(Fault::Pattern("missing ), unterminated subpattern".into(), Some(start))),
        }
    }

    fn capture(&mut self, name: Option<String>, start: usize, within: Within) -> Result<Node, Fault> {
        let number = self.open_group(name)?;
        let body = Box::new(self.body(start, within)?);
        let width = body.width(&self.known_widths());
        self.close_group(number, width);
        Ok(Node::Group(body))
    }

    fn named_group(&mut self, start: usize, within: Within) -> Result<Node, Fault> {
        match self.extension()? {
            Token::Plain('<') => {
                let name = self.source.take_name('>', "group name")?;
                self.check_name(&name, 1)?;
                self.capture(Some(name), start, within)
            }
            Token::Plain('=') => {
                let name = self.source.take_name(')', "group name")?;
                self.check_name(&name, 1)?;
                let back = name.chars().count() + 1;
                let number = self.known(&name, back)?;
                self.refer_to(number, back)
            }
            other => Err(self.unknown("?P", other)),
        }
    }

    fn known(&self, name: &str, back: usize) -> Result<usize, Fault> {
        let unknown = || self.source.fault(format!("unknown group name {}", str_repr(name)), back);
        self.group_named(name).ok_or_else(unknown)
    }

    fn comment(&mut self, start: usize) -> Result<(), Fault> {
        loop {
            match self.source.next()? {
                None => return Err(Fault::Pattern("missing ), unterminated comment".into(), Some(start))),
                Some(Token::Plain(')')) => return Ok(()),
                Some(_) => {}
            }
        }
    }

    fn look_behind(&mut self, start: usize, within: Within) -> Result<Node, Fault> {
        let negated = match self.extension()? {
            Token::Plain('=') => false,
            Token::Plain('!') => true,
            other => return Err(self.unknown("?<", other)),
        };
        let outer = self.behind;
        self.behind = Some(outer.unwrap_or(self.widths.len()));
        let look = self.look(true, negated, start, within)?;
        self.behind = outer;
        Ok(look)
    }

    fn look(&mut self, behind: bool, negated: bool, start: usize, within: Within) -> Result<Node, Fault> {
        let body = self.body(start, within)?;
        if behind {
            let (low, high) = body.width(&self.known_widths());
            self.looks_far |= low != high;
        }
        Ok(Node::Look { behind, negated, body: Box::new(body) })
    }

    fn conditional(&mut self, start: usize, within: Within) -> Result<Node, Fault> {
        let name = self.source.take_name(')', "group name")?;
        let back = name.chars().count() + 1;
        let group = if name.chars().all(|c| c.is_ascii_digit()) {
            let group = name.parse().unwrap_or(usize::MAX);
            if group == 0 {
                return Err(self.source.fault("bad group number", back));
            }
            self.awaited.push((group, self.source.tell() - back));
            group
        } else {
            self.check_name(&name, 1)?;
            self.known(&name, back)?
        };
        self.check_behind(group)?;
        let is_open = group <= self.widths.len() && !self.is_closed(group);
        let inner = Within { depth: within.depth + 1, first: false, ..within };
        if inner.depth > super::MAX_DEPTH {
            return Err(Fault::Depth);
        }
        let yes = Box::new(self.sequence(inner)?);
        let no = match self.source.take('|')? {
            true => Some(Box::new(self.sequence(inner)?)),
            false => None,
        };
        if self.source.is_at('|')? {
            return Err(self.source.fault("conditional backref with more than two branches", 0));
        }
        self.close(start)?;
        if is_open {
            // A group that this stands in has not fitted yet.
            return Ok(no.map_or(Node::Sequence(Vec::new()), |no| *no));
        }
        Ok(Node::Conditional { group, yes, no })
    }

    fn plain(&mut self, (on, off): (Flags, Flags), start: usize, within: Within) -> Result<Node, Fault> {
        let verbose = (within.verbose || on.has(Flags::VERBOSE)) && !off.has(Flags::VERBOSE);
        let body = Box::new(self.body(start, Within { verbose, ..within })?);
        Ok(Node::Plain { on, off, body })
    }

    /// `(?flags)` or `(?flags-flags:…)`, the first letter of which was taken.
    fn flagged(&mut self, first: char, start: usize, within: Within) -> Result<Option<Node>, Fault> {
        let mut on = Flags::NONE;
        let mut end = first;
        while end != '-' && end != ')' && end != ':' {
            on = self.turn_on(on, end)?;
            end = self.flag_letter("missing -, : or )", "-:)")?;
        }
        if end == ')' {
            return self.set_flags(on, start, within).map(|()| None);
        }
        let mut off = Flags::NONE;
        if end == '-' {
            end = self.flag_letter("missing flag", "")?;
            while end != ':' {
                off = self.turn_off(off, end)?;
                end = self.flag_letter("missing :", ":")?;
            }
        }
        if on.has(off) {
            return Err(self.source.fault("bad inline flags: flag turned on and off", 1));
        }
        self.plain((on, off), start, within).map(Some)
    }

    /// The next letter of a flag, or one of `others`.
    fn flag_letter(&mut self, missing: &str, others: &str) -> Result<char, Fault> {
        match self.source.next()? {
            Some(Token::Plain(c)) if Flags::of_letter(c).is_some() || others.contains(c) => Ok(c),
            Some(token) => {
                let is_letter = matches!(token, Token::Plain(c) if c.is_alphabetic());
                Err(self.source.fault(if is_letter { "unknown flag" } else { missing }, token.len()))
            }
            None => Err(self.source.fault(missing, 0)),
        }
    }

    fn turn_on(&self, on: Flags, letter: char) -> Result<Flags, Fault> {
        let refused = match letter {
            'L' if self.source.is_text => "cannot use 'L' flag with a str pattern",
            'u' if !self.source.is_text => "cannot use 'u' flag with a bytes pattern",
            _ => "",
        };
        if !refused.is_empty() {
            return Err(self.source.fault(format!("bad inline flags: {refused}"), 0));
        }
        let flag = Flags::of_letter(letter).unwrap_or_default();
        let on = on | flag;
        if flag.has(Flags::TYPES) && on & Flags::TYPES != flag {
            return Err(self.source.fault("bad inline flags: flags 'a', 'u' and 'L' are incompatible", 0));
        }
        Ok(on)
    }

    fn turn_off(&self, off: Flags, letter: char) -> Result<Flags, Fault> {
        let flag = Flags::of_letter(letter).unwrap_or_default();
        match flag.has(Flags::TYPES) {
            true => Err(self.source.fault("bad inline flags: cannot turn off flags 'a', 'u' and 'L'", 0)),
            false => Ok(off | flag),
        }
    }

    /// Flags for the whole pattern come first in it.
    fn set_flags(&mut self, on: Flags, start: usize, within: Within) -> Result<(), Fault> {
        self.flags = self.flags | on;
        match within.first {
            true => Ok(()),
            false => {
                let message = "global flags not at the start of the expression";
                Err(Fault::Pattern(message.into(), Some(start)))
            }
        }
    }
}
