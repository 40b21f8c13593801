//! Comparisons: `a < b`.

use super::*;

/// `<`, `==`, … of the two operands on top.
pub(crate) fn compare(interp: &mut Interp, ts: &mut ThreadState, op: CompareOp, to_bool: bool) -> Result<(), Trap> {
    let (a, b) = (ts.top(2), ts.top(1));
    let flag = if to_bool { TO_BOOL } else { 0 };
    if has_methods(a) || has_methods(b) || is_custom_class(interp, a) {
        return compare_candidate(interp, ts, op as u8 | flag, 0);
    }
    match crate::compare::compare(interp, op, a, b) {
        Err(Trap::Defer) => compare_candidate(interp, ts, op as u8 | flag, 0),
        Err(trap) => Err(trap),
        Ok(value) => {
            ts.pop();
            ts.set_top(1, value);
            Ok(())
        }
    }
}

fn compare_names(op: CompareOp) -> (Symbol, Symbol) {
    match op {
        CompareOp::Lt => (Symbol::LT, Symbol::GT),
        CompareOp::Le => (Symbol::LE, Symbol::GE),
        CompareOp::Eq => (Symbol::EQ, Symbol::EQ),
        CompareOp::Ne => (Symbol::NE, Symbol::NE),
        CompareOp::Gt => (Symbol::GT, Symbol::LT),
        CompareOp::Ge => (Symbol::GE, Symbol::LE),
    }
}

/// The method of `class` for a comparison, `object`'s own excepted: that compares by identity, as is done at the end.
/// The second is true when the result of `__eq__` must be negated for `!=`.
fn comparison_method(interp: &Interp, class: ClassId, name: Symbol) -> Option<(Value, bool)> {
    let scripted = |name| {
        let (owner, index) = interp.lookup_where(class, name)?;
        let value = interp.heap.classes[owner].dict.at(index);
        (owner != types::OBJECT && !value.is_none()).then_some(value)
    };
    if name == Symbol::NE {
        return match scripted(Symbol::NE) {
            Some(method) => Some((method, false)),
            None => scripted(Symbol::EQ).map(|method| (method, true)),
        };
    }
    scripted(name).map(|method| (method, false))
}

fn compare_candidate(interp: &mut Interp, ts: &mut ThreadState, code: u8, stage: u8) -> Result<(), Trap> {
    let (a, b) = (ts.top(2), ts.top(1));
    let op = CompareOp::from_operand(u32::from(code & 7)).unwrap_or(CompareOp::Eq);
    let (name, reflected) = compare_names(op);
    let (class_a, class_b) = (interp.class_of(a), interp.class_of(b));
    let left = comparison_method(interp, class_a, name).map(|m| (m, a, b));
    if let (0, true, Some(((method @ Value::Function(_), false), ..))) = (stage, class_a == class_b, left) {
        return call::start(interp, ts, method, &[a, b], OnReturn::Compare(code & 15));
    }
    let right = comparison_method(interp, class_b, reflected).map(|m| (m, b, a));
    let swapped = class_a != class_b && interp.is_subclass(class_b, class_a);
    let order = if swapped { [right, left] } else { [left, right] };
    match order.into_iter().flatten().nth(stage as usize) {
        Some(((method, negate), object, other)) => {
            let code = code & 15 | stage << 4 | if negate { 128 } else { 0 };
            call::start_method(interp, ts, method, &[object, other], OnReturn::Compare(code))
        }
        None => {
            let value = match op {
                CompareOp::Eq => Value::bool(a == b),
                CompareOp::Ne => Value::bool(a != b),
                _ => return Err(interp.not_comparable(op, a, b)),
            };
            ts.pop();
            ts.set_top(1, value);
            Ok(())
        }
    }
}

/// Whether the result of the method in an `OnReturn::Compare` is to be negated: `!=` by `__eq__`.
#[inline(always)]
pub(crate) fn is_negated(code: u8) -> bool {
    code & 128 != 0
}

/// A comparison's method has returned `value`.
pub(crate) fn compare_returned(interp: &mut Interp, ts: &mut ThreadState, code: u8, value: Value) -> Result<(), Trap> {
    if value == Value::NotImplemented {
        return compare_candidate(interp, ts, code & 15, (code >> 4 & 7) + 1);
    }
    ts.pop();
    let negate = is_negated(code);
    if negate || code & TO_BOOL != 0 {
        ts.pop();
        return truth_of(interp, ts, value, negate);
    }
    ts.set_top(1, value);
    Ok(())
}
