//! What a trace says of small scripts: where, why, because of whom.

use gilscope_engine::{Config, Program, run};
use gilscope_trace::*;
use parking_lot::Mutex;
use std::sync::Arc;
use std::time::Duration;

/// Keeps everything.
struct Kept {
    level: Level,
    seen: Mutex<(Catalogue, Vec<Event>)>,
}

impl Sink for Kept {
    fn record(&self, event: &Event) {
        self.seen.lock().1.push(event.clone());
    }

    fn define(&self, definition: &Definition) {
        self.seen.lock().0.insert(definition.clone());
    }

    fn level(&self) -> Level {
        self.level
    }
}

struct Trace {
    catalogue: Catalogue,
    events: Vec<Event>,
}

fn trace(level: Level, script: &str) -> Trace {
    let kept = Arc::new(Kept { level, seen: Mutex::default() });
    let program = Program::Embedded { name: "script.py".to_owned(), text: script.to_owned() };
    let mut config = Config::new(program, vec!["script.py".to_owned()]);
    config.switch_interval = Duration::from_millis(1);
    config.sink = kept.clone();
    assert_eq!(run(config).expect("it is run").status, 0);
    let (catalogue, events) = std::mem::take(&mut *kept.seen.lock());
    Trace { catalogue, events }
}

impl Trace {
    /// The function and line of an event: `work:3`; empty where there is none.
    fn place(&self, event: &Event) -> String {
        let located = event.place.and_then(|place| self.catalogue.locate(place));
        located.map_or_else(String::new, |(code, line)| format!("{}:{line}", code.name))
    }

    /// What `select` makes of the events, in their order, with their threads and places.
    fn select(&self, select: impl Fn(&EventKind) -> Option<String>) -> Vec<String> {
        let events = self.events.iter().filter_map(|event| {
            let word = select(&event.kind)?;
            Some(format!("{} {} {word}", event.thread, self.place(event)))
        });
        events.collect()
    }

    fn lock_names(&self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for event in &self.events {
            if let EventKind::LockAcquired { lock } = event.kind
                && let Some(facts) = self.catalogue.lock(lock)
            {
                names.push(format!("{} {}", facts.kind, facts.name.as_deref().unwrap_or("?")));
            }
        }
        names.retain(|name| !name.contains("threading."));
        names.dedup();
        names
    }
}

#[test]
fn a_release_says_where_and_why() {
    let trace = trace(
        Level::Switches,
        "import time\n\
         def nap():\n    time.sleep(0.001)\n\
         nap()\n",
    );
    let releases = trace.select(|kind| match kind {
        EventKind::GilReleased { reason, .. } => Some(reason.name().to_owned()),
        EventKind::ThreadBlocked { on } => Some(format!("{on:?}")),
        EventKind::ThreadWoken { by } => Some(format!("{by:?}")),
        _ => None,
    });
    assert_eq!(releases, ["T0 nap:3 Sleep", "T0 nap:3 sleep", "T0 nap:3 Deadline", "T0  exit"]);
}

#[test]
fn a_forced_release_names_who_asked() {
    let trace = trace(
        Level::Switches,
        "import threading, time\n\
         def burn():\n    end = time.monotonic() + 0.03\n    while time.monotonic() < end:\n        pass\n\
         t = threading.Thread(target=burn)\nt.start()\nburn()\nt.join()\n",
    );
    let forced = trace.select(|kind| match kind {
        EventKind::GilReleased { reason: ReleaseReason::Interval, requested_by, .. } => {
            Some(format!("{requested_by:?}"))
        }
        _ => None,
    });
    let by_main = forced.iter().any(|line| line.starts_with("T1 burn:") && line.ends_with("Some(ThreadId(0))"));
    let by_other = forced.iter().any(|line| line.starts_with("T0 burn:") && line.ends_with("Some(ThreadId(1))"));
    assert!(by_main && by_other, "{forced:#?}");
}

#[test]
fn locks_are_called_as_the_script_calls_them() {
    let trace = trace(
        Level::Switches,
        "import threading, queue\n\
         class Account:\n    def __init__(self):\n        self.lock = threading.Lock()\n\
         plain = threading.Lock()\nagain = threading.RLock()\naccount = Account()\n\
         forks = [threading.Lock() for _ in range(3)]\nbox = queue.Queue()\n\
         def inner():\n    mine = threading.Lock()\n    with mine: pass\n\
         with plain: pass\nwith again:\n    with again: pass\nwith account.lock: pass\n\
         with forks[2]: pass\ninner()\nbox.put(1)\n",
    );
    let expected = ["lock plain", "RLock again", "lock account.lock", "lock forks[2]", "lock mine", "lock box.mutex"]
        .map(str::to_owned);
    let names = trace.lock_names();
    assert!(names.ends_with(&expected), "{names:#?}");
}

