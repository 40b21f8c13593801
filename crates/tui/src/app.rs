//! The stepper: a place in an execution, and what each key does to it.

mod journey;
mod mouse;
mod prompt;
mod timeline;

use crate::compose::{self, View};
use crate::execution::Execution;
use crate::history::History;
use crate::keys::{Action, Direction, Unit};
use crate::lanes::Lanes;
use crate::moment::Moment;
use crate::palette::Palette;
use crate::screen::{Footer, Screen};
use crate::why::Teller;
use gilscope_analysis::has_one_gil;
use gilscope_engine::step::Decision;
use gilscope_trace::{ThreadId, Timestamp};
use prompt::Prompt;
use ratatui::Frame;
use ratatui::crossterm::event::KeyEvent;
use std::collections::BTreeMap;

/// Steps that are recorded ahead between two looks at the keyboard.
const AHEAD: u64 = 300_000;

/// A moment to go to: so many instructions were run, so many events have happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub step: u64,
    pub events: usize,
}

/// The state of the stepper.
pub struct App {
    execution: Box<dyn Execution>,
    history: History,
    view: View,
    marks: BTreeMap<char, Place>,
    search: String,
    prompt: Option<Prompt>,
    footer: Footer,
    is_help_shown: bool,
    is_playing: bool,
    palette: Palette,
    /// The user's choices before each of the last changes, and where the user was then.
    undo: Vec<(Vec<Decision>, Place)>,
    redo: Vec<(Vec<Decision>, Place)>,
    last_copied: Option<String>,
    /// What is to be put on the clipboard.
    copied: Option<String>,
    has_quit: bool,
    /// The timeline as it was drawn last, of how many events, and of which stretch.
    lanes: (Lanes, usize, Option<(Timestamp, Timestamp)>),
    /// How large the screen was last: columns and rows.
    size: (u16, u16),
}

impl App {
    /// Opens an execution at its beginning.
    pub fn new(execution: Box<dyn Execution>, palette: Palette) -> App {
        let view = View {
            events: 0,
            selected: ThreadId::MAIN,
            is_expanded: false,
            zoom: None,
            values_before: BTreeMap::new(),
        };
        let mut app = App {
            execution,
            history: History::default(),
            view,
            marks: BTreeMap::new(),
            search: String::new(),
            prompt: None,
            footer: Footer::Keys,
            is_help_shown: false,
            is_playing: false,
            palette,
            undo: Vec::new(),
            redo: Vec::new(),
            last_copied: None,
            copied: None,
            has_quit: false,
            lanes: (Lanes::default(), 0, None),
            size: (80, 24),
        };
        app.execution.extend(1);
        app.go_to_step(0);
        app
    }

    /// Goes to a place, as `--at` names it.
    pub fn open_at(&mut self, at: At) {
        match at.events {
            Some(events) => self.go_to(Place { step: at.step, events }),
            None => self.go_to_step(at.step),
        }
    }

    /// The moment that is shown.
    pub fn moment(&self, lanes: Lanes) -> Moment {
        compose::moment(&*self.execution, &self.history, &self.view, lanes)
    }

    pub fn draw(&mut self, frame: &mut Frame<'_>) {
        self.size = (frame.area().width, frame.area().height);
        let lanes = self.drawn_lanes();
        let moment = self.moment(lanes);
        let footer = self.footer();
        let screen =
            Screen { moment: &moment, palette: self.palette, footer: &footer, is_help_shown: self.is_help_shown };
        screen.draw(frame);
    }

    /// What the last line says.
    fn footer(&self) -> Footer {
        match &self.prompt {
            Some(prompt) => prompt.footer(),
            None => self.footer.clone(),
        }
    }

    /// How wide the timeline is.
    fn columns(&self) -> usize {
        usize::from(self.size.0.saturating_sub(crate::panes::timeline::LABEL))
    }

    /// Takes a key.
    pub fn press(&mut self, event: KeyEvent) {
        if self.is_help_shown {
            self.is_help_shown = false;
            return;
        }
        self.footer = Footer::Keys;
        if let Some(prompt) = self.prompt.take() {
            self.answer(prompt, event);
        } else if let Some(action) = crate::keys::action(event) {
            self.is_playing &= action == Action::Play;
            self.act(action);
        }
    }

    /// Does what is asked for.
    pub fn act(&mut self, action: Action) {
        match action {
            Action::Move(direction, unit) => self.travel(direction, unit),
            Action::Step(direction) => self.travel(direction, self.step_unit()),
            Action::Start => self.go_to_step(0),
            Action::End => self.go_to_end(),
            Action::Select(direction) => self.select(direction),
            Action::Expand => self.expand(),
            Action::ZoomIn => self.zoom(1, 2),
            Action::ZoomOut => self.zoom(2, 1),
            Action::Pan(direction) => self.pan(direction),
            Action::Fit => self.view.zoom = None,
            Action::Search => self.prompt = Some(Prompt::search()),
            Action::SearchAgain(direction) => self.search(direction),
            Action::GoTo => self.prompt = Some(Prompt::go_to()),
            Action::Problem(direction) => self.go_to_problem(direction),
            Action::SetMark => self.prompt = Some(Prompt::set_mark()),
            Action::GoToMark => self.prompt = Some(Prompt::go_to_mark()),
            Action::Play => self.is_playing = !self.is_playing,
            Action::Copy => self.copy(),
            Action::AskRunNext => self.prompt = Some(Prompt::run_next()),
            Action::RunNext(number) => self.run_next(ThreadId(number)),
            Action::Undo => self.undo(),
            Action::Redo => self.redo(),
            Action::Save => self.ask_where_to_save(),
            Action::Help => self.is_help_shown = true,
            Action::Quit => self.has_quit = true,
        }
    }

