//! The methods of `_io.BufferedReader`, `BufferedWriter`, `BufferedRandom` and `FileIO`.

use super::channel::From;
use super::file::{BUFFER_SIZE, BinaryFile};
use super::{done, done_with, io_trap};
use crate::exit::Reply;
use crate::interp::Interp;
use crate::native::{Args, NativeDef, NativeResult, Trap};
use crate::object::Descriptor;
use crate::value::{ClassId, OpaqueId, Value};
use std::sync::Arc;

pub(super) const METHODS: &[NativeDef] = &[
    NativeDef::method("write", write, 1, 1),
    NativeDef::method("writelines", writelines, 1, 1).twin("output.writelines"),
    NativeDef::method("read", read, 0, 1),
    NativeDef::method("read1", read, 0, 1),
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
    NativeDef::method("detach", detach, 0, 0),
    NativeDef::method("__repr__", repr, 0, 0),
];

pub(super) fn add_attributes(interp: &mut Interp, class: ClassId) {
    type Row = (&'static str, crate::native::Getter);
    let rows: [Row; 3] = [
        ("name", |i, v| Ok(file_of(i, v)?.name)),
        ("mode", |i, v| {
            let mode = file_of(i, v)?.mode;
            Ok(i.heap.new_str(mode))
        }),
        ("closed", |i, v| Ok(Value::bool(file_of(i, v)?.closed))),
    ];
    for (name, get) in rows {
        let descriptor = interp.heap.new_descriptor(Descriptor::Native { name, get, set: None });
        let name = interp.symbols.intern(name);
        interp.heap.classes[class].dict.set(name, descriptor);
    }
}

/// How a method finds the binary file in its `self`.
type Find = fn(&mut Interp, Value) -> Result<&mut BinaryFile, Trap>;

fn id_of(interp: &mut Interp, value: Value) -> Result<OpaqueId, Trap> {
    match interp.payload(value) {
        Value::Opaque(id) if interp.heap.opaques[id].get::<BinaryFile>().is_some() => Ok(id),
        _ => Err(interp.value_error("I/O operation on uninitialized object")),
    }
}

fn file_of(interp: &mut Interp, value: Value) -> Result<&mut BinaryFile, Trap> {
    let id = id_of(interp, value)?;
    Ok(interp.heap.binary_file(id).expect("id_of has seen it"))
}

fn check_open<'i>(interp: &'i mut Interp, value: Value, message: &str) -> Result<&'i mut BinaryFile, Trap> {
    if file_of(interp, value)?.closed {
        return Err(interp.value_error(message));
    }
    file_of(interp, value)
}

fn check_readable(interp: &mut Interp, value: Value, doing: &str) -> Result<OpaqueId, Trap> {
    if !file_of(interp, value)?.readable {
        return Err(interp.unsupported("read"));
    }
    check_open(interp, value, &format!("{doing} of closed file"))?;
    id_of(interp, value)
}

/// The content of a bytes-like value.
fn bytes_of(interp: &mut Interp, value: Value) -> Result<Vec<u8>, Trap> {
    match interp.payload(value) {
        Value::Bytes(id) => Ok(interp.heap.bytes[id].data.to_vec()),
        _ => {
            let message = format!("a bytes-like object is required, not '{}'", interp.type_name(value));
            Err(interp.type_error(message))
        }
    }
}

fn write(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    if !file_of(interp, args.at(0))?.writable {
        return Err(interp.unsupported("write"));
    }
    check_open(interp, args.at(0), "write to closed file")?;
    let bytes = bytes_of(interp, args.at(1))?;
    let result = Value::Int(bytes.len() as i64);
    let file = file_of(interp, args.at(0))?;
    if file.write(&bytes) {
        let channel = Arc::clone(&file.channel);
        return Err(interp.drain(&channel, result, done_with));
    }
    Ok(result)
}

fn writelines(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    if !file_of(interp, args.at(0))?.writable {
        return Err(interp.unsupported("write"));
    }
    check_open(interp, args.at(0), "write to closed file")?;
    let lines = match interp.payload(args.at(1)) {
        Value::List(list) => interp.heap.lists[list].items.clone(),
        Value::Tuple(tuple) => interp.heap.tuple(tuple).to_vec(),
        _ => return Err(Trap::Defer),
    };
    let mut drain = false;
    for line in lines {
        let bytes = bytes_of(interp, line)?;
        drain |= file_of(interp, args.at(0))?.write(&bytes);
    }
    let channel = Arc::clone(&file_of(interp, args.at(0))?.channel);
    if drain { Err(interp.drain(&channel, Value::None, done)) } else { Ok(Value::None) }
}

/// What is to be read: everything (`-1`), so many bytes, or a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Piece {
    Bytes(i64),
    Line(i64),
    Next,
    Lines,
}

