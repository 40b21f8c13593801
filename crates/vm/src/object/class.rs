//! Classes, built-in and scripted.

use crate::shape::ShapeId;
use crate::symbol::Symbol;
use crate::value::{ClassId, NativeId, Value};
use rustc_hash::FxHashMap;

/// What an instance of a class is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Layout {
    /// Attributes only.
    #[default]
    Object,
    /// An `ExceptionObject`.
    Exception,
    /// A class: the metaclasses.
    Type,
    /// A built-in value: the exact types hold it directly, script subclasses in slot 0 of an instance.
    Builtin,
}

/// What the run loop asks of a class before it takes a short cut. Inherited.
#[derive(Debug, Clone, Copy, Default)]
pub struct ClassFlags {
    /// A script's `__new__`.
    pub custom_new: bool,
    pub getattr: bool,
    pub getattribute: bool,
    pub setattr: bool,
    pub delattr: bool,
    /// A script's `__eq__` or `__hash__`: not compared by identity.
    pub custom_eq: bool,
    pub custom_hash: bool,
    /// `__hash__ = None`, or `__eq__` without `__hash__`.
    pub unhashable: bool,
    /// Has a `__del__`.
    pub finalizable: bool,
    /// Has abstract methods: cannot be instantiated.
    pub is_abstract: bool,
    /// Attributes are different in each thread: `threading.local`.
    pub thread_local: bool,
    /// A script's class whose instances are made without a look at anything but `__init__`.
    pub plain: bool,
    /// Made by a `class` statement or a call of `type`.
    pub scripted: bool,
}

#[derive(Debug, Clone, Default)]
pub struct ClassObject {
    pub name: Box<str>,
    pub qualname: Box<str>,
    /// `__module__`, as printed before the name; empty for `builtins`.
    pub module: Box<str>,
    pub bases: Vec<ClassId>,
    /// Itself first, `object` last.
    pub mro: Vec<ClassId>,
    pub metaclass: ClassId,
    pub dict: ClassDict,
    pub layout: Layout,
    pub flags: ClassFlags,
    /// Shape of a fresh instance.
    pub shape: ShapeId,
    /// Shape of instances that keep their attributes in a dict, once there is one.
    pub dict_shape: Option<ShapeId>,
    pub subclasses: Vec<ClassId>,
    /// The only attributes instances may have, when every class but `object` in the MRO has `__slots__`.
    pub slots: Option<Vec<Symbol>>,
    /// Makes the value of a built-in type from the call's arguments (without the class).
    pub construct: Option<NativeId>,
    /// Whether scripts may derive from it.
    pub is_base: bool,
}

/// The attributes of a class in the order of their definition. Replacing a value keeps its index, so that caches that
/// hold an index stay valid.
#[derive(Debug, Clone, Default)]
pub struct ClassDict {
    index: FxHashMap<Symbol, u32>,
    keys: Vec<Symbol>,
    /// `Null` where deleted.
    values: Vec<Value>,
}

impl ClassDict {
    #[inline]
    pub fn find(&self, name: Symbol) -> Option<u32> {
        self.index.get(&name).copied()
    }

    #[inline(always)]
    pub fn at(&self, index: u32) -> Value {
        self.values[index as usize]
    }

    pub fn get(&self, name: Symbol) -> Option<Value> {
        self.find(name).map(|i| self.at(i))
    }

    /// Bind `name`; true when it was not there before.
    pub fn set(&mut self, name: Symbol, value: Value) -> bool {
        if let Some(&i) = self.index.get(&name) {
            self.values[i as usize] = value;
            return false;
        }
        self.index.insert(name, self.keys.len() as u32);
        self.keys.push(name);
        self.values.push(value);
        true
    }

    /// Unbind `name`; false when it was not there.
    pub fn remove(&mut self, name: Symbol) -> bool {
        let Some(i) = self.index.remove(&name) else { return false };
        self.values[i as usize] = Value::Null;
        true
    }

    /// Names and values in order of definition.
    pub fn iter(&self) -> impl Iterator<Item = (Symbol, Value)> + '_ {
        self.keys.iter().copied().zip(self.values.iter().copied()).filter(|(_, v)| !v.is_null())
    }
}
