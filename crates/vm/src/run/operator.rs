//! Operators whose operands may be a script's own objects.
//!
//! Built-in operands are combined natively. Where a class defines the operator's method, the candidates are tried in
//! the order of the language reference (§3.3.8): in-place method, left operand's, right operand's reflected one, the
//! last first when the right operand's class derives from the left's and overrides it.

use crate::frame::OnReturn;
use crate::interp::Interp;
use crate::native::{NativeResult, Trap};
use crate::run::{call, fused};
use crate::symbol::Symbol;
use crate::thread_state::ThreadState;
use crate::types;
use crate::value::*;
use crate::{arithmetic, contains, iteration, subscript, truth};
use gilscope_bytecode::{BinaryOp, CompareOp};

/// A unary operator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unary {
    Negative,
    Positive,
    Invert,
}

/// Whether the operator methods of the value's class must be asked.
pub(crate) fn has_methods(value: Value) -> bool {
    matches!(value, Value::Instance(_) | Value::Opaque(_) | Value::Exception(_))
}

/// `a is b`.
pub(crate) fn is(_interp: &Interp, a: Value, b: Value) -> bool {
    a == b
}

/// Replace `operands` operands by the result of a native, or go to `deferred` when script code is needed.
fn settle(
    interp: &mut Interp,
    ts: &mut ThreadState,
    operands: usize,
    result: NativeResult,
    deferred: Symbol,
    args: &[Value],
) -> Result<(), Trap> {
    match result {
        Ok(value) => {
            ts.set_sp(ts.sp() - operands);
            ts.push(value);
            Ok(())
        }
        Err(Trap::Defer) => {
            ts.set_sp(ts.sp() - operands);
            call_method(interp, ts, deferred, args, OnReturn::Push)
        }
        Err(trap) => Err(trap),
    }
}

/// Call the method `name` of the class of `args[0]` with `args`; TypeError when there is none.
pub(crate) fn call_method(
    interp: &mut Interp,
    ts: &mut ThreadState,
    name: Symbol,
    args: &[Value],
    on_return: OnReturn,
) -> Result<(), Trap> {
    let object = args.first().copied().unwrap_or(Value::None);
    match interp.lookup(interp.class_of(object), name) {
        Some(method) if !method.is_none() => call::start_method(interp, ts, method, args, on_return),
        _ => Err(interp.no_operator(name, args)),
    }
}

// ---- binary operators ----

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

