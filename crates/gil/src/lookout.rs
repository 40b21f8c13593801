//! Looking out for a moment before going to sleep.
//!
//! To wake a thread that sleeps takes the operating system some 25 µs when the thread's processor sleeps too. A
//! thread that looks out sees the same in well under one. Two threads that hand over to each other gain a factor of
//! ten by it, so a wait begins with a look about twice as long as a wake-up takes. There is no look where it would
//! only keep the processor from the thread that is looked out for: when that one runs on the same processor, or all
//! the processors are taken.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering};

/// How often a thread looks before it goes to sleep: some 50 µs.
const TURNS: u32 = 1_000;

/// The same for a thread that is being started: the system needs longer to make one than to wake one.
const TURNS_FOR_A_START: u32 = 2_500;

/// No thread holds the lock.
const NONE: u32 = u32::MAX;

/// What threads need to know to look out with reason.
#[derive(Debug)]
pub struct Lookout {
    /// How many more threads may look out for a wake-up: one for each processor but the one that works.
    /// Asked for when it is first needed: the system looks into files for the answer.
    free: OnceLock<AtomicUsize>,
    /// The processor on which the holder of the lock took it.
    holder_on: AtomicU32,
    /// How many threads wanted to look out for the first time since one of them did so with success. A program that
    /// starts a thousand threads, which all wait, has a thousand newcomers that would look out in vain, and keep the
    /// next one from the processor.
    newcomers: AtomicU32,
}

/// So many newcomers in a row look out in vain; then only each 16th does.
const NEWCOMERS: u32 = 8;
const SELDOM: u32 = 16;

impl Lookout {
    pub(crate) fn new() -> Lookout {
        Lookout { free: OnceLock::new(), holder_on: AtomicU32::new(NONE), newcomers: AtomicU32::new(0) }
    }

    fn free(&self) -> &AtomicUsize {
        self.free.get_or_init(|| {
            let processors = std::thread::available_parallelism().map_or(1, |processors| processors.get());
            AtomicUsize::new(processors - 1)
        })
    }

    /// The calling thread has taken the lock.
    pub(crate) fn taken(&self) {
        self.holder_on.store(processor(), Ordering::Relaxed);
    }

    /// Nobody has it any more.
    pub(crate) fn released(&self) {
        self.holder_on.store(NONE, Ordering::Relaxed);
    }

    /// For a thread that waits to be woken by another that runs.
    pub fn for_a_wake_up(&self) -> Look<'_> {
        Look { lookout: self, turns: TURNS }
    }

    /// For a thread that waits for one that it has started.
    pub fn for_a_start(&self) -> Look<'_> {
        Look { lookout: self, turns: TURNS_FOR_A_START }
    }

    /// Waits for something that the holder of the lock will do soon, but not long; says whether it came.
    pub(crate) fn spin(&self, came: impl Fn() -> bool) -> bool {
        self.spin_for(TURNS, came)
    }

    fn spin_for(&self, turns: u32, came: impl Fn() -> bool) -> bool {
        let here = processor();
        for _ in 0..turns {
            std::hint::spin_loop();
            if came() {
                return true;
            }
            if self.holder_on.load(Ordering::Relaxed) == here {
                break;
            }
        }
        came()
    }
}

/// A look before a sleep that another thread is to end.
#[derive(Debug, Clone, Copy)]
pub struct Look<'a> {
    lookout: &'a Lookout,
    turns: u32,
}

impl Look<'_> {
    /// Whether a thread may look out that never did so with success.
    pub(crate) fn is_for_newcomers(self) -> bool {
        let before = self.lookout.newcomers.fetch_add(1, Ordering::Relaxed);
        before < NEWCOMERS || before.is_multiple_of(SELDOM)
    }

    /// A look was of use.
    pub(crate) fn has_paid(self) {
        self.lookout.newcomers.store(0, Ordering::Relaxed);
    }

    /// Waits for a moment, if few enough others look out; says whether it came.
    pub(crate) fn spin_if_free(self, came: impl Fn() -> bool) -> bool {
        let free = self.lookout.free();
        let slot = free.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |free| free.checked_sub(1));
        if slot.is_err() {
            return came();
        }
        let result = self.lookout.spin_for(self.turns, came);
        free.fetch_add(1, Ordering::Relaxed);
        result
    }
}

/// The number of the processor that the calling thread runs on at the moment.
#[cfg(target_os = "linux")]
fn processor() -> u32 {
    u32::try_from(rustix::thread::sched_getcpu()).unwrap_or(0)
}

/// Where the system does not tell, all threads seem to run on one processor, and none looks out.
#[cfg(not(target_os = "linux"))]
fn processor() -> u32 {
    0
}
