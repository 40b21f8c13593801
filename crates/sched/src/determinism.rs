//! Checks that an execution asks the same questions as another did.

use gilscope_gil::{Choice, Divergence, Policy, ThreadId};
use parking_lot::Mutex;
use std::sync::Arc;

/// One question, as far as it must be the same.
type Question = (u64, Vec<ThreadId>);

/// The questions of the first execution; the others are compared with them.
#[derive(Debug, Clone, Default)]
struct Questions(Arc<Mutex<Vec<Question>>>);

/// The first execution writes down what it is asked; each later one, made by `again`, must be asked the same.
#[derive(Clone)]
pub struct DeterminismCheck {
    inner: Box<dyn Policy>,
    questions: Questions,
    is_first: bool,
    at: usize,
}

impl DeterminismCheck {
    pub fn new(inner: Box<dyn Policy>) -> DeterminismCheck {
        DeterminismCheck { inner, questions: Questions::default(), is_first: true, at: 0 }
    }

    /// For another execution, with a policy that begins anew.
    pub fn again(&self, inner: Box<dyn Policy>) -> DeterminismCheck {
        DeterminismCheck { inner, questions: self.questions.clone(), is_first: false, at: 0 }
    }
}

impl Policy for DeterminismCheck {
    fn name(&self) -> String {
        self.inner.name()
    }

    fn is_timed(&self) -> bool {
        self.inner.is_timed()
    }

    fn pick(&mut self, choice: &Choice<'_>) -> Result<ThreadId, Divergence> {
        let answer = self.inner.pick(choice)?;
        let question = (choice.time.0, choice.ready.to_vec());
        let mut questions = self.questions.0.lock();
        if self.is_first {
            questions.push(question);
        } else if questions.get(self.at) != Some(&question) {
            return Err(Divergence { index: choice.index, time: choice.time, expected: answer, ready: question.1 });
        }
        self.at += 1;
        Ok(answer)
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
    use crate::testing::try_ask;

    #[test]
    fn another_question_is_a_divergence() {
        let mut first = DeterminismCheck::new(Box::new(RoundRobin::new(1)));
        assert!(try_ask(&mut first, &[1, 2], None).is_ok());
        let mut same = first.again(Box::new(RoundRobin::new(1)));
        assert!(try_ask(&mut same, &[1, 2], None).is_ok());
        let mut other = first.again(Box::new(RoundRobin::new(1)));
        assert!(try_ask(&mut other, &[1, 3], None).is_err());
    }
}
