//! Attributes: the order in which an access looks, and what is remembered of it.
//!
//! `object.name` looks at: data descriptors of the class, the object's own attributes, other attributes of the class,
//! `__getattr__` (language reference §3.3.2.3). `Interp::find_attribute` decides; the ops act on what it says.

use crate::code_store::LinkedCode;
use crate::frame::OnReturn;
use crate::interp::Interp;
use crate::native::Trap;
use crate::object::{Descriptor, Wrapper};
use crate::run::{call, fast};
use crate::site::Cached;
use crate::symbol::Symbol;
use crate::thread_state::ThreadState;
use crate::types;
use crate::value::*;

/// What an attribute access leads to.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Found {
    Value(Value),
    /// A function that takes this object as its first argument.
    Bound(Value, Value),
    /// Call this with the object: a property, `__get__` with owner.
    Getter(Value),
    DescriptorGet(Value, Value),
    /// Call `__getattribute__` or `__getattr__` with object and name.
    Hook(Value),
}

impl Interp {
    /// Look an attribute up. The second result is what a cache may remember.
    pub(crate) fn find_attribute(&mut self, object: Value, name: Symbol) -> Result<(Found, Cached), Trap> {
        match object {
            Value::Class(class) => self.find_class_attribute(class, name),
            Value::Module(module) => self.find_module_attribute(module, name),
            Value::Wrapper(id) => match self.heap.wrappers[id] {
                Wrapper::Super { class, object, object_type } if name != Symbol::CLASS => {
                    self.find_super_attribute(class, object, object_type, name)
                }
                Wrapper::Alias { origin, .. } if !origin.is_none() && !is_alias_attribute(self, name) => {
                    self.find_attribute(origin, name)
                }
                _ => self.find_instance_attribute(object, name),
            },
            _ => self.find_instance_attribute(object, name),
        }
    }

    fn find_instance_attribute(&mut self, object: Value, name: Symbol) -> Result<(Found, Cached), Trap> {
        let class = self.class_of(object);
        let flags = self.heap.classes[class].flags;
        if flags.getattribute
            && let Some(hook @ Value::Function(_)) = self.lookup(class, Symbol::GETATTRIBUTE)
        {
            return Ok((Found::Hook(hook), Cached::Nothing));
        }
        match self.plain_attribute(object, class, name) {
            Err(Trap::Raise(exception)) if flags.getattr && self.is_attribute_error(exception) => {
                match self.lookup(class, Symbol::GETATTR) {
                    Some(hook) => Ok((Found::Hook(hook), Cached::Nothing)),
                    None => Err(Trap::Raise(exception)),
                }
            }
            found => found,
        }
    }

    fn is_attribute_error(&self, exception: ExceptionId) -> bool {
        self.is_subclass(self.heap.exceptions[exception].class, crate::exceptions::ATTRIBUTE_ERROR)
    }

    /// `object.__getattribute__`.
    pub(crate) fn plain_attribute(
        &mut self,
        object: Value,
        class: ClassId,
        name: Symbol,
    ) -> Result<(Found, Cached), Trap> {
        let in_class = self.lookup_where(class, name);
        let class_value = in_class.map(|(owner, index)| self.heap.classes[owner].dict.at(index));
        if let Some(value) = class_value
            && self.is_data_descriptor(value)
        {
            return Ok((self.bind(value, object, class)?, Cached::Nothing));
        }
        if let Some((value, cached)) = self.own_attribute(object, name) {
            return Ok((Found::Value(value), cached));
        }
        let (Some(value), Some((owner, index))) = (class_value, in_class) else {
            return Err(self.attribute_error(object, name));
        };
        let found = self.bind(value, object, class)?;
        let cached = match found {
            // What is put into its dict may hide the class's attributes at any time.
            _ if matches!(object, Value::Instance(id) if self.instance_dict(id).is_some()) => Cached::Nothing,
            Found::Bound(_, receiver) if receiver == object => Cached::Method(owner, index),
            Found::Value(v) if v == value => Cached::Plain(owner, index),
            _ => Cached::Nothing,
        };
        Ok((found, cached))
    }

