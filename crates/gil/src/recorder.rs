//! From what happens to events: reads the clock and tells the sink, so that events come in the order of their times.

use crate::Clock;
use gilscope_trace::{Definition, Event, EventKind, Level, Place, Sink, ThreadId, Timestamp};
use parking_lot::Mutex;
use std::sync::Arc;

/// The sink of an execution with the clock that its events are dated by. If nobody listens, no clock is read.
pub struct Recorder {
    clock: Arc<dyn Clock>,
    sink: Arc<dyn Sink>,
    is_listening: bool,
    level: Level,
    /// The time of the last event. Held from reading the clock until the sink has been told.
    order: Mutex<Timestamp>,
}

impl Recorder {
    /// Whether the sink listens, and at which level, is asked here once and for all.
    pub fn new(clock: Arc<dyn Clock>, sink: Arc<dyn Sink>) -> Recorder {
        Recorder { clock, is_listening: sink.is_listening(), level: sink.level(), sink, order: Mutex::default() }
    }

    /// Whether there is any use in making events.
    pub fn is_listening(&self) -> bool {
        self.is_listening
    }

    /// Whether events of this level are wanted.
    pub fn wants(&self, level: Level) -> bool {
        self.is_listening && level <= self.level
    }

    /// Records something that happens to a thread now; says when that was. Zero when nobody listens.
    pub fn record(&self, thread: ThreadId, place: Option<Place>, kind: EventKind) -> Timestamp {
        self.record_with(thread, place, |_| kind)
    }

    /// As `record`, for events that say how long something took.
    pub fn record_with(
        &self,
        thread: ThreadId,
        place: Option<Place>,
        kind: impl FnOnce(Timestamp) -> EventKind,
    ) -> Timestamp {
        if !self.is_listening {
            return Timestamp::default();
        }
        let mut last = self.order.lock();
        let time = self.clock.now();
        *last = time;
        self.sink.record(&Event { time, thread, place, kind: kind(time) });
        time
    }

    /// As `record`, on virtual time: `time` is when it happens, or the time of the last event if that was later, since the
    /// times in a trace never go back. `since` is when the thread's state began; it is what the event's duration counts from.
    pub fn record_at(
        &self,
        time: Timestamp,
        thread: ThreadId,
        place: Option<Place>,
        kind: EventKind,
        since: &mut Timestamp,
    ) {
        if !self.is_listening {
            return;
        }
        let mut last = self.order.lock();
        *last = time.max(*last);
        let kind = kind.lasting(last.since(*since));
        if kind.begins_a_state() {
            *since = *last;
        }
        self.sink.record(&Event { time: *last, thread, place, kind });
    }

    /// Says what an id in later events stands for.
    pub fn define(&self, definition: &Definition) {
        if self.is_listening {
            self.sink.define(definition);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::RealClock;
    use gilscope_trace::NullSink;

    #[derive(Default)]
    struct Kept(Mutex<Vec<Event>>);

    impl Sink for Kept {
        fn record(&self, event: &Event) {
            self.0.lock().push(event.clone());
        }
    }

    #[test]
    fn events_of_many_threads_are_in_the_order_of_their_times() {
        let kept = Arc::new(Kept::default());
        let recorder = Recorder::new(Arc::new(RealClock::start()), kept.clone());
        std::thread::scope(|scope| {
            for thread in 0..4 {
                let recorder = &recorder;
                scope.spawn(move || {
                    for _ in 0..1000 {
                        recorder.record(ThreadId(thread), None, EventKind::LineReached);
                    }
                });
            }
        });
        let events = kept.0.lock();
        assert_eq!(events.len(), 4000);
        assert!(events.is_sorted_by_key(|event| event.time));
    }

    #[test]
    fn nobody_reads_a_clock_for_nobody() {
        struct Broken;
        impl Clock for Broken {
            fn now(&self) -> Timestamp {
                panic!("the clock was read");
            }
            fn since_epoch(&self) -> std::time::Duration {
                panic!("the clock was read");
            }
        }
        let recorder = Recorder::new(Arc::new(Broken), Arc::new(NullSink));
        assert_eq!(recorder.record(ThreadId(0), None, EventKind::ThreadFinished), Timestamp(0));
        assert!(!recorder.wants(Level::Switches));
    }
}
