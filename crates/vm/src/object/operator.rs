//! The operators of numbers, `str` and `bytes` as methods: `int.__add__`, `str.__mul__` and their like.

use crate::arithmetic;
use crate::interp::Interp;
use crate::native::{Args, NativeDef, NativeResult};
use crate::number::Number;
use crate::value::Value;
use gilscope_bytecode::BinaryOp;

/// What `self op other` gives; NotImplemented for a type that self knows nothing of.
fn operate(interp: &mut Interp, op: BinaryOp, a: Value, b: Value, own: Value) -> NativeResult {
    // What a template formats is the object, not the value in it.
    let formats = op == BinaryOp::Remainder && matches!(own, Value::Str(_) | Value::Bytes(_));
    let (a, b) = (interp.payload(a), if formats { b } else { interp.payload(b) });
    // An int leaves floats to the float's own method.
    let is_float = |v| matches!(interp.heap.number(v), Some(Number::Float(_)));
    if !matches!(own, Value::Float(_)) && (is_float(a) || is_float(b)) {
        return Ok(Value::NotImplemented);
    }
    arithmetic::plain_values(interp, op, a, b).unwrap_or(Ok(Value::NotImplemented))
}

macro_rules! operator_methods {
    ($( $forward:ident $reflected:ident $op:ident; )*) => { $(
        fn $forward(interp: &mut Interp, args: Args) -> NativeResult {
            operate(interp, BinaryOp::$op, args.at(0), args.at(1), args.at(0))
        }
        fn $reflected(interp: &mut Interp, args: Args) -> NativeResult {
            operate(interp, BinaryOp::$op, args.at(1), args.at(0), args.at(0))
        }
    )* };
}

operator_methods! {
    add radd Add; sub rsub Subtract; mul rmul Multiply; truediv rtruediv TrueDivide;
    floordiv rfloordiv FloorDivide; modulo rmodulo Remainder; and rand And; or ror Or; xor rxor Xor;
    lshift rlshift LShift; rshift rrshift RShift;
}

/// Of `int` and `float`.
pub(crate) const NUMBER: &[NativeDef] = &[
    NativeDef::method("__add__", add, 1, 1),
    NativeDef::method("__radd__", radd, 1, 1),
    NativeDef::method("__sub__", sub, 1, 1),
    NativeDef::method("__rsub__", rsub, 1, 1),
    NativeDef::method("__mul__", mul, 1, 1),
    NativeDef::method("__rmul__", rmul, 1, 1),
    NativeDef::method("__truediv__", truediv, 1, 1),
    NativeDef::method("__rtruediv__", rtruediv, 1, 1),
    NativeDef::method("__floordiv__", floordiv, 1, 1),
    NativeDef::method("__rfloordiv__", rfloordiv, 1, 1),
    NativeDef::method("__mod__", modulo, 1, 1),
    NativeDef::method("__rmod__", rmodulo, 1, 1),
    NativeDef::method("__divmod__", divmod, 1, 1),
    NativeDef::method("__rdivmod__", rdivmod, 1, 1),
    NativeDef::method("__pow__", pow, 1, 2),
    NativeDef::method("__rpow__", rpow, 1, 2),
    NativeDef::method("__neg__", neg, 0, 0),
    NativeDef::method("__pos__", pos, 0, 0),
    NativeDef::method("__abs__", abs, 0, 0),
    NativeDef::method("__bool__", truth, 0, 0),
    NativeDef::method("__hash__", hash, 0, 0),
];

/// Of `int` alone.
pub(crate) const INTEGER: &[NativeDef] = &[
    NativeDef::method("__and__", and, 1, 1),
    NativeDef::method("__rand__", rand, 1, 1),
    NativeDef::method("__or__", or, 1, 1),
    NativeDef::method("__ror__", ror, 1, 1),
    NativeDef::method("__xor__", xor, 1, 1),
    NativeDef::method("__rxor__", rxor, 1, 1),
    NativeDef::method("__lshift__", lshift, 1, 1),
    NativeDef::method("__rlshift__", rlshift, 1, 1),
    NativeDef::method("__rshift__", rshift, 1, 1),
    NativeDef::method("__rrshift__", rrshift, 1, 1),
    NativeDef::method("__invert__", invert, 0, 0),
];

