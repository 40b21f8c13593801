//! The worked example in `docs/trace-format.md` is a trace, and is what the writer writes.

use gilscope_trace::*;
use parking_lot::Mutex;
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

#[derive(Clone, Default)]
struct Memory(Arc<Mutex<Vec<u8>>>);

impl Write for Memory {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The bytes of the page's example: what stands before the `;` of each line.
fn documented() -> Vec<u8> {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/trace-format.md");
    let page = std::fs::read_to_string(page).expect("the page exists");
    let example = page.split("```hex\n").nth(1).and_then(|rest| rest.split("```").next()).expect("there is an example");
    let bytes = example.lines().flat_map(|line| line.split(';').next().unwrap_or_default().split_whitespace());
    bytes.map(|byte| u8::from_str_radix(byte, 16).expect("a byte")).collect()
}

fn header() -> Header {
    Header {
        script: "a.py".into(),
        script_hash: std::array::from_fn(|index| index as u8),
        model: "py3.13".into(),
        interval: 5_000_000,
        ticks: 0,
        level: Level::Switches,
        simulation: None,
    }
}

fn records() -> Vec<Record> {
    let main = ThreadId(0);
    let event = |time, place, kind| Record::Event(Event { time: Timestamp(time), thread: main, place, kind });
    let asleep = Some(Place { code: CodeId(3), instruction: 7 });
    let code = CodeFacts { name: "work".into(), file: "a.py".into(), lines: vec![(0, 2), (4, 3)] };
    let held = Duration::from_nanos(40_000);
    vec![
        Record::Definition(Definition::Thread(main, ThreadFacts { name: "MainThread".into(), is_daemon: false })),
        event(0, None, EventKind::ThreadStarted { parent: None }),
        event(1_500, None, EventKind::GilTaken { waited: Duration::from_nanos(1_500) }),
        Record::Definition(Definition::Code(CodeId(3), code)),
        event(41_500, asleep, EventKind::ThreadBlocked { on: BlockedOn::Sleep }),
        event(41_500, asleep, EventKind::GilReleased { reason: ReleaseReason::Sleep, held, requested_by: None }),
    ]
}

#[test]
fn the_example_is_what_the_writer_writes() {
    let memory = Memory::default();
    let writer = TraceWriter::new(Box::new(memory.clone()), &header()).unwrap();
    for record in records() {
        match record {
            Record::Event(event) => writer.record(&event),
            Record::Definition(definition) => writer.define(&definition),
        }
    }
    writer.finish().unwrap();
    let written = memory.0.lock();
    let shown: Vec<String> = written.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(*written, documented(), "the writer wrote {}", shown.join(" "));
}

#[test]
fn the_example_can_be_read() {
    let documented = documented();
    let mut reader = TraceReader::new(&documented[..]).unwrap();
    assert_eq!(*reader.header(), header());
    let read: Vec<Record> = reader.by_ref().map(Result::unwrap).collect();
    assert_eq!(read, records());
    assert_eq!(reader.ending(), Some(Ending::Complete));
}
