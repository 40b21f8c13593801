//! What a class or its bases have under a name, and the cache of such look-ups.
//!
//! Operators, `with`, `for`, calls of classes and the like ask the same few questions again and again; each answer is
//! a walk over the MRO with a hash look-up per class. (CPython: the type attribute cache of `Objects/typeobject.c`.)

use crate::interp::Interp;
use crate::symbol::Symbol;
use crate::value::{ClassId, Value};
use std::cell::Cell;

/// Number of places in the cache; a power of two.
const PLACES: usize = 1024;

/// One question and its answer: the class that has the name, and the index in its dict. An index stays valid when the
/// value is replaced.
#[derive(Debug, Clone, Copy)]
struct Answer {
    class: ClassId,
    name: Symbol,
    version: u32,
    index: u32,
    /// `None` when no class has it.
    owner: Option<ClassId>,
}

/// Answers by class and name. Each holds for one version of the classes.
#[derive(Debug, Clone)]
pub(crate) struct LookupCache {
    places: Box<[Cell<Answer>]>,
}

impl Default for LookupCache {
    fn default() -> LookupCache {
        let empty = Answer { class: ClassId(0), name: Symbol::INIT, version: 0, index: 0, owner: None };
        LookupCache { places: vec![Cell::new(empty); PLACES].into() }
    }
}

impl Interp {
    /// What `class` or one of its bases has under `name`, without binding.
    #[inline]
    pub fn lookup(&self, class: ClassId, name: Symbol) -> Option<Value> {
        self.lookup_where(class, name).map(|(owner, index)| self.heap.classes[owner].dict.at(index))
    }

    /// Which class in the MRO of `class` has `name`, and at which index of its dict.
    #[inline]
    pub fn lookup_where(&self, class: ClassId, name: Symbol) -> Option<(ClassId, u32)> {
        let place = (class.index() * 31 + name.0 as usize) % PLACES;
        let known = self.lookups.places[place].get();
        if known.class == class && known.name == name && known.version == self.class_version {
            return known.owner.map(|owner| (owner, known.index));
        }
        self.walk(class, name, place)
    }

    fn walk(&self, class: ClassId, name: Symbol, place: usize) -> Option<(ClassId, u32)> {
        let mro = &self.heap.classes[class].mro;
        let found = mro.iter().find_map(|&c| Some((c, self.heap.classes[c].dict.find(name)?)));
        let (owner, index) = found.map_or((None, 0), |(owner, index)| (Some(owner), index));
        self.lookups.places[place].set(Answer { class, name, version: self.class_version, index, owner });
        found
    }

    /// The structure of a class has changed: what caches remember is stale.
    pub(crate) fn classes_changed(&mut self) {
        self.class_version = self.class_version.wrapping_add(1);
    }
}
