//! Operators whose operands may be a script's own objects.
//!
//! Built-in operands are combined natively. Where a class defines the operator's method, the candidates are tried in
//! the order of the language reference (§3.3.8): in-place method, left operand's, right operand's reflected one, the
//! last first when the right operand's class derives from the left's and overrides it.

mod binary;
mod boolean;
mod compare;
mod subscription;

pub(crate) use binary::*;
pub(crate) use boolean::*;
pub(crate) use compare::*;
pub(crate) use subscription::*;

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

/// A class whose metaclass is a script's.
fn is_custom_class(interp: &Interp, value: Value) -> bool {
    matches!(value, Value::Class(id) if interp.heap.classes[id].metaclass != types::TYPE)
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

const TO_BOOL: u8 = 8;

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
