//! `repr`, `str` and `ascii` of built-in values.
//!
//! Nested containers are printed with a stack of their own, so depth costs no native stack. An object whose `__repr__`
//! or `__str__` is script code defers the whole operation to the twins in `lib/_core/text.py`.

mod exception;
mod install;
mod object;
mod quote;

pub use exception::exception_text;
pub(crate) use install::install;
pub use quote::{bytes_repr, is_printable, push_ascii, str_repr};

use crate::digits::{Digits, push_int};
use crate::exceptions::RECURSION_ERROR;
use crate::identity::address;
use crate::interp::Interp;
use crate::native::{NativeResult, Trap};
use crate::object::{Layout, Wrapper};
use crate::symbol::Symbol;
use crate::types;
use crate::value::{ClassId, Value};
use compact_str::CompactString;
use std::borrow::Cow;
use std::fmt::Write;

/// CPython's limit for nested containers.
const MAX_DEPTH: usize = 10_000;

/// A container whose items are being printed.
struct Open {
    container: Value,
    items: Vec<Value>,
    next: usize,
    /// Items are keys and values in turn.
    pairs: bool,
    close: Cow<'static, str>,
}

/// A text in the making.
struct Writer<'i> {
    interp: &'i mut Interp,
    out: String,
    open: Vec<Open>,
}

impl Interp {
    /// `repr(value)`; `Defer` when a script's `__repr__` is met.
    pub fn repr(&mut self, value: Value) -> Result<String, Trap> {
        let mut writer = Writer { interp: self, out: String::new(), open: Vec::new() };
        writer.value(value)?;
        writer.finish()
    }

    /// `str(value)`; `Defer` when a script's `__str__` or `__repr__` is met.
    pub fn str_of(&mut self, value: Value) -> Result<String, Trap> {
        match value {
            Value::Str(id) => Ok(self.heap.text(id).to_string()),
            Value::Int(i) => {
                let mut out = String::new();
                push_int(&mut out, i);
                Ok(out)
            }
            Value::Instance(_) | Value::Exception(_) | Value::Class(_) | Value::Opaque(_) => self.object_str(value),
            _ => self.repr(value),
        }
    }

    /// `str(value)` as a value.
    #[inline]
    pub fn str_value(&mut self, value: Value) -> NativeResult {
        match value {
            Value::Str(_) => return Ok(value),
            Value::Int(i) => return Ok(self.int_str(i)),
            _ => {}
        }
        let text = self.str_of(value)?;
        Ok(self.str_owned(text))
    }

    /// `str` of a small int, written without a detour.
    #[inline]
    pub fn int_str(&mut self, i: i64) -> Value {
        let digits = Digits::decimal(i.unsigned_abs());
        let mut text = CompactString::const_new(if i < 0 { "-" } else { "" });
        text.push_str(digits.as_str());
        self.str_known(text, true)
    }

    /// `ascii(value)`.
    pub fn ascii(&mut self, value: Value) -> Result<String, Trap> {
        let text = self.repr(value)?;
        if text.is_ascii() {
            return Ok(text);
        }
        let mut out = String::with_capacity(text.len() * 2);
        for c in text.chars() {
            push_ascii(&mut out, c);
        }
        Ok(out)
    }

    fn object_str(&mut self, value: Value) -> Result<String, Trap> {
        match self.lookup(self.class_of(value), Symbol::STR) {
            Some(Value::Native(id)) => match self.natives[id.index()].owner {
                Some(types::OBJECT) => self.repr(value),
                Some(types::STR) => Ok(self.text(value).unwrap_or_default().to_string()),
                Some(owner) if self.heap.classes[owner].layout == Layout::Exception => exception_text(self, value),
                _ => self.native_text(value, Symbol::STR),
            },
            None => self.repr(value),
            Some(_) => Err(Trap::Defer),
        }
    }

    /// What a native `__repr__` or `__str__` of the object's class says.
    fn native_text(&mut self, value: Value, name: Symbol) -> Result<String, Trap> {
        self.enter_native("while getting the repr of an object")?;
        let result = self.call_native_method(value, name, &[]);
        self.leave_native();
        match result {
            Some(result) => {
                let text = result?;
                Ok(self.text(text).unwrap_or_default().to_string())
            }
            None => Ok(self.default_repr(value)),
        }
    }

