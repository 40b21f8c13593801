//! The policies: who has the next turn. A policy answers questions of a simulation, and knows nothing of how it works.
#![forbid(unsafe_code)]

mod bounded;
mod determinism;
mod os;
mod pinned;
mod random;
mod recorded;
mod replay;
mod round_robin;
mod spec;

pub use bounded::Bounded;
pub use determinism::DeterminismCheck;
pub use os::OsLike;
pub use pinned::Pinned;
pub use random::RandomTurns;
pub use recorded::{Picks, Recorded};
pub use replay::Replay;
pub use round_robin::RoundRobin;
pub use spec::{NAMES, PolicyError, policy};

#[cfg(test)]
mod testing;
