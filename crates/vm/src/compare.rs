//! The comparison operators on built-in values.

use crate::equality::{MAX_DEPTH, Stop};
use crate::heap::Heap;
use crate::interp::Interp;
use crate::native::{Args, NativeDef, NativeResult};
use crate::object::Wrapper;
use crate::symbol::Symbol;
use crate::value::*;
use gilscope_bytecode::CompareOp;
use num_bigint::BigInt;
use num_traits::FromPrimitive;
use std::cmp::Ordering;

/// `a op b`. `Defer` where a script's method decides.
#[inline]
pub fn compare(interp: &mut Interp, op: CompareOp, a: Value, b: Value) -> NativeResult {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => Ok(Value::bool(holds(op, a.cmp(&b)))),
        (Value::Float(a), Value::Float(b)) => Ok(Value::bool(holds_partly(op, a.get().partial_cmp(&b.get())))),
        _ => match interp.heap.compare(op, a, b, 0) {
            Ok(result) if interp.time.is_on() => {
                interp.work_of_comparison(a, b);
                Ok(Value::bool(result))
            }
            Ok(result) => Ok(Value::bool(result)),
            Err(stop) => Err(interp.stopped(stop)),
        },
    }
}

/// Whether an order is what the operator asks for.
#[inline(always)]
pub(crate) fn holds(op: CompareOp, order: Ordering) -> bool {
    match op {
        CompareOp::Lt => order.is_lt(),
        CompareOp::Le => order.is_le(),
        CompareOp::Eq => order.is_eq(),
        CompareOp::Ne => order.is_ne(),
        CompareOp::Gt => order.is_gt(),
        CompareOp::Ge => order.is_ge(),
    }
}

/// The same where NaN has no order.
#[inline(always)]
fn holds_partly(op: CompareOp, order: Option<Ordering>) -> bool {
    order.map_or(op == CompareOp::Ne, |order| holds(op, order))
}

impl Heap {
    /// `a op b` of built-in values.
    #[inline]
    pub(crate) fn compare(&self, op: CompareOp, a: Value, b: Value, depth: usize) -> Result<bool, Stop> {
        match (op, a, b) {
            (CompareOp::Eq, a, b) => self.equal(a, b, depth),
            (CompareOp::Ne, a, b) => Ok(!self.equal(a, b, depth)?),
            (_, Value::Int(a), Value::Int(b)) => Ok(holds(op, a.cmp(&b))),
            (_, Value::Str(a), Value::Str(b)) => Ok(holds(op, self.text(a).cmp(self.text(b)))),
            (_, Value::Tuple(a), Value::Tuple(b)) if depth < MAX_DEPTH => {
                self.compare_items(op, self.tuple(a), self.tuple(b), depth + 1)
            }
            _ => self.compare_order(op, a, b, depth),
        }
    }

    fn compare_order(&self, op: CompareOp, a: Value, b: Value, depth: usize) -> Result<bool, Stop> {
        if self.has_custom_order(a) || self.has_custom_order(b) {
            return Err(Stop::Script);
        }
        if depth > MAX_DEPTH {
            return Err(Stop::Deep);
        }
        let depth = depth + 1;
        let (x, y) = (self.payload(a), self.payload(b));
        if let Some(order) = self.compare_numbers(x, y) {
            return Ok(holds_partly(op, order));
        }
        match (x, y) {
            (Value::Str(x), Value::Str(y)) => Ok(holds(op, self.text(x).cmp(self.text(y)))),
            (Value::Tuple(x), Value::Tuple(y)) => self.compare_items(op, self.tuple(x), self.tuple(y), depth),
            (Value::List(x), Value::List(y)) => {
                self.compare_items(op, &self.lists[x].items, &self.lists[y].items, depth)
            }
            (Value::Bytes(x), Value::Bytes(y)) => Ok(holds(op, self.bytes[x].data.cmp(&self.bytes[y].data))),
            (Value::Set(x), Value::Set(y)) => {
                let (x, y) = (&self.sets[x], &self.sets[y]);
                let (small, large) = if matches!(op, CompareOp::Lt | CompareOp::Le) { (x, y) } else { (y, x) };
                let proper = matches!(op, CompareOp::Lt | CompareOp::Gt);
                let fits = if proper { small.len() < large.len() } else { small.len() <= large.len() };
                Ok(fits && small.is_subset(large, self).map_err(|_| Stop::Script)?)
            }
            (Value::Wrapper(x), Value::Wrapper(y)) => match (&self.wrappers[x], &self.wrappers[y]) {
                (&Wrapper::DictKeys(x), &Wrapper::DictKeys(y)) => self.compare_keys(op, x, y),
                (Wrapper::DictItems(_) | Wrapper::DictKeys(_), Wrapper::DictItems(_) | Wrapper::DictKeys(_)) => {
                    Err(Stop::Script)
                }
                _ => Err(Stop::Unordered(op, a, b)),
            },
            // The views' own methods make sets of them.
            (Value::Wrapper(view), Value::Set(_)) | (Value::Set(_), Value::Wrapper(view))
                if matches!(self.wrappers[view], Wrapper::DictKeys(_) | Wrapper::DictItems(_)) =>
            {
                Err(Stop::Script)
            }
            _ => Err(Stop::Unordered(op, a, b)),
        }
    }

