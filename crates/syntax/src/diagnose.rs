//! Why a statement does not parse: CPython's second pass.
//!
//! The grammar only knows the first token that does not fit. CPython then parses the text once more with rules for
//! common mistakes, tried in a fixed order; the first that applies gives the message. The same is done here for the
//! one logical line that failed, by recursive descent over its tokens. Nothing is built but extents and shapes,
//! and nothing here decides whether a text is valid.

mod call;
mod compound;
mod display;
mod expression;
mod fields;
mod parameter;
mod simple;

use std::collections::HashMap;
use std::rc::Rc;

use gilscope_source::Span;

use crate::error::{SyntaxError, SyntaxErrorKind};
use crate::lexer::Lexed;
use crate::mistake;
use crate::token::{Token, TokenKind};

/// Nesting beyond which no better message than the generic one is looked for.
const MAX_DEPTH: u32 = 2000;

/// An expression found in the tokens.
#[derive(Debug, Clone)]
struct Found {
    /// Without parentheses around it.
    span: Span,
    /// Index of the token after it.
    end: usize,
    shape: Shape,
}

/// As much of an expression's kind as the messages need.
#[derive(Debug, Clone)]
enum Shape {
    Name,
    Attribute,
    Subscript,
    Starred(Rc<Found>),
    List(Rc<[Found]>),
    Tuple(Rc<[Found]>),
    /// Its left side, where the operator is `in`.
    Comparison(Option<Rc<Found>>),
    /// Anything else, by CPython's name for it.
    Other(&'static str),
}

impl Found {
    /// What CPython calls it.
    fn name(&self) -> &'static str {
        match self.shape {
            Shape::Name => "name",
            Shape::Attribute => "attribute",
            Shape::Subscript => "subscript",
            Shape::Starred(_) => "starred",
            Shape::List(_) => "list",
            Shape::Tuple(_) => "tuple",
            Shape::Comparison(_) => "comparison",
            Shape::Other(name) => name,
        }
    }
}

/// What a target is for.
#[derive(Clone, Copy, PartialEq)]
enum Purpose {
    Assign,
    Delete,
    Iterate,
}

/// The first part of `target` that cannot be one.
fn invalid_target(target: &Found, purpose: Purpose) -> Option<&Found> {
    match &target.shape {
        Shape::Name | Shape::Attribute | Shape::Subscript => None,
        Shape::List(items) | Shape::Tuple(items) => items.iter().find_map(|i| invalid_target(i, purpose)),
        Shape::Starred(inner) if purpose != Purpose::Delete => invalid_target(inner, purpose),
        Shape::Comparison(left) if purpose == Purpose::Iterate => {
            left.as_ref().and_then(|l| invalid_target(l, purpose))
        }
        _ => Some(target),
    }
}

/// Why the search ends.
enum Stop {
    /// With this message.
    Raise(Box<SyntaxError>),
    /// The text is too deeply nested to go on.
    GiveUp,
}

/// A rule's answer: what it found, nothing, or the end of the search.
type Match<T = Found> = Result<Option<T>, Stop>;

/// A rule that is remembered by position.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Rule {
    Expression,
    Disjunction,
    Named,
    Primary,
}

struct Diagnosis<'a> {
    text: &'a str,
    tokens: &'a [Token],
    lexed: &'a Lexed,
    /// Number of brackets open after each token.
    levels: Vec<u16>,
    /// Are the rules for mistakes tried?
    mistakes: bool,
    /// The first pass never tries them.
    second_pass: bool,
    memo: HashMap<(Rule, usize, bool), Option<Found>>,
    /// Index of the last token that was looked at, in either pass.
    furthest: usize,
    depth: u32,
    /// The token that CPython's first pass stops at, where the grammar here reads on.
    blamed: Option<usize>,
}

