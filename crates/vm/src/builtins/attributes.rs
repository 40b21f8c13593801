//! `getattr` and its family, `isinstance`, `callable`, `vars`, `dir`.

use crate::exceptions::ATTRIBUTE_ERROR;
use crate::interp::Interp;
use crate::native::{Args, NativeDef, NativeResult, Trap};
use crate::object::Wrapper;
use crate::symbol::Symbol;
use crate::thread_state::ThreadState;
use crate::types;
use crate::value::*;

pub(crate) const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("getattr", getattr, 2, 3).twin("attribute.getattr3"),
    NativeDef::function("hasattr", hasattr, 2, 2).twin("attribute.hasattr"),
    NativeDef::function("setattr", setattr, 3, 3),
    NativeDef::function("delattr", delattr, 2, 2),
    NativeDef::function("isinstance", isinstance, 2, 2).quick2(quick_isinstance).quiet().twin("classes.isinstance"),
    NativeDef::function("issubclass", issubclass, 2, 2).twin("classes.issubclass"),
    NativeDef::function("callable", callable, 1, 1),
    NativeDef::frame("vars", vars, 0, 1),
    NativeDef::frame("dir", dir, 0, 1),
    NativeDef::frame("globals", globals, 0, 0),
    NativeDef::frame("locals", locals, 0, 0),
];

fn attribute_name(interp: &mut Interp, name: Value) -> Result<Symbol, Trap> {
    match interp.symbol_of(name) {
        Some(symbol) => Ok(symbol),
        None => {
            let kind = interp.type_name(name).to_string();
            Err(interp.type_error(format!("attribute name must be string, not '{kind}'")))
        }
    }
}

fn getattr(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let (object, name) = (args.at(0), attribute_name(interp, args.at(1))?);
    match (interp.get_attribute(object, name), args.get(2)) {
        (Err(Trap::Raise(exception)), Some(default)) => {
            let class = interp.heap.exceptions[exception].class;
            if interp.is_subclass(class, ATTRIBUTE_ERROR) { Ok(default) } else { Err(Trap::Raise(exception)) }
        }
        // The default is wanted if the script code raises: only library code can catch that.
        (Err(Trap::Call(_)), Some(_)) => Err(Trap::Defer),
        (result, _) => result,
    }
}

fn hasattr(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let (object, name) = (args.at(0), attribute_name(interp, args.at(1))?);
    match interp.get_attribute(object, name) {
        Ok(_) => Ok(Value::True),
        Err(Trap::Raise(exception)) => {
            let class = interp.heap.exceptions[exception].class;
            if interp.is_subclass(class, ATTRIBUTE_ERROR) { Ok(Value::False) } else { Err(Trap::Raise(exception)) }
        }
        Err(_) => Err(Trap::Defer),
    }
}

fn setattr(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let name = attribute_name(interp, args.at(1))?;
    interp.set_attribute(args.at(0), name, args.at(2)).map(|_| Value::None)
}

fn delattr(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let name = attribute_name(interp, args.at(1))?;
    interp.delete_attribute(args.at(0), name).map(|()| Value::None)
}

fn isinstance(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let class = interp.class_of(args.at(0));
    check_class(interp, class, args.at(1), "isinstance() arg 2 must be a type, a tuple of types, or a union")
}

fn quick_isinstance(interp: &mut Interp, value: Value, wanted: Value) -> Value {
    let (class, Value::Class(id)) = (interp.class_of(value), wanted) else { return Value::Null };
    match interp.heap.classes[id].metaclass {
        types::TYPE => Value::bool(interp.is_subclass(class, id)),
        _ => Value::Null,
    }
}

fn issubclass(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let Value::Class(class) = args.at(0) else {
        return Err(interp.type_error("issubclass() arg 1 must be a class"));
    };
    check_class(interp, class, args.at(1), "issubclass() arg 2 must be a class, a tuple of classes, or a union")
}

