//! Why things happen, in sentences.

use crate::time;
use gilscope_analysis::{Doing, Situation, has_one_gil};
use gilscope_engine::step::Recorded;
use gilscope_trace::{
    BlockedOn, Catalogue, Event, EventKind, Header, LeftBy, LockId, ReleaseReason, Scope, ThreadId, Timestamp, WokenBy,
};

/// How far back the release before a hand-over is looked for, in events.
const REACH: usize = 400;
/// A text that was printed is quoted so far, in characters.
const QUOTED: usize = 40;

/// Makes sentences about one execution.
#[derive(Debug, Clone, Copy)]
pub struct Teller<'a> {
    pub catalogue: &'a Catalogue,
    pub header: &'a Header,
}

impl Teller<'_> {
    /// What an event means; `before` are those before it.
    pub fn event(&self, event: &Event, before: &[Recorded]) -> String {
        self.word(self.sentence(event, before))
    }

    /// Without a GIL, a core is what threads take and wait for.
    fn word(&self, text: String) -> String {
        if has_one_gil(self.header) { text } else { text.replace("the GIL", "a core") }
    }

    fn sentence(&self, event: &Event, before: &[Recorded]) -> String {
        let who = event.thread;
        match &event.kind {
            EventKind::ThreadStarted { parent: Some(parent) } => format!("{parent} started {who}."),
            EventKind::ThreadStarted { parent: None } => format!("{who}, the main thread, begins."),
            EventKind::ThreadFinished => format!("{who} has come to its end."),
            EventKind::GilRequested { holder } => self.requested(who, *holder),
            EventKind::GilTaken { .. } => self.taken(who, before),
            EventKind::GilReleased { reason, requested_by, .. } => {
                format!("{who} gave the GIL up: {}.", self.release(who, *reason, *requested_by, before))
            }
            EventKind::ThreadBlocked { on } => format!("{who} cannot go on: it {}.", self.blocked(*on)),
            EventKind::ThreadWoken { by } => format!("{who} can go on: {}.", woken(*by)),
            EventKind::LockAcquired { lock } => format!("{who} acquired {}.", self.lock(*lock)),
            EventKind::LockReleased { lock } => format!("{who} released {}.", self.lock(*lock)),
            EventKind::TextWritten { text, .. } => format!("{who} printed {}.", quoted(text)),
            EventKind::FunctionEntered => format!("{who} entered {}.", self.function(event)),
            EventKind::FunctionLeft { by } => {
                let how = match by {
                    LeftBy::Return => "returned from",
                    LeftBy::Yield => "yielded from",
                    LeftBy::Exception => "left, by an exception,",
                };
                format!("{who} {how} {}.", self.function(event))
            }
            EventKind::LineReached => match event.place.and_then(|place| self.catalogue.locate(place)) {
                Some((_, line)) => format!("{who} came to line {line}."),
                None => format!("{who} came to another line."),
            },
            EventKind::InstructionRun => format!("{who} ran an instruction."),
            EventKind::ValueChanged { what, scope, now } => {
                let kind = match scope {
                    Scope::Local => "its variable ",
                    Scope::Global => "the global ",
                    Scope::Attribute | Scope::Item => "",
                };
                format!("{who} set {kind}{what} to {now}.")
            }
        }
    }

    fn requested(&self, who: ThreadId, holder: Option<ThreadId>) -> String {
        let holder = holder.map_or("another thread".to_owned(), |holder| holder.to_string());
        if &*self.header.model == "fair" {
            return format!("{who} asked for the GIL, which {holder} held.");
        }
        format!("{who} asked for the GIL: it has waited for a whole switch interval, and {holder} held it.")
    }

    fn taken(&self, who: ThreadId, before: &[Recorded]) -> String {
        let released = before.iter().rev().take(REACH).find_map(|recorded| match recorded.event.kind {
            EventKind::GilReleased { reason, requested_by, .. } => Some((recorded.event.thread, reason, requested_by)),
            _ => None,
        });
        match released {
            None => format!("{who} took the GIL: nobody had it."),
            Some((releaser, _, _)) if releaser == who => format!("{who} took the GIL again: nobody else was ready."),
            Some((releaser, reason, requested_by)) => {
                let reason = self.release(releaser, reason, requested_by, before);
                match reason.strip_prefix("it ") {
                    Some(did) => format!("{who} took the GIL because {releaser} {did}."),
                    None => format!("{who} took the GIL because {releaser} gave it up: {reason}."),
                }
            }
        }
    }

    /// Why a thread gave the lock up: a clause whose subject, if it is that thread, is `it`.
    fn release(
        &self,
        who: ThreadId,
        reason: ReleaseReason,
        requested_by: Option<ThreadId>,
        before: &[Recorded],
    ) -> String {
        let blocked = || {
            let last = before.iter().rev().take(REACH).find(|recorded| {
                recorded.event.thread == who && !matches!(recorded.event.kind, EventKind::GilReleased { .. })
            });
            match last.map(|recorded| &recorded.event.kind) {
                Some(EventKind::ThreadBlocked { on }) => Some(format!("it {}", self.blocked(*on))),
                _ => None,
            }
        };
        match reason {
            ReleaseReason::Interval => {
                let asker = requested_by.map_or("another thread".to_owned(), |asker| asker.to_string());
                format!("{asker} had waited for a whole switch interval and asked for it")
            }
            ReleaseReason::Return => {
                let asker = requested_by.map_or("another thread".to_owned(), |asker| asker.to_string());
                format!("{asker} was back from a wait and asked for it")
            }
            ReleaseReason::Tick if self.header.ticks == 1 => "it had its turn of one instruction".to_owned(),
            ReleaseReason::Tick => format!("it had its turn of {} instructions", self.header.ticks),
            ReleaseReason::Sleep => "it went to sleep".to_owned(),
            ReleaseReason::Io => "it reads or writes, which may take long".to_owned(),
            ReleaseReason::LockWait => blocked().unwrap_or_else(|| "it waits for a lock".to_owned()),
            ReleaseReason::Join => blocked().unwrap_or_else(|| "it waits for another thread to end".to_owned()),
            ReleaseReason::ThreadStart => "it waits until the thread that it started is running".to_owned(),
            ReleaseReason::Yield => "it asked for others to have a turn".to_owned(),
            ReleaseReason::Exit => "it ended".to_owned(),
        }
    }

    /// What a blocked thread does, with the thread as the subject left out.
    fn blocked(&self, on: BlockedOn) -> String {
        match on {
            BlockedOn::Lock { lock, owner: Some(owner) } => {
                format!("waits for {}, which {owner} holds", self.lock(lock))
            }
            BlockedOn::Lock { lock, owner: None } => format!("waits for {}", self.lock(lock)),
            BlockedOn::Join(thread) => format!("waits for {thread} to end"),
            BlockedOn::Sleep => "sleeps".to_owned(),
            BlockedOn::Io => "waits for the operating system (I/O)".to_owned(),
        }
    }

    fn function(&self, event: &Event) -> String {
        let code = event.place.and_then(|place| self.catalogue.code(place.code));
        code.map_or("a function".to_owned(), |code| format!("{}()", code.name))
    }

    /// A lock by its variable's name if one is known.
    fn lock(&self, lock: LockId) -> String {
        match self.catalogue.lock(lock) {
            Some(facts) => match (facts.brief_name(), &facts.name) {
                (Some(object), Some(name)) if *object != **name => object.to_owned(),
                (Some(name), _) => format!("the {} {name}", facts.kind),
                (None, _) => format!("{} {lock}", facts.kind),
            },
            None => format!("lock {lock}"),
        }
    }

    /// What a thread is doing, in few words.
    pub fn state(&self, situation: &Situation, thread: ThreadId, until: Option<Timestamp>) -> String {
        self.word(self.doing(situation, thread, until))
    }

    fn doing(&self, situation: &Situation, thread: ThreadId, until: Option<Timestamp>) -> String {
        match situation.doing(thread) {
            Doing::Starting => "new, waits for the GIL".to_owned(),
            Doing::Holding => match situation.requested_by {
                Some(asker) => format!("holds the GIL; {asker} asks for it"),
                None => "holds the GIL".to_owned(),
            },
            Doing::Waiting => "waits for the GIL".to_owned(),
            Doing::Blocked(BlockedOn::Lock { lock, owner }) => match situation.owners.get(&lock).copied().or(owner) {
                Some(owner) => format!("waits for {} of {owner}", self.lock(lock)),
                None => format!("waits for {}", self.lock(lock)),
            },
            Doing::Blocked(BlockedOn::Join(other)) => format!("joins {other}"),
            Doing::Blocked(BlockedOn::Sleep) => match until {
                Some(until) => format!("sleeps until {}", time::moment(until)),
                None => "sleeps".to_owned(),
            },
            Doing::Blocked(BlockedOn::Io) => "reads or writes".to_owned(),
            Doing::Spawning => "waits for its new thread".to_owned(),
            Doing::Finished => "done".to_owned(),
        }
    }

    /// Why a thread does not run: the chain of reasons. Nothing for a thread that does.
    pub fn chain(&self, situation: &Situation, thread: ThreadId) -> Option<String> {
        self.reasons(situation, thread).map(|text| self.word(text))
    }

    fn reasons(&self, situation: &Situation, thread: ThreadId) -> Option<String> {
        let chain = situation.chain(thread);
        let (&last, links) = chain.split_last()?;
        if links.is_empty() {
            return match situation.doing(thread) {
                Doing::Holding | Doing::Finished => None,
                Doing::Waiting | Doing::Starting => Some(format!("{thread} does not run yet: it has to take the GIL.")),
                Doing::Blocked(on) => Some(format!("{thread} does not run: it {}.", self.blocked(on))),
                Doing::Spawning => Some(format!("{thread} does not run: it waits for its new thread.")),
            };
        }
        let mut clauses: Vec<String> =
            links.iter().map(|&link| format!("{link} {}", self.waits(situation, link))).collect();
        if links.contains(&last) {
            clauses.push("none of them can ever go on: a deadlock".to_owned());
        } else if situation.doing(last) == Doing::Holding {
            clauses.push(format!("{last} runs"));
        } else if let Doing::Blocked(on) = situation.doing(last) {
            clauses.push(format!("{last} {}", self.blocked(on)));
        }
        Some(format!("{}.", clauses.join("; ")))
    }

    fn waits(&self, situation: &Situation, thread: ThreadId) -> String {
        match situation.doing(thread) {
            Doing::Blocked(BlockedOn::Lock { lock, owner }) => {
                self.blocked(BlockedOn::Lock { lock, owner: situation.owners.get(&lock).copied().or(owner) })
            }
            Doing::Blocked(on) => self.blocked(on),
            _ => match situation.holder {
                Some(holder) => format!("waits for the GIL, which {holder} holds"),
                None => "waits for the GIL".to_owned(),
            },
        }
    }
}

