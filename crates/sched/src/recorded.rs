//! Any policy, with its answers written down.

use gilscope_gil::{Choice, Divergence, Policy, ThreadId};
use parking_lot::Mutex;
use std::sync::Arc;

/// The answers so far, shared with whoever wants to read them.
#[derive(Debug, Clone, Default)]
pub struct Picks(Arc<Mutex<Vec<ThreadId>>>);

impl Picks {
    pub fn to_vec(&self) -> Vec<ThreadId> {
        self.0.lock().clone()
    }

    fn clear(&self) {
        self.0.lock().clear();
    }

    fn push(&self, thread: ThreadId) {
        self.0.lock().push(thread);
    }
}

/// Writes down what another policy answers. A copy begins with the same answers, in a list of its own.
pub struct Recorded {
    inner: Box<dyn Policy>,
    picks: Picks,
}

impl Recorded {
    pub fn new(inner: Box<dyn Policy>) -> (Recorded, Picks) {
        let picks = Picks::default();
        (Recorded { inner, picks: picks.clone() }, picks)
    }
}

impl Policy for Recorded {
    fn name(&self) -> String {
        self.inner.name()
    }

    fn is_timed(&self) -> bool {
        self.inner.is_timed()
    }

    fn pick(&mut self, choice: &Choice<'_>) -> Result<ThreadId, Divergence> {
        let thread = self.inner.pick(choice)?;
        self.picks.push(thread);
        Ok(thread)
    }

    fn begin(&mut self, seed: u64) {
        self.picks.clear();
        self.inner.begin(seed);
    }

    fn boxed_clone(&self) -> Box<dyn Policy> {
        let picks = Picks(Arc::new(Mutex::new(self.picks.to_vec())));
        Box::new(Recorded { inner: self.inner.clone(), picks })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::RoundRobin;
    use crate::testing::ask;

    #[test]
    fn answers_are_written_down() {
        let (mut policy, picks) = Recorded::new(Box::new(RoundRobin::new(1)));
        ask(&mut policy, &[3, 4], None);
        ask(&mut policy, &[4, 3], None);
        assert_eq!(picks.to_vec(), [3, 4].map(ThreadId));
    }
}
