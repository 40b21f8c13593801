//! Print the disassembly of files, or with `--listing` their instructions and places: a developer's tool for
//! comparisons with CPython (`tests/listing.py` prints the same of CPython's).
#![allow(clippy::print_stdout)]

#[path = "../tests/listing/mod.rs"]
mod listing;

/// What callers of the compiler give it.
const STACK_SIZE: usize = 16 << 20;

fn main() {
    let (options, paths): (Vec<String>, Vec<String>) = std::env::args().skip(1).partition(|a| a.starts_with("--"));
    let places = options.iter().any(|o| o == "--listing");
    for path in paths {
        let run = move || print(&path, places);
        let _ = std::thread::Builder::new().stack_size(STACK_SIZE).spawn(run).map(std::thread::JoinHandle::join);
    }
}

fn print(path: &str, places: bool) {
    let Ok(bytes) = std::fs::read(path) else { return };
    let text = String::from_utf8_lossy(&bytes);
    let options = gilscope_compiler::Options { filename: path.into(), hidden: false };
    match gilscope_syntax::parse(&text).and_then(|m| gilscope_compiler::compile(&m, &text, &options)) {
        Ok(code) if places => print!("{}", listing::listing(&code)),
        Ok(code) => print!("{}", gilscope_bytecode::disassemble(&code)),
        Err(e) => println!("{e:?}"),
    }
}
