//! What the methods of `str` and `bytes` make of their arguments.

use crate::interp::Interp;
use crate::native::{Args, Trap};
use crate::value::{StrId, Value};

/// `self`.
pub(crate) fn own(interp: &Interp, args: Args) -> StrId {
    match interp.payload(args.at(0)) {
        Value::Str(id) => id,
        // The table guarantees a str; the empty one is as good as any.
        _ => match interp.empty_str {
            Value::Str(id) => id,
            _ => StrId::default(),
        },
    }
}

/// An argument that must be a `str`; `refusal` is the message up to the name of the wrong type.
#[inline]
pub(crate) fn text(interp: &mut Interp, value: Value, refusal: &str) -> Result<StrId, Trap> {
    match interp.payload(value) {
        Value::Str(id) => Ok(id),
        _ => Err(no_text(interp, value, refusal)),
    }
}

#[cold]
fn no_text(interp: &mut Interp, value: Value, refusal: &str) -> Trap {
    // Where CPython names the argument it says `None`, elsewhere the type.
    let name = match value {
        Value::None if refusal.contains("argument") => "None".to_string(),
        _ => interp.class_display(interp.class_of(value)),
    };
    interp.type_error(format!("{refusal}, not {name}"))
}

/// Optional `start` and `end` at `first` and after it, as positions within `length`: `None` when they enclose nothing,
/// not even an empty text.
pub(crate) fn window(
    interp: &mut Interp,
    args: Args,
    first: usize,
    length: usize,
) -> Result<Option<(usize, usize)>, Trap> {
    if args.len() <= first {
        return Ok(Some((0, length)));
    }
    let start = position(interp, args.or_none(first), 0)?;
    let end = position(interp, args.or_none(first + 1), i64::MAX)?;
    let place = |i: i64| match i {
        ..0 => (length as i64).saturating_add(i).max(0) as usize,
        _ => i as usize,
    };
    let (start, end) = (place(start), place(end).min(length));
    Ok((start <= end && start <= length).then_some((start, end)))
}

fn position(interp: &mut Interp, value: Value, default: i64) -> Result<i64, Trap> {
    match value {
        Value::None => Ok(default),
        Value::Int(i) => Ok(i),
        _ => match interp.clamped_index(value) {
            Err(Trap::Raise(_)) => {
                Err(interp.type_error("slice indices must be integers or None or have an __index__ method"))
            }
            other => other,
        },
    }
}

/// An optional count where -1 means all.
pub(crate) fn limit(interp: &mut Interp, value: Option<Value>) -> Result<usize, Trap> {
    match value {
        None => Ok(usize::MAX),
        Some(value) => Ok(usize::try_from(interp.size_of_value(value)?).unwrap_or(usize::MAX)),
    }
}
