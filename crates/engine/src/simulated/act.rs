//! What is done for a thread that has come back, and what timers do.

use super::settings::*;
use super::thread::Thread;
use super::timers::{Event, Timer};
use super::{Simulation, Status};
use gilscope_gil::{Coming, SwitchPoint, Trigger};
use gilscope_trace::{BlockedOn, EventKind, ReleaseReason, ThreadId, WokenBy};
use gilscope_vm::value::{ExceptionId, Value};
use gilscope_vm::{Exit, ProcessCall, Reply, WaitReason};

/// What a thread came back for: an exit of the run loop with its effect on the world, if it has one, already made, so
/// that it is plain data.
#[derive(Debug, Clone)]
pub(super) enum Action {
    CheckPoint,
    Yield,
    Block {
        reason: WaitReason,
        deadline: Option<u64>,
    },
    Io {
        takes: u64,
        reply: Reply,
    },
    Spawn(ThreadId),
    /// The program ends here and now, with this status.
    End(i32),
    Finished(Result<Value, ExceptionId>),
}

impl Simulation {
    /// Makes the exit an action.
    pub(super) fn understand(&mut self, exit: Exit) -> Option<Action> {
        Some(match exit {
            Exit::Pause => return None,
            Exit::Switch => Action::CheckPoint,
            Exit::Yield => Action::Yield,
            Exit::Block { reason, deadline } => Action::Block { reason, deadline },
            Exit::Io(work) => {
                let takes = work.takes.unwrap_or_else(|| self.world_takes(work.label));
                let reply = if work.takes.is_some() { Reply::Done } else { self.world.perform(work) };
                Action::Io { takes, reply }
            }
            Exit::Spawn(child) => Action::Spawn(child),
            // Natives that ask for a process say first that there is none.
            Exit::Process(ProcessCall::Fork) => Action::CheckPoint,
            Exit::Process(ProcessCall::End(status)) => Action::End(status >> 8),
            Exit::Finished(result) => Action::Finished(result),
        })
    }

    /// Does what a thread came back for.
    pub(super) fn act(&mut self, thread: ThreadId, action: Action) {
        match action {
            Action::CheckPoint => self.check(thread),
            Action::Yield => self.give_turn(thread),
            Action::Block { reason, deadline } => self.block(thread, reason, deadline),
            Action::Io { takes, reply } => self.io(thread, takes, reply),
            Action::Spawn(child) => self.spawn(thread, child),
            Action::End(status) => self.end_at_once(status),
            Action::Finished(result) => self.finished(thread, result),
        }
    }

    /// A check point at which something may be due.
    fn check(&mut self, thread: ThreadId) {
        if self.serve_move(thread) {
        } else if self.is_parallel() {
            self.check_slice(thread);
        } else if self.takes_turns() {
            self.end_turn(thread);
        } else if let Trigger::Ticks(_) = self.model.trigger {
            self.tick(thread);
        } else if self.lock.requested_by.is_some() {
            self.give_way(thread, self.lock.requested_for);
        }
    }

    /// Releases the lock on request, and waits until another thread has had it.
    pub(super) fn give_way(&mut self, thread: ThreadId, reason: ReleaseReason) {
        if self.is_fair() {
            self.release(thread, reason, SwitchPoint::Instruction);
            self.line_up_again(thread);
            return self.free_core();
        }
        let now = self.now;
        let state = self.thread(thread);
        state.status = Status::GivingWay;
        state.since = now;
        state.owes_switch = true;
        self.release(thread, reason, SwitchPoint::Instruction);
        self.free_core();
    }

    /// The ticks of 2.7 have run out: the lock is put back and taken again, and whoever comes in between has it.
    fn tick(&mut self, thread: ThreadId) {
        if self.lock.queue.is_empty() && self.lock.coming == 0 {
            return;
        }
        let (work, free) = self.contended_release();
        // The thread gets no work of its own done in that time.
        self.now += work;
        self.fire_due();
        self.release(thread, ReleaseReason::Tick, SwitchPoint::Instruction);
        self.come_after(thread, free);
    }

    /// What it costs to put the lock of 2.7 back and take it again while another thread waits for it: first the work of
    /// the release, then the time in which the lock is free.
    fn contended_release(&self) -> (u64, u64) {
        if self.settings.cpus == 1 {
            return CONTENDED_RELEASE_ONE_CORE;
        }
        let work = self.now.saturating_sub(self.lock.taken_at).min(WORK_PER_CHANGE);
        let lost = work * LOST_PER_CHANGE / WORK_PER_CHANGE;
        let free = lost * FREE_PERCENT / 100;
        (lost - free, free)
    }

