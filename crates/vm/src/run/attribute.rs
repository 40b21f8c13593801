//! Attributes: the order in which an access looks, and what is remembered of it.
//!
//! `object.name` looks at: data descriptors of the class, the object's own attributes, other attributes of the class,
//! `__getattr__` (language reference §3.3.2.3). `Interp::find_attribute` decides; the ops act on what it says.

mod load;
mod namespace;
mod store;

pub(crate) use load::*;
pub(crate) use namespace::*;
pub(crate) use store::*;

use crate::frame::OnReturn;
use crate::interp::Interp;
use crate::native::Trap;
use crate::object::{Descriptor, Wrapper};
use crate::run::call;
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
        if flags.getattr {
            self.enter_local(object, class, "load_any", name, None)?;
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
        self.enter_local(object, class, "load", name, None)?;
        let in_class = self.lookup_where(class, name);
        let class_value = in_class.map(|(owner, index)| self.heap.classes[owner].dict.at(index));
        if let Some(value) = class_value
            && self.is_data_descriptor(value)
        {
            let found = self.bind(value, object, class)?;
            let cached = match (found, in_class) {
                (Found::Getter(Value::Function(_)), Some((owner, index))) => Cached::Getter(owner, index),
                _ => Cached::Nothing,
            };
            return Ok((found, cached));
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
