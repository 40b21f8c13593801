//! What an execution's events mean: events in, findings and figures out.
//!
//! Everything here takes events one by one, so that it works during a run and on a recorded trace alike.
#![forbid(unsafe_code)]

mod situation;

pub use situation::{Doing, Situation, Standing};
