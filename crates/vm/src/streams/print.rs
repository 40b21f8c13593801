//! `print`: one write for each part, and no other thread in between unless bytes really go to the file.

use super::Standard;
use crate::exit::Reply;
use crate::interp::Interp;
use crate::native::{Args, NativeDef, NativeResult, Trap};
use crate::value::{OpaqueId, Value};
use gilscope_trace::Stream;

pub const PRINT: NativeDef =
    NativeDef::function("print", print, 0, 255).any_keywords().twin("output.print").makes_events();

/// The keyword arguments.
struct Options {
    separator: Option<Value>,
    end: Option<Value>,
    file: Value,
    flush: bool,
}

fn print(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let options = parse_options(interp, args)?;
    let file = match options.file {
        Value::None => interp.stream(Standard::Output),
        file => file,
    };
    if file.is_null() {
        return Err(interp.runtime_error("lost sys.stdout"));
    }
    if file.is_none() {
        return Ok(Value::None);
    }
    let Some(id) = interp.text_file_of(file) else { return Err(Trap::Defer) };
    if let [Value::Str(_)] = args.values
        && options.separator.is_none()
        && options.end.is_none()
    {
        let newline = interp.ascii_newline();
        return write_parts(interp, id, &[args.values[0], newline], options.flush);
    }
    let parts = make_parts(interp, args, &options)?;
    write_parts(interp, id, &parts, options.flush)
}

fn make_parts(interp: &mut Interp, args: Args<'_>, options: &Options) -> Result<Vec<Value>, Trap> {
    let mut parts = Vec::with_capacity(2 * args.len() + 1);
    for (index, &value) in args.values.iter().enumerate() {
        if index > 0 {
            parts.push(options.separator.unwrap_or(interp.ascii[b' ' as usize]));
        }
        parts.push(interp.str_value(value)?);
    }
    parts.push(options.end.unwrap_or(interp.ascii_newline()));
    Ok(parts)
}

fn parse_options(interp: &mut Interp, args: Args<'_>) -> Result<Options, Trap> {
    let mut options = Options { separator: None, end: None, file: Value::None, flush: false };
    for &(name, value) in args.keywords {
        match interp.symbols.name(name) {
            "sep" => options.separator = text_option(interp, "sep", value)?,
            "end" => options.end = text_option(interp, "end", value)?,
            "file" => options.file = value,
            "flush" => options.flush = crate::truth::truthy(interp, value).ok_or(Trap::Defer)?,
            other => {
                let message = format!("print() got an unexpected keyword argument '{other}'");
                return Err(interp.type_error(message));
            }
        }
    }
    Ok(options)
}

fn text_option(interp: &mut Interp, name: &str, value: Value) -> Result<Option<Value>, Trap> {
    if value.is_none() {
        return Ok(None);
    }
    match interp.payload(value) {
        text @ Value::Str(_) => Ok(Some(text)),
        _ => {
            let message = format!("{name} must be None or a string, not {}", interp.type_name(value));
            Err(interp.type_error(message))
        }
    }
}

/// Write str values one by one; when bytes must go to the file, the rest follows afterwards.
fn write_parts(interp: &mut Interp, id: OpaqueId, parts: &[Value], flush: bool) -> NativeResult {
    for (index, &part) in parts.iter().enumerate() {
        if write_part(interp, id, part)? {
            let Some(channel) = interp.channel_of(id) else { break };
            let mut state = vec![Value::Opaque(id), Value::bool(flush)];
            state.extend_from_slice(&parts[index + 1..]);
            let state = interp.heap.new_tuple(&state);
            return Err(interp.drain(&channel, state, resume));
        }
    }
    if flush
        && interp.heap.flush_text(id)
        && let Some(channel) = interp.channel_of(id)
    {
        return Err(interp.drain(&channel, Value::None, super::done));
    }
    Ok(Value::None)
}

fn resume(interp: &mut Interp, state: Value, reply: Reply) -> NativeResult {
    interp.check_reply(&reply)?;
    let Value::Tuple(state) = state else { return Ok(Value::None) };
    let state = interp.heap.tuple(state).to_vec();
    match state.as_slice() {
        [Value::Opaque(id), flush, rest @ ..] => write_parts(interp, *id, rest, *flush == Value::True),
        _ => Ok(Value::None),
    }
}

/// Write one str; true when bytes must be drained to the file.
pub(super) fn write_part(interp: &mut Interp, id: OpaqueId, part: Value) -> Result<bool, Trap> {
    super::text_methods::check_writable(interp, id)?;
    if interp.is_recording() {
        record(interp, id, part);
    }
    if let Value::Str(plain) = part
        && let Some(drain) = interp.heap.write_plain(id, plain)
    {
        return Ok(drain);
    }
    let Some(text) = interp.text(part) else { return Ok(false) };
    let encoded = match interp.heap.opaques[id].get::<super::TextFile>() {
        Some(file) => file.encode(text).map(|bytes| bytes.into_owned()),
        None => return Ok(false),
    };
    match encoded {
        Ok(bytes) => Ok(interp.heap.write_encoded(id, &bytes)),
        Err((position, c)) => Err(super::text_methods::encode_error(interp, id, part, position, c)),
    }
}

/// Tell of text that goes to one of the standard streams.
fn record(interp: &mut Interp, id: OpaqueId, part: Value) {
    let is = |which| interp.original_stream(which) == Value::Opaque(id);
    let stream = match (is(Standard::Output), is(Standard::Error)) {
        (true, _) => Stream::Output,
        (_, true) => Stream::Error,
        _ => return,
    };
    if let Some(text) = interp.text(part).map(str::to_owned) {
        interp.record_output(stream, &text);
    }
}

impl Interp {
    pub(super) fn ascii_newline(&self) -> Value {
        self.ascii[b'\n' as usize]
    }
}
