//! The trace of an execution that is over: it can be stepped by its events, and looked at, but not changed.

use crate::app::At;
use crate::execution::{Execution, Problem, SourceLine};
use crate::keys::Direction;
use gilscope_analysis::Situation;
use gilscope_engine::step::{Call, Decision, Recorded, Spot};
use gilscope_gil::CheckPoints;
use gilscope_trace::{Catalogue, Event, Header, ThreadId, Timestamp};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::Arc;

/// Events from a file, and a place among them. Its steps are its events, counted from 1.
#[derive(Debug, Clone)]
pub struct Filed {
    file: String,
    header: Header,
    catalogue: Catalogue,
    events: Vec<Recorded>,
    problems: Vec<Problem>,
    here: u64,
    /// Texts of the files that the code comes from, as they are now.
    sources: BTreeMap<Arc<str>, Arc<str>>,
}

impl Filed {
    /// What was read from `file`.
    pub fn new(file: String, header: Header, catalogue: Catalogue, events: Vec<Event>) -> Filed {
        let recorded = |(step, event)| Recorded { step, event };
        let events: Vec<Recorded> = (1..).zip(events).map(recorded).collect();
        let problems = problems(&events);
        let files: BTreeSet<Arc<str>> = catalogue.codes().map(|(_, code)| Arc::clone(&code.file)).collect();
        let text = |file: Arc<str>| Some((Arc::clone(&file), Arc::from(fs::read_to_string(&*file).ok()?)));
        let sources = files.into_iter().filter_map(text).collect();
        Filed { file, header, catalogue, events, problems, here: 0, sources }
    }
}

/// Threads that still wait for each other, or for a lock that nobody will release, when everything is over.
fn problems(events: &[Recorded]) -> Vec<Problem> {
    let mut situation = Situation::default();
    events.iter().for_each(|recorded| situation.apply(&recorded.event));
    let Some(last) = events.last() else { return Vec::new() };
    let in_circle = situation.threads.keys().find(|&&thread| {
        let chain = situation.chain(thread);
        chain.len() > 1 && chain.last() == chain.first()
    });
    let problem = |thread: &ThreadId| {
        let chain: Vec<String> = situation.chain(*thread).iter().map(ThreadId::to_string).collect();
        Problem { step: last.step, text: format!("deadlock: {}", chain.join(" waits for ")), thread: None }
    };
    in_circle.map(problem).into_iter().collect()
}

impl Execution for Filed {
    fn header(&self) -> &Header {
        &self.header
    }

    fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    fn check_points(&self) -> CheckPoints {
        CheckPoints::BackEdgeCallResume
    }

    fn events(&self) -> &[Recorded] {
        &self.events
    }

    fn last_step(&self) -> u64 {
        self.events.len() as u64
    }

    fn is_complete(&self) -> bool {
        true
    }

    fn extend(&mut self, _steps: u64) {}

    fn problems(&self) -> &[Problem] {
        &self.problems
    }

    fn go_to_problem(&mut self, problem: usize) {
        if let Some(step) = self.problems.get(problem).map(|problem| problem.step) {
            self.go_to(step);
        }
    }

    fn step(&self) -> u64 {
        self.here
    }

    fn go_to(&mut self, step: u64) {
        self.here = step.min(self.last_step());
    }

    fn now(&self) -> Timestamp {
        let last = self.here.checked_sub(1).and_then(|index| self.events.get(usize::try_from(index).ok()?));
        last.map_or(Timestamp(0), |recorded| recorded.event.time)
    }

    fn is_live(&self) -> bool {
        false
    }

    fn seek_line(&mut self, _direction: Direction) -> bool {
        false
    }

    fn seek_lines(&mut self, direction: Direction, lines: &BTreeSet<SourceLine>) -> bool {
        let is_found = |recorded: &&Recorded| {
            let place = recorded.event.place.and_then(|place| self.catalogue.locate(place));
            place.is_some_and(|(code, line)| lines.contains(&(Arc::clone(&code.file), line)))
        };
        let here = usize::try_from(self.here).unwrap_or(usize::MAX).min(self.events.len());
        let found = match direction {
            Direction::Forward => self.events[here..].iter().find(is_found),
            Direction::Backward => self.events[..here.saturating_sub(1)].iter().rfind(is_found),
        };
        let step = found.map(|recorded| recorded.step);
        self.here = step.unwrap_or(self.here);
        step.is_some()
    }

    fn running(&self) -> Option<ThreadId> {
        None
    }

    fn spot(&self, _thread: ThreadId) -> Option<Spot> {
        None
    }

    fn sleeps_until(&self, _thread: ThreadId) -> Option<Timestamp> {
        None
    }

    fn calls(&self, _thread: ThreadId) -> Vec<Call> {
        Vec::new()
    }

    fn shared(&self) -> Vec<(String, String)> {
        Vec::new()
    }

    fn script(&self) -> Arc<str> {
        let own = self.catalogue.codes().map(|(_, code)| &code.file).find(|file| file.ends_with(&*self.header.script));
        own.cloned().unwrap_or_else(|| Arc::clone(&self.header.script))
    }

    fn source(&self, file: &str) -> Option<Arc<str>> {
        self.sources.get(file).cloned()
    }

    fn decide(&mut self, _thread: ThreadId) -> bool {
        false
    }

    fn decisions(&self) -> Vec<Decision> {
        Vec::new()
    }

    fn redo_with(&mut self, _decisions: Vec<Decision>, _step: u64) {}

    fn schedule(&self) -> Option<String> {
        None
    }

    fn replay(&self, _file: &str) -> String {
        String::new()
    }

    fn command(&self, at: At) -> String {
        format!("gilscope step --at {at} {}", self.file)
    }
}
