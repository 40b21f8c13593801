//! What the grammar's actions call: small functions that make one tree node each.
//!
//! Nothing here fails by returning: the first mistake is kept and the parse goes on, so that actions stay one call.
//! Nodes know their depth, and a tree deeper than `MAX_DEPTH` is never built: everything that walks the tree
//! (the compiler, the printers, `Drop`) may recurse.

// What the parser keeps on its stack is boxed, to make every move there short.
#![allow(clippy::boxed_local, clippy::vec_box)]

mod call;
mod compound;
mod expression;
mod operation;
mod parameter;
mod statement;
mod string;

pub(crate) use call::{Argument, CallArguments};
pub(crate) use compound::{HandlerHead, Handlers, WithItems};
pub(crate) use expression::Element;
pub(crate) use operation::Operation;
pub(crate) use parameter::{ParameterItem, ParameterKind, Parameters, TypeParameters};
pub(crate) use string::{Literal, Part, Specification};

use std::borrow::Cow;

use gilscope_source::Span;
use unicode_normalization::UnicodeNormalization;

use crate::ast::{Comprehension, Constant, Expr, ExprKind, Identifier, Stmt, StmtKind};
use crate::error::SyntaxError;

/// Levels of nesting in one statement's tree, `a + b + c + …` counting one for each operator.
/// A frame of a recursive walk may take 16 KiB before a 16 MiB stack is at risk.
pub(crate) const MAX_DEPTH: u32 = 1000;

/// An expression on the parser's stack.
#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) expr: Box<Expr>,
    /// Levels of its tree.
    pub(crate) depth: u32,
    /// Does it stand in parentheses of its own?
    pub(crate) in_parens: bool,
}

/// Expressions side by side.
#[derive(Debug, Default)]
pub(crate) struct Nodes {
    pub(crate) items: Vec<Expr>,
    /// Levels of the deepest.
    pub(crate) depth: u32,
}

impl Nodes {
    pub(crate) fn one(node: Node) -> Nodes {
        Nodes { depth: node.depth, items: vec![*node.expr] }
    }

    pub(crate) fn pair(first: Node, second: Node) -> Nodes {
        Nodes::one(first).with(second)
    }

    pub(crate) fn with(mut self, node: Node) -> Nodes {
        self.depth = self.depth.max(node.depth);
        self.items.push(*node.expr);
        self
    }
}

/// Comparison operators and what they compare with.
#[derive(Debug)]
pub(crate) struct Comparisons {
    pub(crate) left: Node,
    pub(crate) ops: Vec<crate::ast::CmpOp>,
    pub(crate) right: Nodes,
}

/// Keys and values of a dict display; a `None` key is `**value`.
#[derive(Debug, Default)]
pub(crate) struct Entries {
    pub(crate) keys: Vec<Option<Expr>>,
    pub(crate) values: Vec<Expr>,
    pub(crate) depth: u32,
}

/// The `for … in … if …` clauses of a comprehension.
#[derive(Debug, Default)]
pub(crate) struct Clauses {
    pub(crate) items: Vec<Comprehension>,
    pub(crate) depth: u32,
}

/// Statements of a block.
#[derive(Debug, Default)]
pub(crate) struct Body {
    pub(crate) stmts: Vec<Stmt>,
    pub(crate) depth: u32,
}

impl Body {
    pub(crate) fn with(mut self, stmt: Statement) -> Body {
        self.depth = self.depth.max(stmt.depth);
        self.stmts.push(*stmt.stmt);
        self
    }
}

/// A statement on the parser's stack.
#[derive(Debug)]
pub(crate) struct Statement {
    pub(crate) stmt: Box<Stmt>,
    pub(crate) depth: u32,
}

/// What a parse yields.
#[derive(Debug)]
pub(crate) enum Parsed {
    Module(Body),
    Expression(Node),
}

/// `items` with one more.
pub(crate) fn pushed<T>(mut items: Vec<T>, item: T) -> Vec<T> {
    items.push(item);
    items
}

/// A mistake that an action has found.
pub(crate) struct Known {
    pub(crate) error: Box<SyntaxError>,
    pub(crate) certain: bool,
}

/// The text, and the first mistake found in it.
pub(crate) struct Builder<'a> {
    pub(crate) text: &'a str,
    pub(crate) error: Option<Known>,
    /// A mistake that CPython finds only when it compiles: any other is reported before it.
    pub(crate) late_error: Option<Box<SyntaxError>>,
    /// Left operands of the operators whose right operand is still being read, innermost last.
    waiting: Vec<operation::Waiting>,
}

impl<'a> Builder<'a> {
    pub(crate) fn new(text: &'a str) -> Builder<'a> {
        Builder { text, error: None, late_error: None, waiting: Vec::new() }
    }

    pub(crate) fn fail(&mut self, span: Span, message: impl Into<String>) {
        if self.error.is_none() {
            self.error = Some(Known { error: SyntaxError::boxed(message, span), certain: false });
        }
    }

    /// A mistake that no rule of `diagnose` would describe otherwise.
    pub(crate) fn fail_for_certain(&mut self, span: Span, message: impl Into<String>) {
        if self.error.is_none() {
            self.error = Some(Known { error: SyntaxError::boxed(message, span), certain: true });
        }
    }

    pub(crate) fn fail_late(&mut self, span: Span, message: impl Into<String>) {
        if self.late_error.is_none() {
            self.late_error = Some(SyntaxError::boxed(message, span));
        }
    }

    /// A node over children of `depth` levels.
    pub(crate) fn node(&mut self, l: u32, r: u32, kind: ExprKind, depth: u32) -> Node {
        let span = Span { lo: l, hi: r };
        let (kind, depth) = self.limited(span, kind, depth, ExprKind::Constant(Constant::None));
        Node { expr: Box::new(Expr { span, kind }), depth, in_parens: false }
    }

    pub(crate) fn stmt(&mut self, l: u32, r: u32, kind: StmtKind, depth: u32) -> Statement {
        let span = Span { lo: l, hi: r };
        let (kind, depth) = self.limited(span, kind, depth, StmtKind::Pass);
        Statement { stmt: Box::new(Stmt { span, kind }), depth }
    }

    fn limited<K>(&mut self, span: Span, kind: K, depth: u32, leaf: K) -> (K, u32) {
        if depth < MAX_DEPTH {
            return (kind, depth + 1);
        }
        self.fail_for_certain(Span { lo: span.lo, hi: span.lo }, "too many nested expressions");
        (leaf, 1)
    }

    pub(crate) fn slice(&self, l: u32, r: u32) -> &'a str {
        &self.text[l as usize..r as usize]
    }

    /// A name as Python compares it: in normal form KC.
    pub(crate) fn name_text(&self, name: Span) -> Cow<'a, str> {
        let name = self.slice(name.lo, name.hi);
        if name.is_ascii() { Cow::Borrowed(name) } else { Cow::Owned(name.nfkc().collect()) }
    }

    pub(crate) fn identifier(&self, name: Span) -> Identifier {
        Identifier { span: name, name: self.name_text(name).into() }
    }
}
