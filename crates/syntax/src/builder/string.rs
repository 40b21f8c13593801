//! Nodes for string literals: adjacent literals become one, and f-strings their parts.

use gilscope_source::Span;

use super::{Builder, Node};
use crate::ast::{Constant, Conversion, Expr, ExprKind};
use crate::literal::{self, Prefix};

/// One literal of a row of adjacent ones.
#[derive(Debug)]
pub(crate) enum Literal {
    Plain(Span),
    Format { start: Span, parts: Vec<Part> },
}

/// A run of text or a replacement field of an f-string.
#[derive(Debug)]
pub(crate) enum Part {
    Text(Span),
    Field(Box<Replacement>),
}

/// `{value = !conversion :spec}`
#[derive(Debug)]
pub(crate) struct Replacement {
    pub(crate) span: Span,
    pub(crate) value: Node,
    /// The text that `=` shows.
    pub(crate) debug: Option<Span>,
    pub(crate) conversion: Conversion,
    pub(crate) spec: Option<Specification>,
}

/// The text and fields after `:`.
#[derive(Debug)]
pub(crate) struct Specification {
    pub(crate) span: Span,
    pub(crate) parts: Vec<Part>,
}

/// The values of a `JoinedStr` while it is put together.
#[derive(Default)]
struct Joined {
    values: Vec<Expr>,
    /// Text that waits for the next field.
    text: String,
    text_span: Option<Span>,
    depth: u32,
}

impl Joined {
    fn add_text(&mut self, span: Span, text: &str) {
        self.text.push_str(text);
        self.text_span = Some(self.text_span.map_or(span, |s| s.to(span)));
    }

    fn flush(&mut self) {
        let span = self.text_span.take();
        if let Some(span) = span.filter(|_| !self.text.is_empty()) {
            let text = std::mem::take(&mut self.text).into();
            self.values.push(Expr { span, kind: ExprKind::Constant(Constant::Str(text)) });
        }
    }

    fn add_field(&mut self, node: Node) {
        self.flush();
        self.depth = self.depth.max(node.depth);
        self.values.push(*node.expr);
    }
}