fn size_of(interp: &mut Interp, value: Value) -> Result<i64, Trap> {
    match interp.payload(value) {
        Value::None => Ok(-1),
        other => match other.as_int() {
            Some(size) => Ok(size.max(-1)),
            None => {
                let message = format!("argument should be integer or None, not '{}'", interp.type_name(value));
                Err(interp.type_error(message))
            }
        },
    }
}

fn read(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = check_readable(interp, args.at(0), "read")?;
    let size = size_of(interp, args.or_none(1))?;
    take(interp, id, Piece::Bytes(size))
}

fn readline(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = check_readable(interp, args.at(0), "readline")?;
    let size = size_of(interp, args.or_none(1))?;
    take(interp, id, Piece::Line(size))
}

fn next(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let id = check_readable(interp, args.at(0), "readline")?;
    take(interp, id, Piece::Next)
}

fn readlines(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    check_open(interp, args.at(0), "I/O operation on closed file.")?;
    let id = check_readable(interp, args.at(0), "read")?;
    take(interp, id, Piece::Lines)
}

/// How many of the available bytes make up the piece.
fn piece_length(file: &BinaryFile, piece: Piece) -> Option<usize> {
    let bytes = file.available();
    let (size, is_line) = match piece {
        Piece::Bytes(size) => (size, false),
        Piece::Line(size) => (size, true),
        Piece::Next => (-1, true),
        Piece::Lines => (-1, false),
    };
    let limit = usize::try_from(size).unwrap_or(usize::MAX);
    if is_line && let Some(end) = bytes.iter().take(limit).position(|&b| b == b'\n') {
        return Some(end + 1);
    }
    if bytes.len() >= limit {
        return Some(limit);
    }
    file.at_end.then_some(bytes.len())
}

fn take(interp: &mut Interp, id: OpaqueId, piece: Piece) -> NativeResult {
    let Some(file) = interp.heap.binary_file(id) else { return Ok(Value::None) };
    if let Some(length) = piece_length(file, piece) {
        let bytes = file.consume(length);
        if length == 0 {
            file.at_end = false;
        }
        return finish(interp, bytes, piece);
    }
    let channel = Arc::clone(&file.channel);
    let (kind, size) = match piece {
        Piece::Bytes(size) => (0, size),
        Piece::Line(size) => (1, size),
        Piece::Next => (2, -1),
        Piece::Lines => (3, -1),
    };
    let all = matches!(piece, Piece::Bytes(-1) | Piece::Lines);
    let state = interp.heap.new_tuple(&[Value::Opaque(id), Value::Int(kind), Value::Int(size)]);
    let label = channel.read_label();
    let run = move || if all { channel.receive_all() } else { channel.receive(BUFFER_SIZE) };
    Err(io_trap(label, run, state, resume_take))
}

fn resume_take(interp: &mut Interp, state: Value, reply: Reply) -> NativeResult {
    interp.check_reply(&reply)?;
    let Value::Tuple(state) = state else { return Ok(Value::None) };
    let [Value::Opaque(id), Value::Int(kind), Value::Int(size)] = *interp.heap.tuple(state) else {
        return Ok(Value::None);
    };
    let piece = match kind {
        0 => Piece::Bytes(size),
        1 => Piece::Line(size),
        2 => Piece::Next,
        _ => Piece::Lines,
    };
    if let (Some(file), Reply::Bytes(bytes)) = (interp.heap.binary_file(id), reply) {
        file.feed(&bytes);
        file.at_end |= matches!(piece, Piece::Bytes(-1) | Piece::Lines);
    }
    take(interp, id, piece)
}

fn finish(interp: &mut Interp, bytes: Vec<u8>, piece: Piece) -> NativeResult {
    match piece {
        Piece::Next if bytes.is_empty() => Err(interp.stop_iteration(Value::None)),
        Piece::Lines => {
            let lines = bytes.split_inclusive(|&b| b == b'\n').map(|line| interp.heap.new_bytes(line)).collect();
            Ok(interp.heap.new_list(lines))
        }
        _ => Ok(interp.heap.new_bytes(bytes)),
    }
}

fn iter(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    check_open(interp, args.at(0), "I/O operation on closed file.")?;
    Ok(args.at(0))
}

fn exit(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    close(interp, Args::positional(&args.values[..1]))
}

fn close(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let file = file_of(interp, args.at(0))?;
    if file.closed {
        return Ok(Value::None);
    }
    file.flush_all();
    file.closed = true;
    let channel = Arc::clone(&file.channel);
    Err(io_trap("close", move || channel.close(), Value::None, done))
}

