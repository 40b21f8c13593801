//! What the script has printed so far, with the thread that printed it.

use crate::screen::Screen;
use gilscope_trace::Stream;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

pub(crate) fn draw(screen: &Screen<'_>, frame: &mut Frame<'_>, area: Rect) {
    if area.is_empty() {
        return;
    }
    let inner = screen.open(frame, area, "output so far");
    let output = &screen.moment.output;
    let first = output.len().saturating_sub(usize::from(inner.height));
    let lines: Vec<Line<'_>> = output[first..]
        .iter()
        .map(|row| {
            let mark = if row.stream == Stream::Error { "!" } else { " " };
            let by = Span::styled(format!("{}{mark} ", row.thread.0), screen.palette.thread(row.thread));
            Line::from(vec![by, Span::raw(row.text.as_str())])
        })
        .collect();
    frame.render_widget(Paragraph::new(lines), inner);
}
