//! Natives of the module `_vm` about classes, operators and imports, for the hidden library; and what the built-in
//! types get from the files beside this one.

use super::{attributes, descriptor, getset, object};
use crate::exceptions::{self, BASE_EXCEPTION};
use crate::host::{LoadError, SyntaxFault};
use crate::interp::Interp;
use crate::native::{Args, NativeDef, NativeResult, Trap};
use crate::run::attribute::call_trap;
use crate::symbol::Symbol;
use crate::types;
use crate::value::*;
use gilscope_bytecode::{BinaryOp, CompareOp};

pub(crate) const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("special", special, 2, 2),
    NativeDef::function("type_lookup", type_lookup, 2, 2),
    NativeDef::function("generic_getattr", generic_getattr, 2, 2),
    NativeDef::function("generic_setattr", generic_setattr, 3, 3),
    NativeDef::function("generic_delattr", generic_delattr, 2, 2),
    NativeDef::function("binary", binary, 3, 3),
    NativeDef::function("compare", compare, 3, 3),
    NativeDef::function("unary", unary, 2, 2),
    NativeDef::function("run_class_body", run_class_body, 2, 2),
    NativeDef::function("make_type", make_type, 4, 4),
    NativeDef::function("best_metaclass", best_metaclass, 2, 2),
    NativeDef::function("plain_isinstance", attributes::plain_isinstance, 2, 2),
    NativeDef::function("plain_issubclass", attributes::plain_issubclass, 2, 2),
    NativeDef::function("builtin_base", builtin_base, 1, 1),
    NativeDef::function("filled_by_init", filled_by_init, 1, 1),
    NativeDef::function("wrap", wrap, 2, 2),
    NativeDef::function("begin_local", begin_local, 1, 1),
    NativeDef::function("forget_local", forget_local, 1, 1),
    NativeDef::function("delegate", descriptor::delegate, 1, 1),
    NativeDef::function("throw_here", descriptor::throw_here, 2, 2),
    NativeDef::function("find_module", find_module, 2, 2),
    NativeDef::function("new_module", new_module, 4, 4),
    NativeDef::function("run_module", run_module, 2, 2),
];

/// Give the built-in types their general methods, attributes and constructors.
pub(crate) fn install(interp: &mut Interp) {
    interp.add_methods(types::OBJECT, object::OBJECT_METHODS);
    interp.add_methods(types::TYPE, object::TYPE_METHODS);
    interp.add_methods(types::PROPERTY, descriptor::PROPERTY_METHODS);
    for class in [types::FUNCTION, types::PROPERTY, types::STATICMETHOD, types::CLASSMETHOD] {
        interp.add_methods(class, descriptor::BINDING_METHODS);
    }
    interp.add_methods(types::GENERATOR, descriptor::GENERATOR_METHODS);
    for class in [types::MAP, types::FILTER, types::ZIP, types::ENUMERATE, types::REVERSED] {
        interp.add_methods(class, descriptor::GENERATOR_METHODS);
    }
    for class in [types::CALLABLE_ITERATOR, types::ITERATOR] {
        interp.add_methods(class, descriptor::GENERATOR_METHODS);
    }
    interp.add_methods(BASE_EXCEPTION, descriptor::EXCEPTION_METHODS);
    interp.add_methods(exceptions::BASE_EXCEPTION_GROUP, descriptor::GROUP_METHODS);
    interp.add_construct(types::PROPERTY, descriptor::PROPERTY);
    interp.add_construct(types::STATICMETHOD, descriptor::STATICMETHOD);
    interp.add_construct(types::CLASSMETHOD, descriptor::CLASSMETHOD);
    interp.add_construct(types::SUPER, object::SUPER);
    getset::install(interp);
    name_types(interp);
}

/// Bind the names of types in `builtins`.
fn name_types(interp: &mut Interp) {
    let builtins = interp.builtins;
    for index in 0..interp.heap.classes.len() {
        let id = ClassId::from_index(index);
        let object = &interp.heap.classes[id];
        let is_public = object.module.is_empty() && (object.layout == crate::object::Layout::Exception || is_named(id));
        if is_public {
            let name = object.name.to_string();
            interp.set_global(builtins, &name, Value::Class(id));
        }
    }
    for (name, class) in [("EnvironmentError", exceptions::OS_ERROR), ("IOError", exceptions::OS_ERROR)] {
        interp.set_global(builtins, name, Value::Class(class));
    }
    for (name, value) in
        [("NotImplemented", Value::NotImplemented), ("Ellipsis", Value::Ellipsis), ("__debug__", Value::True)]
    {
        interp.set_global(builtins, name, value);
    }
}

/// Types that have a name in `builtins`.
fn is_named(id: ClassId) -> bool {
    use types::*;
    matches!(
        id,
        OBJECT
            | TYPE
            | INT
            | BOOL
            | FLOAT
            | COMPLEX
            | STR
            | BYTES
            | BYTEARRAY
            | LIST
            | TUPLE
            | DICT
            | SET
            | FROZENSET
            | RANGE
            | SLICE
            | PROPERTY
            | STATICMETHOD
            | CLASSMETHOD
            | SUPER
            | MAP
            | FILTER
            | ZIP
            | ENUMERATE
            | REVERSED
    )
}

