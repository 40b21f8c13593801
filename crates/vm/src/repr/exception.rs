//! What exceptions say of themselves.

use super::Writer;
use crate::exceptions::*;
use crate::interp::Interp;
use crate::native::Trap;
use crate::symbol::Symbol;
use crate::value::{ExceptionId, Value};

impl Writer<'_> {
    /// `ValueError('text')`.
    pub(super) fn exception(&mut self, value: Value, id: ExceptionId) -> Result<(), Trap> {
        let name = self.interp.type_name(value).to_string();
        let args = exception_args(self.interp, id);
        self.container(value, &format!("{name}("), args, ")", &format!("{name}(...)"))
    }
}

fn exception_args(interp: &Interp, id: ExceptionId) -> Vec<Value> {
    match interp.heap.exceptions[id].args {
        Value::Tuple(args) => interp.heap.tuple(args).to_vec(),
        _ => Vec::new(),
    }
}

/// `str` of an exception, by the built-in class it derives from.
pub fn exception_text(interp: &mut Interp, value: Value) -> Result<String, Trap> {
    let Value::Exception(id) = value else { return interp.repr(value) };
    let class = interp.heap.exceptions[id].class;
    let special = if interp.is_subclass(class, OS_ERROR) {
        os_error_text(interp, id)?
    } else if interp.is_subclass(class, SYNTAX_ERROR) {
        syntax_error_text(interp, id)?
    } else if interp.is_subclass(class, UNICODE_ERROR) {
        unicode_error_text(interp, id)
    } else if interp.is_subclass(class, BASE_EXCEPTION_GROUP) {
        group_text(interp, id)?
    } else {
        None
    };
    if let Some(text) = special {
        return Ok(text);
    }
    match exception_args(interp, id)[..] {
        [] => Ok(String::new()),
        [only] if interp.is_subclass(class, KEY_ERROR) => interp.repr(only),
        [only] => interp.str_of(only),
        _ => interp.repr(interp.heap.exceptions[id].args),
    }
}

/// An attribute that is set and not `None`.
fn attribute(interp: &Interp, id: ExceptionId, name: &str) -> Option<Value> {
    let name = interp.symbols.find(name)?;
    interp.exception_attribute(id, name).filter(|v| !v.is_none() && !v.is_null())
}

/// `[Errno 2] No such file or directory: 'name'`.
fn os_error_text(interp: &mut Interp, id: ExceptionId) -> Result<Option<String>, Trap> {
    let args = exception_args(interp, id);
    let own = |name| interp.exception_attribute(id, name);
    let (errno, text) = match (own(Symbol::ERRNO), own(Symbol::STRERROR), &args[..]) {
        (Some(errno), Some(text), _) => (errno, text),
        (_, _, &[errno, text, ..]) if args.len() <= 5 => (errno, text),
        _ => return Ok(None),
    };
    let filename = attribute(interp, id, "filename").or(args.get(2).copied());
    let second = attribute(interp, id, "filename2");
    let mut message = format!("[Errno {}] {}", interp.str_of(errno)?, interp.str_of(text)?);
    if let Some(filename) = filename.filter(|f| !f.is_none()) {
        message = format!("{message}: {}", interp.repr(filename)?);
        if let Some(second) = second {
            message = format!("{message} -> {}", interp.repr(second)?);
        }
    }
    Ok(Some(message))
}

/// `invalid syntax (file.py, line 3)`.
fn syntax_error_text(interp: &mut Interp, id: ExceptionId) -> Result<Option<String>, Trap> {
    let args = exception_args(interp, id);
    let Some(&message) = args.first() else { return Ok(Some("None".to_string())) };
    let message = interp.str_of(message)?;
    let file = attribute(interp, id, "filename").and_then(|v| interp.text(v).map(base_name));
    let line = attribute(interp, id, "lineno").and_then(Value::as_int);
    Ok(Some(match (file, line) {
        (Some(file), Some(line)) => format!("{message} ({file}, line {line})"),
        (Some(file), None) => format!("{message} ({file})"),
        (None, Some(line)) => format!("{message} (line {line})"),
        (None, None) => message,
    }))
}

fn base_name(path: &str) -> String {
    path.rsplit('/').next().unwrap_or(path).to_string()
}

/// `'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)`.
fn unicode_error_text(interp: &Interp, id: ExceptionId) -> Option<String> {
    let args = exception_args(interp, id);
    let [encoding, object, start, end, reason] = args[..] else { return None };
    let (encoding, reason) = (interp.text(encoding)?, interp.text(reason)?);
    let (start, end) = (usize::try_from(start.as_int()?).ok()?, usize::try_from(end.as_int()?).ok()?);
    let range = format!("{start}-{}", end.saturating_sub(1));
    Some(match object {
        Value::Bytes(bytes) => match interp.heap.bytes[bytes].data.get(start) {
            Some(byte) if end == start + 1 => {
                format!("'{encoding}' codec can't decode byte 0x{byte:02x} in position {start}: {reason}")
            }
            _ => format!("'{encoding}' codec can't decode bytes in position {range}: {reason}"),
        },
        Value::Str(text) => match interp.heap.str(text).char_at(start) {
            Some(c) if end == start + 1 => {
                let mut shown = String::new();
                match c as u32 {
                    code @ 0..=0xff => shown.push_str(&format!("\\x{code:02x}")),
                    _ => super::push_ascii(&mut shown, c),
                }
                format!("'{encoding}' codec can't encode character '{shown}' in position {start}: {reason}")
            }
            _ => format!("'{encoding}' codec can't encode characters in position {range}: {reason}"),
        },
        _ => return None,
    })
}

/// `message (2 sub-exceptions)`.
fn group_text(interp: &mut Interp, id: ExceptionId) -> Result<Option<String>, Trap> {
    let [message, members] = exception_args(interp, id)[..] else { return Ok(None) };
    let count = match members {
        Value::List(list) => interp.heap.lists[list].items.len(),
        Value::Tuple(tuple) => interp.heap.tuple(tuple).len(),
        _ => return Ok(None),
    };
    let plural = if count == 1 { "" } else { "s" };
    Ok(Some(format!("{} ({count} sub-exception{plural})", interp.str_of(message)?)))
}

impl Interp {
    /// `BaseException.__repr__`, whatever the class of the exception defines.
    pub(super) fn exception_repr(&mut self, value: Value) -> Result<String, Trap> {
        let Value::Exception(id) = value else { return self.repr(value) };
        let mut writer = Writer { interp: self, out: String::new(), open: Vec::new() };
        writer.exception(value, id)?;
        writer.finish()
    }
}
