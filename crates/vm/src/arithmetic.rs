//! The operators of built-in values.
//!
//! The run loop has its own arms for small ints and floats and comes here for everything else. Objects whose operators
//! are script code are deferred to the twins in `lib/_core/operate.py`, which come back through `builtin_binary` for
//! the error message.

mod float;
mod integer;
mod power;
mod round;
pub(crate) mod sequence;
pub mod unary;

pub use float::{float_divmod, float_floor_divide, float_remainder};
pub use integer::{divide_integers, int_binary};
pub use power::{modular_power, power};
pub use round::round_number;
pub(crate) use sequence::check_size;
pub use unary::{absolute, invert, negate, positive};

use crate::interp::Interp;
use crate::native::{Args, Implementation, NativeResult, Trap};
use crate::number::{Integer, Number};
use crate::symbol::Symbol;
use crate::value::Value;
use gilscope_bytecode::BinaryOp;

/// The operator that an in-place form falls back on.
pub fn plain(op: BinaryOp) -> BinaryOp {
    use BinaryOp::*;
    match op {
        InplaceAdd => Add,
        InplaceAnd => And,
        InplaceFloorDivide => FloorDivide,
        InplaceLShift => LShift,
        InplaceMatrixMultiply => MatrixMultiply,
        InplaceMultiply => Multiply,
        InplaceRemainder => Remainder,
        InplaceOr => Or,
        InplacePower => Power,
        InplaceRShift => RShift,
        InplaceSubtract => Subtract,
        InplaceTrueDivide => TrueDivide,
        InplaceXor => Xor,
        plain => plain,
    }
}

/// `a op b`; `Defer` where script code decides.
pub fn binary_op(interp: &mut Interp, op: BinaryOp, a: Value, b: Value) -> NativeResult {
    if let Some(result) = plain_values(interp, op, a, b) {
        return result;
    }
    if is_object(a) || is_object(b) {
        return object_binary(interp, op, a, b);
    }
    Err(unsupported(interp, op, a, b))
}

/// What the built-in types do, or the TypeError; never `Defer` because of the operands themselves.
pub fn builtin_binary(interp: &mut Interp, op: BinaryOp, a: Value, b: Value) -> NativeResult {
    let x = interp.payload(a);
    // What a template formats is the object, not the value in it.
    let formats = plain(op) == BinaryOp::Remainder && matches!(x, Value::Str(_) | Value::Bytes(_));
    let y = if formats { b } else { interp.payload(b) };
    match plain_values(interp, op, x, y) {
        Some(result) => result,
        None => Err(unsupported(interp, op, a, b)),
    }
}

/// The operators of exact built-in types; `None` when they have none for these operands.
pub(crate) fn plain_values(interp: &mut Interp, op: BinaryOp, a: Value, b: Value) -> Option<NativeResult> {
    if let (Some(x), Some(y)) = (interp.heap.number(a), interp.heap.number(b)) {
        return match (x, y) {
            (Number::Int(x), Number::Int(y)) => bool_or_int(interp, plain(op), a, b, x, y),
            (Number::Float(x), Number::Float(y)) => float::binary(interp, plain(op), x, y),
            (Number::Float(_), _) | (_, Number::Float(_)) => mixed(interp, plain(op), a, b),
            _ => int_binary(interp, plain(op), a, b),
        };
    }
    match (a, b) {
        (Value::Str(_) | Value::Bytes(_), _) | (_, Value::Str(_) | Value::Bytes(_)) => {
            sequence::binary(interp, op, a, b).or_else(|| crate::containers::binary_op(interp, op, a, b))
        }
        _ => crate::containers::binary_op(interp, op, a, b),
    }
}

fn bool_or_int(interp: &mut Interp, op: BinaryOp, a: Value, b: Value, x: i64, y: i64) -> Option<NativeResult> {
    if let (Some(p), Some(q)) = (a.as_bool(), b.as_bool()) {
        match op {
            BinaryOp::And => return Some(Ok(Value::bool(p & q))),
            BinaryOp::Or => return Some(Ok(Value::bool(p | q))),
            BinaryOp::Xor => return Some(Ok(Value::bool(p ^ q))),
            _ => {}
        }
    }
    integer::small_binary(interp, op, x, y)
}

