//! `_io.TextIOWrapper`: text on its way from and to a binary file.

use super::file::BinaryFile;
use crate::heap::Heap;
use crate::heap::collect::Marker;
use crate::interp::Interp;
use crate::object::Opaque;
use crate::value::{OpaqueId, StrId, Value};
use compact_str::CompactString;
use std::any::Any;

/// How text becomes bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    Latin1,
    Ascii,
}

/// What happens to characters or bytes that cannot be converted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnError {
    Strict,
    Ignore,
    Replace,
    BackslashReplace,
}

/// How line ends are treated: the `newline` argument of `open`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Newline {
    /// `None`: any of `\n`, `\r`, `\r\n` is read as `\n`.
    Universal,
    /// `''`: any of them ends a line and is kept.
    Untranslated,
    Lf,
    Cr,
    CrLf,
}

#[derive(Debug, Clone)]
pub struct TextFile {
    /// The `BinaryFile` below.
    pub buffer: OpaqueId,
    pub mode: Value,
    pub encoding: Encoding,
    pub encoding_name: Box<str>,
    pub on_error: OnError,
    pub errors_name: Box<str>,
    pub newline: Newline,
    /// Flush after each write with a line end in it.
    pub line_buffering: bool,
    /// Hand each write to the binary file at once.
    pub write_through: bool,
    /// `next()` was used: `tell()` refuses until the end is met.
    pub iterating: bool,
}

impl Opaque for TextFile {
    fn trace(&self, marker: &mut Marker) {
        marker.value(Value::Opaque(self.buffer));
        marker.value(self.mode);
    }

    fn boxed_clone(&self) -> Box<dyn Opaque> {
        Box::new(self.clone())
    }

    fn restore(&mut self, from: &dyn Opaque) -> bool {
        let Some(from) = from.as_any().downcast_ref::<TextFile>() else { return false };
        if (&self.encoding_name, &self.errors_name) != (&from.encoding_name, &from.errors_name) {
            return false;
        }
        (self.buffer, self.mode, self.newline) = (from.buffer, from.mode, from.newline);
        (self.encoding, self.on_error) = (from.encoding, from.on_error);
        (self.line_buffering, self.write_through) = (from.line_buffering, from.write_through);
        self.iterating = from.iterating;
        true
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }
}

impl TextFile {
    /// UTF-8, strict, universal newlines.
    pub fn new(buffer: OpaqueId, mode: Value) -> TextFile {
        TextFile {
            buffer,
            mode,
            encoding: Encoding::Utf8,
            encoding_name: "utf-8".into(),
            on_error: OnError::Strict,
            errors_name: "strict".into(),
            newline: Newline::Universal,
            line_buffering: false,
            write_through: false,
            iterating: false,
        }
    }

    /// The bytes of `text`; the character that has none.
    pub fn encode<'t>(&self, text: &'t str) -> Result<std::borrow::Cow<'t, [u8]>, (usize, char)> {
        let translated = match self.newline {
            Newline::Cr if text.contains('\n') => Some(text.replace('\n', "\r")),
            Newline::CrLf if text.contains('\n') => Some(text.replace('\n', "\r\n")),
            _ => None,
        };
        if self.encoding == Encoding::Utf8 || text.is_ascii() {
            return Ok(match translated {
                Some(text) => text.into_bytes().into(),
                None => text.as_bytes().into(),
            });
        }
        self.encode_narrow(translated.as_deref().unwrap_or(text)).map(Into::into)
    }

    fn encode_narrow(&self, text: &str) -> Result<Vec<u8>, (usize, char)> {
        let limit = if self.encoding == Encoding::Latin1 { 256 } else { 128 };
        let mut bytes = Vec::with_capacity(text.len());
        for (position, c) in text.chars().enumerate() {
            let code = c as u32;
            if code < limit {
                bytes.push(code as u8);
                continue;
            }
            match self.on_error {
                OnError::Strict => return Err((position, c)),
                OnError::Ignore => {}
                OnError::Replace => bytes.push(b'?'),
                OnError::BackslashReplace if code < 0x100 => bytes.extend(format!("\\x{code:02x}").bytes()),
                OnError::BackslashReplace if code < 0x10000 => bytes.extend(format!("\\u{code:04x}").bytes()),
                OnError::BackslashReplace => bytes.extend(format!("\\U{code:08x}").bytes()),
            }
        }
        Ok(bytes)
    }
}

