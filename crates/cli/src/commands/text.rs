//! The text that `dis`, `tokens`, `ast` and `symbols` look at.

use crate::args::FormArgs;
use crate::output;
use gilscope_engine::{Loaded, Program};
use gilscope_syntax::SyntaxError;
use std::path::Path;

/// Reads the text, makes a form of it and prints that; says with which status to exit.
pub(crate) fn show(args: &FormArgs, form: impl FnOnce(&Loaded) -> Result<String, SyntaxError>) -> i32 {
    let program = if args.file == Path::new("-") { Program::Stdin } else { Program::File(args.file.clone()) };
    let loaded = match gilscope_engine::load(&program) {
        Ok(loaded) => loaded,
        Err(error) => return output::fail_to_load(&error),
    };
    match form(&loaded) {
        Ok(text) => output::print(&text),
        Err(error) => complain(&error, &loaded),
    }
}

/// Prints what is wrong with a program as CPython does.
pub(crate) fn complain(error: &SyntaxError, loaded: &Loaded) -> i32 {
    output::remark(&gilscope_engine::describe(error, &loaded.text, &loaded.filename));
    crate::exit::FAILURE
}