/// A float with an int of any size.
fn mixed(interp: &mut Interp, op: BinaryOp, a: Value, b: Value) -> Option<NativeResult> {
    use BinaryOp::*;
    if !matches!(op, Add | Subtract | Multiply | TrueDivide | FloorDivide | Remainder | Power) {
        return None;
    }
    let mut float = |v| interp.as_float(v).map(Option::unwrap_or_default);
    match (float(a), float(b)) {
        (Ok(x), Ok(y)) => float::binary(interp, op, x, y),
        (Err(trap), _) | (_, Err(trap)) => Some(Err(trap)),
    }
}

/// Whether the class of `value` may define operators of its own.
fn is_object(value: Value) -> bool {
    matches!(value, Value::Instance(_) | Value::Exception(_) | Value::Class(_) | Value::Opaque(_) | Value::Wrapper(_))
}

/// An operator with at least one object that is found through its class.
fn object_binary(interp: &mut Interp, op: BinaryOp, a: Value, b: Value) -> NativeResult {
    if let Some(result) = union_type(interp, op, a, b) {
        return result;
    }
    let (name, reflected, inplace) = method_names(plain(op));
    let mut attempts = vec![(a, name, b), (b, reflected, a)];
    if plain(op) != op {
        attempts.insert(0, (a, inplace, b));
    }
    for &(receiver, name, _) in &attempts {
        if interp.has_script_method(receiver, name) {
            return Err(Trap::Defer);
        }
    }
    for (receiver, name, other) in attempts {
        if is_object(receiver)
            && let Some(result) = interp.call_native_method(receiver, name, &[other])
            && !matches!(result, Ok(Value::NotImplemented))
        {
            return result;
        }
    }
    builtin_binary(interp, op, a, b)
}

/// `int | None`: a type union, kept out of the way.
fn union_type(interp: &mut Interp, op: BinaryOp, a: Value, b: Value) -> Option<NativeResult> {
    let is_type = |v| match v {
        Value::Class(id) => !interp.has_script_method(Value::Class(id), Symbol::OR),
        Value::Wrapper(id) => matches!(interp.heap.wrappers[id], crate::object::Wrapper::Alias { .. }),
        _ => false,
    };
    let fits = |v: Value| v.is_none() || is_type(v);
    if plain(op) != BinaryOp::Or || !fits(a) || !fits(b) {
        return None;
    }
    let mut members = Vec::new();
    for value in [a, b] {
        match value {
            Value::Wrapper(id) => match interp.heap.wrappers[id] {
                crate::object::Wrapper::Alias { origin: Value::None, args: Value::Tuple(args) } => {
                    members.extend_from_slice(interp.heap.tuple(args));
                }
                _ => members.push(value),
            },
            _ => members.push(value),
        }
    }
    let mut unique: Vec<Value> = Vec::new();
    for member in members {
        if !unique.contains(&member) {
            unique.push(member);
        }
    }
    if let [only] = unique[..] {
        return Some(Ok(only));
    }
    let args = interp.heap.new_tuple(&unique);
    Some(Ok(interp.heap.new_wrapper(crate::object::Wrapper::Alias { origin: Value::None, args })))
}

impl Interp {
    /// Call a native method found on the type of `receiver`; `None` when there is none or it is script code.
    pub fn call_native_method(&mut self, receiver: Value, name: Symbol, args: &[Value]) -> Option<NativeResult> {
        let Some(Value::Native(id)) = self.lookup(self.class_of(receiver), name) else { return None };
        let native = self.natives[id.index()];
        let Implementation::Plain(function) = native.def.implementation else { return None };
        let own = native.owner.is_some_and(|c| self.heap.classes[c].layout == crate::object::Layout::Builtin);
        let mut values = vec![if own { self.payload(receiver) } else { receiver }];
        values.extend_from_slice(args);
        Some(function(self, Args::positional(&values)))
    }
}

