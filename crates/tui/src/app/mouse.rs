//! The mouse: everything that it does, keys do too.

use super::App;
use crate::keys::{Action, Direction};
use crate::layout::Places;
use crate::panes::timeline::LABEL;
use gilscope_analysis::Scale;
use gilscope_trace::Timestamp;
use ratatui::crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::{Position, Rect};

impl App {
    /// Takes a movement of the mouse: the wheel steps, a click on the timeline goes there.
    pub fn point(&mut self, event: MouseEvent) {
        match event.kind {
            MouseEventKind::ScrollDown => self.act(Action::Step(Direction::Forward)),
            MouseEventKind::ScrollUp => self.act(Action::Step(Direction::Backward)),
            MouseEventKind::Down(MouseButton::Left) => self.click(Position { x: event.column, y: event.row }),
            _ => {}
        }
    }

    fn click(&mut self, at: Position) {
        let threads = self.history.situation(self.view.events).threads.len();
        let places = Places::share(Rect { x: 0, y: 0, width: self.size.0, height: self.size.1 }, threads);
        if places.timeline.contains(at) && at.x >= LABEL {
            let (start, end) = self.view.zoom.unwrap_or((Timestamp(0), self.history.end()));
            let scale = Scale { start, end, columns: self.columns() };
            self.go_to_time(scale.moment(usize::from(at.x - LABEL)));
        }
    }
}
