//! The methods of `_io.TextIOWrapper`.

use super::file::{BUFFER_SIZE, BinaryFile};
use super::text::{Encoding, Newline, OnError, TextFile};
use super::text_read::{Piece, next_piece};
use super::{done, done_with, io_trap};
use crate::exceptions::{UNICODE_DECODE_ERROR, UNICODE_ENCODE_ERROR};
use crate::exit::Reply;
use crate::interp::Interp;
use crate::native::{Args, NativeDef, NativeResult, Trap};
use crate::object::Descriptor;
use crate::value::{ClassId, OpaqueId, Value};
use std::sync::Arc;

pub(super) const METHODS: &[NativeDef] = &[
    NativeDef::method("write", write, 1, 1).makes_events(),
    NativeDef::method("writelines", writelines, 1, 1).twin("output.writelines").makes_events(),
    NativeDef::method("read", read, 0, 1),
    NativeDef::method("readline", readline, 0, 1),
    NativeDef::method("readlines", readlines, 0, 1),
    NativeDef::method("__iter__", iter, 0, 0),
    NativeDef::method("__next__", next, 0, 0),
    NativeDef::method("__enter__", iter, 0, 0),
    NativeDef::method("__exit__", exit, 0, 3),
    NativeDef::method("close", close, 0, 0),
    NativeDef::method("flush", flush, 0, 0),
    NativeDef::method("seek", seek, 1, 2),
    NativeDef::method("tell", tell, 0, 0),
    NativeDef::method("truncate", truncate, 0, 1),
    NativeDef::method("fileno", fileno, 0, 0),
    NativeDef::method("isatty", isatty, 0, 0),
    NativeDef::method("readable", readable, 0, 0),
    NativeDef::method("writable", writable, 0, 0),
    NativeDef::method("seekable", seekable, 0, 0),
    NativeDef::method("reconfigure", reconfigure, 0, 0).params(&[
        "encoding",
        "errors",
        "newline",
        "line_buffering",
        "write_through",
    ]),
    NativeDef::method("detach", detach, 0, 0),
    NativeDef::method("__repr__", repr, 0, 0),
];

