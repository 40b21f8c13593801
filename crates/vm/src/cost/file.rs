//! Costs as text: a file that people can read and change, and one word for schedules and traces.
//!
//! ```text
//! gilscope costs 1
//! # nanoseconds
//! stack 3
//! …
//! digits 1.25
//! ```

use super::{Costs, OpClass, Work};
use std::fmt;
use std::str::FromStr;
use thiserror::Error;

/// The first line of a file, without the version.
const TITLE: &str = "gilscope costs";

/// The version that is written and read.
const VERSION: &str = "1";

/// No class may cost more: a second for an instruction, a millisecond for an item.
const MOST: u32 = 1_000_000_000;

/// A text that is no table of costs.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CostsError {
    #[error("this is no file of costs: it does not begin with '{TITLE} {VERSION}'")]
    Foreign,
    #[error("the costs are of another version ({0}); this gilscope reads {VERSION}")]
    Version(String),
    #[error("line {line}: '{text}' is not the name of a class and a number")]
    Malformed { line: usize, text: String },
    #[error("line {line}: there is no class '{name}'")]
    Unknown { line: usize, name: String },
    #[error("line {line}: '{name}' is there twice")]
    Twice { line: usize, name: String },
    #[error("line {line}: '{name}' costs from {least} to {most} ns")]
    Range { line: usize, name: String, least: &'static str, most: &'static str },
    #[error("what '{0}' costs is missing")]
    Missing(&'static str),
    #[error("'{0}' does not stand for a table of costs")]
    Code(String),
}

impl fmt::Display for Costs {
    /// The file.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{TITLE} {VERSION}\n# What an instruction takes, in nanoseconds.")?;
        for &class in OpClass::ALL {
            writeln!(f, "{} {}", class.name(), self.instruction(class))?;
        }
        writeln!(f, "# What native work takes for each item, in nanoseconds.")?;
        Work::ALL.iter().try_for_each(|&class| writeln!(f, "{} {}", class.name(), decimal(self.item(class))))
    }
}

