//! Why a trace file cannot be read.

use super::VERSION;
use std::io;
use thiserror::Error;

/// What is wrong with a trace file.
#[derive(Debug, Error)]
pub enum TraceError {
    #[error("{0}")]
    Io(#[from] io::Error),
    #[error("this is not a trace file: it does not begin with GILTRACE")]
    Foreign,
    #[error("the trace file is empty")]
    Empty,
    #[error(
        "the trace was written in version {0} of the format, and this gilscope reads versions up to {VERSION}: a newer one is needed"
    )]
    Newer(u8),
    /// A block's checksum does not fit its contents, or its head says what cannot be.
    #[error("the trace file is damaged: block {block}, which begins at byte {at}, {what}")]
    Damaged { block: u64, at: u64, what: &'static str },
    /// A block is intact, yet what it says makes no sense.
    #[error("the trace file makes no sense: {0}")]
    Malformed(&'static str),
    /// Blocks are missing between two that are there.
    #[error("events are missing from the trace file: event {found} follows where event {expected} should")]
    Gap { expected: u64, found: u64 },
    #[error("the trace file ends before its first block does: nothing of it can be read")]
    NoHeader,
}
