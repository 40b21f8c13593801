//! Arithmetic operators: `a + b`, `a += b`.

use super::*;

/// `+`, `-=`, … of the two operands on top.
pub(crate) fn binary(interp: &mut Interp, ts: &mut ThreadState, op: BinaryOp) -> Result<(), Trap> {
    let (a, b) = (ts.top(2), ts.top(1));
    if let Some(joined) = fused::join(interp, op, a, b) {
        ts.pop();
        ts.set_top(1, joined);
        return Ok(());
    }
    if has_methods(a) || has_methods(b) || is_custom_class(interp, a) || is_custom_class(interp, b) {
        return binary_candidate(interp, ts, op, 0);
    }
    match arithmetic::binary_op(interp, op, a, b) {
        Err(Trap::Defer) => binary_candidate(interp, ts, op, 0),
        Err(trap) => Err(trap),
        Ok(value) => {
            ts.pop();
            ts.set_top(1, value);
            Ok(())
        }
    }
}

/// Method names of an operator: plain, reflected, in-place.
fn method_names(op: BinaryOp) -> (Symbol, Symbol, Option<Symbol>) {
    let (plain, reflected, in_place) = arithmetic::method_names(op);
    let is_in_place = op as u8 >= BinaryOp::InplaceAdd as u8;
    (plain, reflected, is_in_place.then_some(in_place))
}

/// The methods to try for `a op b`, in order: function, self, other.
fn candidates(interp: &Interp, op: BinaryOp, a: Value, b: Value) -> Vec<(Value, Value, Value)> {
    let (plain, reflected, in_place) = method_names(op);
    let (class_a, class_b) = (interp.class_of(a), interp.class_of(b));
    let find = |class, name| interp.lookup(class, name).filter(|m| !m.is_none());
    let left = find(class_a, plain).map(|m| (m, a, b));
    let right = if class_a == class_b { None } else { find(class_b, reflected).map(|m| (m, b, a)) };
    let mut list = Vec::with_capacity(3);
    list.extend(in_place.and_then(|name| find(class_a, name)).map(|m| (m, a, b)));
    let overrides = class_a != class_b
        && interp.is_subclass(class_b, class_a)
        && interp.lookup(class_a, reflected) != interp.lookup(class_b, reflected);
    // A sequence's `+` and `*` come after what the class of the other operand says.
    let first = list.first().or(left.as_ref());
    let yields = first.is_some_and(|&(method, ..)| is_sequence_operator(interp, method));
    match right {
        Some(right) if yields && matches!(right.0, Value::Function(_)) => {
            list.insert(0, right);
            list.extend(left);
        }
        _ if overrides => {
            list.extend(right);
            list.extend(left);
        }
        _ => {
            list.extend(left);
            list.extend(right);
        }
    }
    list
}

/// Whether a method is the `+` or `*` of a built-in sequence.
fn is_sequence_operator(interp: &Interp, method: Value) -> bool {
    let Value::Native(id) = method else { return false };
    let native = &interp.natives[id.index()];
    let owner = matches!(native.owner, Some(types::STR | types::BYTES | types::BYTEARRAY | types::LIST | types::TUPLE));
    owner && matches!(native.def.name, "__add__" | "__mul__" | "__iadd__" | "__imul__")
}

/// The first candidate when both operands are of one class, or the right one is no object with methods, and the
/// operator is not in-place: then no other can come before it.
fn obvious_candidate(interp: &Interp, op: BinaryOp, a: Value, b: Value) -> Option<Value> {
    let class = interp.class_of(a);
    let is_plain = (op as u8) < BinaryOp::InplaceAdd as u8;
    if !is_plain || (has_methods(b) && interp.class_of(b) != class) {
        return None;
    }
    interp.lookup(class, method_names(op).0).filter(|method| matches!(method, Value::Function(_)))
}

/// Call candidate number `stage` for the operands on top, which stay there.
fn binary_candidate(interp: &mut Interp, ts: &mut ThreadState, op: BinaryOp, stage: u8) -> Result<(), Trap> {
    let (a, b) = (ts.top(2), ts.top(1));
    if stage == 0
        && let Some(method) = obvious_candidate(interp, op, a, b)
    {
        return call::start(interp, ts, method, &[a, b], OnReturn::Binary(op as u8));
    }
    let Some(&(method, object, other)) = candidates(interp, op, a, b).get(stage as usize) else {
        return Err(interp.unsupported_operands(op, a, b));
    };
    let code = op as u8 | stage << 5;
    call::start_method(interp, ts, method, &[object, other], OnReturn::Binary(code))
}

/// Whether the operator in an `OnReturn::Binary` is in-place.
#[inline(always)]
pub(crate) fn is_in_place(code: u8) -> bool {
    u32::from(code & 31) >= BinaryOp::InplaceAdd as u32
}

/// A candidate has returned `value`.
pub(crate) fn binary_returned(interp: &mut Interp, ts: &mut ThreadState, code: u8, value: Value) -> Result<(), Trap> {
    if value == Value::NotImplemented {
        let op = BinaryOp::from_operand(u32::from(code & 31)).unwrap_or(BinaryOp::Add);
        return binary_candidate(interp, ts, op, (code >> 5) + 1);
    }
    ts.pop();
    // A native in-place method works on the built-in value inside an instance: the variable keeps the instance.
    if !(is_in_place(code) && value == interp.payload(ts.top(1))) {
        ts.set_top(1, value);
    }
    Ok(())
}
