//! `math`: functions of whole numbers of any size.

use gilscope_vm::iteration::iter_to_vec;
use gilscope_vm::native::{Args, NativeDef, NativeResult, Trap};
use gilscope_vm::{Interp, Value};
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};

const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("gcd", gcd, 0, 255),
    NativeDef::function("lcm", lcm, 0, 255),
    NativeDef::function("factorial", factorial, 1, 1),
    NativeDef::function("isqrt", isqrt, 1, 1),
    NativeDef::function("comb", comb, 2, 2),
    NativeDef::function("perm", perm, 1, 2),
    NativeDef::function("prod", prod, 1, 1).params(&["", "start"]).twin("numeric.prod"),
];

/// The largest argument for which a result is computed at all.
const MOST: u64 = 1 << 24;

pub(crate) fn install(interp: &mut Interp) {
    interp.extend_module("math", FUNCTIONS);
}

pub(super) fn to_float(big: &BigInt) -> f64 {
    big.to_f64().unwrap_or(f64::INFINITY)
}

fn integer(interp: &mut Interp, value: Value) -> Result<BigInt, Trap> {
    let index = interp.index_of(value)?;
    Ok(interp.heap.integer(index).map(|i| i.to_big().into_owned()).unwrap_or_default())
}

fn integers(interp: &mut Interp, args: Args<'_>) -> Result<Vec<BigInt>, Trap> {
    args.values.iter().map(|&value| integer(interp, value)).collect()
}

fn gcd(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let result = integers(interp, args)?.iter().fold(BigInt::zero(), |a, b| a.gcd(b));
    Ok(interp.heap.new_int(result.abs()))
}

fn lcm(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let result = integers(interp, args)?.iter().fold(BigInt::one(), |a, b| a.lcm(b));
    Ok(interp.heap.new_int(result.abs()))
}

/// An argument that counts: neither negative nor so large that the result could not be held.
fn count(interp: &mut Interp, n: &BigInt, negative: &str, too_large: &str) -> Result<u64, Trap> {
    if n.is_negative() {
        return Err(interp.value_error(negative));
    }
    match n.to_u64().filter(|&n| n <= MOST) {
        Some(n) => Ok(n),
        None => Err(interp.overflow_error(too_large)),
    }
}

fn factorial(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let n = integer(interp, args.at(0))?;
    let too_large = "factorial() argument should not exceed 9223372036854775807";
    let n = count(interp, &n, "factorial() not defined for negative values", too_large)?;
    Ok(interp.heap.new_int(product(1, n)))
}

/// `low × (low + 1) × … × high`, halved again and again so that the factors stay of like size.
fn product(low: u64, high: u64) -> BigInt {
    match high.checked_sub(low) {
        None => BigInt::one(),
        Some(0) => low.into(),
        Some(1) => BigInt::from(low) * high,
        Some(distance) => product(low, low + distance / 2) * product(low + distance / 2 + 1, high),
    }
}

fn isqrt(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let n = integer(interp, args.at(0))?;
    if n.is_negative() {
        return Err(interp.value_error("isqrt() argument must be nonnegative"));
    }
    Ok(interp.heap.new_int(n.sqrt()))
}

fn comb(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let (n, k) = (integer(interp, args.at(0))?, integer(interp, args.at(1))?);
    if n.is_negative() || k.is_negative() {
        let which = if n.is_negative() { "n" } else { "k" };
        return Err(interp.value_error(format!("{which} must be a non-negative integer")));
    }
    let k = if k > n { return Ok(Value::Int(0)) } else { k.clone().min(&n - &k) };
    let k = count(interp, &k, "", "min(n - k, k) must not exceed 9223372036854775807")?;
    let result = (0..k).fold(BigInt::one(), |product, i| product * (&n - i) / (i + 1));
    Ok(interp.heap.new_int(result))
}

fn perm(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    if args.or_none(1).is_none() {
        return factorial(interp, args);
    }
    let (n, k) = (integer(interp, args.at(0))?, integer(interp, args.at(1))?);
    if n.is_negative() || k.is_negative() {
        let which = if n.is_negative() { "n" } else { "k" };
        return Err(interp.value_error(format!("{which} must be a non-negative integer")));
    }
    if k > n {
        return Ok(Value::Int(0));
    }
    let k = count(interp, &k, "", "k must not exceed 9223372036854775807")?;
    let result = (0..k).fold(BigInt::one(), |product, i| product * (&n - i));
    Ok(interp.heap.new_int(result))
}

/// Integers here; anything else by the operators of the language.
fn prod(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let values = iter_to_vec(interp, args.at(0))?;
    let mut product = BigInt::one();
    for value in args.get(1).into_iter().chain(values) {
        match interp.heap.integer(value) {
            Some(factor) => product *= factor.to_big().into_owned(),
            None => return Err(Trap::Defer),
        }
    }
    Ok(interp.heap.new_int(product))
}
