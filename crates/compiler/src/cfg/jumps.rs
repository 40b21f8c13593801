//! Reachability, the shape of jumps, and the order of blocks.

use super::*;

/// Exits of at most this size are copied instead of jumped to.
const MAX_COPY_SIZE: usize = 4;

impl Graph {
    /// Empty the blocks that no path leads to, and count the paths into the others.
    pub(super) fn remove_unreachable(&mut self) {
        if !std::mem::take(&mut self.rerouted) {
            return;
        }
        self.blocks.iter_mut().for_each(|b| b.predecessors = 0);
        self.blocks[0].predecessors = 1;
        let mut todo = Vec::with_capacity(self.blocks.len());
        todo.push(0);
        while let Some(id) = todo.pop() {
            let block = &self.blocks[id];
            if let Some(next) = block.next.filter(|_| block.falls_through()) {
                self.count_path(next, &mut todo);
            }
            for i in 0..self.blocks[id].instrs.len() {
                // Only jumps and what sets up a handler have a target.
                if let Some(target) = self.blocks[id].instrs[i].target.get() {
                    self.count_path(target, &mut todo);
                }
            }
        }
        for block in self.blocks.iter_mut().filter(|b| b.predecessors == 0) {
            block.instrs.clear();
            block.is_handler = false;
        }
    }

    fn count_path(&mut self, to: BlockId, todo: &mut Vec<BlockId>) {
        let block = &mut self.blocks[to];
        if block.predecessors == 0 {
            todo.push(to);
        }
        block.predecessors += 1;
    }

    /// Replace jumps to short exits, and to code without lines, by a copy of it.
    pub(super) fn inline_small_exits(&mut self) {
        loop {
            let mut changed = false;
            self.visit(|graph, id| changed |= graph.inline_exit(id));
            if !changed {
                return;
            }
        }
    }

    fn inline_exit(&mut self, id: BlockId) -> bool {
        let Some(&last) = self.blocks[id].last() else { return false };
        let Some(target) = last.target.get().filter(|_| last.op.is_unconditional_jump()) else { return false };
        let to = &self.blocks[target];
        let small_exit = to.exits_scope() && to.instrs.len() <= MAX_COPY_SIZE;
        let placeless = to.has_no_place() && !to.falls_through();
        if !small_exit && !placeless {
            return false;
        }
        let copy = to.instrs.clone();
        let instrs = &mut self.blocks[id].instrs;
        if let Some(last) = instrs.last_mut() {
            last.make_nop();
        }
        instrs.extend(copy);
        if let Some(end) = instrs.last_mut().filter(|i| placeless && i.op.is_unconditional_jump())
            && last.op == Op::Jump
        {
            end.op = Op::Jump;
        }
        self.blocks[target].predecessors = self.blocks[target].predecessors.saturating_sub(1);
        self.rerouted = true;
        true
    }

    pub(super) fn remove_redundant_nops_and_jumps(&mut self) {
        loop {
            self.remove_redundant_nops();
            if !self.remove_redundant_jumps() {
                return;
            }
        }
    }

    /// A jump to what follows anyway is none.
    fn remove_redundant_jumps(&mut self) -> bool {
        let mut changed = false;
        self.visit(|graph, id| {
            let Some(last) = graph.blocks[id].last().filter(|last| last.op.is_unconditional_jump()) else { return };
            if graph.next_nonempty(last.target.get()) == graph.next_nonempty(graph.blocks[id].next)
                && let Some(last) = graph.blocks[id].instrs.last_mut()
            {
                last.make_nop();
                changed = true;
            }
        });
        changed
    }

    /// Move what only an exception leads to behind everything else.
    pub(super) fn push_cold_blocks_to_end(&mut self) {
        if !self.blocks.iter().any(|b| b.is_handler) {
            return;
        }
        self.mark_cold();
        for id in self.order() {
            let block = &self.blocks[id];
            let Some(next) = block.next.filter(|_| block.cold && block.falls_through()) else { continue };
            if self.blocks[next].warm {
                let mut jump = Instr::new(Op::JumpNoInterrupt, 0, Place::NONE);
                jump.target = Some(next).into();
                let new =
                    Block { instrs: vec![jump], next: Some(next), cold: true, predecessors: 1, ..Block::default() };
                self.blocks.push(new);
                self.blocks[id].next = Some(self.blocks.len() - 1);
            }
        }
        let (cold, warm): (Vec<BlockId>, Vec<BlockId>) = self.order().into_iter().partition(|&b| self.blocks[b].cold);
        if cold.is_empty() {
            return;
        }
        self.relink(warm.into_iter().chain(cold));
        self.remove_redundant_nops_and_jumps();
    }

