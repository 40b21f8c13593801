//! What is added to the message of an error about a name: "Did you mean: 'x'?"

use super::stdlib_names::STDLIB_NAMES;
use crate::exceptions::{ATTRIBUTE_ERROR, IMPORT_ERROR, NAME_ERROR};
use crate::interp::Interp;
use crate::object::TracebackEntry;
use crate::symbol::Symbol;
use crate::value::{ExceptionId, Value};

/// The addition, when there is something to suggest.
pub(super) fn suggest(interp: &mut Interp, exception: ExceptionId) -> Option<String> {
    let class = interp.heap.exceptions[exception].class;
    let is = |base| interp.is_subclass(class, base);
    let (is_import, is_name, is_attribute) = (is(IMPORT_ERROR), is(NAME_ERROR), is(ATTRIBUTE_ERROR));
    let key = match is_import {
        true => interp.symbols.intern("name_from"),
        false => Symbol::NAME_ATTR,
    };
    let wrong = interp.exception_attribute(exception, key)?;
    let wrong = interp.text(wrong)?.to_string();
    let candidates = match () {
        () if is_import => imported_names(interp, exception, &wrong),
        () if is_attribute => attribute_names(interp, exception, &wrong),
        () if is_name => {
            if let Some(of_self) = self_attribute(interp, exception, &wrong) {
                return Some(of_self);
            }
            visible_names(interp, exception)
        }
        () => return None,
    };
    let found = interp.closest(&wrong, &candidates);
    let mut addition = found.map(|name| format!(". Did you mean: '{name}'?")).unwrap_or_default();
    if is_name && STDLIB_NAMES.split_ascii_whitespace().any(|name| name == wrong) {
        addition += match addition.is_empty() {
            true => ". Did you forget to import '",
            false => " Or did you forget to import '",
        };
        addition += &wrong;
        addition += "'?";
    }
    Some(addition).filter(|text| !text.is_empty())
}

/// Where the exception was raised.
fn innermost(interp: &Interp, exception: ExceptionId) -> Option<TracebackEntry> {
    interp.heap.exceptions[exception].traceback.first().copied()
}

/// Whether the function that raised has a variable `self`.
fn is_in_method(interp: &Interp, exception: ExceptionId) -> bool {
    innermost(interp, exception)
        .is_some_and(|entry| interp.code.get(entry.code).code.locals.iter().any(|name| &**name == "self"))
}

/// A name that is an attribute of `self`: the raising code has left the object with the exception.
fn self_attribute(interp: &mut Interp, exception: ExceptionId, wrong: &str) -> Option<String> {
    let object = interp.exception_attribute(exception, Symbol::SELF)?;
    let names = names_of(interp, object);
    names.iter().any(|name| name == wrong).then(|| format!(". Did you mean: 'self.{wrong}'?"))
}

/// Locals, globals and builtins of the function that raised.
fn visible_names(interp: &Interp, exception: ExceptionId) -> Vec<String> {
    let Some(entry) = innermost(interp, exception) else { return Vec::new() };
    let linked = interp.code.get(entry.code);
    let mut names: Vec<String> = linked.code.locals.iter().map(|name| name.to_string()).collect();
    for module in [linked.module, interp.builtins] {
        let object = &interp.heap.modules[module];
        let bound = object
            .order
            .iter()
            .filter(|&name| object.slots.get(name).is_some_and(|&slot| !interp.globals[slot as usize].is_null()));
        names.extend(bound.map(|&name| interp.symbols.name(name).to_string()));
    }
    names
}

fn attribute_names(interp: &mut Interp, exception: ExceptionId, wrong: &str) -> Vec<String> {
    let Some(object) = interp.exception_attribute(exception, Symbol::OBJ) else { return Vec::new() };
    let mut names = names_of(interp, object);
    if !wrong.starts_with('_') && !is_in_method(interp, exception) {
        names.retain(|name| !name.starts_with('_'));
    }
    names
}

fn imported_names(interp: &mut Interp, exception: ExceptionId, wrong: &str) -> Vec<String> {
    let module = interp.exception_attribute(exception, Symbol::NAME_ATTR);
    let (Some(name), Value::Dict(modules)) = (module, interp.modules) else { return Vec::new() };
    let Ok(Some(module)) = interp.dict_get(modules, name) else { return Vec::new() };
    let mut names = names_of(interp, module);
    if !wrong.starts_with('_') {
        names.retain(|name| !name.starts_with('_'));
    }
    names
}

/// `dir(object)`, without a script's `__dir__`.
fn names_of(interp: &mut Interp, object: Value) -> Vec<String> {
    let mut symbols: Vec<Symbol> = interp.own_attributes(object).into_iter().map(|(name, _)| name).collect();
    if !matches!(object, Value::Module(_)) {
        let class = match object {
            Value::Class(id) => id,
            _ => interp.class_of(object),
        };
        for &base in &interp.heap.classes[class].mro {
            symbols.extend(interp.heap.classes[base].dict.iter().map(|(name, _)| name));
        }
    }
    let mut names: Vec<String> = symbols.into_iter().map(|name| interp.symbols.name(name).to_string()).collect();
    names.sort();
    names.dedup();
    names
}
