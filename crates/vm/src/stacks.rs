//! The stacks of blocked threads, where there are many.
//!
//! A thread that runs needs a whole window above its operands; of one that is blocked only what is below them
//! matters. With five thousand blocked threads that is the difference between 8 and 2 KB for each. Where there are
//! few, they keep their stacks: to fold and to unfold one costs a tenth of a microsecond.

use crate::interp::Interp;
use crate::link::WINDOW;
use crate::thread_state::ThreadState;
use crate::value::Value;

/// With so many threads, those that are blocked have folded stacks.
const MANY: usize = 64;

/// A stack of more values than these is not kept.
const LARGE: usize = 16 * WINDOW;

/// So many stacks are kept for those that go on.
const SPARE: usize = 4;

impl Interp {
    /// The thread blocks: if there are many, its stack is cut to what matters.
    #[inline(never)]
    pub(crate) fn fold_stack(&mut self, ts: &mut ThreadState) {
        if self.alive < MANY {
            return;
        }
        let used = ts.sp().min(ts.stack.len());
        let kept = ts.stack[..used].to_vec();
        let stack = std::mem::replace(&mut ts.stack, kept);
        ts.frames.shrink_to_fit();
        self.spare_stack(stack);
    }

    /// Keeps a stack for another thread.
    pub(crate) fn spare_stack(&mut self, mut stack: Vec<Value>) {
        if self.spare_stacks.len() < SPARE && (WINDOW..=LARGE).contains(&stack.capacity()) {
            stack.clear();
            self.spare_stacks.push(stack);
        }
    }

    /// The thread goes on: there must be a window above its operands.
    #[inline]
    pub(crate) fn unfold_stack(&mut self, ts: &mut ThreadState) {
        let needed = ts.sp() + WINDOW;
        if ts.stack.len() < needed && !ts.frames.is_empty() {
            self.unfold(ts, needed);
        }
    }

    #[inline(never)]
    fn unfold(&mut self, ts: &mut ThreadState, needed: usize) {
        let Some(mut stack) = self.spare_stacks.pop() else {
            ts.stack.resize(needed, Value::Null);
            return;
        };
        stack.extend_from_slice(&ts.stack);
        stack.resize(needed, Value::Null);
        ts.stack = stack;
    }
}
