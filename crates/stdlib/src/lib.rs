//! The library: native modules, and modules written in Python that are compiled when gilscope is built.
#![forbid(unsafe_code)]

mod frozen;
mod native;
mod registry;
mod seconds;
mod struct_sequence;

pub use frozen::{frozen, hidden, hidden_file_of, names, source};
pub use native::multiprocessing::process_table;
pub use registry::NATIVE_MODULES;
