//! Any policy, with only so many preemptions: most bugs need few (Musuvathi, Qadeer: CHESS, PLDI 2007).

use gilscope_gil::{Choice, Divergence, Policy, ThreadId};

/// After so many turns taken from threads that could go on, threads keep their turn as long as they can.
#[derive(Clone)]
pub struct Bounded {
    inner: Box<dyn Policy>,
    preemptions: u32,
    left: u32,
}

impl Bounded {
    pub fn new(inner: Box<dyn Policy>, preemptions: u32) -> Bounded {
        Bounded { inner, preemptions, left: preemptions }
    }
}

impl Policy for Bounded {
    fn name(&self) -> String {
        self.inner.name()
    }

    fn is_timed(&self) -> bool {
        self.inner.is_timed()
    }

    fn pick(&mut self, choice: &Choice<'_>) -> Result<ThreadId, Divergence> {
        let answer = self.inner.pick(choice)?;
        match choice.running {
            Some(running) if running != answer && self.left == 0 => Ok(running),
            Some(running) if running != answer => {
                self.left -= 1;
                Ok(answer)
            }
            _ => Ok(answer),
        }
    }

    fn begin(&mut self, seed: u64) {
        self.left = self.preemptions;
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
    use crate::testing::ask;

    #[test]
    fn preemptions_run_out_but_voluntary_switches_do_not() {
        let mut policy = Bounded::new(Box::new(RoundRobin::new(1)), 1);
        assert_eq!(ask(&mut policy, &[2, 1], Some(1)), 2);
        assert_eq!(ask(&mut policy, &[1, 2], Some(2)), 2);
        assert_eq!(ask(&mut policy, &[1, 3], None), 1);
    }
}