pub(super) fn add_attributes(interp: &mut Interp, class: ClassId) {
    type Row = (&'static str, crate::native::Getter);
    let rows: [Row; 9] = [
        ("name", |i, v| Ok(binary(i, v)?.name)),
        ("mode", |i, v| Ok(text(i, v)?.mode)),
        ("closed", |i, v| {
            let id = id_of(i, v)?;
            Ok(Value::bool(i.binary_below(id).is_some_and(|file| file.closed)))
        }),
        ("encoding", |i, v| {
            let name = text(i, v)?.encoding_name.clone();
            Ok(i.heap.new_str(name))
        }),
        ("errors", |i, v| {
            let name = text(i, v)?.errors_name.clone();
            Ok(i.heap.new_str(name))
        }),
        ("line_buffering", |i, v| Ok(Value::bool(text(i, v)?.line_buffering))),
        ("write_through", |i, v| Ok(Value::bool(text(i, v)?.write_through))),
        ("newlines", |_, _| Ok(Value::None)),
        ("buffer", |i, v| Ok(Value::Opaque(text(i, v)?.buffer))),
    ];
    for (name, get) in rows {
        let descriptor = interp.heap.new_descriptor(Descriptor::Native { name, get, set: None });
        let name = interp.symbols.intern(name);
        interp.heap.classes[class].dict.set(name, descriptor);
    }
}

fn id_of(interp: &mut Interp, value: Value) -> Result<OpaqueId, Trap> {
    match interp.text_file_of(value) {
        Some(id) => Ok(id),
        None => Err(interp.value_error("I/O operation on uninitialized object")),
    }
}

fn text(interp: &mut Interp, value: Value) -> Result<&mut TextFile, Trap> {
    let id = id_of(interp, value)?;
    Ok(interp.heap.text_file(id).expect("id_of has seen it"))
}

fn binary(interp: &mut Interp, value: Value) -> Result<&mut BinaryFile, Trap> {
    let buffer = text(interp, value)?.buffer;
    Ok(interp.heap.binary_file(buffer).expect("a text file has a binary file"))
}

fn check_open(interp: &mut Interp, value: Value) -> Result<OpaqueId, Trap> {
    let id = id_of(interp, value)?;
    if interp.binary_below(id).is_some_and(|file| file.closed) {
        return Err(interp.value_error("I/O operation on closed file."));
    }
    Ok(id)
}

/// ValueError or UnsupportedOperation unless the file can be written to.
pub(super) fn check_writable(interp: &mut Interp, id: OpaqueId) -> Result<(), Trap> {
    check_open(interp, Value::Opaque(id))?;
    if !interp.binary_below(id).is_some_and(|file| file.writable) {
        return Err(interp.unsupported("not writable"));
    }
    Ok(())
}

fn check_readable(interp: &mut Interp, value: Value) -> Result<OpaqueId, Trap> {
    let id = check_open(interp, value)?;
    if !binary(interp, value)?.readable {
        return Err(interp.unsupported("not readable"));
    }
    Ok(id)
}

/// The exception for a character that the encoding of the file has not got.
pub(super) fn encode_error(interp: &mut Interp, id: OpaqueId, object: Value, position: usize, c: char) -> Trap {
    let (name, limit) = match interp.heap.text_file(id).map(|f| f.encoding) {
        Some(Encoding::Latin1) => ("latin-1", 256),
        _ => ("ascii", 128),
    };
    debug_assert!(c as u32 >= limit);
    let name = interp.heap.new_str(name);
    let reason = interp.heap.new_str(format!("ordinal not in range({limit})"));
    let (start, end) = (Value::Int(position as i64), Value::Int(position as i64 + 1));
    interp.raise_with(UNICODE_ENCODE_ERROR, &[name, object, start, end, reason])
}

fn write(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = id_of(interp, args.at(0))?;
    let part = interp.payload(args.at(1));
    if !matches!(part, Value::Str(_)) {
        let message = format!("write() argument must be str, not {}", interp.argument_name(args.at(1)));
        return Err(interp.type_error(message));
    }
    let length = match part {
        Value::Str(text) => interp.heap.char_count(text),
        _ => 0,
    };
    let result = Value::Int(length as i64);
    if super::print::write_part(interp, id, part)?
        && let Some(channel) = interp.channel_of(id)
    {
        return Err(interp.drain(&channel, result, done_with));
    }
    Ok(result)
}

fn writelines(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = check_open(interp, args.at(0))?;
    let lines = match interp.payload(args.at(1)) {
        Value::List(list) => interp.heap.lists[list].items.clone(),
        Value::Tuple(tuple) => interp.heap.tuple(tuple).to_vec(),
        _ => return Err(Trap::Defer),
    };
    let mut drain = false;
    for line in lines {
        if !matches!(interp.payload(line), Value::Str(_)) {
            let message = format!("write() argument must be str, not {}", interp.argument_name(line));
            return Err(interp.type_error(message));
        }
        drain |= super::print::write_part(interp, id, line)?;
    }
    match interp.channel_of(id) {
        Some(channel) if drain => Err(interp.drain(&channel, Value::None, done)),
        _ => Ok(Value::None),
    }
}

/// The optional size of `read` and `readline`; -1 for all.
fn size_of(interp: &mut Interp, value: Value) -> Result<i64, Trap> {
    match interp.payload(value) {
        Value::None => Ok(-1),
        other => match other.as_int() {
            Some(size) => Ok(size),
            None => {
                let message = format!("argument should be integer or None, not '{}'", interp.type_name(value));
                Err(interp.type_error(message))
            }
        },
    }
}

fn read(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = check_readable(interp, args.at(0))?;
    let size = size_of(interp, args.or_none(1))?;
    let piece = if size < 0 { Piece::All } else { Piece::Chars(size as usize) };
    take(interp, id, piece, finish_text)
}

fn readline(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = check_readable(interp, args.at(0))?;
    let size = match args.get(1) {
        Some(value) => size_of(interp, value)?,
        None => -1,
    };
    let limit = usize::try_from(size).ok();
    take(interp, id, Piece::Line(limit), finish_text)
}

fn next(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    if let Value::Opaque(id) = args.at(0)
        && let Some(line) = interp.next_plain_line(id)
    {
        return Ok(line);
    }
    let id = check_readable(interp, args.at(0))?;
    if let Some(file) = interp.heap.text_file(id) {
        file.iterating = true;
    }
    take(interp, id, Piece::Line(None), finish_next)
}

fn readlines(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = check_readable(interp, args.at(0))?;
    size_of(interp, args.or_none(1))?;
    take(interp, id, Piece::All, finish_lines)
}

fn finish_text(interp: &mut Interp, _id: OpaqueId, text: String) -> NativeResult {
    Ok(interp.str_owned(text))
}

fn finish_next(interp: &mut Interp, id: OpaqueId, text: String) -> NativeResult {
    if text.is_empty() {
        if let Some(file) = interp.heap.text_file(id) {
            file.iterating = false;
        }
        return Err(interp.stop_iteration(Value::None));
    }
    Ok(interp.str_owned(text))
}

fn finish_lines(interp: &mut Interp, id: OpaqueId, text: String) -> NativeResult {
    let newline = interp.heap.text_file(id).map_or(Newline::Lf, |f| f.newline);
    let mut lines = Vec::new();
    let mut rest = text.as_bytes();
    while let Some(length) = next_piece(rest, Piece::Line(None), newline, true).filter(|&n| n > 0) {
        let line = String::from_utf8_lossy(&rest[..length]).into_owned();
        lines.push(interp.str(&line));
        rest = &rest[length..];
    }
    Ok(interp.heap.new_list(lines))
}

type Finish = fn(&mut Interp, OpaqueId, String) -> NativeResult;

/// Read the next piece, if need be with the help of the operating system, and `finish` with it.
pub(super) fn take(interp: &mut Interp, id: OpaqueId, piece: Piece, finish: Finish) -> NativeResult {
    let Some(file) = interp.heap.text_file(id) else { return Ok(Value::None) };
    let (buffer, newline) = (file.buffer, file.newline);
    let Some(binary) = interp.heap.binary_file(buffer) else { return Ok(Value::None) };
    if let Some(length) = next_piece(binary.available(), piece, newline, binary.at_end) {
        let bytes = binary.consume(length);
        if binary.available().is_empty() && length == 0 {
            // The end is met anew at each call: a terminal or a growing file may go on.
            binary.at_end = false;
        }
        let text = decode(interp, id, bytes)?;
        return finish(interp, id, text);
    }
    let channel = Arc::clone(&binary.channel);
    let all = piece == Piece::All;
    let state = pack(interp, id, piece, finish);
    let label = channel.read_label();
    let run = move || if all { channel.receive_all() } else { channel.receive(BUFFER_SIZE) };
    Err(io_trap(label, run, state, resume_take))
}

/// What a read needs to go on: the file, the piece, and which of the three ways to finish.
fn pack(interp: &mut Interp, id: OpaqueId, piece: Piece, finish: Finish) -> Value {
    let (kind, size) = match piece {
        Piece::All => (0, -1),
        Piece::Chars(n) => (1, i64::try_from(n).unwrap_or(i64::MAX)),
        Piece::Line(limit) => (2, limit.map_or(-1, |n| i64::try_from(n).unwrap_or(i64::MAX))),
    };
    let way = FINISHES.iter().position(|&f| std::ptr::fn_addr_eq(f, finish)).unwrap_or(0);
    let items = [Value::Opaque(id), Value::Int(kind), Value::Int(size), Value::Int(way as i64)];
    interp.heap.new_tuple(&items)
}

const FINISHES: [Finish; 4] = [finish_text, finish_next, finish_lines, super::input::finish_input];

fn resume_take(interp: &mut Interp, state: Value, reply: Reply) -> NativeResult {
    interp.check_reply(&reply)?;
    let Value::Tuple(state) = state else { return Ok(Value::None) };
    let [Value::Opaque(id), Value::Int(kind), Value::Int(size), Value::Int(way)] = *interp.heap.tuple(state) else {
        return Ok(Value::None);
    };
    let limit = usize::try_from(size).ok();
    let piece = match kind {
        0 => Piece::All,
        1 => Piece::Chars(limit.unwrap_or(0)),
        _ => Piece::Line(limit),
    };
    let Some(buffer) = interp.heap.text_file(id).map(|f| f.buffer) else { return Ok(Value::None) };
    if let (Some(binary), Reply::Bytes(bytes)) = (interp.heap.binary_file(buffer), reply) {
        binary.feed(&bytes);
        binary.at_end |= piece == Piece::All;
    }
    take(interp, id, piece, FINISHES.get(way as usize).copied().unwrap_or(finish_text))
}

fn decode(interp: &mut Interp, id: OpaqueId, bytes: Vec<u8>) -> Result<String, Trap> {
    let Some(file) = interp.heap.text_file(id) else { return Ok(String::new()) };
    let (encoding, on_error, newline) = (file.encoding, file.on_error, file.newline);
    let text = match encoding {
        Encoding::Latin1 => bytes.iter().map(|&b| b as char).collect(),
        _ => match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => decode_damaged(interp, &error, on_error)?,
        },
    };
    if newline == Newline::Universal && text.contains('\r') {
        return Ok(text.replace("\r\n", "\n").replace('\r', "\n"));
    }
    Ok(text)
}

