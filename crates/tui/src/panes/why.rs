//! Why: a sentence for what happened last, and the chain of reasons for a thread that does not run.

use crate::screen::Screen;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Paragraph, Wrap};

pub(crate) fn draw(screen: &Screen<'_>, frame: &mut Frame<'_>, area: Rect) {
    if area.is_empty() {
        return;
    }
    let inner = screen.open(frame, area, "why");
    let lines: Vec<Line<'_>> = screen.moment.why.iter().map(|line| Line::from(line.as_str())).collect();
    frame.render_widget(Paragraph::new(lines).wrap(Wrap { trim: false }), inner);
}
