//! What a collection found dead, in the order in which CPython would have freed it.
//!
//! Between marking and sweeping the dead are still as they were. References among them are counted, and those to which
//! nothing leads are taken away one after the other, as reference counts would have done it. What is left then is part of
//! cycles or hangs on one: CPython keeps it until its own collector runs.

use super::Heap;
use crate::heap::collect::Marker;
use crate::object::{Descriptor, Wrapper};
use crate::value::*;
use rustc_hash::FxHashMap;

/// The dead objects that refer to others, or may be referred to weakly.
pub(super) struct Dead {
    /// What reference counts would have freed, in this order.
    pub(super) freed: Vec<Value>,
    /// The others.
    pub(super) cyclic: Vec<Value>,
}

/// References from other dead objects to each.
type Counts = FxHashMap<Value, u32>;

impl Dead {
    /// `dropped`: to whom references were dropped last, one after the other.
    pub(super) fn of(heap: &Heap, dropped: &[Value]) -> Dead {
        let all = heap.dead_containers();
        let mut counts: Counts = all.iter().map(|&value| (value, 0)).collect();
        for &value in &all {
            for child in heap.children(value) {
                if let Some(count) = counts.get_mut(&child) {
                    *count += 1;
                }
            }
        }
        let mut freed = Vec::new();
        for &value in dropped.iter().chain(&all) {
            if counts.get(&value) == Some(&0) {
                free(heap, &mut counts, value, &mut freed);
            }
        }
        let cyclic = all.into_iter().filter(|value| counts.contains_key(value)).collect();
        Dead { freed, cyclic }
    }
}

/// The last reference to `first` is gone: it goes, and what it alone refers to after it, as far as that leads.
fn free(heap: &Heap, counts: &mut Counts, first: Value, freed: &mut Vec<Value>) {
    let mut next = vec![first];
    while let Some(value) = next.pop() {
        match counts.get_mut(&value) {
            Some(count) if *count > 1 => *count -= 1,
            Some(_) => {
                counts.remove(&value);
                freed.push(value);
                next.extend(heap.children(value).into_iter().rev());
            }
            None => {}
        }
    }
}

impl Heap {
    /// What an object refers to, in the order in which CPython drops it: lists and tuples from their end.
    pub(super) fn children(&self, value: Value) -> Vec<Value> {
        let mut marker = Marker::default();
        self.trace(value, &mut marker);
        let mut children = marker.into_values();
        if matches!(value, Value::List(_) | Value::Tuple(_)) {
            children.reverse();
        }
        children
    }

    /// Every dead object that can refer to others, or be referred to weakly.
    fn dead_containers(&self) -> Vec<Value> {
        let mut all: Vec<Value> = Vec::new();
        all.extend(self.instances.dead().map(Value::Instance));
        all.extend(self.lists.dead().map(Value::List));
        all.extend(self.tuples.dead().map(Value::Tuple));
        all.extend(self.dicts.dead().map(Value::Dict));
        all.extend(self.sets.dead().map(Value::Set));
        all.extend(self.functions.dead().map(Value::Function));
        all.extend(self.methods.dead().map(Value::Method));
        all.extend(self.cells.dead().map(Value::Cell));
        all.extend(self.exceptions.dead().map(Value::Exception));
        all.extend(self.generators.dead().map(Value::Generator));
        all.extend(self.iters.dead().map(Value::Iter));
        all.extend(self.opaques.dead().map(Value::Opaque));
        all.extend(self.locks.dead().map(Value::Lock));
        let descriptors = self.descriptors.dead().filter(|&id| !matches!(self.descriptors[id], Descriptor::Freed));
        all.extend(descriptors.map(Value::Descriptor));
        let wrappers = self.wrappers.dead().filter(|&id| !matches!(self.wrappers[id], Wrapper::Freed));
        all.extend(wrappers.map(Value::Wrapper));
        all
    }

    /// Whether the marking that is over has reached it, or it lives for ever.
    pub(super) fn is_alive(&self, value: Value) -> bool {
        match value {
            Value::Big(id) => self.bigs.survives(id),
            Value::Str(id) => self.strs.survives(id),
            Value::Bytes(id) => self.bytes.survives(id),
            Value::List(id) => self.lists.survives(id),
            Value::Tuple(id) => self.tuples.survives(id),
            Value::Dict(id) => self.dicts.survives(id),
            Value::Set(id) => self.sets.survives(id),
            Value::Range(id) => self.ranges.survives(id),
            Value::Slice(id) => self.slices.survives(id),
            Value::Function(id) => self.functions.survives(id),
            Value::Method(id) => self.methods.survives(id),
            Value::Instance(id) => self.instances.survives(id),
            Value::Exception(id) => self.exceptions.survives(id),
            Value::Iter(id) => self.iters.survives(id),
            Value::Generator(id) => self.generators.survives(id),
            Value::Cell(id) => self.cells.survives(id),
            Value::Descriptor(id) => self.descriptors.survives(id),
            Value::Wrapper(id) => self.wrappers.survives(id),
            Value::Lock(id) => self.locks.survives(id),
            Value::Opaque(id) => self.opaques.survives(id),
            _ => true,
        }
    }
}
