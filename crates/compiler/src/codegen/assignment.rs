//! Targets, assignments, attributes and subscripts.

use super::expression::{binary_op, is_starred};
use super::name::Context;
use super::*;
use crate::error::fail;

/// Distance from `BinaryOp::Add` to `BinaryOp::InplaceAdd`, and so on for the others.
const INPLACE: usize = 13;

impl<'a> Generator<'a> {
    pub(super) fn assign(&mut self, place: Place, targets: &'a [Expr], value: &'a Expr) -> Result<()> {
        self.expr(value)?;
        for (i, target) in targets.iter().enumerate() {
            if i + 1 < targets.len() {
                self.emit_arg(place, Opcode::Copy, 1);
            }
            self.target(target, Context::Store)?;
        }
        Ok(())
    }

    /// Store the top of the stack in `e`, or delete it.
    pub(super) fn target(&mut self, e: &'a Expr, context: Context) -> Result<()> {
        let place = self.place(e.span);
        match &e.kind {
            ExprKind::Name(name) => self.name(name, place, e.span, context),
            ExprKind::Attribute { value, attr } => {
                self.check_forbidden(&attr.name, e.span, context)?;
                if context == Context::Store {
                    self.note_static_attribute(value, &attr.name);
                }
                self.expr(value)?;
                let place = self.start_at_attribute(place, e, attr);
                let op = if context == Context::Store { Opcode::StoreAttr } else { Opcode::DeleteAttr };
                self.emit_name(place, op, &attr.name);
                Ok(())
            }
            ExprKind::Subscript { value, slice } => {
                self.expr(value)?;
                self.subscript(place, slice, context)
            }
            ExprKind::Tuple(items) | ExprKind::List(items) if context == Context::Store => self.unpack(e.span, items),
            ExprKind::Tuple(items) | ExprKind::List(items) => {
                items.iter().try_for_each(|item| self.target(item, context))
            }
            ExprKind::Starred(_) => fail(e.span, "starred assignment target must be in a list or tuple"),
            _ => fail(e.span, "cannot assign to expression"),
        }
    }

    fn unpack(&mut self, span: Span, items: &'a [Expr]) -> Result<()> {
        let place = self.place(span);
        let mut starred = items.iter().enumerate().filter(|(_, item)| is_starred(item));
        match (starred.next(), starred.next()) {
            (None, _) => self.emit_arg(place, Opcode::UnpackSequence, items.len()),
            (Some((before, _)), None) => {
                let after = items.len() - before - 1;
                if before >= 1 << 8 || after >= (i32::MAX as usize) >> 8 {
                    return fail(span, "too many expressions in star-unpacking assignment");
                }
                self.emit_arg(place, Opcode::UnpackEx, before | after << 8);
            }
            (Some(_), Some(_)) => return fail(span, "multiple starred expressions in assignment"),
        }
        for item in items {
            let target = if let ExprKind::Starred(inner) = &item.kind { inner } else { item };
            self.target(target, Context::Store)?;
        }
        Ok(())
    }

    /// `container[slice]` with the container, and the value to store, on the stack.
    pub(super) fn subscript(&mut self, place: Place, slice: &'a Expr, context: Context) -> Result<()> {
        if is_simple_slice(slice) && context != Context::Delete {
            self.slice(slice)?;
            let op = if context == Context::Load { Opcode::BinarySlice } else { Opcode::StoreSlice };
            self.emit(place, op);
            return Ok(());
        }
        self.expr(slice)?;
        self.emit(
            place,
            match context {
                Context::Load => Opcode::BinarySubscr,
                Context::Store => Opcode::StoreSubscr,
                Context::Delete => Opcode::DeleteSubscr,
            },
        );
        Ok(())
    }

    pub(super) fn augmented_assign(
        &mut self,
        statement: Place,
        target: &'a Expr,
        op: Operator,
        value: &'a Expr,
    ) -> Result<()> {
        let mut place = self.place(target.span);
        match &target.kind {
            ExprKind::Attribute { value, attr } => {
                self.check_forbidden(&attr.name, target.span, Context::Store)?;
                self.expr(value)?;
                self.emit_arg(place, Opcode::Copy, 1);
                place = self.start_at_attribute(place, target, attr);
                self.emit_attribute(place, &attr.name, false);
            }
            ExprKind::Subscript { value, slice } => {
                self.expr(value)?;
                if is_simple_slice(slice) {
                    self.slice(slice)?;
                    (0..3).for_each(|_| self.emit_arg(place, Opcode::Copy, 3));
                    self.emit(place, Opcode::BinarySlice);
                } else {
                    self.expr(slice)?;
                    (0..2).for_each(|_| self.emit_arg(place, Opcode::Copy, 2));
                    self.emit(place, Opcode::BinarySubscr);
                }
            }
            ExprKind::Name(name) => self.load_name(name, place)?,
            _ => return fail(target.span, "illegal expression for augmented assignment"),
        }
        self.expr(value)?;
        self.emit_arg(statement, Opcode::BinaryOp, binary_op(op) as usize + INPLACE);
        self.store_augmented(target, place)
    }

