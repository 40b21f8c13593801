//! Check points: where a running thread looks up from its work.

use crate::code_store::LinkedCode;
use crate::exceptions::KEYBOARD_INTERRUPT;
use crate::exit::Exit;
use crate::interp::Interp;
use crate::native::Trap;
use crate::thread_state::ThreadState;
use gilscope_bytecode::Opcode;
use gilscope_gil::{Bell, CheckPoints, GilModel, LockAcquire};

/// How the GIL model decides when to look at the eval breaker.
#[derive(Debug, Clone)]
pub struct Scheduling {
    rule: CheckPoints,
    /// Instructions from one release to the next, in models that count; 0 in the others.
    ticks: u32,
    /// Counted instructions left. One counter for all threads, as CPython 2.7's `_Py_Ticker`.
    ticker: u32,
    /// The last instruction of the running thread was one after which CPython 3.9 looks.
    was_slow: bool,
    /// Taking a free lock gives the GIL up, as in CPython 2.7.
    pub lock_gives_way: bool,
}

impl Scheduling {
    pub fn new(model: &GilModel) -> Scheduling {
        let ticks = model.ticks().map_or(0, |t| t.get());
        let lock_gives_way = model.lock_acquire == LockAcquire::AlwaysReleases;
        Scheduling { rule: model.check_points, ticks, ticker: ticks, was_slow: false, lock_gives_way }
    }

    /// Whether every instruction must be looked at.
    pub(crate) fn counts_instructions(&self) -> bool {
        self.rule != CheckPoints::BackEdgeCallResume
    }
}

/// Work through what the eval breaker announces. Returns the exit when the GIL must be given up.
///
/// Order as in CPython 3.13's `_Py_HandlePending`: signals, collection, GIL.
pub(crate) fn check_point(interp: &mut Interp, ts: &mut ThreadState) -> Result<Option<Exit>, Trap> {
    if interp.breaker.rings(Bell::Signal) && ts.id.is_main() && interp.host.take_interrupt() {
        return Err(interp.raise_with(KEYBOARD_INTERRUPT, &[]));
    }
    if interp.heap.debt > interp.heap.limit {
        interp.collect(ts);
    }
    Ok(interp.breaker.rings(Bell::GilDropRequest).then_some(Exit::Switch))
}

/// Count the instruction at `pc`, which is about to run; whether the thread must look up first.
#[inline]
pub(crate) fn before_instruction(interp: &mut Interp, code: &LinkedCode, pc: usize) -> bool {
    if code.code.flags.hidden {
        return false;
    }
    let Some(instruction) = code.code.instructions.get(pc) else { return false };
    let fast = instruction.op.is_fast();
    let scheduling = &mut interp.scheduling;
    match scheduling.rule {
        CheckPoints::EveryOp => count(scheduling),
        CheckPoints::CountedOps => !fast && count(scheduling),
        _ => {
            let due = scheduling.was_slow && !sets_up_block(instruction.op);
            scheduling.was_slow = !fast;
            due && (interp.breaker.is_rung() || interp.heap.debt > interp.heap.limit)
        }
    }
}

fn count(scheduling: &mut Scheduling) -> bool {
    // Zero is seen again when the thread comes back: the count has then been renewed by `instruction_exit`.
    if scheduling.ticker == 0 {
        return true;
    }
    scheduling.ticker -= 1;
    false
}

/// CPython 3.9 does not look right before an instruction that sets up a block.
fn sets_up_block(op: Opcode) -> bool {
    matches!(op, Opcode::BeforeWith | Opcode::Send)
}

/// What to do between two instructions when `before_instruction` said so.
pub(crate) fn instruction_exit(interp: &mut Interp, ts: &mut ThreadState) -> Result<Option<Exit>, Trap> {
    let ticks = interp.scheduling.ticks;
    interp.scheduling.was_slow = false;
    let exit = check_point(interp, ts)?;
    if ticks == 0 {
        return Ok(exit);
    }
    interp.scheduling.ticker = ticks;
    Ok(Some(Exit::Switch))
}
