//! `format`, f-strings, `str.format` and `%`: turning values into text by a specification.

pub(crate) mod hooks;
mod number;
pub mod percent;
mod spec;
pub(crate) mod template;

pub use number::{format_float, push_float, push_integer};
pub use spec::{Align, Grouping, Sign, Spec, push_fill};
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
        Some(id) => match Spec::parse(interp.heap.text(id), spec_type(value)) {
            Ok(spec) if has_plain_format(value) => {
                interp.str_written(|interp, out| push_plain(interp, out, value, &spec))
            }
            _ => {
                let spec = interp.heap.text(id).to_string();
                interp.str_written(|interp, out| push_formatted(interp, out, value, &spec))
            }
        },
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

/// Whether the value is of a built-in type that knows format specifications.
#[inline]
fn has_plain_format(value: Value) -> bool {
    matches!(value, Value::Int(_) | Value::Big(_) | Value::True | Value::False | Value::Float(_) | Value::Str(_))
}

/// The name of the type in messages about the specification.
fn spec_type(value: Value) -> &'static str {
    match value {
        Value::Float(_) => "float",
        Value::Str(_) => "str",
        Value::True | Value::False => "bool",
        _ => "int",
    }
}

/// Append `format(value, spec)` with a spec that is not empty.
pub fn push_formatted(interp: &mut Interp, out: &mut String, value: Value, spec: &str) -> Result<(), Trap> {
    let payload = match value {
        Value::Instance(_) | Value::Exception(_) | Value::Class(_) | Value::Opaque(_) => {
            match own_format(interp, value)? {
                Some(owner)
                    if interp.heap.classes[owner].layout == Layout::Builtin && !matches!(value, Value::Opaque(_)) =>
                {
                    interp.payload(value)
                }
                Some(_) => {
                    let spec = interp.str(spec);
                    let text = object_format(interp, value, spec)?;
                    out.push_str(interp.text(text).unwrap_or_default());
                    return Ok(());
                }
                None => value,
            }
        }
        _ => value,
    };
    if !has_plain_format(payload) {
        let name = interp.type_name(value);
        let message = format!("unsupported format string passed to {name}.__format__");
        return Err(interp.type_error(message));
    }
    let spec = Spec::parse(spec, spec_type(payload)).map_err(|message| interp.value_error(message))?;
    push_plain(interp, out, payload, &spec)
}

/// The same of a value for which `has_plain_format` holds.
fn push_plain(interp: &mut Interp, out: &mut String, value: Value, spec: &Spec) -> Result<(), Trap> {
    let result = match value {
        Value::Float(f) => push_float(out, f.get(), spec, "float"),
        Value::Str(id) => push_text(out, interp.heap.text(id), spec),
        _ => return push_integer(interp, out, value, spec, spec_type(value)),
    };
    result.map_err(|message| interp.value_error(message))
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

/// Append `format` of a `str`.
fn push_text(out: &mut String, text: &str, spec: &Spec) -> Result<(), String> {
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
    let start = out.len();
    out.push_str(text);
    spec.pad_from(out, start, start, Align::Left);
    Ok(())
}
