//! `open`.

use super::channel::{Channel, reply_of};
use super::file::BinaryFile;
use super::text::{Encoding, Newline, OnError, TextFile};
use super::{io_trap, new_opaque};
use crate::exceptions::{LOOKUP_ERROR, RUNTIME_ERROR};
use crate::exit::Reply;
use crate::interp::Interp;
use crate::native::{Args, NativeDef, NativeResult, Trap};
use crate::value::Value;
use std::fs::{File, OpenOptions};
use std::io;

pub const OPEN: NativeDef = NativeDef::function("open", open, 1, 8)
    .params(&["file", "mode", "buffering", "encoding", "errors", "newline", "closefd", "opener"])
    .twin("output.open");

/// What the mode string asks for.
#[derive(Clone, Copy)]
struct Mode {
    action: u8,
    plus: bool,
    binary: bool,
}

fn open(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let path = path_of(interp, args.at(0))?;
    let mode_text = text_argument(interp, args, 1, "mode", "r")?;
    let encoding = text_argument(interp, args, 3, "encoding", "")?;
    let errors = text_argument(interp, args, 4, "errors", "")?;
    let newline = args.or_none(5);
    let buffering = args.get(2).map_or(Some(-1), |v| v.as_int());
    let mode = parse_mode(interp, &mode_text)?;
    if mode.binary {
        check_binary_options(interp, &encoding, &errors, newline)?;
    } else if buffering == Some(0) {
        return Err(interp.value_error("can't have unbuffered text I/O"));
    } else {
        text_options(interp, &encoding, &errors, newline)?;
    }
    let options = [mode_text.as_str(), &encoding, &errors].map(|t| interp.heap.new_str(t));
    let buffering = Value::Int(buffering.unwrap_or(-1));
    let state = [args.at(0), options[0], options[1], options[2], newline, buffering];
    let state = interp.heap.new_tuple(&state);
    let unwritten = interp.flush_writers();
    let run = move || {
        for channel in &unwritten {
            channel.drain();
        }
        match open_file(&path, mode) {
            Ok(file) => Reply::File(Channel::new(file)),
            Err(error) => match reply_of(&error) {
                Reply::Failed { errno, message, .. } => Reply::Failed { errno, message, filename: Some(path) },
                other => other,
            },
        }
    };
    Err(io_trap("open", run, state, opened))
}

fn path_of(interp: &mut Interp, value: Value) -> Result<String, Trap> {
    let path = match interp.payload(value) {
        Value::Str(id) => interp.heap.text(id).to_string(),
        Value::Bytes(id) => String::from_utf8_lossy(&interp.heap.bytes[id].data).into_owned(),
        Value::Int(_) => {
            return Err(interp.raise(RUNTIME_ERROR, "open() of a file descriptor is not supported by gilscope"));
        }
        Value::Instance(_) => return Err(Trap::Defer),
        _ => {
            let message = format!("expected str, bytes or os.PathLike object, not {}", interp.type_name(value));
            return Err(interp.type_error(message));
        }
    };
    if path.contains('\0') {
        return Err(interp.value_error("embedded null byte"));
    }
    Ok(path)
}

fn text_argument(interp: &mut Interp, args: Args<'_>, index: usize, name: &str, default: &str) -> Result<String, Trap> {
    match args.get(index) {
        None => Ok(default.to_string()),
        Some(Value::None) if name != "mode" => Ok(String::new()),
        Some(value) => match interp.text(value) {
            Some(text) => Ok(text.to_string()),
            None => {
                let or_none = if name == "mode" { "str" } else { "str or None" };
                let message = format!("open() argument '{name}' must be {or_none}, not {}", interp.type_name(value));
                Err(interp.type_error(message))
            }
        },
    }
}

fn parse_mode(interp: &mut Interp, text: &str) -> Result<Mode, Trap> {
    let count = |c| text.matches(c).count();
    let known = text.chars().all(|c| "rwaxbt+".contains(c));
    if !known || text.chars().any(|c| count(c) > 1) {
        return Err(interp.value_error(format!("invalid mode: '{text}'")));
    }
    let (binary, is_text) = (text.contains('b'), text.contains('t'));
    if binary && is_text {
        return Err(interp.value_error("can't have text and binary mode at once"));
    }
    let actions: Vec<u8> = text.bytes().filter(|b| b"rwax".contains(b)).collect();
    match actions.as_slice() {
        [action] => Ok(Mode { action: *action, plus: text.contains('+'), binary }),
        [] => Err(interp.value_error("Must have exactly one of create/read/write/append mode and at most one plus")),
        _ => Err(interp.value_error("must have exactly one of create/read/write/append mode")),
    }
}

