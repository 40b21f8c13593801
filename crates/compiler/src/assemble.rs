//! Blocks → code object: prefix, stack depth, jump targets, exception table.

use crate::cfg::{BlockId, Graph, Instr, MaybeBlock};
use crate::instruction::{Op, Place};
use crate::unit::Unit;
use gilscope_bytecode::{Code, Constant, ExceptionRange, Instruction, Location, Opcode};
use std::sync::Arc;

/// The code object of a finished unit.
pub(crate) fn assemble(mut unit: Unit<'_>, filename: &Arc<str>) -> Code {
    add_final_return(&mut unit);
    let mut graph = Graph::new(&unit.code, &unit.labels);
    unit.code = Vec::new();
    let parameters = unit.arg_count + unit.kwonly_count;
    let parameters = parameters as usize + usize::from(unit.flags.varargs) + usize::from(unit.flags.varkeywords);
    let fast_locals = unit.locals.len();
    let mut constants = std::mem::take(&mut unit.constants);
    graph.optimize(&mut constants, fast_locals, parameters, unit.first_line);
    let constants = used_constants(&mut graph, constants.into_values());
    let slots = Slots::new(&unit);
    slots.fix_operands(&mut graph);
    insert_prefix(&mut graph, &unit, &slots);
    let depths = StackDepths::new(&graph);
    convert_pseudo_ops(&mut graph);
    graph.normalize_jumps();
    let layout = Layout::new(&graph, &depths, unit.flags.hidden);
    Code {
        name: unit.name,
        qualname: unit.qualname,
        filename: filename.clone(),
        first_line: unit.first_line,
        flags: unit.flags,
        arg_count: unit.arg_count,
        posonly_count: unit.posonly_count,
        kwonly_count: unit.kwonly_count,
        locals: slots.names,
        cells: slots.cells,
        free_count: unit.free.len() as u32,
        stack_size: depths.max,
        names: unit.names.into_iter().collect(),
        constants,
        instructions: layout.instructions,
        locations: layout.locations.into(),
        exception_table: layout.exception_table,
    }
}

fn add_final_return(unit: &mut Unit<'_>) {
    let index = unit.constant(Constant::None);
    unit.emit(Place::NONE, Op::Plain(Opcode::LoadConst), index, None);
    unit.emit(Place::NONE, Op::Plain(Opcode::ReturnValue), 0, None);
}

/// Where each variable lives: parameters and locals, then cells that are neither, then free variables.
struct Slots {
    names: Vec<Arc<str>>,
    cells: Vec<u32>,
    /// Slot of each cell, then of each free variable.
    derefs: Vec<u32>,
}

impl Slots {
    fn new(unit: &Unit<'_>) -> Slots {
        let mut names: Vec<Arc<str>> = unit.locals.iter().cloned().collect();
        let mut cells = Vec::new();
        for cell in &unit.cells {
            let slot = unit.locals.get_index_of(cell).unwrap_or_else(|| {
                names.push(cell.clone());
                names.len() - 1
            });
            cells.push(slot as u32);
        }
        let first_free = names.len() as u32;
        names.extend(unit.free.iter().cloned());
        let derefs = cells.iter().copied().chain(first_free..names.len() as u32).collect();
        cells.sort_unstable();
        Slots { names, cells, derefs }
    }

    fn fix_operands(&self, graph: &mut Graph) {
        use Opcode::{DeleteDeref, LoadDeref, LoadFromDictOrDeref, MakeCell, StoreDeref};
        for instr in graph.blocks.iter_mut().flat_map(|b| &mut b.instrs) {
            let is_deref = matches!(
                instr.op,
                Op::LoadClosure | Op::Plain(MakeCell | LoadDeref | StoreDeref | DeleteDeref | LoadFromDictOrDeref)
            );
            if is_deref {
                instr.arg = self.derefs.get(instr.arg as usize).copied().unwrap_or(0);
            }
        }
    }
}

/// What runs before the body: cells, closure, and the birth of a generator.
fn insert_prefix(graph: &mut Graph, unit: &Unit<'_>, slots: &Slots) {
    let mut prefix = Vec::new();
    if !unit.free.is_empty() {
        prefix.push(Instr::new(Opcode::CopyFreeVars, unit.free.len() as u32, Place::NONE));
    }
    prefix.extend(slots.cells.iter().map(|&slot| Instr::new(Opcode::MakeCell, slot, Place::NONE)));
    if unit.flags.generator {
        let place = Place::line(unit.first_line);
        prefix.push(Instr::new(Opcode::ReturnGenerator, 0, place));
        prefix.push(Instr::new(Opcode::PopTop, 0, place));
    }
    graph.blocks[0].instrs.splice(0..0, prefix);
}

/// Drops the constants that no instruction needs any more, and renumbers the rest.
fn used_constants(graph: &mut Graph, mut constants: Vec<Constant>) -> Vec<Constant> {
    let uses_constant = |i: &Instr| i.op == Opcode::LoadConst || i.op == Opcode::ReturnConst;
    let mut used = vec![false; constants.len()];
    // The first may be the docstring.
    used.iter_mut().take(1).for_each(|u| *u = true);
    let reachable = graph.order();
    for &id in &reachable {
        graph.blocks[id].instrs.iter().filter(|i| uses_constant(i)).for_each(|i| used[i.arg as usize] = true);
    }
    let mut new_index = Vec::with_capacity(used.len());
    let mut count = 0;
    for &u in &used {
        new_index.push(count);
        count += u32::from(u);
    }
    let mut keep = used.iter();
    constants.retain(|_| *keep.next().unwrap_or(&true));
    for &id in &reachable {
        for instr in graph.blocks[id].instrs.iter_mut().filter(|i| uses_constant(i)) {
            instr.arg = new_index[instr.arg as usize];
        }
    }
    constants
}

