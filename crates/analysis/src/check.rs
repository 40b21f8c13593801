//! Does a trace add up? What must hold of every execution, whoever recorded it.
//!
//! - Only one thread at a time holds the interpreter lock, and what only the holder can do is done by the holder.
//! - Each thread is in one state at a time, and each state follows from the one before by an event: so the times of all
//!   its states together are its lifetime, and no event was dropped. The durations that events state are those between
//!   events.
//! - A thread that blocked is woken before it takes the interpreter lock again.
//! - A forced release names who asked for it, and that thread did ask.
//! - Locks of the script are acquired when they are free and released when they are held.

use crate::phase::{ByPhase, Phase};
use gilscope_trace::{BlockedOn, Event, EventKind, LockId, ReleaseReason, Step, ThreadId, Timestamp};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::time::Duration;

/// The first event that breaks a rule, and which.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// Which event of the trace, counted from 0.
    pub step: Step,
    pub time: Timestamp,
    pub thread: ThreadId,
    pub what: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Violation { step, time, thread, what } = self;
        write!(f, "event {} ({thread} at {} ns): {what}", step.0, time.0)
    }
}

impl std::error::Error for Violation {}

/// Checks an execution event by event.
#[derive(Debug, Clone, Default)]
pub struct Checker {
    threads: BTreeMap<ThreadId, Life>,
    holder: Option<ThreadId>,
    /// Several threads may hold the interpreter lock: there are several, or none.
    is_shared: bool,
    /// Who owns each lock of the script that is held.
    owners: BTreeMap<LockId, ThreadId>,
    /// Threads that have set the drop request, and not had the lock since.
    requests: BTreeSet<ThreadId>,
    events: u64,
    now: Timestamp,
}

/// What is known of a thread.
#[derive(Debug, Clone)]
struct Life {
    state: State,
    since: Timestamp,
    began: Timestamp,
    spent: ByPhase<Duration>,
    has_finished: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// It wants the interpreter lock.
    Waiting,
    Holding,
    /// It holds the interpreter lock, and has said that it cannot go on.
    AboutToBlock(BlockedOn),
    Blocked(BlockedOn),
    Gone,
}

/// The account of a checked execution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    pub events: u64,
    pub threads: usize,
    /// Whether every thread had ended when the trace did.
    pub all_finished: bool,
}

type Verdict = Result<(), String>;

impl Checker {
    /// For the model of this name: without a lock, or with several, more than one thread may hold one.
    pub fn new(model: &str) -> Checker {
        Checker { is_shared: matches!(model, "free-threaded" | "per-interpreter"), ..Checker::default() }
    }

    /// Takes the next event in.
    pub fn observe(&mut self, event: &Event) -> Result<(), Violation> {
        let step = Step(self.events);
        self.events += 1;
        let verdict = self.time(event).and_then(|()| self.judge(event));
        verdict.map_err(|what| Violation { step, time: event.time, thread: event.thread, what })
    }

    /// After the last event. In a complete trace the main thread must have ended.
    pub fn finish(&self, is_complete: bool) -> Result<Checked, Violation> {
        let fail = |thread, what: &str| {
            Err(Violation { step: Step(self.events), time: self.now, thread, what: what.to_owned() })
        };
        for (&thread, life) in &self.threads {
            let spent: Duration = life.spent.iter().map(|(_, time)| *time).sum();
            let rest = if life.state == State::Gone { Duration::ZERO } else { self.now.since(life.since) };
            let end = if life.state == State::Gone { life.since } else { self.now };
            if spent + rest != end.since(life.began) {
                return fail(thread, "the thread's times do not add up to its lifetime");
            }
        }
        let main = self.threads.get(&ThreadId::MAIN);
        if is_complete && self.events > 0 && main.is_none_or(|main| main.state != State::Gone) {
            return fail(ThreadId::MAIN, "the trace is complete, yet the main thread has not ended");
        }
        let all_finished = self.threads.values().all(|life| life.state == State::Gone);
        Ok(Checked { events: self.events, threads: self.threads.len(), all_finished })
    }

