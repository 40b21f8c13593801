//! The ledger: one entry per switch, for people to read.

use crate::filter::Filter;
use crate::look::{Look, fit, left, right, width, wrap};
use crate::sources::Sources;
use crate::time::{self, Clock};
use crate::view::View;
use crate::{names, words};
use anstyle::Style;
use gilscope_analysis::{Release, Switch, Switches};
use gilscope_trace::{Catalogue, Event, Header, Place, ThreadId};
use std::io::{self, Write};
use std::time::Duration;

/// From this width on an entry is one line; below, what does not fit goes to a second one.
const WIDE: usize = 120;
/// Columns for why, in one line.
const WHY: usize = 32;
/// It always takes some time until who is woken has the lock: up to this it is not worth a word.
const IDLE: Duration = Duration::from_micros(100);

/// With so many entries, it is said at the end what else there is.
const MANY: u64 = 200;

const LEGEND: &str = "One entry per switch: when the GIL went from one thread to another, how long it had been held, \
                      why and where it was given up; who also waited, how long nobody took it.";
/// Where threads run at the same time.
const LEGEND_OF_MANY: &str = "Threads need not wait for each other to run here. One entry each time a thread begins to \
                              run or ceases to: when, how long it had run, why and where it ceased.";

/// Writes the ledger.
pub struct Ledger {
    header: Header,
    filter: Filter,
    look: Look,
    sources: Sources,
    clock: Clock,
    /// Whether a thread that comes back to the lock, nobody having had it meanwhile, is an entry, too.
    with_returns: bool,
    switches: Switches,
    names_width: usize,
    time_width: usize,
    shown: u64,
    returns: u64,
    has_begun: bool,
}

impl Ledger {
    /// One of an execution that was recorded under these conditions.
    pub fn new(header: Header, filter: Filter, look: Look, sources: Sources) -> Ledger {
        Ledger {
            clock: Clock::of(&header),
            header,
            filter,
            look,
            sources,
            with_returns: false,
            switches: Switches::default(),
            names_width: 10,
            time_width: 10,
            shown: 0,
            returns: 0,
            has_begun: false,
        }
    }

    /// Also has an entry where a thread gives the lock up and is the next to take it.
    pub fn with_returns(self, with_returns: bool) -> Ledger {
        Ledger { with_returns, ..self }
    }

    fn enter(&mut self, catalogue: &Catalogue, switch: &Switch, out: &mut dyn Write) -> io::Result<()> {
        let is_first = !std::mem::replace(&mut self.has_begun, true);
        if !self.filter.has_switch(catalogue, switch) {
            return Ok(());
        }
        if !switch.is_between_threads() && !self.with_returns {
            self.returns += 1;
            return Ok(());
        }
        self.shown += 1;
        let why = self.why(catalogue, switch, is_first);
        let line = self.line(catalogue, switch);
        let details = self.details(catalogue, switch);
        if self.look.columns() >= WIDE {
            self.one_line(&line, &why, &details, out)
        } else {
            self.lines(&line, &why, &details, out)
        }
    }

    /// Time, threads and how long the lock was held.
    fn line(&mut self, catalogue: &Catalogue, switch: &Switch) -> String {
        let time = self.clock.moment(switch.time);
        let from = switch.from.as_ref().map(|release| release.thread);
        let [from_name, to_name] = [from, switch.to].map(|thread| match thread {
            Some(thread) => names::thread(catalogue, thread, &self.look),
            None => self.look.pick("·", "-").to_owned(),
        });
        self.time_width = self.time_width.max(width(&time));
        self.names_width = self.names_width.max(width(&from_name)).max(width(&to_name));
        let held = switch.from.as_ref().map_or_else(String::new, |release| self.duration(release.held));
        let paint = |thread: Option<ThreadId>, text: String| match thread {
            Some(thread) => self.look.paint_thread(thread, &text),
            None => self.look.dim(&text),
        };
        format!(
            "{}  {} {} {}  {}",
            right(&time, self.time_width),
            paint(from, right(&from_name, self.names_width)),
            self.look.pick("→", ">"),
            paint(switch.to, left(&to_name, self.names_width)),
            right(&held, 7),
        )
    }

    fn why(&self, catalogue: &Catalogue, switch: &Switch, is_first: bool) -> String {
        match (&switch.from, switch.to) {
            (None, _) if is_first => "the program begins".to_owned(),
            (None, _) => "begins to run".to_owned(),
            (Some(release), _) => words::reason(catalogue, &self.header, release, &self.look),
        }
    }

    /// Where the giver stood; who was left out; how long nobody had it.
    fn details(&mut self, catalogue: &Catalogue, switch: &Switch) -> Details {
        let release = switch.from.as_ref();
        let mut remarks = Vec::new();
        if !switch.waiting.is_empty() {
            remarks.push(format!("also waiting: {}", names::threads(catalogue, &switch.waiting, &self.look)));
        }
        if switch.idle >= IDLE {
            remarks.push(format!("free for {}", self.duration(switch.idle)));
        }
        let place = release.and_then(|release: &Release| release.place);
        Details { place: names::place(catalogue, place), source: self.source(catalogue, place), remarks }
    }

