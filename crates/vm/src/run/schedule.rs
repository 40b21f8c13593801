//! Check points: where a running thread looks up from its work.

use crate::code_store::LinkedCode;
use crate::cost;
use crate::exceptions::KEYBOARD_INTERRUPT;
use crate::exit::Exit;
use crate::heap::mortal::Cause;
use crate::interp::Interp;
use crate::native::Trap;
use crate::run::Turns;
use crate::thread_state::ThreadState;
use gilscope_bytecode::Opcode;
use gilscope_gil::{Bell, CheckPoints, GilModel, LockAcquire, LockHandOff};
use gilscope_trace::ThreadId;

/// How the GIL model decides when to look at the eval breaker.
#[derive(Debug, Clone)]
pub struct Scheduling {
    rule: CheckPoints,
    /// Instructions from one release to the next, in models that count; 0 in the others.
    ticks: u32,
    /// Counted instructions left. One counter for all threads, as CPython 2.7's `_Py_Ticker`.
    ticker: u32,
    /// The running thread's last instruction was one after which the model looks. For CPython 3.9.
    was_slow: bool,
    /// The running thread's last instruction, and where it stood. For CPython 3.10.
    last: (Opcode, usize),
    /// Check points until those threads are roused whose waking was put off.
    wakes_in: u32,
    /// Taking a free lock gives the GIL up, as in CPython 2.7.
    pub lock_gives_way: bool,
    /// A lock of the script goes to a thread that has waited long, as in CPython 3.14.
    pub hands_locks_over: bool,
}

impl Scheduling {
    pub fn new(model: &GilModel) -> Scheduling {
        let ticks = model.ticks().map_or(0, |t| t.get());
        let lock_gives_way = model.lock_acquire == LockAcquire::AlwaysReleases;
        Scheduling {
            wakes_in: 0,
            rule: model.check_points,
            ticks,
            ticker: ticks,
            was_slow: false,
            last: (Opcode::Nop, 0),
            lock_gives_way,
            hands_locks_over: model.lock_hand_off == LockHandOff::AfterMillisecond,
        }
    }

    /// Whether every instruction must be looked at.
    pub(crate) fn counts_instructions(&self) -> bool {
        self.rule != CheckPoints::BackEdgeCallResume
    }
}

/// After so many check points threads are roused that were woken before: some microseconds, enough to leave the functions of a
/// condition or a queue and to block.
const PUT_OFF: u32 = 40;

impl Interp {
    /// Wakes a thread, at once or in a while.
    pub(crate) fn wake_soon(&mut self, thread: ThreadId) {
        if self.host.wake(thread) {
            self.put_off_waking();
        }
    }

    /// Somebody will have to be roused, unless the GIL is released before.
    pub fn put_off_waking(&mut self) {
        if self.scheduling.wakes_in == 0 {
            self.scheduling.wakes_in = PUT_OFF;
            self.breaker.ring(Bell::Wake);
        }
    }

    /// The GIL is about to be released, and all who were woken are roused then.
    pub fn cease_to_put_off(&mut self) {
        if self.scheduling.wakes_in > 0 {
            self.scheduling.wakes_in = 0;
            self.breaker.still(Bell::Wake);
        }
    }

    fn count_to_waking(&mut self) {
        if self.scheduling.wakes_in > 1 {
            self.scheduling.wakes_in -= 1;
        } else {
            self.scheduling.wakes_in = 0;
            self.breaker.still(Bell::Wake);
            self.host.rouse();
        }
    }
}

/// Work through what the eval breaker announces. Returns the exit when the GIL must be given up.
///
/// Order as in CPython 3.13's `_Py_HandlePending`: signals, collection, GIL.
pub(crate) fn check_point(interp: &mut Interp, ts: &mut ThreadState) -> Result<Option<Exit>, Trap> {
    if interp.breaker.rings(Bell::Signal) && ts.id.is_main() && interp.host.take_interrupt() {
        return Err(interp.raise_with(KEYBOARD_INTERRUPT, &[]));
    }
    if interp.breaker.rings(Bell::Wake) {
        interp.count_to_waking();
    }
    if interp.heap.debt > interp.heap.limit {
        interp.collect(ts, &Cause::Debt);
        interp.run_errands(ts);
    }
    let must_stop = interp.breaker.rings(Bell::GilDropRequest) || is_spent(interp);
    Ok((must_stop && !is_in_hidden_code(interp, ts)).then_some(Exit::Switch))
}

/// Library code that stands in for native code has no check points, whatever it calls.
fn is_in_hidden_code(interp: &Interp, ts: &ThreadState) -> bool {
    let top = ts.frames.last().and_then(|frame| interp.code.find(frame.code));
    top.is_some_and(|code| code.code.flags.hidden)
}

/// The check point after a native call that did not take the run loop's own way: with keywords, through a bound method,
/// by a twin. Its result is on the stack. Models that look at each instruction need none.
#[inline]
pub(crate) fn after_native(interp: &mut Interp, ts: &mut ThreadState) -> Result<(), Trap> {
    if interp.scheduling.counts_instructions() || !has_news(interp) {
        return Ok(());
    }
    match check_point(interp, ts)? {
        Some(_) => Err(Trap::Switch),
        None => Ok(()),
    }
}

/// Whether there is anything to see at a check point.
#[inline]
pub(crate) fn has_news(interp: &Interp) -> bool {
    interp.breaker.is_rung() || interp.heap.debt > interp.heap.limit || is_spent(interp)
}

