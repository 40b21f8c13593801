//! Operators on constants. Results that would be large are left to run time.

use crate::constants::truth;
use gilscope_bytecode::Constant;
use gilscope_syntax::ast::{Operator, UnaryOp};
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};
use std::sync::Arc;

/// Bits of a folded integer product, power or shift.
const MAX_INT_BITS: u64 = 128;
/// Length of a folded string or bytes.
const MAX_STR_SIZE: usize = 4096;
/// Items of a folded tuple.
const MAX_COLLECTION_SIZE: usize = 256;

pub(super) fn unary(op: UnaryOp, operand: &Constant) -> Option<Constant> {
    match (op, operand) {
        (UnaryOp::Not, _) => truth(operand).map(|t| boolean(!t)),
        (UnaryOp::Invert, Constant::True | Constant::False) => None,
        (UnaryOp::Invert, _) => Some(integer(-big(operand)? - 1)),
        (UnaryOp::USub, Constant::Float(bits)) => Some(float(-f64::from_bits(*bits))),
        (UnaryOp::USub, Constant::Complex(re, im)) => Some(complex(-f64::from_bits(*re), -f64::from_bits(*im))),
        (UnaryOp::USub, _) => Some(integer(-big(operand)?)),
        (UnaryOp::UAdd, Constant::Float(_) | Constant::Complex(..)) => Some(operand.clone()),
        (UnaryOp::UAdd, _) => Some(integer(big(operand)?)),
    }
}

pub(super) fn binary(op: Operator, left: &Constant, right: &Constant) -> Option<Constant> {
    match (left, right) {
        (Constant::Complex(..), _) | (_, Constant::Complex(..)) => complex_op(op, left, right),
        (Constant::Float(_), _) | (_, Constant::Float(_)) => float_op(op, real(left)?, real(right)?),
        (Constant::Str(_) | Constant::Bytes(_) | Constant::Tuple(_), _) => sequence_op(op, left, right),
        (_, Constant::Str(_) | Constant::Bytes(_) | Constant::Tuple(_)) if op == Operator::Mult => {
            sequence_op(op, right, left)
        }
        _ => int_op(op, left, right),
    }
}

fn boolean(value: bool) -> Constant {
    if value { Constant::True } else { Constant::False }
}

fn float(value: f64) -> Constant {
    Constant::Float(value.to_bits())
}

fn complex(re: f64, im: f64) -> Constant {
    Constant::Complex(re.to_bits(), im.to_bits())
}

fn integer(value: BigInt) -> Constant {
    match value.to_i64() {
        Some(n) => Constant::Int(n),
        None => Constant::BigInt(Arc::from(value.to_string())),
    }
}

fn big(constant: &Constant) -> Option<BigInt> {
    match constant {
        Constant::True => Some(BigInt::from(1)),
        Constant::False => Some(BigInt::from(0)),
        Constant::Int(n) => Some(BigInt::from(*n)),
        Constant::BigInt(digits) => digits.parse().ok(),
        _ => None,
    }
}

/// A number as `f64`, if that is exact.
fn real(constant: &Constant) -> Option<f64> {
    match constant {
        Constant::Float(bits) => Some(f64::from_bits(*bits)),
        Constant::Int(n) if n.unsigned_abs() <= 1 << 53 => Some(*n as f64),
        Constant::True => Some(1.0),
        Constant::False => Some(0.0),
        _ => None,
    }
}

fn int_op(op: Operator, left: &Constant, right: &Constant) -> Option<Constant> {
    let bits = |c: &Constant| matches!(c, Constant::True | Constant::False);
    if bits(left) && bits(right) {
        let (a, b) = (*left == Constant::True, *right == Constant::True);
        match op {
            Operator::BitAnd => return Some(boolean(a & b)),
            Operator::BitOr => return Some(boolean(a | b)),
            Operator::BitXor => return Some(boolean(a ^ b)),
            _ => {}
        }
    }
    let (a, b) = (big(left)?, big(right)?);
    let value = match op {
        Operator::Add => a + b,
        Operator::Sub => a - b,
        Operator::Mult if a.bits() + b.bits() <= MAX_INT_BITS => a * b,
        Operator::FloorDiv if !b.is_zero() => a.div_floor(&b),
        Operator::Mod if !b.is_zero() => a.mod_floor(&b),
        Operator::Div => return float_op(op, real(left)?, real(right)?),
        Operator::Pow if b.is_negative() => return float_op(op, real(left)?, real(right)?),
        Operator::Pow => {
            let exponent = b.to_u32()?;
            if a.bits().checked_mul(u64::from(exponent))? > MAX_INT_BITS {
                return None;
            }
            a.pow(exponent)
        }
        Operator::LShift => {
            let shift = b.to_u64()?;
            if shift > MAX_INT_BITS || a.bits() > MAX_INT_BITS - shift {
                return None;
            }
            a << shift
        }
        Operator::RShift => a >> b.to_u64()?,
        Operator::BitAnd => a & b,
        Operator::BitOr => a | b,
        Operator::BitXor => a ^ b,
        _ => return None,
    };
    Some(integer(value))
}