    fn time(&mut self, event: &Event) -> Verdict {
        if event.time < self.now {
            return Err(format!("it is earlier than the event before, at {} ns", self.now.0));
        }
        self.now = event.time;
        Ok(())
    }

    fn judge(&mut self, event: &Event) -> Verdict {
        let me = event.thread;
        match &event.kind {
            EventKind::ThreadStarted { parent } => self.started(event, *parent),
            EventKind::ThreadFinished => self.finished(me),
            EventKind::GilRequested { holder } => self.requested(me, *holder),
            EventKind::GilTaken { waited } => self.taken(event, *waited),
            EventKind::GilReleased { reason, held, requested_by } => {
                self.released(event, *reason, *held, *requested_by)
            }
            EventKind::ThreadBlocked { on } => self.blocked(me, *on),
            EventKind::ThreadWoken { .. } => self.woken(event),
            EventKind::LockAcquired { lock } => self.acquired(me, *lock),
            EventKind::LockReleased { lock } => self.unlocked(me, *lock),
            _ => self.must_hold(me),
        }
    }

    fn life(&mut self, thread: ThreadId) -> Result<&mut Life, String> {
        self.threads.get_mut(&thread).ok_or_else(|| format!("{thread} has not been started"))
    }

    fn must_hold(&mut self, me: ThreadId) -> Verdict {
        match self.life(me)?.state {
            State::Holding | State::AboutToBlock(_) => Ok(()),
            _ => Err(format!("{me} does this without the interpreter lock")),
        }
    }

    fn started(&mut self, event: &Event, parent: Option<ThreadId>) -> Verdict {
        if let Some(parent) = parent {
            self.must_hold(parent)?;
        }
        let life = Life {
            state: State::Waiting,
            since: event.time,
            began: event.time,
            spent: ByPhase::default(),
            has_finished: false,
        };
        match self.threads.insert(event.thread, life) {
            Some(_) => Err(format!("{} is started a second time", event.thread)),
            None => Ok(()),
        }
    }

    fn finished(&mut self, me: ThreadId) -> Verdict {
        let life = self.life(me)?;
        if std::mem::replace(&mut life.has_finished, true) {
            return Err(format!("{me} ends a second time"));
        }
        // A thread that could not be started never had the lock; the others give it up with this end as the reason.
        match life.state {
            State::Holding | State::Gone => Ok(()),
            State::Waiting if life.spent == ByPhase::default() => {
                let (since, now) = (life.since, self.now);
                self.pass(me, State::Gone, since.max(now))
            }
            _ => Err(format!("{me} ends without the interpreter lock")),
        }
    }

    fn requested(&mut self, me: ThreadId, holder: Option<ThreadId>) -> Verdict {
        if self.life(me)?.state != State::Waiting {
            return Err(format!("{me} asks for the interpreter lock without waiting for it"));
        }
        if !self.is_shared && holder.is_some() && holder != self.holder {
            return Err(format!(
                "{me} asks {} for the interpreter lock, which {} holds",
                some(holder),
                some(self.holder)
            ));
        }
        self.requests.insert(me);
        Ok(())
    }

    fn taken(&mut self, event: &Event, waited: Duration) -> Verdict {
        let me = event.thread;
        if let Some(holder) = self.holder.filter(|_| !self.is_shared) {
            return Err(format!("{me} takes the interpreter lock while {holder} holds it"));
        }
        let life = self.life(me)?;
        match life.state {
            State::Waiting => {}
            State::Blocked(_) => return Err(format!("{me} takes the interpreter lock, but nothing has woken it")),
            _ => return Err(format!("{me} takes the interpreter lock a second time")),
        }
        let real = event.time.since(life.since);
        if waited != real {
            return Err(format!(
                "{me} says that it waited {} ns, and it was {} ns",
                waited.as_nanos(),
                real.as_nanos()
            ));
        }
        self.pass(me, State::Holding, event.time)?;
        self.holder = Some(me);
        self.requests.remove(&me);
        Ok(())
    }

