//! The word that the run loop looks at in each check point.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

/// What the run loop may be asked to stop for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u32)]
pub enum Bell {
    /// Another thread wants the interpreter lock.
    GilDropRequest = 1,
    /// A signal waits for the main thread. Rung only while the main thread runs.
    Signal = 2,
    /// Enough has been allocated for a collection.
    Collection = 4,
    /// Threads are to be woken that the holder has put off waking.
    Wake = 8,
}

/// A shared word of bells, zero when the running thread may go on.
///
/// Reading it costs one relaxed load: the lock itself orders everything that matters, the word only says "look".
#[derive(Debug, Clone, Default)]
pub struct EvalBreaker(Arc<AtomicU32>);

impl EvalBreaker {
    /// Whether any bell rings.
    #[inline(always)]
    pub fn is_rung(&self) -> bool {
        self.0.load(Ordering::Relaxed) != 0
    }

    /// Whether this bell rings.
    pub fn rings(&self, bell: Bell) -> bool {
        self.0.load(Ordering::Relaxed) & bell as u32 != 0
    }

    /// Rings a bell.
    pub fn ring(&self, bell: Bell) {
        self.0.fetch_or(bell as u32, Ordering::Relaxed);
    }

    /// Stills a bell and says whether it rang.
    pub fn still(&self, bell: Bell) -> bool {
        self.0.fetch_and(!(bell as u32), Ordering::Relaxed) & bell as u32 != 0
    }
}
