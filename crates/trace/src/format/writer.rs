//! Writes a trace while it happens.

use super::encode::{self, Encoder};
use super::{FULL_BLOCK, MAGIC, VERSION, block};
use crate::{Definition, Event, Header, Level, Sink};
use parking_lot::Mutex;
use std::io::{self, Write};

/// A sink that writes what it is told into a file.
///
/// Records are collected into blocks. What has been flushed can be read even if the process is killed.
pub struct TraceWriter {
    level: Level,
    state: Mutex<State>,
}

struct State {
    out: Box<dyn Write + Send>,
    encoder: Encoder,
    /// Records that are not in a block yet.
    records: Vec<u8>,
    /// How many events there have been.
    events: u64,
    /// How many there had been when the last block was closed.
    events_in_blocks: u64,
    /// Nothing is written any more: the trace has ended, or writing failed.
    closed: bool,
    error: Option<io::Error>,
}

impl TraceWriter {
    /// Begins a trace. What is known of it from the start is written at once, so that a file that cannot be written is
    /// noticed before the script runs.
    pub fn new(mut out: Box<dyn Write + Send>, header: &Header) -> io::Result<TraceWriter> {
        let mut encoder = Encoder::default();
        let mut records = Vec::with_capacity(FULL_BLOCK + 1024);
        encoder.header(&mut records, header);
        out.write_all(MAGIC)?;
        out.write_all(&[VERSION])?;
        let mut state = State { out, encoder, records, events: 0, events_in_blocks: 0, closed: false, error: None };
        state.write_block()?;
        state.out.flush()?;
        Ok(TraceWriter { level: header.level, state: Mutex::new(state) })
    }

    /// Writes what there is. To be called now and then, so that a killed run leaves all but its last moments.
    pub fn flush(&self) {
        let mut state = self.state.lock();
        if !state.closed && !state.records.is_empty() {
            state.close_block();
        }
    }

    /// Ends the trace. What happens later, in threads that nobody waits for, is left out. The error is the first one of
    /// the whole trace, after which nothing more was written.
    pub fn finish(&self) -> io::Result<()> {
        let mut state = self.state.lock();
        if !state.closed {
            let events = state.events;
            encode::end(&mut state.records, events);
            state.close_block();
            state.closed = true;
        }
        state.error.take().map_or(Ok(()), Err)
    }
}

impl Sink for TraceWriter {
    fn record(&self, event: &Event) {
        let state = &mut *self.state.lock();
        if !state.closed {
            state.encoder.event(&mut state.records, event);
            state.events += 1;
            state.close_full_block();
        }
    }

    fn define(&self, definition: &Definition) {
        let state = &mut *self.state.lock();
        if !state.closed {
            state.encoder.definition(&mut state.records, definition);
            state.close_full_block();
        }
    }

    fn level(&self) -> Level {
        self.level
    }
}

impl State {
    fn close_full_block(&mut self) {
        if self.records.len() >= FULL_BLOCK {
            self.close_block();
        }
    }

    fn close_block(&mut self) {
        if let Err(error) = self.write_block().and_then(|()| self.out.flush()) {
            self.closed = true;
            self.error = Some(error);
        }
    }

    fn write_block(&mut self) -> io::Result<()> {
        block::write(&mut *self.out, &self.records, self.events_in_blocks)?;
        self.records.clear();
        self.events_in_blocks = self.events;
        Ok(())
    }
}
