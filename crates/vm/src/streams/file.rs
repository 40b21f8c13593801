//! `_io.BufferedReader` and its kin: bytes on their way from and to a file.

use super::channel::Channel;
use crate::heap::collect::Marker;
use crate::object::Opaque;
use crate::value::Value;
use std::any::Any;
use std::sync::Arc;

/// Size of a buffer.
pub const BUFFER_SIZE: usize = 8192;

/// A file opened in binary mode, or the binary side of a text file.
#[derive(Debug, Clone)]
pub struct BinaryFile {
    pub channel: Arc<Channel>,
    /// What was opened: a str, or the number of a descriptor.
    pub name: Value,
    /// `rb`, `wb`, `rb+`…
    pub mode: &'static str,
    pub readable: bool,
    pub writable: bool,
    pub closed: bool,
    /// Opened with `buffering=0`, or standard output with `-u`.
    pub unbuffered: bool,
    /// Bytes read and not yet used: from `start` on.
    input: Vec<u8>,
    start: usize,
    /// The last read met the end of the file.
    pub at_end: bool,
    /// Bytes written and not yet handed to the channel.
    output: Vec<u8>,
    /// Encoded text of the text file above that has not come into `output` yet.
    pending: Vec<u8>,
    /// In the copy of an interpreter: what is buffered is not this one's to write.
    is_copy: bool,
}

impl Opaque for BinaryFile {
    fn trace(&self, marker: &mut Marker) {
        marker.value(self.name);
    }

    fn boxed_clone(&self) -> Box<dyn Opaque> {
        let mut copy = self.clone();
        copy.is_copy = true;
        Box::new(copy)
    }

    /// Its channel is its own.
    fn restore(&mut self, from: &dyn Opaque) -> bool {
        let Some(from) = from.as_any().downcast_ref::<BinaryFile>() else { return false };
        (self.name, self.mode, self.readable, self.writable) = (from.name, from.mode, from.readable, from.writable);
        (self.closed, self.unbuffered, self.at_end) = (from.closed, from.unbuffered, from.at_end);
        self.start = from.start;
        self.input.clone_from(&from.input);
        self.output.clone_from(&from.output);
        self.pending.clone_from(&from.pending);
        true
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }
}

impl BinaryFile {
    pub fn new(channel: Arc<Channel>, name: Value, mode: &'static str) -> BinaryFile {
        BinaryFile {
            channel,
            name,
            mode,
            readable: mode.contains('r') || mode.contains('+'),
            writable: !mode.contains('r') || mode.contains('+'),
            closed: false,
            unbuffered: false,
            input: Vec::new(),
            start: 0,
            at_end: false,
            output: Vec::new(),
            pending: Vec::new(),
            is_copy: false,
        }
    }

    /// What has been read and not yet used.
    pub fn available(&self) -> &[u8] {
        &self.input[self.start..]
    }

    /// Use up `count` of the available bytes.
    pub fn consume(&mut self, count: usize) -> Vec<u8> {
        let end = (self.start + count).min(self.input.len());
        let bytes = self.input[self.start..end].to_vec();
        self.skip(count);
        bytes
    }

    /// Pass over `count` of the available bytes.
    pub fn skip(&mut self, count: usize) {
        self.start = (self.start + count).min(self.input.len());
        if self.start == self.input.len() {
            self.input.clear();
            self.start = 0;
        }
    }

    /// Add what the channel gave; nothing means the end.
    pub fn feed(&mut self, bytes: &[u8]) {
        self.at_end = bytes.is_empty();
        if self.start > 0 {
            self.input.drain(..self.start);
            self.start = 0;
        }
        self.input.extend_from_slice(bytes);
    }

    /// Forget what was read ahead; how far the file's own position is in front of the reader's.
    pub fn forget_input(&mut self) -> usize {
        let ahead = self.available().len();
        self.input.clear();
        self.start = 0;
        self.at_end = false;
        ahead
    }

    /// Buffer `bytes`; true when some of them must be drained to the file.
    pub fn write(&mut self, bytes: &[u8]) -> bool {
        if !self.unbuffered && self.output.len() + bytes.len() <= BUFFER_SIZE {
            self.output.extend_from_slice(bytes);
            return false;
        }
        self.channel.send(std::mem::take(&mut self.output));
        if self.unbuffered || bytes.len() > BUFFER_SIZE {
            self.channel.send(bytes.to_vec());
        } else {
            self.output.extend_from_slice(bytes);
        }
        true
    }

    /// Hand all that is buffered to the channel; true when there was something.
    pub fn flush(&mut self) -> bool {
        let some = !self.output.is_empty();
        self.channel.send(std::mem::take(&mut self.output));
        some
    }

    /// Buffer encoded text, in the layer above; true when bytes must be drained to the file.
    pub fn write_text(&mut self, bytes: &[u8], flush: bool, through: bool) -> bool {
        if !flush && !through && self.pending.len() + bytes.len() < BUFFER_SIZE {
            self.pending.extend_from_slice(bytes);
            return false;
        }
        let earlier = std::mem::take(&mut self.pending);
        let mut drain = !earlier.is_empty() && self.write(&earlier);
        drain |= self.write(bytes);
        if flush {
            drain |= self.flush();
        }
        drain
    }

    /// Hand the text of the layer above, too.
    pub fn flush_all(&mut self) -> bool {
        let earlier = std::mem::take(&mut self.pending);
        if self.channel.has_failed() {
            self.output.clear();
            return false;
        }
        let drain = !earlier.is_empty() && self.write(&earlier);
        self.flush() | drain
    }

    /// Number of bytes buffered for writing.
    pub fn unwritten(&self) -> usize {
        self.output.len() + self.pending.len()
    }
}

/// A file that nobody refers to any more is written to its end, as CPython's finalizer does.
impl Drop for BinaryFile {
    fn drop(&mut self) {
        if !self.is_copy && !self.closed && self.flush_all() {
            self.channel.drain();
        }
    }
}
