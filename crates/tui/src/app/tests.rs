//! Keys, and where they lead: in the trace of an execution that is over, and in a simulation.

use super::*;
use crate::moment::{ListingRow, Window};
use crate::sample;
use gilscope_gil::GilModel;
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

/// A simulation of the race.
fn live() -> App {
    App::new(Box::new(sample::live(sample::RACE, GilModel::default())), Palette { has_colour: false })
}

fn shared(app: &App, name: &str) -> Option<String> {
    app.execution.shared().into_iter().find(|(other, _)| other == name).map(|(_, value)| value)
}

#[test]
fn lines_go_forward_and_back_the_same_way() {
    let mut app = live();
    press(&mut app, "g7000\n");
    let mut way = vec![app.place()];
    for _ in 0..60 {
        app.act(Action::Step(Direction::Forward));
        assert!(app.place().step > way[way.len() - 1].step);
        way.push(app.place());
    }
    for place in way[1..60].iter().rev() {
        app.act(Action::Step(Direction::Backward));
        assert_eq!(app.place().step, place.step);
    }
}

#[test]
fn problems_are_walked_to_and_back() {
    let mut app = live();
    press(&mut app, "x");
    let problem = app.place();
    let before = shared(&app, "counter");
    assert!(app.moment(Lanes::default()).why[0].starts_with("! lost update"));
    press(&mut app, "i");
    assert_ne!(shared(&app, "counter"), before);
    let rows = app.moment(Lanes::default()).values;
    assert!(rows.iter().any(|row| row.name == "counter" && row.before == before));
    press(&mut app, "I");
    assert_eq!((app.place().step, shared(&app, "counter")), (problem.step, before));
    press(&mut app, "xX");
    assert_eq!(app.place().step, problem.step);
}

#[test]
fn a_choice_is_made_undone_and_made_again() {
    let mut app = live();
    press(&mut app, "x");
    let place = app.place();
    let running = app.view.selected;
    let other = if running == ThreadId(1) { 2 } else { 1 };
    press(&mut app, &other.to_string());
    assert_eq!((app.view.selected, app.execution.decisions().len()), (ThreadId(other), 1), "{}", message(&app));
    let chosen = app.place();
    press(&mut app, "y");
    let command = app.take_copied().expect("it was copied");
    assert!(command.starts_with("gilscope step --schedule 'gs1 "), "{command}");
    press(&mut app, "u");
    assert_eq!((app.place().step, app.execution.decisions().len()), (place.step, 0));
    assert!(app.moment(Lanes::default()).why[0].starts_with("! lost update"), "it is still known here");
    app.act(Action::Redo);
    assert_eq!((app.place(), app.execution.decisions().len()), (chosen, 1));
}

#[test]
fn the_way_back_from_an_undone_choice_leads_to_the_same_moment() {
    let mut app = live();
    press(&mut app, "xx2nnn");
    let (place, why) = (app.place(), app.moment(Lanes::default()).why);
    press(&mut app, "u");
    app.act(Action::Redo);
    assert_eq!((app.place(), app.moment(Lanes::default()).why), (place, why));
}

#[test]
fn an_answer_can_be_cleared() {
    let mut app = live();
    let file = std::env::temp_dir().join(format!("gilscope-schedule-{}", std::process::id()));
    press(&mut app, "xS");
    app.press(KeyEvent::new(KeyCode::Char('u'), KeyModifiers::CONTROL));
    press(&mut app, &format!("{}\n", file.display()));
    assert_eq!(message(&app), format!("saved: gilscope replay {} race.py", file.display()));
    let schedule = std::fs::read_to_string(&file).expect("it was written");
    assert!(schedule.starts_with("gs1 script="), "{schedule}");
    std::fs::remove_file(file).expect("it was written");
}

#[test]
fn what_is_printed_and_what_is_written_is_found() {
    let mut app = live();
    press(&mut app, "g\"counted\n");
    let printed = app.place().step;
    assert!(app.moment(Lanes::default()).output[0].text.starts_with("counted"));
    press(&mut app, "gstart\n/return n + 1\n");
    assert!(app.place().step < printed);
    assert_eq!(app.moment(Lanes::default()).stack[0].function, "plus_one");
    press(&mut app, "e");
    let listing = app.moment(Lanes::default()).listing;
    assert!(listing.title.starts_with("plus_one in"), "{}", listing.title);
}

/// Two threads that count, each in its own way.
fn counting(setup: &str, statement: &str) -> App {
    let program = format!(
        "import threading\nimport time\n{setup}\n\ndef work():\n    for _ in range(3000):\n        {statement}\n\n\
         threads = [threading.Thread(target=work) for _ in range(2)]\nfor t in threads: t.start()\n\
         for t in threads: t.join()\n"
    );
    App::new(Box::new(sample::live(&program, GilModel::FREE_THREADED)), Palette { has_colour: false })
}

#[test]
fn lost_updates_of_everything_shared_are_found_and_named() {
    for (setup, statement, name) in [
        ("counter = 0", "global counter; counter += 1", "counter"),
        ("class Account: balance = 0\naccount = Account()", "account.balance += 1", "account.balance"),
        ("class Account: balance = 0", "Account.balance += 1", "Account.balance"),
        ("hits = {'a': 0}", "hits['a'] += 1", "hits['a']"),
        ("hits = {}", "hits['a'] = hits.get('a', 0) + 1", "hits['a']"),
        ("rows = [[0], [0]]", "rows[1][0] += 1", "rows[1][0]"),
        ("import collections\nhits = collections.Counter()", "hits['b'] = 1 + hits['b']", "hits['b']"),
    ] {
        let mut app = counting(setup, statement);
        press(&mut app, "x");
        let why = app.moment(Lanes::default()).why;
        let is_named = why[0].contains(&format!("T{} read {name} when it was ", app.view.selected.0));
        assert!(why[0].starts_with("! lost update: ") && is_named, "{statement}: {}", why[0]);
        press(&mut app, "e");
        let listing = app.moment(Lanes::default()).listing;
        let row = &listing.rows[listing.focus];
        let text = match row {
            ListingRow::Instruction { text, window: Window::Open, .. } => text.as_str(),
            _ => "no instruction in an open window",
        };
        assert!(text.starts_with("STORE_"), "{statement}: {row:?}");
    }
}