/// Thousandths as a decimal number.
fn decimal(picos: u32) -> String {
    let text = format!("{}.{:03}", picos / 1000, picos % 1000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A decimal number of at most three places, in thousandths.
fn thousandths(text: &str) -> Option<u64> {
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(whole) || !is_number(part) || whole.len() > 12 || part.len() > 3 {
        return None;
    }
    whole.parse::<u64>().ok()?.checked_mul(1000)?.checked_add(format!("{part:0<3}").parse().ok()?)
}

impl FromStr for Costs {
    type Err = CostsError;

    fn from_str(text: &str) -> Result<Costs, CostsError> {
        let mut lines = text.lines().enumerate();
        match lines.next().and_then(|(_, line)| line.trim_end().strip_prefix(TITLE)).map(str::trim) {
            Some(VERSION) => {}
            Some(version) if !version.is_empty() && version.len() < 10 => {
                return Err(CostsError::Version(version.to_owned()));
            }
            _ => return Err(CostsError::Foreign),
        }
        let mut costs = Costs::default();
        let mut seen = Vec::new();
        for (index, line) in lines.map(|(index, line)| (index + 1, line.trim())) {
            if !line.is_empty() && !line.starts_with('#') {
                let name = costs.read_line(index, line)?;
                if seen.contains(&name) {
                    return Err(CostsError::Twice { line: index, name: name.to_owned() });
                }
                seen.push(name);
            }
        }
        let names = OpClass::ALL.iter().map(|class| class.name()).chain(Work::ALL.iter().map(|class| class.name()));
        match { names }.find(|name| !seen.contains(name)) {
            Some(missing) => Err(CostsError::Missing(missing)),
            None => Ok(costs),
        }
    }
}

impl Costs {
    /// Reads the line of a class; the name of the class.
    fn read_line(&mut self, line: usize, text: &str) -> Result<&'static str, CostsError> {
        let malformed = || CostsError::Malformed { line, text: text.chars().take(60).collect() };
        let (name, number) = text.split_once(char::is_whitespace).ok_or_else(malformed)?;
        let thousandths = thousandths(number.trim()).ok_or_else(malformed)?;
        if let Some(&class) = OpClass::ALL.iter().find(|class| class.name() == name) {
            let range = || CostsError::Range { line, name: name.to_owned(), least: "1", most: "1000000000" };
            let nanos = u32::try_from((thousandths + 500) / 1000).ok().filter(|nanos| (1..=MOST).contains(nanos));
            self.set_instruction(class, nanos.ok_or_else(range)?);
            return Ok(class.name());
        }
        if let Some(&class) = Work::ALL.iter().find(|class| class.name() == name) {
            let range = || CostsError::Range { line, name: name.to_owned(), least: "0", most: "1000000" };
            let picos = u32::try_from(thousandths).ok().filter(|&picos| picos <= MOST);
            self.set_item(class, picos.ok_or_else(range)?);
            return Ok(class.name());
        }
        Err(CostsError::Unknown { line, name: name.chars().take(60).collect() })
    }

    /// One word that stands for them: their numbers. Empty for the default.
    pub fn code(&self) -> String {
        if *self == Costs::default() {
            return String::new();
        }
        let numbers: Vec<String> = self.instructions.iter().chain(&self.work).map(u32::to_string).collect();
        numbers.join(".")
    }

    /// The costs that a word of [`code`](Costs::code) stands for.
    pub fn from_code(code: &str) -> Result<Costs, CostsError> {
        let mut costs = Costs::default();
        if code.is_empty() {
            return Ok(costs);
        }
        let wrong = || CostsError::Code(code.chars().take(200).collect());
        let mut numbers = code.split('.').map(|number| number.parse::<u32>().ok().filter(|&number| number <= MOST));
        let mut places = costs.instructions.iter_mut().chain(&mut costs.work);
        for place in places.by_ref() {
            *place = numbers.next().flatten().ok_or_else(wrong)?;
        }
        match numbers.next().is_none() && costs.instructions.iter().all(|&nanos| nanos > 0) {
            true => Ok(costs),
            false => Err(wrong()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn other() -> Costs {
        let mut costs = Costs::default();
        costs.set_instruction(OpClass::Call, 12);
        costs.set_item(Work::Digits, 1_250);
        costs
    }

    #[test]
    fn costs_survive_being_written() {
        for costs in [Costs::default(), other()] {
            assert_eq!(costs.to_string().parse(), Ok(costs.clone()));
            assert_eq!(Costs::from_code(&costs.code()), Ok(costs));
        }
        assert!(other().to_string().ends_with("digits 1.25\n"));
        assert_eq!(Costs::default().code(), "");
    }

    #[test]
    fn other_texts_are_refused_with_their_line() {
        let text = Costs::default().to_string();
        let refused = |text: &str| text.parse::<Costs>().unwrap_err().to_string();
        assert_eq!(refused("import threading"), "this is no file of costs: it does not begin with 'gilscope costs 1'");
        assert_eq!(refused(""), "this is no file of costs: it does not begin with 'gilscope costs 1'");
        let newer = text.replace("costs 1", "costs 2");
        assert_eq!(refused(&newer), "the costs are of another version (2); this gilscope reads 1");
        assert_eq!(refused(&text.replace("\nstack 3", "")), "what 'stack' costs is missing");
        assert_eq!(refused(&text.replace("stack 3", "stick 3")), "line 3: there is no class 'stick'");
        assert_eq!(
            refused(&text.replace("stack 3", "stack -3")),
            "line 3: 'stack -3' is not the name of a class and a number"
        );
        assert_eq!(refused(&text.replace("stack 3", "stack 0")), "line 3: 'stack' costs from 1 to 1000000000 ns");
        assert_eq!(refused(&text.replace("local 3", "stack 3")), "line 4: 'stack' is there twice");
        for end in 0..text.len() {
            assert!(text[..end].parse::<Costs>().is_err() || text.len() - end <= 4, "{end}");
        }
    }

    #[test]
    fn other_words_are_refused() {
        let code = other().code();
        for end in 1..code.rfind('.').unwrap_or_default() {
            assert!(Costs::from_code(&code[..end]).is_err(), "{end}");
        }
        for wrong in ["x", "1.2", &format!("{code}.1"), &code.replacen('3', "0", 1), &code.replacen('3', "-3", 1)] {
            assert!(Costs::from_code(wrong).is_err(), "{wrong}");
        }
    }
}
