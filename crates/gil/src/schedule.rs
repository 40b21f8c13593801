//! A schedule: everything that an execution depends on besides its script, as a line of text.
//!
//! `gs1 script=5d41402abc4b2a76 model=py3.13 … seed=7 moves=1200000:2 picks=1*3.2.1`
//!
//! The seed decides everything in a simulation, so `picks`, who was chosen where several threads could go on, only serve to
//! notice where an execution goes another way. `moves` are turns given by hand.

use crate::ThreadId;
use std::fmt;
use std::str::FromStr;
use thiserror::Error;

/// The version of the format, and of the switch points that it depends on.
const VERSION: &str = "gs1";

/// A turn that was given by hand: at the first check point from `at` on, this thread has the lock next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Move {
    /// Nanoseconds of virtual time.
    pub at: u64,
    pub to: ThreadId,
}

/// The conditions of a simulation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conditions {
    /// The name of the model, or a number of instructions for `--every`.
    pub model: String,
    /// The switch interval at the start, in nanoseconds.
    pub interval: u64,
    pub seed: u64,
    pub cpus: u32,
    /// The policy with its parameters.
    pub policy: String,
    /// How long a woken thread needs until it runs: the mean, in nanoseconds.
    pub wake_latency: u64,
    /// What work costs, as a word; empty for the costs that gilscope has by itself.
    pub costs: String,
}

/// An execution in one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    /// The first 8 bytes of the SHA-256 of the script's text and arguments.
    pub script: u64,
    pub conditions: Conditions,
    pub moves: Vec<Move>,
    /// Who was chosen in each choice, in order.
    pub picks: Vec<ThreadId>,
}

/// A text that is no schedule.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ScheduleError {
    #[error("this is no schedule: it does not begin with {VERSION}")]
    NotASchedule,
    #[error("the schedule is of another version ('{0}'); this gilscope reads {VERSION}")]
    Version(String),
    #[error("the schedule does not say '{0}'")]
    Missing(&'static str),
    #[error("the schedule says '{0}', which means nothing")]
    Unknown(String),
    #[error("the schedule was made for another script, or this one has been changed since")]
    OtherScript,
}

impl Schedule {
    /// The same without the picks: short, and enough to run it again.
    pub fn short(&self) -> Schedule {
        Schedule { picks: Vec::new(), ..self.clone() }
    }
}

impl fmt::Display for Schedule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Conditions { model, interval, seed, cpus, policy, wake_latency, costs } = &self.conditions;
        write!(f, "{VERSION} script={:016x} model={model} interval={interval} cpus={cpus}", self.script)?;
        write!(f, " policy={policy} wake={wake_latency} seed={seed}")?;
        if !costs.is_empty() {
            write!(f, " costs={costs}")?;
        }
        if !self.moves.is_empty() {
            let moves: Vec<String> = self.moves.iter().map(|m| format!("{}:{}", m.at, m.to.0)).collect();
            write!(f, " moves={}", moves.join("."))?;
        }
        if !self.picks.is_empty() {
            write!(f, " picks={}", runs(&self.picks))?;
        }
        Ok(())
    }
}

/// `1*3.2` for 1, 1, 1, 2.
fn runs(picks: &[ThreadId]) -> String {
    let runs = picks.chunk_by(|a, b| a == b).map(|run| match run {
        [one] => one.0.to_string(),
        _ => format!("{}*{}", run[0].0, run.len()),
    });
    runs.collect::<Vec<_>>().join(".")
}

/// Longest list of picks that is read: a corrupt file must not ask for all the memory there is.
const MOST_PICKS: usize = 1 << 28;

fn picks_of(text: &str) -> Option<Vec<ThreadId>> {
    let mut picks = Vec::new();
    for run in text.split('.') {
        let (thread, count) = run.split_once('*').unwrap_or((run, "1"));
        let count: usize = count.parse().ok()?;
        if picks.len().checked_add(count)? > MOST_PICKS {
            return None;
        }
        picks.resize(picks.len() + count, ThreadId(thread.parse().ok()?));
    }
    Some(picks)
}

