//! How long the stepper takes to go somewhere in a long execution, the drawing of the screen included.
//!
//! `cargo bench -p gilscope --bench stepper`: a jump of up to a million instructions must take less than 50 ms.
#![allow(clippy::print_stdout, reason = "a benchmark measures and prints")]

use gilscope_engine::simulated::{Settings, Simulation};
use gilscope_engine::{Config, Program, header, load};
use gilscope_gil::GilModel;
use gilscope_trace::{Level, NullSink};
use gilscope_tui::{Action, App, At, Command, Direction, Live, Palette, Unit};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use rustix::time::{ClockId, clock_gettime};
use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

/// A jump that is longer than this is too slow.
const MOST: Duration = Duration::from_millis(50);
/// Jumps that are measured.
const JUMPS: u64 = 200;
/// Instructions that a jump goes over at most.
const REACH: u64 = 1_000_000;

const COUNTING: &str = "\
import threading

counter = 0


def plus_one(n):
    return n + 1


def work(n):
    global counter
    for _ in range(n):
        counter = plus_one(counter)


threads = [threading.Thread(target=work, args=(ROUNDS,)) for _ in range(THREADS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
";

struct Stepper {
    app: App,
    terminal: Terminal<TestBackend>,
}

impl Stepper {
    fn new(threads: u64, rounds: u64, model: GilModel) -> Stepper {
        let program = COUNTING.replace("ROUNDS", &rounds.to_string()).replace("THREADS", &threads.to_string());
        let mut config = Config::new(Program::Code(program), vec!["-c".to_owned()]);
        config.model = model;
        let settings = Settings { keeps_events: true, work_limit: None, ..Settings::default() };
        let loaded = load(&config.program).expect("the program is in the configuration");
        let header = header(&config, &loaded, Level::Switches, Some(settings.facts()));
        let script = loaded.filename.clone();
        let simulation = Simulation::new(&config, Arc::new(NullSink), settings, loaded).expect("the policy exists");
        let live = Live::new(simulation, header, config.arguments, &script, Command::default());
        let app = App::new(Box::new(live), Palette { has_colour: true });
        let terminal = Terminal::new(TestBackend::new(200, 60)).expect("a test backend does not fail");
        Stepper { app, terminal }
    }

    /// How long something takes until it is seen.
    fn time(&mut self, act: impl FnOnce(&mut App)) -> Duration {
        let start = processor_time();
        act(&mut self.app);
        self.terminal.draw(|frame| self.app.draw(frame)).expect("a test backend does not fail");
        processor_time() - start
    }

    fn key(&mut self, name: &str, action: Action) {
        let times: Vec<Duration> = (0..5).map(|_| self.time(|app| app.act(action))).collect();
        tell(name, times);
    }
}

/// Of this process, which has one thread: what else the machine does meanwhile does not count.
fn processor_time() -> Duration {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    Duration::new(time.tv_sec.try_into().unwrap_or(0), time.tv_nsec.try_into().unwrap_or(0))
}

/// Prints the median and the longest; gives the longest.
fn tell(name: &str, mut times: Vec<Duration>) -> Duration {
    times.sort();
    let (median, longest) = (times[times.len() / 2], times[times.len() - 1]);
    let milliseconds = |time: Duration| time.as_secs_f64() * 1e3;
    println!("  {name:<36} median {:>9.3} ms   longest {:>9.3} ms", milliseconds(median), milliseconds(longest));
    longest
}

fn jumps(stepper: &mut Stepper, end: u64) -> Duration {
    let mut times = Vec::new();
    let mut here = end / 2;
    stepper.time(|app| app.open_at(At { step: here, events: None }));
    let mut chance = 1_u64;
    for _ in 0..JUMPS {
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let distance = (chance >> 33) % REACH;
        here = if chance >> 63 == 0 { here.saturating_add(distance).min(end) } else { here.saturating_sub(distance) };
        times.push(stepper.time(|app| app.open_at(At { step: here, events: None })));
    }
    tell("jump of up to 1,000,000 instructions", times)
}

fn measure(title: &str, mut stepper: Stepper) -> Duration {
    println!("{title}");
    let all = stepper.time(|app| {
        while app.has_work() {
            app.work();
        }
        app.act(Action::End);
    });
    let end = stepper.app.at().step;
    println!("  {end} instructions recorded in {:.2} s", all.as_secs_f64());
    let longest = jumps(&mut stepper, end);
    stepper.key("End", Action::End);
    stepper.key("Home", Action::Start);
    stepper.time(|app| app.open_at(At { step: end / 2, events: None }));
    for (name, action) in [
        ("next switch", Action::Move(Direction::Forward, Unit::Switch)),
        ("previous switch", Action::Move(Direction::Backward, Unit::Switch)),
        ("next event of this thread", Action::Move(Direction::Forward, Unit::ThreadEvent)),
        ("next line", Action::Move(Direction::Forward, Unit::Line)),
        ("previous line", Action::Move(Direction::Backward, Unit::Line)),
        ("previous instruction", Action::Move(Direction::Backward, Unit::Instruction)),
        ("next problem", Action::Problem(Direction::Forward)),
        ("zoom in", Action::ZoomIn),
        ("pan", Action::Pan(Direction::Forward)),
        ("fit", Action::Fit),
    ] {
        stepper.key(name, action);
    }
    longest
}

fn main() {
    let every = GilModel::every(NonZeroU32::new(30).expect("not zero"));
    let longest = [
        measure("two threads, the GIL of 3.13", Stepper::new(2, 1_000_000, GilModel::default())),
        measure("two threads, free-threaded", Stepper::new(2, 500_000, GilModel::FREE_THREADED)),
        measure("100 threads, a switch after 30 instructions", Stepper::new(100, 20_000, every)),
    ];
    let is_fast = longest.iter().all(|longest| *longest < MOST);
    println!("{}", if is_fast { "every jump took less than 50 ms" } else { "some jumps took 50 ms and more" });
    std::process::exit(i32::from(!is_fast));
}
