//! Making texts, and the growing of one by its end.
//!
//! `text += more` in a loop does not copy what is there already. There are no reference counts to say that nobody else
//! looks at the old text, so the new object takes the old one's buffer over and appends to it, and the old one remembers
//! of whose text it is the beginning. It gets a copy when somebody looks at it, which in such a loop nobody does, and at
//! the latest when the collector finds it alive.

use super::Heap;
use crate::object::StrObject;
use crate::object::str::Loan;
use crate::value::{StrId, Value};
use compact_str::CompactString;
use std::cell::Cell;

/// What is lent since the last collection.
#[derive(Debug, Clone, Default)]
pub(super) struct Loans {
    lenders: Vec<u32>,
    /// Bytes of copies made for lenders that the allocation debt does not have yet.
    copied: Cell<usize>,
}

impl Loans {
    /// Who has lent its text.
    pub(super) fn lenders(&self) -> &[u32] {
        &self.lenders
    }

    /// Whether these are the same.
    pub(super) fn are(&self, other: &Loans) -> bool {
        self.lenders == other.lenders && self.copied == other.copied
    }
}

/// A text put together from parts, of which the size is known: a short one without an allocation.
pub(crate) struct Assembly {
    short: [u8; INLINE],
    end: usize,
    long: Option<String>,
}

impl Assembly {
    #[inline]
    pub(crate) fn new(size: usize) -> Assembly {
        let long = (size > INLINE).then(|| String::with_capacity(size));
        Assembly { short: [0; INLINE], end: 0, long }
    }

    #[inline]
    pub(crate) fn push(&mut self, part: &str) {
        match &mut self.long {
            Some(long) => long.push_str(part),
            None => {
                let end = self.end + part.len();
                if let Some(place) = self.short.get_mut(self.end..end) {
                    place.copy_from_slice(part.as_bytes());
                    self.end = end;
                }
            }
        }
    }

    #[inline]
    pub(crate) fn finish(self) -> CompactString {
        match self.long {
            Some(long) => long.into(),
            None => str::from_utf8(&self.short[..self.end]).unwrap_or_default().into(),
        }
    }
}

/// Texts longer than this have a buffer; shorter ones are copied at once.
const INLINE: usize = size_of::<CompactString>();

/// From this many bytes on a text is lent for `a + b`, where `a` is likelier to be looked at again than with `+=`.
const LONG: usize = 2048;

impl Heap {
    /// A new `str`.
    #[inline]
    pub fn new_str(&mut self, text: impl Into<CompactString>) -> Value {
        self.add_str(StrObject::new(text.into()))
    }

    /// Keep a `str` object.
    #[inline]
    pub(crate) fn add_str(&mut self, object: StrObject) -> Value {
        self.charge(64 + object.as_str().len());
        Value::Str(self.strs.alloc(object))
    }

    /// A `str`.
    #[inline(always)]
    pub fn str(&self, id: StrId) -> &StrObject {
        let object = &self.strs[id];
        if object.is_lent() {
            self.give_back(object);
        }
        object
    }

    /// The text of a `str`.
    #[inline(always)]
    pub fn text(&self, id: StrId) -> &str {
        self.str(id).as_str()
    }

    /// The text of a `str` or of an instance of a subclass of it.
    pub fn text_of(&self, value: Value) -> Option<&str> {
        match self.payload(value) {
            Value::Str(id) => Some(self.text(id)),
            _ => None,
        }
    }

    /// The number of characters of a `str`.
    #[inline(always)]
    pub fn char_count(&self, id: StrId) -> usize {
        self.strs[id].char_count()
    }

    pub(crate) fn take_text(&mut self, id: StrId) -> CompactString {
        self.str(id);
        self.strs[id].take()
    }

    pub(crate) fn put_text(&mut self, id: StrId, text: CompactString) {
        self.strs[id].put(text);
    }

    /// `a + b` or `a += b`.
    pub(crate) fn concat(&mut self, a: StrId, b: StrId, in_place: bool) -> Value {
        let (first, second) = (self.str(a), self.str(b));
        let (bytes, more) = (first.as_str().len(), second.as_str().len());
        let least = if in_place { INLINE } else { LONG };
        let can_lend = first.loan() == Loan::Never && bytes + more <= u32::MAX as usize;
        if bytes > least && can_lend && a != b {
            return self.append(a, b, bytes);
        }
        let mut text = Assembly::new(bytes + more);
        text.push(first.as_str());
        text.push(second.as_str());
        let joined = StrObject::joined(text.finish(), first, second);
        self.add_str(joined)
    }

    /// Let the text of `a`, of so many bytes, go on in a new object.
    fn append(&mut self, a: StrId, b: StrId, bytes: usize) -> Value {
        let mut text = self.strs[a].take();
        let more = &self.strs[b];
        text.push_str(more.as_str());
        let added = more.as_str().len();
        let joined = StrObject::joined(text, &self.strs[a], more);
        let new = self.strs.alloc(joined);
        self.strs[a].lend(new.0 as u32, bytes as u32);
        self.loans.lenders.push(a.0 as u32);
        let copied = self.loans.copied.take();
        self.charge(80 + added + copied);
        Value::Str(new)
    }

    /// Give a lender its text again.
    #[cold]
    fn give_back(&self, lender: &StrObject) {
        let Loan::Lent { holder, bytes } = lender.loan() else { return lender.give_back("") };
        let last = self.last_holder(holder);
        // Whoever lent on the way is led to the last one directly, so that no chain is walked twice.
        let mut next = holder;
        while next != last {
            let Loan::Lent { holder, bytes } = self.strs[StrId(next.into())].loan() else { break };
            self.strs[StrId(next.into())].lend(last, bytes);
            next = holder;
        }
        let text = self.strs[StrId(last.into())].as_str().get(..bytes as usize).unwrap_or("");
        lender.give_back(text);
        self.loans.copied.set(self.loans.copied.get() + bytes as usize);
    }

    /// Who holds the text that went to `holder` at first.
    fn last_holder(&self, mut holder: u32) -> u32 {
        while let (object, true) = (&self.strs[StrId(holder.into())], self.strs[StrId(holder.into())].is_lent()) {
            let Loan::Lent { holder: next, .. } = object.loan() else { break };
            holder = next;
        }
        holder
    }

    /// Before a sweep: who is alive and has lent its text gets it again, since the holder may be dead.
    pub(super) fn end_loans(&mut self) {
        for lender in std::mem::take(&mut self.loans.lenders) {
            let id = StrId(lender.into());
            if self.strs.survives(id) {
                self.str(id);
            }
        }
    }
}
