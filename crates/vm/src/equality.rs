//! Equality and hashing of built-in values.
//!
//! Decided on the heap alone, without changing anything: where a script's `__eq__` or `__hash__` would have to run,
//! the answer is `Stop::Script`.

use crate::exceptions::RECURSION_ERROR;
use crate::hash::{self, TupleHasher};
use crate::heap::Heap;
use crate::identity::address;
use crate::interp::Interp;
use crate::native::Trap;
use crate::object::{Layout, RangeObject, Wrapper};
use crate::symbol::Symbol;
use crate::types;
use crate::value::*;
use gilscope_bytecode::CompareOp;

/// How deep values may be nested that are compared or hashed natively.
pub(crate) const MAX_DEPTH: usize = 1000;

/// Depth of what is found inside the deepest tuples, which are hashed without recursion.
const DEEPEST: usize = MAX_DEPTH + 1;

/// Why a comparison or a hash has no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// A script's method decides.
    Script,
    /// Nested too deeply.
    Deep,
    Unhashable(Value),
    /// `a < b` and the like have no meaning.
    Unordered(CompareOp, Value, Value),
}

impl Heap {
    /// Whether two dict keys of equal hash are the same key: identity, or `==` of built-in values. `None` when only
    /// script code can tell.
    #[inline]
    pub fn same_key(&self, a: Value, b: Value) -> Option<bool> {
        match (a, b) {
            (Value::Str(a), Value::Str(b)) if a == b => Some(true),
            (Value::Int(a), Value::Int(b)) => Some(a == b),
            _ => self.same_other_key(a, b),
        }
    }

    fn same_other_key(&self, a: Value, b: Value) -> Option<bool> {
        match (a, b) {
            _ if a == b => Some(true),
            (Value::Str(a), Value::Str(b)) => Some(self.text(a) == self.text(b)),
            _ => self.equal_other(a, b, 0).ok(),
        }
    }

    /// `a is b or a == b`, as containers compare their items.
    #[inline]
    pub(crate) fn same(&self, a: Value, b: Value, depth: usize) -> Result<bool, Stop> {
        if a == b { Ok(true) } else { self.equal(a, b, depth) }
    }

    /// `a == b`.
    #[inline]
    pub(crate) fn equal(&self, a: Value, b: Value, depth: usize) -> Result<bool, Stop> {
        match (a, b) {
            (Value::Int(a), Value::Int(b)) => Ok(a == b),
            (Value::Str(a), Value::Str(b)) => Ok(a == b || self.text(a) == self.text(b)),
            (Value::Float(a), Value::Float(b)) => Ok(a.get() == b.get()),
            _ => self.equal_other(a, b, depth),
        }
    }

    fn equal_other(&self, a: Value, b: Value, depth: usize) -> Result<bool, Stop> {
        if self.has_custom_eq(a) || self.has_custom_eq(b) {
            return Err(Stop::Script);
        }
        if depth > MAX_DEPTH {
            return Err(Stop::Deep);
        }
        let depth = depth + 1;
        match (self.payload(a), self.payload(b)) {
            (Value::Str(a), Value::Str(b)) => Ok(self.text(a) == self.text(b)),
            (Value::Tuple(a), Value::Tuple(b)) => self.equal_items(self.tuple(a), self.tuple(b), depth),
            (Value::List(a), Value::List(b)) => self.equal_items(&self.lists[a].items, &self.lists[b].items, depth),
            (Value::Dict(a), Value::Dict(b)) => self.equal_dicts(a, b, depth),
            (Value::Set(a), Value::Set(b)) => self.equal_sets(a, b),
            (Value::Bytes(a), Value::Bytes(b)) => Ok(self.bytes[a].data == self.bytes[b].data),
            (Value::Range(a), Value::Range(b)) => Ok(self.equal_ranges(&self.ranges[a], &self.ranges[b])),
            (Value::Slice(a), Value::Slice(b)) => {
                let (a, b) = (&self.slices[a], &self.slices[b]);
                self.equal_items(&[a.start, a.stop, a.step], &[b.start, b.stop, b.step], depth)
            }
            (Value::Method(a), Value::Method(b)) => {
                let (a, b) = (&self.methods[a], &self.methods[b]);
                Ok(a.function == b.function && a.receiver == b.receiver)
            }
            (Value::Wrapper(a), Value::Wrapper(b)) => self.equal_wrappers(a, b, depth),
            (Value::Wrapper(view), Value::Set(_)) => self.equal_view_set(view, b),
            (Value::Set(_), Value::Wrapper(view)) => self.equal_view_set(view, a),
            (Value::Opaque(_), _) | (_, Value::Opaque(_)) => Ok(self.equal_complex(a, b).unwrap_or(a == b)),
            (a, b) => Ok(match self.compare_numbers(a, b) {
                Some(order) => order == Some(std::cmp::Ordering::Equal),
                None => a == b,
            }),
        }
    }

