//! Turns, one after the other, of an execution that nobody follows.
//!
//! Where threads take turns, most of them end with nothing else to do than to let the next one begin. Then the run loop asks
//! here who that is, and goes on with it: for the same as `turn` after `turn`, and with a third of the instructions of the
//! processor, which is much where a program of a few instructions is run a hundred thousand times.

use super::choices::Choices;
use super::host::SimulatedHost;
use super::lock::Lock;
use super::settings::LONGEST_GRANT;
use super::thread::Thread;
use super::{Ending, Simulation, Status};
use gilscope_gil::{Divergence, SwitchPoint};
use gilscope_trace::ThreadId;
use gilscope_vm::virtual_time::VirtualTime;

/// What of a simulation is needed to pass a turn on.
struct Turns<'s> {
    choices: &'s mut Choices,
    threads: &'s mut [Thread],
    lock: &'s mut Lock,
    host: &'s SimulatedHost,
    /// When the next timer is due, and when anything is: a timer, or a turn that was given by hand.
    next_timer: u64,
    due: u64,
    /// How long all threads may work.
    work_limit: u64,
    now: &'s mut u64,
    work: &'s mut u64,
    diverged: Option<Divergence>,
}

impl Simulation {
    /// Whether turns need not be followed one by one.
    pub(super) fn is_swift(&self) -> bool {
        self.takes_turns() && !self.is_parallel() && !self.is_recording
    }

    /// Runs the holder, and those whose turns come after, until one comes back for something else.
    pub(super) fn run_turns(&mut self, holder: ThreadId, limit: u64) {
        self.grant(holder);
        let allowed = self.allow(limit);
        let next_timer = self.timers.next().unwrap_or(u64::MAX);
        let next_move = self.moves.front().map_or(u64::MAX, |next| next.at);
        let work_limit = self.settings.work_limit.map_or(u128::MAX, |limit| limit.as_nanos());
        let mut turns = Turns {
            choices: &mut self.choices,
            threads: &mut self.threads,
            lock: &mut self.lock,
            host: &self.host,
            next_timer,
            due: next_timer.min(next_move),
            work_limit: u64::try_from(work_limit).unwrap_or(u64::MAX),
            now: &mut self.now,
            work: &mut self.work,
            diverged: None,
        };
        let (thread, exit) = self.interp.run_turns(holder, &mut turns);
        if let Some(divergence) = turns.diverged {
            self.end(Ending::Diverged(divergence));
        }
        self.came_back(thread, exit, allowed);
    }
}

impl gilscope_vm::Turns for Turns<'_> {
    /// As `Simulation::follow_up` and `Simulation::run_thread`, where nothing but the end of a turn is to be seen to.
    fn next(&mut self, time: &mut VirtualTime, running: ThreadId) -> Option<ThreadId> {
        let now = time.now();
        if self.due <= now || time.has_woken() || self.host.is_interrupted() {
            return None;
        }
        let state = self.threads.get_mut(running.0 as usize)?;
        let ran = time.settle_at(now);
        *self.now = now;
        *self.work += ran;
        state.work += ran;
        if self.work.saturating_sub(time.burned()) > self.work_limit {
            return None;
        }
        let next = self.choose(running)?;
        let own_work = match next == running {
            true => state_work(self.threads, running),
            false => self.pass(running, next),
        };
        let budget = match self.choices.is_timed || self.lock.queue.is_empty() {
            true => self.next_timer.saturating_sub(now).clamp(1, LONGEST_GRANT),
            false => 1,
        };
        time.grant(now, budget, time.steps_left(), own_work);
        Some(next)
    }
}

fn state_work(threads: &[Thread], thread: ThreadId) -> u64 {
    threads.get(thread.0 as usize).map_or(0, |state| state.work)
}

impl Turns<'_> {
    /// Whose turn is next: as `Simulation::end_turn`. If it is another's, that one has left the queue, and `running` is in it.
    #[inline]
    fn choose(&mut self, running: ThreadId) -> Option<ThreadId> {
        let queue = &mut self.lock.queue;
        if queue.is_empty() {
            return Some(running);
        }
        queue.push(running);
        if self.choices.is_timed {
            return Some(self.lock.take_out(0));
        }
        match self.choices.ask(queue, Some(running), SwitchPoint::Instruction, *self.now) {
            Ok(place) => Some(self.lock.take_out(place)),
            Err(divergence) => {
                queue.pop();
                self.diverged = Some(divergence);
                self.due = 0;
                None
            }
        }
    }

    /// Gives the lock to another thread: as `Simulation::pass_to`. How long that one has worked.
    #[inline]
    fn pass(&mut self, from: ThreadId, to: ThreadId) -> u64 {
        let now = *self.now;
        self.lock.holder = Some(to);
        self.lock.last_holder = Some(to);
        self.lock.switches += 1;
        self.lock.taken_at = now;
        if let Some(state) = self.threads.get_mut(from.0 as usize) {
            state.status = Status::Waiting;
            state.since = now;
            state.seen_switches = self.lock.switches;
            state.generation += 1;
        }
        let Some(state) = self.threads.get_mut(to.0 as usize) else { return 0 };
        state.status = Status::Running;
        state.since = now;
        state.generation += 1;
        state.owes_switch = false;
        state.work
    }
}