/// Whether the driver of a simulation wants the thread back.
fn is_spent(interp: &Interp) -> bool {
    interp.time.is_on && interp.time.left <= 0
}

/// Count the instruction at `pc`, which is about to run; whether the thread must look up first.
#[inline]
pub(crate) fn before_instruction(interp: &mut Interp, code: &LinkedCode, pc: usize) -> bool {
    if !code.is_linked() {
        return false;
    }
    if code.is_hidden {
        if interp.time.is_on {
            interp.time.step(cost::HIDDEN);
        }
        return false;
    }
    let scheduling = &mut interp.scheduling;
    let must_look = if scheduling.rule == CheckPoints::EveryOp && scheduling.ticks > 0 {
        count(scheduling)
    } else {
        code.code.instructions.get(pc).is_some_and(|instruction| is_due(interp, code, pc, instruction.op))
    };
    if !must_look && interp.time.is_on {
        interp.time.step(code.costs.get(pc).copied().unwrap_or(0));
    }
    must_look
}

/// Whether the model looks up before the instruction at `pc`, and there is something to see.
#[inline]
fn is_due(interp: &mut Interp, code: &LinkedCode, pc: usize, op: Opcode) -> bool {
    let scheduling = &mut interp.scheduling;
    let due = match scheduling.rule {
        CheckPoints::CountedOps => return !op.is_fast() && count(scheduling),
        CheckPoints::EveryOp => true,
        CheckPoints::CallJumpFrame => {
            let due = follows_call_or_jump(scheduling.last, code, pc, op);
            scheduling.last = (op, pc);
            due
        }
        _ => {
            let due = scheduling.was_slow;
            scheduling.was_slow = !op.is_fast();
            due
        }
    };
    due && !(sets_up_block(op) && scheduling.rule != CheckPoints::EveryOp) && has_news(interp)
}

/// Whether CPython 3.10 looks up between the last instruction and the one at `pc`: after a call, after a jump that was
/// taken, on entry to a frame and to a handler (`Python/ceval.c`, `CHECK_EVAL_BREAKER`; bpo-29988).
fn follows_call_or_jump((last, place): (Opcode, usize), code: &LinkedCode, pc: usize, op: Opcode) -> bool {
    let is_call = |op| matches!(op, Opcode::Call | Opcode::CallKw | Opcode::CallFunctionEx);
    match last {
        _ if op == Opcode::PushExcInfo => true,
        Opcode::Resume | Opcode::JumpBackward => true,
        Opcode::PopJumpIfFalse | Opcode::PopJumpIfTrue | Opcode::PopJumpIfNone | Opcode::PopJumpIfNotNone => {
            (pc != place + 1) != is_turned_around(code, place)
        }
        // What was called has returned, or a generator that was called on has yielded.
        Opcode::ReturnValue | Opcode::ReturnConst | Opcode::ReturnGenerator | Opcode::YieldValue => {
            pc.checked_sub(1).and_then(|caller| code.code.instructions.get(caller)).is_some_and(|i| is_call(i.op))
        }
        last => is_call(last),
    }
}

/// Whether the conditional jump at `place` was a jump back in 3.10: the compiler of 3.12 and later turns its condition
/// around, lets it jump ahead, and puts an unconditional jump back, with the same location, behind it.
fn is_turned_around(code: &LinkedCode, place: usize) -> bool {
    let (instructions, locations) = (&code.code.instructions, &code.code.locations);
    instructions.get(place + 1).is_some_and(|next| next.op == Opcode::JumpBackward)
        && locations.get(place).is_some_and(|location| locations.get(place + 1) == Some(location))
}

#[inline]
fn count(scheduling: &mut Scheduling) -> bool {
    // Zero is seen again when the thread comes back: the count has then been renewed by `instruction_exit`.
    if scheduling.ticker == 0 {
        return true;
    }
    scheduling.ticker -= 1;
    false
}

/// CPython up to 3.10 does not look right before an instruction that sets up a block.
fn sets_up_block(op: Opcode) -> bool {
    matches!(op, Opcode::BeforeWith | Opcode::Send)
}

/// Whose turn is next, where a tick ends one and there is nothing else to see to.
#[inline]
pub(crate) fn next_turn(interp: &mut Interp, turns: &mut Option<&mut dyn Turns>) -> Option<ThreadId> {
    let turns = turns.as_mut()?;
    if interp.scheduling.ticks == 0 || interp.breaker.is_rung() || interp.heap.debt > interp.heap.limit {
        return None;
    }
    let next = turns.next(&mut interp.time, interp.current)?;
    interp.scheduling.ticker = interp.scheduling.ticks;
    Some(next)
}

/// Count the instruction at `pc`, the first of a turn.
#[inline]
pub(crate) fn begin_turn(interp: &mut Interp, code: &LinkedCode, pc: usize) {
    interp.scheduling.ticker = interp.scheduling.ticks.saturating_sub(1);
    interp.time.step(code.costs.get(pc).copied().unwrap_or(0));
}

/// What to do between two instructions when `before_instruction` said so.
pub(crate) fn instruction_exit(interp: &mut Interp, ts: &mut ThreadState) -> Result<Option<Exit>, Trap> {
    let ticks = interp.scheduling.ticks;
    interp.scheduling.was_slow = false;
    interp.scheduling.last = (Opcode::Nop, 0);
    let exit = check_point(interp, ts)?;
    if ticks == 0 {
        return Ok(exit);
    }
    interp.scheduling.ticker = ticks;
    Ok(Some(Exit::Switch))
}
