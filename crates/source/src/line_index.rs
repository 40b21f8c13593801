//! Byte offset → line and column.

use std::cell::Cell;

/// A position as CPython reports it: line from 1, column in UTF-8 bytes from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// Line number, from 1.
    pub line: u32,
    /// Bytes since the start of the line, from 0.
    pub column: u32,
}

/// The start of every line of one source text. Lines end at `\n`, `\r\n` or a lone `\r`, as in CPython's tokenizer.
#[derive(Debug, Clone)]
pub struct LineIndex {
    starts: Vec<u32>,
}

impl LineIndex {
    /// Index `text`.
    pub fn new(text: &str) -> LineIndex {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        if !text.contains('\r') {
            starts.extend(text.match_indices('\n').map(|(i, _)| i as u32 + 1));
            return LineIndex { starts };
        }
        for (i, &b) in bytes.iter().enumerate() {
            let lone_cr = b == b'\r' && bytes.get(i + 1) != Some(&b'\n');
            if b == b'\n' || lone_cr {
                starts.push(i as u32 + 1);
            }
        }
        LineIndex { starts }
    }

    /// Where byte `offset` is.
    pub fn position(&self, offset: u32) -> LineColumn {
        let line = self.starts.partition_point(|&s| s <= offset) - 1;
        LineColumn { line: line as u32 + 1, column: offset - self.starts[line] }
    }

    /// The text of `line` (from 1) without its line end; empty when there is no such line.
    pub fn line_text<'a>(&self, text: &'a str, line: u32) -> &'a str {
        let Some(&start) = self.starts.get((line as usize).wrapping_sub(1)) else { return "" };
        let end = self.starts.get(line as usize).map_or(text.len(), |&e| e as usize);
        text[start as usize..end].trim_end_matches(['\n', '\r'])
    }

    /// Number of lines; at least 1.
    pub fn line_count(&self) -> u32 {
        self.starts.len() as u32
    }
}

/// Positions that are near one another: the line of the last one is tried first, and those behind it.
#[derive(Debug, Clone)]
pub struct LineCursor<'a> {
    index: &'a LineIndex,
    /// The last line that was found, from 0.
    line: Cell<usize>,
}

impl<'a> LineCursor<'a> {
    /// Begins at the first line.
    pub fn new(index: &'a LineIndex) -> LineCursor<'a> {
        LineCursor { index, line: Cell::new(0) }
    }

    /// Where byte `offset` is.
    pub fn position(&self, offset: u32) -> LineColumn {
        /// Lines that are tried before all are searched.
        const NEAR: usize = 4;
        let last = self.line.get();
        let near = self.index.starts.get(last..).unwrap_or_default();
        let before = near.iter().take(NEAR).take_while(|&&start| start <= offset).count();
        let position = match before.checked_sub(1) {
            Some(at) if before < NEAR => LineColumn { line: (last + at) as u32 + 1, column: offset - near[at] },
            _ => self.index.position(offset),
        };
        self.line.set(position.line as usize - 1);
        position
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_agrees_with_its_index() {
        let text = "a\nbc\n\n\n\r\nd\re\n\n\n\nf";
        let index = LineIndex::new(text);
        let cursor = LineCursor::new(&index);
        let end = text.len() as u32 + 2;
        for from in 0..end {
            for to in 0..end {
                cursor.position(from);
                assert_eq!(cursor.position(to), index.position(to), "{from} then {to}");
            }
        }
    }

    #[test]
    fn positions_cross_every_kind_of_line_end() {
        let text = "a\nbc\r\nd\re";
        let index = LineIndex::new(text);
        let at = |offset| {
            let p = index.position(offset);
            (p.line, p.column)
        };
        assert_eq!([at(0), at(2), at(3), at(6), at(8)], [(1, 0), (2, 0), (2, 1), (3, 0), (4, 0)]);
        assert_eq!(index.line_text(text, 2), "bc");
        assert_eq!(index.line_text(text, 4), "e");
        assert_eq!(index.line_text(text, 9), "");
    }
}
