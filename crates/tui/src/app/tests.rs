//! Keys, and where they lead, in the trace of an execution that is over.

use super::*;
use crate::sample;
use gilscope_trace::Timestamp;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::crossterm::event::{KeyCode, KeyModifiers};

fn app() -> App {
    App::new(Box::new(sample::filed()), Palette { has_colour: false })
}

fn press(app: &mut App, keys: &str) {
    for key in keys.chars() {
        let code = if key == '\n' { KeyCode::Enter } else { KeyCode::Char(key) };
        app.press(KeyEvent::new(code, KeyModifiers::NONE));
    }
}

fn message(app: &App) -> &str {
    match &app.footer {
        Footer::Message(text) => text,
        _ => "",
    }
}

#[test]
fn switches_go_forward_and_back() {
    let mut app = app();
    let mut steps = Vec::new();
    for key in "nnnnNNNn".chars() {
        press(&mut app, &key.to_string());
        steps.push((app.place().step, app.view.selected.0));
    }
    assert_eq!(steps, [(2, 0), (6, 1), (8, 0), (11, 1), (8, 0), (6, 1), (2, 0), (6, 1)]);
    press(&mut app, "nnn");
    assert_eq!((app.place().step, message(&app)), (12, "nothing more happens"));
}

#[test]
fn events_of_one_thread_leave_others_out() {
    let mut app = app();
    app.act(Action::Select(Direction::Forward));
    press(&mut app, "g3\n");
    app.view.selected = ThreadId(1);
    let mut steps = Vec::new();
    for key in "....,,".chars() {
        press(&mut app, &key.to_string());
        steps.push(app.place().step);
    }
    assert_eq!(steps, [4, 6, 7, 11, 7, 6]);
}

#[test]
fn places_have_names() {
    let mut app = app();
    let mut at = |keys: &str| {
        press(&mut app, keys);
        app.place().step
    };
    assert_eq!(at("gend\n"), 12);
    assert_eq!(at("g5\n"), 5);
    assert_eq!(at("ma"), 5);
    assert_eq!(at("g650us\n"), 8);
    assert_eq!(at("'a"), 5);
    assert_eq!(at("gstart\n"), 0);
    assert_eq!(at("/ended\n"), 0);
    assert_eq!(at("/come to its end\n"), 12);
    assert_eq!(at("\\"), 12);
    press(&mut app, "gnowhere\n");
    assert_eq!(message(&app), "'nowhere' is no step, no time and no \"text\"");
}

#[test]
fn a_moment_can_be_opened_again() {
    let mut app = app();
    press(&mut app, "g7\ny");
    assert_eq!(app.take_copied().as_deref(), Some("gilscope step --at 7 t.gil"));
    assert_eq!("7".parse(), Ok(At { step: 7, events: None }));
    assert_eq!("7:9".parse(), Ok(At { step: 7, events: Some(9) }));
    assert!("seven".parse::<At>().is_err());
}

#[test]
fn a_trace_cannot_be_changed() {
    let mut app = app();
    for keys in ["1", "e", "S", "u"] {
        press(&mut app, keys);
        assert!(!message(&app).is_empty(), "{keys}");
    }
    assert!(!app.has_quit());
    press(&mut app, "q");
    assert!(app.has_quit());
}

#[test]
fn the_timeline_zooms_around_the_moment() {
    let mut app = app();
    press(&mut app, "g6\nww");
    let (start, end) = app.view.zoom.expect("zoomed in");
    assert!(start < Timestamp(300_000) && Timestamp(300_000) < end && end.0 - start.0 == 250_000);
    press(&mut app, "d");
    assert_eq!(app.view.zoom, Some((Timestamp(start.0 + 62_500), Timestamp(end.0 + 62_500))));
    press(&mut app, "aas");
    press(&mut app, "sss");
    assert_eq!(app.view.zoom, None);
}

#[test]
fn the_screen_follows_the_terminal() {
    let mut app = app();
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).expect("a test backend does not fail");
    press(&mut app, "n?");
    for (width, height) in [(80, 24), (20, 5), (200, 60), (80, 24)] {
        terminal.backend_mut().resize(width, height);
        terminal.draw(|frame| app.draw(frame)).expect("a test backend does not fail");
    }
    press(&mut app, "?");
    terminal.draw(|frame| app.draw(frame)).expect("a test backend does not fail");
    insta::assert_snapshot!(terminal.backend());
}