    fn source(&mut self, catalogue: &Catalogue, place: Option<Place>) -> Option<String> {
        let (code, line) = catalogue.locate(place?)?;
        self.sources.line(&code.file, line).map(str::to_owned)
    }

    fn one_line(&self, line: &str, why: &str, details: &Details, out: &mut dyn Write) -> io::Result<()> {
        let before = self.column_of_why() + WHY + 2;
        let remarks = details.remarks.join(", ");
        let room = self.look.columns().saturating_sub(before);
        let for_place = if remarks.is_empty() { room } else { room.saturating_sub(width(&remarks) + 2) };
        let place = details.place_in(for_place, &self.look);
        let why = left(&fit(why, WHY, &self.look), WHY);
        let gap = if place.is_empty() || remarks.is_empty() { "" } else { "  " };
        let text = format!("{line}  {why}  {place}{gap}{}", self.look.dim(&remarks));
        writeln!(out, "{}", text.trim_end())
    }

    fn lines(&self, line: &str, why: &str, details: &Details, out: &mut dyn Write) -> io::Result<()> {
        let room = self.look.columns().saturating_sub(self.column_of_why());
        let mut why = wrap(why, room).into_iter();
        writeln!(out, "{line}  {}", why.next().unwrap_or_default())?;
        for more in why {
            writeln!(out, "{}{more}", " ".repeat(self.column_of_why()))?;
        }
        let indent = self.time_width + 2;
        let room = self.look.columns().saturating_sub(indent);
        let remarks = details.remarks.join(", ");
        let beside = (width(&remarks) + 3 + 12 <= room).then(|| room - width(&remarks) - 3);
        let place = details.place_in(if remarks.is_empty() { room } else { beside.unwrap_or(room) }, &self.look);
        let mut rows = vec![place, remarks];
        rows.retain(|row| !row.is_empty());
        if beside.is_some() && rows.len() > 1 {
            rows = vec![rows.join(self.look.pick(" · ", " - "))];
        }
        for row in rows {
            writeln!(out, "{}{}", " ".repeat(indent), self.look.dim(&fit(&row, room, &self.look)))?;
        }
        Ok(())
    }

    fn column_of_why(&self) -> usize {
        self.time_width + 2 + 2 * self.names_width + 3 + 2 + 7 + 2
    }

    fn heading(&self) -> String {
        let indent = self.time_width - 9;
        let names = format!(
            "{} {} {}",
            right("from", self.names_width),
            self.look.pick("→", ">"),
            left("to", self.names_width)
        );
        format!("{}time (ms)  {names}  {}  why", " ".repeat(indent), right("held", 7))
    }

    fn duration(&self, duration: Duration) -> String {
        let text = time::duration(duration);
        if self.look.ascii { time::ascii(text) } else { text }
    }
}

/// What is said beside the line itself.
struct Details {
    place: Option<String>,
    source: Option<String>,
    remarks: Vec<String>,
}

impl Details {
    /// The place and the text of its line, in so many columns.
    fn place_in(&self, columns: usize, look: &Look) -> String {
        let Some(place) = &self.place else { return String::new() };
        let text = self.source.as_ref().map_or_else(|| place.clone(), |source| format!("{place}  {source}"));
        fit(&text, columns, look)
    }
}

impl View for Ledger {
    fn begin(&mut self, catalogue: &Catalogue, out: &mut dyn Write) -> io::Result<()> {
        let longest = catalogue.threads().map(|(id, _)| width(&names::thread(catalogue, id, &self.look))).max();
        self.names_width = self.names_width.max(longest.unwrap_or(0));
        write!(out, "{}", words::heading(&self.header, &self.look))?;
        let legend = match gilscope_analysis::has_one_gil(&self.header) {
            true => LEGEND,
            false => LEGEND_OF_MANY,
        };
        for line in wrap(legend, self.look.columns()) {
            writeln!(out, "{}", self.look.dim(&line))?;
        }
        writeln!(out, "\n{}", self.look.paint(Style::new().underline(), &self.heading()))
    }

    fn observe(&mut self, catalogue: &Catalogue, event: &Event, out: &mut dyn Write) -> io::Result<()> {
        match self.switches.observe(event) {
            Some(switch) => self.enter(catalogue, &switch, out),
            None => Ok(()),
        }
    }

    fn finish(&mut self, catalogue: &Catalogue, out: &mut dyn Write) -> io::Result<()> {
        if let Some(last) = std::mem::take(&mut self.switches).finish() {
            self.enter(catalogue, &last, out)?;
        }
        let mut text = words::count(self.shown, "entry", "entries");
        if self.returns > 0 {
            let times = words::count(self.returns, "time", "times");
            text.push_str(&format!("; {times} a thread gave the GIL up and was the next to take it (--all)"));
        }
        text.push('.');
        if self.shown >= MANY {
            text.push_str(" In few lines: --summary, --timeline; a part of it: --from, --to, --thread, --reason.");
        }
        let lines = wrap(&text, self.look.columns());
        writeln!(out, "\n{}", self.look.dim(&lines.join("\n")))
    }
}
