//! What a simulated run has to say at its end, and how it is repeated.

use crate::output;
use gilscope_engine::{Config, Outcome, Program};
use gilscope_gil::Schedule;
use std::fs;
use std::path::Path;

/// Up to so many picks are printed; a schedule with more is printed without, and the seed does as well.
const MOST_PRINTED: usize = 40;

/// A program on the command line of the commands that show one, in the shell's words.
pub(crate) fn words(config: &Config) -> String {
    let mut words: Vec<String> = match &config.program {
        Program::Code(_) => return String::new(),
        Program::File(path) => vec![quoted(&path.display().to_string())],
        Program::Stdin => vec!["-".to_owned()],
        Program::Embedded { name, .. } => vec![quoted(name)],
    };
    if config.arguments.len() > 1 {
        words.push("--".to_owned());
    }
    words.extend(config.arguments.iter().skip(1).map(|word| quoted(word)));
    words.join(" ")
}

/// A word as the shell has to be given it.
pub(crate) fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "-_./:=+@%,".contains(c);
    match !word.is_empty() && word.chars().all(is_plain) {
        true => word.to_owned(),
        false => format!("'{}'", word.replace('\'', r"'\''")),
    }
}

/// How a run is repeated.
pub(crate) struct Repeat {
    /// What makes a file of a program that is part of gilscope, in a line of its own.
    preparation: String,
    /// The program as `gilscope replay` takes it; empty for a text that no command line has.
    command: String,
}

impl Repeat {
    pub(crate) fn of(config: &Config) -> Repeat {
        let preparation = match &config.program {
            Program::Embedded { name, .. } => {
                let demo = name.trim_end_matches(".py");
                format!("gilscope demo --show {demo} > {name}\n              ")
            }
            _ => String::new(),
        };
        Repeat { preparation, command: words(config) }
    }
}

/// Prints the report of a simulated run, if it has one, with the command that repeats it; writes the schedule to a file, if
/// one is named.
pub(crate) fn tell(outcome: &Outcome, Repeat { preparation, command }: &Repeat, save: Option<&Path>) {
    if let Some(report) = &outcome.report {
        output::remark(&format!("\ngilscope: {report}"));
        if let (Some(schedule), false) = (&outcome.schedule, command.is_empty()) {
            output::remark(&format!("To repeat it: {preparation}gilscope replay '{}' {command}\n", printed(schedule)));
        }
    }
    if let (Some(path), Some(schedule)) = (save, &outcome.schedule)
        && let Err(error) = fs::write(path, format!("{schedule}\n"))
    {
        output::complain(&format_args!("cannot write {}: {error}", path.display()));
    }
}

fn printed(schedule: &Schedule) -> Schedule {
    if schedule.picks.len() > MOST_PRINTED { schedule.short() } else { schedule.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_survive_the_shell() {
        assert_eq!(quoted("a/b.py"), "a/b.py");
        assert_eq!(quoted("it's"), r"'it'\''s'");
        assert_eq!(quoted(""), "''");
    }
}
