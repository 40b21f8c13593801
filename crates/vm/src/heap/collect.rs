//! The collector: mark from the roots, sweep what was not reached.
//!
//! It runs only between two instructions of the run loop, so no value is ever held by native code alone. Classes,
//! modules and code are never freed.

use super::Heap;
use super::mortal::Cause;
use crate::exit::Wait;
use crate::interp::Interp;
use crate::object::{Descriptor, GeneratorState, IterObject, Wrapper};
use crate::symbol::Symbol;
use crate::thread_state::{Pending, ThreadState};
use crate::value::*;

/// Bytes of allocation before the first collection, and the least between two. While little is alive, the objects made
/// between two collections should fit the cache next to the processor: programs that make many run up to twice as fast.
pub const FIRST_LIMIT: usize = 2 << 20;

/// Up to here as much as twice what is alive may be allocated between two collections, beyond it as much as is alive.
const AMPLE: usize = 8 << 20;

/// Values that were reached and whose content has not been looked at yet.
#[derive(Default)]
pub struct Marker {
    work: Vec<Value>,
    /// Bytes of the contents of what was reached, objects themselves not counted.
    bytes: usize,
}

impl Marker {
    /// `value` is alive.
    #[inline]
    pub fn value(&mut self, value: Value) {
        if !matches!(
            value,
            Value::Null | Value::None | Value::Int(_) | Value::Float(_) | Value::True | Value::False
                // These live for ever, and are looked into as roots.
                | Value::Native(_) | Value::Class(_) | Value::Module(_) | Value::Code(_)
        ) {
            self.work.push(value);
        }
    }

    /// All of `values` are alive.
    pub fn values(&mut self, values: &[Value]) {
        for &value in values {
            self.value(value);
        }
    }

    /// The values it was told of.
    pub(super) fn into_values(self) -> Vec<Value> {
        self.work
    }

    #[expect(clippy::box_collection, reason = "mostly absent: one word in the object")]
    fn attributes(&mut self, attributes: &Option<Box<Vec<(Symbol, Value)>>>) {
        for &(_, value) in attributes.iter().flat_map(|a| a.iter()) {
            self.value(value);
        }
    }

    /// Everything in a thread is alive.
    pub(crate) fn thread(&mut self, thread: &ThreadState) {
        // What lies above is left of earlier calls.
        self.values(&thread.stack[..thread.sp().min(thread.stack.len())]);
        self.values(&[thread.handled, thread.name, thread.result]);
        self.values(thread.injected.as_slice());
        for frame in &thread.frames {
            if let Some(function) = frame.function() {
                self.value(Value::Function(function));
            }
            if frame.generator != crate::frame::NOTHING {
                self.value(Value::Generator(GeneratorId(frame.generator.into())));
            }
        }
        match &thread.pending {
            Pending::Push(value) => self.value(*value),
            Pending::Io { state, .. } => self.value(*state),
            Pending::Nothing => {}
        }
        match &thread.wait {
            Some(Wait::Lock { lock, .. }) => self.value(Value::Lock(*lock)),
            Some(Wait::Handed { lock, missing, .. }) => self.values(&[Value::Lock(*lock), *missing]),
            _ => {}
        }
    }
}

/// How much may be allocated until the next collection when so many bytes are alive.
fn limit_for(live: usize) -> usize {
    (2 * live).clamp(FIRST_LIMIT, AMPLE).max(live)
}

impl Interp {
    /// Free every object that no root leads to. `running` is the state of the thread that runs, which is not in
    /// `threads` meanwhile. Returns how many objects CPython's collector would have found: see `Dead`.
    pub(crate) fn collect(&mut self, running: &ThreadState, cause: &Cause) -> usize {
        let mut marker = Marker::default();
        marker.thread(running);
        self.mark_roots(&mut marker);
        self.heap.mark_from(&mut marker);
        let found = match self.heap.mortals.is_empty() && *cause != Cause::Asked {
            true => 0,
            false => self.heap.settle_mortals(&mut marker, cause),
        };
        self.heap.collections += 1;
        let live = self.heap.sweep() + marker.bytes;
        self.heap.debt = 0;
        self.heap.limit = if self.heap.stress { 0 } else { limit_for(live) };
        found
    }

    /// What the collector starts from.
    pub(crate) fn marked_roots(&self, running: &ThreadState) -> Vec<Value> {
        let mut marker = Marker::default();
        marker.thread(running);
        self.mark_roots(&mut marker);
        marker.into_values()
    }

