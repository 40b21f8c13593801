//! Hash values, equal to CPython's with `PYTHONHASHSEED=0`.

use num_bigint::BigInt;
use num_traits::ToPrimitive;
use siphasher::sip::SipHasher13;
use std::hash::Hasher;

/// The prime 2^61 - 1: numbers hash to their value modulo it.
const MODULUS: u64 = (1 << 61) - 1;
/// What infinity hashes to.
const INFINITY: u64 = 314_159;
/// `hash(None)`.
pub(crate) const NONE: u64 = 0xfca8_6420;

const LANE_1: u64 = 11_400_714_785_074_694_791;
const LANE_2: u64 = 14_029_467_366_897_019_727;
const LANE_5: u64 = 2_870_177_450_012_600_261;

/// `Py_HashBuffer`: SipHash-1-3; never 0 for a non-empty text, 0 for an empty one would mean "unknown" and gives 1 here.
pub fn hash_bytes(bytes: &[u8]) -> u64 {
    if bytes.is_empty() {
        return 0;
    }
    let mut hasher = SipHasher13::new_with_keys(0, 0);
    hasher.write(bytes);
    no_error(hasher.finish())
}

/// -1 means an error in CPython, so no value hashes to it.
fn no_error(hash: u64) -> u64 {
    if hash == u64::MAX { u64::MAX - 1 } else { hash }
}

/// The sign is that of the number, not of the remainder.
fn signed(magnitude: u64, negative: bool) -> u64 {
    no_error(if negative { magnitude.wrapping_neg() } else { magnitude })
}

/// Hash of a `str`: of its code units as CPython stores them: Latin-1, UCS-2 or UCS-4, whichever is the narrowest.
pub(crate) fn hash_text(text: &str) -> u64 {
    if text.is_ascii() {
        return hash_bytes(text.as_bytes());
    }
    let widest = text.chars().max().unwrap_or('\0') as u32;
    let mut units = Vec::new();
    for c in text.chars().map(u32::from) {
        match widest {
            0..=0xff => units.push(c as u8),
            0x100..=0xffff => units.extend_from_slice(&(c as u16).to_le_bytes()),
            _ => units.extend_from_slice(&c.to_le_bytes()),
        }
    }
    hash_bytes(&units)
}

#[inline]
pub(crate) fn hash_int(value: i64) -> u64 {
    if value.unsigned_abs() < MODULUS && value != -1 {
        return value as u64;
    }
    signed(value.unsigned_abs() % MODULUS, value < 0)
}

pub(crate) fn hash_big(value: &BigInt) -> u64 {
    let rest = value.magnitude() % MODULUS;
    signed(rest.to_u64().unwrap_or(0), value.sign() == num_bigint::Sign::Minus)
}

pub(crate) fn hash_float(value: f64) -> u64 {
    if value.is_infinite() {
        return signed(INFINITY, value < 0.0);
    }
    if value.is_nan() {
        return hash_address(value.to_bits());
    }
    let bits = value.to_bits();
    let exponent = (bits >> 52 & 0x7ff) as i64;
    let fraction = bits & ((1 << 52) - 1);
    // value = mantissa * 2^power
    let (mantissa, power) = if exponent == 0 { (fraction, -1074) } else { (fraction | 1 << 52, exponent - 1075) };
    // Multiplying by 2 modulo 2^61 - 1 rotates 61 bits.
    let turns = power.rem_euclid(61) as u32;
    let rotated = if turns == 0 { mantissa } else { mantissa << turns & MODULUS | mantissa >> (61 - turns) };
    signed(rotated % MODULUS, value < 0.0)
}

/// Of an object compared by identity.
pub(crate) fn hash_address(address: u64) -> u64 {
    no_error(address.rotate_right(4))
}

/// Combines the hashes of the items of a tuple.
pub(crate) struct TupleHasher {
    state: u64,
}

impl TupleHasher {
    pub(crate) fn new() -> TupleHasher {
        TupleHasher { state: LANE_5 }
    }

    #[inline]
    pub(crate) fn add(&mut self, lane: u64) {
        let mixed = self.state.wrapping_add(lane.wrapping_mul(LANE_2));
        self.state = mixed.rotate_left(31).wrapping_mul(LANE_1);
    }

    /// Of a tuple of `len` items.
    pub(crate) fn finish(self, len: usize) -> u64 {
        let hash = self.state.wrapping_add(len as u64 ^ (LANE_5 ^ 3_527_539));
        if hash == u64::MAX { 1_546_275_796 } else { hash }
    }

    /// Of a slice, whose length is known.
    pub(crate) fn finish_slice(self) -> u64 {
        if self.state == u64::MAX { 1_546_275_796 } else { self.state }
    }
}

/// Combines the hashes of the members of a frozenset, in any order.
pub(crate) fn hash_set(members: impl Iterator<Item = u64>) -> u64 {
    let mut hash = 0;
    let mut count: u64 = 0;
    for member in members {
        hash ^= (member ^ 89_869_747 ^ (member << 16)).wrapping_mul(3_644_798_167);
        count += 1;
    }
    hash ^= (count + 1).wrapping_mul(1_927_868_237);
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash.wrapping_mul(69_069).wrapping_add(907_133_923);
    if hash == u64::MAX { 590_923_713 } else { hash }
}
