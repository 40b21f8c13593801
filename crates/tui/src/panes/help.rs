//! All keys, over the other panes.

use crate::keys::KEYS;
use crate::screen::Screen;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Clear, Paragraph};

/// Columns for the names of keys.
const NAMES: usize = 16;

pub(crate) fn draw(screen: &Screen<'_>, frame: &mut Frame<'_>, area: Rect) {
    // One column of rows, or two where it would be too high.
    let room = usize::from(area.height.saturating_sub(2)).max(1);
    let columns = KEYS.len().div_ceil(room).max(1);
    let rows = KEYS.len().div_ceil(columns);
    let width = (usize::from(area.width) / columns).saturating_sub(2);
    let lines: Vec<Line<'_>> = (0..rows)
        .map(|row| {
            let cells = (0..columns).filter_map(|column| KEYS.get(column * rows + row));
            let spans = cells.flat_map(|key| {
                let meaning: String = key.meaning.chars().take(width.saturating_sub(NAMES)).collect();
                let name = Span::styled(format!(" {:<1$}", key.names, NAMES - 1), screen.palette.strong());
                [name, Span::raw(format!("{meaning:<0$}", width.saturating_sub(NAMES)))]
            });
            Line::from(spans.collect::<Vec<_>>())
        })
        .collect();
    let height = u16::try_from(rows + 2).unwrap_or(u16::MAX).min(area.height);
    let place = Rect { height, y: area.y + (area.height - height) / 2, ..area };
    frame.render_widget(Clear, place);
    let block = Block::bordered().title(" keys: any key closes this ").border_style(screen.palette.title());
    frame.render_widget(Paragraph::new(lines).block(block), place);
}
