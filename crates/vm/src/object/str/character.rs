//! `chr` and `ord`.

use crate::interp::Interp;
use crate::native::NativeResult;
use crate::value::Value;

/// `chr(code)`. Half of a surrogate pair is no character here.
pub fn chr(interp: &mut Interp, code: Value) -> NativeResult {
    let code = interp.clamped_index(code)?;
    match u32::try_from(code).ok().filter(|&c| c <= 0x10ffff) {
        Some(code) => match char::from_u32(code) {
            Some(c) => Ok(interp.char_str(c)),
            None => Err(interp.value_error("chr() of a surrogate is not supported")),
        },
        None => Err(interp.value_error("chr() arg not in range(0x110000)")),
    }
}

/// `ord(character)`.
pub fn ord(interp: &mut Interp, character: Value) -> NativeResult {
    let (code, length) = match interp.payload(character) {
        Value::Str(id) => (interp.heap.str(id).char_at(0).map(|c| i64::from(u32::from(c))), interp.heap.char_count(id)),
        Value::Bytes(id) => {
            let data = &interp.heap.bytes[id].data;
            (data.first().map(|&b| b.into()), data.len())
        }
        _ => {
            let kind = interp.class_display(interp.class_of(character));
            return Err(interp.type_error(format!("ord() expected string of length 1, but {kind} found")));
        }
    };
    match code {
        Some(code) if length == 1 => Ok(Value::Int(code)),
        _ => Err(interp.type_error(format!("ord() expected a character, but string of length {length} found"))),
    }
}
