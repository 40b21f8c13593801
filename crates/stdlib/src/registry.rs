//! The modules implemented in Rust.

use crate::native;
use gilscope_vm::interp::ModuleInit;

/// Name and maker of each native module; a maker runs at the module's first import.
pub const NATIVE_MODULES: &[(&str, ModuleInit)] = &[
    ("_thread", native::thread::init),
    ("time", native::time::init),
    ("math", native::math::init),
    ("_random", native::random::init),
    ("sys", native::sys::init),
    ("posix", native::posix::init),
    ("_multiprocessing", native::multiprocessing::init),
    ("_collections", native::deque::init),
    ("_gilscope", native::gilscope::init),
    ("_queue", native::queue::init),
    ("_heapq", native::heap_queue::init),
    ("_regex", native::regex::init),
    ("_plain_pickle", native::plain_pickle::init),
    ("_traceback", native::traceback::init),
    ("_gc", native::gc::init),
    ("_weakref", native::weakref::init),
];
