//! The same script under several conditions, side by side: a table and bars in the terminal, bars as a drawing.

use crate::look::{Look, left, right, width, wrap};
use crate::palette;
use crate::table::table;
use crate::time;
use gilscope_analysis::{Phase, Summary};
use std::fmt::Write;
use std::time::Duration;

/// One execution.
#[derive(Debug, Clone, PartialEq)]
pub struct CompareRow {
    /// The GIL model.
    pub model: String,
    /// Virtual processor cores.
    pub cpus: u32,
    /// How long the execution took.
    pub total: Duration,
    /// What its threads spent their time on, together.
    pub held: Duration,
    pub waited: Duration,
    /// Waiting for locks of the script and for other threads.
    pub blocked: Duration,
    pub slept: Duration,
    pub io: Duration,
    /// How often the interpreter lock went to another thread.
    pub switches: u64,
}

impl CompareRow {
    /// The figures of an execution under these conditions.
    pub fn new(model: &str, cpus: u32, summary: &Summary) -> CompareRow {
        let time = summary.time();
        CompareRow {
            model: model.to_owned(),
            cpus,
            total: summary.duration,
            held: time[Phase::Holding],
            waited: time[Phase::Waiting],
            blocked: time[Phase::Lock] + time[Phase::Join],
            slept: time[Phase::Sleep],
            io: time[Phase::Io],
            switches: summary.switches,
        }
    }
}

/// Executions of one script, and what they are measured against.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    pub script: String,
    /// How long the same work takes in sequence, and what that is called: `sequential`. Without it the first row is what
    /// the others are measured against.
    pub baseline: Option<(String, Duration)>,
    pub rows: Vec<CompareRow>,
    /// What is to be learned from it, in sentences.
    pub explanation: String,
}

/// In points.
const WIDTH: f64 = 900.0;
const BAR: f64 = 18.0;
const STEP: f64 = 26.0;
const TOP: f64 = 48.0;
/// Room for the figures beside the longest bar.
const FIGURES: f64 = 120.0;
const CHARACTER: f64 = 7.0;
const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
/// Ratios this close to 1 are those of noise.
const ALIKE: f64 = 0.03;

impl Comparison {
    /// How often as long as the work in sequence an execution took.
    pub fn ratio(&self, row: &CompareRow) -> f64 {
        let base = self.base();
        if base.is_zero() { 1.0 } else { row.total.as_secs_f64() / base.as_secs_f64() }
    }

    /// The table, the bars, and the explanation.
    pub fn text(&self, look: &Look) -> String {
        let mut text = format!("{}\n", look.strong(&self.title()));
        text.push_str(&self.table());
        let note =
            "All threads together: runs, waits for the GIL, is blocked on locks and threads, is away asleep or in I/O.";
        for line in wrap(note, look.columns()) {
            text.push_str(&format!("{}\n", look.dim(&line)));
        }
        text.push_str(&format!("\n{}", self.bars(look)));
        if !self.explanation.is_empty() {
            text.push('\n');
            for line in wrap(&self.explanation, look.columns()) {
                text.push_str(&format!("{line}\n"));
            }
        }
        if look.ascii { time::ascii(text).replace('×', "x") } else { text }
    }

