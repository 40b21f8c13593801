//! Under which conditions an execution was recorded.

use crate::Level;
use std::sync::Arc;

/// The facts that hold for a whole execution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// The script as it was named on the command line; `-c` and `<stdin>` for programs without a file.
    pub script: Arc<str>,
    /// SHA-256 of the script's text.
    pub script_hash: [u8; 32],
    /// The name of the GIL model: `py3.13`.
    pub model: Arc<str>,
    /// The switch interval, in nanoseconds.
    pub interval: u64,
    /// Instructions from one switch to the next, in models that count; 0 in the others.
    pub ticks: u32,
    pub level: Level,
    /// How time and turns were made up, if they were.
    pub simulation: Option<SimulationFacts>,
}

/// The conditions of a simulation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SimulationFacts {
    pub seed: u64,
    /// Virtual processor cores.
    pub cpus: u32,
    /// The name of the scheduling policy.
    pub policy: Arc<str>,
    /// How long a woken thread needs until it runs, in nanoseconds.
    pub wake_latency: u64,
    /// What work costs, as a word that a schedule has as well; empty for the costs that gilscope has by itself.
    pub costs: Arc<str>,
}