fn press_code(app: &mut App, code: KeyCode, modifiers: KeyModifiers) -> Place {
    app.press(KeyEvent::new(code, modifiers));
    app.place()
}

#[test]
fn arrows_home_and_end_go_there_and_back() {
    let mut app = live();
    press(&mut app, "g9000\n");
    let start = app.place();
    for (forward, backward, modifiers) in [
        (KeyCode::Right, KeyCode::Left, KeyModifiers::NONE),
        (KeyCode::Right, KeyCode::Left, KeyModifiers::SHIFT),
        (KeyCode::Down, KeyCode::Up, KeyModifiers::NONE),
    ] {
        let first = press_code(&mut app, forward, modifiers);
        let second = press_code(&mut app, forward, modifiers);
        assert!(start < first && first < second, "{forward:?} {modifiers:?}");
        assert_eq!(press_code(&mut app, backward, modifiers), first);
        press(&mut app, "g9000\n");
    }
    press(&mut app, "e");
    assert_eq!(press_code(&mut app, KeyCode::Right, KeyModifiers::NONE).step, 9001, "expanded, by instructions");
    let end = press_code(&mut app, KeyCode::End, KeyModifiers::NONE).step;
    assert!(app.execution.is_complete() && end == app.execution.last_step());
    assert_eq!(press_code(&mut app, KeyCode::Home, KeyModifiers::NONE).step, 0);
}

#[test]
fn problems_are_visited_in_both_directions() {
    let mut app = live();
    let mut visit = |key: &str| {
        press(&mut app, key);
        assert!(app.moment(Lanes::default()).why[0].starts_with("! lost update"), "{key}");
        (app.place().step, app.view.selected)
    };
    let (first, second) = (visit("x"), visit("x"));
    assert!(first.0 < second.0);
    assert_eq!(visit("X"), first);
    assert_eq!(visit("x"), second);
}

#[test]
fn threads_are_selected_in_turn() {
    let mut app = live();
    press(&mut app, "x");
    let mut selected = vec![app.view.selected.0];
    for code in [KeyCode::Tab, KeyCode::Tab, KeyCode::Tab, KeyCode::BackTab] {
        press_code(&mut app, code, KeyModifiers::NONE);
        selected.push(app.view.selected.0);
    }
    assert_eq!(selected[0], selected[3], "there are three threads");
    assert_eq!(selected[2], selected[4]);
}

#[test]
fn play_goes_on_until_it_is_paused() {
    let mut app = live();
    press(&mut app, "g9000\n ");
    assert!(app.is_playing());
    let before = app.place();
    app.play();
    assert!(app.place() > before && app.is_playing());
    press(&mut app, " ");
    assert!(!app.is_playing());
    press(&mut app, " n");
    assert!(!app.is_playing(), "any other key pauses, too");
    press_code(&mut app, KeyCode::End, KeyModifiers::NONE);
    press(&mut app, " ");
    app.play();
    assert!(!app.is_playing(), "the end is the end");
}

#[test]
fn a_thread_of_a_large_number_is_asked_for() {
    let mut app = live();
    press(&mut app, "xr2");
    assert!(matches!(&app.footer(), Footer::Prompt { answer, .. } if answer == "2"));
    press(&mut app, "\n");
    assert!(app.execution.decisions().len() == 1 || app.view.selected == ThreadId(2), "{}", message(&app));
    press(&mut app, "r77\n");
    assert_eq!(message(&app), "there is no T77 now");
}

#[test]
fn the_timeline_fits_again() {
    let mut app = app();
    press(&mut app, "g6\nwww");
    assert!(app.view.zoom.is_some());
    press(&mut app, "f");
    assert_eq!(app.view.zoom, None);
}

#[test]
fn the_wheel_steps_and_a_click_goes_to_a_moment() {
    use ratatui::crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
    let mut app = live();
    press(&mut app, "g9000\n");
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).expect("a test backend does not fail");
    terminal.draw(|frame| app.draw(frame)).expect("a test backend does not fail");
    let gil = (0..24).find(|&row| terminal.backend().buffer()[(0, row)].symbol() == "G").expect("the GIL has a lane");
    let start = app.place();
    let mut mouse = |kind, column| {
        app.point(MouseEvent { kind, column, row: gil, modifiers: KeyModifiers::NONE });
        app.place()
    };
    let first = mouse(MouseEventKind::ScrollDown, 0);
    assert!(first > start && mouse(MouseEventKind::ScrollDown, 0) > first);
    assert_eq!(mouse(MouseEventKind::ScrollUp, 0).step, first.step);
    let early = mouse(MouseEventKind::Down(MouseButton::Left), 20);
    let late = mouse(MouseEventKind::Down(MouseButton::Left), 70);
    assert!(early < late, "{early:?} {late:?}");
}

#[test]
fn without_a_gil_there_are_no_turns_to_give() {
    let mut app = counting("counter = 0", "global counter; counter += 1");
    press(&mut app, "x2");
    assert!(message(&app).ends_with("there are no turns to give") && app.execution.decisions().is_empty());
}
