//! `gilscope dis`: the bytecode.

use super::text;
use crate::args::FormArgs;
use gilscope_compiler::Options;

/// Prints the instructions of the module, and of the functions and classes in it.
pub(crate) fn run(args: &FormArgs) -> i32 {
    text::show(args, |loaded| {
        let module = gilscope_syntax::parse(&loaded.text)?;
        let options = Options { filename: loaded.filename.as_str().into(), hidden: false };
        let code = gilscope_compiler::compile(&module, &loaded.text, &options)?;
        Ok(gilscope_bytecode::disassemble(&code))
    })
}
