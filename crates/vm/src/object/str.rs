//! `str`.

pub(crate) mod arguments;
pub(crate) mod case;
mod character;
pub mod codec;
pub(crate) mod fill;
mod methods;
mod search;
pub(crate) mod split;
mod translate;
pub mod unicode;

pub use character::{chr, ord};
pub(crate) use methods::install;
pub(crate) use split::join_items;

use crate::interp::Interp;
use crate::value::{StrId, Value};
use std::cell::{Cell, OnceCell};

/// Text in UTF-8 with its length in code points; ASCII text is indexed directly.
#[derive(Debug, Clone, Default)]
pub struct StrObject {
    text: Box<str>,
    chars: usize,
    /// 0: not computed yet.
    hash: Cell<u64>,
    /// Byte offsets of every `STRIDE`-th character, made when a long text that is not ASCII is first indexed.
    offsets: OnceCell<Box<Vec<usize>>>,
}

/// Distance, in characters, of the marks in a text that is not ASCII.
const STRIDE: usize = 64;

impl StrObject {
    pub fn new(text: Box<str>) -> StrObject {
        let chars = if text.is_ascii() { text.len() } else { text.chars().count() };
        StrObject { text, chars, hash: Cell::new(0), offsets: OnceCell::new() }
    }

    #[inline(always)]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Number of code points.
    #[inline(always)]
    pub fn char_count(&self) -> usize {
        self.chars
    }

    /// Whether byte offsets are character indices.
    #[inline(always)]
    pub fn is_ascii(&self) -> bool {
        self.chars == self.text.len()
    }

    /// Where character `index` begins; the end of the text when it has no such character.
    pub fn byte_offset(&self, index: usize) -> usize {
        if self.is_ascii() || index >= self.chars {
            return if self.is_ascii() { index.min(self.text.len()) } else { self.text.len() };
        }
        let start = match self.chars > STRIDE {
            true => self.marks().get(index / STRIDE).copied().unwrap_or(0),
            false => 0,
        };
        let skip = if start == 0 { index } else { index % STRIDE };
        let rest = self.text.get(start..).unwrap_or("");
        rest.char_indices().nth(skip).map_or(self.text.len(), |(offset, _)| start + offset)
    }

    fn marks(&self) -> &[usize] {
        self.offsets.get_or_init(|| {
            let starts = self.text.char_indices().step_by(STRIDE);
            Box::new(starts.map(|(offset, _)| offset).collect())
        })
    }

    /// The characters from `start` up to `end`.
    pub fn substring(&self, start: usize, end: usize) -> &str {
        if start >= end {
            return "";
        }
        self.text.get(self.byte_offset(start)..self.byte_offset(end)).unwrap_or("")
    }

    /// Which character begins at byte `offset`.
    pub fn char_index(&self, offset: usize) -> usize {
        if self.is_ascii() {
            return offset;
        }
        self.text.get(..offset).map_or(0, |before| before.chars().count())
    }

    /// Character `index`.
    pub fn char_at(&self, index: usize) -> Option<char> {
        if self.is_ascii() {
            return self.text.as_bytes().get(index).map(|&b| b as char);
        }
        self.text.get(self.byte_offset(index)..)?.chars().next()
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
        let hash = crate::hash::hash_bytes(&self.utf_units());
        self.hash.set(hash);
        hash
    }

    /// The code units CPython hashes: Latin-1, UCS-2 or UCS-4, whichever is the narrowest.
    fn utf_units(&self) -> std::borrow::Cow<'_, [u8]> {
        if self.is_ascii() {
            return self.text.as_bytes().into();
        }
        let widest = self.text.chars().max().unwrap_or('\0') as u32;
        let mut units = Vec::new();
        for c in self.text.chars() {
            let c = c as u32;
            match widest {
                0..=0xff => units.push(c as u8),
                0x100..=0xffff => units.extend_from_slice(&(c as u16).to_le_bytes()),
                _ => units.extend_from_slice(&c.to_le_bytes()),
            }
        }
        units.into()
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
