//! The picks of an earlier execution, as long as they fit.

use gilscope_gil::{Choice, Divergence, Policy, ThreadId};
use std::sync::Arc;

/// Asks another policy, and stops where its answer is not the recorded one.
#[derive(Clone)]
pub struct Replay {
    picks: Arc<[ThreadId]>,
    at: usize,
    inner: Box<dyn Policy>,
}

impl Replay {
    /// `inner` is the policy of the recorded execution, from its seed; turns given by hand are picks like any other.
    pub fn new(inner: Box<dyn Policy>, picks: Vec<ThreadId>) -> Replay {
        Replay { picks: picks.into(), at: 0, inner }
    }

    /// How many of the picks have not come up yet.
    pub fn left(&self) -> usize {
        self.picks.len() - self.at
    }
}

impl Policy for Replay {
    fn name(&self) -> String {
        self.inner.name()
    }

    fn is_timed(&self) -> bool {
        self.inner.is_timed()
    }

    fn pick(&mut self, choice: &Choice<'_>) -> Result<ThreadId, Divergence> {
        let answer = self.inner.pick(choice)?;
        let Some(&expected) = self.picks.get(self.at) else { return Ok(answer) };
        self.at += 1;
        if !choice.ready.contains(&expected) {
            return Err(Divergence { index: choice.index, time: choice.time, expected, ready: choice.ready.to_vec() });
        }
        Ok(expected)
    }

    fn begin(&mut self, seed: u64) {
        self.at = 0;
        self.inner.begin(seed);
    }

    fn boxed_clone(&self) -> Box<dyn Policy> {
        Box::new(self.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::RoundRobin;
    use crate::testing::{ask, try_ask};

    #[test]
    fn the_recorded_picks_win_and_a_missing_thread_is_a_divergence() {
        let picks = [2, 1, 9].map(ThreadId).to_vec();
        let mut policy = Replay::new(Box::new(RoundRobin::new(1)), picks);
        assert_eq!(ask(&mut policy, &[1, 2], None), 2);
        assert_eq!(ask(&mut policy, &[1, 2], None), 1);
        let divergence = try_ask(&mut policy, &[1, 2], None).unwrap_err();
        assert_eq!(divergence.expected, ThreadId(9));
        assert!(divergence.to_string().contains("the schedule has T9 next, but only T1, T2 could be"), "{divergence}");
    }
}
