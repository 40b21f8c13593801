//! Trace files as the command line writes and checks them: killed runs, damaged files, files that cannot be written.
#![allow(clippy::disallowed_methods, reason = "processes are started and waited for")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, Instant};

fn gilscope(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_gilscope")).args(arguments).output().expect("gilscope starts")
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("trace").join(name);
    fs::create_dir_all(&folder).expect("a folder for the test");
    folder
}

/// A trace of a short program.
fn recorded(folder: &Path) -> PathBuf {
    let trace = folder.join("run.giltrace");
    let code = "import threading; t = threading.Thread(target=print, args=('hi',)); t.start(); t.join()";
    let output = gilscope(&["run", "--trace", &trace.display().to_string(), "-c", code]);
    assert!(output.status.success());
    assert_eq!(output.stdout, b"hi\n");
    trace
}

fn check(trace: &Path) -> (Option<i32>, String) {
    let output = gilscope(&["trace", "--check", &trace.display().to_string()]);
    let text = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8_lossy(&text).into_owned())
}

#[test]
fn a_whole_trace_adds_up() {
    let (status, text) = check(&recorded(&folder("whole")));
    assert_eq!(status, Some(0), "{text}");
    assert!(text.contains("events of 2 threads add up. The trace is complete."), "{text}");
}

#[test]
fn a_killed_run_leaves_what_it_had() {
    let trace = folder("killed").join("run.giltrace");
    let code = "import time\nfor i in range(100_000): time.sleep(0.001)";
    let mut command = Command::new(env!("CARGO_BIN_EXE_gilscope"));
    let mut child = command.args(["run", "--trace", &trace.display().to_string(), "-c", code]).spawn().expect("starts");
    let begun = Instant::now();
    while fs::metadata(&trace).map_or(0, |facts| facts.len()) < 2_000 && begun.elapsed() < Duration::from_secs(20) {
        std::thread::sleep(Duration::from_millis(20));
    }
    child.kill().expect("it runs");
    child.wait().expect("it ends");
    let (status, text) = check(&trace);
    assert_eq!(status, Some(0), "{text}");
    assert!(text.contains("ends in the middle"), "{text}");
    let events: u64 = text.split(' ').next().and_then(|word| word.parse().ok()).unwrap_or(0);
    assert!(events > 100, "{text}");
}

#[test]
fn a_damaged_trace_is_named() {
    let folder = folder("damaged");
    let mut bytes = fs::read(recorded(&folder)).expect("it was written");
    let last = bytes.len() - 3;
    bytes[last] ^= 1;
    let damaged = folder.join("damaged.giltrace");
    fs::write(&damaged, bytes).expect("it can be written");
    let (status, text) = check(&damaged);
    assert_eq!(status, Some(1), "{text}");
    assert!(text.contains("the trace file is damaged: block 1"), "{text}");
}

#[test]
fn what_is_no_trace_is_not_taken_for_one() {
    for (name, contents, message) in
        [("empty", "", "the trace file is empty"), ("script", "print('ran')\n", "this is not a trace file")]
    {
        let file = folder("foreign").join(name).with_extension("giltrace");
        fs::write(&file, contents).expect("it can be written");
        let (status, text) = check(&file);
        assert_eq!(status, Some(1), "{text}");
        assert!(text.contains(message) && !text.contains("ran\n"), "{text}");
    }
}

#[test]
fn a_trace_of_a_later_version_is_refused() {
    let file = folder("later").join("later.giltrace");
    fs::write(&file, b"GILTRACE\x09 and more").expect("it can be written");
    let (status, text) = check(&file);
    assert_eq!(status, Some(1), "{text}");
    assert!(text.contains("version 9 of the format"), "{text}");
}

#[test]
fn a_trace_that_cannot_be_written_ends_the_run_before_it_begins() {
    for (path, reason) in [("/nowhere/at/all", "No such file or directory"), ("/dev/full", "No space left on device")] {
        let output = gilscope(&["run", "--trace", path, "-c", "print('ran')"]);
        assert_eq!(output.status.code(), Some(2));
        assert!(output.stdout.is_empty());
        let message = format!("gilscope: cannot write the trace '{path}': {reason}\n");
        assert_eq!(String::from_utf8_lossy(&output.stderr), message);
    }
}
