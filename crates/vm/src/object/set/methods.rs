//! The methods of `set` and `frozenset`.

use crate::compare::{eq, ge, gt, le, lt, ne};
use crate::containers::{self, set_extend, set_from};
use crate::interp::Interp;
use crate::iteration::iter_new;
use crate::native::{Args, NativeDef, NativeResult, Trap};
use crate::object::SetObject;
use crate::object::dict::NeedsScript;
use crate::object::set::Probe;
use crate::run::consume::Consumer;
use crate::types::{FROZENSET, SET};
use crate::value::*;
use gilscope_bytecode::BinaryOp;

/// Methods of both.
const SHARED: &[NativeDef] = &[
    NativeDef::method("copy", copy, 0, 0),
    NativeDef::method("union", union, 0, 255).twin("collect.set_union"),
    NativeDef::method("intersection", intersection, 0, 255).twin("collect.set_intersection"),
    NativeDef::method("difference", difference, 0, 255).twin("collect.set_difference"),
    NativeDef::method("symmetric_difference", symmetric_difference, 1, 1).twin("collect.set_symmetric_difference"),
    NativeDef::method("isdisjoint", is_disjoint, 1, 1).twin("collect.set_isdisjoint"),
    NativeDef::method("issubset", is_subset, 1, 1).twin("collect.set_issubset"),
    NativeDef::method("issuperset", is_superset, 1, 1).twin("collect.set_issuperset"),
    NativeDef::method("__len__", len, 0, 0),
    NativeDef::method("__contains__", contains, 1, 1).twin("mapping.set_contains"),
    NativeDef::method("__iter__", iter, 0, 0),
    NativeDef::method("__and__", and, 1, 1).twin("collect.set_intersection"),
    NativeDef::method("__or__", or, 1, 1).twin("collect.set_union"),
    NativeDef::method("__sub__", sub, 1, 1).twin("collect.set_difference"),
    NativeDef::method("__xor__", xor, 1, 1).twin("collect.set_symmetric_difference"),
    NativeDef::method("__rand__", rand, 1, 1).twin("collect.set_rand"),
    NativeDef::method("__ror__", ror, 1, 1).twin("collect.set_ror"),
    NativeDef::method("__rsub__", rsub, 1, 1).twin("collect.set_rsub"),
    NativeDef::method("__rxor__", rxor, 1, 1).twin("collect.set_rxor"),
    NativeDef::method("__lt__", lt, 1, 1).twin("collect.set_lt"),
    NativeDef::method("__le__", le, 1, 1).twin("collect.set_le"),
    NativeDef::method("__eq__", eq, 1, 1).twin("collect.set_eq"),
    NativeDef::method("__ne__", ne, 1, 1).twin("collect.set_ne"),
    NativeDef::method("__gt__", gt, 1, 1).twin("collect.set_gt"),
    NativeDef::method("__ge__", ge, 1, 1).twin("collect.set_ge"),
];

const SET_METHODS: &[NativeDef] = &[
    NativeDef::method("add", add, 1, 1).quick2(quick_add).twin("mapping.set_add"),
    NativeDef::method("clear", clear, 0, 0),
    NativeDef::method("discard", discard, 1, 1).twin("mapping.set_discard"),
    NativeDef::method("pop", pop, 0, 0),
    NativeDef::method("remove", remove, 1, 1).twin("mapping.set_remove"),
    NativeDef::method("update", update, 0, 255).twin("collect.set_update"),
    NativeDef::method("intersection_update", intersection_update, 0, 255).twin("collect.set_intersection_update"),
    NativeDef::method("difference_update", difference_update, 0, 255).twin("collect.set_difference_update"),
    NativeDef::method("symmetric_difference_update", symmetric_difference_update, 1, 1)
        .twin("collect.set_symmetric_difference_update"),
    NativeDef::method("__init__", init, 0, 1).twin("collect.set_init"),
    NativeDef::method("__iand__", iand, 1, 1).twin("collect.set_iand"),
    NativeDef::method("__ior__", ior, 1, 1).twin("collect.set_ior"),
    NativeDef::method("__isub__", isub, 1, 1).twin("collect.set_isub"),
    NativeDef::method("__ixor__", ixor, 1, 1).twin("collect.set_ixor"),
];