fn decode_damaged(interp: &mut Interp, error: &std::string::FromUtf8Error, on_error: OnError) -> Result<String, Trap> {
    let bytes = error.as_bytes();
    if on_error == OnError::Strict {
        let start = error.utf8_error().valid_up_to();
        let (end, reason) = match error.utf8_error().error_len() {
            None => (bytes.len(), "unexpected end of data"),
            Some(n) if n > 1 || matches!(bytes.get(start), Some(0xc2..=0xf4)) => {
                (start + n, "invalid continuation byte")
            }
            Some(n) => (start + n, "invalid start byte"),
        };
        let object = interp.heap.new_bytes(bytes);
        let (name, reason) = (interp.heap.new_str("utf-8"), interp.heap.new_str(reason));
        let (start, end) = (Value::Int(start as i64), Value::Int(end as i64));
        return Err(interp.raise_with(UNICODE_DECODE_ERROR, &[name, object, start, end, reason]));
    }
    let mut text = String::new();
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        match on_error {
            _ if chunk.invalid().is_empty() => {}
            OnError::Replace => text.push('\u{fffd}'),
            OnError::BackslashReplace => {
                chunk.invalid().iter().for_each(|b| text.push_str(&format!("\\x{b:02x}")));
            }
            _ => {}
        }
    }
    Ok(text)
}

