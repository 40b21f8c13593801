//! Positions in source text: byte spans, and the index that turns them into lines and columns.
#![forbid(unsafe_code)]

mod line_index;
mod span;

pub use line_index::{LineColumn, LineCursor, LineIndex};
pub use span::Span;
