//! How much of the machine a script may use: for running what somebody else has written.
//!
//! A script that is watched runs in a thread of its own, and the thread that asked for it looks at the clock and at the
//! process. Beyond a limit the interpreter is taken away from the script and what its files hold is written; a native
//! function that does not come back in time is left behind.

use crate::Outcome;
use gilscope_gil::{Clock, RealClock};
use std::fmt::{self, Display, Formatter};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::sync::{Arc, OnceLock};
use std::time::Duration;
use std::{fs, io, thread};

/// How often the clock and the memory are looked at.
const PERIOD: Duration = Duration::from_millis(20);

/// How long a script beyond its limits has for coming to a check point and for writing what its files hold.
pub(crate) const GRACE: Duration = Duration::from_millis(300);

/// Stack of the thread that runs a watched script: what Linux gives to the main thread of a process.
const STACK: usize = 8 << 20;

/// What a script may use; nothing is limited by default.
#[derive(Debug, Clone, Default)]
pub struct Limits {
    time: Option<Duration>,
    /// In bytes.
    memory: Option<u64>,
    threads: Option<u32>,
    /// What was too much, once something was.
    excess: Arc<OnceLock<Excess>>,
}

/// A limit that was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Excess {
    Time(Duration),
    /// In bytes.
    Memory(u64),
}

impl Display for Excess {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Excess::Time(limit) => write!(f, "it has run for {limit:?}, the time limit"),
            Excess::Memory(limit) => write!(f, "it needs more memory than {}, the memory limit", size(*limit)),
        }
    }
}

impl Excess {
    /// The outcome of a program that was stopped for it.
    pub(crate) fn outcome(self) -> Outcome {
        Outcome {
            report: Some(format!("the program was stopped: {self}.\n")),
            ..Outcome::of(Outcome::LIMIT, [].into())
        }
    }
}

impl Limits {
    /// `time` on the wall, for a simulation as well; `memory` in bytes, for the whole process; `threads` alive at the same
    /// time, beside the main thread.
    pub fn new(time: Option<Duration>, memory: Option<u64>, threads: Option<u32>) -> Limits {
        Limits { time, memory, threads, ..Limits::default() }
    }

    /// The limit that was reached, if one was.
    pub(crate) fn excess(&self) -> Option<Excess> {
        self.excess.get().copied()
    }

    /// Whether there may be so many threads, the main thread included.
    pub(crate) fn allow_threads(&self, alive: usize) -> bool {
        self.threads.is_none_or(|limit| alive <= limit as usize + 1)
    }

    /// Runs `work`, which tells the outcome unless it was cut short, within the limits. Beyond them `stop` is called, from
    /// where it may wait, and can tell another.
    pub(crate) fn watch(
        &self,
        work: impl FnOnce() -> Option<Outcome> + Send + 'static,
        stop: impl FnOnce(Excess) -> Option<Outcome> + Send + 'static,
    ) -> io::Result<Outcome> {
        if self.time.is_none() && self.memory.is_none() {
            return Ok(work().unwrap_or_else(Outcome::failed));
        }
        if self.memory.is_some() {
            occupied()?;
        }
        let (sender, outcomes) = mpsc::channel();
        tell_from_thread("script", STACK, sender, work)?;
        let clock = RealClock::start();
        loop {
            match outcomes.recv_timeout(PERIOD) {
                Ok(outcome) => return Ok(outcome),
                Err(RecvTimeoutError::Disconnected) => return Ok(Outcome::failed()),
                Err(RecvTimeoutError::Timeout) => {}
            }
            if let Some(excess) = self.look(clock) {
                let excess = *self.excess.get_or_init(|| excess);
                let (sender, stopped) = mpsc::channel();
                tell_from_thread("limits", STACK, sender, move || stop(excess))?;
                let outcome = stopped.recv_timeout(GRACE).or_else(|_| outcomes.recv_timeout(GRACE));
                return Ok(outcome.unwrap_or_else(|_| excess.outcome()));
            }
        }
    }

    fn look(&self, since_begin: RealClock) -> Option<Excess> {
        let passed = Duration::from_nanos(since_begin.now().0);
        let time = self.time.filter(|&limit| passed >= limit).map(Excess::Time);
        time.or_else(|| {
            let limit = self.memory?;
            occupied().is_ok_and(|bytes| bytes > limit).then_some(Excess::Memory(limit))
        })
    }
}

fn tell_from_thread(
    name: &str,
    stack: usize,
    to: Sender<Outcome>,
    work: impl FnOnce() -> Option<Outcome> + Send + 'static,
) -> io::Result<()> {
    let tell = move || {
        if let Some(outcome) = work() {
            // Nobody listens any more if the grace is over.
            let _ = to.send(outcome);
        }
    };
    thread::Builder::new().name(name.to_owned()).stack_size(stack).spawn(tell).map(drop)
}

fn size(bytes: u64) -> String {
    match bytes % (1 << 20) {
        0 => format!("{} MiB", bytes >> 20),
        _ => format!("{bytes} bytes"),
    }
}

/// The memory that the process occupies, in bytes (`VmRSS` in proc_pid_status(5)).
fn occupied() -> io::Result<u64> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|rest| rest.trim().strip_suffix("kB")?.trim().parse::<u64>().ok());
    kilobytes
        .map(|number| number << 10)
        .ok_or_else(|| io::Error::other("the system does not tell how much memory is used"))
}
