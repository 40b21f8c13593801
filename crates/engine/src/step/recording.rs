//! One execution, recorded as far as it has been run, and a place in it.

use super::checkpoints::Checkpoints;
use super::{Progress, Steppable};
use gilscope_trace::{Event, ThreadId};

/// On the way to a step, copies are kept at these distances before it, so that the next step back is short.
const BEHIND: [u64; 4] = [10_000, 1_000, 100, 10];

/// An event, and how many instructions had been run when it happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    pub step: u64,
    pub event: Event,
}

/// A choice of the user's: at this step, this thread goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decision {
    pub step: u64,
    pub thread: ThreadId,
}

/// Who looks at an execution while it is recorded.
pub trait Watch<S> {
    /// The execution where it stopped, right after these events if there are any.
    fn see(&mut self, machine: &S, events: &[Recorded]);

    /// A copy of the execution is kept at this step: what is forgotten begins at such a step.
    fn keep(&mut self, step: u64);

    /// What was seen from this step on does not hold any more: the execution, which is there now, takes another way.
    fn forget_from(&mut self, machine: &S, step: u64);
}

/// Nobody looks.
impl<S> Watch<S> for () {
    fn see(&mut self, _machine: &S, _events: &[Recorded]) {}

    fn keep(&mut self, _step: u64) {}

    fn forget_from(&mut self, _machine: &S, _step: u64) {}
}

/// An execution and its past.
#[derive(Clone)]
pub struct Recording<S, W = ()> {
    checkpoints: Checkpoints<S>,
    events: Vec<Recorded>,
    decisions: Vec<Decision>,
    /// As far as it has been run.
    tip: S,
    has_ended: bool,
    /// Where the user is.
    here: S,
    /// No further than here.
    limit: u64,
    watcher: W,
}

impl<S: Steppable, W: Watch<S>> Recording<S, W> {
    /// A recording of nothing yet, which will not go beyond `limit` instructions.
    pub fn new(start: S, limit: u64, watcher: W) -> Recording<S, W> {
        Recording {
            checkpoints: Checkpoints::new(&start),
            events: Vec::new(),
            decisions: Vec::new(),
            tip: start.clone(),
            has_ended: false,
            here: start,
            limit,
            watcher,
        }
    }

    /// The execution where the user is.
    pub fn here(&self) -> &S {
        &self.here
    }

    /// The execution as far as it has been run.
    pub fn tip(&self) -> &S {
        &self.tip
    }

    /// What has happened, as far as it has been run.
    pub fn events(&self) -> &[Recorded] {
        &self.events
    }

    pub fn decisions(&self) -> &[Decision] {
        &self.decisions
    }

    /// Whether all of the execution is recorded, or as much as was allowed.
    pub fn is_complete(&self) -> bool {
        self.has_ended || self.tip.steps() >= self.limit
    }

    /// Whether the execution was cut off by the limit.
    pub fn is_cut_off(&self) -> bool {
        !self.has_ended && self.tip.steps() >= self.limit
    }

    /// Who looks.
    pub fn watcher(&self) -> &W {
        &self.watcher
    }

    pub fn watcher_mut(&mut self) -> &mut W {
        &mut self.watcher
    }

    /// Records so many more instructions, if there are so many.
    pub fn extend(&mut self, steps: u64) {
        let goal = self.tip.steps().saturating_add(steps).min(self.limit);
        let mut fresh = Vec::new();
        let mut pilot = Pilot::default();
        while !self.has_ended && self.tip.steps() < goal {
            let stop = pilot.steer(&mut self.tip, &self.decisions, goal.min(self.checkpoints.due()));
            self.has_ended = self.tip.advance(stop, &mut fresh) == Progress::Ended;
            let step = self.tip.steps();
            let known = self.events.len();
            self.events.extend(fresh.drain(..).map(|event| Recorded { step, event }));
            self.watcher.see(&self.tip, &self.events[known..]);
            if self.checkpoints.pass(&self.tip, self.events.len()) {
                self.watcher.keep(step);
            }
        }
    }

