//! Branches and loops, and the way out of them.

use super::name::Context;
use super::*;
use crate::error::fail;

impl<'a> Generator<'a> {
    pub(super) fn if_statement(&mut self, test: &'a Expr, body: &'a [Stmt], orelse: &'a [Stmt]) -> Result<()> {
        let end = self.new_label();
        let next = if orelse.is_empty() { end } else { self.new_label() };
        let place = self.place(test.span);
        self.jump_if(place, test, next, false)?;
        self.statements(body)?;
        if !orelse.is_empty() {
            self.emit_jump(Place::NONE, Op::JumpNoInterrupt, end);
            self.place_label(next);
            self.statements(orelse)?;
        }
        self.place_label(end);
        Ok(())
    }

    pub(super) fn while_statement(
        &mut self,
        span: Span,
        test: &'a Expr,
        body: &'a [Stmt],
        orelse: &'a [Stmt],
    ) -> Result<()> {
        let (start, inside, anchor, end) = (self.new_label(), self.new_label(), self.new_label(), self.new_label());
        let place = self.place(test.span);
        self.place_label(start);
        self.push_block(BlockKind::WhileLoop, start, Some(end), span)?;
        self.jump_if(place, test, anchor, false)?;
        self.place_label(inside);
        self.statements(body)?;
        // The test is made again at the bottom, so that each turn jumps once.
        self.jump_if(place, test, inside, true)?;
        self.pop_block();
        self.place_label(anchor);
        self.statements(orelse)?;
        self.place_label(end);
        Ok(())
    }

    pub(super) fn for_statement(
        &mut self,
        span: Span,
        target: &'a Expr,
        iter: &'a Expr,
        body: &'a [Stmt],
        orelse: &'a [Stmt],
    ) -> Result<()> {
        let (start, cleanup, end) = (self.new_label(), self.new_label(), self.new_label());
        self.push_block(BlockKind::ForLoop, start, Some(end), span)?;
        self.iterable(iter)?;
        let place = self.place(iter.span);
        self.emit(place, Opcode::GetIter);
        self.place_label(start);
        self.emit_jump(place, Opcode::ForIter, cleanup);
        self.target(target, Context::Store)?;
        self.statements(body)?;
        self.emit_jump(Place::NONE, Op::Jump, start);
        self.place_label(cleanup);
        self.emit(Place::NONE, Opcode::EndFor);
        self.emit(Place::NONE, Opcode::PopTop);
        self.pop_block();
        self.statements(orelse)?;
        self.place_label(end);
        Ok(())
    }

    pub(super) fn break_statement(&mut self, s: &Stmt) -> Result<()> {
        self.leave_loop(s, "'break' outside loop", |block| block.exit, true)
    }

    pub(super) fn continue_statement(&mut self, s: &Stmt) -> Result<()> {
        self.leave_loop(s, "'continue' not properly in loop", |block| Some(block.start), false)
    }

    fn leave_loop(
        &mut self,
        s: &Stmt,
        message: &str,
        target: impl Fn(&FrameBlock<'a>) -> Option<Label>,
        unwind_loop: bool,
    ) -> Result<()> {
        let mut place = self.place(s.span);
        self.emit(place, Opcode::Nop);
        let Some(block) = self.unwind(&mut place, false, true, s.span)? else { return fail(s.span, message) };
        if unwind_loop {
            self.unwind_block(&mut place, &block, false)?;
        }
        if let Some(label) = target(&block) {
            self.emit_jump(place, Op::Jump, label);
        }
        Ok(())
    }

    /// Undo the blocks from the innermost outwards: all of them, or up to the loop, which is returned.
    pub(super) fn unwind(
        &mut self,
        place: &mut Place,
        keep_top: bool,
        to_loop: bool,
        span: Span,
    ) -> Result<Option<FrameBlock<'a>>> {
        let all = std::mem::take(&mut self.unit.blocks);
        let mut found = None;
        for (depth, block) in all.iter().enumerate().rev() {
            match block.kind {
                BlockKind::ExceptionGroupHandler => {
                    return fail(span, "'break', 'continue' and 'return' cannot appear in an except* block");
                }
                BlockKind::WhileLoop | BlockKind::ForLoop if to_loop => {
                    found = Some(block.clone());
                    break;
                }
                _ => {}
            }
            self.unit.blocks = all[..depth].to_vec();
            self.unwind_block(place, block, keep_top)?;
        }
        self.unit.blocks = all;
        Ok(found)
    }

