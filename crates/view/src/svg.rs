//! The timeline as a drawing: a lane for the interpreter lock, one per thread, one per lock of the script.

use crate::axis::Axis;
use crate::look::{Look, width};
use crate::palette::thread_colour;
use crate::{names, time, words};
use gilscope_analysis::{LockHold, Phase, Segment, Timeline, coarsen, holders};
use gilscope_trace::{Catalogue, Header, LockId, ThreadId, Timestamp};
use std::collections::BTreeSet;
use std::fmt::Write;

/// In points. The drawing can be scaled to any size.
const WIDTH: f64 = 1200.0;
const LANE: f64 = 22.0;
const GAP: f64 = 8.0;
const TOP: f64 = 66.0;
const RIGHT: f64 = 20.0;
/// The width of an average character at 12 points.
const CHARACTER: f64 = 7.0;
/// Locks beyond these have no lane; there may be thousands.
const MOST_LOCKS: usize = 12;
/// With more hand-overs than these, arrows would be a grey cloud.
const MOST_ARROWS: usize = 150;
/// What is narrower is drawn together with its neighbours.
const NARROW: f64 = 1.0;
/// Nothing is drawn thinner, or it would not be seen.
const THIN: f64 = 0.4;
/// More holds than these are not drawn one by one,
const MOST_HOLDS: usize = 4_000;
/// but by so many slices of time.
const SLICES: u32 = 1_000;

/// Draws a finished timeline.
pub fn svg(header: &Header, catalogue: &Catalogue, timeline: &Timeline) -> String {
    Drawing::new(header, catalogue, timeline).draw()
}

struct Drawing<'a> {
    header: &'a Header,
    catalogue: &'a Catalogue,
    timeline: &'a Timeline,
    threads: Vec<ThreadId>,
    locks: Vec<LockId>,
    left: f64,
    out: String,
}

