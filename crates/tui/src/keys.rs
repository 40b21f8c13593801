//! What each key does: one table, which `?` shows.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// How far one move goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// To where another thread takes the interpreter lock.
    Switch,
    Event,
    /// An event of the selected thread.
    ThreadEvent,
    Line,
    Instruction,
}

/// Forward or backward in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    Forward,
    Backward,
}

/// What the user asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    Move(Direction, Unit),
    /// A line, or an instruction where the source is expanded.
    Step(Direction),
    Start,
    End,
    Select(Direction),
    Expand,
    ZoomIn,
    ZoomOut,
    Pan(Direction),
    Fit,
    Search,
    SearchAgain(Direction),
    GoTo,
    Problem(Direction),
    SetMark,
    GoToMark,
    Play,
    Copy,
    /// Ask for a thread, for those whose number is no digit.
    AskRunNext,
    /// Have the thread of this number run next.
    RunNext(u32),
    Undo,
    Redo,
    Save,
    Help,
    Quit,
}

/// A row of the table.
pub struct Key {
    /// As the help names it.
    pub names: &'static str,
    pub meaning: &'static str,
    codes: &'static [(KeyModifiers, KeyCode, Action)],
}

const PLAIN: KeyModifiers = KeyModifiers::NONE;
const CONTROL: KeyModifiers = KeyModifiers::CONTROL;
const SHIFT: KeyModifiers = KeyModifiers::SHIFT;

const fn plain(character: char, action: Action) -> (KeyModifiers, KeyCode, Action) {
    (PLAIN, KeyCode::Char(character), action)
}

use Action::*;
use Direction::{Backward, Forward};

/// All keys, in the order of the help.
pub const KEYS: &[Key] = &[
    Key {
        names: "→ ←",
        meaning: "next, previous line; instruction when expanded",
        codes: &[(PLAIN, KeyCode::Right, Step(Forward)), (PLAIN, KeyCode::Left, Step(Backward))],
    },
    Key {
        names: "Shift-→ ←",
        meaning: "next, previous instruction",
        codes: &[
            (SHIFT, KeyCode::Right, Move(Forward, Unit::Instruction)),
            (SHIFT, KeyCode::Left, Move(Backward, Unit::Instruction)),
            plain('i', Move(Forward, Unit::Instruction)),
            plain('I', Move(Backward, Unit::Instruction)),
        ],
    },
    Key {
        names: "↓ ↑",
        meaning: "next, previous event",
        codes: &[(PLAIN, KeyCode::Down, Move(Forward, Unit::Event)), (PLAIN, KeyCode::Up, Move(Backward, Unit::Event))],
    },
    Key {
        names: "n N",
        meaning: "next, previous switch to another thread",
        codes: &[plain('n', Move(Forward, Unit::Switch)), plain('N', Move(Backward, Unit::Switch))],
    },
    Key {
        names: ". ,",
        meaning: "next, previous event of this thread",
        codes: &[plain('.', Move(Forward, Unit::ThreadEvent)), plain(',', Move(Backward, Unit::ThreadEvent))],
    },
    Key {
        names: "Tab Shift-Tab",
        meaning: "select the next, previous thread",
        codes: &[
            (PLAIN, KeyCode::Tab, Select(Forward)),
            (PLAIN, KeyCode::BackTab, Select(Backward)),
            (SHIFT, KeyCode::BackTab, Select(Backward)),
        ],
    },
    Key {
        names: "Home End",
        meaning: "go to the start, to the end",
        codes: &[(PLAIN, KeyCode::Home, Start), (PLAIN, KeyCode::End, End)],
    },
    Key {
        names: "g",
        meaning: "go to: 1200 a step, 5ms a time, start, end, \"text\" a printed line",
        codes: &[plain('g', GoTo)],
    },
    Key {
        names: "x X",
        meaning: "next, previous problem",
        codes: &[plain('x', Problem(Forward)), plain('X', Problem(Backward))],
    },
    Key {
        names: "/ ; \\",
        meaning: "search source, events, output; again; backward",
        codes: &[plain('/', Search), plain(';', SearchAgain(Forward)), plain('\\', SearchAgain(Backward))],
    },
    Key {
        names: "m '",
        meaning: "mark this moment with a letter, go to a mark",
        codes: &[plain('m', SetMark), plain('\'', GoToMark)],
    },
    Key { names: "e", meaning: "expand the source into bytecode, and back", codes: &[plain('e', Expand)] },
    Key {
        names: "w s a d",
        meaning: "timeline: zoom in, out, pan left, right",
        codes: &[plain('w', ZoomIn), plain('s', ZoomOut), plain('a', Pan(Backward)), plain('d', Pan(Forward))],
    },
    Key { names: "f", meaning: "timeline: fit all", codes: &[plain('f', Fit)] },
    Key { names: "1 … 9, 0", meaning: "have that thread run next: play the scheduler", codes: &[] },
    Key { names: "r", meaning: "the same, for a number of more digits", codes: &[plain('r', AskRunNext)] },
    Key {
        names: "u Ctrl-R",
        meaning: "undo, redo such a choice",
        codes: &[plain('u', Undo), (CONTROL, KeyCode::Char('r'), Redo)],
    },
    Key { names: "S", meaning: "save your choices as a schedule", codes: &[plain('S', Save)] },
    Key { names: "Space", meaning: "play, pause", codes: &[plain(' ', Play)] },
    Key { names: "y", meaning: "copy a command that reopens this moment", codes: &[plain('y', Copy)] },
    Key { names: "?", meaning: "these keys", codes: &[plain('?', Help)] },
    Key { names: "q", meaning: "quit", codes: &[plain('q', Quit), (CONTROL, KeyCode::Char('c'), Quit)] },
];

/// What a key asks for.
pub fn action(event: KeyEvent) -> Option<Action> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    if let (KeyCode::Char(character), false) = (event.code, event.modifiers.contains(CONTROL)) {
        if let Some(digit) = character.to_digit(10) {
            return Some(RunNext(digit));
        }
        // A capital letter says all: some terminals add that Shift was held, some do not.
        return find(PLAIN, event.code);
    }
    find(event.modifiers & (CONTROL | SHIFT), event.code)
}

fn find(modifiers: KeyModifiers, code: KeyCode) -> Option<Action> {
    let all = KEYS.iter().flat_map(|key| key.codes);
    all.into_iter().find(|row| (row.0, row.1) == (modifiers, code)).map(|row| row.2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_does_two_things() {
        let codes: Vec<_> = KEYS.iter().flat_map(|key| key.codes).map(|row| (row.0, row.1)).collect();
        assert!((0..codes.len()).all(|i| !codes[..i].contains(&codes[i])), "a key is in the table twice");
    }

    #[test]
    fn the_page_has_all_keys() {
        let page = include_str!("../../../docs/step.md");
        for Key { names, meaning, .. } in KEYS {
            assert!(page.contains(&format!("| `{names}` | {meaning} |")), "docs/step.md lacks {names}: {meaning}");
        }
    }

    #[test]
    fn capitals_come_with_and_without_shift() {
        for modifiers in [PLAIN, SHIFT] {
            let event = KeyEvent::new(KeyCode::Char('N'), modifiers);
            assert_eq!(action(event), Some(Move(Backward, Unit::Switch)));
        }
        assert_eq!(action(KeyEvent::new(KeyCode::Char('r'), CONTROL)), Some(Redo));
        assert_eq!(action(KeyEvent::new(KeyCode::Char('7'), PLAIN)), Some(RunNext(7)));
        assert_eq!(action(KeyEvent::new(KeyCode::F(5), PLAIN)), None);
    }
}
