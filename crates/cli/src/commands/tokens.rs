//! `gilscope tokens`: what the lexer makes of a text.

use super::text;
use crate::args::FormArgs;

/// Prints the tokens, as far as there are any.
pub(crate) fn run(args: &FormArgs) -> i32 {
    text::show(args, |loaded| Ok(gilscope_syntax::dump_tokens(&loaded.text)))
}
