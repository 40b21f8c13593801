//! Which part of an execution is shown.

use gilscope_analysis::Switch;
use gilscope_trace::{Catalogue, ReleaseReason, ThreadId, Timestamp};

/// All of it by default. An empty list stands for everything.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Threads by name, by the name without `(function)`, or by id (`T1` or `1`).
    pub threads: Vec<String>,
    /// From this moment on.
    pub from: Option<Timestamp>,
    /// Up to this moment.
    pub to: Option<Timestamp>,
    /// Why the lock was given up.
    pub reasons: Vec<ReleaseReason>,
}

impl Filter {
    /// The two moments.
    pub fn window(&self) -> (Timestamp, Timestamp) {
        (self.from.unwrap_or_default(), self.to.unwrap_or(Timestamp(u64::MAX)))
    }

    /// Whether it lies between the two moments.
    pub fn has_moment(&self, at: Timestamp) -> bool {
        let (from, to) = self.window();
        from <= at && at <= to
    }

    /// Whether the thread is one of those to show.
    pub fn has_thread(&self, catalogue: &Catalogue, thread: ThreadId) -> bool {
        self.threads.is_empty() || self.threads.iter().any(|wanted| is_called(catalogue, thread, wanted))
    }

    /// Those of the wanted threads that do not exist.
    pub fn unknown_threads(&self, catalogue: &Catalogue) -> Vec<&str> {
        let exists = |wanted: &str| catalogue.threads().any(|(thread, _)| is_called(catalogue, thread, wanted));
        self.threads.iter().map(String::as_str).filter(|wanted| !exists(wanted)).collect()
    }

    /// Whether the reason is one of those to show.
    pub fn has_reason(&self, reason: ReleaseReason) -> bool {
        self.reasons.is_empty() || self.reasons.contains(&reason)
    }

    /// Whether the hand-over is to be shown: one of its threads, its time and its reason are.
    pub fn has_switch(&self, catalogue: &Catalogue, switch: &Switch) -> bool {
        let from = switch.from.as_ref();
        let mut threads = from.map(|release| release.thread).into_iter().chain(switch.to);
        self.has_moment(switch.time)
            && threads.any(|thread| self.has_thread(catalogue, thread))
            && from.map_or(self.reasons.is_empty(), |release| self.has_reason(release.reason))
    }
}

fn is_called(catalogue: &Catalogue, thread: ThreadId, wanted: &str) -> bool {
    let name = catalogue.thread_name(thread);
    let brief = name.split_once(" (").map_or(name.as_str(), |(first, _)| first);
    wanted == name || wanted == brief || wanted == thread.to_string() || wanted == thread.0.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use gilscope_trace::{Definition, ThreadFacts};

    #[test]
    fn a_thread_is_found_by_any_of_its_names() {
        let mut catalogue = Catalogue::default();
        let facts = ThreadFacts { name: "Thread-1 (work)".into(), is_daemon: false };
        catalogue.insert(Definition::Thread(ThreadId(1), facts));
        for (name, is_found) in [("Thread-1 (work)", true), ("Thread-1", true), ("T1", true), ("1", true), ("2", false)]
        {
            let filter = Filter { threads: vec![name.into()], ..Filter::default() };
            assert_eq!(filter.has_thread(&catalogue, ThreadId(1)), is_found, "{name}");
            assert_eq!(filter.unknown_threads(&catalogue).is_empty(), is_found, "{name}");
        }
    }
}
