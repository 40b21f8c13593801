//! Reads a trace, record by record, with no more of it in memory than one block.

use super::block::{Block, Blocks, Next, read_up_to};
use super::decode::{Decoder, Item};
use super::varint::Bytes;
use super::{MAGIC, TraceError, VERSION};
use crate::{Definition, Event, Header, Step};
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;

/// One thing that a trace says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Record {
    Event(Event),
    Definition(Definition),
}

/// How a trace ends, once all of it has been read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// With the end of the run.
    Complete,
    /// In the middle: the run was killed, or is still going on.
    Cut,
}

/// Reads a trace file.
///
/// Iterating gives the records in their order. After an error there are no more. A run that was killed leaves a trace
/// without an end, which is no error: [`TraceReader::ending`] tells.
#[derive(Debug)]
pub struct TraceReader<R> {
    blocks: Blocks<R>,
    header: Header,
    decoder: Decoder,
    block: Vec<u8>,
    /// How much of the block has been read.
    read: usize,
    /// How many events have been read.
    events: u64,
    ending: Option<Ending>,
    failed: bool,
}

impl TraceReader<BufReader<File>> {
    /// Opens a trace file.
    pub fn open(path: &Path) -> Result<Self, TraceError> {
        TraceReader::new(BufReader::new(File::open(path)?))
    }
}

impl<R: Read> TraceReader<R> {
    /// Reads the beginning of a trace.
    pub fn new(mut input: R) -> Result<TraceReader<R>, TraceError> {
        read_magic(&mut input)?;
        let mut blocks = Blocks::new(input, MAGIC.len() as u64 + 1);
        let Next::Block(Block { records, first: 0 }) = blocks.next()? else { return Err(TraceError::NoHeader) };
        let mut decoder = Decoder::default();
        let mut rest = Bytes(&records);
        let header = decoder.header(&mut rest)?;
        let read = records.len() - rest.0.len();
        Ok(TraceReader { blocks, header, decoder, block: records, read, events: 0, ending: None, failed: false })
    }

    /// Under which conditions the trace was recorded.
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// The number that the next event has.
    pub fn step(&self) -> Step {
        Step(self.events)
    }

    /// How the trace ends; none before its end has been read.
    pub fn ending(&self) -> Option<Ending> {
        self.ending
    }

    fn read(&mut self) -> Result<Option<Record>, TraceError> {
        while self.read >= self.block.len() {
            match self.blocks.next()? {
                Next::Block(block) => self.enter(block)?,
                Next::Nothing | Next::Part => {
                    self.ending = Some(Ending::Cut);
                    return Ok(None);
                }
            }
        }
        let mut rest = Bytes(self.block.get(self.read..).unwrap_or_default());
        let item = self.decoder.item(&mut rest)?;
        self.read = self.block.len() - rest.0.len();
        match item {
            Item::Event(event) => {
                self.events += 1;
                Ok(Some(Record::Event(event)))
            }
            Item::Definition(definition) => Ok(Some(Record::Definition(definition))),
            Item::End(events) => self.end(events, rest.is_empty()).map(|()| None),
        }
    }

    fn enter(&mut self, block: Block) -> Result<(), TraceError> {
        if block.first != self.events {
            return Err(TraceError::Gap { expected: self.events, found: block.first });
        }
        self.block = block.records;
        self.read = 0;
        Ok(())
    }

    fn end(&mut self, events: u64, at_the_end: bool) -> Result<(), TraceError> {
        if events != self.events {
            return Err(TraceError::Gap { expected: self.events, found: events });
        }
        if !at_the_end || !matches!(self.blocks.next()?, Next::Nothing) {
            return Err(TraceError::Malformed("something follows its end"));
        }
        self.ending = Some(Ending::Complete);
        Ok(())
    }
}

fn read_magic(input: &mut impl Read) -> Result<(), TraceError> {
    let mut start = [0; MAGIC.len() + 1];
    match read_up_to(input, &mut start)? {
        0 => return Err(TraceError::Empty),
        length if !start.starts_with(MAGIC) || length < start.len() => return Err(TraceError::Foreign),
        _ => {}
    }
    match start[MAGIC.len()] {
        0 => Err(TraceError::Foreign),
        version if version > VERSION => Err(TraceError::Newer(version)),
        _ => Ok(()),
    }
}

impl<R: Read> Iterator for TraceReader<R> {
    type Item = Result<Record, TraceError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.failed || self.ending.is_some() {
            return None;
        }
        let result = self.read();
        self.failed = result.is_err();
        result.transpose()
    }
}
