//! `input`: prompt on standard output, a line from standard input.

use super::Standard;
use super::text_methods::take;
use super::text_read::Piece;
use crate::exceptions::EOF_ERROR;
use crate::exit::Reply;
use crate::interp::Interp;
use crate::native::{Args, NativeDef, NativeResult, Trap};
use crate::value::{OpaqueId, Value};

pub const INPUT: NativeDef = NativeDef::function("input", input, 0, 1).twin("output.input").makes_events();

fn input(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let (source, sink) = (interp.stream(Standard::Input), interp.stream(Standard::Output));
    for (stream, name) in [(source, "stdin"), (sink, "stdout")] {
        if stream.is_null() || stream.is_none() {
            return Err(interp.runtime_error(format!("input(): lost sys.{name}")));
        }
    }
    let (Some(source), Some(sink)) = (interp.text_file_of(source), interp.text_file_of(sink)) else {
        return Err(Trap::Defer);
    };
    // What standard error still holds comes first.
    if let Some(errors) = interp.text_file_of(interp.stream(Standard::Error))
        && interp.heap.flush_text(errors)
        && let Some(channel) = interp.channel_of(errors)
    {
        channel.drain();
    }
    if let Some(prompt) = args.get(0) {
        let prompt = interp.str_value(prompt)?;
        super::print::write_part(interp, sink, prompt)?;
    }
    interp.heap.flush_text(sink);
    match interp.channel_of(sink) {
        Some(channel) => Err(interp.drain(&channel, Value::Opaque(source), after_prompt)),
        None => Ok(Value::None),
    }
}

fn after_prompt(interp: &mut Interp, state: Value, reply: Reply) -> NativeResult {
    interp.check_reply(&reply)?;
    match state {
        Value::Opaque(source) => take(interp, source, Piece::Line(None), finish_input),
        _ => Ok(Value::None),
    }
}

/// The line without its end.
pub(super) fn finish_input(interp: &mut Interp, _id: OpaqueId, text: String) -> NativeResult {
    if text.is_empty() {
        return Err(interp.raise(EOF_ERROR, "EOF when reading a line"));
    }
    Ok(interp.str(text.strip_suffix('\n').unwrap_or(&text)))
}
