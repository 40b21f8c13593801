//! Why a text is not a program.

use gilscope_source::Span;

/// A `SyntaxError`, `IndentationError` or `TabError` with CPython 3.13's message and place.
#[derive(Debug, Clone, PartialEq)]
pub struct SyntaxError {
    pub kind: SyntaxErrorKind,
    /// The text after `SyntaxError: `.
    pub message: String,
    /// What the carets underline; empty where CPython prints a single caret.
    /// `hi < lo` where CPython prints none: see [`SyntaxError::has_caret`] and [`SyntaxError::has_place`].
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

    /// Does CPython name a file and line at all? It does not where the file's encoding is the problem.
    pub fn has_place(&self) -> bool {
        self.span != SyntaxError::NOWHERE
    }

    /// The span of an error without a place.
    pub(crate) const NOWHERE: Span = Span { lo: u32::MAX, hi: 0 };

    pub(crate) fn boxed(message: impl Into<String>, span: Span) -> Box<SyntaxError> {
        Box::new(SyntaxError { kind: SyntaxErrorKind::Syntax, message: message.into(), span })
    }

    /// Column 0 of the line that begins at byte `at`.
    pub(crate) fn before(at: usize) -> Span {
        let lo = (at as u32).max(1);
        Span { lo, hi: lo - 1 }
    }
}
