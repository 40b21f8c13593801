//! How deep the operand stack is before each instruction. That is the same whichever way one comes there.

use gilscope_bytecode::Code;

/// The depth before each instruction; none for those that cannot be reached.
pub(super) fn stack_depths(code: &Code) -> Vec<Option<u32>> {
    let mut depths = vec![None; code.instructions.len()];
    let handlers = code.exception_table.iter().map(|range| {
        // The exception, and where it was raised, are pushed.
        (range.target as usize, range.depth + 1 + u32::from(range.push_lasti))
    });
    let mut todo: Vec<(usize, u32)> = handlers.chain([(0, 0)]).collect();
    while let Some((mut at, mut depth)) = todo.pop() {
        while let (Some(known @ None), Some(instruction)) = (depths.get_mut(at), code.instructions.get(at)) {
            *known = Some(depth);
            let (pops, pushes) = instruction.op.stack_effect(instruction.arg);
            depth = depth.saturating_sub(pops).saturating_add(pushes);
            if instruction.op.jumps() {
                todo.push((instruction.arg as usize, depth));
            }
            if instruction.op.ends_block() {
                break;
            }
            at += 1;
        }
    }
    depths
}