    /// An attribute stored in the object itself.
    pub(crate) fn own_attribute(&self, object: Value, name: Symbol) -> Option<(Value, Cached)> {
        match object {
            Value::Instance(id) => {
                if let Some(dict) = self.instance_dict(id) {
                    return self.dict_find_name(dict, name).map(|value| (value, Cached::Nothing));
                }
                let instance = &self.heap.instances[id];
                let slot = self.shapes[instance.shape].slot(name)?;
                let value = instance.slot(slot as usize);
                (!value.is_null()).then_some((value, Cached::Slot(slot)))
            }
            Value::Exception(id) => self.exception_attribute(id, name).map(|v| (v, Cached::Nothing)),
            Value::Function(id) => {
                let attributes = self.heap.functions[id].attributes.as_ref()?;
                attributes.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v, Cached::Nothing))
            }
            Value::Method(id) => match self.heap.methods[id].function {
                function @ Value::Function(_) => self.own_attribute(function, name),
                _ => None,
            },
            _ => None,
        }
    }

    fn find_module_attribute(&mut self, module: ModuleId, name: Symbol) -> Result<(Found, Cached), Trap> {
        if let Some(&slot) = self.heap.modules[module].slots.get(&name) {
            let value = self.globals[slot as usize];
            if !value.is_null() {
                return Ok((Found::Value(value), Cached::Global(slot)));
            }
        }
        let object = Value::Module(module);
        if let Some(value) = self.lookup(types::MODULE, name) {
            return Ok((self.bind(value, object, types::MODULE)?, Cached::Nothing));
        }
        if let Some(hook) = self.get_global(module, "__getattr__") {
            let name = self.symbol_str(name);
            return Err(call_trap(hook, &[name]));
        }
        Err(self.attribute_error(object, name))
    }

    fn find_class_attribute(&mut self, class: ClassId, name: Symbol) -> Result<(Found, Cached), Trap> {
        let object = Value::Class(class);
        let meta = self.heap.classes[class].metaclass;
        let in_meta = self.lookup(meta, name);
        if let Some(value) = in_meta
            && self.is_data_descriptor(value)
        {
            return Ok((self.bind(value, object, meta)?, Cached::Nothing));
        }
        if let Some((owner, index)) = self.lookup_where(class, name) {
            let value = self.heap.classes[owner].dict.at(index);
            let found = self.bind_in_class(value, class)?;
            let cached = match found {
                Found::Value(v) if v == value => Cached::Plain(owner, index),
                _ => Cached::Nothing,
            };
            return Ok((found, cached));
        }
        match in_meta {
            Some(value) => Ok((self.bind(value, object, meta)?, Cached::Nothing)),
            None if self.heap.classes[meta].flags.getattr => match self.lookup(meta, Symbol::GETATTR) {
                Some(hook) => Ok((Found::Hook(hook), Cached::Nothing)),
                None => Err(self.attribute_error(object, name)),
            },
            None => Err(self.attribute_error(object, name)),
        }
    }

    fn find_super_attribute(
        &mut self,
        class: ClassId,
        object: Value,
        object_type: ClassId,
        name: Symbol,
    ) -> Result<(Found, Cached), Trap> {
        let mro = &self.heap.classes[object_type].mro;
        let after = mro.iter().position(|&c| c == class).map_or(mro.len(), |p| p + 1);
        let value = mro[after..].iter().find_map(|&c| self.heap.classes[c].dict.get(name));
        let Some(value) = value else {
            let message = format!("'super' object has no attribute '{}'", self.symbols.name(name));
            return Err(self.raise(crate::exceptions::ATTRIBUTE_ERROR, message));
        };
        let found = match object {
            Value::Class(bound) if bound == object_type => self.bind_in_class(value, bound)?,
            _ => self.bind(value, object, object_type)?,
        };
        Ok((found, Cached::Nothing))
    }

    /// Whether it takes precedence over the object's own attributes.
    pub(crate) fn is_data_descriptor(&self, value: Value) -> bool {
        match value {
            Value::Descriptor(id) => {
                matches!(self.heap.descriptors[id], Descriptor::Property { .. } | Descriptor::Native { .. })
            }
            Value::Instance(_) => {
                let class = self.class_of(value);
                self.lookup(class, Symbol::SET).is_some() || self.lookup(class, Symbol::DELETE).is_some()
            }
            _ => false,
        }
    }

    /// What a class attribute becomes when it is reached through an instance.
    pub(crate) fn bind(&mut self, value: Value, object: Value, class: ClassId) -> Result<Found, Trap> {
        Ok(match value {
            Value::Function(_) => Found::Bound(value, object),
            Value::Native(id) if self.natives[id.index()].owner.is_some() => Found::Bound(value, object),
            Value::Descriptor(id) => match self.heap.descriptors[id] {
                Descriptor::StaticMethod(function) => Found::Value(function),
                Descriptor::ClassMethod(function) => Found::Bound(function, Value::Class(class)),
                Descriptor::Property { get, .. } if get.is_null() || get.is_none() => {
                    return Err(self.property_error(value, object, "getter"));
                }
                Descriptor::Property { get, .. } => Found::Getter(get),
                Descriptor::Native { get, .. } => Found::Value(get(self, object)?),
                Descriptor::Freed => Found::Value(value),
            },
            Value::Instance(_) => match self.lookup(self.class_of(value), Symbol::GET) {
                Some(get) => Found::DescriptorGet(value, get),
                None => Found::Value(value),
            },
            _ => Found::Value(value),
        })
    }

    /// What a class attribute becomes when it is reached through the class.
    fn bind_in_class(&mut self, value: Value, class: ClassId) -> Result<Found, Trap> {
        Ok(match value {
            Value::Descriptor(id) => match self.heap.descriptors[id] {
                Descriptor::StaticMethod(function) => Found::Value(function),
                Descriptor::ClassMethod(function) => Found::Bound(function, Value::Class(class)),
                _ => Found::Value(value),
            },
            Value::Instance(_) => match self.lookup(self.class_of(value), Symbol::GET) {
                Some(get) => Found::DescriptorGet(value, get),
                None => Found::Value(value),
            },
            _ => Found::Value(value),
        })
    }

    #[cold]
    pub(crate) fn property_error(&mut self, property: Value, object: Value, what: &str) -> Trap {
        let class = self.class_of(object);
        let mro = self.heap.classes[class].mro.clone();
        let name =
            mro.iter().find_map(|&c| self.heap.classes[c].dict.iter().find(|&(_, v)| v == property).map(|(n, _)| n));
        let name = name.map_or(String::new(), |n| format!(" '{}'", self.symbols.name(n)));
        let class = self.heap.classes[class].qualname.to_string();
        self.raise(crate::exceptions::ATTRIBUTE_ERROR, format!("property{name} of '{class}' object has no {what}"))
    }

    /// The attribute as a plain value, where no script code is needed for it.
    pub fn get_attribute(&mut self, object: Value, name: Symbol) -> Result<Value, Trap> {
        match self.find_attribute(object, name)?.0 {
            Found::Value(value) => Ok(value),
            Found::Bound(function, receiver) => Ok(self.heap.new_method(function, receiver)),
            Found::Getter(get) => Err(call_trap(get, &[object])),
            Found::DescriptorGet(descriptor, get) => {
                let (object, owner) = self.descriptor_arguments(object);
                Err(call_trap(get, &[descriptor, object, owner]))
            }
            Found::Hook(hook) => {
                let name = self.symbol_str(name);
                let args = match hook {
                    Value::Function(_) | Value::Native(_) => vec![object, name],
                    _ => vec![name],
                };
                Err(call_trap(hook, &args))
            }
        }
    }

    /// The instance and owner that `__get__` is given.
    fn descriptor_arguments(&self, object: Value) -> (Value, Value) {
        match object {
            Value::Class(_) => (Value::None, object),
            _ => (object, Value::Class(self.class_of(object))),
        }
    }

    /// The function inside a class method.
    pub(crate) fn unwrap_class_method(&self, value: Value) -> Value {
        match value {
            Value::Descriptor(id) => match self.heap.descriptors[id] {
                Descriptor::ClassMethod(function) => function,
                _ => value,
            },
            _ => value,
        }
    }
}