    /// `<module.Class object at 0x…>`.
    pub fn default_repr(&self, value: Value) -> String {
        format!("<{} object at {:#x}>", self.class_path(self.class_of(value)), address(value))
    }

    /// A class as `repr` shows it: with its module unless it is built in.
    pub fn class_path(&self, class: ClassId) -> String {
        let object = &self.heap.classes[class];
        match &*object.module {
            "" | "builtins" => object.qualname.to_string(),
            module => format!("{module}.{}", object.qualname),
        }
    }
}

impl Writer<'_> {
    fn finish(mut self) -> Result<String, Trap> {
        while let Some(top) = self.open.last_mut() {
            let Some(&item) = top.items.get(top.next) else {
                self.out.push_str(&top.close);
                self.open.pop();
                continue;
            };
            if top.next > 0 {
                self.out.push_str(if top.pairs && top.next % 2 == 1 { ": " } else { ", " });
            }
            top.next += 1;
            self.value(item)?;
        }
        Ok(self.out)
    }

    /// Print an atom, or open a container.
    fn value(&mut self, value: Value) -> Result<(), Trap> {
        match value {
            Value::Int(i) => push_int(&mut self.out, i),
            Value::Str(id) => quote::push_str(&mut self.out, self.interp.heap.text(id)),
            Value::Float(f) => crate::float_text::push_repr(&mut self.out, f.get()),
            Value::Null => self.out.push_str("<NULL>"),
            Value::None => self.out.push_str("None"),
            Value::True => self.out.push_str("True"),
            Value::False => self.out.push_str("False"),
            Value::NotImplemented => self.out.push_str("NotImplemented"),
            Value::Ellipsis => self.out.push_str("Ellipsis"),
            Value::Big(_) => {
                let digits = self.interp.decimal(value)?;
                self.out.push_str(&digits);
            }
            Value::Bytes(id) => {
                let object = &self.interp.heap.bytes[id];
                let text = bytes_repr(&object.data);
                match object.is_bytearray {
                    true => self.out.extend(["bytearray(", &text, ")"]),
                    false => self.out.push_str(&text),
                }
            }
            Value::List(id) => {
                let items = self.interp.heap.lists[id].items.clone();
                self.container(value, "[", items, "]", "[...]")?;
            }
            Value::Tuple(id) => {
                let items = self.interp.heap.tuple(id).to_vec();
                let close = if items.len() == 1 { ",)" } else { ")" };
                self.container(value, "(", items, close, "(...)")?;
            }
            Value::Dict(id) => {
                let items = self.interp.heap.dicts[id].iter().flat_map(|e| [e.key, e.value]).collect();
                self.container(value, "{", items, "}", "{...}")?;
                self.as_pairs(value);
            }
            Value::Set(_) => {
                let name = self.interp.type_name(value).to_string();
                self.set(value, &name)?;
            }
            Value::Wrapper(id) => self.wrapper(value, self.interp.heap.wrappers[id].clone())?,
            Value::Instance(_) | Value::Exception(_) | Value::Class(_) | Value::Opaque(_) => self.object(value)?,
            _ => self.plain_object(value)?,
        }
        Ok(())
    }

    /// Begin a container, or print `cycle` when it is being printed already.
    fn container(
        &mut self,
        container: Value,
        open: &str,
        items: Vec<Value>,
        close: impl Into<Cow<'static, str>>,
        cycle: &str,
    ) -> Result<(), Trap> {
        let interp = &*self.interp;
        let active = interp.repr_active.iter().any(|&(thread, v)| thread == interp.current && v == container);
        if active || self.open.iter().any(|o| o.container == container) {
            self.out.push_str(cycle);
            return Ok(());
        }
        if self.open.len() >= MAX_DEPTH {
            let message = "maximum recursion depth exceeded while getting the repr of an object";
            return Err(self.interp.raise(RECURSION_ERROR, message));
        }
        self.out.push_str(open);
        self.open.push(Open { container, items, next: 0, pairs: false, close: close.into() });
        Ok(())
    }

    /// The container just opened holds keys and values in turn.
    fn as_pairs(&mut self, container: Value) {
        if let Some(top) = self.open.last_mut().filter(|o| o.container == container && o.next == 0) {
            top.pairs = true;
        }
    }

    fn set(&mut self, value: Value, name: &str) -> Result<(), Trap> {
        let Value::Set(id) = value else { return Ok(()) };
        let items: Vec<Value> = self.interp.heap.sets[id].iter().collect();
        let cycle = format!("{name}(...)");
        if items.is_empty() {
            let _ = write!(self.out, "{name}()");
            return Ok(());
        }
        if name == "set" {
            return self.container(value, "{", items, "}", &cycle);
        }
        self.container(value, &format!("{name}({{"), items, "})", &cycle)
    }

    fn wrapper(&mut self, value: Value, wrapper: Wrapper) -> Result<(), Trap> {
        match wrapper {
            Wrapper::DictKeys(id) => {
                let items = self.interp.heap.dicts[id].iter().map(|e| e.key).collect();
                self.container(value, "dict_keys([", items, "])", "...")
            }
            Wrapper::DictValues(id) => {
                let items = self.interp.heap.dicts[id].iter().map(|e| e.value).collect();
                self.container(value, "dict_values([", items, "])", "...")
            }
            Wrapper::DictItems(id) => {
                let heap = &mut self.interp.heap;
                let pairs: Vec<[Value; 2]> = heap.dicts[id].iter().map(|e| [e.key, e.value]).collect();
                let items = pairs.iter().map(|pair| heap.new_tuple(pair)).collect();
                self.container(value, "dict_items([", items, "])", "...")
            }
            Wrapper::ClassDict(class) => {
                let attributes: Vec<(Symbol, Value)> = self.interp.heap.classes[class].dict.iter().collect();
                let items = attributes.into_iter().flat_map(|(name, v)| [self.interp.symbol_str(name), v]).collect();
                self.container(value, "mappingproxy({", items, "})", "{...}")?;
                self.as_pairs(value);
                Ok(())
            }
            Wrapper::Alias { origin, args } => self.alias(value, origin, args),
            other => {
                let text = self.interp.wrapper_text(value, &other);
                self.out.push_str(&text);
                Ok(())
            }
        }
    }

    /// `list[int]`, `int | None`.
    fn alias(&mut self, value: Value, origin: Value, args: Value) -> Result<(), Trap> {
        let members = match args {
            Value::Tuple(id) => self.interp.heap.tuple(id).to_vec(),
            other => vec![other],
        };
        let mut texts = Vec::new();
        for member in members {
            texts.push(match member {
                Value::Class(id) => self.interp.class_path(id),
                Value::None if origin.is_none() => "None".to_string(),
                Value::Ellipsis => "...".to_string(),
                member if member == value => "...".to_string(),
                member => self.interp.repr(member)?,
            });
        }
        let text = match origin {
            Value::None => texts.join(" | "),
            Value::Class(id) => format!("{}[{}]", self.interp.class_path(id), texts.join(", ")),
            origin => format!("{}[{}]", self.interp.repr(origin)?, texts.join(", ")),
        };
        self.out.push_str(&text);
        Ok(())
    }

    /// An object of a class: its native `__repr__`, found in the class.
    fn object(&mut self, value: Value) -> Result<(), Trap> {
        let class = self.interp.class_of(value);
        let owner = match self.interp.lookup(class, Symbol::REPR) {
            Some(Value::Native(id)) => self.interp.natives[id.index()].owner,
            None => Some(types::OBJECT),
            Some(_) => return Err(Trap::Defer),
        };
        match (owner, value) {
            (_, Value::Class(id)) => {
                let _ = write!(self.out, "<class '{}'>", self.interp.class_path(id));
            }
            (_, Value::Exception(id)) => return self.exception(value, id),
            (Some(types::OBJECT), _) => {
                let text = self.interp.default_repr(value);
                self.out.push_str(&text);
            }
            (Some(types::SET | types::FROZENSET), _) => {
                let name = self.interp.type_name(value).to_string();
                return self.set(self.interp.payload(value), &name);
            }
            (Some(types::BYTEARRAY), _) => {
                let text = self.interp.repr(self.interp.payload(value))?;
                let name = self.interp.type_name(value).to_string();
                self.out.extend([&name, text.trim_start_matches("bytearray")]);
            }
            (Some(_), Value::Instance(_)) if self.interp.payload(value) != value => {
                return self.value(self.interp.payload(value));
            }
            _ => {
                let text = self.interp.native_text(value, Symbol::REPR)?;
                self.out.push_str(&text);
            }
        }
        Ok(())
    }
}
