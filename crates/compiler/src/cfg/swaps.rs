//! Fewer SWAPs: a run of them is made minimal, and stores are exchanged instead where that is the same.

use super::*;

/// Improve the SWAPs that begin at `at`; returns where their run ends.
pub(super) fn optimize_swaps(instrs: &mut [Instr], at: usize) -> usize {
    let end = minimize_run(instrs, at);
    apply_to_stores(instrs, end);
    end
}

fn minimize_run(instrs: &mut [Instr], at: usize) -> usize {
    let in_run = |i: &&Instr| i.op == Opcode::Swap || i.op == Opcode::Nop;
    let length = 1 + instrs[at + 1..].iter().take_while(in_run).count();
    let run = &mut instrs[at..at + length];
    let swaps = || run.iter().filter(|i| i.op == Opcode::Swap);
    if swaps().count() == 1 {
        return at;
    }
    let depth = swaps().map(|i| i.arg as usize).max().unwrap_or(0);
    let mut stack: Vec<usize> = (0..depth).collect();
    swaps().for_each(|i| stack.swap(0, i.arg as usize - 1));
    // Each cycle of the permutation is one series of swaps through the top.
    let mut found = Vec::new();
    let mut done = vec![false; depth];
    for i in 0..depth {
        if done[i] || stack[i] == i {
            continue;
        }
        let mut j = i;
        loop {
            if j > 0 {
                found.push(j as u32 + 1);
            }
            if std::mem::replace(&mut done[j], true) {
                break;
            }
            j = stack[j];
        }
    }
    let unused = run.len() - found.len().min(run.len());
    run[..unused].iter_mut().for_each(Instr::make_nop);
    for (instr, arg) in run[unused..].iter_mut().rev().zip(found) {
        instr.set(Opcode::Swap, arg);
    }
    at + length - 1
}

fn swappable(op: Op) -> bool {
    matches!(op, Op::Plain(Opcode::StoreFast | Opcode::PopTop) | Op::StoreFastMaybeNull)
}

fn stored_local(instr: &Instr) -> Option<u32> {
    matches!(instr.op, Op::Plain(Opcode::StoreFast) | Op::StoreFastMaybeNull).then_some(instr.arg)
}

fn next_swappable(instrs: &[Instr], from: usize, line: Option<i32>) -> Option<usize> {
    for (i, instr) in instrs.iter().enumerate().skip(from + 1) {
        if line.is_some_and(|l| l >= 0 && instr.place.line != l) {
            return None;
        }
        if instr.op == Opcode::Nop {
            continue;
        }
        return swappable(instr.op).then_some(i);
    }
    None
}

/// `SWAP 2; STORE_FAST a; STORE_FAST b` is `STORE_FAST b; STORE_FAST a`.
fn apply_to_stores(instrs: &mut [Instr], end: usize) {
    for i in (0..=end).rev() {
        if instrs[i].op != Opcode::Swap {
            if instrs[i].op == Opcode::Nop || swappable(instrs[i].op) {
                continue;
            }
            return;
        }
        let Some(first) = next_swappable(instrs, i, None) else { return };
        let line = instrs[first].place.line;
        let mut last = first;
        for _ in 1..instrs[i].arg {
            let Some(next) = next_swappable(instrs, last, Some(line)) else { return };
            last = next;
        }
        let (a, b) = (stored_local(&instrs[first]), stored_local(&instrs[last]));
        if a.is_some() && a == b {
            return;
        }
        let between = instrs.get(first + 1..last).unwrap_or(&[]);
        if between.iter().filter_map(stored_local).any(|l| Some(l) == a || Some(l) == b) {
            return;
        }
        instrs[i].make_nop();
        instrs.swap(first, last);
    }
}
