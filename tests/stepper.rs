//! The stepper in a real terminal: tmux sends keys and shows the screen. Without tmux there is nothing to test.
#![allow(clippy::disallowed_methods, reason = "a terminal is started and waited for")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::thread::sleep;
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(120);

/// A tmux server of its own, with one window.
struct Terminal {
    socket: String,
}

impl Terminal {
    /// Opens `gilscope step` in a window of this size; nothing where there is no tmux.
    fn open(name: &str, size: (u32, u32), arguments: &str) -> Option<Terminal> {
        Command::new("tmux").arg("-V").output().ok()?;
        let terminal = Terminal { socket: format!("gilscope-{name}-{}", std::process::id()) };
        let command = format!("{} step {arguments}; sleep 600", env!("CARGO_BIN_EXE_gilscope"));
        let (width, height) = (size.0.to_string(), size.1.to_string());
        let words = ["-f", "/dev/null", "new-session", "-d", "-x", &width, "-y", &height, &command];
        assert!(terminal.tmux(&words).status.success(), "tmux opens a window");
        Some(terminal)
    }

    fn tmux(&self, words: &[&str]) -> Output {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let mut command = Command::new("tmux");
        command.current_dir(root).env_remove("TMUX").env("TERM", "xterm-256color").args(["-L", &self.socket]);
        command.args(words).output().expect("tmux runs")
    }

    fn screen(&self) -> String {
        String::from_utf8_lossy(&self.tmux(&["capture-pane", "-p"]).stdout).into_owned()
    }

    fn press(&self, keys: &[&str]) {
        self.tmux(&[&["send-keys"], keys].concat());
    }

