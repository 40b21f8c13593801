//! Going back to an earlier state of the whole interpreter: see `heap/restore.rs`.

use crate::interp::Interp;
use crate::thread_state::ThreadState;
use crate::value::{CodeId, Value};
use std::sync::Arc;

impl Interp {
    /// The state to which `restore` goes back is the present one.
    pub fn freeze(&mut self) {
        self.heap.freeze();
    }

    /// Goes back to the state of `from`, of which this is a frozen copy: for the same in all that follows, and faster than
    /// a new copy. Its host, its eval breaker and those who listen stay; inline caches keep what they have learned.
    pub fn restore(&mut self, from: &Interp) {
        self.restore_names(from);
        self.heap.restore(&from.heap);
        self.restore_threads(from);
        self.current = from.current;
        self.alive = from.alive;
        self.scheduling.clone_from(&from.scheduling);
        self.time.clone_from(&from.time);
        self.locals.clone_from(&from.locals);
        (self.recursion_limit, self.native_depth) = (from.recursion_limit, from.native_depth);
        (self.entry, self.int_max_str_digits) = (from.entry, from.int_max_str_digits);
        self.repr_active.clone_from(&from.repr_active);
        self.streams.clone_from(&from.streams);
        self.events.restore(&from.events);
    }

    /// What grows only: names, shapes, globals, code, natives, and the caches that speak of them.
    fn restore_names(&mut self, from: &Interp) {
        let is_grown = self.class_version != from.class_version
            || self.shapes.len() != from.shapes.len()
            || self.globals.len() != from.globals.len()
            || self.heap.classes.len() != from.heap.classes.len()
            || self.heap.modules.len() != from.heap.modules.len();
        if is_grown {
            self.shapes.truncate(from.shapes.len());
            self.global_names.truncate(from.global_names.len());
            self.sites.clone_from(&from.sites);
            self.lookups.clone_from(&from.lookups);
        }
        self.sites.truncate(from.sites.len());
        self.class_version = from.class_version;
        self.symbols.truncate(from.symbols.len());
        for index in self.late_symbol_strs.drain(..) {
            let before = from.symbol_strs.get(index as usize).copied().unwrap_or(Value::Null);
            self.symbol_strs[index as usize] = before;
        }
        self.symbol_strs.truncate(from.symbol_strs.len());
        self.globals.clone_from(&from.globals);
        if std::mem::take(&mut self.has_bound_builtins) || self.global_builtins.len() != from.global_builtins.len() {
            self.global_builtins.clone_from(&from.global_builtins);
        }
        if !Arc::ptr_eq(&self.code, &from.code) {
            self.code = Arc::clone(&from.code);
        }
        if self.natives.len() != from.natives.len() || self.twins.len() != from.twins.len() {
            self.natives.clone_from(&from.natives);
            self.twins.clone_from(&from.twins);
        }
    }

    fn restore_threads(&mut self, from: &Interp) {
        for (index, thread) in from.threads.iter().enumerate() {
            match self.threads.get_mut(index) {
                Some(place) => {
                    if place.stack.capacity() < thread.stack.len()
                        && let Some(spare) = self.spare_stacks.pop()
                    {
                        place.stack = spare;
                    }
                    place.restore(thread);
                }
                None => self.threads.push(thread.clone()),
            }
        }
        self.threads.truncate(from.threads.len());
    }

    /// Loads what of the hidden library `other` has loaded, a copy that has run on, and makes all code ready to run that
    /// is so there. Whether there was any of either.
    pub fn prepare_as(&mut self, other: &Interp) -> bool {
        let files = other.twins.more_than(&self.twins);
        // What cannot be loaded fails again when it is wanted.
        files.iter().for_each(|file| drop(self.hidden_module(file)));
        let ours: Vec<CodeId> = self.code.linked().collect();
        let known = self.code.len();
        let missing =
            |id: &CodeId| id.index() < known && ours.binary_search_by_key(&id.index(), |id| id.index()).is_err();
        let missing: Vec<CodeId> = other.code.linked().filter(missing).collect();
        missing.iter().for_each(|&id| self.link(id));
        !(missing.is_empty() && files.is_empty())
    }
}

impl ThreadState {
    /// As `clone_from`, in the memory that is there.
    fn restore(&mut self, from: &ThreadState) {
        let mut frames = std::mem::take(&mut self.frames);
        let mut stack = std::mem::take(&mut self.stack);
        frames.clone_from(&from.frames);
        stack.clone_from(&from.stack);
        *self = ThreadState {
            id: from.id,
            frames,
            stack,
            handled: from.handled,
            wait: from.wait.clone(),
            pending: from.pending.clone(),
            on_resume: from.on_resume,
            injected: from.injected,
            finished: from.finished,
            result: from.result,
            joiners: from.joiners.clone(),
            starter: from.starter,
            has_begun: from.has_begun,
            ident: from.ident,
            is_daemon: from.is_daemon,
            name: from.name,
        };
    }
}