/// A class whose metaclass is a script's.
fn is_custom_class(interp: &Interp, value: Value) -> bool {
    matches!(value, Value::Class(id) if interp.heap.classes[id].metaclass != types::TYPE)
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

// ---- comparison ----

const TO_BOOL: u8 = 8;

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

// ---- truth ----

/// Replace the top by its truth.
pub(crate) fn to_bool(interp: &mut Interp, ts: &mut ThreadState) -> Result<(), Trap> {
    let value = ts.pop();
    truth_of(interp, ts, value, false)
}

/// Push the truth of `value`, negated if so asked.
pub(crate) fn truth_of(interp: &mut Interp, ts: &mut ThreadState, value: Value, negate: bool) -> Result<(), Trap> {
    if let Some(truth) = truth::truthy(interp, value) {
        ts.push(Value::bool(truth != negate));
        return Ok(());
    }
    if negate {
        let twin = interp.twin("operate", "negated")?;
        return call::start(interp, ts, twin, &[value], OnReturn::Push);
    }
    let class = interp.class_of(value);
    if let Some(method) = interp.lookup(class, Symbol::BOOL) {
        return call::start_method(interp, ts, method, &[value], OnReturn::Bool);
    }
    match interp.lookup(class, Symbol::LEN) {
        Some(method) => call::start_method(interp, ts, method, &[value], OnReturn::LenBool),
        None => {
            ts.push(Value::True);
            Ok(())
        }
    }
}

/// `__len__` was called for the truth of an object.
pub(crate) fn length_as_bool(interp: &mut Interp, ts: &mut ThreadState, value: Value) -> Result<(), Trap> {
    match interp.payload(value).as_int() {
        Some(length) if length >= 0 => {
            ts.push(Value::bool(length != 0));
            Ok(())
        }
        Some(_) => Err(interp.value_error("__len__() should return >= 0")),
        None => {
            let message = format!("'{}' object cannot be interpreted as an integer", interp.type_name(value));
            Err(interp.type_error(message))
        }
    }
}

/// `not` of a value that is no bool.
pub(crate) fn not(interp: &mut Interp, ts: &mut ThreadState) -> Result<(), Trap> {
    let value = ts.pop();
    truth_of(interp, ts, value, true)
}

// ---- unary operators, membership, items ----

pub(crate) fn unary(interp: &mut Interp, ts: &mut ThreadState, op: Unary) -> Result<(), Trap> {
    let value = ts.top(1);
    let (name, result) = match op {
        _ if has_methods(value) => (unary_name(op), Err(Trap::Defer)),
        Unary::Negative => (Symbol::NEG, arithmetic::unary::negate(interp, value)),
        Unary::Positive => (Symbol::POS, arithmetic::unary::positive(interp, value)),
        Unary::Invert => (Symbol::INVERT, arithmetic::unary::invert(interp, value)),
    };
    settle(interp, ts, 1, result, name, &[value])
}

fn unary_name(op: Unary) -> Symbol {
    match op {
        Unary::Negative => Symbol::NEG,
        Unary::Positive => Symbol::POS,
        Unary::Invert => Symbol::INVERT,
    }
}

/// `in` and `not in`: the container is on top.
pub(crate) fn contains(interp: &mut Interp, ts: &mut ThreadState, inverted: bool) -> Result<(), Trap> {
    let (item, container) = (ts.top(2), ts.top(1));
    let result = if has_methods(container) { Err(Trap::Defer) } else { contains::contains(interp, container, item) };
    match result {
        Ok(found) => {
            ts.pop();
            ts.set_top(1, Value::bool(found != inverted));
            Ok(())
        }
        Err(Trap::Defer) => {
            ts.set_sp(ts.sp() - 2);
            let on_return = if inverted { OnReturn::NotContains } else { OnReturn::Contains };
            match interp.lookup(interp.class_of(container), Symbol::CONTAINS) {
                Some(method) if !method.is_none() => {
                    call::start_method(interp, ts, method, &[container, item], on_return)
                }
                _ => {
                    let twin = interp.twin("sequence", "contains")?;
                    call::start(interp, ts, twin, &[container, item], on_return)
                }
            }
        }
        Err(trap) => Err(trap),
    }
}

/// `container[key]`.
pub(crate) fn subscript(interp: &mut Interp, ts: &mut ThreadState) -> Result<(), Trap> {
    let (container, key) = (ts.top(2), ts.top(1));
    if let Value::Class(class) = container {
        return subscript_class(interp, ts, class, key);
    }
    let result = if has_methods(container) { Err(Trap::Defer) } else { subscript::get_item(interp, container, key) };
    settle(interp, ts, 2, result, Symbol::GETITEM, &[container, key])
}

/// `list[int]`, `Generic[T]`, and items of classes with a metaclass.
fn subscript_class(interp: &mut Interp, ts: &mut ThreadState, class: ClassId, key: Value) -> Result<(), Trap> {
    ts.set_sp(ts.sp() - 2);
    let container = Value::Class(class);
    let meta = interp.heap.classes[class].metaclass;
    if let Some(method) = interp.lookup(meta, Symbol::GETITEM) {
        return call::start_method(interp, ts, method, &[container, key], OnReturn::Push);
    }
    if let Some(method) = interp.lookup(class, Symbol::CLASS_GETITEM) {
        let method = interp.unwrap_class_method(method);
        return call::start(interp, ts, method, &[container, key], OnReturn::Push);
    }
    if interp.heap.classes[class].flags.scripted || !is_generic_builtin(class) {
        let message = format!("type '{}' is not subscriptable", interp.heap.classes[class].name);
        return Err(interp.type_error(message));
    }
    let args = match key {
        Value::Tuple(_) => key,
        _ => interp.heap.new_tuple(&[key]),
    };
    let alias = interp.heap.new_wrapper(crate::object::Wrapper::Alias { origin: container, args });
    ts.push(alias);
    Ok(())
}

fn is_generic_builtin(class: ClassId) -> bool {
    !matches!(class, types::INT | types::FLOAT | types::STR | types::BYTES | types::BOOL | types::OBJECT | types::RANGE)
}

pub(crate) fn store_subscript(interp: &mut Interp, ts: &mut ThreadState) -> Result<(), Trap> {
    let (value, container, key) = (ts.top(3), ts.top(2), ts.top(1));
    let result =
        if has_methods(container) { Err(Trap::Defer) } else { subscript::set_item(interp, container, key, value) };
    settle_statement(interp, ts, 3, result, Symbol::SETITEM, &[container, key, value])
}

pub(crate) fn delete_subscript(interp: &mut Interp, ts: &mut ThreadState) -> Result<(), Trap> {
    let (container, key) = (ts.top(2), ts.top(1));
    let result = if has_methods(container) { Err(Trap::Defer) } else { subscript::del_item(interp, container, key) };
    settle_statement(interp, ts, 2, result, Symbol::DELITEM, &[container, key])
}

/// As `settle` for operations without a result.
fn settle_statement(
    interp: &mut Interp,
    ts: &mut ThreadState,
    operands: usize,
    result: Result<(), Trap>,
    deferred: Symbol,
    args: &[Value],
) -> Result<(), Trap> {
    match result {
        Ok(()) => {
            ts.set_sp(ts.sp() - operands);
            Ok(())
        }
        Err(Trap::Defer) => {
            ts.set_sp(ts.sp() - operands);
            call_method(interp, ts, deferred, args, OnReturn::Discard)
        }
        Err(trap) => Err(trap),
    }
}

/// `container[start:stop]`.
pub(crate) fn slice(interp: &mut Interp, ts: &mut ThreadState) -> Result<(), Trap> {
    let (start, stop) = (ts.top(2), ts.top(1));
    let slice = interp.heap.new_slice(start, stop, Value::None);
    ts.pop();
    ts.set_top(1, slice);
    subscript(interp, ts)
}

/// `container[start:stop] = value`.
pub(crate) fn store_slice(interp: &mut Interp, ts: &mut ThreadState) -> Result<(), Trap> {
    let (start, stop) = (ts.top(2), ts.top(1));
    let slice = interp.heap.new_slice(start, stop, Value::None);
    ts.pop();
    ts.set_top(1, slice);
    store_subscript(interp, ts)
}

/// Replace the top by its iterator.
pub(crate) fn get_iter(interp: &mut Interp, ts: &mut ThreadState) -> Result<(), Trap> {
    let value = ts.top(1);
    if let Ok(iterator) = if has_methods(value) { Err(Trap::Defer) } else { iteration::iter_new(interp, value) } {
        ts.set_top(1, iterator);
        return Ok(());
    }
    ts.pop();
    let class = match value {
        Value::Class(id) => interp.heap.classes[id].metaclass,
        _ => interp.class_of(value),
    };
    match interp.lookup(class, Symbol::ITER) {
        Some(method) if !method.is_none() => call::start_method(interp, ts, method, &[value], OnReturn::Iter),
        None if interp.lookup(class, Symbol::GETITEM).is_some() => {
            let twin = interp.twin("iterate", "getitem_iter")?;
            call::start(interp, ts, twin, &[value], OnReturn::Push)
        }
        _ => {
            let message = format!("'{}' object is not iterable", interp.type_name(value));
            Err(interp.type_error(message))
        }
    }
}

// ---- messages ----

impl Interp {
    #[cold]
    pub(crate) fn unsupported_operands(&mut self, op: BinaryOp, a: Value, b: Value) -> Trap {
        let text = match op {
            BinaryOp::Power => "** or pow()",
            BinaryOp::InplacePower => "**=",
            _ => op.text(),
        };
        let message = format!(
            "unsupported operand type(s) for {text}: '{}' and '{}'",
            self.class_display(self.class_of(a)),
            self.class_display(self.class_of(b))
        );
        self.type_error(message)
    }

    #[cold]
    pub(crate) fn not_comparable(&mut self, op: CompareOp, a: Value, b: Value) -> Trap {
        let message = format!(
            "'{}' not supported between instances of '{}' and '{}'",
            op.text(),
            self.class_display(self.class_of(a)),
            self.class_display(self.class_of(b))
        );
        self.type_error(message)
    }

    /// The class of `args[0]` has no method for the operation.
    #[cold]
    fn no_operator(&mut self, name: Symbol, args: &[Value]) -> Trap {
        let class = self.class_display(self.class_of(args.first().copied().unwrap_or(Value::None)));
        let message = match name {
            Symbol::GETITEM => format!("'{class}' object is not subscriptable"),
            Symbol::SETITEM => format!("'{class}' object does not support item assignment"),
            Symbol::DELITEM => format!("'{class}' object does not support item deletion"),
            Symbol::NEG => format!("bad operand type for unary -: '{class}'"),
            Symbol::POS => format!("bad operand type for unary +: '{class}'"),
            Symbol::INVERT => format!("bad operand type for unary ~: '{class}'"),
            Symbol::ITER => format!("'{class}' object is not iterable"),
            Symbol::NEXT => format!("'{class}' object is not an iterator"),
            Symbol::LEN => format!("object of type '{class}' has no len()"),
            _ => format!("'{class}' object has no '{}'", self.symbols.name(name)),
        };
        self.type_error(message)
    }
}