fn check_class(interp: &mut Interp, class: ClassId, wanted: Value, message: &str) -> NativeResult {
    match wanted {
        Value::Class(id) => {
            let meta = interp.heap.classes[id].metaclass;
            if meta != types::TYPE && class != id {
                let hook =
                    if message.starts_with("isinstance") { Symbol::INSTANCECHECK } else { Symbol::SUBCLASSCHECK };
                if matches!(interp.lookup(meta, hook), Some(Value::Function(_))) {
                    return Err(Trap::Defer);
                }
            }
            Ok(Value::bool(interp.is_subclass(class, id)))
        }
        Value::Tuple(tuple) => {
            for wanted in interp.heap.tuple(tuple).to_vec() {
                if check_class(interp, class, wanted, message)? == Value::True {
                    return Ok(Value::True);
                }
            }
            Ok(Value::False)
        }
        Value::Wrapper(id) => match interp.heap.wrappers[id] {
            Wrapper::Alias { origin: Value::None | Value::Null, args } => check_union(interp, class, args, message),
            Wrapper::Alias { .. } => {
                let function = message.split('(').next().unwrap_or("isinstance");
                let message = format!("{function}() argument 2 cannot be a parameterized generic");
                Err(interp.type_error(message))
            }
            _ => Err(interp.type_error(message)),
        },
        Value::Instance(_) => Err(Trap::Defer),
        _ => Err(interp.type_error(message)),
    }
}

/// In a union, unlike in a tuple, `None` stands for its type.
fn check_union(interp: &mut Interp, class: ClassId, members: Value, message: &str) -> NativeResult {
    let Value::Tuple(members) = members else { return check_class(interp, class, members, message) };
    for member in interp.heap.tuple(members).to_vec() {
        let member = if member == Value::None { Value::Class(types::NONE_TYPE) } else { member };
        if check_class(interp, class, member, message)? == Value::True {
            return Ok(Value::True);
        }
    }
    Ok(Value::False)
}

/// `_vm.plain_isinstance`: by MRO alone.
pub(crate) fn plain_isinstance(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let class = interp.class_of(args.at(0));
    plain_check(interp, class, args.at(1), "isinstance() arg 2 must be a type, a tuple of types, or a union")
}

/// `_vm.plain_issubclass`.
pub(crate) fn plain_issubclass(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let Value::Class(class) = args.at(0) else {
        return Err(interp.type_error("issubclass() arg 1 must be a class"));
    };
    plain_check(interp, class, args.at(1), "issubclass() arg 2 must be a class, a tuple of classes, or a union")
}

fn plain_check(interp: &mut Interp, class: ClassId, wanted: Value, message: &str) -> NativeResult {
    match wanted {
        Value::Class(id) => Ok(Value::bool(interp.is_subclass(class, id))),
        Value::Tuple(tuple) => {
            for wanted in interp.heap.tuple(tuple).to_vec() {
                if plain_check(interp, class, wanted, message)? == Value::True {
                    return Ok(Value::True);
                }
            }
            Ok(Value::False)
        }
        Value::Instance(_) => Err(interp.type_error(message)),
        _ => check_class(interp, class, wanted, message),
    }
}

fn callable(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let value = args.at(0);
    let is_callable = match value {
        Value::Function(_) | Value::Native(_) | Value::Method(_) | Value::Class(_) => true,
        _ => interp.lookup(interp.class_of(value), Symbol::CALL).is_some(),
    };
    Ok(Value::bool(is_callable))
}

impl Interp {
    /// A dict of the attributes of an object's own; what is changed in it changes the object.
    pub(crate) fn attributes_dict(&mut self, object: Value) -> Value {
        let attributes = self.own_attributes(object);
        let dict = self.heap.new_dict(Default::default());
        if let Value::Dict(id) = dict {
            for (name, value) in attributes {
                let key = self.symbol_str(name);
                // A str key never needs script code.
                let _ = self.dict_set(id, key, value);
            }
            // An instance keeps its attributes in the dict itself from then on (`use_dict`).
            if !matches!(object, Value::Instance(_)) {
                self.heap.dicts[id].owner = object;
            }
        }
        dict
    }

