//! The first line: what is shown, and where in it we are.

use crate::screen::Screen;
use crate::time;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

pub(crate) fn draw(screen: &Screen<'_>, frame: &mut Frame<'_>, area: Rect) {
    let moment = screen.moment;
    let unit = if moment.is_trace { "event" } else { "step" };
    let more = if moment.is_complete { "" } else { "+" };
    let mut place = format!(" {unit} {}/{}{more}  {} ", moment.step, moment.last_step, time::moment(moment.time));
    for (number, what) in [(moment.choices, "choice"), (moment.problems, "problem")] {
        if number > 0 {
            place.push_str(&format!(" {} ", counted(number, what)));
        }
    }
    let room = usize::from(area.width).saturating_sub(Span::raw(&place).width());
    let title: String = format!(" {}", moment.title).chars().take(room).collect();
    let gap = " ".repeat(room.saturating_sub(Span::raw(&title).width()));
    let line = Line::from(vec![Span::raw(title), Span::raw(gap), Span::styled(place, screen.palette.strong())]);
    frame.render_widget(Paragraph::new(line).style(screen.palette.focus()), area);
}

fn counted(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}
