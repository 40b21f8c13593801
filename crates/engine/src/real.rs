//! The real driver: each thread of the script is a thread of the operating system, and time is the clock on the wall.
//!
//! A thread takes the interpreter out of the lock and runs it until the run loop has a reason to come back. What the
//! reason asks for is done here, with the interpreter put back: waiting for a turn, parking, reading and writing.

use crate::console::Console;
use crate::host::RealHost;
use crate::limits::GRACE;
use crate::workers::{Rest, Worker, Workers};
use crate::{Excess, Limits, Outcome};
use gilscope_gil::{Closed, Gil, Recorder, ReleaseReason, SwitchPoint, Wakeup, moment_in};
use gilscope_trace::{BlockedOn, ThreadId, WokenBy};
use gilscope_vm::exceptions::KEYBOARD_INTERRUPT;
use gilscope_vm::exit::WAIT;
use gilscope_vm::streams::STDIN_READ;
use gilscope_vm::value::{ExceptionId, Value};
use gilscope_vm::{Exit, Host, Interp, IoWork, WaitReason};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

/// Address space for the stack of a script's thread. Scripts do not recurse on it, so little of it becomes real.
const STACK: usize = 512 << 10;

/// What a run of the loop to the end of a thread's first function leaves: the interpreter, still held, and the result.
pub(crate) type Completed = (Box<Interp>, Result<Value, ExceptionId>);

/// The interpreter in its lock, and the world it lives in.
pub(crate) struct Machine {
    pub(crate) gil: Gil<Box<Interp>>,
    pub(crate) recorder: Arc<Recorder>,
    pub(crate) host: Arc<RealHost>,
    pub(crate) console: Console,
    pub(crate) workers: Workers,
    pub(crate) limits: Limits,
}

impl Machine {
    /// Runs a thread that holds the lock until its first function has ended.
    pub(crate) fn run(self: &Arc<Self>, mut interp: Box<Interp>, me: ThreadId) -> Result<Completed, Closed> {
        loop {
            let exit = interp.run(me);
            if self.gil.is_recording() {
                self.note_place(&mut interp, me, matches!(exit, Exit::Switch));
            }
            interp = match exit {
                Exit::Switch => self.check(interp, me)?,
                Exit::Pause => interp,
                Exit::Yield => self.switch(interp, me, ReleaseReason::Yield)?,
                Exit::Block { reason, deadline } => self.block(interp, me, reason, deadline)?,
                Exit::Io(work) => self.perform(interp, me, work)?,
                Exit::Spawn(child) => self.spawn(interp, me, child),
                Exit::Process(call) => self.call(interp, me, call)?,
                Exit::Finished(result) => return Ok((interp, result)),
            };
        }
    }

    // The functions from here to the lock's are not made part of `run`: a blocked thread keeps the part of its stack that
    // it has touched, and with their locals in `run` that would be half a kilobyte deeper.

    /// The trace is told where the thread stands.
    #[inline(never)]
    fn note_place(&self, interp: &mut Interp, me: ThreadId, is_between_instructions: bool) {
        self.gil.stands_at(me, interp.place(me, !is_between_instructions));
    }

    /// Ctrl-C: the main thread will see it in its next check point, or where it waits.
    pub(crate) fn interrupt(&self) {
        self.gil.signal();
        self.host.parkers.unpark(ThreadId::MAIN);
    }

    /// Ends the program wherever it is: its threads never go on. What its files hold is written, if it can be stopped.
    pub(crate) fn stop(&self, excess: Excess) -> Outcome {
        let mut outcome = excess.outcome();
        if let Some(mut interp) = self.gil.seize(moment_in(GRACE / 2)) {
            interp.flush_files();
            outcome.thread_names = interp.thread_names();
        }
        outcome
    }

    /// A check point in which the lock was asked for, or the ticks ran out.
    fn check(&self, interp: Box<Interp>, me: ThreadId) -> Result<Box<Interp>, Closed> {
        self.switch(interp, me, SwitchPoint::Instruction.reason(self.gil.model().trigger))
    }

    /// Gives another thread a turn, if one is due.
    #[inline(never)]
    fn switch(&self, mut interp: Box<Interp>, me: ThreadId, reason: ReleaseReason) -> Result<Box<Interp>, Closed> {
        interp.cease_to_put_off();
        self.host.parkers.rouse_all();
        self.gil.switch(interp, me, reason)
    }

    /// Puts the interpreter back, and then rouses those for whom it is there now.
    fn release(&self, mut interp: Box<Interp>, me: ThreadId, reason: ReleaseReason) {
        interp.cease_to_put_off();
        self.gil.release(interp, me, reason);
        self.rouse();
    }

    /// Rouses threads that were woken.
    fn rouse(&self) {
        self.host.parkers.rouse(|| self.gil.waiting());
    }

