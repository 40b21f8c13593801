//! Inline caches of attribute accesses.

use crate::shape::ShapeId;
use crate::symbol::Symbol;
use crate::value::{ClassId, Value};

/// What was found at a site the last time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cached {
    Nothing,
    /// An attribute of the instance in this slot.
    Slot(u32),
    /// Index in the dict of a class: a function or native that binds, or a plain value.
    Method(ClassId, u32),
    Plain(ClassId, u32),
    /// Index in the dict of a class: a property whose getter is a script's function.
    Getter(ClassId, u32),
    /// A store that adds this slot and leads to this shape.
    Grow(u32, ShapeId),
    /// A global of a module.
    Global(u32),
}

/// One attribute access in the code.
#[derive(Debug, Clone, Copy)]
pub(crate) struct AttrSite {
    pub name: Symbol,
    /// `Interp::cache_key` of the object for which `cached` holds.
    pub key: u32,
    pub version: u32,
    pub cached: Cached,
}

impl AttrSite {
    pub(crate) fn new(name: Symbol) -> AttrSite {
        AttrSite { name, key: u32::MAX, version: 0, cached: Cached::Nothing }
    }
}

impl crate::interp::Interp {
    /// What decides where an attribute of `value` is found: its shape, its module, or its built-in class.
    #[inline(always)]
    pub(crate) fn cache_key(&self, value: Value) -> u32 {
        match value {
            Value::Instance(id) => self.heap.instances[id].shape.0,
            Value::Module(id) => 0x4000_0000 | id.0 as u32,
            // Attributes of a class depend on the class itself: not cached by key.
            Value::Class(id) => 0x8000_0000 | id.0 as u32,
            _ => 0xc000_0000 | self.class_of(value).0 as u32,
        }
    }
}
