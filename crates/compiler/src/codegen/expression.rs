//! Expressions: the dispatch, operators, displays and f-strings.

use super::name::Context;
use super::*;
use crate::error::fail;
use crate::fold::{fold, fold_all, fold_iterable, inverted_test, is_simple_format};
use gilscope_bytecode::{BinaryOp, CompareOp};

/// The instructions that build a container.
#[derive(Clone, Copy)]
pub(super) struct Display {
    pub(super) build: Opcode,
    pub(super) add: Opcode,
    pub(super) extend: Opcode,
    /// The list is turned into a tuple at the end.
    pub(super) tuple: bool,
}

impl Display {
    pub(super) const LIST: Display =
        Display { build: Opcode::BuildList, add: Opcode::ListAppend, extend: Opcode::ListExtend, tuple: false };
    pub(super) const TUPLE: Display = Display { tuple: true, ..Display::LIST };
    pub(super) const SET: Display =
        Display { build: Opcode::BuildSet, add: Opcode::SetAdd, extend: Opcode::SetUpdate, tuple: false };
}

impl<'a> Generator<'a> {
    pub(super) fn exprs(&mut self, exprs: &'a [Expr]) -> Result<()> {
        exprs.iter().try_for_each(|e| self.expr(e))
    }

    pub(super) fn expr(&mut self, e: &'a Expr) -> Result<()> {
        let place = self.place(e.span);
        if let Some(constant) = fold(e) {
            self.load_const(place, constant);
            return Ok(());
        }
        match &e.kind {
            ExprKind::NamedExpr { target, value } => {
                self.expr(value)?;
                self.emit_arg(place, Opcode::Copy, 1);
                self.target(target, Context::Store)
            }
            ExprKind::BoolOp { op, values } => self.bool_op(place, *op, values),
            ExprKind::BinOp { left, op, right } => {
                if is_simple_format(left, right, *op) {
                    return self.simple_format(e, left, right);
                }
                self.expr(left)?;
                self.expr(right)?;
                self.emit_arg(place, Opcode::BinaryOp, binary_op(*op) as usize);
                Ok(())
            }
            ExprKind::UnaryOp { op, operand } => self.unary_op(place, *op, operand),
            ExprKind::Lambda { args, body } => self.lambda(e, args, body),
            ExprKind::IfExp { test, body, orelse } => {
                let (end, otherwise) = (self.new_label(), self.new_label());
                self.jump_if(place, test, otherwise, false)?;
                self.expr(body)?;
                self.emit_jump(Place::NONE, Op::JumpNoInterrupt, end);
                self.place_label(otherwise);
                self.expr(orelse)?;
                self.place_label(end);
                Ok(())
            }
            ExprKind::Dict { keys, values } => self.dict(place, keys, values),
            ExprKind::Set(items) => self.display(place, items, 0, Display::SET),
            ExprKind::List(items) => self.display(place, items, 0, Display::LIST),
            ExprKind::Tuple(items) => self.display(place, items, 0, Display::TUPLE),
            ExprKind::ListComp { .. }
            | ExprKind::SetComp { .. }
            | ExprKind::DictComp { .. }
            | ExprKind::GeneratorExp { .. } => self.comprehension(e),
            ExprKind::Yield(value) => self.yield_expr(e.span, value.as_deref()),
            ExprKind::YieldFrom(value) => self.yield_from(e.span, value),
            ExprKind::Compare { left, ops, comparators } => {
                self.suspect_identity(e.span, left, ops, comparators);
                self.compare(place, left, ops, comparators)
            }
            ExprKind::Call { func, args, keywords } => self.call(e, func, args, keywords),
            ExprKind::FormattedValue { value, conversion, format_spec } => {
                self.formatted_value(place, value, *conversion, format_spec.as_deref())
            }
            ExprKind::JoinedStr(values) => self.joined_str(place, values),
            ExprKind::Constant(_) => Ok(()),
            ExprKind::Attribute { value, attr } => self.load_attribute(e, value, attr),
            ExprKind::Subscript { value, slice } => {
                self.suspect_subscript(e.span, value, slice);
                self.expr(value)?;
                self.subscript(place, slice, Context::Load)
            }
            ExprKind::Starred(_) => fail(e.span, "can't use starred expression here"),
            ExprKind::Name(name) => self.load_name(name, place),
            ExprKind::Slice { .. } => {
                let count = self.slice(e)?;
                self.emit_arg(place, Opcode::BuildSlice, count);
                Ok(())
            }
        }
    }

    fn bool_op(&mut self, place: Place, op: BoolOp, values: &'a [Expr]) -> Result<()> {
        let end = self.new_label();
        let jump = if op == BoolOp::And { Opcode::PopJumpIfFalse } else { Opcode::PopJumpIfTrue };
        let Some((last, first)) = values.split_last() else { return Ok(()) };
        for value in first {
            self.expr(value)?;
            self.emit_arg(place, Opcode::Copy, 1);
            self.emit(place, Opcode::ToBool);
            self.emit_jump(place, jump, end);
            self.emit(place, Opcode::PopTop);
        }
        self.expr(last)?;
        self.place_label(end);
        Ok(())
    }

