//! `_weakref`: the cells through which `lib/weakref.py` looks at objects without keeping them alive.

use gilscope_vm::native::{Args, NativeDef, NativeResult};
use gilscope_vm::object::weak::WeakCell;
use gilscope_vm::object::{Layout, OpaqueObject};
use gilscope_vm::value::{ClassId, ModuleId};
use gilscope_vm::{Interp, Symbol, Value, types};

const FUNCTIONS: &[NativeDef] = &[
    NativeDef::frame("cell", |i, _, values| cell(i, values), 3, 4),
    NativeDef::function("target", target, 1, 1),
    NativeDef::function("references", references, 1, 1),
];

pub(crate) fn init(interp: &mut Interp) -> ModuleId {
    let module = interp.add_module("_weakref", FUNCTIONS);
    let class = interp.add_builtin_class("cell", "_weakref", types::OBJECT, Layout::Builtin, false);
    interp.set_global(module, "_cell", Value::Class(class));
    module
}

/// `cell(target, reference, callback, is_patient=False)`: a cell for a weak reference.
fn cell(interp: &mut Interp, values: &[Value]) -> NativeResult {
    let &[target, reference, callback, ref rest @ ..] = values else { return Ok(Value::None) };
    if !is_weakly_referable(interp, target) {
        let message = format!("cannot create weak reference to '{}' object", interp.type_name(target));
        return Err(interp.type_error(message));
    }
    let class = match interp.native_module("_weakref").and_then(|m| interp.get_global(m, "_cell")) {
        Some(Value::Class(class)) => class,
        _ => types::OBJECT,
    };
    interp.heap.charge(128);
    let is_patient = rest.contains(&Value::True);
    let content = WeakCell { target, reference, callback, is_patient };
    let id = interp.heap.opaques.alloc(OpaqueObject { class, content: Some(Box::new(content)) });
    interp.heap.add_weak_cell(id);
    Ok(Value::Opaque(id))
}

/// `target(cell)`: what it leads to, or `None`.
fn target(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let Value::Opaque(id) = args.at(0) else { return Ok(Value::None) };
    let target = interp.heap.opaques[id].get::<WeakCell>().map_or(Value::Null, |cell| cell.target);
    Ok(if target.is_null() { Value::None } else { target })
}

/// `references(object)`: its weak references, a list.
fn references(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let references = interp.heap.weak_references(args.at(0));
    Ok(interp.heap.new_list(references))
}

/// Whether objects of its type have room for weak references in CPython.
fn is_weakly_referable(interp: &Interp, value: Value) -> bool {
    match value {
        Value::Function(_) | Value::Native(_) | Value::Method(_) | Value::Class(_) | Value::Set(_) => true,
        Value::Generator(_) | Value::Module(_) | Value::Code(_) | Value::Lock(_) | Value::Opaque(_) => true,
        Value::Exception(_) => interp.heap.classes[interp.class_of(value)].flags.scripted,
        Value::Instance(_) => has_room(interp, interp.class_of(value)),
        _ => false,
    }
}

/// A class with nothing but `__slots__` must name `__weakref__`; one that extends a type of variable size has no room at all.
fn has_room(interp: &Interp, class: ClassId) -> bool {
    let object = &interp.heap.classes[class];
    let is_variable = |&base: &ClassId| [types::INT, types::TUPLE, types::BYTES].contains(&base);
    match &object.slots {
        _ if object.mro.iter().any(is_variable) => false,
        Some(slots) => slots.contains(&Symbol::WEAKREF),
        None => true,
    }
}
