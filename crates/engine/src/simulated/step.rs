//! The loop: a thread runs, what it asked for is done, timers fire, and again.
//!
//! A grant that was interrupted (`Exit::Pause`) is taken up again as it was, and what follows from an instruction belongs to
//! the next turn of the loop: so the state after a number of instructions is one state, however it was reached.

use super::act::Action;
use super::report::Ending;
use super::settings::BURN_GRAIN;
use super::{Simulation, Status};
use crate::step::{Progress, Steppable};
use gilscope_gil::{Move, Trigger};
use gilscope_trace::{Event, ThreadId, Timestamp, WokenBy};
use gilscope_vm::Exit;

/// After so many instructions at the latest the limits are looked at.
const LONGEST_TURN: u64 = 1 << 20;

impl Simulation {
    /// Runs on to the end.
    pub fn run(&mut self) -> Ending {
        loop {
            if let Some(ending) = &self.ending {
                return ending.clone();
            }
            if let Some(excess) = self.limits.excess() {
                self.end(Ending::OverLimit(excess));
            }
            let limit = self.steps.saturating_add(LONGEST_TURN);
            match self.lock.holder {
                Some(holder) if self.pending.is_none() && self.is_swift() => {
                    self.run_turns(holder, self.limited(limit))
                }
                _ => self.turn(limit),
            }
        }
    }

    /// The smaller one of this number of instructions and the limit.
    fn limited(&self, limit: u64) -> u64 {
        limit.min(self.settings.step_limit.unwrap_or(u64::MAX))
    }

    /// Runs on until the condition holds, which is asked after everything that happens, or until the end; whether it held.
    pub fn run_until(&mut self, mut condition: impl FnMut(&Simulation) -> bool) -> bool {
        loop {
            if condition(self) {
                return true;
            }
            if self.ending.is_some() {
                return false;
            }
            self.turn(u64::MAX);
        }
    }

    /// One turn of the loop, in which no more instructions are run than until `limit` in all.
    pub(crate) fn turn(&mut self, limit: u64) {
        if let Some((thread, action)) = self.pending.take() {
            return self.follow_up(thread, action);
        }
        let limit = self.limited(limit);
        if self.is_parallel() {
            self.run_cores(limit);
        } else if let Some(holder) = self.lock.holder {
            self.run_thread(holder, limit);
        } else {
            self.idle();
        }
    }

    /// What a thread has come back for is done, after what has happened meanwhile.
    fn follow_up(&mut self, thread: ThreadId, action: Action) {
        self.wake_woken(thread);
        self.interrupt_main();
        self.fire_due();
        if self.ending.is_none() {
            self.act(thread, action);
            self.look_at_limits();
        }
    }

    /// Works off the timers up to now.
    pub(super) fn fire_due(&mut self) {
        while self.ending.is_none()
            && let Some(timer) = self.timers.pop_due(self.now)
        {
            self.fire(timer);
        }
    }

    /// Nobody runs: the next thing that happens is a timer, or nothing ever will.
    fn idle(&mut self) {
        self.interrupt_main();
        match self.timers.pop_due(u64::MAX) {
            Some(timer) => {
                self.now = self.now.max(timer.at);
                self.fire(timer);
            }
            None if self.lock.holder.is_none() => self.deadlock(),
            None => {}
        }
    }

    fn run_cores(&mut self, limit: u64) {
        let Some((core, next)) = self.cores.furthest_behind() else { return self.idle() };
        let clock = self.cores.cores[core].clock;
        if self.paused.is_none() && self.timers.next().is_some_and(|at| at <= clock) {
            return self.idle();
        }
        let running = self.cores.cores[core].thread;
        let Some(thread) = self.paused.or(running) else { return };
        if self.paused.is_none() {
            self.now = clock;
            let budget = self.quantum(core, next);
            let work = self.thread(thread).work;
            self.interp.time.grant(clock, budget, 0, work);
        }
        self.run_granted(thread, limit);
        self.cores.advance(thread, self.now);
    }

    fn run_thread(&mut self, thread: ThreadId, limit: u64) {
        self.grant(thread);
        self.run_granted(thread, limit);
    }

    /// Lets the thread that has the lock go on, for as long as nothing is due that is not done yet.
    pub(super) fn grant(&mut self, thread: ThreadId) {
        if self.paused.is_none() {
            let is_wanted = self.lock.requested_by.is_some() || self.is_move_due();
            let is_asked = !self.choices.is_timed && !self.lock.queue.is_empty();
            let budget = if is_wanted || is_asked { 1 } else { self.timers.budget(self.now) };
            let work = self.thread(thread).work;
            self.interp.time.grant(self.now, budget, 0, work);
        }
    }

