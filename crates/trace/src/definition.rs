//! What the ids in events stand for: a definition comes before the first event that needs it.

use crate::{CodeId, LockId, Place, ThreadId};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Says what an id means. A later definition of the same id replaces the earlier one: threads are renamed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Definition {
    Code(CodeId, CodeFacts),
    Thread(ThreadId, ThreadFacts),
    Lock(LockId, LockFacts),
}

/// A code object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeFacts {
    /// The qualified name: `Account.withdraw`, `<module>`.
    pub name: Arc<str>,
    pub file: Arc<str>,
    /// From which instruction on which line it is, ascending by instruction; lines count from 1, 0 is no line at all.
    pub lines: Vec<(u32, u32)>,
}

/// A thread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThreadFacts {
    pub name: Arc<str>,
    pub is_daemon: bool,
}

/// A lock of the script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LockFacts {
    /// The name of the type: `lock`, `RLock`, or that of the object around it, `Condition`, `Queue`.
    pub kind: Arc<str>,
    /// A variable or attribute through which the script reaches it.
    pub name: Option<Arc<str>>,
    pub made_at: Option<Place>,
}

impl CodeFacts {
    /// The line of an instruction; 0 where there is none.
    pub fn line(&self, instruction: u32) -> u32 {
        let after = self.lines.partition_point(|&(first, _)| first <= instruction);
        after.checked_sub(1).map_or(0, |run| self.lines[run].1)
    }
}

/// The attributes of the library's objects, events, semaphores, barriers, futures, in which their locks are.
const INNER_LOCKS: [&str; 3] = ["_cond", "_condition", "_lock"];

impl LockFacts {
    /// The name that the script knows: `green` for the lock `green._cond` inside of an `Event`.
    pub fn brief_name(&self) -> Option<&str> {
        let name = self.name.as_deref()?;
        let inner = name.rsplit_once('.').filter(|(_, attribute)| INNER_LOCKS.contains(attribute));
        Some(inner.map_or(name, |(object, _)| object))
    }
}

/// All definitions so far.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Catalogue {
    codes: BTreeMap<CodeId, CodeFacts>,
    threads: BTreeMap<ThreadId, ThreadFacts>,
    /// How many threads have each brief name.
    brief_names: BTreeMap<Arc<str>, usize>,
    locks: BTreeMap<LockId, LockFacts>,
}

impl Catalogue {
    /// Takes one more definition in.
    pub fn insert(&mut self, definition: Definition) {
        match definition {
            Definition::Code(id, facts) => drop(self.codes.insert(id, facts)),
            Definition::Thread(id, facts) => self.insert_thread(id, facts),
            Definition::Lock(id, facts) => drop(self.locks.insert(id, facts)),
        }
    }

    fn insert_thread(&mut self, id: ThreadId, facts: ThreadFacts) {
        *self.brief_names.entry(brief(&facts.name).into()).or_default() += 1;
        let Some(old) = self.threads.insert(id, facts) else { return };
        let old = brief(&old.name);
        match self.brief_names.get_mut(old) {
            Some(count) if *count > 1 => *count -= 1,
            _ => drop(self.brief_names.remove(old)),
        }
    }

    pub fn code(&self, id: CodeId) -> Option<&CodeFacts> {
        self.codes.get(&id)
    }

    pub fn thread(&self, id: ThreadId) -> Option<&ThreadFacts> {
        self.threads.get(&id)
    }

    pub fn lock(&self, id: LockId) -> Option<&LockFacts> {
        self.locks.get(&id)
    }

    /// The code objects.
    pub fn codes(&self) -> impl Iterator<Item = (CodeId, &CodeFacts)> {
        self.codes.iter().map(|(&id, facts)| (id, facts))
    }

    /// The threads in the order in which they were started.
    pub fn threads(&self) -> impl Iterator<Item = (ThreadId, &ThreadFacts)> {
        self.threads.iter().map(|(&id, facts)| (id, facts))
    }

