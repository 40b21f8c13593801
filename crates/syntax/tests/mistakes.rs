//! Every text of `mistakes.txt` gives the message and place that CPython 3.13 gives.
//!
//! A case is a line `=== line:column[-line:column] Kind: message` (or `=== fine`) and the text below it. Columns
//! count characters from 1; a range of one character is written as its start, as the caret looks the same.

use gilscope_source::LineIndex;
use gilscope_syntax::{SyntaxError, SyntaxErrorKind, parse};

struct Case<'a> {
    expected: &'a str,
    text: String,
}

fn cases(table: &str) -> Vec<Case<'_>> {
    let mut cases: Vec<Case<'_>> = Vec::new();
    for line in table.split_inclusive('\n') {
        if let Some(expected) = line.strip_prefix("=== ") {
            cases.push(Case { expected: expected.trim_end_matches('\n'), text: String::new() });
        } else if let Some(case) = cases.last_mut() {
            case.text.push_str(line);
        }
    }
    cases
}

fn describe(error: &SyntaxError, text: &str) -> String {
    let index = LineIndex::new(text);
    let place = |offset: u32| {
        let at = index.position(offset);
        let before = &text[(offset - at.column) as usize..offset as usize];
        (at.line, before.chars().count() + 1)
    };
    let (from, to) = (place(error.span.lo), place(error.span.hi));
    let kind = match error.kind {
        SyntaxErrorKind::Syntax => "SyntaxError",
        SyntaxErrorKind::Indentation => "IndentationError",
        SyntaxErrorKind::Tab => "TabError",
    };
    if !error.has_caret() {
        return format!("{}:0 {kind}: {}", from.0, error.message);
    }
    let narrow = to <= from || (from.0 == to.0 && to.1 == from.1 + 1);
    let end = if narrow { String::new() } else { format!("-{}:{}", to.0, to.1) };
    format!("{}:{}{end} {kind}: {}", from.0, from.1, error.message)
}

#[test]
fn mistakes_read_as_in_cpython() {
    let table = include_str!("mistakes.txt");
    let mut wrong = Vec::new();
    for Case { expected, text } in cases(table) {
        let got = match parse(&text) {
            Ok(_) => "fine".to_owned(),
            Err(error) => describe(&error, &text),
        };
        if got != expected {
            wrong.push(format!("{text}  expected {expected}\n  got      {got}\n"));
        }
    }
    assert!(wrong.is_empty(), "{} cases differ:\n{}", wrong.len(), wrong.join("\n"));
}