fn iter(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    check_open(interp, args.at(0))?;
    Ok(args.at(0))
}

fn exit(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    close(interp, Args::positional(&args.values[..1]))
}

fn close(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = id_of(interp, args.at(0))?;
    let file = binary(interp, args.at(0))?;
    if file.closed {
        return Ok(Value::None);
    }
    file.flush_all();
    file.closed = true;
    match interp.channel_of(id) {
        Some(channel) => Err(io_trap("close", move || channel.close(), Value::None, done)),
        None => Ok(Value::None),
    }
}

fn flush(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = check_open(interp, args.at(0))?;
    match interp.channel_of(id) {
        Some(channel) if interp.heap.flush_text(id) => Err(interp.drain(&channel, Value::None, done)),
        _ => Ok(Value::None),
    }
}

fn seek(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = check_open(interp, args.at(0))?;
    let whence = args.get(2).map_or(Some(0), Value::as_int).unwrap_or(-1);
    let offset = interp.payload(args.at(1)).as_int();
    let to = match (whence, offset) {
        (0, Some(offset)) if offset < 0 => {
            return Err(interp.value_error(format!("negative seek position {offset}")));
        }
        (0, Some(offset)) => super::channel::From::Start(offset as u64),
        (1, Some(0)) => return tell(interp, Args::positional(&args.values[..1])),
        (1, Some(_)) => return Err(interp.unsupported("can't do nonzero cur-relative seeks")),
        (2, Some(0)) => super::channel::From::End(0),
        (2, Some(_)) => return Err(interp.unsupported("can't do nonzero end-relative seeks")),
        (_, None) => {
            let message = format!("'{}' object cannot be interpreted as an integer", interp.type_name(args.at(1)));
            return Err(interp.type_error(message));
        }
        _ => return Err(interp.value_error(format!("invalid whence ({whence}, should be 0, 1 or 2)"))),
    };
    if let Some(file) = interp.heap.text_file(id) {
        file.iterating = false;
    }
    super::binary_methods::seek_to(interp, args.at(0), binary, to)
}

