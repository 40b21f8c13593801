//! The timeline: who has the interpreter lock, and what each thread does, over time.

use crate::lanes::Lanes;
use crate::mark::Mark;
use crate::screen::{Screen, scroll};
use crate::time;
use gilscope_analysis::Scale;
use gilscope_trace::{ThreadId, Timestamp};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

/// Columns for the name of a lane.
pub(crate) const LABEL: u16 = 5;

pub(crate) fn draw(screen: &Screen<'_>, frame: &mut Frame<'_>, area: Rect) {
    if area.is_empty() {
        return;
    }
    let lanes = &screen.moment.lanes;
    let inner = screen.open(frame, area, &title(lanes));
    let height = usize::from(inner.height);
    let focus = lanes.threads.iter().position(|(id, _)| Some(*id) == screen.moment.selected).unwrap_or(0);
    let mut lines: Vec<Line<'_>> = lanes.gil.iter().map(|holders| gil(screen, holders)).collect();
    let visible = height.saturating_sub(1 + lines.len());
    let first = scroll(lanes.threads.len(), visible, focus);
    lines.extend(lanes.threads.iter().skip(first).take(visible).map(|(id, lane)| thread(screen, *id, lane)));
    lines.truncate(height.saturating_sub(1).max(1));
    lines.push(pointer(screen));
    frame.render_widget(Paragraph::new(lines), inner);
}

fn title(lanes: &Lanes) -> String {
    let word = |mark: Mark| match mark {
        Mark::Waits if lanes.gil.is_none() => "waits for a core",
        _ => mark.word(),
    };
    let all = Mark::ALL.into_iter().chain([Mark::Mixed]);
    let legend: Vec<String> = all.map(|mark| format!("{} {}", mark.pattern(), word(mark))).collect();
    let Scale { start, end, .. } = lanes.scale;
    let length = end.0.saturating_sub(start.0);
    let stretch = match start.0 {
        0 => format!("0 s … {}", time::moment(end)),
        _ => format!("{} + {}", time::exact(start, length / 10), time::moment(Timestamp(length))),
    };
    format!("{stretch}   {}", legend.join("  "))
}

/// Who has the lock, by the last digit of its number.
fn gil<'a>(screen: &Screen<'a>, holders: &[Option<ThreadId>]) -> Line<'a> {
    let mut spans = vec![Span::styled(format!("{:<1$}", "GIL", usize::from(LABEL)), screen.palette.strong())];
    let cells = holders.iter().map(|holder| match holder {
        Some(id) => (char::from_digit(id.0 % 10, 10).unwrap_or('?'), screen.palette.thread(*id)),
        None => (' ', Style::new()),
    });
    push_runs(screen, &mut spans, cells);
    Line::from(spans)
}

fn thread<'a>(screen: &Screen<'a>, id: ThreadId, lane: &[Mark]) -> Line<'a> {
    let pointer = if screen.moment.selected == Some(id) { "►" } else { " " };
    let label = format!("{pointer}{:<1$}", id.to_string(), usize::from(LABEL) - 1);
    let mut spans = vec![Span::styled(label, screen.palette.thread(id))];
    push_runs(screen, &mut spans, lane.iter().map(|mark| (mark.pattern(), screen.palette.mark(*mark))));
    Line::from(spans)
}

/// Adds cells, those of one style together; the one of this moment is set off.
fn push_runs(screen: &Screen<'_>, spans: &mut Vec<Span<'_>>, cells: impl Iterator<Item = (char, Style)>) {
    let mut run = (String::new(), Style::new());
    for (column, (character, style)) in cells.enumerate() {
        let is_here = screen.moment.lanes.here == Some(column);
        let style = if is_here { style.patch(screen.palette.focus()) } else { style };
        if style != run.1 {
            spans.push(Span::styled(std::mem::take(&mut run.0), run.1));
            run.1 = style;
        }
        run.0.push(character);
    }
    spans.push(Span::styled(run.0, run.1));
}

/// Points to the moment that is shown.
fn pointer<'a>(screen: &Screen<'a>) -> Line<'a> {
    match screen.moment.lanes.here {
        Some(column) => Line::from(format!("{}▲", " ".repeat(usize::from(LABEL) + column))),
        None => Line::from(Span::styled("     this moment is out of sight: f fits all", screen.palette.faint())),
    }
}
