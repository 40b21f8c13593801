//! What the threads share; first what the last move has changed.

use crate::moment::ValueRow;
use crate::screen::Screen;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

pub(crate) fn draw(screen: &Screen<'_>, frame: &mut Frame<'_>, area: Rect) {
    if area.is_empty() {
        return;
    }
    let inner = screen.open(frame, area, "shared values (* changed)");
    let values = &screen.moment.values;
    let changed = values.iter().filter(|row| row.before.is_some());
    let others = values.iter().filter(|row| row.before.is_none());
    let lines: Vec<Line<'_>> = changed.chain(others).map(|row| line(screen, row)).collect();
    frame.render_widget(Paragraph::new(lines), inner);
}

fn line<'a>(screen: &Screen<'a>, row: &'a ValueRow) -> Line<'a> {
    let text = format!("{} = {}", row.name, row.value);
    match &row.before {
        Some(before) => Line::from(vec![
            Span::styled(format!("*{text}"), screen.palette.changed()),
            Span::styled(format!("  was {before}"), screen.palette.faint()),
        ]),
        None => Line::from(format!(" {text}")),
    }
}
