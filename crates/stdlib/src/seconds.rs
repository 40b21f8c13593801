//! Durations as scripts give them: seconds, int or float, to nanoseconds.

use gilscope_vm::{Interp, Trap, Value};

/// Nanoseconds of `value` seconds, rounded up; the errors are those of CPython's `_PyTime_FromSecondsObject`.
pub(crate) fn nanoseconds(interp: &mut Interp, value: Value) -> Result<i64, Trap> {
    match interp.payload(value) {
        Value::Float(bits) => {
            let seconds = bits.get();
            if seconds.is_nan() {
                return Err(interp.value_error("Invalid value NaN (not a number)"));
            }
            let nanos = (seconds * 1e9).ceil();
            if nanos.abs() >= 9_223_372_036_854_775_808.0 {
                return Err(interp.overflow_error("timestamp out of range for platform time_t"));
            }
            Ok(nanos as i64)
        }
        Value::Big(_) => Err(interp.overflow_error("timestamp too large to convert to C PyTime_t")),
        other => match other.as_int() {
            Some(seconds) => match seconds.checked_mul(1_000_000_000) {
                Some(nanos) => Ok(nanos),
                None => Err(interp.overflow_error("timestamp too large to convert to C PyTime_t")),
            },
            None => {
                let message = format!("'{}' object cannot be interpreted as an integer", interp.type_name(value));
                Err(interp.type_error(message))
            }
        },
    }
}

/// When a wait of `nanos` that begins now ends, in nanoseconds of `Host::monotonic`.
pub(crate) fn deadline(interp: &Interp, nanos: i64) -> u64 {
    interp.monotonic().saturating_add(nanos.max(0) as u64)
}
