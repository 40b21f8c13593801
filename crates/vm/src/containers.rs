//! The operators of containers.

use crate::interp::Interp;
use crate::native::NativeResult;
use crate::value::Value;
use gilscope_bytecode::BinaryOp;

/// `a op b` where one is a container; `None` when they have no such operator.
pub fn binary_op(_interp: &mut Interp, _op: BinaryOp, _a: Value, _b: Value) -> Option<NativeResult> {
    None
}
