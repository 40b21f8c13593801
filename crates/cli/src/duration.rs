//! Times on the command line: `5ms`, `100us`, `0.005`.

use gilscope_trace::Timestamp;
use std::time::Duration;

/// The units that may follow the number, longest name first.
const UNITS: [(&str, f64); 4] = [("ms", 1e-3), ("us", 1e-6), ("µs", 1e-6), ("s", 1.0)];

/// Reads a time; a number without a unit is in seconds, as in `sys.setswitchinterval`.
pub(crate) fn parse_duration(text: &str) -> Result<Duration, String> {
    let unit = UNITS.iter().find_map(|(unit, seconds)| Some((text.strip_suffix(unit)?, *seconds)));
    let (number, seconds) = unit.unwrap_or((text, 1.0));
    let number: f64 = number.trim().parse().map_err(|_| "not a time: try 5ms, 100us or 0.005".to_owned())?;
    if number <= 0.0 {
        return Err("must be more than nothing".to_owned());
    }
    Duration::try_from_secs_f64(number * seconds).map_err(|error| error.to_string())
}

/// Reads a moment: the time since the beginning, which may be none.
pub(crate) fn parse_moment(text: &str) -> Result<Timestamp, String> {
    let is_nothing = text.trim_end_matches(char::is_alphabetic).parse() == Ok(0.0);
    let since_start = if is_nothing { Ok(Duration::ZERO) } else { parse_duration(text) };
    since_start.map(Timestamp::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_and_plain_seconds() {
        assert_eq!(parse_duration("5ms"), Ok(Duration::from_millis(5)));
        assert_eq!(parse_duration("100us"), Ok(Duration::from_micros(100)));
        assert_eq!(parse_duration("2 s"), Ok(Duration::from_secs(2)));
        assert_eq!(parse_duration("0.005"), Ok(Duration::from_millis(5)));
    }

    #[test]
    fn nonsense_is_refused() {
        for text in ["", "ms", "0", "-1", "nan", "inf", "1e300", "5 minutes"] {
            assert!(parse_duration(text).is_err(), "{text}");
        }
    }
}
