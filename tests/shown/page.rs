//! A page of documentation: the commands that it shows, each with what it says they print.

/// A line that stands for any number of lines, and within a line for any text.
pub const LEFT_OUT: &str = "…";

/// One command of a page.
#[derive(Debug, PartialEq, Eq)]
pub struct Shown {
    pub command: String,
    /// The lines of the page that are its output: from here on, and so many.
    pub first: usize,
    pub output: Vec<String>,
}

/// The commands in the fenced blocks of a page: lines that begin with `$ `, and what follows up to the next or the end.
pub fn commands(page: &str) -> Vec<Shown> {
    let mut all: Vec<Shown> = Vec::new();
    let (mut in_block, mut in_output) = (false, false);
    for (number, line) in page.lines().enumerate() {
        if line.starts_with("```") {
            in_block = !in_block;
            in_output = false;
        } else if let (true, Some(command)) = (in_block, line.strip_prefix("$ ")) {
            // An empty line between two commands belongs to neither.
            if let Some(before) = all.last_mut().filter(|before| in_output && before.output.ends_with(&[String::new()]))
            {
                before.output.pop();
            }
            all.push(Shown { command: command.into(), first: number + 1, output: Vec::new() });
            in_output = true;
        } else if let (true, Some(last)) = (in_output, all.last_mut()) {
            last.output.push(line.into());
        }
    }
    all
}

/// The programs that a page shows.
pub fn programs(page: &str) -> Vec<String> {
    let blocks = page.split("```python\n").skip(1);
    blocks.filter_map(|rest| rest.split_once("```")).map(|(program, _)| program.into()).collect()
}

/// Whether a command's output has figures that are others each time: it runs in real time, or measures.
fn is_measured(command: &str) -> bool {
    let same = ["--sim", ".giltrace", " compare ", " replay ", " explore ", " step ", " dis ", " models", " demo"];
    !same.iter().any(|word| command.contains(word))
}

/// Whether a line of the page is what a command printed.
fn is_line(shown: &str, printed: &str, is_measured: bool) -> bool {
    let mask =
        |line: &str| if is_measured || line.ends_with(" a second") { masked(line) } else { line.trim_end().into() };
    let (shown, printed) = (mask(shown), mask(printed));
    shown == printed || shown.contains(LEFT_OUT) && has_parts(&printed, &shown)
}

/// Whether the parts between the ellipses come in this order, the first at the beginning and the last at the end.
fn has_parts(printed: &str, shown: &str) -> bool {
    let mut rest = printed;
    let mut parts = shown.split(LEFT_OUT);
    let Some(after) = parts.next().and_then(|first| rest.strip_prefix(first)) else { return false };
    rest = after;
    let parts: Vec<&str> = parts.collect();
    let Some((last, middle)) = parts.split_last() else { return rest.is_empty() };
    for part in middle {
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
    }
    rest.ends_with(last)
}

/// Numbers and the space around them do not count.
fn masked(line: &str) -> String {
    let mut text = String::new();
    for character in line.trim_end().chars() {
        match character {
            '0'..='9' | '.' | ',' if text.ends_with('#') => {}
            '0'..='9' => text.push('#'),
            ' ' if text.ends_with(' ') => {}
            other => text.push(other),
        }
    }
    text
}

/// Where the output of a command is not what the page shows: the line of the page, and what is there instead.
pub fn difference(shown: &Shown, printed: &[String]) -> Option<(usize, String)> {
    let is_measured = is_measured(&shown.command);
    let segments: Vec<&[String]> = shown.output.split(|line| line == LEFT_OUT).collect();
    let (mut at, mut line) = (0, shown.first);
    for (index, segment) in segments.iter().enumerate() {
        let fits = |at: usize| {
            let lines = printed.get(at..at + segment.len());
            lines.is_some_and(|lines| segment.iter().zip(lines).all(|(a, b)| is_line(a, b, is_measured)))
        };
        let last = index + 1 == segments.len();
        let found = match (index, last) {
            (0, true) => (fits(0) && segment.len() == printed.len()).then_some(0),
            (0, false) => fits(0).then_some(0),
            (_, true) => printed.len().checked_sub(segment.len()).filter(|&start| start >= at && fits(start)),
            (_, false) => (at..=printed.len()).find(|&start| fits(start)),
        };
        match found {
            Some(start) => at = start + segment.len(),
            None => return Some((line, closest(segment, printed, at, last).join("\n"))),
        }
        line += segment.len() + 1;
    }
    None
}