fn float_op(op: Operator, a: f64, b: f64) -> Option<Constant> {
    let value = match op {
        Operator::Add => a + b,
        Operator::Sub => a - b,
        Operator::Mult => a * b,
        Operator::Div if b != 0.0 => a / b,
        Operator::Mod if b != 0.0 => floor_mod(a, b),
        Operator::FloorDiv if b != 0.0 => floor_div(a, b),
        Operator::Pow if a > 0.0 || (a < 0.0 && b.fract() == 0.0) => a.powf(b),
        _ => return None,
    };
    // Overflow is an error of run time.
    (value.is_finite() || !a.is_finite() || !b.is_finite()).then(|| float(value))
}

/// The quotient that belongs to `floor_mod`.
fn floor_div(a: f64, b: f64) -> f64 {
    let rest = a % b;
    let mut quotient = (a - rest) / b;
    if rest != 0.0 && (rest < 0.0) != (b < 0.0) {
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return 0.0_f64.copysign(a / b);
    }
    let floor = quotient.floor();
    if quotient - floor > 0.5 { floor + 1.0 } else { floor }
}

fn floor_mod(a: f64, b: f64) -> f64 {
    let rest = a % b;
    if rest == 0.0 {
        0.0_f64.copysign(b)
    } else if (rest < 0.0) != (b < 0.0) {
        rest + b
    } else {
        rest
    }
}

fn complex_op(op: Operator, left: &Constant, right: &Constant) -> Option<Constant> {
    let parts = |c: &Constant| match c {
        Constant::Complex(re, im) => Some((f64::from_bits(*re), f64::from_bits(*im))),
        _ => Some((real(c)?, 0.0)),
    };
    let ((a, b), (c, d)) = (parts(left)?, parts(right)?);
    match op {
        Operator::Add => Some(complex(a + c, b + d)),
        Operator::Sub => Some(complex(a - c, b - d)),
        _ => None,
    }
}

fn sequence_op(op: Operator, left: &Constant, right: &Constant) -> Option<Constant> {
    match (op, left, right) {
        (Operator::Add, Constant::Str(a), Constant::Str(b)) => Some(Constant::Str(Arc::from(format!("{a}{b}")))),
        (Operator::Add, Constant::Bytes(a), Constant::Bytes(b)) => {
            Some(Constant::Bytes(Arc::from([&a[..], &b[..]].concat())))
        }
        (Operator::Add, Constant::Tuple(a), Constant::Tuple(b)) => Some(Constant::Tuple([&a[..], &b[..]].concat())),
        (Operator::Mult, _, Constant::Int(count)) => repeat(left, usize::try_from((*count).max(0)).ok()?),
        _ => None,
    }
}

fn repeat(sequence: &Constant, count: usize) -> Option<Constant> {
    let fits = |len: usize, limit: usize| len.checked_mul(count).is_some_and(|n| n <= limit);
    match sequence {
        Constant::Str(s) if fits(s.chars().count(), MAX_STR_SIZE) => Some(Constant::Str(Arc::from(s.repeat(count)))),
        Constant::Bytes(b) if fits(b.len(), MAX_STR_SIZE) => Some(Constant::Bytes(Arc::from(b.repeat(count)))),
        Constant::Tuple(t) if fits(t.len(), MAX_COLLECTION_SIZE) => Some(Constant::Tuple(vec![&t[..]; count].concat())),
        _ => None,
    }
}
