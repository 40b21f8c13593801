//! How it is known, without a collection, that an object whose end matters lives: by a way that leads to it from a root.
//!
//! As long as no reference on its way is dropped, an object lives. Where the run loop drops one it names the objects
//! concerned (`run/drops.rs`), and the steps from and to them are looked at again. Only when one is gone and no other is
//! found close by, the collector decides. So objects die where CPython's reference counts would have ended them, and nothing
//! is counted while no object's end matters.

use super::Heap;
use super::collect::Marker;
use crate::value::*;
use indexmap::IndexMap;
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

/// What lives of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Root {
    /// A place in the stack of a thread.
    Stack { thread: usize, place: usize },
    /// A slot of the globals.
    Global(usize),
    /// Anything else.
    Other,
}

/// What keeps an object alive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Holder {
    /// Not known.
    Unknown,
    Root(Root),
    /// Another object, which is known to live.
    Object(Value),
}

/// An object on a way.
#[derive(Debug, Clone)]
struct Step {
    holder: Holder,
    /// Those it is the holder of.
    holds: Vec<Value>,
    /// Whether its own end matters, not only that of others which it holds.
    is_mortal: bool,
    /// Noted since the last look.
    is_noted: bool,
}

/// All ways to objects whose end matters.
#[derive(Debug, Clone, Default)]
pub(crate) struct Witnesses {
    steps: IndexMap<Value, Step, FxBuildHasher>,
    /// Those that a stack holds.
    stacked: Vec<Value>,
}

impl Witnesses {
    /// The end of `value` matters from now on.
    pub(crate) fn add(&mut self, value: Value) {
        self.step(value).is_mortal = true;
        if !self.is_known(value) {
            self.stacked.push(value);
        }
    }

