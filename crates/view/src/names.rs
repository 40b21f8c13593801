//! Short names for threads, locks and places.

use crate::look::{Look, width};
use gilscope_trace::{Catalogue, LockId, Place, ThreadId};

/// The longest name of a thread that is shown in full where room is scarce.
const LONGEST: usize = 14;

/// The name of a thread in few columns: `Thread-1` for `Thread-1 (worker)`. Two threads never share one.
pub(crate) fn thread(catalogue: &Catalogue, id: ThreadId, look: &Look) -> String {
    match catalogue.brief_name(id) {
        None => id.to_string(),
        Some((name, true)) => shorten(name, LONGEST, look),
        Some((name, false)) => {
            format!("{} {id}", shorten(name, LONGEST - 1 - width(&id.to_string()).min(LONGEST - 2), look))
        }
    }
}

/// Several threads: `Thread-1, Thread-2`; from four on `Thread-1, Thread-2 and 3 more`.
pub(crate) fn threads(catalogue: &Catalogue, ids: &[ThreadId], look: &Look) -> String {
    let shown = if ids.len() <= 3 { ids.len() } else { 2 };
    let names: Vec<String> = ids.iter().take(shown).map(|id| thread(catalogue, *id, look)).collect();
    match ids.len() - shown {
        0 => names.join(", "),
        more => format!("{} and {more} more", names.join(", ")),
    }
}

/// A lock: its type and, if it is known, its name.
pub(crate) fn lock(catalogue: &Catalogue, id: LockId) -> String {
    match catalogue.lock(id) {
        Some(facts) => facts.brief_name().map_or_else(|| format!("{} {id}", facts.kind), str::to_owned),
        None => format!("lock {id}"),
    }
}

/// Whether a lock is inside of one of the library's objects: the script does not know of it.
pub(crate) fn is_private(catalogue: &Catalogue, id: LockId) -> bool {
    let name = catalogue.lock(id).and_then(|facts| facts.name.as_deref());
    name.is_some_and(|name| name.contains("._"))
}

/// A place: `worker:12`.
pub(crate) fn place(catalogue: &Catalogue, place: Option<Place>) -> Option<String> {
    let (code, line) = catalogue.locate(place?)?;
    Some(if line == 0 { code.name.to_string() } else { format!("{}:{line}", code.name) })
}

/// The beginning and the end of a name that is too long: its end tells it from its like.
fn shorten(name: &str, columns: usize, look: &Look) -> String {
    if width(name) <= columns {
        return name.to_owned();
    }
    let mark = look.pick("…", "..");
    let room = columns.saturating_sub(width(mark));
    let characters: Vec<char> = name.chars().collect();
    let tail = (room / 3).min(characters.len());
    let mut text: String = characters.iter().take(room - tail).collect();
    text.push_str(mark);
    text.extend(characters.iter().skip(characters.len() - tail));
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use gilscope_trace::{Definition, ThreadFacts};

    #[test]
    fn names_are_short_and_distinct() {
        let mut catalogue = Catalogue::default();
        for (id, name) in [(1, "Thread-1 (work)"), (2, "ThreadPoolExecutor-0_17"), (3, "loader"), (4, "loader")] {
            let facts = ThreadFacts { name: name.into(), is_daemon: false };
            catalogue.insert(Definition::Thread(ThreadId(id), facts));
        }
        let look = Look::default();
        let names = [1, 2, 3, 4, 9].map(|id| thread(&catalogue, ThreadId(id), &look));
        assert_eq!(names, ["Thread-1", "ThreadPoo…0_17", "loader T3", "loader T4", "T9"]);
        let many = [1, 2, 3, 4].map(ThreadId);
        assert_eq!(threads(&catalogue, &many, &look), "Thread-1, ThreadPoo…0_17 and 2 more");
        assert_eq!(threads(&catalogue, &many[..1], &look), "Thread-1");
    }
}
