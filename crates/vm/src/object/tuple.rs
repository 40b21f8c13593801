//! `tuple`.

use crate::compare::SEQUENCE_COMPARISONS;
use crate::equality::Stop;
use crate::interp::Interp;
use crate::iteration::{iter_new, iter_to_vec};
use crate::native::{Args, NativeDef, NativeResult, Trap};
use crate::run::consume::Consumer;
use crate::types::TUPLE;
use crate::value::*;
use crate::{containers, contains, subscript};
use gilscope_bytecode::BinaryOp;

/// Small tuples live in the object itself: a boxed slice for each was the worst of the layouts measured.
const INLINE: usize = 3;

#[derive(Debug, Clone)]
pub enum TupleObject {
    Small { len: u8, items: [Value; INLINE] },
    Large(Box<[Value]>),
}

impl Default for TupleObject {
    fn default() -> TupleObject {
        TupleObject::Small { len: 0, items: [Value::Null; INLINE] }
    }
}

impl TupleObject {
    #[inline]
    pub fn new(items: &[Value]) -> TupleObject {
        if items.len() > INLINE {
            return TupleObject::Large(items.into());
        }
        let mut small = [Value::Null; INLINE];
        small[..items.len()].copy_from_slice(items);
        TupleObject::Small { len: items.len() as u8, items: small }
    }

    #[inline(always)]
    pub fn items(&self) -> &[Value] {
        match self {
            TupleObject::Small { len, items } => &items[..*len as usize],
            TupleObject::Large(items) => items,
        }
    }
}

pub(crate) const METHODS: &[NativeDef] = &[
    NativeDef::method("count", count, 1, 1).twin("sequence.tuple_count"),
    NativeDef::method("index", index, 1, 3).twin("sequence.tuple_index"),
    NativeDef::method("__len__", len, 0, 0),
    NativeDef::method("__getitem__", get_item, 1, 1).twin("sequence.sequence_getitem"),
    NativeDef::method("__contains__", contains_item, 1, 1).twin("sequence.sequence_contains"),
    NativeDef::method("__iter__", iter, 0, 0),
    NativeDef::method("__hash__", hash, 0, 0).twin("sequence.tuple_hash"),
    NativeDef::method("__add__", add, 1, 1),
    NativeDef::method("__mul__", mul, 1, 1).twin("sequence.sequence_mul"),
    NativeDef::method("__rmul__", mul, 1, 1).twin("sequence.sequence_mul"),
    NativeDef::method("__getnewargs__", new_args, 0, 0),
];

const CONSTRUCT: NativeDef =
    NativeDef::function("tuple", construct, 0, 1).consumer(Consumer::Again).twin("collect.tuple_from_iter");

pub(crate) fn install(interp: &mut Interp) {
    interp.add_methods(TUPLE, METHODS);
    interp.add_methods(TUPLE, SEQUENCE_COMPARISONS);
    interp.add_construct(TUPLE, CONSTRUCT);
}

fn this(interp: &mut Interp, args: Args<'_>) -> Result<TupleId, Trap> {
    match interp.heap.payload(args.at(0)) {
        Value::Tuple(id) => Ok(id),
        _ => Err(interp.wrong_receiver("tuple", args.at(0))),
    }
}

fn construct(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    match args.get(0) {
        None => Ok(interp.empty_tuple),
        Some(Value::Tuple(id)) => Ok(Value::Tuple(id)),
        Some(iterable) => {
            let items = iter_to_vec(interp, iterable)?;
            Ok(interp.heap.new_tuple(&items))
        }
    }
}

fn count(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    interp.count_in(interp.heap.tuple(id), args.at(1)).map_err(|stop| interp.stopped(stop))
}

impl Interp {
    /// How many of `items` are `item`.
    pub(crate) fn count_in(&self, items: &[Value], item: Value) -> Result<Value, Stop> {
        let mut found = 0;
        for &other in items {
            found += i64::from(self.heap.same(other, item, 0)?);
        }
        Ok(Value::Int(found))
    }
}

fn index(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    let (start, stop) = interp.search_bounds(args, interp.heap.tuple(id).len())?;
    let items = interp.heap.tuple(id).get(start..stop).unwrap_or_default();
    match interp.heap.position(items, args.at(1)) {
        Ok(Some(place)) => Ok(Value::Int((start + place) as i64)),
        Ok(None) => Err(interp.value_error("tuple.index(x): x not in tuple")),
        Err(stop) => Err(interp.stopped(stop)),
    }
}

fn len(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    Ok(Value::Int(interp.heap.tuple(id).len() as i64))
}

fn get_item(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    subscript::get_item(interp, Value::Tuple(id), args.at(1))
}

fn contains_item(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    Ok(Value::bool(contains::contains(interp, Value::Tuple(id), args.at(1))?))
}

fn iter(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    iter_new(interp, Value::Tuple(id))
}

fn hash(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    Ok(Value::Int(interp.hash(Value::Tuple(id))? as i64))
}

fn add(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    match interp.heap.payload(args.at(1)) {
        other @ Value::Tuple(_) => containers::method(interp, BinaryOp::Add, Value::Tuple(id), other),
        other => {
            let name = interp.class_display(interp.class_of(other));
            Err(interp.type_error(format!("can only concatenate tuple (not \"{name}\") to tuple")))
        }
    }
}

fn mul(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    containers::repeat_method(interp, BinaryOp::Multiply, Value::Tuple(id), args.at(1))
}

fn new_args(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = this(interp, args)?;
    Ok(interp.heap.new_tuple(&[Value::Tuple(id)]))
}
