//! Sorting: `sorted`, `list.sort`, and the hook of their twins.
//!
//! A stable merge sort of natural runs, short ones lengthened by insertion; it asks only `a < b`, in the order CPython
//! asks at first, so that the TypeError of a mixed list names the same types.

use crate::cost::Work;
use crate::equality::Stop;
use crate::heap::Heap;
use crate::interp::Interp;
use crate::iteration::iter_to_vec;
use crate::native::{Args, NativeResult, Trap};
use crate::truth::truthy;
use crate::value::*;
use gilscope_bytecode::CompareOp;
use std::cmp::Ordering;

/// Runs shorter than this are lengthened by insertion.
const MIN_RUN: usize = 32;

/// An item and what it is sorted by.
#[derive(Clone, Copy)]
struct Keyed {
    key: Value,
    item: Value,
}

/// `list.sort(*, key=None, reverse=False)`.
pub(crate) fn list_sort(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let Value::List(id) = interp.heap.payload(args.at(0)) else {
        return Err(interp.wrong_receiver("list", args.at(0)));
    };
    let items = interp.heap.lists[id].items.clone();
    interp.heap.lists[id].items = sort_values(interp, items, args.or_none(1), args.get(2))?;
    Ok(Value::None)
}

/// `sorted(iterable, /, *, key=None, reverse=False)`.
pub(crate) fn sorted(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let (key, reverse) = (args.or_none(1), args.get(2));
    if !key.is_none() && !interp.calls_natively(key) {
        return Err(Trap::Defer);
    }
    let saved = interp.save_iterator(args.at(0));
    let items = iter_to_vec(interp, args.at(0))?;
    let result = sort_values(interp, items, key, reverse);
    let items = interp.restore_on_defer(saved, result)?;
    Ok(interp.heap.new_list(items))
}

fn sort_values(interp: &mut Interp, items: Vec<Value>, key: Value, reverse: Option<Value>) -> Result<Vec<Value>, Trap> {
    interp.work(Work::Sort, comparisons(items.len()));
    let reverse = match reverse {
        Some(value) => truthy(interp, value).ok_or(Trap::Defer)?,
        None => false,
    };
    let mut entries = Vec::with_capacity(items.len());
    for &item in &items {
        let key = if key.is_none() { item } else { interp.call_plain(key, &[item])? };
        entries.push(Keyed { key, item });
    }
    match sort_entries(&interp.heap, &mut entries, reverse) {
        Ok(()) => Ok(entries.into_iter().map(|e| e.item).collect()),
        Err(stop) => Err(interp.stopped(stop)),
    }
}

/// `_vm.native_sort(keys, items, reverse)`: sort the list `keys` and move `items` (a list or None) along; False, with
/// nothing changed, when script code must compare.
pub(crate) fn native_sort(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let Value::List(keys) = args.at(0) else { return Ok(Value::False) };
    interp.work(Work::Sort, comparisons(interp.heap.lists[keys].items.len()));
    let items = match args.at(1) {
        Value::List(id) => id,
        _ => keys,
    };
    let heap = &interp.heap;
    let pairs = heap.lists[keys].items.iter().zip(&heap.lists[items].items);
    let mut entries: Vec<Keyed> = pairs.map(|(&key, &item)| Keyed { key, item }).collect();
    match sort_entries(heap, &mut entries, args.at(2) == Value::True) {
        Ok(()) => {}
        Err(Stop::Script) => return Ok(Value::False),
        Err(stop) => return Err(interp.stopped(stop)),
    }
    interp.heap.lists[keys].items = entries.iter().map(|e| e.key).collect();
    interp.heap.lists[items].items = entries.iter().map(|e| e.item).collect();
    Ok(Value::True)
}

/// About as many as it takes to sort so many items: n·log₂ n.
fn comparisons(count: usize) -> usize {
    count.saturating_mul(usize::BITS.saturating_sub(count.leading_zeros()) as usize)
}

