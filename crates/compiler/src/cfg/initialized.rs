//! Which loads of locals must check that there is a value.

use super::*;

/// Locals that are followed through the whole graph; those beyond only inside each block (as in CPython).
const TRACKED: usize = 64;

/// What an instruction does to a local.
enum Access {
    Unbinds,
    Binds,
    Loads,
}

fn access(instr: &Instr) -> Option<Access> {
    match instr.op {
        Op::Plain(Opcode::DeleteFast | Opcode::LoadFastAndClear) | Op::StoreFastMaybeNull => Some(Access::Unbinds),
        Op::Plain(Opcode::StoreFast | Opcode::LoadFastCheck) => Some(Access::Binds),
        Op::Plain(Opcode::LoadFast) => Some(Access::Loads),
        _ => None,
    }
}

/// The blocks still to be looked at, and the locals that may be unbound when each begins.
struct Spread {
    unsafe_at: Vec<u64>,
    waiting: Vec<bool>,
    todo: Vec<BlockId>,
}

impl Spread {
    fn reach(&mut self, id: BlockId, unbound: u64) {
        let both = self.unsafe_at[id] | unbound;
        if both != self.unsafe_at[id] {
            self.unsafe_at[id] = both;
            if !std::mem::replace(&mut self.waiting[id], true) {
                self.todo.push(id);
            }
        }
    }
}

impl Graph {
    /// Turn `LOAD_FAST` of a local that may be unbound into `LOAD_FAST_CHECK`.
    pub(super) fn check_uninitialized(&mut self, locals: usize, parameters: usize) {
        if locals == 0 {
            return;
        }
        if locals > TRACKED {
            self.check_within_blocks(locals);
        }
        let mut spread =
            Spread { unsafe_at: vec![0; self.blocks.len()], waiting: vec![false; self.blocks.len()], todo: Vec::new() };
        let unbound = (parameters..locals.min(TRACKED)).fold(0, |mask, i| mask | 1 << i);
        spread.reach(0, unbound);
        self.visit(|graph, id| graph.scan_block(id, &mut spread));
        while let Some(id) = spread.todo.pop() {
            spread.waiting[id] = false;
            self.scan_block(id, &mut spread);
        }
    }

    fn scan_block(&mut self, id: BlockId, spread: &mut Spread) {
        let mut unbound = spread.unsafe_at[id];
        for instr in &mut self.blocks[id].instrs {
            if let Some(handler) = instr.handler.get() {
                spread.reach(handler, unbound);
            }
            if instr.arg as usize >= TRACKED {
                continue;
            }
            let bit = || 1_u64 << instr.arg;
            match access(instr) {
                Some(Access::Unbinds) => unbound |= bit(),
                Some(Access::Binds) => unbound &= !bit(),
                Some(Access::Loads) => {
                    let bit = bit();
                    if unbound & bit != 0 {
                        instr.op = Op::Plain(Opcode::LoadFastCheck);
                    }
                    unbound &= !bit;
                }
                None => {}
            }
        }
        let block = &self.blocks[id];
        if let Some(next) = block.next.filter(|_| block.falls_through()) {
            spread.reach(next, unbound);
        }
        if let Some(target) = block.last().filter(|l| l.op.is_jump()).and_then(|l| l.target.get()) {
            spread.reach(target, unbound);
        }
    }

    fn check_within_blocks(&mut self, locals: usize) {
        for id in self.order() {
            let mut bound = vec![false; locals];
            for instr in &mut self.blocks[id].instrs {
                let local = instr.arg as usize;
                if local < TRACKED {
                    continue;
                }
                match access(instr) {
                    Some(Access::Unbinds) => bound[local] = false,
                    Some(Access::Binds) => bound[local] = true,
                    Some(Access::Loads) if !std::mem::replace(&mut bound[local], true) => {
                        instr.op = Op::Plain(Opcode::LoadFastCheck);
                    }
                    Some(Access::Loads) | None => {}
                }
            }
        }
    }
}
