//! `property`, `staticmethod`, `classmethod`, and the methods of exceptions and generators.

use crate::exceptions::GENERATOR_EXIT;
use crate::interp::Interp;
use crate::native::{Args, NativeDef, NativeResult, Trap};
use crate::object::{Descriptor, GeneratorState};
use crate::run::attribute::{Found, call_trap};
use crate::symbol::Symbol;
use crate::value::*;

pub(crate) const PROPERTY: NativeDef =
    NativeDef::function("property", property, 0, 4).params(&["fget", "fset", "fdel", "doc"]);
pub(crate) const STATICMETHOD: NativeDef = NativeDef::function("staticmethod", staticmethod, 1, 1);
pub(crate) const CLASSMETHOD: NativeDef = NativeDef::function("classmethod", classmethod, 1, 1);

pub(crate) const PROPERTY_METHODS: &[NativeDef] = &[
    NativeDef::method("getter", getter, 1, 1),
    NativeDef::method("setter", setter, 1, 1),
    NativeDef::method("deleter", deleter, 1, 1),
];

/// Functions and the built-in descriptors.
pub(crate) const BINDING_METHODS: &[NativeDef] = &[NativeDef::method("__get__", get, 1, 2)];

pub(crate) const EXCEPTION_METHODS: &[NativeDef] = &[
    NativeDef::method("__init__", exception_init, 0, 255).any_keywords(),
    NativeDef::method("with_traceback", with_traceback, 1, 1),
    NativeDef::method("add_note", add_note, 1, 1),
];

pub(crate) const GROUP_METHODS: &[NativeDef] = &[
    NativeDef::method("split", defer, 1, 1).twin("groups.group_split"),
    NativeDef::method("subgroup", defer, 1, 1).twin("groups.group_subgroup"),
    NativeDef::method("derive", defer, 1, 1).twin("groups.group_derive"),
];

pub(crate) const GENERATOR_METHODS: &[NativeDef] = &[
    NativeDef::method("__iter__", itself, 0, 0),
    NativeDef::method("__next__", next, 0, 0),
    NativeDef::method("send", send, 1, 1),
    NativeDef::method("throw", throw, 1, 3).twin("generators.throw"),
    NativeDef::method("close", close, 0, 0).twin("generators.close"),
];

/// What `object.name` gives when the class has this under `name`; without an object, what `class.name` gives.
fn get(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let (value, object) = (args.at(0), args.or_none(1));
    if object.is_none() {
        let Value::Descriptor(id) = value else { return Ok(value) };
        return Ok(match interp.heap.descriptors[id] {
            Descriptor::StaticMethod(function) => function,
            Descriptor::ClassMethod(function) => interp.heap.new_method(function, args.or_none(2)),
            _ => value,
        });
    }
    let class = match args.or_none(2) {
        Value::Class(class) => class,
        _ => interp.class_of(object),
    };
    match interp.bind(value, object, class)? {
        Found::Value(value) => Ok(value),
        Found::Bound(function, receiver) => Ok(interp.heap.new_method(function, receiver)),
        Found::Getter(getter) => Err(call_trap(getter, &[object])),
        Found::DescriptorGet(..) | Found::Hook(_) => Ok(value),
    }
}

fn property(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let part = |i| args.get(i).unwrap_or(Value::Null);
    Ok(interp.heap.new_descriptor(Descriptor::Property { get: part(0), set: part(1), delete: part(2), doc: part(3) }))
}

fn staticmethod(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    Ok(interp.heap.new_descriptor(Descriptor::StaticMethod(args.at(0))))
}

fn classmethod(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    Ok(interp.heap.new_descriptor(Descriptor::ClassMethod(args.at(0))))
}

fn with_part(interp: &mut Interp, args: Args<'_>, part: usize) -> NativeResult {
    let Value::Descriptor(id) = args.at(0) else { return Ok(Value::None) };
    let mut copy = interp.heap.descriptors[id].clone();
    if let Descriptor::Property { get, set, delete, .. } = &mut copy {
        *[get, set, delete][part] = args.at(1);
    }
    Ok(interp.heap.new_descriptor(copy))
}

