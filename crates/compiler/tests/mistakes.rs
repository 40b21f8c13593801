//! Every text of `mistakes.txt` gives the message and place that CPython 3.13 gives when it compiles it.
//!
//! A case is a line `=== line:column[-line:column] SyntaxError: message` (or `=== fine`) and the text below it.
//! Columns count from 1; a range of one character is written as its start.

use gilscope_compiler::{Options, compile};
use gilscope_source::LineIndex;

fn outcome(text: &str) -> String {
    let options = Options { filename: "mistake.py".into(), hidden: false };
    let error = match gilscope_syntax::parse(text).and_then(|m| compile(&m, text, &options)) {
        Ok(_) => return "fine".to_owned(),
        Err(error) => error,
    };
    let index = LineIndex::new(text);
    let (from, to) = (index.position(error.span.lo), index.position(error.span.hi));
    let narrow = to <= from || (from.line == to.line && to.column == from.column + 1);
    let end = if narrow { String::new() } else { format!("-{}:{}", to.line, to.column + 1) };
    format!("{}:{}{end} SyntaxError: {}", from.line, from.column + 1, error.message)
}

#[test]
fn mistakes_read_as_in_cpython() {
    let cases = include_str!("mistakes.txt").split("=== ").skip(1).filter_map(|case| case.split_once('\n'));
    let mut wrong = String::new();
    for (expected, text) in cases {
        let got = outcome(text);
        if got != expected {
            wrong.push_str(&format!("{text}  expected {expected}\n  got      {got}\n"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
