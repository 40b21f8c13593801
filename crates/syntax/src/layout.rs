//! Lines and indentation: where NEWLINE, INDENT and DEDENT tokens come from.
//!
//! As in CPython, indentation is measured twice, with tabs of 8 columns and of 1: where the two disagree, the text
//! would mean something else under another tab width, and that is a `TabError`.

use gilscope_source::Span;

use crate::error::{SyntaxError, SyntaxErrorKind};
use crate::lexer::{Lexer, Step};
use crate::mistake;
use crate::token::TokenKind;

/// As in CPython: one more is refused.
const MAX_INDENTS: usize = 99;

/// The widths of the open blocks.
#[derive(Default)]
pub(crate) struct Indents {
    open: Vec<Width>,
}

/// An indentation, measured with tabs of 8 and of 1 columns.
#[derive(Clone, Copy, Default, PartialEq)]
struct Width {
    wide: u32,
    narrow: u32,
}

impl Width {
    fn advance(&mut self, byte: u8) {
        match byte {
            b' ' => *self = Width { wide: self.wide + 1, narrow: self.narrow + 1 },
            b'\t' => *self = Width { wide: (self.wide / 8 + 1) * 8, narrow: self.narrow + 1 },
            _ => *self = Width::default(),
        }
    }
}

impl Lexer<'_> {
    pub(crate) fn newline(&mut self, lo: usize, hi: usize) -> Step {
        if !self.brackets.is_empty() {
            return Ok(());
        }
        // As in CPython, a comment at the end of a line belongs to its NEWLINE.
        let last = self.tokens.last().map_or(0, |t| t.span.hi as usize);
        self.push(TokenKind::Newline, if self.comment >= last.max(1) { self.comment } else { lo }, hi);
        self.line_start()
    }

    /// Skip blank lines and comments, then compare the indentation of the first line that has a token.
    pub(crate) fn line_start(&mut self) -> Step {
        loop {
            let line = self.position();
            let (width, at) = self.measure(line);
            self.seek(at);
            if at == self.text.len() && self.text[line..].contains('\\') {
                return Err(mistake::continued_eof(self.text.rfind('\\').unwrap_or(line)));
            }
            match self.byte(at) {
                Some(b'#') => {
                    self.skip_comment(at);
                    self.skip_line_end();
                }
                Some(b'\n' | b'\r') => self.skip_line_end(),
                None => return Ok(()),
                Some(_) => return self.indent(width, line, at),
            }
            if self.position() == self.text.len() {
                return Ok(());
            }
        }
    }

    fn measure(&self, line: usize) -> (Width, usize) {
        let mut width = Width::default();
        let mut joined: Option<Width> = None;
        let mut at = line;
        loop {
            match (self.byte(at), self.byte(at + 1)) {
                (Some(b @ (b' ' | b'\t' | b'\x0c')), _) => width.advance(b),
                (Some(b'\\'), Some(b'\n' | b'\r')) => {
                    joined = joined.or(Some(width));
                    at += 1 + usize::from(self.text[at + 1..].starts_with("\r\n"));
                }
                _ => return (joined.unwrap_or(width), at),
            }
            at += 1;
        }
    }

    fn skip_line_end(&mut self) {
        let at = self.position();
        let length = match (self.byte(at), self.byte(at + 1)) {
            (Some(b'\r'), Some(b'\n')) => 2,
            (Some(_), _) => 1,
            (None, _) => 0,
        };
        self.seek(at + length);
    }

    fn indent(&mut self, width: Width, line: usize, at: usize) -> Step {
        let current = self.indents.open.last().copied().unwrap_or_default();
        if width.wide > current.wide {
            if self.indents.open.len() >= MAX_INDENTS {
                let message = "too many levels of indentation".to_owned();
                let span = Span::new(line, line);
                return Err(Box::new(SyntaxError { kind: SyntaxErrorKind::Indentation, message, span }));
            }
            if width.narrow <= current.narrow {
                return Err(self.tab_error(line));
            }
            self.indents.open.push(width);
            self.push(TokenKind::Indent, line, at);
            return Ok(());
        }
        self.dedent_to(width, line, at)
    }

    /// CPython compares before it hands out the first DEDENT, so a wrong indentation is the mistake that it sees first.
    fn dedent_to(&mut self, width: Width, line: usize, at: usize) -> Step {
        let open = &mut self.indents.open;
        let kept = open.partition_point(|open| open.wide <= width.wide);
        let outer = kept.checked_sub(1).map_or_else(Width::default, |last| open[last]);
        let closed = open.len() - kept;
        open.truncate(kept);
        if width.wide != outer.wide {
            let message = "unindent does not match any outer indentation level";
            return Err(self.layout_error(SyntaxErrorKind::Indentation, message, at));
        }
        for _ in 0..closed {
            self.push(TokenKind::Dedent, at, at);
        }
        if width.narrow != outer.narrow {
            return Err(self.tab_error(line));
        }
        Ok(())
    }

    fn tab_error(&self, line: usize) -> Box<SyntaxError> {
        let message = "inconsistent use of tabs and spaces in indentation".to_owned();
        Box::new(SyntaxError { kind: SyntaxErrorKind::Tab, message, span: Span::new(line, line) })
    }

    /// CPython has read the whole line when it complains about its indentation, and points behind it.
    fn layout_error(&self, kind: SyntaxErrorKind, message: &str, at: usize) -> Box<SyntaxError> {
        let rest = &self.text.as_bytes()[at..];
        let end = at + rest.iter().position(|&b| b == b'\n' || b == b'\r').unwrap_or(rest.len());
        Box::new(SyntaxError { kind, message: message.to_owned(), span: Span::new(end, end) })
    }

    /// Close the last line and every open block.
    pub(crate) fn end_of_text(&mut self) {
        use TokenKind as T;
        let end = self.text.len();
        let last = self.tokens.last().map_or(T::Newline, |t| t.kind);
        if !matches!(last, T::Newline | T::Dedent | T::StartModule | T::StartExpression) {
            self.push(T::Newline, end, end);
        }
        while self.indents.open.pop().is_some() {
            self.push(T::Dedent, end, end);
        }
        self.push(T::End, end, end);
    }
}
