//! A script thread: plain data inside the interpreter.

use crate::exit::{Reply, Wait};
use crate::frame::{Frame, OnReturn};
use crate::interp::Interp;
use crate::native::NativeResult;
use crate::value::Value;
use gilscope_trace::ThreadId;

/// Everything a thread is, besides the objects it refers to.
#[derive(Clone)]
pub struct ThreadState {
    pub id: ThreadId,
    pub frames: Vec<Frame>,
    /// Locals and operands of all frames, one contiguous array.
    pub stack: Vec<Value>,
    /// The exception being handled (`sys.exception()`), or `None`.
    pub handled: Value,
    /// What the thread is blocked on.
    pub wait: Option<Wait>,
    /// A value to be pushed when the thread goes on.
    pub pending: Pending,
    /// How the result of what the thread was blocked in is treated.
    pub on_resume: OnReturn,
    /// An exception to be raised at the next chance: KeyboardInterrupt, `generator.throw`.
    pub injected: Option<Value>,
    pub finished: bool,
    /// What the thread's first function returned.
    pub result: Value,
    /// Threads that wait for this one to finish.
    pub joiners: Vec<ThreadId>,
    /// The thread that started this one and waits until it has begun.
    pub starter: Option<ThreadId>,
    pub has_begun: bool,
    /// `threading.get_ident()`.
    pub ident: i64,
    pub is_daemon: bool,
    /// A str, once `threading` has named the thread; `Null` before.
    pub name: Value,
}

/// What the last exit left to do.
#[derive(Clone, Default)]
pub enum Pending {
    #[default]
    Nothing,
    /// The result of the native that made the thread give others a turn or start a thread.
    Push(Value),
    /// Input or output is under way.
    Io { then: fn(&mut Interp, Value, Reply) -> NativeResult, state: Value, reply: Option<Reply> },
}

impl ThreadState {
    pub(crate) fn new(id: ThreadId) -> ThreadState {
        ThreadState {
            id,
            frames: Vec::new(),
            stack: Vec::new(),
            handled: Value::None,
            wait: None,
            pending: Pending::Nothing,
            on_resume: OnReturn::Push,
            injected: None,
            finished: false,
            result: Value::None,
            joiners: Vec::new(),
            starter: None,
            has_begun: false,
            ident: 0,
            is_daemon: false,
            name: Value::Null,
        }
    }
}

impl Default for ThreadState {
    fn default() -> ThreadState {
        ThreadState::new(ThreadId::MAIN)
    }
}

impl ThreadState {
    /// Whether something is to be done before the thread can go on with its instructions.
    #[inline]
    pub(crate) fn has_to_be_resumed(&self) -> bool {
        self.wait.is_some() || self.injected.is_some() || !matches!(self.pending, Pending::Nothing)
    }
}

/// The operands of the top frame, once it is saved.
impl ThreadState {
    /// Position after the last operand.
    #[inline]
    pub(crate) fn sp(&self) -> usize {
        self.frames.last().map_or(0, |f| f.sp as usize)
    }

    /// Let the top frame go on at `pc`.
    pub(crate) fn set_pc(&mut self, pc: usize) {
        if let Some(top) = self.frames.last_mut() {
            top.pc = pc as u32;
        }
    }

    #[inline]
    pub(crate) fn set_sp(&mut self, sp: usize) {
        if let Some(top) = self.frames.last_mut() {
            top.sp = sp as u32;
        }
    }

    #[inline]
    pub(crate) fn push(&mut self, value: Value) {
        let sp = self.sp();
        if sp >= self.stack.len() {
            self.stack.resize(sp + crate::link::WINDOW, Value::Null);
        }
        self.stack[sp] = value;
        self.set_sp(sp + 1);
    }

    #[inline]
    pub(crate) fn push_all(&mut self, values: &[Value]) {
        let sp = self.sp();
        let end = sp + values.len();
        if end > self.stack.len() {
            self.stack.resize(end + crate::link::WINDOW, Value::Null);
        }
        self.stack[sp..end].copy_from_slice(values);
        self.set_sp(end);
    }

    #[inline]
    pub(crate) fn pop(&mut self) -> Value {
        let sp = self.sp().saturating_sub(1);
        self.set_sp(sp);
        self.stack.get(sp).copied().unwrap_or(Value::Null)
    }

    /// The operand `depth` from the top; 1 is the top.
    #[inline]
    pub(crate) fn top(&self, depth: usize) -> Value {
        self.stack.get(self.sp().wrapping_sub(depth)).copied().unwrap_or(Value::Null)
    }

    #[inline]
    pub(crate) fn set_top(&mut self, depth: usize, value: Value) {
        let index = self.sp().wrapping_sub(depth);
        if let Some(place) = self.stack.get_mut(index) {
            *place = value;
        }
    }

    /// The last `count` operands, removed.
    pub(crate) fn pop_many(&mut self, count: usize) -> Vec<Value> {
        let sp = self.sp();
        let start = sp.saturating_sub(count);
        self.set_sp(start);
        self.stack.get(start..sp).map_or_else(Vec::new, <[Value]>::to_vec)
    }
}
