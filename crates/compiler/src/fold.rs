//! Constant folding: what CPython's `ast_opt` works out before code is made.

mod arithmetic;
mod format;

use crate::constants;
use gilscope_bytecode::Constant;
use gilscope_source::Span;
use gilscope_syntax::ast::*;

pub(crate) use format::{FormatPart, format_parts, is_simple_format};

/// The value of `e` if it is known now.
pub(crate) fn fold(e: &Expr) -> Option<Constant> {
    match &e.kind {
        ExprKind::Constant(constant) => Some(constants::literal(constant)),
        ExprKind::Name(name) if &**name == "__debug__" => Some(Constant::True),
        ExprKind::Tuple(items) => fold_all(items).map(Constant::Tuple),
        ExprKind::UnaryOp { op, operand } => arithmetic::unary(*op, &fold(operand)?),
        ExprKind::BinOp { left, op, right } => {
            let right = fold(right)?;
            arithmetic::binary(*op, &fold(left)?, &right)
        }
        ExprKind::Subscript { value, slice } => item(&fold(value)?, &fold(slice)?),
        _ => None,
    }
}

/// The values of all of `items`, if each is known.
pub(crate) fn fold_all(items: &[Expr]) -> Option<Vec<Constant>> {
    items.iter().map(fold).collect()
}

/// The constant that a display becomes where it is only iterated or searched.
pub(crate) fn fold_iterable(e: &Expr) -> Option<Constant> {
    match &e.kind {
        ExprKind::List(items) => fold_all(items).map(Constant::Tuple),
        ExprKind::Set(items) => fold_all(items).map(frozen_set),
        _ => fold(e),
    }
}

/// A frozenset of the distinct constants, in their order.
pub(crate) fn frozen_set(items: Vec<Constant>) -> Constant {
    let distinct: crate::collections::IndexSet<Constant> = items.into_iter().collect();
    Constant::FrozenSet(distinct.into_iter().collect())
}

/// Of `not (a in b)`, `not (a is b)`: the parts of `a not in b`, `a is not b`.
pub(crate) fn inverted_test(operand: &Expr) -> Option<(&Expr, CmpOp, &Expr)> {
    let ExprKind::Compare { left, ops, comparators } = &operand.kind else { return None };
    let ([op], [right]) = (&ops[..], &comparators[..]) else { return None };
    let inverted = match op {
        CmpOp::In => CmpOp::NotIn,
        CmpOp::NotIn => CmpOp::In,
        CmpOp::Is => CmpOp::IsNot,
        CmpOp::IsNot => CmpOp::Is,
        _ => return None,
    };
    Some((left, inverted, right))
}

/// The span of a test, which is that of the comparison when a `not` was merged into it.
pub(crate) fn test_span(e: &Expr) -> Span {
    match &e.kind {
        ExprKind::UnaryOp { op: UnaryOp::Not, operand } if inverted_test(operand).is_some() => operand.span,
        _ => e.span,
    }
}

fn item(container: &Constant, index: &Constant) -> Option<Constant> {
    let Constant::Int(index) = index else { return None };
    let at = |len: usize| {
        let index = if *index < 0 { index.checked_add(i64::try_from(len).ok()?)? } else { *index };
        usize::try_from(index).ok().filter(|i| *i < len)
    };
    match container {
        Constant::Tuple(items) => items.get(at(items.len())?).cloned(),
        Constant::Bytes(bytes) => bytes.get(at(bytes.len())?).map(|b| Constant::Int(i64::from(*b))),
        Constant::Str(text) => {
            let c = text.chars().nth(at(text.chars().count())?)?;
            Some(constants::string(c.encode_utf8(&mut [0; 4])))
        }
        _ => None,
    }
}