/// With `reverse`, equal items still keep their order.
fn sort_entries(heap: &Heap, entries: &mut [Keyed], reverse: bool) -> Result<(), Stop> {
    if reverse {
        entries.reverse();
    }
    sort_ascending(heap, entries)?;
    if reverse {
        entries.reverse();
    }
    Ok(())
}

fn sort_ascending(heap: &Heap, entries: &mut [Keyed]) -> Result<(), Stop> {
    match entries.first().map(|e| e.key) {
        None => {}
        Some(Value::Int(_)) if entries.iter().all(|e| matches!(e.key, Value::Int(_))) => {
            sort_ranked(entries, |key| (rank(heap, key), 0), |_, _| Ordering::Equal);
        }
        Some(Value::Float(_)) if entries.iter().all(|e| matches!(e.key, Value::Float(x) if !x.get().is_nan())) => {
            let number = |e: &Keyed| if let Value::Float(x) = e.key { x.get() } else { 0.0 };
            // Without NaN the order is total, but for the two zeros, which are equal.
            entries.sort_by(|a, b| number(a).partial_cmp(&number(b)).unwrap_or(Ordering::Equal));
        }
        Some(Value::Str(_)) if entries.iter().all(|e| matches!(e.key, Value::Str(_))) => {
            let text = |key| if let Value::Str(id) = key { heap.text(id) } else { "" };
            sort_ranked(entries, |key| ranks_of_text(text(key)), |a, b| text(a).cmp(text(b)));
        }
        Some(Value::Tuple(first)) if entries.iter().all(|e| is_row(heap, e.key, heap.tuple(first))) => {
            let row = |key| if let Value::Tuple(id) = key { heap.tuple(id) } else { &[] };
            sort_ranked(entries, |key| ranks_of_row(heap, row(key)), |a, b| compare_rows(heap, row(a), row(b)));
        }
        Some(_) => return merge_sort(entries, &mut |a, b| heap.compare(CompareOp::Lt, a.key, b.key, 0)),
    }
    Ok(())
}

/// Two numbers that keys are compared by first: where they differ, they are in the order of the keys.
type Ranks = (u64, u64);

/// Sort by the ranks of the keys, and by `compare` where these are equal. What is moved about and compared lies side by
/// side: sorting rows by a key takes half the time that it takes to look into the objects each time.
fn sort_ranked(entries: &mut [Keyed], ranks: impl Fn(Value) -> Ranks, compare: impl Fn(Value, Value) -> Ordering) {
    let mut order: Vec<(Ranks, usize)> = entries.iter().enumerate().map(|(i, e)| (ranks(e.key), i)).collect();
    order.sort_by(|(a, i), (b, j)| a.cmp(b).then_with(|| compare(entries[*i].key, entries[*j].key)));
    let sorted: Vec<Keyed> = order.iter().map(|&(_, i)| entries[i]).collect();
    entries.copy_from_slice(&sorted);
}

/// Of a small int: its value, from the least on. Of a text: its first eight bytes.
fn rank(heap: &Heap, key: Value) -> u64 {
    match key {
        Value::Int(i) => i as u64 ^ 1 << 63,
        Value::Str(id) => ranks_of_text(heap.text(id)).0,
        _ => 0,
    }
}

/// The first sixteen bytes. UTF-8 keeps the order of the characters.
fn ranks_of_text(text: &str) -> Ranks {
    let bytes = text.as_bytes();
    let mut start = [0; 16];
    let len = bytes.len().min(16);
    start[..len].copy_from_slice(&bytes[..len]);
    let both = u128::from_be_bytes(start);
    ((both >> 64) as u64, both as u64)
}

/// Of the first item, and of the second where equal ranks say that the first items are equal.
fn ranks_of_row(heap: &Heap, row: &[Value]) -> Ranks {
    match *row {
        [first @ Value::Int(_), second, ..] => (rank(heap, first), rank(heap, second)),
        [Value::Str(first), ..] => ranks_of_text(heap.text(first)),
        [first, ..] => (rank(heap, first), 0),
        [] => (0, 0),
    }
}

