//! Setting and deleting attributes, and the attributes that an object keeps itself.

use super::call_trap;
use super::load::remember;
use crate::frame::OnReturn;
use crate::interp::Interp;
use crate::native::Trap;
use crate::object::Descriptor;
use crate::run::call;
use crate::site::Cached;
use crate::symbol::Symbol;
use crate::thread_state::ThreadState;
use crate::value::*;

/// `STORE_ATTR` when the cache does not know: operands are the value, the object.
pub(crate) fn store_attr(interp: &mut Interp, ts: &mut ThreadState, site: u32) -> Result<(), Trap> {
    let (value, object) = (ts.top(2), ts.top(1));
    let name = interp.sites[site as usize].name;
    let before = interp.cache_key(object);
    let stored = interp.set_attribute(object, name, value);
    ts.pop_many(2);
    match stored {
        Ok(Cached::Nothing) => Ok(()),
        Ok(_) if interp.is_away(before) => Ok(()),
        Ok(cached) => {
            remember(interp, site, object, cached);
            interp.sites[site as usize].key = before;
            Ok(())
        }
        Err(Trap::Call(request)) => call::start_keywords(interp, ts, *request, OnReturn::Discard),
        Err(trap) => Err(trap),
    }
}

pub(crate) fn delete_attr(interp: &mut Interp, ts: &mut ThreadState, site: u32) -> Result<(), Trap> {
    let object = ts.pop();
    let name = interp.sites[site as usize].name;
    match interp.delete_attribute(object, name) {
        Err(Trap::Call(request)) => call::start_keywords(interp, ts, *request, OnReturn::Discard),
        result => result,
    }
}

impl Interp {
    /// `object.name = value`; `Trap::Call` where a script's `__setattr__`, property or `__set__` does it.
    pub(crate) fn set_attribute(&mut self, object: Value, name: Symbol, value: Value) -> Result<Cached, Trap> {
        let class = self.class_of(object);
        if self.heap.classes[class].flags.setattr
            && let Some(hook @ Value::Function(_)) = self.lookup(class, Symbol::SETATTR)
        {
            let name = self.symbol_str(name);
            return Err(call_trap(hook, &[object, name, value]));
        }
        self.plain_set_attribute(object, name, value)
    }

    /// `object.__setattr__`.
    pub(crate) fn plain_set_attribute(&mut self, object: Value, name: Symbol, value: Value) -> Result<Cached, Trap> {
        let class = self.class_of(object);
        self.enter_local(object, class, "store", name, Some(value))?;
        if let Some(descriptor) = self.lookup(class, name)
            && self.is_data_descriptor(descriptor)
        {
            self.set_by_descriptor(descriptor, object, value)?;
            return Ok(Cached::Nothing);
        }
        match object {
            Value::Instance(id) => self.set_instance_attribute(id, name, value),
            Value::Exception(id) => {
                self.set_exception_attribute(id, name, value);
                Ok(Cached::Nothing)
            }
            Value::Function(id) => {
                let attributes = self.heap.functions[id].attributes.get_or_insert_default();
                match attributes.iter_mut().find(|(n, _)| *n == name) {
                    Some(place) => place.1 = value,
                    None => attributes.push((name, value)),
                }
                Ok(Cached::Nothing)
            }
            Value::Module(id) => {
                let slot = self.global_slot(id, name);
                self.set_global_slot(slot, value);
                Ok(Cached::Nothing)
            }
            Value::Class(id) => self.set_class_attribute(id, name, value).map(|()| Cached::Nothing),
            _ => Err(self.cannot_set(object, name)),
        }
    }

    fn set_instance_attribute(&mut self, id: InstanceId, name: Symbol, value: Value) -> Result<Cached, Trap> {
        if let Some(dict) = self.instance_dict(id) {
            let key = self.symbol_str(name);
            self.dict_set(dict, key, value)?;
            return Ok(Cached::Nothing);
        }
        let instance = &self.heap.instances[id];
        if let Some(slot) = self.shapes[instance.shape].slot(name) {
            self.heap.instances[id].set_slot(slot as usize, value);
            return Ok(Cached::Slot(slot));
        }
        let class = instance.class;
        if class == crate::types::OBJECT {
            return Err(self.no_slot(class, name));
        }
        if let Some(slots) = &self.heap.classes[class].slots
            && !slots.contains(&name)
        {
            return Err(self.no_slot(class, name));
        }
        let shape = self.shapes.extend(self.heap.instances[id].shape, name);
        let slot = self.shapes[shape].keys.len() as u32 - 1;
        let instance = &mut self.heap.instances[id];
        instance.shape = shape;
        instance.set_slot(slot as usize, value);
        Ok(Cached::Grow(slot, shape))
    }

