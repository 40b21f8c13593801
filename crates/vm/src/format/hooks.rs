//! The `_string` module: templates taken apart, for `string.Formatter` and for the twins of `format` and `%`.

use super::percent::{Count, Piece, Template, format_prepared};
use super::template::{Access, MarkupReader, field_number, split_name};
use crate::interp::Interp;
use crate::native::{Args, NativeDef, NativeResult, Trap};
use crate::value::Value;

const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("formatter_parser", formatter_parser, 1, 1),
    NativeDef::function("formatter_field_name_split", formatter_field_name_split, 1, 1),
    NativeDef::function("percent_fields", percent_fields, 1, 1),
    NativeDef::function("percent_apply", percent_apply, 2, 2),
];

pub(crate) fn install(interp: &mut Interp) {
    interp.add_module("_string", FUNCTIONS);
}

fn text_argument(interp: &mut Interp, value: Value) -> Result<String, Trap> {
    match interp.text(value) {
        Some(text) => Ok(text.to_string()),
        None => {
            let message = format!("expected str, got {}", interp.type_name(value));
            Err(interp.type_error(message))
        }
    }
}

/// A list of (literal text, field name, format spec, conversion).
fn formatter_parser(interp: &mut Interp, args: Args) -> NativeResult {
    let template = text_argument(interp, args.at(0))?;
    let mut reader = MarkupReader::new(&template);
    let mut pieces = Vec::new();
    while let Some(piece) = reader.next_piece() {
        let (literal, field) = piece.map_err(|message| interp.value_error(message))?;
        let literal = interp.str(literal);
        let row = match field {
            Some(field) => {
                let conversion = match field.conversion {
                    Some(c) => interp.char_str(c),
                    None => Value::None,
                };
                [literal, interp.str(field.name), interp.str(field.spec), conversion]
            }
            None => [literal, Value::None, Value::None, Value::None],
        };
        pieces.push(interp.heap.new_tuple(&row));
    }
    Ok(interp.heap.new_list(pieces))
}

fn name_or_number(interp: &mut Interp, text: &str) -> Value {
    match field_number(text) {
        Some(n) => Value::Int(n.try_into().unwrap_or(i64::MAX)),
        None => interp.str(text),
    }
}

/// (first, [(is attribute, name or index), …])
fn formatter_field_name_split(interp: &mut Interp, args: Args) -> NativeResult {
    let name = text_argument(interp, args.at(0))?;
    let (first, accesses) = split_name(&name).map_err(|message| interp.value_error(message))?;
    let mut rows = Vec::new();
    for access in accesses {
        let row = match access {
            Access::Attribute(name) => [Value::True, interp.str(name)],
            Access::Item(key) => [Value::False, name_or_number(interp, key)],
        };
        rows.push(interp.heap.new_tuple(&row));
    }
    let first = name_or_number(interp, first);
    let rest = interp.heap.new_list(rows);
    Ok(interp.heap.new_tuple(&[first, rest]))
}

/// A list of (key or None, number of `*`, conversion character) of a `%` template.
fn percent_fields(interp: &mut Interp, args: Args) -> NativeResult {
    let template = text_argument(interp, args.at(0))?;
    let mut reader = Template::new(&template);
    let mut rows = Vec::new();
    while let Some(piece) = reader.next_piece() {
        let Piece::Field(field) = piece.map_err(|message| interp.value_error(message))? else { continue };
        let key = match field.key {
            Some(key) => interp.str(key),
            None => Value::None,
        };
        let stars = [field.width, field.precision].iter().filter(|c| **c == Some(Count::Star)).count();
        let row = [key, Value::Int(stars as i64), interp.char_str(field.conversion)];
        rows.push(interp.heap.new_tuple(&row));
    }
    Ok(interp.heap.new_list(rows))
}

/// `template % values`, where `%s`, `%r` and `%a` take texts and keys have been resolved.
fn percent_apply(interp: &mut Interp, args: Args) -> NativeResult {
    let template = text_argument(interp, args.at(0))?;
    let values = match args.at(1) {
        Value::Tuple(id) => interp.heap.tuple(id).to_vec(),
        value => vec![value],
    };
    let text = format_prepared(interp, &template, &values)?;
    Ok(interp.str_owned(text))
}