/// The error of a text whose token `failed` does not fit, or whose actions found the mistake `known` there.
pub(crate) fn diagnose(text: &str, lexed: &Lexed, failed: usize, known: Option<Box<SyntaxError>>) -> SyntaxError {
    if failed >= lexed.tokens.len() {
        return end_of_tokens(text, lexed);
    }
    let mut search = Diagnosis {
        text,
        tokens: &lexed.tokens,
        lexed,
        levels: levels(&lexed.tokens),
        mistakes: false,
        second_pass: false,
        memo: HashMap::new(),
        furthest: failed,
        depth: 0,
        blamed: None,
    };
    let found = match search.statement_at(failed) {
        Err(Stop::Raise(error)) => Some(error),
        Err(Stop::GiveUp) | Ok(()) => known,
    };
    if found.is_none() && lexed.tokens[failed].kind == TokenKind::Indent {
        return *search.generic(failed);
    }
    let furthest = search.furthest;
    let error = found.unwrap_or_else(|| search.generic(search.blamed.unwrap_or(failed)));
    later_mistake(text, lexed, furthest).unwrap_or(*error)
}

/// `error`, unless something later in the text cannot be read at all.
pub(crate) fn unless_unreadable(lexed: &Lexed, error: SyntaxError) -> SyntaxError {
    match &lexed.error {
        Some(unreadable) if lexed.takes_precedence(unreadable) => unreadable.clone(),
        _ => error,
    }
}

/// The parser wanted more than there is: the lexer stopped early, or a bracket is open.
fn end_of_tokens(text: &str, lexed: &Lexed) -> SyntaxError {
    if let Some(error) = &lexed.error {
        return error.clone();
    }
    match lexed.open.last() {
        Some(bracket) => *mistake::never_closed(*bracket),
        None => *mistake::unexpected_eof(text.len()),
    }
}

/// CPython reads the rest of the text before it reports: what it cannot even read is reported instead.
fn later_mistake(text: &str, lexed: &Lexed, furthest: usize) -> Option<SyntaxError> {
    if let Some(error) = &lexed.error {
        return lexed.takes_precedence(error).then(|| error.clone());
    }
    let bracket = lexed.open.last()?;
    let here = lexed.tokens.get(furthest).map_or(text.len() as u32, |t| t.span.lo);
    let lines_between = text.as_bytes()[bracket.at as usize..(here as usize).max(bracket.at as usize)]
        .iter()
        .any(|&b| b == b'\n' || b == b'\r');
    lines_between.then(|| *mistake::never_closed(*bracket))
}

fn levels(tokens: &[Token]) -> Vec<u16> {
    use TokenKind as T;
    let mut level = 0u16;
    let next = |t: &Token| {
        match t.kind {
            T::LeftParen | T::WithParen | T::LeftBracket | T::LeftBrace | T::FieldOpen => level += 1,
            T::RightParen | T::RightBracket | T::RightBrace | T::FieldClose => level = level.saturating_sub(1),
            _ => {}
        }
        level
    };
    tokens.iter().map(next).collect()
}

