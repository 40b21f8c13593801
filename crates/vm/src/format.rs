//! `format`, f-strings, `str.format` and `%`: turning values into text by a specification.

pub(crate) mod hooks;
mod number;
pub mod percent;
mod spec;
pub(crate) mod template;

pub use number::{format_float, format_integer};
pub use spec::{Align, Grouping, Sign, Spec};
pub use template::format_template;

use crate::interp::Interp;
use crate::native::{NativeResult, Trap};
use crate::object::Layout;
use crate::symbol::Symbol;
use crate::types;
use crate::value::{StrId, Value};

/// `format(value, spec)`, as f-strings do it; `Defer` where script code decides.
pub fn format_value(interp: &mut Interp, value: Value, spec: Option<StrId>) -> NativeResult {
    match spec.filter(|&id| !interp.heap.text(id).is_empty()) {
        None => match value {
            Value::Str(_) => Ok(value),
            Value::Instance(_) | Value::Exception(_) | Value::Class(_) | Value::Opaque(_) => {
                match own_format(interp, value)? {
                    // The numbers and texts turn a subclass into text by its `__str__`.
                    Some(owner) if interp.heap.classes[owner].layout != Layout::Builtin => {
                        let empty = interp.empty_str;
                        object_format(interp, value, empty)
                    }
                    _ => interp.str_value(value),
                }
            }
            _ => interp.str_value(value),
        },
        Some(spec) => {
            let text = format_text(interp, value, spec)?;
            Ok(interp.str_owned(text))
        }
    }
}

/// `!s`, `!r` and `!a` (1, 2, 3) of an f-string.
pub fn convert(interp: &mut Interp, value: Value, conversion: u32) -> NativeResult {
    let text = match conversion {
        2 => interp.repr(value)?,
        3 => interp.ascii(value)?,
        _ => return interp.str_value(value),
    };
    Ok(interp.str_owned(text))
}

/// `format(value, spec)` with a spec that is not empty.
pub fn format_text(interp: &mut Interp, value: Value, spec: StrId) -> Result<String, Trap> {
    let payload = match value {
        Value::Instance(_) | Value::Exception(_) | Value::Class(_) | Value::Opaque(_) => {
            match own_format(interp, value)? {
                Some(owner)
                    if interp.heap.classes[owner].layout == Layout::Builtin && !matches!(value, Value::Opaque(_)) =>
                {
                    interp.payload(value)
                }
                Some(_) => {
                    let text = object_format(interp, value, Value::Str(spec))?;
                    return Ok(interp.text(text).unwrap_or_default().to_string());
                }
                None => value,
            }
        }
        _ => value,
    };
    if !matches!(payload, Value::Int(_) | Value::Big(_) | Value::True | Value::False | Value::Float(_) | Value::Str(_))
    {
        let name = interp.type_name(value);
        let message = format!("unsupported format string passed to {name}.__format__");
        return Err(interp.type_error(message));
    }
    let type_name = match payload {
        Value::Float(_) => "float",
        Value::Str(_) => "str",
        Value::True | Value::False => "bool",
        _ => "int",
    };
    let spec = match Spec::parse(interp.heap.text(spec), type_name) {
        Ok(spec) => spec,
        Err(message) => return Err(interp.value_error(message)),
    };
    match payload {
        Value::Float(f) => format_float(f.get(), &spec, type_name).map_err(|message| interp.value_error(message)),
        Value::Str(id) => {
            let result = format_str(interp.heap.text(id), &spec);
            result.map_err(|message| interp.value_error(message))
        }
        _ => format_integer(interp, payload, &spec, type_name),
    }
}

/// The class whose native `__format__` the value has, unless it is that of `object`.
fn own_format(interp: &Interp, value: Value) -> Result<Option<crate::value::ClassId>, Trap> {
    match interp.lookup(interp.class_of(value), Symbol::FORMAT) {
        Some(Value::Native(id)) => Ok(interp.natives[id.index()].owner.filter(|&c| c != types::OBJECT)),
        None => Ok(None),
        Some(_) => Err(Trap::Defer),
    }
}

fn object_format(interp: &mut Interp, value: Value, spec: Value) -> NativeResult {
    match interp.call_native_method(value, Symbol::FORMAT, &[spec]) {
        Some(result) => result,
        None => interp.str_value(value),
    }
}

/// `format` of a `str`.
fn format_str(text: &str, spec: &Spec) -> Result<String, String> {
    if !matches!(spec.kind, None | Some('s')) {
        return Err(spec.unknown_code("str"));
    }
    if let Some(grouping) = spec.grouping {
        return Err(format!("Cannot specify '{}' with 's'.", grouping.separator()));
    }
    if let Some(sign) = spec.sign {
        return Err(match sign {
            Sign::Space => "Space not allowed in string format specifier".to_string(),
            _ => "Sign not allowed in string format specifier".to_string(),
        });
    }
    if spec.no_negative_zero {
        return Err("Negative zero coercion (z) not allowed in string format specifier".to_string());
    }
    if spec.alternate {
        return Err("Alternate form (#) not allowed in string format specifier".to_string());
    }
    if spec.align == Some(Align::AfterSign) {
        return Err("'=' alignment not allowed in string format specifier".to_string());
    }
    let text = match spec.precision {
        Some(precision) => text.char_indices().nth(precision).map_or(text, |(end, _)| &text[..end]),
        None => text,
    };
    Ok(spec.pad(text, Align::Left))
}
