//! Rows of source for the selected thread, with the threads that are at them.

use crate::moment::{Listing, ListingRow};
use crate::race_window::{is_check_point, windows};
use gilscope_bytecode::{Code, instruction_texts};
use gilscope_engine::step::Spot;
use gilscope_gil::CheckPoints;
use gilscope_trace::ThreadId;
use std::path::Path;
use std::sync::Arc;

/// Where a thread is, as far as that is known.
#[derive(Debug, Clone)]
pub struct Position {
    pub thread: ThreadId,
    pub function: String,
    pub file: Arc<str>,
    pub line: u32,
    /// Known of simulations only.
    pub spot: Option<Spot>,
}

/// The lines of a file.
pub fn source(file: &str, text: &str, focus: u32, positions: &[Position]) -> Listing {
    let rows = text.lines().zip(1..).map(|(text, number)| ListingRow::Line {
        number,
        text: text.replace('\t', "    "),
        threads: at(positions, |position| position.line == number && &*position.file == file),
    });
    Listing { title: name(file), rows: rows.collect(), focus: (focus as usize).saturating_sub(1) }
}

/// The lines of a code object, each with its instructions. `at_instruction` is the one to keep in sight.
pub fn bytecode(
    code: &Arc<Code>,
    at_instruction: u32,
    text: Option<&str>,
    rule: CheckPoints,
    positions: &[Position],
) -> Listing {
    let lines: Vec<&str> = text.unwrap_or_default().lines().collect();
    let windows = windows(code, rule);
    let mut rows = Vec::new();
    let mut focus = 0;
    let mut previous = 0;
    for (index, text) in (0..).zip(instruction_texts(code)) {
        let place = index as usize;
        let line = code.locations.get(place).map_or(0, |location| location.line);
        if line != previous && line > 0 {
            previous = line;
            let text = lines.get((line as usize).saturating_sub(1)).unwrap_or(&"").replace('\t', "    ");
            rows.push(ListingRow::Line { number: line, text, threads: Vec::new() });
        }
        if index == at_instruction {
            focus = rows.len();
        }
        let is_here = |position: &Position| {
            position.spot.as_ref().is_some_and(|spot| Arc::ptr_eq(&spot.code, code) && spot.instruction == index)
        };
        rows.push(ListingRow::Instruction {
            index,
            text,
            is_check_point: code.instructions.get(place).is_some_and(|i| is_check_point(rule, i.op)),
            window: windows.get(place).copied().unwrap_or_default(),
            threads: at(positions, is_here),
        });
    }
    let title = format!("{} in {}   ⇄ check point  ┃ race window", code.qualname, name(&code.filename));
    Listing { title, rows, focus }
}

fn at(positions: &[Position], is_here: impl Fn(&Position) -> bool) -> Vec<ThreadId> {
    positions.iter().filter(|position| is_here(position)).map(|position| position.thread).collect()
}

/// The last part of a path.
pub(crate) fn name(file: &str) -> String {
    Path::new(file).file_name().map_or_else(|| file.to_owned(), |name| name.to_string_lossy().into_owned())
}
