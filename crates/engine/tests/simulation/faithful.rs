//! Figures that were measured on CPython, on an otherwise idle machine of two processors: docs/simulation.md.

use crate::run::{model, number, run};
use gilscope_engine::simulated::{Ending, Settings};
use gilscope_trace::EventKind;

fn on(cpus: u32) -> Settings {
    Settings { cpus, ..Settings::default() }
}

const SLEEPERS: &str = "
import threading, time
threads = [threading.Thread(target=time.sleep, args=(2,)) for _ in range(5)]
start = time.perf_counter()
for t in threads: t.start()
for t in threads: t.join()
print(time.perf_counter() - start)
";

#[test]
fn five_threads_that_sleep_for_two_seconds_take_two_seconds() {
    for name in ["py2.7", "py3.9", "py3.13", "free-threaded"] {
        let took = number(SLEEPERS, model(name), on(2));
        assert!((1.98..=2.02).contains(&took), "{name}: {took}");
    }
}

/// How long two counting threads take, against one that counts twice.
const COUNTERS: &str = "
import threading, time
def count():
    n = 300000
    while n > 0: n -= 1
start = time.perf_counter(); count(); count()
alone = time.perf_counter() - start
threads = [threading.Thread(target=count) for _ in range(2)]
start = time.perf_counter()
for t in threads: t.start()
for t in threads: t.join()
print((time.perf_counter() - start) / alone)
";

#[test]
fn two_threads_that_compute_against_one() {
    let rows = [
        ("py3.13", 2, 1.00, 1.05),
        ("py3.13", 1, 1.00, 1.05),
        ("py3.9", 2, 1.00, 1.05),
        ("py2.7", 2, 2.4, 3.0),
        ("py2.7", 1, 1.0, 1.1),
        ("free-threaded", 2, 0.50, 0.55),
        ("free-threaded", 1, 1.0, 1.05),
        ("per-interpreter", 2, 0.50, 0.58),
    ];
    for (name, cpus, least, most) in rows {
        let ratio = number(COUNTERS, model(name), on(cpus));
        assert!((least..=most).contains(&ratio), "{name} on {cpus}: {ratio:.3}");
    }
}

/// Loops whose instructions take different times, by what stands in them.
const LOOPS: [&str; 6] = [
    "for i in range(200000): x = i",
    "for i in range(100000): x = i * i + 1",
    "for i in range(60000): f(i)",
    "for i in range(60000): o.v = o.v + 1",
    "for i in range(40000): str(i)",
    "gilscope.burn(0.02)",
];

#[test]
fn two_threads_of_py2_7_lose_as_much_whatever_they_compute() {
    for line in LOOPS {
        let script = COUNTERS
            .replace("import threading, time", "import gilscope, threading, time\ndef f(x): return x\nclass o: v = 0")
            .replace("    n = 300000\n    while n > 0: n -= 1", &format!("    {line}"));
        let ratio = number(&script, model("py2.7"), on(2));
        assert!((2.4..=3.0).contains(&ratio), "{line}: {ratio:.3}");
        let alone = number(&script, model("py2.7"), on(1));
        assert!((1.0..=1.1).contains(&alone), "{line} on one core: {alone:.3}");
    }
}

/// Under 2.7, of two counting threads: the median time between changes of the owner in microseconds, and which share of
/// the releases changed it, in percent.
fn changes_under_py2_7() -> (f64, f64) {
    let settings = Settings { keeps_events: true, ..on(2) };
    let run = run(COUNTERS, model("py2.7"), settings);
    let takes: Vec<_> = run
        .events
        .iter()
        .filter(|event| matches!(event.kind, EventKind::GilTaken { .. }) && !event.thread.is_main())
        .collect();
    let changes: Vec<f64> = takes
        .windows(2)
        .filter(|pair| pair[0].thread != pair[1].thread)
        .map(|pair| pair[1].time.0 as f64 * 1e-3)
        .collect();
    let mut slices: Vec<f64> = changes.windows(2).map(|pair| pair[1] - pair[0]).collect();
    slices.sort_by(f64::total_cmp);
    (slices[slices.len() / 2], 100.0 * changes.len() as f64 / takes.len() as f64)
}

#[test]
fn under_py2_7_few_releases_change_the_owner() {
    let (median, percent) = changes_under_py2_7();
    assert!((40.0..=65.0).contains(&median), "{median} µs");
    assert!((3.0..=8.0).contains(&percent), "{percent} %");
}

const TWO_BURNERS: &str = "
import sys, threading, gilscope
sys.setswitchinterval(INTERVAL)
threads = [threading.Thread(target=gilscope.burn, args=(0.5,)) for _ in range(2)]
for t in threads: t.start()
for t in threads: t.join()
";

