//! Colours, the same in every view: those of Okabe and Ito, which people with any colour vision tell apart.
//!
//! M. Okabe, K. Ito, "Color Universal Design", 2008.

use anstyle::{AnsiColor, Style};
use gilscope_analysis::Phase;
use gilscope_trace::ThreadId;

/// One after the other for threads, as red, green and blue.
const THREADS: [&str; 7] = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#7a6a00"];

/// The colour of a thread, for drawings.
pub(crate) fn thread_colour(thread: ThreadId) -> &'static str {
    THREADS[thread.0 as usize % THREADS.len()]
}

/// The colour of a thread, for terminals: the terminal's own palette, so that it suits its background.
pub(crate) fn thread_style(thread: ThreadId) -> Style {
    const COLOURS: [AnsiColor; 6] = [
        AnsiColor::Cyan,
        AnsiColor::Yellow,
        AnsiColor::Green,
        AnsiColor::Magenta,
        AnsiColor::Blue,
        AnsiColor::BrightRed,
    ];
    Style::new().fg_color(Some(COLOURS[thread.0 as usize % COLOURS.len()].into()))
}

/// The colour of a phase, for terminals.
pub(crate) fn phase_style(phase: Phase) -> Style {
    let style = Style::new();
    match phase {
        Phase::Holding => style.fg_color(Some(AnsiColor::Green.into())),
        Phase::Waiting => style.fg_color(Some(AnsiColor::Red.into())),
        Phase::Lock => style.fg_color(Some(AnsiColor::Magenta.into())),
        Phase::Join => style.dimmed(),
        Phase::Sleep => style.fg_color(Some(AnsiColor::Blue.into())),
        Phase::Io => style.fg_color(Some(AnsiColor::Yellow.into())),
    }
}
