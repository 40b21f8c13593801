//! How a simulation ended, in words.

use super::Simulation;
use super::listener::Acquired;
use super::wait_for::{Blocked, WaitFor};
use crate::Excess;
use gilscope_gil::Divergence;
use gilscope_trace::{LockId, ThreadId, Timestamp};
use std::fmt::Write;
use std::time::Duration;

/// How it ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ending {
    /// The program came to its end; `status` as for a real execution.
    Exited { status: i32 },
    /// No thread can ever go on.
    Deadlocked,
    /// The threads have worked longer than they may.
    WorkLimit { worked: Duration },
    /// More instructions were run than allowed.
    StepLimit { steps: u64 },
    /// It used too much of the machine.
    OverLimit(Excess),
    /// The execution went another way than the schedule that it followed.
    Diverged(Divergence),
}

/// What there is to say about threads that never went on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub time: Timestamp,
    /// Every thread that waits without a deadline.
    pub blocked: Vec<Blocked>,
    /// Threads that wait for each other in a circle.
    pub cycle: Vec<Blocked>,
}

impl Simulation {
    /// What there is to say at the end, for a person; nothing about a program that simply ended.
    pub fn report(&self) -> Option<String> {
        let mut text = match self.ending()? {
            Ending::Exited { .. } => String::new(),
            Ending::Deadlocked => format!("deadlock after {}: no thread can go on.\n", time(self.now())),
            Ending::WorkLimit { worked } => {
                format!("stopped after {}: the threads have worked for {worked:.3?}.\n", time(self.now()))
            }
            Ending::StepLimit { steps } => format!("stopped after {}, {steps} instructions.\n", time(self.now())),
            Ending::OverLimit(excess) => format!("stopped after {}: {excess}.\n", time(self.now())),
            Ending::Diverged(divergence) => format!("the execution does not follow the schedule: {divergence}.\n"),
        };
        let stopped =
            matches!(self.ending()?, Ending::WorkLimit { .. } | Ending::StepLimit { .. } | Ending::OverLimit(_));
        if stopped {
            self.describe_running(&mut text);
        }
        if let Some(problem) = self.problem() {
            if matches!(self.ending()?, Ending::Exited { .. }) {
                text.push_str("some threads could never go on, though the program came to its end.\n");
            }
            self.describe(&problem, &mut text);
        }
        (!text.is_empty()).then_some(text)
    }

    /// The name of a thread: `MainThread`, `Thread-1 (worker)`, `T1`.
    pub fn thread_name(&self, thread: ThreadId) -> String {
        self.interp().thread_names().remove(&thread).unwrap_or_else(|| match thread {
            ThreadId::MAIN => "MainThread".to_owned(),
            other => other.to_string(),
        })
    }

    fn describe(&self, problem: &Problem, text: &mut String) {
        for blocked in &problem.blocked {
            let _ =
                writeln!(text, "  {} waits for {}", self.thread_name(blocked.thread), self.thing(&blocked.waits_for));
            if let Some((file, line, function)) = &blocked.at {
                let since = time(blocked.since);
                let _ = writeln!(text, "    in {function}, {file}, line {line}, since {since}");
            }
        }
        if !problem.cycle.is_empty() {
            let mut names: Vec<String> = problem.cycle.iter().map(|one| self.thread_name(one.thread)).collect();
            names.push(names[0].clone());
            let _ = writeln!(text, "  in a circle: {}", names.join(" waits for "));
        }
    }

    fn thing(&self, what: &WaitFor) -> String {
        match what {
            WaitFor::Lock { lock, held_by: None } => format!("lock {}, which nobody holds", self.lock_name(*lock)),
            WaitFor::Lock { lock, held_by: Some(holder) } => {
                let is_gone = self.interp().has_finished(*holder);
                let ended = if is_gone { " (which has ended)" } else { "" };
                let since = self.acquired(*lock).map_or_else(String::new, |acquired| self.describe_since(acquired));
                format!("lock {}, held by {}{ended}{since}", self.lock_name(*lock), self.thread_name(*holder))
            }
            WaitFor::Notification { lock } => format!("a notification through {}", self.lock_name(*lock)),
            WaitFor::End(thread) => format!("the end of {}", self.thread_name(*thread)),
        }
    }

    fn lock_name(&self, lock: LockId) -> String {
        let catalogue = self.catalogue();
        match catalogue.lock(lock) {
            Some(facts) if facts.name.is_some() => format!("`{}`", catalogue.lock_name(lock)),
            _ => catalogue.lock_name(lock),
        }
    }

    fn describe_since(&self, acquired: Acquired) -> String {
        let at = time(acquired.at);
        match acquired.place.and_then(|place| self.catalogue().locate(place).map(|(_, line)| line)) {
            Some(line) => format!(" since line {line}, {at}"),
            None => format!(" since {at}"),
        }
    }

    fn describe_running(&self, text: &mut String) {
        for id in (0..self.interp().threads.len() as u32).map(ThreadId) {
            let Some((status, _)) = self.status(id) else { continue };
            if let (super::Status::Running, Some((file, line, function))) = (status, self.place_of(id)) {
                let name = self.thread_name(id);
                let _ = writeln!(text, "  {name} was running in {function}, {file}, line {line}");
            }
        }
    }
}

fn time(moment: Timestamp) -> String {
    format!("{:.6} s", moment.0 as f64 * 1e-9)
}
