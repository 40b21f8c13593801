//! Calls of classes that are more than "a new object, then `__init__`".

use crate::exceptions::*;
use crate::frame::OnReturn;
use crate::interp::Interp;
use crate::native::Trap;
use crate::object::{InstanceObject, Layout};
use crate::run::call::{self, Keywords};
use crate::run::deliver;
use crate::symbol::Symbol;
use crate::thread_state::ThreadState;
use crate::types;
use crate::value::*;

/// Call class `id` with the operands from `base`.
pub(crate) fn call_class(
    interp: &mut Interp,
    ts: &mut ThreadState,
    base: u32,
    id: ClassId,
    keywords: Keywords,
    on_return: OnReturn,
) -> Result<(), Trap> {
    let object = &interp.heap.classes[id];
    let (flags, layout, meta) = (object.flags, object.layout, object.metaclass);
    if meta != types::TYPE && call::has_call(interp, meta) {
        return call::metaclass_call(interp, ts, base, id, keywords, on_return);
    }
    if id == types::TYPE {
        return call_type(interp, ts, base, keywords, on_return);
    }
    if flags.is_abstract {
        return Err(interp.abstract_error(id));
    }
    if let (false, Some(construct)) = (flags.scripted, object.construct) {
        return construct_builtin(interp, ts, base, construct, keywords, on_return);
    }
    if flags.custom_new || layout == Layout::Type {
        return by_twin(interp, ts, base, id, keywords, on_return);
    }
    match layout {
        Layout::Exception => exception(interp, ts, base, id, keywords, on_return),
        Layout::Builtin if flags.scripted => with_payload(interp, ts, base, id, keywords, on_return),
        Layout::Object => plain(interp, ts, base, id, keywords, on_return),
        _ => {
            let message = format!("cannot create '{}' instances", interp.class_display(id));
            Err(interp.type_error(message))
        }
    }
}

fn arguments(ts: &ThreadState, base: u32) -> Vec<Value> {
    ts.stack[base as usize + 1..ts.sp()].iter().copied().filter(|v| !v.is_null()).collect()
}

/// `type(x)`, or the creation of a class.
fn call_type(
    interp: &mut Interp,
    ts: &mut ThreadState,
    base: u32,
    keywords: Keywords,
    on_return: OnReturn,
) -> Result<(), Trap> {
    let args = arguments(ts, base);
    if let ([value], None) = (&args[..], &keywords) {
        let class = Value::Class(interp.class_of(*value));
        return deliver::deliver(interp, ts, base, on_return, class);
    }
    if args.len() < 3 {
        return Err(interp.type_error("type() takes 1 or 3 arguments"));
    }
    by_twin(interp, ts, base, types::TYPE, keywords, on_return)
}

fn construct_builtin(
    interp: &mut Interp,
    ts: &mut ThreadState,
    base: u32,
    construct: NativeId,
    keywords: Keywords,
    on_return: OnReturn,
) -> Result<(), Trap> {
    ts.stack[base as usize] = Value::Native(construct);
    call::call_with(interp, ts, base, keywords, on_return)
}

/// `__new__` and `__init__` one after the other, in library code.
fn by_twin(
    interp: &mut Interp,
    ts: &mut ThreadState,
    base: u32,
    id: ClassId,
    keywords: Keywords,
    on_return: OnReturn,
) -> Result<(), Trap> {
    let twin = interp.twin("classes", "type_call")?;
    call::replace_callee(ts, base as usize, twin, Some(Value::Class(id)));
    call::call_within_native(interp, ts, base, keywords, on_return)
}

/// The object is made: keep it at `base` and call `__init__` if a script defines one.
fn initialize(
    interp: &mut Interp,
    ts: &mut ThreadState,
    base: u32,
    value: Value,
    keywords: Keywords,
    on_return: OnReturn,
) -> Result<(), Trap> {
    let class = interp.class_of(value);
    let at = base as usize;
    match interp.lookup(class, Symbol::INIT) {
        Some(Value::Function(init))
            if ts.stack[at + 1].is_null() && matches!(on_return, OnReturn::Push | OnReturn::Native) =>
        {
            ts.stack[at] = value;
            ts.stack[at + 1] = value;
            call::function(interp, ts, base, init, keywords, OnReturn::Init)
        }
        _ => by_twin(interp, ts, base, class, keywords, on_return),
    }
}

fn plain(
    interp: &mut Interp,
    ts: &mut ThreadState,
    base: u32,
    id: ClassId,
    keywords: Keywords,
    on_return: OnReturn,
) -> Result<(), Trap> {
    let init = interp.lookup(id, Symbol::INIT);
    if matches!(init, Some(Value::Native(_)) | None) {
        if !arguments(ts, base).is_empty() {
            let message = format!("{}() takes no arguments", interp.heap.classes[id].name);
            return Err(interp.type_error(message));
        }
        let value = interp.new_instance(id);
        return deliver::deliver(interp, ts, base, on_return, value);
    }
    let value = interp.new_instance(id);
    initialize(interp, ts, base, value, keywords, on_return)
}

