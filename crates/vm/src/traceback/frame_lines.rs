//! The lines of one frame: file, line, function, the source and the carets below it.

use super::carets;
use crate::host::Host;
use std::fmt::Write;
use std::sync::Arc;

/// A frame of a traceback, as a report shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub file: String,
    /// From 1.
    pub line: u32,
    pub end_line: u32,
    /// Byte offsets of the first character in `line` and of the end in `end_line`, when known.
    pub columns: Option<(u32, u32)>,
    pub name: String,
}

/// How often the same line is shown before it is counted.
const REPEATS: usize = 3;

/// All frames, runs of the same line folded.
pub fn format_entries(host: &dyn Host, entries: &[Entry]) -> String {
    let mut out = String::new();
    let mut count = 0;
    for (index, entry) in entries.iter().enumerate() {
        let same = |other: &Entry| other.file == entry.file && other.line == entry.line && other.name == entry.name;
        if !index.checked_sub(1).is_some_and(|i| same(&entries[i])) {
            push_repeats(&mut out, count);
            count = 0;
        }
        count += 1;
        if count <= REPEATS {
            push_entry(&mut out, host, entry);
        }
    }
    push_repeats(&mut out, count);
    out
}

fn push_repeats(out: &mut String, count: usize) {
    if count > REPEATS {
        let more = count - REPEATS;
        let plural = if more > 1 { "s" } else { "" };
        let _ = writeln!(out, "  [Previous line repeated {more} more time{plural}]");
    }
}

fn push_entry(out: &mut String, host: &dyn Host, entry: &Entry) {
    let _ = writeln!(out, "  File \"{}\", line {}, in {}", entry.file, entry.line, entry.name);
    let Some(source) = host.source(&entry.file) else { return };
    let lines = source_lines(&source, entry);
    if lines.iter().all(|line| line.trim().is_empty()) {
        return;
    }
    match entry.columns {
        Some(columns) => carets::push_lines(out, host, &lines, columns),
        None => {
            let _ = writeln!(out, "    {}", lines[0].trim());
        }
    }
}

/// The lines of the source that the entry spans, without blanks at their ends; empty ones where there are none.
fn source_lines(source: &Arc<str>, entry: &Entry) -> Vec<String> {
    let count = (entry.end_line.max(entry.line) - entry.line + 1) as usize;
    let mut lines: Vec<String> = source
        .split('\n')
        .skip(entry.line.saturating_sub(1) as usize)
        .take(count)
        .map(|line| line.trim_end().to_string())
        .collect();
    lines.resize(count, String::new());
    lines
}