impl<'a> Drawing<'a> {
    fn new(header: &'a Header, catalogue: &'a Catalogue, timeline: &'a Timeline) -> Drawing<'a> {
        let threads: Vec<ThreadId> = timeline.threads.keys().copied().collect();
        let held: BTreeSet<LockId> = timeline.locks.iter().map(|hold| hold.lock).collect();
        // The others are most often part of something in the library.
        let is_named = |lock: &LockId| catalogue.lock(*lock).is_some_and(|facts| facts.name.is_some());
        let is_of_script = |lock: &LockId| is_named(lock) && !names::is_private(catalogue, *lock);
        let locks: Vec<LockId> = held.into_iter().filter(is_of_script).take(MOST_LOCKS).collect();
        let labels = threads.iter().map(|thread| catalogue.thread_name(*thread));
        let labels = labels.chain(locks.iter().map(|lock| names::lock(catalogue, *lock)));
        let longest = labels.map(|label| width(&label)).max().unwrap_or(0).clamp(6, 30);
        let left = 38.0 + longest as f64 * CHARACTER;
        Drawing { header, catalogue, timeline, threads, locks, left, out: String::new() }
    }

    fn draw(mut self) -> String {
        let lanes = 1 + self.threads.len() + self.locks.len();
        let bottom = self.lane(lanes) + if self.locks.is_empty() { 0.0 } else { GAP };
        let height = bottom + 52.0;
        self.begin(height);
        self.axis(bottom);
        self.gil_lane();
        for row in 0..self.threads.len() {
            self.thread_lane(row);
        }
        self.arrows();
        self.lock_lanes();
        self.legend(bottom + 12.0);
        self.out.push_str("</svg>\n");
        self.out
    }

    fn begin(&mut self, height: f64) {
        let title = escape(&words::conditions(self.header));
        self.line(&format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height:.0}\" width=\"{WIDTH}\" \
             height=\"{height:.0}\" font-family=\"system-ui, 'DejaVu Sans', sans-serif\" font-size=\"12\">"
        ));
        self.line(&format!("<title>{title}</title>"));
        self.line(STYLE);
        self.line("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>");
        self.line(&format!("<text x=\"16\" y=\"24\" font-size=\"15\" font-weight=\"600\">{title}</text>"));
    }

    fn axis(&mut self, bottom: f64) {
        let axis = Axis::new(self.timeline.from, self.timeline.to, 12);
        let last = axis.marks.len().saturating_sub(1);
        for (index, (at, label)) in axis.marks.iter().enumerate() {
            let x = self.x(*at);
            let unit = if index == last { format!(" {}", axis.unit) } else { String::new() };
            self.line(&format!("<path class=\"grid\" d=\"M{x:.1} {:.0}V{bottom:.0}\"/>", TOP - 8.0));
            self.line(&format!("<text class=\"mark\" x=\"{x:.1}\" y=\"{:.0}\">{label}{unit}</text>", TOP - 14.0));
        }
    }

    /// Who holds the interpreter lock, in the colours of the threads.
    fn gil_lane(&mut self) {
        self.label(0, "GIL", "#000000", true);
        let all = self.timeline.threads.values().flatten();
        let mut holds: Vec<Segment> = all.filter(|segment| segment.phase == Phase::Holding).copied().collect();
        holds.sort_by_key(|hold| (hold.from, hold.thread));
        let is_crowded = holds.len() > MOST_HOLDS || !self.timeline.grain.is_zero();
        if is_crowded { self.gil_shares() } else { self.gil_holds(&holds) }
    }

    fn gil_holds(&mut self, holds: &[Segment]) {
        for hold in holds {
            let name = self.catalogue.thread_name(hold.thread);
            let title = self.title(&format!("{name} holds the GIL"), hold.from, hold.to);
            let colour = thread_colour(hold.thread);
            self.rect(0, (hold.from, hold.to), &format!("fill=\"{colour}\""), &title);
            let (from, to) = (self.x(hold.from), self.x(hold.to));
            let short = names::thread(self.catalogue, hold.thread, &Look::default());
            if to - from > width(&short) as f64 * CHARACTER + 8.0 {
                let (x, y) = ((from + to) / 2.0, self.lane(0) + LANE / 2.0 + 4.0);
                self.line(&format!("<text class=\"in\" x=\"{x:.1}\" y=\"{y:.1}\">{}</text>", escape(&short)));
            }
        }
    }

    /// Too many holds to be told apart: each slice of time is divided by how long each thread had the lock in it.
    fn gil_shares(&mut self) {
        let wide = (WIDTH - RIGHT - self.left) / SLICES as f64;
        for slice in 0..SLICES {
            let at = |slice: u32| self.timeline.from + self.timeline.length() * slice / SLICES;
            let (from, to) = (at(slice), at(slice + 1));
            let length = to.since(from).as_secs_f64();
            let mut y = self.lane(0);
            for (thread, held) in holders(self.timeline, from, to) {
                let high = if length > 0.0 { LANE * held.as_secs_f64() / length } else { 0.0 };
                let x = self.left + wide * f64::from(slice);
                let colour = thread_colour(thread);
                self.line(&format!(
                    "<rect x=\"{x:.2}\" y=\"{y:.2}\" width=\"{wide:.2}\" height=\"{high:.2}\" fill=\"{colour}\"/>"
                ));
                y += high;
            }
        }
    }

    fn thread_lane(&mut self, row: usize) {
        let thread = self.threads[row];
        self.label(row + 1, &self.catalogue.thread_name(thread), thread_colour(thread), false);
        let segments = self.timeline.threads.get(&thread).map(Vec::as_slice).unwrap_or_default();
        let narrow = self.timeline.length().mul_f64(NARROW / (WIDTH - RIGHT - self.left));
        for segment in coarsen(segments, narrow) {
            let what = match segment.on {
                Some(on) => words::blocked(self.catalogue, thread, on, &Look::default()),
                None => words::phase(segment.phase).to_owned(),
            };
            let place = names::place(self.catalogue, segment.place).map(|place| format!(" at {place}"));
            let text = format!("{}: {what}{}", self.catalogue.thread_name(thread), place.unwrap_or_default());
            let title = self.title(&text, segment.from, segment.to);
            self.rect(row + 1, (segment.from, segment.to), &fill(segment.phase, thread_colour(thread)), &title);
        }
    }

    /// From each release to the hold of another thread that follows it.
    fn arrows(&mut self) {
        let row = |thread: ThreadId| self.threads.iter().position(|other| *other == thread).unwrap_or(0) + 1;
        let all = self.timeline.threads.values().flatten();
        let mut holds: Vec<&Segment> = all.filter(|segment| segment.phase == Phase::Holding).collect();
        holds.sort_by_key(|hold| (hold.from, hold.thread));
        let hand_overs = holds.windows(2).filter(|pair| pair[0].thread != pair[1].thread && pair[0].to <= pair[1].from);
        let pairs: Vec<(usize, usize, f64, f64)> = hand_overs
            .map(|pair| (row(pair[0].thread), row(pair[1].thread), self.x(pair[0].to), self.x(pair[1].from)))
            .collect();
        if pairs.len() > MOST_ARROWS {
            return;
        }
        for (giver, taker, from, to) in pairs {
            let is_down = taker > giver;
            let start = self.lane(giver) + if is_down { LANE } else { 0.0 };
            let end = self.lane(taker) + if is_down { 0.0 } else { LANE };
            self.line(&format!("<path class=\"arrow\" d=\"M{from:.1} {start:.1}L{to:.1} {end:.1}\"/>"));
        }
    }

    /// Who owns each lock of the script, in the colours of the threads.
    fn lock_lanes(&mut self) {
        for (index, lock) in self.locks.clone().into_iter().enumerate() {
            let row = 1 + self.threads.len() + index;
            let name = names::lock(self.catalogue, lock);
            self.label(row, &name, "#555555", false);
            let holds: Vec<LockHold> = self.timeline.locks.iter().filter(|hold| hold.lock == lock).copied().collect();
            for hold in holds {
                let text = format!("{} owns {name}", self.catalogue.thread_name(hold.owner));
                let title = self.title(&text, hold.from, hold.to);
                let attributes = format!("fill=\"{}\" fill-opacity=\"0.55\"", thread_colour(hold.owner));
                self.rect(row, (hold.from, hold.to), &attributes, &title);
            }
        }
    }

    fn legend(&mut self, y: f64) {
        let mut x = self.left;
        for phase in Phase::ALL {
            let text = words::phase(phase);
            self.line(&format!(
                "<rect x=\"{x:.0}\" y=\"{y:.0}\" width=\"18\" height=\"13\" {}/>\
                 <text x=\"{:.0}\" y=\"{:.0}\">{text}</text>",
                fill(phase, "#444444"),
                x + 24.0,
                y + 11.0
            ));
            x += 44.0 + text.len() as f64 * CHARACTER;
        }
        let note = "Plain colours are those of threads: of the one that runs, holds the GIL, or owns the lock. \
                    Arrows: from who gave the GIL up to who took it.";
        self.line(&format!("<text class=\"note\" x=\"{:.0}\" y=\"{:.0}\">{note}</text>", self.left, y + 32.0));
    }

    fn label(&mut self, row: usize, text: &str, colour: &str, is_strong: bool) {
        let y = self.lane(row) + LANE / 2.0 + 4.0;
        let weight = if is_strong { " font-weight=\"600\"" } else { "" };
        self.line(&format!(
            "<rect x=\"16\" y=\"{:.1}\" width=\"4\" height=\"{LANE}\" fill=\"{colour}\"/>",
            self.lane(row)
        ));
        self.line(&format!("<text x=\"26\" y=\"{y:.1}\"{weight}>{}</text>", escape(text)));
    }

    fn rect(&mut self, row: usize, (from, to): (Timestamp, Timestamp), attributes: &str, title: &str) {
        let (x, y) = (self.x(from), self.lane(row));
        let wide = (self.x(to) - x).max(THIN);
        self.line(&format!(
            "<rect x=\"{x:.2}\" y=\"{y:.1}\" width=\"{wide:.2}\" height=\"{LANE}\" {attributes}>\
             <title>{title}</title></rect>"
        ));
    }

    fn title(&self, text: &str, from: Timestamp, to: Timestamp) -> String {
        let start = time::duration(from.since(Timestamp(0)));
        escape(&format!("{text}, {} from {start} on", time::duration(to.since(from))))
    }

    fn x(&self, at: Timestamp) -> f64 {
        let span = self.timeline.length().as_nanos().max(1) as f64;
        let offset = at.since(self.timeline.from).as_nanos() as f64;
        self.left + (WIDTH - RIGHT - self.left) * offset / span
    }

    /// The top of a lane. Locks stand apart from threads, and the interpreter lock from both.
    fn lane(&self, row: usize) -> f64 {
        let apart = [row > 0, row > self.threads.len()].into_iter().filter(|is| *is).count();
        TOP + row as f64 * (LANE + GAP) + apart as f64 * GAP
    }

    fn line(&mut self, text: &str) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.out, "{text}");
    }
}

