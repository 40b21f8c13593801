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
}

impl Lookout {
    pub(crate) fn new() -> Lookout {
        Lookout { free: OnceLock::new(), holder_on: AtomicU32::new(NONE) }
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

    /// Waits for something that the holder of the lock will do soon, but not long; says whether it came.
    pub(crate) fn spin(&self, came: impl Fn() -> bool) -> bool {
        let here = processor();
        for _ in 0..TURNS {
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

    /// As `spin`, if few enough others look out.
    pub(crate) fn spin_if_free(&self, came: impl Fn() -> bool) -> bool {
        let slot = self.free().fetch_update(Ordering::Relaxed, Ordering::Relaxed, |free| free.checked_sub(1));
        if slot.is_err() {
            return came();
        }
        let result = self.spin(came);
        self.free().fetch_add(1, Ordering::Relaxed);
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
