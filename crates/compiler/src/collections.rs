//! Maps and sets with a quick hash that is the same in every run, unlike the standard library's: names and constants of
//! a source text are looked up all the time, and what is compiled must not depend on chance.

use rustc_hash::FxBuildHasher;
pub(crate) use rustc_hash::{FxHashMap, FxHashSet};

pub(crate) type IndexMap<K, V> = indexmap::IndexMap<K, V, FxBuildHasher>;
pub(crate) type IndexSet<T> = indexmap::IndexSet<T, FxBuildHasher>;
