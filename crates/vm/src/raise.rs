//! Making exceptions from native code.

use crate::exceptions::*;
use crate::interp::Interp;
use crate::native::Trap;
use crate::object::ExceptionObject;
use crate::symbol::Symbol;
use crate::value::*;

impl Interp {
    /// A new exception of a built-in class with these arguments.
    pub fn new_exception(&mut self, class: ClassId, args: &[Value]) -> ExceptionId {
        let args = self.heap.new_tuple(args);
        self.heap.charge(160);
        self.heap.exceptions.alloc(ExceptionObject { class, args, ..ExceptionObject::default() })
    }

    /// Raise `class(message)`.
    #[cold]
    pub fn raise(&mut self, class: ClassId, message: impl AsRef<str>) -> Trap {
        let text = self.heap.new_str(message.as_ref());
        Trap::Raise(self.new_exception(class, &[text]))
    }

    /// Raise `class(*args)`.
    #[cold]
    pub fn raise_with(&mut self, class: ClassId, args: &[Value]) -> Trap {
        Trap::Raise(self.new_exception(class, args))
    }

    #[cold]
    pub fn type_error(&mut self, message: impl AsRef<str>) -> Trap {
        self.raise(TYPE_ERROR, message)
    }

    #[cold]
    pub fn value_error(&mut self, message: impl AsRef<str>) -> Trap {
        self.raise(VALUE_ERROR, message)
    }

    #[cold]
    pub fn index_error(&mut self, message: impl AsRef<str>) -> Trap {
        self.raise(INDEX_ERROR, message)
    }

    /// `KeyError(key)`.
    #[cold]
    pub fn key_error(&mut self, key: Value) -> Trap {
        self.raise_with(KEY_ERROR, &[key])
    }

    #[cold]
    pub fn runtime_error(&mut self, message: impl AsRef<str>) -> Trap {
        self.raise(RUNTIME_ERROR, message)
    }

    #[cold]
    pub fn overflow_error(&mut self, message: impl AsRef<str>) -> Trap {
        self.raise(OVERFLOW_ERROR, message)
    }

    #[cold]
    pub fn zero_division(&mut self, message: impl AsRef<str>) -> Trap {
        self.raise(ZERO_DIVISION_ERROR, message)
    }

    /// `StopIteration`, or `StopIteration(value)` when the value is not `None`.
    #[cold]
    pub fn stop_iteration(&mut self, value: Value) -> Trap {
        let args: &[Value] = if value.is_none() { &[] } else { &[value] };
        self.raise_with(STOP_ITERATION, args)
    }

    /// `'int' object has no attribute 'x'`, with the object and name that suggestions are made from.
    #[cold]
    pub fn attribute_error(&mut self, object: Value, name: Symbol) -> Trap {
        let name_text = self.symbols.name(name).to_string();
        let message = match object {
            Value::Class(id) => {
                format!("type object '{}' has no attribute '{name_text}'", self.heap.classes[id].name)
            }
            Value::Module(id) => {
                format!("module '{}' has no attribute '{name_text}'", self.heap.modules[id].name)
            }
            _ => {
                // A bound method passes the question on to its function.
                let asked = if let Value::Method(id) = object { self.heap.methods[id].function } else { object };
                let name = self.class_display(self.class_of(asked));
                format!("'{name}' object has no attribute '{name_text}'")
            }
        };
        let text = self.heap.new_str(message);
        let exception = self.new_exception(ATTRIBUTE_ERROR, &[text]);
        let name_value = self.symbol_str(name);
        self.set_exception_attribute(exception, Symbol::NAME_ATTR, name_value);
        self.set_exception_attribute(exception, Symbol::OBJ, object);
        Trap::Raise(exception)
    }

    /// How messages name a class: with its module for a few native types.
    pub fn class_display(&self, class: ClassId) -> String {
        let object = &self.heap.classes[class];
        if object.flags.scripted || object.module.is_empty() {
            return object.name.to_string();
        }
        format!("{}.{}", object.module, object.name)
    }

    /// `name 'x' is not defined`.
    #[cold]
    pub fn name_error(&mut self, name: Symbol) -> Trap {
        let message = format!("name '{}' is not defined", self.symbols.name(name));
        let text = self.heap.new_str(message);
        let exception = self.new_exception(NAME_ERROR, &[text]);
        let name_value = self.symbol_str(name);
        self.set_exception_attribute(exception, Symbol::NAME_ATTR, name_value);
        Trap::Raise(exception)
    }

    /// `OSError(errno, message, filename)`, of the subclass that `errno` calls for.
    #[cold]
    pub fn os_error(&mut self, errno: i32, message: &str, filename: Option<&str>) -> Trap {
        let class = os_error_class(errno.into());
        let text = self.heap.new_str(message);
        let number = Value::Int(errno.into());
        let exception = self.new_exception(class, &[number, text]);
        let filename = match filename {
            Some(name) => self.heap.new_str(name),
            None => Value::None,
        };
        self.set_exception_attribute(exception, Symbol::ERRNO, number);
        self.set_exception_attribute(exception, Symbol::STRERROR, text);
        self.set_exception_attribute(exception, Symbol::FILENAME, filename);
        Trap::Raise(exception)
    }

    /// Set an attribute in the exception's own namespace.
    pub fn set_exception_attribute(&mut self, exception: ExceptionId, name: Symbol, value: Value) {
        let attributes = self.heap.exceptions[exception].attributes.get_or_insert_default();
        match attributes.iter_mut().find(|(n, _)| *n == name) {
            Some(slot) => slot.1 = value,
            None => attributes.push((name, value)),
        }
    }

    /// An attribute from the exception's own namespace.
    pub fn exception_attribute(&self, exception: ExceptionId, name: Symbol) -> Option<Value> {
        let attributes = self.heap.exceptions[exception].attributes.as_ref()?;
        attributes.iter().find(|(n, _)| *n == name).map(|(_, v)| *v)
    }
}

/// The subclass of OSError for an error number of Linux (`Objects/exceptions.c`).
pub(crate) fn os_error_class(errno: i64) -> ClassId {
    match errno {
        1 | 13 => PERMISSION_ERROR,
        2 => FILE_NOT_FOUND_ERROR,
        3 => PROCESS_LOOKUP_ERROR,
        4 => INTERRUPTED_ERROR,
        10 => CHILD_PROCESS_ERROR,
        11 | 115 => BLOCKING_IO_ERROR,
        17 => FILE_EXISTS_ERROR,
        20 => NOT_A_DIRECTORY_ERROR,
        21 => IS_A_DIRECTORY_ERROR,
        32 => BROKEN_PIPE_ERROR,
        110 => TIMEOUT_ERROR,
        111 => CONNECTION_REFUSED_ERROR,
        _ => OS_ERROR,
    }
}
