//! A simulation can be stopped at any instruction, copied, and goes on in the same way.

use crate::run::{model, prepare};
use gilscope_engine::simulated::{Settings, Simulation};
use gilscope_engine::step::{Progress, Steppable};
use gilscope_gil::Random;
use gilscope_trace::{Event, EventKind, ThreadId};

const SCRIPT: &str = "
import threading, time
lock = threading.Lock()
total = 0
def work(n):
    global total
    for i in range(30):
        with lock: total += i
        if i == 10: time.sleep(0.001)
    print(n)
threads = [threading.Thread(target=work, args=(n,)) for n in range(3)]
for t in threads: t.start()
for t in threads: t.join()
print(total)
";

fn begin(name: &str, policy: &str) -> Simulation {
    let settings = Settings { policy: policy.to_owned(), keeps_events: true, ..Settings::default() };
    prepare(SCRIPT, model(name), settings)
}

/// Runs to a number of instructions in leaps of a size.
fn advance(simulation: &mut Simulation, to: u64, leap: u64) -> Vec<Event> {
    let mut events = Vec::new();
    while simulation.steps() < to {
        let limit = to.min(simulation.steps().saturating_add(leap));
        if simulation.advance(limit, &mut events) == Progress::Ended {
            break;
        }
    }
    events
}

#[test]
fn the_state_after_a_number_of_instructions_is_one_state() {
    for (name, policy) in [
        ("py3.13", "os"),
        ("py2.7", "os"),
        ("py3.9", "os"),
        ("free-threaded", "os"),
        ("every-op", "os"),
        ("py3.13", "random:3"),
    ] {
        let mut at_once = begin(name, policy);
        let events = advance(&mut at_once, u64::MAX, u64::MAX);
        let all = at_once.steps();
        assert!(all > 3000, "{all}");
        let mut in_leaps = begin(name, policy);
        assert_eq!(advance(&mut in_leaps, u64::MAX, 97), events, "{name} {policy}");
        assert_eq!(in_leaps.state_hash(), at_once.state_hash(), "{name} {policy}");
        for part in [100, all / 3, all / 2 + 1] {
            let mut one = begin(name, policy);
            let mut other = begin(name, policy);
            advance(&mut one, part, u64::MAX);
            advance(&mut other, part, 1);
            assert_eq!(one.state_hash(), other.state_hash(), "{name} {policy} after {part}");
        }
    }
}

#[test]
fn a_copy_goes_on_as_the_original_does() {
    for name in ["py3.13", "py2.7", "free-threaded"] {
        let mut original = begin(name, "os");
        advance(&mut original, 4_000, u64::MAX);
        let mut copy = original.clone();
        assert_eq!(copy.state_hash(), original.state_hash());
        let rest = advance(&mut original, u64::MAX, u64::MAX);
        assert_eq!(advance(&mut copy, u64::MAX, 1_000), rest, "{name}");
        assert_eq!(copy.state_hash(), original.state_hash());
        assert_eq!(copy.output(), original.output());
    }
}

/// What threads do with each other, chance, and time: conditions, queues, generators, exceptions, sorting, text.
const MIXED: &str = "
import queue, random, threading, time
q, found, ready = queue.Queue(3), {}, threading.Condition()
def squares(n):
    for i in range(n): yield i * i
def produce(n):
    for i in squares(8):
        q.put((n, i, str(random.random())[:5]))
        if i % 3 == 0: time.sleep(random.random() / 5000)
    with ready:
        found[n] = sorted(squares(20), key=lambda x: -x % 7)
        ready.notify_all()
def consume():
    try:
        while True:
            n, i, text = q.get(timeout=0.01)
            found.setdefault(text, []).append((n, i))
            if i == 36: raise KeyError(text)
    except (KeyError, queue.Empty) as error: found[type(error).__name__] = len(found)
threads = [threading.Thread(target=produce, args=(n,)) for n in range(2)]
threads += [threading.Thread(target=consume) for _ in range(2)]
for t in threads: t.start()
with ready: ready.wait_for(lambda: 0 in found or 1 in found, timeout=0.05)
for t in threads: t.join(0.1)
print(len(found), ' '.join(sorted(map(str, found)))[:60])
";