    pub(crate) fn equal_items(&self, a: &[Value], b: &[Value], depth: usize) -> Result<bool, Stop> {
        if a.len() != b.len() {
            return Ok(false);
        }
        for (&x, &y) in a.iter().zip(b) {
            if !self.same(x, y, depth)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    pub(crate) fn equal_dicts(&self, a: DictId, b: DictId, depth: usize) -> Result<bool, Stop> {
        let (a, b) = (&self.dicts[a], &self.dicts[b]);
        if a.len() != b.len() {
            return Ok(false);
        }
        for entry in a.iter() {
            let Some(place) = b.find(self, entry.hash, entry.key).map_err(|_| Stop::Script)? else { return Ok(false) };
            let other = b.entry(place).map_or(Value::Null, |e| e.value);
            if !self.same(entry.value, other, depth)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn equal_sets(&self, a: SetId, b: SetId) -> Result<bool, Stop> {
        let (a, b) = (&self.sets[a], &self.sets[b]);
        Ok(a.len() == b.len() && a.is_subset(b, self).map_err(|_| Stop::Script)?)
    }

    /// Ranges are equal when they give the same items.
    fn equal_ranges(&self, a: &RangeObject, b: &RangeObject) -> bool {
        let (len_a, len_b) = (a.big_len(self), b.big_len(self));
        if len_a != len_b || len_a == 0u8.into() {
            return len_a == len_b;
        }
        let same = |x, y| self.compare_numbers(x, y) == Some(Some(std::cmp::Ordering::Equal));
        same(a.start, b.start) && (len_a == 1u8.into() || same(a.step, b.step))
    }

    fn equal_wrappers(&self, a: WrapperId, b: WrapperId, depth: usize) -> Result<bool, Stop> {
        match (&self.wrappers[a], &self.wrappers[b]) {
            (&Wrapper::DictKeys(a), &Wrapper::DictKeys(b)) => {
                Ok(self.dicts[a].len() == self.dicts[b].len() && self.keys_within(a, b)?)
            }
            (&Wrapper::DictItems(a), &Wrapper::DictItems(b)) => self.equal_dicts(a, b, depth),
            (&Wrapper::Alias { origin, args }, &Wrapper::Alias { origin: other, args: others }) => {
                Ok(origin == other && self.same(args, others, depth)?)
            }
            (&Wrapper::ClassDict(a), &Wrapper::ClassDict(b)) => Ok(a == b),
            _ => Ok(a == b),
        }
    }

    /// Whether every key of `a` is one of `b`.
    pub(crate) fn keys_within(&self, a: DictId, b: DictId) -> Result<bool, Stop> {
        for entry in self.dicts[a].iter() {
            if self.dicts[b].find(self, entry.hash, entry.key).map_err(|_| Stop::Script)?.is_none() {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn equal_view_set(&self, view: WrapperId, set: Value) -> Result<bool, Stop> {
        let Value::Set(set) = self.payload(set) else { return Ok(false) };
        let set = &self.sets[set];
        match self.wrappers[view] {
            Wrapper::DictKeys(dict) => {
                let dict = &self.dicts[dict];
                if dict.len() != set.len() {
                    return Ok(false);
                }
                for entry in dict.iter() {
                    if set.find(self, entry.hash, entry.key).map_err(|_| Stop::Script)?.is_none() {
                        return Ok(false);
                    }
                }
                Ok(true)
            }
            Wrapper::DictItems(_) => Err(Stop::Script),
            _ => Ok(false),
        }
    }

    /// The class of an object that a script's or a native module's class may give methods of its own.
    #[inline]
    pub(crate) fn custom_class(&self, value: Value) -> Option<ClassId> {
        match value {
            Value::Instance(id) => Some(self.instances[id].class),
            Value::Exception(id) => Some(self.exceptions[id].class),
            Value::Opaque(id) => Some(self.opaques[id].class),
            Value::Class(id) => Some(self.classes[id].metaclass),
            _ => None,
        }
    }

    /// Whether a class has a method `name` other than a built-in type's own.
    pub(crate) fn overrides(&self, class: ClassId, name: Symbol) -> bool {
        let found = self.classes[class].mro.iter().find(|&&c| self.classes[c].dict.find(name).is_some());
        found.is_some_and(|&c| c.index() >= types::BUILTIN_TYPES.len() + crate::exceptions::EXCEPTIONS.len())
    }

    /// Whether `value == x` is not for this file to decide.
    #[inline]
    pub(crate) fn has_custom_eq(&self, value: Value) -> bool {
        match value {
            Value::Opaque(id) => self.overrides(self.opaques[id].class, Symbol::EQ),
            _ => self.custom_class(value).is_some_and(|c| self.classes[c].flags.custom_eq),
        }
    }

    /// The built-in value inside an instance of a script class that extends a built-in type; others as they are.
    #[inline]
    pub(crate) fn payload(&self, value: Value) -> Value {
        match value {
            Value::Instance(id) => self.payload_of(id, value),
            _ => value,
        }
    }

    fn payload_of(&self, id: InstanceId, value: Value) -> Value {
        let object = &self.instances[id];
        match self.classes[object.class].layout {
            Layout::Builtin if !object.slot(0).is_null() => object.slot(0),
            _ => value,
        }
    }

    /// `hash(value)`.
    pub(crate) fn hash_of(&self, value: Value, depth: usize) -> Result<u64, Stop> {
        Ok(match value {
            Value::Str(id) => self.str(id).hash(),
            Value::Int(i) => hash::hash_int(i),
            Value::True => 1,
            Value::False => 0,
            Value::None => hash::NONE,
            Value::Float(bits) => hash::hash_float(bits.get()),
            Value::Big(id) => hash::hash_big(&self.bigs[id]),
            Value::Tuple(id) => {
                let items = self.tuple(id);
                self.hash_items(items, depth)?.finish(items.len())
            }
            Value::List(_) | Value::Dict(_) => return Err(Stop::Unhashable(value)),
            Value::Set(id) if self.sets[id].is_frozen() => self.sets[id].hash(),
            Value::Set(_) => return Err(Stop::Unhashable(value)),
            Value::Bytes(id) if self.bytes[id].is_bytearray => return Err(Stop::Unhashable(value)),
            Value::Bytes(id) => hash::hash_bytes(&self.bytes[id].data),
            Value::Slice(id) => {
                let slice = &self.slices[id];
                self.hash_items(&[slice.start, slice.stop, slice.step], depth)?.finish_slice()
            }
            Value::Method(id) => {
                let method = &self.methods[id];
                address(method.function).rotate_right(4) ^ address(method.receiver).rotate_right(5)
            }
            Value::Wrapper(id) => match self.wrappers[id] {
                Wrapper::DictKeys(_) | Wrapper::DictItems(_) | Wrapper::ClassDict(_) => {
                    return Err(Stop::Unhashable(value));
                }
                Wrapper::Alias { origin, args } => self.hash_items(&[origin, args], depth)?.finish(2),
                _ => hash::hash_address(address(value)),
            },
            Value::Opaque(_) if self.complex(value).is_some() => self.hash_complex(value).unwrap_or(0),
            Value::Instance(_) | Value::Exception(_) | Value::Opaque(_) | Value::Class(_) => {
                self.hash_object(value, depth)?
            }
            _ => hash::hash_address(address(value)),
        })
    }

    fn hash_items(&self, items: &[Value], depth: usize) -> Result<TupleHasher, Stop> {
        if depth > MAX_DEPTH {
            return if depth > DEEPEST { Err(Stop::Deep) } else { self.hash_deep(items) };
        }
        let mut hasher = TupleHasher::new();
        for &item in items {
            hasher.add(self.hash_of(item, depth + 1)?);
        }
        Ok(hasher)
    }

    /// As `hash_items` for tuples in tuples without end, on a stack of its own.
    #[cold]
    fn hash_deep(&self, items: &[Value]) -> Result<TupleHasher, Stop> {
        let mut open = vec![(items, 0, TupleHasher::new())];
        loop {
            let Some((items, next, hasher)) = open.last_mut() else { return Err(Stop::Deep) };
            match items.get(*next) {
                Some(&Value::Tuple(id)) => open.push((self.tuple(id), 0, TupleHasher::new())),
                Some(&item) => {
                    hasher.add(self.hash_of(item, DEEPEST + 1)?);
                    *next += 1;
                }
                None => {
                    let Some((items, _, hasher)) = open.pop() else { return Err(Stop::Deep) };
                    let Some((_, next, outer)) = open.last_mut() else { return Ok(hasher) };
                    outer.add(hasher.finish(items.len()));
                    *next += 1;
                }
            }
        }
    }

    fn hash_object(&self, value: Value, depth: usize) -> Result<u64, Stop> {
        let Some(class) = self.custom_class(value) else { return Err(Stop::Script) };
        let flags = self.classes[class].flags;
        if flags.unhashable {
            return Err(Stop::Unhashable(value));
        }
        if flags.custom_hash || matches!(value, Value::Opaque(_)) && self.overrides(class, Symbol::HASH) {
            return Err(Stop::Script);
        }
        let inner = self.payload(value);
        if inner == value {
            return Ok(hash::hash_address(address(value)));
        }
        match self.hash_of(inner, depth) {
            Err(Stop::Unhashable(v)) if v == inner => Err(Stop::Unhashable(value)),
            result => result,
        }
    }
}

impl Interp {
    /// `hash(value)` as the unsigned bits of a `Py_hash_t`; TypeError for an unhashable value, `Defer` where a user's
    /// `__hash__` decides.
    #[inline]
    pub fn hash(&mut self, value: Value) -> Result<u64, Trap> {
        match value {
            Value::Str(id) => Ok(self.heap.str(id).hash()),
            Value::Int(i) => Ok(hash::hash_int(i)),
            _ => self.hash_other(value),
        }
    }

    fn hash_other(&mut self, value: Value) -> Result<u64, Trap> {
        if let Value::Range(id) = value {
            return self.hash_range(id);
        }
        self.heap.hash_of(value, 0).map_err(|stop| self.stopped(stop))
    }

    /// A range hashes as the tuple of its length, first item and step.
    fn hash_range(&mut self, id: RangeId) -> Result<u64, Trap> {
        let range = self.heap.ranges[id].clone();
        let len = range.big_len(&self.heap);
        let start = if len == 0u8.into() { Value::None } else { range.start };
        let step = if len <= 1u8.into() { Value::None } else { range.step };
        let len = self.heap.new_int(len);
        let key = self.heap.new_tuple(&[len, start, step]);
        self.hash(key)
    }

    /// `a == b`; `Defer` where a script decides.
    #[inline]
    pub fn equal(&mut self, a: Value, b: Value) -> Result<bool, Trap> {
        self.heap.equal(a, b, 0).map_err(|stop| self.stopped(stop))
    }

    /// The exception, or the call for script code, that a stopped comparison means.
    #[cold]
    pub(crate) fn stopped(&mut self, stop: Stop) -> Trap {
        match stop {
            Stop::Script => Trap::Defer,
            Stop::Deep => self.raise(RECURSION_ERROR, "maximum recursion depth exceeded in comparison"),
            Stop::Unhashable(value) => {
                let name = self.class_display(self.class_of(value));
                self.type_error(format!("unhashable type: '{name}'"))
            }
            Stop::Unordered(op, a, b) => {
                let (a, b) = (self.class_display(self.class_of(a)), self.class_display(self.class_of(b)));
                self.type_error(format!("'{}' not supported between instances of '{a}' and '{b}'", op.text()))
            }
        }
    }
}