    fn compare_keys(&self, op: CompareOp, a: DictId, b: DictId) -> Result<bool, Stop> {
        let (small, large) = if matches!(op, CompareOp::Lt | CompareOp::Le) { (a, b) } else { (b, a) };
        let (few, many) = (self.dicts[small].len(), self.dicts[large].len());
        let fits = if matches!(op, CompareOp::Lt | CompareOp::Gt) { few < many } else { few <= many };
        Ok(fits && self.keys_within(small, large)?)
    }

    /// Sequences: the first items that differ decide, else the lengths.
    pub(crate) fn compare_items(&self, op: CompareOp, a: &[Value], b: &[Value], depth: usize) -> Result<bool, Stop> {
        for (&x, &y) in a.iter().zip(b) {
            match (x, y) {
                (Value::Int(x), Value::Int(y)) if x == y => continue,
                (Value::Int(x), Value::Int(y)) => return Ok(holds(op, x.cmp(&y))),
                _ => {}
            }
            if !self.same(x, y, depth)? {
                return self.compare(op, x, y, depth);
            }
        }
        Ok(holds(op, a.len().cmp(&b.len())))
    }

    /// The order of two numbers, `Some(None)` with a NaN, `None` when they are not both numbers.
    pub(crate) fn compare_numbers(&self, a: Value, b: Value) -> Option<Option<Ordering>> {
        if let (Some(a), Some(b)) = (a.as_int(), b.as_int()) {
            return Some(Some(a.cmp(&b)));
        }
        Some(match (a, b) {
            (Value::Float(a), Value::Float(b)) => a.get().partial_cmp(&b.get()),
            (Value::Float(a), Value::Big(b)) => compare_big(&self.bigs[b], a.get()).map(Ordering::reverse),
            (Value::Big(a), Value::Float(b)) => compare_big(&self.bigs[a], b.get()),
            (Value::Big(a), Value::Big(b)) => Some(self.bigs[a].cmp(&self.bigs[b])),
            (Value::Big(a), _) if b.as_int().is_some() => Some(sign_order(&self.bigs[a])),
            (_, Value::Big(b)) if a.as_int().is_some() => Some(sign_order(&self.bigs[b]).reverse()),
            (Value::Float(a), b) => compare_int(b.as_int()?, a.get()).map(Ordering::reverse),
            (a, Value::Float(b)) => compare_int(a.as_int()?, b.get()),
            _ => return None,
        })
    }

    /// Whether `<` and its like are not for this file to decide.
    #[inline]
    pub(crate) fn has_custom_order(&self, value: Value) -> bool {
        let Some(class) = self.custom_class(value) else { return false };
        [Symbol::LT, Symbol::LE, Symbol::GT, Symbol::GE].iter().any(|&name| self.overrides(class, name))
    }
}

/// A big integer is beyond every 64-bit one.
fn sign_order(big: &BigInt) -> Ordering {
    if big.sign() == num_bigint::Sign::Minus { Ordering::Less } else { Ordering::Greater }
}

