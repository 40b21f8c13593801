//! The virtual machine: values, heap, frames, the run loop, built-in types and functions.
#![forbid(unsafe_code)]

pub mod arithmetic;
pub mod builtins;
mod code_store;
pub mod compare;
#[cfg(test)]
mod conformance;
pub mod containers;
pub mod contains;
pub mod cost;
pub mod equality;
pub mod events;
pub mod exceptions;
pub mod exit;
pub mod float_text;
pub mod format;
mod frame;
mod fuse;
mod glimpse;
pub mod hash;
pub mod heap;
pub mod host;
pub mod identity;
mod index;
pub mod inspect;
mod install;
pub mod interp;
pub mod iteration;
mod link;
mod locals;
mod lookup;
pub mod native;
mod native_depth;
pub mod number;
pub mod object;
mod op;
mod plain_call;
mod program;
mod raise;
pub mod repr;
mod run;
mod shape;
mod site;
mod slicing;
mod sort;
pub mod streams;
pub mod subscript;
mod suggest;
pub mod symbol;
#[cfg(test)]
mod testing;
pub mod thread_state;
pub mod threads;
pub mod traceback;
pub mod truth;
mod twin;
pub mod types;
pub mod value;
pub mod virtual_time;
mod wait;

pub use exit::{Exit, IoRequest, IoWork, Reply, Wait, WaitReason};
pub use host::Host;
pub use interp::Interp;
pub use native::{Args, NativeDef, NativeResult, Trap};
pub use symbol::Symbol;
pub use value::Value;
