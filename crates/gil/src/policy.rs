//! The chooser: which of several threads has the next turn.

use crate::{SwitchPoint, ThreadId};
use gilscope_trace::Timestamp;
use thiserror::Error;

/// A question to a policy.
#[derive(Debug, Clone, Copy)]
pub struct Choice<'a> {
    /// How many questions there were before.
    pub index: u64,
    pub time: Timestamp,
    pub point: SwitchPoint,
    /// The thread that comes from its turn, if it could go on.
    pub running: Option<ThreadId>,
    /// Who could be next, those that have waited longest first; `running`, if it could go on, comes last. Never empty.
    pub ready: &'a [ThreadId],
}

/// Answers questions, and nothing else: what may be asked, and what follows, is the machine's business.
pub trait Policy: Send {
    /// The word for it on the command line, with its parameters.
    fn name(&self) -> String;

    /// Whether turns end as the lock's rules and the clock have it. If not, the policy is asked at each check point.
    fn is_timed(&self) -> bool;

    /// Who is next: one of `choice.ready`.
    fn pick(&mut self, choice: &Choice<'_>) -> Result<ThreadId, Divergence>;

    /// Begins anew, with this seed.
    fn begin(&mut self, seed: u64);

    /// A copy that gives the same answers from here on.
    fn boxed_clone(&self) -> Box<dyn Policy>;
}

impl Clone for Box<dyn Policy> {
    fn clone(&self) -> Box<dyn Policy> {
        self.boxed_clone()
    }
}

/// An execution does not go as the schedule says.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("decision {index} differs at {}: the schedule has {expected} next, {}", time_of(*.time), who_could(.ready))]
pub struct Divergence {
    pub index: u64,
    pub time: Timestamp,
    pub expected: ThreadId,
    pub ready: Vec<ThreadId>,
}

fn time_of(time: Timestamp) -> String {
    format!("{:.6} s", time.0 as f64 * 1e-9)
}

fn who_could(ready: &[ThreadId]) -> String {
    match ready {
        [] => "but the program has ended".to_owned(),
        [one] => format!("but {one} was"),
        _ => {
            let names: Vec<String> = ready.iter().map(ThreadId::to_string).collect();
            format!("but only {} could be", names.join(", "))
        }
    }
}
