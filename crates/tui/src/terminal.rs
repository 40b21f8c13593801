//! The terminal: keys in, screens out.

use crate::app::App;
use ratatui::DefaultTerminal;
use ratatui::crossterm::event::{self, DisableMouseCapture, EnableMouseCapture, Event};
use ratatui::crossterm::execute;
use std::io::{self, stdout};
use std::time::Duration;

/// Between two steps of play.
const BEAT: Duration = Duration::from_millis(250);
/// So many pieces of the execution are recorded before the screen shows how far it has come.
const PIECES: usize = 8;
/// As long as nothing happens by itself.
const LONG: Duration = Duration::from_secs(3600);

/// Steps through an execution until the user quits.
pub fn run(app: &mut App, with_mouse: bool) -> io::Result<()> {
    let mut terminal = ratatui::try_init()?;
    let result = enter(with_mouse).and_then(|()| live(app, &mut terminal));
    if with_mouse {
        // The terminal is being left: there is nobody to tell if this fails.
        let _ = execute!(stdout(), DisableMouseCapture);
    }
    ratatui::try_restore()?;
    result
}

fn enter(with_mouse: bool) -> io::Result<()> {
    if with_mouse { execute!(stdout(), EnableMouseCapture) } else { Ok(()) }
}

fn live(app: &mut App, terminal: &mut DefaultTerminal) -> io::Result<()> {
    while !app.has_quit() {
        terminal.draw(|frame| app.draw(frame))?;
        let wait = match (app.is_playing(), app.has_work()) {
            (true, _) => BEAT,
            (false, true) => Duration::ZERO,
            (false, false) => LONG,
        };
        if event::poll(wait)? {
            // What has come meanwhile is taken before the next screen is drawn.
            take(app)?;
            while !app.has_quit() && event::poll(Duration::ZERO)? {
                take(app)?;
            }
            if let Some(text) = app.take_copied() {
                clipboard::copy(&text)?;
            }
        } else if app.is_playing() {
            app.play();
        } else {
            work(app)?;
        }
    }
    Ok(())
}

/// Records more of the execution until a key is pressed or it is time to show how far it has come.
fn work(app: &mut App) -> io::Result<()> {
    for _ in 0..PIECES {
        if !app.has_work() || event::poll(Duration::ZERO)? {
            break;
        }
        app.work();
    }
    Ok(())
}

fn take(app: &mut App) -> io::Result<()> {
    match event::read()? {
        Event::Key(key) => app.press(key),
        Event::Mouse(mouse) => app.point(mouse),
        _ => {}
    }
    Ok(())
}

mod clipboard {
    //! The terminal's clipboard, by the escape sequence OSC 52 of xterm, which most terminals and tmux understand.

    use crossterm::clipboard::CopyToClipboard;
    use crossterm::execute;
    use std::io::{self, stdout};

    pub(super) fn copy(text: &str) -> io::Result<()> {
        execute!(stdout(), CopyToClipboard::to_clipboard_from(text))
    }
}
