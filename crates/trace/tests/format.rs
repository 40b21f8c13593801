//! Trace files come back as they were written; what is cut, damaged or foreign is refused in words.

use gilscope_trace::*;
use parking_lot::Mutex;
use proptest::prelude::*;
use std::io::{self, Write};
use std::sync::Arc;
use std::time::Duration;

/// A file in memory that can be read while it is written.
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

fn header() -> Header {
    Header {
        script: "demo.py".into(),
        script_hash: [7; 32],
        model: "py3.13".into(),
        interval: 5_000_000,
        ticks: 0,
        level: Level::Instructions,
        simulation: Some(SimulationFacts {
            seed: u64::MAX,
            cpus: 4,
            policy: "random".into(),
            wake_latency: 30_000,
            costs: "3.4.5".into(),
        }),
    }
}

/// The bytes of a trace, with or without an end, in blocks of so many records.
fn write(records: &[Record], complete: bool, block: usize) -> Vec<u8> {
    let memory = Memory::default();
    let writer = TraceWriter::new(Box::new(memory.clone()), &header()).unwrap();
    for (index, record) in records.iter().enumerate() {
        match record {
            Record::Event(event) => writer.record(event),
            Record::Definition(definition) => writer.define(definition),
        }
        if index % block == block - 1 {
            writer.flush();
        }
    }
    match complete {
        true => writer.finish().unwrap(),
        false => writer.flush(),
    }
    let bytes = memory.0.lock();
    bytes.clone()
}

/// All records of a trace, how it ends, and the error that it ends with.
fn read(bytes: &[u8]) -> (Vec<Record>, Option<Ending>, Option<TraceError>) {
    let mut reader = match TraceReader::new(bytes) {
        Ok(reader) => reader,
        Err(error) => return (Vec::new(), None, Some(error)),
    };
    assert_eq!(*reader.header(), header());
    let mut records = Vec::new();
    let mut error = None;
    for record in &mut reader {
        match record {
            Ok(record) => records.push(record),
            Err(what) => error = Some(what),
        }
    }
    (records, reader.ending(), error)
}

fn a_text() -> impl Strategy<Value = Arc<str>> {
    prop_oneof!["[a-e]{0,2}", ".{0,300}"].prop_map(Arc::from)
}

fn a_thread() -> impl Strategy<Value = ThreadId> {
    prop_oneof![0..4u32, any::<u32>()].prop_map(ThreadId)
}

fn a_lock() -> impl Strategy<Value = LockId> {
    any::<u64>().prop_map(LockId)
}

fn a_place() -> impl Strategy<Value = Option<Place>> {
    let place = (prop_oneof![0..3u32, any::<u32>()], any::<u32>());
    prop::option::of(place.prop_map(|(code, instruction)| Place { code: CodeId(code), instruction }))
}

fn a_duration() -> impl Strategy<Value = Duration> {
    any::<u64>().prop_map(Duration::from_nanos)
}

fn blocked_on() -> impl Strategy<Value = BlockedOn> {
    prop_oneof![
        (a_lock(), prop::option::of(a_thread())).prop_map(|(lock, owner)| BlockedOn::Lock { lock, owner }),
        a_thread().prop_map(BlockedOn::Join),
        Just(BlockedOn::Sleep),
        Just(BlockedOn::Io),
    ]
}

