//! A column per thread, a line per event: the execution from top to bottom.

use crate::filter::Filter;
use crate::look::{Look, fit, left, wrap};
use crate::sources::Sources;
use crate::time::{self, Clock};
use crate::view::View;
use crate::{names, palette, words};
use gilscope_analysis::{Phase, Phases, Release};
use gilscope_trace::{BlockedOn, Catalogue, Event, EventKind, Header, LeftBy, Stream, ThreadId};
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::time::Duration;

/// A column narrower than this cannot be read.
const LEAST: usize = 14;
/// Nothing is gained by columns wider than this.
const MOST: usize = 44;
/// Shorter waits are not worth a word.
const WORTH_TELLING: Duration = Duration::from_micros(10);

/// Writes the columns. The catalogue must name all threads when it begins.
pub struct Columns {
    header: Header,
    filter: Filter,
    look: Look,
    sources: Sources,
    clock: Clock,
    threads: Vec<ThreadId>,
    left_out: usize,
    column: usize,
    phases: Phases,
    announced: BTreeMap<ThreadId, BlockedOn>,
}

impl Columns {
    /// Those of an execution that was recorded under these conditions.
    pub fn new(header: Header, filter: Filter, look: Look, sources: Sources) -> Columns {
        Columns {
            clock: Clock::of(&header),
            header,
            filter,
            look,
            sources,
            threads: Vec::new(),
            left_out: 0,
            column: MOST,
            phases: Phases::default(),
            announced: BTreeMap::new(),
        }
    }

    /// What an event is to a reader; nothing if it is no news.
    fn text(&mut self, catalogue: &Catalogue, event: &Event) -> Option<String> {
        let look = self.look;
        let text = match &event.kind {
            EventKind::ThreadStarted { parent: Some(parent) } => {
                format!("started by {}", names::thread(catalogue, *parent, &look))
            }
            EventKind::ThreadStarted { parent: None } => "the program begins".to_owned(),
            EventKind::ThreadFinished => "ends".to_owned(),
            EventKind::GilRequested { .. } => "asks for the GIL".to_owned(),
            EventKind::GilTaken { waited } if *waited >= WORTH_TELLING => {
                format!("takes the GIL after {}", self.duration(*waited))
            }
            EventKind::GilTaken { .. } => "takes the GIL".to_owned(),
            EventKind::GilReleased { .. } => self.release(catalogue, event)?,
            EventKind::ThreadBlocked { .. } => return None,
            EventKind::ThreadWoken { by } => words::woken(catalogue, *by, &look),
            EventKind::LockAcquired { lock } | EventKind::LockReleased { lock }
                if names::is_private(catalogue, *lock) =>
            {
                return None;
            }
            EventKind::LockAcquired { lock } => format!("acquires {}", names::lock(catalogue, *lock)),
            EventKind::LockReleased { lock } => format!("releases {}", names::lock(catalogue, *lock)),
            EventKind::TextWritten { stream, text } => {
                let verb = if *stream == Stream::Output { "prints" } else { "complains:" };
                format!("{verb} {:?}", text.trim_end_matches('\n'))
            }
            EventKind::FunctionEntered => format!("calls {}", names::place(catalogue, event.place)?),
            EventKind::FunctionLeft { by } => format!("leaves by {}", left_by(*by)),
            EventKind::LineReached => {
                let (code, line) = catalogue.locate(event.place?)?;
                format!("{line}: {}", self.sources.line(&code.file, line).unwrap_or_default())
            }
            EventKind::InstructionRun => return None,
            EventKind::ValueChanged { what, now, .. } => format!("{what} = {now}"),
        };
        Some(text)
    }

    fn release(&mut self, catalogue: &Catalogue, event: &Event) -> Option<String> {
        let EventKind::GilReleased { reason, held, requested_by } = event.kind else { return None };
        let on = self.announced.remove(&event.thread);
        let Event { time, thread, place, .. } = *event;
        let release = Release { time, thread, reason, held, requested_by, on, place };
        let why = words::reason(catalogue, &self.header, &release, &self.look);
        let place = names::place(catalogue, place).map(|place| format!(" at {place}")).unwrap_or_default();
        Some(format!("gives the GIL up{place}: {why}"))
    }

