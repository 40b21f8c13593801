//! The source, with the position of every thread; expanded, with the instructions of its lines.

use crate::moment::{ListingRow, Window};
use crate::screen::{Screen, scroll};
use gilscope_trace::ThreadId;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

/// Columns for the threads that are at a line.
const THREADS: usize = 6;

pub(crate) fn draw(screen: &Screen<'_>, frame: &mut Frame<'_>, area: Rect) {
    if area.is_empty() {
        return;
    }
    let listing = &screen.moment.listing;
    let inner = screen.open(frame, area, &listing.title);
    let height = usize::from(inner.height);
    let first = scroll(listing.rows.len(), height, listing.focus);
    let rows = listing.rows.iter().enumerate().skip(first).take(height);
    let lines: Vec<Line<'_>> = rows.map(|(i, row)| line(screen, row, i == listing.focus)).collect();
    frame.render_widget(Paragraph::new(lines), inner);
}

fn line<'a>(screen: &Screen<'a>, row: &'a ListingRow, is_focus: bool) -> Line<'a> {
    let palette = screen.palette;
    let line = match row {
        ListingRow::Line { number, text, threads } => {
            let mut spans = positions(screen, threads);
            spans.push(Span::styled(format!("{number:>3} "), palette.faint()));
            spans.push(Span::raw(text.as_str()));
            Line::from(spans)
        }
        ListingRow::Instruction { index, text, is_check_point, window, threads } => {
            let mut spans = positions(screen, threads);
            let (bar, style) = match window {
                Window::Outside => (' ', palette.faint()),
                Window::Closed => ('│', palette.faint()),
                Window::Open => ('┃', palette.danger()),
            };
            spans.push(Span::styled(format!("   {bar}"), style));
            spans.push(Span::styled(if *is_check_point { "⇄" } else { " " }, palette.changed()));
            spans.push(Span::styled(format!("{index:>4} {text}"), palette.faint()));
            Line::from(spans)
        }
    };
    if is_focus { line.style(palette.strong()) } else { line }
}

/// `►` for the selected thread, and the numbers of all that are at this row.
fn positions<'a>(screen: &Screen<'a>, threads: &[ThreadId]) -> Vec<Span<'a>> {
    let mut spans = Vec::new();
    let mut width = 0;
    for (i, &thread) in threads.iter().enumerate() {
        let is_selected = screen.moment.selected == Some(thread);
        let text = format!("{}{}", if is_selected { "►" } else { "" }, thread.0);
        let room = THREADS.saturating_sub(width + 1);
        let more = i + 1 < threads.len();
        if Span::raw(&text).width() + usize::from(more) > room {
            spans.push(Span::styled("…", screen.palette.faint()));
            width += 1;
            break;
        }
        let style = screen.palette.thread(thread);
        let style = if screen.moment.holder == Some(thread) { style.patch(screen.palette.focus()) } else { style };
        width += Span::raw(&text).width() + usize::from(more);
        spans.push(Span::styled(text, style));
        if more {
            spans.push(Span::raw(" "));
        }
    }
    spans.push(Span::raw(" ".repeat(THREADS.saturating_sub(width))));
    spans
}