    #[inline(never)]
    fn block(
        self: &Arc<Self>,
        mut interp: Box<Interp>,
        me: ThreadId,
        reason: WaitReason,
        deadline: Option<u64>,
    ) -> Result<Box<Interp>, Closed> {
        let (release, on) = match reason {
            WaitReason::Lock(lock) => {
                let owner = interp.lock_owner(lock);
                (ReleaseReason::LockWait, BlockedOn::Lock { lock: interp.waited_for(lock, me), owner })
            }
            WaitReason::Sleep => (ReleaseReason::Sleep, BlockedOn::Sleep),
            WaitReason::Join(thread) => (ReleaseReason::Join, BlockedOn::Join(thread)),
            WaitReason::Start(thread) => (ReleaseReason::ThreadStart, BlockedOn::Join(thread)),
        };
        self.gil.blocked(me, on);
        let parker = self.host.parkers.of(me);
        self.release(interp, me, release);
        if matches!(reason, WaitReason::Start(_)) && self.workers.are_wanted() {
            self.start_spare_worker();
        }
        let lookout = self.gil.lookout();
        let look = match reason {
            WaitReason::Sleep => None,
            WaitReason::Start(_) => Some(lookout.for_a_start()),
            WaitReason::Lock(_) | WaitReason::Join(_) => Some(lookout.for_a_wake_up()),
        };
        match parker.park(deadline.map(|deadline| self.instant(deadline)), look) {
            Wakeup::Unparked => {
                self.gil.woken(me, WokenBy::Signal);
                self.gil.take_woken(me)
            }
            Wakeup::Deadline => {
                self.gil.woken(me, WokenBy::Deadline);
                self.gil.take(me)
            }
        }
    }

    /// The moment at which the host's monotonic clock shows this.
    fn instant(&self, nanos: u64) -> Instant {
        moment_in(Duration::from_nanos(nanos.saturating_sub(self.host.monotonic())))
    }

    #[inline(never)]
    fn perform(self: &Arc<Self>, interp: Box<Interp>, me: ThreadId, work: IoWork) -> Result<Box<Interp>, Closed> {
        self.gil.blocked(me, BlockedOn::Io);
        let waits = me.is_main() && work.label == WAIT;
        self.release(interp, me, ReleaseReason::Io);
        let reply = match me.is_main() && work.label == STDIN_READ {
            true => self.read_interruptibly(work),
            false => Some((work.run)()),
        };
        let by = if reply.is_some() { WokenBy::Io } else { WokenBy::Signal };
        self.gil.woken(me, by);
        let mut interp = self.gil.take(me)?;
        match reply {
            Some(_) if waits && self.gil.is_signal_pending() => self.interrupt_read(&mut interp, me),
            Some(reply) => interp.complete(me, reply),
            None => self.interrupt_read(&mut interp, me),
        }
        Ok(interp)
    }

    /// Ctrl-C came while the thread was reading: what it would have read is left for the next read.
    fn interrupt_read(&self, interp: &mut Interp, me: ThreadId) {
        self.gil.acknowledge_signal();
        let exception = interp.new_exception(KEYBOARD_INTERRUPT, &[]);
        interp.inject(me, exception);
    }

    #[inline(never)]
    fn spawn(self: &Arc<Self>, mut interp: Box<Interp>, me: ThreadId, child: ThreadId) -> Box<Interp> {
        if !self.limits.allow_threads(interp.threads_alive()) {
            interp.spawn_failed(me, child);
            return interp;
        }
        // Made before anybody can wake the thread.
        self.host.parkers.of(child);
        self.gil.expect(child);
        interp.define_thread(child);
        self.gil.started(child, Some(me));
        if let Some(parker) = self.workers.employ(child) {
            if self.host.parkers.announce(parker, true) {
                interp.put_off_waking();
            }
        } else if !self.start_worker(child) {
            self.host.parkers.remove(child);
            self.gil.expect_no_more(child);
            self.gil.finished(child);
            interp.spawn_failed(me, child);
        }
        interp
    }

    /// A thread of the operating system for `first`, and for others after it. False if the system has none to give.
    fn start_worker(self: &Arc<Self>, first: ThreadId) -> bool {
        self.start_thread(Arc::default(), Some(first))
    }

    /// A thread of the operating system for the next thread of the script that is started.
    #[inline(never)]
    fn start_spare_worker(self: &Arc<Self>) {
        let worker = Arc::default();
        if self.start_thread(Arc::clone(&worker), None) {
            self.workers.offer_spare(&worker);
        }
    }

    fn start_thread(self: &Arc<Self>, worker: Arc<Worker>, first: Option<ThreadId>) -> bool {
        let machine = Arc::clone(self);
        let builder = thread::Builder::new().name("script thread".to_owned()).stack_size(STACK);
        let work = move || {
            let look = machine.gil.lookout().for_a_wake_up();
            let next = |rest| machine.workers.next(&worker, rest, Some(look));
            let mut thread = first.or_else(|| next(Rest::Staying));
            while let Some(me) = thread {
                thread = machine.live(me, &worker).ok().flatten().and_then(next);
            }
        };
        builder.spawn(work).is_ok()
    }

    /// The life of every thread but the main one. A thread that comes too late, when the program is ending, dies here.
    /// Says how the worker is to wait for another: it is known for that before others can start threads again.
    fn live(self: &Arc<Self>, me: ThreadId, worker: &Arc<Worker>) -> Result<Option<Rest>, Closed> {
        let interp = self.gil.take_woken(me)?;
        let (mut interp, _) = self.run(interp, me)?;
        self.gil.finished(me);
        interp.finish_thread(me);
        self.host.parkers.remove(me);
        let rest = self.workers.offer(worker);
        interp.cease_to_put_off();
        self.gil.release_finally(interp, me);
        self.rouse();
        Ok(rest)
    }
}
