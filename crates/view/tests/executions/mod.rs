//! Two executions made by hand, with scripts that could have had them beside their goldens.

mod bank;
mod server;

pub use bank::bank;
pub use server::server;

use gilscope_trace::{CodeFacts, CodeId, Definition, Header, Level, Place, ThreadFacts, ThreadId};

/// An execution: its conditions, what its ids stand for, and what happened.
pub struct Execution {
    pub name: &'static str,
    pub header: Header,
    pub definitions: Vec<Definition>,
    pub recording: gilscope_analysis::sample::Recording,
}

fn header(script: &str) -> Header {
    Header {
        script: script.into(),
        script_hash: [0; 32],
        model: "py3.13".into(),
        interval: 5_000_000,
        ticks: 0,
        level: Level::Switches,
        simulation: None,
    }
}

fn thread(id: u32, name: &str) -> Definition {
    Definition::Thread(ThreadId(id), ThreadFacts { name: name.into(), is_daemon: false })
}

/// A code object each of whose instructions is on the line of its own number.
fn code(id: u32, name: &str, file: &str) -> Definition {
    let lines = (0..40).map(|line| (line, line)).collect();
    Definition::Code(CodeId(id), CodeFacts { name: name.into(), file: file.into(), lines })
}

/// The line of a code object made by `code`.
fn line(code: u32, line: u32) -> Option<Place> {
    Some(Place { code: CodeId(code), instruction: line })
}
