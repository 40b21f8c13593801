//! Statements: the dispatch, and the simple ones.

use super::name::Context;
use super::*;
use crate::error::fail;
use crate::fold::fold;

impl<'a> Generator<'a> {
    pub(super) fn statements(&mut self, body: &'a [Stmt]) -> Result<()> {
        body.iter().try_for_each(|s| self.statement(s))
    }

    fn statement(&mut self, s: &'a Stmt) -> Result<()> {
        let place = self.place(s.span);
        match &s.kind {
            StmtKind::FunctionDef(f) => self.function_def(f, s.span),
            StmtKind::ClassDef(c) => self.class_def(c, s.span),
            StmtKind::TypeAlias { name, type_params, value } => self.type_alias(s, name, type_params, value),
            StmtKind::Return(value) => self.return_statement(s, value.as_ref()),
            StmtKind::Delete(targets) => targets.iter().try_for_each(|t| self.target(t, Context::Delete)),
            StmtKind::Assign { targets, value } => self.assign(place, targets, value),
            StmtKind::AugAssign { target, op, value } => self.augmented_assign(place, target, *op, value),
            StmtKind::AnnAssign { target, annotation, value, simple } => {
                self.annotated_assign(s.span, target, annotation, value.as_ref(), *simple)
            }
            StmtKind::For { target, iter, body, orelse } => self.for_statement(s.span, target, iter, body, orelse),
            StmtKind::While { test, body, orelse } => self.while_statement(s.span, test, body, orelse),
            StmtKind::If { test, body, orelse } => self.if_statement(test, body, orelse),
            StmtKind::With { items, body } => self.with_statement(items, body),
            StmtKind::Raise { exc, cause } => self.raise(place, exc.as_ref(), cause.as_ref()),
            StmtKind::Try { body, handlers, orelse, finalbody, star } => {
                let parts = try_statement::Try { body, handlers, orelse, finalbody, star: *star, span: s.span };
                self.try_statement(&parts)
            }
            StmtKind::Assert { test, msg } => self.assert(s.span, test, msg.as_ref()),
            StmtKind::Import(names) => self.import(s.span, names),
            StmtKind::ImportFrom { module, names, level } => self.import_from(s.span, module.as_ref(), names, *level),
            StmtKind::Global(_) | StmtKind::Nonlocal(_) => Ok(()),
            StmtKind::Expr(e) => self.expression_statement(place, e),
            StmtKind::Pass => {
                self.emit(place, Opcode::Nop);
                Ok(())
            }
            StmtKind::Break => self.break_statement(s),
            StmtKind::Continue => self.continue_statement(s),
        }
    }

    fn expression_statement(&mut self, place: Place, e: &'a Expr) -> Result<()> {
        if fold(e).is_some() {
            self.emit(place, Opcode::Nop);
            return Ok(());
        }
        self.expr(e)?;
        self.emit(Place::NONE, Opcode::PopTop);
        Ok(())
    }

    fn return_statement(&mut self, s: &'a Stmt, value: Option<&'a Expr>) -> Result<()> {
        let mut place = self.place(s.span);
        if !matches!(self.unit.kind, ScopeKind::Function | ScopeKind::Lambda) {
            return fail(s.span, "'return' outside function");
        }
        let constant = value.map(fold);
        let keep = matches!(constant, Some(None));
        match value {
            Some(e) if keep => self.expr(e)?,
            Some(e) => {
                place = self.place(e.span);
                self.emit(place, Opcode::Nop);
            }
            None => {}
        }
        if value.is_none_or(|e| self.line(e.span) != self.line(s.span)) {
            place = self.place(s.span);
            self.emit(place, Opcode::Nop);
        }
        let span = match value {
            Some(e) if !keep && self.line(e.span) == self.line(s.span) => e.span,
            _ => s.span,
        };
        self.unwind(&mut place, keep, false, span)?;
        match constant {
            None => self.load_const(place, Constant::None),
            Some(Some(constant)) => self.load_const(place, constant),
            Some(None) => {}
        }
        self.emit(place, Opcode::ReturnValue);
        Ok(())
    }

    fn raise(&mut self, place: Place, exc: Option<&'a Expr>, cause: Option<&'a Expr>) -> Result<()> {
        let mut count = 0;
        for part in [exc, cause].into_iter().flatten() {
            self.expr(part)?;
            count += 1;
        }
        self.emit_arg(place, Opcode::RaiseVarargs, count);
        Ok(())
    }

    fn assert(&mut self, span: Span, test: &'a Expr, msg: Option<&'a Expr>) -> Result<()> {
        let place = self.place(span);
        self.suspect_assertion(span, test);
        let end = self.new_label();
        self.jump_if(place, test, end, true)?;
        self.emit(place, Opcode::LoadAssertionError);
        if let Some(msg) = msg {
            self.expr(msg)?;
            self.emit_arg(place, Opcode::Call, 0);
        }
        self.emit_arg(self.place(test.span), Opcode::RaiseVarargs, 1);
        self.place_label(end);
        Ok(())
    }
}

/// Whether the body annotates a variable, in a block of its own scope.
pub(super) fn has_annotations(body: &[Stmt]) -> bool {
    body.iter().any(|s| match &s.kind {
        StmtKind::AnnAssign { .. } => true,
        StmtKind::For { body, orelse, .. }
        | StmtKind::While { body, orelse, .. }
        | StmtKind::If { body, orelse, .. } => has_annotations(body) || has_annotations(orelse),
        StmtKind::With { body, .. } => has_annotations(body),
        StmtKind::Try { body, handlers, orelse, finalbody, .. } => {
            [body, orelse, finalbody].into_iter().any(|b| has_annotations(b))
                || handlers.iter().any(|h| has_annotations(&h.body))
        }
        _ => false,
    })
}