    #[cold]
    fn no_slot(&mut self, class: ClassId, name: Symbol) -> Trap {
        let message = format!(
            "'{}' object has no attribute '{}' and no __dict__ for setting new attributes",
            self.heap.classes[class].name,
            self.symbols.name(name)
        );
        self.raise(crate::exceptions::ATTRIBUTE_ERROR, message)
    }

    fn set_by_descriptor(&mut self, descriptor: Value, object: Value, value: Value) -> Result<(), Trap> {
        match descriptor {
            Value::Descriptor(id) => match self.heap.descriptors[id] {
                Descriptor::Property { set, .. } if set.is_null() || set.is_none() => {
                    Err(self.property_error(descriptor, object, "setter"))
                }
                Descriptor::Property { set, .. } => Err(call_trap(set, &[object, value])),
                Descriptor::Native { set: Some(set), .. } => set(self, object, value),
                Descriptor::Native { name, .. } => {
                    let class = self.type_name(object).to_string();
                    let message = format!("attribute '{name}' of '{class}' objects is not writable");
                    Err(self.raise(crate::exceptions::ATTRIBUTE_ERROR, message))
                }
                _ => Ok(()),
            },
            _ => match self.lookup(self.class_of(descriptor), Symbol::SET) {
                Some(set) => Err(call_trap(set, &[descriptor, object, value])),
                None => Err(self.raise(crate::exceptions::ATTRIBUTE_ERROR, "__set__")),
            },
        }
    }

    #[cold]
    fn cannot_set(&mut self, object: Value, name: Symbol) -> Trap {
        let class = self.class_display(self.class_of(object));
        let attribute = self.symbols.name(name).to_string();
        let message = match self.lookup(self.class_of(object), name) {
            Some(_) => format!("'{class}' object attribute '{attribute}' is read-only"),
            None => {
                format!("'{class}' object has no attribute '{attribute}' and no __dict__ for setting new attributes")
            }
        };
        self.raise(crate::exceptions::ATTRIBUTE_ERROR, message)
    }

    /// Bind a name in a class. A new name may hide what caches remember.
    pub(crate) fn set_class_attribute(&mut self, class: ClassId, name: Symbol, value: Value) -> Result<(), Trap> {
        let object = &self.heap.classes[class];
        if !object.flags.scripted {
            let message = format!(
                "cannot set '{}' attribute of immutable type '{}'",
                self.symbols.name(name),
                self.class_display(class)
            );
            return Err(self.type_error(message));
        }
        let old = object.dict.get(name);
        let changes_kind = old.is_none_or(|old| self.binds(old) || self.binds(value));
        self.heap.classes[class].dict.set(name, value);
        if name == Symbol::MODULE
            && let Some(module) = self.text(value).map(Into::into)
        {
            self.heap.classes[class].module = module;
        }
        if changes_kind {
            self.classes_changed();
            self.refresh_flags(class);
        }
        Ok(())
    }

    /// Whether an attribute access does more with it than hand it out.
    fn binds(&self, value: Value) -> bool {
        matches!(value, Value::Function(_) | Value::Native(_) | Value::Descriptor(_) | Value::Instance(_))
    }

    /// `del object.name`.
    pub(crate) fn delete_attribute(&mut self, object: Value, name: Symbol) -> Result<(), Trap> {
        let class = self.class_of(object);
        if self.heap.classes[class].flags.delattr
            && let Some(hook @ Value::Function(_)) = self.lookup(class, Symbol::DELATTR)
        {
            let name = self.symbol_str(name);
            return Err(call_trap(hook, &[object, name]));
        }
        self.plain_delete_attribute(object, name)
    }