/// The methods of an operator: plain, reflected, in-place.
pub fn method_names(op: BinaryOp) -> (Symbol, Symbol, Symbol) {
    use BinaryOp::*;
    match op {
        Add | InplaceAdd => (Symbol::ADD, Symbol::RADD, Symbol::IADD),
        And | InplaceAnd => (Symbol::AND, Symbol::RAND, Symbol::IAND),
        FloorDivide | InplaceFloorDivide => (Symbol::FLOORDIV, Symbol::RFLOORDIV, Symbol::IFLOORDIV),
        LShift | InplaceLShift => (Symbol::LSHIFT, Symbol::RLSHIFT, Symbol::ILSHIFT),
        MatrixMultiply | InplaceMatrixMultiply => (Symbol::MATMUL, Symbol::RMATMUL, Symbol::IMATMUL),
        Multiply | InplaceMultiply => (Symbol::MUL, Symbol::RMUL, Symbol::IMUL),
        Remainder | InplaceRemainder => (Symbol::MOD, Symbol::RMOD, Symbol::IMOD),
        Or | InplaceOr => (Symbol::OR, Symbol::ROR, Symbol::IOR),
        Power | InplacePower => (Symbol::POW, Symbol::RPOW, Symbol::IPOW),
        RShift | InplaceRShift => (Symbol::RSHIFT, Symbol::RRSHIFT, Symbol::IRSHIFT),
        Subtract | InplaceSubtract => (Symbol::SUB, Symbol::RSUB, Symbol::ISUB),
        TrueDivide | InplaceTrueDivide => (Symbol::TRUEDIV, Symbol::RTRUEDIV, Symbol::ITRUEDIV),
        Xor | InplaceXor => (Symbol::XOR, Symbol::RXOR, Symbol::IXOR),
    }
}

/// The TypeError of an operator that neither operand has.
#[cold]
pub fn unsupported(interp: &mut Interp, op: BinaryOp, a: Value, b: Value) -> Trap {
    if let Some(trap) = sequence::misuse(interp, plain(op), a, b) {
        return trap;
    }
    let symbol = if op == BinaryOp::Power { "** or pow()" } else { op.text() };
    let (left, right) = (interp.class_display(interp.class_of(a)), interp.class_display(interp.class_of(b)));
    let mut message = format!("unsupported operand type(s) for {symbol}: '{left}' and '{right}'");
    if op == BinaryOp::RShift
        && let Value::Native(id) = a
        && interp.natives[id.index()].def.name == "print"
    {
        message.push_str(". Did you mean \"print(<message>, file=<output_stream>)\"?");
    }
    interp.type_error(message)
}

/// `divmod(a, b)`; `Defer` where script code decides.
pub fn divide_with_remainder(interp: &mut Interp, a: Value, b: Value) -> NativeResult {
    let (x, y) = (interp.payload(a), interp.payload(b));
    let script = |v, name| interp.has_script_method(v, name);
    if script(a, Symbol::DIVMOD) || script(b, Symbol::RDIVMOD) {
        return Err(Trap::Defer);
    }
    builtin_divmod(interp, x, y, a, b)
}

fn builtin_divmod(interp: &mut Interp, x: Value, y: Value, a: Value, b: Value) -> NativeResult {
    let (quotient, remainder) = match (interp.heap.integer(x), interp.heap.integer(y)) {
        (Some(Integer::Small(_) | Integer::Big(_)), Some(_)) => integer::int_divmod(interp, x, y)?,
        _ => match (interp.as_float(x)?, interp.as_float(y)?) {
            (Some(x), Some(y)) => float_divmod(interp, x, y).map(|(q, r)| (Value::float(q), Value::float(r)))?,
            _ => {
                let (left, right) = (interp.type_name(a), interp.type_name(b));
                let message = format!("unsupported operand type(s) for divmod(): '{left}' and '{right}'");
                return Err(interp.type_error(message));
            }
        },
    };
    Ok(interp.heap.new_tuple(&[quotient, remainder]))
}
