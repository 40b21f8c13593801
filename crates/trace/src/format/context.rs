//! What writer and reader both remember, so that each record needs to say only what is new.

use super::{MAX_SHORT_TEXTS, SHORT_TEXT};
use crate::{Event, Place, ThreadId, Timestamp};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::time::Duration;

/// What was said last.
#[derive(Debug, Default)]
pub(super) struct Context {
    pub(super) time: Timestamp,
    pub(super) thread: ThreadId,
    threads: BTreeMap<ThreadId, Last>,
}

/// What was said last of one thread.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Last {
    pub(super) place: Option<Place>,
    /// Since when the thread has held the interpreter lock, waited for it, or been away.
    since: Timestamp,
}

impl Last {
    /// The duration that an event at this time states if it states the time since the thread's state began.
    pub(super) fn expected(&self, time: Timestamp) -> Duration {
        time.since(self.since)
    }
}

impl Context {
    pub(super) fn of(&self, thread: ThreadId) -> Last {
        self.threads.get(&thread).copied().unwrap_or_default()
    }

    /// Takes an event in, after it has been written or read.
    pub(super) fn advance(&mut self, event: &Event) {
        self.time = event.time;
        self.thread = event.thread;
        let last = self.threads.entry(event.thread).or_default();
        last.place = event.place;
        if event.kind.begins_a_state() {
            last.since = event.time;
        }
    }
}

/// The texts that have numbers, for the writer.
#[derive(Debug, Default)]
pub(super) struct TextNumbers(HashMap<Arc<str>, u64>);

impl TextNumbers {
    /// The number of a text that has one; otherwise whether it gets one now.
    pub(super) fn look_up(&mut self, text: &str) -> Result<u64, bool> {
        if text.len() > SHORT_TEXT {
            return Err(false);
        }
        if let Some(&number) = self.0.get(text) {
            return Ok(number);
        }
        let gets_one = self.0.len() < MAX_SHORT_TEXTS;
        if gets_one {
            self.0.insert(text.into(), self.0.len() as u64);
        }
        Err(gets_one)
    }
}

/// The texts that have numbers, for the reader.
#[derive(Debug, Default)]
pub(super) struct Texts(Vec<Arc<str>>);

impl Texts {
    pub(super) fn get(&self, number: u64) -> Option<Arc<str>> {
        self.0.get(usize::try_from(number).ok()?).cloned()
    }

    /// Gives a text the next number; false when it may not have one.
    pub(super) fn push(&mut self, text: &Arc<str>) -> bool {
        let may = text.len() <= SHORT_TEXT && self.0.len() < MAX_SHORT_TEXTS;
        if may {
            self.0.push(Arc::clone(text));
        }
        may
    }
}
