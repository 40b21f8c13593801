//! `gilscope symbols`: the scope of each name.

use super::text;
use crate::args::FormArgs;

/// Prints the symbol table.
pub(crate) fn run(args: &FormArgs) -> i32 {
    text::show(args, |loaded| {
        let module = gilscope_syntax::parse(&loaded.text)?;
        gilscope_compiler::print_symbols(&module, &loaded.text)
    })
}
