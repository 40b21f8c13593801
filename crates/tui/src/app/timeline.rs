//! Zooming and panning the timeline.

use super::App;
use crate::compose;
use crate::keys::Direction;
use crate::lanes::Lanes;
use gilscope_analysis::{Scale, has_one_gil};
use gilscope_trace::Timestamp;

/// No closer than this many nanoseconds from edge to edge.
const CLOSEST: u64 = 100;

impl App {
    /// The lanes for the stretch that is shown. They are drawn anew when they are of another stretch, or when there is
    /// more to draw; while the execution is being recorded, only when there is much more.
    pub(super) fn drawn_lanes(&mut self) -> Lanes {
        let columns = self.columns().max(1);
        let events = self.history.events().len();
        let (drawn, of_events, of_stretch) = &self.lanes;
        let is_same = drawn.scale.columns == columns && *of_stretch == self.view.zoom;
        let is_recent = events == *of_events || self.has_work() && events < of_events + of_events / 2;
        if !is_same || !is_recent {
            let (start, end) = self.view.zoom.unwrap_or((Timestamp(0), self.history.end().max(Timestamp(1))));
            let scale = Scale { start, end, columns };
            let lanes = Lanes::draw(&self.history, &scale, has_one_gil(self.execution.header()));
            self.lanes = (lanes, events, self.view.zoom);
        }
        self.lanes.0.clone()
    }

    fn stretch(&self) -> (Timestamp, Timestamp) {
        self.view.zoom.unwrap_or((Timestamp(0), self.history.end().max(Timestamp(CLOSEST))))
    }

    /// Shows so many times as much, with this moment where it was if it is in sight, else in the middle.
    pub(super) fn zoom(&mut self, times: u64, divided_by: u64) {
        let (start, end) = self.stretch();
        let here = compose::time(&*self.execution, &self.history, self.view.events);
        let old = end.0.saturating_sub(start.0).max(1);
        let all = self.history.end().0.max(CLOSEST);
        let new = (old / divided_by).saturating_mul(times).clamp(CLOSEST, all.max(CLOSEST));
        let share = if (start..=end).contains(&here) { (here.0 - start.0) as f64 / old as f64 } else { 0.5 };
        let before = (new as f64 * share) as u64;
        self.show(here.0.saturating_sub(before), new);
    }

    pub(super) fn pan(&mut self, direction: Direction) {
        let (start, end) = self.stretch();
        let length = end.0.saturating_sub(start.0).max(1);
        let by = (length / 4).max(1);
        let start = match direction {
            Direction::Forward => start.0.saturating_add(by),
            Direction::Backward => start.0.saturating_sub(by),
        };
        self.show(start, length);
    }

    fn show(&mut self, start: u64, length: u64) {
        let all = self.history.end().0.max(CLOSEST);
        if length >= all {
            self.view.zoom = None;
            return;
        }
        let start = start.min(all - length);
        self.view.zoom = Some((Timestamp(start), Timestamp(start + length)));
    }
}
