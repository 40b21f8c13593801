//! `[…]`

use super::Parser;
use crate::native::regex::source::{Fault, Token};
use crate::native::regex::tree::{Node, SetItem};

impl Parser<'_> {
    /// A set whose opening bracket was taken.
    pub(super) fn set(&mut self) -> Result<Node, Fault> {
        let start = self.source.tell() - 1;
        if self.source.is_at('[')? {
            self.warn("nested set", self.source.tell());
        }
        let negated = self.source.take('^')?;
        let mut items = Vec::new();
        loop {
            let token = self.in_set(start)?;
            if token == Token::Plain(']') && !items.is_empty() {
                return Ok(Node::Set { negated, items });
            }
            self.warn_of_operator(token, !items.is_empty())?;
            let low = self.set_item(token)?;
            if !self.source.take('-')? {
                items.push(low);
                continue;
            }
            let end = self.in_set(start)?;
            if end == Token::Plain(']') {
                items.extend([low, SetItem::Character('-')]);
                return Ok(Node::Set { negated, items });
            }
            if end == Token::Plain('-') {
                self.warn("set difference", self.source.tell() - 2);
            }
            items.push(self.range((token, low), end)?);
        }
    }

    /// The next token of the set that began at `start`.
    fn in_set(&mut self, start: usize) -> Result<Token, Fault> {
        self.source.next()?.ok_or_else(|| Fault::Pattern("unterminated character set".into(), Some(start)))
    }

    fn set_item(&mut self, token: Token) -> Result<SetItem, Fault> {
        match token {
            Token::Escape(c) => self.set_escape(c),
            Token::Plain(c) => Ok(SetItem::Character(c)),
        }
    }

    fn range(&mut self, (first, low): (Token, SetItem), last: Token) -> Result<SetItem, Fault> {
        let before = self.source.tell() - last.len();
        let high = self.set_item(last)?;
        match (low, high) {
            (SetItem::Character(low), SetItem::Character(high)) if low <= high => Ok(SetItem::Range(low, high)),
            _ => {
                let message = format!("bad character range {}-{}", first.text(), last.text());
                Err(Fault::Pattern(message, Some(before - 1 - first.len())))
            }
        }
    }

    /// Two of these signs in a row may mean something else one day.
    fn warn_of_operator(&mut self, token: Token, has_items: bool) -> Result<(), Fault> {
        let Token::Plain(sign @ ('-' | '&' | '~' | '|')) = token else {
            return Ok(());
        };
        if has_items && self.source.is_at(sign)? {
            let what = match sign {
                '-' => "set difference",
                '&' => "set intersection",
                '~' => "set symmetric difference",
                _ => "set union",
            };
            self.warn(what, self.source.tell() - 1);
        }
        Ok(())
    }

    fn warn(&mut self, what: &str, place: usize) {
        self.warnings.push(format!("Possible {what} at position {place}"));
    }
}
