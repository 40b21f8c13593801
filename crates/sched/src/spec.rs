//! Policies by name, as the command line and schedules write them.

use crate::{OsLike, Pinned, RandomTurns, RoundRobin};
use gilscope_gil::{Policy, ThreadId};
use thiserror::Error;

/// The names, with what they mean.
pub const NAMES: [(&str, &str); 4] = [
    ("os", "turns as the lock's rules, the clock and the operating system have it (default)"),
    ("round-robin[:N]", "every thread in turn, N check points each (1)"),
    ("random[:N]", "at each check point any thread, once in N times (1)"),
    ("pinned:ORDER", "an order written by hand: 1*3.2.0 for three turns of T1, one of T2, one of T0"),
];

/// `--policy` with a text that names none.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("there is no policy '{0}': try os, round-robin:10, random:5, pinned:1*3.2")]
pub struct PolicyError(pub String);

/// The policy of this name, begun with a seed.
pub fn policy(name: &str, seed: u64) -> Result<Box<dyn Policy>, PolicyError> {
    let (kind, parameter) = name.split_once(':').map_or((name, None), |(kind, parameter)| (kind, Some(parameter)));
    let unknown = || PolicyError(name.to_owned());
    let number = || parameter.map_or(Some(1), |text| text.parse().ok()).filter(|&n: &u32| n > 0).ok_or_else(unknown);
    Ok(match kind {
        "os" if parameter.is_none() => Box::new(OsLike::new(seed)),
        "round-robin" => Box::new(RoundRobin::new(number()?)),
        "random" => Box::new(RandomTurns::new(seed, number()?)),
        "pinned" => Box::new(Pinned::new(turns(parameter.ok_or_else(unknown)?).ok_or_else(unknown)?)),
        _ => return Err(unknown()),
    })
}

fn turns(text: &str) -> Option<Vec<(ThreadId, u32)>> {
    let turn = |word: &str| {
        let (thread, turns) = word.split_once('*').unwrap_or((word, "1"));
        Some((ThreadId(thread.trim_start_matches('T').parse().ok()?), turns.parse().ok()?))
    };
    text.split('.').map(turn).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_survive() {
        for name in ["os", "round-robin:10", "random:5", "pinned:1*3.2"] {
            assert_eq!(policy(name, 1).map(|policy| policy.name()).as_deref(), Ok(name));
        }
        assert_eq!(policy("random", 1).map(|policy| policy.name()).as_deref(), Ok("random:1"));
        for wrong in ["", "fifo", "os:1", "random:0", "random:x", "pinned", "pinned:", "pinned:1*x"] {
            assert!(policy(wrong, 1).is_err(), "{wrong}");
        }
    }
}
