//! A simulation can be stopped at any instruction, copied, and goes on in the same way.

use crate::run::{model, prepare};
use gilscope_engine::simulated::{Settings, Simulation};
use gilscope_engine::step::{Progress, Steppable};
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