#[test]
fn who_waits_is_woken_by_who_releases() {
    let trace = trace(
        Level::Switches,
        "import threading\n\
         lock = threading.Lock()\nlock.acquire()\n\
         def work():\n    with lock: pass\n    with go: go.wait()\n\
         go = threading.Condition()\n\
         t = threading.Thread(target=work, name='worker')\nt.start()\n\
         import time\ntime.sleep(0.02)\nlock.release()\ntime.sleep(0.02)\n\
         with go: go.notify()\nt.join()\n",
    );
    assert_eq!(trace.catalogue.thread_name(ThreadId(1)), "worker");
    let worker = trace.select(|kind| match kind {
        EventKind::ThreadBlocked { on: BlockedOn::Lock { lock, owner } } => {
            Some(format!("waits for {} of {owner:?}", trace.catalogue.lock_name(*lock)))
        }
        EventKind::ThreadWoken { by } => Some(format!("woken by {by:?}")),
        _ => None,
    });
    let worker: Vec<&String> = worker.iter().filter(|line| line.starts_with("T1 ")).collect();
    assert_eq!(
        worker,
        [
            "T1 work:5 waits for lock of Some(ThreadId(0))",
            "T1 work:5 woken by Thread(ThreadId(0))",
            "T1 work:6 waits for go of Some(ThreadId(1))",
            "T1 work:6 woken by Thread(ThreadId(0))",
        ]
    );
    let joined =
        trace.select(|kind| (*kind == EventKind::ThreadWoken { by: WokenBy::Thread(ThreadId(1)) }).then(String::new));
    assert_eq!(joined.last().map(String::as_str), Some("T0 <module>:15 "));
}

#[test]
fn output_is_told_in_whole_lines() {
    let trace =
        trace(Level::Switches, "import sys\nprint('a', 1)\nsys.stderr.write('b')\nprint('x', file=sys.stderr)\n");
    let written = trace.select(|kind| match kind {
        EventKind::TextWritten { stream, text } => Some(format!("{stream:?} {text:?}")),
        _ => None,
    });
    let expected = ["T0 <module>:2 Output \"a 1\\n\"", "T0 <module>:3 Error \"b\"", "T0 <module>:4 Error \"x\\n\""];
    assert_eq!(written, expected);
}

#[test]
fn calls_begin_and_end() {
    let trace = trace(
        Level::Calls,
        "def gen():\n    yield 1\n\
         def fail():\n    raise KeyError\n\
         def outer():\n    for _ in gen(): pass\n    try: fail()\n    except KeyError: pass\n    sorted([2, 1], key=lambda x: x)\n\
         outer()\n",
    );
    let calls = trace.select(|kind| match kind {
        EventKind::FunctionEntered => Some("entered".to_owned()),
        EventKind::FunctionLeft { by } => Some(format!("{by:?}")),
        EventKind::LineReached | EventKind::InstructionRun => panic!("too much is told"),
        _ => None,
    });
    assert_eq!(
        calls,
        [
            "T0 <module>:0 entered",
            "T0 outer:5 entered",
            "T0 gen:1 entered",
            "T0 gen:1 Return",
            "T0 gen:1 entered",
            "T0 gen:2 Yield",
            "T0 gen:2 entered",
            "T0 gen:2 Return",
            "T0 fail:3 entered",
            "T0 fail:4 Exception",
            "T0 outer.<locals>.<lambda>:9 entered",
            "T0 outer.<locals>.<lambda>:9 Return",
            "T0 outer.<locals>.<lambda>:9 entered",
            "T0 outer.<locals>.<lambda>:9 Return",
            "T0 outer:9 Return",
            "T0 <module>:10 Return",
        ]
    );
}

#[test]
fn lines_are_told_as_a_debugger_stops_at_them() {
    let trace = trace(Level::Lines, "total = 0\nfor i in range(2):\n    total += i\nprint(total)\n");
    let lines = trace.select(|kind| (*kind == EventKind::LineReached).then(String::new));
    let lines: Vec<&str> = lines.iter().map(|line| line.trim_start_matches("T0 <module>:").trim()).collect();
    assert_eq!(lines, ["1", "2", "3", "2", "3", "2", "4"]);
}

#[test]
fn instructions_say_what_they_change() {
    let trace = trace(
        Level::Instructions,
        "class Box: pass\n\
         def work():\n    n = 1\n    box.size = n\n    box.size += 1\n    items['k'] = 'v' * 200\n    del items['k'], n\n\
         box, items = Box(), {}\nwork()\n\
         try: box.size.x = 1\nexcept AttributeError: done = True\n",
    );
    let changes = trace.select(|kind| match kind {
        EventKind::ValueChanged { what, scope, now } => {
            Some(format!("{scope:?} {what} = {}", now.chars().take(9).collect::<String>()))
        }
        _ => None,
    });
    let from = changes.iter().position(|line| line.contains(" box = ")).expect("box is bound");
    assert_eq!(
        changes[from..],
        [
            "T0 <module>:8 Global box = <Box at 0",
            "T0 <module>:8 Global items = {}",
            "T0 work:3 Local n = 1",
            "T0 work:4 Attribute box.size = 1",
            "T0 work:5 Attribute box.size = 2",
            "T0 work:6 Item items['k'] = 'vvvvvvvv",
            "T0 work:7 Item items['k'] = (deleted)",
            "T0 work:7 Local n = (deleted)",
            "T0 <module>:11 Global done = True",
        ]
    );
    let instructions = trace.events.iter().filter(|event| event.kind == EventKind::InstructionRun).count();
    assert!(instructions > 40, "{instructions} instructions");
}