    /// Goes to a step, or to the last one if the execution is shorter.
    pub fn go_to(&mut self, step: u64) {
        self.extend(step.saturating_sub(self.tip.steps()));
        let step = step.min(self.tip.steps());
        let here = self.here.steps();
        if let Some(from) = self.checkpoints.before(step)
            && (here > step || from.steps() > here)
        {
            self.here = from.clone();
        }
        for behind in BEHIND {
            let stop = step.saturating_sub(behind);
            if stop > self.here.steps() {
                run_to(&mut self.here, &self.decisions, stop);
                self.checkpoints.keep_nearby(&self.here);
            }
        }
        run_to(&mut self.here, &self.decisions, step);
    }

    /// Goes forward to the next step at which `is_goal` holds of the execution; stays if there is none within `reach`
    /// steps. Whether there is one.
    pub fn seek_forward(&mut self, reach: u64, is_goal: &mut impl FnMut(&S) -> bool) -> bool {
        let start = self.here.steps();
        self.extend(start.saturating_add(reach).saturating_sub(self.tip.steps()));
        let end = start.saturating_add(reach).min(self.tip.steps());
        let mut machine = self.here.clone();
        let found = (start + 1..=end).find(|&step| {
            run_to(&mut machine, &self.decisions, step);
            is_goal(&machine)
        });
        if found.is_some() {
            self.here = machine;
        }
        found.is_some()
    }

    /// Goes back to the last step before this one at which `is_goal` holds of the execution; stays if there is none
    /// within `reach` steps. Whether there is one.
    ///
    /// `is_goal` is asked about stretches of steps, later stretches first, in each about every step in order; where one
    /// stretch ends, the one before it goes on by a step, so that each step but the very first is once asked about
    /// right after its predecessor.
    pub fn seek_backward(&mut self, reach: u64, is_goal: &mut impl FnMut(&S) -> bool) -> bool {
        let first = self.here.steps().saturating_sub(reach);
        let mut end = self.here.steps();
        let mut from = end;
        while from > first {
            let Some(mut machine) = self.checkpoints.before(from - 1).cloned() else { break };
            from = machine.steps();
            let mut found = None;
            for step in from..end {
                run_to(&mut machine, &self.decisions, step);
                if is_goal(&machine) && step >= first {
                    found = Some(step);
                }
            }
            if let Some(step) = found {
                self.go_to(step);
                return true;
            }
            end = from + 1;
        }
        false
    }

    /// Has `thread` run next from here on, whatever was recorded after this step. Whether it can.
    pub fn decide(&mut self, thread: ThreadId) -> bool {
        let step = self.here.steps();
        if !self.here.clone().prefer(thread) {
            return false;
        }
        let before = self.decisions.iter().filter(|decision| decision.step < step).copied();
        let decisions = before.chain([Decision { step, thread }]).collect();
        self.redo_with(decisions, step);
        true
    }

    /// Replaces the user's choices, and goes to a step in the execution that they give.
    pub fn redo_with(&mut self, decisions: Vec<Decision>, step: u64) {
        let same = self.decisions.iter().zip(&decisions).take_while(|(old, new)| old == new).count();
        let changed = self.decisions.get(same).into_iter().chain(decisions.get(same));
        let parting = changed.map(|decision| decision.step).min();
        self.decisions = decisions;
        if let Some(parting) = parting {
            self.forget_after(parting);
        }
        self.go_to(step);
    }

    /// Forgets what was recorded after a step, at which the execution will take another way.
    fn forget_after(&mut self, step: u64) {
        self.checkpoints.forget_after(step);
        let Some(from) = self.checkpoints.along_before(step) else { return };
        self.events.truncate(from.events);
        self.tip = from.machine.clone();
        self.watcher.forget_from(&self.tip, self.tip.steps());
        self.here = from.machine.clone();
        self.has_ended = false;
    }
}

/// Runs to a step without taking note of what happens.
fn run_to<S: Steppable>(machine: &mut S, decisions: &[Decision], step: u64) {
    let mut unheard = Vec::new();
    let mut pilot = Pilot::default();
    while machine.steps() < step {
        let stop = pilot.steer(machine, decisions, step);
        if machine.advance(stop, &mut unheard) == Progress::Ended {
            return;
        }
        unheard.clear();
    }
}

/// Makes the user's choices, each once, on the way to a step.
#[derive(Default)]
struct Pilot {
    decided_at: Option<u64>,
}

