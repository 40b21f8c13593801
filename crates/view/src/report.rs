//! The summary as text: what each thread's time went into, and what stands out.

use crate::filter::Filter;
use crate::look::{Look, fit, wrap};
use crate::sources::Sources;
use crate::table::table;
use crate::time::{self, Clock};
use crate::{names, words};
use gilscope_analysis::{Convoy, LockAccount, Moment, Phase, Summary};
use gilscope_trace::{Catalogue, Header, LockId, ThreadId};
use std::time::Duration;

/// Locks that are listed; there may be thousands.
const MOST_LOCKS: usize = 10;

/// What a summary needs beside its figures to be written.
pub struct Report<'a> {
    pub header: &'a Header,
    pub catalogue: &'a Catalogue,
    pub filter: &'a Filter,
    pub look: &'a Look,
}

impl Report<'_> {
    /// The whole text.
    pub fn text(&self, summary: &Summary, sources: &mut Sources) -> String {
        let mut text = words::heading(self.header, self.look);
        text.push_str(&self.overview(summary));
        text.push_str(&format!("\n{}", self.threads(summary)));
        text.push_str(&self.switches(summary));
        text.push_str(&self.extremes(summary, sources));
        text.push_str(&self.locks(summary));
        text.push_str(&self.fairness(summary));
        for convoy in &summary.convoys {
            text.push_str(&format!("\n{}", self.paragraph(&self.convoy(convoy))));
        }
        if self.look.ascii { time::ascii(text) } else { text }
    }

    fn overview(&self, summary: &Summary) -> String {
        let busy = part(summary.held, summary.duration);
        let threads = words::count(summary.threads.len() as u64, "thread", "threads");
        let switches = words::count(summary.switches, "switch", "switches");
        let gil = match busy {
            b if b > 1.005 => format!("on average {b:.1} threads ran at the same time"),
            b => format!("the GIL was held {:.1} % of the time", 100.0 * b),
        };
        self.paragraph(&format!("{}, {threads}, {switches}; {gil}.", time::duration(summary.duration)))
    }

    fn threads(&self, summary: &Summary) -> String {
        let head = ["thread", "lifetime", "runs", "waits", "lock", "join", "sleep", "I/O", "away"];
        let mut rows = vec![head.map(str::to_owned).to_vec()];
        for (&thread, figures) in &summary.threads {
            if self.filter.has_thread(self.catalogue, thread) {
                let switches: u64 = figures.switches.iter().map(|(_, count)| count).sum();
                rows.push(self.row(&self.name(thread), figures.lifetime, &|phase| figures.time[phase], switches));
            }
        }
        if rows.len() > 2 && rows.len() > summary.threads.len() {
            let (all, lifetime) = (summary.time(), summary.threads.values().map(|thread| thread.lifetime).sum());
            rows.push(self.row("all", lifetime, &|phase| all[phase], summary.switches));
        }
        let note = "runs: holds the GIL; waits: for the GIL; lock, join: for a lock, for another thread; \
                    away: how often the GIL went from it to another thread.";
        let mut text = table(&rows);
        for line in wrap(note, self.look.columns()) {
            text.push_str(&format!("{}\n", self.look.dim(&line)));
        }
        text
    }

    fn row(&self, name: &str, lifetime: Duration, time: &dyn Fn(Phase) -> Duration, switches: u64) -> Vec<String> {
        let mut row = vec![name.to_owned(), time::duration(lifetime)];
        row.extend(Phase::ALL.map(|phase| match time(phase) {
            Duration::ZERO => "-".to_owned(),
            time => time::duration(time),
        }));
        row.push(words::grouped(switches));
        row
    }

    fn switches(&self, summary: &Summary) -> String {
        let by_reason = summary.switches_by_reason();
        let some = by_reason.iter().filter(|(_, count)| **count > 0);
        let rows: Vec<(String, String)> = some
            .map(|(reason, count)| (words::grouped(*count), format!("{}: {}", reason.name(), reason.meaning())))
            .collect();
        if rows.is_empty() {
            return String::new();
        }
        let widest = rows.iter().map(|(count, _)| count.len()).max().unwrap_or(0);
        let mut text = format!("\n{}\n", self.look.strong("Why the GIL went to another thread"));
        for (count, reason) in rows {
            let room = self.look.columns().saturating_sub(widest + 4);
            let mut lines = wrap(&reason, room).into_iter();
            text.push_str(&format!("  {count:>widest$}  {}\n", lines.next().unwrap_or_default()));
            for line in lines {
                text.push_str(&format!("  {}  {line}\n", " ".repeat(widest)));
            }
        }
        text
    }

    fn extremes(&self, summary: &Summary, sources: &mut Sources) -> String {
        let moments = [("Longest hold", summary.longest_hold()), ("Longest wait", summary.longest_wait())];
        let mut text = String::new();
        for (title, moment) in moments {
            if let Some(moment) = moment.filter(|moment| self.filter.has_thread(self.catalogue, moment.thread)) {
                let line = format!("{}  {}", self.look.strong(title), self.moment(&moment, sources));
                text.push_str(&format!("{}{line}\n", if text.is_empty() { "\n" } else { "" }));
            }
        }
        text
    }

    fn moment(&self, moment: &Moment, sources: &mut Sources) -> String {
        let from = Clock::of(self.header).moment(moment.from);
        let place = names::place(self.catalogue, moment.place).map(|place| format!(", {place}"));
        let located = moment.place.and_then(|place| self.catalogue.locate(place));
        let source = located.and_then(|(code, line)| sources.line(&code.file, line));
        let source = source.map(|source| format!("  {source}")).unwrap_or_default();
        let text = format!(
            "{} by {}, from {from} ms on{}{source}",
            time::duration(moment.length),
            self.name(moment.thread),
            place.unwrap_or_default()
        );
        fit(&text, self.look.columns().saturating_sub(14), self.look)
    }

    fn locks(&self, summary: &Summary) -> String {
        if summary.locks.is_empty() {
            return String::new();
        }
        let head = ["lock", "acquired", "had to wait", "waited", "longest", "owned", "longest", "queue"];
        let mut rows = vec![head.map(str::to_owned).to_vec()];
        let is_private = |lock: LockId, account: &LockAccount| {
            let is_nameless = self.catalogue.lock(lock).is_none_or(|facts| facts.name.is_none());
            names::is_private(self.catalogue, lock) || is_nameless && account.contended == 0
        };
        let (private, open): (Vec<_>, Vec<_>) =
            summary.locks.iter().partition(|(lock, account)| is_private(*lock, account));
        for (lock, account) in open.iter().take(MOST_LOCKS) {
            rows.push(vec![
                fit(&names::lock(self.catalogue, *lock), 18, self.look),
                words::grouped(account.acquired),
                words::grouped(account.contended),
                time::duration(account.waited),
                time::duration(account.longest_wait),
                time::duration(account.held),
                time::duration(account.longest_hold),
                account.longest_queue.to_string(),
            ]);
        }
        let mut more = Vec::new();
        if open.len() > MOST_LOCKS {
            let others = words::count((open.len() - MOST_LOCKS) as u64, "lock", "locks");
            more.push(format!("{others} for which nobody waited longer"));
        }
        if !private.is_empty() {
            let waited: Duration = private.iter().map(|(_, account)| account.waited).sum();
            let inside = words::count(private.len() as u64, "lock", "locks");
            more.push(format!("{inside} inside of the library's objects (waited {})", time::duration(waited)));
        }
        let more = if more.is_empty() { String::new() } else { self.paragraph(&format!("and {}", more.join("; "))) };
        let rows = if rows.len() > 1 { table(&rows) } else { String::new() };
        format!("\n{}\n{rows}{}", self.look.strong("Locks of the script"), self.look.dim(&more))
    }

    fn fairness(&self, summary: &Summary) -> String {
        let Some(fairness) = summary.fairness else { return String::new() };
        let verdict = match fairness {
            f if f >= 0.95 => "the GIL was shared evenly",
            f if f >= 0.7 => "some threads got clearly less of the GIL than others",
            _ => "a few threads had the GIL nearly to themselves",
        };
        let text = format!(
            "Fairness {fairness:.2}: {verdict}. (Jain's index of the part each thread got of the time in which it \
             wanted the GIL: 1 is even, 1/n if one of n had it all.)"
        );
        format!("\n{}", self.paragraph(&text))
    }

    fn convoy(&self, convoy: &Convoy) -> String {
        let times = u32::try_from(convoy.times).unwrap_or(u32::MAX).max(1);
        format!(
            "Convoy: {} needs the GIL only for {} at a time, but {} out of {} times it first waited for it, \
             {} on average, behind {}, which computes.",
            self.name(convoy.thread),
            time::duration(convoy.held / times),
            words::grouped(convoy.times),
            words::grouped(convoy.of),
            time::duration(convoy.waited / times),
            self.name(convoy.behind),
        )
    }

    fn name(&self, thread: ThreadId) -> String {
        names::thread(self.catalogue, thread, self.look)
    }

    fn paragraph(&self, text: &str) -> String {
        wrap(text, self.look.columns()).into_iter().map(|line| line + "\n").collect()
    }
}

fn part(of: Duration, whole: Duration) -> f64 {
    if whole.is_zero() { 0.0 } else { of.as_secs_f64() / whole.as_secs_f64() }
}
