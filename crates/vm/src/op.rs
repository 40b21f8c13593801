//! The executable form of instructions.

/// One step of the run loop.
#[derive(Debug, Clone, Copy)]
pub enum Op {
    Link,
}
