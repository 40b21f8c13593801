//! A short text for any value, made without running script code and without changing the interpreter.
//!
//! `repr` may have to call a script's `__repr__`, and allocates on the heap. Who looks at a stopped execution must do
//! neither, or the execution would go on differently for having been looked at.

use crate::float_text::push_repr;
use crate::identity::address;
use crate::interp::Interp;
use crate::repr::{bytes_repr, str_repr};
use crate::value::*;
use std::fmt::Write;

/// Containers inside containers are shown to this depth.
const DEPTH: usize = 3;
/// Integers of more bits than this are shown by their size: their decimal digits are costly.
const BITS: u64 = 256;

/// A text that stops growing.
struct Glimpse<'i> {
    interp: &'i Interp,
    out: String,
    /// Bytes, give or take one item.
    room: usize,
}

impl Interp {
    /// What `value` is, in about `room` bytes at most; what does not fit is `…`.
    pub fn glimpse(&self, value: Value, room: usize) -> String {
        let mut glimpse = Glimpse { interp: self, out: String::new(), room };
        glimpse.value(value, 0);
        let Glimpse { mut out, .. } = glimpse;
        if out.len() > room {
            out.truncate(out.floor_char_boundary(room.saturating_sub(1)));
            out.push('…');
        }
        out
    }
}

impl Glimpse<'_> {
    fn value(&mut self, value: Value, depth: usize) {
        let heap = &self.interp.heap;
        match value {
            Value::Null => self.out.push_str("(nothing)"),
            Value::None => self.out.push_str("None"),
            Value::True => self.out.push_str("True"),
            Value::False => self.out.push_str("False"),
            Value::NotImplemented => self.out.push_str("NotImplemented"),
            Value::Ellipsis => self.out.push_str("Ellipsis"),
            Value::Int(i) => self.written(format_args!("{i}")),
            Value::Float(bits) => push_repr(&mut self.out, f64::from_bits(bits.0)),
            Value::Big(id) if heap.bigs[id].bits() > BITS => {
                self.written(format_args!("<int of {} bits>", heap.bigs[id].bits()));
            }
            Value::Big(id) => self.written(format_args!("{}", heap.bigs[id])),
            Value::Str(id) => self.text(heap.text(id)),
            Value::Bytes(id) => {
                let bytes = &heap.bytes[id].data;
                let shown = bytes.get(..self.room).unwrap_or(bytes);
                self.out.push_str(&bytes_repr(shown));
            }
            Value::List(id) => self.items("[", heap.lists[id].items.iter().copied(), "]", depth),
            Value::Tuple(id) => self.tuple(heap.tuple(id), depth),
            Value::Set(_) | Value::Dict(_) => self.hashed(value, depth),
            _ => self.object(value, depth),
        }
    }

    fn is_full(&self) -> bool {
        self.out.len() >= self.room
    }

    fn written(&mut self, text: std::fmt::Arguments<'_>) {
        // Writing to a string does not fail.
        let _ = self.out.write_fmt(text);
    }

    fn text(&mut self, text: &str) {
        let end = text.floor_char_boundary(self.room.min(text.len()));
        self.out.push_str(&str_repr(text.get(..end).unwrap_or(text)));
    }

    fn items(&mut self, open: &str, items: impl Iterator<Item = Value>, close: &str, depth: usize) {
        self.out.push_str(open);
        for (i, item) in items.enumerate() {
            if i > 0 {
                self.out.push_str(", ");
            }
            if depth >= DEPTH || self.is_full() {
                self.out.push('…');
                break;
            }
            self.value(item, depth + 1);
        }
        self.out.push_str(close);
    }

    fn tuple(&mut self, items: &[Value], depth: usize) {
        let close = if items.len() == 1 { ",)" } else { ")" };
        self.items("(", items.iter().copied(), close, depth);
    }

    fn hashed(&mut self, value: Value, depth: usize) {
        let heap = &self.interp.heap;
        match value {
            Value::Set(id) if heap.sets[id].is_empty() => self.out.push_str("set()"),
            Value::Set(id) => self.items("{", heap.sets[id].iter(), "}", depth),
            Value::Dict(id) => {
                let dict = &heap.dicts[id];
                let entries = (0..).map_while(|i| dict.entry(i)).filter(|entry| !entry.key.is_null());
                self.out.push('{');
                for (i, entry) in entries.enumerate() {
                    if i > 0 {
                        self.out.push_str(", ");
                    }
                    if depth >= DEPTH || self.is_full() {
                        self.out.push('…');
                        break;
                    }
                    self.value(entry.key, depth + 1);
                    self.out.push_str(": ");
                    self.value(entry.value, depth + 1);
                }
                self.out.push('}');
            }
            _ => {}
        }
    }

    fn object(&mut self, value: Value, depth: usize) {
        let interp = self.interp;
        let heap = &interp.heap;
        match value {
            Value::Function(_) => self.written(format_args!("<function {}>", interp.qualified_name(value))),
            Value::Native(_) => self.written(format_args!("<built-in {}>", interp.qualified_name(value))),
            Value::Method(_) => self.written(format_args!("<method {}>", interp.qualified_name(value))),
            Value::Class(id) => self.written(format_args!("<class {}>", heap.classes[id].qualname)),
            Value::Module(id) => self.written(format_args!("<module {}>", heap.modules[id].name)),
            Value::Cell(id) => self.value(heap.cells[id].content, depth),
            Value::Code(id) => self.written(format_args!("<code {}>", interp.code.get(id).code.qualname)),
            Value::Lock(id) => {
                let lock = &heap.locks[id];
                let state = if lock.locked { "locked" } else { "unlocked" };
                self.written(format_args!("<{state} {}>", interp.type_name(value)));
            }
            Value::Exception(id) => {
                self.out.push_str(interp.type_name(value));
                if let Value::Tuple(args) = heap.exceptions[id].args {
                    self.items("(", heap.tuple(args).iter().copied(), ")", depth);
                }
            }
            _ => {
                let at = address(value) & 0xffff_ffff;
                self.written(format_args!("<{} at {at:#x}>", interp.type_name(value)));
            }
        }
    }
}
