//! Text forms of tokens and trees, for `gilscope tokens`, `gilscope ast` and the golden tests.
//!
//! A tree prints as `ast.dump(tree, indent=2)` does in CPython 3.13, so that the two can be compared.

mod repr;
mod tree;

use std::fmt::Write as _;

use gilscope_source::LineIndex;

use crate::ast::Module;
use crate::error::SyntaxError;
use crate::token::{Token, TokenKind};
use tree::{Tree, Trees};

/// The tree of a module.
pub fn dump(module: &Module) -> String {
    finish(Trees { index: None }.module(module))
}

/// The tree of a module with `lineno`, `col_offset`, `end_lineno` and `end_col_offset` of each node.
pub fn dump_with_places(module: &Module, text: &str) -> String {
    let index = LineIndex::new(text);
    finish(Trees { index: Some(&index) }.module(module))
}

fn finish(tree: Tree) -> String {
    let mut out = String::new();
    write_tree(&mut out, &tree, 0);
    out.push('\n');
    out
}

fn write_tree(out: &mut String, tree: &Tree, level: usize) {
    match tree {
        Tree::Leaf(text) => out.push_str(text),
        Tree::List(items) if items.is_empty() => out.push_str("[]"),
        Tree::List(items) => {
            out.push('[');
            for (i, item) in items.iter().enumerate() {
                write_break(out, i, level + 1);
                write_tree(out, item, level + 1);
            }
            out.push(']');
        }
        Tree::Node(name, fields) => {
            let one_line = fields.len() <= 3 && fields.iter().all(|(_, t)| is_simple(t));
            let _ = write!(out, "{name}(");
            for (i, (field, value)) in fields.iter().enumerate() {
                match (one_line, i) {
                    (true, 0) => {}
                    (true, _) => out.push_str(", "),
                    (false, _) => write_break(out, i, level + 1),
                }
                let _ = write!(out, "{field}=");
                write_tree(out, value, level + 1);
            }
            out.push(')');
        }
    }
}

fn write_break(out: &mut String, index: usize, level: usize) {
    out.push_str(if index > 0 { ",\n" } else { "\n" });
    for _ in 0..level {
        out.push_str("  ");
    }
}

fn is_simple(tree: &Tree) -> bool {
    match tree {
        Tree::Leaf(_) => true,
        Tree::List(items) => items.is_empty(),
        Tree::Node(_, fields) => fields.is_empty(),
    }
}

/// One line for each token, `line,column-line,column: KIND 'text'`, as `python -m tokenize` prints them; an error
/// that ended the text comes last.
pub fn dump_tokens(text: &str) -> String {
    let (tokens, error) = crate::tokens(text);
    let index = LineIndex::new(text);
    let mut out = String::new();
    for token in &tokens {
        write_token(&mut out, token, text, &index);
    }
    if let Some(SyntaxError { message, span, .. }) = error {
        let at = index.position(span.lo);
        let _ = writeln!(out, "{},{}: error: {message}", at.line, at.column);
    }
    out
}

fn write_token(out: &mut String, token: &Token, text: &str, index: &LineIndex) {
    let (from, to) = (index.position(token.span.lo), index.position(token.span.hi));
    let place = format!("{},{}-{},{}:", from.line, from.column, to.line, to.column);
    let mut shown = repr::string(&text[token.span.range()]);
    if token.kind == TokenKind::Newline {
        shown.clear();
    }
    let _ = writeln!(out, "{place:<20}{:<16}{shown}", kind_name(token.kind));
}

fn kind_name(kind: TokenKind) -> &'static str {
    use TokenKind as T;
    match kind {
        T::Int | T::Float | T::Imaginary => "NUMBER",
        T::String => "STRING",
        T::FStringStart => "FSTRING_START",
        T::FStringMiddle => "FSTRING_MIDDLE",
        T::FStringEnd => "FSTRING_END",
        T::Newline => "NEWLINE",
        T::Indent => "INDENT",
        T::Dedent => "DEDENT",
        T::End => "ENDMARKER",
        T::Name | T::Type => "NAME",
        kind if kind.is_keyword() => "KEYWORD",
        _ => "OP",
    }
}
