//! A simulation: it can be stepped by its instructions, looked into, and sent another way.

use crate::app::At;
use crate::execution::{Command, Execution, Problem, SourceLine};
use crate::keys::Direction;
use gilscope_engine::simulated::{Simulation, Status};
use gilscope_engine::step::{self, Call, Decision, Finding, Recorded, Recording, Spot, Watcher};
use gilscope_gil::CheckPoints;
use gilscope_trace::{BlockedOn, Catalogue, Event, Header, Level, ThreadId, Timestamp};
use std::collections::BTreeSet;
use std::sync::Arc;

/// No more instructions than this are recorded.
const LIMIT: u64 = 300_000_000;
/// How many instructions are searched for a line.
const REACH: u64 = 5_000_000;

/// So many instructions are recorded at once to compare them with a trace.
const PIECE: u64 = 1_000_000;

/// A simulation, recorded as far as it has been run.
pub struct Live {
    recording: Recording<Simulation, Watcher>,
    header: Header,
    catalogue: Catalogue,
    problems: Vec<Problem>,
    placed: Vec<Placed>,
    /// `sys.argv`, which schedules depend on.
    arguments: Vec<String>,
    script: Arc<str>,
    /// The command that opens it.
    command: Command,
}

impl Live {
    /// A simulation that is about to begin and keeps its events. `script` is what its code objects call its file.
    pub fn new(simulation: Simulation, header: Header, arguments: Vec<String>, script: &str, command: Command) -> Live {
        Live {
            recording: Recording::new(simulation, LIMIT, Watcher::default()),
            header,
            catalogue: Catalogue::default(),
            problems: Vec::new(),
            placed: Vec::new(),
            arguments,
            script: script.into(),
            command,
        }
    }

    /// Whether these events, those of the lowest level among them, are what happens in this execution.
    pub fn repeats(&mut self, events: &[Event]) -> bool {
        let mut wanted = events.iter().filter(|event| event.kind.level() == Level::Switches);
        let mut known = 0;
        loop {
            for recorded in &self.recording.events()[known..] {
                match wanted.next() {
                    None => return true,
                    Some(event) if event.time == recorded.event.time && event.kind == recorded.event.kind => {}
                    Some(_) => return false,
                }
            }
            known = self.recording.events().len();
            if self.is_complete() {
                return wanted.next().is_none();
            }
            self.extend(PIECE);
        }
    }

    fn here(&self) -> &Simulation {
        self.recording.here()
    }

    /// After more has been recorded.
    fn refresh(&mut self, events_before: usize) {
        if self.recording.events().len() != events_before {
            self.catalogue = self.recording.tip().catalogue();
            self.refresh_problems();
        }
    }

    fn refresh_problems(&mut self) {
        for placed in &self.placed {
            let decisions = self.recording.decisions();
            let is_it = |finding: &Finding| {
                (finding.step, finding.found, finding.thread) == (placed.found, placed.found, placed.thread)
            };
            let index = self.recording.watcher().findings().iter().position(is_it);
            if let Some(index) = index.filter(|_| decisions_before(decisions, placed.step).eq(&placed.decisions)) {
                self.recording.watcher_mut().place_at(index, placed.step);
            }
        }
        let problem =
            |finding: &Finding| Problem { step: finding.step, text: finding.text.clone(), thread: finding.thread };
        self.problems = self.recording.watcher().findings().iter().map(problem).collect();
    }

    fn seek(&mut self, direction: Direction, is_goal: &mut impl FnMut(&Simulation) -> bool) -> bool {
        let events = self.recording.events().len();
        let found = match direction {
            Direction::Forward => self.recording.seek_forward(REACH, is_goal),
            Direction::Backward => self.recording.seek_backward(REACH, is_goal),
        };
        self.refresh(events);
        found
    }
}

/// Where a problem shows that was found a little before; remembered, because an execution that is recorded anew, when a
/// choice is undone, has the same problems at the same steps.
struct Placed {
    found: u64,
    thread: Option<ThreadId>,
    step: u64,
    /// The user's choices up to there.
    decisions: Vec<Decision>,
}

fn decisions_before(decisions: &[Decision], step: u64) -> impl Iterator<Item = &Decision> {
    decisions.iter().take_while(move |decision| decision.step < step)
}

/// The thread that runs, or ran last.
fn running(simulation: &Simulation) -> ThreadId {
    simulation.holder().or(simulation.next_on_core()).unwrap_or(simulation.interp().current)
}

/// Sees lines begin in an execution that is looked at step by step.
#[derive(Default)]
struct Lines {
    last: Option<(ThreadId, Spot)>,
}

