//! Blocks: so many bytes of records, compressed, behind a head that says how many and lets damage be noticed.

use super::{MAX_BLOCK, TraceError};
use std::io::{self, Read, Write};

/// Length of a block's head: lengths as stored and as they come out, number of the first event, checksum.
const HEAD: usize = 20;

/// Writes records as one block. `first` is the number of the first event in it or after it.
pub(super) fn write(out: &mut dyn Write, records: &[u8], first: u64) -> io::Result<()> {
    let compressed = lz4_flex::block::compress(records);
    let stored = if compressed.len() < records.len() { &compressed[..] } else { records };
    let mut head = Vec::with_capacity(HEAD + stored.len());
    head.extend_from_slice(&length(stored)?);
    head.extend_from_slice(&length(records)?);
    head.extend_from_slice(&first.to_le_bytes());
    head.extend_from_slice(&checksum(&head, stored).to_le_bytes());
    head.extend_from_slice(stored);
    out.write_all(&head)
}

fn length(bytes: &[u8]) -> io::Result<[u8; 4]> {
    match u32::try_from(bytes.len()) {
        Ok(length) if bytes.len() <= MAX_BLOCK => Ok(length.to_le_bytes()),
        _ => Err(io::Error::other("a record is too long for a block of the trace")),
    }
}

fn checksum(head: &[u8], stored: &[u8]) -> u32 {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(head);
    hasher.update(stored);
    hasher.finalize()
}

/// A block's records, and the number of its first event.
pub(super) struct Block {
    pub(super) records: Vec<u8>,
    pub(super) first: u64,
}

/// What there is where the next block should begin.
pub(super) enum Next {
    Block(Block),
    /// The end of the file, between two blocks.
    Nothing,
    /// The end of the file, within a block.
    Part,
}

/// Reads blocks and counts them.
#[derive(Debug)]
pub(super) struct Blocks<R> {
    input: R,
    /// How many have been read.
    count: u64,
    /// Where in the file the next one begins.
    at: u64,
}

impl<R: Read> Blocks<R> {
    pub(super) fn new(input: R, at: u64) -> Blocks<R> {
        Blocks { input, count: 0, at }
    }

    pub(super) fn next(&mut self) -> Result<Next, TraceError> {
        let mut head = [0; HEAD];
        match read_up_to(&mut self.input, &mut head)? {
            0 => return Ok(Next::Nothing),
            HEAD => {}
            _ => return Ok(Next::Part),
        }
        let [stored_length, raw_length] = [number(&head[..4]), number(&head[4..8])].map(|length| length as usize);
        if stored_length > MAX_BLOCK || raw_length > MAX_BLOCK || stored_length > raw_length || raw_length == 0 {
            return Err(self.damaged("claims an impossible length"));
        }
        let mut stored = vec![0; stored_length];
        if read_up_to(&mut self.input, &mut stored)? < stored_length {
            return Ok(Next::Part);
        }
        if u64::from(checksum(&head[..16], &stored)) != number(&head[16..]) {
            return Err(self.damaged("does not fit its checksum"));
        }
        let records = match stored_length == raw_length {
            true => stored,
            false => lz4_flex::block::decompress(&stored, raw_length)
                .ok()
                .filter(|records| records.len() == raw_length)
                .ok_or_else(|| self.damaged("cannot be decompressed"))?,
        };
        self.count += 1;
        self.at += (HEAD + stored_length) as u64;
        Ok(Next::Block(Block { records, first: number(&head[8..16]) }))
    }

    fn damaged(&self, what: &'static str) -> TraceError {
        TraceError::Damaged { block: self.count, at: self.at, what }
    }
}

/// A number of up to eight bytes, the lowest first.
fn number(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |value, &byte| value << 8 | u64::from(byte))
}

/// Fills the buffer as far as there is something to fill it with.
pub(super) fn read_up_to(input: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while filled < buffer.len() {
        match input.read(&mut buffer[filled..]) {
            Ok(0) => break,
            Ok(count) => filled += count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}
