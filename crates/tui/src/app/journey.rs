//! Moving through an execution: by switch, event, line and instruction, to times, problems and texts.

use super::{App, Place};
use crate::compose;
use crate::execution::SourceLine;
use crate::keys::{Direction, Unit};
use crate::why::Teller;
use gilscope_analysis::has_one_gil;
use gilscope_trace::{EventKind, ThreadId, Timestamp};
use std::collections::BTreeSet;

/// To find an event further on, the execution is recorded so many steps at a time.
const STRIDE: u64 = 1_000_000;

impl App {
    pub(crate) fn place(&self) -> Place {
        Place { step: self.execution.step(), events: self.view.events }
    }

    pub(super) fn go_to_step(&mut self, step: u64) {
        self.leave();
        self.execution.go_to(step);
        self.arrive(None);
    }

    pub(crate) fn go_to(&mut self, place: Place) {
        self.leave();
        self.execution.go_to(place.step);
        while self.execution.events().len() < place.events && !self.execution.is_complete() {
            // What happens between this instruction and the next one is known once that is.
            self.execution.extend(1);
        }
        self.arrive(Some(place.events));
    }

    pub(crate) fn go_to_end(&mut self) {
        self.go_to_step(u64::MAX);
    }

    /// Before a move: what the values are, so that changes can be shown after it.
    fn leave(&mut self) {
        self.view.values_before = self.execution.shared().into_iter().collect();
    }

    /// After a move: so many events have happened, or all that belong to the step.
    fn arrive(&mut self, events: Option<usize>) {
        self.history.follow(self.execution.events());
        let all = self.history.index_at_step(self.execution.step());
        self.view.events = events.map_or(all, |events| events.min(self.history.events().len()));
        let holder = self.history.situation(self.view.events).holder;
        let holder = holder.filter(|_| has_one_gil(self.execution.header()));
        self.view.selected = holder.or(self.execution.running()).unwrap_or(self.view.selected);
    }

    pub(crate) fn travel(&mut self, direction: Direction, unit: Unit) {
        let selected = self.view.selected;
        match unit {
            Unit::Line | Unit::Instruction if !self.execution.is_live() => self.travel(direction, Unit::Event),
            Unit::Line => self.go_by_line(direction),
            Unit::Instruction => match direction {
                Direction::Forward => self.go_to_step(self.execution.step().saturating_add(1)),
                Direction::Backward => self.go_to_step(self.execution.step().saturating_sub(1)),
            },
            Unit::Event => self.go_by_event(
                direction,
                |app, from| (from < app.history.events().len()).then_some(from),
                |_, from| from.checked_sub(1),
            ),
            Unit::Switch => self.go_by_event(
                direction,
                |app, from| app.history.switch_from(from),
                |app, from| app.history.switch_before(from),
            ),
            Unit::ThreadEvent => {
                self.go_by_event(
                    direction,
                    |app, from| app.history.event_of(selected, from),
                    |app, from| app.history.event_of_before(selected, from),
                );
                self.view.selected = selected;
            }
        }
    }

    fn go_by_line(&mut self, direction: Direction) {
        self.leave();
        if self.execution.seek_line(direction) {
            self.arrive(None);
        } else {
            match direction {
                Direction::Forward => self.go_to_end(),
                Direction::Backward => self.go_to_step(0),
            }
        }
    }

    /// Goes to the moment after the next event, or the last one before this moment, that one of the functions finds by
    /// its index.
    fn go_by_event(
        &mut self,
        direction: Direction,
        next: impl Fn(&App, usize) -> Option<usize>,
        last_before: impl Fn(&App, usize) -> Option<usize>,
    ) {
        let found = match direction {
            Direction::Forward => self.find_ahead(next),
            Direction::Backward => {
                let here = self.place();
                let last = last_before(self, here.events);
                let is_here = last.is_some_and(|index| self.place_after(index) >= here);
                if is_here { last.and_then(|index| last_before(self, index)) } else { last }
            }
        };
        match (found, direction) {
            (Some(index), _) => self.go_to(self.place_after(index)),
            (None, Direction::Forward) => {
                self.go_to_end();
                self.say("nothing more happens");
            }
            (None, Direction::Backward) => self.go_to_step(0),
        }
    }

    /// The index of the next event that `next` finds, recording as much as that takes.
    fn find_ahead(&mut self, next: impl Fn(&App, usize) -> Option<usize>) -> Option<usize> {
        loop {
            let known = self.history.events().len();
            if let Some(index) = next(self, self.view.events) {
                return Some(index);
            }
            if self.execution.is_complete() {
                return None;
            }
            self.execution.extend(STRIDE);
            self.history.follow(self.execution.events());
            debug_assert!(self.history.events().len() >= known);
        }
    }

    /// The moment right after an event.
    fn place_after(&self, index: usize) -> Place {
        let step = self.history.events().get(index).map_or(0, |recorded| recorded.step);
        Place { step, events: index + 1 }
    }