    /// The module whose globals the innermost visible frame uses.
    pub(crate) fn calling_module(&self, ts: &ThreadState) -> ModuleId {
        let visible = ts.frames.iter().rev().map(|f| self.code.get(f.code)).find(|c| !c.code.flags.hidden);
        visible.map_or(self.builtins, |code| code.module)
    }
}

fn globals(interp: &mut Interp, ts: &mut ThreadState, _args: &[Value]) -> NativeResult {
    let module = interp.calling_module(ts);
    Ok(interp.attributes_dict(Value::Module(module)))
}

fn locals(interp: &mut Interp, ts: &mut ThreadState, _args: &[Value]) -> NativeResult {
    let store = std::sync::Arc::clone(&interp.code);
    let frame = ts.frames.iter().rev().find(|f| !store.get(f.code).code.flags.hidden).copied();
    let Some(frame) = frame else { return Ok(Value::None) };
    let linked = store.get(frame.code);
    if linked.has_namespace {
        return Ok(ts.stack[frame.local(linked, linked.locals - 1)]);
    }
    if !linked.code.flags.optimized {
        return globals(interp, ts, &[]);
    }
    let dict = interp.heap.new_dict(Default::default());
    for (i, name) in linked.code.locals.iter().enumerate() {
        let value = match ts.stack[frame.local(linked, i as u32)] {
            Value::Cell(cell) => interp.heap.cells[cell].content,
            value => value,
        };
        if let (false, Value::Dict(id)) = (value.is_null() || name.starts_with('.'), dict) {
            let key = interp.str(name);
            interp.dict_set(id, key, value)?;
        }
    }
    Ok(dict)
}

/// The locals of the innermost visible function as a dict, or `Null` in a module.
pub(crate) fn function_locals(interp: &mut Interp, ts: &mut ThreadState) -> NativeResult {
    let visible = ts.frames.iter().rev().map(|f| interp.code.get(f.code)).find(|c| !c.code.flags.hidden);
    match visible.is_some_and(|code| code.code.flags.optimized || code.has_namespace) {
        true => locals(interp, ts, &[]),
        false => Ok(Value::Null),
    }
}

fn vars(interp: &mut Interp, ts: &mut ThreadState, args: &[Value]) -> NativeResult {
    match args {
        [] => locals(interp, ts, args),
        [object, ..] if interp.has_dict(*object) => interp.get_attribute(*object, Symbol::DICT),
        _ => Err(interp.type_error("vars() argument must have __dict__ attribute")),
    }
}

fn dir(interp: &mut Interp, ts: &mut ThreadState, args: &[Value]) -> NativeResult {
    let Some(&object) = args.first() else {
        let Value::Dict(dict) = locals(interp, ts, args)? else { return Ok(Value::None) };
        let keys: Vec<Value> = interp.heap.dicts[dict].iter().map(|e| e.key).collect();
        return Ok(interp.sorted_names(keys));
    };
    if let Some(hook @ Value::Function(_)) = interp.lookup(interp.class_of(object), Symbol::DIR) {
        let sorted = interp.twin("attribute", "dir_of")?;
        return Err(crate::run::attribute::call_trap(sorted, &[hook, object]));
    }
    interp.show_local(object);
    let mut names: Vec<Symbol> = interp.own_attributes(object).into_iter().map(|(n, _)| n).collect();
    let class = match object {
        Value::Class(id) => id,
        Value::Module(_) => types::NONE_TYPE,
        _ => interp.class_of(object),
    };
    if !matches!(object, Value::Module(_)) {
        for &base in &interp.heap.classes[class].mro {
            names.extend(interp.heap.classes[base].dict.iter().map(|(n, _)| n));
        }
    }
    names.sort();
    names.dedup();
    let values: Vec<Value> = names.into_iter().map(|n| interp.symbol_str(n)).collect();
    Ok(interp.sorted_names(values))
}

impl Interp {
    fn sorted_names(&mut self, mut names: Vec<Value>) -> Value {
        names.sort_by(|&a, &b| self.text(a).cmp(&self.text(b)));
        self.heap.new_list(names)
    }
}
