//! The library: native modules, and modules written in Python that are compiled when gilscope is built.
#![forbid(unsafe_code)]

mod frozen;

use gilscope_vm::interp::ModuleInit;

/// The modules implemented in Rust.
pub const NATIVE_MODULES: &[(&str, ModuleInit)] = &[];

pub use frozen::{frozen, hidden, hidden_file_of, names, source};
