//! The operators of containers: `list + list`, `tuple * n`, `set | set`, `dict | dict` and their like.

use crate::cost::Work;
use crate::heap::Heap;
use crate::interp::Interp;
use crate::iteration::MAX_ITEMS;
use crate::native::{NativeResult, Trap};
use crate::object::dict::NeedsScript;
use crate::object::range::{range_item, range_len};
use crate::object::{SetObject, Wrapper};
use crate::value::*;
use gilscope_bytecode::BinaryOp;

/// `a op b`; `None` when neither is a container that knows the operator for the other.
pub fn binary_op(interp: &mut Interp, op: BinaryOp, a: Value, b: Value) -> Option<NativeResult> {
    use BinaryOp::*;
    let (x, y) = (interp.heap.payload(a), interp.heap.payload(b));
    match (op, x, y) {
        (InplaceAdd, Value::List(id), _) if a == x => Some(extend(interp, id, b)),
        (Add | InplaceAdd, Value::List(x), Value::List(y)) => Some(add_lists(interp, x, y)),
        (Add | InplaceAdd, Value::Tuple(x), Value::Tuple(y)) => Some(add_tuples(interp, x, y)),
        (Multiply | InplaceMultiply, Value::List(_) | Value::Tuple(_), count) => repeat(interp, op, x, count, b),
        (Multiply | InplaceMultiply, count, Value::List(_) | Value::Tuple(_)) => repeat(interp, Multiply, y, count, a),
        (Or | InplaceOr, Value::Dict(x), Value::Dict(y)) => Some(merge_dicts(interp, op, x, y)),
        (InplaceOr, Value::Dict(x), _) => Some(crate::object::dict::update_from(interp, x, b).map(|()| a)),
        _ => set_operator(interp, op, x, y),
    }
}

/// The operator as a method: NotImplemented where there is none.
pub(crate) fn method(interp: &mut Interp, op: BinaryOp, a: Value, b: Value) -> NativeResult {
    binary_op(interp, op, a, b).unwrap_or(Ok(Value::NotImplemented))
}

fn extend(interp: &mut Interp, id: ListId, iterable: Value) -> NativeResult {
    let items = crate::iteration::iter_to_vec(interp, iterable)?;
    interp.heap.charge(16 * items.len());
    interp.heap.lists[id].items.extend_from_slice(&items);
    Ok(Value::List(id))
}

fn add_lists(interp: &mut Interp, a: ListId, b: ListId) -> NativeResult {
    interp.work(Work::Copy, interp.heap.lists[a].items.len() + interp.heap.lists[b].items.len());
    let (a, b) = (&interp.heap.lists[a].items, &interp.heap.lists[b].items);
    let mut items = Vec::with_capacity(a.len() + b.len());
    items.extend_from_slice(a);
    items.extend_from_slice(b);
    Ok(interp.heap.new_list(items))
}

fn add_tuples(interp: &mut Interp, a: TupleId, b: TupleId) -> NativeResult {
    let items = [interp.heap.tuple(a), interp.heap.tuple(b)].concat();
    interp.work(Work::Copy, items.len());
    Ok(interp.heap.new_tuple(&items))
}

/// `sequence * count`; `shown` is the count as the script gave it.
fn repeat(interp: &mut Interp, op: BinaryOp, sequence: Value, count: Value, shown: Value) -> Option<NativeResult> {
    let count = match count {
        Value::Big(_) => {
            return Some(Err(interp.overflow_error("cannot fit 'int' into an index-sized integer")));
        }
        _ => count.as_int(),
    };
    match count {
        Some(count) => Some(repeated(interp, op, sequence, count.max(0) as usize)),
        None if interp.has_index(shown) => Some(Err(Trap::Defer)),
        None => None,
    }
}

/// `sequence.__mul__(count)`, which wants an integer.
pub(crate) fn repeat_method(interp: &mut Interp, op: BinaryOp, sequence: Value, count: Value) -> NativeResult {
    let number = interp.heap.payload(count);
    if let Some(result) = repeat(interp, op, sequence, number, count) {
        return result;
    }
    let name = interp.class_display(interp.class_of(count));
    Err(interp.type_error(format!("'{name}' object cannot be interpreted as an integer")))
}