    /// `object.__delattr__`.
    pub(crate) fn plain_delete_attribute(&mut self, object: Value, name: Symbol) -> Result<(), Trap> {
        let class = self.class_of(object);
        self.enter_local(object, class, "delete", name, None)?;
        if let Some(descriptor) = self.lookup(class, name)
            && self.is_data_descriptor(descriptor)
        {
            return self.delete_by_descriptor(descriptor, object);
        }
        let removed = match object {
            Value::Instance(id) => self.delete_instance_attribute(id, name),
            Value::Exception(id) => remove(&mut self.heap.exceptions[id].attributes, name),
            Value::Function(id) => remove(&mut self.heap.functions[id].attributes, name),
            Value::Module(id) => match self.heap.modules[id].slots.get(&name) {
                Some(&slot) if !self.globals[slot as usize].is_null() => {
                    self.globals[slot as usize] = Value::Null;
                    true
                }
                _ => false,
            },
            Value::Class(id) => {
                self.classes_changed();
                let removed = self.heap.classes[id].dict.remove(name);
                self.refresh_flags(id);
                removed
            }
            _ => false,
        };
        if removed { Ok(()) } else { Err(self.attribute_error(object, name)) }
    }

    fn delete_by_descriptor(&mut self, descriptor: Value, object: Value) -> Result<(), Trap> {
        match descriptor {
            Value::Descriptor(id) => match self.heap.descriptors[id] {
                Descriptor::Property { delete, .. } if !delete.is_null() && !delete.is_none() => {
                    Err(call_trap(delete, &[object]))
                }
                Descriptor::Native { set: Some(set), .. } => set(self, object, Value::Null),
                _ => Err(self.property_error(descriptor, object, "deleter")),
            },
            _ => match self.lookup(self.class_of(descriptor), Symbol::DELETE) {
                Some(delete) => Err(call_trap(delete, &[descriptor, object])),
                None => Err(self.raise(crate::exceptions::ATTRIBUTE_ERROR, "__delete__")),
            },
        }
    }

    /// Remove an attribute: the instance gets the shape of one that never had it.
    fn delete_instance_attribute(&mut self, id: InstanceId, name: Symbol) -> bool {
        if let Some(dict) = self.instance_dict(id) {
            let key = self.symbol_str(name);
            return matches!(self.dict_remove(dict, key), Ok(Some(_)));
        }
        let instance = &self.heap.instances[id];
        let shape = &self.shapes[instance.shape];
        if shape.slot(name).is_none() {
            return false;
        }
        let kept: Vec<(Symbol, Value)> = shape.keys.iter().enumerate().map(|(i, &k)| (k, instance.slot(i))).collect();
        let kept: Vec<(Symbol, Value)> = kept.into_iter().filter(|(k, _)| *k != name).collect();
        let keys: Vec<Symbol> = kept.iter().map(|(k, _)| *k).collect();
        let root = self.heap.classes[instance.class].shape;
        let shape = self.shapes.rebuild(root, &keys);
        let instance = &mut self.heap.instances[id];
        instance.inline = [Value::Null; crate::object::instance::INLINE];
        instance.spill = None;
        instance.shape = shape;
        for (slot, (_, value)) in kept.into_iter().enumerate() {
            instance.set_slot(slot, value);
        }
        true
    }

    /// Set an attribute of an object's own through its `__dict__`, past descriptors; a `Null` value removes it.
    pub(crate) fn set_own_attribute(&mut self, object: Value, name: Symbol, value: Value) {
        match object {
            Value::Exception(id) => set_entry(&mut self.heap.exceptions[id].attributes, name, value),
            Value::Function(id) => set_entry(&mut self.heap.functions[id].attributes, name, value),
            Value::Module(id) => {
                let slot = self.global_slot(id, name);
                self.set_global_slot(slot, value);
            }
            _ => {}
        }
    }

