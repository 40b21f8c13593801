//! Print what is wrong with each snippet of a file (separated by `%%` lines): a developer's tool.
#![allow(clippy::print_stdout)]

fn main() {
    let path = std::env::args().nth(1).unwrap_or_default();
    let text = std::fs::read_to_string(path).unwrap_or_default();
    for snippet in text.split("\n%%\n") {
        let options = gilscope_compiler::Options { filename: "t".into(), hidden: false };
        let result = gilscope_syntax::parse(snippet).and_then(|m| gilscope_compiler::compile(&m, snippet, &options));
        match result {
            Ok(_) => println!("ok"),
            Err(e) => {
                let lines = gilscope_source::LineIndex::new(snippet);
                let (a, b) = (lines.position(e.span.lo), lines.position(e.span.hi));
                println!("{} | {} {} {} {}", e.message, a.line, a.column + 1, b.line, b.column + 1);
            }
        }
    }
}