const FROZENSET_METHODS: &[NativeDef] = &[NativeDef::method("__hash__", hash, 0, 0)];

const CONSTRUCT_SET: NativeDef =
    NativeDef::function("set", construct_set, 0, 1).consumer(Consumer::Set).twin("collect.set_from_iter");
const CONSTRUCT_FROZENSET: NativeDef =
    NativeDef::function("frozenset", construct_frozenset, 0, 1).twin("collect.frozenset_from_iter");

pub(crate) fn install(interp: &mut Interp) {
    interp.add_methods(SET, SHARED);
    interp.add_methods(SET, SET_METHODS);
    interp.add_methods(FROZENSET, SHARED);
    interp.add_methods(FROZENSET, FROZENSET_METHODS);
    interp.add_construct(SET, CONSTRUCT_SET);
    interp.add_construct(FROZENSET, CONSTRUCT_FROZENSET);
    interp.make_unhashable(SET);
}

fn this(interp: &mut Interp, args: Args<'_>) -> Result<SetId, Trap> {
    match interp.heap.payload(args.at(0)) {
        Value::Set(id) => Ok(id),
        _ => Err(interp.wrong_receiver("set", args.at(0))),
    }
}

fn defer(_: NeedsScript) -> Trap {
    Trap::Defer
}

fn construct_set(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let set = match args.get(0) {
        Some(iterable) => set_from(interp, iterable)?,
        None => SetObject::new(false),
    };
    Ok(interp.heap.new_set(set))
}

fn construct_frozenset(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let mut set = SetObject::new(true);
    match args.get(0) {
        Some(Value::Set(id)) if interp.heap.sets[id].is_frozen() => return Ok(Value::Set(id)),
        Some(iterable) => set_extend(interp, &mut set, iterable)?,
        None => {}
    }
    Ok(interp.heap.new_set(set))
}

fn init(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    let set = match args.get(1) {
        Some(iterable) => set_from(interp, iterable)?,
        None => SetObject::new(false),
    };
    interp.heap.sets[id] = set;
    Ok(Value::None)
}

pub(crate) fn add(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    interp.set_add(id, args.at(1))?;
    Ok(Value::None)
}

fn quick_add(interp: &mut Interp, set: Value, item: Value) -> Value {
    let (Value::Set(id), Value::Int(_) | Value::Str(_)) = (set, item) else { return Value::Null };
    if interp.heap.sets[id].is_frozen() {
        return Value::Null;
    }
    interp.set_add(id, item).map_or(Value::Null, |()| Value::None)
}

impl Interp {
    /// `set.add(item)`.
    #[inline]
    pub fn set_add(&mut self, id: SetId, item: Value) -> Result<(), Trap> {
        let hash = self.hash(item)?;
        match self.heap.sets[id].probe(&self.heap, hash, item).map_err(defer)? {
            Probe::Found(_) => {}
            Probe::Vacant(place) => {
                self.heap.charge(32);
                self.heap.sets[id].occupy(place, hash, item);
            }
        }
        Ok(())
    }
}

fn clear(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    interp.heap.sets[id].clear();
    Ok(Value::None)
}

/// Remove a member; whether there was one.
fn discard_item(interp: &mut Interp, args: Args<'_>) -> Result<bool, Trap> {
    let id = this(interp, args)?;
    let hash = interp.set_key_hash(args.at(1))?;
    let found = interp.heap.sets[id].find(&interp.heap, hash, args.at(1)).map_err(defer)?;
    if let Some(place) = found {
        interp.heap.sets[id].remove_at(place);
    }
    Ok(found.is_some())
}

