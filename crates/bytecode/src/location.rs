//! Where an instruction comes from: what tracebacks underline.

/// The source range of one instruction. Lines count from 1, columns are UTF-8 bytes from 0.
///
/// A line of 0 means that the instruction has no place (CPython: `None`); tracebacks then use the line before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Location {
    pub line: u32,
    pub end_line: u32,
    pub column: u32,
    pub end_column: u32,
}
