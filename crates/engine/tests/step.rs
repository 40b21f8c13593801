//! Step control of real programs: wherever one comes from, the state after a number of instructions is the same.

use gilscope_engine::simulated::{Settings, Simulation};
use gilscope_engine::step::{Progress, Recording, Steppable, Watcher};
use gilscope_engine::{Config, Program, load};
use gilscope_gil::GilModel;
use gilscope_trace::{EventKind, NullSink, ThreadId};
use std::num::NonZeroU32;
use std::sync::Arc;

const PROGRAM: &str = "\
import threading
import time

lock = threading.Lock()
counter = 0
total = {'sum': 0}


class Account:
    def __init__(self):
        self.balance = 0


account = Account()


def plus_one(n):
    return n + 1


def work(name, rounds):
    global counter
    for i in range(rounds):
        counter = plus_one(counter)
        account.balance += 2
        with lock:
            total['sum'] += i
        if i == 700:
            time.sleep(0.001)
            print(name, i)


threads = [threading.Thread(target=work, args=(n, 1000)) for n in ('one', 'two', 'three')]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter)
";

fn simulation(program: &str, model: GilModel, seed: u64) -> Simulation {
    let mut config = Config::new(Program::Code(program.to_owned()), vec!["-c".to_owned()]);
    config.model = model;
    config.switch_interval = std::time::Duration::from_micros(20);
    let settings = Settings { seed, keeps_events: true, ..Settings::default() };
    let loaded = load(&config.program).expect("a program in the configuration is there");
    Simulation::new(&config, Arc::new(NullSink), settings, loaded).expect("the policy exists")
}

fn recording(model: GilModel, seed: u64) -> Recording<Simulation, Watcher> {
    Recording::new(simulation(PROGRAM, model, seed), u64::MAX, Watcher::default())
}

/// The state at every `stride`th step, and at the end.
fn walk(mut simulation: Simulation, stride: u64) -> Vec<(u64, u64)> {
    let mut states = vec![(0, simulation.state_hash())];
    let mut events = Vec::new();
    loop {
        let goal = simulation.steps() / stride * stride + stride;
        let mut progress = Progress::Paused;
        while simulation.steps() < goal && progress == Progress::Paused {
            progress = simulation.advance(goal, &mut events);
        }
        states.push((simulation.steps(), simulation.state_hash()));
        if progress == Progress::Ended {
            return states;
        }
    }
}

fn models() -> Vec<GilModel> {
    let every = GilModel::every(NonZeroU32::new(3).expect("not zero"));
    GilModel::PRESETS.iter().copied().chain([every]).collect()
}

#[test]
fn a_jump_is_a_walk() {
    for model in models() {
        let states = walk(simulation(PROGRAM, model, 5), 397);
        let mut recording = recording(model, 5);
        // A fixed order that goes to and fro all over the execution.
        let mut at = 0;
        for _ in 0..120 {
            at = (at * 5 + 37) % states.len();
            let (step, hash) = states[at];
            recording.go_to(step);
            assert_eq!((recording.here().steps(), recording.here().state_hash()), (step, hash), "{}", model.name);
        }
    }
}

#[test]
fn forward_and_back_is_nowhere() {
    for model in models() {
        let mut recording = recording(model, 1);
        recording.go_to(u64::MAX);
        let end = recording.here().steps();
        for start in [end / 7, end / 3, end / 2] {
            recording.go_to(start);
            let hash = recording.here().state_hash();
            for n in [1, 2, 30, 1_000] {
                (1..=n.min(40)).for_each(|i| recording.go_to(start + i));
                recording.go_to(start + n);
                (0..=n.min(40)).rev().for_each(|i| recording.go_to(start + i));
                assert_eq!((recording.here().steps(), recording.here().state_hash()), (start, hash), "{}", model.name);
            }
        }
    }
}

#[test]
fn looking_changes_nothing() {
    let mut recording = recording(GilModel::default(), 2);
    recording.go_to(u64::MAX);
    recording.go_to(recording.here().steps() - 1_000);
    let hash = recording.here().state_hash();
    let interp = recording.here().interp();
    let shared = gilscope_engine::step::shared(interp);
    assert!(shared.iter().any(|(name, _)| name == "account.balance"), "{shared:?}");
    assert!(shared.iter().any(|(name, _)| name == "counter"), "{shared:?}");
    for thread in 0..4 {
        gilscope_engine::step::calls(interp, ThreadId(thread));
    }
    assert_eq!(recording.here().state_hash(), hash);
}

#[test]
fn lost_updates_are_found_where_they_happen() {
    let mut recording = recording(GilModel::default(), 0);
    recording.go_to(u64::MAX);
    let findings = recording.watcher().findings().to_vec();
    let counted = gilscope_engine::step::shared(recording.here().interp());
    let counted = counted.into_iter().find(|(name, _)| name == "counter").map(|(_, value)| value);
    assert_eq!(findings.is_empty(), counted.as_deref() == Some("3000"), "{counted:?} {findings:?}");
    for finding in findings {
        recording.go_to(finding.step);
        let write = finding.write.expect("it is a lost update");
        let found = write.is_next(recording.here().interp())
            || recording.seek_forward(100_000, &mut |simulation| write.is_next(simulation.interp()));
        assert!(found, "{}", finding.text);
    }
}

#[test]
fn a_turn_given_by_hand_is_taken_and_can_be_taken_back() {
    let mut recording = recording(GilModel::default(), 3);
    recording.go_to(u64::MAX);
    let (end, hash) = (recording.here().steps(), recording.here().state_hash());
    // Where threads wait for the lock, one of them that does not have it can be given a turn.
    let others = |simulation: &Simulation| {
        let ids = (1..4).map(ThreadId).filter(|&id| simulation.holder() != Some(id));
        ids.into_iter().find(|&id| simulation.clone().prefer(id))
    };
    let found = (end / 3..end).step_by(101).find_map(|step| {
        recording.go_to(step);
        Some((step, others(recording.here())?))
    });
    let (middle, next) = found.expect("threads wait for the lock at some time");
    assert!(recording.decide(next));
    let known = recording.events().len();
    recording.go_to(middle + 2_000);
    let taken = recording.events()[known.saturating_sub(1)..].iter().find_map(|recorded| match recorded.event.kind {
        EventKind::GilTaken { .. } if recorded.step >= middle => Some(recorded.event.thread),
        _ => None,
    });
    assert_eq!(taken, Some(next));
    recording.redo_with(Vec::new(), end);
    assert_eq!((recording.here().steps(), recording.here().state_hash()), (end, hash));
}