fn is_alias_attribute(interp: &Interp, name: Symbol) -> bool {
    interp.symbols.name(name).starts_with("__") && interp.lookup(types::GENERIC_ALIAS, name).is_some()
}

/// The result is that of a call.
pub(crate) fn call_trap(callee: Value, args: &[Value]) -> Trap {
    Trap::Call(Box::new(crate::native::CallRequest { callee, args: args.to_vec(), keywords: Vec::new() }))
}

/// Do what `Trap::Call` asks, from the top frame.
fn settle(interp: &mut Interp, ts: &mut ThreadState, result: Result<Value, Trap>) -> Result<(), Trap> {
    match result {
        Ok(value) => {
            ts.push(value);
            Ok(())
        }
        Err(Trap::Call(request)) => call::start_keywords(interp, ts, *request, OnReturn::Push),
        Err(trap) => Err(trap),
    }
}

fn remember(interp: &mut Interp, site: u32, object: Value, cached: Cached) {
    let key = interp.cache_key(object);
    let version = interp.class_version;
    let site = &mut interp.sites[site as usize];
    site.key = if cached == Cached::Nothing { u32::MAX } else { key };
    site.version = version;
    site.cached = cached;
}

/// `LOAD_ATTR` when the cache does not know.
pub(crate) fn load_attr(interp: &mut Interp, ts: &mut ThreadState, site: u32) -> Result<(), Trap> {
    let object = ts.top(1);
    let name = interp.sites[site as usize].name;
    let (_, cached) = match interp.find_attribute(object, name) {
        Ok(found) => found,
        Err(Trap::Call(request)) => {
            ts.pop();
            return call::start_keywords(interp, ts, *request, OnReturn::Push);
        }
        Err(trap) => return Err(trap),
    };
    remember(interp, site, object, cached);
    let result = interp.get_attribute(object, name);
    ts.pop();
    settle(interp, ts, result)
}