    /// The thread is back at the lock after so long.
    fn come_after(&mut self, thread: ThreadId, nanos: u64) {
        let now = self.now;
        let state = self.thread(thread);
        state.status = Status::Coming;
        state.since = now;
        state.generation += 1;
        let generation = state.generation;
        self.lock.coming += 1;
        self.timers.set(now + nanos, Event::Arrive, thread, generation);
    }

    /// Another thread's turn, as the policy has it.
    fn end_turn(&mut self, thread: ThreadId) {
        if self.lock.queue.is_empty() {
            return;
        }
        let is_counted = self.model.takes_turns();
        let next = if self.choices.is_timed {
            self.lock.queue.first().copied()
        } else {
            self.lock.queue.push(thread);
            let picked = self.ask(SwitchPoint::Instruction, Some(thread));
            self.lock.queue.pop();
            picked
        };
        match next {
            Some(next) if next != thread => {
                let reason = if is_counted { ReleaseReason::Tick } else { ReleaseReason::Interval };
                self.pass_to(thread, next, reason);
            }
            _ => {}
        }
    }

    /// Takes the lock from a thread that could go on and gives it to another that waits for it.
    pub(super) fn pass_to(&mut self, from: ThreadId, to: ThreadId, reason: ReleaseReason) {
        let now = self.now;
        if reason == ReleaseReason::Interval && self.lock.requested_by.is_none() {
            self.request(to, now, ReleaseReason::Interval);
        }
        self.lock.leave_queue(to);
        self.put_back(from, reason);
        let state = self.thread(from);
        state.since = now;
        state.status = Status::Waiting;
        self.take(to, now);
        self.arrive(from, now);
    }

    /// The script asked for a switch.
    fn give_turn(&mut self, thread: ThreadId) {
        if self.is_parallel() {
            return self.yield_core(thread);
        }
        if self.lock.queue.is_empty() && self.lock.coming == 0 {
            return;
        }
        let now = self.now;
        let requested = self.release(thread, ReleaseReason::Yield, SwitchPoint::Yield);
        if self.is_fair() {
            self.thread(thread).coming = Coming::CpuBound { rest: 0 };
            return self.line_up_again(thread);
        }
        let owes_switch = requested && self.model.forced_switch;
        let state = self.thread(thread);
        state.owes_switch = owes_switch;
        state.since = now;
        if self.takes_turns() {
            self.arrive(thread, now);
        } else {
            self.come_after(thread, YIELD);
        }
    }

    fn block(&mut self, thread: ThreadId, reason: WaitReason, deadline: Option<u64>) {
        let (release, on, point) = match reason {
            WaitReason::Lock(lock) => {
                let owner = self.interp.lock_owner(lock);
                let lock = self.interp.waited_for(lock, thread);
                (ReleaseReason::LockWait, BlockedOn::Lock { lock, owner }, SwitchPoint::Acquire)
            }
            WaitReason::Sleep => (ReleaseReason::Sleep, BlockedOn::Sleep, SwitchPoint::Sleep),
            WaitReason::Join(target) => (ReleaseReason::Join, BlockedOn::Join(target), SwitchPoint::Join),
            WaitReason::Start(child) => (ReleaseReason::ThreadStart, BlockedOn::Join(child), SwitchPoint::Spawn),
        };
        let until = deadline.map(|deadline| self.wakes_at(deadline, reason == WaitReason::Sleep));
        self.away(thread, Status::Blocked { on, until }, release, point);
        self.free_core();
        if let Some(until) = until {
            let generation = self.thread(thread).generation;
            self.timers.set(until, Event::Deadline, thread, generation);
        } else {
            self.look_for_cycle(thread);
        }
    }

    /// When a timed wait ends that should end at the deadline.
    fn wakes_at(&mut self, deadline: u64, is_sleep: bool) -> u64 {
        if self.takes_turns() {
            return deadline.max(self.now);
        }
        if deadline <= self.now {
            let shortest = if is_sleep { u64::from(self.model.sleep_zero) } else { 0 };
            return self.now + shortest;
        }
        deadline + TIMER_SLACK + self.latency()
    }

