//! The trace file: records in blocks, each block with its length, its number and a checksum.
//!
//! `docs/trace-format.md` describes it byte by byte. A change here that an older reader would misunderstand is a new
//! [`VERSION`].

mod block;
mod context;
mod decode;
mod encode;
mod error;
mod reader;
mod varint;
mod writer;

pub use error::TraceError;
pub use reader::{Ending, Record, TraceReader};
pub use writer::TraceWriter;

/// The first bytes of every trace file.
pub(crate) const MAGIC: &[u8; 8] = b"GILTRACE";

/// The version that is written; older ones are read, newer ones are refused.
pub(crate) const VERSION: u8 = 1;

/// A block is closed when it has grown to so many bytes.
pub(crate) const FULL_BLOCK: usize = 64 << 10;

/// No block is larger than this, compressed or not: what claims to be is damaged.
pub(crate) const MAX_BLOCK: usize = 4 << 20;

/// Longer texts are cut when they are written.
pub(crate) const MAX_TEXT: usize = 64 << 10;

/// Texts up to this length are numbered when they first occur, and are later written as their number.
pub(crate) const SHORT_TEXT: usize = 128;

/// So many texts are numbered, and no more.
pub(crate) const MAX_SHORT_TEXTS: usize = 1 << 15;

/// What kind of record it is: the low five bits of its first byte. The numbers are part of the format.
pub(crate) mod tag {
    pub(crate) const THREAD_STARTED: u8 = 0;
    pub(crate) const THREAD_FINISHED: u8 = 1;
    pub(crate) const GIL_REQUESTED: u8 = 2;
    pub(crate) const GIL_TAKEN: u8 = 3;
    pub(crate) const GIL_RELEASED: u8 = 4;
    pub(crate) const THREAD_BLOCKED: u8 = 5;
    pub(crate) const THREAD_WOKEN: u8 = 6;
    pub(crate) const LOCK_ACQUIRED: u8 = 7;
    pub(crate) const LOCK_RELEASED: u8 = 8;
    pub(crate) const TEXT_WRITTEN: u8 = 9;
    pub(crate) const FUNCTION_ENTERED: u8 = 10;
    pub(crate) const FUNCTION_LEFT: u8 = 11;
    pub(crate) const LINE_REACHED: u8 = 12;
    pub(crate) const INSTRUCTION_RUN: u8 = 13;
    pub(crate) const VALUE_CHANGED: u8 = 14;
    pub(crate) const HEADER: u8 = 24;
    pub(crate) const CODE: u8 = 25;
    pub(crate) const THREAD: u8 = 26;
    pub(crate) const LOCK: u8 = 27;
    pub(crate) const END: u8 = 31;

    /// Whether an execution was simulated, in the header.
    pub(crate) const NOT_SIMULATED: u8 = 0;
    pub(crate) const SIMULATED: u8 = 1;
    pub(crate) const SIMULATED_WITH_COSTS: u8 = 2;

    /// The event's thread is that of the event before.
    pub(crate) const SAME_THREAD: u8 = 1 << 5;
    /// The event's place is that of the thread's event before.
    pub(crate) const SAME_PLACE: u8 = 1 << 6;
    /// The duration in the event is the time since the thread's state began.
    pub(crate) const AS_EXPECTED: u8 = 1 << 7;
    pub(crate) const KIND: u8 = 31;
}
