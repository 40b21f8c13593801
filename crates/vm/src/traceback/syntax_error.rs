//! A SyntaxError: file and line, the text with its carets, the message.

use crate::interp::Interp;
use crate::value::{ExceptionId, Value};
use std::fmt::Write;

/// The attributes of a SyntaxError.
struct Details {
    message: Value,
    filename: Value,
    line: Value,
    offset: Value,
    text: Value,
    end_line: Value,
    end_offset: Value,
}

fn details(interp: &mut Interp, exception: ExceptionId) -> Details {
    // What was given as arguments, unless an attribute says otherwise.
    let args = match interp.heap.exceptions[exception].args {
        Value::Tuple(args) => interp.heap.tuple(args).to_vec(),
        _ => Vec::new(),
    };
    let places = match args.get(1) {
        Some(Value::Tuple(places)) => interp.heap.tuple(*places).to_vec(),
        _ => Vec::new(),
    };
    let mut attribute = |name: &str, default: Option<&Value>| {
        let name = interp.symbols.intern(name);
        let own = interp.exception_attribute(exception, name);
        own.or(default.copied()).unwrap_or(Value::None)
    };
    Details {
        message: attribute("msg", args.first()),
        filename: attribute("filename", places.first()),
        line: attribute("lineno", places.get(1)),
        offset: attribute("offset", places.get(2)),
        text: attribute("text", places.get(3)),
        end_line: attribute("end_lineno", places.get(4)),
        end_offset: attribute("end_offset", places.get(5)),
    }
}

/// Append the lines of a SyntaxError whose class is called `name`.
pub(super) fn render(interp: &mut Interp, exception: ExceptionId, name: &str, out: &mut String) {
    let details = details(interp, exception);
    let filename = interp.text(details.filename).map(str::to_string);
    let mut suffix = String::new();
    if details.line.is_none() {
        if let Some(filename) = &filename {
            suffix = format!(" ({filename})");
        }
    } else {
        let line = interp.str_of(details.line).unwrap_or_default();
        let _ = writeln!(out, "  File \"{}\", line {line}", filename.as_deref().unwrap_or("<string>"));
    }
    if let Some(text) = interp.text(details.text) {
        push_text(out, text, &details);
    }
    let message = match details.message {
        Value::None => "<no detail available>".to_string(),
        message => interp.str_of(message).unwrap_or_default(),
    };
    let message = if message.is_empty() { "<no detail available>".to_string() } else { message };
    let _ = writeln!(out, "{name}: {message}{suffix}");
}

/// The line of the error, without the blanks around it, and carets below the part from `offset` on.
fn push_text(out: &mut String, text: &str, details: &Details) {
    let right = text.trim_end_matches('\n');
    let left = right.trim_start_matches([' ', '\n', '\x0c']);
    let _ = writeln!(out, "    {left}");
    let Some(mut offset) = details.offset.as_int() else { return };
    let length = text.chars().count() as i64;
    let right_length = right.chars().count() as i64;
    let blanks = right_length - left.chars().count() as i64;
    let mut end = if details.line == details.end_line {
        match details.end_offset.as_int() {
            None | Some(0) => offset,
            Some(end) => end,
        }
    } else {
        right_length + 1
    };
    if length > 0 && offset > length {
        offset = right_length + 1;
    }
    if length > 0 && end > length {
        end = right_length + 1;
    }
    if offset >= end || end < 0 {
        end = offset + 1;
    }
    let (start, stop) = (offset - 1 - blanks, end - 1 - blanks);
    if start < 0 {
        return;
    }
    out.push_str("    ");
    // Tabs and the like keep the carets aligned.
    out.extend(left.chars().take(start as usize).map(|c| if c.is_whitespace() { c } else { ' ' }));
    out.extend(std::iter::repeat_n('^', (stop - start).max(0) as usize));
    out.push('\n');
}
