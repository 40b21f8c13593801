//! Improvements inside one block: known conditions, merged tests, folded tuples, threaded jumps.

use super::*;
use crate::constants::truth;
use Opcode::{
    BuildTuple, CompareOp, ContainsOp, Copy, IsOp, LoadConst, LoadGlobal, Nop, PopJumpIfFalse, PopJumpIfNone,
    PopJumpIfNotNone, PopJumpIfTrue, PopTop, PushNull, ReturnConst, ReturnValue, StoreFast, Swap, ToBool, UnaryNot,
    UnpackSequence,
};

impl Graph {
    pub(super) fn optimize_constants(&mut self, constants: &mut ConstantPool) {
        self.visit(|graph, id| {
            graph.rerouted |= optimize_constants_of(&mut graph.blocks[id].instrs, constants);
        });
    }

    pub(super) fn optimize_block(&mut self, id: BlockId, constants: &mut ConstantPool) {
        let mut i = 0;
        while i < self.blocks[id].instrs.len() {
            let instr = &self.blocks[id].instrs[i];
            let op = instr.op;
            let target = instr.target.get().and_then(|t| self.blocks[t].instrs.first()).copied();
            match op {
                Op::Plain(PopJumpIfNone | PopJumpIfNotNone | PopJumpIfFalse | PopJumpIfTrue) => {
                    if let Some(target) = target.filter(|t| t.op == Op::Jump)
                        && self.thread_jump(id, i, &target, op)
                    {
                        continue;
                    }
                }
                Op::Jump | Op::JumpNoInterrupt => {
                    let threaded = match target.map(|t| t.op) {
                        Some(Op::Jump) => Some(Op::Jump),
                        Some(Op::JumpNoInterrupt) => Some(op),
                        _ => None,
                    };
                    if let (Some(threaded), Some(target)) = (threaded, target)
                        && self.thread_jump(id, i, &target, threaded)
                    {
                        continue;
                    }
                }
                Op::Plain(op) => optimize_plain(op, &mut self.blocks[id].instrs, &mut i, constants),
                _ => {}
            }
            i += 1;
        }
    }

    /// Jump at once to where the jump at the target leads.
    fn thread_jump(&mut self, id: BlockId, i: usize, target: &Instr, op: Op) -> bool {
        let instrs = &mut self.blocks[id].instrs;
        if i + 1 != instrs.len() || instrs[i].target == target.target {
            return false;
        }
        let handler = instrs[i].handler;
        self.rerouted = true;
        instrs[i].make_nop();
        instrs.push(Instr { op, arg: 0, target: target.target, place: target.place, handler });
        true
    }
}

/// Whether a jump was decided.
fn optimize_constants_of(instrs: &mut [Instr], constants: &mut ConstantPool) -> bool {
    let mut known: Option<u32> = None;
    let mut decided = false;
    for i in 0..instrs.len() {
        let copies = instrs[i].op == Copy && instrs[i].arg == 1;
        if !(known.is_some() && copies) {
            known = (instrs[i].op == LoadConst).then_some(instrs[i].arg);
        }
        let Some(index) = known else { continue };
        let constant = constants.get(index);
        let Some(&next) = instrs.get(i + 1) else { continue };
        match next.op {
            Op::Plain(op @ (PopJumpIfFalse | PopJumpIfTrue)) => {
                let Some(truth) = truth(constant) else { continue };
                decided = true;
                instrs[i].make_nop();
                if truth == (op == PopJumpIfTrue) {
                    instrs[i + 1].op = Op::Jump;
                } else {
                    instrs[i + 1].make_nop();
                }
            }
            Op::Plain(IsOp) if *constant == Constant::None => merge_is_none(instrs, i),
            Op::Plain(ReturnValue) => {
                instrs[i].make_nop();
                instrs[i + 1].set(ReturnConst, index);
            }
            Op::Plain(ToBool) => {
                let Some(truth) = truth(constant) else { continue };
                let value = if truth { Constant::True } else { Constant::False };
                let index = constants.index(value);
                instrs[i].make_nop();
                instrs[i + 1].set(LoadConst, index);
            }
            _ => {}
        }
    }
    decided
}

