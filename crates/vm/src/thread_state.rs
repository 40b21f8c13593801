//! A script thread: plain data inside the interpreter.

use crate::exit::{Reply, Wait};
use crate::frame::Frame;
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
    /// An exception to be raised at the next chance: KeyboardInterrupt, `generator.throw`.
    pub injected: Option<Value>,
    pub finished: bool,
    /// Threads that wait for this one to finish.
    pub joiners: Vec<ThreadId>,
    /// `threading.get_ident()`.
    pub ident: i64,
    pub is_daemon: bool,
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
            injected: None,
            finished: false,
            joiners: Vec::new(),
            ident: 0,
            is_daemon: false,
        }
    }
}