fn getter(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    with_part(interp, args, 0)
}

fn setter(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    with_part(interp, args, 1)
}

fn deleter(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    with_part(interp, args, 2)
}

// ---- exceptions ----

/// `BaseException.__init__`: what it is called with becomes `args`.
fn exception_init(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    if let Value::Exception(id) = args.at(0) {
        let class = interp.heap.exceptions[id].class;
        let fresh = interp.new_exception_object(class, &args.values[1..])?;
        let fresh = interp.heap.exceptions[fresh].clone();
        interp.heap.exceptions[id].args = fresh.args;
        for (name, value) in fresh.attributes.into_iter().flat_map(|a| *a) {
            interp.set_exception_attribute(id, name, value);
        }
    }
    Ok(Value::None)
}

fn with_traceback(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    interp.set_attribute(args.at(0), Symbol::TRACEBACK, args.at(1))?;
    Ok(args.at(0))
}

fn add_note(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    if interp.text(args.at(1)).is_none() {
        let message = format!("note must be a str, not '{}'", interp.type_name(args.at(1)));
        return Err(interp.type_error(message));
    }
    let Value::Exception(id) = args.at(0) else { return Ok(Value::None) };
    match interp.exception_attribute(id, Symbol::NOTES) {
        Some(Value::List(notes)) => interp.list_append(notes, args.at(1)),
        _ => {
            let notes = interp.heap.new_list(vec![args.at(1)]);
            interp.set_exception_attribute(id, Symbol::NOTES, notes);
        }
    }
    Ok(Value::None)
}

// ---- generators ----

fn defer(_interp: &mut Interp, _args: Args<'_>) -> NativeResult {
    Err(Trap::Defer)
}

fn itself(_interp: &mut Interp, args: Args<'_>) -> NativeResult {
    Ok(args.at(0))
}

fn generator(interp: &mut Interp, value: Value) -> Result<GeneratorId, Trap> {
    match value {
        Value::Generator(id) => Ok(id),
        _ => Err(interp.type_error("a generator is required")),
    }
}

fn next(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = generator(interp, args.at(0))?;
    Err(Trap::Resume(id, Value::None))
}

fn send(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = generator(interp, args.at(0))?;
    Err(Trap::Resume(id, args.at(1)))
}

/// Without a sub-iterator, an exception is thrown in natively.
fn throw(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = generator(interp, args.at(0))?;
    if interp.delegate(id).is_some() || args.len() > 2 {
        return Err(Trap::Defer);
    }
    match args.at(1) {
        Value::Exception(exception) => Err(Trap::Throw(id, exception)),
        other => match interp.is_exception_class(other) {
            Some(class) if !interp.has_script_constructor(class) => {
                let exception = interp.new_exception(class, &[]);
                Err(Trap::Throw(id, exception))
            }
            Some(_) => Err(Trap::Defer),
            None => {
                let kind = interp.type_name(other).to_string();
                Err(interp.type_error(format!(
                    "exceptions must be classes or instances deriving from BaseException, not {kind}"
                )))
            }
        },
    }
}

fn close(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = generator(interp, args.at(0))?;
    let object = &mut interp.heap.generators[id];
    match object.state {
        GeneratorState::Created => {
            object.state = GeneratorState::Finished;
            object.stack.clear();
            Ok(Value::None)
        }
        GeneratorState::Finished => Ok(Value::None),
        _ => Err(Trap::Defer),
    }
}

/// `_vm.throw_here(generator, exception)`: past any sub-iterator.
pub(crate) fn throw_here(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = generator(interp, args.at(0))?;
    match args.at(1) {
        Value::Exception(exception) => Err(Trap::Throw(id, exception)),
        _ => {
            let exception = interp.new_exception(GENERATOR_EXIT, &[]);
            Err(Trap::Throw(id, exception))
        }
    }
}

/// `_vm.delegate(generator)`: what it yields from, or None.
pub(crate) fn delegate(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = generator(interp, args.at(0))?;
    Ok(interp.delegate(id).unwrap_or(Value::None))
}