/// Of `str`, `bytes` and `bytearray`.
pub(crate) const TEXT: &[NativeDef] = &[
    NativeDef::method("__add__", concat, 1, 1),
    NativeDef::method("__mul__", mul, 1, 1).twin("operate.repeat"),
    NativeDef::method("__rmul__", rmul, 1, 1).twin("operate.repeat"),
    NativeDef::method("__mod__", modulo, 1, 1).twin("text.str_mod"),
    NativeDef::method("__rmod__", rmodulo, 1, 1),
    NativeDef::method("__hash__", hash, 0, 0),
    NativeDef::method("__len__", length, 0, 0),
    NativeDef::method("__getitem__", item, 1, 1).twin("sequence.sequence_getitem"),
    NativeDef::method("__contains__", contains, 1, 1),
    NativeDef::method("__iter__", iterate, 0, 0),
];

/// The in-place forms of `bytearray`.
pub(crate) const IN_PLACE: &[NativeDef] =
    &[NativeDef::method("__iadd__", iadd, 1, 1), NativeDef::method("__imul__", imul, 1, 1)];

fn divmod(interp: &mut Interp, args: Args) -> NativeResult {
    divided(interp, args.at(0), args.at(1), args.at(0))
}

fn rdivmod(interp: &mut Interp, args: Args) -> NativeResult {
    divided(interp, args.at(1), args.at(0), args.at(0))
}

fn divided(interp: &mut Interp, a: Value, b: Value, own: Value) -> NativeResult {
    let (a, b) = (interp.payload(a), interp.payload(b));
    let known = |v| match interp.heap.number(v) {
        Some(Number::Float(_)) => matches!(own, Value::Float(_)),
        number => number.is_some(),
    };
    match known(a) && known(b) {
        true => arithmetic::divide_with_remainder(interp, a, b),
        false => Ok(Value::NotImplemented),
    }
}

fn pow(interp: &mut Interp, args: Args) -> NativeResult {
    if args.or_none(2).is_none() {
        return operate(interp, BinaryOp::Power, args.at(0), args.at(1), args.at(0));
    }
    arithmetic::modular_power(interp, args.at(0), args.at(1), args.at(2))
}

fn rpow(interp: &mut Interp, args: Args) -> NativeResult {
    operate(interp, BinaryOp::Power, args.at(1), args.at(0), args.at(0))
}

fn neg(interp: &mut Interp, args: Args) -> NativeResult {
    arithmetic::negate(interp, args.at(0))
}

fn pos(interp: &mut Interp, args: Args) -> NativeResult {
    arithmetic::positive(interp, args.at(0))
}

fn abs(interp: &mut Interp, args: Args) -> NativeResult {
    arithmetic::absolute(interp, args.at(0))
}

fn invert(interp: &mut Interp, args: Args) -> NativeResult {
    arithmetic::invert(interp, args.at(0))
}

fn truth(interp: &mut Interp, args: Args) -> NativeResult {
    Ok(Value::bool(crate::truth::truthy(interp, args.at(0)).unwrap_or(true)))
}

/// `__hash__` as a signed number.
fn hash(interp: &mut Interp, args: Args) -> NativeResult {
    Ok(Value::Int(interp.hash(args.at(0))? as i64))
}

/// `str.__add__`, which raises instead of giving NotImplemented.
fn concat(interp: &mut Interp, args: Args) -> NativeResult {
    let (a, b) = (args.at(0), interp.payload(args.at(1)));
    match operate(interp, BinaryOp::Add, a, b, a)? {
        Value::NotImplemented => Err(arithmetic::unsupported(interp, BinaryOp::Add, a, args.at(1))),
        sum => Ok(sum),
    }
}

fn iadd(interp: &mut Interp, args: Args) -> NativeResult {
    operate(interp, BinaryOp::InplaceAdd, args.at(0), args.at(1), args.at(0))
}

fn imul(interp: &mut Interp, args: Args) -> NativeResult {
    operate(interp, BinaryOp::InplaceMultiply, args.at(0), args.at(1), args.at(0))
}

fn length(interp: &mut Interp, args: Args) -> NativeResult {
    let length = match args.at(0) {
        Value::Str(id) => interp.heap.char_count(id),
        Value::Bytes(id) => interp.heap.bytes[id].data.len(),
        _ => 0,
    };
    Ok(Value::Int(length as i64))
}

fn item(interp: &mut Interp, args: Args) -> NativeResult {
    crate::subscript::get_item(interp, args.at(0), args.at(1))
}

fn contains(interp: &mut Interp, args: Args) -> NativeResult {
    crate::contains::contains(interp, args.at(0), args.at(1)).map(Value::bool)
}

fn iterate(interp: &mut Interp, args: Args) -> NativeResult {
    crate::iteration::iter_new(interp, args.at(0))
}
