//! The timeline in the terminal: one lane per thread, and above them one that says who holds the interpreter lock.

use crate::axis::Axis;
use crate::filter::Filter;
use crate::look::{Look, left, right, width};
use crate::palette;
use crate::{names, time, words};
use anstyle::Style;
use gilscope_analysis::{Cells, Phase, Scale, Timeline, greatest, has_one_gil};
use gilscope_trace::{Catalogue, Header, ThreadId, Timestamp};
use std::collections::BTreeMap;
use std::time::Duration;

/// How threads are called in the lane of the interpreter lock.
const KEYS: &str = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
/// A bar of one column for a part of it, in eighths.
const EIGHTHS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/// From this part of a column on, one thread alone is named as its holder.
const ALONE: f64 = 0.75;
/// A thread that held the lock for less of a column does not show as running in it.
const VISIBLE: f64 = 0.01;

/// Draws a finished timeline.
pub fn lanes(header: &Header, catalogue: &Catalogue, timeline: &Timeline, filter: &Filter, look: &Look) -> String {
    let threads: Vec<ThreadId> =
        timeline.threads.keys().copied().filter(|thread| filter.has_thread(catalogue, *thread)).collect();
    let labels: Vec<String> = threads
        .iter()
        .enumerate()
        .map(|(row, thread)| format!("{} {}", key(row), names::thread(catalogue, *thread, look)))
        .collect();
    let label_width = labels.iter().map(|label| width(label)).max().unwrap_or(0).max(5);
    let columns = look.columns().saturating_sub(label_width + 1 + 6).max(10);
    let drawing = Drawing { timeline, look, scale: Scale { start: timeline.from, end: timeline.to, columns } };
    let mut text = words::heading(header, look);
    text.push_str(&format!("{}\n\n", look.dim(&drawing.heading())));
    let blank = " ".repeat(label_width);
    for line in drawing.axis() {
        text.push_str(&format!("{blank} {line}\n"));
    }
    if has_one_gil(header) {
        text.push_str(&format!("{} {}\n", look.strong(&left("GIL", label_width)), drawing.gil_lane(&threads)));
    }
    for (thread, label) in threads.iter().zip(&labels) {
        let label = look.paint_thread(*thread, &left(label, label_width));
        text.push_str(&format!("{label} {}\n", drawing.lane(*thread)));
    }
    text.push_str(&legend(label_width, look));
    text
}

/// A timeline and the columns there are for it.
struct Drawing<'a> {
    timeline: &'a Timeline,
    look: &'a Look,
    scale: Scale,
}