/// The colour of a thread while it runs, else the pattern of the phase: patterns differ without colours, too.
fn fill(phase: Phase, running: &str) -> String {
    match phase {
        Phase::Holding => format!("fill=\"{running}\""),
        _ => format!("fill=\"url(#{})\"", phase.name()),
    }
}

const STYLE: &str = "\
<style>
.grid { stroke: #e4e4e4; }
.mark { fill: #555555; font-size: 11px; text-anchor: middle; }
.in { fill: #ffffff; font-size: 11px; text-anchor: middle; pointer-events: none; }
.note { fill: #555555; font-size: 11px; }
.arrow { stroke: #222222; stroke-width: 0.8; fill: none; marker-end: url(#head); }
</style>
<defs>
<marker id=\"head\" viewBox=\"0 0 6 6\" refX=\"6\" refY=\"3\" markerWidth=\"6\" markerHeight=\"6\" orient=\"auto\">\
<path d=\"M0 0L6 3L0 6z\" fill=\"#222222\"/></marker>
<pattern id=\"waiting\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
<rect width=\"6\" height=\"6\" fill=\"#fbe3d3\"/><rect width=\"2.5\" height=\"6\" fill=\"#d55e00\"/></pattern>
<pattern id=\"lock\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">\
<rect width=\"6\" height=\"6\" fill=\"#f3dcea\"/><path d=\"M0 0L6 6M6 0L0 6\" stroke=\"#a8487f\" stroke-width=\"1\"/></pattern>
<pattern id=\"join\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">\
<rect width=\"8\" height=\"8\" fill=\"#f4f4f4\"/><rect y=\"3\" width=\"5\" height=\"1.5\" fill=\"#a0a0a0\"/></pattern>
<pattern id=\"sleep\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\">\
<rect width=\"7\" height=\"7\" fill=\"#e3ecf5\"/><circle cx=\"3.5\" cy=\"3.5\" r=\"1\" fill=\"#6f8fb0\"/></pattern>
<pattern id=\"io\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\">\
<rect width=\"5\" height=\"5\" fill=\"#fbf6c4\"/><rect width=\"5\" height=\"1.5\" fill=\"#b8a800\"/></pattern>
</defs>";

pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            // No other control character may stand in XML.
            c if c.is_control() => escaped.push('\u{fffd}'),
            c => escaped.push(c),
        }
    }
    escaped
}