fn discard(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    discard_item(interp, args)?;
    Ok(Value::None)
}

fn remove(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    if discard_item(interp, args)? { Ok(Value::None) } else { Err(interp.key_error(args.at(1))) }
}

fn pop(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    match interp.heap.sets[id].pop() {
        Some(member) => Ok(member),
        None => Err(interp.raise(crate::exceptions::KEY_ERROR, "pop from an empty set")),
    }
}

fn copy(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    if interp.heap.sets[id].is_frozen() {
        return Ok(Value::Set(id));
    }
    let copy = interp.heap.sets[id].copy(false);
    Ok(interp.heap.new_set(copy))
}

fn len(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    Ok(Value::Int(interp.heap.sets[id].len() as i64))
}

fn contains(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    Ok(Value::bool(crate::contains::set_contains(interp, id, args.at(1))?))
}

fn iter(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    iter_new(interp, Value::Set(id))
}

fn hash(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    Ok(Value::Int(interp.heap.sets[id].hash() as i64))
}

fn union(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    let mut result = interp.heap.sets[id].copy(interp.heap.sets[id].is_frozen());
    for &other in &args.values[1..] {
        if other != Value::Set(id) {
            set_extend(interp, &mut result, other)?;
        }
    }
    Ok(interp.heap.new_set(result))
}

fn update(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    for &other in &args.values[1..] {
        interp.set_update(id, other)?;
    }
    Ok(Value::None)
}

impl Interp {
    /// `set.update(iterable)`. What was added before script code must take over does no harm: the twin adds it again.
    pub(crate) fn set_update(&mut self, id: SetId, iterable: Value) -> Result<(), Trap> {
        if let Value::Set(other) = self.heap.payload(iterable) {
            return containers::update(self, BinaryOp::InplaceOr, id, other);
        }
        let mut set = std::mem::take(&mut self.heap.sets[id]);
        let before = set.len();
        let result = set_extend(self, &mut set, iterable);
        self.heap.charge(32 * (set.len() - before));
        self.heap.sets[id] = set;
        result
    }
}

/// The members of `set` that `iterable` gives, in its order unless it is a set.
fn intersect(interp: &mut Interp, set: &SetObject, iterable: Value) -> Result<SetObject, Trap> {
    if let Value::Set(other) = interp.heap.payload(iterable) {
        return set.intersection(&interp.heap.sets[other], &interp.heap).map_err(defer);
    }
    let mut result = SetObject::new(set.is_frozen());
    for item in crate::iteration::iter_to_vec(interp, iterable)? {
        let hash = interp.hash(item)?;
        if set.find(&interp.heap, hash, item).map_err(defer)?.is_some() {
            result.add(&interp.heap, hash, item).map_err(defer)?;
        }
    }
    Ok(result)
}

fn intersect_all(interp: &mut Interp, id: SetId, others: &[Value]) -> Result<SetObject, Trap> {
    let mut result = interp.heap.sets[id].copy(interp.heap.sets[id].is_frozen());
    for &other in others {
        if other != Value::Set(id) {
            result = intersect(interp, &result, other)?;
        }
    }
    Ok(result)
}

fn intersection(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    let result = intersect_all(interp, id, &args.values[1..])?;
    Ok(interp.heap.new_set(result))
}

fn intersection_update(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    interp.heap.sets[id] = intersect_all(interp, id, &args.values[1..])?;
    Ok(Value::None)
}

/// Another operand as a set: itself when it is one.
fn as_set(interp: &mut Interp, value: Value) -> Result<SetId, Trap> {
    if let Value::Set(id) = interp.heap.payload(value) {
        return Ok(id);
    }
    let set = set_from(interp, value)?;
    match interp.heap.new_set(set) {
        Value::Set(id) => Ok(id),
        _ => Err(Trap::Defer),
    }
}

