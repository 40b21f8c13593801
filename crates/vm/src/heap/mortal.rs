//! Objects whose end matters: instances with a `__del__`, and what weak references refer to.
//!
//! They are listed here when they are made. When the collector finds one dead, what is to be done then is entered as an
//! errand; errands are run by a thread of the script, in script code (`run/errand.rs`).

use super::Heap;
use super::dead::Dead;
use super::witness::Witnesses;
use crate::heap::collect::Marker;
use crate::object::weak::WeakCell;
use crate::value::*;
use rustc_hash::FxHashSet;
use std::collections::VecDeque;

/// Why the collector runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Cause {
    /// Much was allocated.
    Debt,
    /// `gc.collect()`.
    Asked,
    /// References to these were dropped, one after the other, and an object whose end matters may have had no other.
    Dropped(Vec<Value>),
}

/// What is to be done in script code since an object has died.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Errand {
    /// Call its `__del__`.
    Finalize(Value),
    /// Call the callback of a weak reference.
    Notify { callback: Value, reference: Value },
    /// Look once more: what is finalized by now leads no more to what weak references refer to.
    Recollect,
}

/// The credit of a program at first, and the greatest: four thousand collections of a small heap.
const CREDIT: i64 = 1 << 24;

/// The objects of an interpreter whose end matters.
#[derive(Debug, Clone)]
pub(crate) struct Mortals {
    /// Instances whose `__del__` has not been called, in the order in which they were made.
    finalizable: Vec<Value>,
    /// The cells of weak references to objects that were not found dead.
    cells: Vec<OpaqueId>,
    errands: VecDeque<Errand>,
    /// Why they are known to live.
    pub(crate) witnesses: Witnesses,
    /// On whose ways something was let go of, and whether a frame was left.
    drops: Vec<Value>,
    has_returned: bool,
    /// The operands of the last instruction that did so.
    hands: Vec<Value>,
    /// Values of frames that were left because of an exception: they live as long as it does.
    kept_for: Vec<(ExceptionId, Value)>,
    /// How many objects may be looked at for drops.
    credit: i64,
    /// How many objects the last collection kept for finalizers that it would have freed otherwise.
    pub(crate) kept: usize,
    /// `gc.isenabled()`.
    pub(crate) is_enabled: bool,
}

impl Default for Mortals {
    fn default() -> Mortals {
        Mortals {
            finalizable: Vec::new(),
            cells: Vec::new(),
            errands: VecDeque::new(),
            witnesses: Witnesses::default(),
            drops: Vec::new(),
            has_returned: false,
            hands: Vec::new(),
            kept_for: Vec::new(),
            credit: CREDIT,
            kept: 0,
            is_enabled: true,
        }
    }
}

impl Mortals {
    /// Whether no object's end matters.
    #[inline]
    pub(crate) fn is_empty(&self) -> bool {
        self.finalizable.is_empty() && self.cells.is_empty()
    }

    pub(crate) fn has_errands(&self) -> bool {
        !self.errands.is_empty()
    }

    /// The errand to be run next, taken off the list.
    pub(crate) fn next_errand(&mut self) -> Option<Errand> {
        self.errands.pop_front()
    }

    /// The next instruction lets go of `value`.
    #[inline]
    pub(crate) fn note(&mut self, value: Value) -> bool {
        let is_object = !matches!(value, Value::Null | Value::None | Value::Int(_) | Value::Str(_) | Value::Native(_));
        let is_concerned = is_object && self.witnesses.has(value);
        if is_concerned && self.witnesses.note(value) {
            self.drops.push(value);
        }
        is_concerned
    }

    /// The next instruction takes these from the stack.
    #[inline]
    pub(crate) fn note_operands(&mut self, operands: &[Value]) {
        let mut is_concerned = self.has_returned || !self.drops.is_empty();
        for &value in operands {
            is_concerned |= self.note(value);
        }
        if is_concerned {
            self.hands.clear();
            self.hands.extend_from_slice(operands);
        }
    }

    /// The next instruction puts values into `value`.
    pub(crate) fn hold(&mut self, value: Value) {
        self.hands = vec![value];
    }

    /// The operands of the last instruction that let go of something.
    pub(crate) fn hands(&self) -> &[Value] {
        &self.hands
    }

    /// The next instruction leaves a frame.
    pub(crate) fn note_return(&mut self) {
        self.has_returned = true;
    }

    /// Whether there is something to look at, and credit for it.
    #[inline]
    fn has_drops(&self) -> bool {
        (self.has_returned || !self.drops.is_empty()) && self.credit > 0
    }

    /// What has been noted, and whether a frame was left.
    pub(crate) fn take_drops(&mut self) -> (Vec<Value>, bool) {
        (std::mem::take(&mut self.drops), std::mem::take(&mut self.has_returned))
    }

