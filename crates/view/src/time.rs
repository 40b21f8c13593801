//! Times as people write them.

use gilscope_trace::{Header, Timestamp};
use std::time::Duration;

/// Three significant digits with the unit that suits them: `5.02 ms`.
pub fn duration(time: Duration) -> String {
    let seconds = time.as_secs_f64();
    let (value, unit) = match seconds {
        0.0 => return "0".to_owned(),
        s if s >= 0.9995 => (s, "s"),
        s if s >= 0.999_5e-3 => (s * 1e3, "ms"),
        s if s >= 0.999_5e-6 => (s * 1e6, "µs"),
        s => return format!("{:.0} ns", s * 1e9),
    };
    let decimals = match value {
        v if v >= 99.95 => 0,
        v if v >= 9.995 => 1,
        _ => 2,
    };
    format!("{value:.decimals$} {unit}")
}

/// As `duration`, without digits that say nothing: `5 ms`.
pub fn round(time: Duration) -> String {
    let text = duration(time);
    match text.split_once(' ') {
        Some((value, unit)) if value.contains('.') => {
            format!("{} {unit}", value.trim_end_matches('0').trim_end_matches('.'))
        }
        _ => text,
    }
}

/// In ASCII: `us` for microseconds.
pub(crate) fn ascii(text: String) -> String {
    text.replace('µ', "u")
}

/// How finely the moments of an execution are told: microseconds, or nanoseconds where turns last a few instructions
/// on a virtual clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    decimals: usize,
}

impl Clock {
    /// What suits an execution.
    pub fn of(header: &Header) -> Clock {
        let is_fine = header.simulation.is_some() && header.ticks > 0;
        Clock { decimals: if is_fine { 6 } else { 3 } }
    }

    /// A moment in milliseconds: `12.345`.
    pub fn moment(self, at: Timestamp) -> String {
        let unit = 10_u64.pow(6 - self.decimals as u32);
        let (whole, rest) = (at.0 / 1_000_000, at.0 % 1_000_000 / unit);
        format!("{whole}.{rest:0decimals$}", decimals = self.decimals)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_digits_and_a_unit() {
        let text = |nanos| duration(Duration::from_nanos(nanos));
        let expected = ["0", "1 ns", "999 ns", "1.00 µs", "12.3 µs", "123 µs", "1.00 ms", "5.02 ms", "1.00 s", "200 s"];
        let times = [0, 1, 999, 1_000, 12_345, 123_456, 999_999, 5_020_000, 999_999_999, 200_000_000_000];
        assert_eq!(times.map(text), expected);
        assert_eq!(round(Duration::from_millis(5)), "5 ms");
        assert_eq!(round(Duration::from_millis(500)), "500 ms");
    }
}