    fn mark_roots(&self, marker: &mut Marker) {
        for thread in &self.threads {
            marker.thread(thread);
        }
        marker.values(&self.globals);
        marker.values(&self.global_builtins);
        marker.values(&[self.modules, self.path, self.arguments, self.empty_str, self.empty_tuple]);
        for native in &self.natives {
            marker.value(native.twin);
        }
        self.streams.trace(marker);
        self.heap.mortals.trace(marker);
        self.heap.mark_permanent(marker);
    }
}

impl Heap {
    /// Never free a constant, which may have parts.
    pub(crate) fn pin(&mut self, value: Value) {
        match value {
            Value::Big(id) => self.bigs.pin(id),
            Value::Str(id) => self.strs.pin(id),
            Value::Bytes(id) => self.bytes.pin(id),
            Value::Opaque(id) => self.opaques.pin(id),
            Value::Tuple(id) => {
                self.tuples.pin(id);
                self.tuple(id).to_vec().into_iter().for_each(|item| self.pin(item));
            }
            Value::Set(id) => {
                self.sets.pin(id);
                self.sets[id].iter().collect::<Vec<_>>().into_iter().for_each(|item| self.pin(item));
            }
            _ => {}
        }
    }

    /// Classes live for ever, and with them what their dicts hold.
    fn mark_permanent(&self, marker: &mut Marker) {
        for index in 0..self.classes.len() {
            for (_, value) in self.classes[ClassId::from_index(index)].dict.iter() {
                marker.value(value);
            }
        }
    }

    pub(super) fn mark_from(&mut self, marker: &mut Marker) {
        while let Some(value) = marker.work.pop() {
            if self.mark(value) {
                self.trace(value, marker);
            }
        }
    }

    /// Mark one object; whether its content must be looked at.
    fn mark(&mut self, value: Value) -> bool {
        match value {
            Value::Big(id) => self.bigs.mark(id),
            Value::Str(id) => self.strs.mark(id),
            Value::Bytes(id) => self.bytes.mark(id),
            Value::List(id) => self.lists.mark(id),
            Value::Tuple(id) => self.tuples.mark(id),
            Value::Dict(id) => self.dicts.mark(id),
            Value::Set(id) => self.sets.mark(id),
            Value::Range(id) => self.ranges.mark(id),
            Value::Slice(id) => self.slices.mark(id),
            Value::Function(id) => self.functions.mark(id),
            Value::Method(id) => self.methods.mark(id),
            Value::Instance(id) => self.instances.mark(id),
            Value::Exception(id) => self.exceptions.mark(id),
            Value::Iter(id) => self.iters.mark(id),
            Value::Generator(id) => self.generators.mark(id),
            Value::Cell(id) => self.cells.mark(id),
            Value::Descriptor(id) => self.descriptors.mark(id),
            Value::Wrapper(id) => self.wrappers.mark(id),
            Value::Lock(id) => self.locks.mark(id),
            Value::Opaque(id) => self.opaques.mark(id),
            _ => false,
        }
    }

    pub(super) fn trace(&self, value: Value, marker: &mut Marker) {
        match value {
            Value::List(id) => {
                marker.bytes += 16 * self.lists[id].items.capacity();
                marker.values(&self.lists[id].items);
            }
            Value::Tuple(id) => marker.values(self.tuples[id].items()),
            Value::Dict(id) => {
                marker.value(self.dicts[id].owner);
                for entry in self.dicts[id].iter() {
                    marker.value(entry.key);
                    marker.value(entry.value);
                }
            }
            Value::Set(id) => self.sets[id].iter().for_each(|v| marker.value(v)),
            Value::Range(id) => {
                let range = &self.ranges[id];
                marker.values(&[range.start, range.stop, range.step]);
            }
            Value::Slice(id) => {
                let slice = &self.slices[id];
                marker.values(&[slice.start, slice.stop, slice.step]);
            }
            Value::Method(id) => marker.values(&[self.methods[id].function, self.methods[id].receiver]),
            Value::Instance(id) => {
                marker.values(&self.instances[id].inline);
                self.instances[id].spill.iter().for_each(|s| marker.values(s));
            }
            Value::Cell(id) => marker.value(self.cells[id].content),
            Value::Opaque(id) => self.opaques[id].content.iter().for_each(|c| c.trace(marker)),
            Value::Function(id) => self.trace_function(id, marker),
            Value::Exception(id) => self.trace_exception(id, marker),
            Value::Generator(id) => self.trace_generator(id, marker),
            Value::Iter(id) => self.trace_iter(id, marker),
            Value::Descriptor(id) => self.trace_descriptor(id, marker),
            Value::Wrapper(id) => self.trace_wrapper(id, marker),
            _ => {}
        }
    }