    fn released(
        &mut self,
        event: &Event,
        reason: ReleaseReason,
        held: Duration,
        requested_by: Option<ThreadId>,
    ) -> Verdict {
        let me = event.thread;
        self.must_hold(me)?;
        if let Some(asker) = requested_by.filter(|asker| !self.requests.contains(asker)) {
            return Err(format!("{me} gives way to {asker}, which has not asked"));
        }
        if matches!(reason, ReleaseReason::Interval | ReleaseReason::Return) && requested_by.is_none() {
            return Err(format!("{me} is made to release the interpreter lock, and nobody asked for it"));
        }
        let life = self.life(me)?;
        let real = event.time.since(life.since);
        if held != real {
            return Err(format!(
                "{me} says that it held for {} ns, and it was {} ns",
                held.as_nanos(),
                real.as_nanos()
            ));
        }
        let state = after(life, me, reason)?;
        self.pass(me, state, event.time)?;
        if self.holder == Some(me) {
            self.holder = None;
        }
        Ok(())
    }

    fn blocked(&mut self, me: ThreadId, on: BlockedOn) -> Verdict {
        if let BlockedOn::Lock { lock, owner } = on
            && owner != self.owners.get(&lock).copied()
        {
            let real = some(self.owners.get(&lock).copied());
            return Err(format!("{me} waits for lock {lock} of {}, which belongs to {real}", some(owner)));
        }
        let life = self.life(me)?;
        if life.state != State::Holding {
            return Err(format!("{me} blocks without the interpreter lock"));
        }
        life.state = State::AboutToBlock(on);
        Ok(())
    }

    fn woken(&mut self, event: &Event) -> Verdict {
        let me = event.thread;
        match self.life(me)?.state {
            State::Blocked(_) => self.pass(me, State::Waiting, event.time),
            _ => Err(format!("{me} is woken, but it is not blocked")),
        }
    }

    fn acquired(&mut self, me: ThreadId, lock: LockId) -> Verdict {
        self.must_hold(me)?;
        match self.owners.insert(lock, me) {
            Some(owner) => Err(format!("{me} acquires lock {lock}, which {owner} holds")),
            None => Ok(()),
        }
    }

    fn unlocked(&mut self, me: ThreadId, lock: LockId) -> Verdict {
        self.must_hold(me)?;
        match self.owners.remove(&lock) {
            Some(_) => Ok(()),
            None => Err(format!("{me} releases lock {lock}, which nobody holds")),
        }
    }

    /// The thread goes over to another state.
    fn pass(&mut self, thread: ThreadId, state: State, now: Timestamp) -> Verdict {
        let life = self.life(thread)?;
        if let Some(phase) = phase_of(life.state) {
            life.spent[phase] += now.since(life.since);
        }
        life.state = state;
        life.since = now;
        Ok(())
    }
}

/// The state after a release: what the thread said it would wait for must fit the reason.
fn after(life: &Life, me: ThreadId, reason: ReleaseReason) -> Result<State, String> {
    let fits = |on: BlockedOn| match reason {
        ReleaseReason::Sleep => on == BlockedOn::Sleep,
        ReleaseReason::Io => on == BlockedOn::Io,
        ReleaseReason::LockWait => matches!(on, BlockedOn::Lock { .. }),
        ReleaseReason::Join | ReleaseReason::ThreadStart => matches!(on, BlockedOn::Join(_)),
        _ => false,
    };
    match (life.state, reason) {
        (State::AboutToBlock(on), _) if fits(on) => Ok(State::Blocked(on)),
        (State::AboutToBlock(_), _) => {
            Err(format!("{me} blocks, and releases the interpreter lock for another reason"))
        }
        (_, ReleaseReason::Exit) if life.has_finished => Ok(State::Gone),
        (_, ReleaseReason::Exit) => Err(format!("{me} releases the interpreter lock for good and has not ended")),
        (_, reason) if reason.is_forced() || reason == ReleaseReason::Yield => Ok(State::Waiting),
        _ => Err(format!("{me} does not say what it waits for")),
    }
}

