//! The life of script threads.

use crate::exit::Reply;
use crate::frame::{Frame, NOTHING, OnReturn};
use crate::interp::Interp;
use crate::link::WINDOW;
use crate::thread_state::{Pending, ThreadState};
use crate::value::{CodeId, ExceptionId, ModuleId, Value};
use gilscope_bytecode::{Code, CodeFlags, Instruction, Location, Opcode};
use gilscope_trace::ThreadId;
use std::sync::Arc;

/// A new thread's stack, with nothing on it. To copy it is six times as fast as to fill another one.
static NULLS: [Value; 4 + WINDOW + WINDOW / 2] = [Value::Null; 4 + WINDOW + WINDOW / 2];

impl Interp {
    /// A new thread that will call `callee(*args, **keywords)`: `args` a tuple or `Null`, `keywords` a dict or `Null`.
    pub fn new_thread(&mut self, callee: Value, args: Value, keywords: Value) -> ThreadId {
        let id = ThreadId(self.threads.len() as u32);
        let mut ts = ThreadState::new(id);
        ts.ident = ident_of(id);
        self.enter(&mut ts, callee, args, keywords);
        self.threads.push(Box::new(ts));
        self.alive += 1;
        id
    }

    /// Make the thread's first frame: library code that calls `callee`.
    pub(crate) fn enter(&mut self, ts: &mut ThreadState, callee: Value, args: Value, keywords: Value) {
        let args = if args.is_null() { self.empty_tuple } else { args };
        let code = self.entry_code();
        ts.stack.clear();
        if ts.stack.capacity() < NULLS.len() {
            ts.stack = self.spare_stacks.pop().unwrap_or_default();
        }
        // A window for this frame, and room for the windows of the first few that it calls: to grow the stack in one of
        // them would take the system's stack a page deeper.
        ts.stack.extend_from_slice(&NULLS);
        ts.stack[..4].copy_from_slice(&[
            callee,
            Value::Null,
            args,
            if keywords.is_null() { Value::None } else { keywords },
        ]);
        ts.frames.push(Frame {
            code,
            sp: 4,
            function: NOTHING,
            generator: NOTHING,
            on_return: OnReturn::Finish,
            ..Frame::default()
        });
    }

    /// The code of every thread's first frame.
    fn entry_code(&mut self) -> CodeId {
        if let Some(code) = self.entry {
            return code;
        }
        let ops = [(Opcode::CallFunctionEx, 1), (Opcode::ReturnValue, 0)];
        let code = Code {
            name: "<thread>".into(),
            qualname: "<thread>".into(),
            filename: "<thread>".into(),
            first_line: 0,
            flags: CodeFlags { optimized: true, hidden: true, ..CodeFlags::default() },
            arg_count: 0,
            posonly_count: 0,
            kwonly_count: 0,
            locals: Vec::new(),
            cells: Vec::new(),
            free_count: 0,
            stack_size: 4,
            names: Vec::new(),
            constants: Vec::new(),
            instructions: ops.map(|(op, arg)| Instruction { op, arg }).to_vec(),
            locations: vec![Location::default(); ops.len()].into(),
            exception_table: Vec::new(),
        };
        let id = self.add_code(&Arc::new(code), ModuleId::from_index(0));
        self.entry = Some(id);
        id
    }

    /// A function that runs a module's code with the globals of `module`.
    pub fn module_body(&mut self, code: &Arc<Code>, module: ModuleId) -> Value {
        let code = self.add_code(code, module);
        Value::Function(self.heap.functions.alloc(crate::object::FunctionObject { code, ..Default::default() }))
    }

    /// The reply to what `Exit::Io` asked for; the thread must not run before it has it.
    pub fn complete(&mut self, id: ThreadId, reply: Reply) {
        if let Some(thread) = self.threads.get_mut(id.0 as usize)
            && let Pending::Io { reply: place, .. } = &mut thread.pending
        {
            *place = Some(reply);
        }
    }

    /// How many threads have not ended, one that is about to be started included.
    pub fn threads_alive(&self) -> usize {
        self.alive
    }

    /// The OS thread that `Exit::Spawn` asked for could not be started: the native raises RuntimeError.
    pub fn spawn_failed(&mut self, parent: ThreadId, child: ThreadId) {
        let error = self.heap.new_str("can't start new thread");
        let exception = self.new_exception(crate::exceptions::RUNTIME_ERROR, &[error]);
        if let Some(thread) = self.threads.get_mut(parent.0 as usize) {
            thread.injected = Some(Value::Exception(exception));
            thread.pending = Pending::Nothing;
        }
        self.finish_thread(child);
    }

    /// The thread has ended: wake those that join it, drop what it held.
    pub fn finish_thread(&mut self, id: ThreadId) {
        let Some(thread) = self.threads.get_mut(id.0 as usize) else { return };
        self.alive = self.alive.saturating_sub(1);
        thread.finished = true;
        if self.heap.goes_back() {
            thread.frames.clear()
        } else {
            thread.frames = Vec::new()
        };
        let stack = std::mem::take(&mut thread.stack);
        let (joiners, starter) = (std::mem::take(&mut thread.joiners), thread.starter.take());
        joiners.into_iter().chain(starter).for_each(|joiner| self.wake(joiner));
        self.spare_stack(stack);
        self.forget_locals(id);
    }

    /// Raise an exception in a thread when it runs next.
    pub fn inject(&mut self, id: ThreadId, exception: ExceptionId) {
        if let Some(thread) = self.threads.get_mut(id.0 as usize) {
            thread.injected = Some(Value::Exception(exception));
        }
    }
}

/// `threading.get_ident()`: looks like the address of a thread's stack, as in CPython on Linux.
pub fn ident_of(id: ThreadId) -> i64 {
    0x7f5a_0000_0000 + i64::from(id.0) * 0x0080_1000 + 0x6c0
}
