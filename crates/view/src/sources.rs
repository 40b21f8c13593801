//! The text of the script's files, to show the line at which something happened.

use std::collections::BTreeMap;
use std::fs;

/// Lines of files, read when they are first wanted. A file that cannot be read has none.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: BTreeMap<String, Vec<String>>,
    is_closed: bool,
}

impl Sources {
    /// One that reads no files.
    pub fn none() -> Sources {
        Sources { is_closed: true, ..Sources::default() }
    }

    /// Gives the text of a file, which is then not read.
    pub fn insert(&mut self, file: &str, text: &str) {
        self.files.insert(file.to_owned(), lines(text));
    }

    /// A line without the blanks around it and the comment after it; lines count from 1.
    pub fn line(&mut self, file: &str, line: u32) -> Option<&str> {
        if !self.files.contains_key(file) {
            let text = if self.is_closed { None } else { fs::read(file).ok() };
            let text = text.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
            self.files.insert(file.to_owned(), text.as_deref().map(lines).unwrap_or_default());
        }
        let index = usize::try_from(line).ok()?.checked_sub(1)?;
        let line = self.files.get(file)?.get(index)?;
        // What is set apart by two blanks is a comment, or looks so much like one that it can be spared.
        let code = line.split_once("  #").map_or(line.as_str(), |(code, _)| code).trim();
        Some(code).filter(|code| !code.is_empty())
    }
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_count_from_one_and_need_not_exist() {
        let mut sources = Sources::none();
        sources.insert("a.py", "x = 1\n\n    y = 2\n");
        assert_eq!(sources.line("a.py", 3), Some("y = 2"));
        for (file, line) in [("a.py", 0), ("a.py", 2), ("a.py", 9), ("b.py", 1)] {
            assert_eq!(sources.line(file, line), None, "{file}:{line}");
        }
    }
}
