//! Any thread, by the seed.

use gilscope_gil::{Choice, Divergence, Policy, Random, ThreadId};

/// Its stream of random numbers, as others have their own.
const STREAM: u64 = 2;

/// At each check point, once in so many times, any thread is next.
#[derive(Debug, Clone)]
pub struct RandomTurns {
    once_in: u64,
    random: Random,
}

impl RandomTurns {
    /// Turns of this mean length in check points.
    pub fn new(seed: u64, once_in: u32) -> RandomTurns {
        RandomTurns { once_in: u64::from(once_in.max(1)), random: Random::stream(seed, STREAM) }
    }
}

impl Policy for RandomTurns {
    fn name(&self) -> String {
        format!("random:{}", self.once_in)
    }

    fn is_timed(&self) -> bool {
        false
    }

    fn pick(&mut self, choice: &Choice<'_>) -> Result<ThreadId, Divergence> {
        if let Some(running) = choice.running
            && self.random.below(self.once_in) != 0
        {
            return Ok(running);
        }
        let any = self.random.below(choice.ready.len() as u64) as usize;
        Ok(choice.ready.get(any).copied().unwrap_or(choice.ready[0]))
    }

    fn begin(&mut self, seed: u64) {
        self.random = Random::stream(seed, STREAM);
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
    fn the_seed_decides() {
        let answers = |seed| {
            let mut policy = RandomTurns::new(seed, 1);
            (0..50).map(|_| ask(&mut policy, &[1, 2, 3], Some(3))).collect::<Vec<_>>()
        };
        assert_eq!(answers(5), answers(5));
        assert_ne!(answers(5), answers(6));
        assert!((1..=3).all(|thread| answers(5).contains(&thread)));
    }
}