fn subtract_all(interp: &mut Interp, id: SetId, others: &[Value]) -> Result<SetObject, Trap> {
    let frozen = interp.heap.sets[id].is_frozen();
    let Some((&first, rest)) = others.split_first() else { return Ok(interp.heap.sets[id].copy(frozen)) };
    let is_table = matches!(interp.heap.payload(first), Value::Set(_) | Value::Dict(_));
    let first = as_set(interp, first)?;
    let heap = &interp.heap;
    let mut result = if is_table {
        heap.sets[id].difference(&heap.sets[first], heap).map_err(defer)?
    } else {
        let mut copy = heap.sets[id].copy(frozen);
        copy.subtract(&heap.sets[first], heap).map_err(defer)?;
        copy
    };
    for &other in rest {
        let other = as_set(interp, other)?;
        result.subtract(&interp.heap.sets[other], &interp.heap).map_err(defer)?;
    }
    Ok(result)
}

fn difference(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    let result = subtract_all(interp, id, &args.values[1..])?;
    Ok(interp.heap.new_set(result))
}

fn difference_update(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    for &other in &args.values[1..] {
        let other = as_set(interp, other)?;
        containers::update(interp, BinaryOp::InplaceSubtract, id, other)?;
    }
    Ok(Value::None)
}

fn symmetric_difference(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    let other = as_set(interp, args.at(1))?;
    containers::method(interp, BinaryOp::Xor, Value::Set(id), Value::Set(other))
}

fn symmetric_difference_update(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    let other = as_set(interp, args.at(1))?;
    containers::update(interp, BinaryOp::InplaceXor, id, other)?;
    Ok(Value::None)
}

fn is_disjoint(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    let other = as_set(interp, args.at(1))?;
    let heap = &interp.heap;
    Ok(Value::bool(heap.sets[id].is_disjoint(&heap.sets[other], heap).map_err(defer)?))
}

fn is_subset(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    let other = as_set(interp, args.at(1))?;
    let heap = &interp.heap;
    Ok(Value::bool(heap.sets[id].is_subset(&heap.sets[other], heap).map_err(defer)?))
}

fn is_superset(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    let other = as_set(interp, args.at(1))?;
    let heap = &interp.heap;
    Ok(Value::bool(heap.sets[other].is_subset(&heap.sets[id], heap).map_err(defer)?))
}

/// An operator between sets; NotImplemented for anything else.
fn operator(interp: &mut Interp, op: BinaryOp, a: Value, b: Value) -> NativeResult {
    let (x, y) = (interp.heap.payload(a), interp.heap.payload(b));
    match (x, y) {
        (Value::Set(_), Value::Set(_)) => containers::method(interp, op, x, y),
        _ => Ok(Value::NotImplemented),
    }
}

macro_rules! operators {
    ($( $function:ident $reflected:ident $op:ident; )*) => { $(
        fn $function(interp: &mut Interp, args: Args<'_>) -> NativeResult {
            operator(interp, BinaryOp::$op, args.at(0), args.at(1))
        }
        fn $reflected(interp: &mut Interp, args: Args<'_>) -> NativeResult {
            operator(interp, BinaryOp::$op, args.at(1), args.at(0))
        }
    )* };
}

operators! { and rand And; or ror Or; sub rsub Subtract; xor rxor Xor; }

/// The in-place form gives back the object itself.
fn in_place(interp: &mut Interp, op: BinaryOp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    let Value::Set(other) = interp.heap.payload(args.at(1)) else { return Ok(Value::NotImplemented) };
    containers::update(interp, op, id, other)?;
    Ok(args.at(0))
}

macro_rules! in_place_operators {
    ($( $function:ident $op:ident; )*) => { $(
        fn $function(interp: &mut Interp, args: Args<'_>) -> NativeResult {
            in_place(interp, BinaryOp::$op, args)
        }
    )* };
}

in_place_operators! { iand InplaceAnd; ior InplaceOr; isub InplaceSubtract; ixor InplaceXor; }
