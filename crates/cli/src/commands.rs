//! One file for each command.

pub(crate) mod completions;
pub(crate) mod demo;
pub(crate) mod models;
pub(crate) mod run;
mod stats;