    fn row(&mut self, event: &Event, text: &str, out: &mut dyn Write) -> io::Result<()> {
        let Some(position) = self.threads.iter().position(|thread| *thread == event.thread) else { return Ok(()) };
        let lines = wrap(text, self.column.saturating_sub(2));
        for (number, line) in lines.iter().enumerate() {
            let time = if number == 0 { self.clock.moment(event.time) } else { String::new() };
            let mut row = format!("{time:>10}");
            for (index, thread) in self.threads.iter().enumerate() {
                let text = if index == position { fit(line, self.column - 2, &self.look) } else { String::new() };
                let is_last = index + 1 == self.threads.len();
                let text = if is_last { text } else { left(&text, self.column - 2) };
                row.push_str(&format!("  {} {}", self.state(*thread), self.look.paint_thread(*thread, &text)));
            }
            writeln!(out, "{}", row.trim_end())?;
        }
        Ok(())
    }

    /// Whether the thread holds the interpreter lock, waits for it, or neither.
    fn state(&self, thread: ThreadId) -> String {
        match self.phases.phase(thread) {
            Some(phase @ Phase::Holding) => self.look.paint(palette::phase_style(phase), self.look.pick("█", "#")),
            Some(phase @ Phase::Waiting) => self.look.paint(palette::phase_style(phase), self.look.pick("░", ".")),
            Some(_) => self.look.dim(self.look.pick("│", "|")),
            None => " ".to_owned(),
        }
    }

    fn is_shown(&self, event: &Event) -> bool {
        let is_wanted = match event.kind {
            EventKind::GilReleased { reason, .. } => self.filter.has_reason(reason),
            _ => self.filter.reasons.is_empty(),
        };
        is_wanted && self.filter.has_moment(event.time)
    }

    fn duration(&self, duration: Duration) -> String {
        let text = time::duration(duration);
        if self.look.ascii { time::ascii(text) } else { text }
    }
}

fn left_by(by: LeftBy) -> &'static str {
    match by {
        LeftBy::Return => "return",
        LeftBy::Yield => "yield",
        LeftBy::Exception => "an exception",
    }
}

impl View for Columns {
    fn begin(&mut self, catalogue: &Catalogue, out: &mut dyn Write) -> io::Result<()> {
        let all: Vec<ThreadId> = catalogue.threads().map(|(thread, _)| thread).collect();
        self.threads = all.iter().copied().filter(|thread| self.filter.has_thread(catalogue, *thread)).collect();
        let room = self.look.columns().saturating_sub(10);
        let fitting = (room / (LEAST + 2)).max(1);
        self.left_out = self.threads.len().saturating_sub(fitting);
        self.threads.truncate(fitting);
        self.column = (room / self.threads.len().max(1)).saturating_sub(2).clamp(LEAST, MOST);
        write!(out, "{}", words::heading(&self.header, &self.look))?;
        let glyphs = [("█", "#"), ("░", "."), ("│", "|")].map(|(full, ascii)| self.look.pick(full, ascii));
        let [holds, waits, away] = glyphs;
        writeln!(
            out,
            "{}\n",
            self.look
                .dim(&format!("{holds} holds the GIL  {waits} waits for the GIL  {away} blocked, asleep or in I/O"))
        )?;
        let mut row = format!("{:>10}", "time (ms)");
        for thread in &self.threads {
            let name = fit(&names::thread(catalogue, *thread, &self.look), self.column, &self.look);
            row.push_str(&format!("  {}", self.look.paint_thread(*thread, &left(&name, self.column))));
        }
        writeln!(out, "{}", row.trim_end())
    }

    fn observe(&mut self, catalogue: &Catalogue, event: &Event, out: &mut dyn Write) -> io::Result<()> {
        if let EventKind::ThreadBlocked { on } = event.kind {
            self.announced.insert(event.thread, on);
        }
        self.phases.observe(event, |_| {});
        match self.text(catalogue, event) {
            Some(text) if self.is_shown(event) => self.row(event, &text, out),
            _ => Ok(()),
        }
    }

    fn finish(&mut self, _: &Catalogue, out: &mut dyn Write) -> io::Result<()> {
        if self.left_out == 0 {
            return Ok(());
        }
        let threads = words::count(self.left_out as u64, "more thread has", "more threads have");
        let text = format!("\n{threads} no room here: choose with --thread, or give more --width.");
        writeln!(out, "{}", self.look.dim(&text))
    }
}
