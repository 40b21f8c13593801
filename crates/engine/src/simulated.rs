//! The simulated driver: one loop on one thread of the operating system, virtual time, virtual cores.
//!
//! A thread of the script runs until a timer is due, or until it has a reason of its own to come back. What it asked for
//! then, and the timers, are worked off; all of that is plain data, so that a simulation can be copied at any step. The
//! interpreter lock follows `take_gil` and `drop_gil` of CPython, with the times that the operating system takes:
//! see `lock.rs`. Models without one lock run threads on several cores: see `cores.rs`.

mod act;
mod choices;
mod cores;
mod execution;
mod fair;
mod hash;
mod host;
mod listener;
mod lock;
mod moves;
mod program;
mod report;
mod restore;
mod settings;
mod step;
mod thread;
mod timers;
mod turns;
mod wait_for;
mod world;

pub(crate) use execution::execute;
pub use execution::script_hash;
pub use listener::Acquired;
pub use report::{Ending, Problem};
pub use settings::Settings;
pub use thread::Status;
pub use wait_for::{Blocked, WaitFor};
pub use world::Written;

use crate::host::RealHost;
use crate::load::Loaded;
use crate::{Config, Limits, Program};
use act::Action;
use choices::Choices;
use cores::Cores;
use gilscope_gil::{EvalBreaker, GilModel, Locks, Move, Policy, Random, RealClock, Recorder, SwitchInterval};
use gilscope_sched::PolicyError;
use gilscope_trace::{Catalogue, Event, EventKind, LockId, NullSink, Sink, ThreadId, Timestamp};
use gilscope_vm::Interp;
use listener::Listener;
use lock::Lock;
use program::Stage;
use std::collections::VecDeque;
use std::sync::Arc;
use thread::Thread;
use timers::Timers;
use world::World;

/// The stream of random numbers for what the operating system does; policies have their own.
const LATENCIES: u64 = 3;

/// An execution on virtual time.
pub struct Simulation {
    interp: Box<Interp>,
    host: Arc<host::SimulatedHost>,
    world: World,
    model: GilModel,
    settings: Arc<Settings>,
    /// The switch interval at the start, in nanoseconds.
    start_interval: u64,
    loaded: Arc<Loaded>,
    limits: Limits,
    choices: Choices,
    random: Random,
    /// The moment that the execution has come to.
    now: u64,
    threads: Vec<Thread>,
    timers: Timers,
    lock: Lock,
    cores: Cores,
    /// What the thread that came back asked for, while it has not been done.
    pending: Option<(ThreadId, Action)>,
    stage: Stage,
    /// How it ended.
    ending: Option<Ending>,
    /// The thread that was stopped between two check points, its grant not used up.
    paused: Option<ThreadId>,
    /// Instructions run so far.
    steps: u64,
    /// How long all threads have worked.
    work: u64,
    /// Threads given turns by hand, and not served yet.
    moves: VecDeque<Move>,
    /// All of them.
    given: Vec<Move>,
    listener: Arc<Listener>,
    recorder: Arc<Recorder>,
    /// Whether anyone wants to know more than what locks are held.
    is_recording: bool,
    /// Cycles of threads that wait for each other, seen while others still run.
    cycles: Vec<Vec<Blocked>>,
}

impl Simulation {
    /// A program that is about to begin.
    pub fn new(
        config: &Config,
        sink: Arc<dyn Sink>,
        settings: Settings,
        loaded: Loaded,
    ) -> Result<Simulation, PolicyError> {
        let listener = Listener::new(sink, settings.keeps_events);
        Simulation::heard_by(listener, config, settings, loaded)
    }

    fn heard_by(
        listener: Listener,
        config: &Config,
        settings: Settings,
        loaded: Loaded,
    ) -> Result<Simulation, PolicyError> {
        let policy = gilscope_sched::policy(&settings.policy, settings.seed)?;
        let policy: Box<dyn Policy> = match settings.picks.is_empty() {
            true => policy,
            false => Box::new(gilscope_sched::Replay::new(policy, settings.picks.clone())),
        };
        let (mut interp, host, world) = machine(config, &settings, &loaded);
        let listener = Arc::new(listener);
        let recorder = recorder(&listener);
        interp.listen(Arc::clone(&recorder));
        let mut moves = settings.moves.clone();
        moves.sort();
        let mut simulation = Simulation {
            interp,
            host,
            world,
            model: config.model,
            start_interval: u64::try_from(config.switch_interval.as_nanos()).unwrap_or(u64::MAX),
            choices: Choices::new(policy),
            random: Random::stream(settings.seed, LATENCIES),
            now: 0,
            threads: Vec::new(),
            timers: Timers::default(),
            lock: Lock::default(),
            cores: Cores::new(settings.cpus),
            pending: None,
            stage: Stage::Main,
            ending: None,
            paused: None,
            steps: 0,
            work: 0,
            given: moves.clone(),
            moves: moves.into(),
            is_recording: listener.wants_all(),
            listener,
            recorder,
            cycles: Vec::new(),
            settings: Arc::new(settings),
            loaded: Arc::new(loaded),
            limits: config.limits.clone(),
        };
        simulation.begin();
        Ok(simulation)
    }

    /// The moment that the execution has come to.
    pub fn now(&self) -> Timestamp {
        Timestamp(self.now)
    }

    /// Instructions run so far, in all threads.
    pub fn steps(&self) -> u64 {
        self.steps
    }

    /// How it ended, once it has.
    pub fn ending(&self) -> Option<&Ending> {
        self.ending.as_ref()
    }

    /// The interpreter: variables, frames, threads.
    pub fn interp(&self) -> &Interp {
        &self.interp
    }

