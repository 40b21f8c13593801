//! Builtin functions about an object as such: `hash` and `id`.

use crate::identity::address;
use crate::interp::Interp;
use crate::native::{Args, NativeDef, NativeResult};
use crate::value::Value;

pub(crate) const FUNCTIONS: &[NativeDef] =
    &[NativeDef::function("hash", hash, 1, 1).twin("hash_of"), NativeDef::function("id", id, 1, 1)];

fn hash(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    Ok(Value::Int(interp.hash(args.at(0))? as i64))
}

fn id(_: &mut Interp, args: Args<'_>) -> NativeResult {
    Ok(Value::Int(address(args.at(0)) as i64))
}
