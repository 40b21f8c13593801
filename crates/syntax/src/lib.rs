//! Text → tokens → layout → AST.
#![forbid(unsafe_code)]

pub mod ast;
mod error;

pub use error::{SyntaxError, SyntaxErrorKind};
