//! `try` with `except`, `except*`, `else` and `finally`.

use super::*;
use crate::error::fail;

/// The parts of one `try` statement.
#[derive(Clone, Copy)]
pub(super) struct Try<'a> {
    pub(super) body: &'a [Stmt],
    pub(super) handlers: &'a [ExceptHandler],
    pub(super) orelse: &'a [Stmt],
    pub(super) finalbody: &'a [Stmt],
    pub(super) star: bool,
    pub(super) span: Span,
}

/// Labels around the handlers of `except*`.
struct StarLabels {
    next: Label,
    with_error: Label,
}

impl<'a> Generator<'a> {
    pub(super) fn try_statement(&mut self, t: &Try<'a>) -> Result<()> {
        if t.finalbody.is_empty() { self.try_except(t) } else { self.try_finally(t) }
    }

    fn try_finally(&mut self, t: &Try<'a>) -> Result<()> {
        let (body, end, exit, cleanup) = (self.new_label(), self.new_label(), self.new_label(), self.new_label());
        self.emit_jump(self.place(t.span), Op::SetupFinally, end);
        self.place_label(body);
        self.push_block(BlockKind::FinallyTry(t.finalbody), body, Some(end), t.span)?;
        if t.handlers.is_empty() {
            self.statements(t.body)?;
        } else {
            self.try_except(t)?;
        }
        self.emit(Place::NONE, Op::PopBlock);
        self.pop_block();
        self.statements(t.finalbody)?;
        self.emit_jump(Place::NONE, Op::JumpNoInterrupt, exit);
        self.place_label(end);
        self.push_block(BlockKind::FinallyEnd, end, None, t.span)?;
        self.emit_jump(Place::NONE, Op::SetupCleanup, cleanup);
        self.emit(Place::NONE, Opcode::PushExcInfo);
        self.statements(t.finalbody)?;
        self.pop_block();
        self.emit_arg(Place::NONE, Opcode::Reraise, 0);
        self.place_label(cleanup);
        self.pop_except_and_reraise();
        self.place_label(exit);
        Ok(())
    }

    fn try_except(&mut self, t: &Try<'a>) -> Result<()> {
        if t.star { self.try_star(t) } else { self.try_plain(t) }
    }

    fn try_plain(&mut self, t: &Try<'a>) -> Result<()> {
        let (body, except, end, cleanup) = (self.new_label(), self.new_label(), self.new_label(), self.new_label());
        self.emit_jump(self.place(t.span), Op::SetupFinally, except);
        self.place_label(body);
        self.push_block(BlockKind::TryExcept, body, None, t.span)?;
        self.statements(t.body)?;
        self.pop_block();
        self.emit(Place::NONE, Op::PopBlock);
        self.statements(t.orelse)?;
        self.emit_jump(Place::NONE, Op::JumpNoInterrupt, end);
        self.place_label(except);
        self.emit_jump(Place::NONE, Op::SetupCleanup, cleanup);
        self.emit(Place::NONE, Opcode::PushExcInfo);
        self.push_block(BlockKind::ExceptionHandler, except, None, t.span)?;
        for (i, handler) in t.handlers.iter().enumerate() {
            if handler.typ.is_none() && i + 1 < t.handlers.len() {
                return fail(handler.span, "default 'except:' must be last");
            }
            self.handler(handler, end)?;
        }
        self.pop_block();
        self.emit_arg(Place::NONE, Opcode::Reraise, 0);
        self.place_label(cleanup);
        self.pop_except_and_reraise();
        self.place_label(end);
        Ok(())
    }

    fn handler(&mut self, handler: &'a ExceptHandler, end: Label) -> Result<()> {
        let place = self.place(handler.span);
        let (next, inside) = (self.new_label(), self.new_label());
        if let Some(typ) = &handler.typ {
            self.expr(typ)?;
            self.emit(place, Opcode::CheckExcMatch);
            self.emit_jump(place, Opcode::PopJumpIfFalse, next);
        }
        match &handler.name {
            Some(name) => {
                let cleanup = self.new_label();
                self.store_name(&name.name, place, handler.span)?;
                self.emit_jump(place, Op::SetupCleanup, cleanup);
                self.place_label(inside);
                self.push_block(BlockKind::HandlerCleanup(Some(&name.name)), inside, None, handler.span)?;
                self.statements(&handler.body)?;
                self.pop_block();
                self.emit(Place::NONE, Op::PopBlock);
                self.emit(Place::NONE, Op::PopBlock);
                self.emit(Place::NONE, Opcode::PopExcept);
                self.unbind_handler_name(&name.name, Place::NONE)?;
                self.emit_jump(Place::NONE, Op::JumpNoInterrupt, end);
                self.place_label(cleanup);
                self.unbind_handler_name(&name.name, Place::NONE)?;
                self.emit_arg(Place::NONE, Opcode::Reraise, 1);
            }
            None => {
                self.emit(place, Opcode::PopTop);
                self.place_label(inside);
                self.push_block(BlockKind::HandlerCleanup(None), inside, None, handler.span)?;
                self.statements(&handler.body)?;
                self.pop_block();
                self.emit(Place::NONE, Op::PopBlock);
                self.emit(Place::NONE, Opcode::PopExcept);
                self.emit_jump(Place::NONE, Op::JumpNoInterrupt, end);
            }
        }
        self.place_label(next);
        Ok(())
    }

