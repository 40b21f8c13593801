//! `threading.local`: an object whose attributes are different in each thread.
//!
//! It is an instance like any other, with the attributes of the thread that used it last: an access costs what it
//! costs for any instance, and no instruction knows of it. When another thread begins to run, these attributes go to
//! the object in slot 0, and the instance gets a shape that no cache knows. The first access then brings the
//! attributes of the running thread in. Every way to the attributes of an instance calls `enter_local` first.

use crate::interp::Interp;
use crate::native::Trap;
use crate::object::local::LocalStore;
use crate::object::{InstanceObject, OpaqueObject};
use crate::run::attribute::call_trap;
use crate::shape::ShapeId;
use crate::symbol::Symbol;
use crate::value::*;
use crate::{iteration, types};
use gilscope_trace::ThreadId;
use rustc_hash::FxHashMap;

/// Which of them hold attributes, and whose. An id in these lists may belong to another object by now, if the collector has
/// freed the one it was of: whoever uses it looks first.
#[derive(Debug, Clone, Default)]
pub(crate) struct Locals {
    /// The shape of one whose attributes are all in the store; none before there is a class of them.
    away: Option<ShapeId>,
    /// Those that hold attributes of `thread`.
    loaded: Vec<InstanceId>,
    thread: ThreadId,
    /// Those in which each thread has attributes.
    used_by: FxHashMap<ThreadId, Vec<InstanceId>>,
}

impl Interp {
    /// Makes the instances of a class, and of those that will derive from it, different in each thread.
    pub fn make_thread_local(&mut self, class: ClassId) {
        self.heap.classes[class].flags.thread_local = true;
        let away = self.shapes.root(types::OBJECT, vec![Symbol::PAYLOAD]);
        self.locals.away.get_or_insert(away);
    }

    /// A new object of such a class, in which the running thread has no attributes yet.
    pub fn new_local(&mut self, class: ClassId, arguments: &[Value], keywords: &[(Symbol, Value)]) -> Value {
        let arguments = self.heap.new_tuple(arguments);
        let named = self.heap.new_dict(Default::default());
        if let Value::Dict(dict) = named {
            for &(name, value) in keywords {
                let key = self.symbol_str(name);
                // A str key never needs script code.
                let _ = self.dict_set(dict, key, value);
            }
        }
        let shared = self.declared_slots(class).into_iter().map(|name| (name, Value::Null)).collect();
        let store = LocalStore { arguments, keywords: named, away: Default::default(), shared };
        self.heap.charge(200);
        let content: Option<Box<dyn crate::object::Opaque>> = Some(Box::new(store));
        let store = Value::Opaque(self.heap.opaques.alloc(OpaqueObject { class: types::OBJECT, content }));
        let object = self.new_with_payload(class, store);
        if let (Value::Instance(id), Some(away)) = (object, self.locals.away) {
            self.heap.instances[id].shape = away;
            self.load_local(id);
        }
        object
    }

    /// The names in the `__slots__` of a class and its bases.
    fn declared_slots(&mut self, class: ClassId) -> Vec<Symbol> {
        let mut names = Vec::new();
        for base in self.heap.classes[class].mro.clone() {
            let Some(declared) = self.heap.classes[base].dict.get(Symbol::SLOTS) else { continue };
            let items = match self.text(declared) {
                Some(_) => vec![declared],
                None => iteration::iter_to_vec(self, declared).unwrap_or_default(),
            };
            names.extend(items.into_iter().filter_map(|item| self.symbol_of(item)));
        }
        names.retain(|&name| name != Symbol::DICT);
        names
    }

    /// Before an access to the attributes of `object`: brings those of the running thread in, if it is a `threading.local`.
    ///
    /// A thread that is new to it must call a script's `__init__` first: then nothing has been done yet, and the access is
    /// made by the function of the hidden library.
    #[inline]
    pub(crate) fn enter_local(
        &mut self,
        object: Value,
        class: ClassId,
        function: &str,
        name: Symbol,
        value: Option<Value>,
    ) -> Result<(), Trap> {
        match object {
            Value::Instance(id) if self.heap.classes[class].flags.thread_local => {
                self.enter_local_instance(id, class, function, (name, value))
            }
            _ => Ok(()),
        }
    }

    #[cold]
    fn enter_local_instance(
        &mut self,
        id: InstanceId,
        class: ClassId,
        function: &str,
        (name, value): (Symbol, Option<Value>),
    ) -> Result<(), Trap> {
        if Some(self.heap.instances[id].shape) != self.locals.away {
            return Ok(());
        }
        let thread = self.current;
        let is_new = self.local_store(id).is_some_and(|store| !store.away.contains_key(&thread));
        if is_new && !matches!(self.lookup(class, Symbol::INIT), Some(Value::Native(_)) | None) {
            let twin = self.twin("local", function)?;
            let name = self.symbol_str(name);
            let arguments: Vec<Value> = [Value::Instance(id), name].into_iter().chain(value).collect();
            return Err(call_trap(twin, &arguments));
        }
        self.load_local(id);
        Ok(())
    }