/// The median time from one change of the owner to the next, in milliseconds.
fn median_slice(interval: &str) -> f64 {
    let settings = Settings { keeps_events: true, ..on(2) };
    let run = run(&TWO_BURNERS.replace("INTERVAL", interval), model("py3.13"), settings);
    let takes = run.events.iter().filter(|event| matches!(event.kind, EventKind::GilTaken { .. }));
    let mut changes = Vec::new();
    let mut owner = None;
    for event in takes.filter(|event| !event.thread.is_main()) {
        if owner.replace(event.thread) != Some(event.thread) {
            changes.push(event.time.0 as f64 * 1e-6);
        }
    }
    let mut slices: Vec<f64> = changes.windows(2).map(|pair| pair[1] - pair[0]).collect();
    slices.sort_by(f64::total_cmp);
    assert!(slices.len() > 20, "{} slices", slices.len());
    slices[slices.len() / 2]
}

#[test]
fn a_slice_is_the_interval_and_the_time_to_wake_up() {
    let five = median_slice("0.005");
    assert!((5.05..=5.3).contains(&five), "{five}");
    let one = median_slice("0.001");
    assert!((1.0..=1.15).contains(&one), "{one}");
}

/// A server that answers the requests of a client elsewhere, which sends the next one when it has the reply, next to
/// threads that compute: the median time to a reply, in milliseconds.
const SERVER: &str = "
import threading, time, gilscope
done = False
def hog():
    while not done: gilscope.burn(0.0001)
def serve():
    global done
    replies = []
    asked = time.perf_counter()
    for i in range(200):
        gilscope.io(max(asked - time.perf_counter(), 0.000002))
        gilscope.burn(0.00005)
        replies.append(time.perf_counter() - asked)
        asked = time.perf_counter() + 0.00004
        gilscope.io(0.000022)
    done = True
    replies.sort()
    print(replies[100] * 1000, [round(r * 1000, 1) for r in replies[::10]])
hogs = [threading.Thread(target=hog) for _ in range(HOGS)]
for t in hogs: t.start()
server = threading.Thread(target=serve)
server.start()
server.join()
for t in hogs: t.join()
";

#[test]
fn a_server_waits_for_threads_that_compute() {
    let reply = |hogs: &str, name: &str| number(&SERVER.replace("HOGS", hogs), model(name), on(2));
    let idle = reply("0", "py3.13");
    assert!(idle < 0.1, "idle: {idle}");
    let one = reply("1", "py3.13");
    assert!((5.0..=5.5).contains(&one), "one: {one}");
    let two = reply("2", "py3.13");
    assert!((10.0..=16.0).contains(&two), "two: {two}");
    let old = reply("1", "py2.7");
    assert!(old < 1.0, "py2.7: {old}");
}

#[test]
fn four_threads_that_burn_a_second_take_one_on_four_cores_without_a_gil() {
    let script = "
import threading, time, gilscope
threads = [threading.Thread(target=gilscope.burn, args=(0.1,)) for _ in range(4)]
start = time.perf_counter()
for t in threads: t.start()
for t in threads: t.join()
print(time.perf_counter() - start)
";
    let took = |name, cpus| number(script, model(name), on(cpus));
    assert!((0.100..0.103).contains(&took("free-threaded", 4)), "{}", took("free-threaded", 4));
    assert!((0.200..0.206).contains(&took("free-threaded", 2)), "{}", took("free-threaded", 2));
    assert!((0.400..0.410).contains(&took("py3.13", 4)), "{}", took("py3.13", 4));
}

#[test]
fn eleven_thousand_seconds_take_no_time() {
    let script = "
import time, gilscope
start = time.perf_counter()
for item in range(10000):
    gilscope.io(0.1)
    gilscope.burn(1)
print(time.perf_counter() - start)
";
    let took = number(script, model("py3.13"), on(2));
    assert!((11_000.0..11_010.0).contains(&took), "{took}");
}

#[test]
fn the_clocks_of_a_simulation_are_its_own() {
    let script = "
import time, os, threading
a = time.time(); time.sleep(3600); b = time.time()
print(round(b - a, 2), time.strftime('%Y', time.gmtime(a)), os.getpid(), threading.get_native_id(), os.cpu_count())
print(round(time.process_time(), 3), round(time.thread_time(), 3))
";
    let run = run(script, model("py3.13"), on(4));
    assert_eq!(run.output, "3600.0 2025 4242 4242 4\n0.0 0.0\n");
    assert_eq!(run.ending, Ending::Exited { status: 0 });
}

/// Two threads that want the same lock again as soon as they have given it back: what the one that had it less often
/// got of all turns.
const GREEDY: &str = "
import threading, time
lock = threading.Lock()
turns = {}
def work():
    me = threading.get_ident()
    turns[me] = 0
    while sum(turns.values()) < 200:
        with lock:
            turns[me] += 1
            time.sleep(0.0005)
threads = [threading.Thread(target=work) for _ in range(2)]
for t in threads: t.start()
for t in threads: t.join()
print(min(turns.values()) / sum(turns.values()))
";

#[test]
fn locks_are_fair_from_3_14_on() {
    let share = |name| number(GREEDY, model(name), on(2));
    assert!(share("py3.13") < 0.2, "{}", share("py3.13"));
    assert!(share("py3.14") > 0.45, "{}", share("py3.14"));
}
