//! `str.maketrans` and `str.translate`.

use super::arguments::own;
use crate::interp::Interp;
use crate::native::{Args, NativeResult, Trap};
use crate::value::{DictId, Value};

pub(super) fn maketrans(interp: &mut Interp, args: Args) -> NativeResult {
    let Value::Dict(table) = interp.heap.new_dict(Default::default()) else { return Ok(Value::None) };
    match args.get(1) {
        None => from_dict(interp, args.at(0), table)?,
        Some(to) => from_texts(interp, args.at(0), to, args.get(2), table)?,
    }
    Ok(Value::Dict(table))
}

fn from_dict(interp: &mut Interp, source: Value, table: DictId) -> Result<(), Trap> {
    let Value::Dict(source) = interp.payload(source) else {
        return Err(interp.type_error("if you give only one argument to maketrans it must be a dict"));
    };
    let entries: Vec<(Value, Value)> = interp.heap.dicts[source].iter().map(|e| (e.key, e.value)).collect();
    for (key, value) in entries {
        let key = match key {
            Value::Str(id) => {
                let mut chars = interp.heap.text(id).chars();
                match (chars.next(), chars.next()) {
                    (Some(c), None) => Value::Int(c as i64),
                    _ => return Err(interp.value_error("string keys in translate table must be of length 1")),
                }
            }
            Value::Int(_) | Value::Big(_) | Value::True | Value::False => key,
            _ => return Err(interp.type_error("keys in translate table must be strings or integers")),
        };
        interp.dict_set(table, key, value)?;
    }
    Ok(())
}

fn from_texts(interp: &mut Interp, from: Value, to: Value, gone: Option<Value>, table: DictId) -> Result<(), Trap> {
    let chars = |interp: &mut Interp, value: Value, refusal: &str| match interp.text(value) {
        Some(text) => Ok(text.chars().collect::<Vec<char>>()),
        None => {
            let message = format!("{refusal}, not {}", interp.type_name(value));
            Err(interp.type_error(message))
        }
    };
    if interp.text(from).is_none() {
        return Err(interp.type_error("first maketrans argument must be a string if there is a second argument"));
    }
    let from = chars(interp, from, "")?;
    let to = chars(interp, to, "maketrans() argument 2 must be str")?;
    let gone = match gone {
        Some(gone) => chars(interp, gone, "maketrans() argument 3 must be str")?,
        None => Vec::new(),
    };
    if from.len() != to.len() {
        return Err(interp.value_error("the first two maketrans arguments must have equal length"));
    }
    for (from, to) in from.iter().zip(to) {
        interp.dict_set(table, Value::Int(*from as i64), Value::Int(to as i64))?;
    }
    for c in gone {
        interp.dict_set(table, Value::Int(c as i64), Value::None)?;
    }
    Ok(())
}

/// `text.translate(table)` with a dict; the twin takes any other table.
pub(super) fn translate(interp: &mut Interp, args: Args) -> NativeResult {
    let own = own(interp, args);
    let Value::Dict(table) = args.at(1) else { return Err(Trap::Defer) };
    let source: Vec<char> = interp.heap.text(own).chars().collect();
    let mut out = String::with_capacity(source.len());
    for c in source {
        match interp.dict_get(table, Value::Int(c as i64))? {
            None => out.push(c),
            Some(Value::None) => {}
            Some(Value::Str(id)) => out.push_str(interp.heap.text(id)),
            Some(value) => match value.as_int().map(|i| u32::try_from(i).ok().and_then(char::from_u32)) {
                Some(Some(c)) => out.push(c),
                Some(None) => return Err(interp.value_error("character mapping must be in range(0x110000)")),
                None => {
                    return Err(interp.type_error("character mapping must return integer, None or str"));
                }
            },
        }
    }
    Ok(interp.str_owned(out))
}
