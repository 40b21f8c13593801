//! What a lock is called: the variable or attribute through which the script reaches it.

use crate::code_store::LinkedCode;
use crate::exit::Wait;
use crate::interp::Interp;
use crate::thread_state::ThreadState;
use crate::value::*;
use std::collections::HashSet;

/// Objects within objects are looked into to this depth: `manager.queues[0].mutex`.
const DEPTH: usize = 3;
/// So many values are looked at for one name, and no more.
const MOST_VALUES: usize = 2_000;
/// So many items of a container are looked at.
const MOST_ITEMS: usize = 64;

/// A search for the way to a value.
struct Search<'i> {
    interp: &'i Interp,
    wanted: Value,
    seen: HashSet<Value>,
    /// Values to look into, each with the words that lead to it. Looked at in order, so the shortest way is found.
    open: Vec<(Value, String, usize)>,
}

impl Interp {
    /// The kind and the name of a lock that a thread is about to use.
    ///
    /// A lock that library code made for one wait is called after the object that waits: a `Condition`, and what that is
    /// called.
    pub(crate) fn lock_kind_and_name(&self, lock: LockId, ts: &ThreadState) -> (String, Option<String>) {
        if let Some(Wait::Handed { .. }) = ts.wait {
            return ("SimpleQueue".to_owned(), None);
        }
        let lock = Value::Lock(lock);
        if let Some(name) = self.name_of(lock, ts) {
            return (self.type_name(lock).to_owned(), Some(name));
        }
        // Innermost first, as long as they are the library's.
        let library = ts.frames.iter().rev().map_while(|frame| {
            let linked = self.code.find(frame.code)?;
            (!linked.is_of_script()).then_some((frame, linked))
        });
        let library: Vec<_> = library.collect();
        for (_, linked) in &library {
            let mut globals = self.bound_globals(linked.module);
            if let Some((name, _)) = globals.find(|&(_, value)| value == lock) {
                let module = &self.heap.modules[linked.module].name;
                return (self.type_name(lock).to_owned(), Some(format!("{module}.{name}")));
            }
        }
        let mut kind = None;
        for (frame, linked) in library {
            let Some(owner @ Value::Instance(_)) = self.local_named(ts, frame, linked, "self") else { continue };
            kind.get_or_insert_with(|| self.type_name(owner).to_owned());
            if let Some(name) = self.name_of(owner, ts) {
                return (self.type_name(owner).to_owned(), Some(name));
            }
        }
        (kind.unwrap_or_else(|| self.type_name(lock).to_owned()), None)
    }

    /// How the script can reach a value: from the global names of its main module, or from the locals of a thread.
    fn name_of(&self, wanted: Value, ts: &ThreadState) -> Option<String> {
        let mut search = Search { interp: self, wanted, seen: HashSet::new(), open: Vec::new() };
        if let Some(main) = self.events.main {
            for (name, value) in self.bound_globals(main).filter(|(name, _)| !name.starts_with("__")) {
                if search.meets(value, 0, || name.to_owned()) {
                    return Some(name.to_owned());
                }
            }
        }
        search.run().or_else(|| self.name_in_locals(wanted, ts))
    }

    fn name_in_locals(&self, wanted: Value, ts: &ThreadState) -> Option<String> {
        let mut search = Search { interp: self, wanted, seen: HashSet::new(), open: Vec::new() };
        for frame in ts.frames.iter().rev() {
            let Some(linked) = self.code.find(frame.code).filter(|linked| linked.is_of_script()) else { continue };
            for name in &linked.code.locals {
                let value = self.local_named(ts, frame, linked, name);
                if value.is_some_and(|value| search.meets(value, 0, || name.to_string())) {
                    return Some(name.to_string());
                }
            }
        }
        search.run()
    }

    fn local_named(
        &self,
        ts: &ThreadState,
        frame: &crate::frame::Frame,
        linked: &LinkedCode,
        name: &str,
    ) -> Option<Value> {
        let slot = linked.code.locals.iter().position(|local| &**local == name)?;
        let first = (frame.window as usize).checked_sub(linked.shift as usize)?;
        match *ts.stack.get(first + slot)? {
            Value::Null => None,
            Value::Cell(cell) => Some(self.heap.cells[cell].content).filter(|value| !value.is_null()),
            value => Some(value),
        }
    }
}

impl Search<'_> {
    /// Whether this is the value; if not, it is looked into later.
    fn meets(&mut self, value: Value, depth: usize, way: impl FnOnce() -> String) -> bool {
        if value == self.wanted {
            return true;
        }
        let has_inside = matches!(value, Value::Instance(_) | Value::List(_) | Value::Tuple(_) | Value::Dict(_));
        if has_inside && depth < DEPTH && self.seen.len() < MOST_VALUES && self.seen.insert(value) {
            self.open.push((value, way(), depth + 1));
        }
        false
    }

    fn run(&mut self) -> Option<String> {
        let mut next = 0;
        while let Some((value, way, depth)) = self.open.get(next).cloned() {
            next += 1;
            for (step, inside) in self.inside(value) {
                if self.meets(inside, depth, || format!("{way}{step}")) {
                    return Some(format!("{way}{step}"));
                }
            }
        }
        None
    }

    /// What is in a value, each with how to get at it.
    fn inside(&self, value: Value) -> Vec<(String, Value)> {
        let heap = &self.interp.heap;
        let item = |(index, &value): (usize, &Value)| (format!("[{index}]"), value);
        match value {
            Value::Instance(id) => {
                let attributes = self.interp.attributes_of(id).into_iter();
                attributes.map(|(name, value)| (format!(".{name}"), value)).collect()
            }
            Value::List(id) => heap.lists[id].items.iter().enumerate().take(MOST_ITEMS).map(item).collect(),
            Value::Tuple(id) => heap.tuple(id).iter().enumerate().take(MOST_ITEMS).map(item).collect(),
            Value::Dict(id) => {
                let entries = (0..MOST_ITEMS).map_while(|index| heap.dicts[id].entry(index));
                let entries = entries.filter(|entry| !entry.key.is_null());
                entries.map(|entry| (format!("[{}]", self.interp.glimpse(entry.key, 24)), entry.value)).collect()
            }
            _ => Vec::new(),
        }
    }
}
