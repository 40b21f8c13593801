//! The instruction set and the code object: pure data, printed like CPython 3.13's `dis`.
#![forbid(unsafe_code)]

mod code;
mod disassemble;
mod instruction;
mod location;
mod opcode;
mod packed;
mod repr;

pub use code::{Code, CodeFlags, Constant, ExceptionRange};
pub use disassemble::{disassemble, instruction_texts};
pub use instruction::Instruction;
pub use location::Location;
pub use opcode::{BinaryOp, Check, CompareOp, Intrinsic1, Intrinsic2, Opcode, Operand};
pub use packed::Locations;
pub use repr::{bytes_repr, float_repr, imaginary_repr, string_repr};
