//! The vocabulary of what happens to the interpreter lock: identifiers, timestamps, events, and who listens to them.
//!
//! This crate knows nothing of the lock or of the virtual machine; both report to it. Whoever wants to draw, count or
//! judge an execution needs this crate alone.
#![forbid(unsafe_code)]

mod definition;
mod event;
mod format;
mod header;
mod ids;
mod ledger;
mod reason;
mod sink;
mod timestamp;

pub use definition::{Catalogue, CodeFacts, Definition, LockFacts, ThreadFacts};
pub use event::{BlockedOn, Event, EventKind, LeftBy, Level, Scope, Stream, WokenBy};
pub use format::{Ending, Record, TraceError, TraceReader, TraceWriter};
pub use header::{Header, SimulationFacts};
pub use ids::{CodeId, LockId, Place, Step, ThreadId};
pub use ledger::{Account, Ledger, Totals};
pub use reason::{ByReason, ReleaseReason};
pub use sink::{NullSink, Sink, Tee};
pub use timestamp::Timestamp;
