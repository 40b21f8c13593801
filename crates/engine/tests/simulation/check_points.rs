//! Where each model looks for a request: pinned by letting another thread run at every check point, and noting the
//! instruction that was run before.

use crate::run::{model, run};
use gilscope_bytecode::{Code, Constant, Opcode};
use gilscope_engine::simulated::Settings;
use gilscope_trace::{EventKind, Place, ReleaseReason};
use std::collections::{BTreeMap, BTreeSet};

const SCRIPT: &str = "
import threading
class Box: v = 0
def callee(x):
    return x
def work():
    box = Box()
    items = [3, 1]
    table = {}
    for i in range(30):
        box.v += 1
        items[0] = items[1] + i
        table['k'] = abs(i)
        x = callee(i)
        if x > 5 and x in items: x = -x
        if x is None: x = 0
        n = len(items)
        items.append(n)
        items.pop()
        try: y = not x
        finally: z = x
    while x < 3: x += 1
threads = [threading.Thread(target=work) for _ in range(2)]
for t in threads: t.start()
for t in threads: t.join()
";

/// The code objects of the script by their names.
fn codes(code: &Code, found: &mut BTreeMap<String, Code>) {
    for constant in &code.constants {
        if let Constant::Code(inner) = constant {
            found.insert(inner.qualname.to_string(), Code::clone(inner));
            codes(inner, found);
        }
    }
}

fn compiled(script: &str) -> BTreeMap<String, Code> {
    let tree = gilscope_syntax::parse(script).expect("it parses");
    let options = gilscope_compiler::Options { filename: "script.py".into(), hidden: false };
    let module = gilscope_compiler::compile(&tree, script, &options).expect("it compiles");
    let mut found = BTreeMap::new();
    codes(&module, &mut found);
    found
}

/// The instruction that was run before the thread came to this place. At the head of a loop it is taken for the jump
/// back, which is how it is come to in all rounds but the first.
fn before(code: &Code, place: Place) -> Option<Opcode> {
    let at = place.instruction as usize;
    let jumps_here = |op| code.instructions.iter().any(|i| i.op == op && i.arg as usize == at);
    if jumps_here(Opcode::JumpBackward) {
        return Some(Opcode::JumpBackward);
    }
    let previous = code.instructions.get(at.checked_sub(1)?)?.op;
    let conditional = [Opcode::PopJumpIfFalse, Opcode::PopJumpIfTrue, Opcode::PopJumpIfNone, Opcode::PopJumpIfNotNone];
    Some(conditional.into_iter().find(|&op| previous.ends_block() && jumps_here(op)).unwrap_or(previous))
}

/// The places where a thread was made to give way, each with the code object it is in.
fn places(script: &str, name: &str) -> Vec<(Code, Place)> {
    let codes = compiled(script);
    let settings = Settings { policy: "round-robin:1".to_owned(), keeps_events: true, ..Settings::default() };
    let mut simulation = crate::run::prepare(script, model(name), settings);
    simulation.run();
    let catalogue = simulation.catalogue();
    let forced = |kind: &EventKind| match kind {
        EventKind::GilReleased { reason, .. } => matches!(reason, ReleaseReason::Interval | ReleaseReason::Tick),
        _ => false,
    };
    let places = simulation.take_events().into_iter().filter(|event| forced(&event.kind)).filter_map(|e| e.place);
    let found = places.filter_map(|place| Some((codes.get(&*catalogue.code(place.code)?.name)?.clone(), place)));
    found.collect()
}

/// The instructions after which other threads came to run.
fn seen(name: &str) -> BTreeSet<&'static str> {
    places(SCRIPT, name).iter().filter_map(|(code, place)| before(code, *place)).map(Opcode::name).collect()
}

/// What the calls below need.
const SETUP: &str = "
import threading
class Box:
    v = 0
    def method(self, x): return x
    def __str__(self): return 'box'
    def __hash__(self): return 7
    def __len__(self): return 3
    def __call__(self, x): return x
class Bare: pass
class Made:
    def __init__(self): self.v = 1
def callee(x): return x
def counter():
    n = 0
    while True:
        n += 1
        yield n
box, counted, items, pair, one, named = Box(), counter(), [], (3, 1), (1,), {'a': 1}
add, locks, table = items.append, [], {}
";

