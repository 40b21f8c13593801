//! Where references are dropped, while there are objects whose end matters.
//!
//! Before each instruction it is noted which of the values it lets go of lie on the way to such an object. After it, those
//! ways are walked again (`heap/witness.rs`), and the collector runs if one of the objects may have died.

use crate::heap::mortal::Cause;
use crate::heap::witness::{Holder, Root};
use crate::interp::Interp;
use crate::op::Op;
use crate::thread_state::ThreadState;
use crate::value::*;
use rustc_hash::{FxHashMap, FxHashSet};

/// To look at an object costs credit, which instructions earn: where it is used up, objects are found dead later, several at
/// a time.
const EARNED: i64 = 8;

/// How many bytes that may be allocated count as one object looked at by a collection.
const BYTES: usize = 512;

/// So many values are searched for on the stacks and among the globals one by one; for more an index is made.
const FEW: usize = 8;

/// Whether `op` lets go of anything.
#[inline(always)]
pub(crate) fn may_drop(op: Op) -> bool {
    !matches!(
        op,
        Op::Nop
            | Op::Resume
            | Op::ResumeQuiet
            | Op::PushNull
            | Op::Copy(_)
            | Op::Swap(_)
            | Op::LoadConst(_)
            | Op::LoadFast(_)
            | Op::LoadFastCheck(_)
            | Op::LoadGlobal(_)
            | Op::LoadGlobalNull(_)
            | Op::Jump(_)
            | Op::JumpBackward(_)
            | Op::ReturnGenerator
    )
}

/// Note what `op` lets go of. `sp` is the end of the operands in `window`; `generator` runs in the frame.
#[inline(never)]
pub(crate) fn note(
    interp: &mut Interp,
    op: Op,
    (window, sp): (&[Value], u8),
    handled: Value,
    generator: Option<Value>,
) {
    if let Op::StoreAttr(site) | Op::DeleteAttr(site) = op {
        let object = window.get(usize::from(sp).wrapping_sub(1)).copied();
        let old = object.and_then(|object| interp.shared_attribute(object, site));
        old.map(|old| interp.heap.mortals.note(old));
    }
    let mortals = &mut interp.heap.mortals;
    mortals.earn(EARNED);
    let local = |index: usize| window.get(index).copied().unwrap_or(Value::Null);
    let count = match op {
        Op::StoreFast(index) | Op::DeleteFast(index) => {
            mortals.note(local(index.into()));
            usize::from(matches!(op, Op::StoreFast(_)))
        }
        Op::StoreDeref(index) | Op::DeleteDeref(index) => {
            mortals.note(local(index as usize));
            1
        }
        Op::StoreGlobal(slot) | Op::DeleteGlobal(slot) => {
            let old = interp.globals.get(slot as usize).copied().unwrap_or(Value::Null);
            mortals.note(old);
            usize::from(matches!(op, Op::StoreGlobal(_)))
        }
        Op::PopExcept => {
            mortals.note(handled);
            1
        }
        Op::YieldValue => {
            mortals.note_return();
            return generator.into_iter().for_each(|generator| mortals.hold(generator));
        }
        Op::ReturnValue | Op::ReturnConst(_) => {
            mortals.note_return();
            usize::from(sp)
        }
        _ => operands(op),
    };
    let end = usize::from(sp).min(window.len());
    mortals.note_operands(&window[end.saturating_sub(count)..end]);
}

/// How many operands an instruction takes, or a few more.
fn operands(op: Op) -> usize {
    match op {
        Op::Call(count) => usize::from(count) + 2,
        Op::CallKw(count) => usize::from(count) + 3,
        Op::CallEx(_) | Op::StoreSlice => 4,
        Op::StoreSubscript | Op::BinarySlice | Op::LoadSuperAttr { .. } => 3,
        Op::BuildTuple(count) | Op::BuildList(count) | Op::BuildSet(count) | Op::BuildString(count) => count.into(),
        Op::BuildMap(count) => 2 * usize::from(count),
        Op::BuildConstKeyMap(count) => usize::from(count) + 1,
        _ => 2,
    }
}

/// The frame with these values is left because of an exception, whose traceback keeps them alive in CPython.
pub(crate) fn unwound(interp: &mut Interp, values: &[Value], exception: ExceptionId) {
    interp.heap.mortals.keep_for(exception, values);
}

