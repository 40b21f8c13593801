//! One instruction in its plain form.

use crate::Opcode;
use serde::{Deserialize, Serialize};

/// An opcode with its operand; jumps hold the absolute index of their target instruction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Instruction {
    pub op: Opcode,
    pub arg: u32,
}
