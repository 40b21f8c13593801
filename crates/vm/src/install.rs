//! Helpers for giving the built-in types their methods.

use crate::interp::Interp;
use crate::native::{NativeDef, Trap};
use crate::object::Descriptor;
use crate::symbol::Symbol;
use crate::value::*;

impl Interp {
    /// What makes a value of a built-in type from the arguments of a call of the type.
    pub fn add_construct(&mut self, class: ClassId, def: NativeDef) {
        if let Value::Native(id) = self.add_native(def, None, "") {
            self.heap.classes[class].construct = Some(id);
        }
    }

    /// A computed attribute of a built-in type.
    pub fn add_attribute(&mut self, class: ClassId, descriptor: Descriptor) {
        if let Descriptor::Native { name, .. } = descriptor {
            let symbol = self.symbols.intern(name);
            let value = self.heap.new_descriptor(descriptor);
            self.heap.classes[class].dict.set(symbol, value);
        }
    }

    /// A computed attribute that scripts only read.
    pub fn add_getter(&mut self, class: ClassId, name: &'static str, get: crate::native::Getter) {
        self.add_attribute(class, Descriptor::Native { name, get, set: None });
    }

    /// `__hash__ = None`.
    pub(crate) fn make_unhashable(&mut self, class: ClassId) {
        self.heap.classes[class].flags.unhashable = true;
        self.heap.classes[class].dict.set(Symbol::HASH, Value::None);
    }

    /// A method of a built-in type was called on something else.
    #[cold]
    pub(crate) fn wrong_receiver(&mut self, wanted: &str, value: Value) -> Trap {
        let name = self.class_display(self.class_of(value));
        self.type_error(format!("descriptor requires a '{wanted}' object but received a '{name}'"))
    }
}