fn repeated(interp: &mut Interp, op: BinaryOp, sequence: Value, count: usize) -> NativeResult {
    let items = match sequence {
        Value::List(id) => &interp.heap.lists[id].items,
        Value::Tuple(id) => interp.heap.tuple(id),
        _ => return Ok(Value::NotImplemented),
    };
    if items.len().checked_mul(count).is_none_or(|total| total > MAX_ITEMS) {
        return Err(interp.memory_error());
    }
    let items = if let [item] = items { vec![*item; count] } else { items.repeat(count) };
    match sequence {
        Value::List(id) if op == BinaryOp::InplaceMultiply => {
            interp.heap.charge(16 * items.len());
            interp.heap.lists[id].items = items;
            Ok(sequence)
        }
        Value::List(_) => Ok(interp.heap.new_list(items)),
        _ if count == 1 => Ok(sequence),
        _ => Ok(interp.heap.new_tuple(&items)),
    }
}

fn merge_dicts(interp: &mut Interp, op: BinaryOp, a: DictId, b: DictId) -> NativeResult {
    let target = if op == BinaryOp::InplaceOr {
        a
    } else {
        let copy = interp.heap.dicts[a].copy();
        match interp.heap.new_dict(copy) {
            Value::Dict(id) => id,
            _ => a,
        }
    };
    crate::object::dict::merge(interp, target, b)?;
    Ok(Value::Dict(target))
}

/// `| & - ^` of sets and of dict views.
fn set_operator(interp: &mut Interp, op: BinaryOp, a: Value, b: Value) -> Option<NativeResult> {
    use BinaryOp::*;
    if !matches!(op, And | Or | Subtract | Xor | InplaceAnd | InplaceOr | InplaceSubtract | InplaceXor) {
        return None;
    }
    match (a, b) {
        (Value::Set(x), Value::Set(y)) => {
            let in_place = matches!(op, InplaceAnd | InplaceOr | InplaceSubtract | InplaceXor);
            if in_place && !interp.heap.sets[x].is_frozen() {
                return Some(update(interp, op, x, y).map(|()| a));
            }
            Some(combine(&mut interp.heap, op, x, y).map_err(|NeedsScript| Trap::Defer))
        }
        _ if is_set_view(interp, a) || is_set_view(interp, b) && !matches!(a, Value::Set(_)) => {
            Some(view_operator(interp, op, a, b))
        }
        // `set - view` and its like: the view's reflected method.
        (Value::Set(_), _) if is_set_view(interp, b) => Some(view_operator(interp, op, a, b)),
        _ => None,
    }
}

/// A new set: `x op y`.
pub(crate) fn combine(heap: &mut Heap, op: BinaryOp, x: SetId, y: SetId) -> Result<Value, NeedsScript> {
    use BinaryOp::*;
    heap.new_set_with(heap.sets[x].is_frozen(), |heap, result| {
        let (a, b) = (&heap.sets[x], &heap.sets[y]);
        match op {
            And | InplaceAnd if x != y => result.intersect(a, b, heap),
            And | InplaceAnd => {
                result.copy_from(a);
                Ok(())
            }
            Or | InplaceOr => {
                result.copy_from(a);
                if x == y { Ok(()) } else { result.merge(b, heap) }
            }
            Subtract | InplaceSubtract => result.differ(a, b, heap),
            _ => {
                result.copy_from(b);
                result.toggle(a, heap)
            }
        }
    })
}

/// `a op= b` of a mutable set.
pub(crate) fn update(interp: &mut Interp, op: BinaryOp, x: SetId, y: SetId) -> Result<(), Trap> {
    use BinaryOp::*;
    let defer = |NeedsScript| Trap::Defer;
    match op {
        InplaceOr | InplaceAnd if x == y => {}
        _ if x == y => interp.heap.sets[x].clear(),
        InplaceAnd => {
            let heap = &interp.heap;
            let result = heap.sets[x].intersection(&heap.sets[y], heap).map_err(defer)?;
            interp.heap.sets[x] = result;
        }
        InplaceXor => {
            let heap = &interp.heap;
            let mut result = heap.sets[x].clone();
            result.toggle(&heap.sets[y], heap).map_err(defer)?;
            interp.heap.sets[x] = result;
        }
        _ => {
            // Doing part of it before script code takes over does no harm: the twin does all of it again.
            let mut set = std::mem::take(&mut interp.heap.sets[x]);
            let heap = &interp.heap;
            let other = &heap.sets[y];
            let result = if op == InplaceOr { set.merge(other, heap) } else { set.subtract(other, heap) };
            interp.heap.sets[x] = set;
            result.map_err(defer)?;
            interp.heap.charge(16 * interp.heap.sets[x].len().min(64));
        }
    }
    Ok(())
}

