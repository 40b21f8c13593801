//! `__repr__`, `__str__` and `__format__` as methods of the built-in types, and the hooks of their twins.

use super::exception_text;
use crate::exceptions::BASE_EXCEPTION;
use crate::interp::Interp;
use crate::native::{Args, NativeDef, NativeResult};
use crate::types::*;
use crate::value::{ClassId, Value};

const OBJECT_METHODS: &[NativeDef] = &[
    NativeDef::method("__repr__", object_repr, 0, 0),
    NativeDef::method("__str__", object_str, 0, 0).twin("text.obj_repr"),
    NativeDef::method("__format__", object_format, 1, 1).twin("text.object_format"),
];

const EXCEPTION_METHODS: &[NativeDef] = &[
    NativeDef::method("__repr__", own_repr, 0, 0).twin("text.exception_repr"),
    NativeDef::method("__str__", exception_str, 0, 0).twin("text.exception_str"),
];

const REPR: &[NativeDef] = &[NativeDef::method("__repr__", own_repr, 0, 0)];
const LIST_REPR: &[NativeDef] = &[NativeDef::method("__repr__", own_repr, 0, 0).twin("text.list_repr")];
const TUPLE_REPR: &[NativeDef] = &[NativeDef::method("__repr__", own_repr, 0, 0).twin("text.tuple_repr")];
const DICT_REPR: &[NativeDef] = &[NativeDef::method("__repr__", own_repr, 0, 0).twin("text.dict_repr")];
const SET_REPR: &[NativeDef] = &[NativeDef::method("__repr__", own_repr, 0, 0).twin("text.set_repr")];
const VIEW_REPR: &[NativeDef] = &[NativeDef::method("__repr__", own_repr, 0, 0).twin("text.view_repr")];
const SLICE_REPR: &[NativeDef] = &[NativeDef::method("__repr__", own_repr, 0, 0).twin("text.slice_repr")];
const METHOD_REPR: &[NativeDef] = &[NativeDef::method("__repr__", own_repr, 0, 0).twin("text.method_repr")];
const WRAPPED_REPR: &[NativeDef] = &[NativeDef::method("__repr__", own_repr, 0, 0).twin("text.wrapped_repr")];
const PROXY_REPR: &[NativeDef] = &[NativeDef::method("__repr__", own_repr, 0, 0).twin("text.proxy_repr")];

const SIMPLE: &[ClassId] = &[
    TYPE,
    INT,
    BOOL,
    FLOAT,
    STR,
    BYTES,
    BYTEARRAY,
    RANGE,
    NONE_TYPE,
    ELLIPSIS_TYPE,
    NOT_IMPLEMENTED_TYPE,
    FUNCTION,
    NATIVE,
    METHOD_DESCRIPTOR,
    MODULE,
    CELL,
    CODE,
    GENERATOR,
    SUPER,
    TRACEBACK,
    FRAME,
    GENERIC_ALIAS,
    COUNT,
    LOCK,
    RLOCK,
];

const HOOKS: &[NativeDef] = &[
    NativeDef::function("repr_enter", repr_enter, 1, 1),
    NativeDef::function("repr_leave", repr_leave, 1, 1),
    NativeDef::function("object_repr", object_repr, 1, 1),
];

pub(crate) fn install(interp: &mut Interp) {
    interp.add_methods(OBJECT, OBJECT_METHODS);
    interp.add_methods(BASE_EXCEPTION, EXCEPTION_METHODS);
    for &class in SIMPLE {
        interp.add_methods(class, REPR);
    }
    interp.add_methods(LIST, LIST_REPR);
    interp.add_methods(TUPLE, TUPLE_REPR);
    interp.add_methods(DICT, DICT_REPR);
    interp.add_methods(SET, SET_REPR);
    interp.add_methods(FROZENSET, SET_REPR);
    for class in [DICT_KEYS, DICT_VALUES, DICT_ITEMS] {
        interp.add_methods(class, VIEW_REPR);
    }
    interp.add_methods(SLICE, SLICE_REPR);
    interp.add_methods(METHOD, METHOD_REPR);
    interp.add_methods(STATICMETHOD, WRAPPED_REPR);
    interp.add_methods(CLASSMETHOD, WRAPPED_REPR);
    interp.add_methods(MAPPINGPROXY, PROXY_REPR);
    interp.extend_module("_vm", HOOKS);
}

/// The `repr` of a built-in value: what its type's method does.
fn own_repr(interp: &mut Interp, args: Args) -> NativeResult {
    let text = match args.at(0) {
        value @ Value::Exception(_) => interp.exception_repr(value)?,
        value => interp.repr(value)?,
    };
    Ok(interp.str_owned(text))
}

fn object_repr(interp: &mut Interp, args: Args) -> NativeResult {
    let text = interp.default_repr(args.at(0));
    Ok(interp.str_owned(text))
}

/// `object.__str__`: the `repr`, also where a subclass has a `__str__`.
fn object_str(interp: &mut Interp, args: Args) -> NativeResult {
    let text = interp.repr(args.at(0))?;
    Ok(interp.str_owned(text))
}

fn object_format(interp: &mut Interp, args: Args) -> NativeResult {
    let (value, spec) = (args.at(0), args.at(1));
    match interp.text(spec) {
        Some("") => interp.str_value(value),
        Some(_) => {
            let name = interp.type_name(value);
            let message = format!("unsupported format string passed to {name}.__format__");
            Err(interp.type_error(message))
        }
        None => {
            let message = format!("__format__() argument must be str, not {}", interp.argument_name(spec));
            Err(interp.type_error(message))
        }
    }
}

fn exception_str(interp: &mut Interp, args: Args) -> NativeResult {
    let text = exception_text(interp, args.at(0))?;
    Ok(interp.str_owned(text))
}

/// Whether this thread is making the `repr` of the object already; if not, it is from now on.
fn repr_enter(interp: &mut Interp, args: Args) -> NativeResult {
    let entry = (interp.current, args.at(0));
    let inside = interp.repr_active.contains(&entry);
    if !inside {
        interp.repr_active.push(entry);
    }
    Ok(Value::bool(inside))
}

fn repr_leave(interp: &mut Interp, args: Args) -> NativeResult {
    let entry = (interp.current, args.at(0));
    if let Some(at) = interp.repr_active.iter().rposition(|e| *e == entry) {
        interp.repr_active.remove(at);
    }
    Ok(Value::None)
}