/// Look after the objects that the last instruction may have ended. The top frame has been saved.
#[inline(never)]
pub(crate) fn settle(interp: &mut Interp, ts: &mut ThreadState) {
    let (noted, has_returned) = interp.heap.mortals.take_drops();
    let mut search = Search::of(interp, ts);
    let doubtful = search.doubtful(&noted, has_returned);
    let mut missing = search.search(doubtful);
    let cost = search.cost;
    interp.heap.mortals.spend(cost);
    if missing.is_empty() {
        return;
    }
    sort_as_dropped(&mut missing);
    let values: Vec<Value> = missing.iter().map(|&(value, _)| value).collect();
    interp.heap.mortals.spend(interp.heap.limit / BYTES);
    interp.collect(ts, &Cause::Dropped([noted, values].concat()));
    interp.find_holders(ts);
    interp.run_errands(ts);
}

/// In the order in which CPython drops them: locals from the first, items of a list or tuple from the last.
fn sort_as_dropped(missing: &mut [(Value, Holder)]) {
    if missing.iter().all(|(_, holder)| matches!(holder, Holder::Object(Value::List(_) | Value::Tuple(_)))) {
        missing.reverse();
    }
    missing.sort_by_key(|(_, holder)| match holder {
        Holder::Root(Root::Stack { place, .. }) => *place,
        _ => usize::MAX,
    });
}

/// A look at the ways after an instruction.
struct Search<'a> {
    interp: &'a mut Interp,
    running: &'a ThreadState,
    /// How many objects were looked at.
    cost: usize,
    /// How many values were searched for on the stacks, and from `FEW` on, all that is there.
    searched: usize,
    roots: FxHashMap<Value, Root>,
}

impl<'a> Search<'a> {
    fn of(interp: &'a mut Interp, running: &'a ThreadState) -> Search<'a> {
        Search { interp, running, cost: 1, searched: 0, roots: FxHashMap::default() }
    }

    /// Those whose known holder does not hold them any more, with that.
    fn doubtful(&mut self, noted: &[Value], has_returned: bool) -> Vec<(Value, Holder)> {
        let mut doubtful = Vec::new();
        for &value in noted {
            self.interp.heap.mortals.witnesses.unnote(value);
            let holder = self.interp.heap.mortals.witnesses.holder(value);
            if !self.is_held(value, holder) {
                doubtful.push((value, holder));
            }
            self.check_held_by(value, &mut doubtful);
        }
        if has_returned {
            let stacked = self.interp.heap.mortals.witnesses.stacked().to_vec();
            self.cost += stacked.len();
            for value in stacked {
                let holder = self.interp.heap.mortals.witnesses.holder(value);
                if !self.is_held(value, holder) && !doubtful.iter().any(|&(other, _)| other == value) {
                    doubtful.push((value, holder));
                }
            }
        }
        doubtful
    }

    /// Whether `object` still holds all that it is known to hold.
    fn check_held_by(&mut self, object: Value, doubtful: &mut Vec<(Value, Holder)>) {
        let heap = &self.interp.heap;
        let held = heap.mortals.witnesses.holds(object);
        let gone: Vec<Value> = match held {
            [] => return,
            [only] if heap.refers(object, *only) => return,
            [only] => vec![*only],
            _ => {
                let present: FxHashSet<Value> = heap.held(object).into_iter().collect();
                self.cost += present.len() + held.len();
                held.iter().copied().filter(|value| !present.contains(value)).collect()
            }
        };
        doubtful.extend(gone.into_iter().map(|value| (value, Holder::Object(object))));
    }

    fn is_held(&self, value: Value, holder: Holder) -> bool {
        match holder {
            Holder::Unknown => false,
            // A reference to it was dropped, and that may have been the one.
            Holder::Root(Root::Other) => false,
            Holder::Root(Root::Stack { thread, place }) => {
                self.interp.stack_of(self.running, thread).get(place) == Some(&value)
            }
            Holder::Root(Root::Global(slot)) => self.interp.globals.get(slot) == Some(&value),
            Holder::Object(object) => self.interp.heap.refers(object, value),
        }
    }

    /// Find other holders close by; those are left for which there are none.
    fn search(&mut self, doubtful: Vec<(Value, Holder)>) -> Vec<(Value, Holder)> {
        let mut missing = doubtful;
        // Where nobody's end depends on it any more, it is forgotten.
        missing.retain(|&(value, _)| {
            let witnesses = &mut self.interp.heap.mortals.witnesses;
            let is_needed = witnesses.has(value);
            if is_needed {
                witnesses.set(value, Holder::Unknown);
            }
            is_needed
        });
        // One that is found may hold the next.
        loop {
            let before = missing.len();
            missing.retain(|&(value, _)| {
                if !self.interp.heap.mortals.witnesses.has(value) {
                    return false;
                }
                let found = self.holder_of(value);
                if let Some(holder) = found {
                    self.interp.heap.mortals.witnesses.set(value, holder);
                }
                found.is_none()
            });
            if missing.is_empty() || missing.len() == before {
                return missing;
            }
        }
    }

    /// A holder of `value`: a root, or what the last instruction had or has in hands.
    fn holder_of(&mut self, value: Value) -> Option<Holder> {
        if let Some(root) = self.root_of(value) {
            return Some(Holder::Root(root));
        }
        let mut hands = self.interp.heap.mortals.hands().to_vec();
        hands.extend([self.running.top(1), self.running.handled]);
        for hand in hands {
            if hand == value || !self.interp.heap.refers(hand, value) {
                continue;
            }
            if self.interp.heap.mortals.witnesses.is_known(hand) {
                return Some(Holder::Object(hand));
            }
            if let Some(root) = self.root_of(hand) {
                self.interp.heap.mortals.witnesses.set(hand, Holder::Root(root));
                return Some(Holder::Object(hand));
            }
        }
        None
    }

    /// A root that holds `value` itself.
    fn root_of(&mut self, value: Value) -> Option<Root> {
        self.searched += 1;
        if self.searched <= FEW {
            self.cost += self.interp.globals.len() / 16;
            return self.interp.root_of(self.running, value);
        }
        if self.roots.is_empty() {
            let roots = self.interp.near_roots(self.running);
            self.cost += roots.len();
            self.roots = roots.into_iter().rev().collect();
        }
        self.roots.get(&value).copied()
    }
}