    fn unary_op(&mut self, place: Place, op: UnaryOp, operand: &'a Expr) -> Result<()> {
        if op == UnaryOp::Not
            && let Some((left, op, right)) = inverted_test(operand)
        {
            let place = self.place(operand.span);
            self.suspect_identity(operand.span, left, &[op], std::slice::from_ref(right));
            self.expr(left)?;
            self.comparator(op, right)?;
            self.compare_op(place, op);
            return Ok(());
        }
        self.expr(operand)?;
        match op {
            UnaryOp::Not => {
                self.emit(place, Opcode::ToBool);
                self.emit(place, Opcode::UnaryNot);
            }
            UnaryOp::Invert => self.emit(place, Opcode::UnaryInvert),
            UnaryOp::USub => self.emit(place, Opcode::UnaryNegative),
            UnaryOp::UAdd => self.emit_arg(place, Opcode::CallIntrinsic1, 5),
        }
        Ok(())
    }

    fn compare(&mut self, place: Place, left: &'a Expr, ops: &[CmpOp], comparators: &'a [Expr]) -> Result<()> {
        self.expr(left)?;
        let (Some((op, first_ops)), Some((right, first))) = (ops.split_last(), comparators.split_last()) else {
            return Ok(());
        };
        if first.is_empty() {
            self.comparator(*op, right)?;
            self.compare_op(place, *op);
            return Ok(());
        }
        let (cleanup, end) = (self.new_label(), self.new_label());
        for (op, right) in first_ops.iter().zip(first) {
            self.expr(right)?;
            self.emit_arg(place, Opcode::Swap, 2);
            self.emit_arg(place, Opcode::Copy, 2);
            self.compare_op(place, *op);
            self.emit_arg(place, Opcode::Copy, 1);
            self.emit(place, Opcode::ToBool);
            self.emit_jump(place, Opcode::PopJumpIfFalse, cleanup);
            self.emit(place, Opcode::PopTop);
        }
        self.comparator(*op, right)?;
        self.compare_op(place, *op);
        self.emit_jump(Place::NONE, Op::JumpNoInterrupt, end);
        self.place_label(cleanup);
        self.emit_arg(place, Opcode::Swap, 2);
        self.emit(place, Opcode::PopTop);
        self.place_label(end);
        Ok(())
    }

    /// The right side of a comparison; of `in`, a constant display becomes a tuple or frozenset.
    pub(super) fn comparator(&mut self, op: CmpOp, e: &'a Expr) -> Result<()> {
        if matches!(op, CmpOp::In | CmpOp::NotIn) { self.iterable(e) } else { self.expr(e) }
    }

    /// What is only iterated or searched need not be a fresh list.
    pub(super) fn iterable(&mut self, e: &'a Expr) -> Result<()> {
        if let Some(constant) = fold_iterable(e) {
            self.load_const(self.place(e.span), constant);
            return Ok(());
        }
        match &e.kind {
            ExprKind::List(items) if !items.iter().any(is_starred) => {
                self.display(self.place(e.span), items, 0, Display::TUPLE)
            }
            _ => self.expr(e),
        }
    }

    pub(super) fn compare_op(&mut self, place: Place, op: CmpOp) {
        let compare = |op: CompareOp| (Opcode::CompareOp, op as usize * 2);
        let (op, arg) = match op {
            CmpOp::Eq => compare(CompareOp::Eq),
            CmpOp::NotEq => compare(CompareOp::Ne),
            CmpOp::Lt => compare(CompareOp::Lt),
            CmpOp::LtE => compare(CompareOp::Le),
            CmpOp::Gt => compare(CompareOp::Gt),
            CmpOp::GtE => compare(CompareOp::Ge),
            CmpOp::Is => (Opcode::IsOp, 0),
            CmpOp::IsNot => (Opcode::IsOp, 1),
            CmpOp::In => (Opcode::ContainsOp, 0),
            CmpOp::NotIn => (Opcode::ContainsOp, 1),
        };
        self.emit_arg(place, op, arg);
    }

    /// A list, set or tuple with `pushed` values already on the stack.
    pub(super) fn display(&mut self, place: Place, items: &'a [Expr], pushed: usize, d: Display) -> Result<()> {
        let count = items.len();
        if count > 2
            && let Some(constants) = fold_all(items)
        {
            self.constant_display(place, constants, pushed, d);
            return Ok(());
        }
        let big = count + pushed + usize::from(pushed > 0) > STACK_USE_GUIDELINE;
        if !big && !items.iter().any(is_starred) {
            self.exprs(items)?;
            let build = if d.tuple { Opcode::BuildTuple } else { d.build };
            self.emit_arg(place, build, count + pushed);
            return Ok(());
        }
        let mut built = big;
        if big {
            self.emit_arg(place, d.build, pushed);
        }
        for (i, item) in items.iter().enumerate() {
            if let ExprKind::Starred(inner) = &item.kind {
                if !built {
                    self.emit_arg(place, d.build, i + pushed);
                    built = true;
                }
                self.expr(inner)?;
                self.emit_arg(place, d.extend, 1);
            } else {
                self.expr(item)?;
                if built {
                    self.emit_arg(place, d.add, 1);
                }
            }
        }
        if d.tuple {
            self.emit_arg(place, Opcode::CallIntrinsic1, 6);
        }
        Ok(())
    }

