//! An execution for programs: one JSON object per line. `docs/trace.md` describes them.

use crate::filter::Filter;
use crate::view::View;
use gilscope_analysis::{ByPhase, LockAccount, Moment, Phase, Segment, Summary, Switch, Switches, Timeline};
use gilscope_trace::{BlockedOn, ByReason, Catalogue, Event, Header, LockId, Place, ReleaseReason, ThreadId};
use serde_json::{Map, Value, json};
use std::io::{self, Write};
use std::time::Duration;

/// The version of all objects. It grows when a field changes its meaning or goes; new fields may come at any time.
const SCHEMA: u32 = 1;

/// Writes one object per switch, after one for the header.
pub struct JsonLines {
    header: Header,
    filter: Filter,
    with_returns: bool,
    switches: Switches,
}

impl JsonLines {
    /// The lines of an execution that was recorded under these conditions.
    pub fn new(header: Header, filter: Filter) -> JsonLines {
        JsonLines { header, filter, with_returns: false, switches: Switches::default() }
    }

    /// Also has a line where a thread gives the lock up and is the next to take it.
    pub fn with_returns(self, with_returns: bool) -> JsonLines {
        JsonLines { with_returns, ..self }
    }

    fn write(&self, catalogue: &Catalogue, switch: &Switch, out: &mut dyn Write) -> io::Result<()> {
        let is_wanted = self.with_returns || switch.is_between_threads();
        if is_wanted && self.filter.has_switch(catalogue, switch) {
            writeln!(out, "{}", switch_json(catalogue, switch))?;
        }
        Ok(())
    }
}

impl View for JsonLines {
    fn begin(&mut self, _: &Catalogue, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{}", header_json(&self.header))
    }

    fn observe(&mut self, catalogue: &Catalogue, event: &Event, out: &mut dyn Write) -> io::Result<()> {
        match self.switches.observe(event) {
            Some(switch) => self.write(catalogue, &switch, out),
            None => Ok(()),
        }
    }

    fn finish(&mut self, catalogue: &Catalogue, out: &mut dyn Write) -> io::Result<()> {
        match std::mem::take(&mut self.switches).finish() {
            Some(last) => self.write(catalogue, &last, out),
            None => Ok(()),
        }
    }
}

/// The summary as one object.
pub fn summary(header: &Header, catalogue: &Catalogue, filter: &Filter, summary: &Summary) -> Value {
    let shown = summary.threads.iter().filter(|(thread, _)| filter.has_thread(catalogue, **thread));
    let threads: Vec<Value> = shown
        .map(|(&thread, figures)| {
            json!({
                "thread": thread.0,
                "name": catalogue.thread_name(thread),
                "lifetime_ns": nanos(figures.lifetime),
                "time_ns": by_phase(&figures.time),
                "holds": figures.holds,
                "requests": figures.requests,
                "switches": by_reason(&figures.switches),
                "longest_hold": figures.longest_hold.map(|moment| moment_json(catalogue, &moment)),
                "longest_wait": figures.longest_wait.map(|moment| moment_json(catalogue, &moment)),
            })
        })
        .collect();
    let convoys: Vec<Value> = summary
        .convoys
        .iter()
        .map(|convoy| {
            json!({
                "thread": convoy.thread.0,
                "behind": convoy.behind.0,
                "times": convoy.times,
                "of": convoy.of,
                "waited_ns": nanos(convoy.waited),
                "held_ns": nanos(convoy.held),
            })
        })
        .collect();
    json!({
        "schema": SCHEMA,
        "kind": "summary",
        "header": header_json(header),
        "duration_ns": nanos(summary.duration),
        "events": summary.events,
        "switches": summary.switches,
        "switches_by_reason": by_reason(&summary.switches_by_reason()),
        "held_ns": nanos(summary.held),
        "time_ns": by_phase(&summary.time()),
        "threads": threads,
        "locks": summary.locks.iter().map(|(lock, account)| lock_json(catalogue, *lock, account)).collect::<Vec<_>>(),
        "fairness": summary.fairness,
        "convoys": convoys,
    })
}

/// The timeline: one object for the header, then one per stretch of time.
pub fn timeline(
    header: &Header,
    catalogue: &Catalogue,
    filter: &Filter,
    timeline: &Timeline,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut first = header_json(header);
    first["from_ns"] = json!(timeline.from.0);
    first["to_ns"] = json!(timeline.to.0);
    first["grain_ns"] = nanos(timeline.grain);
    writeln!(out, "{first}")?;
    for (_, segments) in timeline.threads.iter().filter(|(thread, _)| filter.has_thread(catalogue, **thread)) {
        for segment in segments {
            writeln!(out, "{}", segment_json(catalogue, segment))?;
        }
    }
    Ok(())
}