    /// The thread gives the lock, or its core, up for something else.
    fn away(&mut self, thread: ThreadId, status: Status, reason: ReleaseReason, point: SwitchPoint) {
        let Status::Blocked { on, .. } = status else { return };
        let now = self.now;
        self.record(now, thread, EventKind::ThreadBlocked { on });
        let state = self.thread(thread);
        state.status = status;
        state.since = now;
        state.generation += 1;
        if self.is_parallel() {
            return self.leave_core(thread, reason);
        }
        let requested = self.release(thread, reason, point);
        let owes_switch = requested && self.model.forced_switch;
        let state = self.thread(thread);
        state.owes_switch = owes_switch;
        state.coming = Coming::Returning;
    }

    fn io(&mut self, thread: ThreadId, takes: u64, reply: Reply) {
        self.world.collect(self.now, thread);
        self.interp.complete(thread, reply);
        self.away(thread, Status::Blocked { on: BlockedOn::Io, until: None }, ReleaseReason::Io, SwitchPoint::Io);
        let mut done = self.now.saturating_add(takes);
        if takes > LONGEST_ON_CORE {
            self.free_core();
            done += self.latency();
        }
        let generation = self.thread(thread).generation;
        self.timers.set(done, Event::IoDone, thread, generation);
    }

    /// How long a piece of work takes the world.
    fn world_takes(&self, label: &str) -> u64 {
        match label {
            _ if self.takes_turns() => SYSTEM_CALL,
            "open" | "listdir" | "mkdir" | "rmdir" | "unlink" | "rename" | "symlink" => 4 * SYSTEM_CALL,
            gilscope_vm::streams::STDIN_READ => 200 * SYSTEM_CALL,
            _ => SYSTEM_CALL,
        }
    }

    fn spawn(&mut self, thread: ThreadId, child: ThreadId) {
        if !self.takes_turns() {
            self.spend(thread, THREAD_START);
        }
        let now = self.now;
        while self.threads.len() <= child.0 as usize {
            self.threads.push(Thread::new(now));
        }
        if !self.limits.allow_threads(self.interp.threads_alive()) {
            self.thread(child).status = Status::Finished;
            return self.interp.spawn_failed(thread, child);
        }
        self.interp.define_thread(child);
        self.record(now, child, EventKind::ThreadStarted { parent: Some(thread) });
        self.come(child, now, false);
    }

    /// The running thread works for so long.
    fn spend(&mut self, thread: ThreadId, nanos: u64) {
        self.now += nanos;
        self.thread(thread).work += nanos;
        self.cores.advance(thread, self.now);
    }

    /// The thread gives the lock, or its core, up for good or for something else.
    pub(super) fn leave(&mut self, thread: ThreadId, reason: ReleaseReason) {
        if self.is_parallel() {
            self.leave_core(thread, reason);
        } else {
            self.release(thread, reason, SwitchPoint::Finish);
            self.free_core();
        }
    }

    /// Threads that the running one has woken set out.
    pub(super) fn wake_woken(&mut self, by: ThreadId) {
        if !self.interp.time.has_woken() {
            return;
        }
        for (thread, at) in self.interp.time.take_woken() {
            if matches!(self.thread(thread).status, Status::Blocked { .. }) {
                self.record(at, thread, EventKind::ThreadWoken { by: WokenBy::Thread(by) });
                self.thread(thread).since = at;
                self.come(thread, at, false);
            }
        }
    }

    /// Does what is due now.
    pub(super) fn fire(&mut self, timer: Timer) {
        if self.thread(timer.thread).generation != timer.generation && timer.event != Event::Move {
            return;
        }
        let (thread, at) = (timer.thread, timer.at);
        match timer.event {
            Event::Arrive => {
                self.lock.coming = self.lock.coming.saturating_sub(1);
                self.lock.coreless.retain(|&other| other != thread);
                self.arrive(thread, at);
            }
            Event::Impatient => self.impatient(thread, at),
            Event::Deadline => self.go_on(thread, at, WokenBy::Deadline),
            Event::IoDone => self.go_on(thread, at, WokenBy::Io),
            Event::Move => {}
        }
    }

    /// What the thread waited for has come, and it has a core.
    fn go_on(&mut self, thread: ThreadId, at: u64, by: WokenBy) {
        self.record(at, thread, EventKind::ThreadWoken { by });
        let state = self.thread(thread);
        state.since = at;
        state.status = Status::Coming;
        self.arrive(thread, at);
    }
}