/// `LOAD_ATTR` of a method that is called next: method and self, or attribute and `Null`.
pub(crate) fn load_method(interp: &mut Interp, ts: &mut ThreadState, site: u32) -> Result<(), Trap> {
    let object = ts.top(1);
    let name = interp.sites[site as usize].name;
    let (found, cached) = match interp.find_attribute(object, name) {
        Err(Trap::Call(request)) => {
            ts.pop();
            return call::start_keywords(interp, ts, *request, OnReturn::Callee);
        }
        found => found?,
    };
    remember(interp, site, object, cached);
    ts.pop();
    match found {
        Found::Value(value) => {
            ts.push(value);
            ts.push(Value::Null);
            Ok(())
        }
        Found::Bound(function, receiver) => {
            ts.push(function);
            ts.push(receiver);
            Ok(())
        }
        _ => match interp.get_attribute(object, name) {
            Err(Trap::Call(request)) => call::start_keywords(interp, ts, *request, OnReturn::Callee),
            Err(trap) => Err(trap),
            Ok(value) => {
                ts.push(value);
                ts.push(Value::Null);
                Ok(())
            }
        },
    }
}

/// `LOAD_SUPER_ATTR`: operands are `super`, the class, self.
pub(crate) fn load_super_attr(
    interp: &mut Interp,
    ts: &mut ThreadState,
    name: Symbol,
    method: bool,
) -> Result<(), Trap> {
    let (class, object) = (ts.top(2), ts.top(1));
    let wrapper = interp.new_super(class, object)?;
    ts.pop_many(3);
    let Value::Wrapper(id) = wrapper else { return Ok(()) };
    if name == Symbol::CLASS {
        let value = interp.get_attribute(wrapper, name)?;
        ts.push(value);
        return Ok(());
    }
    let Wrapper::Super { class, object, object_type } = interp.heap.wrappers[id] else { return Ok(()) };
    let (found, _) = interp.find_super_attribute(class, object, object_type, name)?;
    match (found, method) {
        (Found::Bound(function, receiver), true) => {
            ts.push(function);
            ts.push(receiver);
            Ok(())
        }
        (Found::Value(value), true) => {
            ts.push(value);
            ts.push(Value::Null);
            Ok(())
        }
        (_, method) => {
            let on_return = if method { OnReturn::Callee } else { OnReturn::Push };
            match interp.found_value(found, object) {
                Ok(value) => {
                    ts.push(value);
                    if method {
                        ts.push(Value::Null);
                    }
                    Ok(())
                }
                Err(Trap::Call(request)) => call::start_keywords(interp, ts, *request, on_return),
                Err(trap) => Err(trap),
            }
        }
    }
}