    fn constant_display(&mut self, place: Place, constants: Vec<Constant>, pushed: usize, d: Display) {
        if d.tuple && pushed == 0 {
            self.load_const(place, Constant::Tuple(constants));
            return;
        }
        let folded =
            if d.add == Opcode::SetAdd { crate::fold::frozen_set(constants) } else { Constant::Tuple(constants) };
        self.emit_arg(place, d.build, pushed);
        self.load_const(place, folded);
        self.emit_arg(place, d.extend, 1);
        if d.tuple {
            self.emit_arg(place, Opcode::CallIntrinsic1, 6);
        }
    }

    fn dict(&mut self, place: Place, keys: &'a [Option<Expr>], values: &'a [Expr]) -> Result<()> {
        let (mut have_dict, mut pending) = (false, 0);
        for (i, key) in keys.iter().enumerate() {
            if key.is_none() {
                if pending > 0 {
                    self.sub_dict(place, &keys[i - pending..i], &values[i - pending..i])?;
                    self.merge_dict(place, &mut have_dict);
                    pending = 0;
                }
                if !have_dict {
                    self.emit_arg(place, Opcode::BuildMap, 0);
                    have_dict = true;
                }
                self.expr(&values[i])?;
                self.emit_arg(place, Opcode::DictUpdate, 1);
            } else if pending * 2 > STACK_USE_GUIDELINE {
                self.sub_dict(place, &keys[i - pending..=i], &values[i - pending..=i])?;
                self.merge_dict(place, &mut have_dict);
                pending = 0;
            } else {
                pending += 1;
            }
        }
        if pending > 0 {
            let from = keys.len() - pending;
            self.sub_dict(place, &keys[from..], &values[from..])?;
            self.merge_dict(place, &mut have_dict);
        }
        if !have_dict {
            self.emit_arg(place, Opcode::BuildMap, 0);
        }
        Ok(())
    }

    fn merge_dict(&mut self, place: Place, have_dict: &mut bool) {
        if *have_dict {
            self.emit_arg(place, Opcode::DictUpdate, 1);
        }
        *have_dict = true;
    }

    fn sub_dict(&mut self, place: Place, keys: &'a [Option<Expr>], values: &'a [Expr]) -> Result<()> {
        let count = keys.len();
        let big = count * 2 > STACK_USE_GUIDELINE;
        let constant_keys: Option<Vec<Constant>> = keys.iter().map(|k| k.as_ref().and_then(fold)).collect();
        if let Some(constants) = constant_keys
            && count > 1
            && !big
        {
            self.exprs(values)?;
            self.load_const(place, Constant::Tuple(constants));
            self.emit_arg(place, Opcode::BuildConstKeyMap, count);
            return Ok(());
        }
        if big {
            self.emit_arg(place, Opcode::BuildMap, 0);
        }
        for (key, value) in keys.iter().zip(values) {
            key.iter().try_for_each(|k| self.expr(k))?;
            self.expr(value)?;
            if big {
                self.emit_arg(place, Opcode::MapAdd, 1);
            }
        }
        if !big {
            self.emit_arg(place, Opcode::BuildMap, count);
        }
        Ok(())
    }

    /// Push the bounds of a slice; returns how many there are.
    pub(super) fn slice(&mut self, e: &'a Expr) -> Result<usize> {
        let ExprKind::Slice { lower, upper, step } = &e.kind else { return Ok(0) };
        let place = self.place(e.span);
        for bound in [lower, upper] {
            match bound {
                Some(bound) => self.expr(bound)?,
                None => self.load_const(place, Constant::None),
            }
        }
        match step {
            Some(step) => self.expr(step).map(|()| 3),
            None => Ok(2),
        }
    }
}

pub(super) fn is_starred(e: &Expr) -> bool {
    matches!(e.kind, ExprKind::Starred(_))
}

pub(super) fn binary_op(op: Operator) -> BinaryOp {
    match op {
        Operator::Add => BinaryOp::Add,
        Operator::Sub => BinaryOp::Subtract,
        Operator::Mult => BinaryOp::Multiply,
        Operator::MatMult => BinaryOp::MatrixMultiply,
        Operator::Div => BinaryOp::TrueDivide,
        Operator::Mod => BinaryOp::Remainder,
        Operator::Pow => BinaryOp::Power,
        Operator::LShift => BinaryOp::LShift,
        Operator::RShift => BinaryOp::RShift,
        Operator::BitOr => BinaryOp::Or,
        Operator::BitXor => BinaryOp::Xor,
        Operator::BitAnd => BinaryOp::And,
        Operator::FloorDiv => BinaryOp::FloorDivide,
    }
}
