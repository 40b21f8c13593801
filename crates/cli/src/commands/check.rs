//! `gilscope trace --check`: does a trace add up?

use crate::recording::Recording;
use crate::{exit, output};
use gilscope_analysis::{Checked, Checker};
use gilscope_trace::{Ending, Record};

/// Checks an execution; says with which status to exit.
pub(crate) fn run(recording: &Recording) -> i32 {
    match checked(recording) {
        Ok((ending, checked)) => output::print(&report(ending, &checked)),
        Err(message) => {
            output::complain(&message);
            exit::FAILURE
        }
    }
}

fn checked(recording: &Recording) -> Result<(Ending, Checked), String> {
    let mut reader = recording.reader().map_err(|error| error.to_string())?;
    let mut checker = Checker::new(&reader.header().model);
    for record in &mut reader {
        if let Record::Event(event) = record.map_err(|error| error.to_string())? {
            checker.observe(&event).map_err(|violation| violation.to_string())?;
        }
    }
    let ending = reader.ending().unwrap_or(Ending::Cut);
    let checked = checker.finish(ending == Ending::Complete).map_err(|violation| violation.to_string())?;
    Ok((ending, checked))
}

fn report(ending: Ending, checked: &Checked) -> String {
    let end = match (ending, checked.all_finished) {
        (Ending::Cut, _) => "The trace ends in the middle: the run was killed, or is still going on.",
        (Ending::Complete, true) => "The trace is complete.",
        (Ending::Complete, false) => "The trace is complete; the end of the program left threads behind.",
    };
    format!("{} events of {} threads add up. {end}\n", checked.events, checked.threads)
}
