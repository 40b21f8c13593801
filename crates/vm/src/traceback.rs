//! How an exception that nobody caught is shown: the report that CPython 3.13's `traceback` module makes.

mod carets;
mod chain;
mod frame_lines;
mod snapshot;
mod stdlib_names;
mod suggestion;
mod syntax_error;

use crate::exceptions::SYNTAX_ERROR;
use crate::interp::Interp;
use crate::object::TracebackEntry;
use crate::symbol::Symbol;
use crate::value::{ExceptionId, Value};
use rustc_hash::FxHashMap;

pub use frame_lines::{Entry, format_entries};
pub use snapshot::frame_at;

/// What to leave out of a report.
#[derive(Debug, Clone, Copy)]
pub struct ReportOptions {
    /// The outermost so many frames, or the innermost if negative.
    pub limit: Option<i64>,
    /// Show causes and contexts, too.
    pub chain: bool,
}

impl Default for ReportOptions {
    fn default() -> ReportOptions {
        ReportOptions { limit: None, chain: true }
    }
}

/// `str()` of exceptions whose class has a `__str__` of its own: that had to be run before.
pub type Messages = FxHashMap<ExceptionId, String>;

impl Interp {
    /// The whole report.
    pub fn render_exception(&mut self, exception: ExceptionId, messages: &Messages, options: ReportOptions) -> String {
        chain::render(self, exception, messages, options)
    }

    /// Every exception that a report on `exception` may show.
    pub fn exceptions_shown(&self, exception: ExceptionId) -> Vec<ExceptionId> {
        chain::nodes(self, exception, true).iter().map(|node| node.exception).collect()
    }

    /// The last lines of a report: class, message and notes, with the place of a SyntaxError before them.
    pub fn render_exception_only(&mut self, exception: ExceptionId, messages: &Messages) -> String {
        let class = self.heap.exceptions[exception].class;
        let name = self.exception_class_name(exception);
        let mut out = String::new();
        if self.is_subclass(class, SYNTAX_ERROR) {
            syntax_error::render(self, exception, &name, &mut out);
        } else {
            let mut message = self.message_of(exception, messages);
            if let Some(addition) = suggestion::suggest(self, exception) {
                message.push_str(&addition);
            }
            out.push_str(&name);
            if !message.is_empty() {
                out.push_str(": ");
                out.push_str(&message);
            }
            out.push('\n');
        }
        self.push_notes(exception, &mut out);
        out
    }

    fn message_of(&mut self, exception: ExceptionId, messages: &Messages) -> String {
        match messages.get(&exception) {
            Some(message) => message.clone(),
            None => self.str_of(Value::Exception(exception)).unwrap_or_else(|_| "<exception str() failed>".to_string()),
        }
    }

    /// The class with its module, unless that is the program itself or `builtins`.
    fn exception_class_name(&self, exception: ExceptionId) -> String {
        let class = self.heap.exceptions[exception].class;
        let object = &self.heap.classes[class];
        let assigned = object.dict.get(Symbol::MODULE).and_then(|v| self.text(v));
        match assigned.unwrap_or(&object.module) {
            "" | "builtins" | "__main__" => object.qualname.to_string(),
            module => format!("{module}.{}", object.qualname),
        }
    }

    fn push_notes(&mut self, exception: ExceptionId, out: &mut String) {
        let notes = match self.exception_attribute(exception, Symbol::NOTES).map(|v| self.payload(v)) {
            None => return,
            Some(Value::List(id)) => self.heap.lists[id].items.clone(),
            Some(Value::Tuple(id)) => self.heap.tuple(id).to_vec(),
            Some(other) => {
                let text = self.repr(other).unwrap_or_else(|_| "<__notes__ repr() failed>".to_string());
                out.push_str(&text);
                out.push('\n');
                return;
            }
        };
        for note in notes {
            let text = self.str_of(note).unwrap_or_else(|_| "<note str() failed>".to_string());
            for line in text.split('\n') {
                out.push_str(line);
                out.push('\n');
            }
        }
    }

    /// The frames of an exception that are shown, outermost first.
    pub fn traceback_entries(&self, exception: ExceptionId) -> Vec<Entry> {
        self.traceback_entries_from(exception, 0)
    }

    /// The same without the outermost `start` frames, hidden ones counted.
    pub fn traceback_entries_from(&self, exception: ExceptionId, start: usize) -> Vec<Entry> {
        let entries = &self.heap.exceptions[exception].traceback;
        entries.iter().rev().skip(start).filter_map(|&entry| self.entry_of(entry)).collect()
    }

    /// Where a frame stood; nothing for a frame of hidden library code.
    pub fn entry_of(&self, entry: TracebackEntry) -> Option<Entry> {
        let code = &self.code.get(entry.code).code;
        if code.flags.hidden {
            return None;
        }
        let before = &code.locations[..code.locations.len().min(entry.instruction as usize + 1)];
        let here = before.last().copied().unwrap_or_default();
        let line = if here.line > 0 {
            here.line
        } else {
            before.iter().rev().find(|l| l.line > 0).map_or(code.first_line, |l| l.line)
        };
        let has_columns = here.line > 0 && here.end_line > 0;
        Some(Entry {
            file: code.filename.to_string(),
            line,
            end_line: if has_columns { here.end_line } else { line },
            columns: has_columns.then_some((here.column, here.end_column)),
            name: code.name.to_string(),
        })
    }
}
