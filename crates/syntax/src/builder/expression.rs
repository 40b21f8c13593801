//! Nodes for expressions.

use gilscope_source::Span;

use super::{Builder, Clauses, Comparisons, Entries, Node, Nodes};
use crate::ast::{BoolOp, CmpOp, Comprehension, Constant, ExprKind, Operator, UnaryOp};
use crate::literal;
use crate::token::TokenKind;
use crate::validate;

/// The parts of a comprehension or generator expression before its clauses.
pub(crate) enum Element {
    List(Node),
    Set(Node),
    Dict(Node, Node),
    Generator(Node),
}

impl Builder<'_> {
    pub(crate) fn name(&mut self, name: Span) -> Node {
        let text = self.name_text(name).into();
        self.node(name.lo, name.hi, ExprKind::Name(text), 0)
    }

    pub(crate) fn constant(&mut self, l: u32, r: u32, value: Constant) -> Node {
        self.node(l, r, ExprKind::Constant(value), 0)
    }

    pub(crate) fn number(&mut self, l: u32, r: u32, kind: TokenKind) -> Node {
        let value = literal::number(kind, self.slice(l, r));
        self.constant(l, r, value)
    }

    pub(crate) fn binary(&mut self, l: u32, r: u32, left: Node, op: Operator, right: Node) -> Node {
        let depth = left.depth.max(right.depth);
        self.node(l, r, ExprKind::BinOp { left: left.expr, op, right: right.expr }, depth)
    }

    pub(crate) fn unary(&mut self, l: u32, r: u32, op: UnaryOp, operand: Node) -> Node {
        let depth = operand.depth;
        self.node(l, r, ExprKind::UnaryOp { op, operand: operand.expr }, depth)
    }

    pub(crate) fn boolean(&mut self, l: u32, r: u32, op: BoolOp, values: Nodes) -> Node {
        self.node(l, r, ExprKind::BoolOp { op, values: values.items }, values.depth)
    }

    pub(crate) fn comparison(&mut self, left: Node, op: CmpOp, right: Node) -> Box<Comparisons> {
        Box::new(Comparisons { left, ops: vec![op], right: Nodes::one(right) })
    }

    pub(crate) fn more_comparison(&mut self, mut so_far: Box<Comparisons>, op: CmpOp, right: Node) -> Box<Comparisons> {
        so_far.ops.push(op);
        so_far.right = std::mem::take(&mut so_far.right).with(right);
        so_far
    }

    pub(crate) fn compare(&mut self, l: u32, r: u32, chain: Box<Comparisons>) -> Node {
        let Comparisons { left, ops, right } = *chain;
        let depth = left.depth.max(right.depth);
        self.node(l, r, ExprKind::Compare { left: left.expr, ops, comparators: right.items }, depth)
    }

    pub(crate) fn conditional(&mut self, l: u32, r: u32, body: Node, test: Node, orelse: Node) -> Node {
        let depth = body.depth.max(test.depth).max(orelse.depth);
        let kind = ExprKind::IfExp { test: test.expr, body: body.expr, orelse: orelse.expr };
        self.node(l, r, kind, depth)
    }

    pub(crate) fn named(&mut self, l: u32, r: u32, target: Span, value: Node) -> Node {
        let depth = value.depth;
        let target = self.name(target);
        self.node(l, r, ExprKind::NamedExpr { target: target.expr, value: value.expr }, depth)
    }

    pub(crate) fn starred(&mut self, l: u32, r: u32, value: Node) -> Node {
        let depth = value.depth;
        self.node(l, r, ExprKind::Starred(value.expr), depth)
    }

    pub(crate) fn yielded(&mut self, l: u32, r: u32, value: Option<Node>) -> Node {
        let depth = value.as_ref().map_or(0, |v| v.depth);
        self.node(l, r, ExprKind::Yield(value.map(|v| v.expr)), depth)
    }

    pub(crate) fn yielded_from(&mut self, l: u32, r: u32, value: Node) -> Node {
        let depth = value.depth;
        self.node(l, r, ExprKind::YieldFrom(value.expr), depth)
    }

    pub(crate) fn attribute(&mut self, l: u32, r: u32, value: Node, attr: Span) -> Node {
        let attr = self.identifier(attr);
        let depth = value.depth;
        self.node(l, r, ExprKind::Attribute { value: value.expr, attr }, depth)
    }

    pub(crate) fn subscript(&mut self, l: u32, r: u32, value: Node, slice: Node) -> Node {
        let depth = value.depth.max(slice.depth);
        self.node(l, r, ExprKind::Subscript { value: value.expr, slice: slice.expr }, depth)
    }

    pub(crate) fn slice_of(
        &mut self,
        l: u32,
        r: u32,
        lower: Option<Node>,
        upper: Option<Node>,
        step: Option<Option<Node>>,
    ) -> Node {
        let step = step.flatten();
        let depth = [&lower, &upper, &step].into_iter().flatten().map(|n| n.depth).max().unwrap_or(0);
        let boxed = |n: Option<Node>| n.map(|n| n.expr);
        self.node(l, r, ExprKind::Slice { lower: boxed(lower), upper: boxed(upper), step: boxed(step) }, depth)
    }

    pub(crate) fn tuple(&mut self, l: u32, r: u32, items: Nodes) -> Node {
        self.node(l, r, ExprKind::Tuple(items.items), items.depth)
    }

    /// A tuple with its own parentheses.
    pub(crate) fn paren_tuple(&mut self, l: u32, r: u32, items: Nodes) -> Node {
        Node { in_parens: true, ..self.tuple(l, r, items) }
    }

    pub(crate) fn list(&mut self, l: u32, r: u32, items: Nodes) -> Node {
        self.node(l, r, ExprKind::List(items.items), items.depth)
    }

    pub(crate) fn set(&mut self, l: u32, r: u32, items: Nodes) -> Node {
        self.node(l, r, ExprKind::Set(items.items), items.depth)
    }

    pub(crate) fn parenthesized(&mut self, inner: Node) -> Node {
        if let ExprKind::Starred(_) = inner.expr.kind {
            self.fail(inner.expr.span, "cannot use starred expression here");
        }
        Node { in_parens: true, ..inner }
    }

    pub(crate) fn entry(&mut self, mut entries: Box<Entries>, key: Option<Node>, value: Node) -> Box<Entries> {
        entries.depth = entries.depth.max(value.depth).max(key.as_ref().map_or(0, |k| k.depth));
        entries.keys.push(key.map(|k| *k.expr));
        entries.values.push(*value.expr);
        entries
    }

    pub(crate) fn dict(&mut self, l: u32, r: u32, entries: Box<Entries>) -> Node {
        let entries = *entries;
        self.node(l, r, ExprKind::Dict { keys: entries.keys, values: entries.values }, entries.depth)
    }

    pub(crate) fn clause(&mut self, mut clauses: Clauses, target: Node, iter: Node, ifs: Nodes) -> Clauses {
        clauses.depth = clauses.depth.max(target.depth).max(iter.depth).max(ifs.depth);
        validate::for_target(self, &target);
        let (target, iter) = (*target.expr, *iter.expr);
        clauses.items.push(Comprehension { target, iter, ifs: ifs.items, is_async: false });
        clauses
    }

    pub(crate) fn comprehension(&mut self, l: u32, r: u32, element: Element, clauses: Clauses) -> Node {
        let generators = clauses.items;
        let (kind, depth) = match element {
            Element::List(n) => (ExprKind::ListComp { elt: n.expr, generators }, n.depth),
            Element::Set(n) => (ExprKind::SetComp { elt: n.expr, generators }, n.depth),
            Element::Generator(n) => (ExprKind::GeneratorExp { elt: n.expr, generators }, n.depth),
            Element::Dict(k, v) => {
                (ExprKind::DictComp { key: k.expr, value: v.expr, generators }, k.depth.max(v.depth))
            }
        };
        let starred = match &kind {
            ExprKind::ListComp { elt, .. } | ExprKind::SetComp { elt, .. } | ExprKind::GeneratorExp { elt, .. } => {
                matches!(elt.kind, ExprKind::Starred(_)).then_some(elt.span)
            }
            _ => None,
        };
        if let Some(span) = starred {
            self.fail(span, "iterable unpacking cannot be used in comprehension");
        }
        let node = self.node(l, r, kind, depth.max(clauses.depth));
        Node { in_parens: true, ..node }
    }
}
