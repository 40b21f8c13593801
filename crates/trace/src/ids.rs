//! Names of things that events speak about.

use std::fmt;

/// A thread of the script. The main thread is 0, and numbers are never used twice in one execution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct ThreadId(pub u32);

impl ThreadId {
    /// The thread that runs the program's main module.
    pub const MAIN: ThreadId = ThreadId(0);

    /// Whether signals are handled in this thread and the program ends with it.
    pub fn is_main(self) -> bool {
        self == Self::MAIN
    }
}

impl fmt::Display for ThreadId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "T{}", self.0)
    }
}

/// A lock object of the script.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LockId(pub u64);

impl fmt::Display for LockId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "L{}", self.0)
    }
}

/// The place of an event in the order of its execution, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Step(pub u64);

/// A code object of the script, as a [`Definition`](crate::Definition) introduces it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CodeId(pub u32);

/// An instruction of the script: the code object, and the instruction's index in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    pub code: CodeId,
    pub instruction: u32,
}