    fn step(&mut self, value: Value) -> &mut Step {
        let new = || Step { holder: Holder::Unknown, holds: Vec::new(), is_mortal: false, is_noted: false };
        self.steps.entry(value).or_insert_with(new)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// Whether a way leads through it.
    #[inline]
    pub(crate) fn has(&self, value: Value) -> bool {
        self.steps.contains_key(&value)
    }

    /// Note that something is dropped that may concern it; whether that is new.
    #[inline]
    pub(crate) fn note(&mut self, value: Value) -> bool {
        self.steps.get_mut(&value).is_some_and(|step| !std::mem::replace(&mut step.is_noted, true))
    }

    /// The note has been looked at.
    pub(crate) fn unnote(&mut self, value: Value) {
        if let Some(step) = self.steps.get_mut(&value) {
            step.is_noted = false;
        }
    }

    pub(crate) fn holder(&self, value: Value) -> Holder {
        self.steps.get(&value).map_or(Holder::Unknown, |step| step.holder)
    }

    pub(crate) fn holds(&self, value: Value) -> &[Value] {
        self.steps.get(&value).map_or(&[], |step| &step.holds)
    }

    /// Those that a stack held when they were last looked at, and those whose holder is not known yet.
    pub(crate) fn stacked(&self) -> &[Value] {
        &self.stacked
    }

    /// Whether a way to `value` is known.
    pub(crate) fn is_known(&self, mut value: Value) -> bool {
        loop {
            match self.holder(value) {
                Holder::Object(holder) => value = holder,
                Holder::Root(_) => return true,
                Holder::Unknown => return false,
            }
        }
    }

    /// `holder` holds `value`: where it is an object, the way to that must be known.
    pub(crate) fn set(&mut self, value: Value, holder: Holder) {
        let old = std::mem::replace(&mut self.step(value).holder, holder);
        if old == holder {
            return;
        }
        if matches!(old, Holder::Root(Root::Stack { .. }) | Holder::Unknown) {
            self.stacked.retain(|&other| other != value);
        }
        match holder {
            Holder::Object(object) => self.step(object).holds.push(value),
            Holder::Root(Root::Stack { .. }) | Holder::Unknown => self.stacked.push(value),
            _ => {}
        }
        if let Holder::Object(object) = old {
            self.let_go(object, value);
        }
    }

    /// `object` holds `value` no more; who holds nothing and does not matter is forgotten.
    fn let_go(&mut self, mut object: Value, mut value: Value) {
        while let Some(step) = self.steps.get_mut(&object) {
            if let Some(index) = step.holds.iter().position(|&held| held == value) {
                step.holds.swap_remove(index);
            }
            if step.is_mortal || !step.holds.is_empty() {
                return;
            }
            let holder = step.holder;
            self.steps.swap_remove(&object);
            match holder {
                Holder::Object(next) => (object, value) = (next, object),
                _ => return self.stacked.retain(|&other| other != object),
            }
        }
    }

    /// Forget those whose end matters no more; objects that they held are like new ones then.
    pub(crate) fn retain(&mut self, matters: impl Fn(Value) -> bool, is_alive: impl Fn(Value) -> bool) {
        for (&value, step) in &mut self.steps {
            step.is_mortal &= matters(value);
        }
        let is_left = |value: &Value, step: &Step| is_alive(*value) && (step.is_mortal || !step.holds.is_empty());
        let gone: FxHashSet<Value> = self.steps.iter().filter(|(v, s)| !is_left(v, s)).map(|(v, _)| *v).collect();
        if gone.is_empty() {
            return;
        }
        self.steps.retain(|value, _| !gone.contains(value));
        self.stacked.retain(|value| !gone.contains(value));
        for (&value, step) in &mut self.steps {
            step.holds.retain(|value| !gone.contains(value));
            if matches!(step.holder, Holder::Object(holder) if gone.contains(&holder)) {
                step.holder = Holder::Unknown;
                self.stacked.push(value);
            }
        }
        let is_idle = |step: &Step| !step.is_mortal && step.holds.is_empty();
        let idle: Vec<Value> = self.steps.iter().filter(|(_, step)| is_idle(step)).map(|(value, _)| *value).collect();
        for value in idle {
            let holder = self.steps.swap_remove(&value).map(|step| step.holder);
            self.stacked.retain(|&other| other != value);
            if let Some(Holder::Object(object)) = holder {
                self.let_go(object, value);
            }
        }
    }
}

impl Heap {
    /// Whether `parent` refers to `child`.
    pub(crate) fn refers(&self, parent: Value, child: Value) -> bool {
        match parent {
            Value::List(id) => self.lists[id].items.contains(&child),
            Value::Instance(id) => {
                let instance = &self.instances[id];
                instance.inline.contains(&child) || instance.spill.as_ref().is_some_and(|s| s.contains(&child))
            }
            _ => self.held(parent).contains(&child),
        }
    }

    /// Everything `parent` refers to.
    pub(crate) fn held(&self, parent: Value) -> Vec<Value> {
        let mut marker = Marker::default();
        self.trace(parent, &mut marker);
        marker.into_values()
    }

    /// Holders of all of `wanted` that can be reached from `roots`, and of these, the nearest to the roots first; and how
    /// many objects were looked at.
    pub(crate) fn find_holders(&self, roots: &[(Value, Root)], wanted: &[Value]) -> (Vec<(Value, Holder)>, usize) {
        let mut holders: FxHashMap<Value, Holder> = FxHashMap::default();
        let mut next: Vec<Value> = Vec::new();
        for &(value, root) in roots {
            holders.entry(value).or_insert_with(|| {
                next.push(value);
                Holder::Root(root)
            });
        }
        let mut left: FxHashSet<Value> = wanted.iter().copied().filter(|value| !holders.contains_key(value)).collect();
        let mut at = 0;
        while let (Some(&value), false) = (next.get(at), left.is_empty()) {
            at += 1;
            for child in self.held(value) {
                holders.entry(child).or_insert_with(|| {
                    left.remove(&child);
                    next.push(child);
                    Holder::Object(value)
                });
            }
        }
        let mut found = Vec::new();
        for &value in wanted {
            let mut way = Vec::new();
            let mut step = value;
            while let Some(holder) = holders.remove(&step) {
                way.push((step, holder));
                match holder {
                    Holder::Object(object) => step = object,
                    _ => break,
                }
            }
            found.extend(way.into_iter().rev());
        }
        (found, at + roots.len())
    }
}
