//! The library: native modules, and modules written in Python that are compiled when gilscope is built.
#![forbid(unsafe_code)]

mod frozen;

pub use frozen::{frozen, hidden, names, source};
