//! What a weak reference looks through.

use crate::heap::collect::Marker;
use crate::object::Opaque;
use crate::value::Value;
use std::any::Any;

/// Leads to an object without keeping it alive. The collector empties it when it finds the object dead.
#[derive(Debug, Clone)]
pub struct WeakCell {
    /// `Null` once it is dead.
    pub target: Value,
    /// The weak reference that looks through this, and alone keeps it alive: not to be followed by the collector.
    pub reference: Value,
    /// What is to be called with `reference` then, or `None`.
    pub callback: Value,
    /// Whether the end of the target need not be seen at once: the next collection, or a `del`, will do. Library code has
    /// such references, so that a program which uses it runs at full speed.
    pub is_patient: bool,
}

impl Opaque for WeakCell {
    fn trace(&self, marker: &mut Marker) {
        marker.value(self.callback);
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
