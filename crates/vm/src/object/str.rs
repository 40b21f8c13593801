//! `str`.

pub(crate) mod arguments;
pub(crate) mod case;
mod character;
pub mod codec;
pub(crate) mod fill;
pub(crate) mod find;
mod methods;
mod rope;
mod search;
pub(crate) mod split;
mod translate;
pub mod unicode;

pub use character::{chr, ord};
pub(crate) use methods::install;
pub(crate) use split::join_items;

use crate::interp::Interp;
use crate::value::{StrId, Value};
use compact_str::CompactString;
use rope::Rope;
use std::cell::{Cell, OnceCell};
use std::fmt;
use std::sync::Arc;

/// Text in UTF-8 with its length in code points; ASCII text is indexed directly.
#[derive(Default)]
pub struct StrObject {
    /// Empty while the text is a rope.
    text: OnceCell<CompactString>,
    /// Taken when the text becomes plain.
    rope: Cell<Option<Arc<Rope>>>,
    /// The number of characters, and `NON_ASCII`.
    chars: usize,
    /// 0: not computed yet.
    hash: Cell<u64>,
    /// Byte offsets of every `STRIDE`-th character, made when a long text that is not ASCII is first indexed.
    offsets: OnceCell<Box<Marks>>,
}

/// Byte offsets of every `STRIDE`-th character.
#[derive(Debug, Clone)]
struct Marks(Vec<usize>);

/// Distance, in characters, of the marks in a text that is not ASCII.
const STRIDE: usize = 64;

/// The bit of `chars` that says that byte offsets are not character indices.
const NON_ASCII: usize = 1 << 63;

impl StrObject {
    pub fn new(text: CompactString) -> StrObject {
        let chars = if text.is_ascii() { text.len() } else { text.chars().count() | NON_ASCII };
        StrObject { text: OnceCell::from(text), chars, ..StrObject::default() }
    }

    #[inline(always)]
    pub fn as_str(&self) -> &str {
        match self.text.get() {
            Some(text) => text,
            None => self.flatten(),
        }
    }

    #[cold]
    fn flatten(&self) -> &str {
        self.text.get_or_init(|| self.rope.take().map(|rope| rope.flatten()).unwrap_or_default())
    }

    /// The rope, while it is one.
    fn peek_rope(&self) -> Option<Arc<Rope>> {
        let rope = self.rope.take();
        self.rope.set(rope.clone());
        rope
    }

    /// Whether it shares its beginning with another text.
    pub fn is_rope(&self) -> bool {
        self.text.get().is_none()
    }

    /// Number of bytes.
    pub fn byte_count(&self) -> usize {
        match self.text.get() {
            Some(text) => text.len(),
            None => self.peek_rope().map_or(0, |rope| rope.len()),
        }
    }

    /// This text and `more` after it, without a copy where this one is long.
    pub fn join(&self, more: &StrObject) -> StrObject {
        let chars = (self.char_count() + more.char_count()) | ((self.chars | more.chars) & NON_ASCII);
        if self.byte_count() < rope::LEAST {
            let mut text = CompactString::with_capacity(self.byte_count() + more.byte_count());
            text.push_str(self.as_str());
            text.push_str(more.as_str());
            return StrObject { text: OnceCell::from(text), chars, ..StrObject::default() };
        }
        let start = self.peek_rope().unwrap_or_else(|| Rope::leaf(self.as_str()));
        let rope = Cell::new(Some(start.append(more.as_str())));
        StrObject { rope, chars, ..StrObject::default() }
    }

    /// Number of code points.
    #[inline(always)]
    pub fn char_count(&self) -> usize {
        self.chars & !NON_ASCII
    }

    /// Whether byte offsets are character indices.
    #[inline(always)]
    pub fn is_ascii(&self) -> bool {
        self.chars & NON_ASCII == 0
    }

    /// Where character `index` begins; the end of the text when it has no such character.
    pub fn byte_offset(&self, index: usize) -> usize {
        let text = self.as_str();
        if self.is_ascii() {
            return index.min(text.len());
        }
        if index >= self.char_count() {
            return text.len();
        }
        let (start, skip) = match self.char_count() > STRIDE {
            true => (self.marks().get(index / STRIDE).copied().unwrap_or(0), index % STRIDE),
            false => (0, index),
        };
        let rest = text.get(start..).unwrap_or("");
        rest.char_indices().nth(skip).map_or(text.len(), |(offset, _)| start + offset)
    }

    fn marks(&self) -> &[usize] {
        let marks = self.offsets.get_or_init(|| {
            let starts = self.as_str().char_indices().step_by(STRIDE);
            Box::new(Marks(starts.map(|(offset, _)| offset).collect()))
        });
        &marks.0
    }

    /// The characters from `start` up to `end`.
    pub fn substring(&self, start: usize, end: usize) -> &str {
        if start >= end {
            return "";
        }
        self.as_str().get(self.byte_offset(start)..self.byte_offset(end)).unwrap_or("")
    }

    /// Which character begins at byte `offset`.
    pub fn char_index(&self, offset: usize) -> usize {
        if self.is_ascii() {
            return offset;
        }
        self.as_str().get(..offset).map_or(0, |before| before.chars().count())
    }

    /// Character `index`.
    pub fn char_at(&self, index: usize) -> Option<char> {
        if self.is_ascii() {
            return self.as_str().as_bytes().get(index).map(|&b| b as char);
        }
        self.as_str().get(self.byte_offset(index)..)?.chars().next()
    }

    /// Hash of the text: SipHash-1-3 with a zero key, as CPython with `PYTHONHASHSEED=0`.
    #[inline]
    pub fn hash(&self) -> u64 {
        match self.hash.get() {
            0 => self.compute_hash(),
            hash => hash,
        }
    }

    fn compute_hash(&self) -> u64 {
        let hash = crate::hash::hash_text(self.as_str());
        self.hash.set(hash);
        hash
    }
}

impl Clone for StrObject {
    fn clone(&self) -> StrObject {
        StrObject {
            text: self.text.clone(),
            rope: Cell::new(self.peek_rope()),
            chars: self.chars,
            hash: self.hash.clone(),
            offsets: self.offsets.clone(),
        }
    }
}

impl fmt::Debug for StrObject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}

impl Interp {
    /// A `str` made of `text`.
    #[inline]
    pub fn str_owned(&mut self, text: String) -> Value {
        if text.len() <= 1 {
            return self.str(&text);
        }
        self.heap.new_str(text)
    }

    /// The characters of a `str` from `start` up to `end`.
    pub fn str_slice(&mut self, text: StrId, start: usize, end: usize) -> Value {
        let object = &self.heap.strs[text];
        if start == 0 && end >= object.char_count() {
            return Value::Str(text);
        }
        let part = object.substring(start, end).to_string();
        self.str_owned(part)
    }
}
