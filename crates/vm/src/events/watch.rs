//! What a trace at the levels above `switches` shows: functions, lines, instructions, and what they change.
//!
//! The run loop shows each instruction here before it runs it. Only code of the script's own files is told of.

use crate::code_store::LinkedCode;
use crate::frame::Frame;
use crate::interp::Interp;
use crate::thread_state::ThreadState;
use gilscope_bytecode::Opcode;
use gilscope_trace::{EventKind, LeftBy, Level, Scope, ThreadId};
use std::collections::BTreeMap;

/// What has been told of the script's frames, thread by thread.
#[derive(Debug, Clone, Default)]
pub(super) struct Watch(BTreeMap<ThreadId, Watched>);

#[derive(Debug, Clone, Default)]
struct Watched {
    /// Functions that have begun and not been left, innermost last.
    calls: Vec<Call>,
    /// What the last instruction changes, if it does not raise.
    change: Option<Change>,
}

/// A function that runs.
#[derive(Debug, Clone, Copy)]
struct Call {
    /// How many frames there are, with its own.
    depth: usize,
    code: crate::value::CodeId,
    /// The last instruction.
    pc: usize,
    /// The last line that was told of.
    line: u32,
}

/// A change that is certain once the next instruction runs.
#[derive(Debug, Clone)]
struct Change {
    depth: usize,
    next: usize,
    kind: EventKind,
}

impl Interp {
    /// Whether each instruction is to be shown.
    #[inline]
    pub(crate) fn is_watched(&self) -> bool {
        self.events.watches
    }

    /// Something runs that is no part of the script's threads. To be undone with `watch_again`.
    pub(crate) fn stop_watching(&mut self) -> bool {
        std::mem::take(&mut self.events.watches)
    }

    /// What `stop_watching` said.
    pub(crate) fn watch_again(&mut self, is_watched: bool) {
        self.events.watches = is_watched;
    }

    /// Whether the instruction that the run loop has come to has been shown. To be asked once.
    #[inline]
    pub(crate) fn was_shown(&mut self) -> bool {
        std::mem::take(&mut self.events.shown)
    }

    /// The thread, whose frame is saved, is about to run the instruction at `pc`.
    pub(crate) fn show_instruction(&mut self, ts: &ThreadState, code: &LinkedCode, pc: usize) {
        self.events.shown = true;
        let is_unlinked = matches!(code.ops[..], [crate::op::Op::Link]);
        let Some(&frame) = ts.frames.last().filter(|_| !is_unlinked) else { return };
        let depth = ts.frames.len();
        let mut watched = self.events.watch.0.remove(&ts.id).unwrap_or_default();
        self.show_change(ts.id, &mut watched, depth, pc);
        self.show_ends(ts.id, &mut watched, depth, &frame, pc);
        if code.is_of_script() {
            self.show_place(ts, &mut watched, code, &frame, pc);
        }
        self.events.watch.0.insert(ts.id, watched);
    }

    /// The thread gives the interpreter back: what its last instruction did has been done.
    pub(crate) fn show_rest(&mut self, ts: &ThreadState) {
        let Some(mut watched) = self.events.watch.0.remove(&ts.id) else { return };
        let depth = ts.frames.len();
        if let Some(frame) = ts.frames.last() {
            self.show_change(ts.id, &mut watched, depth, frame.pc as usize);
        }
        while watched.calls.last().is_some_and(|call| call.depth > depth) {
            self.show_end(ts.id, &mut watched);
        }
        if depth > 0 {
            self.events.watch.0.insert(ts.id, watched);
        }
    }

    fn show_change(&mut self, thread: ThreadId, watched: &mut Watched, depth: usize, pc: usize) {
        let Some(change) = watched.change.take() else { return };
        if (change.depth, change.next) == (depth, pc)
            && let Some(call) = watched.calls.last().copied()
        {
            self.tell(thread, &call, change.kind);
        }
    }

    /// Functions end that are deeper than the frame, or have been replaced by it.
    fn show_ends(&mut self, thread: ThreadId, watched: &mut Watched, depth: usize, frame: &Frame, pc: usize) {
        let has_ended =
            |call: &Call| call.depth > depth || (call.depth == depth && (call.code != frame.code || pc == 0));
        while watched.calls.last().is_some_and(has_ended) {
            self.show_end(thread, watched);
        }
    }

    fn show_end(&mut self, thread: ThreadId, watched: &mut Watched) {
        let Some(call) = watched.calls.pop() else { return };
        let by = match self.code.get(call.code).code.instructions.get(call.pc).map(|instruction| instruction.op) {
            Some(Opcode::ReturnValue | Opcode::ReturnConst | Opcode::ReturnGenerator) => LeftBy::Return,
            Some(Opcode::YieldValue) => LeftBy::Yield,
            _ => LeftBy::Exception,
        };
        self.tell(thread, &call, EventKind::FunctionLeft { by });
    }

    fn show_place(&mut self, ts: &ThreadState, watched: &mut Watched, code: &LinkedCode, frame: &Frame, pc: usize) {
        let depth = ts.frames.len();
        let line = code.code.locations.get(pc).map_or(0, |location| location.line);
        let is_new = watched.calls.last().is_none_or(|call| call.depth < depth);
        if is_new {
            // A generator that goes on is on the line where it stopped.
            let call = Call { depth, code: frame.code, pc, line: if pc == 0 { 0 } else { line } };
            self.tell(ts.id, &call, EventKind::FunctionEntered);
            watched.calls.push(call);
        }
        let Some(call) = watched.calls.last_mut() else { return };
        let was_at = std::mem::replace(&mut call.pc, pc);
        let op = code.code.instructions.get(pc).map_or(Opcode::Nop, |instruction| instruction.op);
        let jumped_back = !is_new && pc <= was_at;
        if line != 0 && (line != call.line || jumped_back) && !prepares(op) {
            call.line = line;
            let call = *call;
            self.tell_at(Level::Lines, ts.id, &call, EventKind::LineReached);
        }
        let Some(call) = watched.calls.last().copied() else { return };
        if self.events.wants(Level::Instructions) {
            self.tell(ts.id, &call, EventKind::InstructionRun);
            watched.change = self.change(ts, code, pc).map(|(scope, what, now)| Change {
                depth,
                next: pc + 1,
                kind: EventKind::ValueChanged { what: what.into(), scope, now: now.into() },
            });
        }
    }

    fn tell_at(&mut self, level: Level, thread: ThreadId, call: &Call, kind: EventKind) {
        if self.events.wants(level) {
            self.tell(thread, call, kind);
        }
    }

    fn tell(&mut self, thread: ThreadId, call: &Call, kind: EventKind) {
        let place = self.define_place(call.code, call.pc as u32);
        self.record_in(thread, Some(place), kind);
    }
}

/// What a function begins with before its first line.
fn prepares(op: Opcode) -> bool {
    matches!(op, Opcode::Resume | Opcode::MakeCell | Opcode::CopyFreeVars | Opcode::ReturnGenerator)
}

/// The scope, name and new value of a change.
pub(super) type Changed = (Scope, String, String);
