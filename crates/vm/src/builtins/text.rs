//! Builtin functions that turn objects into text: `repr ascii format`.

use crate::format::format_value;
use crate::interp::Interp;
use crate::native::{Args, NativeDef, NativeResult};
use crate::value::Value;

pub(crate) const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("ascii", ascii, 1, 1).twin("text.obj_ascii"),
    NativeDef::function("format", format, 1, 2).twin("text.obj_format"),
    NativeDef::function("repr", repr, 1, 1).twin("text.obj_repr"),
];

fn repr(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let text = interp.repr(args.at(0))?;
    Ok(interp.str_owned(text))
}

fn ascii(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let text = interp.ascii(args.at(0))?;
    Ok(interp.str_owned(text))
}

fn format(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let spec = match args.get(1).map(|spec| (spec, interp.payload(spec))) {
        None => None,
        Some((_, Value::Str(id))) => Some(id),
        Some((spec, _)) => {
            let message = format!("format() argument 2 must be str, not {}", interp.argument_name(spec));
            return Err(interp.type_error(message));
        }
    };
    format_value(interp, args.at(0), spec)
}