    fn trace_function(&self, id: FunctionId, marker: &mut Marker) {
        let f = &self.functions[id];
        marker.values(&[f.defaults, f.kw_defaults, f.closure, f.annotations]);
        marker.attributes(&f.attributes);
    }

    fn trace_exception(&self, id: ExceptionId, marker: &mut Marker) {
        let e = &self.exceptions[id];
        marker.values(&[e.args, e.cause, e.context]);
        marker.attributes(&e.attributes);
        self.mortals.trace_kept(id, marker);
    }

    fn trace_generator(&self, id: GeneratorId, marker: &mut Marker) {
        let g = &self.generators[id];
        // While it runs, its values are on the stack of the thread.
        if g.state != GeneratorState::Running {
            marker.values(g.stack.values());
        }
        marker.values(&[g.handled, g.name]);
        if let Some(function) = g.frame.function() {
            marker.value(Value::Function(function));
        }
    }

    fn trace_iter(&self, id: IterId, marker: &mut Marker) {
        match &self.iters[id] {
            IterObject::Done | IterObject::Range { .. } | IterObject::Count { .. } => {}
            IterObject::List { list, .. }
            | IterObject::ListReversed { list, .. }
            | IterObject::Reversed { list, .. } => marker.value(Value::List(*list)),
            IterObject::Tuple { tuple, .. } => marker.value(Value::Tuple(*tuple)),
            IterObject::Str { text, .. } => marker.value(Value::Str(*text)),
            IterObject::Bytes { bytes, .. } => marker.value(Value::Bytes(*bytes)),
            IterObject::BigRange { range, .. } => marker.value(Value::Range(*range)),
            IterObject::DictKeys { dict, .. }
            | IterObject::DictValues { dict, .. }
            | IterObject::DictItems { dict, .. }
            | IterObject::DictKeysReversed { dict, .. }
            | IterObject::DictValuesReversed { dict, .. }
            | IterObject::DictItemsReversed { dict, .. } => marker.value(Value::Dict(*dict)),
            IterObject::Set { set, .. } => marker.value(Value::Set(*set)),
            IterObject::Enumerate { inner, .. } => marker.value(Value::Iter(*inner)),
            IterObject::Zip { inner, .. } => inner.iter().for_each(|&i| marker.value(Value::Iter(i))),
            IterObject::Map { function, inner } => {
                marker.value(*function);
                inner.iter().for_each(|&i| marker.value(Value::Iter(i)));
            }
            IterObject::Repeat { value, .. } => marker.value(*value),
        }
    }

    fn trace_descriptor(&self, id: DescriptorId, marker: &mut Marker) {
        match &self.descriptors[id] {
            Descriptor::StaticMethod(f) | Descriptor::ClassMethod(f) => marker.value(*f),
            Descriptor::Property { get, set, delete, doc } => marker.values(&[*get, *set, *delete, *doc]),
            Descriptor::Freed | Descriptor::Native { .. } => {}
        }
    }

    fn trace_wrapper(&self, id: WrapperId, marker: &mut Marker) {
        match &self.wrappers[id] {
            Wrapper::Freed | Wrapper::ClassDict(_) => {}
            Wrapper::DictKeys(d) | Wrapper::DictValues(d) | Wrapper::DictItems(d) => marker.value(Value::Dict(*d)),
            Wrapper::Super { object, .. } => marker.value(*object),
            Wrapper::Traceback { exception, .. } => marker.value(Value::Exception(*exception)),
            Wrapper::Frame { back, .. } => marker.value(*back),
            Wrapper::Alias { origin, args } => marker.values(&[*origin, *args]),
        }
    }

    /// Free what is not marked; an estimate of the bytes that live.
    fn sweep(&mut self) -> usize {
        // In the test mode a stale id must show at once.
        let now = self.stress;
        self.end_loans();
        self.bigs.sweep(now) * 64
            + self.strs.sweep(now) * 80
            + self.bytes.sweep(true) * 80
            + self.lists.sweep(now) * 120
            + self.tuples.sweep(now) * 64
            + self.dicts.sweep(now) * 300
            + self.sets.sweep(now) * 300
            + self.ranges.sweep(now) * 48
            + self.slices.sweep(now) * 48
            + self.functions.sweep(now) * 80
            + self.methods.sweep(now) * 32
            + self.instances.sweep(now) * 88
            + self.exceptions.sweep(now) * 160
            + self.iters.sweep(now) * 40
            + self.generators.sweep(now) * 300
            + self.cells.sweep(now) * 16
            + self.descriptors.sweep(now) * 80
            + self.wrappers.sweep(now) * 48
            + self.locks.sweep(now) * 64
            + self.opaques.sweep(true) * 200
    }
}
