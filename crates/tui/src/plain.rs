//! The steps of an execution as text, one per line with two columns for each thread: for assignments and for `diff`.

use crate::app::{App, Place};
use crate::keys::{Direction, Unit};
use crate::lanes::Lanes;
use crate::moment::{Moment, ThreadRow};
use crate::time;
use std::io::{self, Write};

/// Columns for a thread's state and for its place.
const STATE: usize = 13;
const PLACE: usize = 18;

/// Writes the moment where the stepper is and those after it, so many lines at most.
pub fn plain(app: &mut App, unit: Unit, lines: usize, out: &mut dyn Write) -> io::Result<()> {
    let all = threads_of_all(app);
    writeln!(out, "{}", app.moment(Lanes::default()).title)?;
    writeln!(out, "{}", heading(&all))?;
    let mut printed = app.moment(Lanes::default()).output.len();
    for _ in 0..lines {
        let moment = app.moment(Lanes::default());
        writeln!(out, "{}", row(&moment, &all).trim_end())?;
        for line in moment.output.get(printed..).unwrap_or_default() {
            writeln!(out, "{:>27} printed: {}", line.thread.to_string(), line.text)?;
        }
        printed = moment.output.len();
        if !advance(app, unit) {
            return writeln!(out, "the end");
        }
    }
    writeln!(out, "… more with --at {}", app.at())
}

/// All threads that there will be, with the names that they have at the end.
fn threads_of_all(app: &mut App) -> Vec<ThreadRow> {
    let here = app.place();
    app.go_to_end();
    let threads = app.moment(Lanes::default()).threads;
    app.go_to(here);
    threads
}

/// Goes on; whether there was anywhere to go.
fn advance(app: &mut App, unit: Unit) -> bool {
    let before: Place = app.place();
    app.travel(Direction::Forward, unit);
    app.place() > before
}

fn heading(threads: &[ThreadRow]) -> String {
    let mut text = format!("{:>9} {:>10}", "step", "time");
    for thread in threads {
        let name = format!("{} {}", thread.id, thread.name);
        text.push_str(&format!(" | {}", cell(&name, STATE + 1 + PLACE)));
    }
    format!("{text} | what happened")
}

fn row(moment: &Moment, all: &[ThreadRow]) -> String {
    let mut text = format!("{:>9} {:>10}", moment.step, time::moment(moment.time));
    for thread in all {
        let now = moment.threads.iter().find(|row| row.id == thread.id);
        let state = now.map_or("", |row| row.mark.word());
        let place = now.and_then(|row| row.place.as_ref());
        let place = place.map_or(String::new(), |(function, line)| format!("{function}:{line}"));
        text.push_str(&format!(" | {} {}", cell(state, STATE), cell(&place, PLACE)));
    }
    let changes = moment.values.iter().filter_map(|value| {
        let before = value.before.as_ref()?;
        Some(format!("{}: {before} → {}", value.name, value.value))
    });
    let what: Vec<String> = moment.why.first().cloned().into_iter().chain(changes).collect();
    format!("{text} | {}", what.join("  "))
}

/// As much of a text as fits, with blanks up to a width.
fn cell(text: &str, width: usize) -> String {
    if text.chars().count() <= width {
        return format!("{text:<width$}");
    }
    let start: String = text.chars().take(width.saturating_sub(1)).collect();
    format!("{start}…")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Palette, sample};

    #[test]
    fn a_trace_as_text() {
        let mut app = App::new(Box::new(sample::filed()), Palette { has_colour: false });
        let mut out = Vec::new();
        plain(&mut app, Unit::Switch, 100, &mut out).expect("a vector takes everything");
        insta::assert_snapshot!(String::from_utf8_lossy(&out));
    }
}
