//! Rules about targets that the grammar does not carry: what can be assigned, deleted or iterated into.

use crate::ast::{Constant, Expr, ExprKind};
use crate::builder::{Builder, Node};

/// What a target is for; it decides which parts are looked into.
#[derive(Clone, Copy, PartialEq)]
enum Use {
    Assign,
    Delete,
    For,
}

/// `target = …`
pub(crate) fn assignment_target(b: &mut Builder<'_>, target: &Node) {
    let Some(bad) = invalid_part(&target.expr, Use::Assign) else { return };
    let name = expression_name(&bad.kind);
    if let ExprKind::Yield(_) | ExprKind::YieldFrom(_) = bad.kind
        && std::ptr::eq(bad, &*target.expr)
        && !target.in_parens
    {
        return b.fail(bad.span, "assignment to yield expression not possible");
    }
    let whole = std::ptr::eq(bad, &*target.expr);
    let message = if whole && hint_applies(&bad.kind) {
        format!("cannot assign to {name} here. Maybe you meant '==' instead of '='?")
    } else {
        format!("cannot assign to {name}")
    };
    b.fail(bad.span, message);
}

/// CPython's expression rules find these before its assignment rules do.
fn hint_applies(kind: &ExprKind) -> bool {
    !matches!(
        kind,
        ExprKind::Constant(Constant::True | Constant::False | Constant::None)
            | ExprKind::Yield(_)
            | ExprKind::YieldFrom(_)
            | ExprKind::NamedExpr { .. }
            | ExprKind::IfExp { .. }
            | ExprKind::Lambda { .. }
            | ExprKind::BoolOp { .. }
            | ExprKind::Starred(_)
    ) && !matches!(kind, ExprKind::GeneratorExp { .. } | ExprKind::List(_) | ExprKind::Tuple(_))
}

/// `target += …`
pub(crate) fn augmented_target(b: &mut Builder<'_>, target: &Node) {
    if !is_single(&target.expr.kind) {
        let name = expression_name(&target.expr.kind);
        b.fail(target.expr.span, format!("'{name}' is an illegal expression for augmented assignment"));
    }
}

/// `target: …`
pub(crate) fn annotated_target(b: &mut Builder<'_>, target: &Node) {
    let message = match &target.expr.kind {
        kind if is_single(kind) => return,
        ExprKind::List(_) => "only single target (not list) can be annotated",
        ExprKind::Tuple(_) => "only single target (not tuple) can be annotated",
        _ => "illegal target for annotation",
    };
    b.fail(target.expr.span, message);
}

/// `del target`
pub(crate) fn deleted_target(b: &mut Builder<'_>, target: &Node) {
    if let Some(bad) = invalid_part(&target.expr, Use::Delete) {
        b.fail(bad.span, format!("cannot delete {}", expression_name(&bad.kind)));
    }
}

/// `for target in …`
pub(crate) fn for_target(b: &mut Builder<'_>, target: &Node) {
    if let Some(bad) = invalid_part(&target.expr, Use::For) {
        b.fail(bad.span, format!("cannot assign to {}", expression_name(&bad.kind)));
    }
}

/// `with … as target`
pub(crate) fn with_target(b: &mut Builder<'_>, target: &Node) {
    if let Some(bad) = invalid_part(&target.expr, Use::Assign) {
        b.fail(bad.span, format!("cannot assign to {}", expression_name(&bad.kind)));
    }
}

fn is_single(kind: &ExprKind) -> bool {
    matches!(kind, ExprKind::Name(_) | ExprKind::Attribute { .. } | ExprKind::Subscript { .. })
}

/// The first part of `target` that cannot be a target.
fn invalid_part(target: &Expr, purpose: Use) -> Option<&Expr> {
    match &target.kind {
        kind if is_single(kind) => None,
        ExprKind::List(items) | ExprKind::Tuple(items) => items.iter().find_map(|i| invalid_part(i, purpose)),
        ExprKind::Starred(inner) if purpose != Use::Delete => invalid_part(inner, purpose),
        _ => Some(target),
    }
}

/// What CPython calls an expression in its messages.
pub(crate) fn expression_name(kind: &ExprKind) -> &'static str {
    match kind {
        ExprKind::Attribute { .. } => "attribute",
        ExprKind::Subscript { .. } => "subscript",
        ExprKind::Starred(_) => "starred",
        ExprKind::Name(_) => "name",
        ExprKind::List(_) => "list",
        ExprKind::Tuple(_) => "tuple",
        ExprKind::Lambda { .. } => "lambda",
        ExprKind::Call { .. } => "function call",
        ExprKind::BoolOp { .. } | ExprKind::BinOp { .. } | ExprKind::UnaryOp { .. } => "expression",
        ExprKind::GeneratorExp { .. } => "generator expression",
        ExprKind::Yield(_) | ExprKind::YieldFrom(_) => "yield expression",
        ExprKind::ListComp { .. } => "list comprehension",
        ExprKind::SetComp { .. } => "set comprehension",
        ExprKind::DictComp { .. } => "dict comprehension",
        ExprKind::Dict { .. } => "dict literal",
        ExprKind::Set(_) => "set display",
        ExprKind::JoinedStr(_) | ExprKind::FormattedValue { .. } => "f-string expression",
        ExprKind::Constant(Constant::None) => "None",
        ExprKind::Constant(Constant::True) => "True",
        ExprKind::Constant(Constant::False) => "False",
        ExprKind::Constant(Constant::Ellipsis) => "ellipsis",
        ExprKind::Constant(_) => "literal",
        ExprKind::Compare { .. } => "comparison",
        ExprKind::IfExp { .. } => "conditional expression",
        ExprKind::NamedExpr { .. } => "named expression",
        ExprKind::Slice { .. } => "slice",
    }
}
