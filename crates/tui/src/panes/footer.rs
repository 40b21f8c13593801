//! The last line: the most useful keys, a message, or a question to the user.

use crate::screen::{Footer, Screen};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

const KEYS: &str = " → ← line  ↓ ↑ event  n N switch  e bytecode  1-9 run  x problem  ? keys  q quit";

pub(crate) fn draw(screen: &Screen<'_>, frame: &mut Frame<'_>, area: Rect) {
    let line = match screen.footer {
        Footer::Keys => Line::from(Span::styled(KEYS, screen.palette.faint())),
        Footer::Message(text) => Line::from(Span::styled(format!(" {text}"), screen.palette.changed())),
        Footer::Prompt { question, answer } => Line::from(vec![
            Span::styled(format!(" {question} "), screen.palette.strong()),
            Span::raw(answer.as_str()),
            Span::styled(" ", screen.palette.focus()),
        ]),
    };
    frame.render_widget(Paragraph::new(line), area);
}