impl Pilot {
    /// Makes the choice of the step where the execution is, if there is one, and says where to stop next on the way to
    /// `goal`.
    fn steer<S: Steppable>(&mut self, machine: &mut S, decisions: &[Decision], goal: u64) -> u64 {
        let step = machine.steps();
        let next = decisions.partition_point(|decision| decision.step < step);
        let mut left = decisions[next..].iter();
        let mut decision = left.next();
        if let Some(due) = decision.filter(|decision| decision.step == step) {
            if self.decided_at.replace(step) != Some(step) {
                machine.prefer(due.thread);
            }
            decision = left.next();
        }
        decision.map_or(goal, |decision| decision.step.min(goal))
    }
}

#[cfg(test)]
mod tests {
    use super::super::toy::Toy;
    use super::*;

    const END: u64 = 200_000;

    fn recording() -> Recording<Toy> {
        Recording::new(Toy::new(3).ending_at(END), u64::MAX, ())
    }

    fn hash_at(recording: &mut Recording<Toy>, step: u64) -> u64 {
        recording.go_to(step);
        assert_eq!(recording.here().steps(), step);
        recording.here().state_hash()
    }

    #[test]
    fn a_jump_is_a_walk() {
        let mut walker = Toy::new(3).ending_at(END);
        let mut recording = recording();
        for step in [0, 1, 6, 7, 8, 20_000, 16_384, 7, 199_999, 200_000, 16_385, 14] {
            walker = if walker.steps() > step { Toy::new(3).ending_at(END) } else { walker };
            run_to(&mut walker, &[], step);
            assert_eq!(hash_at(&mut recording, step), walker.state_hash(), "step {step}");
        }
    }

    #[test]
    fn forward_and_back_is_nowhere() {
        let mut recording = recording();
        for start in [0, 7, 13, 40_000] {
            let hash = hash_at(&mut recording, start);
            for n in [1, 6, 7, 700, 50_000] {
                hash_at(&mut recording, start + n);
                assert_eq!(hash_at(&mut recording, start), hash);
                for back in (start..start + n.min(40)).rev() {
                    hash_at(&mut recording, back);
                }
                assert_eq!(recording.here().state_hash(), hash);
            }
        }
    }

    #[test]
    fn seeking_finds_the_nearest_on_either_side() {
        let mut recording = recording();
        recording.go_to(100);
        let mut second = |toy: &Toy| toy.running() == 1;
        assert!(recording.seek_backward(1000, &mut second));
        assert_eq!(recording.here().steps(), 97);
        assert!(recording.seek_forward(1000, &mut second));
        let found = recording.here().steps();
        assert!(!recording.seek_backward(1000, &mut |toy| toy.running() == 9));
        assert_eq!(recording.here().steps(), found);
    }

    #[test]
    fn events_are_recorded_once() {
        let mut recording = recording();
        recording.go_to(70_000);
        recording.go_to(3);
        recording.go_to(END);
        assert!(recording.is_complete() && !recording.is_cut_off());
        let steps: Vec<u64> = recording.events().iter().map(|recorded| recorded.step).collect();
        assert_eq!(steps.len() as u64, END.div_ceil(7));
        assert!(steps.iter().enumerate().all(|(i, &step)| step == 7 * i as u64));
    }

    #[test]
    fn a_choice_changes_what_follows_and_can_be_taken_back() {
        let mut recording = recording();
        recording.go_to(END);
        let (old_end, old_events) = (recording.here().state_hash(), recording.events().to_vec());
        recording.go_to(50_000);
        assert!(!recording.decide(ThreadId(3)));
        assert!(recording.decide(ThreadId(2)));
        assert_eq!(recording.here().steps(), 50_000);
        recording.go_to(50_001);
        assert_eq!(recording.here().running(), 2);
        let new_end = hash_at(&mut recording, END);
        assert_ne!(new_end, old_end);
        let choices = recording.decisions().to_vec();
        recording.redo_with(Vec::new(), 50_000);
        assert_eq!(hash_at(&mut recording, END), old_end);
        assert_eq!(recording.events(), old_events);
        recording.redo_with(choices, 0);
        assert_eq!(hash_at(&mut recording, END), new_end);
    }

    #[test]
    fn a_limit_cuts_off() {
        let mut recording = Recording::new(Toy::new(2), 5_000, ());
        recording.go_to(u64::MAX);
        assert_eq!(recording.here().steps(), 5_000);
        assert!(recording.is_cut_off());
    }
}
