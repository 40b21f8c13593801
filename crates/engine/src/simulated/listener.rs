//! Who a simulation tells of events: the sink that it was given, a list for step control, and a memory of locks and
//! names for reports. A copy of a simulation has listeners of its own.

use gilscope_trace::{
    Catalogue, Definition, Event, EventKind, Level, LockId, NullSink, Place, Sink, ThreadId, Timestamp,
};
use parking_lot::Mutex;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Where a lock was acquired that is held now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Acquired {
    pub by: ThreadId,
    pub at: Timestamp,
    pub place: Option<Place>,
}

#[derive(Debug, Clone, Default)]
struct Memory {
    catalogue: Catalogue,
    held: BTreeMap<LockId, Acquired>,
    events: Vec<Event>,
}

/// The sink of a simulation.
pub(super) struct Listener {
    memory: Mutex<Memory>,
    keeps_events: bool,
    /// Nothing is to be remembered at all.
    is_deaf: bool,
    sink: Arc<dyn Sink>,
}

impl Listener {
    pub(super) fn new(sink: Arc<dyn Sink>, keeps_events: bool) -> Listener {
        Listener { memory: Mutex::default(), keeps_events, is_deaf: false, sink }
    }

    /// For an execution of which only the outcome matters.
    pub(super) fn deaf() -> Listener {
        Listener { is_deaf: true, ..Listener::new(Arc::new(NullSink), false) }
    }

    /// Whether nothing is to be remembered, because only the outcome matters.
    pub(super) fn is_deaf(&self) -> bool {
        self.is_deaf
    }

    /// One that knows the same, and tells nobody else.
    pub(super) fn fork(&self, sink: Arc<dyn Sink>) -> Listener {
        let memory = Mutex::new(self.memory.lock().clone());
        Listener { memory, keeps_events: self.keeps_events, is_deaf: self.is_deaf, sink }
    }

    /// Whether anyone wants more than the memory of locks.
    pub(super) fn wants_all(&self) -> bool {
        self.keeps_events || self.sink.is_listening()
    }

    /// The events since this was asked last.
    pub(super) fn take_events(&self) -> Vec<Event> {
        std::mem::take(&mut self.memory.lock().events)
    }

    /// Whether there are any.
    pub(super) fn has_events(&self) -> bool {
        !self.memory.lock().events.is_empty()
    }

    /// What ids stand for.
    pub(super) fn catalogue(&self) -> Catalogue {
        self.memory.lock().catalogue.clone()
    }

    /// Where a lock was acquired, if it is held.
    pub(super) fn acquired(&self, lock: LockId) -> Option<Acquired> {
        self.memory.lock().held.get(&lock).copied()
    }
}

impl Sink for Listener {
    fn record(&self, event: &Event) {
        let mut memory = self.memory.lock();
        match event.kind {
            EventKind::LockAcquired { lock } => {
                let acquired = Acquired { by: event.thread, at: event.time, place: event.place };
                memory.held.insert(lock, acquired);
            }
            EventKind::LockReleased { lock } => drop(memory.held.remove(&lock)),
            _ => {}
        }
        if self.keeps_events {
            memory.events.push(event.clone());
        }
        drop(memory);
        if self.sink.is_listening() {
            self.sink.record(event);
        }
    }

    fn define(&self, definition: &Definition) {
        self.memory.lock().catalogue.insert(definition.clone());
        self.sink.define(definition);
    }

    fn level(&self) -> Level {
        self.sink.level()
    }

    fn is_listening(&self) -> bool {
        !self.is_deaf
    }
}
