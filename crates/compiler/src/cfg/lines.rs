//! Places for instructions that have none, and the removal of NOPs that no line needs.

use super::*;

impl Graph {
    pub(super) fn resolve_lines(&mut self) {
        self.duplicate_exits_without_place();
        self.propagate_places();
    }

    /// An exit without a place that several jumps share is copied, so that each copy gets its jump's line.
    fn duplicate_exits_without_place(&mut self) {
        let shared = |id: BlockId| self.blocks[id].predecessors > 1 && self.is_exit_without_place(id);
        let order = if (0..self.blocks.len()).any(shared) { self.order() } else { Vec::new() };
        for id in order {
            let Some(&last) = self.blocks[id].last() else { continue };
            let Some(target) = last.target.get().filter(|_| last.op.is_jump()) else { continue };
            let Some(target) = self.next_nonempty(Some(target)) else { continue };
            if !self.is_exit_without_place(target) || self.blocks[target].predecessors <= 1 {
                continue;
            }
            let mut copy = self.blocks[target].clone();
            copy.instrs[0].place = last.place;
            copy.predecessors = 1;
            copy.labelled = true;
            self.blocks.push(copy);
            let new = self.blocks.len() - 1;
            self.blocks[target].next = Some(new);
            self.blocks[target].predecessors -= 1;
            self.rerouted = true;
            if let Some(last) = self.blocks[id].instrs.last_mut() {
                last.target = Some(new).into();
            }
        }
        self.visit(|graph, id| {
            let block = &graph.blocks[id];
            let Some(next) = block.next.filter(|_| block.falls_through()) else { return };
            let Some(place) = block.last().map(|l| l.place) else { return };
            if graph.is_exit_without_place(next)
                && let Some(first) = graph.blocks[next].instrs.first_mut()
            {
                first.place = place;
            }
        });
    }

    fn is_exit_without_place(&self, id: BlockId) -> bool {
        let block = &self.blocks[id];
        let checks = |i: &Instr| match i.op {
            Op::Jump => true,
            Op::Plain(op) => op.check() != gilscope_bytecode::Check::Never,
            _ => false,
        };
        block.has_no_place() && (block.exits_scope() || block.instrs.iter().any(checks))
    }

    fn propagate_places(&mut self) {
        self.visit(Graph::propagate_places_of);
    }

    fn propagate_places_of(&mut self, id: BlockId) {
        let mut place = Place::NONE;
        for instr in &mut self.blocks[id].instrs {
            if instr.place.is_none() {
                instr.place = place;
            } else {
                place = instr.place;
            }
        }
        let block = &self.blocks[id];
        let Some(&last) = block.last() else { return };
        let next = block.next.filter(|_| block.falls_through());
        let target = last.target.get().filter(|_| last.op.is_jump());
        for successor in [next, target].into_iter().flatten() {
            let successor = &mut self.blocks[successor];
            if successor.predecessors == 1
                && let Some(first) = successor.instrs.first_mut().filter(|i| i.place.is_none())
            {
                first.place = place;
            }
        }
    }

    pub(super) fn guarantee_lines_of_exits(&mut self, first_line: u32) {
        let mut line = first_line as i32;
        self.visit(|graph, id| {
            let Some(last) = graph.blocks[id].instrs.last_mut() else { return };
            if !last.place.is_none() {
                line = last.place.line;
            } else if last.op == Opcode::ReturnValue {
                last.place.line = line;
            }
        });
    }

    pub(crate) fn remove_redundant_nops(&mut self) {
        self.visit(Graph::remove_nops_of);
    }

    fn remove_nops_of(&mut self, id: BlockId) {
        if !self.blocks[id].instrs.iter().any(|i| i.op == Opcode::Nop) {
            return;
        }
        let following = self.line_after(id);
        let instrs = &mut self.blocks[id].instrs;
        let mut kept = 0;
        let mut previous = -1;
        for i in 0..instrs.len() {
            let instr = instrs[i];
            let line = instr.place.line;
            if instr.op == Opcode::Nop {
                if line < 0 || previous == line {
                    continue;
                }
                match instrs.get_mut(i + 1) {
                    Some(next) if next.place.line == line => continue,
                    Some(next) if next.place.is_none() => {
                        next.place = instr.place;
                        continue;
                    }
                    Some(_) => {}
                    None if following == Some(line) => continue,
                    None => {}
                }
            }
            instrs[kept] = instr;
            kept += 1;
            previous = line;
        }
        instrs.truncate(kept);
    }

    /// The line on which the code after the block goes on.
    fn line_after(&self, id: BlockId) -> Option<i32> {
        let next = self.next_nonempty(self.blocks[id].next)?;
        let placed = |i: &&Instr| !(i.op == Opcode::Nop && i.place.is_none());
        self.blocks[next].instrs.iter().find(placed).map(|i| i.place.line)
    }

    pub(super) fn remove_redundant_nops_and_pairs(&mut self) {
        loop {
            let mut done = true;
            let mut previous: Option<(BlockId, usize)> = None;
            self.visit(|graph, id| {
                graph.remove_nops_of(id);
                if graph.blocks[id].labelled {
                    previous = None;
                }
                for i in 0..graph.blocks[id].instrs.len() {
                    let redundant = graph.blocks[id].instrs[i].op == Opcode::PopTop
                        && previous.is_some_and(|(b, p)| pushes_nothing_needed(&graph.blocks[b].instrs[p]));
                    if let Some((b, p)) = previous.filter(|_| redundant) {
                        graph.blocks[b].instrs[p].make_nop();
                        graph.blocks[id].instrs[i].make_nop();
                        done = false;
                    }
                    previous = Some((id, i));
                }
                let block = &graph.blocks[id];
                if block.last().is_some_and(|l| l.op.is_jump()) || !block.falls_through() {
                    previous = None;
                }
            });
            if done {
                return;
            }
        }
    }
}

fn pushes_nothing_needed(instr: &Instr) -> bool {
    instr.op == Opcode::LoadConst || (instr.op == Opcode::Copy && instr.arg == 1)
}
