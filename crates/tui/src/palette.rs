//! Colours. Nothing is told by colour alone: without colours the screen says the same.

use crate::mark::Mark;
use gilscope_trace::ThreadId;
use ratatui::style::{Color, Modifier, Style};

/// The styles of one terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    pub has_colour: bool,
}

/// Of the terminal's own colours, so that they suit its background.
const THREADS: [Color; 6] = [Color::Cyan, Color::Yellow, Color::Green, Color::Magenta, Color::Blue, Color::LightRed];

impl Palette {
    fn coloured(self, colour: Color) -> Style {
        if self.has_colour { Style::new().fg(colour) } else { Style::new() }
    }

    pub fn thread(self, thread: ThreadId) -> Style {
        self.coloured(THREADS[thread.0 as usize % THREADS.len()])
    }

    pub fn mark(self, mark: Mark) -> Style {
        match mark {
            Mark::Runs => self.coloured(Color::Green).add_modifier(Modifier::BOLD),
            Mark::Mixed => self.coloured(Color::Green),
            Mark::Waits => self.coloured(Color::Yellow),
            Mark::Lock => self.coloured(Color::Magenta),
            Mark::Sleeps => self.coloured(Color::Blue),
            Mark::Io => self.coloured(Color::Cyan),
            Mark::Join | Mark::New | Mark::Absent => self.faint(),
        }
    }

    pub fn faint(self) -> Style {
        Style::new().add_modifier(Modifier::DIM)
    }

    pub fn strong(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// What the eye should go to first.
    pub fn focus(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    /// What has changed.
    pub fn changed(self) -> Style {
        self.coloured(Color::Yellow).add_modifier(Modifier::BOLD)
    }

    /// What can go wrong.
    pub fn danger(self) -> Style {
        self.coloured(Color::Red).add_modifier(Modifier::BOLD)
    }

    pub fn title(self) -> Style {
        self.coloured(Color::Cyan)
    }
}
