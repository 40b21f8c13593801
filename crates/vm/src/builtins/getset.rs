//! Computed attributes: `__class__`, `__dict__`, `__name__`, `__traceback__`…

use crate::exceptions::*;
use crate::interp::Interp;
use crate::native::{Getter, NativeResult, Setter, Trap};
use crate::object::{Descriptor, Wrapper};
use crate::symbol::Symbol;
use crate::types;
use crate::value::*;

type Row = (ClassId, &'static str, Getter, Option<Setter>);

const ROWS: &[Row] = &[
    (types::OBJECT, "__class__", class, Some(set_class)),
    (types::OBJECT, "__dict__", dict, Some(set_dict)),
    (types::TYPE, "__name__", type_name, Some(set_type_name)),
    (types::TYPE, "__qualname__", type_qualname, Some(set_type_qualname)),
    (types::TYPE, "__module__", type_module, Some(set_type_module)),
    (types::TYPE, "__bases__", type_bases, None),
    (types::TYPE, "__base__", type_base, None),
    (types::TYPE, "__mro__", type_mro, None),
    (types::TYPE, "__dict__", type_dict, None),
    (types::TYPE, "__doc__", type_doc, Some(set_type_doc)),
    (types::TYPE, "__annotations__", type_annotations, Some(set_type_annotations)),
    (types::TYPE, "__abstractmethods__", abstract_methods, Some(set_abstract_methods)),
    (types::TYPE, "__type_params__", no_type_params, None),
    (types::FUNCTION, "__name__", function_name, Some(set_function_name)),
    (types::FUNCTION, "__qualname__", function_qualname, Some(set_function_qualname)),
    (types::FUNCTION, "__doc__", function_doc, Some(set_function_doc)),
    (types::FUNCTION, "__module__", function_module, Some(set_function_module)),
    (types::FUNCTION, "__code__", function_code, None),
    (types::FUNCTION, "__defaults__", function_defaults, Some(set_function_defaults)),
    (types::FUNCTION, "__kwdefaults__", function_kwdefaults, None),
    (types::FUNCTION, "__closure__", function_closure, None),
    (types::FUNCTION, "__annotations__", function_annotations, Some(set_function_annotations)),
    (types::FUNCTION, "__globals__", function_globals, None),
    (types::FUNCTION, "__type_params__", function_type_params, Some(set_function_type_params)),
    (types::METHOD, "__self__", method_self, None),
    (types::METHOD, "__func__", method_func, None),
    (types::METHOD, "__name__", method_name, None),
    (types::METHOD, "__qualname__", method_qualname, None),
    (types::METHOD, "__doc__", method_doc, None),
    (types::METHOD, "__module__", method_module, None),
    (types::NATIVE, "__self__", method_self, None),
    (types::NATIVE, "__name__", native_name, None),
    (types::NATIVE, "__qualname__", native_qualname, None),
    (types::NATIVE, "__module__", native_module, None),
    (types::NATIVE, "__doc__", none, None),
    (types::METHOD_DESCRIPTOR, "__name__", native_name, None),
    (types::METHOD_DESCRIPTOR, "__qualname__", native_qualname, None),
    (types::METHOD_DESCRIPTOR, "__doc__", none, None),
    (types::MODULE, "__dict__", module_dict, None),
    (types::CODE, "co_name", code_name, None),
    (types::CODE, "co_qualname", code_qualname, None),
    (types::CODE, "co_filename", code_filename, None),
    (types::CODE, "co_firstlineno", code_firstlineno, None),
    (types::CODE, "co_argcount", code_argcount, None),
    (types::CODE, "co_varnames", code_varnames, None),
    (types::CELL, "cell_contents", cell_contents, Some(set_cell_contents)),
    (types::GENERATOR, "__name__", generator_name, Some(set_generator_name)),
    (types::GENERATOR, "__qualname__", generator_qualname, None),
    (types::GENERATOR, "gi_running", generator_running, None),
    (types::GENERATOR, "gi_suspended", generator_suspended, None),
    (types::GENERATOR, "gi_code", generator_code, None),
    (types::GENERATOR, "gi_frame", generator_frame, None),
    (types::PROPERTY, "fget", property_get, None),
    (types::PROPERTY, "fset", property_set, None),
    (types::PROPERTY, "fdel", property_del, None),
    (types::PROPERTY, "__doc__", property_doc, None),
    (types::STATICMETHOD, "__func__", wrapped, None),
    (types::STATICMETHOD, "__wrapped__", wrapped, None),
    (types::CLASSMETHOD, "__func__", wrapped, None),
    (types::CLASSMETHOD, "__wrapped__", wrapped, None),
    (types::GENERIC_ALIAS, "__origin__", alias_origin, None),
    (types::GENERIC_ALIAS, "__args__", alias_args, None),
    (types::TRACEBACK, "tb_lineno", traceback_line, None),
    (types::TRACEBACK, "tb_next", traceback_next, None),
    (types::TRACEBACK, "tb_frame", traceback_frame, None),
    (types::FRAME, "f_code", frame_code, None),
    (types::FRAME, "f_lineno", frame_line, None),
    (types::FRAME, "f_back", frame_back, None),
    (types::FRAME, "f_globals", frame_globals, None),
    (BASE_EXCEPTION, "args", exception_args, Some(set_exception_args)),
    (BASE_EXCEPTION, "__cause__", exception_cause, Some(set_exception_cause)),
    (BASE_EXCEPTION, "__context__", exception_context, Some(set_exception_context)),
    (BASE_EXCEPTION, "__suppress_context__", suppress_context, Some(set_suppress_context)),
    (BASE_EXCEPTION, "__traceback__", exception_traceback, Some(set_exception_traceback)),
    (STOP_ITERATION, "value", stop_value, None),
    (SYSTEM_EXIT, "code", exit_code, None),
    (UNICODE_DECODE_ERROR, "reason", unicode_reason, None),
    (UNICODE_ENCODE_ERROR, "reason", unicode_reason, None),
];

/// Enter the rows of the table.
pub(crate) fn install(interp: &mut Interp) {
    for &(class, name, get, set) in ROWS {
        interp.add_getset(class, name, get, set);
    }
    interp.heap.classes[types::OBJECT].dict.set(Symbol::DOC, Value::None);
}

fn none(_interp: &mut Interp, _object: Value) -> NativeResult {
    Ok(Value::None)
}

fn or_none(value: Value) -> Value {
    if value.is_null() { Value::None } else { value }
}

fn text(interp: &mut Interp, text: &str) -> NativeResult {
    Ok(interp.str(text))
}

// ---- object ----

fn class(interp: &mut Interp, object: Value) -> NativeResult {
    Ok(Value::Class(interp.class_of(object)))
}

fn set_class(interp: &mut Interp, object: Value, value: Value) -> Result<(), Trap> {
    let (Value::Instance(id), Value::Class(class)) = (object, value) else {
        return Err(interp.type_error("__class__ assignment only supported for mutable types or ModuleType subclasses"));
    };
    if interp.heap.classes[class].layout != interp.heap.classes[interp.heap.instances[id].class].layout {
        return Err(interp.type_error("__class__ assignment: object layout differs"));
    }
    interp.change_class(id, class);
    Ok(())
}

impl Interp {
    /// Makes an instance one of another class, with the attributes that it has.
    pub(crate) fn change_class(&mut self, id: InstanceId, class: ClassId) {
        if self.heap.instances[id].class == class {
            return;
        }
        if let Some(dict) = self.instance_dict(id) {
            self.heap.instances[id].class = class;
            self.use_dict(id, dict);
            return;
        }
        let attributes = self.own_attributes(Value::Instance(id));
        let root = self.heap.classes[class].shape;
        let mut keys = self.shapes[root].keys.clone();
        keys.extend(attributes.iter().map(|(name, _)| *name));
        let shape = self.shapes.rebuild(root, &keys);
        let instance = &mut self.heap.instances[id];
        instance.class = class;
        instance.shape = shape;
    }
}

fn dict(interp: &mut Interp, object: Value) -> NativeResult {
    if !interp.has_dict(object) {
        return Err(interp.attribute_error(object, Symbol::DICT));
    }
    let Value::Instance(id) = object else { return Ok(interp.attributes_dict(object)) };
    if let Some(dict) = interp.instance_dict(id) {
        return Ok(Value::Dict(dict));
    }
    let value = interp.attributes_dict(object);
    if let Value::Dict(dict) = value {
        interp.use_dict(id, dict);
    }
    Ok(value)
}

fn set_dict(interp: &mut Interp, object: Value, value: Value) -> Result<(), Trap> {
    let class = interp.class_of(object);
    if interp.heap.classes[class].flags.thread_local {
        let message = format!("'{}' object attribute '__dict__' is read-only", interp.class_display(class));
        return Err(interp.raise(crate::exceptions::ATTRIBUTE_ERROR, message));
    }
    let (Value::Instance(id), Value::Dict(dict)) = (object, interp.payload(value)) else {
        let message = format!("__dict__ must be set to a dictionary, not a '{}'", interp.type_name(value));
        return Err(interp.type_error(message));
    };
    interp.use_dict(id, dict);
    Ok(())
}

// ---- type ----

fn class_id(object: Value) -> ClassId {
    match object {
        Value::Class(id) => id,
        _ => types::OBJECT,
    }
}

fn required_text(interp: &mut Interp, what: &str, value: Value) -> Result<Box<str>, Trap> {
    match interp.text(value) {
        Some(text) => Ok(text.into()),
        None => {
            let kind = interp.type_name(value).to_string();
            Err(interp.type_error(format!("can only assign string to {what}, not '{kind}'")))
        }
    }
}

fn type_name(interp: &mut Interp, object: Value) -> NativeResult {
    let name = interp.heap.classes[class_id(object)].name.clone();
    text(interp, &name)
}

fn set_type_name(interp: &mut Interp, object: Value, value: Value) -> Result<(), Trap> {
    let name = required_text(interp, "type.__name__", value)?;
    interp.heap.classes[class_id(object)].name = name;
    Ok(())
}

fn type_qualname(interp: &mut Interp, object: Value) -> NativeResult {
    let name = interp.heap.classes[class_id(object)].qualname.clone();
    text(interp, &name)
}

fn set_type_qualname(interp: &mut Interp, object: Value, value: Value) -> Result<(), Trap> {
    let name = required_text(interp, "type.__qualname__", value)?;
    interp.heap.classes[class_id(object)].qualname = name;
    Ok(())
}

fn type_module(interp: &mut Interp, object: Value) -> NativeResult {
    let module = interp.heap.classes[class_id(object)].module.clone();
    text(interp, if module.is_empty() { "builtins" } else { &module })
}

fn set_type_module(interp: &mut Interp, object: Value, value: Value) -> Result<(), Trap> {
    let id = class_id(object);
    interp.heap.classes[id].dict.set(Symbol::MODULE, value);
    interp.classes_changed();
    if let Some(name) = interp.text(value).map(Box::from) {
        interp.heap.classes[id].module = name;
    }
    Ok(())
}

fn class_tuple(interp: &mut Interp, classes: Vec<ClassId>) -> NativeResult {
    let values: Vec<Value> = classes.into_iter().map(Value::Class).collect();
    Ok(interp.heap.new_tuple(&values))
}

fn type_bases(interp: &mut Interp, object: Value) -> NativeResult {
    let bases = interp.heap.classes[class_id(object)].bases.clone();
    class_tuple(interp, bases)
}

fn type_base(interp: &mut Interp, object: Value) -> NativeResult {
    Ok(interp.heap.classes[class_id(object)].bases.first().map_or(Value::None, |&b| Value::Class(b)))
}

fn type_mro(interp: &mut Interp, object: Value) -> NativeResult {
    let mro = interp.heap.classes[class_id(object)].mro.clone();
    class_tuple(interp, mro)
}

fn type_dict(interp: &mut Interp, object: Value) -> NativeResult {
    Ok(interp.heap.new_wrapper(Wrapper::ClassDict(class_id(object))))
}

fn type_doc(interp: &mut Interp, object: Value) -> NativeResult {
    Ok(interp.heap.classes[class_id(object)].dict.get(Symbol::DOC).unwrap_or(Value::None))
}

fn set_type_doc(interp: &mut Interp, object: Value, value: Value) -> Result<(), Trap> {
    interp.heap.classes[class_id(object)].dict.set(Symbol::DOC, value);
    Ok(())
}

fn type_annotations(interp: &mut Interp, object: Value) -> NativeResult {
    let id = class_id(object);
    if let Some(value) = interp.heap.classes[id].dict.get(Symbol::ANNOTATIONS) {
        return Ok(value);
    }
    if !interp.heap.classes[id].flags.scripted {
        return Err(interp.attribute_error(object, Symbol::ANNOTATIONS));
    }
    let value = interp.heap.new_dict(Default::default());
    interp.heap.classes[id].dict.set(Symbol::ANNOTATIONS, value);
    Ok(value)
}

fn set_type_annotations(interp: &mut Interp, object: Value, value: Value) -> Result<(), Trap> {
    interp.heap.classes[class_id(object)].dict.set(Symbol::ANNOTATIONS, value);
    Ok(())
}

fn abstract_methods(interp: &mut Interp, object: Value) -> NativeResult {
    match interp.heap.classes[class_id(object)].dict.get(Symbol::ABSTRACTMETHODS) {
        Some(value) => Ok(value),
        None => Err(interp.attribute_error(object, Symbol::ABSTRACTMETHODS)),
    }
}

fn set_abstract_methods(interp: &mut Interp, object: Value, value: Value) -> Result<(), Trap> {
    let id = class_id(object);
    interp.heap.classes[id].dict.set(Symbol::ABSTRACTMETHODS, value);
    interp.refresh_flags(id);
    Ok(())
}

fn no_type_params(interp: &mut Interp, _object: Value) -> NativeResult {
    Ok(interp.empty_tuple)
}

// ---- function ----

fn function_of(interp: &Interp, object: Value) -> Option<FunctionId> {
    match object {
        Value::Function(id) => Some(id),
        Value::Method(id) => function_of(interp, interp.heap.methods[id].function),
        _ => None,
    }
}

fn assigned(interp: &Interp, object: Value, name: Symbol) -> Option<Value> {
    let id = function_of(interp, object)?;
    let attributes = interp.heap.functions[id].attributes.as_ref()?;
    attributes.iter().find(|(n, _)| *n == name).map(|(_, v)| *v)
}

fn assign(interp: &mut Interp, object: Value, name: Symbol, value: Value) {
    let Some(id) = function_of(interp, object) else { return };
    let attributes = interp.heap.functions[id].attributes.get_or_insert_default();
    attributes.retain(|(n, _)| *n != name);
    attributes.push((name, value));
}

fn code_of(interp: &Interp, object: Value) -> Option<std::sync::Arc<gilscope_bytecode::Code>> {
    let id = match object {
        Value::Code(id) => id,
        _ => interp.heap.functions[function_of(interp, object)?].code,
    };
    Some(std::sync::Arc::clone(&interp.code.get(id).code))
}

fn function_name(interp: &mut Interp, object: Value) -> NativeResult {
    match assigned(interp, object, Symbol::NAME) {
        Some(value) => Ok(value),
        None => code_name(interp, object),
    }
}

fn set_function_name(interp: &mut Interp, object: Value, value: Value) -> Result<(), Trap> {
    if interp.text(value).is_none() {
        return Err(interp.type_error("__name__ must be set to a string object"));
    }
    assign(interp, object, Symbol::NAME, value);
    Ok(())
}

fn function_qualname(interp: &mut Interp, object: Value) -> NativeResult {
    match assigned(interp, object, Symbol::QUALNAME) {
        Some(value) => Ok(value),
        None => code_qualname(interp, object),
    }
}

fn set_function_qualname(interp: &mut Interp, object: Value, value: Value) -> Result<(), Trap> {
    if interp.text(value).is_none() {
        return Err(interp.type_error("__qualname__ must be set to a string object"));
    }
    assign(interp, object, Symbol::QUALNAME, value);
    Ok(())
}

fn function_type_params(interp: &mut Interp, object: Value) -> NativeResult {
    Ok(assigned(interp, object, Symbol::TYPE_PARAMS).unwrap_or(interp.empty_tuple))
}

fn set_function_type_params(interp: &mut Interp, object: Value, value: Value) -> Result<(), Trap> {
    if !matches!(value, Value::Tuple(_)) {
        return Err(interp.type_error("__type_params__ must be set to a tuple"));
    }
    assign(interp, object, Symbol::TYPE_PARAMS, value);
    Ok(())
}

fn function_doc(interp: &mut Interp, object: Value) -> NativeResult {
    if let Some(value) = assigned(interp, object, Symbol::DOC) {
        return Ok(value);
    }
    let code = code_of(interp, object);
    match code.filter(|c| c.flags.docstring).and_then(|c| c.constants.first().cloned()) {
        Some(gilscope_bytecode::Constant::Str(doc)) => text(interp, &doc),
        _ => Ok(Value::None),
    }
}

fn set_function_doc(interp: &mut Interp, object: Value, value: Value) -> Result<(), Trap> {
    assign(interp, object, Symbol::DOC, value);
    Ok(())
}

fn function_module(interp: &mut Interp, object: Value) -> NativeResult {
    if let Some(value) = assigned(interp, object, Symbol::MODULE) {
        return Ok(value);
    }
    let Some(id) = function_of(interp, object) else { return Ok(Value::None) };
    let module = interp.code.get(interp.heap.functions[id].code).module;
    Ok(interp.get_global(module, "__name__").unwrap_or(Value::None))
}

fn set_function_module(interp: &mut Interp, object: Value, value: Value) -> Result<(), Trap> {
    assign(interp, object, Symbol::MODULE, value);
    Ok(())
}

fn function_code(interp: &mut Interp, object: Value) -> NativeResult {
    Ok(function_of(interp, object).map_or(Value::None, |id| Value::Code(interp.heap.functions[id].code)))
}

fn function_defaults(interp: &mut Interp, object: Value) -> NativeResult {
    Ok(function_of(interp, object).map_or(Value::None, |id| or_none(interp.heap.functions[id].defaults)))
}

fn set_function_defaults(interp: &mut Interp, object: Value, value: Value) -> Result<(), Trap> {
    if !matches!(value, Value::None | Value::Null | Value::Tuple(_)) {
        return Err(interp.type_error("__defaults__ must be set to a tuple object"));
    }
    if let Some(id) = function_of(interp, object) {
        interp.heap.functions[id].defaults = if value.is_none() { Value::Null } else { value };
    }
    Ok(())
}

fn function_kwdefaults(interp: &mut Interp, object: Value) -> NativeResult {
    Ok(function_of(interp, object).map_or(Value::None, |id| or_none(interp.heap.functions[id].kw_defaults)))
}

fn function_closure(interp: &mut Interp, object: Value) -> NativeResult {
    Ok(function_of(interp, object).map_or(Value::None, |id| or_none(interp.heap.functions[id].closure)))
}

/// Annotations arrive as a tuple of names and values in turn; they become a dict when first asked for.
fn function_annotations(interp: &mut Interp, object: Value) -> NativeResult {
    let Some(id) = function_of(interp, object) else { return Ok(Value::None) };
    let value = interp.heap.functions[id].annotations;
    if let Value::Dict(_) = value {
        return Ok(value);
    }
    let dict = interp.heap.new_dict(Default::default());
    if let (Value::Dict(into), Value::Tuple(tuple)) = (dict, value) {
        for pair in interp.heap.tuple(tuple).to_vec().chunks_exact(2) {
            interp.dict_set(into, pair[0], pair[1])?;
        }
    }
    interp.heap.functions[id].annotations = dict;
    Ok(dict)
}

fn set_function_annotations(interp: &mut Interp, object: Value, value: Value) -> Result<(), Trap> {
    if let Some(id) = function_of(interp, object) {
        interp.heap.functions[id].annotations = value;
    }
    Ok(())
}

fn function_globals(interp: &mut Interp, object: Value) -> NativeResult {
    let Some(id) = function_of(interp, object) else { return Ok(Value::None) };
    let module = interp.code.get(interp.heap.functions[id].code).module;
    Ok(interp.attributes_dict(Value::Module(module)))
}

// ---- methods and natives ----

fn method_self(interp: &mut Interp, object: Value) -> NativeResult {
    match object {
        Value::Method(id) => Ok(interp.heap.methods[id].receiver),
        Value::Native(id) => {
            let module = interp.natives[id.index()].module;
            text(interp, module)
        }
        _ => Ok(Value::None),
    }
}

fn method_func(interp: &mut Interp, object: Value) -> NativeResult {
    Ok(if let Value::Method(id) = object { interp.heap.methods[id].function } else { Value::None })
}

fn method_attribute(interp: &mut Interp, object: Value, name: Symbol) -> NativeResult {
    let function = method_func(interp, object)?;
    interp.get_attribute(function, name)
}

fn method_name(interp: &mut Interp, object: Value) -> NativeResult {
    method_attribute(interp, object, Symbol::NAME)
}

fn method_qualname(interp: &mut Interp, object: Value) -> NativeResult {
    method_attribute(interp, object, Symbol::QUALNAME)
}

fn method_doc(interp: &mut Interp, object: Value) -> NativeResult {
    method_attribute(interp, object, Symbol::DOC)
}

fn method_module(interp: &mut Interp, object: Value) -> NativeResult {
    method_attribute(interp, object, Symbol::MODULE)
}

fn native_id(interp: &Interp, object: Value) -> NativeId {
    match object {
        Value::Native(id) => id,
        Value::Method(id) => native_id(interp, interp.heap.methods[id].function),
        _ => NativeId(0),
    }
}

fn native_name(interp: &mut Interp, object: Value) -> NativeResult {
    let name = interp.natives[native_id(interp, object).index()].def.name;
    text(interp, name)
}

fn native_qualname(interp: &mut Interp, object: Value) -> NativeResult {
    let native = interp.natives[native_id(interp, object).index()];
    let name = match native.owner {
        Some(owner) => format!("{}.{}", interp.heap.classes[owner].name, native.def.name),
        None => native.def.name.to_string(),
    };
    text(interp, &name)
}

fn native_module(interp: &mut Interp, object: Value) -> NativeResult {
    let native = interp.natives[native_id(interp, object).index()];
    if native.owner.is_some() {
        return Ok(Value::None);
    }
    text(interp, if native.module.is_empty() { "builtins" } else { native.module })
}

fn module_dict(interp: &mut Interp, object: Value) -> NativeResult {
    Ok(interp.attributes_dict(object))
}

// ---- code, cells, generators ----

fn code_name(interp: &mut Interp, object: Value) -> NativeResult {
    let name = code_of(interp, object).map(|c| c.name.clone()).unwrap_or_default();
    text(interp, &name)
}

fn code_qualname(interp: &mut Interp, object: Value) -> NativeResult {
    let name = code_of(interp, object).map(|c| c.qualname.clone()).unwrap_or_default();
    text(interp, &name)
}

fn code_filename(interp: &mut Interp, object: Value) -> NativeResult {
    let name = code_of(interp, object).map(|c| c.filename.clone()).unwrap_or_default();
    text(interp, &name)
}

fn code_firstlineno(interp: &mut Interp, object: Value) -> NativeResult {
    Ok(Value::Int(code_of(interp, object).map_or(0, |c| c.first_line.into())))
}

fn code_argcount(interp: &mut Interp, object: Value) -> NativeResult {
    Ok(Value::Int(code_of(interp, object).map_or(0, |c| c.arg_count.into())))
}

fn code_varnames(interp: &mut Interp, object: Value) -> NativeResult {
    let Some(code) = code_of(interp, object) else { return Ok(interp.empty_tuple) };
    let names: Vec<Value> = code.locals.iter().map(|n| interp.str(n)).collect();
    Ok(interp.heap.new_tuple(&names))
}

fn cell_contents(interp: &mut Interp, object: Value) -> NativeResult {
    match object {
        Value::Cell(id) if !interp.heap.cells[id].content.is_null() => Ok(interp.heap.cells[id].content),
        _ => Err(interp.value_error("Cell is empty")),
    }
}

fn set_cell_contents(interp: &mut Interp, object: Value, value: Value) -> Result<(), Trap> {
    if let Value::Cell(id) = object {
        interp.heap.cells[id].content = value;
    }
    Ok(())
}

fn generator(object: Value) -> GeneratorId {
    match object {
        Value::Generator(id) => id,
        _ => GeneratorId(0),
    }
}

fn generator_name(interp: &mut Interp, object: Value) -> NativeResult {
    let g = &interp.heap.generators[generator(object)];
    if !g.name.is_null() {
        return Ok(g.name);
    }
    let name = interp.code.get(g.frame.code).code.name.clone();
    text(interp, &name)
}

fn set_generator_name(interp: &mut Interp, object: Value, value: Value) -> Result<(), Trap> {
    interp.heap.generators[generator(object)].name = value;
    Ok(())
}

fn generator_qualname(interp: &mut Interp, object: Value) -> NativeResult {
    let name = interp.code.get(interp.heap.generators[generator(object)].frame.code).code.qualname.clone();
    text(interp, &name)
}

fn generator_running(interp: &mut Interp, object: Value) -> NativeResult {
    let state = interp.heap.generators[generator(object)].state;
    Ok(Value::bool(state == crate::object::GeneratorState::Running))
}

fn generator_suspended(interp: &mut Interp, object: Value) -> NativeResult {
    let state = interp.heap.generators[generator(object)].state;
    Ok(Value::bool(state == crate::object::GeneratorState::Suspended))
}

fn generator_code(interp: &mut Interp, object: Value) -> NativeResult {
    Ok(Value::Code(interp.heap.generators[generator(object)].frame.code))
}

/// None once the generator has finished.
fn generator_frame(interp: &mut Interp, object: Value) -> NativeResult {
    let generator = &interp.heap.generators[generator(object)];
    if generator.state == crate::object::GeneratorState::Finished {
        return Ok(Value::None);
    }
    let (code, at) = (generator.frame.code, generator.frame.pc.saturating_sub(1));
    let line = interp.code.location(code, at).line;
    Ok(interp.heap.new_wrapper(Wrapper::Frame { code, line, back: Value::None }))
}

// ---- descriptors, aliases ----

fn property_part(interp: &Interp, object: Value, part: usize) -> Value {
    match object {
        Value::Descriptor(id) => match interp.heap.descriptors[id] {
            Descriptor::Property { get, set, delete, doc } => or_none([get, set, delete, doc][part]),
            _ => Value::None,
        },
        _ => Value::None,
    }
}

fn property_get(interp: &mut Interp, object: Value) -> NativeResult {
    Ok(property_part(interp, object, 0))
}

fn property_set(interp: &mut Interp, object: Value) -> NativeResult {
    Ok(property_part(interp, object, 1))
}

fn property_del(interp: &mut Interp, object: Value) -> NativeResult {
    Ok(property_part(interp, object, 2))
}

fn property_doc(interp: &mut Interp, object: Value) -> NativeResult {
    match property_part(interp, object, 3) {
        Value::None => match property_part(interp, object, 0) {
            Value::None => Ok(Value::None),
            get => interp.get_attribute(get, Symbol::DOC),
        },
        doc => Ok(doc),
    }
}

fn wrapped(interp: &mut Interp, object: Value) -> NativeResult {
    Ok(match object {
        Value::Descriptor(id) => match interp.heap.descriptors[id] {
            Descriptor::StaticMethod(function) | Descriptor::ClassMethod(function) => function,
            _ => Value::None,
        },
        _ => Value::None,
    })
}

fn alias_part(interp: &Interp, object: Value) -> (Value, Value) {
    match object {
        Value::Wrapper(id) => match interp.heap.wrappers[id] {
            Wrapper::Alias { origin, args } => (origin, args),
            _ => (Value::None, Value::None),
        },
        _ => (Value::None, Value::None),
    }
}

fn alias_origin(interp: &mut Interp, object: Value) -> NativeResult {
    Ok(alias_part(interp, object).0)
}

fn alias_args(interp: &mut Interp, object: Value) -> NativeResult {
    Ok(alias_part(interp, object).1)
}

// ---- tracebacks and frames ----

/// The exception and the entry, counted from the outermost frame, that a traceback object stands for.
fn traceback_entry(interp: &Interp, object: Value) -> Option<(ExceptionId, usize, crate::object::TracebackEntry)> {
    let Value::Wrapper(id) = object else { return None };
    let Wrapper::Traceback { exception, start } = interp.heap.wrappers[id] else { return None };
    let entries = &interp.heap.exceptions[exception].traceback;
    let entry = entries.len().checked_sub(start + 1).and_then(|i| entries.get(i))?;
    Some((exception, start, *entry))
}

fn traceback_line(interp: &mut Interp, object: Value) -> NativeResult {
    let Some((_, _, entry)) = traceback_entry(interp, object) else { return Ok(Value::None) };
    Ok(Value::Int(interp.code.location(entry.code, entry.instruction).line.into()))
}

fn traceback_next(interp: &mut Interp, object: Value) -> NativeResult {
    let Some((exception, start, _)) = traceback_entry(interp, object) else { return Ok(Value::None) };
    if start + 1 >= interp.heap.exceptions[exception].traceback.len() {
        return Ok(Value::None);
    }
    Ok(interp.heap.new_wrapper(Wrapper::Traceback { exception, start: start + 1 }))
}

fn traceback_frame(interp: &mut Interp, object: Value) -> NativeResult {
    let Some((_, _, entry)) = traceback_entry(interp, object) else { return Ok(Value::None) };
    let line = interp.code.location(entry.code, entry.instruction).line;
    Ok(interp.heap.new_wrapper(Wrapper::Frame { code: entry.code, line, back: Value::None }))
}

fn frame_parts(interp: &Interp, object: Value) -> Option<(CodeId, u32, Value)> {
    let Value::Wrapper(id) = object else { return None };
    match interp.heap.wrappers[id] {
        Wrapper::Frame { code, line, back } => Some((code, line, back)),
        _ => None,
    }
}

fn frame_code(interp: &mut Interp, object: Value) -> NativeResult {
    Ok(frame_parts(interp, object).map_or(Value::None, |(code, _, _)| Value::Code(code)))
}

fn frame_line(interp: &mut Interp, object: Value) -> NativeResult {
    Ok(frame_parts(interp, object).map_or(Value::None, |(_, line, _)| Value::Int(line.into())))
}

fn frame_back(interp: &mut Interp, object: Value) -> NativeResult {
    Ok(frame_parts(interp, object).map_or(Value::None, |(_, _, back)| back))
}

fn frame_globals(interp: &mut Interp, object: Value) -> NativeResult {
    let Some((code, _, _)) = frame_parts(interp, object) else { return Ok(Value::None) };
    let module = interp.code.get(code).module;
    Ok(interp.attributes_dict(Value::Module(module)))
}

// ---- exceptions ----

fn exception(object: Value) -> ExceptionId {
    match object {
        Value::Exception(id) => id,
        _ => ExceptionId(0),
    }
}

fn exception_args(interp: &mut Interp, object: Value) -> NativeResult {
    Ok(interp.heap.exceptions[exception(object)].args)
}

fn set_exception_args(interp: &mut Interp, object: Value, value: Value) -> Result<(), Trap> {
    let items = crate::iteration::iter_to_vec(interp, value)?;
    interp.heap.exceptions[exception(object)].args = interp.heap.new_tuple(&items);
    Ok(())
}

fn exception_cause(interp: &mut Interp, object: Value) -> NativeResult {
    Ok(interp.heap.exceptions[exception(object)].cause)
}

fn linked_exception(interp: &mut Interp, what: &str, value: Value) -> Result<Value, Trap> {
    match value {
        Value::None | Value::Exception(_) => Ok(value),
        _ => Err(interp.type_error(format!("exception {what} must be None or derive from BaseException"))),
    }
}

fn set_exception_cause(interp: &mut Interp, object: Value, value: Value) -> Result<(), Trap> {
    let value = linked_exception(interp, "cause", value)?;
    let object = &mut interp.heap.exceptions[exception(object)];
    object.cause = value;
    object.suppress_context = true;
    Ok(())
}

fn exception_context(interp: &mut Interp, object: Value) -> NativeResult {
    Ok(interp.heap.exceptions[exception(object)].context)
}

fn set_exception_context(interp: &mut Interp, object: Value, value: Value) -> Result<(), Trap> {
    let value = linked_exception(interp, "context", value)?;
    interp.heap.exceptions[exception(object)].context = value;
    Ok(())
}

fn suppress_context(interp: &mut Interp, object: Value) -> NativeResult {
    Ok(Value::bool(interp.heap.exceptions[exception(object)].suppress_context))
}

fn set_suppress_context(interp: &mut Interp, object: Value, value: Value) -> Result<(), Trap> {
    interp.heap.exceptions[exception(object)].suppress_context = value == Value::True;
    Ok(())
}

fn exception_traceback(interp: &mut Interp, object: Value) -> NativeResult {
    Ok(interp.traceback_of(object))
}

fn set_exception_traceback(interp: &mut Interp, object: Value, value: Value) -> Result<(), Trap> {
    let entries = match value {
        Value::None => Vec::new(),
        Value::Wrapper(id) => match interp.heap.wrappers[id] {
            Wrapper::Traceback { exception, start } => {
                let entries = &interp.heap.exceptions[exception].traceback;
                entries[..entries.len().saturating_sub(start)].to_vec()
            }
            _ => return Err(interp.type_error("__traceback__ must be a traceback or None")),
        },
        _ => return Err(interp.type_error("__traceback__ must be a traceback or None")),
    };
    interp.heap.exceptions[exception(object)].traceback = entries;
    Ok(())
}

fn stop_value(interp: &mut Interp, object: Value) -> NativeResult {
    Ok(interp.stop_value(exception(object)))
}

fn exit_code(interp: &mut Interp, object: Value) -> NativeResult {
    let args = match interp.heap.exceptions[exception(object)].args {
        Value::Tuple(args) => interp.heap.tuple(args).to_vec(),
        _ => Vec::new(),
    };
    Ok(match args[..] {
        [] => Value::None,
        [code] => code,
        _ => interp.heap.exceptions[exception(object)].args,
    })
}

fn unicode_reason(interp: &mut Interp, object: Value) -> NativeResult {
    match interp.heap.exceptions[exception(object)].args {
        Value::Tuple(args) => Ok(interp.heap.tuple(args).last().copied().unwrap_or(Value::None)),
        _ => Ok(Value::None),
    }
}
