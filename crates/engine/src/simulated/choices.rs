//! The policy of an execution, and what it has answered.

use gilscope_gil::{Choice, Divergence, Policy, SwitchPoint};
use gilscope_trace::{ThreadId, Timestamp};

#[derive(Clone)]
pub(super) struct Choices {
    policy: Box<dyn Policy>,
    /// Whether turns follow from the clock.
    pub(super) is_timed: bool,
    /// The answers where there was a choice, with how often each came in a row.
    picks: Vec<(ThreadId, u32)>,
    /// How many there were.
    pub(super) asked: u64,
}

impl Choices {
    pub(super) fn new(policy: Box<dyn Policy>) -> Choices {
        Choices { is_timed: policy.is_timed(), policy, picks: Vec::new(), asked: 0 }
    }

    /// What the policy is called.
    pub(super) fn policy(&self) -> String {
        self.policy.name()
    }

    pub(super) fn picks(&self) -> Vec<ThreadId> {
        let mut picks = Vec::new();
        self.picks.iter().for_each(|&(thread, times)| picks.resize(picks.len() + times as usize, thread));
        picks
    }

    /// Those of `from` again, before the policy's first answer, which is to be by another seed.
    pub(super) fn restore(&mut self, from: &Choices, seed: u64) {
        self.policy.begin(seed);
        self.picks.clone_from(&from.picks);
        self.asked = from.asked;
    }

    /// Asks the policy which of these is next, the first or another one, and writes its answer down.
    #[inline]
    pub(super) fn ask(
        &mut self,
        ready: &[ThreadId],
        running: Option<ThreadId>,
        point: SwitchPoint,
        now: u64,
    ) -> Result<usize, Divergence> {
        let choice = Choice { index: self.asked, time: Timestamp(now), point, running, ready };
        self.asked += 1;
        let answer = self.policy.pick(&choice)?;
        let place = ready.iter().position(|&thread| thread == answer).unwrap_or(0);
        let picked = ready.get(place).copied().unwrap_or(answer);
        match self.picks.last_mut() {
            Some((last, times)) if *last == picked && *times < u32::MAX => *times += 1,
            _ => self.picks.push((picked, 1)),
        }
        Ok(place)
    }
}