fn a_kind() -> impl Strategy<Value = EventKind> {
    let woken = prop_oneof![
        a_thread().prop_map(WokenBy::Thread),
        Just(WokenBy::Deadline),
        Just(WokenBy::Io),
        Just(WokenBy::Signal)
    ];
    let released = (prop::sample::select(ReleaseReason::ALL), a_duration(), prop::option::of(a_thread()));
    let left = prop::sample::select(vec![LeftBy::Return, LeftBy::Yield, LeftBy::Exception]);
    let scope = prop::sample::select(vec![Scope::Local, Scope::Global, Scope::Attribute, Scope::Item]);
    prop_oneof![
        prop::option::of(a_thread()).prop_map(|parent| EventKind::ThreadStarted { parent }),
        prop::option::of(a_thread()).prop_map(|holder| EventKind::GilRequested { holder }),
        a_duration().prop_map(|waited| EventKind::GilTaken { waited }),
        released.prop_map(|(reason, held, requested_by)| EventKind::GilReleased { reason, held, requested_by }),
        blocked_on().prop_map(|on| EventKind::ThreadBlocked { on }),
        woken.prop_map(|by| EventKind::ThreadWoken { by }),
        a_lock().prop_map(|lock| EventKind::LockAcquired { lock }),
        a_lock().prop_map(|lock| EventKind::LockReleased { lock }),
        a_text().prop_map(|text| EventKind::TextWritten { stream: Stream::Error, text }),
        left.prop_map(|by| EventKind::FunctionLeft { by }),
        (a_text(), scope, a_text()).prop_map(|(what, scope, now)| EventKind::ValueChanged { what, scope, now }),
        prop::sample::select(vec![
            EventKind::ThreadFinished,
            EventKind::FunctionEntered,
            EventKind::LineReached,
            EventKind::InstructionRun
        ]),
    ]
}

fn a_definition() -> impl Strategy<Value = Definition> {
    let lines = prop::collection::vec((any::<u32>(), any::<u32>()), 0..5);
    let code = (any::<u32>(), a_text(), a_text(), lines);
    let lock = (a_lock(), a_text(), prop::option::of(a_text()), a_place());
    prop_oneof![
        code.prop_map(|(id, name, file, lines)| Definition::Code(CodeId(id), CodeFacts { name, file, lines })),
        (a_thread(), a_text(), any::<bool>())
            .prop_map(|(id, name, is_daemon)| Definition::Thread(id, ThreadFacts { name, is_daemon })),
        lock.prop_map(|(id, kind, name, made_at)| Definition::Lock(id, LockFacts { kind, name, made_at })),
    ]
}

fn a_record() -> impl Strategy<Value = Record> {
    let event = (any::<u64>(), a_thread(), a_place(), a_kind());
    let event = event.prop_map(|(time, thread, place, kind)| Event { time: Timestamp(time), thread, place, kind });
    prop_oneof![4 => event.prop_map(Record::Event), 1 => a_definition().prop_map(Record::Definition)]
}

fn some_records() -> impl Strategy<Value = Vec<Record>> {
    prop::collection::vec(a_record(), 0..60)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn what_is_written_is_read(records in some_records(), complete in any::<bool>(), block in 1..20usize) {
        let (back, ending, error) = read(&write(&records, complete, block));
        prop_assert!(error.is_none());
        prop_assert_eq!(ending, Some(if complete { Ending::Complete } else { Ending::Cut }));
        prop_assert_eq!(back, records);
    }

    #[test]
    fn a_cut_file_gives_its_whole_blocks(records in some_records(), block in 1..20usize, cut in any::<prop::sample::Index>()) {
        let bytes = write(&records, true, block);
        let (back, ending, error) = read(&bytes[..cut.index(bytes.len())]);
        prop_assert!(records.starts_with(&back));
        match error {
            Some(error) => prop_assert!(matches!(error, TraceError::Empty | TraceError::Foreign | TraceError::NoHeader)),
            None => prop_assert_eq!(ending, Some(Ending::Cut)),
        }
    }

    #[test]
    fn a_changed_byte_is_noticed(records in some_records(), block in 1..20usize,
                                 at in any::<prop::sample::Index>(), flip in 1..=255u8) {
        let mut bytes = write(&records, true, block);
        let at = at.index(bytes.len());
        bytes[at] ^= flip;
        let (back, ending, error) = read(&bytes);
        prop_assert!(records.starts_with(&back));
        // The length of the last blocks may have been made so large that the file seems to be cut.
        prop_assert!(error.is_some() || ending == Some(Ending::Cut), "byte {} of {}", at, bytes.len());
    }

    #[test]
    fn any_bytes_are_refused_without_harm(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(TraceReader::new(&bytes[..]).is_err());
        let mut file = b"GILTRACE\x01".to_vec();
        file.extend_from_slice(&bytes);
        prop_assert!(TraceReader::new(&file[..]).is_err());
    }

    /// Blocks with a right checksum whose records are nonsense.
    #[test]
    fn intact_nonsense_is_refused_without_harm(records in prop::collection::vec(any::<u8>(), 1..200)) {
        let mut file = write(&[], false, 1);
        let mut head = Vec::new();
        head.extend_from_slice(&(records.len() as u32).to_le_bytes());
        head.extend_from_slice(&(records.len() as u32).to_le_bytes());
        head.extend_from_slice(&0u64.to_le_bytes());
        let mut hasher = crc32fast::Hasher::new();
        hasher.update(&head);
        hasher.update(&records);
        file.extend_from_slice(&head);
        file.extend_from_slice(&hasher.finalize().to_le_bytes());
        file.extend_from_slice(&records);
        let (_, ending, error) = read(&file);
        prop_assert!(error.is_some() != ending.is_some());
    }
}

