//! The model `fair`: a thread that comes back is soon let in, and CPU-bound threads do not starve for it.

use crate::run::{model, number, run};
use gilscope_engine::simulated::{Ending, Settings};
use gilscope_trace::{EventKind, ReleaseReason, ThreadId};
use std::collections::BTreeMap;

fn on(cpus: u32, seed: u64) -> Settings {
    Settings { cpus, seed, ..Settings::default() }
}

/// Lateness of a thread that sleeps half a millisecond beside computing ones, in milliseconds: the median, the longest.
const SLEEPER: &str = "
import threading, time
stop, late = [], []
def burn():
    while not stop: pass
hogs = [threading.Thread(target=burn) for _ in range(HOGS)]
for t in hogs: t.start()
for _ in range(200):
    begin = time.perf_counter_ns()
    time.sleep(0.0005)
    late.append((time.perf_counter_ns() - begin - 500_000) / 1e6)
stop.append(1)
for t in hogs: t.join()
late.sort()
print(late[WHICH])
";

fn lateness(name: &str, hogs: usize, which: usize, settings: Settings) -> f64 {
    let script = SLEEPER.replace("HOGS", &hogs.to_string()).replace("WHICH", &which.to_string());
    number(&script, model(name), settings)
}

#[test]
fn a_sleeper_beside_computing_threads_is_hardly_late() {
    for cpus in [1, 2, 4] {
        for seed in 0..4 {
            for hogs in [1, 4] {
                let (median, longest) =
                    (lateness("fair", hogs, 100, on(cpus, seed)), lateness("fair", hogs, 199, on(cpus, seed)));
                assert!(median < 0.15, "{hogs} hogs on {cpus}, seed {seed}: median {median}");
                assert!(longest < 0.5, "{hogs} hogs on {cpus}, seed {seed}: longest {longest}");
            }
        }
    }
    let usual = lateness("py3.13", 1, 100, on(2, 0));
    assert!(usual > 5.0, "under py3.13: {usual}");
}

/// What computing threads get done in the time that a sleeper needs, as a share of it.
const WORK: &str = "
import threading, time, gilscope
WAITER
stop = []
def burn():
    while not stop: gilscope.burn(0.00001)
hogs = [threading.Thread(target=burn) for _ in range(HOGS)]
crowd = [threading.Thread(target=wait) for _ in range(CROWD)]
begin = time.perf_counter()
for t in hogs: t.start()
for t in crowd: t.start()
time.sleep(0.3)
stop.append(1)
for t in crowd + hogs: t.join()
";

/// The share of the time in which each thread held the lock, and the hand-overs for which reason.
fn shares(waiter: &str, hogs: usize, crowd: usize, seed: u64) -> (BTreeMap<ThreadId, f64>, u64) {
    let script = WORK.replace("WAITER", waiter).replace("HOGS", &hogs.to_string());
    let script = script.replace("CROWD", &crowd.to_string());
    let run = run(&script, model("fair"), Settings { keeps_events: true, ..on(2, seed) });
    assert_eq!(run.ending, Ending::Exited { status: 0 }, "{}{:?}", run.errors, run.report);
    let mut held = BTreeMap::new();
    let mut returns = 0;
    for event in &run.events {
        if let EventKind::GilReleased { held: time, reason, .. } = event.kind {
            *held.entry(event.thread).or_insert(0.0) += time.as_secs_f64() / run.took;
            returns += u64::from(reason == ReleaseReason::Return);
        }
    }
    (held, returns)
}

const CROWDS: [&str; 4] = [
    // Sleeps for no time at all.
    "
def wait():
    while not stop: time.sleep(0)",
    // Does what takes a moment, again and again.
    "
def wait():
    while not stop:
        gilscope.io(0.00001)
        gilscope.burn(0.0001)",
    // A convoy: all of them want the same lock, and sleep with it.
    "
lock = threading.Lock()
def wait():
    while not stop:
        with lock:
            gilscope.burn(0.00003)
            time.sleep(0)",
    // Comes back and computes for long.
    "
def wait():
    while not stop:
        time.sleep(0.0001)
        gilscope.burn(0.003)",
];

#[test]
fn computing_threads_do_not_starve_whoever_comes_back() {
    for (index, waiter) in CROWDS.iter().enumerate() {
        for crowd in [1, 8, 40] {
            let hogs = 2;
            let (held, _) = shares(waiter, hogs, crowd, crowd as u64);
            let computing: Vec<f64> = (1..=hogs).map(|n| held[&ThreadId(n as u32)]).collect();
            // Those that come back and compute are computing threads themselves.
            let fair_share = if index == 3 { 0.5 * 2.0 / (2.0 + crowd as f64) } else { 0.4 };
            let sum: f64 = computing.iter().sum();
            assert!(sum > fair_share, "crowd {index} of {crowd}: {computing:?}");
            let least = computing.iter().copied().fold(1.0, f64::min);
            assert!(least > sum * 0.3, "crowd {index} of {crowd}: {computing:?}");
            let others = held.iter().filter(|(thread, _)| thread.0 > hogs as u32).count();
            assert_eq!(others, crowd, "each of the crowd has run");
        }
    }
}

#[test]
fn computing_threads_change_at_the_switch_interval_though_they_are_interrupted() {
    let waiter = "
def wait():
    while not stop: time.sleep(0.0005)";
    let script = WORK.replace("WAITER", waiter).replace("HOGS", "3").replace("CROWD", "1");
    let run = run(&script, model("fair"), Settings { keeps_events: true, ..on(2, 7) });
    let (mut owner, mut changes) = (None, Vec::new());
    for event in &run.events {
        let computes = (1..=3).contains(&event.thread.0);
        let is_taken = matches!(event.kind, EventKind::GilTaken { .. });
        if computes && is_taken && owner.replace(event.thread) != Some(event.thread) {
            changes.push(event.time.0 as f64 * 1e-6);
        }
    }
    let mut slices: Vec<f64> = changes.windows(2).map(|pair| pair[1] - pair[0]).skip(4).collect();
    slices.sort_by(f64::total_cmp);
    let median = slices[slices.len() / 2];
    // Five milliseconds of its own, and what the sleeper took of them.
    assert!((5.0..6.2).contains(&median), "{slices:?}");
}

#[test]
fn threads_that_wake_each_other_change_in_batches() {
    let script = "
import threading, queue
items, answers = queue.Queue(), queue.Queue()
def produce():
    for i in range(3000): items.put(i)
    items.put(None)
def consume():
    while items.get() is not None: pass
threads = [threading.Thread(target=f) for f in (produce, consume)]
for t in threads: t.start()
for t in threads: t.join()
";
    let run = run(script, model("fair"), Settings { keeps_events: true, ..on(2, 1) });
    let forced = |kind: &EventKind| matches!(kind, EventKind::GilReleased { reason, .. } if reason.is_forced());
    let forced = run.events.iter().filter(|event| forced(&event.kind)).count();
    // One for each of the grace periods at most.
    assert!((forced as f64) < run.took / 50e-6, "{forced} in {}", run.took);
}

#[test]
fn without_a_rival_nobody_is_interrupted() {
    let script = "
import time
for _ in range(50):
    time.sleep(0.001)
    for i in range(1000): abs(i)
";
    let run = run(script, model("fair"), Settings { keeps_events: true, ..on(2, 0) });
    assert!(!run.events.iter().any(|event| matches!(event.kind, EventKind::GilRequested { .. })));
}
