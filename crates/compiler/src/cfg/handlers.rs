//! Which handler covers each instruction.

use super::*;

impl Graph {
    /// Whether there are any.
    pub(super) fn mark_handlers(&mut self) -> bool {
        let setups = self.blocks.iter().flat_map(|b| &b.instrs).filter(|i| i.op.is_setup());
        let targets: Vec<(BlockId, Op)> = setups.filter_map(|i| Some((i.target.get()?, i.op))).collect();
        for &(target, op) in &targets {
            self.blocks[target].is_handler = true;
            self.blocks[target].preserve_lasti |= op != Op::SetupFinally;
        }
        !targets.is_empty()
    }

    /// Follow every path with the stack of handlers that are active on it.
    pub(super) fn assign_handlers(&mut self) {
        let mut stacks: Vec<Option<Vec<BlockId>>> = vec![None; self.blocks.len()];
        let mut todo = vec![0];
        stacks[0] = Some(Vec::new());
        while let Some(id) = todo.pop() {
            let Some(mut stack) = stacks[id].clone() else { continue };
            let mut reached = Vec::new();
            let mut yield_depth = None;
            for instr in &mut self.blocks[id].instrs {
                if instr.op.is_setup() {
                    reached.extend(instr.target.get().map(|t| (t, stack.clone())));
                    stack.extend(instr.target.get());
                    continue;
                }
                if instr.op == Op::PopBlock {
                    stack.pop();
                    instr.make_nop();
                    continue;
                }
                instr.handler = stack.last().copied().into();
                if instr.op.is_jump() {
                    reached.extend(instr.target.get().map(|t| (t, stack.clone())));
                } else if instr.op == Opcode::YieldValue {
                    yield_depth = Some(stack.len());
                } else if instr.op == Opcode::Resume && instr.arg != 0 && yield_depth.take() == Some(1) {
                    // Only the generator's own handler is active: CPython marks the cheap case.
                    instr.arg |= 4;
                }
            }
            if self.blocks[id].falls_through() {
                reached.extend(self.blocks[id].next.map(|n| (n, stack)));
            }
            for (target, stack) in reached {
                if stacks[target].is_none() {
                    stacks[target] = Some(stack);
                    todo.push(target);
                }
            }
        }
    }
}
