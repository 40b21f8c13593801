//! Builtin functions that run through an iterable: `all any sum min max sorted iter next`, and `len`.

use crate::arithmetic;
use crate::compare;
use crate::cost::Work;
use crate::exceptions::STOP_ITERATION;
use crate::interp::Interp;
use crate::iteration::{iter_new, iter_next, next_native};
use crate::native::{Args, NativeDef, NativeResult, Trap};
use crate::object::Wrapper;
use crate::run::consume::Consumer;
use crate::subscript::custom;
use crate::symbol::Symbol;
use crate::truth::truthy;
use crate::value::*;
use gilscope_bytecode::{BinaryOp, CompareOp};
use num_traits::ToPrimitive;

pub(crate) const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("all", all, 1, 1).consumer(Consumer::All).twin("iterate.all"),
    NativeDef::function("any", any, 1, 1).consumer(Consumer::Any).twin("iterate.any"),
    NativeDef::function("iter", iter, 1, 2).twin("protocol.iter"),
    NativeDef::function("len", len, 1, 1).quick(quick_len).quiet().twin("operate.length"),
    NativeDef::function("max", max, 0, 255).any_keywords().consumer(Consumer::Max).twin("iterate.max"),
    NativeDef::function("min", min, 0, 255).any_keywords().consumer(Consumer::Min).twin("iterate.min"),
    NativeDef::function("next", next, 1, 2).twin("protocol.next"),
    NativeDef::function("sorted", crate::sort::sorted, 1, 1)
        .params(&["", "key", "reverse"])
        .consumer(Consumer::Again)
        .twin("sort.sorted"),
    NativeDef::function("sum", sum, 1, 2).params(&["", "start"]).consumer(Consumer::Sum).twin("iterate.sum"),
];

fn quick_len(interp: &mut Interp, value: Value) -> Value {
    let heap = &interp.heap;
    let len = match value {
        Value::List(id) => heap.lists[id].items.len(),
        Value::Str(id) => heap.char_count(id),
        Value::Tuple(id) => heap.tuple(id).len(),
        Value::Dict(id) => heap.dicts[id].len(),
        Value::Set(id) => heap.sets[id].len(),
        _ => return Value::Null,
    };
    Value::Int(len as i64)
}

pub(crate) fn len(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let value = args.at(0);
    if let Some(result) = custom(interp, value, Symbol::LEN, &[value]) {
        return result;
    }
    let heap = &interp.heap;
    let len = match heap.payload(value) {
        Value::List(id) => heap.lists[id].items.len(),
        Value::Dict(id) => heap.dicts[id].len(),
        Value::Str(id) => heap.char_count(id),
        Value::Tuple(id) => heap.tuple(id).len(),
        Value::Set(id) => heap.sets[id].len(),
        Value::Bytes(id) => heap.bytes[id].data.len(),
        Value::Range(id) => match heap.ranges[id].big_len(heap).to_i64() {
            Some(len) => len as usize,
            None => return Err(interp.overflow_error("Python int too large to convert to C ssize_t")),
        },
        Value::Wrapper(id) => match heap.wrappers[id] {
            Wrapper::DictKeys(dict) | Wrapper::DictValues(dict) | Wrapper::DictItems(dict) => heap.dicts[dict].len(),
            Wrapper::ClassDict(class) => heap.classes[class].dict.iter().count(),
            _ => return Err(no_len(interp, value)),
        },
        _ => return Err(no_len(interp, value)),
    };
    Ok(Value::Int(len as i64))
}

#[cold]
fn no_len(interp: &mut Interp, value: Value) -> Trap {
    let name = interp.class_display(interp.class_of(value));
    interp.type_error(format!("object of type '{name}' has no len()"))
}

fn iter(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    if args.get(1).is_some() {
        return Err(Trap::Defer);
    }
    iter_new(interp, args.at(0))
}

fn next(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let iterator = args.at(0);
    let item = match iterator {
        // What it asks to be called instead gives the item.
        Value::Iter(id) => iter_next(interp, id)?,
        Value::Generator(id) if args.get(1).is_none() => return Err(Trap::Resume(id, Value::None)),
        Value::Generator(_) | Value::Instance(_) | Value::Opaque(_) | Value::Exception(_) => return Err(Trap::Defer),
        _ => {
            let name = interp.class_display(interp.class_of(iterator));
            return Err(interp.type_error(format!("'{name}' object is not an iterator")));
        }
    };
    match (item, args.get(1)) {
        (Some(item), _) | (None, Some(item)) => Ok(item),
        (None, None) => Err(interp.raise_with(STOP_ITERATION, &[])),
    }
}