    fn store_augmented(&mut self, target: &'a Expr, place: Place) -> Result<()> {
        match &target.kind {
            ExprKind::Attribute { attr, .. } => {
                self.emit_arg(place, Opcode::Swap, 2);
                self.emit_name(place, Opcode::StoreAttr, &attr.name);
                Ok(())
            }
            ExprKind::Subscript { slice, .. } => {
                let (depth, op) =
                    if is_simple_slice(slice) { (4, Opcode::StoreSlice) } else { (3, Opcode::StoreSubscr) };
                (2..=depth).rev().for_each(|n| self.emit_arg(place, Opcode::Swap, n));
                self.emit(place, op);
                Ok(())
            }
            ExprKind::Name(name) => self.store_name(name, place, target.span),
            _ => Ok(()),
        }
    }

    pub(super) fn annotated_assign(
        &mut self,
        span: Span,
        target: &'a Expr,
        annotation: &'a Expr,
        value: Option<&'a Expr>,
        simple: bool,
    ) -> Result<()> {
        if let Some(value) = value {
            self.expr(value)?;
            self.target(target, Context::Store)?;
        }
        let place = self.place(span);
        let stored = !self.unit.kind.is_function_like();
        match &target.kind {
            ExprKind::Name(name) => {
                self.check_forbidden(name, span, Context::Store)?;
                if simple && stored {
                    self.annotation(annotation)?;
                    self.emit_name(place, Opcode::LoadName, "__annotations__");
                    let key = Arc::from(&*self.mangle(name));
                    self.load_const(place, Constant::Str(key));
                    self.emit(place, Opcode::StoreSubscr);
                }
            }
            ExprKind::Attribute { value: object, attr } => {
                self.check_forbidden(&attr.name, target.span, Context::Store)?;
                if value.is_none() {
                    self.evaluate_and_drop(object)?;
                }
            }
            ExprKind::Subscript { value: object, slice } if value.is_none() => {
                self.evaluate_and_drop(object)?;
                self.check_annotated_slice(slice)?;
            }
            _ => {}
        }
        if !simple && stored && !self.table.future_annotations {
            self.evaluate_and_drop(annotation)?;
        }
        Ok(())
    }

    fn check_annotated_slice(&mut self, slice: &'a Expr) -> Result<()> {
        match &slice.kind {
            ExprKind::Slice { lower, upper, step } => {
                [lower, upper, step].into_iter().flatten().try_for_each(|e| self.evaluate_and_drop(e))
            }
            ExprKind::Tuple(items) => items.iter().try_for_each(|e| self.check_annotated_slice(e)),
            _ => self.evaluate_and_drop(slice),
        }
    }

    fn evaluate_and_drop(&mut self, e: &'a Expr) -> Result<()> {
        self.expr(e)?;
        self.emit(self.place(e.span), Opcode::PopTop);
        Ok(())
    }

    /// The value of an annotation, or its text under `from __future__ import annotations`.
    pub(super) fn annotation(&mut self, e: &'a Expr) -> Result<()> {
        if self.table.future_annotations {
            let text = crate::unparse(e);
            self.load_const(self.place(e.span), constants::string(&text));
            return Ok(());
        }
        match &e.kind {
            // `*args: *Ts`
            ExprKind::Starred(inner) => {
                self.expr(inner)?;
                let place = self.place(e.span);
                self.emit_arg(place, Opcode::UnpackSequence, 1);
                Ok(())
            }
            _ => self.expr(e),
        }
    }

    pub(super) fn load_attribute(&mut self, e: &'a Expr, value: &'a Expr, attr: &'a Identifier) -> Result<()> {
        let place = self.place(e.span);
        if let Some(arguments) = self.super_call(value, attr) {
            self.load_super_attribute(place, e, value, attr, arguments, false)?;
            return Ok(());
        }
        self.expr(value)?;
        let place = self.start_at_attribute(place, e, attr);
        self.emit_attribute(place, &attr.name, false);
        Ok(())
    }

    pub(super) fn emit_attribute(&mut self, place: Place, name: &str, method: bool) {
        let mangled = self.mangle(name);
        let index = self.unit.name_index(&mangled) as usize;
        self.emit_arg(place, Opcode::LoadAttr, index * 2 + usize::from(method));
    }

    /// Of an attribute over several lines, the place begins at the attribute's own name.
    pub(super) fn start_at_attribute(&self, place: Place, attribute: &Expr, attr: &Identifier) -> Place {
        let whole = self.place(attribute.span);
        if whole.line == whole.end_line {
            return place;
        }
        let length = attr.name.chars().count() as i32;
        let line = whole.end_line;
        let end_line = place.end_line.max(line);
        if length <= whole.end_column {
            Place { line, column: whole.end_column - length, end_line, ..place }
        } else {
            Place { line, column: 0, end_line, end_column: 0 }
        }
    }

    /// `self.x = …` in a method is listed in the class's `__static_attributes__`.
    fn note_static_attribute(&mut self, value: &Expr, attr: &str) {
        if !matches!(&value.kind, ExprKind::Name(name) if &**name == "self") {
            return;
        }
        if let Some(class) = self.outer.iter_mut().rev().find(|u| u.kind == ScopeKind::Class) {
            class.static_attributes.insert(Arc::from(attr));
        }
    }
}

fn is_simple_slice(e: &Expr) -> bool {
    matches!(&e.kind, ExprKind::Slice { step: None, .. })
}
