//! The trace files of `tests/golden/traces/` say what the executions made by hand say, and every view can show them.
//!
//! `cargo xtask golden` writes the files anew.

mod executions;

use executions::{Execution, bank, server};
use gilscope_analysis::Checker;
use gilscope_trace::{Definition, Event, Record, Sink, TraceReader, TraceWriter};
use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

#[derive(Clone, Default)]
struct Buffer(Arc<Mutex<Vec<u8>>>);

impl Write for Buffer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("nobody panicked").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn file(execution: &Execution) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/golden/traces");
    folder.join(execution.name).with_extension("giltrace")
}

fn written(execution: &Execution) -> Vec<u8> {
    let buffer = Buffer::default();
    let writer = TraceWriter::new(Box::new(buffer.clone()), &execution.header).expect("memory can be written");
    execution.definitions.iter().for_each(|definition| writer.define(definition));
    execution.recording.events.iter().for_each(|event| writer.record(event));
    writer.finish().expect("memory can be written");
    let bytes = buffer.0.lock().expect("nobody panicked");
    bytes.clone()
}

#[test]
fn files_say_what_was_made_by_hand() {
    for execution in [bank(), server()] {
        let path = file(&execution);
        // Set by `cargo xtask golden`.
        if std::env::var_os("GILSCOPE_GOLDEN").is_some() {
            fs::write(&path, written(&execution)).expect("the folder can be written");
        }
        let mut checker = Checker::new(&execution.header.model);
        for event in &execution.recording.events {
            checker.observe(event).unwrap_or_else(|violation| panic!("{}: {violation}", execution.name));
        }
        checker.finish(true).unwrap_or_else(|violation| panic!("{}: {violation}", execution.name));
        let reader = TraceReader::open(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert_eq!(*reader.header(), execution.header);
        let (mut definitions, mut events): (Vec<Definition>, Vec<Event>) = Default::default();
        for record in reader {
            match record.expect("intact") {
                Record::Definition(definition) => definitions.push(definition),
                Record::Event(event) => events.push(event),
            }
        }
        assert_eq!(definitions, execution.definitions, "{}", path.display());
        assert_eq!(events, execution.recording.events, "{}: cargo xtask golden writes it anew", path.display());
    }
}