fn header_json(header: &Header) -> Value {
    let simulation = header.simulation.as_ref().map(|facts| {
        let mut object = json!({
            "seed": facts.seed,
            "cpus": facts.cpus,
            "policy": &*facts.policy,
            "wake_latency_ns": facts.wake_latency,
        });
        if !facts.costs.is_empty() {
            object["costs"] = json!(&*facts.costs);
        }
        object
    });
    json!({
        "schema": SCHEMA,
        "kind": "header",
        "script": &*header.script,
        "model": &*header.model,
        "interval_ns": header.interval,
        "ticks": header.ticks,
        "level": header.level.name(),
        "simulation": simulation,
    })
}

fn switch_json(catalogue: &Catalogue, switch: &Switch) -> Value {
    let mut value = json!({
        "schema": SCHEMA,
        "kind": "switch",
        "time_ns": switch.time.0,
        "from": switch.from.as_ref().map(|release| thread_json(catalogue, release.thread)),
        "to": switch.to.map(|thread| thread_json(catalogue, thread)),
        "waited_ns": nanos(switch.waited),
        "idle_ns": nanos(switch.idle),
        "waiting": switch.waiting.iter().map(|thread| thread.0).collect::<Vec<_>>(),
    });
    if let Some(release) = &switch.from {
        value["reason"] = json!(release.reason.name());
        value["released_ns"] = json!(release.time.0);
        value["held_ns"] = nanos(release.held);
        value["requested_by"] = json!(release.requested_by.map(|thread| thread.0));
        value["blocked_on"] = release.on.map_or(Value::Null, |on| blocked_json(catalogue, on));
        value["place"] = place_json(catalogue, release.place);
    }
    value
}

fn segment_json(catalogue: &Catalogue, segment: &Segment) -> Value {
    json!({
        "schema": SCHEMA,
        "kind": "segment",
        "thread": segment.thread.0,
        "phase": segment.phase.name(),
        "from_ns": segment.from.0,
        "to_ns": segment.to.0,
        "reason": segment.reason.map(ReleaseReason::name),
        "blocked_on": segment.on.map_or(Value::Null, |on| blocked_json(catalogue, on)),
        "place": place_json(catalogue, segment.place),
    })
}

fn thread_json(catalogue: &Catalogue, thread: ThreadId) -> Value {
    json!({ "thread": thread.0, "name": catalogue.thread_name(thread) })
}

fn blocked_json(catalogue: &Catalogue, on: BlockedOn) -> Value {
    match on {
        BlockedOn::Lock { lock, owner } => json!({
            "kind": "lock", "lock": lock.0, "name": catalogue.lock_name(lock), "owner": owner.map(|thread| thread.0),
        }),
        BlockedOn::Join(thread) => json!({ "kind": "join", "thread": thread.0 }),
        BlockedOn::Sleep => json!({ "kind": "sleep" }),
        BlockedOn::Io => json!({ "kind": "io" }),
    }
}

fn place_json(catalogue: &Catalogue, place: Option<Place>) -> Value {
    match place.and_then(|place| Some((place, catalogue.locate(place)?))) {
        Some((place, (code, line))) => json!({
            "file": &*code.file, "function": &*code.name, "line": line, "instruction": place.instruction,
        }),
        None => Value::Null,
    }
}

fn moment_json(catalogue: &Catalogue, moment: &Moment) -> Value {
    json!({
        "from_ns": moment.from.0,
        "length_ns": nanos(moment.length),
        "place": place_json(catalogue, moment.place),
    })
}

fn lock_json(catalogue: &Catalogue, lock: LockId, account: &LockAccount) -> Value {
    json!({
        "lock": lock.0,
        "name": catalogue.lock_name(lock),
        "acquired": account.acquired,
        "contended": account.contended,
        "waited_ns": nanos(account.waited),
        "longest_wait_ns": nanos(account.longest_wait),
        "held_ns": nanos(account.held),
        "longest_hold_ns": nanos(account.longest_hold),
        "longest_queue": account.longest_queue,
    })
}

fn by_phase(time: &ByPhase<Duration>) -> Value {
    Value::Object(Phase::ALL.map(|phase| (phase.name().to_owned(), nanos(time[phase]))).into_iter().collect())
}

/// An object of the reasons that occurred.
fn by_reason(counts: &ByReason<u64>) -> Value {
    let some = counts.iter().filter(|(_, count)| **count > 0);
    Value::Object(some.map(|(reason, count)| (reason.name().to_owned(), json!(count))).collect::<Map<_, _>>())
}

fn nanos(duration: Duration) -> Value {
    json!(u64::try_from(duration.as_nanos()).unwrap_or(u64::MAX))
}