    /// The bars as a drawing, each divided into what the threads' time went into.
    pub fn svg(&self) -> String {
        let entries = self.entries();
        let longest = entries.iter().map(|entry| width(&entry.label)).max().unwrap_or(0);
        let left = 30.0 + longest as f64 * CHARACTER;
        let most = self.longest().as_secs_f64();
        let scale = if most > 0.0 { (WIDTH - left - FIGURES) / most } else { 0.0 };
        let below = TOP + STEP * entries.len() as f64;
        let title = crate::svg::escape(&self.title());
        let mut out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height:.0}\" width=\"{WIDTH}\" \
             height=\"{height:.0}\" font-family=\"system-ui, 'DejaVu Sans', sans-serif\" font-size=\"12\">\n\
             <title>{title}</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n\
             <text x=\"16\" y=\"26\" font-size=\"15\" font-weight=\"600\">{title}</text>\n",
            height = below + 60.0,
        );
        for (index, entry) in entries.iter().enumerate() {
            entry.draw(left, TOP + STEP * index as f64, scale, &mut out);
        }
        if let Some((name, base)) = &self.baseline {
            let (x, end) = (left + scale * base.as_secs_f64(), below - 4.0);
            let name = crate::svg::escape(name);
            let line = "stroke=\"#444444\" stroke-dasharray=\"3 3\"";
            // Writing to a string cannot fail.
            let _ = writeln!(out, "<path d=\"M{x:.1} 42V{end:.1}\" {line}><title>{name}</title></path>");
        }
        out.push_str(&legend(left, below + 14.0));
        out.push_str("</svg>\n");
        out
    }

    /// The baseline, and then the executions.
    fn entries(&self) -> Vec<Entry<'_>> {
        let models = self.rows.iter().map(|row| width(&row.model)).max().unwrap_or(0);
        let baseline = self.baseline.iter();
        let baseline =
            baseline.map(|(name, total)| Entry { label: name.clone(), total: *total, ratio: 1.0, row: None });
        let rows = self.rows.iter().map(|row| {
            let cores = if row.cpus == 1 { "core" } else { "cores" };
            let label = format!("{}  {:>2} {cores}", left(&row.model, models), row.cpus);
            Entry { label, total: row.total, ratio: self.ratio(row), row: Some(row) }
        });
        baseline.chain(rows).collect()
    }

    fn title(&self) -> String {
        let base = self.baseline.as_ref().map_or("the first row", |(name, _)| name.as_str());
        format!("{}: time under each GIL model and number of cores, × {base}", self.script)
    }

    fn base(&self) -> Duration {
        let first = self.rows.first().map(|row| row.total);
        self.baseline.as_ref().map(|(_, total)| *total).or(first).unwrap_or_default()
    }

    fn longest(&self) -> Duration {
        let totals = self.rows.iter().map(|row| row.total);
        totals.chain(self.baseline.iter().map(|(_, total)| *total)).max().unwrap_or_default()
    }

    fn table(&self) -> String {
        let head = ["model", "cores", "time", "×", "runs", "waits", "blocked", "away", "switches"];
        let mut rows = vec![head.map(str::to_owned).to_vec()];
        if let Some((name, total)) = &self.baseline {
            rows.push(vec![name.clone(), String::new(), time::duration(*total), "1.00".to_owned()]);
        }
        for row in &self.rows {
            let mut cells = vec![row.model.clone(), row.cpus.to_string(), time::duration(row.total)];
            cells.push(format!("{:.2}", self.ratio(row)));
            let times = [row.held, row.waited, row.blocked, row.slept + row.io];
            cells.extend(times.map(|time| if time.is_zero() { "-".to_owned() } else { time::duration(time) }));
            cells.push(crate::words::grouped(row.switches));
            rows.push(cells);
        }
        table(&rows)
    }

    fn bars(&self, look: &Look) -> String {
        let entries = self.entries();
        let longest = entries.iter().map(|entry| width(&entry.label)).max().unwrap_or(0);
        let room = look.columns().saturating_sub(longest + 2 + 2 + 9 + 2 + 6).max(10);
        let most = self.longest().as_secs_f64();
        let mut text = String::new();
        for Entry { label, total, ratio, .. } in entries {
            let part = if most > 0.0 { total.as_secs_f64() / most } else { 0.0 };
            let style = palette::phase_style(match ratio {
                ratio if ratio > 1.0 + ALIKE => Phase::Waiting,
                ratio if ratio < 1.0 - ALIKE => Phase::Holding,
                _ => Phase::Sleep,
            });
            let bar = look.paint(style, &left(&bar(part, room, look), room));
            let figures = format!("{}  {}", right(&time::duration(total), 9), right(&format!("×{ratio:.2}"), 6));
            text.push_str(&format!("{}  {bar}{figures}\n", left(&label, longest)));
        }
        text
    }
}

/// One bar.
struct Entry<'a> {
    label: String,
    total: Duration,
    ratio: f64,
    row: Option<&'a CompareRow>,
}

impl Entry<'_> {
    fn draw(&self, left: f64, y: f64, scale: f64, out: &mut String) {
        let label = crate::svg::escape(&self.label);
        // Writing to a string cannot fail.
        let _ = writeln!(out, "<text x=\"16\" y=\"{:.1}\">{label}</text>", y + 13.0);
        let mut x = left;
        for (share, colour) in parts(self.row) {
            let wide = scale * self.total.as_secs_f64() * share;
            let size = format!("width=\"{wide:.1}\" height=\"{BAR}\"");
            let _ = writeln!(out, "<rect x=\"{x:.1}\" y=\"{y:.1}\" {size} fill=\"{colour}\"/>");
            x += wide;
        }
        let figures = format!("{}  ×{:.2}", time::duration(self.total), self.ratio);
        let _ = writeln!(out, "<text x=\"{:.1}\" y=\"{:.1}\">{figures}</text>", x + 8.0, y + 13.0);
    }
}

