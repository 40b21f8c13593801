//! What must come out of one stream, line by line.

/// The expected lines of standard output or standard error.
#[derive(Debug, Default, Clone)]
pub struct Expectation {
    parts: Vec<Part>,
}

#[derive(Debug, Clone)]
enum Part {
    /// This very line.
    Line(String),
    /// A line of this form, where `*` stands for any text.
    Pattern(String),
    /// These lines, in any order.
    Unordered(Vec<String>),
    /// Some line of the whole stream contains this.
    Somewhere(String),
}

impl Expectation {
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// Whether the expectation fixes every line, so that two streams that meet it are equal.
    pub fn is_exact(&self) -> bool {
        self.parts.iter().all(|part| matches!(part, Part::Line(_)))
    }

    pub fn line(&mut self, text: &str) {
        self.parts.push(Part::Line(text.into()));
    }

    pub fn pattern(&mut self, text: &str) {
        self.parts.push(Part::Pattern(text.into()));
    }

    pub fn somewhere(&mut self, text: &str) {
        self.parts.push(Part::Somewhere(text.into()));
    }

    /// Neighbouring unordered lines form one group.
    pub fn unordered(&mut self, text: &str) {
        match self.parts.last_mut() {
            Some(Part::Unordered(lines)) => lines.push(text.into()),
            _ => self.parts.push(Part::Unordered(vec![text.into()])),
        }
    }

    /// Compares; the error shows the first difference with the lines around it.
    pub fn check(&self, actual: &[String]) -> Result<(), String> {
        let mut at = 0;
        let mut loose = false;
        for part in &self.parts {
            let rest = actual.get(at..).unwrap_or_default();
            match part {
                Part::Line(text) if rest.first() == Some(text) => at += 1,
                Part::Pattern(text) if rest.first().is_some_and(|line| matches(text, line)) => at += 1,
                Part::Line(text) => return Err(difference(actual, at, std::slice::from_ref(text))),
                Part::Pattern(text) => return Err(difference(actual, at, &[format!("(match) {text}")])),
                Part::Unordered(lines) => {
                    unordered(lines, rest).map_err(|missing| difference(actual, at, &missing))?;
                    at += lines.len();
                }
                Part::Somewhere(text) => {
                    loose = true;
                    if !actual.iter().any(|line| line.contains(text.as_str())) {
                        return Err(difference(actual, 0, &[format!("(somewhere) {text}")]));
                    }
                }
            }
        }
        if at < actual.len() && !loose { Err(difference(actual, at, &["(nothing more)".into()])) } else { Ok(()) }
    }
}

/// Checks that `rest` begins with `expected` in some order; the error lists what is missing.
fn unordered(expected: &[String], rest: &[String]) -> Result<(), Vec<String>> {
    let mut found: Vec<&String> = rest.iter().take(expected.len()).collect();
    let mut missing = Vec::new();
    for line in expected {
        match found.iter().position(|candidate| *candidate == line) {
            Some(index) => drop(found.swap_remove(index)),
            None => missing.push(format!("(any order) {line}")),
        }
    }
    if missing.is_empty() { Ok(()) } else { Err(missing) }
}

/// Whether `line` has the form of `pattern`, in which `*` stands for any text.
fn matches(pattern: &str, line: &str) -> bool {
    let Some((head, tail)) = pattern.split_once('*') else { return pattern == line };
    let Some(rest) = line.strip_prefix(head) else { return false };
    (0..=rest.len()).filter(|&at| rest.is_char_boundary(at)).any(|at| matches(tail, &rest[at..]))
}

fn difference(actual: &[String], at: usize, expected: &[String]) -> String {
    let mut text = format!("at line {}:\n", at + 1);
    let context = actual.iter().take(at).skip(at.saturating_sub(3));
    context.for_each(|line| text.extend(["    ", line, "\n"]));
    expected.iter().for_each(|line| text.extend(["  - ", line, "\n"]));
    actual.iter().skip(at).take(6).for_each(|line| text.extend(["  + ", line, "\n"]));
    if actual.len() <= at {
        text.push_str("  + (end of output)\n");
    }
    text
}
