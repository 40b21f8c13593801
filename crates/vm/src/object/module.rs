//! A module and its global names.

use crate::symbol::Symbol;
use rustc_hash::FxHashMap;

/// The names of a module; the values are in `Interp::globals`, so that code reaches them by one index.
#[derive(Debug, Clone, Default)]
pub struct ModuleObject {
    pub name: Box<str>,
    /// Name → index in `Interp::globals`.
    pub slots: FxHashMap<Symbol, u32>,
    /// The names in the order in which they were first bound.
    pub order: Vec<Symbol>,
}