/// Exactly, without rounding the integer to a float.
fn compare_int(int: i64, float: f64) -> Option<Ordering> {
    const LIMIT: f64 = 9_223_372_036_854_775_808.0;
    if float.is_nan() {
        return None;
    }
    if float >= LIMIT {
        return Some(Ordering::Less);
    }
    if float < -LIMIT {
        return Some(Ordering::Greater);
    }
    let whole = float.trunc();
    Some(int.cmp(&(whole as i64)).then_with(|| whole.partial_cmp(&float).unwrap_or(Ordering::Equal)))
}

fn compare_big(big: &BigInt, float: f64) -> Option<Ordering> {
    if float.is_nan() {
        return None;
    }
    if float.is_infinite() {
        return Some(if float > 0.0 { Ordering::Less } else { Ordering::Greater });
    }
    let whole = BigInt::from_f64(float.trunc())?;
    Some(big.cmp(&whole).then_with(|| float.trunc().partial_cmp(&float).unwrap_or(Ordering::Equal)))
}

/// Whether the built-in types of `a` and `b` know how to compare with each other by `op`.
fn comparable(interp: &Interp, op: CompareOp, a: Value, b: Value) -> bool {
    let equality = matches!(op, CompareOp::Eq | CompareOp::Ne);
    match (a, b) {
        (Value::Str(_), Value::Str(_)) | (Value::Bytes(_), Value::Bytes(_)) => true,
        (Value::List(_), Value::List(_)) | (Value::Tuple(_), Value::Tuple(_)) | (Value::Set(_), Value::Set(_)) => true,
        (Value::Dict(_), Value::Dict(_)) | (Value::Range(_), Value::Range(_)) | (Value::Slice(_), Value::Slice(_)) => {
            equality
        }
        (Value::Wrapper(_), Value::Wrapper(_)) => equality,
        _ => interp.heap.compare_numbers(a, b).is_some(),
    }
}

/// The method of a built-in type for `op`: NotImplemented for a type it knows nothing of.
fn method(interp: &mut Interp, op: CompareOp, args: Args<'_>) -> NativeResult {
    let (a, b) = (interp.heap.payload(args.at(0)), interp.heap.payload(args.at(1)));
    if !comparable(interp, op, a, b) {
        return Ok(Value::NotImplemented);
    }
    match interp.heap.compare(op, a, b, 0) {
        Ok(result) => Ok(Value::bool(result)),
        Err(stop) => Err(interp.stopped(stop)),
    }
}

macro_rules! comparison_methods {
    ($( $function:ident $op:ident; )*) => { $(
        pub(crate) fn $function(interp: &mut Interp, args: Args<'_>) -> NativeResult {
            method(interp, CompareOp::$op, args)
        }
    )* };
}

comparison_methods! { lt Lt; le Le; eq Eq; ne Ne; gt Gt; ge Ge; }

/// Comparison methods of types whose values hold no others: numbers, `str`, `bytes`, `range`.
pub const COMPARISONS: &[NativeDef] = &[
    NativeDef::method("__lt__", lt, 1, 1),
    NativeDef::method("__le__", le, 1, 1),
    NativeDef::method("__eq__", eq, 1, 1),
    NativeDef::method("__ne__", ne, 1, 1),
    NativeDef::method("__gt__", gt, 1, 1),
    NativeDef::method("__ge__", ge, 1, 1),
];

/// Those of `list` and `tuple`.
pub(crate) const SEQUENCE_COMPARISONS: &[NativeDef] = &[
    NativeDef::method("__lt__", lt, 1, 1).twin("sequence.list_lt"),
    NativeDef::method("__le__", le, 1, 1).twin("sequence.list_le"),
    NativeDef::method("__eq__", eq, 1, 1).twin("sequence.list_eq"),
    NativeDef::method("__ne__", ne, 1, 1).twin("sequence.list_ne"),
    NativeDef::method("__gt__", gt, 1, 1).twin("sequence.list_gt"),
    NativeDef::method("__ge__", ge, 1, 1).twin("sequence.list_ge"),
];
