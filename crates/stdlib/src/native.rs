//! The native modules, one file each.

pub(crate) mod deque;
pub(crate) mod gc;
pub(crate) mod gilscope;
pub(crate) mod heap_queue;
pub(crate) mod math;
mod math_integers;
pub(crate) mod multiprocessing;
pub(crate) mod plain_pickle;
pub(crate) mod posix;
mod posix_process;
pub(crate) mod queue;
pub(crate) mod random;
pub(crate) mod regex;
pub(crate) mod sys;
mod sys_info;
pub(crate) mod thread;
mod thread_handle;
mod thread_local;
mod thread_lock;
pub(crate) mod time;
mod time_calendar;
pub(crate) mod traceback;
pub(crate) mod weakref;
