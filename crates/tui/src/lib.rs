//! The stepper in the terminal: one moment of an execution on a screen, and keys to go to other moments.
#![forbid(unsafe_code)]

mod app;
mod compose;
mod execution;
mod filed;
mod history;
mod keys;
mod lanes;
mod layout;
mod listing;
mod live;
mod mark;
mod moment;
mod palette;
mod panes;
mod plain;
mod race_window;
#[cfg(test)]
mod sample;
mod screen;
mod terminal;
mod time;
mod why;

pub use app::{App, At};
pub use execution::{Command, Execution, Problem, SourceLine};
pub use filed::Filed;
pub use keys::{Action, Direction, Unit};
pub use live::Live;
pub use palette::Palette;
pub use plain::plain;
pub use terminal::run;
