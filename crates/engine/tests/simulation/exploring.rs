//! Many executions from one snapshot are the very executions that their seeds make from the beginning.

use crate::run::{model, prepare, run};
use gilscope_engine::explore::{Explorer, Found, Outcomes};
use gilscope_engine::simulated::{Ending, Settings};
use gilscope_engine::step::{Progress, Steppable};
use gilscope_engine::{Config, Loaded, Program};
use gilscope_gil::GilModel;
use gilscope_trace::Stream;
use std::num::NonZeroU32;

const COUNTER: &str = "
import threading
counter = 0
def work():
    global counter
    for _ in range(30):
        counter += 1
threads = [threading.Thread(target=work) for _ in range(2)]
for t in threads: t.start()
for t in threads: t.join()
print(counter)
";

/// Objects of all kinds are made, changed and dropped after the threads have begun, classes and modules as well.
const EVERYTHING: &str = "
import threading, random
words, seen, order = {'a': 1}, set(), []
text = 'begin' * 10
class Box:
    total = 0
    def __init__(self, value): self.value = value
    def __repr__(self): return f'Box({self.value})'
boxes = [Box(i) for i in range(3)]
def numbers():
    n = 0
    while True:
        n += 1
        yield n
counter, numbered, local = iter(range(1000)), numbers(), threading.local()
lock = threading.Lock()
def work(name):
    global text
    local.name = name
    for i in range(4):
        with lock:
            number = next(counter), next(numbered)
        words[f'{name}{i}'] = number
        seen.add(number[0] % 5)
        order.append(name)
        boxes[i % 3].value += 1
        Box.total += 1
        text += name
        work.calls = getattr(work, 'calls', 0) + 1
        setattr(boxes[0], f'{name}_{i}', [number])
    class Own(Box):
        names = sorted([local.name, 'z'], key=lambda word: word * 2)
    boxes.append(Own(name))
    import json
    order.append(json.dumps({'name': name}))
    try:
        del words['a']
    except KeyError as error:
        order.append(repr(error))
threads = [threading.Thread(target=work, args=(name,)) for name in 'xy']
for t in threads: t.start()
for t in threads: t.join()
print(order, words, seen, boxes, Box.total, text, work.calls, vars(boxes[0]), boxes[-1].names)
print(next(counter), next(numbered), [c.__name__ for c in Box.__subclasses__()])
";

const DEADLOCK: &str = "
import threading
a, b, gate = threading.Lock(), threading.Lock(), threading.Barrier(2)
def work(one, other):
    gate.wait()
    one.acquire()
    other.acquire()
    other.release()
    one.release()
threads = [threading.Thread(target=work, args=pair) for pair in ((a, b), (b, a))]
for t in threads: t.start()
for t in threads: t.join()
print('done')
";

/// The modules' own random numbers come from the seed as well.
const CHANCE: &str = "
import random, threading
numbers = []
threads = [threading.Thread(target=lambda: numbers.append(random.random())) for _ in range(2)]
for t in threads: t.start()
for t in threads: t.join()
print(numbers)
";

/// What ends with the program has something to say then, in `__del__` and in functions of `atexit`.
const LAST_WORDS: &str = "
import _thread, atexit
class Last:
    def __del__(self):
        print('deleted')
last = Last()
atexit.register(print, 'the end')
one = _thread.start_joinable_thread(lambda: print('thread'))
print('main')
one.join()
";

/// The same without either: nothing is left to do at the end.
const NO_WORDS: &str = "
import _thread
one = _thread.start_joinable_thread(lambda: print('thread', end=''))
print('main', end='')
one.join()
";

fn explorer(script: &str, model: GilModel, settings: &Settings) -> Explorer {
    let mut config = Config::new(Program::Code(script.to_owned()), vec!["-c".to_owned()]);
    config.model = model;
    let loaded = Loaded {
        text: script.to_owned(),
        filename: "script.py".to_owned(),
        file: None,
        import_dir: "/nonexistent".to_owned(),
    };
    Explorer::new(&config, settings, &loaded).expect("a policy")
}

fn settings(policy: &str, seed: u64) -> Settings {
    Settings { policy: policy.to_owned(), seed, ..Settings::default() }
}