/// Whether `key` is a tuple of small ints and texts, and like `first` in what is where.
fn is_row(heap: &Heap, key: Value, first: &[Value]) -> bool {
    let Value::Tuple(id) = key else { return false };
    let items = heap.tuple(id);
    let alike =
        |(a, b): (&Value, &Value)| matches!((a, b), (Value::Int(_), Value::Int(_)) | (Value::Str(_), Value::Str(_)));
    items.len() == first.len() && items.iter().zip(first).all(alike)
}

/// The order of two such tuples. It saves the questions of the general comparison: 4 of 5 instructions.
fn compare_rows(heap: &Heap, a: &[Value], b: &[Value]) -> Ordering {
    for (&x, &y) in a.iter().zip(b) {
        let order = match (x, y) {
            (Value::Int(x), Value::Int(y)) => x.cmp(&y),
            (Value::Str(x), Value::Str(y)) if x != y => heap.text(x).cmp(heap.text(y)),
            _ => Ordering::Equal,
        };
        if order != Ordering::Equal {
            return order;
        }
    }
    Ordering::Equal
}

/// Whether one item is less than another.
trait Less<T>: FnMut(&T, &T) -> Result<bool, Stop> {}
impl<T, F: FnMut(&T, &T) -> Result<bool, Stop>> Less<T> for F {}

fn merge_sort<T: Copy>(items: &mut [T], less: &mut impl Less<T>) -> Result<(), Stop> {
    // Ends of the runs found so far; each run is longer than the one after it.
    let mut runs: Vec<usize> = vec![0];
    let mut start = 0;
    while start < items.len() {
        let mut end = start + natural_run(&mut items[start..], less)?;
        let wanted = items.len().min(start + MIN_RUN.max(if items.len() < 2 * MIN_RUN { items.len() } else { 0 }));
        while end < wanted {
            insert(&mut items[start..=end], less)?;
            end += 1;
        }
        runs.push(end);
        start = end;
        while let [.., a, b, c] = runs[..]
            && (b - a <= 2 * (c - b) || start == items.len())
        {
            merge(&mut items[a..c], b - a, less)?;
            runs.remove(runs.len() - 2);
        }
    }
    Ok(())
}

/// Length of the run at the beginning; a strictly falling one is turned round.
fn natural_run<T: Copy>(items: &mut [T], less: &mut impl Less<T>) -> Result<usize, Stop> {
    if items.len() < 2 {
        return Ok(items.len());
    }
    let falling = less(&items[1], &items[0])?;
    let mut end = 2;
    while end < items.len() && less(&items[end], &items[end - 1])? == falling {
        end += 1;
    }
    if falling {
        items[..end].reverse();
    }
    Ok(end)
}

/// Put the last item in its place among the others, which are sorted.
fn insert<T: Copy>(items: &mut [T], less: &mut impl Less<T>) -> Result<(), Stop> {
    let last = items.len() - 1;
    let (mut low, mut high) = (0, last);
    while low < high {
        let middle = low + (high - low) / 2;
        if less(&items[last], &items[middle])? {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    items[low..].rotate_right(1);
    Ok(())
}

/// Merge `items[..middle]` and `items[middle..]`.
fn merge<T: Copy>(items: &mut [T], middle: usize, less: &mut impl Less<T>) -> Result<(), Stop> {
    if middle == 0 || middle == items.len() || !less(&items[middle], &items[middle - 1])? {
        return Ok(());
    }
    let left = items[..middle].to_vec();
    let (mut i, mut j, mut out) = (0, middle, 0);
    while i < left.len() && j < items.len() {
        if less(&items[j], &left[i])? {
            items[out] = items[j];
            j += 1;
        } else {
            items[out] = left[i];
            i += 1;
        }
        out += 1;
    }
    let rest = left.len() - i;
    items[out..out + rest].copy_from_slice(&left[i..]);
    Ok(())
}
