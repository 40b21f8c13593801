//! `bytes(...)`, `bytearray(...)`, `fromhex`.

use crate::interp::Interp;
use crate::native::{Args, CallRequest, NativeResult, Trap};
use crate::object::str::codec::{encode, name_argument};
use crate::symbol::Symbol;
use crate::types::{BYTEARRAY, BYTES};
use crate::value::Value;

pub(super) fn bytes(interp: &mut Interp, args: Args) -> NativeResult {
    if let (Some(value @ Value::Bytes(id)), None) = (args.get(0), args.get(1))
        && !interp.heap.bytes[id].is_bytearray
    {
        return Ok(value);
    }
    let data = content(interp, args, "bytes")?;
    Ok(interp.heap.new_bytes(data))
}

pub(super) fn bytearray(interp: &mut Interp, args: Args) -> NativeResult {
    let data = content(interp, args, "bytearray")?;
    Ok(interp.new_bytes_like(data, true))
}

fn content(interp: &mut Interp, args: Args, kind: &str) -> Result<Vec<u8>, Trap> {
    let Some(source) = args.get(0) else {
        return match args.get(1).or(args.get(2)) {
            Some(_) => Err(interp.type_error("encoding or errors without a string argument")),
            None => Ok(Vec::new()),
        };
    };
    if args.get(1).is_none() && args.get(2).is_none() {
        return bytes_of(interp, source, kind);
    }
    let encoding = name_argument(interp, args.get(1), "utf-8", &format!("{kind}() argument 'encoding'"))?;
    let errors = name_argument(interp, args.get(2), "strict", &format!("{kind}() argument 'errors'"))?;
    match interp.text(source) {
        Some(_) if args.get(1).is_none() => Err(interp.type_error("string argument without an encoding")),
        Some(text) => {
            let text = text.to_string();
            encode(interp, &text, &encoding, &errors)
        }
        None if args.get(1).is_some() => Err(interp.type_error("encoding without a string argument")),
        None => Err(interp.type_error("errors without a string argument")),
    }
}

/// The bytes that `bytes(source)` holds; `Defer` when they come from script code.
pub fn bytes_from(interp: &mut Interp, source: Value) -> Result<Vec<u8>, Trap> {
    bytes_of(interp, source, "bytes")
}

fn bytes_of(interp: &mut Interp, source: Value, kind: &str) -> Result<Vec<u8>, Trap> {
    if interp.has_script_method(source, Symbol::BYTES) || interp.has_script_method(source, Symbol::INDEX) {
        return Err(Trap::Defer);
    }
    match interp.payload(source) {
        Value::Bytes(id) => Ok(interp.heap.bytes[id].data.clone()),
        Value::Str(_) => Err(interp.type_error("string argument without an encoding")),
        Value::Int(_) | Value::Big(_) | Value::True | Value::False => {
            let count = interp.size_of_value(source)?;
            let Ok(count) = usize::try_from(count) else { return Err(interp.value_error("negative count")) };
            crate::arithmetic::check_size(interp, count, 1)?;
            Ok(vec![0; count])
        }
        _ if crate::iteration::is_iterable(interp, source) => {
            let items = crate::iteration::iter_to_vec(interp, source)?;
            items.into_iter().map(|item| item_byte(interp, item, kind)).collect()
        }
        _ => {
            let name = interp.class_display(interp.class_of(source));
            Err(interp.type_error(format!("cannot convert '{name}' object to {kind}")))
        }
    }
}

fn item_byte(interp: &mut Interp, item: Value, kind: &str) -> Result<u8, Trap> {
    match u8::try_from(interp.clamped_index(item)?) {
        Ok(byte) => Ok(byte),
        Err(_) if kind == "bytes" => Err(interp.value_error("bytes must be in range(0, 256)")),
        Err(_) => Err(interp.value_error("byte must be in range(0, 256)")),
    }
}

/// `bytes.fromhex(text)`.
pub(super) fn from_hex(interp: &mut Interp, args: Args) -> NativeResult {
    let Some(text) = interp.text(args.at(1)) else {
        let message = format!("fromhex() argument must be str, not {}", interp.argument_name(args.at(1)));
        return Err(interp.type_error(message));
    };
    match parse_hex(text) {
        Ok(data) => match args.at(0) {
            Value::Class(BYTEARRAY) => Ok(interp.new_bytes_like(data, true)),
            Value::Class(class) if class != BYTES => {
                let value = interp.heap.new_bytes(data);
                let (callee, keywords) = (Value::Class(class), Vec::new());
                Err(Trap::Call(Box::new(CallRequest { callee, args: vec![value], keywords })))
            }
            _ => Ok(interp.heap.new_bytes(data)),
        },
        Err(position) => {
            let message = format!("non-hexadecimal number found in fromhex() arg at position {position}");
            Err(interp.value_error(message))
        }
    }
}

/// Pairs of hexadecimal digits, with white space between pairs; the position of what is wrong.
fn parse_hex(text: &str) -> Result<Vec<u8>, usize> {
    let mut data = Vec::with_capacity(text.len() / 2);
    let mut chars = text.chars().enumerate();
    while let Some((i, c)) = chars.next() {
        if c.is_ascii_whitespace() || c == '\x0b' {
            continue;
        }
        let high = c.to_digit(16).ok_or(i)?;
        let low = chars.next().map_or(Err(i + 1), |(i, c)| c.to_digit(16).ok_or(i))?;
        data.push((high * 16 + low) as u8);
    }
    Ok(data)
}