/// A script class that extends a built-in type: without arguments or a script's `__init__` it is made here.
fn with_payload(
    interp: &mut Interp,
    ts: &mut ThreadState,
    base: u32,
    id: ClassId,
    keywords: Keywords,
    on_return: OnReturn,
) -> Result<(), Trap> {
    let init = interp.lookup(id, Symbol::INIT);
    let builtin = interp.builtin_base(id);
    if !matches!(init, Some(Value::Function(_))) || !is_filled_by_init(builtin) {
        return by_twin(interp, ts, base, id, keywords, on_return);
    }
    let payload = interp.empty_payload(builtin);
    let value = interp.new_with_payload(id, payload);
    initialize(interp, ts, base, value, keywords, on_return)
}

/// Types whose `__new__` ignores the arguments and whose `__init__` fills the object.
pub(crate) fn is_filled_by_init(builtin: ClassId) -> bool {
    matches!(builtin, types::LIST | types::DICT | types::SET)
}

/// An exception: its arguments are `args`, whatever `__init__` takes.
fn exception(
    interp: &mut Interp,
    ts: &mut ThreadState,
    base: u32,
    id: ClassId,
    keywords: Keywords,
    on_return: OnReturn,
) -> Result<(), Trap> {
    let args = arguments(ts, base);
    let named = keywords.map_or(0, |names| interp.heap.tuple(names).len());
    let init = interp.lookup(id, Symbol::INIT);
    let positional = &args[..args.len() - named];
    let exception = interp.new_exception_object(id, positional)?;
    if matches!(init, Some(Value::Function(_))) {
        return initialize(interp, ts, base, Value::Exception(exception), keywords, on_return);
    }
    for (place, &value) in args[args.len() - named..].iter().enumerate() {
        let name = keywords.and_then(|names| interp.heap.tuple(names).get(place).copied());
        if let Some(name) = name.and_then(|name| interp.symbol_of(name)) {
            interp.exception_keyword(id, exception, name, value)?;
        }
    }
    deliver::deliver(interp, ts, base, on_return, Value::Exception(exception))
}

impl Interp {
    /// The built-in type that a class with `Layout::Builtin` extends.
    pub(crate) fn builtin_base(&self, class: ClassId) -> ClassId {
        let mro = &self.heap.classes[class].mro;
        let is_builtin = |c: &&ClassId| {
            let object = &self.heap.classes[**c];
            !object.flags.scripted && object.layout == Layout::Builtin
        };
        mro.iter().find(is_builtin).copied().unwrap_or(types::OBJECT)
    }

    fn empty_payload(&mut self, builtin: ClassId) -> Value {
        match builtin {
            types::LIST => self.heap.new_list(Vec::new()),
            types::SET => self.heap.new_set(crate::object::SetObject::new(false)),
            _ => self.heap.new_dict(Default::default()),
        }
    }

    /// An instance of a class that extends a built-in type, around a value of that type.
    pub fn new_with_payload(&mut self, class: ClassId, payload: Value) -> Value {
        self.heap.charge(96);
        let shape = self.heap.classes[class].shape;
        let mut instance = InstanceObject { class, shape, ..InstanceObject::default() };
        instance.set_slot(0, payload);
        let value = Value::Instance(self.heap.instances.alloc(instance));
        if self.heap.classes[class].flags.finalizable {
            self.heap.add_finalizable(value);
        }
        value
    }

    /// An exception of `class` called with `args`: some classes keep them as attributes too.
    pub(crate) fn new_exception_object(&mut self, class: ClassId, args: &[Value]) -> Result<ExceptionId, Trap> {
        let id = self.new_exception(class, args);
        if self.is_subclass(class, OS_ERROR) && (2..=5).contains(&args.len()) {
            self.fill_os_error(class, id, args);
        }
        if self.is_subclass(class, SYNTAX_ERROR) {
            self.fill_syntax_error(id, args);
        }
        if self.is_subclass(class, IMPORT_ERROR) {
            self.fill_import_error(id, args);
        }
        if self.is_subclass(class, BASE_EXCEPTION_GROUP) {
            self.fill_group(id, args)?;
        }
        Ok(id)
    }

    fn fill_os_error(&mut self, class: ClassId, id: ExceptionId, args: &[Value]) {
        self.set_exception_attribute(id, Symbol::ERRNO, args[0]);
        self.set_exception_attribute(id, Symbol::STRERROR, args[1]);
        self.set_exception_attribute(id, Symbol::FILENAME, args.get(2).copied().unwrap_or(Value::None));
        self.heap.exceptions[id].args = self.heap.new_tuple(&args[..2]);
        if let (OS_ERROR, Some(errno)) = (class, args[0].as_int()) {
            self.heap.exceptions[id].class = crate::raise::os_error_class(errno);
        }
    }

