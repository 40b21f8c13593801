//! Nodes for compound statements. Their spans end with the last statement of their last block.

use gilscope_source::Span;

use super::call::CallArguments;
use super::parameter::{Parameters, TypeParameters};
use super::{Body, Builder, Node, Nodes, Statement};
use crate::ast::{ClassDef, ExceptHandler, ExprKind, FunctionDef, StmtKind, WithItem};
use crate::validate;

/// `with` items on the parser's stack.
#[derive(Debug, Default)]
pub(crate) struct WithItems {
    pub(crate) items: Vec<WithItem>,
    pub(crate) depth: u32,
    /// Does the first item stand in parentheses?
    in_parens: bool,
}

/// The `except` clauses of a `try`.
#[derive(Debug, Default)]
pub(crate) struct Handlers {
    pub(crate) items: Vec<ExceptHandler>,
    pub(crate) depth: u32,
    pub(crate) star: bool,
}

/// What comes before the body of an `except` clause.
#[derive(Debug)]
pub(crate) struct HandlerHead {
    /// Of `except` or `except*`.
    pub(crate) keyword: Span,
    pub(crate) star: bool,
    pub(crate) typ: Option<Node>,
    pub(crate) name: Option<Span>,
}

impl WithItems {
    /// `with (a, b):` reads as a tuple but means two items.
    fn separated(mut self) -> Vec<WithItem> {
        let lone_tuple = match self.items.as_slice() {
            [WithItem { context, target: None }] if self.in_parens => match &context.kind {
                ExprKind::Tuple(items) => !items.is_empty() && items.iter().all(|i| is_plain(&i.kind)),
                _ => false,
            },
            _ => false,
        };
        if lone_tuple
            && let Some(WithItem { context, .. }) = self.items.pop()
            && let ExprKind::Tuple(items) = context.kind
        {
            self.items = items.into_iter().map(|context| WithItem { context, target: None }).collect();
        }
        self.items
    }
}

fn is_plain(kind: &ExprKind) -> bool {
    !matches!(kind, ExprKind::Starred(_) | ExprKind::NamedExpr { .. })
}

impl Body {
    fn end(&self) -> Option<u32> {
        self.stmts.last().map(|s| s.span.hi)
    }
}

/// Where a statement ends that consists of these blocks.
fn end_of(blocks: &[&Body], l: u32) -> u32 {
    blocks.iter().rev().find_map(|b| b.end()).unwrap_or(l)
}