fn name_argument(interp: &mut Interp, value: Value) -> Result<Symbol, Trap> {
    match interp.symbol_of(value) {
        Some(symbol) => Ok(symbol),
        None => Err(interp.type_error("attribute name must be string")),
    }
}

/// `special(obj, name)`: a special method, looked up on the type and bound; None when absent.
fn special(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    use crate::run::attribute::Found;
    let name = name_argument(interp, args.at(1))?;
    let object = args.at(0);
    let class = interp.class_of(object);
    let Some(value) = interp.lookup(class, name).filter(|v| !v.is_none()) else { return Ok(Value::None) };
    match interp.bind(value, object, class)? {
        Found::Value(value) => Ok(value),
        Found::Bound(function, receiver) => Ok(interp.heap.new_method(function, receiver)),
        Found::Getter(get) => Err(call_trap(get, &[object])),
        Found::DescriptorGet(descriptor, get) => Err(call_trap(get, &[descriptor, object, Value::Class(class)])),
        Found::Hook(_) => Ok(Value::None),
    }
}

fn type_lookup(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let name = name_argument(interp, args.at(1))?;
    match args.at(0) {
        Value::Class(class) => Ok(interp.lookup(class, name).unwrap_or(Value::None)),
        _ => Ok(Value::None),
    }
}

fn generic_getattr(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let name = name_argument(interp, args.at(1))?;
    interp.plain_get(args.at(0), name)
}

fn generic_setattr(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let name = name_argument(interp, args.at(1))?;
    interp.plain_set_attribute(args.at(0), name, args.at(2)).map(|_| Value::None)
}

fn generic_delattr(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let name = name_argument(interp, args.at(1))?;
    interp.plain_delete_attribute(args.at(0), name).map(|()| Value::None)
}

// ---- operators of built-in values ----

fn operator_text(interp: &Interp, value: Value) -> String {
    interp.text(value).unwrap_or_default().to_string()
}

fn binary(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let symbol = operator_text(interp, args.at(0));
    let (a, b) = (args.at(1), args.at(2));
    let Some(&op) = BinaryOp::ALL.iter().find(|op| op.text() == symbol) else {
        return Err(interp.type_error(format!("unsupported operand type(s) for {symbol}")));
    };
    let (a_payload, b_payload) = (interp.payload(a), interp.payload(b));
    match crate::arithmetic::binary_op(interp, op, a_payload, b_payload) {
        Err(Trap::Defer) => Err(interp.unsupported_operands(op, a, b)),
        result => result,
    }
}

fn compare(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let symbol = operator_text(interp, args.at(0));
    let (a, b) = (args.at(1), args.at(2));
    let op = CompareOp::ALL.iter().find(|op| op.text() == symbol).copied().unwrap_or(CompareOp::Eq);
    let (a_payload, b_payload) = (interp.payload(a), interp.payload(b));
    match crate::compare::compare(interp, op, a_payload, b_payload) {
        Err(Trap::Defer) => Err(interp.not_comparable(op, a, b)),
        result => result,
    }
}

fn unary(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let value = interp.payload(args.at(1));
    let symbol = operator_text(interp, args.at(0));
    let result = match symbol.as_str() {
        "-" => crate::arithmetic::unary::negate(interp, value),
        "+" => crate::arithmetic::unary::positive(interp, value),
        _ => crate::arithmetic::unary::invert(interp, value),
    };
    match result {
        Err(Trap::Defer) => {
            let message = format!("bad operand type for unary {symbol}: '{}'", interp.type_name(args.at(1)));
            Err(interp.type_error(message))
        }
        result => result,
    }
}

// ---- classes ----

fn run_class_body(_interp: &mut Interp, args: Args<'_>) -> NativeResult {
    Err(call_trap(args.at(0), &[args.at(1)]))
}

fn tuple_items(interp: &Interp, value: Value) -> Vec<Value> {
    match value {
        Value::Tuple(tuple) => interp.heap.tuple(tuple).to_vec(),
        Value::List(list) => interp.heap.lists[list].items.clone(),
        _ => Vec::new(),
    }
}

/// `make_type(meta, name, bases, namespace)`.
fn make_type(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let Value::Class(meta) = args.at(0) else { return Err(interp.type_error("metaclass must be a type")) };
    let Some(name) = interp.text(args.at(1)).map(str::to_string) else {
        let message = format!("type.__new__() argument 1 must be str, not {}", interp.argument_name(args.at(1)));
        return Err(interp.type_error(message));
    };
    let bases = tuple_items(interp, args.at(2));
    let Value::Dict(dict) = interp.payload(args.at(3)) else {
        let message = format!("type.__new__() argument 3 must be dict, not {}", interp.type_name(args.at(3)));
        return Err(interp.type_error(message));
    };
    let entries: Vec<(Value, Value)> = interp.heap.dicts[dict].iter().map(|e| (e.key, e.value)).collect();
    let namespace: Vec<(Symbol, Value)> =
        entries.into_iter().filter_map(|(key, value)| Some((interp.symbol_of(key)?, value))).collect();
    let meta = interp.best_metaclass(meta, &bases)?;
    interp.make_type(meta, &name, &bases, &namespace)
}

