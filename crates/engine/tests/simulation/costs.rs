//! Native work takes virtual time by its size, and the costs of it can be chosen.

use crate::run::{model, number, run};
use gilscope_engine::simulated::Settings;
use gilscope_vm::cost::{Costs, OpClass, Work};
use std::sync::Arc;

/// Milliseconds of virtual time that an expression takes, after some statements.
fn took(setup: &str, expression: &str, name: &str) -> f64 {
    let script = format!(
        "import time\n{setup}\nstart = time.perf_counter()\nx = {expression}\nprint((time.perf_counter() - start) * 1000)"
    );
    number(&script, model(name), Settings::default())
}

/// What is done with a size `n`, and from how many to how many nanoseconds it takes for each of 20,000 items.
const WORK: &[(&str, &str, f64, f64)] = &[
    ("", "list(range(n))", 19.0, 22.0),
    ("", "sum(range(n))", 19.0, 22.0),
    ("l = list(range(n))", "sum(l)", 19.0, 22.0),
    ("l = list(range(n))", "max(l)", 19.0, 22.0),
    ("l = list(range(n))", "set(l)", 55.0, 65.0),
    ("d = dict.fromkeys(range(n))", "d.copy()", 39.0, 42.0),
    ("l = [-i * 7919 % 100003 for i in range(n)]", "sorted(l)", 160.0, 200.0),
    ("l = list(range(n))", "-1 in l", 7.9, 9.0),
    ("l = list(range(n))", "l.count(3)", 7.9, 9.0),
    ("l, k = list(range(n)), list(range(n))", "l == k", 7.9, 9.0),
    ("l = list(range(n))", "l[:]", 0.9, 1.2),
    ("l = list(range(n))", "l + l", 1.9, 2.2),
    ("s = 'x' * n", "s.replace('x', 'y')", 0.9, 1.2),
    ("s = 'x' * n", "s + s", 0.1, 0.3),
    ("l = ['x'] * n", "''.join(l)", 19.0, 22.0),
];

#[test]
fn native_work_takes_time_by_its_size() {
    for &(setup, expression, least, most) in WORK {
        let per_item = took(&format!("n = 20000\n{setup}"), expression, "py3.13") * 1e6 / 20_000.0;
        assert!((least..=most).contains(&per_item), "{expression}: {per_item} ns");
    }
}

#[test]
fn products_of_large_numbers_take_time_by_their_digits() {
    let small = took("a = 3 ** 2000", "a * a", "py3.13");
    let large = took("a = 3 ** 200000", "a * a", "py3.13");
    assert!(large > 100.0 * small && large < 10_000.0 * small, "{small} to {large} ms");
}

#[test]
fn a_long_native_holds_the_lock_as_long_as_it_takes() {
    let script = "
import threading, time
n = 1_000_000
freeze = 0
def tick():
    global freeze
    while not done:
        before = time.perf_counter()
        time.sleep(0.001)
        freeze = max(freeze, time.perf_counter() - before)
done = False
ticker = threading.Thread(target=tick)
ticker.start()
sum(range(n)); sum(range(n))
done = True
ticker.join()
print(freeze * 1000)
";
    for name in ["py3.9", "py3.10", "py3.13"] {
        let freeze = number(script, model(name), Settings::default());
        assert!((19.0..=22.0).contains(&freeze), "{name}: {freeze} ms");
    }
    // A hundred instructions of any length: both calls are within one turn.
    let freeze = number(script, model("py2.7"), Settings::default());
    assert!((39.0..=42.0).contains(&freeze), "py2.7: {freeze} ms");
    let freeze = number(script, model("free-threaded"), Settings::default());
    assert!(freeze < 2.0, "free-threaded: {freeze} ms");
}

#[test]
fn costs_are_what_the_settings_say_and_part_of_the_schedule_and_the_trace() {
    let mut costs = Costs::default();
    costs.set_item(Work::Iterate, 40_000);
    costs.set_instruction(OpClass::Call, 1_000_000);
    let settings = Settings { costs: Arc::new(costs.clone()), ..Settings::default() };
    assert_eq!(Costs::from_code(&settings.facts().costs), Ok(costs.clone()));
    let script =
        "import time\nstart = time.perf_counter()\nsum(range(100000))\nprint((time.perf_counter() - start) * 1e3)";
    let took = number(script, model("py3.13"), settings.clone());
    assert!((6.9..7.2).contains(&took), "{took}");
    let simulation = crate::run::prepare(script, model("py3.13"), settings);
    assert_eq!(simulation.schedule(&[]).conditions.costs, costs.code());
    assert_eq!(Settings::default().facts().costs, "".into());
}

#[test]
fn the_zone_is_utc_and_the_process_is_nobodys() {
    let script = "
import os, sys, time
print(time.tzname, time.timezone, time.daylight, time.strftime('%Z %z'), time.localtime(0).tm_hour, time.ctime(0))
print(os.getpid(), os.getppid(), os.getuid(), os.getgid(), os.isatty(1), sys.stdout.isatty())
";
    let run = run(script, model("py3.13"), Settings::default());
    let expected = "('UTC', 'UTC') 0 0 UTC +0000 0 Thu Jan  1 00:00:00 1970\n4242 1 1000 1000 False False\n";
    assert_eq!(run.output, expected, "{}", run.errors);
}
