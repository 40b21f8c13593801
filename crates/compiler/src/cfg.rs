//! The control flow graph: basic blocks, as CPython's `flowgraph.c` has them.

mod handlers;
mod initialized;
mod jumps;
mod lines;
mod peephole;
mod swaps;

use crate::constant_pool::ConstantPool;
use crate::instruction::{Emitted, Op, Place};
use gilscope_bytecode::{Constant, Opcode};
use std::num::NonZeroU32;

pub(crate) type BlockId = usize;

/// A block or none, in four bytes. An instruction takes 32 bytes by that instead of 56: the assembler goes over them a
/// dozen times, and those of a long module are in no cache.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct MaybeBlock(Option<NonZeroU32>);

impl MaybeBlock {
    pub(crate) const NONE: MaybeBlock = MaybeBlock(None);

    pub(crate) fn get(self) -> Option<BlockId> {
        self.0.map(|number| number.get() as BlockId - 1)
    }
}

impl From<Option<BlockId>> for MaybeBlock {
    /// A text of 4 GiB, the longest there is, has fewer blocks than fit.
    fn from(block: Option<BlockId>) -> MaybeBlock {
        MaybeBlock(block.and_then(|id| NonZeroU32::new(id as u32 + 1)))
    }
}

/// One instruction whose target is a block.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Instr {
    pub(crate) op: Op,
    pub(crate) arg: u32,
    pub(crate) target: MaybeBlock,
    pub(crate) place: Place,
    /// The block that handles its exceptions.
    pub(crate) handler: MaybeBlock,
}

impl Instr {
    pub(crate) fn new(op: impl Into<Op>, arg: u32, place: Place) -> Instr {
        Instr { op: op.into(), arg, target: MaybeBlock::NONE, place, handler: MaybeBlock::NONE }
    }

    fn set(&mut self, op: impl Into<Op>, arg: u32) {
        self.op = op.into();
        self.arg = arg;
        self.target = MaybeBlock::NONE;
    }

    fn make_nop(&mut self) {
        self.set(Opcode::Nop, 0);
    }
}

/// Instructions that are entered at the first and left at the last only.
#[derive(Debug, Clone, Default)]
pub(crate) struct Block {
    pub(crate) instrs: Vec<Instr>,
    pub(crate) next: Option<BlockId>,
    /// Whether a jump may lead here.
    labelled: bool,
    predecessors: u32,
    is_handler: bool,
    /// The handler gets the index of the raising instruction.
    pub(crate) preserve_lasti: bool,
    warm: bool,
    cold: bool,
}

impl Block {
    fn last(&self) -> Option<&Instr> {
        self.instrs.last()
    }

    /// Whether control may run on into the next block.
    pub(crate) fn falls_through(&self) -> bool {
        !self.last().is_some_and(|i| i.op.exits_scope() || i.op.is_unconditional_jump())
    }

    fn exits_scope(&self) -> bool {
        self.last().is_some_and(|i| i.op.exits_scope())
    }

    fn has_no_place(&self) -> bool {
        self.instrs.iter().all(|i| i.place.is_none())
    }
}

/// How many instructions the block has that begins with the first of `code`.
fn block_length(code: &[Emitted], labelled: &[bool]) -> usize {
    let goes_on = |(e, labelled): &(&Emitted, &bool)| !(e.op.is_jump() || e.op.exits_scope() || **labelled);
    1 + code.iter().zip(labelled.iter().skip(1)).take_while(goes_on).count()
}

/// The blocks; the first is the entry, `next` gives their order.
pub(crate) struct Graph {
    pub(crate) blocks: Vec<Block>,
    /// Whether paths have changed since `remove_unreachable` counted them.
    rerouted: bool,
}

impl Graph {
    /// Cut the instructions at the labels that are jumped to, and after jumps.
    pub(crate) fn new(code: &[Emitted], labels: &[Option<usize>]) -> Graph {
        let mut labelled = vec![false; code.len() + 1];
        let used = code.iter().filter_map(|e| e.target).filter_map(|l| labels[l.0 as usize]);
        used.for_each(|at| labelled[at] = true);
        let mut blocks = vec![Block::default()];
        let mut block_at = vec![0; code.len() + 1];
        for (i, e) in code.iter().enumerate() {
            let current = blocks.len() - 1;
            let ended = blocks[current].last().is_some_and(|l| l.op.is_jump() || l.op.exits_scope());
            let empty = blocks[current].instrs.is_empty();
            if ended || (labelled[i] && !empty) {
                blocks[current].next = Some(blocks.len());
                blocks.push(Block::default());
            }
            let current = blocks.len() - 1;
            blocks[current].labelled |= labelled[i];
            block_at[i] = current;
            let instrs = &mut blocks[current].instrs;
            if instrs.is_empty() {
                instrs.reserve_exact(block_length(&code[i..], &labelled[i..]));
            }
            instrs.push(Instr::new(e.op, e.arg, e.place));
        }
        let end = blocks.len();
        blocks[end - 1].next = Some(end);
        blocks.push(Block { labelled: labelled[code.len()], ..Block::default() });
        block_at[code.len()] = end;
        let mut graph = Graph { blocks, rerouted: true };
        graph.resolve_labels(code, labels, &block_at);
        graph
    }

    fn resolve_labels(&mut self, code: &[Emitted], labels: &[Option<usize>], block_at: &[BlockId]) {
        let mut emitted = code.iter();
        for block in &mut self.blocks {
            for instr in &mut block.instrs {
                let label = emitted.next().and_then(|e| e.target);
                instr.target = label.and_then(|l| labels[l.0 as usize]).map(|at| block_at[at]).into();
            }
        }
    }

    /// The blocks in their order.
    pub(crate) fn order(&self) -> Vec<BlockId> {
        let mut order = Vec::with_capacity(self.blocks.len());
        let mut next = Some(0);
        while let Some(id) = next {
            order.push(id);
            next = self.blocks[id].next;
        }
        order
    }

    /// Looks at each block in their order, which `visit` leaves as it is.
    fn visit(&mut self, mut visit: impl FnMut(&mut Graph, BlockId)) {
        let mut next = Some(0);
        while let Some(id) = next {
            visit(self, id);
            next = self.blocks[id].next;
        }
    }

    fn next_nonempty(&self, mut id: Option<BlockId>) -> Option<BlockId> {
        while let Some(b) = id {
            if !self.blocks[b].instrs.is_empty() {
                return id;
            }
            id = self.blocks[b].next;
        }
        None
    }

    /// Improve the code, and put the blocks into their final order.
    pub(crate) fn optimize(&mut self, constants: &mut ConstantPool, locals: usize, parameters: usize, first_line: u32) {
        if self.mark_handlers() {
            self.assign_handlers();
        }
        self.remove_unreachable();
        self.inline_small_exits();
        self.remove_unreachable();
        self.resolve_lines();
        self.optimize_constants(constants);
        self.visit(|graph, id| graph.optimize_block(id, constants));
        self.remove_redundant_nops_and_pairs();
        self.remove_unreachable();
        self.remove_redundant_nops_and_jumps();
        self.check_uninitialized(locals, parameters);
        self.push_cold_blocks_to_end();
        self.resolve_lines();
        self.guarantee_lines_of_exits(first_line);
    }
}
