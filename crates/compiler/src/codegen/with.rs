//! The `with` statement.

use super::name::Context;
use super::*;

impl<'a> Generator<'a> {
    pub(super) fn with_statement(&mut self, items: &'a [WithItem], body: &'a [Stmt]) -> Result<()> {
        let Some((item, rest)) = items.split_first() else { return self.statements(body) };
        let (block, handler, exit, cleanup) = (self.new_label(), self.new_label(), self.new_label(), self.new_label());
        self.expr(&item.context)?;
        let place = self.place(item.context.span);
        self.emit(place, Opcode::BeforeWith);
        self.emit_jump(place, Op::SetupWith, handler);
        self.place_label(block);
        self.push_block(BlockKind::With, block, Some(handler), item.context.span)?;
        match &item.target {
            Some(target) => self.target(target, Context::Store)?,
            None => self.emit(place, Opcode::PopTop),
        }
        self.with_statement(rest, body)?;
        self.emit(Place::NONE, Op::PopBlock);
        self.pop_block();
        self.call_exit_with_nones(place);
        self.emit(place, Opcode::PopTop);
        self.emit_jump(place, Op::Jump, exit);
        self.place_label(handler);
        self.emit_jump(place, Op::SetupCleanup, cleanup);
        self.emit(place, Opcode::PushExcInfo);
        self.emit(place, Opcode::WithExceptStart);
        self.finish_with_except(cleanup, exit);
        self.place_label(exit);
        Ok(())
    }

    /// `__exit__(None, None, None)`: the first `None` stands where self would.
    pub(super) fn call_exit_with_nones(&mut self, place: Place) {
        for _ in 0..3 {
            self.load_const(place, Constant::None);
        }
        self.emit_arg(place, Opcode::Call, 2);
    }

    fn finish_with_except(&mut self, cleanup: Label, exit: Label) {
        let suppress = self.new_label();
        self.emit(Place::NONE, Opcode::ToBool);
        self.emit_jump(Place::NONE, Opcode::PopJumpIfTrue, suppress);
        self.emit_arg(Place::NONE, Opcode::Reraise, 2);
        self.place_label(suppress);
        self.emit(Place::NONE, Opcode::PopTop);
        self.emit(Place::NONE, Op::PopBlock);
        self.emit(Place::NONE, Opcode::PopExcept);
        self.emit(Place::NONE, Opcode::PopTop);
        self.emit(Place::NONE, Opcode::PopTop);
        self.emit_jump(Place::NONE, Op::JumpNoInterrupt, exit);
        self.place_label(cleanup);
        self.pop_except_and_reraise();
    }
}
