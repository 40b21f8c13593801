//! What text may look like where it is shown: how wide, in which characters, with colours or without.

use crate::palette;
use anstyle::Style;
use gilscope_trace::ThreadId;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Narrower than this nothing is drawn well.
pub const LEAST_WIDTH: usize = 60;

/// Properties of the terminal or file that text is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// In columns.
    pub width: usize,
    /// Whether escape sequences for colours are understood. Nothing is ever said by colour alone.
    pub colour: bool,
    /// Whether only ASCII can be shown. Names and source lines are shown as they are all the same.
    pub ascii: bool,
}

impl Default for Look {
    fn default() -> Look {
        Look { width: 80, colour: false, ascii: false }
    }
}

impl Look {
    /// The width to lay text out for.
    pub(crate) fn columns(&self) -> usize {
        self.width.max(LEAST_WIDTH)
    }

    /// The text in a style, where styles are shown.
    pub(crate) fn paint(&self, style: Style, text: &str) -> String {
        match self.colour && !text.trim().is_empty() {
            true => format!("{style}{text}{style:#}"),
            false => text.to_owned(),
        }
    }

    /// The text in the colour of a thread.
    pub(crate) fn paint_thread(&self, thread: ThreadId, text: &str) -> String {
        self.paint(palette::thread_style(thread), text)
    }

    /// Text that matters less.
    pub(crate) fn dim(&self, text: &str) -> String {
        self.paint(Style::new().dimmed(), text)
    }

    /// Text that matters more.
    pub(crate) fn strong(&self, text: &str) -> String {
        self.paint(Style::new().bold(), text)
    }

    /// One of two, by whether only ASCII can be shown.
    pub(crate) fn pick<T>(&self, full: T, ascii: T) -> T {
        if self.ascii { ascii } else { full }
    }
}

/// How many columns a text takes.
pub(crate) fn width(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

/// The text with blanks after it, up to a width.
pub(crate) fn left(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(width(text))))
}

/// The text with blanks before it, up to a width.
pub(crate) fn right(text: &str, columns: usize) -> String {
    format!("{}{text}", " ".repeat(columns.saturating_sub(width(text))))
}

/// The text, or as much of its beginning as fits, with a mark that something is missing.
pub(crate) fn fit(text: &str, columns: usize, look: &Look) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let mark = look.pick("…", "..");
    let mut room = columns.saturating_sub(width(mark));
    let taken = text.chars().take_while(|c| {
        let wide = c.width().unwrap_or(0);
        let fits = wide <= room;
        room = room.saturating_sub(wide);
        fits
    });
    let taken: String = taken.collect();
    format!("{}{mark}", taken.trim_end())
}

/// The text in lines no wider than this, broken at blanks where there are some.
pub(crate) fn wrap(text: &str, columns: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let line = lines.last_mut().map_or(0, |line| width(line));
        if line > 0 && line + 1 + width(word) > columns {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_cut_by_columns_and_not_by_characters() {
        let look = Look::default();
        assert_eq!(fit("counter += 1", 12, &look), "counter += 1");
        assert_eq!(fit("counter += 1", 8, &look), "counter…");
        assert_eq!(fit("名前名前", 5, &look), "名前…");
        assert_eq!(fit("abcdef", 4, &Look { ascii: true, ..look }), "ab..");
        assert_eq!(right("ä", 3) + &left("b", 2) + "|", "  äb |");
    }

    #[test]
    fn lines_are_broken_at_blanks() {
        assert_eq!(wrap("waits for the lock of Thread-1", 12), ["waits for", "the lock of", "Thread-1"]);
    }

    #[test]
    fn without_colour_there_are_no_escapes() {
        let look = Look { colour: true, ..Look::default() };
        assert_eq!(look.strong("x"), "\u{1b}[1mx\u{1b}[0m");
        assert_eq!(Look::default().strong("x"), "x");
    }
}
