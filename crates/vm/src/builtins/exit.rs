//! `exit` and `quit`, which CPython's `site` module adds for interactive use.

use crate::exceptions::SYSTEM_EXIT;
use crate::interp::Interp;
use crate::native::{Args, NativeDef, NativeResult, Trap};
use crate::symbol::Symbol;

pub(crate) const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("exit", exit, 0, 1).params(&["code"]),
    NativeDef::function("quit", exit, 0, 1).params(&["code"]),
];

fn exit(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let code = args.or_none(0);
    let exception = interp.new_exception(SYSTEM_EXIT, &[code]);
    interp.set_exception_attribute(exception, Symbol::CODE_ATTR, code);
    Err(Trap::Raise(exception))
}
