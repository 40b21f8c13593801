//! Chrome's trace event format, in JSON.
//!
//! "Trace Event Format", Google, <https://chromium.googlesource.com/catapult>: docs linked from `tracing/README.md`.
//! Times are in microseconds; stretches are complete events (`X`), arrows are flow events (`s`, `f`).

use super::{Moment, Slice, Track, TrackWriter};
use crate::words;
use gilscope_trace::{Header, Timestamp};
use serde_json::{Map, Value, json};
use std::io::{self, Write};

/// Writes the format's object form.
#[derive(Debug, Default)]
pub struct Chrome {
    has_events: bool,
}

/// The viewer groups tracks by process.
const GIL: u64 = 1;
const THREADS: u64 = 2;
const LOCKS: u64 = 3;

impl Chrome {
    fn event(&mut self, event: &Value, out: &mut dyn Write) -> io::Result<()> {
        let separator = if std::mem::replace(&mut self.has_events, true) { ",\n" } else { "\n" };
        write!(out, "{separator}{event}")
    }

    fn metadata(&mut self, name: &str, (pid, tid): (u64, u64), args: &Value, out: &mut dyn Write) -> io::Result<()> {
        self.event(&json!({ "ph": "M", "name": name, "pid": pid, "tid": tid, "args": args }), out)
    }

    fn flow(&mut self, phase: &str, id: u64, at: f64, track: Track, out: &mut dyn Write) -> io::Result<()> {
        let (pid, tid) = place(track);
        let mut flow = json!({ "ph": phase, "id": id, "name": "GIL", "cat": "gil", "ts": at, "pid": pid, "tid": tid });
        if phase == "f" {
            // Binds to the stretch around it, and not to the next one.
            flow["bp"] = json!("e");
        }
        self.event(&flow, out)
    }
}

impl TrackWriter for Chrome {
    fn begin(&mut self, header: &Header, tracks: &[(Track, String)], out: &mut dyn Write) -> io::Result<()> {
        let about = json!({ "version": "gilscope", "conditions": words::conditions(header) });
        write!(out, "{{\"displayTimeUnit\":\"ns\",\"otherData\":{about},\"traceEvents\":[")?;
        for (pid, name) in [(GIL, "GIL"), (THREADS, "threads"), (LOCKS, "locks")] {
            if tracks.iter().any(|(track, _)| place(*track).0 == pid) {
                self.metadata("process_name", (pid, 0), &json!({ "name": name }), out)?;
                self.metadata("process_sort_index", (pid, 0), &json!({ "sort_index": pid }), out)?;
            }
        }
        for (order, (track, name)) in tracks.iter().enumerate() {
            self.metadata("thread_name", place(*track), &json!({ "name": name }), out)?;
            self.metadata("thread_sort_index", place(*track), &json!({ "sort_index": order }), out)?;
        }
        Ok(())
    }

    fn slice(&mut self, slice: &Slice, out: &mut dyn Write) -> io::Result<()> {
        let (pid, tid) = place(slice.track);
        let details = slice.details.iter().map(|(name, value)| ((*name).to_owned(), json!(value)));
        let event = json!({
            "ph": "X", "name": slice.name, "cat": slice.category, "pid": pid, "tid": tid,
            "ts": micros(slice.from.0),
            "dur": micros(slice.to.0.saturating_sub(slice.from.0)),
            "args": Value::Object(details.collect::<Map<_, _>>()),
        });
        self.event(&event, out)?;
        if let Some(arrow) = slice.takes {
            self.flow("f", arrow, micros(slice.from.0), slice.track, out)?;
        }
        if let Some(arrow) = slice.gives {
            // Inside the stretch, or it would bind to none.
            let end = Timestamp(slice.to.0.saturating_sub(1)).max(slice.from);
            self.flow("s", arrow, micros(end.0), slice.track, out)?;
        }
        Ok(())
    }

    fn moment(&mut self, moment: &Moment, out: &mut dyn Write) -> io::Result<()> {
        let (pid, tid) = place(moment.track);
        let event = json!({
            "ph": "i", "s": "t", "name": moment.name, "cat": "event", "pid": pid, "tid": tid, "ts": micros(moment.at.0),
        });
        self.event(&event, out)
    }

    fn finish(&mut self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "\n]}}")
    }
}

/// The process and the thread that stand for a track.
fn place(track: Track) -> (u64, u64) {
    match track {
        Track::Gil => (GIL, 1),
        Track::Thread(id) => (THREADS, u64::from(id.0) + 1),
        Track::Lock(id) => (LOCKS, id.0.saturating_add(1)),
    }
}

/// Nanoseconds in microseconds. Exact up to 104 days.
fn micros(nanos: u64) -> f64 {
    nanos as f64 / 1e3
}
