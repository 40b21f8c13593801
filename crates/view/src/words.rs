//! What happened, in words.

use crate::look::{Look, wrap};
use crate::{names, time};
use gilscope_analysis::{Phase, Release};
use gilscope_trace::{BlockedOn, Catalogue, Header, LockId, ReleaseReason, ThreadId, WokenBy};
use std::time::Duration;

/// Why a thread gave the interpreter lock up, with the thread as the subject left out: `goes to sleep`.
pub(crate) fn reason(catalogue: &Catalogue, header: &Header, release: &Release, look: &Look) -> String {
    let requester = || release.requested_by.map(|id| names::thread(catalogue, id, look));
    if let (ReleaseReason::ThreadStart, Some(BlockedOn::Join(thread))) = (release.reason, release.on) {
        return format!("waits for {} to start", names::thread(catalogue, thread, look));
    }
    if let (ReleaseReason::Join, Some(BlockedOn::Join(thread))) = (release.reason, release.on) {
        return format!("waits for {} to end", names::thread(catalogue, thread, look));
    }
    if let Some(on) = release.on.filter(|_| !release.reason.is_forced()) {
        return blocked(catalogue, release.thread, on, look);
    }
    match release.reason {
        ReleaseReason::Interval => match requester() {
            Some(who) => format!("{who} asked for it"),
            None => "had to give way".to_owned(),
        },
        ReleaseReason::Return => match requester() {
            Some(who) => format!("{who} is back and asked for it"),
            None => "had to give way".to_owned(),
        },
        ReleaseReason::Tick => match header.ticks {
            0 => "its turn is over".to_owned(),
            1 => "after 1 instruction".to_owned(),
            ticks => format!("after {ticks} instructions"),
        },
        ReleaseReason::Sleep => "goes to sleep".to_owned(),
        ReleaseReason::Io => "reads or writes (I/O)".to_owned(),
        ReleaseReason::LockWait => "waits for a lock".to_owned(),
        ReleaseReason::Join => "waits for a thread to end".to_owned(),
        ReleaseReason::ThreadStart => "waits for a thread to start".to_owned(),
        ReleaseReason::Yield => "gives way by itself".to_owned(),
        ReleaseReason::Exit => "ends".to_owned(),
    }
}

/// What a thread waits for: `waits for lock of Thread-1`.
pub(crate) fn blocked(catalogue: &Catalogue, thread: ThreadId, on: BlockedOn, look: &Look) -> String {
    match on {
        BlockedOn::Lock { lock, owner } => lock_wait(catalogue, thread, lock, owner, look),
        BlockedOn::Join(thread) => format!("waits for {}", names::thread(catalogue, thread, look)),
        BlockedOn::Sleep => "goes to sleep".to_owned(),
        BlockedOn::Io => "reads or writes (I/O)".to_owned(),
    }
}

fn lock_wait(catalogue: &Catalogue, me: ThreadId, lock: LockId, owner: Option<ThreadId>, look: &Look) -> String {
    let name = names::lock(catalogue, lock);
    let is_condition = catalogue.lock(lock).is_some_and(|facts| &*facts.kind == "Condition");
    match owner.filter(|owner| *owner != me) {
        // Who waits for a condition owns the lock that it waits for; whoever notifies it releases that.
        None if is_condition => format!("waits to be notified: {name}"),
        None => format!("waits for {name}"),
        Some(owner) => format!("waits for {name} of {}", names::thread(catalogue, owner, look)),
    }
}

/// What ended a wait: `woken by Thread-1`.
pub(crate) fn woken(catalogue: &Catalogue, by: WokenBy, look: &Look) -> String {
    match by {
        WokenBy::Thread(thread) => format!("woken by {}", names::thread(catalogue, thread, look)),
        WokenBy::Deadline => "its time is over".to_owned(),
        WokenBy::Io => "I/O is done".to_owned(),
        WokenBy::Signal => "woken by Ctrl-C".to_owned(),
    }
}

/// What a thread does in a phase: `holds the GIL`.
pub(crate) fn phase(phase: Phase) -> &'static str {
    match phase {
        Phase::Holding => "runs (holds the GIL)",
        Phase::Waiting => "waits for the GIL",
        Phase::Lock => "waits for a lock",
        Phase::Join => "waits for a thread",
        Phase::Sleep => "sleeps",
        Phase::Io => "is in I/O",
    }
}

/// Under which conditions an execution was recorded, in one line.
pub(crate) fn conditions(header: &Header) -> String {
    let pace = match (header.ticks, header.interval) {
        (0, 0) => String::new(),
        (0, interval) => format!(", switch interval {}", time::round(Duration::from_nanos(interval))),
        (1, _) => ", a switch after each instruction".to_owned(),
        (ticks, _) => format!(", a switch after {ticks} instructions"),
    };
    let driver = match &header.simulation {
        None => "real threads".to_owned(),
        Some(facts) => {
            let cores = if facts.cpus == 1 { "core" } else { "cores" };
            format!("simulated on {} {cores} (seed {}, policy {})", facts.cpus, facts.seed, facts.policy)
        }
    };
    format!("{}: GIL model {}{pace}, {driver}", header.script, header.model)
}

/// The same as the first lines of a text.
pub(crate) fn heading(header: &Header, look: &Look) -> String {
    wrap(&conditions(header), look.columns()).into_iter().map(|line| line + "\n").collect()
}

/// A number of things: `1 switch`, `2 switches`.
pub(crate) fn count(number: u64, one: &str, many: &str) -> String {
    format!("{} {}", grouped(number), if number == 1 { one } else { many })
}

/// A number with its thousands set apart.
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!([0, 999, 1_000, 12_345_678].map(grouped), ["0", "999", "1,000", "12,345,678"]);
        assert_eq!(count(1, "switch", "switches"), "1 switch");
    }
}
