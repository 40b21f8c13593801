//! The operators of one operand, and `abs`.

use crate::interp::Interp;
use crate::native::{NativeResult, Trap};
use crate::number::Number;
use crate::symbol::Symbol;
use crate::value::Value;
use num_bigint::BigInt;
use num_traits::Signed;

/// `-value`.
pub fn negate(interp: &mut Interp, value: Value) -> NativeResult {
    let negated = |n: &Number<'_>| match n {
        Number::Int(i) => -BigInt::from(*i),
        Number::Big(big) => -*big,
        Number::Float(_) => BigInt::default(),
    };
    match own_number(interp, value, Symbol::NEG)? {
        Some(Number::Int(i)) if i != i64::MIN => Ok(Value::Int(-i)),
        Some(Number::Float(f)) => Ok(Value::float(-f)),
        Some(number) => {
            let result = negated(&number);
            Ok(interp.heap.new_int(result))
        }
        None => other(interp, value, Symbol::NEG, "unary -"),
    }
}

/// `+value`.
pub fn positive(interp: &mut Interp, value: Value) -> NativeResult {
    match own_number(interp, value, Symbol::POS)? {
        Some(Number::Int(i)) => Ok(Value::Int(i)),
        Some(_) => Ok(interp.payload(value)),
        None => other(interp, value, Symbol::POS, "unary +"),
    }
}

/// `~value`.
pub fn invert(interp: &mut Interp, value: Value) -> NativeResult {
    match own_number(interp, value, Symbol::INVERT)? {
        Some(Number::Int(i)) => Ok(Value::Int(!i)),
        Some(Number::Big(big)) => {
            let result = -big - BigInt::from(1);
            Ok(interp.heap.new_int(result))
        }
        _ => other(interp, value, Symbol::INVERT, "unary ~"),
    }
}

/// `abs(value)`.
pub fn absolute(interp: &mut Interp, value: Value) -> NativeResult {
    match own_number(interp, value, Symbol::ABS)? {
        Some(Number::Int(i)) if i != i64::MIN => Ok(Value::Int(i.abs())),
        Some(Number::Int(i)) => Ok(interp.heap.new_int(BigInt::from(i).abs())),
        Some(Number::Big(big)) => {
            let result = big.abs();
            Ok(interp.heap.new_int(result))
        }
        Some(Number::Float(f)) => Ok(Value::float(f.abs())),
        None => other(interp, value, Symbol::ABS, "abs()"),
    }
}

/// The number in `value`, unless script code defines the operator.
fn own_number(interp: &Interp, value: Value, name: Symbol) -> Result<Option<Number<'_>>, Trap> {
    if interp.has_script_method(value, name) {
        return Err(Trap::Defer);
    }
    Ok(interp.heap.number(interp.payload(value)))
}

/// The operator of an object of a native module, or the TypeError.
fn other(interp: &mut Interp, value: Value, name: Symbol, operator: &str) -> NativeResult {
    if matches!(value, Value::Opaque(_))
        && let Some(result) = interp.call_native_method(value, name, &[])
    {
        return result;
    }
    let message = format!("bad operand type for {operator}: '{}'", interp.class_display(interp.class_of(value)));
    Err(interp.type_error(message))
}