impl Diagnosis<'_> {
    /// The kind of token `at`. Looking behind the last one is what makes CPython report how the text ends.
    fn kind(&mut self, at: usize) -> Result<TokenKind, Stop> {
        self.furthest = self.furthest.max(at);
        match self.tokens.get(at) {
            Some(token) => Ok(token.kind),
            None => Err(Stop::Raise(Box::new(end_of_tokens(self.text, self.lexed)))),
        }
    }

    fn is(&mut self, at: usize, kind: TokenKind) -> Result<bool, Stop> {
        Ok(self.kind(at)? == kind)
    }

    fn is_any(&mut self, at: usize, kinds: &[TokenKind]) -> Result<bool, Stop> {
        let kind = self.kind(at)?;
        Ok(kinds.contains(&kind))
    }

    /// Where token `at` is, as CPython reports it.
    fn place(&self, at: usize) -> Span {
        let Some(token) = self.tokens.get(at) else { return Span::new(self.text.len(), self.text.len()) };
        place_of(self.text, token)
    }

    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |t| &self.text[t.span.range()])
    }

    fn raise<T>(&self, span: Span, message: impl Into<String>) -> Result<T, Stop> {
        Err(Stop::Raise(SyntaxError::boxed(message, span)))
    }

    /// An error at the last token that was looked at.
    fn raise_last<T>(&self, message: impl Into<String>) -> Result<T, Stop> {
        self.raise(self.place(self.furthest), message)
    }

    /// An error from `lo` to where the tokenizer is; CPython's end is one short of it.
    fn raise_from<T>(&self, lo: u32, message: impl Into<String>) -> Result<T, Stop> {
        let hi = self.tokens.get(self.furthest).map_or(lo, |t| t.span.hi);
        self.raise(Span { lo, hi: hi.saturating_sub(1).max(lo) }, message)
    }

    fn raise_indentation<T>(&self, message: String) -> Result<T, Stop> {
        let span = self.place(self.furthest);
        Err(Stop::Raise(Box::new(SyntaxError { kind: SyntaxErrorKind::Indentation, message, span })))
    }

    fn raise_target(&self, target: &Found, purpose: Purpose) -> Result<(), Stop> {
        let Some(bad) = invalid_target(target, purpose) else { return Ok(()) };
        let verb = if purpose == Purpose::Delete { "delete" } else { "assign to" };
        self.raise(bad.span, format!("cannot {verb} {}", bad.name()))
    }

    /// Run `rule` with the rules for mistakes switched off.
    fn quietly<T>(&mut self, rule: impl FnOnce(&mut Self) -> Match<T>) -> Match<T> {
        let before = std::mem::replace(&mut self.mistakes, false);
        let result = rule(self);
        self.mistakes = before;
        result
    }

    fn remembered(&mut self, rule: Rule, at: usize, run: impl FnOnce(&mut Self) -> Match) -> Match {
        // CPython remembers what it found without the rules for mistakes, and does not try them there again.
        let by_mode = matches!(rule, Rule::Named | Rule::Expression);
        let key = (rule, at, by_mode && self.mistakes);
        if let Some(known) = self.memo.get(&key) {
            return Ok(known.clone());
        }
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(Stop::GiveUp);
        }
        let result = run(self);
        self.depth -= 1;
        if let Ok(found) = &result {
            self.memo.insert(key, found.clone());
        }
        result
    }

    /// The error of the first pass.
    fn generic(&self, failed: usize) -> Box<SyntaxError> {
        let span = self.place(failed);
        match self.tokens.get(failed).map(|t| t.kind) {
            Some(TokenKind::Indent) => indentation_error("unexpected indent", span),
            Some(TokenKind::Dedent) => indentation_error("unexpected unindent", span),
            _ => SyntaxError::boxed("invalid syntax", span),
        }
    }
}

fn indentation_error(message: &str, span: Span) -> Box<SyntaxError> {
    Box::new(SyntaxError { kind: SyntaxErrorKind::Indentation, message: message.into(), span })
}

/// Tokens without text are reported at odd places by CPython: an INDENT at its last blank, the end of the text at
/// column 0 of its last line.
fn place_of(text: &str, token: &Token) -> Span {
    let (lo, hi) = (token.span.lo as usize, token.span.hi as usize);
    match token.kind {
        TokenKind::Indent => Span::new(hi.saturating_sub(1), hi.saturating_sub(1)),
        TokenKind::Dedent if lo < text.len() => dedent_place(text, lo),
        TokenKind::Newline => Span::new(lo, hi - text[lo..hi].trim_start_matches(|c| c != '\n' && c != '\r').len()),
        TokenKind::End | TokenKind::Dedent => {
            let body = text.strip_suffix('\n').unwrap_or(text);
            let body = body.strip_suffix('\r').unwrap_or(body);
            SyntaxError::before(body.rfind(['\n', '\r']).map_or(0, |i| i + 1))
        }
        _ => Span::new(lo, hi),
    }
}

/// Like an INDENT; at the start of a line that is column 0, which has no caret.
fn dedent_place(text: &str, at: usize) -> Span {
    if text[..at].ends_with(['\n', '\r', '\x0c']) {
        return SyntaxError::before(at);
    }
    Span::new(at - 1, at - 1)
}
