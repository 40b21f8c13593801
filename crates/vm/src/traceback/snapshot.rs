//! Frame objects: what a thread's stack looks like at one moment.

use crate::interp::Interp;
use crate::object::Wrapper;
use crate::thread_state::ThreadState;
use crate::value::Value;

/// The frame `depth` calls above the innermost one of `thread`, with those that called it; hidden library code does
/// not count. Nothing when the stack is not that deep.
pub fn frame_at(interp: &mut Interp, thread: &ThreadState, depth: usize) -> Option<Value> {
    let mut frames = Vec::new();
    for frame in &thread.frames {
        let code = &interp.code.get(frame.code).code;
        if code.flags.hidden {
            continue;
        }
        let at = (frame.pc as usize).saturating_sub(1);
        let known = &code.locations[..code.locations.len().min(at + 1)];
        let line = known.iter().rev().find(|l| l.line > 0).map_or(code.first_line, |l| l.line);
        frames.push((frame.code, line));
    }
    let count = frames.len().checked_sub(depth).filter(|&count| count > 0)?;
    let mut back = Value::None;
    for &(code, line) in &frames[..count] {
        back = interp.heap.new_wrapper(Wrapper::Frame { code, line, back });
    }
    Some(back)
}