    /// To where this thread has the interpreter lock.
    pub(super) fn go_to_turn_of(&mut self, thread: ThreadId) {
        let is_turn = |app: &App, from: usize| {
            let later = app.history.events().iter().enumerate().skip(from);
            let is_taken = |kind: &EventKind| matches!(kind, EventKind::GilTaken { .. });
            later.into_iter().find(|(_, r)| r.event.thread == thread && is_taken(&r.event.kind)).map(|(i, _)| i)
        };
        if self.history.situation(self.view.events).holder == Some(thread) {
            return;
        }
        match self.find_ahead(is_turn) {
            Some(index) => self.go_to(self.place_after(index)),
            None => self.say(format!("{thread} does not come to run")),
        }
    }

    pub(super) fn go_to_problem(&mut self, direction: Direction) {
        let here = self.execution.step();
        let found = loop {
            let problems = self.execution.problems();
            let found = match direction {
                Direction::Forward => problems.iter().position(|problem| problem.step > here),
                Direction::Backward => problems.iter().rposition(|problem| problem.step < here),
            };
            if found.is_some() || self.execution.is_complete() || direction == Direction::Backward {
                break found;
            }
            self.execution.extend(STRIDE);
        };
        match found {
            Some(index) => {
                let thread = self.execution.problems()[index].thread;
                self.leave();
                self.execution.go_to_problem(index);
                self.arrive(None);
                self.view.selected = thread.unwrap_or(self.view.selected);
            }
            None if self.execution.problems().is_empty() => self.say("no problem was found in this execution"),
            None => self.say("no more problems that way"),
        }
    }

    pub(super) fn go_to_time(&mut self, time: Timestamp) {
        while self.history.end() < time && !self.execution.is_complete() {
            self.execution.extend(STRIDE);
            self.history.follow(self.execution.events());
        }
        let after = Timestamp(time.0.saturating_add(1));
        let events = self.history.index_at(after);
        let first = events.checked_sub(1).map_or(0, |last| self.history.events()[last].step);
        let next = self.history.events().get(events).map_or(self.execution.last_step(), |recorded| recorded.step);
        let (mut low, mut high) = (first, next);
        while low < high {
            let middle = low + (high - low).div_ceil(2);
            self.execution.go_to(middle);
            if self.execution.now() <= time { low = middle } else { high = middle - 1 }
        }
        self.go_to(Place { step: low, events });
    }

    /// To where this text has just been printed; after the end, the search goes on at the beginning.
    pub(super) fn go_to_output(&mut self, text: &str) {
        let printed = |app: &App, from: usize, to: usize| {
            let range = app.history.outputs().iter().filter(|&&index| (from..to).contains(&index));
            range.copied().find(|&index| match &app.history.events()[index].event.kind {
                EventKind::TextWritten { text: written, .. } => written.contains(text),
                _ => false,
            })
        };
        let ahead = self.find_ahead(|app, from| printed(app, from, usize::MAX));
        match ahead.or_else(|| printed(self, 0, self.view.events)) {
            Some(index) => self.go_to(self.place_after(index)),
            None => self.say(format!("\"{text}\" is not printed")),
        }
    }

    /// To the next moment at which the text that was searched for last is in the line a thread comes to, or in what
    /// happens.
    pub(super) fn search(&mut self, direction: Direction) {
        if self.search.is_empty() {
            return self.say("nothing to search for: / asks");
        }
        let text = self.search.to_lowercase();
        let here = self.place();
        let event = self.matching_event(&text, direction).map(|index| self.place_after(index));
        let lines = self.matching_lines(&text);
        self.leave();
        let line = (!lines.is_empty() && self.execution.seek_lines(direction, &lines)).then(|| self.execution.step());
        let is_line_nearer = match (line, event, direction) {
            (None, _, _) => false,
            (Some(_), None, _) => true,
            (Some(line), Some(event), Direction::Forward) => line < event.step,
            (Some(line), Some(event), Direction::Backward) => line >= event.step,
        };
        match event {
            _ if is_line_nearer => self.arrive(None),
            Some(event) => self.go_to(event),
            None => {
                self.go_to(here);
                self.say(format!("\"{}\" was not found that way", self.search));
            }
        }
    }

    fn matching_event(&mut self, text: &str, direction: Direction) -> Option<usize> {
        let here = self.place();
        let matches = |app: &App, index: usize| {
            let teller = Teller { catalogue: app.execution.catalogue(), header: app.execution.header() };
            let event = &app.history.events()[index].event;
            teller.event(event, &app.history.events()[..index]).to_lowercase().contains(text)
        };
        match direction {
            Direction::Forward => (here.events..self.history.events().len()).find(|&index| matches(self, index)),
            Direction::Backward => {
                (0..here.events).rev().find(|&index| self.place_after(index) < here && matches(self, index))
            }
        }
    }

    fn matching_lines(&self, text: &str) -> BTreeSet<SourceLine> {
        let situation = self.history.situation(self.view.events);
        let positions = compose::positions(&*self.execution, &situation);
        let files = positions.into_iter().map(|position| position.file).chain([self.execution.script()]);
        let files: BTreeSet<_> = files.collect();
        let mut lines = BTreeSet::new();
        for file in files {
            let source = self.execution.source(&file).unwrap_or_default();
            let found = source.lines().zip(1..).filter(|(line, _)| line.to_lowercase().contains(text));
            lines.extend(found.map(|(_, number)| (file.clone(), number)));
        }
        lines
    }
}