    fn unwind_block(&mut self, place: &mut Place, block: &FrameBlock<'a>, keep_top: bool) -> Result<()> {
        match block.kind {
            BlockKind::WhileLoop
            | BlockKind::ExceptionHandler
            | BlockKind::ExceptionGroupHandler
            | BlockKind::StopIteration => {}
            BlockKind::ForLoop | BlockKind::PopValue => {
                self.swap_if(keep_top, *place);
                self.emit(*place, Opcode::PopTop);
            }
            BlockKind::TryExcept => self.emit(*place, Op::PopBlock),
            BlockKind::FinallyTry(body) => {
                self.emit(*place, Op::PopBlock);
                if keep_top {
                    let label = self.new_label();
                    let block = FrameBlock { kind: BlockKind::PopValue, start: label, exit: None, place: *place };
                    self.unit.blocks.push(block);
                }
                self.statements(body)?;
                if keep_top {
                    self.pop_block();
                }
                // What follows the finally part has no place of its own.
                *place = Place::NONE;
            }
            BlockKind::FinallyEnd => {
                self.swap_if(keep_top, *place);
                self.emit(*place, Opcode::PopTop);
                self.swap_if(keep_top, *place);
                self.emit(*place, Op::PopBlock);
                self.emit(*place, Opcode::PopExcept);
            }
            BlockKind::With => {
                *place = block.place;
                self.emit(*place, Op::PopBlock);
                self.swap_if(keep_top, *place);
                self.call_exit_with_nones(*place);
                self.emit(*place, Opcode::PopTop);
                *place = Place::NONE;
            }
            BlockKind::HandlerCleanup(name) => {
                if name.is_some() {
                    self.emit(*place, Op::PopBlock);
                }
                self.swap_if(keep_top, *place);
                self.emit(*place, Op::PopBlock);
                self.emit(*place, Opcode::PopExcept);
                if let Some(name) = name {
                    self.unbind_handler_name(name, *place)?;
                }
            }
        }
        Ok(())
    }

    fn swap_if(&mut self, keep_top: bool, place: Place) {
        if keep_top {
            self.emit_arg(place, Opcode::Swap, 2);
        }
    }

    /// Jump to `next` when the truth of `e` is `condition`.
    pub(super) fn jump_if(&mut self, place: Place, e: &'a Expr, next: Label, condition: bool) -> Result<()> {
        if crate::fold::fold(e).is_none() {
            match &e.kind {
                ExprKind::UnaryOp { op: UnaryOp::Not, operand } if crate::fold::inverted_test(operand).is_none() => {
                    return self.jump_if(place, operand, next, !condition);
                }
                ExprKind::BoolOp { op, values } => return self.jump_if_bool(place, *op, values, next, condition),
                ExprKind::IfExp { test, body, orelse } => {
                    let (end, otherwise) = (self.new_label(), self.new_label());
                    self.jump_if(place, test, otherwise, false)?;
                    self.jump_if(place, body, next, condition)?;
                    self.emit_jump(Place::NONE, Op::JumpNoInterrupt, end);
                    self.place_label(otherwise);
                    self.jump_if(place, orelse, next, condition)?;
                    self.place_label(end);
                    return Ok(());
                }
                ExprKind::Compare { left, ops, comparators } if ops.len() > 1 => {
                    return self.jump_if_chain(e, left, ops, comparators, next, condition);
                }
                _ => {}
            }
        }
        self.expr(e)?;
        let place = self.place(crate::fold::test_span(e));
        self.emit(place, Opcode::ToBool);
        self.emit_jump(place, jump_op(condition), next);
        Ok(())
    }

    fn jump_if_bool(
        &mut self,
        place: Place,
        op: BoolOp,
        values: &'a [Expr],
        next: Label,
        condition: bool,
    ) -> Result<()> {
        let short = op == BoolOp::Or;
        let skip = if short == condition { next } else { self.new_label() };
        let Some((last, first)) = values.split_last() else { return Ok(()) };
        first.iter().try_for_each(|v| self.jump_if(place, v, skip, short))?;
        self.jump_if(place, last, next, condition)?;
        if skip != next {
            self.place_label(skip);
        }
        Ok(())
    }

    fn jump_if_chain(
        &mut self,
        e: &Expr,
        left: &'a Expr,
        ops: &[CmpOp],
        comparators: &'a [Expr],
        next: Label,
        condition: bool,
    ) -> Result<()> {
        let place = self.place(e.span);
        let (cleanup, end) = (self.new_label(), self.new_label());
        self.suspect_identity(e.span, left, ops, comparators);
        self.expr(left)?;
        let last = ops.len() - 1;
        for (op, right) in ops.iter().zip(comparators).take(last) {
            self.expr(right)?;
            self.emit_arg(place, Opcode::Swap, 2);
            self.emit_arg(place, Opcode::Copy, 2);
            self.compare_op(place, *op);
            self.emit(place, Opcode::ToBool);
            self.emit_jump(place, Opcode::PopJumpIfFalse, cleanup);
        }
        self.comparator(ops[last], &comparators[last])?;
        self.compare_op(place, ops[last]);
        self.emit(place, Opcode::ToBool);
        self.emit_jump(place, jump_op(condition), next);
        self.emit_jump(Place::NONE, Op::JumpNoInterrupt, end);
        self.place_label(cleanup);
        self.emit(place, Opcode::PopTop);
        if !condition {
            self.emit_jump(Place::NONE, Op::JumpNoInterrupt, next);
        }
        self.place_label(end);
        Ok(())
    }
}

fn jump_op(condition: bool) -> Opcode {
    if condition { Opcode::PopJumpIfTrue } else { Opcode::PopJumpIfFalse }
}