fn flush(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let file = check_open(interp, args.at(0), "I/O operation on closed file.")?;
    let channel = Arc::clone(&file.channel);
    if file.flush() { Err(interp.drain(&channel, Value::None, done)) } else { Ok(Value::None) }
}

fn seek(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    check_open(interp, args.at(0), "seek of closed file")?;
    let whence = args.get(2).map_or(Some(0), Value::as_int).unwrap_or(-1);
    let Some(offset) = interp.payload(args.at(1)).as_int() else {
        let message = format!("'{}' object cannot be interpreted as an integer", interp.type_name(args.at(1)));
        return Err(interp.type_error(message));
    };
    let to = match whence {
        0 => match u64::try_from(offset) {
            Ok(offset) => From::Start(offset),
            Err(_) => return Err(interp.os_error(22, "Invalid argument", None)),
        },
        1 => {
            let ahead = file_of(interp, args.at(0))?.available().len() as i64;
            From::Current(offset.saturating_sub(ahead))
        }
        2 => From::End(offset),
        _ => return Err(interp.value_error(format!("whence value {whence} unsupported"))),
    };
    seek_to(interp, args.at(0), file_of, to)
}

/// Move the file to a place; the result is the new position.
pub(super) fn seek_to(interp: &mut Interp, value: Value, find: Find, to: From) -> NativeResult {
    let file = find(interp, value)?;
    file.flush_all();
    file.forget_input();
    let channel = Arc::clone(&file.channel);
    Err(io_trap("seek", move || channel.seek(to), Value::Int(0), done_count))
}

fn tell(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    check_open(interp, args.at(0), "I/O operation on closed file")?;
    tell_of(interp, args.at(0), file_of)
}

/// Where the reader or writer is: what was read ahead counts back, what waits to be written counts forward.
pub(super) fn tell_of(interp: &mut Interp, value: Value, find: Find) -> NativeResult {
    let file = find(interp, value)?;
    let shift = file.unwritten() as i64 - file.available().len() as i64;
    let channel = Arc::clone(&file.channel);
    Err(io_trap("seek", move || channel.seek(From::Current(0)), Value::Int(shift), done_count))
}

/// The reply's count plus `state`.
fn done_count(interp: &mut Interp, state: Value, reply: Reply) -> NativeResult {
    interp.check_reply(&reply)?;
    match (reply, state) {
        (Reply::Count(count), Value::Int(shift)) => Ok(Value::Int((count as i64).saturating_add(shift))),
        _ => Ok(Value::None),
    }
}

fn truncate(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    check_open(interp, args.at(0), "truncate of closed file")?;
    truncate_of(interp, args, file_of)
}

/// Cut or extend the file to a size, its current position if none is given.
pub(super) fn truncate_of(interp: &mut Interp, args: Args<'_>, find: Find) -> NativeResult {
    if !find(interp, args.at(0))?.writable {
        return Err(interp.unsupported("truncate"));
    }
    let size = interp.payload(args.or_none(1)).as_int();
    let file = find(interp, args.at(0))?;
    file.flush_all();
    let ahead = file.available().len() as u64;
    let channel = Arc::clone(&file.channel);
    let run = move || match size.and_then(|s| u64::try_from(s).ok()) {
        Some(size) => channel.truncate(size),
        None => match channel.seek(From::Current(0)) {
            Reply::Count(here) => channel.truncate(here.saturating_sub(ahead)),
            other => other,
        },
    };
    Err(io_trap("truncate", run, Value::Int(0), done_count))
}

fn fileno(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let fd = check_open(interp, args.at(0), "I/O operation on closed file")?.channel.fd;
    Ok(Value::Int(fd.into()))
}

fn isatty(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let file = check_open(interp, args.at(0), "I/O operation on closed file")?;
    Ok(Value::bool(file.channel.is_terminal))
}

fn readable(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let file = check_open(interp, args.at(0), "I/O operation on closed file")?;
    Ok(Value::bool(file.readable))
}

fn writable(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    Ok(Value::bool(file_of(interp, args.at(0))?.writable))
}

fn seekable(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let file = check_open(interp, args.at(0), "I/O operation on closed file")?;
    Ok(Value::bool(file.channel.is_seekable()))
}

fn detach(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    check_open(interp, args.at(0), "I/O operation on closed file.")?;
    Err(interp.unsupported("detach"))
}

fn repr(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let file = file_of(interp, args.at(0))?;
    let (name, mode) = (file.name, file.mode);
    let name = interp.repr(name)?;
    let class = interp.class_of(args.at(0));
    let line = if class == interp.file_classes().raw {
        format!("<_io.FileIO name={name} mode='{mode}' closefd=True>")
    } else {
        format!("<_io.{} name={name}>", interp.type_name(args.at(0)))
    };
    Ok(interp.heap.new_str(line))
}