/// Goes on for so many instructions, in leaps of a size: what happened, and the state that it has come to.
fn onward(simulation: &mut Simulation, steps: u64, leap: u64) -> (Vec<Event>, u64, Vec<u8>) {
    let to = simulation.steps() + steps;
    let events = advance(simulation, to, leap);
    let output = simulation.output().iter().flat_map(|piece| piece.bytes.to_vec()).collect();
    (events, simulation.state_hash(), output)
}

#[test]
fn a_snapshot_that_is_restored_does_the_same_again_wherever_it_was_taken() {
    let mut random = Random::stream(1, 1);
    for (name, policy) in [
        ("py2.7", "os"),
        ("py3.9", "os"),
        ("py3.10", "os"),
        ("py3.13", "os"),
        ("py3.14", "os"),
        ("fair", "os"),
        ("per-interpreter", "os"),
        ("free-threaded", "os"),
        ("every-op", "os"),
        ("py3.13", "random:3"),
        ("py3.13", "round-robin:2"),
    ] {
        for seed in 0..12 {
            let settings = Settings { seed, policy: policy.to_owned(), keeps_events: true, ..Settings::default() };
            let mut simulation = prepare(MIXED, model(name), settings);
            advance(&mut simulation, random.between(1, 20_000), random.between(1, 5_000));
            let (snapshot, before) = (simulation.clone(), simulation.state_hash());
            let steps = random.between(1, 10_000);
            let first = onward(&mut simulation, steps, u64::MAX);
            let mut restored = snapshot.clone();
            assert_eq!(restored.state_hash(), before, "{name} {policy} {seed}");
            let second = onward(&mut restored, steps, random.between(1, 2_000));
            assert!(first == second, "{name} {policy} {seed}: {steps} instructions from {} on", snapshot.steps());
            assert_eq!(snapshot.state_hash(), before, "{name} {policy} {seed}");
            let (rest, again) = (onward(&mut simulation, u64::MAX / 2, u64::MAX), snapshot.clone());
            assert!(onward(&mut { again }, u64::MAX / 2, 3_000).1 == rest.1, "{name} {policy} {seed} to the end");
        }
    }
}

#[test]
fn a_turn_given_by_hand_is_taken_at_the_next_check_point() {
    let mut simulation = begin("py3.13", "random:50");
    let waits = |simulation: &Simulation| simulation.waiters().next().is_some() && simulation.holder().is_some();
    assert!(simulation.run_until(waits));
    let (holder, wanted) = (simulation.holder(), simulation.waiters().next().expect("one waits"));
    assert!(simulation.prefer(wanted));
    simulation.take_events();
    assert!(simulation.run_until(|simulation| simulation.holder() == Some(wanted)), "{holder:?}");
    let events = simulation.take_events();
    assert!(events.iter().any(|event| matches!(event.kind, EventKind::GilTaken { .. }) && event.thread == wanted));
    assert!(!simulation.prefer(ThreadId(99)));
    assert_eq!(simulation.moves().len(), 1);
    let mut again = {
        let settings = Settings {
            moves: simulation.moves().to_vec(),
            policy: "random:50".to_owned(),
            keeps_events: true,
            ..Settings::default()
        };
        prepare(SCRIPT, model("py3.13"), settings)
    };
    simulation.run();
    again.run();
    assert_eq!(again.state_hash(), simulation.state_hash());
}

#[test]
fn effects_on_the_world_are_not_repeated() {
    let folder = std::env::temp_dir().join(format!("gilscope-simulation-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join("log.txt");
    let script = format!(
        "with open({:?}, 'a') as f:\n    for i in range(3): f.write('line\\n'); f.flush()\nprint(open({:?}).read())",
        path.display().to_string(),
        path.display().to_string()
    );
    let start = prepare(&script, model("py3.13"), Settings::default());
    let mut first = start.clone();
    first.run();
    let mut second = start.clone();
    second.run();
    let written = std::fs::read_to_string(&path).expect("the file was written");
    std::fs::remove_dir_all(&folder).expect("it goes away");
    assert_eq!(written, "line\nline\nline\n");
    assert_eq!(first.output(), second.output());
}
