//! An order written by hand, for lessons.

use gilscope_gil::{Choice, Divergence, Policy, ThreadId};

/// Turns as they are listed; a turn ends at the next check point. After the list, threads go on in the order in which
/// they have waited.
#[derive(Debug, Clone)]
pub struct Pinned {
    turns: Vec<(ThreadId, u32)>,
    at: usize,
    used: u32,
}

impl Pinned {
    /// Threads, each with its number of check points.
    pub fn new(turns: Vec<(ThreadId, u32)>) -> Pinned {
        Pinned { turns, at: 0, used: 0 }
    }
}

impl Policy for Pinned {
    fn name(&self) -> String {
        let turns = self.turns.iter().map(|(thread, turns)| match turns {
            1 => thread.0.to_string(),
            _ => format!("{}*{turns}", thread.0),
        });
        format!("pinned:{}", turns.collect::<Vec<_>>().join("."))
    }

    fn is_timed(&self) -> bool {
        false
    }

    /// A turn of a thread that cannot go on is kept for when it can.
    fn pick(&mut self, choice: &Choice<'_>) -> Result<ThreadId, Divergence> {
        let Some(&(thread, turns)) = self.turns.get(self.at) else {
            return Ok(choice.running.unwrap_or(choice.ready[0]));
        };
        if !choice.ready.contains(&thread) {
            return Ok(choice.running.unwrap_or(choice.ready[0]));
        }
        self.used += 1;
        if self.used >= turns {
            self.used = 0;
            self.at += 1;
        }
        Ok(thread)
    }

    fn begin(&mut self, _seed: u64) {
        (self.at, self.used) = (0, 0);
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
    fn turns_come_as_they_are_written() {
        let mut policy = Pinned::new(vec![(ThreadId(2), 2), (ThreadId(1), 1)]);
        let answers: Vec<u32> = (0..4).map(|_| ask(&mut policy, &[1, 2], None)).collect();
        assert_eq!(answers, [2, 2, 1, 1]);
    }

    #[test]
    fn a_turn_waits_for_its_thread() {
        let mut policy = Pinned::new(vec![(ThreadId(7), 1)]);
        assert_eq!(ask(&mut policy, &[1, 2], Some(2)), 2);
        assert_eq!(ask(&mut policy, &[1, 7], Some(1)), 7);
    }
}