    pub(crate) fn earn(&mut self, credit: i64) {
        self.credit = (self.credit + credit).min(CREDIT);
    }

    /// So many objects were looked at.
    pub(crate) fn spend(&mut self, cost: usize) {
        self.credit -= cost as i64;
    }

    /// A frame with `values` is left because of an exception.
    pub(crate) fn keep_for(&mut self, exception: ExceptionId, values: &[Value]) {
        for &value in values {
            if self.note(value) {
                self.kept_for.push((exception, value));
            }
        }
        self.hands = vec![Value::Exception(exception)];
        self.has_returned = true;
    }

    /// What an exception keeps alive of the frames that it has left.
    pub(super) fn trace_kept(&self, exception: ExceptionId, marker: &mut Marker) {
        for (_, value) in self.kept_for.iter().filter(|(id, _)| *id == exception) {
            marker.value(*value);
        }
    }

    /// Errands lead to objects.
    pub(super) fn trace(&self, marker: &mut Marker) {
        for errand in &self.errands {
            match *errand {
                Errand::Finalize(value) => marker.value(value),
                Errand::Notify { callback, reference } => marker.values(&[callback, reference]),
                Errand::Recollect => {}
            }
        }
    }
}

impl Heap {
    /// The end of `value`, an instance of a class with a `__del__`, matters.
    #[cold]
    pub(crate) fn add_finalizable(&mut self, value: Value) {
        self.mortals.finalizable.push(value);
        self.mind(value);
    }

    /// The end of what `cell` leads to matters.
    pub fn add_weak_cell(&mut self, cell: OpaqueId) {
        self.mortals.cells.push(cell);
        if let Some(&WeakCell { target, is_patient: false, .. }) = self.weak_cell(cell) {
            self.mind(target);
        }
    }

    /// A `del` statement has dropped `value`: if library code wants to hear of its end, the collector looks soon.
    #[cold]
    pub(crate) fn deleted(&mut self, value: Value) {
        let mut cells = self.mortals.cells.iter().filter_map(|&cell| self.weak_cell(cell));
        if cells.any(|cell| cell.is_patient && cell.target == value) {
            self.debt = self.debt.max(self.limit.saturating_add(1));
        }
    }

    /// From now on it matters when `value` dies.
    fn mind(&mut self, value: Value) {
        if !matches!(value, Value::Class(_) | Value::Module(_) | Value::Native(_) | Value::Code(_)) {
            self.mortals.witnesses.add(value);
            // Where it is now is looked up before the next instruction.
            self.mortals.has_returned = true;
            self.is_minding = true;
        }
    }

    /// Whether there are drops to be looked at. In code that is run in between nothing is collected.
    #[inline]
    pub(crate) fn has_drops(&self) -> bool {
        self.mortals.has_drops() && self.limit != usize::MAX
    }

    /// Some have died: forget what concerned them.
    fn forget_dead(&mut self) {
        let mut mortals = std::mem::take(&mut self.mortals);
        let targets = mortals.cells.iter().filter_map(|&cell| self.weak_cell(cell).map(|cell| cell.target));
        let mattering: FxHashSet<Value> = mortals.finalizable.iter().copied().chain(targets).collect();
        mortals.witnesses.retain(|value| mattering.contains(&value), |value| self.is_alive(value));
        mortals.kept_for.retain(|(exception, _)| self.exceptions.survives(*exception));
        mortals.drops.retain(|&value| mortals.witnesses.has(value));
        mortals.hands.clear();
        self.is_minding = !mortals.witnesses.is_empty();
        self.mortals = mortals;
    }

    /// The weak references to `target`, the oldest first.
    pub fn weak_references(&self, target: Value) -> Vec<Value> {
        let cells = self.mortals.cells.iter().filter_map(|&cell| self.weak_cell(cell));
        cells.filter(|cell| cell.target == target).map(|cell| cell.reference).collect()
    }

    fn weak_cell(&self, id: OpaqueId) -> Option<&WeakCell> {
        self.opaques[id].get()
    }

    /// After marking, before the sweep: enter the errands of the dead, and mark what they still need. Returns how many
    /// dead containers are part of cycles or hang on one, and are freed: what CPython's collector would find.
    pub(super) fn settle_mortals(&mut self, marker: &mut Marker, cause: &Cause) -> usize {
        let mut cells = std::mem::take(&mut self.mortals.cells);
        cells.retain(|&cell| self.opaques.survives(cell));
        self.mortals.cells = cells;
        if *cause != Cause::Asked && !self.has_dead_mortals() {
            self.forget_dead();
            return 0;
        }
        let found = self.settle_dead(marker, cause);
        self.forget_dead();
        found
    }