impl Interp {
    fn found_value(&mut self, found: Found, object: Value) -> Result<Value, Trap> {
        match found {
            Found::Value(value) => Ok(value),
            Found::Bound(function, receiver) => Ok(self.heap.new_method(function, receiver)),
            Found::Getter(get) => Err(call_trap(get, &[object])),
            Found::DescriptorGet(descriptor, get) => {
                let (object, owner) = self.descriptor_arguments(object);
                Err(call_trap(get, &[descriptor, object, owner]))
            }
            Found::Hook(hook) => Err(call_trap(hook, &[object])),
        }
    }

    /// `super(class, object)`.
    pub(crate) fn new_super(&mut self, class: Value, object: Value) -> Result<Value, Trap> {
        let Value::Class(class) = class else {
            let message = format!("super() argument 1 must be a type, not {}", self.type_name(class));
            return Err(self.type_error(message));
        };
        let object_type = match object {
            Value::Class(id) if self.is_subclass(id, class) => id,
            _ => self.class_of(object),
        };
        if !self.is_subclass(object_type, class) {
            return Err(self.type_error("super(type, obj): obj must be an instance or subtype of type"));
        }
        Ok(self.heap.new_wrapper(Wrapper::Super { class, object, object_type }))
    }
}

// ---- stores ----

