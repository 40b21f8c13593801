//! What begins with a backslash.

use super::Parser;
use crate::native::regex::source::Fault;
use crate::native::regex::tree::{Category, Kind, Node, Place, SetItem};

impl Parser<'_> {
    /// Backslash and `c`, which were taken, outside a set.
    pub(super) fn escape(&mut self, c: char) -> Result<Node, Fault> {
        if let Some(category) = category(c) {
            return Ok(Node::Set { negated: false, items: vec![SetItem::Category(category)] });
        }
        Ok(match c {
            'A' => Node::At(Place::TextStart),
            'Z' => Node::At(Place::TextEnd),
            'b' => Node::At(Place::Boundary),
            'B' => Node::At(Place::NoBoundary),
            '0' => Node::Literal(self.octal_after("\\0", 2)?),
            '1'..='9' => return self.number(c),
            _ => Node::Literal(self.character(c)?),
        })
    }

    /// The same in a set that began at `start`.
    pub(super) fn set_escape(&mut self, c: char) -> Result<SetItem, Fault> {
        if let Some(category) = category(c) {
            return Ok(SetItem::Category(category));
        }
        Ok(SetItem::Character(match c {
            'b' => '\x08',
            '0'..='7' => self.octal_after(&format!("\\{c}"), 2)?,
            '8' | '9' => return Err(self.bad_escape(c)),
            _ => self.character(c)?,
        }))
    }

    fn bad_escape(&self, c: char) -> Fault {
        self.source.fault(format!("bad escape \\{c}"), 2)
    }

    /// A character that has an escape of its own, or is its own escape.
    fn character(&mut self, c: char) -> Result<char, Fault> {
        match c {
            'a' => Ok('\x07'),
            'f' => Ok('\x0c'),
            'n' => Ok('\n'),
            'r' => Ok('\r'),
            't' => Ok('\t'),
            'v' => Ok('\x0b'),
            'x' => self.hexadecimal(c, 2),
            'u' if self.source.is_text => self.hexadecimal(c, 4),
            'U' if self.source.is_text => self.hexadecimal(c, 8),
            'N' if self.source.is_text => self.named(),
            _ if c.is_ascii_alphabetic() => Err(self.bad_escape(c)),
            _ => Ok(c),
        }
    }

    fn hexadecimal(&mut self, c: char, digits: usize) -> Result<char, Fault> {
        let found = self.source.take_while(digits, |c| c.is_ascii_hexdigit())?;
        let (text, length) = (format!("\\{c}{found}"), found.len() + 2);
        if found.len() != digits {
            return Err(self.source.fault(format!("incomplete escape {text}"), length));
        }
        let number = u32::from_str_radix(&found, 16).ok();
        number.and_then(char::from_u32).ok_or_else(|| self.source.fault(format!("bad escape {text}"), length))
    }

    fn named(&mut self) -> Result<char, Fault> {
        if !self.source.take('{')? {
            return Err(self.source.fault("missing {", 0));
        }
        let name = self.source.take_name('}', "character name")?;
        unicode_names2::character(&name).ok_or_else(|| {
            let back = name.chars().count() + "\\N{}".len();
            self.source.fault(format!("undefined character name {}", gilscope_vm::repr::str_repr(&name)), back)
        })
    }

    /// The character with the octal number that begins with `begun`, a backslash and a digit, and has up to `more` others.
    fn octal_after(&mut self, begun: &str, more: usize) -> Result<char, Fault> {
        let digits = self.source.take_while(more, is_octal)?;
        self.octal(&format!("{begun}{digits}"))
    }

    fn octal(&self, escape: &str) -> Result<char, Fault> {
        let number = u32::from_str_radix(escape.trim_start_matches('\\'), 8).unwrap_or(u32::MAX);
        match u8::try_from(number) {
            Ok(byte) => Ok(char::from(byte)),
            Err(_) => {
                let message = format!("octal escape value {escape} outside of range 0-0o377");
                Err(self.source.fault(message, escape.len()))
            }
        }
    }

    /// The number of a group of one or two digits, or an octal number of three.
    fn number(&mut self, first: char) -> Result<Node, Fault> {
        let mut digits = first.to_string();
        digits += &self.source.take_while(1, |c| c.is_ascii_digit())?;
        if digits.len() == 2 && digits.chars().all(is_octal) {
            let third = self.source.take_while(1, is_octal)?;
            if !third.is_empty() {
                return self.octal(&format!("\\{digits}{third}")).map(Node::Literal);
            }
        }
        let group = digits.parse().unwrap_or(usize::MAX);
        if group > self.widths.len() {
            return Err(self.source.fault(format!("invalid group reference {digits}"), digits.len()));
        }
        self.refer_to(group, digits.len() + 1)
    }
}

fn is_octal(c: char) -> bool {
    matches!(c, '0'..='7')
}

fn category(c: char) -> Option<Category> {
    let kind = match c.to_ascii_lowercase() {
        'd' => Kind::Digit,
        's' => Kind::Space,
        'w' => Kind::Word,
        _ => return None,
    };
    Some(Category { kind, negated: c.is_ascii_uppercase() })
}