    /// The screen, once it has this text, be it broken into lines.
    fn wait_for(&self, text: &str) -> String {
        let start = Instant::now();
        loop {
            let screen = self.screen();
            if screen.split_whitespace().collect::<Vec<_>>().join(" ").contains(text) {
                return screen;
            }
            assert!(start.elapsed() < PATIENCE, "'{text}' does not come up:\n{screen}");
            sleep(Duration::from_millis(50));
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.tmux(&["kill-server"]);
    }
}

/// The words from `step` up to the time in the first line of a screen.
fn step_of(screen: &str) -> &str {
    let line = screen.lines().next().unwrap_or_default();
    let start = line.find(" step ").map_or(0, |at| at + 6);
    line[start..].split(['/', ' ']).next().unwrap_or_default()
}

fn file(name: &str, text: &str) -> PathBuf {
    let path = std::env::temp_dir().join(format!("gilscope-{}-{name}", std::process::id()));
    std::fs::write(&path, text).expect("the temporary directory is writable");
    path
}

#[test]
fn one_walks_to_a_lost_update_and_back() {
    let Some(terminal) = Terminal::open("lost", (80, 24), "scripts/lost_update.py") else { return };
    terminal.wait_for("lost_update.py");
    terminal.press(&["x"]);
    let before = terminal.wait_for("! lost update");
    terminal.press(&["S-Right"]);
    let after = terminal.wait_for("*counter");
    assert_ne!(step_of(&before), step_of(&after));
    terminal.press(&["S-Left"]);
    let back = terminal.wait_for("! lost update");
    assert_eq!(step_of(&before), step_of(&back));
    terminal.press(&["e"]);
    terminal.wait_for("STORE_GLOBAL");
    terminal.press(&["?"]);
    terminal.wait_for("any key closes this");
    terminal.press(&["q", "y"]);
    terminal.wait_for("copied: gilscope step");
    terminal.press(&["q"]);
    terminal.wait_for(&format!("gilscope step --at {} scripts/lost_update.py", step_of(&back)));
}

const DEADLOCK: &str = "\
import threading, time

left, right = threading.Lock(), threading.Lock()


def take(first, second):
    with first:
        time.sleep(0.1)
        with second:
            pass


threading.Thread(target=take, args=(left, right)).start()
threading.Thread(target=take, args=(right, left)).start()
";

#[test]
fn a_deadlock_is_explained() {
    let script = file("deadlock.py", DEADLOCK);
    let Some(terminal) = Terminal::open("dead", (120, 40), &script.display().to_string()) else { return };
    terminal.wait_for("deadlock.py");
    terminal.press(&["End"]);
    terminal.wait_for("deadlock");
    terminal.press(&["Tab"]);
    terminal.wait_for("none of them can ever go on: a deadlock");
    terminal.tmux(&["resize-window", "-x", "60", "-y", "20"]);
    terminal.wait_for("waits for");
    let _ = std::fs::remove_file(script);
}

const RACE: &str = "\
import threading


def work(name):
    print(name, 'works')


for name in 'one', 'two':
    threading.Thread(target=work, args=(name,)).start()
";

#[test]
fn one_plays_the_scheduler() {
    let script = file("race.py", RACE);
    let Some(terminal) = Terminal::open("play", (100, 30), &script.display().to_string()) else { return };
    terminal.wait_for("race.py");
    terminal.press(&["n", "n"]);
    terminal.wait_for("holds the GIL");
    terminal.press(&["0"]);
    terminal.wait_for("►0");
    terminal.press(&["u"]);
    terminal.press(&["/"]);
    terminal.press(&["w", "o", "r", "k", "s", "Enter"]);
    terminal.wait_for("works");
    let _ = std::fs::remove_file(script);
}

#[test]
fn one_saves_a_schedule_and_replays_it() {
    let script = file("saved.py", RACE);
    let schedule = std::env::temp_dir().join(format!("gilscope-{}-saved.gs", std::process::id()));
    let Some(terminal) = Terminal::open("save", (100, 30), &script.display().to_string()) else { return };
    terminal.wait_for("saved.py");
    terminal.press(&["n", "n"]);
    terminal.wait_for("holds the GIL");
    terminal.press(&["0"]);
    terminal.wait_for("1 choice");
    terminal.press(&["S"]);
    terminal.wait_for("save the schedule to the file: schedule.txt");
    terminal.press(&["C-u", &schedule.display().to_string(), "Enter"]);
    terminal.wait_for("saved: gilscope replay");
    let mut replay = Command::new(env!("CARGO_BIN_EXE_gilscope"));
    let output = replay.arg("replay").arg(&schedule).arg(&script).output().expect("gilscope starts");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success() && text.contains("one works") && text.contains("two works"), "{output:?}");
    for path in [script, schedule] {
        let _ = std::fs::remove_file(path);
    }
}

/// `docs/step.md` shows this very screen. `cargo xtask golden` brings it up to date.
#[test]
fn the_page_shows_what_is_on_the_screen() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/step.md");
    let page = std::fs::read_to_string(&path).expect("the page is there");
    let (before, rest) = page.split_once("```\n lost_update.py").expect("the page shows a screen");
    let (shown, after) = rest.split_once("```").expect("the screen ends");
    let shown = format!(" lost_update.py{shown}");
    let Some(terminal) = Terminal::open("page", (100, 30), "scripts/lost_update.py") else { return };
    terminal.wait_for("lost_update.py");
    terminal.press(&["x"]);
    terminal.wait_for("! lost update");
    // The rest of the execution is recorded in the background.
    let start = Instant::now();
    let screen = loop {
        let lines: Vec<String> = terminal.screen().lines().map(|line| line.trim_end().to_string()).collect();
        let screen = lines.join("\n") + "\n";
        if screen == shown || start.elapsed() > PATIENCE / 6 {
            break screen;
        }
        sleep(Duration::from_millis(100));
    };
    if std::env::var_os("GILSCOPE_GOLDEN").is_some_and(|value| value == "write") {
        std::fs::write(path, format!("{before}```\n{screen}```{after}")).expect("the page can be written");
    } else {
        assert!(screen == shown, "if this is right: cargo xtask golden\n{screen}");
    }
}
