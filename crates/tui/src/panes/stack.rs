//! The calls in progress of the selected thread, with their variables, and the values it is about to use.

use crate::screen::Screen;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

pub(crate) fn draw(screen: &Screen<'_>, frame: &mut Frame<'_>, area: Rect) {
    if area.is_empty() {
        return;
    }
    let moment = screen.moment;
    let title = moment.selected.map_or("stack".to_owned(), |id| format!("stack of {id}"));
    let inner = screen.open(frame, area, &title);
    let mut lines = Vec::new();
    if moment.is_trace {
        lines.push(Line::from(Span::styled("a trace has no variables", screen.palette.faint())));
    }
    if !moment.operands.is_empty() {
        let held = format!("in hand: {}", moment.operands.join(", "));
        lines.push(Line::from(Span::styled(held, screen.palette.changed())));
    }
    for frame in &moment.stack {
        lines.push(Line::from(Span::styled(format!("{}:{}", frame.function, frame.line), screen.palette.strong())));
        for (name, value) in &frame.locals {
            lines.push(Line::from(vec![Span::raw(format!("  {name} = ")), Span::raw(value.as_str())]));
        }
    }
    frame.render_widget(Paragraph::new(lines), inner);
}