    fn step_unit(&self) -> Unit {
        if self.view.is_expanded { Unit::Instruction } else { Unit::Line }
    }

    pub fn has_quit(&self) -> bool {
        self.has_quit
    }

    pub fn is_playing(&self) -> bool {
        self.is_playing
    }

    /// Whether there is more of the execution to be recorded.
    pub fn has_work(&self) -> bool {
        !self.execution.is_complete()
    }

    /// Records a bit more of the execution, while the user does nothing.
    pub fn work(&mut self) {
        self.execution.extend(AHEAD);
        self.history.follow(self.execution.events());
    }

    /// Goes one step on, in play.
    pub fn play(&mut self) {
        let before = self.place();
        self.travel(Direction::Forward, self.step_unit());
        self.is_playing = self.place() != before;
    }

    /// What is to be put on the clipboard, once.
    pub fn take_copied(&mut self) -> Option<String> {
        self.copied.take()
    }

    /// The command that was copied last.
    pub fn last_copied(&self) -> Option<&str> {
        self.last_copied.as_deref()
    }

    /// This very moment, as `--at` names it.
    pub fn at(&self) -> At {
        let Place { step, events } = self.place();
        let are_all = self.history.index_at_step(step) == events;
        At { step, events: (!are_all).then_some(events) }
    }

    /// The command that opens this very moment again.
    pub fn command(&self) -> String {
        self.execution.command(self.at())
    }

    fn copy(&mut self) {
        let command = self.command();
        self.say(format!("copied: {command}"));
        self.last_copied = Some(command.clone());
        self.copied = Some(command);
    }

    fn say(&mut self, text: impl Into<String>) {
        self.footer = Footer::Message(text.into());
    }

    fn expand(&mut self) {
        if self.execution.is_live() {
            self.view.is_expanded = !self.view.is_expanded;
        } else {
            self.say("a trace has no bytecode: step the script itself");
        }
    }

    fn select(&mut self, direction: Direction) {
        let situation = self.history.situation(self.view.events);
        let ids: Vec<ThreadId> = situation.threads.keys().copied().collect();
        let at = ids.iter().position(|&id| id == self.view.selected).unwrap_or(0);
        let next = match direction {
            Direction::Forward => (at + 1) % ids.len().max(1),
            Direction::Backward => at.checked_sub(1).unwrap_or(ids.len().saturating_sub(1)),
        };
        self.view.selected = ids.get(next).copied().unwrap_or(ThreadId::MAIN);
    }

    /// Plays the scheduler: this thread runs next.
    fn run_next(&mut self, thread: ThreadId) {
        if !self.execution.is_live() {
            return self.say("a trace cannot go another way: step the script itself");
        }
        if !has_one_gil(self.execution.header()) {
            return self.say("threads run at the same time under this model: there are no turns to give");
        }
        let (before, place) = (self.execution.decisions(), self.place());
        if !self.execution.decide(thread) {
            return self.say(self.why_not(thread));
        }
        self.undo.push((before, place));
        self.redo.clear();
        self.forget();
        self.history.follow(self.execution.events());
        self.go_to_turn_of(thread);
    }

    /// Why a thread cannot be given a turn.
    fn why_not(&self, thread: ThreadId) -> String {
        let situation = self.history.situation(self.view.events);
        if !situation.threads.contains_key(&thread) {
            return format!("there is no {thread} now");
        }
        let teller = Teller { catalogue: self.execution.catalogue(), header: self.execution.header() };
        let state = teller.state(&situation, thread, self.execution.sleeps_until(thread));
        format!("{thread} cannot run now: {state}")
    }

    fn undo(&mut self) {
        match self.undo.pop() {
            None => self.say("there is no choice to undo"),
            Some((decisions, place)) => {
                self.redo.push((self.execution.decisions(), self.place()));
                self.take_decisions(decisions, place);
            }
        }
    }

    fn redo(&mut self) {
        match self.redo.pop() {
            None => self.say("there is no choice to redo"),
            Some((decisions, place)) => {
                self.undo.push((self.execution.decisions(), self.place()));
                self.take_decisions(decisions, place);
            }
        }
    }

    fn take_decisions(&mut self, decisions: Vec<Decision>, place: Place) {
        self.execution.redo_with(decisions, place.step);
        self.forget();
        self.go_to(place);
    }

    /// What has happened is to be looked at anew: the execution has gone another way.
    fn forget(&mut self) {
        self.history = History::default();
        self.lanes = (Lanes::default(), 0, None);
    }

    fn ask_where_to_save(&mut self) {
        match self.execution.schedule() {
            Some(_) => self.prompt = Some(Prompt::save()),
            None => self.say("there is no schedule to save"),
        }
    }
}

/// What `--at` takes: a step, and, where several events belong to it, how many have happened in all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct At {
    pub step: u64,
    pub events: Option<usize>,
}

impl std::fmt::Display for At {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.events {
            Some(events) => write!(f, "{}:{events}", self.step),
            None => write!(f, "{}", self.step),
        }
    }
}

impl std::str::FromStr for At {
    type Err = String;

    fn from_str(text: &str) -> Result<At, String> {
        let wrong = |_| format!("'{text}' is not a step like 1200 or 1200:35");
        let (step, events) = match text.split_once(':') {
            Some((step, events)) => (step, Some(events.parse().map_err(wrong)?)),
            None => (text, None),
        };
        Ok(At { step: step.parse().map_err(wrong)?, events })
    }
}

#[cfg(test)]
mod tests;
