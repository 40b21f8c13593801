//! Which updates get lost under which rules, as measured on the interpreters themselves: zero or not, in each case.

use crate::run::{model, number, prepare};
use gilscope_engine::simulated::Settings;
use gilscope_engine::step::{Recording, Watcher};
use std::fmt::Write;

const MODELS: [&str; 5] = ["py2.7", "py3.9", "py3.10", "py3.13", "free-threaded"];

/// Statements at the start, statements of the loop, what has been counted, and in which models updates get lost.
struct Case {
    name: &'static str,
    setup: &'static str,
    body: &'static str,
    counted: &'static str,
    lossy: [bool; 5],
}

const ALL: [bool; 5] = [true; 5];
const OLD: [bool; 5] = [true, true, false, false, true];
const UP_TO_3_10: [bool; 5] = [true, true, true, false, true];

const fn case(name: &'static str, setup: &'static str, body: &'static str, lossy: [bool; 5]) -> Case {
    Case { name, setup, body, counted: "c", lossy }
}

const fn of(
    name: &'static str,
    setup: &'static str,
    body: &'static str,
    counted: &'static str,
    lossy: [bool; 5],
) -> Case {
    Case { name, setup, body, counted, lossy }
}

const CASES: &[Case] = &[
    case("c += 1", "", "c += 1", OLD),
    of("obj.v += 1", "class O: v = 0\no = O()\no.v = 0", "o.v += 1", "o.v", OLD),
    of("lst[0] += 1", "l = [0]", "l[0] += 1", "l[0]", OLD),
    of("d['k'] += 1", "d = {'k': 0}", "d['k'] += 1", "d['k']", OLD),
    case("three statements", "", "x = c; x = x + 1; c = x", OLD),
    case("a jump that is taken", "", "x = c\nif x < 0: pass\nc = x + 1", UP_TO_3_10),
    case("a jump that is not taken", "", "x = c\nif x >= 0: x += 1\nc = x", OLD),
    case("len between", "s = 'a'", "c += len(s)", UP_TO_3_10),
    case("isinstance between", "", "x = c; isinstance(x, int); c = x + 1", UP_TO_3_10),
    case("try and finally", "", "try:\n    x = c\n    c = x + 1\nfinally:\n    pass", OLD),
    case("a call before the load", "def ident(x): return x", "c = ident(1) + c", OLD),
    case("a call of a function", "def inc(x): return x + 1", "c = inc(c)", ALL),
    case("a call between", "def ident(x): return x", "c = c + ident(1)", ALL),
    case("int()", "", "c = int(c) + 1", ALL),
    case("abs()", "", "c = abs(c) + 1", ALL),
    case("c += int(1)", "", "c += int(1)", ALL),
    of("d.get", "d = {}", "d['k'] = d.get('k', 0) + 1", "d['k']", ALL),
    of("getattr", "class B: pass\nb = B(); b.n = 0", "setattr(b, 'n', getattr(b, 'n') + 1)", "b.n", ALL),
    of(
        "a property",
        "class P:\n    _v = 0\n    @property\n    def v(self): return self._v\n    @v.setter\n    def v(self, x): self._v = x\np = P()",
        "p.v += 1",
        "p.v",
        ALL,
    ),
    of(
        "__add__",
        "class N:\n    def __init__(self, v): self.v = v\n    def __add__(self, o): return N(self.v + o)\nc = N(0)",
        "c = c + 1",
        "c.v",
        ALL,
    ),
    case("an inner loop", "", "x = c\nfor _ in (1, 2): pass\nc = x + 1", ALL),
    case("a comprehension", "", "x = c; [i for i in (1, 2)]; c = x + 1", ALL),
    case(
        "with",
        "class M:\n    def __enter__(self): pass\n    def __exit__(self, *a): pass\nm = M()",
        "x = c\nwith m: pass\nc = x + 1",
        ALL,
    ),
    case("sleep(0)", "import time", "x = c; time.sleep(0); c = x + 1", ALL),
];

/// Rounds in each of four threads.
const ROUNDS: u32 = 8000;

fn script(case: &Case) -> String {
    let mut script = format!("import sys, threading\nsys.setswitchinterval(1e-6)\nc = 0\n{}\n", case.setup);
    let _ = writeln!(script, "def work():\n    global c\n    for _ in range({ROUNDS}):");
    case.body.lines().for_each(|line| writeln!(script, "        {line}").expect("a string takes everything"));
    script.push_str("threads = [threading.Thread(target=work) for _ in range(4)]\n");
    script.push_str("for t in threads: t.start()\nfor t in threads: t.join()\n");
    let _ = writeln!(script, "print({} - {})", 4 * ROUNDS, case.counted);
    script
}

/// How many updates get lost in so many executions.
fn lost(case: &Case, name: &str, seeds: u64) -> f64 {
    let script = script(case);
    let settings = |seed| Settings { seed, ..Settings::default() };
    (0..seeds).map(|seed| number(&script, model(name), settings(seed))).sum()
}

fn check(seeds: u64) {
    let mut wrong = String::new();
    for case in CASES {
        for (name, lossy) in MODELS.into_iter().zip(case.lossy) {
            let lost = lost(case, name, seeds);
            if (lost > 0.0) != lossy {
                let _ = writeln!(wrong, "{} under {name}: {lost} lost", case.name);
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn updates_get_lost_where_they_do_on_cpython() {
    check(3);
}

#[test]
#[ignore = "takes minutes: run it with --release"]
fn updates_get_lost_where_they_do_on_cpython_with_100_seeds() {
    check(100);
}

/// What the stepper cannot see: a native that reads or writes by name, and a method between the two.
const OUT_OF_SIGHT: [&str; 2] = ["getattr", "a property"];

#[test]
fn the_stepper_finds_what_gets_lost_and_nothing_else() {
    let mut wrong = String::new();
    for case in CASES.iter().filter(|case| !OUT_OF_SIGHT.contains(&case.name)) {
        for name in MODELS {
            let settings = Settings { keeps_events: true, ..Settings::default() };
            let simulation = prepare(&script(case), model(name), settings);
            let mut recording = Recording::new(simulation, u64::MAX, Watcher::default());
            recording.extend(u64::MAX);
            let output = recording.tip().output().iter().flat_map(|piece| piece.bytes.to_vec()).collect();
            let printed = String::from_utf8(output).unwrap_or_default();
            let findings = recording.watcher().findings();
            if findings.is_empty() != (printed.trim() == "0") {
                let _ =
                    writeln!(wrong, "{} under {name}: {} lost, {} found", case.name, printed.trim(), findings.len());
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}