fn woken(by: WokenBy) -> String {
    match by {
        WokenBy::Thread(thread) => format!("{thread} woke it"),
        WokenBy::Deadline => "its time is over".to_owned(),
        WokenBy::Io => "the system call has returned".to_owned(),
        WokenBy::Signal => "Ctrl-C woke it".to_owned(),
    }
}

/// A text in quotes and in one line, cut where it is long.
fn quoted(text: &str) -> String {
    let line = text.trim_end_matches('\n');
    let short: String = line.chars().take(QUOTED).collect();
    let mark = if short.len() < line.len() { "…" } else { "" };
    format!("\"{}{mark}\"", short.escape_debug())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn sentences(events: &[Recorded]) -> Vec<String> {
        let (catalogue, header) = (Catalogue::default(), sample::header());
        let teller = Teller { catalogue: &catalogue, header: &header };
        let tell = |(i, recorded): (usize, &Recorded)| teller.event(&recorded.event, &events[..i]);
        events.iter().enumerate().map(tell).collect()
    }

    #[test]
    fn every_event_is_a_sentence() {
        let expected = [
            "T0, the main thread, begins.",
            "T0 took the GIL: nobody had it.",
            "T0 started T1.",
            "T1 asked for the GIL: it has waited for a whole switch interval, and T0 held it.",
            "T0 gave the GIL up: T1 had waited for a whole switch interval and asked for it.",
            "T1 took the GIL because T0 gave it up: T1 had waited for a whole switch interval and asked for it.",
            "T1 gave the GIL up: T0 had waited for a whole switch interval and asked for it.",
            "T0 took the GIL because T1 gave it up: T0 had waited for a whole switch interval and asked for it.",
            "T0 cannot go on: it waits for T1 to end.",
            "T0 gave the GIL up: it waits for T1 to end.",
            "T1 took the GIL because T0 waits for T1 to end.",
            "T1 has come to its end.",
        ];
        assert_eq!(sentences(&sample::events()), expected);
    }

    #[test]
    fn a_chain_ends_with_who_runs() {
        let (catalogue, header) = (Catalogue::default(), sample::header());
        let teller = Teller { catalogue: &catalogue, header: &header };
        let situation = sample::history().situation(11);
        assert_eq!(teller.chain(&situation, ThreadId(0)).as_deref(), Some("T0 waits for T1 to end; T1 runs."));
        assert_eq!(teller.chain(&situation, ThreadId(1)), None);
        assert_eq!(teller.state(&situation, ThreadId(0), None), "joins T1");
    }

    #[test]
    fn a_deadlock_is_named() {
        let on = |lock, owner| BlockedOn::Lock { lock: LockId(lock), owner: Some(ThreadId(owner)) };
        let mut situation = Situation::default();
        for (thread, lock, owner) in [(1, 10, 2), (2, 20, 1)] {
            situation.apply(&sample::recorded(1, thread, EventKind::ThreadStarted { parent: None }).event);
            let kind = EventKind::ThreadBlocked { on: on(lock, owner) };
            situation.apply(&sample::recorded(1, thread, kind).event);
        }
        let (catalogue, header) = (Catalogue::default(), sample::header());
        let chain = Teller { catalogue: &catalogue, header: &header }.chain(&situation, ThreadId(1));
        let expected = "T1 waits for lock L10, which T2 holds; T2 waits for lock L20, which T1 holds; \
                        none of them can ever go on: a deadlock.";
        assert_eq!(chain.as_deref(), Some(expected));
    }
}
