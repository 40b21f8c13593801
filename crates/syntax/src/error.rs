//! Why a text is not a program.

use gilscope_source::Span;

/// A `SyntaxError`, `IndentationError` or `TabError` with CPython 3.13's message and place.
#[derive(Debug, Clone, PartialEq)]
pub struct SyntaxError {
    pub kind: SyntaxErrorKind,
    /// The text after `SyntaxError: `.
    pub message: String,
    /// What the carets underline; empty where CPython prints a single caret.
    /// `hi < lo` where CPython reports column 0 of the line of `lo`: see [`SyntaxError::has_caret`].
    pub span: Span,
}

/// Which of the three exception classes it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SyntaxErrorKind {
    Syntax,
    Indentation,
    Tab,
}

impl SyntaxError {
    /// Does CPython print carets under the line? It does not where its column is 0.
    pub fn has_caret(&self) -> bool {
        self.span.lo <= self.span.hi
    }

    pub(crate) fn boxed(message: impl Into<String>, span: Span) -> Box<SyntaxError> {
        Box::new(SyntaxError { kind: SyntaxErrorKind::Syntax, message: message.into(), span })
    }

    /// Column 0 of the line that begins at byte `at`, which is not the first of the text.
    pub(crate) fn before(at: usize) -> Span {
        Span { lo: at as u32, hi: (at as u32).saturating_sub(1) }
    }
}
