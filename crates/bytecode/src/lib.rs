//! The instruction set and the code object: pure data, printed like CPython 3.13's `dis`.
#![forbid(unsafe_code)]

mod code;
mod instruction;
mod location;
mod opcode;

pub use code::{Code, CodeFlags, Constant, ExceptionRange};
pub use instruction::Instruction;
pub use location::Location;
pub use opcode::{BinaryOp, Check, CompareOp, Intrinsic1, Intrinsic2, Opcode, Operand};