    /// `name = None; del name`: the exception must not outlive its handler.
    pub(super) fn unbind_handler_name(&mut self, name: &str, place: Place) -> Result<()> {
        self.load_const(place, Constant::None);
        self.store_name(name, place, Span::default())?;
        self.delete_name(name, place, Span::default())
    }

    pub(super) fn pop_except_and_reraise(&mut self) {
        self.emit_arg(Place::NONE, Opcode::Copy, 3);
        self.emit(Place::NONE, Opcode::PopExcept);
        self.emit_arg(Place::NONE, Opcode::Reraise, 1);
    }

    fn try_star(&mut self, t: &Try<'a>) -> Result<()> {
        let (body, except, orelse, end) = (self.new_label(), self.new_label(), self.new_label(), self.new_label());
        let (cleanup, reraise_star) = (self.new_label(), self.new_label());
        self.emit_jump(self.place(t.span), Op::SetupFinally, except);
        self.place_label(body);
        self.push_block(BlockKind::TryExcept, body, None, t.span)?;
        self.statements(t.body)?;
        self.pop_block();
        self.emit(Place::NONE, Op::PopBlock);
        self.emit_jump(Place::NONE, Op::Jump, orelse);
        self.place_label(except);
        self.emit_jump(Place::NONE, Op::SetupCleanup, cleanup);
        self.emit(Place::NONE, Opcode::PushExcInfo);
        self.push_block(BlockKind::ExceptionGroupHandler, except, None, t.span)?;
        for (i, handler) in t.handlers.iter().enumerate() {
            if i == 0 {
                // What the handlers raise is gathered in a list, the group itself is split copy by copy.
                let place = self.place(handler.span);
                self.emit_arg(place, Opcode::BuildList, 0);
                self.emit_arg(place, Opcode::Copy, 2);
            }
            self.star_handler(handler)?;
        }
        self.emit_arg(Place::NONE, Opcode::ListAppend, 1);
        self.emit_jump(Place::NONE, Op::Jump, reraise_star);
        self.pop_block();
        self.reraise_star(reraise_star, end);
        self.place_label(cleanup);
        self.pop_except_and_reraise();
        self.place_label(orelse);
        self.statements(t.orelse)?;
        self.place_label(end);
        Ok(())
    }

    fn star_handler(&mut self, handler: &'a ExceptHandler) -> Result<()> {
        let place = self.place(handler.span);
        let labels = StarLabels { next: self.new_label(), with_error: self.new_label() };
        let (no_match, cleanup, inside) = (self.new_label(), self.new_label(), self.new_label());
        if let Some(typ) = &handler.typ {
            self.expr(typ)?;
            self.emit(place, Opcode::CheckEgMatch);
            self.emit_arg(place, Opcode::Copy, 1);
            self.emit_jump(place, Opcode::PopJumpIfNone, no_match);
        }
        let name = handler.name.as_ref().map(|id| &*id.name);
        match name {
            Some(name) => self.store_name(name, place, handler.span)?,
            None => self.emit(place, Opcode::PopTop),
        }
        self.emit_jump(place, Op::SetupCleanup, cleanup);
        self.place_label(inside);
        self.push_block(BlockKind::HandlerCleanup(name), inside, None, handler.span)?;
        self.statements(&handler.body)?;
        self.pop_block();
        self.emit(Place::NONE, Op::PopBlock);
        name.iter().try_for_each(|n| self.unbind_handler_name(n, Place::NONE))?;
        self.emit_jump(Place::NONE, Op::Jump, labels.next);
        self.place_label(cleanup);
        name.iter().try_for_each(|n| self.unbind_handler_name(n, Place::NONE))?;
        self.emit_arg(Place::NONE, Opcode::ListAppend, 3);
        self.emit(Place::NONE, Opcode::PopTop);
        self.emit_jump(Place::NONE, Op::Jump, labels.with_error);
        self.place_label(labels.next);
        self.emit(Place::NONE, Opcode::Nop);
        self.emit_jump(Place::NONE, Op::Jump, labels.with_error);
        self.place_label(no_match);
        self.emit(place, Opcode::PopTop);
        self.place_label(labels.with_error);
        Ok(())
    }

    fn reraise_star(&mut self, start: Label, end: Label) {
        let reraise = self.new_label();
        self.place_label(start);
        self.emit_arg(Place::NONE, Opcode::CallIntrinsic2, 1);
        self.emit_arg(Place::NONE, Opcode::Copy, 1);
        self.emit_jump(Place::NONE, Opcode::PopJumpIfNotNone, reraise);
        self.emit(Place::NONE, Opcode::PopTop);
        self.emit(Place::NONE, Op::PopBlock);
        self.emit(Place::NONE, Opcode::PopExcept);
        self.emit_jump(Place::NONE, Op::JumpNoInterrupt, end);
        self.place_label(reraise);
        self.emit(Place::NONE, Op::PopBlock);
        self.emit_arg(Place::NONE, Opcode::Swap, 2);
        self.emit(Place::NONE, Opcode::PopExcept);
        self.emit_arg(Place::NONE, Opcode::Reraise, 0);
    }
}
