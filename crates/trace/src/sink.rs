//! Who is told of events.

use crate::{Definition, Event, Level};
use std::sync::Arc;

/// A receiver of events. Several operating-system threads report to one sink, so it keeps its own state in order.
pub trait Sink: Send + Sync {
    /// Takes note of one event. Called with the interpreter lock's own mutex held: be quick, and never wait.
    fn record(&self, event: &Event);

    /// Takes note of what an id in the events to come stands for.
    fn define(&self, definition: &Definition) {
        let _ = definition;
    }

    /// The highest level at which events are wanted.
    fn level(&self) -> Level {
        Level::Switches
    }

    /// Whether events are wanted at all: if not, nobody reads a clock to make one.
    fn is_listening(&self) -> bool {
        true
    }
}

/// Listens to nothing.
#[derive(Debug, Clone, Copy, Default)]
pub struct NullSink;

impl Sink for NullSink {
    fn record(&self, _event: &Event) {}

    fn is_listening(&self) -> bool {
        false
    }
}

/// Passes every event on to several sinks, in order.
#[derive(Default)]
pub struct Tee(pub Vec<Arc<dyn Sink>>);

impl Sink for Tee {
    fn record(&self, event: &Event) {
        for sink in self.0.iter().filter(|sink| event.kind.level() <= sink.level()) {
            sink.record(event);
        }
    }

    fn define(&self, definition: &Definition) {
        for sink in &self.0 {
            sink.define(definition);
        }
    }

    fn level(&self) -> Level {
        self.0.iter().map(|sink| sink.level()).max().unwrap_or_default()
    }

    fn is_listening(&self) -> bool {
        self.0.iter().any(|sink| sink.is_listening())
    }
}
