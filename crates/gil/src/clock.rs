//! The only place that reads the clocks of the machine.
#![expect(clippy::disallowed_methods, reason = "this is that place")]

use gilscope_trace::Timestamp;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// What time it is, for scripts and for events.
pub trait Clock: Send + Sync {
    /// Time since the execution began; never goes back.
    fn now(&self) -> Timestamp;

    /// Time since the beginning of 1970, as `time.time()` tells it.
    fn since_epoch(&self) -> Duration;
}

/// The clocks of the operating system.
#[derive(Debug, Clone, Copy)]
pub struct RealClock {
    start: Instant,
}

impl RealClock {
    /// A clock that begins at zero now.
    pub fn start() -> RealClock {
        RealClock { start: Instant::now() }
    }
}

impl Clock for RealClock {
    fn now(&self) -> Timestamp {
        Timestamp::from(self.start.elapsed())
    }

    fn since_epoch(&self) -> Duration {
        SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
    }
}

/// The moment so long from now, for waiting on a condition.
pub fn moment_in(patience: Duration) -> Instant {
    let now = Instant::now();
    // A patience beyond the end of time is as good as a year's.
    now.checked_add(patience).unwrap_or(now + Duration::from_secs(31_536_000))
}

/// How long it is until then; zero if that is over.
pub(crate) fn time_until(moment: Instant) -> Duration {
    moment.saturating_duration_since(Instant::now())
}
