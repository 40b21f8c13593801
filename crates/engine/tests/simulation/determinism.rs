//! The same script under the same conditions is the same execution.

use crate::run::{Run, model, run};
use gilscope_engine::simulated::Settings;

const SCRIPTS: &[&str] = &[
    "
import threading, random, time, uuid, os
lock = threading.Lock()
seen = []
def work(n):
    for i in range(20):
        with lock: seen.append((n, random.random()))
        if i % 5 == 0: time.sleep(random.random() / 1000)
threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
for t in threads: t.start()
for t in threads: t.join()
print(seen, {'a', 'b', 'c'}, hash('x'), id(seen), uuid.uuid4(), threading.get_ident(), time.time(), sorted(os.environ))
",
    "
import queue, threading
q = queue.Queue(2)
def produce():
    for i in range(30): q.put(i)
    q.put(None)
def consume():
    while (item := q.get()) is not None: print(item)
a, b = threading.Thread(target=produce), threading.Thread(target=consume)
a.start(); b.start(); a.join(); b.join()
",
    "
import threading
from concurrent.futures import ThreadPoolExecutor
barrier = threading.Barrier(3)
def meet(n):
    barrier.wait()
    return n * n
with ThreadPoolExecutor(3) as pool: print(list(pool.map(meet, range(6))))
",
];

const MODELS: [&str; 9] =
    ["py2.7", "py3.9", "py3.10", "py3.13", "py3.14", "per-interpreter", "free-threaded", "fair", "every-op"];

fn settings(seed: u64, policy: &str) -> Settings {
    Settings { seed, policy: policy.to_owned(), keeps_events: true, ..Settings::default() }
}

fn both(script: &str, name: &str, settings: &Settings) -> Run {
    let first = run(script, model(name), settings.clone());
    let second = run(script, model(name), settings.clone());
    assert_eq!(first.output, second.output);
    assert!(first == second, "{name}: the events differ");
    first
}

#[test]
fn an_execution_repeats_under_every_model_and_policy() {
    for script in SCRIPTS {
        for name in MODELS {
            for seed in 0..3 {
                both(script, name, &settings(seed, "os"));
            }
        }
        for policy in ["round-robin:3", "random:4", "pinned:1*5.2*9.0"] {
            both(script, "py3.13", &settings(1, policy));
        }
    }
}

#[test]
fn another_seed_is_another_execution() {
    let one = run(SCRIPTS[0], model("py3.13"), settings(1, "os"));
    let other = run(SCRIPTS[0], model("py3.13"), settings(2, "os"));
    assert_ne!(one.output, other.output);
}

#[test]
fn times_never_go_back_and_picks_are_written_down() {
    let run = run(SCRIPTS[1], model("py3.13"), settings(5, "random:2"));
    assert!(run.events.is_sorted_by_key(|event| event.time));
    assert!(run.picks.len() > 10);
    let again = Settings {
        picks: run.picks.iter().copied().map(gilscope_trace::ThreadId).collect(),
        ..settings(5, "random:2")
    };
    assert!(crate::run::run(SCRIPTS[1], model("py3.13"), again).events == run.events);
}
