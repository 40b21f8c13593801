//! Records to bytes.

use super::context::{Context, TextNumbers};
use super::varint::{put, put_signed};
use super::{MAX_TEXT, tag};
use crate::{
    BlockedOn, CodeFacts, Definition, Event, EventKind, Header, LeftBy, Place, Scope, Stream, ThreadId, WokenBy,
};
use std::time::Duration;

/// Turns records into bytes, each with what was written before in mind.
#[derive(Debug, Default)]
pub(super) struct Encoder {
    context: Context,
    texts: TextNumbers,
}

impl Encoder {
    /// Appends the record that every trace begins with.
    pub(super) fn header(&mut self, out: &mut Vec<u8>, header: &Header) {
        out.push(tag::HEADER);
        self.text(out, &header.script);
        out.extend_from_slice(&header.script_hash);
        self.text(out, &header.model);
        put(out, header.interval);
        put(out, header.ticks.into());
        out.push(header.level as u8);
        out.push(match &header.simulation {
            None => tag::NOT_SIMULATED,
            Some(simulation) if simulation.costs.is_empty() => tag::SIMULATED,
            Some(_) => tag::SIMULATED_WITH_COSTS,
        });
        if let Some(simulation) = &header.simulation {
            put(out, simulation.seed);
            put(out, simulation.cpus.into());
            self.text(out, &simulation.policy);
            put(out, simulation.wake_latency);
            if !simulation.costs.is_empty() {
                self.text(out, &simulation.costs);
            }
        }
    }

    pub(super) fn definition(&mut self, out: &mut Vec<u8>, definition: &Definition) {
        match definition {
            Definition::Code(id, facts) => {
                out.push(tag::CODE);
                put(out, id.0.into());
                self.code(out, facts);
            }
            Definition::Thread(id, facts) => {
                out.push(tag::THREAD);
                put(out, id.0.into());
                self.text(out, &facts.name);
                out.push(facts.is_daemon.into());
            }
            Definition::Lock(id, facts) => {
                out.push(tag::LOCK);
                put(out, id.0);
                self.text(out, &facts.kind);
                out.push(facts.name.is_some().into());
                if let Some(name) = &facts.name {
                    self.text(out, name);
                }
                place(out, None, facts.made_at);
            }
        }
    }

    fn code(&mut self, out: &mut Vec<u8>, facts: &CodeFacts) {
        self.text(out, &facts.name);
        self.text(out, &facts.file);
        put(out, facts.lines.len() as u64);
        let (mut instruction, mut line) = (0, 0);
        for &(next_instruction, next_line) in &facts.lines {
            put_signed(out, i64::from(next_instruction) - i64::from(instruction));
            put_signed(out, i64::from(next_line) - i64::from(line));
            (instruction, line) = (next_instruction, next_line);
        }
    }

    pub(super) fn event(&mut self, out: &mut Vec<u8>, event: &Event) {
        let last = self.context.of(event.thread);
        let duration = duration_of(&event.kind);
        let mut first = kind_of(&event.kind);
        if event.thread == self.context.thread {
            first |= tag::SAME_THREAD;
        }
        if event.place == last.place {
            first |= tag::SAME_PLACE;
        }
        if duration == Some(last.expected(event.time)) {
            first |= tag::AS_EXPECTED;
        }
        out.push(first);
        put_signed(out, event.time.0.wrapping_sub(self.context.time.0) as i64);
        if first & tag::SAME_THREAD == 0 {
            put(out, event.thread.0.into());
        }
        if first & tag::SAME_PLACE == 0 {
            place(out, last.place, event.place);
        }
        self.details(out, &event.kind);
        if let (Some(duration), 0) = (duration, first & tag::AS_EXPECTED) {
            put(out, u64::try_from(duration.as_nanos()).unwrap_or(u64::MAX));
        }
        self.context.advance(event);
    }

