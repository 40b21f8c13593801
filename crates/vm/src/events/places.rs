//! Where the script is: the code object and instruction that an event happens at.

use crate::code_store::LinkedCode;
use crate::interp::Interp;
use crate::thread_state::ThreadState;
use crate::value::CodeId;
use gilscope_bytecode::Code;
use gilscope_trace::{CodeFacts, Definition, Place, ThreadId};

impl Interp {
    /// The instruction of the script that a thread is at, when it runs library code the one that called it; `None` when
    /// no code of the script's own is running. `in_call`: it is in the middle of the instruction before its next.
    pub fn place(&mut self, thread: ThreadId, in_call: bool) -> Option<Place> {
        let state = self.pick_up(thread)?;
        let place = self.place_in(&state, in_call);
        self.put_down(thread, state);
        place
    }

    /// As `place`, for a thread that has been taken out.
    pub(crate) fn place_in(&mut self, ts: &ThreadState, in_call: bool) -> Option<Place> {
        let top = ts.frames.len().checked_sub(1)?;
        let frames = ts.frames.iter().enumerate().rev();
        let mut own = frames.filter(|(_, frame)| self.code.find(frame.code).is_some_and(LinkedCode::is_of_script));
        let (index, frame) = own.next()?;
        let in_the_middle = in_call || index < top;
        let instruction = if in_the_middle { frame.pc.saturating_sub(1) } else { frame.pc };
        Some(self.define_place(frame.code, instruction))
    }

    /// A place in a code object, which is defined if it has not been.
    pub(crate) fn define_place(&mut self, code: CodeId, instruction: u32) -> Place {
        let index = code.index();
        if index >= self.events.defined.len() {
            self.events.defined.resize(index + 1, false);
        }
        let id = gilscope_trace::CodeId(index as u32);
        if !std::mem::replace(&mut self.events.defined[index], true) {
            let facts = facts(&self.code.get(code).code);
            self.define(&Definition::Code(id, facts));
        }
        Place { code: id, instruction }
    }
}

impl LinkedCode {
    /// Whether it comes from the files of the script and not from the library.
    pub(crate) fn is_of_script(&self) -> bool {
        !self.code.flags.hidden && !self.code.filename.starts_with("<frozen ")
    }
}

fn facts(code: &Code) -> CodeFacts {
    let mut lines: Vec<(u32, u32)> = Vec::new();
    for (instruction, location) in (0..).zip(code.locations.iter()) {
        if lines.last().is_none_or(|&(_, line)| line != location.line) {
            lines.push((instruction, location.line));
        }
    }
    CodeFacts { name: code.qualname.clone(), file: code.filename.clone(), lines }
}
