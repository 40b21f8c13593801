//! What an execution's events mean: events in, findings and figures out.
//!
//! Everything here takes events one by one, so that it works during a run and on a recorded trace alike.
#![forbid(unsafe_code)]

mod cells;
mod check;
mod convoy;
mod gil;
mod locks;
mod phase;
pub mod sample;
mod situation;
mod summary;
mod switches;
mod timeline;

pub use cells::{Cells, Scale, greatest};
pub use check::{Checked, Checker, Violation};
pub use convoy::{Convoy, Convoys};
pub use gil::has_one_gil;
pub use locks::{LockAccount, LockCosts, LockHold, Owners};
pub use phase::{ByPhase, Phase, Phases, Segment};
pub use situation::{Doing, Situation, Standing};
pub use summary::{Moment, Summary, Summing, ThreadSummary};
pub use switches::{Release, Switch, Switches};
pub use timeline::{Timeline, coarsen, holders, shares};