/// What is printed where a segment was expected: there are no other lines, so it is as long as it was.
fn closest<'a>(segment: &[String], printed: &'a [String], from: usize, is_last: bool) -> &'a [String] {
    let like = |line: &String| segment.first().is_some_and(|first| masked(first) == masked(line));
    let found = (from..printed.len()).find(|&start| like(&printed[start]));
    let start = found.unwrap_or(if is_last && from > 0 { printed.len().saturating_sub(segment.len()) } else { from });
    let end = if is_last { printed.len() } else { (start + segment.len()).min(printed.len()) };
    printed.get(start..end).unwrap_or_default()
}

/// The output as the page would show it: the same segments, with what is printed now.
pub fn renewed(shown: &Shown, printed: &[String]) -> Vec<String> {
    if difference(shown, printed).is_none() {
        return shown.output.clone();
    }
    let segments: Vec<&[String]> = shown.output.split(|line| line == LEFT_OUT).collect();
    let (mut lines, mut at) = (Vec::new(), 0);
    for (index, segment) in segments.iter().enumerate() {
        if index > 0 {
            lines.push(LEFT_OUT.to_string());
        }
        let is_last = index + 1 == segments.len();
        if segment.is_empty() && segments.len() > 1 {
            continue;
        }
        let now = closest(segment, printed, at, is_last);
        at += now.len();
        lines.extend(now.iter().cloned());
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(command: &str, output: &[&str]) -> Shown {
        Shown { command: command.into(), first: 1, output: lines(output) }
    }

    fn lines(lines: &[&str]) -> Vec<String> {
        lines.iter().map(|line| line.to_string()).collect()
    }

    #[test]
    fn commands_stand_in_blocks() {
        let page = "$ no\n```\nusage\n$ gilscope a\none\n\n$ gilscope b\n```\n```python\nx = 1\n```\n";
        let found = commands(page);
        assert_eq!(found[0], Shown { command: "gilscope a".into(), first: 4, output: lines(&["one"]) });
        assert_eq!(found[1], Shown { command: "gilscope b".into(), first: 7, output: Vec::new() });
        assert_eq!(programs(page), ["x = 1\n"]);
    }

    #[test]
    fn what_is_left_out_may_be_anything() {
        let page = shown("gilscope --sim", &["a", "…", "b", "c", "…", "d … e"]);
        assert_eq!(difference(&page, &lines(&["a", "x", "b", "b", "c", "y", "d and e"])), None);
        let (line, _) = difference(&page, &lines(&["a", "x", "b", "y", "d and e"])).expect("c is missing");
        assert_eq!(line, 3);
        assert!(difference(&page, &lines(&["a", "b", "c", "d and e", "z"])).is_some(), "the end is the end");
    }

    #[test]
    fn figures_of_real_time_do_not_count() {
        let printed = lines(&["lost     1,234"]);
        assert_eq!(difference(&shown("gilscope run x.py", &["lost 99,999,999"]), &printed), None);
        assert!(difference(&shown("gilscope run --sim x.py", &["lost 99,999,999"]), &printed).is_some());
    }

    #[test]
    fn a_page_is_renewed_in_the_same_parts() {
        let page = shown("gilscope --sim", &["…", "table 1", " 2", "…", "end 3"]);
        let printed = lines(&["x", "table 5", " 6", " 7", "end 8"]);
        assert_eq!(renewed(&page, &printed), lines(&["…", "table 5", " 6", "…", "end 8"]));
        let whole = shown("gilscope --sim", &["a", "b"]);
        assert_eq!(renewed(&whole, &lines(&["c"])), lines(&["c"]));
    }
}