/// A call, and whether CPython 3.13 looks for a request once it is over. After a function of a script it does not: that
/// has looked on entry. `CALL_LEN`, `CALL_ISINSTANCE`, `CALL_TYPE_1` and `CALL_LIST_APPEND` do not look at all.
const CALLS: &[(&str, Opcode, bool)] = &[
    ("abs(i)", Opcode::Call, true),
    ("str(i)", Opcode::Call, true),
    ("table.get(i)", Opcode::Call, true),
    ("add(i)", Opcode::Call, true),
    ("Bare()", Opcode::Call, true),
    ("str(box)", Opcode::Call, true),
    ("hash(box)", Opcode::Call, true),
    ("table.get(box)", Opcode::Call, true),
    ("box(i)", Opcode::Call, true),
    ("next(own)", Opcode::Call, true),
    ("sum(n for n in pair)", Opcode::Call, true),
    ("all(n for n in pair)", Opcode::Call, true),
    ("any(n for n in pair)", Opcode::Call, true),
    ("tuple(n for n in pair)", Opcode::Call, true),
    ("list(map(callee, pair))", Opcode::Call, true),
    ("lock.acquire(False)", Opcode::Call, true),
    ("int('1', base=10)", Opcode::CallKw, true),
    ("max(pair, key=callee)", Opcode::CallKw, true),
    ("sorted(pair, key=callee)", Opcode::CallKw, true),
    ("sorted((n for n in pair), reverse=True)", Opcode::CallKw, true),
    ("abs(*one)", Opcode::CallFunctionEx, true),
    ("len(*[pair])", Opcode::CallFunctionEx, true),
    ("dict(**named)", Opcode::CallFunctionEx, true),
    ("len(items)", Opcode::Call, false),
    ("len(box)", Opcode::Call, false),
    ("isinstance(i, int)", Opcode::Call, false),
    ("type(i)", Opcode::Call, false),
    ("items.append(i)", Opcode::Call, false),
    ("callee(i)", Opcode::Call, false),
    ("box.method(i)", Opcode::Call, false),
    ("Made()", Opcode::Call, false),
    ("counter()", Opcode::Call, false),
    ("callee(x=i)", Opcode::CallKw, false),
    ("callee(*one)", Opcode::CallFunctionEx, false),
];

/// Whether other threads came to run right after a call in a loop, which is an instruction of this kind.
fn is_seen_after(call: &str, op: Opcode, name: &str) -> bool {
    let script = format!(
        "{SETUP}\ndef work():\n    own, lock = counter(), threading.Lock()\n    for i in range(20):\n        {call}\n\
         threads = [threading.Thread(target=work) for _ in range(2)]\n\
         for t in threads: t.start()\nfor t in threads: t.join()\n"
    );
    let found = places(&script, name);
    found.iter().filter(|(code, _)| &*code.name == "work").any(|(code, place)| {
        let at = place.instruction as usize;
        let last = code.instructions.iter().rposition(|i| i.op == op);
        last.is_some_and(|last| last + 1 == at)
    })
}

#[test]
fn every_native_call_is_a_check_point_on_its_return_and_no_other_is() {
    for &(call, op, expected) in CALLS {
        for name in ["py3.13", "py3.14"] {
            assert_eq!(is_seen_after(call, op, name), expected, "{call} under {name}");
        }
    }
}

#[test]
fn up_to_3_10_every_call_is_a_check_point_on_its_return() {
    for &(call, op, _) in CALLS {
        for name in ["py3.9", "py3.10", "every-op"] {
            assert!(is_seen_after(call, op, name), "{call} under {name}");
        }
    }
}

#[test]
fn py3_13_py3_14_and_fair_look_at_the_end_of_loops_after_native_calls_and_on_entry() {
    for name in ["py3.13", "py3.14", "per-interpreter", "fair"] {
        assert_eq!(seen(name), BTreeSet::from(["CALL", "JUMP_BACKWARD", "RESUME"]), "{name}");
    }
}

#[test]
fn py3_10_looks_after_calls_and_jumps_that_are_taken_and_on_entry() {
    let found = seen("py3.10");
    let expected = BTreeSet::from(["CALL", "JUMP_BACKWARD", "POP_JUMP_IF_FALSE", "RESUME"]);
    assert!(found.is_superset(&BTreeSet::from(["CALL", "JUMP_BACKWARD", "RESUME"])), "{found:?}");
    for name in ["LOAD_FAST", "LOAD_GLOBAL", "BINARY_OP", "STORE_ATTR", "STORE_SUBSCR", "COMPARE_OP", "BINARY_SUBSCR"] {
        assert!(!found.contains(name) || expected.contains(name), "{name}: {found:?}");
    }
}

#[test]
fn py3_9_and_py2_7_look_after_all_but_the_fast_instructions() {
    for name in ["py3.9", "py2.7"] {
        let found = seen(name);
        for fast in ["LOAD_FAST", "LOAD_CONST", "STORE_FAST", "POP_TOP", "IS_OP"] {
            assert!(name == "py2.7" || !found.contains(fast), "{name}: {fast} {found:?}");
        }
        if name == "py3.9" {
            for slow in ["LOAD_GLOBAL", "LOAD_ATTR", "STORE_ATTR", "BINARY_OP", "STORE_SUBSCR", "COMPARE_OP", "CALL"] {
                assert!(found.contains(slow), "{name}: {slow} {found:?}");
            }
        }
    }
}

#[test]
fn every_op_and_free_threaded_look_everywhere() {
    for name in ["every-op", "free-threaded"] {
        let found = seen(name);
        for any in ["LOAD_FAST", "STORE_FAST", "LOAD_CONST", "LOAD_ATTR", "BINARY_OP", "CALL", "RESUME", "COMPARE_OP"] {
            assert!(found.contains(any), "{name}: {any} {found:?}");
        }
    }
}

#[test]
fn with_one_thread_nothing_happens_at_check_points() {
    let settings = Settings { keeps_events: true, ..Settings::default() };
    for name in ["py2.7", "py3.9", "py3.10", "py3.13", "fair", "every-op"] {
        let run = run("for i in range(3000): abs(i)", model(name), settings.clone());
        let releases = run.events.iter().filter(|event| matches!(event.kind, EventKind::GilReleased { .. }));
        assert_eq!(releases.count(), 1, "{name}: only the one at the end");
    }
}
