//! Hash values, equal to CPython's with `PYTHONHASHSEED=0`.

use siphasher::sip::SipHasher13;
use std::hash::Hasher;

/// `Py_HashBuffer`: SipHash-1-3; never 0 for a non-empty text, 0 for an empty one would mean "unknown" and gives 1 here.
pub fn hash_bytes(bytes: &[u8]) -> u64 {
    if bytes.is_empty() {
        return 0;
    }
    let mut hasher = SipHasher13::new_with_keys(0, 0);
    hasher.write(bytes);
    match hasher.finish() {
        u64::MAX => u64::MAX - 1,
        hash => hash,
    }
}
