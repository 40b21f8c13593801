//! The whole screen: each pane in its place, and what lies over them.

use crate::layout::Places;
use crate::moment::Moment;
use crate::palette::Palette;
use crate::panes;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Borders};

/// What is to be drawn: a moment, and what the user is doing with it.
#[derive(Debug, Clone, Copy)]
pub struct Screen<'a> {
    pub moment: &'a Moment,
    pub palette: Palette,
    /// The last line: a message, or what the user is typing.
    pub footer: &'a Footer,
    pub is_help_shown: bool,
}

/// The last line of the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Footer {
    /// The most useful keys.
    Keys,
    Message(String),
    /// A question, and the answer so far.
    Prompt {
        question: String,
        answer: String,
    },
}

impl Screen<'_> {
    /// Draws everything.
    pub fn draw(&self, frame: &mut Frame<'_>) {
        let area = frame.area();
        let places = Places::share(area, self.moment.threads.len());
        panes::status::draw(self, frame, places.status);
        panes::source::draw(self, frame, places.source);
        panes::threads::draw(self, frame, places.threads);
        panes::timeline::draw(self, frame, places.timeline);
        panes::stack::draw(self, frame, places.stack);
        panes::values::draw(self, frame, places.values);
        panes::output::draw(self, frame, places.output);
        panes::why::draw(self, frame, places.why);
        panes::footer::draw(self, frame, places.footer);
        if self.is_help_shown {
            panes::help::draw(self, frame, area);
        }
    }

    /// Draws a pane's heading and returns the room below it. Panes that have one to their left are set off by a line.
    pub(crate) fn open(&self, frame: &mut Frame<'_>, area: Rect, title: &str) -> Rect {
        let borders = if area.x > 0 { Borders::TOP | Borders::LEFT } else { Borders::TOP };
        let title = Line::from(Span::styled(format!(" {title} "), self.palette.title()));
        let block = Block::new().borders(borders).border_style(self.palette.faint()).title(title);
        let inner = block.inner(area);
        frame.render_widget(block, area);
        inner
    }
}

/// The first row to show of `rows`, so that `focus` is in sight and, where there is room, in the middle.
pub(crate) fn scroll(rows: usize, height: usize, focus: usize) -> usize {
    let middle = focus.saturating_sub(height / 2);
    middle.min(rows.saturating_sub(height))
}

#[cfg(test)]
mod tests;