fn moves_of(text: &str) -> Option<Vec<Move>> {
    let one = |text: &str| {
        let (at, to) = text.split_once(':')?;
        Some(Move { at: at.parse().ok()?, to: ThreadId(to.parse().ok()?) })
    };
    text.split('.').map(one).collect()
}

impl FromStr for Schedule {
    type Err = ScheduleError;

    fn from_str(text: &str) -> Result<Schedule, ScheduleError> {
        let mut words = text.split_whitespace();
        match words.next() {
            Some(VERSION) => {}
            Some(other) if other.starts_with("gs") && other.len() < 8 => {
                return Err(ScheduleError::Version(other.to_owned()));
            }
            _ => return Err(ScheduleError::NotASchedule),
        }
        let fields: Vec<(&str, &str)> = words
            .map(|word| word.split_once('=').ok_or_else(|| ScheduleError::Unknown(word.to_owned())))
            .collect::<Result<_, _>>()?;
        let find = |name: &str| fields.iter().find(|(field, _)| *field == name).map(|(_, value)| *value);
        let text = |name: &'static str| find(name).ok_or(ScheduleError::Missing(name));
        let number = |name: &'static str| {
            let value = text(name)?;
            value.parse::<u64>().map_err(|_| ScheduleError::Unknown(format!("{name}={value}")))
        };
        let wrong = |name: &str| ScheduleError::Unknown(format!("{name}={}", find(name).unwrap_or_default()));
        Ok(Schedule {
            script: u64::from_str_radix(text("script")?, 16).map_err(|_| wrong("script"))?,
            conditions: Conditions {
                model: text("model")?.to_owned(),
                interval: number("interval")?,
                seed: number("seed")?,
                cpus: number("cpus")?.try_into().map_err(|_| wrong("cpus"))?,
                policy: text("policy")?.to_owned(),
                wake_latency: number("wake")?,
                costs: find("costs").unwrap_or_default().to_owned(),
            },
            moves: find("moves").map_or(Some(Vec::new()), moves_of).ok_or_else(|| wrong("moves"))?,
            picks: find("picks").map_or(Some(Vec::new()), picks_of).ok_or_else(|| wrong("picks"))?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn schedule() -> Schedule {
        Schedule {
            script: 0x5d41_402a_bc4b_2a76,
            conditions: Conditions {
                model: "py3.13".into(),
                interval: 5_000_000,
                seed: 7,
                cpus: 2,
                policy: "os".into(),
                wake_latency: 30_000,
                costs: "3.4.5".into(),
            },
            moves: vec![Move { at: 1200, to: ThreadId(2) }],
            picks: [1, 1, 1, 2].map(ThreadId).into(),
        }
    }

    #[test]
    fn a_schedule_survives_being_written() {
        let text = schedule().to_string();
        assert!(text.ends_with("seed=7 costs=3.4.5 moves=1200:2 picks=1*3.2"), "{text}");
        assert_eq!(text.parse(), Ok(schedule()));
        assert_eq!(schedule().short().to_string().parse(), Ok(schedule().short()));
    }

    #[test]
    fn every_damaged_text_is_refused_or_read() {
        let text = schedule().to_string();
        for end in 0..text.len() {
            let _ = text[..end].parse::<Schedule>();
        }
        assert_eq!("hello".parse::<Schedule>(), Err(ScheduleError::NotASchedule));
        assert_eq!("gs9 x=1".parse::<Schedule>(), Err(ScheduleError::Version("gs9".into())));
        assert_eq!("gs1 script=1".parse::<Schedule>(), Err(ScheduleError::Missing("model")));
        let huge = text.replace("1*3", "1*99999999999");
        assert_eq!(huge.parse::<Schedule>(), Err(ScheduleError::Unknown("picks=1*99999999999.2".into())));
    }
}