    fn fill_syntax_error(&mut self, id: ExceptionId, args: &[Value]) {
        let details = match args.get(1) {
            Some(&Value::Tuple(tuple)) => self.heap.tuple(tuple).to_vec(),
            _ => Vec::new(),
        };
        let msg = self.symbols.intern("msg");
        self.set_exception_attribute(id, msg, args.first().copied().unwrap_or(Value::None));
        for (i, name) in ["filename", "lineno", "offset", "text", "end_lineno", "end_offset"].iter().enumerate() {
            let name = self.symbols.intern(name);
            self.set_exception_attribute(id, name, details.get(i).copied().unwrap_or(Value::None));
        }
    }

    fn fill_import_error(&mut self, id: ExceptionId, args: &[Value]) {
        let path = self.symbols.intern("path");
        let msg = self.symbols.intern("msg");
        self.set_exception_attribute(id, Symbol::NAME_ATTR, Value::None);
        self.set_exception_attribute(id, path, Value::None);
        self.set_exception_attribute(id, msg, if let [message] = args { *message } else { Value::None });
    }

    fn fill_group(&mut self, id: ExceptionId, args: &[Value]) -> Result<(), Trap> {
        let [message, members] = args else {
            let name = self.heap.classes[self.heap.exceptions[id].class].name.to_string();
            return Err(self.type_error(format!("{name}.__new__() takes exactly 2 arguments ({} given)", args.len())));
        };
        if self.text(*message).is_none() {
            let kind = self.type_name(*message).to_string();
            return Err(self.type_error(format!("argument 1 must be str, not {kind}")));
        }
        let items = match members {
            Value::List(list) => self.heap.lists[*list].items.clone(),
            Value::Tuple(tuple) => self.heap.tuple(*tuple).to_vec(),
            _ => return Err(self.type_error("second argument (exceptions) must be a sequence")),
        };
        if items.is_empty() {
            return Err(self.value_error("second argument (exceptions) must be a non-empty sequence"));
        }
        for (i, item) in items.iter().enumerate() {
            if !matches!(item, Value::Exception(_)) {
                return Err(self.value_error(format!("Item {i} of second argument (exceptions) is not an exception")));
            }
        }
        let all_plain = items.iter().all(|&i| self.is_instance(i, EXCEPTION));
        let class = self.heap.exceptions[id].class;
        if class == BASE_EXCEPTION_GROUP && all_plain {
            self.heap.exceptions[id].class = EXCEPTION_GROUP;
        } else if class == EXCEPTION_GROUP && !all_plain {
            return Err(self.type_error("Cannot nest BaseExceptions in an ExceptionGroup"));
        }
        let members = self.heap.new_tuple(&items);
        let (name, exceptions) = (self.symbols.intern("message"), self.symbols.intern("exceptions"));
        self.set_exception_attribute(id, name, *message);
        self.set_exception_attribute(id, exceptions, members);
        Ok(())
    }

    /// `ImportError(name=…)` and its like; other exceptions take no keywords.
    fn exception_keyword(
        &mut self,
        class: ClassId,
        exception: ExceptionId,
        name: Symbol,
        value: Value,
    ) -> Result<(), Trap> {
        let text = self.symbols.name(name);
        let known = match text {
            "name" => [NAME_ERROR, ATTRIBUTE_ERROR, IMPORT_ERROR].iter().any(|&c| self.is_subclass(class, c)),
            "obj" => self.is_subclass(class, ATTRIBUTE_ERROR),
            "path" | "name_from" => self.is_subclass(class, IMPORT_ERROR),
            _ => false,
        };
        if !known {
            let message = format!("{}() takes no keyword arguments", self.heap.classes[class].name);
            return Err(self.type_error(message));
        }
        self.set_exception_attribute(exception, name, value);
        Ok(())
    }

    /// Whether making an instance of an exception class runs script code.
    pub(crate) fn has_script_constructor(&self, class: ClassId) -> bool {
        self.heap.classes[class].flags.custom_new
            || matches!(self.lookup(class, Symbol::INIT), Some(Value::Function(_)))
            || self.heap.classes[class].metaclass != types::TYPE
    }

    #[cold]
    fn abstract_error(&mut self, class: ClassId) -> Trap {
        let methods = self.heap.classes[class].dict.get(Symbol::ABSTRACTMETHODS).unwrap_or(Value::None);
        let methods = crate::iteration::iter_to_vec(self, methods).unwrap_or_default();
        let mut names: Vec<String> = methods.iter().filter_map(|&m| self.text(m).map(|t| format!("'{t}'"))).collect();
        names.sort();
        let plural = if names.len() == 1 { "" } else { "s" };
        let name = self.heap.classes[class].name.to_string();
        self.type_error(format!(
            "Can't instantiate abstract class {name} without an implementation for abstract method{plural} {}",
            names.join(", ")
        ))
    }
}
