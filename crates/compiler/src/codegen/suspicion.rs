//! Warnings about code that is legal but surely a mistake: `x is 1`, `(1)(2)`, `assert (x, "text")`.

use super::*;
use crate::fold::fold;

impl Generator<'_> {
    fn warn(&mut self, span: Span, message: String) {
        let line = self.line(span);
        self.warnings.push(SyntaxWarning { message, line });
    }

    /// `is` compares identity, which says nothing about a literal's value.
    pub(super) fn suspect_identity(&mut self, span: Span, left: &Expr, ops: &[CmpOp], comparators: &[Expr]) {
        let mut before = left;
        for (op, right) in ops.iter().zip(comparators) {
            let words = match op {
                CmpOp::Is => Some(("is", "==")),
                CmpOp::IsNot => Some(("is not", "!=")),
                _ => None,
            };
            let literal = || compared_by_value(before).or_else(|| compared_by_value(right));
            if let Some(((identity, equality), name)) = words.and_then(|w| Some((w, literal()?))) {
                let message = format!("\"{identity}\" with '{name}' literal. Did you mean \"{equality}\"?");
                return self.warn(span, message);
            }
            before = right;
        }
    }

    pub(super) fn suspect_assertion(&mut self, span: Span, test: &Expr) {
        let full = match fold(test) {
            Some(Constant::Tuple(items)) => !items.is_empty(),
            _ => matches!(&test.kind, ExprKind::Tuple(items) if !items.is_empty()),
        };
        if full {
            self.warn(span, "assertion is always true, perhaps remove parentheses?".to_owned());
        }
    }

    pub(super) fn suspect_call(&mut self, span: Span, func: &Expr) {
        let callable = matches!(func.kind, ExprKind::Lambda { .. });
        if let Some(name) = type_name(func).filter(|_| !callable) {
            self.warn(span, format!("'{name}' object is not callable; perhaps you missed a comma?"));
        }
    }

    pub(super) fn suspect_subscript(&mut self, span: Span, value: &Expr, slice: &Expr) {
        let Some(name) = type_name(value) else { return };
        match name {
            "NoneType" | "bool" | "int" | "float" | "complex" | "ellipsis" | "set" | "generator" | "function" => {
                self.warn(span, format!("'{name}' object is not subscriptable; perhaps you missed a comma?"));
            }
            "str" | "bytes" | "tuple" | "list" => match type_name(slice) {
                None | Some("int" | "bool") => {}
                Some(index) => {
                    let message = "indices must be integers or slices, not";
                    self.warn(span, format!("{name} {message} {index}; perhaps you missed a comma?"));
                }
            },
            _ => {}
        }
    }
}

/// The type of a literal that `is` should not be used on.
fn compared_by_value(side: &Expr) -> Option<&'static str> {
    match fold(side)? {
        Constant::None | Constant::True | Constant::False | Constant::Ellipsis => None,
        constant => Some(constant_type(&constant)),
    }
}

fn constant_type(constant: &Constant) -> &'static str {
    match constant {
        Constant::None => "NoneType",
        Constant::True | Constant::False => "bool",
        Constant::Ellipsis => "ellipsis",
        Constant::Int(_) | Constant::BigInt(_) => "int",
        Constant::Float(_) => "float",
        Constant::Complex(..) => "complex",
        Constant::Str(_) => "str",
        Constant::Bytes(_) => "bytes",
        Constant::Tuple(_) => "tuple",
        Constant::FrozenSet(_) => "frozenset",
        Constant::Code(_) => "code",
    }
}

/// The type of what a literal or display makes.
fn type_name(e: &Expr) -> Option<&'static str> {
    if let Some(constant) = fold(e) {
        return Some(constant_type(&constant));
    }
    match &e.kind {
        ExprKind::Tuple(_) => Some("tuple"),
        ExprKind::List(_) | ExprKind::ListComp { .. } => Some("list"),
        ExprKind::Dict { .. } | ExprKind::DictComp { .. } => Some("dict"),
        ExprKind::Set(_) | ExprKind::SetComp { .. } => Some("set"),
        ExprKind::GeneratorExp { .. } => Some("generator"),
        ExprKind::Lambda { .. } => Some("function"),
        ExprKind::JoinedStr(_) | ExprKind::FormattedValue { .. } => Some("str"),
        _ => None,
    }
}