    fn relink(&mut self, order: impl Iterator<Item = BlockId>) {
        let order: Vec<BlockId> = order.collect();
        for (i, &id) in order.iter().enumerate() {
            self.blocks[id].next = order.get(i + 1).copied();
        }
    }

    fn mark_cold(&mut self) {
        let (mut todo, mut targets) = (vec![0], Vec::new());
        self.blocks[0].warm = true;
        while let Some(id) = todo.pop() {
            targets.extend(self.jump_successors(id));
            for target in targets.drain(..) {
                if !std::mem::replace(&mut self.blocks[target].warm, true) {
                    todo.push(target);
                }
            }
        }
        let handlers = |b: &&BlockId| self.blocks[**b].is_handler && !self.blocks[**b].warm;
        let mut todo: Vec<BlockId> = self.order().iter().filter(handlers).copied().collect();
        todo.iter().for_each(|&b| self.blocks[b].cold = true);
        while let Some(id) = todo.pop() {
            targets.extend(self.jump_successors(id));
            for target in targets.drain(..) {
                let block = &mut self.blocks[target];
                if !block.warm && !std::mem::replace(&mut block.cold, true) {
                    todo.push(target);
                }
            }
        }
    }

    fn jump_successors(&self, id: BlockId) -> impl Iterator<Item = BlockId> + '_ {
        let block = &self.blocks[id];
        let next = block.next.filter(|_| block.falls_through());
        let targets = block.last().filter(|i| i.op.is_jump()).and_then(|i| i.target.get());
        next.into_iter().chain(targets)
    }

    /// Give each jump its direction; a conditional jump back becomes one over a jump back.
    pub(crate) fn normalize_jumps(&mut self) {
        let mut seen = vec![false; self.blocks.len()];
        let mut next = Some(0);
        while let Some(id) = next {
            seen[id] = true;
            self.normalize_jump(id, &seen);
            next = self.blocks[id].next;
            seen.resize(self.blocks.len(), false);
        }
    }

    fn normalize_jump(&mut self, id: BlockId, seen: &[bool]) {
        let Some(&last) = self.blocks[id].last() else { return };
        let Some(target) = last.target.get().filter(|_| last.op.is_jump()) else { return };
        let backward = seen[target];
        let op = match last.op {
            Op::Jump if backward => Opcode::JumpBackward,
            Op::JumpNoInterrupt if backward => Opcode::JumpBackwardNoInterrupt,
            Op::Jump | Op::JumpNoInterrupt => Opcode::JumpForward,
            Op::Plain(op) if backward => {
                let Some(reversed) = reversed(op) else { return };
                let next = self.blocks[id].next;
                let mut jump = Instr::new(Op::Jump, 0, last.place);
                // CPython leaves this one jump uncovered; here Ctrl-C in a loop reaches the handler around it.
                (jump.target, jump.handler) = (Some(target).into(), last.handler);
                self.blocks.push(Block { instrs: vec![jump], next, ..Block::default() });
                let new = self.blocks.len() - 1;
                self.blocks[id].next = Some(new);
                if let Some(last) = self.blocks[id].instrs.last_mut() {
                    (last.op, last.target) = (Op::Plain(reversed), next.into());
                }
                return;
            }
            _ => return,
        };
        if let Some(last) = self.blocks[id].instrs.last_mut() {
            last.op = Op::Plain(op);
        }
    }
}

fn reversed(op: Opcode) -> Option<Opcode> {
    match op {
        Opcode::PopJumpIfFalse => Some(Opcode::PopJumpIfTrue),
        Opcode::PopJumpIfTrue => Some(Opcode::PopJumpIfFalse),
        Opcode::PopJumpIfNone => Some(Opcode::PopJumpIfNotNone),
        Opcode::PopJumpIfNotNone => Some(Opcode::PopJumpIfNone),
        _ => None,
    }
}
