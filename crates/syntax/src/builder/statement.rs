//! Nodes for simple statements.

use gilscope_source::Span;

use super::parameter::TypeParameters;
use super::{Builder, Node, Nodes, Statement};
use crate::ast::{Alias, ExprKind, Identifier, Operator, StmtKind};
use crate::validate;

impl Builder<'_> {
    pub(crate) fn expression_statement(&mut self, l: u32, r: u32, value: Node) -> Statement {
        if let ExprKind::Starred(_) = value.expr.kind {
            self.fail_late(value.expr.span, "can't use starred expression here");
        }
        let depth = value.depth;
        self.stmt(l, r, StmtKind::Expr(*value.expr), depth)
    }

    /// `a = b = value`; the targets are still expressions.
    pub(crate) fn assign(&mut self, l: u32, r: u32, targets: Vec<Node>, value: Node) -> Statement {
        let mut nodes = Nodes::default();
        for target in targets {
            validate::assignment_target(self, &target);
            nodes = nodes.with(target);
        }
        if let ExprKind::Starred(_) = value.expr.kind {
            self.fail_late(value.expr.span, "can't use starred expression here");
        }
        let depth = nodes.depth.max(value.depth);
        self.stmt(l, r, StmtKind::Assign { targets: nodes.items, value: *value.expr }, depth)
    }

    pub(crate) fn augmented(&mut self, l: u32, r: u32, target: Node, op: Operator, value: Node) -> Statement {
        validate::augmented_target(self, &target);
        let depth = target.depth.max(value.depth);
        self.stmt(l, r, StmtKind::AugAssign { target: *target.expr, op, value: *value.expr }, depth)
    }

    pub(crate) fn annotated(
        &mut self,
        l: u32,
        r: u32,
        target: Node,
        annotation: Node,
        value: Option<Node>,
    ) -> Statement {
        validate::annotated_target(self, &target);
        let simple = !target.in_parens && matches!(target.expr.kind, ExprKind::Name(_));
        let depth = target.depth.max(annotation.depth).max(value.as_ref().map_or(0, |v| v.depth));
        let (target, annotation, value) = (*target.expr, *annotation.expr, value.map(|v| *v.expr));
        self.stmt(l, r, StmtKind::AnnAssign { target, annotation, value, simple }, depth)
    }

    pub(crate) fn delete(&mut self, l: u32, r: u32, targets: Node) -> Statement {
        validate::deleted_target(self, &targets);
        let depth = targets.depth;
        let kind = match targets.expr.kind {
            ExprKind::Tuple(items) if !targets.in_parens => StmtKind::Delete(items),
            _ => StmtKind::Delete(vec![*targets.expr]),
        };
        self.stmt(l, r, kind, depth)
    }

    pub(crate) fn returned(&mut self, l: u32, r: u32, value: Option<Node>) -> Statement {
        let depth = value.as_ref().map_or(0, |v| v.depth);
        self.stmt(l, r, StmtKind::Return(value.map(|v| *v.expr)), depth)
    }

    pub(crate) fn raised(&mut self, l: u32, r: u32, exc: Option<Node>, cause: Option<Node>) -> Statement {
        let depth = [&exc, &cause].into_iter().flatten().map(|n| n.depth).max().unwrap_or(0);
        let kind = StmtKind::Raise { exc: exc.map(|n| *n.expr), cause: cause.map(|n| *n.expr) };
        self.stmt(l, r, kind, depth)
    }

    pub(crate) fn asserted(&mut self, l: u32, r: u32, test: Node, msg: Option<Node>) -> Statement {
        let depth = test.depth.max(msg.as_ref().map_or(0, |m| m.depth));
        self.stmt(l, r, StmtKind::Assert { test: *test.expr, msg: msg.map(|m| *m.expr) }, depth)
    }

    pub(crate) fn type_alias(
        &mut self,
        l: u32,
        r: u32,
        name: Span,
        type_params: Option<Box<TypeParameters>>,
        value: Node,
    ) -> Statement {
        let type_params = type_params.unwrap_or_default();
        let depth = value.depth.max(type_params.depth);
        let name = *self.name(name).expr;
        let kind = StmtKind::TypeAlias { name, type_params: type_params.items, value: *value.expr };
        self.stmt(l, r, kind, depth)
    }

    /// `name`, possibly dotted, `as asname`.
    pub(crate) fn alias(&mut self, l: u32, r: u32, name: Identifier, asname: Option<Span>) -> Alias {
        let asname = asname.map(|n| self.identifier(n));
        Alias { span: Span { lo: l, hi: r }, name: name.name, asname }
    }

    /// `first.second`, spaces around the dot left out.
    pub(crate) fn dotted(&mut self, first: Identifier, second: Span) -> Identifier {
        let name = format!("{}.{}", first.name, self.name_text(second)).into();
        Identifier { span: first.span.to(second), name }
    }

    pub(crate) fn name_alias(&mut self, l: u32, r: u32, name: Span, asname: Option<Span>) -> Alias {
        let name = self.identifier(name);
        self.alias(l, r, name, asname)
    }

    /// The `*` of a star import.
    pub(crate) fn star_import(&mut self, l: u32, r: u32) -> Vec<Alias> {
        vec![Alias { span: Span { lo: l, hi: r }, name: "*".into(), asname: None }]
    }

    pub(crate) fn import(&mut self, l: u32, r: u32, names: Vec<Alias>) -> Statement {
        self.stmt(l, r, StmtKind::Import(names), 0)
    }

    pub(crate) fn pass(&mut self, l: u32, r: u32) -> Statement {
        self.stmt(l, r, StmtKind::Pass, 0)
    }

    pub(crate) fn break_out(&mut self, l: u32, r: u32) -> Statement {
        self.stmt(l, r, StmtKind::Break, 0)
    }

    pub(crate) fn continue_on(&mut self, l: u32, r: u32) -> Statement {
        self.stmt(l, r, StmtKind::Continue, 0)
    }

    pub(crate) fn global(&mut self, l: u32, r: u32, names: Vec<Identifier>) -> Statement {
        self.stmt(l, r, StmtKind::Global(names), 0)
    }

    pub(crate) fn nonlocal(&mut self, l: u32, r: u32, names: Vec<Identifier>) -> Statement {
        self.stmt(l, r, StmtKind::Nonlocal(names), 0)
    }

    pub(crate) fn import_from(
        &mut self,
        l: u32,
        r: u32,
        level: u32,
        module: Option<Identifier>,
        names: Vec<Alias>,
    ) -> Statement {
        self.stmt(l, r, StmtKind::ImportFrom { module, names, level }, 0)
    }
}
