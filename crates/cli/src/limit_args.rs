//! The part of a command line that says how much of the machine a script may use.

use crate::duration::parse_duration;
use clap::Args;
use gilscope_engine::Limits;
use std::num::NonZeroU32;
use std::time::Duration;

/// The units that may follow a number of bytes.
const UNITS: [(&str, u64); 3] = [("K", 1 << 10), ("M", 1 << 20), ("G", 1 << 30)];

/// How much a script may use that somebody else has written. At a limit it is stopped, with exit status 91.
#[derive(Debug, Args)]
#[command(next_help_heading = "Limits")]
pub(crate) struct LimitArgs {
    /// Stop after so much time on the clock.
    #[arg(long, value_name = "TIME", value_parser = parse_duration)]
    pub(crate) time_limit: Option<Duration>,

    /// Stop when the process occupies more memory than this: 512M, 2G, or bytes as a number.
    #[arg(long, value_name = "SIZE", value_parser = parse_size)]
    pub(crate) memory_limit: Option<u64>,

    /// Let no more than N threads be alive beside the main thread: to start one more is a RuntimeError.
    #[arg(long, value_name = "N")]
    pub(crate) thread_limit: Option<NonZeroU32>,
}

impl LimitArgs {
    pub(crate) fn limits(&self) -> Limits {
        Limits::new(self.time_limit, self.memory_limit, self.thread_limit.map(NonZeroU32::get))
    }
}

/// Reads a number of bytes: `512M`, `2GiB`, `1048576`.
fn parse_size(text: &str) -> Result<u64, String> {
    let short = text.strip_suffix("iB").or_else(|| text.strip_suffix('B')).unwrap_or(text);
    let unit = UNITS.iter().find_map(|(unit, bytes)| Some((short.strip_suffix(unit)?, *bytes)));
    let (number, bytes) = unit.unwrap_or((short, 1));
    let number: u64 = number.trim().parse().map_err(|_| "not a size: try 512M, 2G or a number of bytes".to_owned())?;
    match number.checked_mul(bytes) {
        Some(0) => Err("must be more than nothing".to_owned()),
        Some(size) => Ok(size),
        None => Err("too much".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_with_and_without_unit() {
        assert_eq!(parse_size("1048576"), Ok(1 << 20));
        assert_eq!(parse_size("512M"), Ok(512 << 20));
        assert_eq!(parse_size("2GiB"), Ok(2 << 30));
        assert_eq!(parse_size("64 KB"), Ok(64 << 10));
    }

    #[test]
    fn nonsense_is_refused() {
        for text in ["", "M", "0", "0G", "-1", "1.5G", "10T", "99999999999G"] {
            assert!(parse_size(text).is_err(), "{text}");
        }
    }
}
