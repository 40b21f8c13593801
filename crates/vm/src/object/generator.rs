//! A generator: a frame that can stop and go on.

use crate::frame::Frame;
use crate::value::{ClassId, Value};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum GeneratorState {
    Created,
    Suspended,
    Running,
    #[default]
    Finished,
}

#[derive(Debug, Clone)]
pub struct GeneratorObject {
    pub state: GeneratorState,
    /// Positions in it are relative to `stack` while suspended.
    pub frame: Frame,
    /// Locals and operands while suspended; empty while running or finished.
    pub stack: Vec<Value>,
    /// The type it shows: `generator`, or `map`, `zip`… for generators of the hidden library.
    pub class: ClassId,
    /// What `yield from` or a delegating iterator is waiting for is on top of `stack`.
    /// The exception being handled inside it while suspended, or `None`.
    pub handled: Value,
    /// `__name__` if assigned.
    pub name: Value,
}

impl Default for GeneratorObject {
    fn default() -> GeneratorObject {
        GeneratorObject {
            state: GeneratorState::Finished,
            frame: Frame::default(),
            stack: Vec::new(),
            class: ClassId(0),
            handled: Value::None,
            name: Value::Null,
        }
    }
}
