//! Constants of the tree → constants of the code object.

use gilscope_bytecode::Constant;
use gilscope_syntax::ast;
use std::sync::Arc;

/// The constant of a literal.
pub(crate) fn literal(constant: &ast::Constant) -> Constant {
    match constant {
        ast::Constant::None => Constant::None,
        ast::Constant::True => Constant::True,
        ast::Constant::False => Constant::False,
        ast::Constant::Ellipsis => Constant::Ellipsis,
        ast::Constant::Int(n) => Constant::Int(*n),
        ast::Constant::BigInt(digits) => Constant::BigInt(Arc::from(&**digits)),
        ast::Constant::Float(x) => Constant::Float(x.to_bits()),
        ast::Constant::Imaginary(x) => Constant::Complex(0, x.to_bits()),
        ast::Constant::Str(s) => Constant::Str(Arc::from(&**s)),
        ast::Constant::Bytes(b) => Constant::Bytes(Arc::from(&**b)),
    }
}

pub(crate) fn string(text: &str) -> Constant {
    Constant::Str(Arc::from(text))
}

/// The truth value, where it is plain.
pub(crate) fn truth(constant: &Constant) -> Option<bool> {
    Some(match constant {
        Constant::None | Constant::False => false,
        Constant::True | Constant::Ellipsis | Constant::BigInt(_) => true,
        Constant::Int(n) => *n != 0,
        Constant::Float(bits) => f64::from_bits(*bits) != 0.0,
        Constant::Complex(re, im) => f64::from_bits(*re) != 0.0 || f64::from_bits(*im) != 0.0,
        Constant::Str(s) => !s.is_empty(),
        Constant::Bytes(b) => !b.is_empty(),
        Constant::Tuple(items) | Constant::FrozenSet(items) => !items.is_empty(),
        Constant::Code(_) => return None,
    })
}
