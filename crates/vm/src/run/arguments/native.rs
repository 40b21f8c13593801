//! Arguments of natives: their slots, their number, their receiver.

use crate::interp::Interp;
use crate::native::{Native, Trap};
use crate::symbol::Symbol;
use crate::value::*;

/// Put the keyword arguments of a native in the slots that its table names.
pub(crate) fn bind_native(
    interp: &mut Interp,
    native: &Native,
    values: &mut Vec<Value>,
    named: &[(Symbol, Value)],
) -> Result<(), Trap> {
    let def = &native.def;
    let display = interp.native_display(native);
    if def.params.is_empty() {
        return Err(interp.type_error(format!("{display}() takes no keyword arguments")));
    }
    check_most(interp, native, values.len())?;
    let display = def.name;
    let offset = def.slots() - def.params.len();
    let given = (values.len() + named.len()).saturating_sub(offset);
    if given > def.params.len() {
        let (limit, plural) = (def.params.len(), if def.params.len() == 1 { "" } else { "s" });
        let kind = if values.len() <= offset { "keyword " } else { "" };
        let message = format!("{display}() takes at most {limit} {kind}argument{plural} ({given} given)");
        return Err(interp.type_error(message));
    }
    let positional = values.len();
    values.resize(def.slots().max(positional), Value::Null);
    for &(name, value) in named {
        let text = interp.symbols.name(name);
        let Some(index) = def.params.iter().position(|&p| p == text) else {
            let message = format!("{display}() got an unexpected keyword argument '{text}'");
            return Err(interp.type_error(message));
        };
        if !values[index + offset].is_null() {
            let message = format!("argument for {display}() given by name ('{text}') and position ({})", index + 1);
            return Err(interp.type_error(message));
        }
        values[index + offset] = value;
    }
    let required = values[..(def.min as usize).min(values.len())].iter().position(|v| v.is_null());
    if let Some(index) = required {
        let Some(place) = index.checked_sub(offset) else {
            // The receiver itself is missing.
            return check_count(interp, native, 0);
        };
        let name = def.params.get(place).copied().unwrap_or("");
        if name.is_empty() {
            check_count(interp, native, index)?;
        }
        let message = format!("{display}() missing required argument '{name}' (pos {})", place + 1);
        return Err(interp.type_error(message));
    }
    Ok(())
}

fn check_most(interp: &mut Interp, native: &Native, given: usize) -> Result<(), Trap> {
    if native.def.max != 255 && given > native.def.max as usize { check_count(interp, native, given) } else { Ok(()) }
}

/// Complain, as CPython's argument parsers do, when a native gets too few or too many positional arguments.
pub(crate) fn check_count(interp: &mut Interp, native: &Native, given: usize) -> Result<(), Trap> {
    let def = &native.def;
    let (min, max) = (def.min as usize, def.max as usize);
    if given >= min && (given <= max || max == 255) {
        return Ok(());
    }
    let bound = usize::from(matches!(def.binding, crate::native::Binding::Method | crate::native::Binding::Class));
    let display = interp.native_display(native);
    if given < bound {
        return Err(interp.type_error(format!("unbound method {display}() needs an argument")));
    }
    let (min, max, given) = (min - bound, max.saturating_sub(bound), given - bound);
    let is_slot = native.owner.is_some() && def.name.starts_with("__") && min == max && def.params.is_empty();
    let message = match (min, max) {
        _ if is_slot => format!("expected {min} argument{}, got {given}", if min == 1 { "" } else { "s" }),
        _ if given > max && matches!(def.name, "int" | "str") && native.owner.is_none() => {
            format!("{} expected at most {max} arguments, got {given}", def.name)
        }
        _ if def.name == "sorted" => format!("sorted expected 1 argument, got {given}"),
        _ if given < min && def.params.get(given) == Some(&"") => {
            let plural = if min == 1 { "" } else { "s" };
            format!("{}() takes at least {min} positional argument{plural} ({given} given)", def.name)
        }
        (0, 0) if !def.params.is_empty() => format!("{}() takes no positional arguments", def.name),
        (0, 0) => format!("{display}() takes no arguments ({given} given)"),
        (1, 1) if def.params.is_empty() => format!("{display}() takes exactly one argument ({given} given)"),
        _ if min == max => {
            format!("{} expected {min} argument{}, got {given}", def.name, if min == 1 { "" } else { "s" })
        }
        _ if given < min && def.params.get(given).is_some_and(|name| !name.is_empty()) => {
            format!("{}() missing required argument '{}' (pos {})", def.name, def.params[given], given + 1)
        }
        _ if given < min => {
            format!("{} expected at least {min} argument{}, got {given}", def.name, if min == 1 { "" } else { "s" })
        }
        _ if !def.params.is_empty() => {
            let limit = if min < max || max < def.slots() - bound { "at most" } else { "exactly" };
            let kind = if max < def.slots() - bound { "positional " } else { "" };
            let plural = if max == 1 { "" } else { "s" };
            format!("{}() takes {limit} {max} {kind}argument{plural} ({given} given)", def.name)
        }
        _ => format!("{} expected at most {max} argument{}, got {given}", def.name, if max == 1 { "" } else { "s" }),
    };
    Err(interp.type_error(message))
}

/// The receiver of a method of a built-in type must be of that type; of a script subclass, its built-in value is taken.
pub(crate) fn check_receiver(
    interp: &mut Interp,
    native: &Native,
    owner: ClassId,
    values: &mut [Value],
) -> Result<(), Trap> {
    if native.def.binding != crate::native::Binding::Method || owner == crate::types::OBJECT {
        return Ok(());
    }
    let Some(receiver) = values.first_mut() else { return Ok(()) };
    let class = interp.class_of(*receiver);
    if class == owner {
        return Ok(());
    }
    if !interp.is_subclass(class, owner) {
        let message = format!(
            "descriptor '{}' for '{}' objects doesn't apply to a '{}' object",
            native.def.name,
            interp.class_display(owner),
            interp.type_name(*receiver)
        );
        return Err(interp.type_error(message));
    }
    *receiver = interp.payload(*receiver);
    Ok(())
}

impl Interp {
    /// How messages name a native: with its type if it is a method.
    pub(crate) fn native_display(&self, native: &Native) -> String {
        match native.owner {
            Some(owner) => format!("{}.{}", self.heap.classes[owner].name, native.def.name),
            None if native.module.is_empty() || native.module == "builtins" => native.def.name.to_string(),
            None => format!("{}.{}", native.module, native.def.name),
        }
    }
}
