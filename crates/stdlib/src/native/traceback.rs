//! `_traceback`: reports on exceptions for `traceback` and for those that nobody catches.

use crate::struct_sequence::{self, StructSequence};
use gilscope_vm::exceptions::BASE_EXCEPTION;
use gilscope_vm::native::{Args, NativeDef, NativeResult, Trap};
use gilscope_vm::object::Wrapper;
use gilscope_vm::traceback::{Entry, Messages, ReportOptions, format_entries};
use gilscope_vm::value::{ExceptionId, ModuleId};
use gilscope_vm::{Interp, Value};
use std::sync::Arc;

const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("format", format, 1, 3).params(&["exc", "limit", "chain"]).twin("report.format_exception"),
    NativeDef::function("format_only", format_only, 1, 1).twin("report.format_only"),
    NativeDef::function("render", render, 2, 4),
    NativeDef::function("render_only", render_only, 2, 2),
    NativeDef::function("chain", chain, 1, 1),
    NativeDef::function("entries", entries, 1, 1),
    NativeDef::function("format_entries", format_list, 1, 1),
    NativeDef::function("source_line", source_line, 2, 2),
];

/// What `sys.unraisablehook` is called with (`Python/errors.c`).
const UNRAISABLE: StructSequence = StructSequence {
    name: "UnraisableHookArgs",
    module: "",
    fields: &["exc_type", "exc_value", "exc_traceback", "err_msg", "object"],
};

pub(crate) fn init(interp: &mut Interp) -> ModuleId {
    let module = interp.add_module("_traceback", FUNCTIONS);
    let class = UNRAISABLE.class(interp);
    interp.add_construct(class, NativeDef::function(UNRAISABLE.name, unraisable, 0, 1));
    interp.set_global(module, UNRAISABLE.name, Value::Class(class));
    module
}

fn unraisable(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let values = UNRAISABLE.items_given(interp, args)?;
    let module = interp.native_module("_traceback");
    match module.and_then(|module| interp.get_global(module, UNRAISABLE.name)) {
        Some(Value::Class(class)) => Ok(struct_sequence::instance(interp, class, &values)),
        _ => Ok(Value::None),
    }
}

fn exception_of(interp: &mut Interp, value: Value) -> Result<ExceptionId, Trap> {
    match value {
        Value::Exception(id) => Ok(id),
        _ => {
            let message = format!("Exception expected for value, {} found", interp.type_name(value));
            Err(interp.type_error(message))
        }
    }
}

/// The messages of all these exceptions; `Defer` when one is script code's to tell.
fn messages_of(interp: &mut Interp, exceptions: &[ExceptionId]) -> Result<Messages, Trap> {
    let mut messages = Messages::default();
    for &exception in exceptions {
        match interp.str_of(Value::Exception(exception)) {
            Ok(text) => {
                messages.insert(exception, text);
            }
            Err(Trap::Defer) => return Err(Trap::Defer),
            Err(_) => {}
        }
    }
    Ok(messages)
}

fn options_of(args: Args<'_>, first: usize) -> ReportOptions {
    ReportOptions { limit: args.or_none(first).as_int(), chain: args.get(first + 1) != Some(Value::False) }
}

fn format(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let exception = exception_of(interp, args.at(0))?;
    let shown = interp.exceptions_shown(exception);
    let messages = messages_of(interp, &shown)?;
    let report = interp.render_exception(exception, &messages, options_of(args, 1));
    Ok(interp.heap.new_str(report))
}

fn format_only(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let exception = exception_of(interp, args.at(0))?;
    let messages = messages_of(interp, &[exception])?;
    let report = interp.render_exception_only(exception, &messages);
    Ok(interp.heap.new_str(report))
}

/// The messages in a list of pairs of an exception and its text.
fn given_messages(interp: &Interp, value: Value) -> Messages {
    let mut messages = Messages::default();
    let Value::List(list) = value else { return messages };
    for &pair in &interp.heap.lists[list].items {
        if let Value::Tuple(pair) = pair
            && let [Value::Exception(id), text] = interp.heap.tuple(pair)
            && let Some(text) = interp.text(*text)
        {
            messages.insert(*id, text.to_string());
        }
    }
    messages
}

fn render(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let exception = exception_of(interp, args.at(0))?;
    let messages = given_messages(interp, args.at(1));
    let report = interp.render_exception(exception, &messages, options_of(args, 2));
    Ok(interp.heap.new_str(report))
}

fn render_only(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let exception = exception_of(interp, args.at(0))?;
    let messages = given_messages(interp, args.at(1));
    let report = interp.render_exception_only(exception, &messages);
    Ok(interp.heap.new_str(report))
}

/// Every exception of the report, whose messages must be known.
fn chain(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let exception = exception_of(interp, args.at(0))?;
    let shown = interp.exceptions_shown(exception).into_iter().map(Value::Exception).collect();
    Ok(interp.heap.new_list(shown))
}

fn entries(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let entries = match args.at(0) {
        Value::Wrapper(id) => match interp.heap.wrappers[id] {
            Wrapper::Traceback { exception, start } => interp.traceback_entries_from(exception, start),
            _ => Vec::new(),
        },
        Value::Exception(id) if interp.is_instance(args.at(0), BASE_EXCEPTION) => interp.traceback_entries(id),
        _ => Vec::new(),
    };
    let rows = entries.iter().map(|entry| row_of(interp, entry)).collect();
    Ok(interp.heap.new_list(rows))
}

/// `(filename, line, end line, column, end column, name)`.
fn row_of(interp: &mut Interp, entry: &Entry) -> Value {
    let int = |n: u32| Value::Int(n.into());
    let (column, end_column) = match entry.columns {
        Some((start, end)) => (int(start), int(end)),
        None => (Value::None, Value::None),
    };
    let (file, name) = (interp.heap.new_str(&*entry.file), interp.heap.new_str(&*entry.name));
    interp.heap.new_tuple(&[file, int(entry.line), int(entry.end_line), column, end_column, name])
}

fn entry_of(interp: &Interp, row: Value) -> Option<Entry> {
    let Value::Tuple(row) = interp.payload(row) else { return None };
    let [file, line, end_line, column, end_column, name] = *interp.heap.tuple(row) else { return None };
    let number = |value: Value| value.as_int().and_then(|n| u32::try_from(n).ok());
    let line = number(line)?;
    Some(Entry {
        file: interp.text(file)?.to_string(),
        line,
        end_line: number(end_line).unwrap_or(line),
        columns: number(column).zip(number(end_column)),
        name: interp.text(name)?.to_string(),
    })
}

fn format_list(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let Value::List(list) = args.at(0) else { return Err(interp.type_error("a list of entries is required")) };
    let entries: Vec<Entry> = interp.heap.lists[list].items.iter().filter_map(|&row| entry_of(interp, row)).collect();
    let host = Arc::clone(&interp.host);
    let text = format_entries(&*host, &entries);
    Ok(interp.heap.new_str(text))
}

fn source_line(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let (Some(file), Some(line)) = (interp.text(args.at(0)).map(str::to_string), args.at(1).as_int()) else {
        return Ok(Value::None);
    };
    let Some(source) = interp.host.source(&file) else { return Ok(Value::None) };
    let index = usize::try_from(line - 1).ok();
    match index.and_then(|index| source.split('\n').nth(index)) {
        Some(line) => Ok(interp.heap.new_str(line.trim_end_matches('\r'))),
        None => Ok(Value::None),
    }
}