    /// The locks in the order of their ids.
    pub fn locks(&self) -> impl Iterator<Item = (LockId, &LockFacts)> {
        self.locks.iter().map(|(&id, facts)| (id, facts))
    }

    /// The name of a thread: `MainThread`, `Thread-1 (worker)`; its number while it has none.
    pub fn thread_name(&self, id: ThreadId) -> String {
        self.thread(id).map_or_else(|| id.to_string(), |facts| facts.name.to_string())
    }

    /// The name of a thread without the function that `threading` adds in parentheses, and whether it is this thread's alone.
    pub fn brief_name(&self, id: ThreadId) -> Option<(&str, bool)> {
        let name = brief(&self.thread(id)?.name);
        Some((name, self.brief_names.get(name).is_none_or(|&count| count == 1)))
    }

    /// The name of a lock: the variable's if one is known, else its number.
    pub fn lock_name(&self, id: LockId) -> String {
        self.lock(id).and_then(|facts| facts.name.as_deref()).map_or_else(|| id.to_string(), str::to_owned)
    }

    /// The function and the line of a place.
    pub fn locate(&self, place: Place) -> Option<(&CodeFacts, u32)> {
        self.code(place.code).map(|code| (code, code.line(place.instruction)))
    }
}

/// `Thread-1` for `Thread-1 (worker)`.
fn brief(name: &str) -> &str {
    match name.split_once(" (") {
        Some((first, rest)) if rest.ends_with(')') && !first.is_empty() => first,
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_holds_until_the_next_one_begins() {
        let code = CodeFacts { name: "f".into(), file: "f.py".into(), lines: vec![(0, 1), (2, 5), (7, 3)] };
        let lines: Vec<u32> = [0, 1, 2, 6, 7, 99].map(|instruction| code.line(instruction)).into();
        assert_eq!(lines, [1, 1, 5, 5, 3, 3]);
        let empty = CodeFacts { lines: Vec::new(), ..code };
        assert_eq!(empty.line(0), 0);
    }

    #[test]
    fn a_thread_is_called_by_its_latest_name() {
        let mut catalogue = Catalogue::default();
        assert_eq!(catalogue.thread_name(ThreadId(1)), "T1");
        for name in ["Thread-1 (work)", "loader"] {
            let facts = ThreadFacts { name: name.into(), is_daemon: false };
            catalogue.insert(Definition::Thread(ThreadId(1), facts));
        }
        assert_eq!(catalogue.thread_name(ThreadId(1)), "loader");
        assert_eq!(catalogue.brief_name(ThreadId(1)), Some(("loader", true)));
    }

    #[test]
    fn a_lock_inside_of_an_object_is_called_as_that_object() {
        let brief = |name: &str| {
            let facts = LockFacts { kind: "Condition".into(), name: Some(name.into()), made_at: None };
            facts.brief_name().map(str::to_owned)
        };
        assert_eq!(brief("green._cond").as_deref(), Some("green"));
        assert_eq!(brief("egg.finished._cond").as_deref(), Some("egg.finished"));
        assert_eq!(brief("orders.not_empty").as_deref(), Some("orders.not_empty"));
        assert_eq!(brief("threading._active_limbo_lock").as_deref(), Some("threading._active_limbo_lock"));
    }

    #[test]
    fn a_brief_name_may_be_that_of_several_threads() {
        let mut catalogue = Catalogue::default();
        let mut name = |id: u32, name: &str| {
            let facts = ThreadFacts { name: name.into(), is_daemon: false };
            catalogue.insert(Definition::Thread(ThreadId(id), facts));
            catalogue.brief_name(ThreadId(1)).map(|(name, is_alone)| (name.to_owned(), is_alone))
        };
        let brief = |text: &str, is_alone| Some((text.to_owned(), is_alone));
        assert_eq!(name(1, "Thread-1 (work)"), brief("Thread-1", true));
        assert_eq!(name(2, "Thread-1 (play)"), brief("Thread-1", false));
        assert_eq!(name(2, "loader"), brief("Thread-1", true));
        assert_eq!(name(1, "loader"), brief("loader", false));
    }
}
