//! Builtin functions about numbers and characters: `abs divmod pow round hex oct bin chr ord`.

use crate::arithmetic;
use crate::interp::Interp;
use crate::native::{Args, NativeDef, NativeResult};
use crate::value::Value;

pub(crate) const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("abs", abs, 1, 1).quick(quick_abs).twin("operate.absolute"),
    NativeDef::function("bin", bin, 1, 1).twin("operate.to_bin"),
    NativeDef::function("chr", chr, 1, 1).quick(quick_chr).twin("operate.to_chr"),
    NativeDef::function("divmod", divmod, 2, 2).twin("operate.divmod"),
    NativeDef::function("hex", hex, 1, 1).twin("operate.to_hex"),
    NativeDef::function("oct", oct, 1, 1).twin("operate.to_oct"),
    NativeDef::function("ord", ord, 1, 1).quick(quick_ord),
    NativeDef::function("pow", pow, 2, 3).params(&["base", "exp", "mod"]).twin("operate.pow"),
    NativeDef::function("round", round, 1, 2).params(&["number", "ndigits"]).twin("operate.round"),
];

fn abs(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    arithmetic::absolute(interp, args.at(0))
}

fn quick_abs(_: &mut Interp, value: Value) -> Value {
    match value {
        Value::Int(i) => i.checked_abs().map_or(Value::Null, Value::Int),
        Value::Float(x) => Value::float(x.get().abs()),
        _ => Value::Null,
    }
}

fn divmod(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    arithmetic::divide_with_remainder(interp, args.at(0), args.at(1))
}

fn pow(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    arithmetic::power(interp, args.at(0), args.at(1), args.or_none(2))
}

fn round(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    arithmetic::round_number(interp, args.at(0), args.or_none(1))
}

fn prefixed(interp: &mut Interp, args: Args<'_>, radix: u32) -> NativeResult {
    let value = interp.index_of(args.at(0))?;
    let text = interp.prefixed(value, radix)?;
    Ok(interp.str_owned(text))
}

fn bin(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    prefixed(interp, args, 2)
}

fn oct(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    prefixed(interp, args, 8)
}

fn hex(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    prefixed(interp, args, 16)
}

fn chr(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let Value::Int(code) = interp.index_of(args.at(0))? else {
        return Err(interp.value_error("chr() arg not in range(0x110000)"));
    };
    match u32::try_from(code).ok().and_then(char::from_u32) {
        Some(c) => Ok(interp.char_str(c)),
        None if (0xd800..0xe000).contains(&code) => Err(interp.value_error("chr() of a surrogate is not supported")),
        None => Err(interp.value_error("chr() arg not in range(0x110000)")),
    }
}

fn quick_chr(interp: &mut Interp, code: Value) -> Value {
    match code {
        Value::Int(code) if (0..128).contains(&code) => interp.ascii[code as usize & 127],
        _ => Value::Null,
    }
}

fn quick_ord(interp: &mut Interp, text: Value) -> Value {
    match text {
        Value::Str(id) => match interp.heap.str(id).as_str().as_bytes() {
            &[byte] => Value::Int(byte.into()),
            _ => Value::Null,
        },
        _ => Value::Null,
    }
}

fn ord(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let (code, len) = match interp.payload(args.at(0)) {
        Value::Str(id) => {
            let text = interp.heap.str(id);
            (text.as_str().chars().next().map(u32::from), text.char_count())
        }
        Value::Bytes(id) => {
            let data = &interp.heap.bytes[id].data;
            (data.first().map(|&b| b.into()), data.len())
        }
        _ => {
            let name = interp.class_display(interp.class_of(args.at(0)));
            return Err(interp.type_error(format!("ord() expected string of length 1, but {name} found")));
        }
    };
    match code {
        Some(code) if len == 1 => Ok(Value::Int(code.into())),
        _ => Err(interp.type_error(format!("ord() expected a character, but string of length {len} found"))),
    }
}
