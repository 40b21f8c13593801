//! `str`.

pub(crate) mod arguments;
pub(crate) mod case;
mod character;
pub mod codec;
pub(crate) mod fill;
pub(crate) mod find;
mod methods;
mod search;
pub(crate) mod split;
mod translate;
pub mod unicode;

pub use character::{chr, ord};
pub(crate) use methods::install;
pub(crate) use split::join_items;

use crate::interp::Interp;
use crate::native::{NativeResult, Trap};
use crate::value::{StrId, Value};
use compact_str::CompactString;
use std::cell::{Cell, OnceCell};
use std::fmt;

/// Text in UTF-8 with its length in code points; ASCII text is indexed directly.
#[derive(Clone)]
pub struct StrObject {
    /// Empty while the text is lent.
    text: OnceCell<CompactString>,
    /// Who holds the text while it is lent.
    loan: Cell<Loan>,
    /// The number of characters, and `NON_ASCII`.
    chars: usize,
    /// 0: not computed yet.
    hash: Cell<u64>,
    /// Byte offsets of every `STRIDE`-th character, made when a long text that is not ASCII is first indexed.
    offsets: OnceCell<Box<Marks>>,
}

/// What became of the text of an object when something was appended to it (`heap/text.rs`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Loan {
    /// It never left.
    Never,
    /// It is the first `bytes` bytes of the text of object `holder`.
    Lent { holder: u32, bytes: u32 },
    /// It was lent, and wanted back: another time it is copied at once.
    Returned,
}

/// Byte offsets of every `STRIDE`-th character.
#[derive(Debug, Clone)]
struct Marks(Vec<usize>);

/// Distance, in characters, of the marks in a text that is not ASCII.
const STRIDE: usize = 64;

/// The bit of `chars` that says that byte offsets are not character indices.
const NON_ASCII: usize = 1 << 63;

impl Default for StrObject {
    fn default() -> StrObject {
        StrObject::ascii(CompactString::const_new(""))
    }
}

impl StrObject {
    #[inline]
    pub fn new(text: CompactString) -> StrObject {
        let chars = if text.is_ascii() { text.len() } else { text.chars().count() | NON_ASCII };
        StrObject::counted(text, chars)
    }

    /// The same for a text that is known to be ASCII.
    #[inline]
    pub(crate) fn ascii(text: CompactString) -> StrObject {
        let chars = text.len();
        StrObject::counted(text, chars)
    }

    #[inline]
    fn counted(text: CompactString, chars: usize) -> StrObject {
        let text = OnceCell::from(text);
        StrObject { text, loan: Cell::new(Loan::Never), chars, hash: Cell::new(0), offsets: OnceCell::new() }
    }

    /// `text`, which is that of `first` and then that of `second`.
    pub(crate) fn joined(text: CompactString, first: &StrObject, second: &StrObject) -> StrObject {
        let chars = (first.char_count() + second.char_count()) | ((first.chars | second.chars) & NON_ASCII);
        StrObject::counted(text, chars)
    }

    #[inline(always)]
    pub fn as_str(&self) -> &str {
        self.text.get().map_or("", |text| text)
    }

    /// Whether another object holds the text.
    #[inline(always)]
    pub(crate) fn is_lent(&self) -> bool {
        self.text.get().is_none()
    }

    pub(crate) fn loan(&self) -> Loan {
        self.loan.get()
    }

    /// Take the text out; who takes it says where it goes.
    pub(crate) fn take(&mut self) -> CompactString {
        self.text.take().unwrap_or_default()
    }

    /// Put the text back.
    pub(crate) fn put(&mut self, text: CompactString) {
        self.text = OnceCell::from(text);
    }

    /// The text is, or has gone on to be, the beginning of that of another object.
    pub(crate) fn lend(&self, holder: u32, bytes: u32) {
        self.loan.set(Loan::Lent { holder, bytes });
    }

    /// A copy of the text that was lent.
    pub(crate) fn give_back(&self, text: &str) {
        let _ = self.text.set(text.into());
        self.loan.set(Loan::Returned);
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
    #[inline]
    pub fn substring(&self, start: usize, end: usize) -> &str {
        if start >= end {
            return "";
        }
        let text = self.as_str();
        if self.is_ascii() {
            return text.get(start..end.min(text.len())).unwrap_or("");
        }
        text.get(self.byte_offset(start)..self.byte_offset(end)).unwrap_or("")
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
        let hash = match self.is_ascii() {
            true => crate::hash::hash_bytes(self.as_str().as_bytes()),
            false => crate::hash::hash_text(self.as_str()),
        };
        self.hash.set(hash);
        hash
    }
}

impl fmt::Debug for StrObject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}

/// The greatest length, in bytes, of a text that is copied from the buffer of `str_written`; a longer one keeps it.
const KEPT: usize = 1024;

impl Interp {
    /// A `str` made of `text`.
    #[inline]
    pub fn str_owned(&mut self, text: impl Into<CompactString>) -> Value {
        let text = text.into();
        if text.len() <= 1 {
            return self.str(&text);
        }
        self.heap.new_str(text)
    }

    /// A `str` made of `text`, which is ASCII when `is_ascii` says so.
    #[inline]
    pub(crate) fn str_known(&mut self, text: CompactString, is_ascii: bool) -> Value {
        match text.as_bytes() {
            [] => self.empty_str,
            &[byte] if is_ascii => self.ascii[usize::from(byte & 127)],
            _ if is_ascii => self.heap.add_str(StrObject::ascii(text)),
            _ => self.str_owned(text),
        }
    }

    /// The same of a piece of a text.
    #[inline]
    pub(crate) fn str_piece(&mut self, piece: &str, is_ascii: bool) -> Value {
        match piece.as_bytes() {
            [] => self.empty_str,
            &[byte] if is_ascii => self.ascii[usize::from(byte & 127)],
            _ if is_ascii => self.heap.add_str(StrObject::ascii(piece.into())),
            _ => self.str(piece),
        }
    }

    /// A `str` of what `write` appends to a buffer that is kept from one time to the next: no allocation for a short one.
    #[inline]
    pub(crate) fn str_written(
        &mut self,
        write: impl FnOnce(&mut Interp, &mut String) -> Result<(), Trap>,
    ) -> NativeResult {
        let mut out = std::mem::take(&mut self.scratch);
        out.clear();
        write(self, &mut out)?;
        if out.len() > KEPT {
            return Ok(self.str_owned(out));
        }
        let text = self.str(&out);
        self.scratch = out;
        Ok(text)
    }

    /// Work on a text and make objects meanwhile. The object is without its text until the end: `work` must not look
    /// at it.
    pub(crate) fn with_text<R>(&mut self, id: StrId, work: impl FnOnce(&mut Interp, &str) -> R) -> R {
        let text = self.heap.take_text(id);
        let result = work(self, &text);
        self.heap.put_text(id, text);
        result
    }

    /// The characters of a `str` from `start` up to `end`.
    #[inline]
    pub fn str_slice(&mut self, text: StrId, start: usize, end: usize) -> Value {
        let object = self.heap.str(text);
        if start == 0 && end >= object.char_count() {
            return Value::Str(text);
        }
        let is_ascii = object.is_ascii();
        let piece = CompactString::from(object.substring(start, end));
        self.str_known(piece, is_ascii)
    }
}