fn best_metaclass(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let Value::Class(meta) = args.at(0) else { return Ok(args.at(0)) };
    let bases = tuple_items(interp, args.at(1));
    interp.best_metaclass(meta, &bases).map(Value::Class)
}

fn builtin_base(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    match args.at(0) {
        Value::Class(class) => Ok(Value::Class(interp.builtin_base(class))),
        other => Ok(other),
    }
}

fn filled_by_init(_interp: &mut Interp, args: Args<'_>) -> NativeResult {
    Ok(Value::bool(matches!(args.at(0), Value::Class(class) if super::class::is_filled_by_init(class))))
}

/// `wrap(cls, value)`: an instance of a class that extends a built-in type, around a value of it.
fn wrap(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    match args.at(0) {
        Value::Class(class) => {
            let payload = interp.payload(args.at(1));
            Ok(interp.new_with_payload(class, payload))
        }
        other => Ok(other),
    }
}

/// `begin_local(obj)`: the arguments of `__init__` for the thread that is new to a `threading.local`.
fn begin_local(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    match interp.begin_local(args.at(0)) {
        Some((arguments, keywords)) => Ok(interp.heap.new_tuple(&[arguments, keywords])),
        None => Err(interp.type_error("a threading.local is required")),
    }
}

/// `forget_local(obj)`: the thread has no attributes in it after all.
fn forget_local(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    interp.forget_local(args.at(0));
    Ok(Value::None)
}

// ---- imports ----

impl Interp {
    /// `SyntaxError(message, (filename, line, offset, text, end_line, end_offset))`.
    pub fn syntax_error(&mut self, fault: &SyntaxFault) -> Trap {
        let class = match fault.class {
            "IndentationError" => exceptions::INDENTATION_ERROR,
            "TabError" => exceptions::TAB_ERROR,
            _ => exceptions::SYNTAX_ERROR,
        };
        let text = match &fault.text {
            Some(text) => self.str(text),
            None => Value::None,
        };
        let details = [
            self.str(&fault.filename),
            Value::Int(fault.line.into()),
            Value::Int(fault.offset.into()),
            text,
            Value::Int(fault.end_line.into()),
            Value::Int(fault.end_offset.into()),
        ];
        let details = self.heap.new_tuple(&details);
        let message = self.str(&fault.message);
        match self.new_exception_object(class, &[message, details]) {
            Ok(exception) => Trap::Raise(exception),
            Err(trap) => trap,
        }
    }
}

/// `find_module(fullname, path)`: None, a module that is ready, or (code, filename, package directory or None).
fn find_module(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    if let Some(module) = interp.import_native(args.at(0)) {
        return Ok(module);
    }
    let name = operator_text(interp, args.at(0));
    let search = if args.at(1).is_none() { interp.path } else { args.at(1) };
    let search: Vec<String> =
        tuple_items(interp, search).into_iter().filter_map(|p| interp.text(p).map(str::to_string)).collect();
    let host = std::sync::Arc::clone(&interp.host);
    match host.load_module(&name, &search) {
        Ok(loaded) => {
            let code = Value::Code(interp.add_code(&loaded.code, interp.builtins));
            let file = interp.str(&loaded.file);
            let path = match loaded.path.as_deref() {
                Some([path, ..]) => interp.str(path),
                Some([]) => interp.empty_str,
                None => Value::None,
            };
            Ok(interp.heap.new_tuple(&[code, file, path]))
        }
        Err(LoadError::NotFound) => Ok(Value::None),
        Err(LoadError::Syntax(fault)) => Err(interp.syntax_error(&fault)),
        Err(LoadError::Os { errno, message, filename }) => Err(interp.os_error(errno, &message, Some(&filename))),
    }
}

/// `new_module(name, filename, package, path)`.
fn new_module(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let name = operator_text(interp, args.at(0));
    let module = interp.heap.modules.alloc(crate::object::ModuleObject { name: name.into(), ..Default::default() });
    interp.set_global(module, "__name__", args.at(0));
    interp.set_global(module, "__doc__", Value::None);
    interp.set_global(module, "__package__", args.at(2));
    interp.set_global(module, "__loader__", Value::None);
    interp.set_global(module, "__spec__", Value::None);
    if !args.at(1).is_none() {
        interp.set_global(module, "__file__", args.at(1));
    }
    if !args.at(3).is_none() {
        interp.set_global(module, "__path__", args.at(3));
    }
    Ok(Value::Module(module))
}

fn run_module(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let (Value::Module(module), Value::Code(code)) = (args.at(0), args.at(1)) else { return Ok(Value::None) };
    let code = std::sync::Arc::clone(&interp.code.get(code).code);
    let body = interp.module_body(&code, module);
    Err(call_trap(body, &[]))
}
