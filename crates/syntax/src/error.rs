//! Why a text is not a program.

use gilscope_source::Span;

/// A `SyntaxError`, `IndentationError` or `TabError` with CPython 3.13's message and place.
#[derive(Debug, Clone, PartialEq)]
pub struct SyntaxError {
    pub kind: SyntaxErrorKind,
    /// The text after `SyntaxError: `.
    pub message: String,
    /// What the carets underline; empty where CPython prints a single caret.
    pub span: Span,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SyntaxErrorKind {
    Syntax,
    Indentation,
    Tab,
}