/// `STORE_ATTR` when the cache does not know: operands are the value, the object.
pub(crate) fn store_attr(interp: &mut Interp, ts: &mut ThreadState, site: u32) -> Result<(), Trap> {
    let (value, object) = (ts.top(2), ts.top(1));
    let name = interp.sites[site as usize].name;
    let before = interp.cache_key(object);
    let stored = interp.set_attribute(object, name, value);
    ts.pop_many(2);
    match stored {
        Ok(Cached::Nothing) => Ok(()),
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
            self.class_version += 1;
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
                self.class_version += 1;
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

    fn dict_find_name(&self, dict: DictId, name: Symbol) -> Option<Value> {
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

// ---- names of class bodies ----

fn namespace(ts: &ThreadState, code: &LinkedCode) -> Value {
    fast::get_local(ts, code, code.locals - 1)
}

pub(crate) fn load_locals(ts: &mut ThreadState, code: &LinkedCode) -> Result<(), Trap> {
    let value = namespace(ts, code);
    ts.push(value);
    Ok(())
}

fn from_namespace(interp: &mut Interp, namespace: Value, name: Symbol) -> Option<Value> {
    match interp.payload(namespace) {
        Value::Dict(dict) => interp.dict_get_name(dict, name),
        _ => None,
    }
}

fn global_or_error(interp: &mut Interp, module: ModuleId, name: Symbol) -> Result<Value, Trap> {
    let slot = interp.global_slot(module, name);
    let value = interp.globals[slot as usize];
    if !value.is_null() {
        return Ok(value);
    }
    match interp.global_builtins[slot as usize] {
        Value::Null => Err(interp.name_error(name)),
        builtin => Ok(builtin),
    }
}

/// `LOAD_NAME` in a class body.
pub(crate) fn load_name(interp: &mut Interp, ts: &mut ThreadState, code: &LinkedCode, name: u32) -> Result<(), Trap> {
    let name = code.names[name as usize];
    let value = match from_namespace(interp, namespace(ts, code), name) {
        Some(value) => value,
        None => global_or_error(interp, code.module, name)?,
    };
    ts.push(value);
    Ok(())
}

pub(crate) fn store_name(interp: &mut Interp, ts: &mut ThreadState, code: &LinkedCode, name: u32) -> Result<(), Trap> {
    let namespace = namespace(ts, code);
    let key = interp.symbol_str(code.names[name as usize]);
    let value = ts.pop();
    match namespace {
        Value::Dict(dict) => interp.dict_set(dict, key, value),
        _ => {
            crate::run::operator::call_method(interp, ts, Symbol::SETITEM, &[namespace, key, value], OnReturn::Discard)
        }
    }
}

pub(crate) fn delete_name(interp: &mut Interp, ts: &mut ThreadState, code: &LinkedCode, name: u32) -> Result<(), Trap> {
    let name = code.names[name as usize];
    let key = interp.symbol_str(name);
    if let Value::Dict(dict) = interp.payload(namespace(ts, code))
        && interp.dict_remove(dict, key)?.is_some()
    {
        return Ok(());
    }
    Err(interp.name_error(name))
}

pub(crate) fn load_dict_or_global(
    interp: &mut Interp,
    ts: &mut ThreadState,
    code: &LinkedCode,
    name: u32,
) -> Result<(), Trap> {
    let name = code.names[name as usize];
    let namespace = ts.pop();
    let value = match from_namespace(interp, namespace, name) {
        Some(value) => value,
        None => global_or_error(interp, code.module, name)?,
    };
    ts.push(value);
    Ok(())
}

pub(crate) fn load_dict_or_deref(
    interp: &mut Interp,
    ts: &mut ThreadState,
    code: &LinkedCode,
    local: u32,
) -> Result<(), Trap> {
    let namespace = ts.pop();
    let name = code.code.locals.get(local as usize).map_or("", |n| n);
    let name = interp.symbols.intern(name);
    match from_namespace(interp, namespace, name) {
        Some(value) => {
            ts.push(value);
            Ok(())
        }
        None => fast::load_deref(interp, ts, code, local),
    }
}

/// `SETUP_ANNOTATIONS`.
pub(crate) fn setup_annotations(interp: &mut Interp, ts: &mut ThreadState, code: &LinkedCode) -> Result<(), Trap> {
    if code.has_namespace {
        if let Value::Dict(dict) = interp.payload(namespace(ts, code))
            && interp.dict_get_name(dict, Symbol::ANNOTATIONS).is_none()
        {
            let key = interp.symbol_str(Symbol::ANNOTATIONS);
            let annotations = interp.heap.new_dict(Default::default());
            interp.dict_set(dict, key, annotations)?;
        }
        return Ok(());
    }
    let slot = interp.global_slot(code.module, Symbol::ANNOTATIONS);
    if interp.globals[slot as usize].is_null() {
        interp.globals[slot as usize] = interp.heap.new_dict(Default::default());
    }
    Ok(())
}
