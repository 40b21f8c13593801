//! Names of class bodies, and of code that `exec` runs with locals of its own.

use crate::code_store::LinkedCode;
use crate::frame::OnReturn;
use crate::interp::Interp;
use crate::native::Trap;
use crate::run::fast;
use crate::symbol::Symbol;
use crate::thread_state::ThreadState;
use crate::value::*;

fn namespace(ts: &ThreadState, code: &LinkedCode) -> Value {
    fast::get_local(ts, code, code.locals - 1)
}

pub(crate) fn load_locals(ts: &mut ThreadState, code: &LinkedCode) -> Result<(), Trap> {
    let value = namespace(ts, code);
    ts.push(value);
    Ok(())
}

fn from_namespace(interp: &mut Interp, namespace: Value, name: Symbol) -> Option<Value> {
    match interp.payload(namespace) {
        Value::Dict(dict) => interp.dict_get_name(dict, name),
        _ => None,
    }
}

fn global_or_error(interp: &mut Interp, module: ModuleId, name: Symbol) -> Result<Value, Trap> {
    let slot = interp.global_slot(module, name);
    let value = interp.globals[slot as usize];
    if !value.is_null() {
        return Ok(value);
    }
    match interp.global_builtins[slot as usize] {
        Value::Null => Err(interp.name_error(name)),
        builtin => Ok(builtin),
    }
}

/// `LOAD_NAME` in a class body.
pub(crate) fn load_name(interp: &mut Interp, ts: &mut ThreadState, code: &LinkedCode, name: u32) -> Result<(), Trap> {
    let name = code.names[name as usize];
    let value = match from_namespace(interp, namespace(ts, code), name) {
        Some(value) => value,
        None => global_or_error(interp, code.module, name)?,
    };
    ts.push(value);
    Ok(())
}

pub(crate) fn store_name(interp: &mut Interp, ts: &mut ThreadState, code: &LinkedCode, name: u32) -> Result<(), Trap> {
    let namespace = namespace(ts, code);
    let key = interp.symbol_str(code.names[name as usize]);
    let value = ts.pop();
    match namespace {
        Value::Dict(dict) => interp.dict_set(dict, key, value),
        _ => {
            crate::run::operator::call_method(interp, ts, Symbol::SETITEM, &[namespace, key, value], OnReturn::Discard)
        }
    }
}

pub(crate) fn delete_name(interp: &mut Interp, ts: &mut ThreadState, code: &LinkedCode, name: u32) -> Result<(), Trap> {
    let name = code.names[name as usize];
    let key = interp.symbol_str(name);
    if let Value::Dict(dict) = interp.payload(namespace(ts, code))
        && interp.dict_remove(dict, key)?.is_some()
    {
        return Ok(());
    }
    Err(interp.name_error(name))
}

pub(crate) fn load_dict_or_global(
    interp: &mut Interp,
    ts: &mut ThreadState,
    code: &LinkedCode,
    name: u32,
) -> Result<(), Trap> {
    let name = code.names[name as usize];
    let namespace = ts.pop();
    let value = match from_namespace(interp, namespace, name) {
        Some(value) => value,
        None => global_or_error(interp, code.module, name)?,
    };
    ts.push(value);
    Ok(())
}

pub(crate) fn load_dict_or_deref(
    interp: &mut Interp,
    ts: &mut ThreadState,
    code: &LinkedCode,
    local: u32,
) -> Result<(), Trap> {
    let namespace = ts.pop();
    let name = code.code.locals.get(local as usize).map_or("", |n| n);
    let name = interp.symbols.intern(name);
    match from_namespace(interp, namespace, name) {
        Some(value) => {
            ts.push(value);
            Ok(())
        }
        None => fast::load_deref(interp, ts, code, local),
    }
}

/// `SETUP_ANNOTATIONS`.
pub(crate) fn setup_annotations(interp: &mut Interp, ts: &mut ThreadState, code: &LinkedCode) -> Result<(), Trap> {
    if code.has_namespace {
        if let Value::Dict(dict) = interp.payload(namespace(ts, code))
            && interp.dict_get_name(dict, Symbol::ANNOTATIONS).is_none()
        {
            let key = interp.symbol_str(Symbol::ANNOTATIONS);
            let annotations = interp.heap.new_dict(Default::default());
            interp.dict_set(dict, key, annotations)?;
        }
        return Ok(());
    }
    let slot = interp.global_slot(code.module, Symbol::ANNOTATIONS);
    if interp.globals[slot as usize].is_null() {
        interp.globals[slot as usize] = interp.heap.new_dict(Default::default());
    }
    Ok(())
}
