//! Made-up executions for tests.

use crate::history::History;
use crate::{Command, Filed, Live};
use gilscope_bytecode::Code;
use gilscope_engine::simulated::{Settings, Simulation};
use gilscope_engine::step::Recorded;
use gilscope_engine::{Config, Program, load};
use gilscope_gil::GilModel;
use gilscope_trace::{
    BlockedOn, Catalogue, Definition, Event, EventKind, Header, Level, NullSink, ReleaseReason, SimulationFacts,
    ThreadFacts, ThreadId, Timestamp,
};
use std::sync::Arc;
use std::time::Duration;

/// Two threads that lose updates.
pub(crate) const RACE: &str = "\
import threading

counter = 0


def plus_one(n):
    return n + 1


def add():
    global counter
    for _ in range(3000):
        counter = plus_one(counter)


threads = [threading.Thread(target=add) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print('counted', counter)
";

/// A simulation of a program that hands over often.
pub(crate) fn live(program: &str, model: GilModel) -> Live {
    let mut config = Config::new(Program::Code(program.to_owned()), vec!["-c".to_owned()]);
    config.model = model;
    config.switch_interval = Duration::from_micros(5);
    let settings = Settings { keeps_events: true, ..Settings::default() };
    let loaded = load(&config.program).expect("the program is in the configuration");
    let header = gilscope_engine::header(&config, &loaded, Level::Switches, Some(settings.facts()));
    let script = loaded.filename.clone();
    let simulation = Simulation::new(&config, Arc::new(NullSink), settings, loaded).expect("the policy exists");
    let command = Command { options: " --seed 0".to_owned(), program: "race.py".to_owned() };
    Live::new(simulation, header, config.arguments, &script, command)
}

/// One event at a time in microseconds; its step is that time, too.
pub(crate) fn recorded(micros: u64, thread: u32, kind: EventKind) -> Recorded {
    let event = Event { time: Timestamp(1_000 * micros), thread: ThreadId(thread), place: None, kind };
    Recorded { step: micros, event }
}

pub(crate) fn taken() -> EventKind {
    EventKind::GilTaken { waited: Duration::ZERO }
}

pub(crate) fn released(reason: ReleaseReason, requested_by: Option<u32>) -> EventKind {
    EventKind::GilReleased { reason, held: Duration::ZERO, requested_by: requested_by.map(ThreadId) }
}

/// Two threads that take turns; the main thread then waits for the other one.
pub(crate) fn events() -> Vec<Recorded> {
    let on = BlockedOn::Join(ThreadId(1));
    vec![
        recorded(0, 0, EventKind::ThreadStarted { parent: None }),
        recorded(0, 0, taken()),
        recorded(299, 1, EventKind::ThreadStarted { parent: Some(ThreadId(0)) }),
        recorded(299, 1, EventKind::GilRequested { holder: Some(ThreadId(0)) }),
        recorded(300, 0, released(ReleaseReason::Interval, Some(1))),
        recorded(300, 1, taken()),
        recorded(600, 1, released(ReleaseReason::Interval, Some(0))),
        recorded(600, 0, taken()),
        recorded(700, 0, EventKind::ThreadBlocked { on }),
        recorded(700, 0, released(ReleaseReason::Join, None)),
        recorded(700, 1, taken()),
        recorded(1_000, 1, EventKind::ThreadFinished),
    ]
}

pub(crate) fn history() -> History {
    let mut history = History::default();
    history.follow(&events());
    history
}

/// So many events of five threads that take turns.
pub(crate) fn many_events(count: u64) -> Vec<Recorded> {
    let event = |i: u64| {
        let kind = if i.is_multiple_of(2) { taken() } else { released(ReleaseReason::Tick, None) };
        recorded(i, (i / 2 % 5) as u32, kind)
    };
    (0..count).map(event).collect()
}

/// Under the defaults of CPython 3.13.
pub(crate) fn header() -> Header {
    Header {
        script: "lost_update.py".into(),
        script_hash: [0; 32],
        model: "py3.13".into(),
        interval: 5_000_000,
        ticks: 0,
        level: Level::Switches,
        simulation: Some(SimulationFacts {
            seed: 7,
            cpus: 2,
            policy: "os".into(),
            wake_latency: 50_000,
            costs: Default::default(),
        }),
    }
}

/// The code of a program.
pub(crate) fn compile(text: &str) -> Arc<Code> {
    let module = gilscope_syntax::parse(text).expect("the program parses");
    let options = gilscope_compiler::Options { filename: "test.py".into(), hidden: false };
    let (code, _) = gilscope_compiler::compile_with_warnings(&module, text, &options).expect("the program compiles");
    Arc::new(code)
}

/// Those events, as if read from a file.
pub(crate) fn filed() -> Filed {
    let mut catalogue = Catalogue::default();
    for (id, name) in [(0, "MainThread"), (1, "Thread-1 (add)")] {
        let facts = ThreadFacts { name: name.into(), is_daemon: false };
        catalogue.insert(Definition::Thread(ThreadId(id), facts));
    }
    let events = events().into_iter().map(|recorded| recorded.event).collect();
    Filed::new("t.gil".into(), header(), catalogue, events)
}
