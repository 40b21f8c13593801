//! Step control: an execution that can be left at any instruction, in both directions.
//!
//! Nothing is ever run backward. A recording keeps copies of the execution at some of its steps; to go back is to take
//! the nearest copy before the wanted step and to run it again up to there, which gives the same every time.

mod access;
mod checkpoints;
mod look;
mod race_window;
mod recording;
mod stack_depths;
mod stale_write;
mod steppable;
#[cfg(test)]
mod toy;
mod variable;

pub use access::{Origin, Target};
pub use look::{Call, Spot, calls, shared, spot};
pub use race_window::{RaceWindow, race_windows};
pub use recording::{Decision, Recorded, Recording, Watch};
pub use stale_write::{Finding, Watcher, Write};
pub use steppable::{Progress, Steppable};
