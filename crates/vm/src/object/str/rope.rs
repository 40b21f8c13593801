//! A long text that grows by its end: `text += more` in a loop does not copy what is there already.
//!
//! A rope is a chain of pieces, read from the last to the first. It becomes a plain text the first time somebody looks
//! at its characters.

use compact_str::CompactString;
use std::sync::Arc;

/// A joined text shorter than this is copied at once.
pub(super) const LEAST: usize = 2048;
/// Small pieces are merged into one of about this size, so that the chain stays short.
const PIECE: usize = 128;

/// The last piece of a text, and what is before it.
#[derive(Debug)]
pub(super) struct Rope {
    before: Option<Arc<Rope>>,
    piece: Box<str>,
    /// Bytes in the whole.
    len: usize,
}

impl Rope {
    /// A text of one piece.
    pub(super) fn leaf(piece: &str) -> Arc<Rope> {
        Arc::new(Rope { before: None, piece: piece.into(), len: piece.len() })
    }

    pub(super) fn len(&self) -> usize {
        self.len
    }

    /// This text and `more` after it.
    pub(super) fn append(self: &Arc<Rope>, more: &str) -> Arc<Rope> {
        let len = self.len + more.len();
        if self.before.is_some() && self.piece.len() + more.len() <= PIECE {
            let piece = [&self.piece, more].concat().into();
            return Arc::new(Rope { before: self.before.clone(), piece, len });
        }
        Arc::new(Rope { before: Some(Arc::clone(self)), piece: more.into(), len })
    }

    /// The whole as one text.
    pub(super) fn flatten(&self) -> CompactString {
        let mut pieces = Vec::new();
        let mut next = Some(self);
        while let Some(rope) = next {
            pieces.push(&*rope.piece);
            next = rope.before.as_deref();
        }
        let mut text = String::with_capacity(self.len);
        pieces.iter().rev().for_each(|piece| text.push_str(piece));
        text.into()
    }
}

impl Drop for Rope {
    /// Not recursive: chains are long.
    fn drop(&mut self) {
        let mut next = self.before.take();
        while let Some(mut rope) = next.and_then(Arc::into_inner) {
            next = rope.before.take();
        }
    }
}