#[test]
fn a_file_of_another_kind_or_time_is_named() {
    let message = |bytes: &[u8]| TraceReader::new(bytes).err().map(|error| error.to_string()).unwrap_or_default();
    assert_eq!(message(b""), "the trace file is empty");
    assert!(message(b"#!/usr/bin/python\n").contains("not a trace file"));
    assert!(message(b"GILTRACE\x07").contains("version 7 of the format"));
    assert!(message(b"GILTRACE\x01").contains("before its first block"));
}

#[test]
fn missing_blocks_are_noticed() {
    let event = Event { time: Timestamp(1), thread: ThreadId(0), place: None, kind: EventKind::ThreadFinished };
    let records = vec![Record::Event(event); 3];
    let (one, three) = (write(&records[..1], false, 1), write(&records, true, 1));
    let head = write(&[], false, 1).len();
    let without_first = [&three[..head], &three[one.len()..]].concat();
    let (back, _, error) = read(&without_first);
    assert_eq!(back.len(), 0);
    assert_eq!(
        error.unwrap().to_string(),
        "events are missing from the trace file: event 1 follows where event 0 should"
    );
}

#[test]
fn a_long_text_is_cut_between_characters() {
    let text: Arc<str> = "x".to_owned().repeat(65_535).into();
    let kind = EventKind::TextWritten { stream: Stream::Output, text: format!("{text}é…").into() };
    let event = Event { time: Timestamp(1), thread: ThreadId(0), place: None, kind };
    let (back, _, error) = read(&write(&[Record::Event(event)], true, 1));
    assert!(error.is_none());
    let [Record::Event(Event { kind: EventKind::TextWritten { text: back, .. }, .. })] = &back[..] else { panic!() };
    assert_eq!(*back, text);
}

/// Two threads that take turns of five milliseconds: what a switch costs, without and with compression.
#[test]
fn a_switch_takes_few_bytes() {
    let mut records = Vec::new();
    let mut time = 0;
    let mut push = |thread, pass, kind| {
        time += pass;
        let place = Some(Place { code: CodeId(40 + thread), instruction: (time % 61) as u32 });
        records.push(Record::Event(Event { time: Timestamp(time), thread: ThreadId(thread), place, kind }));
    };
    for turn in 0..20_000 {
        let (me, other) = (turn % 2, 1 - turn % 2);
        push(me, 61_003, EventKind::GilTaken { waited: Duration::from_nanos(5_100_000) });
        push(other, 5_000_123, EventKind::GilRequested { holder: Some(ThreadId(me)) });
        let held = Duration::from_nanos(5_007_013);
        let (reason, requested_by) = (ReleaseReason::Interval, Some(ThreadId(other)));
        push(me, 6_890, EventKind::GilReleased { reason, held, requested_by });
    }
    let bytes = write(&records, true, usize::MAX);
    assert!(bytes.len() < records.len() * 8, "{} bytes for {} events", bytes.len(), records.len());
    assert_eq!(read(&bytes).0, records);
}