impl Heap {
    /// The text file `id`, which the caller has seen to be one.
    pub fn text_file(&mut self, id: OpaqueId) -> Option<&mut TextFile> {
        self.opaques[id].get_mut()
    }

    /// The next line, when all of it has been read and needs no translation, by way of iteration.
    fn plain_line(&mut self, id: OpaqueId) -> Option<CompactString> {
        let file: &mut TextFile = self.opaques[id].get_mut()?;
        if file.encoding != Encoding::Utf8 || !matches!(file.newline, Newline::Universal | Newline::Lf) {
            return None;
        }
        file.iterating = true;
        let buffer = file.buffer;
        let binary = self.binary_file(buffer).filter(|binary| binary.readable && !binary.closed)?;
        let bytes = binary.available();
        let end = memchr::memchr2(b'\n', b'\r', bytes).filter(|&place| bytes[place] == b'\n')? + 1;
        let line = CompactString::from_utf8(&bytes[..end]).ok()?;
        binary.skip(end);
        Some(line)
    }

    pub fn binary_file(&mut self, id: OpaqueId) -> Option<&mut BinaryFile> {
        self.opaques[id].get_mut()
    }

    /// Write encoded text to text file `id`; true when bytes must be drained to the file.
    pub fn write_encoded(&mut self, id: OpaqueId, bytes: &[u8]) -> bool {
        let Some(file) = self.text_file(id) else { return false };
        let flush = file.line_buffering && bytes.iter().any(|b| matches!(b, b'\n' | b'\r'));
        let (buffer, through) = (file.buffer, file.write_through);
        self.binary_file(buffer).is_some_and(|binary| binary.write_text(bytes, flush, through))
    }

    /// Write a str whose bytes are those of the file's encoding; `None` when it must be converted.
    pub fn write_plain(&mut self, id: OpaqueId, part: StrId) -> Option<bool> {
        let file: &TextFile = self.opaques[id].get()?;
        let is_plain = file.encoding == Encoding::Utf8 || self.str(part).is_ascii();
        if !is_plain || matches!(file.newline, Newline::Cr | Newline::CrLf) {
            return None;
        }
        let (lines, buffer, through) = (file.line_buffering, file.buffer, file.write_through);
        let text = self.take_text(part);
        let flush = lines && text.bytes().any(|b| matches!(b, b'\n' | b'\r'));
        let full = self.binary_file(buffer).map(|binary| binary.write_text(text.as_bytes(), flush, through));
        self.put_text(part, text);
        full
    }

    /// Hand all pending text to the channel; true when there was something.
    pub fn flush_text(&mut self, id: OpaqueId) -> bool {
        let Some(&TextFile { buffer, .. }) = self.opaques[id].get() else { return false };
        // Most who flush have written nothing.
        if self.opaques[buffer].get::<BinaryFile>().is_none_or(|file| file.unwritten() == 0) {
            return false;
        }
        self.binary_file(buffer).is_some_and(BinaryFile::flush_all)
    }
}

impl Interp {
    /// `next(file)` of a text file of no script class, when the line is at hand: a fifth of the instructions of the call.
    pub(crate) fn next_plain_line(&mut self, id: OpaqueId) -> Option<Value> {
        let class = self.heap.opaques[id].class;
        if self.heap.classes[class].flags.scripted {
            return None;
        }
        let line = self.heap.plain_line(id)?;
        Some(self.str_owned(line))
    }
}
