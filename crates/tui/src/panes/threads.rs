//! The threads, each with its state in a letter and in words.

use crate::moment::ThreadRow;
use crate::screen::{Screen, scroll};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

pub(crate) fn draw(screen: &Screen<'_>, frame: &mut Frame<'_>, area: Rect) {
    if area.is_empty() {
        return;
    }
    let moment = screen.moment;
    let title = match moment.threads.len() {
        1 => "1 thread".to_owned(),
        count => format!("{count} threads"),
    };
    let inner = screen.open(frame, area, &title);
    let focus = moment.threads.iter().position(|row| Some(row.id) == moment.selected).unwrap_or(0);
    // Two lines for each, where there is room for that.
    let height = usize::from(inner.height);
    let is_roomy = moment.threads.len() * 2 <= height;
    let visible = if is_roomy { moment.threads.len() } else { height };
    let first = scroll(moment.threads.len(), visible, focus);
    let rows = moment.threads.iter().skip(first).take(visible);
    let lines: Vec<Line<'_>> = rows.flat_map(|row| lines(screen, row, is_roomy)).collect();
    frame.render_widget(Paragraph::new(lines), inner);
}

fn lines<'a>(screen: &Screen<'a>, row: &'a ThreadRow, is_roomy: bool) -> Vec<Line<'a>> {
    let palette = screen.palette;
    let pointer = if screen.moment.selected == Some(row.id) { "►" } else { " " };
    let place = row.place.as_ref().map(|(function, line)| format!("{function}:{line}"));
    let mut spans = vec![
        Span::styled(format!("{pointer}{:<3}", row.id.0), palette.thread(row.id)),
        Span::styled(format!("{} ", row.mark.letter()), palette.mark(row.mark)),
    ];
    if is_roomy {
        spans.push(Span::styled(row.name.as_str(), palette.strong()));
        spans.push(Span::raw(place.map_or(String::new(), |place| format!("  {place}"))));
        let state = vec![Span::raw("      "), Span::styled(row.state.as_str(), palette.mark(row.mark))];
        return vec![Line::from(spans), Line::from(state)];
    }
    spans.push(Span::raw(row.state.as_str()));
    spans.push(Span::styled(place.map_or(String::new(), |place| format!("  {place}")), palette.faint()));
    vec![Line::from(spans)]
}