    /// From now on memory is collected whenever it can be: a test mode.
    pub fn collect_always(&mut self) {
        self.interp.heap.collect_always();
    }

    /// What the program has written so far.
    pub fn output(&self) -> &[Written] {
        &self.world.output
    }

    /// The rules of the lock.
    pub fn model(&self) -> &GilModel {
        &self.model
    }

    /// What a thread does, and since when.
    pub fn status(&self, thread: ThreadId) -> Option<(Status, Timestamp)> {
        self.threads.get(thread.0 as usize).map(|thread| (thread.status, Timestamp(thread.since)))
    }

    /// Who has the interpreter lock; none in models without one.
    pub fn holder(&self) -> Option<ThreadId> {
        self.lock.holder
    }

    /// Who waits for it, the oldest first.
    pub fn waiters(&self) -> impl Iterator<Item = ThreadId> + '_ {
        self.lock.queue.iter().copied()
    }

    /// The answers of the policy where there was a choice.
    pub fn picks(&self) -> Vec<ThreadId> {
        self.choices.picks()
    }

    /// The events since this was asked last, if the settings keep them.
    pub fn take_events(&mut self) -> Vec<Event> {
        self.listener.take_events()
    }

    /// What the ids in events stand for.
    pub fn catalogue(&self) -> Catalogue {
        self.listener.catalogue()
    }

    /// Circles of threads that waited for each other, in the order in which they closed.
    pub fn cycles(&self) -> &[Vec<Blocked>] {
        &self.cycles
    }

    /// Where a lock was acquired, if it is held.
    pub fn acquired(&self, lock: LockId) -> Option<Acquired> {
        self.listener.acquired(lock)
    }

    /// Whether threads run at the same time.
    pub fn is_parallel(&self) -> bool {
        self.model.locks != Locks::One && self.choices.is_timed
    }

    /// Of threads that run at the same time, the one whose instructions come next.
    pub fn next_on_core(&self) -> Option<ThreadId> {
        let behind = self.cores.furthest_behind().and_then(|(core, _)| self.cores.cores[core].thread);
        self.paused.or(behind).filter(|_| self.is_parallel())
    }

    /// Whether threads take turns at once, without the times that an operating system takes.
    fn takes_turns(&self) -> bool {
        !self.choices.is_timed || self.model.takes_turns()
    }

    fn thread(&mut self, id: ThreadId) -> &mut Thread {
        &mut self.threads[id.0 as usize]
    }

    /// Tells of something that happened to a thread at a time.
    #[inline]
    fn record(&mut self, time: u64, thread: ThreadId, kind: EventKind) {
        if self.is_recording {
            self.tell(time, thread, kind);
        }
    }

    #[inline(never)]
    fn tell(&mut self, time: u64, thread: ThreadId, kind: EventKind) {
        let state = &mut self.threads[thread.0 as usize];
        self.recorder.record_at(Timestamp(time), thread, state.place, kind, &mut state.told);
    }
}

impl Clone for Simulation {
    /// A copy that goes on in the same way, and tells nobody.
    fn clone(&self) -> Simulation {
        let breaker = EvalBreaker::default();
        let host = Arc::new(self.host.fork(breaker.clone()));
        let mut interp = self.interp.clone();
        interp.breaker = breaker;
        interp.host = host.clone();
        let world = self.world.fork(&mut interp);
        let listener = Arc::new(self.listener.fork(Arc::new(NullSink)));
        let recorder = recorder(&listener);
        interp.listen(Arc::clone(&recorder));
        Simulation {
            interp,
            host,
            world,
            model: self.model,
            settings: Arc::clone(&self.settings),
            start_interval: self.start_interval,
            loaded: Arc::clone(&self.loaded),
            limits: self.limits.clone(),
            choices: self.choices.clone(),
            random: self.random.clone(),
            now: self.now,
            threads: self.threads.clone(),
            timers: self.timers.clone(),
            lock: self.lock.clone(),
            cores: self.cores.clone(),
            pending: self.pending.clone(),
            stage: self.stage,
            ending: self.ending.clone(),
            paused: self.paused,
            steps: self.steps,
            work: self.work,
            moves: self.moves.clone(),
            given: self.given.clone(),
            is_recording: listener.wants_all(),
            listener,
            recorder,
            cycles: self.cycles.clone(),
        }
    }
}

/// The recorder never looks at its clock: it is told the time of each event.
fn recorder(listener: &Arc<Listener>) -> Arc<Recorder> {
    Arc::new(Recorder::new(Arc::new(RealClock::start()), listener.clone()))
}

fn machine(config: &Config, settings: &Settings, loaded: &Loaded) -> (Box<Interp>, Arc<host::SimulatedHost>, World) {
    let interval = SwitchInterval::new(config.switch_interval);
    let library = Arc::new(RealHost::new(RealClock::start(), interval.clone()));
    match config.program {
        Program::Stdin => library.sources.hide(&loaded.filename),
        _ => library.sources.insert(&loaded.filename, &loaded.text),
    }
    let breaker = EvalBreaker::default();
    let conditions = (settings.seed, settings.cpus);
    let host = Arc::new(host::SimulatedHost::new(library, interval, breaker.clone(), conditions));
    let mut interp = Interp::new(host.clone(), breaker, &config.model, gilscope_stdlib::NATIVE_MODULES);
    interp.simulate(Arc::clone(&settings.costs), config.model.cost_percent);
    interp.set_arguments(&config.arguments);
    interp.set_path(std::slice::from_ref(&loaded.import_dir));
    crate::session::make_first_modules(&mut interp, config);
    let world = World::new(&mut interp, settings.echo);
    (interp, host, world)
}