/// Run `visit` over the items of an iterable until it gives a result. An iterator that was given is put back where it
/// was when script code has to take over.
fn run_through<T>(
    interp: &mut Interp,
    iterable: Value,
    mut visit: impl FnMut(&mut Interp, Value) -> Result<Option<T>, Trap>,
) -> Result<Option<T>, Trap> {
    let saved = interp.save_iterator(iterable);
    let iterator = iter_new(interp, iterable)?;
    if matches!(iterator, Value::Generator(_) | Value::Instance(_)) {
        return Err(Trap::Defer);
    }
    let mut seen = 0;
    let result = loop {
        let item = match next_native(interp, iterator) {
            Ok(Some(item)) => item,
            Ok(None) => break Ok(None),
            Err(trap) => break Err(trap),
        };
        seen += 1;
        match visit(interp, item) {
            Ok(None) => {}
            result => break result,
        }
    };
    interp.work(Work::Iterate, seen);
    interp.restore_on_defer(saved, result)
}

fn all(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let found = run_through(interp, args.at(0), |interp, item| {
        let truth = truthy(interp, item).ok_or(Trap::Defer)?;
        Ok((!truth).then_some(()))
    })?;
    Ok(Value::bool(found.is_none()))
}

fn any(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let found = run_through(interp, args.at(0), |interp, item| {
        let truth = truthy(interp, item).ok_or(Trap::Defer)?;
        Ok(truth.then_some(()))
    })?;
    Ok(Value::bool(found.is_some()))
}

/// A sum: ints first; from the first float on, floats with Neumaier's compensation; anything else by `+`.
enum Sum {
    Int(i64),
    Float { total: f64, lost: f64 },
    Other(Value),
}

impl Sum {
    fn from(start: Value) -> Sum {
        match start {
            Value::Int(i) => Sum::Int(i),
            Value::Float(x) => Sum::Float { total: x.get(), lost: 0.0 },
            other => Sum::Other(other),
        }
    }

    /// The sum of numbers that has come to `total`.
    fn resume(total: Value, lost: Value) -> Option<Sum> {
        match (total, lost) {
            (Value::Int(total), _) => Some(Sum::Int(total)),
            (Value::Float(total), Value::Float(lost)) => Some(Sum::Float { total: total.get(), lost: lost.get() }),
            _ => None,
        }
    }

    fn add(&mut self, interp: &mut Interp, item: Value) -> Result<(), Trap> {
        if self.add_number(item).is_none() {
            // `+` of exact ints may give an int of 64 bits again, which goes on natively.
            *self = match arithmetic::binary_op(interp, BinaryOp::Add, self.value(), item)? {
                sum @ Value::Int(_) => Sum::from(sum),
                sum @ Value::Float(_) if matches!(self, Sum::Int(_)) => Sum::from(sum),
                sum => Sum::Other(sum),
            };
        }
        Ok(())
    }

    fn add_number(&mut self, item: Value) -> Option<()> {
        match (&mut *self, item) {
            (Sum::Int(total), _) if item.as_int().is_some() => *total = total.checked_add(item.as_int()?)?,
            (Sum::Int(total), Value::Float(x)) => {
                *self = Sum::Float { total: *total as f64 + x.get(), lost: 0.0 };
            }
            (Sum::Float { total, lost }, Value::Float(x)) => {
                let x = x.get();
                let sum = *total + x;
                *lost += if total.abs() >= x.abs() { (*total - sum) + x } else { (x - sum) + *total };
                *total = sum;
            }
            (Sum::Float { total, .. }, _) => *total += item.as_int()? as f64,
            _ => return None,
        }
        Some(())
    }

    fn value(&self) -> Value {
        match *self {
            Sum::Int(total) => Value::Int(total),
            Sum::Float { total, lost } if lost.is_finite() && lost != 0.0 => Value::float(total + lost),
            Sum::Float { total, .. } => Value::float(total),
            Sum::Other(value) => value,
        }
    }
}

/// Add a number to a sum of numbers: the new total and what rounding has lost of it. `None` when it is for `+`.
#[inline]
pub(crate) fn sum_step(total: Value, lost: Value, item: Value) -> Option<(Value, Value)> {
    if let (Value::Int(total), Value::Int(item)) = (total, item) {
        return Some((Value::Int(total.checked_add(item)?), lost));
    }
    let mut sum = Sum::resume(total, lost)?;
    sum.add_number(item)?;
    match sum {
        Sum::Int(total) => Some((Value::Int(total), lost)),
        Sum::Float { total, lost } => Some((Value::float(total), Value::float(lost))),
        Sum::Other(_) => None,
    }
}