fn check_binary_options(interp: &mut Interp, encoding: &str, errors: &str, newline: Value) -> Result<(), Trap> {
    let message = if !encoding.is_empty() {
        "binary mode doesn't take an encoding argument"
    } else if !errors.is_empty() {
        "binary mode doesn't take an errors argument"
    } else if !newline.is_none() {
        "binary mode doesn't take a newline argument"
    } else {
        return Ok(());
    };
    Err(interp.value_error(message))
}

/// How a text file converts.
fn text_options(
    interp: &mut Interp,
    encoding: &str,
    errors: &str,
    newline: Value,
) -> Result<(Encoding, OnError, Newline), Trap> {
    let encoding = match encoding.to_ascii_lowercase().replace(['_', ' '], "-").as_str() {
        "" | "utf-8" | "utf8" | "u8" | "utf" | "locale" => Encoding::Utf8,
        "latin-1" | "latin1" | "iso-8859-1" | "iso8859-1" | "l1" => Encoding::Latin1,
        "ascii" | "us-ascii" | "646" => Encoding::Ascii,
        _ => return Err(interp.raise(LOOKUP_ERROR, format!("unknown encoding: {encoding}"))),
    };
    let on_error = match errors {
        "" | "strict" | "surrogateescape" | "surrogatepass" => OnError::Strict,
        "ignore" => OnError::Ignore,
        "replace" => OnError::Replace,
        "backslashreplace" => OnError::BackslashReplace,
        _ => return Err(interp.raise(LOOKUP_ERROR, format!("unknown error handler name '{errors}'"))),
    };
    let newline = match interp.text(newline) {
        None => Newline::Universal,
        Some("") => Newline::Untranslated,
        Some("\n") => Newline::Lf,
        Some("\r") => Newline::Cr,
        Some("\r\n") => Newline::CrLf,
        Some(other) => {
            let message = format!("illegal newline value: {other}");
            return Err(interp.value_error(message));
        }
    };
    Ok((encoding, on_error, newline))
}

fn open_file(path: &str, mode: Mode) -> io::Result<File> {
    let mut options = OpenOptions::new();
    match mode.action {
        b'r' => options.read(true).write(mode.plus),
        b'w' => options.write(true).create(true).truncate(true).read(mode.plus),
        b'a' => options.append(true).create(true).read(mode.plus),
        _ => options.write(true).create_new(true).read(mode.plus),
    };
    let file = options.open(path)?;
    if file.metadata()?.is_dir() {
        return Err(io::Error::from_raw_os_error(21));
    }
    Ok(file)
}

/// The file is open: make its objects.
fn opened(interp: &mut Interp, state: Value, reply: Reply) -> NativeResult {
    interp.check_reply(&reply)?;
    let (Reply::File(channel), Value::Tuple(state)) = (reply, state) else { return Ok(Value::None) };
    let [name, mode, encoding, errors, newline, buffering] = *interp.heap.tuple(state) else {
        return Ok(Value::None);
    };
    let [mode_text, encoding, errors] = [mode, encoding, errors].map(|v| interp.text(v).unwrap_or("").to_string());
    let parsed = parse_mode(interp, &mode_text)?;
    let raw_mode = raw_mode(parsed);
    let classes = interp.file_classes();
    let unbuffered = buffering == Value::Int(0);
    let class = match parsed {
        _ if unbuffered => classes.raw,
        Mode { plus: true, .. } => classes.random,
        Mode { action: b'r', .. } => classes.reader,
        _ => classes.writer,
    };
    let is_terminal = channel.is_terminal;
    let mut binary = BinaryFile::new(channel, name, raw_mode);
    binary.unbuffered = unbuffered;
    let is_writer = binary.writable;
    let binary = new_opaque(interp, class, binary);
    if is_writer {
        interp.streams.writers.push(binary);
    }
    if parsed.binary {
        return Ok(Value::Opaque(binary));
    }
    let mut file = TextFile::new(binary, mode);
    (file.encoding, file.on_error, file.newline) = text_options(interp, &encoding, &errors, newline)?;
    file.encoding_name = if encoding.is_empty() { "UTF-8".into() } else { encoding.into() };
    file.errors_name = if errors.is_empty() { "strict".into() } else { errors.into() };
    file.line_buffering = buffering == Value::Int(1) || is_terminal;
    Ok(Value::Opaque(new_opaque(interp, classes.text, file)))
}

/// The mode that the binary file shows.
fn raw_mode(mode: Mode) -> &'static str {
    match (mode.action, mode.plus) {
        (b'r', false) => "rb",
        (b'w', false) => "wb",
        (b'a', false) => "ab",
        (b'a', true) => "ab+",
        (b'x', false) => "xb",
        (b'x', true) => "xb+",
        _ => "rb+",
    }
}
