//! Every pane, as it looks in a small and in a large terminal.

use super::*;
use crate::lanes::Lanes;
use crate::mark::Mark;
use crate::moment::{FrameRow, Listing, ListingRow, Moment, OutputRow, ThreadRow, ValueRow};
use crate::{listing, sample};
use gilscope_analysis::Scale;
use gilscope_gil::CheckPoints;
use gilscope_trace::{Stream, ThreadId, Timestamp};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

/// Two threads in the middle of a lost update.
fn moment(columns: usize) -> Moment {
    let row = |id, name: &str, mark, state: &str, function: &str, line| ThreadRow {
        id: ThreadId(id),
        name: name.into(),
        mark,
        state: state.into(),
        place: Some((function.into(), line)),
    };
    let scale = Scale { start: Timestamp(0), end: Timestamp(1_000_000), columns };
    let mut lanes = Lanes::draw(&sample::history(), &scale, true);
    lanes.here = Some(scale.column(Timestamp(300_000)));
    let lines = sample::RACE.lines().zip(1..).map(|(text, number)| ListingRow::Line {
        number,
        text: text.into(),
        threads: match number {
            7 => vec![ThreadId(1)],
            13 => vec![ThreadId(2)],
            20 => vec![ThreadId(0)],
            _ => Vec::new(),
        },
    });
    Moment {
        title: "lost_update.py  py3.13, 2 cores, seed 7".into(),
        step: 1_234,
        last_step: 98_765,
        is_complete: false,
        time: Timestamp(300_000),
        threads: vec![
            row(0, "MainThread", Mark::Join, "joins T1", "<module>", 20),
            row(1, "Thread-1 (add)", Mark::Waits, "waits for the GIL", "plus_one", 7),
            row(2, "Thread-2 (add)", Mark::Runs, "holds the GIL; T1 asks for it", "add", 13),
        ],
        selected: Some(ThreadId(2)),
        holder: Some(ThreadId(2)),
        listing: Listing { title: "lost_update.py".into(), rows: lines.collect(), focus: 12 },
        lanes,
        stack: vec![FrameRow { function: "add".into(), line: 13, locals: vec![("_".into(), "41".into())] }],
        operands: vec!["<range_iterator at 0x5f00>".into(), "41".into()],
        values: vec![
            ValueRow { name: "threads".into(), value: "[<Thread at 0x5a00>, <Thread at 0x5b00>]".into(), before: None },
            ValueRow { name: "counter".into(), value: "42".into(), before: Some("41".into()) },
        ],
        output: vec![
            OutputRow { thread: ThreadId(0), stream: Stream::Output, text: "two threads start".into() },
            OutputRow { thread: ThreadId(1), stream: Stream::Error, text: "a warning".into() },
        ],
        why: vec![
            "T2 took the GIL because T1 gave it up: T2 had waited for 5.00 ms and asked for it.".into(),
            "T1 waits for the GIL, which T2 holds; T2 runs.".into(),
        ],
        choices: 2,
        problems: 1,
        is_trace: false,
    }
}

fn picture(moment: &Moment, footer: &Footer, is_help_shown: bool, width: u16, height: u16) -> String {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("a test backend does not fail");
    let screen = Screen { moment, palette: Palette { has_colour: true }, footer, is_help_shown };
    terminal.draw(|frame| screen.draw(frame)).expect("a test backend does not fail");
    terminal.backend().to_string()
}

fn check(name: &str, moment: impl Fn(usize) -> Moment, footer: &Footer, is_help_shown: bool) {
    for (width, height) in [(80, 24), (200, 60)] {
        let moment = moment(usize::from(width) - 5);
        let picture = picture(&moment, footer, is_help_shown, width, height);
        insta::assert_snapshot!(format!("{name}_{width}x{height}"), picture);
    }
}

#[test]
fn source_and_threads() {
    check("source", moment, &Footer::Keys, false);
}

#[test]
fn expanded_into_bytecode() {
    let expanded = |columns| {
        let module = sample::compile(sample::RACE);
        let codes = module.constants.iter().filter_map(|constant| match constant {
            gilscope_bytecode::Constant::Code(code) => Some(code),
            _ => None,
        });
        let add = codes.into_iter().find(|code| &*code.name == "add").expect("the program has it");
        let rule = CheckPoints::BackEdgeCallResume;
        let listing = listing::bytecode(add, 8, Some(sample::RACE), rule, &[]);
        Moment { listing, ..moment(columns) }
    };
    check("bytecode", expanded, &Footer::Keys, false);
}

#[test]
fn a_trace_of_many_threads() {
    let many = |columns| {
        let row = |id| ThreadRow {
            id: ThreadId(id),
            name: format!("Thread-{id}"),
            mark: Mark::ALL[id as usize % Mark::ALL.len()],
            state: "waits for the GIL".into(),
            place: None,
        };
        let mut moment = moment(columns);
        moment.threads = (0..100).map(row).collect();
        moment.lanes.threads = (0..100).map(|id| (ThreadId(id), vec![Mark::Waits; columns])).collect();
        Moment { selected: Some(ThreadId(70)), is_trace: true, stack: Vec::new(), operands: Vec::new(), ..moment }
    };
    check("trace", many, &Footer::Message("T70 cannot run now".into()), false);
}

#[test]
fn help_and_questions() {
    let prompt = Footer::Prompt { question: "search:".into(), answer: "counter".into() };
    check("help", moment, &Footer::Keys, true);
    check("question", moment, &prompt, false);
}

#[test]
fn any_size_can_be_drawn() {
    for (width, height) in [(1, 1), (2, 30), (300, 2), (40, 10), (49, 17), (60, 18), (79, 23), (500, 120)] {
        for is_help_shown in [false, true] {
            let _ = picture(&moment(usize::from(width)), &Footer::Keys, is_help_shown, width, height);
            let empty = Moment::default();
            let _ = picture(&empty, &Footer::Keys, is_help_shown, width, height);
        }
    }
}

#[test]
fn without_colours_the_screen_says_the_same() {
    let text = |has_colour| {
        let mut terminal = Terminal::new(TestBackend::new(80, 24)).expect("a test backend does not fail");
        let (moment, footer) = (moment(75), Footer::Keys);
        let screen = Screen { moment: &moment, palette: Palette { has_colour }, footer: &footer, is_help_shown: false };
        terminal.draw(|frame| screen.draw(frame)).expect("a test backend does not fail");
        let coloured = terminal
            .backend()
            .buffer()
            .content
            .iter()
            .filter(|cell| cell.fg != ratatui::style::Color::Reset || cell.bg != ratatui::style::Color::Reset);
        (terminal.backend().to_string(), coloured.count())
    };
    let ((with, coloured), (without, none)) = (text(true), text(false));
    assert_eq!(with, without);
    assert!(coloured > 0 && none == 0);
}

#[test]
fn the_focus_is_always_in_sight() {
    for rows in [0, 1, 5, 100] {
        for height in [1, 4, 10] {
            for focus in 0..rows {
                let first = scroll(rows, height, focus);
                assert!((first..first + height).contains(&focus) && first <= rows.saturating_sub(height));
            }
        }
    }
}
