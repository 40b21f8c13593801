//! Compile-time `SyntaxError`s.

use gilscope_source::Span;
use gilscope_syntax::{SyntaxError, SyntaxErrorKind};

pub(crate) type Result<T> = std::result::Result<T, SyntaxError>;

/// A plain `SyntaxError` at `span`.
pub(crate) fn error(span: Span, message: impl Into<String>) -> SyntaxError {
    SyntaxError { kind: SyntaxErrorKind::Syntax, message: message.into(), span }
}

/// An early return with a plain `SyntaxError`.
pub(crate) fn fail<T>(span: Span, message: impl Into<String>) -> Result<T> {
    Err(error(span, message))
}
