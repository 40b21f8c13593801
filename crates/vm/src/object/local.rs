//! What a `threading.local` keeps for the threads that do not run.

use crate::heap::collect::Marker;
use crate::object::{InstanceObject, Opaque};
use crate::symbol::Symbol;
use crate::value::Value;
use gilscope_trace::ThreadId;
use std::any::Any;
use std::collections::BTreeMap;

/// The content of the object in slot 0 of a `threading.local`.
#[derive(Debug, Clone)]
pub(crate) struct LocalStore {
    /// What `__init__` is called with in each thread: a tuple and a dict.
    pub(crate) arguments: Value,
    pub(crate) keywords: Value,
    /// The attributes of each thread, its own slot 0 included; not those of the thread whose attributes are loaded.
    pub(crate) away: BTreeMap<ThreadId, InstanceObject>,
    /// Names in `__slots__` with their values, `Null` where unset: all threads share them.
    pub(crate) shared: Vec<(Symbol, Value)>,
}

impl Opaque for LocalStore {
    fn trace(&self, marker: &mut Marker) {
        marker.values(&[self.arguments, self.keywords]);
        for content in self.away.values() {
            marker.values(&content.inline);
            content.spill.iter().for_each(|spill| marker.values(spill));
        }
        self.shared.iter().for_each(|&(_, value)| marker.value(value));
    }

    fn boxed_clone(&self) -> Box<dyn Opaque> {
        Box::new(self.clone())
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }
}