impl Builder<'_> {
    /// `if` and `elif`; an `elif` is the only statement of its parent's `orelse`.
    pub(crate) fn if_statement(&mut self, l: u32, test: Node, body: Body, orelse: Body) -> Statement {
        let depth = test.depth.max(body.depth).max(orelse.depth);
        let r = end_of(&[&body, &orelse], l);
        self.stmt(l, r, StmtKind::If { test: *test.expr, body: body.stmts, orelse: orelse.stmts }, depth)
    }

    pub(crate) fn while_statement(&mut self, l: u32, test: Node, body: Body, orelse: Body) -> Statement {
        let depth = test.depth.max(body.depth).max(orelse.depth);
        let r = end_of(&[&body, &orelse], l);
        self.stmt(l, r, StmtKind::While { test: *test.expr, body: body.stmts, orelse: orelse.stmts }, depth)
    }

    pub(crate) fn for_statement(&mut self, l: u32, target: Node, iter: Node, body: Body, orelse: Body) -> Statement {
        validate::for_target(self, &target);
        let depth = target.depth.max(iter.depth).max(body.depth).max(orelse.depth);
        let r = end_of(&[&body, &orelse], l);
        let (target, iter) = (*target.expr, *iter.expr);
        self.stmt(l, r, StmtKind::For { target, iter, body: body.stmts, orelse: orelse.stmts }, depth)
    }

    pub(crate) fn with_item(&mut self, mut so_far: WithItems, context: Node, target: Option<Node>) -> WithItems {
        if let Some(target) = &target {
            validate::with_target(self, target);
        }
        so_far.in_parens |= so_far.items.is_empty() && context.in_parens;
        so_far.depth = so_far.depth.max(context.depth).max(target.as_ref().map_or(0, |t| t.depth));
        so_far.items.push(WithItem { context: *context.expr, target: target.map(|t| *t.expr) });
        so_far
    }

    pub(crate) fn with_statement(&mut self, l: u32, items: WithItems, body: Body) -> Statement {
        let depth = items.depth.max(body.depth);
        let items = items.separated();
        let r = end_of(&[&body], l);
        self.stmt(l, r, StmtKind::With { items, body: body.stmts }, depth)
    }

    pub(crate) fn handler_head(
        &mut self,
        l: u32,
        r: u32,
        star: bool,
        typ: Option<Node>,
        name: Option<Span>,
    ) -> Box<HandlerHead> {
        Box::new(HandlerHead { keyword: Span { lo: l, hi: r }, star, typ, name })
    }

    pub(crate) fn handler(&mut self, mut so_far: Handlers, l: u32, head: Box<HandlerHead>, body: Body) -> Handlers {
        let HandlerHead { keyword, star, typ, name } = *head;
        let r = end_of(&[&body], l);
        let span = Span { lo: l, hi: r };
        if !so_far.items.is_empty() && so_far.star != star {
            self.fail_for_certain(keyword, "cannot have both 'except' and 'except*' on the same 'try'");
        }
        if let Some(last) = so_far.items.last().filter(|h| h.typ.is_none()) {
            self.fail_late(last.span, "default 'except:' must be last");
        }
        let name = name.map(|n| self.identifier(n));
        so_far.star = star;
        so_far.depth = so_far.depth.max(body.depth).max(typ.as_ref().map_or(0, |t| t.depth));
        so_far.items.push(ExceptHandler { span, typ: typ.map(|t| *t.expr), name, body: body.stmts });
        so_far
    }

    pub(crate) fn try_statement(
        &mut self,
        l: u32,
        body: Body,
        handlers: Handlers,
        orelse: Body,
        finalbody: Body,
    ) -> Statement {
        let depth = body.depth.max(handlers.depth).max(orelse.depth).max(finalbody.depth);
        let last_handler = handlers.items.last().map(|h| h.span.hi);
        let r = finalbody.end().or(orelse.end()).or(last_handler).or(body.end()).unwrap_or(l);
        let kind = StmtKind::Try {
            body: body.stmts,
            handlers: handlers.items,
            orelse: orelse.stmts,
            finalbody: finalbody.stmts,
            star: handlers.star,
        };
        self.stmt(l, r, kind, depth)
    }

    pub(crate) fn function(
        &mut self,
        l: u32,
        name: Span,
        type_params: Option<Box<TypeParameters>>,
        parameters: Box<Parameters>,
        returns: Option<Node>,
        body: Body,
    ) -> Statement {
        let type_params = type_params.unwrap_or_default();
        let depth = body.depth.max(parameters.depth).max(type_params.depth);
        let depth = depth.max(returns.as_ref().map_or(0, |n| n.depth));
        let r = end_of(&[&body], l);
        let def = FunctionDef {
            name: self.identifier(name),
            type_params: type_params.items,
            args: parameters.arguments,
            body: body.stmts,
            decorators: Vec::new(),
            returns: returns.map(|n| *n.expr),
        };
        self.stmt(l, r, StmtKind::FunctionDef(Box::new(def)), depth)
    }

    pub(crate) fn class(
        &mut self,
        l: u32,
        name: Span,
        type_params: Option<Box<TypeParameters>>,
        arguments: Option<Box<CallArguments>>,
        body: Body,
    ) -> Statement {
        let (type_params, arguments) = (type_params.unwrap_or_default(), arguments.unwrap_or_default());
        let depth = body.depth.max(arguments.depth).max(type_params.depth);
        let r = end_of(&[&body], l);
        let def = ClassDef {
            name: self.identifier(name),
            type_params: type_params.items,
            bases: arguments.args,
            keywords: arguments.keywords,
            body: body.stmts,
            decorators: Vec::new(),
        };
        self.stmt(l, r, StmtKind::ClassDef(Box::new(def)), depth)
    }

    pub(crate) fn decorated(&mut self, decorators: Nodes, mut definition: Statement) -> Statement {
        match &mut definition.stmt.kind {
            StmtKind::FunctionDef(def) => def.decorators = decorators.items,
            StmtKind::ClassDef(def) => def.decorators = decorators.items,
            _ => {}
        }
        definition.depth = definition.depth.max(decorators.depth + 1);
        definition
    }
}
