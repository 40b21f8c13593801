//! Bytes to records.

use super::context::{Context, Texts};
use super::varint::Bytes;
use super::{MAX_TEXT, TraceError, tag};
use crate::*;
use std::sync::Arc;
use std::time::Duration;

type Decoded<T> = Result<T, TraceError>;

/// Turns bytes into records, each with what was read before in mind.
#[derive(Debug, Default)]
pub(super) struct Decoder {
    context: Context,
    texts: Texts,
}

/// A record as it stands in a block.
pub(super) enum Item {
    Event(Event),
    Definition(Definition),
    /// How many events the trace has.
    End(u64),
}

impl Decoder {
    pub(super) fn header(&mut self, bytes: &mut Bytes<'_>) -> Decoded<Header> {
        if bytes.byte()? != tag::HEADER {
            return Err(TraceError::Malformed("the first record is no header"));
        }
        let script = self.text(bytes)?;
        let script_hash = bytes.take(32)?.try_into().map_err(|_| TraceError::Malformed("a hash is too short"))?;
        let model = self.text(bytes)?;
        let (interval, ticks) = (bytes.number()?, bytes.small()?);
        let level = *Level::ALL.get(usize::from(bytes.byte()?)).ok_or(TraceError::Malformed("no such level"))?;
        let simulation = match bytes.byte()? {
            tag::NOT_SIMULATED => None,
            kind @ (tag::SIMULATED | tag::SIMULATED_WITH_COSTS) => Some(SimulationFacts {
                seed: bytes.number()?,
                cpus: bytes.small()?,
                policy: self.text(bytes)?,
                wake_latency: bytes.number()?,
                costs: if kind == tag::SIMULATED_WITH_COSTS { self.text(bytes)? } else { Arc::default() },
            }),
            _ => return Err(TraceError::Malformed("no such kind of execution")),
        };
        Ok(Header { script, script_hash, model, interval, ticks, level, simulation })
    }

    pub(super) fn item(&mut self, bytes: &mut Bytes<'_>) -> Decoded<Item> {
        let first = bytes.byte()?;
        let definition = match first {
            tag::CODE => Definition::Code(CodeId(bytes.small()?), self.code(bytes)?),
            tag::THREAD => {
                let id = ThreadId(bytes.small()?);
                Definition::Thread(id, ThreadFacts { name: self.text(bytes)?, is_daemon: flag(bytes)? })
            }
            tag::LOCK => Definition::Lock(LockId(bytes.number()?), self.lock(bytes)?),
            tag::END => return Ok(Item::End(bytes.number()?)),
            _ => return self.event(first, bytes).map(Item::Event),
        };
        Ok(Item::Definition(definition))
    }

    fn code(&mut self, bytes: &mut Bytes<'_>) -> Decoded<CodeFacts> {
        let (name, file) = (self.text(bytes)?, self.text(bytes)?);
        let mut lines = Vec::new();
        let (mut instruction, mut line) = (0, 0);
        for _ in 0..bytes.number()? {
            instruction = offset(instruction, bytes.signed()?)?;
            line = offset(line, bytes.signed()?)?;
            lines.push((instruction, line));
        }
        Ok(CodeFacts { name, file, lines })
    }

    fn lock(&mut self, bytes: &mut Bytes<'_>) -> Decoded<LockFacts> {
        let kind = self.text(bytes)?;
        let name = if flag(bytes)? { Some(self.text(bytes)?) } else { None };
        Ok(LockFacts { kind, name, made_at: place(bytes, None)? })
    }

    fn event(&mut self, first: u8, bytes: &mut Bytes<'_>) -> Decoded<Event> {
        let time = Timestamp(self.context.time.0.wrapping_add(bytes.signed()? as u64));
        let thread = match first & tag::SAME_THREAD {
            0 => ThreadId(bytes.small()?),
            _ => self.context.thread,
        };
        let last = self.context.of(thread);
        let place = match first & tag::SAME_PLACE {
            0 => place(bytes, last.place)?,
            _ => last.place,
        };
        let expected = (first & tag::AS_EXPECTED != 0).then(|| last.expected(time));
        let kind = self.kind(first & tag::KIND, bytes, expected)?;
        let event = Event { time, thread, place, kind };
        self.context.advance(&event);
        Ok(event)
    }