/// A bar that fills a part of the room, to an eighth of a column.
fn bar(part: f64, room: usize, look: &Look) -> String {
    let eighths = (part * room as f64 * 8.0).round() as usize;
    match look.ascii {
        true => "#".repeat((eighths / 8).max(1)),
        false if eighths == 0 => EIGHTHS[1].to_owned(),
        false => "█".repeat(eighths / 8) + EIGHTHS[eighths % 8],
    }
}

/// What the threads of an execution spent their time on, and the colours of that.
fn parts(row: Option<&CompareRow>) -> Vec<(f64, &'static str)> {
    let Some(row) = row else { return vec![(1.0, COLOURS[0].1)] };
    let times = [row.held, row.waited, row.blocked, row.slept, row.io];
    let all: f64 = times.iter().map(Duration::as_secs_f64).sum();
    if all == 0.0 {
        return vec![(1.0, COLOURS[0].1)];
    }
    times.iter().zip(COLOURS).map(|(time, (_, colour))| (time.as_secs_f64() / all, colour)).collect()
}

const COLOURS: [(&str, &str); 5] = [
    ("runs", "#0072b2"),
    ("waits for the GIL", "#e69f00"),
    ("waits for locks and threads", "#cc79a7"),
    ("sleeps", "#9fc5e8"),
    ("is in I/O", "#d9cf4a"),
];

fn legend(left: f64, y: f64) -> String {
    let mut out = String::new();
    let mut x = left;
    for (name, colour) in COLOURS {
        let _ = writeln!(
            out,
            "<rect x=\"{x:.0}\" y=\"{y:.0}\" width=\"14\" height=\"12\" fill=\"{colour}\"/>\
             <text x=\"{:.0}\" y=\"{:.0}\" font-size=\"11\">{name}</text>",
            x + 19.0,
            y + 10.0
        );
        x += 38.0 + name.len() as f64 * 6.2;
    }
    let note = "Length: how long it took. Colours: what all threads together spent their time on.";
    let _ =
        writeln!(out, "<text x=\"{left:.0}\" y=\"{:.0}\" font-size=\"11\" fill=\"#555555\">{note}</text>", y + 30.0);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn comparison() -> Comparison {
        let row = |model: &str, cpus, total: u64, held: u64, waited: u64| CompareRow {
            model: model.to_owned(),
            cpus,
            total: Duration::from_millis(total),
            held: Duration::from_millis(held),
            waited: Duration::from_millis(waited),
            blocked: Duration::from_millis(10),
            slept: Duration::ZERO,
            io: Duration::ZERO,
            switches: 1_200,
        };
        Comparison {
            script: "count.py".to_owned(),
            baseline: Some(("sequential".to_owned(), Duration::from_millis(1_000))),
            rows: vec![
                row("py2.7", 1, 1_060, 1_000, 1_000),
                row("py2.7", 2, 2_600, 1_000, 4_000),
                row("py3.13", 2, 1_010, 1_000, 1_010),
                row("free-threaded", 2, 520, 1_020, 0),
            ],
            explanation: "Threads that compute do not get faster by a second core: only one of them has the GIL."
                .to_owned(),
        }
    }

    #[test]
    fn ratios_are_those_to_the_sequential_run() {
        let comparison = comparison();
        let ratios: Vec<f64> = comparison.rows.iter().map(|row| comparison.ratio(row)).collect();
        assert_eq!(ratios, [1.06, 2.6, 1.01, 0.52]);
        let without = Comparison { baseline: None, ..comparison };
        assert_eq!(without.ratio(&without.rows[0]), 1.0);
    }

    #[test]
    fn the_drawing_has_a_bar_for_each_row_and_the_baseline() {
        let svg = comparison().svg();
        let labels = svg.lines().filter(|line| line.starts_with("<text x=\"16\"")).count();
        assert_eq!(labels, 1 + 5, "{svg}");
        assert!(svg.contains("×2.60") && svg.ends_with("</svg>\n"));
    }

    #[test]
    fn table_and_bars_fit_eighty_columns() {
        let text = comparison().text(&Look::default());
        assert!(text.lines().all(|line| width(line) <= 80), "{text}");
        let bars: Vec<&str> = text.lines().filter(|line| line.contains('█')).collect();
        let last = "free-threaded   2 cores  ███████▎                               520 ms   ×0.52";
        assert_eq!((bars.len(), bars.last()), (5, Some(&last)));
        let ascii = comparison().text(&Look { ascii: true, ..Look::default() });
        assert!(ascii.is_ascii(), "{ascii}");
    }
}
