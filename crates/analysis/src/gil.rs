//! What a trace's header says about the lock.

use gilscope_trace::Header;

/// Whether there is one interpreter lock, so that no two threads run at the same time. Without, a thread that "holds" has a
/// core of its own.
pub fn has_one_gil(header: &Header) -> bool {
    !matches!(&*header.model, "free-threaded" | "per-interpreter")
}