fn tell(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    check_open(interp, args.at(0))?;
    if text(interp, args.at(0))?.iterating {
        return Err(interp.raise(crate::exceptions::OS_ERROR, "telling position disabled by next() call"));
    }
    super::binary_methods::tell_of(interp, args.at(0), binary)
}

fn truncate(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    check_open(interp, args.at(0))?;
    super::binary_methods::truncate_of(interp, args, binary)
}

fn fileno(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    check_bare(interp, args)?;
    Ok(Value::Int(binary(interp, args.at(0))?.channel.fd.into()))
}

fn isatty(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    check_bare(interp, args)?;
    Ok(Value::bool(binary(interp, args.at(0))?.channel.is_terminal))
}

fn readable(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    check_bare(interp, args)?;
    Ok(Value::bool(binary(interp, args.at(0))?.readable))
}

fn writable(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    Ok(Value::bool(binary(interp, args.at(0))?.writable))
}

fn seekable(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    check_bare(interp, args)?;
    Ok(Value::bool(binary(interp, args.at(0))?.channel.is_seekable()))
}

/// The queries say it without a full stop.
fn check_bare(interp: &mut Interp, args: Args<'_>) -> Result<(), Trap> {
    match binary(interp, args.at(0))?.closed {
        true => Err(interp.value_error("I/O operation on closed file")),
        false => Ok(()),
    }
}

fn reconfigure(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = check_open(interp, args.at(0))?;
    let (line_buffering, write_through) = (args.or_none(4).as_bool(), args.or_none(5).as_bool());
    if let Some(file) = interp.heap.text_file(id) {
        file.line_buffering = line_buffering.unwrap_or(file.line_buffering);
        file.write_through = write_through.unwrap_or(file.write_through);
    }
    flush(interp, Args::positional(&args.values[..1]))
}

fn detach(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    check_open(interp, args.at(0))?;
    Err(interp.unsupported("detach"))
}

fn repr(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let name = binary(interp, args.at(0))?.name;
    let name = interp.repr(name)?;
    let mode = text(interp, args.at(0))?.mode;
    let mode = interp.repr(mode)?;
    let encoding = text(interp, args.at(0))?.encoding_name.clone();
    let line = format!("<_io.TextIOWrapper name={name} mode={mode} encoding='{encoding}'>");
    Ok(interp.heap.new_str(line))
}