fn convert_pseudo_ops(graph: &mut Graph) {
    for instr in graph.blocks.iter_mut().flat_map(|b| &mut b.instrs) {
        match instr.op {
            Op::LoadClosure => instr.op = Op::Plain(Opcode::LoadFast),
            Op::StoreFastMaybeNull => instr.op = Op::Plain(Opcode::StoreFast),
            op if op.is_setup() || op == Op::PopBlock => {
                (instr.op, instr.arg, instr.target) = (Op::Plain(Opcode::Nop), 0, MaybeBlock::NONE);
            }
            _ => {}
        }
    }
    graph.remove_redundant_nops();
}

/// The depth of the operand stack where each block begins.
struct StackDepths {
    start: Vec<Option<u32>>,
    max: u32,
}

impl StackDepths {
    fn new(graph: &Graph) -> StackDepths {
        let mut depths = StackDepths { start: vec![None; graph.blocks.len()], max: 1 };
        let mut todo = Vec::new();
        depths.reach(0, 0, &mut todo);
        while let Some(id) = todo.pop() {
            depths.walk(graph, id, &mut todo);
        }
        depths
    }

    fn reach(&mut self, id: BlockId, depth: u32, todo: &mut Vec<BlockId>) {
        self.max = self.max.max(depth);
        match self.start[id] {
            None => {
                self.start[id] = Some(depth);
                todo.push(id);
            }
            Some(known) => debug_assert_eq!(known, depth, "two depths for one block"),
        }
    }

    fn walk(&mut self, graph: &Graph, id: BlockId, todo: &mut Vec<BlockId>) {
        let Some(mut depth) = self.start[id] else { return };
        let block = &graph.blocks[id];
        for instr in &block.instrs {
            if let Some(target) = instr.target.get().filter(|_| instr.op.is_setup()) {
                // The handler finds the exception, and below it perhaps the index of the raising instruction.
                let pushed = if instr.op == Op::SetupCleanup { 2 } else { 1 };
                self.reach(target, depth + pushed, todo);
                continue;
            }
            let (pops, pushes) = effect(instr);
            debug_assert!(depth >= pops, "stack underflow at {instr:?}");
            depth = depth.saturating_sub(pops) + pushes;
            self.max = self.max.max(depth);
            if let Some(target) = instr.target.get().filter(|_| instr.op.is_jump()) {
                self.reach(target, depth, todo);
            }
        }
        if let Some(next) = block.next.filter(|_| block.falls_through()) {
            self.reach(next, depth, todo);
        }
    }
}

fn effect(instr: &Instr) -> (u32, u32) {
    match instr.op {
        Op::Plain(op) => op.stack_effect(instr.arg),
        Op::LoadClosure => (0, 1),
        Op::StoreFastMaybeNull => (1, 0),
        _ => (0, 0),
    }
}

/// The instructions in a row.
struct Layout {
    instructions: Vec<Instruction>,
    locations: Vec<Location>,
    exception_table: Vec<ExceptionRange>,
}

impl Layout {
    fn new(graph: &Graph, depths: &StackDepths, hidden: bool) -> Layout {
        let order = graph.order();
        let mut offsets = vec![0; graph.blocks.len()];
        let mut offset = 0;
        for &id in &order {
            offsets[id] = offset;
            offset += graph.blocks[id].instrs.len() as u32;
        }
        let count = offset as usize;
        let mut layout = Layout {
            instructions: Vec::with_capacity(count),
            locations: Vec::with_capacity(count),
            exception_table: Vec::new(),
        };
        let mut handler = None;
        let mut start = 0;
        for instr in order.iter().flat_map(|&id| &graph.blocks[id].instrs) {
            let at = layout.instructions.len() as u32;
            if instr.handler.get() != handler {
                layout.end_range(graph, depths, &offsets, handler, start..at);
                (handler, start) = (instr.handler.get(), at);
            }
            let arg = instr.target.get().map_or(instr.arg, |t| offsets[t]);
            layout.instructions.push(Instruction { op: plain(instr.op, hidden), arg });
            layout.locations.push(instr.place.location());
        }
        let end = layout.instructions.len() as u32;
        layout.end_range(graph, depths, &offsets, handler, start..end);
        layout
    }

    fn end_range(
        &mut self,
        graph: &Graph,
        depths: &StackDepths,
        offsets: &[u32],
        handler: Option<BlockId>,
        range: std::ops::Range<u32>,
    ) {
        let Some(handler) = handler else { return };
        let push_lasti = graph.blocks[handler].preserve_lasti;
        let depth = depths.start.get(handler).copied().flatten().unwrap_or(0);
        let depth = depth.saturating_sub(1 + u32::from(push_lasti));
        let target = offsets[handler];
        self.exception_table.push(ExceptionRange { start: range.start, end: range.end, target, depth, push_lasti });
    }
}

fn plain(op: Op, hidden: bool) -> Opcode {
    match op {
        Op::Plain(Opcode::JumpBackward) if hidden => Opcode::JumpBackwardNoInterrupt,
        Op::Plain(op) => op,
        _ => Opcode::Nop,
    }
}
