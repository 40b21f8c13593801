//! What the inline caches of attribute accesses know. (What they learn: `run/attribute.rs`.)

use crate::interp::Interp;
use crate::run::attribute;
use crate::run::cursor::Cursor;
use crate::site::Cached;
use crate::value::*;

/// What an access to an attribute gives.
pub(crate) enum Known {
    Value(Value),
    /// A function that takes the object as its first argument.
    Method(Value),
    /// A property with this getter.
    Getter(FunctionId),
    Nothing,
}

/// What the cache of `site` knows about an attribute of `object`.
#[inline(always)]
pub(crate) fn load(interp: &Interp, site: u32, object: Value) -> Known {
    let cache = interp.sites[site as usize];
    if cache.key != interp.cache_key(object) || cache.version != interp.class_version {
        return Known::Nothing;
    }
    match (cache.cached, object) {
        (Cached::Slot(slot), Value::Instance(id)) => Known::Value(interp.heap.instances[id].slot(slot as usize)),
        (Cached::Method(class, index), _) => Known::Method(interp.heap.classes[class].dict.at(index)),
        (Cached::Plain(class, index), _) => Known::Value(interp.heap.classes[class].dict.at(index)),
        (Cached::Global(slot), _) if !interp.globals[slot as usize].is_null() => {
            Known::Value(interp.globals[slot as usize])
        }
        (Cached::Getter(class, index), _) => match attribute::getter(interp, class, index) {
            Some(function) => Known::Getter(function),
            None => Known::Nothing,
        },
        _ => Known::Nothing,
    }
}

/// The value of an attribute stored in an instance.
#[inline(always)]
fn slot(interp: &Interp, site: u32, object: Value) -> Option<Value> {
    let cache = interp.sites[site as usize];
    match (object, cache.cached) {
        (Value::Instance(id), Cached::Slot(slot))
            if cache.key == interp.heap.instances[id].shape.0 && cache.version == interp.class_version =>
        {
            Some(interp.heap.instances[id].slot(slot as usize))
        }
        _ => None,
    }
}

/// The object is loaded, and its attribute: the object alone where the cache does not know how.
#[inline(always)]
pub(crate) fn load_into(interp: &Interp, at: &mut Cursor, site: u32, object: Value) {
    match slot(interp, site, object) {
        Some(value) => {
            at.push(value);
            at.skip(1);
        }
        None => at.push(object),
    }
}

/// The object is on the stack already, and would be copied: its attribute, where the cache knows how.
#[inline(always)]
pub(crate) fn load_copied(interp: &Interp, at: &mut Cursor, site: u32, object: Value) {
    if let Some(value) = slot(interp, site, object) {
        at.push(value);
        at.skip(2);
    }
}

/// Set an attribute; false when the cache does not know how.
#[inline(always)]
pub(crate) fn store(interp: &mut Interp, site: u32, object: Value, value: Value) -> bool {
    let cache = interp.sites[site as usize];
    let Value::Instance(id) = object else { return false };
    let instance = &mut interp.heap.instances[id];
    if cache.key != instance.shape.0 || cache.version != interp.class_version {
        return false;
    }
    match cache.cached {
        Cached::Slot(slot) => instance.set_slot(slot as usize, value),
        Cached::Grow(slot, shape) => {
            instance.shape = shape;
            instance.set_slot(slot as usize, value);
        }
        _ => return false,
    }
    true
}
