//! Text → tokens → layout → AST.
//!
//! `parse` and `parse_expression` are the whole of it for most callers; `lexer` and `layout` make the tokens, the
//! grammar in `grammar/python.lalrpop` and the helpers of `builder` make the tree.
#![forbid(unsafe_code)]

pub mod ast;
mod builder;
mod decode;
mod diagnose;
mod error;
mod fstring;
mod layout;
mod lexer;
mod literal;
mod mistake;
mod parser;
mod print;
mod token;
mod validate;
mod warning;

pub use decode::decode;
pub use error::{SyntaxError, SyntaxErrorKind};
pub use print::{dump, dump_tokens, dump_with_places};
pub use token::{Token, TokenKind};
pub use warning::{SyntaxWarning, warnings};

use builder::{Builder, Known, Parsed};
use gilscope_source::Span;
use lexer::Lexed;

/// Parse a module.
pub fn parse(text: &str) -> Result<ast::Module, SyntaxError> {
    match parse_from(text, TokenKind::StartModule)? {
        Parsed::Module(body) => Ok(ast::Module { body: body.stmts, depth: body.depth }),
        Parsed::Expression(_) => Err(internal()),
    }
}

/// Parse one expression, as `eval` does: leading blanks are skipped.
pub fn parse_expression(text: &str) -> Result<ast::Expression, SyntaxError> {
    match parse_from(text, TokenKind::StartExpression)? {
        Parsed::Expression(node) => Ok(ast::Expression { body: *node.expr, depth: node.depth }),
        Parsed::Module(_) => Err(internal()),
    }
}

/// The tokens of a text, as far as it can be read.
pub fn tokens(text: &str) -> (Vec<Token>, Option<SyntaxError>) {
    let lexed = lexer::lex(text, TokenKind::StartModule);
    (lexed.tokens.into_iter().skip(1).collect(), lexed.error)
}

fn internal() -> SyntaxError {
    *SyntaxError::boxed("invalid syntax", Span::default())
}

fn parse_from(text: &str, start: TokenKind) -> Result<Parsed, SyntaxError> {
    if u32::try_from(text.len()).is_err() {
        return Err(*SyntaxError::boxed("source text is too long", Span::default()));
    }
    if let Some(at) = text.find('\0') {
        return Err(*mistake::null_byte(text, at));
    }
    let lexed = lexer::lex(text, start);
    let mut builder = Builder::new(text);
    let parsed = parser::parse_tokens(&mut builder, &lexed.tokens);
    match (parsed, builder.error, builder.late_error) {
        (Ok(parsed), None, None) => Ok(parsed),
        (Ok(_), None, Some(late)) => Err(*late),
        (Ok(_), Some(known), _) => Err(known_mistake(text, &lexed, None, known)),
        (Err(failed), Some(known), _) => Err(known_mistake(text, &lexed, Some(failed), known)),
        (Err(failed), None, _) => Err(diagnose::diagnose(text, &lexed, failed, None)),
    }
}

/// An action has found `known`; where the statement it is in also fails to parse, that decides the message.
fn known_mistake(text: &str, lexed: &Lexed, failed: Option<usize>, known: Known) -> SyntaxError {
    if known.certain {
        return diagnose::unless_unreadable(lexed, *known.error);
    }
    let found = lexed.tokens.partition_point(|t| t.span.hi <= known.error.span.lo);
    let same_line = |&at: &usize| {
        (found..lexed.tokens.len()).contains(&at)
            && !lexed.tokens[found..at].iter().any(|t| t.kind == TokenKind::Newline)
    };
    diagnose::diagnose(text, lexed, failed.filter(same_line).unwrap_or(found), Some(known.error))
}