    /// The attributes of an object's own, in order: what `__dict__` shows.
    pub(crate) fn own_attributes(&self, object: Value) -> Vec<(Symbol, Value)> {
        match object {
            Value::Instance(id) => {
                if let Some(dict) = self.instance_dict(id) {
                    let entries = self.heap.dicts[dict].iter();
                    let named = entries.filter_map(|e| Some((self.symbols.find(self.text(e.key)?)?, e.value)));
                    return named.collect();
                }
                let instance = &self.heap.instances[id];
                let keys = &self.shapes[instance.shape].keys;
                let all = keys.iter().enumerate().map(|(i, &k)| (k, instance.slot(i)));
                all.filter(|(k, v)| *k != Symbol::PAYLOAD && !v.is_null()).collect()
            }
            Value::Exception(id) => self.heap.exceptions[id].attributes.iter().flat_map(|a| a.to_vec()).collect(),
            Value::Function(id) => {
                let all = self.heap.functions[id].attributes.iter().flat_map(|a| a.to_vec());
                all.filter(|(name, _)| !FUNCTION_FIELDS.contains(name)).collect()
            }
            Value::Module(id) => {
                let module = &self.heap.modules[id];
                let all = module.order.iter().map(|&n| (n, self.globals[module.slots[&n] as usize]));
                all.filter(|(_, v)| !v.is_null()).collect()
            }
            Value::Class(id) => self.heap.classes[id].dict.iter().collect(),
            _ => Vec::new(),
        }
    }

    /// The dict that holds an instance's attributes, when it has been asked for.
    #[inline]
    pub(crate) fn instance_dict(&self, id: InstanceId) -> Option<DictId> {
        let instance = &self.heap.instances[id];
        let shape = &self.shapes[instance.shape];
        if !shape.is_dict {
            return None;
        }
        match instance.slot(shape.keys.len() - 1) {
            Value::Dict(dict) => Some(dict),
            _ => None,
        }
    }

    pub(super) fn dict_find_name(&self, dict: DictId, name: Symbol) -> Option<Value> {
        let text = self.symbols.name(name);
        let dict = &self.heap.dicts[dict];
        let hash = crate::hash::hash_text(text);
        let found = dict.candidates(hash).find(|&i| dict.entry(i).is_some_and(|e| self.text(e.key) == Some(text)))?;
        dict.entry(found).map(|e| e.value)
    }

    /// Move the attributes of an instance into `dict`, which is its `__dict__` from now on.
    pub(crate) fn use_dict(&mut self, id: InstanceId, dict: DictId) {
        let class = self.heap.instances[id].class;
        let root = self.heap.classes[class].shape;
        let keys = self.shapes[root].keys.clone();
        let payload: Vec<Value> = (0..keys.len()).map(|i| self.heap.instances[id].slot(i)).collect();
        let shape = match self.heap.classes[class].dict_shape {
            Some(shape) => shape,
            None => self.shapes.dict_root(class, keys),
        };
        self.heap.classes[class].dict_shape = Some(shape);
        let instance = &mut self.heap.instances[id];
        instance.shape = shape;
        instance.inline = [Value::Null; crate::object::instance::INLINE];
        instance.spill = None;
        for (slot, value) in payload.into_iter().chain([Value::Dict(dict)]).enumerate() {
            instance.set_slot(slot, value);
        }
    }

    /// Whether instances have attributes of their own.
    pub(crate) fn has_dict(&self, object: Value) -> bool {
        matches!(object, Value::Exception(_) | Value::Function(_) | Value::Module(_) | Value::Class(_))
            || matches!(object, Value::Instance(id) if self.heap.classes[self.heap.instances[id].class].slots.is_none())
    }
}

/// What a function keeps beside its `__dict__`.
const FUNCTION_FIELDS: &[Symbol] = &[Symbol::NAME, Symbol::QUALNAME, Symbol::MODULE, Symbol::DOC, Symbol::TYPE_PARAMS];

/// Set or (`Null`) remove one of a list of attributes.
#[expect(clippy::box_collection, reason = "mostly absent: one word in the object")]
fn set_entry(attributes: &mut Option<Box<Vec<(Symbol, Value)>>>, name: Symbol, value: Value) {
    if value.is_null() {
        remove(attributes, name);
        return;
    }
    let attributes = attributes.get_or_insert_default();
    match attributes.iter_mut().find(|(n, _)| *n == name) {
        Some(place) => place.1 = value,
        None => attributes.push((name, value)),
    }
}

#[expect(clippy::box_collection, reason = "mostly absent: one word in the object")]
fn remove(attributes: &mut Option<Box<Vec<(Symbol, Value)>>>, name: Symbol) -> bool {
    let Some(attributes) = attributes else { return false };
    let before = attributes.len();
    attributes.retain(|(n, _)| *n != name);
    attributes.len() < before
}
