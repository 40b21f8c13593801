//! `int.to_bytes` and `int.from_bytes`.

use crate::interp::Interp;
use crate::native::{Args, NativeResult, Trap};
use crate::types::INT;
use crate::value::Value;
use num_bigint::BigInt;
use num_traits::Signed;

/// Whether `byteorder` (default `big`) is `little`.
fn is_little(interp: &mut Interp, order: Option<Value>) -> Result<bool, Trap> {
    match order.map(|v| (v, interp.text(v))) {
        None | Some((_, Some("big"))) => Ok(false),
        Some((_, Some("little"))) => Ok(true),
        Some((_, Some(_))) => Err(interp.value_error("byteorder must be either 'little' or 'big'")),
        Some((value, None)) => {
            let message = format!("to_bytes() argument 'byteorder' must be str, not {}", interp.argument_name(value));
            Err(interp.type_error(message))
        }
    }
}

fn is_signed(interp: &Interp, value: Option<Value>) -> Result<bool, Trap> {
    match value {
        Some(value) => crate::truth::truthy(interp, value).ok_or(Trap::Defer),
        None => Ok(false),
    }
}

/// `int.to_bytes(length=1, byteorder='big', *, signed=False)`.
pub(super) fn to_bytes(interp: &mut Interp, args: Args) -> NativeResult {
    let length = match args.get(1) {
        Some(length) => interp.size_of_value(length)?,
        None => 1,
    };
    let little = is_little(interp, args.get(2))?;
    let signed = is_signed(interp, args.get(3))?;
    let Ok(length) = usize::try_from(length) else {
        return Err(interp.value_error("length argument must be non-negative"));
    };
    crate::arithmetic::check_size(interp, length, 1)?;
    let Some(number) = interp.heap.integer(args.at(0)) else { return Ok(Value::NotImplemented) };
    let number = number.to_big().into_owned();
    if number.is_negative() && !signed {
        return Err(interp.overflow_error("can't convert negative int to unsigned"));
    }
    let mut data = if signed { number.to_signed_bytes_le() } else { number.to_bytes_le().1 };
    if number == BigInt::default() {
        data.clear();
    }
    if data.len() > length {
        return Err(interp.overflow_error("int too big to convert"));
    }
    data.resize(length, if number.is_negative() { 0xff } else { 0 });
    if !little {
        data.reverse();
    }
    Ok(interp.heap.new_bytes(data))
}

/// `int.from_bytes(bytes, byteorder='big', *, signed=False)`.
pub(super) fn from_bytes(interp: &mut Interp, args: Args) -> NativeResult {
    let little = is_little(interp, args.get(2))?;
    let signed = is_signed(interp, args.get(3))?;
    if let Value::Str(_) | Value::Int(_) | Value::Big(_) | Value::True | Value::False = interp.payload(args.at(1)) {
        let message = format!("cannot convert '{}' object to bytes", interp.type_name(args.at(1)));
        return Err(interp.type_error(message));
    }
    let mut data = crate::object::bytes::bytes_from(interp, args.at(1))?;
    if !little {
        data.reverse();
    }
    let number = match signed {
        true => BigInt::from_signed_bytes_le(&data),
        false => BigInt::from_bytes_le(num_bigint::Sign::Plus, &data),
    };
    let value = interp.heap.new_int(number);
    match args.at(0) {
        Value::Class(class) if class != INT => Err(Trap::Call(Box::new(crate::native::CallRequest {
            callee: Value::Class(class),
            args: vec![value],
            keywords: Vec::new(),
        }))),
        _ => Ok(value),
    }
}