pub(crate) fn is_set_view(interp: &Interp, value: Value) -> bool {
    matches!(value, Value::Wrapper(id)
        if matches!(interp.heap.wrappers[id], Wrapper::DictKeys(_) | Wrapper::DictItems(_)))
}

/// An operator with a view of dict keys or items: a new set.
pub(crate) fn view_operator(interp: &mut Interp, op: BinaryOp, a: Value, b: Value) -> NativeResult {
    use BinaryOp::*;
    let mut left = set_from(interp, a)?;
    let right = set_from(interp, b)?;
    let heap = &interp.heap;
    let result = match op {
        And | InplaceAnd => left.intersection(&right, heap),
        Or | InplaceOr => left.merge(&right, heap).map(|()| left),
        Subtract | InplaceSubtract => left.subtract(&right, heap).map(|()| left),
        _ => left.toggle(&right, heap).map(|()| left),
    };
    match result {
        Ok(set) => Ok(interp.heap.new_set(set)),
        Err(NeedsScript) => Err(Trap::Defer),
    }
}

/// A set of the items of an iterable, laid out as `set(iterable)` does in CPython.
pub(crate) fn set_from(interp: &mut Interp, iterable: Value) -> Result<SetObject, Trap> {
    let mut set = SetObject::new(false);
    set_extend(interp, &mut set, iterable)?;
    Ok(set)
}

/// Add the items of an iterable to a set that is not in the heap.
pub(crate) fn set_extend(interp: &mut Interp, set: &mut SetObject, iterable: Value) -> Result<(), Trap> {
    match iterable {
        Value::Set(other) => {
            let heap = &interp.heap;
            return set.merge(&heap.sets[other], heap).map_err(|NeedsScript| Trap::Defer);
        }
        Value::Dict(dict) => {
            let heap = &interp.heap;
            set.reserve(heap.dicts[dict].len());
            for entry in heap.dicts[dict].iter() {
                set.add(heap, entry.hash, entry.key).map_err(|NeedsScript| Trap::Defer)?;
            }
            return Ok(());
        }
        Value::Range(range) => {
            let ints = interp.heap.ranges[range].ints();
            if let Some((start, stop, step)) = ints
                && let Ok(count) = usize::try_from(range_len(start, stop, step))
                && count <= MAX_ITEMS
            {
                interp.work(Work::Iterate, count);
                let mut items = (0..count as u64).map(|index| range_item(start, step, index));
                return items.try_for_each(|item| set.add_int(&interp.heap, item)).map_err(|NeedsScript| Trap::Defer);
            }
        }
        _ => {}
    }
    let payload = interp.heap.payload(iterable);
    if let (true, Value::Set(_)) = (payload != iterable, payload) {
        let class = interp.class_of(iterable);
        if !interp.heap.overrides(class, crate::symbol::Symbol::ITER) {
            return set_extend(interp, set, payload);
        }
    }
    let items = crate::iteration::iter_to_vec(interp, iterable)?;
    for item in items {
        let added = match item {
            Value::Int(item) => set.add_int(&interp.heap, item),
            _ => {
                let hash = interp.hash(item)?;
                set.add(&interp.heap, hash, item).map(drop)
            }
        };
        added.map_err(|NeedsScript| Trap::Defer)?;
    }
    Ok(())
}

impl Interp {
    /// The frozenset that CPython's compiler makes of the constants of a set display: built from them in order, then
    /// once more from its own order when equal constants are merged, which decides how the set prints.
    pub fn frozenset_constant(&mut self, items: &[Value]) -> Value {
        let mut order = items.to_vec();
        let mut set = SetObject::new(true);
        for _ in 0..2 {
            set = SetObject::new(true);
            for &item in &order {
                // Constants hash and compare without script code.
                let hash = self.heap.hash_of(item, 0).unwrap_or_default();
                let _ = set.add(&self.heap, hash, item);
            }
            order = set.iter().collect();
        }
        self.heap.new_set(set)
    }
}
