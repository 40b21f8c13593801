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
    case("c += 1 in a while loop", "", "n = 1\nwhile n: c += 1; n = 0", OLD),
    of("obj.v += 1", "class O: v = 0\no = O()\no.v = 0", "o.v += 1", "o.v", OLD),
    of("lst[0] += 1", "l = [0]", "l[0] += 1", "l[0]", OLD),
    of("d['k'] += 1", "d = {'k': 0}", "d['k'] += 1", "d['k']", OLD),
    case("three statements", "", "x = c; x = x + 1; c = x", OLD),
    case("a jump that is taken", "", "x = c\nif x < 0: pass\nc = x + 1", UP_TO_3_10),
    case("a jump that is not taken", "", "x = c\nif x >= 0: x += 1\nc = x", OLD),
    case("a conditional expression", "", "x = c\ny = 1 if x < 0 else 2\nc = x + 1", UP_TO_3_10),
    case("len between", "s = 'a'", "c += len(s)", UP_TO_3_10),
    case("isinstance between", "", "x = c; isinstance(x, int); c = x + 1", UP_TO_3_10),
    case("try and finally", "", "try:\n    x = c\n    c = x + 1\nfinally:\n    pass", OLD),
    case("a call before the load", "def ident(x): return x", "c = ident(1) + c", OLD),
    case("a call of a function", "def inc(x): return x + 1", "c = inc(c)", ALL),
    case("a call between", "def ident(x): return x", "c = c + ident(1)", ALL),
    case("int()", "", "c = int(c) + 1", ALL),
    case("abs()", "", "c = abs(c) + 1", ALL),
    case("int() of a text", "", "c = int('%d' % c) + 1", ALL),
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
    case("a generator", "def g():\n    yield 1", "x = c\nfor _ in g(): pass\nc = x + 1", ALL),
    case(
        "with",
        "class M:\n    def __enter__(self): pass\n    def __exit__(self, *a): pass\nm = M()",
        "x = c\nwith m: pass\nc = x + 1",
        ALL,
    ),
    case("sleep(0)", "import time", "x = c; time.sleep(0); c = x + 1", ALL),
];

/// Rounds in each of four threads: where updates must get lost, and where they must not. Threads alternate every 80 µs or so,
/// which are some 1,500 rounds.
const LOST_IN: u32 = 8_000;
const KEPT_IN: u32 = 2_000;

/// Where updates must get lost, the first of these executions that loses one will do; where none must, all count.
const SEEDS: u64 = 100;

fn script(case: &Case, rounds: u32) -> String {
    let mut script = format!("import sys, threading\nsys.setswitchinterval(1e-6)\nc = 0\n{}\n", case.setup);
    let _ = writeln!(script, "def work():\n    global c\n    for _ in range({rounds}):");
    case.body.lines().for_each(|line| writeln!(script, "        {line}").expect("a string takes everything"));
    script.push_str("threads = [threading.Thread(target=work) for _ in range(4)]\n");
    script.push_str("for t in threads: t.start()\nfor t in threads: t.join()\n");
    let _ = writeln!(script, "print({} - {})", 4 * rounds, case.counted);
    script
}

/// Runs the cases under one of the models, those that keep all updates in so many rounds.
fn check(name: &str, kept_in: u32) {
    let column = MODELS.iter().position(|&model| model == name).expect("a column of the table");
    let mut wrong = String::new();
    for case in CASES {
        let script = script(case, if case.lossy[column] { LOST_IN } else { kept_in });
        let is_lost = |seed| number(&script, model(name), Settings { seed, ..Settings::default() }) > 0.0;
        let lossy = (0..SEEDS).find(|&seed| is_lost(seed));
        if lossy.is_some() != case.lossy[column] {
            let _ = writeln!(wrong, "{}: the first seed that loses an update is {lossy:?}", case.name);
        }
    }
    assert!(wrong.is_empty(), "under {name}\n{wrong}");
}

#[test]
fn updates_get_lost_under_py2_7_as_on_cpython() {
    check("py2.7", KEPT_IN);
}

#[test]
fn updates_get_lost_under_py3_9_as_on_cpython() {
    check("py3.9", KEPT_IN);
}

#[test]
fn updates_get_lost_under_py3_10_as_on_cpython() {
    check("py3.10", KEPT_IN);
}

#[test]
fn updates_get_lost_under_py3_13_as_on_cpython() {
    check("py3.13", KEPT_IN);
}

#[test]
fn updates_get_lost_without_a_gil_as_on_cpython() {
    check("free-threaded", KEPT_IN);
}

#[test]
#[ignore = "takes a minute"]
fn no_update_gets_lost_in_ten_times_as_many_rounds_where_none_does_on_cpython() {
    MODELS.iter().for_each(|name| check(name, 10 * KEPT_IN));
}

/// What the stepper cannot see: a native that reads or writes by name, and a method between the two.
const OUT_OF_SIGHT: [&str; 2] = ["getattr", "a property"];

#[test]
fn the_stepper_finds_what_gets_lost_and_nothing_else() {
    let mut wrong = String::new();
    for case in CASES.iter().filter(|case| !OUT_OF_SIGHT.contains(&case.name)) {
        for name in MODELS {
            let settings = Settings { keeps_events: true, ..Settings::default() };
            let simulation = prepare(&script(case, LOST_IN), model(name), settings);
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
