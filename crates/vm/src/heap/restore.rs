//! Going back to an earlier state, for running on from it again and again.
//!
//! To copy a heap takes a tenth of a millisecond at least: the library alone has some thousand objects. An execution from
//! a snapshot to its end often touches twenty. So a copy of the snapshot remembers how many objects there were (*frozen*
//! ones); to go back, it drops those that came after, and mends those that were written to. Of the kinds that the run
//! loop itself writes to all are looked at; of the others the arena takes down who was written to, which costs a
//! comparison in places where it does not show.

use super::{Arena, Heap, Index};
use crate::object::*;
use num_bigint::BigInt;

/// An object that can be made what it was.
pub trait Restore: Clone {
    /// Whether its arena takes down who is written to.
    const IS_TRACKED: bool = true;

    /// Make it equal to `from`, of which it is a copy that may have been written to.
    fn restore(&mut self, from: &Self) {
        self.clone_from(from);
    }
}

macro_rules! tracked {
    ($($object:ty)*) => { $( impl Restore for $object {} )* };
}

tracked! {
    BigInt BytesObject ClassObject Descriptor ExceptionObject FunctionObject LockObject MethodObject ModuleObject
    RangeObject SetObject SliceObject StrObject TupleObject Wrapper
}

impl Restore for ListObject {
    const IS_TRACKED: bool = false;

    fn restore(&mut self, from: &ListObject) {
        if self.items.capacity() == from.items.capacity() {
            self.items.clone_from(&from.items);
        } else {
            self.clone_from(from);
        }
    }
}

impl Restore for DictObject {
    const IS_TRACKED: bool = false;

    fn restore(&mut self, from: &DictObject) {
        if self.is_changed() {
            self.clone_from(from);
            self.forget_changes();
        }
    }
}

impl Restore for OpaqueObject {
    fn restore(&mut self, from: &OpaqueObject) {
        let is_same = match (&mut self.content, &from.content) {
            (Some(content), Some(old)) => content.restore(&**old),
            _ => false,
        };
        if !is_same {
            self.clone_from(from);
        }
        self.class = from.class;
    }
}

impl Restore for InstanceObject {
    const IS_TRACKED: bool = false;

    fn restore(&mut self, from: &InstanceObject) {
        (self.class, self.shape, self.inline) = (from.class, from.shape, from.inline);
        if self.spill.is_some() || from.spill.is_some() {
            self.spill.clone_from(&from.spill);
        }
    }
}

impl Restore for Cell {
    const IS_TRACKED: bool = false;
}

impl Restore for IterObject {
    const IS_TRACKED: bool = false;
}

impl Restore for GeneratorObject {
    const IS_TRACKED: bool = false;
}

/// Places that belong to the state to which an arena will go back.
#[derive(Debug, Clone, Default)]
pub(super) struct Frozen {
    /// How many there are; 0 in an arena that never goes back.
    count: usize,
    /// Those that were written to, in the order in which that happened first, and one bit for each place.
    touched: Vec<u32>,
    bits: Vec<u64>,
    /// Some place was pinned.
    pub(super) has_pinned: bool,
}

impl Frozen {
    #[inline(always)]
    pub(super) fn has(&self, index: usize) -> bool {
        index < self.count
    }

    #[cold]
    #[inline(never)]
    pub(super) fn touch(&mut self, index: usize) {
        if let Some(word) = self.bits.get_mut(index / 64)
            && *word & 1 << (index % 64) == 0
        {
            *word |= 1 << (index % 64);
            self.touched.push(index as u32);
        }
    }

    fn begin(&mut self, count: usize) {
        *self = Frozen { count, touched: Vec::new(), bits: vec![0; count.div_ceil(64)], has_pinned: false };
    }

    /// The next one that was written to, taken off the list.
    fn pop(&mut self) -> Option<usize> {
        let index = self.touched.pop()? as usize;
        if let Some(word) = self.bits.get_mut(index / 64) {
            *word &= !(1 << (index % 64));
        }
        Some(index)
    }
}

impl<T: Restore + Default, I: Index> Arena<T, I> {
    /// The state to which `restore` goes back is the present one.
    pub(super) fn freeze(&mut self) {
        self.frozen.begin(self.items.len());
    }

    /// Go back to the state of `from`, of which this is a frozen copy. `swept`: something was freed meanwhile.
    pub(super) fn restore(&mut self, from: &Arena<T, I>, swept: bool) {
        if swept {
            self.items.clone_from(&from.items);
            while self.frozen.pop().is_some() {}
        } else if !T::IS_TRACKED {
            self.items.iter_mut().zip(&from.items).for_each(|(item, old)| item.restore(old));
        } else if self.has_allocated(from) || !self.frozen.touched.is_empty() {
            self.restore_reused(from);
            while let Some(index) = self.frozen.pop() {
                if let (Some(item), Some(old)) = (self.items.get_mut(index), from.items.get(index)) {
                    item.restore(old);
                }
            }
        } else {
            return;
        }
        self.items.truncate(from.items.len());
        if swept || self.word != from.word || self.used.len() != from.used.len() {
            self.used.clone_from(&from.used);
            self.stale.clone_from(&from.stale);
            self.marks.truncate(from.marks.len());
            self.pinned.truncate(from.pinned.len());
        }
        if std::mem::take(&mut self.frozen.has_pinned) {
            self.pinned.clone_from(&from.pinned);
        }
        (self.free, self.word) = (from.free, from.word);
    }

    fn has_allocated(&self, from: &Arena<T, I>) -> bool {
        (self.word, self.free) != (from.word, from.free)
    }

    /// Put back what lay, dead, in places that were handed out since.
    fn restore_reused(&mut self, from: &Arena<T, I>) {
        for word in from.word..(self.word + 1).min(from.used.len()) {
            let was_free = if word == from.word { from.free } else { !from.used[word] };
            let mut reused = was_free & !if word == self.word { self.free } else { 0 };
            while reused != 0 {
                let index = word * 64 + reused.trailing_zeros() as usize;
                reused &= reused - 1;
                if let (Some(item), Some(old)) = (self.items.get_mut(index), from.items.get(index)) {
                    item.clone_from(old);
                }
            }
        }
    }
}

impl Heap {
    /// The state to which `restore` goes back is the present one.
    pub(crate) fn freeze(&mut self) {
        self.freeze_arenas();
        self.dicts.items.iter_mut().for_each(DictObject::forget_changes);
    }

    /// Go back to the state of `from`, of which this is a frozen copy.
    pub(crate) fn restore(&mut self, from: &Heap) {
        let swept = self.collections != from.collections;
        // Whoever had lent its text may have got it back without being written to.
        for &lender in from.loans.lenders() {
            self.strs.frozen.touch(lender as usize);
        }
        self.restore_arenas(from, swept);
        if !self.loans.are(&from.loans) {
            self.loans.clone_from(&from.loans);
        }
        if self.is_minding || from.is_minding || self.mortals.has_errands() || from.mortals.has_errands() {
            self.mortals.clone_from(&from.mortals);
            self.is_minding = from.is_minding;
        }
        (self.debt, self.limit, self.nans) = (from.debt, from.limit, from.nans);
        (self.stress, self.collections) = (from.stress, from.collections);
    }

    /// Whether there is a state to which it will go back.
    pub(crate) fn goes_back(&self) -> bool {
        self.strs.frozen.count > 0
    }
}
