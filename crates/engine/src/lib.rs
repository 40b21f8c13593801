//! One execution of a program: load it, compile it, give each of its threads a thread of the operating system, and end
//! it as CPython ends.
#![forbid(unsafe_code)]

mod anchors;
mod compile;
mod config;
mod console;
mod diagnostic;
pub mod explore;
mod host;
mod importer;
mod limits;
mod load;
mod outcome;
mod parkers;
mod processes;
mod real;
mod recording;
mod relative;
mod session;
mod signals;
pub mod simulated;
mod sources;
pub mod step;
mod workers;

pub use compile::describe;
pub use config::{Config, Program, TraceFile};
pub use limits::{Excess, Limits};
pub use load::{LoadError, Loaded, decode, load};
pub use outcome::Outcome;
pub use recording::header;
pub use session::run;
pub use signals::die_of_interrupt;
