//! Every thread in turn.

use gilscope_gil::{Choice, Divergence, Policy, ThreadId};

/// The thread that has waited longest is next, after each so many check points.
#[derive(Debug, Clone)]
pub struct RoundRobin {
    turn: u32,
    used: u32,
}

impl RoundRobin {
    /// Turns of so many check points; at least one.
    pub fn new(turn: u32) -> RoundRobin {
        RoundRobin { turn: turn.max(1), used: 0 }
    }
}

impl Policy for RoundRobin {
    fn name(&self) -> String {
        format!("round-robin:{}", self.turn)
    }

    fn is_timed(&self) -> bool {
        false
    }

    fn pick(&mut self, choice: &Choice<'_>) -> Result<ThreadId, Divergence> {
        self.used += 1;
        match choice.running {
            Some(running) if self.used < self.turn => Ok(running),
            _ => {
                self.used = 0;
                Ok(choice.ready[0])
            }
        }
    }

    fn begin(&mut self, _seed: u64) {
        self.used = 0;
    }

    fn boxed_clone(&self) -> Box<dyn Policy> {
        Box::new(self.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::ask;

    #[test]
    fn a_turn_lasts_so_many_check_points() {
        let mut policy = RoundRobin::new(2);
        assert_eq!(ask(&mut policy, &[2, 3, 1], Some(1)), 1);
        assert_eq!(ask(&mut policy, &[2, 3, 1], Some(1)), 2);
        assert_eq!(ask(&mut policy, &[3, 1], None), 3);
    }
}