impl Builder<'_> {
    /// A literal without neighbours, as most are.
    pub(crate) fn string(&mut self, l: u32, r: u32, literal: Literal) -> Node {
        match literal {
            Literal::Plain(span) if !Prefix::of(self.slice(span.lo, span.hi)).bytes => {
                let text = self.plain_text(span);
                self.constant(l, r, Constant::Str(text.into()))
            }
            _ => self.strings(l, r, vec![literal]),
        }
    }

    pub(crate) fn strings(&mut self, l: u32, r: u32, literals: Vec<Literal>) -> Node {
        let span = Span { lo: l, hi: r };
        let is_bytes = |literal: &Literal| match literal {
            Literal::Plain(s) => Prefix::of(self.slice(s.lo, s.hi)).bytes,
            Literal::Format { .. } => false,
        };
        let bytes = literals.iter().filter(|l| is_bytes(l)).count();
        if bytes == literals.len() {
            return self.bytes(span, &literals);
        }
        if bytes > 0 {
            // CPython points at the token behind.
            let rest = self.text[r as usize..].trim_start_matches(' ');
            let next = (self.text.len() - rest.len()) as u32;
            self.fail_for_certain(Span { lo: next, hi: next }, "cannot mix bytes and nonbytes literals");
            return self.constant(l, r, Constant::None);
        }
        self.joined_literals(span, literals)
    }

    fn bytes(&mut self, span: Span, literals: &[Literal]) -> Node {
        let mut value = Vec::new();
        for literal in literals {
            let Literal::Plain(s) = literal else { continue };
            match literal::bytes(self.slice(s.lo, s.hi)) {
                Ok(mut part) => value.append(&mut part),
                Err(message) => self.fail_for_certain(*s, message),
            }
        }
        self.constant(span.lo, span.hi, Constant::Bytes(value.into()))
    }

    fn plain_text(&mut self, span: Span) -> String {
        literal::string(self.slice(span.lo, span.hi)).unwrap_or_else(|message| {
            self.fail_for_certain(span, message);
            String::new()
        })
    }

    fn joined_literals(&mut self, span: Span, literals: Vec<Literal>) -> Node {
        let formatted = literals.iter().any(|l| matches!(l, Literal::Format { .. }));
        let mut joined = Joined::default();
        for literal in literals {
            match literal {
                Literal::Plain(s) => {
                    let text = self.plain_text(s);
                    joined.add_text(s, &text);
                }
                Literal::Format { start, parts } => {
                    let raw = Prefix::of(self.slice(start.lo, start.hi)).raw;
                    self.join_parts(&mut joined, parts, raw, false);
                }
            }
        }
        if !formatted {
            return self.constant(span.lo, span.hi, Constant::Str(joined.text.into()));
        }
        self.finish_joined(span, joined)
    }

    fn finish_joined(&mut self, span: Span, mut joined: Joined) -> Node {
        joined.flush();
        self.node(span.lo, span.hi, ExprKind::JoinedStr(joined.values), joined.depth)
    }

    fn join_parts(&mut self, joined: &mut Joined, parts: Vec<Part>, raw: bool, in_spec: bool) {
        for part in parts {
            match part {
                Part::Text(span) => match literal::fstring_text(self.slice(span.lo, span.hi), raw, in_spec) {
                    Ok(text) => joined.add_text(span, &text),
                    Err(message) => self.fail_for_certain(span, message),
                },
                Part::Field(field) => {
                    if let Some(debug) = field.debug {
                        joined.add_text(debug, self.slice(debug.lo, debug.hi));
                    }
                    let node = self.formatted_value(*field, raw);
                    joined.add_field(node);
                }
            }
        }
    }

    fn formatted_value(&mut self, field: Replacement, raw: bool) -> Node {
        let mut depth = field.value.depth;
        let format_spec = field.spec.map(|spec| {
            let mut joined = Joined::default();
            self.join_parts(&mut joined, spec.parts, raw, true);
            let node = self.finish_joined(spec.span, joined);
            depth = depth.max(node.depth);
            node.expr
        });
        let shown = field.debug.is_some() && format_spec.is_none() && field.conversion == Conversion::None;
        let conversion = if shown { Conversion::Repr } else { field.conversion };
        let kind = ExprKind::FormattedValue { value: field.value.expr, conversion, format_spec };
        self.node(field.span.lo, field.span.hi, kind, depth)
    }

    pub(crate) fn replacement(
        &mut self,
        span: Span,
        inside: u32,
        value: Node,
        debug_end: Option<u32>,
        conversion: Option<Conversion>,
        spec: Option<Specification>,
    ) -> Part {
        let debug = debug_end.map(|end| {
            // The blanks after the equal sign are shown too.
            let rest = self.slice(end, span.hi);
            let blanks = rest.len() - rest.trim_start().len();
            Span { lo: inside, hi: end + blanks as u32 }
        });
        let conversion = conversion.unwrap_or(Conversion::None);
        Part::Field(Box::new(Replacement { span, value, debug, conversion, spec }))
    }

    pub(crate) fn specification(&mut self, l: u32, r: u32, parts: Vec<Part>) -> Specification {
        Specification { span: Span { lo: l, hi: r }, parts }
    }

    /// The letter after `!`, which stood at `bang`.
    pub(crate) fn conversion(&mut self, bang: u32, letter: Span) -> Conversion {
        let name = self.slice(letter.lo, letter.hi);
        if bang + 1 != letter.lo {
            self.fail_for_certain(
                Span { lo: bang, hi: letter.hi },
                "f-string: conversion type must come right after the exclamanation mark",
            );
        }
        match name {
            "s" => Conversion::Str,
            "r" => Conversion::Repr,
            "a" => Conversion::Ascii,
            _ => {
                let message = format!("f-string: invalid conversion character '{name}': expected 's', 'r', or 'a'");
                self.fail_for_certain(letter, message);
                Conversion::None
            }
        }
    }
}
