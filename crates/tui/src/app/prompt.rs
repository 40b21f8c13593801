//! Questions to the user in the last line, and what the answers do.

use super::App;
use crate::keys::Direction;
use crate::screen::Footer;
use gilscope_trace::{ThreadId, Timestamp};
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use std::fs;

/// What the answer is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Purpose {
    Search,
    GoTo,
    SetMark,
    GoToMark,
    RunNext,
    Save,
}

/// A question, and the answer so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Prompt {
    purpose: Purpose,
    answer: String,
}

impl Prompt {
    fn new(purpose: Purpose) -> Prompt {
        Prompt { purpose, answer: String::new() }
    }

    pub(super) fn search() -> Prompt {
        Prompt::new(Purpose::Search)
    }

    pub(super) fn go_to() -> Prompt {
        Prompt::new(Purpose::GoTo)
    }

    pub(super) fn set_mark() -> Prompt {
        Prompt::new(Purpose::SetMark)
    }

    pub(super) fn go_to_mark() -> Prompt {
        Prompt::new(Purpose::GoToMark)
    }

    pub(super) fn run_next() -> Prompt {
        Prompt::new(Purpose::RunNext)
    }

    pub(super) fn save() -> Prompt {
        Prompt { answer: "schedule.txt".to_owned(), ..Prompt::new(Purpose::Save) }
    }

    pub(super) fn footer(&self) -> Footer {
        let question = match self.purpose {
            Purpose::Search => "search:",
            Purpose::GoTo => "go to (1200, 5ms, start, end, \"printed text\"):",
            Purpose::SetMark => "mark this moment with the letter:",
            Purpose::GoToMark => "go to the mark:",
            Purpose::RunNext => "number of the thread to run next:",
            Purpose::Save => "save the schedule to the file:",
        };
        Footer::Prompt { question: question.to_owned(), answer: self.answer.clone() }
    }
}

impl App {
    /// Takes a key while a question is open.
    pub(super) fn answer(&mut self, mut prompt: Prompt, event: KeyEvent) {
        let is_one_letter = matches!(prompt.purpose, Purpose::SetMark | Purpose::GoToMark);
        match event.code {
            KeyCode::Esc => {}
            KeyCode::Char('c') if event.modifiers.contains(KeyModifiers::CONTROL) => {}
            KeyCode::Enter => self.answered(prompt.purpose, prompt.answer.trim()),
            KeyCode::Char(letter) if is_one_letter => self.answered(prompt.purpose, &letter.to_string()),
            code => {
                match code {
                    KeyCode::Char('u') if event.modifiers.contains(KeyModifiers::CONTROL) => prompt.answer.clear(),
                    KeyCode::Char(_) if event.modifiers.contains(KeyModifiers::CONTROL) => {}
                    KeyCode::Char(character) => prompt.answer.push(character),
                    KeyCode::Backspace => drop(prompt.answer.pop()),
                    _ => {}
                }
                self.prompt = Some(prompt);
            }
        }
    }

    fn answered(&mut self, purpose: Purpose, answer: &str) {
        match purpose {
            Purpose::Search => {
                if !answer.is_empty() {
                    self.search = answer.to_owned();
                }
                self.search(Direction::Forward);
            }
            Purpose::GoTo => self.go_to_named(answer),
            Purpose::SetMark => {
                if let Some(letter) = answer.chars().next() {
                    self.marks.insert(letter, self.place());
                    self.say(format!("'{letter} comes back here"));
                }
            }
            Purpose::GoToMark => match answer.chars().next().and_then(|letter| self.marks.get(&letter)) {
                Some(&place) => self.go_to(place),
                None => self.say("there is no such mark"),
            },
            Purpose::RunNext => match answer.trim_start_matches(['T', 't']).parse() {
                Ok(number) => self.run_next(ThreadId(number)),
                Err(_) => self.say(format!("'{answer}' is no number of a thread")),
            },
            Purpose::Save => self.save(answer),
        }
    }

    fn go_to_named(&mut self, answer: &str) {
        if let Some(text) = answer.strip_prefix('"') {
            return self.go_to_output(text.trim_end_matches('"'));
        }
        match answer {
            "" => {}
            "start" => self.go_to_step(0),
            "end" => self.go_to_end(),
            _ => match (answer.parse(), time(answer)) {
                (Ok(step), _) => self.go_to_step(step),
                (_, Some(time)) => self.go_to_time(time),
                _ => self.say(format!("'{answer}' is no step, no time and no \"text\"")),
            },
        }
    }

    fn save(&mut self, file: &str) {
        let Some(schedule) = self.execution.schedule() else { return };
        match fs::write(file, schedule + "\n") {
            Ok(()) => self.say(format!("saved: {}", self.execution.replay(file))),
            Err(error) => self.say(format!("{file}: {error}")),
        }
    }
}

/// A moment, like `5ms` or `1.5 s`.
fn time(text: &str) -> Option<Timestamp> {
    let digits = text.trim_end_matches(|c: char| c.is_alphabetic());
    let nanos = match text.strip_prefix(digits)?.trim() {
        "s" => 1e9,
        "ms" => 1e6,
        "us" | "µs" => 1e3,
        "ns" => 1.0,
        _ => return None,
    };
    let value: f64 = digits.trim().parse().ok()?;
    (value >= 0.0).then_some(Timestamp((value * nanos).round() as u64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_have_units() {
        let nanos = |text| time(text).map(|time| time.0);
        assert_eq!(nanos("5ms"), Some(5_000_000));
        assert_eq!(nanos("1.5 s"), Some(1_500_000_000));
        assert_eq!(nanos("250us"), Some(250_000));
        for wrong in ["5", "ms", "-1s", "5 minutes", "é", ""] {
            assert_eq!(nanos(wrong), None, "{wrong}");
        }
    }
}
