//! Ten million events are written and read in little memory.

use gilscope_trace::*;
use std::fs::File;
use std::io::BufWriter;
use std::time::Duration;

const EVENTS: u64 = 10_000_000;

/// What the process has needed at most so far, in KiB, where the system tells.
fn peak_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0)
}

/// Threads that take turns: a hundred of them, each at one of fifty places.
fn event(number: u64) -> Event {
    let (turn, thread) = (number / 2, ThreadId((number / 2 % 100) as u32));
    let time = Timestamp(turn * 5_061_300 + number % 2 * 5_000_017);
    let place = Some(Place { code: CodeId((turn % 50) as u32), instruction: (turn * 7 % 200) as u32 });
    let kind = match number % 2 {
        0 => EventKind::GilTaken { waited: Duration::from_micros(501_000) },
        _ => EventKind::GilReleased {
            reason: ReleaseReason::Interval,
            held: Duration::from_nanos(5_000_017),
            requested_by: Some(ThreadId(thread.0 % 99 + 1)),
        },
    };
    Event { time, thread, place, kind }
}

#[test]
fn ten_million_events_need_little_memory() {
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("large.giltrace");
    let header = Header {
        script: "large.py".into(),
        script_hash: [0; 32],
        model: "py3.13".into(),
        interval: 5_000_000,
        ticks: 0,
        level: Level::Switches,
        simulation: None,
    };
    let before = peak_memory();
    let writer = TraceWriter::new(Box::new(BufWriter::new(File::create(&path).unwrap())), &header).unwrap();
    (0..EVENTS).for_each(|number| writer.record(&event(number)));
    writer.finish().unwrap();
    let mut reader = TraceReader::open(&path).unwrap();
    for number in 0..EVENTS {
        let record = reader.next().expect("there is another event").expect("it can be read");
        assert!(number % 1009 != 0 || record == Record::Event(event(number)));
    }
    assert!(reader.next().is_none());
    assert_eq!(reader.ending(), Some(Ending::Complete));
    let bytes = std::fs::metadata(&path).unwrap().len();
    std::fs::remove_file(&path).unwrap();
    assert!(bytes < EVENTS * 8, "{bytes} bytes");
    let grown = peak_memory() - before;
    assert!(grown < 16 << 10, "{grown} KiB more");
}
