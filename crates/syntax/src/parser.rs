//! The only file that names the parser generator: tokens in, tree out, and its errors turned into ours.
#![allow(clippy::all, clippy::pedantic, unreachable_pub, unused_imports)]

use lalrpop_util::{ParseError, lalrpop_mod};

use crate::builder::{Builder, Parsed};
use crate::token::Token;

lalrpop_mod!(python);

/// Parse `tokens`; on a mistake of grammar, the place of the first token that does not fit.
/// Mistakes that the actions find are left in `builder`.
pub(crate) fn parse_tokens(builder: &mut Builder<'_>, tokens: &[Token]) -> Result<Parsed, usize> {
    let mut read = 0usize;
    let stream = tokens.iter().map(|t| {
        read += 1;
        Ok((t.span.lo, t.kind, t.span.hi))
    });
    match python::TopParser::new().parse(builder, stream) {
        Ok(parsed) => Ok(parsed),
        Err(ParseError::UnrecognizedEof { .. }) => Err(tokens.len()),
        Err(_) => Err(read.saturating_sub(1)),
    }
}