    /// Runs a thread as it was granted, and remembers what it came back for.
    fn run_granted(&mut self, thread: ThreadId, limit: u64) {
        let allowed = self.allow(limit);
        let exit = self.interp.run(thread);
        self.came_back(thread, exit, allowed);
    }

    /// Lets the thread run so many instructions that there are `limit` in all; how many that are.
    pub(super) fn allow(&mut self, limit: u64) -> u64 {
        self.set_burn_grain();
        let allowed = limit.saturating_sub(self.steps);
        self.interp.time.allow(allowed);
        allowed
    }

    /// A thread has come back that was allowed to run so many instructions.
    pub(super) fn came_back(&mut self, thread: ThreadId, exit: Exit, allowed: u64) {
        self.steps += allowed - self.interp.time.steps_left();
        self.interp.time.allow(0);
        match self.understand(exit) {
            None => {
                self.now = self.interp.time.now();
                self.paused = Some(thread);
                if self.settings.step_limit.is_some_and(|limit| self.steps >= limit) {
                    self.end(Ending::StepLimit { steps: self.steps });
                }
            }
            Some(action) => {
                self.paused = None;
                let ran = self.interp.time.settle();
                self.now = self.interp.time.now();
                self.thread(thread).work += ran;
                self.work += ran;
                self.note_place(thread, &action);
                self.pending = Some((thread, action));
            }
        }
    }

    /// Where instructions are counted, a thread that burns time next to others must give way as one in a loop would.
    fn set_burn_grain(&mut self) {
        if let Trigger::Ticks(_) = self.model.trigger {
            let is_alone = self.lock.queue.is_empty() && self.lock.coming == 0;
            self.interp.time.set_burn_grain(if is_alone { u64::MAX } else { BURN_GRAIN });
        }
    }

    /// Remembers where the thread stands, for the events to come.
    fn note_place(&mut self, thread: ThreadId, action: &Action) {
        if self.is_recording {
            let is_between_instructions = matches!(action, Action::CheckPoint);
            self.thread(thread).place = self.interp.place(thread, !is_between_instructions);
        }
    }

    /// The main thread sees an interrupt wherever it waits.
    fn interrupt_main(&mut self) {
        if !self.host.is_interrupted() {
            return;
        }
        let main = ThreadId::MAIN;
        if matches!(self.thread(main).status, Status::Blocked { .. }) {
            let now = self.now;
            self.record(now, main, gilscope_trace::EventKind::ThreadWoken { by: WokenBy::Signal });
            self.thread(main).since = now;
            self.come(main, now, false);
        }
    }

    fn look_at_limits(&mut self) {
        let own = self.work.saturating_sub(self.interp.time.burned());
        let limit = self.settings.work_limit;
        if self.ending.is_none() && limit.is_some_and(|limit| u128::from(own) > limit.as_nanos()) {
            self.end(Ending::WorkLimit { worked: std::time::Duration::from_nanos(own) });
        }
    }
}

impl Steppable for Simulation {
    fn steps(&self) -> u64 {
        self.steps
    }

    fn now(&self) -> Timestamp {
        Timestamp(self.now)
    }

    fn advance(&mut self, limit: u64, events: &mut Vec<Event>) -> Progress {
        while self.ending.is_none() && self.steps < limit && !self.listener.has_events() {
            self.turn(limit);
            if self.is_parallel() {
                // The next instruction may be another thread's.
                break;
            }
        }
        events.append(&mut self.listener.take_events());
        if self.ending.is_some() { Progress::Ended } else { Progress::Paused }
    }

    fn prefer(&mut self, thread: ThreadId) -> bool {
        let can_run = self.threads.get(thread.0 as usize).is_some_and(|state| state.is_ready());
        let runs = self.lock.holder == Some(thread);
        if can_run && !self.is_parallel() {
            self.world.part();
            self.moves.retain(|other| other.at > self.now);
            self.moves.push_front(Move { at: self.now, to: thread });
            self.given.push(Move { at: self.now, to: thread });
            self.interp.time.cut();
        }
        can_run || runs
    }

    fn state_hash(&self) -> u64 {
        self.hash_of_everything()
    }
}
