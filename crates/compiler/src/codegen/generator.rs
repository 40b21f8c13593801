//! `yield` and `yield from`.

use super::*;
use crate::error::fail;

impl<'a> Generator<'a> {
    pub(super) fn yield_expr(&mut self, span: Span, value: Option<&'a Expr>) -> Result<()> {
        self.check_yield(span, "'yield' outside function")?;
        let place = self.place(span);
        match value {
            Some(value) => self.expr(value)?,
            None => self.load_const(place, Constant::None),
        }
        self.emit_yield(place);
        Ok(())
    }

    pub(super) fn emit_yield(&mut self, place: Place) {
        self.emit_arg(place, Opcode::YieldValue, 0);
        self.emit_arg(place, Opcode::Resume, 1);
    }

    pub(super) fn yield_from(&mut self, span: Span, value: &'a Expr) -> Result<()> {
        self.check_yield(span, "'yield from' outside function")?;
        let place = self.place(span);
        self.expr(value)?;
        self.emit(place, Opcode::GetYieldFromIter);
        self.load_const(place, Constant::None);
        let (send, fail, exit) = (self.new_label(), self.new_label(), self.new_label());
        self.place_label(send);
        self.emit_jump(place, Opcode::Send, exit);
        // StopIteration raised by close() or throw() is handled here.
        self.emit_jump(place, Op::SetupFinally, fail);
        self.emit_arg(place, Opcode::YieldValue, 1);
        self.emit(Place::NONE, Op::PopBlock);
        self.emit_arg(place, Opcode::Resume, 2);
        self.emit_jump(place, Op::JumpNoInterrupt, send);
        self.place_label(fail);
        self.emit(place, Opcode::CleanupThrow);
        self.place_label(exit);
        self.emit(place, Opcode::EndSend);
        Ok(())
    }

    fn check_yield(&self, span: Span, message: &str) -> Result<()> {
        match self.unit.kind {
            ScopeKind::Function | ScopeKind::Lambda => Ok(()),
            _ => fail(span, message),
        }
    }
}
