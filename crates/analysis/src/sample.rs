//! Executions made by hand, for tests: event by event, times in nanoseconds.

use gilscope_trace::{BlockedOn, Event, EventKind, LockId, Place, ReleaseReason, ThreadId, Timestamp, WokenBy};
use std::time::Duration;

/// Events in the order in which they were added.
#[derive(Debug, Clone, Default)]
pub struct Recording {
    pub events: Vec<Event>,
    place: Option<Place>,
}

impl Recording {
    /// All that follows happens here.
    pub fn at(&mut self, place: Option<Place>) -> &mut Recording {
        self.place = place;
        self
    }

    /// Adds one event.
    pub fn add(&mut self, time: u64, thread: u32, kind: EventKind) -> &mut Recording {
        self.events.push(Event { time: Timestamp(time), thread: ThreadId(thread), place: self.place, kind });
        self
    }

    pub fn start(&mut self, time: u64, thread: u32, parent: Option<u32>) -> &mut Recording {
        self.add(time, thread, EventKind::ThreadStarted { parent: parent.map(ThreadId) })
    }

    pub fn take(&mut self, time: u64, thread: u32, waited: u64) -> &mut Recording {
        self.add(time, thread, EventKind::GilTaken { waited: Duration::from_nanos(waited) })
    }

    pub fn request(&mut self, time: u64, thread: u32, holder: u32) -> &mut Recording {
        self.add(time, thread, EventKind::GilRequested { holder: Some(ThreadId(holder)) })
    }

    pub fn release(&mut self, time: u64, thread: u32, reason: ReleaseReason, held: u64) -> &mut Recording {
        let held = Duration::from_nanos(held);
        self.add(time, thread, EventKind::GilReleased { reason, held, requested_by: None })
    }

    /// Releases because `by` asked for it.
    pub fn give_way(&mut self, time: u64, thread: u32, held: u64, by: u32) -> &mut Recording {
        let held = Duration::from_nanos(held);
        let requested_by = Some(ThreadId(by));
        self.add(time, thread, EventKind::GilReleased { reason: ReleaseReason::Interval, held, requested_by })
    }

    pub fn block(&mut self, time: u64, thread: u32, on: BlockedOn) -> &mut Recording {
        self.add(time, thread, EventKind::ThreadBlocked { on })
    }

    pub fn wake(&mut self, time: u64, thread: u32, by: WokenBy) -> &mut Recording {
        self.add(time, thread, EventKind::ThreadWoken { by })
    }

    pub fn acquire(&mut self, time: u64, thread: u32, lock: u64) -> &mut Recording {
        self.add(time, thread, EventKind::LockAcquired { lock: LockId(lock) })
    }

    pub fn unlock(&mut self, time: u64, thread: u32, lock: u64) -> &mut Recording {
        self.add(time, thread, EventKind::LockReleased { lock: LockId(lock) })
    }

    pub fn finish(&mut self, time: u64, thread: u32) -> &mut Recording {
        self.add(time, thread, EventKind::ThreadFinished)
    }

    /// The time of the last event.
    pub fn end(&self) -> Timestamp {
        self.events.last().map_or(Timestamp(0), |event| event.time)
    }
}
