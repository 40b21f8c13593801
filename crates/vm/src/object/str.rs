//! `str`.

use std::cell::Cell;

/// Text in UTF-8 with its length in code points; ASCII text is indexed directly.
#[derive(Debug, Clone, Default)]
pub struct StrObject {
    text: Box<str>,
    chars: usize,
    /// 0: not computed yet.
    hash: Cell<u64>,
}

impl StrObject {
    pub fn new(text: Box<str>) -> StrObject {
        let chars = if text.is_ascii() { text.len() } else { text.chars().count() };
        StrObject { text, chars, hash: Cell::new(0) }
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
