//! What an interpreter's state comes to, as input for a hash: threads, variables, and the objects that scripts change.

use crate::interp::Interp;
use std::hash::{Hash, Hasher};

impl Interp {
    /// Feeds the state of all threads, globals and objects to a hasher. Values are numbers and places in the heap, which are
    /// the same in executions that did the same.
    pub fn hash_state(&self, hasher: &mut impl Hasher) {
        for thread in &self.threads {
            (thread.id, thread.finished, thread.handled, thread.result, thread.injected).hash(hasher);
            for frame in &thread.frames {
                (frame.code, frame.pc, frame.window, frame.sp, frame.generator).hash(hasher);
            }
            let used = thread.frames.last().map_or(0, |frame| frame.sp as usize);
            thread.stack.iter().take(used).for_each(|value| value.hash(hasher));
        }
        self.globals.hash(hasher);
        self.time.hash(hasher);
        self.hash_objects(hasher);
    }

    fn hash_objects(&self, hasher: &mut impl Hasher) {
        let heap = &self.heap;
        (heap.tuples.len(), heap.lists.len(), heap.instances.len(), heap.dicts.len()).hash(hasher);
        for list in heap.lists.iter() {
            list.items.hash(hasher);
        }
        for instance in heap.instances.iter() {
            (instance.class, instance.shape.0, instance.inline, &instance.spill).hash(hasher);
        }
        for dict in heap.dicts.iter() {
            dict.iter().for_each(|entry| (entry.key, entry.value).hash(hasher));
        }
        for lock in heap.locks.iter() {
            (lock.locked, lock.owner, lock.count, &lock.waiters, lock.waking).hash(hasher);
        }
        heap.cells.iter().for_each(|cell| cell.content.hash(hasher));
    }
}