    /// What the event says beyond time, thread, place and duration.
    fn details(&mut self, out: &mut Vec<u8>, kind: &EventKind) {
        match kind {
            EventKind::ThreadStarted { parent } => maybe_thread(out, *parent),
            EventKind::GilRequested { holder } => maybe_thread(out, *holder),
            EventKind::GilReleased { reason, requested_by, .. } => {
                out.push(*reason as u8);
                maybe_thread(out, *requested_by);
            }
            EventKind::ThreadBlocked { on } => blocked_on(out, *on),
            EventKind::ThreadWoken { by } => woken_by(out, *by),
            EventKind::LockAcquired { lock } | EventKind::LockReleased { lock } => put(out, lock.0),
            EventKind::TextWritten { stream, text } => {
                out.push(match stream {
                    Stream::Output => 0,
                    Stream::Error => 1,
                });
                self.text(out, text);
            }
            EventKind::FunctionLeft { by } => out.push(match by {
                LeftBy::Return => 0,
                LeftBy::Yield => 1,
                LeftBy::Exception => 2,
            }),
            EventKind::ValueChanged { what, scope, now } => {
                out.push(match scope {
                    Scope::Local => 0,
                    Scope::Global => 1,
                    Scope::Attribute => 2,
                    Scope::Item => 3,
                });
                self.text(out, what);
                self.text(out, now);
            }
            EventKind::ThreadFinished
            | EventKind::GilTaken { .. }
            | EventKind::FunctionEntered
            | EventKind::LineReached
            | EventKind::InstructionRun => {}
        }
    }

    /// 0 and a new text that gets the next number; 1 and a text without one; otherwise a text's number plus 2.
    fn text(&mut self, out: &mut Vec<u8>, text: &str) {
        let text = &text[..text.floor_char_boundary(MAX_TEXT)];
        match self.texts.look_up(text) {
            Ok(number) => return put(out, number + 2),
            Err(true) => put(out, 0),
            Err(false) => put(out, 1),
        }
        put(out, text.len() as u64);
        out.extend_from_slice(text.as_bytes());
    }
}

/// The record that a complete trace ends with.
pub(super) fn end(out: &mut Vec<u8>, events: u64) {
    out.push(tag::END);
    put(out, events);
}

fn duration_of(kind: &EventKind) -> Option<Duration> {
    match kind {
        EventKind::GilTaken { waited } => Some(*waited),
        EventKind::GilReleased { held, .. } => Some(*held),
        _ => None,
    }
}

fn kind_of(kind: &EventKind) -> u8 {
    match kind {
        EventKind::ThreadStarted { .. } => tag::THREAD_STARTED,
        EventKind::ThreadFinished => tag::THREAD_FINISHED,
        EventKind::GilRequested { .. } => tag::GIL_REQUESTED,
        EventKind::GilTaken { .. } => tag::GIL_TAKEN,
        EventKind::GilReleased { .. } => tag::GIL_RELEASED,
        EventKind::ThreadBlocked { .. } => tag::THREAD_BLOCKED,
        EventKind::ThreadWoken { .. } => tag::THREAD_WOKEN,
        EventKind::LockAcquired { .. } => tag::LOCK_ACQUIRED,
        EventKind::LockReleased { .. } => tag::LOCK_RELEASED,
        EventKind::TextWritten { .. } => tag::TEXT_WRITTEN,
        EventKind::FunctionEntered => tag::FUNCTION_ENTERED,
        EventKind::FunctionLeft { .. } => tag::FUNCTION_LEFT,
        EventKind::LineReached => tag::LINE_REACHED,
        EventKind::InstructionRun => tag::INSTRUCTION_RUN,
        EventKind::ValueChanged { .. } => tag::VALUE_CHANGED,
    }
}

/// 0: nowhere; 1: in the code object of the thread's last place, and how many instructions further; otherwise a code
/// object's number plus 2, and the instruction.
fn place(out: &mut Vec<u8>, last: Option<Place>, place: Option<Place>) {
    match (last, place) {
        (_, None) => out.push(0),
        (Some(last), Some(place)) if last.code == place.code => {
            out.push(1);
            put_signed(out, i64::from(place.instruction) - i64::from(last.instruction));
        }
        (_, Some(place)) => {
            put(out, u64::from(place.code.0) + 2);
            put(out, place.instruction.into());
        }
    }
}

/// 0: no thread; otherwise its number plus 1.
fn maybe_thread(out: &mut Vec<u8>, thread: Option<ThreadId>) {
    put(out, thread.map_or(0, |thread| u64::from(thread.0) + 1));
}

fn blocked_on(out: &mut Vec<u8>, on: BlockedOn) {
    match on {
        BlockedOn::Lock { lock, owner } => {
            out.push(0);
            put(out, lock.0);
            maybe_thread(out, owner);
        }
        BlockedOn::Join(thread) => {
            out.push(1);
            put(out, thread.0.into());
        }
        BlockedOn::Sleep => out.push(2),
        BlockedOn::Io => out.push(3),
    }
}

fn woken_by(out: &mut Vec<u8>, by: WokenBy) {
    match by {
        WokenBy::Thread(thread) => {
            out.push(0);
            put(out, thread.0.into());
        }
        WokenBy::Deadline => out.push(1),
        WokenBy::Io => out.push(2),
        WokenBy::Signal => out.push(3),
    }
}