fn phase_of(state: State) -> Option<Phase> {
    Some(match state {
        State::Waiting => Phase::Waiting,
        State::Holding | State::AboutToBlock(_) => Phase::Holding,
        State::Blocked(BlockedOn::Lock { .. }) => Phase::Lock,
        State::Blocked(BlockedOn::Join(_)) => Phase::Join,
        State::Blocked(BlockedOn::Sleep) => Phase::Sleep,
        State::Blocked(BlockedOn::Io) => Phase::Io,
        State::Gone => return None,
    })
}

fn some(thread: Option<ThreadId>) -> String {
    thread.map_or_else(|| "nobody".to_owned(), |thread| thread.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Recording;
    use gilscope_trace::WokenBy;

    fn verdict(recording: &Recording) -> Result<Checked, String> {
        let mut checker = Checker::new("py3.13");
        for event in &recording.events {
            checker.observe(event).map_err(|violation| violation.to_string())?;
        }
        checker.finish(true).map_err(|violation| violation.to_string())
    }

    fn good() -> Recording {
        let mut recording = Recording::default();
        recording.start(0, 0, None).take(0, 0, 0).acquire(3, 0, 7);
        recording.start(5, 1, Some(0)).request(12, 1, 0).give_way(15, 0, 15, 1).take(15, 1, 10);
        let on = BlockedOn::Lock { lock: LockId(7), owner: Some(ThreadId(0)) };
        recording.block(20, 1, on).release(20, 1, ReleaseReason::LockWait, 5).take(21, 0, 6);
        recording.unlock(22, 0, 7).wake(22, 1, WokenBy::Thread(ThreadId(0)));
        recording.block(25, 0, BlockedOn::Join(ThreadId(1))).release(25, 0, ReleaseReason::Join, 4);
        recording.take(26, 1, 4).acquire(26, 1, 7).unlock(28, 1, 7).finish(30, 1);
        recording.wake(30, 0, WokenBy::Thread(ThreadId(1))).release(31, 1, ReleaseReason::Exit, 5);
        recording.take(31, 0, 1).acquire(33, 0, 7).unlock(34, 0, 7).finish(40, 0).release(
            40,
            0,
            ReleaseReason::Exit,
            9,
        );
        recording
    }

    #[test]
    fn a_good_trace_adds_up() {
        let whole = good();
        assert_eq!(verdict(&whole), Ok(Checked { events: whole.events.len() as u64, threads: 2, all_finished: true }));
    }

    #[test]
    fn no_event_can_be_left_out_unnoticed() {
        let whole = good();
        for missing in 0..whole.events.len() {
            let mut recording = whole.clone();
            let event = recording.events.remove(missing);
            // That a lock was given back shows only when it is wanted again.
            let is_last_unlock = event.time == Timestamp(34);
            assert!(is_last_unlock || verdict(&recording).is_err(), "nobody misses event {missing}: {event:?}");
        }
    }

    #[test]
    fn the_first_event_that_breaks_a_rule_is_named() {
        let mut recording = Recording::default();
        recording.start(0, 0, None).take(0, 0, 0).start(1, 1, Some(0)).take(5, 1, 4);
        let message = "event 3 (T1 at 5 ns): T1 takes the interpreter lock while T0 holds it";
        assert_eq!(verdict(&recording), Err(message.to_owned()));
    }

    #[test]
    fn threads_may_run_side_by_side_where_there_is_no_lock() {
        let mut recording = Recording::default();
        recording.start(0, 0, None).take(0, 0, 0).start(1, 1, Some(0)).take(5, 1, 4);
        let mut checker = Checker::new("free-threaded");
        assert!(recording.events.iter().all(|event| checker.observe(event).is_ok()));
    }

    #[test]
    fn a_forced_release_needs_a_requester() {
        let mut recording = Recording::default();
        recording.start(0, 0, None).take(0, 0, 0).release(9, 0, ReleaseReason::Interval, 9);
        assert!(verdict(&recording).unwrap_err().contains("nobody asked for it"));
    }

    #[test]
    fn a_complete_trace_ends_with_its_main_thread() {
        let mut recording = Recording::default();
        recording.start(0, 0, None).take(0, 0, 0);
        assert!(verdict(&recording).unwrap_err().contains("the main thread has not ended"));
    }
}