/// The sum that `sum_step` has come to.
pub(crate) fn sum_result(total: Value, lost: Value) -> Value {
    Sum::resume(total, lost).map_or(total, |sum| sum.value())
}

/// `_vm.sum_add(state, item)`: add a number to a sum whose state is the list [total, lost]; False, with nothing changed,
/// when it is for `+`.
pub(crate) fn sum_add(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let Value::List(state) = args.at(0) else { return Ok(Value::False) };
    let &[total, lost] = interp.heap.lists[state].items.as_slice() else { return Ok(Value::False) };
    let Some((total, lost)) = sum_step(total, lost, args.at(1)) else { return Ok(Value::False) };
    interp.heap.lists[state].items.copy_from_slice(&[total, lost]);
    Ok(Value::True)
}

fn sum(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let start = args.get(1).unwrap_or(Value::Int(0));
    let refused = match interp.payload(start) {
        Value::Str(_) => Some("sum() can't sum strings [use ''.join(seq) instead]"),
        Value::Bytes(id) if interp.heap.bytes[id].is_bytearray => {
            Some("sum() can't sum bytearray [use b''.join(seq) instead]")
        }
        Value::Bytes(_) => Some("sum() can't sum bytes [use b''.join(seq) instead]"),
        _ => None,
    };
    if let Some(message) = refused {
        return Err(interp.type_error(message));
    }
    if let Some(sum) = sum_of_numbers(interp, args.at(0), start) {
        interp.work(Work::Iterate, interp.size_of_work(args.at(0)));
        return Ok(sum);
    }
    let mut sum = Sum::from(start);
    run_through(interp, args.at(0), |interp, item| sum.add(interp, item).map(|()| None::<()>))?;
    Ok(sum.value())
}

/// The sum of a list or tuple of ordinary numbers.
fn sum_of_numbers(interp: &Interp, iterable: Value, start: Value) -> Option<Value> {
    let items = match iterable {
        Value::List(id) => &interp.heap.lists[id].items,
        Value::Tuple(id) => interp.heap.tuple(id),
        _ => return None,
    };
    let mut sum = Sum::from(start);
    for &item in items {
        sum.add_number(item)?;
    }
    Some(sum.value())
}

fn min(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    extreme(interp, "min", CompareOp::Lt, args)
}

fn max(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    extreme(interp, "max", CompareOp::Gt, args)
}

fn extreme(interp: &mut Interp, name: &str, op: CompareOp, args: Args<'_>) -> NativeResult {
    if let (&[Value::Int(a), Value::Int(b)], []) = (args.values, args.keywords) {
        return Ok(Value::Int(if compare::holds(op, b.cmp(&a)) { b } else { a }));
    }
    let (mut key, mut default) = (Value::None, None);
    for &(keyword, value) in args.keywords {
        match interp.symbols.name(keyword) {
            "key" => key = value,
            "default" => default = Some(value),
            other => {
                let message = format!("{name}() got an unexpected keyword argument '{other}'");
                return Err(interp.type_error(message));
            }
        }
    }
    if !key.is_none() && !interp.calls_natively(key) {
        return Err(Trap::Defer);
    }
    let iterable = match *args.values {
        [] => return Err(interp.type_error(format!("{name} expected at least 1 argument, got 0"))),
        [iterable] => iterable,
        _ if default.is_some() => {
            return Err(
                interp.type_error(format!("Cannot specify a default for {name}() with multiple positional arguments"))
            );
        }
        ref several => interp.heap.new_tuple(several),
    };
    // The best item and its weight.
    let mut best: Option<(Value, Value)> = None;
    run_through(interp, iterable, |interp, item| {
        let weight = if key.is_none() { item } else { interp.call_plain(key, &[item])? };
        let better = match best {
            Some((_, other)) => compare::compare(interp, op, weight, other)? == Value::True,
            None => true,
        };
        if better {
            best = Some((item, weight));
        }
        Ok(None::<()>)
    })?;
    match best.map(|b| b.0).or(default) {
        Some(item) => Ok(item),
        None => Err(interp.value_error(format!("{name}() iterable argument is empty"))),
    }
}