/// `x is None` as a condition needs no comparison.
fn merge_is_none(instrs: &mut [Instr], i: usize) {
    let mut at = i + 2;
    if instrs.get(at).is_some_and(|n| n.op == ToBool) {
        instrs[at].make_nop();
        at += 1;
    }
    let Some(jump) = instrs.get(at).copied() else { return };
    let inverted = instrs[i + 1].arg == 1;
    let op = match jump.op {
        Op::Plain(PopJumpIfTrue) if !inverted => PopJumpIfNone,
        Op::Plain(PopJumpIfTrue) => PopJumpIfNotNone,
        Op::Plain(PopJumpIfFalse) if !inverted => PopJumpIfNotNone,
        Op::Plain(PopJumpIfFalse) => PopJumpIfNone,
        _ => return,
    };
    instrs[i].make_nop();
    instrs[i + 1].make_nop();
    instrs[at].op = Op::Plain(op);
}

fn optimize_plain(op: Opcode, instrs: &mut [Instr], i: &mut usize, constants: &mut ConstantPool) {
    if !matches!(op, BuildTuple | CompareOp | ContainsOp | IsOp | ToBool | UnaryNot | StoreFast | Swap | LoadGlobal) {
        return;
    }
    let at = *i;
    let (arg, place) = (instrs[at].arg, instrs[at].place);
    let next = instrs.get(at + 1).copied();
    let next_is = |op: Opcode| next.is_some_and(|n| n.op == op);
    match op {
        BuildTuple => {
            if next_is(UnpackSequence) && next.is_some_and(|n| n.arg == arg) && (1..=3).contains(&arg) {
                instrs[at].make_nop();
                match arg {
                    1 => instrs[at + 1].make_nop(),
                    _ => instrs[at + 1].set(Swap, arg),
                }
            } else {
                fold_tuple(instrs, at, arg as usize, constants);
            }
        }
        CompareOp if next_is(ToBool) => {
            instrs[at].make_nop();
            instrs[at + 1].set(CompareOp, arg | 1);
        }
        ContainsOp | IsOp if next_is(ToBool) => {
            instrs[at].make_nop();
            instrs[at + 1].set(op, arg);
        }
        ContainsOp | IsOp if next_is(UnaryNot) => {
            instrs[at].make_nop();
            instrs[at + 1].set(op, arg ^ 1);
        }
        ToBool if next_is(ToBool) => instrs[at].make_nop(),
        UnaryNot if next_is(ToBool) => {
            instrs[at].make_nop();
            instrs[at + 1].set(UnaryNot, 0);
        }
        UnaryNot if next_is(UnaryNot) => {
            instrs[at].make_nop();
            instrs[at + 1].make_nop();
        }
        StoreFast if next.is_some_and(|n| n.op == StoreFast && n.arg == arg && n.place.line == place.line) => {
            instrs[at].set(PopTop, 0);
        }
        Swap if arg == 1 => instrs[at].make_nop(),
        Swap => *i = swaps::optimize_swaps(instrs, at),
        LoadGlobal if next_is(PushNull) && arg & 1 == 0 => {
            instrs[at].arg |= 1;
            instrs[at + 1].make_nop();
        }
        _ => {}
    }
}

/// `LOAD_CONST a; LOAD_CONST b; BUILD_TUPLE 2` is a constant.
fn fold_tuple(instrs: &mut [Instr], at: usize, count: usize, constants: &mut ConstantPool) {
    let Some(start) = at.checked_sub(count) else { return };
    if !instrs[start..at].iter().all(|i| i.op == LoadConst) {
        return;
    }
    let items: Vec<Constant> = instrs[start..at].iter().map(|i| constants.get(i.arg).clone()).collect();
    if items.iter().any(|c| matches!(c, Constant::Code(_))) {
        return;
    }
    let index = constants.index(Constant::Tuple(items));
    instrs[start..at].iter_mut().for_each(|i| i.set(Nop, 0));
    instrs[at].set(LoadConst, index);
}