impl Drawing<'_> {
    fn heading(&self) -> String {
        let column = self.timeline.length() / u32::try_from(self.scale.columns).unwrap_or(u32::MAX);
        let text = format!(
            "{} from {} on; one column is {}",
            time::duration(self.timeline.length()),
            time::duration(self.timeline.from.since(Timestamp(0))),
            time::duration(column)
        );
        if self.look.ascii { time::ascii(text) } else { text }
    }

    /// The labels, and below them the marks.
    fn axis(&self) -> [String; 2] {
        let columns = self.scale.columns;
        let axis = Axis::new(self.timeline.from, self.timeline.to, (columns / 11) as u64);
        let mut labels = vec![' '; columns];
        let mut marks = vec![self.look.pick('─', '-'); columns];
        let last = axis.marks.len().saturating_sub(1);
        for (index, (at, label)) in axis.marks.iter().enumerate() {
            let column = self.scale.column(*at);
            let label = if index == last { format!("{label} {}", axis.unit) } else { label.clone() };
            let start = column.min(columns.saturating_sub(label.chars().count()));
            for (cell, c) in labels.iter_mut().skip(start).zip(label.chars()) {
                *cell = c;
            }
            if let Some(mark) = marks.get_mut(column) {
                *mark = self.look.pick('┬', '+');
            }
        }
        let labels: String = labels.into_iter().collect();
        let labels = if self.look.ascii { time::ascii(labels) } else { labels };
        let marks: String = marks.into_iter().collect();
        [labels.trim_end().to_owned(), format!("{}  {}", self.look.dim(&marks), self.look.dim("runs"))]
    }

    fn gil_lane(&self, shown: &[ThreadId]) -> String {
        let mut held = Cells::new(&self.scale);
        for segment in self.timeline.threads.values().flatten().filter(|segment| segment.phase == Phase::Holding) {
            held.add(segment.thread, segment.from, segment.to);
        }
        let cells = held.iter().enumerate().map(|(column, cell)| self.holder(cell, self.scale.length(column), shown));
        let lane: String = cells.collect();
        lane + &self.percent(total(&held, |_| true))
    }

    /// Who held the lock in a column.
    fn holder(&self, cell: &BTreeMap<ThreadId, u64>, column: Duration, shown: &[ThreadId]) -> String {
        let all = Duration::from_nanos(cell.values().sum());
        let most = greatest(cell).and_then(|thread| Some((thread, Duration::from_nanos(*cell.get(&thread)?))));
        match most {
            Some((thread, time)) if part(all, column) >= VISIBLE => {
                match shown.iter().position(|other| *other == thread) {
                    _ if part(time, all) < ALONE => self.look.dim(self.look.pick("▒", "%")),
                    Some(row) => self.look.paint_thread(thread, &key(row).to_string()),
                    None => self.look.pick("?", "?").to_owned(),
                }
            }
            _ => self.look.dim(self.look.pick("·", ".")),
        }
    }

    fn lane(&self, thread: ThreadId) -> String {
        let mut phases = Cells::new(&self.scale);
        for segment in self.timeline.threads.get(&thread).into_iter().flatten() {
            phases.add(segment.phase, segment.from, segment.to);
        }
        let mut lane = String::new();
        let mut run: Option<(Style, String)> = None;
        for (column, cell) in phases.iter().enumerate() {
            let (glyph, style) = self.cell(cell, self.scale.length(column));
            match &mut run {
                Some((of_run, text)) if *of_run == style => text.push(glyph),
                _ => {
                    lane.push_str(&run.take().map_or_else(String::new, |(style, text)| self.look.paint(style, &text)));
                    run = Some((style, glyph.to_string()));
                }
            }
        }
        lane.push_str(&run.map_or_else(String::new, |(style, text)| self.look.paint(style, &text)));
        lane + &self.percent(total(&phases, |phase| phase == Phase::Holding))
    }

    fn cell(&self, cell: &BTreeMap<Phase, u64>, column: Duration) -> (char, Style) {
        let held = Duration::from_nanos(cell.get(&Phase::Holding).copied().unwrap_or(0));
        if part(held, column) >= VISIBLE {
            return (bar(part(held, column), self.look), palette::phase_style(Phase::Holding));
        }
        greatest(cell).map_or((' ', Style::new()), |phase| (glyph(phase, self.look), palette::phase_style(phase)))
    }

    fn percent(&self, held: Duration) -> String {
        let percent = 100.0 * part(held, self.timeline.length());
        self.look.dim(&right(&format!("{percent:.0}%"), 6))
    }
}

/// How long things lasted in all columns together.
fn total<T: Ord + Copy>(cells: &Cells<T>, counts: impl Fn(T) -> bool) -> Duration {
    let times = cells.iter().flatten().filter(|(what, _)| counts(**what)).map(|(_, time)| time);
    Duration::from_nanos(times.sum())
}

fn part(of: Duration, whole: Duration) -> f64 {
    if whole.is_zero() { 0.0 } else { of.as_secs_f64() / whole.as_secs_f64() }
}

/// A running thread, as high as the part of the column in which it runs.
fn bar(part: f64, look: &Look) -> char {
    match look.ascii {
        true if part >= 0.875 => '#',
        true if part >= 0.25 => '=',
        true => '_',
        false => EIGHTHS[((part * 8.0).ceil() as usize).clamp(1, 8) - 1],
    }
}

/// The character of a phase.
fn glyph(phase: Phase, look: &Look) -> char {
    match phase {
        Phase::Holding => look.pick('█', '#'),
        Phase::Waiting => look.pick('░', '.'),
        Phase::Lock => look.pick('×', 'x'),
        Phase::Join => look.pick('┄', '-'),
        Phase::Sleep => look.pick('z', 'z'),
        Phase::Io => look.pick('≈', '~'),
    }
}

fn key(row: usize) -> char {
    KEYS.chars().nth(row).unwrap_or('*')
}

fn legend(indent: usize, look: &Look) -> String {
    let of = |phase: Phase| {
        let glyph = look.paint(palette::phase_style(phase), &glyph(phase, look).to_string());
        format!("{glyph} {}", words::phase(phase))
    };
    let blank = " ".repeat(indent + 1);
    let part = look.paint(palette::phase_style(Phase::Holding), look.pick("▃", "= _"));
    let turns = look.dim(look.pick("▒", "%"));
    let free = look.dim(look.pick("·", "."));
    format!(
        "\n{blank}{}  {part} part of the time  {}\n{blank}{}  {}  {}  {}\n\
         {blank}in the GIL's lane: the number of its holder, {turns} several in turn, {free} nobody\n",
        of(Phase::Holding),
        of(Phase::Waiting),
        of(Phase::Lock),
        of(Phase::Join),
        of(Phase::Sleep),
        of(Phase::Io),
    )
}
