//! The conditions of a simulation, and its constants: nanoseconds of virtual time.

use gilscope_gil::{Move, ThreadId};
use gilscope_trace::SimulationFacts;
use gilscope_vm::cost::Costs;
use std::sync::Arc;
use std::time::Duration;

/// What can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    pub seed: u64,
    /// Virtual processor cores; at least one.
    pub cpus: u32,
    /// The policy by name, as `gilscope_sched::policy` reads it.
    pub policy: String,
    /// How long a woken thread needs until it runs: the mean of two thirds to twice as much.
    pub wake_latency: Duration,
    /// What work costs.
    pub costs: Arc<Costs>,
    /// The program is stopped when its threads have worked so long, time burned on purpose not counted.
    pub work_limit: Option<Duration>,
    /// The program is stopped after so many instructions.
    pub step_limit: Option<u64>,
    /// Turns given by hand, in the order of their times.
    pub moves: Vec<Move>,
    /// The picks of an execution that this one must repeat.
    pub picks: Vec<ThreadId>,
    /// Whether what the program writes goes to the world as well: its standard output and error.
    pub echo: bool,
    /// Whether events are kept for step control.
    pub keeps_events: bool,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            seed: 0,
            cpus: 2,
            policy: "os".to_owned(),
            wake_latency: Duration::from_micros(30),
            costs: Arc::default(),
            work_limit: Some(Duration::from_secs(300)),
            step_limit: None,
            moves: Vec::new(),
            picks: Vec::new(),
            echo: false,
            keeps_events: false,
        }
    }
}

impl Settings {
    /// What a trace says about them.
    pub fn facts(&self) -> SimulationFacts {
        SimulationFacts {
            seed: self.seed,
            cpus: self.cpus,
            policy: self.policy.as_str().into(),
            wake_latency: self.wake_latency.as_nanos() as u64,
            costs: self.costs.code().into(),
        }
    }
}

/// How much later than asked Linux ends a timed wait (`prctl(2)`, `PR_SET_TIMERSLACK`).
pub(super) const TIMER_SLACK: u64 = 50_000;
/// How long a thread keeps a core that others wait for.
pub(super) const TIME_SLICE: u64 = 4_000_000;
/// Under the model `fair`, for how long a thread looks out for the lock before it sleeps.
pub(super) const LOOKOUT: u64 = 50_000;
/// From one thread to another on the same core.
pub(super) const CONTEXT_SWITCH: u64 = 2_000;
/// What the starting of a thread costs the one that starts it.
pub(super) const THREAD_START: u64 = 15_000;
/// A system call that returns at once.
pub(super) const SYSTEM_CALL: u64 = 5_000;
/// Longer calls leave the core.
pub(super) const LONGEST_ON_CORE: u64 = 50_000;
/// `sched_yield`, and taking a free lock under the rules of 2.7.
pub(super) const YIELD: u64 = 500;
/// What two computing threads of 2.7 do on two cores from one change of the lock's owner to the next, and what they lose in
/// that time. Measured on 2.7.18, two loops of five million rounds: 0.20 s of work take 0.55 s, with 24,700 changes of the
/// owner; so each comes after 8.1 µs of work, and 14.2 µs are lost to waking a processor and to the cache line of the
/// semaphore. A release bears its share of the loss: by the work since the lock was taken, which is 101 counted
/// instructions. After a longer tick a whole one is lost. So the time is 2.75 times that of one thread, whatever the
/// instructions; on eight kinds of loops it was 1.9 to 3.5 times on 2.7.18, and about 3 in most of them.
pub(super) const WORK_PER_CHANGE: u64 = 8_100;
pub(super) const LOST_PER_CHANGE: u64 = 14_200;
/// In so many percent of the lost time the lock is free, so that a woken thread, which comes after 30 µs, gets it almost every
/// other time: about 58 µs from one change of the owner to the next (measured: 45 µs in the median, 20 to 120 in most
/// cases), and 5 % of the releases change the owner (measured: 4 to 8 %). With much more of it the two would hand the lock
/// to each other at every release, without a wake-up, which was not seen.
pub(super) const FREE_PERCENT: u64 = 70;
/// On a single core a contended release is next to nothing (1.0 to 1.1 times): nobody is woken on another one.
pub(super) const CONTENDED_RELEASE_ONE_CORE: (u64, u64) = (0, 30);
/// How far the cores of threads that run at the same time may be apart, at least and at most.
pub(super) const QUANTUM: (u64, u64) = (100, 1_000);
/// How long the steps after a program take at most that has nothing to do at its end.
pub(super) const LONGEST_FLUSH: u64 = 100_000;
/// The longest grant, so that limits are looked at.
pub(super) const LONGEST_GRANT: u64 = 10_000_000_000;
/// What a round of the loop of `gilscope.burn` takes, where instructions are counted and other threads wait.
pub(super) const BURN_GRAIN: u64 = 40;
/// `time.time()` at the start: the beginning of 2025.
pub(super) const EPOCH: u64 = 1_735_689_600_000_000_000;