fn every(instructions: u32) -> GilModel {
    GilModel::every(NonZeroU32::new(instructions).expect("more than none"))
}

fn found(script: &str, model: GilModel, seeds: u64) -> Vec<Found> {
    let mut explorer = explorer(script, model, &settings("random", 0));
    let mut outcomes = Outcomes::default();
    (0..seeds).for_each(|seed| outcomes.add(seed, explorer.run(seed)));
    outcomes.finish()
}

#[test]
fn an_explored_execution_is_the_one_that_its_seed_makes() {
    let models = [model("py3.13"), model("py3.9"), model("free-threaded"), every(1), every(7)];
    for script in [COUNTER, EVERYTHING, DEADLOCK, CHANCE, LAST_WORDS, NO_WORDS] {
        for (policy, model) in ["random", "os", "random:3", "round-robin:2", "os"].into_iter().zip(models) {
            let mut explorer = explorer(script, model, &settings(policy, 0));
            for seed in [3, 0, 7, 3] {
                let explored = explorer.run(seed);
                let whole = run(script, model, settings(policy, seed));
                let text = |stream| {
                    let pieces = explored.output().iter().filter(|piece| piece.stream == stream);
                    pieces.map(|piece| String::from_utf8_lossy(&piece.bytes).into_owned()).collect::<String>()
                };
                let what = format!("{policy}, {}, seed {seed}:{script}", model.name);
                assert_eq!((text(Stream::Output), text(Stream::Error)), (whole.output, whole.errors), "{what}");
                assert_eq!(explored.ending(), Some(&whole.ending), "{what}");
                // The steps after the program are not made where they would only flush.
                let ahead = whole.took - explored.now().0 as f64 * 1e-9;
                assert!((0.0..1e-4).contains(&ahead), "{ahead}: {what}");
                let picks: Vec<u32> = explored.picks().iter().map(|thread| thread.0).collect();
                assert_eq!(picks, whole.picks, "{what}");
            }
        }
    }
}

#[test]
fn turns_in_a_row_come_to_the_same_state_as_one_by_one() {
    let models = [model("py3.13"), model("py3.9"), every(1), every(1), every(7)];
    for script in [COUNTER, EVERYTHING, DEADLOCK, CHANCE] {
        for (policy, model) in ["random", "round-robin:2", "random:3", "os", "random"].into_iter().zip(models) {
            for seed in 0..3 {
                let mut whole = prepare(script, model, settings(policy, seed));
                whole.run();
                let mut stepped = prepare(script, model, settings(policy, seed));
                while stepped.advance(u64::MAX, &mut Vec::new()) != Progress::Ended {}
                let what = format!("{policy}, {}, seed {seed}:{script}", model.name);
                assert_eq!((whole.steps(), whole.picks()), (stepped.steps(), stepped.picks()), "{what}");
                assert_eq!(whole.state_hash(), stepped.state_hash(), "{what}");
            }
        }
    }
}

#[test]
fn going_back_works_after_collections() {
    let script =
        EVERYTHING.replace("range(4)", "range(400)").replace("order.append(name)", "order.append([name] * 900)");
    let mut explorer = explorer(&script, model("py3.13"), &settings("random:50", 0));
    for seed in [1, 2, 1] {
        let explored = explorer.run(seed);
        let mut whole = prepare(&script, model("py3.13"), settings("random:50", seed));
        whole.run();
        assert_eq!(explored.output(), whole.output(), "seed {seed}");
    }
}

#[test]
fn races_and_deadlocks_show() {
    let counts = found(COUNTER, every(1), 200);
    assert!(counts.len() > 3, "{counts:?}");
    assert_eq!(counts.iter().map(|found| found.times).sum::<u64>(), 200);
    let exact = found(COUNTER, model("py3.13"), 200);
    assert_eq!(exact.len(), 1, "{exact:?}");
    let locks = found(DEADLOCK, model("py3.13"), 300);
    assert!(locks.iter().any(|found| found.ending == Ending::Deadlocked), "{locks:?}");
    assert!(locks.iter().any(|found| found.output == b"done\n"), "{locks:?}");
}
