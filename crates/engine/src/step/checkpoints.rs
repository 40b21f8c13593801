//! Copies of an execution at some of its steps.

use super::Steppable;
use std::collections::BTreeMap;

/// So many copies are kept along the whole execution.
const KEPT: usize = 64;
/// Steps between copies at first. When there are too many copies, every other one goes and the distance doubles.
const FIRST_DISTANCE: u64 = 1 << 14;
/// So many more are kept close to where the user is.
const NEARBY: usize = 12;

/// A copy, and how many events there had been before it.
#[derive(Clone)]
pub(crate) struct Checkpoint<S> {
    pub(crate) machine: S,
    pub(crate) events: usize,
}

/// Copies along the execution, and more of them where the user is.
#[derive(Clone)]
pub(crate) struct Checkpoints<S> {
    along: BTreeMap<u64, Checkpoint<S>>,
    distance: u64,
    nearby: BTreeMap<u64, S>,
}

impl<S: Steppable> Checkpoints<S> {
    pub(crate) fn new(start: &S) -> Checkpoints<S> {
        Checkpoints {
            along: BTreeMap::from([(start.steps(), Checkpoint { machine: start.clone(), events: 0 })]),
            distance: FIRST_DISTANCE,
            nearby: BTreeMap::new(),
        }
    }

    /// The step at which the next copy along the execution is due.
    pub(crate) fn due(&self) -> u64 {
        self.along.last_key_value().map_or(0, |(&last, _)| last.saturating_add(self.distance))
    }

    /// Keeps a copy, if one is due at this very step; whether one was.
    pub(crate) fn pass(&mut self, machine: &S, events: usize) -> bool {
        if machine.steps() != self.due() {
            return false;
        }
        self.along.insert(machine.steps(), Checkpoint { machine: machine.clone(), events });
        if self.along.len() > KEPT {
            self.distance = self.distance.saturating_mul(2);
            let mut index = 0;
            self.along.retain(|_, _| {
                index += 1;
                index % 2 == 1
            });
        }
        true
    }

    /// Keeps a copy close to where the user is; the ones farthest from it go.
    pub(crate) fn keep_nearby(&mut self, machine: &S) {
        let here = machine.steps();
        self.nearby.insert(here, machine.clone());
        while self.nearby.len() > NEARBY {
            let first = self.nearby.first_key_value().map_or(here, |(&step, _)| step);
            let last = self.nearby.last_key_value().map_or(here, |(&step, _)| step);
            let farthest = if here.abs_diff(first) >= here.abs_diff(last) { first } else { last };
            self.nearby.remove(&farthest);
        }
    }

    /// The last copy at or before a step.
    pub(crate) fn before(&self, step: u64) -> Option<&S> {
        let along = self.along.range(..=step).next_back().map(|(at, checkpoint)| (at, &checkpoint.machine));
        let nearby = self.nearby.range(..=step).next_back();
        along.into_iter().chain(nearby).max_by_key(|(at, _)| **at).map(|(_, machine)| machine)
    }

    /// The last copy along the execution at or before a step.
    pub(crate) fn along_before(&self, step: u64) -> Option<&Checkpoint<S>> {
        self.along.range(..=step).next_back().map(|(_, checkpoint)| checkpoint)
    }

    /// Forgets what comes after a step: the execution will take another way from there.
    pub(crate) fn forget_after(&mut self, step: u64) {
        self.along.retain(|&at, _| at <= step);
        self.nearby.retain(|&at, _| at <= step);
    }
}

#[cfg(test)]
mod tests {
    use super::super::toy::Toy;
    use super::*;

    #[test]
    fn distances_grow_with_the_execution() {
        let mut toy = Toy::new(3);
        let mut checkpoints = Checkpoints::new(&toy);
        let mut events = Vec::new();
        while toy.steps() < 10_000_000 {
            toy.advance(checkpoints.due(), &mut events);
            checkpoints.pass(&toy, 0);
        }
        assert!((KEPT / 2..=KEPT).contains(&checkpoints.along.len()));
        let steps: Vec<u64> = checkpoints.along.keys().copied().collect();
        assert!(steps.windows(2).all(|pair| pair[1] - pair[0] <= checkpoints.distance + FIRST_DISTANCE));
        assert_eq!(checkpoints.before(0).map(Toy::steps), Some(0));
    }

    #[test]
    fn copies_nearby_stay_near() {
        let mut toy = Toy::new(3);
        let mut checkpoints = Checkpoints::new(&toy);
        for step in 1..100 {
            while toy.steps() < step {
                toy.advance(step, &mut Vec::new());
            }
            checkpoints.keep_nearby(&toy);
        }
        assert_eq!(checkpoints.nearby.len(), NEARBY);
        assert_eq!(checkpoints.before(95).map(Toy::steps), Some(95));
        checkpoints.forget_after(50);
        assert_eq!(checkpoints.before(95).map(Toy::steps), Some(0));
    }
}
