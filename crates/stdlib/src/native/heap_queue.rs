//! `_heapq`: a list as a heap, the smallest item first; with `_max` in its name, the largest.
//!
//! The places that an item passes are found first, by comparisons alone. When one of them needs script code or fails,
//! nothing has been moved yet, and the twin does everything. It moves the items where `Modules/_heapqmodule.c` does:
//! what a failed comparison leaves of the heap is the same.

use gilscope_bytecode::CompareOp;
use gilscope_vm::compare::compare;
use gilscope_vm::native::{Args, NativeDef, NativeResult, Trap};
use gilscope_vm::value::{ListId, ModuleId};
use gilscope_vm::{Interp, Value};

const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("heappush", push, 2, 2).twin("heaps.heappush"),
    NativeDef::function("heappop", pop::<false>, 1, 1).twin("heaps.heappop"),
    NativeDef::function("heapreplace", replace::<false>, 2, 2).twin("heaps.heapreplace"),
    NativeDef::function("heappushpop", push_pop, 2, 2).twin("heaps.heappushpop"),
    NativeDef::function("heapify", heapify::<false>, 1, 1).twin("heaps.heapify"),
    NativeDef::function("_heappop_max", pop::<true>, 1, 1).twin("heaps.heappop_max"),
    NativeDef::function("_heapreplace_max", replace::<true>, 2, 2).twin("heaps.heapreplace_max"),
    NativeDef::function("_heapify_max", heapify::<true>, 1, 1).twin("heaps.heapify_max"),
];

pub(crate) fn init(interp: &mut Interp) -> ModuleId {
    interp.add_module("_heapq", FUNCTIONS)
}

fn heap_of(interp: &mut Interp, args: Args<'_>, function: &str) -> Result<ListId, Trap> {
    match interp.payload(args.at(0)) {
        Value::List(id) => Ok(id),
        _ => {
            // A function with one parameter does not number it.
            let argument = if args.len() == 1 { "argument" } else { "argument 1" };
            let message = format!("{function}() {argument} must be list, not {}", interp.type_name(args.at(0)));
            Err(interp.type_error(message))
        }
    }
}

fn items(interp: &Interp, heap: ListId) -> &[Value] {
    &interp.heap.lists[heap].items
}

/// Whether `a` comes before `b`.
#[inline]
fn is_before<const MAX: bool>(interp: &mut Interp, a: Value, b: Value) -> Result<bool, Trap> {
    let (a, b) = if MAX { (b, a) } else { (a, b) };
    if let Some(result) = is_plainly_less(interp, a, b) {
        return Ok(result);
    }
    match compare(interp, CompareOp::Lt, a, b) {
        Ok(result) => Ok(result == Value::True),
        Err(_) => Err(Trap::Defer),
    }
}

/// Whether `a < b` for numbers, and for tuples that begin with different ones: most heaps hold nothing else.
#[inline]
fn is_plainly_less(interp: &Interp, a: Value, b: Value) -> Option<bool> {
    let (a, b) = match (a, b) {
        (Value::Tuple(a), Value::Tuple(b)) => match (interp.heap.tuple(a), interp.heap.tuple(b)) {
            ([a, ..], [b, ..]) => (*a, *b),
            _ => return None,
        },
        (Value::Int(a), Value::Int(b)) => return Some(a < b),
        _ => return None,
    };
    match (a, b) {
        (Value::Int(a), Value::Int(b)) if a != b => Some(a < b),
        (Value::Float(a), Value::Float(b)) if a.get() < b.get() => Some(true),
        (Value::Float(a), Value::Float(b)) if a.get() > b.get() => Some(false),
        _ => None,
    }
}

/// The places from the top to a leaf along the children that come first, in a heap of `end` items whose top is missing.
struct Path {
    places: [usize; usize::BITS as usize],
    len: usize,
}

fn path_down<const MAX: bool>(interp: &mut Interp, heap: ListId, top: usize, end: usize) -> Result<Path, Trap> {
    let mut path = Path { places: [0; usize::BITS as usize], len: 1 };
    path.places[0] = top;
    let mut place = top;
    while place < end / 2 {
        let mut child = 2 * place + 1;
        if child + 1 < end {
            let (left, right) = (items(interp, heap)[child], items(interp, heap)[child + 1]);
            child += usize::from(!is_before::<MAX>(interp, left, right)?);
        }
        path.places[path.len] = child;
        path.len += 1;
        place = child;
    }
    Ok(path)
}

/// Puts `item` in the place of the item at `top`, and what is smaller than it above it. The heap ends before `end`.
fn sift<const MAX: bool>(
    interp: &mut Interp,
    heap: ListId,
    (top, end): (usize, usize),
    item: Value,
) -> Result<(), Trap> {
    let path = path_down::<MAX>(interp, heap, top, end)?;
    let mut rank = path.len - 1;
    while rank > 0 {
        let above = items(interp, heap)[path.places[rank]];
        if !is_before::<MAX>(interp, item, above)? {
            break;
        }
        rank -= 1;
    }
    let items = &mut interp.heap.lists[heap].items;
    for step in 0..rank {
        items[path.places[step]] = items[path.places[step + 1]];
    }
    items[path.places[rank]] = item;
    Ok(())
}

fn push(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let heap = heap_of(interp, args, "heappush")?;
    let item = args.at(1);
    let last = items(interp, heap).len();
    let mut place = last;
    while place > 0 {
        let parent = items(interp, heap)[(place - 1) / 2];
        if !is_before::<false>(interp, item, parent)? {
            break;
        }
        place = (place - 1) / 2;
    }
    interp.heap.charge(16);
    let items = &mut interp.heap.lists[heap].items;
    items.push(item);
    let mut hole = last;
    while hole > place {
        items[hole] = items[(hole - 1) / 2];
        hole = (hole - 1) / 2;
    }
    items[place] = item;
    Ok(Value::None)
}

fn pop<const MAX: bool>(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let heap = heap_of(interp, args, if MAX { "_heappop_max" } else { "heappop" })?;
    let [first, rest @ ..] = items(interp, heap) else { return Err(interp.index_error("index out of range")) };
    let (first, end) = (*first, rest.len());
    if let Some(&last) = rest.last() {
        sift::<MAX>(interp, heap, (0, end), last)?;
    }
    interp.heap.lists[heap].items.pop();
    Ok(first)
}

fn replace<const MAX: bool>(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let heap = heap_of(interp, args, if MAX { "_heapreplace_max" } else { "heapreplace" })?;
    let end = items(interp, heap).len();
    let Some(&first) = items(interp, heap).first() else { return Err(interp.index_error("index out of range")) };
    sift::<MAX>(interp, heap, (0, end), args.at(1))?;
    Ok(first)
}

fn push_pop(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let heap = heap_of(interp, args, "heappushpop")?;
    let end = items(interp, heap).len();
    match items(interp, heap).first().copied() {
        Some(first) if is_before::<false>(interp, first, args.at(1))? => {
            sift::<false>(interp, heap, (0, end), args.at(1))?;
            Ok(first)
        }
        _ => Ok(args.at(1)),
    }
}

fn heapify<const MAX: bool>(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let heap = heap_of(interp, args, if MAX { "_heapify_max" } else { "heapify" })?;
    let before = items(interp, heap).to_vec();
    for top in (0..before.len() / 2).rev() {
        let item = items(interp, heap)[top];
        if let Err(trap) = sift::<MAX>(interp, heap, (top, before.len()), item) {
            interp.heap.lists[heap].items = before;
            return Err(trap);
        }
    }
    Ok(Value::None)
}