impl Lines {
    /// Whether a thread has come to a line, with the last instruction or by another one's turn.
    fn begins(&mut self, simulation: &Simulation) -> bool {
        let thread = running(simulation);
        let Some(spot) = step::spot(simulation.interp(), thread) else { return false };
        let begins = self.last.as_ref().is_some_and(|(other, last)| {
            *other != thread || !last.is_same_line(&spot) || spot.instruction < last.instruction
        });
        self.last = Some((thread, spot));
        begins
    }

    /// The line where the running thread was when it was looked at last.
    fn line(&self) -> Option<SourceLine> {
        self.last.as_ref().map(|(_, spot)| (Arc::clone(&spot.code.filename), spot.line))
    }
}

impl Execution for Live {
    fn header(&self) -> &Header {
        &self.header
    }

    fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    fn check_points(&self) -> CheckPoints {
        self.here().model().check_points
    }

    fn events(&self) -> &[Recorded] {
        self.recording.events()
    }

    fn last_step(&self) -> u64 {
        step::Steppable::steps(self.recording.tip())
    }

    fn is_complete(&self) -> bool {
        self.recording.is_complete()
    }

    fn extend(&mut self, steps: u64) {
        let events = self.recording.events().len();
        self.recording.extend(steps);
        self.refresh(events);
    }

    fn problems(&self) -> &[Problem] {
        &self.problems
    }

    fn go_to_problem(&mut self, problem: usize) {
        let Some(finding) = self.recording.watcher().findings().get(problem).cloned() else { return };
        self.go_to(finding.step);
        let Some(write) = finding.write else { return };
        if finding.step != finding.found {
            return;
        }
        if write.is_next(self.here().interp())
            || self.recording.seek_forward(REACH, &mut |simulation| write.is_next(simulation.interp()))
        {
            let step = self.step();
            let decisions = decisions_before(self.recording.decisions(), step).copied().collect();
            self.placed.push(Placed { found: finding.found, thread: finding.thread, step, decisions });
            self.refresh_problems();
        }
    }

    fn step(&self) -> u64 {
        self.here().steps()
    }

    fn go_to(&mut self, step: u64) {
        let events = self.recording.events().len();
        self.recording.go_to(step);
        self.refresh(events);
    }

    fn now(&self) -> Timestamp {
        self.here().now()
    }

    fn is_live(&self) -> bool {
        true
    }

    fn seek_line(&mut self, direction: Direction) -> bool {
        let mut lines = Lines::default();
        if direction == Direction::Forward {
            lines.begins(self.here());
        }
        self.seek(direction, &mut |simulation| lines.begins(simulation))
    }

    fn seek_lines(&mut self, direction: Direction, wanted: &BTreeSet<SourceLine>) -> bool {
        let mut lines = Lines::default();
        if direction == Direction::Forward {
            lines.begins(self.here());
        }
        let mut is_wanted = |simulation: &Simulation| {
            lines.begins(simulation) && lines.line().is_some_and(|line| wanted.contains(&line))
        };
        self.seek(direction, &mut is_wanted)
    }

    fn running(&self) -> Option<ThreadId> {
        Some(running(self.here()))
    }

    fn spot(&self, thread: ThreadId) -> Option<Spot> {
        step::spot(self.here().interp(), thread)
    }

    fn sleeps_until(&self, thread: ThreadId) -> Option<Timestamp> {
        match self.here().status(thread)?.0 {
            Status::Blocked { on: BlockedOn::Sleep, until } => until.map(Timestamp),
            _ => None,
        }
    }

    fn calls(&self, thread: ThreadId) -> Vec<Call> {
        step::calls(self.here().interp(), thread)
    }

    fn shared(&self) -> Vec<(String, String)> {
        step::shared(self.here().interp())
    }

    fn script(&self) -> Arc<str> {
        Arc::clone(&self.script)
    }

    fn source(&self, file: &str) -> Option<Arc<str>> {
        self.here().interp().host.source(file)
    }

    fn decide(&mut self, thread: ThreadId) -> bool {
        let can = self.recording.decide(thread);
        self.refresh(usize::MAX);
        can
    }

    fn decisions(&self) -> Vec<Decision> {
        self.recording.decisions().to_vec()
    }

    fn redo_with(&mut self, decisions: Vec<Decision>, step: u64) {
        self.recording.redo_with(decisions, step);
        self.refresh(usize::MAX);
    }

    fn schedule(&self) -> Option<String> {
        Some(self.recording.tip().schedule(&self.arguments).to_string())
    }

    fn replay(&self, file: &str) -> String {
        format!("gilscope replay {file} {}", self.command.program)
    }

    fn command(&self, at: At) -> String {
        let Command { options, program } = &self.command;
        if self.recording.tip().moves().is_empty() {
            return format!("gilscope step{options} --at {at} {program}");
        }
        let schedule = self.recording.tip().schedule(&self.arguments).short();
        format!("gilscope step --schedule '{schedule}' --at {at} {program}")
    }
}
