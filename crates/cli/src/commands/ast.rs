//! `gilscope ast`: the syntax tree.

use super::text;
use crate::args::AstArgs;

/// Prints the tree.
pub(crate) fn run(args: &AstArgs) -> i32 {
    text::show(&args.form, |loaded| {
        let module = gilscope_syntax::parse(&loaded.text)?;
        Ok(match args.places {
            true => gilscope_syntax::dump_with_places(&module, &loaded.text),
            false => gilscope_syntax::dump(&module),
        })
    })
}
