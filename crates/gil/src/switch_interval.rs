//! How long a thread waits for the interpreter lock before it asks for it.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// The switch interval: shared with the script, which may change it at any time (`sys.setswitchinterval`).
#[derive(Debug, Clone)]
pub struct SwitchInterval(Arc<AtomicU64>);

impl SwitchInterval {
    /// CPython's default.
    pub const DEFAULT: Duration = Duration::from_millis(5);

    pub fn new(interval: Duration) -> SwitchInterval {
        let shared = SwitchInterval(Arc::default());
        shared.set_micros(u64::try_from(interval.as_micros()).unwrap_or(u64::MAX));
        shared
    }

    /// What `sys.getswitchinterval` tells: whole microseconds, perhaps none.
    pub fn micros(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }

    pub fn set_micros(&self, micros: u64) {
        self.0.store(micros, Ordering::Relaxed);
    }

    /// How long to wait: a microsecond at the least.
    pub fn patience(&self) -> Duration {
        Duration::from_micros(self.micros().max(1))
    }
}
