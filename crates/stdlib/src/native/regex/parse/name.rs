//! Groups by their numbers and names.

use super::Parser;
use crate::native::regex::source::Fault;
use crate::native::regex::tree::{Node, Width};
use gilscope_vm::repr::str_repr;

impl Parser<'_> {
    /// The next group, with its name if it has one.
    pub(super) fn open_group(&mut self, name: Option<String>) -> Result<usize, Fault> {
        let number = self.widths.len() + 1;
        if let Some(name) = name {
            if let Some(other) = self.group_named(&name) {
                let repr = str_repr(&name);
                let message = format!("redefinition of group name {repr} as group {number}; was group {other}");
                return Err(self.source.fault(message, name.chars().count() + 1));
            }
            self.names.push((name, number));
        }
        self.widths.push(None);
        Ok(number)
    }

    pub(super) fn close_group(&mut self, number: usize, width: Width) {
        if let Some(place) = self.widths.get_mut(number - 1) {
            *place = Some(width);
        }
        self.closed.push(number);
    }

    pub(super) fn group_named(&self, name: &str) -> Option<usize> {
        self.names.iter().find(|(other, _)| other == name).map(|(_, number)| *number)
    }

    /// What fits the text that group `number` has. A fault is `back` characters before here.
    pub(super) fn refer_to(&mut self, number: usize, back: usize) -> Result<Node, Fault> {
        if !self.is_closed(number) {
            return Err(self.source.fault("cannot refer to an open group", back));
        }
        self.check_behind(number)?;
        Ok(Node::Backreference(number))
    }

    /// A look-behind knows no groups of its own.
    pub(super) fn check_behind(&self, number: usize) -> Result<(), Fault> {
        let Some(first) = self.behind else { return Ok(()) };
        if !self.is_closed(number) {
            return Err(self.source.fault("cannot refer to an open group", 0));
        }
        if number > first {
            return Err(self.source.fault("cannot refer to group defined in the same lookbehind subpattern", 0));
        }
        Ok(())
    }

    /// Whether group `number` has been read.
    pub(super) fn is_closed(&self, number: usize) -> bool {
        self.widths.get(number.wrapping_sub(1)).copied().flatten().is_some()
    }

    /// A name must be an identifier. It ends `after` characters before here.
    pub(super) fn check_name(&self, name: &str, after: usize) -> Result<(), Fault> {
        let mut characters = name.chars();
        let begins = characters.next().is_some_and(|c| c == '_' || unicode_ident::is_xid_start(c));
        if begins && characters.all(unicode_ident::is_xid_continue) && (self.source.is_text || name.is_ascii()) {
            return Ok(());
        }
        let message = format!("bad character in group name {}", str_repr(name));
        Err(self.source.fault(message, name.chars().count() + after))
    }
}