impl Interp {
    /// What a class or a module has under the name of `site`.
    fn shared_attribute(&self, object: Value, site: u32) -> Option<Value> {
        let name = self.sites.get(site as usize)?.name;
        match object {
            Value::Class(class) => self.heap.classes[class].dict.get(name),
            Value::Module(module) => {
                let slot = *self.heap.modules[module].slots.get(&name)?;
                self.globals.get(slot as usize).copied()
            }
            _ => None,
        }
    }

    /// The used part of a thread's stack.
    fn stack_of<'t>(&'t self, running: &'t ThreadState, thread: usize) -> &'t [Value] {
        let thread = if running.id.0 as usize == thread {
            Some(running)
        } else {
            self.threads.get(thread).map(|thread| &**thread)
        };
        thread.map_or(&[], |thread| &thread.stack[..thread.sp().min(thread.stack.len())])
    }

    /// The stacks, that of the running thread first.
    fn stacks<'t>(&'t self, running: &'t ThreadState) -> impl Iterator<Item = (usize, &'t [Value])> {
        let first = running.id.0 as usize;
        let others = (0..self.threads.len()).filter(move |&thread| thread != first);
        std::iter::once(first).chain(others).map(move |thread| (thread, self.stack_of(running, thread)))
    }

    fn root_of(&self, running: &ThreadState, value: Value) -> Option<Root> {
        for (thread, stack) in self.stacks(running) {
            if let Some(place) = stack.iter().position(|&held| held == value) {
                return Some(Root::Stack { thread, place });
            }
        }
        self.globals.iter().position(|&held| held == value).map(Root::Global)
    }

    /// What lies on the stacks and is bound to globals.
    fn near_roots(&self, running: &ThreadState) -> Vec<(Value, Root)> {
        let mut roots = Vec::new();
        for (thread, stack) in self.stacks(running) {
            roots.extend(stack.iter().enumerate().map(|(place, &value)| (value, Root::Stack { thread, place })));
        }
        roots.extend(self.globals.iter().enumerate().map(|(slot, &value)| (value, Root::Global(slot))));
        roots
    }

    /// Find holders of those that are alive but not known to, wherever they are.
    fn find_holders(&mut self, running: &ThreadState) {
        let witnesses = &self.heap.mortals.witnesses;
        let wanted: Vec<Value> = witnesses.stacked().iter().copied().filter(|&v| !witnesses.is_known(v)).collect();
        if wanted.is_empty() {
            return;
        }
        let mut roots = self.near_roots(running);
        roots.extend(self.marked_roots(running).into_iter().map(|value| (value, Root::Other)));
        let (found, cost) = self.heap.find_holders(&roots, &wanted);
        self.heap.mortals.spend(cost);
        for (value, holder) in found {
            if !self.heap.mortals.witnesses.is_known(value) {
                self.heap.mortals.witnesses.set(value, holder);
            }
        }
    }
}