    fn settle_dead(&mut self, marker: &mut Marker, cause: &Cause) -> usize {
        let dropped: &[Value] = if let Cause::Dropped(values) = cause { values } else { &[] };
        let Dead { freed, cyclic } = Dead::of(self, dropped);
        // Cycles die when the collector of CPython would run: not by a reference that is dropped.
        let spares_cycles = match cause {
            Cause::Asked => false,
            Cause::Debt => !self.mortals.is_enabled,
            Cause::Dropped(_) => true,
        };
        if spares_cycles {
            marker.values(&cyclic);
            self.mark_from(marker);
            self.bury(marker, &freed);
            return 0;
        }
        // CPython's collector empties weak references first, and calls finalizers then.
        let unreachable: FxHashSet<Value> = cyclic.iter().copied().collect();
        self.empty_cells(|target| unreachable.contains(&target));
        self.bury(marker, &[&freed[..], &cyclic].concat());
        let found = cyclic.iter().filter(|&&value| !self.is_alive(value)).count();
        self.mortals.kept = cyclic.len() - found;
        found
    }

    fn has_dead_mortals(&self) -> bool {
        let is_dead = |cell: &OpaqueId| self.weak_cell(*cell).is_some_and(|cell| !self.is_alive(cell.target));
        self.mortals.finalizable.iter().any(|&value| !self.is_alive(value)) || self.mortals.cells.iter().any(is_dead)
    }

    /// These are dead, in the order in which CPython would free them.
    fn bury(&mut self, marker: &mut Marker, dead: &[Value]) {
        let mut finalizable = std::mem::take(&mut self.mortals.finalizable);
        let mortal: FxHashSet<Value> = finalizable.iter().copied().filter(|&value| !self.is_alive(value)).collect();
        finalizable.retain(|value| !mortal.contains(value));
        self.mortals.finalizable = finalizable;
        let finalized: Vec<Value> = dead.iter().copied().filter(|value| mortal.contains(value)).collect();
        // What a finalizer can still reach dies after it.
        marker.values(&finalized);
        self.mark_from(marker);
        let dead: FxHashSet<Value> = dead.iter().copied().collect();
        let outlives = |cell: &OpaqueId| {
            self.weak_cell(*cell).is_some_and(|cell| dead.contains(&cell.target) && self.is_alive(cell.target))
        };
        let recollects = self.mortals.cells.iter().any(outlives);
        for value in finalized {
            self.mortals.errands.push_back(Errand::Finalize(value));
            if recollects {
                self.mortals.errands.push_back(Errand::Recollect);
            }
        }
        let emptied: FxHashSet<Value> = dead.into_iter().filter(|&value| !self.is_alive(value)).collect();
        self.empty_cells(|target| emptied.contains(&target));
    }

    /// Empty the cells with such targets, the newest first, and enter the callbacks.
    fn empty_cells(&mut self, is_dead: impl Fn(Value) -> bool) {
        let (dead, cells): (Vec<_>, Vec<_>) = std::mem::take(&mut self.mortals.cells)
            .into_iter()
            .partition(|&cell| self.weak_cell(cell).is_none_or(|cell| is_dead(cell.target)));
        self.mortals.cells = cells;
        for id in dead.into_iter().rev() {
            let Some(cell) = self.opaques[id].get_mut::<WeakCell>() else { continue };
            cell.target = Value::Null;
            if !cell.callback.is_none() {
                let (callback, reference) = (cell.callback, cell.reference);
                self.mortals.errands.push_back(Errand::Notify { callback, reference });
            }
        }
    }

    /// The program ends, and with it what has a `__del__`: first what the values `roots` lead to, the nearest first.
    pub(crate) fn finalize_all(&mut self, roots: &[Value]) {
        let mut left = std::mem::take(&mut self.mortals.finalizable);
        let wanted: FxHashSet<Value> = left.iter().copied().collect();
        let mut seen: FxHashSet<Value> = FxHashSet::default();
        let mut found = Vec::new();
        let mut next: VecDeque<Value> = roots.iter().copied().collect();
        while let (Some(value), true) = (next.pop_front(), found.len() < wanted.len()) {
            if seen.insert(value) {
                found.extend(wanted.contains(&value).then_some(value));
                match value {
                    Value::Class(class) => next.extend(self.classes[class].dict.iter().map(|(_, value)| value)),
                    _ => next.extend(self.children(value)),
                }
            }
        }
        left.retain(|value| !seen.contains(value));
        let all = found.into_iter().chain(left);
        self.mortals.errands.extend(all.map(Errand::Finalize));
        self.mortals.cells.clear();
    }
}