    /// Whether `key` is the cache key of one whose attributes are away.
    pub(crate) fn is_away(&self, key: u32) -> bool {
        self.locals.away.is_some_and(|away| away.0 == key)
    }

    /// Brings the running thread's attributes into `object` if it is a `threading.local`, without `__init__`.
    pub(crate) fn show_local(&mut self, object: Value) {
        if let Value::Instance(id) = object {
            self.load_local(id);
        }
    }

    fn load_local(&mut self, id: InstanceId) {
        let thread = self.current;
        if Some(self.heap.instances[id].shape) != self.locals.away {
            return;
        }
        let class = self.heap.instances[id].class;
        let Some(store) = self.local_store(id) else { return };
        let content = store.away.remove(&thread);
        let shared = store.shared.clone();
        match content {
            Some(content) => {
                self.heap.instances[id] = content;
                self.change_class(id, class);
            }
            None => {
                self.heap.instances[id].shape = self.heap.classes[class].shape;
                self.note_use(thread, id);
            }
        }
        for (name, value) in shared {
            self.share_slot(id, name, value);
        }
        self.locals.thread = thread;
        self.locals.loaded.push(id);
    }

    /// Gives an attribute that all threads share the value that it has now.
    fn share_slot(&mut self, id: InstanceId, name: Symbol, value: Value) {
        let object = Value::Instance(id);
        // No script code is needed for either, so neither fails.
        let _ = match value {
            Value::Null if self.own_attribute(object, name).is_none() => Ok(()),
            Value::Null => self.plain_delete_attribute(object, name),
            value => self.plain_set_attribute(object, name, value).map(|_| ()),
        };
    }

    /// Before another thread than `self.locals.thread` runs.
    #[inline]
    pub(crate) fn unload_locals(&mut self, next: ThreadId) {
        if !self.locals.loaded.is_empty() && self.locals.thread != next {
            self.unload_all();
        }
    }

    #[cold]
    fn unload_all(&mut self) {
        for id in std::mem::take(&mut self.locals.loaded) {
            self.unload_local(id);
        }
    }

    fn unload_local(&mut self, id: InstanceId) {
        let (thread, away) = (self.locals.thread, self.locals.away);
        let object = &self.heap.instances[id];
        let Some(away) = away.filter(|&away| object.shape != away) else { return };
        let class = object.class;
        let Some(store) = self.local_store(id) else { return };
        let names: Vec<Symbol> = store.shared.iter().map(|&(name, _)| name).collect();
        let object = Value::Instance(id);
        let value = |name| (name, self.own_attribute(object, name).map_or(Value::Null, |(value, _)| value));
        let shared = names.into_iter().map(value).collect();
        let mut rest = InstanceObject { class, shape: away, ..InstanceObject::default() };
        rest.set_slot(0, self.heap.instances[id].slot(0));
        let content = std::mem::replace(&mut self.heap.instances[id], rest);
        if let Some(store) = self.local_store(id) {
            store.away.insert(thread, content);
            store.shared = shared;
        }
    }

    /// The store in slot 0, if the instance is a `threading.local`.
    fn local_store(&mut self, id: InstanceId) -> Option<&mut LocalStore> {
        let object = &self.heap.instances[id];
        match object.slot(0) {
            Value::Opaque(store) if self.heap.classes[object.class].flags.thread_local => {
                self.heap.opaques[store].get_mut()
            }
            _ => None,
        }
    }

    fn note_use(&mut self, thread: ThreadId, id: InstanceId) {
        let mut used = self.locals.used_by.remove(&thread).unwrap_or_default();
        if used.len() >= 64 && used.len().is_power_of_two() {
            used.sort_by_key(|id| id.0);
            used.dedup();
            used.retain(|&id| self.local_store(id).is_some());
        }
        used.push(id);
        self.locals.used_by.insert(thread, used);
    }

    /// The thread has ended, and its attributes with it.
    pub(crate) fn forget_locals(&mut self, thread: ThreadId) {
        if self.locals.thread == thread {
            self.unload_all();
        }
        for id in self.locals.used_by.remove(&thread).unwrap_or_default() {
            if let Some(store) = self.local_store(id) {
                store.away.remove(&thread);
            }
        }
    }

    /// Loads the attributes, none yet, and says what `__init__` is to be called with.
    pub(crate) fn begin_local(&mut self, object: Value) -> Option<(Value, Value)> {
        let Value::Instance(id) = object else { return None };
        self.load_local(id);
        self.local_store(id).map(|store| (store.arguments, store.keywords))
    }

    /// `__init__` has failed: the thread is as new to the object as before.
    pub(crate) fn forget_local(&mut self, object: Value) {
        let thread = self.current;
        if let Value::Instance(id) = object {
            self.load_local(id);
            self.locals.loaded.retain(|&other| other != id);
            self.unload_local(id);
            if let Some(store) = self.local_store(id) {
                store.away.remove(&thread);
            }
        }
    }
}