    fn kind(&mut self, kind: u8, bytes: &mut Bytes<'_>, expected: Option<Duration>) -> Decoded<EventKind> {
        Ok(match kind {
            tag::THREAD_STARTED => EventKind::ThreadStarted { parent: maybe_thread(bytes)? },
            tag::THREAD_FINISHED => EventKind::ThreadFinished,
            tag::GIL_REQUESTED => EventKind::GilRequested { holder: maybe_thread(bytes)? },
            tag::GIL_TAKEN => EventKind::GilTaken { waited: duration(bytes, expected)? },
            tag::GIL_RELEASED => EventKind::GilReleased {
                reason: reason(bytes)?,
                requested_by: maybe_thread(bytes)?,
                held: duration(bytes, expected)?,
            },
            tag::THREAD_BLOCKED => EventKind::ThreadBlocked { on: blocked_on(bytes)? },
            tag::THREAD_WOKEN => EventKind::ThreadWoken { by: woken_by(bytes)? },
            tag::LOCK_ACQUIRED => EventKind::LockAcquired { lock: LockId(bytes.number()?) },
            tag::LOCK_RELEASED => EventKind::LockReleased { lock: LockId(bytes.number()?) },
            tag::TEXT_WRITTEN => EventKind::TextWritten {
                stream: choose(bytes, &[Stream::Output, Stream::Error])?,
                text: self.text(bytes)?,
            },
            tag::FUNCTION_ENTERED => EventKind::FunctionEntered,
            tag::FUNCTION_LEFT => {
                EventKind::FunctionLeft { by: choose(bytes, &[LeftBy::Return, LeftBy::Yield, LeftBy::Exception])? }
            }
            tag::LINE_REACHED => EventKind::LineReached,
            tag::INSTRUCTION_RUN => EventKind::InstructionRun,
            tag::VALUE_CHANGED => EventKind::ValueChanged {
                scope: choose(bytes, &[Scope::Local, Scope::Global, Scope::Attribute, Scope::Item])?,
                what: self.text(bytes)?,
                now: self.text(bytes)?,
            },
            _ => return Err(TraceError::Malformed("there is no such record")),
        })
    }

    fn text(&mut self, bytes: &mut Bytes<'_>) -> Decoded<Arc<str>> {
        let which = bytes.number()?;
        if let Some(number) = which.checked_sub(2) {
            return self.texts.get(number).ok_or(TraceError::Malformed("no text has this number"));
        }
        let length = bytes.number()?;
        if length > MAX_TEXT as u64 {
            return Err(TraceError::Malformed("a text is too long"));
        }
        let text = std::str::from_utf8(bytes.take(length as usize)?);
        let text: Arc<str> = text.map_err(|_| TraceError::Malformed("a text is not UTF-8"))?.into();
        if which == 0 && !self.texts.push(&text) {
            return Err(TraceError::Malformed("a text has no number to get"));
        }
        Ok(text)
    }
}

fn flag(bytes: &mut Bytes<'_>) -> Decoded<bool> {
    choose(bytes, &[false, true])
}

/// One of several things, by a byte.
fn choose<T: Copy>(bytes: &mut Bytes<'_>, options: &[T]) -> Decoded<T> {
    options.get(usize::from(bytes.byte()?)).copied().ok_or(TraceError::Malformed("a choice is out of range"))
}

fn offset(from: u32, by: i64) -> Decoded<u32> {
    let sum = i64::from(from).checked_add(by).and_then(|sum| u32::try_from(sum).ok());
    sum.ok_or(TraceError::Malformed("a line or an instruction is out of range"))
}

fn place(bytes: &mut Bytes<'_>, last: Option<Place>) -> Decoded<Option<Place>> {
    let which = bytes.number()?;
    let place = match (which, last) {
        (0, _) => return Ok(None),
        (1, Some(last)) => Place { code: last.code, instruction: offset(last.instruction, bytes.signed()?)? },
        (1, None) => return Err(TraceError::Malformed("a place is relative to none")),
        _ => {
            let code = u32::try_from(which - 2).map_err(|_| TraceError::Malformed("a number is too large"))?;
            Place { code: CodeId(code), instruction: bytes.small()? }
        }
    };
    Ok(Some(place))
}

fn maybe_thread(bytes: &mut Bytes<'_>) -> Decoded<Option<ThreadId>> {
    let number = bytes.number()?.checked_sub(1);
    let thread = number.map(|number| u32::try_from(number).map(ThreadId)).transpose();
    thread.map_err(|_| TraceError::Malformed("a number is too large"))
}

fn duration(bytes: &mut Bytes<'_>, expected: Option<Duration>) -> Decoded<Duration> {
    match expected {
        Some(expected) => Ok(expected),
        None => bytes.number().map(Duration::from_nanos),
    }
}

fn reason(bytes: &mut Bytes<'_>) -> Decoded<ReleaseReason> {
    choose(bytes, ReleaseReason::ALL)
}

fn blocked_on(bytes: &mut Bytes<'_>) -> Decoded<BlockedOn> {
    Ok(match bytes.byte()? {
        0 => BlockedOn::Lock { lock: LockId(bytes.number()?), owner: maybe_thread(bytes)? },
        1 => BlockedOn::Join(ThreadId(bytes.small()?)),
        2 => BlockedOn::Sleep,
        3 => BlockedOn::Io,
        _ => return Err(TraceError::Malformed("a choice is out of range")),
    })
}

fn woken_by(bytes: &mut Bytes<'_>) -> Decoded<WokenBy> {
    Ok(match bytes.byte()? {
        0 => WokenBy::Thread(ThreadId(bytes.small()?)),
        1 => WokenBy::Deadline,
        2 => WokenBy::Io,
        3 => WokenBy::Signal,
        _ => return Err(TraceError::Malformed("a choice is out of range")),
    })
}
